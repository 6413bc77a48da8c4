"""The Dutch sentences of warnings and of what a letter of another kind seems to be, by code.

Lateness and gaps are facts here; what they mean for the sender is for a person to decide.
"""

# Each says what is the matter, and then what to do. After a dot: the sentence in a special case.
WARNINGS: dict[str, str] = {
    "veiligheid": (
        "De brief kan over de veiligheid van iemand gaan. Lees hem meteen en laat vandaag "
        "beoordelen wat er moet gebeuren."
    ),
    "spoed": "De afzender vraagt om spoed. Bekijk de brief vandaag.",
    "voorlopige_voorziening": (
        "De afzender vraagt de rechter om een snelle, voorlopige beslissing of is dat van plan. "
        "Geef dit vandaag door aan Juridische Zaken."
    ),
    "ingebrekestelling": (
        "De afzender vindt dat een besluit te laat is en stelt u in gebreke. Geef dit vandaag door "
        "aan Juridische Zaken. Beslis uiterlijk op {laatste}; daarna kost elke dag geld (dwangsom)."
    ),
    "ingebrekestelling.te_vroeg": (
        "De afzender vindt dat een besluit te laat is en stelt u in gebreke. Dat lijkt te vroeg: u "
        "kunt nog beslissen tot en met {tot}. Laat Juridische Zaken dit vandaag nakijken. Is het "
        "niet te vroeg, beslis dan uiterlijk op {laatste}; daarna kost elke dag geld (dwangsom)."
    ),
    "te_laat": (
        "De brief kwam na de laatste dag binnen. Vraag de afzender hoe dat komt en laat een jurist "
        "beslissen; er kan een goede reden zijn."
    ),
    "klacht_ouder_dan_een_jaar": (
        "Wat in de klacht staat, gebeurde langer dan een jaar geleden ({wanneer}). Kijk of dat "
        "klopt. U hoeft zo'n klacht niet te behandelen, maar het mag wel. Laat een jurist kiezen "
        "en vertel de afzender binnen vier weken wat u doet."
    ),
    "klacht_ouder_dan_een_jaar.schrikkeldag": (
        "Wat in de klacht staat, gebeurde op een schrikkeldag ({wanneer}), een jaar geleden. Of "
        "het jaar nu net voorbij is, staat niet vast. Laat een jurist kiezen en vertel de afzender "
        "binnen vier weken wat u doet."
    ),
    "verzenddatum_aangenomen": (
        "Wanneer het besluit is verzonden, is niet bekend; er is gerekend met de datum op het "
        "besluit. Zoek de verzenddatum op, want die kan de uitkomst veranderen."
    ),
    "mogelijk_meer_brieven": (
        "In dit bestand zitten misschien meer brieven. Kijk of elke brief apart is gelezen."
    ),
    "kb_dagen_onbekend": (
        "Van {years} is niet bekend welke extra vrije dagen de regering heeft aangewezen. "
        "Reken de laatste dag zelf na."
    ),
    "ontvangst_aangenomen": (
        "De dag van ontvangst is niet bekend; er is gerekend met vandaag. Vul de juiste dag in."
    ),
    "verkeerd_loket": (
        "Deze brief lijkt voor een andere organisatie. Noteer de dag van ontvangst, "
        "stuur de brief door of terug en vertel dat de afzender."
    ),
    "beroep": (
        "Dit lijkt een beroep bij de rechter. Noteer de dag van ontvangst, stuur de brief door "
        "naar de rechtbank en vertel dat de afzender."
    ),
    "intrekking": (
        "De afzender lijkt een bezwaar of klacht in te trekken. Zoek de eerdere brief erbij en "
        "vraag het na als het niet duidelijk is."
    ),
    "hulpvraag": (
        "De afzender vraagt om hulp en valt geen besluit aan. Zoek uit wie die hulp kan geven en "
        "bel de afzender."
    ),
    "ander_soort_document": (
        "Dit lijkt geen bezwaar en geen klacht, maar {what}. Kijk zelf bij wie het hoort."
    ),
    "soort_onzeker": "Het is niet zeker of dit een bezwaar of een klacht is. Kijk zelf.",
    "ook_klacht": "De brief is een bezwaar en ook een klacht. Behandel de klacht apart.",
    "pro_forma": (
        "De redenen van het bezwaar volgen later. Bevestig de ontvangst en geef een dag waarop de "
        "redenen er moeten zijn."
    ),
    "machtiging_vragen": (
        "Iemand anders schrijft voor de cliënt en er zit geen machtiging bij. Vraag om een "
        "machtiging."
    ),
    "vertegenwoordiger_onbevoegd": (
        "Een {who} mag hier misschien niet namens de cliënt bezwaar maken. Leg dit voor aan een "
        "jurist."
    ),
    "handtekening_alleen_op_bijlage": (
        "Alleen een bijlage is ondertekend, de brief zelf niet. Vraag een handtekening."
    ),
    "certificaat_gewijzigd": (
        "Het bestand is veranderd na de digitale handtekening. Vraag een nieuw exemplaar."
    ),
    "bsn_ongeldig": "Het BSN in de brief klopt niet. Zoek het op of vraag het na.",
    "ander_bsn": "In de brief staan twee verschillende BSN's. Kijk goed welk van de cliënt is.",
    "kenmerk_van_afzender": (
        "Het kenmerk in de brief is van de afzender zelf. Zoek het kenmerk van het besluit op."
    ),
    "meerdere_besluiten": (
        "De brief gaat tegen meer dan één besluit. Bekijk van elk besluit de datum en de laatste "
        "dag."
    ),
    "datum_bestaat_niet": (
        "In de brief staat een datum die niet bestaat ({datum}). Kijk of hij goed is gelezen, of "
        "vraag welke dag is bedoeld."
    ),
    "datum_in_toekomst": "De brief heeft een datum die nog niet was geweest. Kijk welke dag klopt.",
    "datum_ontbreekt_of_vaag": (
        "De brief heeft geen duidelijke datum. Noteer de dag van ontvangst; die telt voor de "
        "termijn."
    ),
    "datum_voor_besluit": "De brief is ouder dan het besluit. Kijk of de datums kloppen.",
    "besluit_na_ontvangst": (
        "Het besluit heeft een latere datum dan de dag waarop de brief binnenkwam. Kijk welke "
        "datum klopt."
    ),
    "besluit_oud": (
        "Het besluit is meer dan een jaar ouder dan de brief. Kijk of de datum goed is gelezen en "
        "of dit het besluit is waar het om gaat."
    ),
    "besluit_op_vrije_dag": (
        "Het besluit heeft een datum in het weekend of op een feestdag. Kijk of die klopt."
    ),
    "poststempel_na_ontvangst": (
        "De poststempel is later dan de dag van ontvangst. Kijk welke datum klopt."
    ),
    "geen_nederlands": (
        "De brief is voor het grootste deel niet in het Nederlands. Kijk of een vertaling nodig is "
        "en vraag die dan aan de afzender."
    ),
    "handgeschreven": "De brief is (voor een deel) met de hand geschreven. Lees hem zelf.",
    "pagina_ontbreekt": "Er lijkt een pagina te ontbreken. Kijk of alles is gescand.",
    "slecht_leesbaar": "De brief is slecht leesbaar. Scan hem zo mogelijk opnieuw.",
}


# What a letter of kind overig seems to be, by the code of the signal that says so.
SORTS: dict[str, str] = {
    "automatisch_aangemaakt": "een brief van een organisatie zelf",
    "factuur": "een rekening",
    "avg": "een verzoek over persoonsgegevens (AVG)",
    "woo": "een verzoek om informatie (Woo)",
    "reclame": "reclame",
    "zienswijze": "een zienswijze",
    "anders": "een ander soort brief",
}


def warning_text(code: str, **values: str) -> str:
    """Return the sentence of a warning with its values filled in."""
    return WARNINGS[code].format(**values)
