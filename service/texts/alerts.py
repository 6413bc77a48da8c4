"""The Dutch words of the message to administrators and of the commands for alerts."""

ALERT_SUBJECT = "Postkamer: {count}"
ALERT_MESSAGE = """\
Beste beheerder,

Postkamer van {organisation} heeft uw aandacht nodig.

{lines}
{where}
Dit bericht komt elke dag terug tot iemand de melding heeft afgedaan, op de bladzijde
Meldingen of met `postkamer alerts done`.
"""
ALERT_LINE = "- {sentence}\n  Sinds {since}; het gaat over {about}.\n"
ALERT_LINE_PLAIN = "- {sentence}\n  Sinds {since}.\n"
ALERT_WHERE = "Kijk op {url}/meldingen\n"
OTHER_ALERT = "Er is iets aan de hand met code {code}; kijk in de logregels."
ONE, MORE = "1 melding", "{count} meldingen"
WHOLE = "de hele installatie"

NO_ALERTS = "Er zijn geen meldingen."
NO_SUCH_ALERT = "Deze melding is er niet. Kijk met `postkamer alerts list`."
DONE = "Afgedaan: {count}."


def count_of(number: int) -> str:
    """Return how many alerts, as people write it.

    >>> count_of(1), count_of(3)
    ('1 melding', '3 meldingen')
    """
    return ONE if number == 1 else MORE.format(count=number)
