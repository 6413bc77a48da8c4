"""The Dutch sentences about the right desk for a letter, for the mailroom and for the sender."""

# What the mailroom does with a letter that is not for us, and what the sender is told of it, when
# the row of the table of desks has no sentence of its own. {who} is the competent body.
ROUTING: dict[str, str] = {
    "doorzenden": (
        "Deze brief lijkt voor {who}. Kijk of dat klopt, zet de dag van ontvangst erop en stuur "
        "hem vandaag door."
    ),
    "deels_doorzenden": (
        "Een deel van deze brief lijkt voor {who}. Zet de dag van ontvangst erop, stuur vandaag "
        "een kopie door en behandel zelf de rest."
    ),
    "informeren": (
        "Deze brief lijkt voor {who}. Stuur hem niet door zonder toestemming van de afzender."
    ),
    "zelf_sturen": (
        "Deze brief lijkt voor {who}. Stuur hem vandaag terug en noteer wanneer u hem kreeg."
    ),
    "onduidelijk": (
        "Het is niet duidelijk voor welke organisatie deze brief is. Noteer de dag van ontvangst, "
        "stuur nog niets door en laat een jurist dit vandaag uitzoeken."
    ),
    "onduidelijk_welke": (
        "Het is niet zeker voor welke organisatie deze brief is; misschien voor {who}. Noteer de "
        "dag van ontvangst, stuur nog niets door en laat een jurist dit vandaag uitzoeken."
    ),
    "afzender_doorzenden": "Wij hebben {brief} doorgestuurd naar {who}.",
    "afzender_deels": (
        "Een deel van uw brief gaat over ons besluit; dat behandelen wij zelf. Een kopie hebben "
        "wij doorgestuurd naar {who}."
    ),
    "eerste_ontvangst": "De dag waarop uw brief bij ons kwam, telt voor de termijn.",
    "afzender_zelf": "Wij gaan hier niet over. Stuur {brief} naar {who}.",
    "afzender_zelf_termijn": (
        "Wij gaan hier niet over. Stuur {brief} zo snel mogelijk zelf naar {who}, want de termijn "
        "loopt door."
    ),
    "afzender_onduidelijk": (
        "Wij hebben {brief} ontvangen en zoeken uit wie erover gaat. Hebt u een kopie van de brief "
        "waar het om gaat, stuur die dan na."
    ),
    "met_afzender": "{mailroom} Schrijf de afzender: {sender}",
}

# How the sender's own letter is called in a sentence, by its intent.
BRIEF: dict[str, str] = {
    "bezwaar": "uw bezwaar",
    "klacht": "uw klacht",
    "beroep": "uw beroep",
}
OTHER_BRIEF = "uw brief"


def routing_text(code: str, **values: str) -> str:
    """Return the sentence about the right desk; without values its braces are left in."""
    return ROUTING[code].format(**values) if values else ROUTING[code]


def brief_text(intent: str) -> str:
    """Return how the sender's letter is called.

    >>> brief_text("bezwaar"), brief_text("intrekking")
    ('uw bezwaar', 'uw brief')
    """
    return BRIEF.get(intent, OTHER_BRIEF)
