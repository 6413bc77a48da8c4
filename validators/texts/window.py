"""The Dutch sentences about the term within which one could object, by rule."""

# {until} says until when one could object and from which day that was counted.
WINDOW: dict[str, str] = {
    "R0_geen_ontvangst": (
        "De dag van ontvangst is niet bekend, dus de termijn kan niet worden beoordeeld."
    ),
    "R0_geen_besluitdatum": (
        "De datum van het besluit is niet bekend, dus de termijn kan niet worden berekend."
    ),
    "R0_alleen_ontvangst": (
        "De brief noemt alleen wanneer het besluit is ontvangen; voor de termijn is nodig "
        "wanneer het is verzonden."
    ),
    "R0_zwak": (
        "De datum van het besluit is niet zeker gelezen; is die {trigger}, dan was {last_day} "
        "de laatste dag."
    ),
    "R0_meerdere": (
        "De brief noemt meer dan één datum voor het besluit ({triggers}) en dat maakt verschil "
        "voor de termijn; kies de juiste datum."
    ),
    "R0_aangenomen": (
        "{until}; de dag van ontvangst is niet bekend, dus ga zelf na of de brief op tijd was."
    ),
    "R0_verzending": (
        "Het besluit is van {trigger}; is het die dag verzonden, dan kon bezwaar tot en met "
        "{last_day} en kwam de brief op {received} te laat; zoek op wanneer het is verzonden."
    ),
    "R0_jaar": (
        "Bij de datum van het besluit staat geen jaar; is die {trigger}, dan was {last_day} de "
        "laatste dag."
    ),
    "R1": (
        "De brief kwam binnen op {received}, voordat de termijn op {first_day} begon; dat is "
        "meestal geen probleem."
    ),
    "R2": "{until}; de brief kwam binnen op {received} en is op tijd.",
    "R3": (
        "{until}; de brief kwam niet met de post en pas binnen op {received}, dus te laat; vraag "
        "naar de reden."
    ),
    "R3_storing": (
        "{until}; de brief kwam binnen op {received}; op de laatste dag was er een storing bij de "
        "digitale post, dus laat een jurist beslissen."
    ),
    "R4": (
        "{until}; de brief kwam meer dan een week later binnen, op {received}, dus te laat; vraag "
        "naar de reden."
    ),
    "R5": (
        "{until}; de brief is op {postmarked} gepost en kwam binnen een week na de laatste dag "
        "binnen, dus hij is op tijd."
    ),
    "R6": (
        "{until}; de brief is op tijd gepost, maar de week daarna liep af op een vrije dag, dus "
        "laat een jurist beslissen."
    ),
    "R7": (
        "{until}; de poststempel is van {postmarked}, dus de brief is te laat gepost; vraag naar "
        "de reden."
    ),
    "R7_onbekend": (
        "{until}; de poststempel is van {postmarked}, maar daartussen waren alleen vrije dagen, "
        "dus misschien is de brief op tijd gepost; laat een jurist beslissen."
    ),
    "R8": (
        "{until}; de brief kwam met de post binnen op {received}, zo kort daarna dat hij op tijd "
        "gepost moet zijn."
    ),
    "R9": (
        "{until}; de brief kwam binnen op {received} en zonder poststempel is niet te zien of "
        "hij op tijd is gepost, dus vraag een bewijs."
    ),
    "klacht": "Voor een klacht geldt geen termijn van zes weken.",
    "niet_tijdig": "Als een besluit uitblijft, geldt er geen vaste termijn om bezwaar te maken.",
    "overig": "Dit is geen bezwaar, dus de termijn voor bezwaar geldt niet.",
    "fout": "Het bestand is niet gelezen, dus de termijn is niet beoordeeld.",
}

# What a date of the decision is the date of, by the role of the finder.
DECIDED: dict[str, str] = {
    "verzonden": "Het besluit is verzonden op {trigger}",
    "bekendgemaakt": "Het besluit is bekendgemaakt op {trigger}",
    "gedateerd": "Het besluit is van {trigger}",
}


def window_text(code: str, **values: str) -> str:
    """Return the sentence about the term with its dates filled in."""
    return WINDOW[code].format(**values)
