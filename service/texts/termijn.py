"""The words around a legal window, on the page and on the command line."""

from validators.feiten import Nature

# The calculator of terms.
VERDICT = "OORDEEL: {verdict}{rule}"
LAST_DAY = "Laatste dag om bezwaar te maken: {day}"
LAST_DAY_EVENT = "Laatste dag om bezwaar te maken"
NEXT = "Wat nu: {next}"
REMARKS = "LET OP"
STEPS = "STAP VOOR STAP"
LENGTH = "{length}, gerekend vanaf {day}"
NATURES = {
    Nature.WET: "WAT DE WET VRAAGT",
    Nature.TOEZEGGING: "WAT DE ORGANISATIE BELOOFT (geen wet)",
    Nature.RICHTLIJN: "WAT GEBRUIKELIJK IS (de wet noemt geen termijn)",
    Nature.MOGELIJKHEID: "WAT NOG KAN",
}
CATEGORIES = {
    Nature.WET: "wettelijke termijn",
    Nature.TOEZEGGING: "toezegging",
    Nature.RICHTLIJN: "gebruikelijk",
    Nature.MOGELIJKHEID: "mogelijkheid",
}
FAULTS = {
    "soort": (
        "Deze organisatie behandelt dit soort brieven niet. Kies een ander --profile of --kind."
    ),
    "geen_besluit": (
        "Voor een bezwaar is een datum van het besluit nodig. Geef --verzonden, of anders "
        "--bekendgemaakt of --besluit."
    ),
    "hoort_bij_klacht": (
        "--gedraging, --afgehandeld, --bij-aanbieder en --geschil horen bij een klacht. "
        "Laat ze weg of kies --kind klacht."
    ),
    "hoort_bij_bezwaar": (
        "De datum van een besluit, --poststempel, --kanaal, --storing en --advies-zorginstituut "
        "horen bij een bezwaar. Laat ze weg of kies --kind bezwaar."
    ),
    "hoort_bij_awb": (
        "--gedraging, --afgehandeld, --commissie en herstel horen bij een klacht over een "
        "overheidsorganisatie. Laat ze weg of kies een ander --profile."
    ),
    "hoort_bij_wkkgz": (
        "--bij-aanbieder en --geschil horen bij een klacht over zorg. Laat ze weg of kies "
        "--profile klachtenloket-zorg of klachtenportaal-zorg."
    ),
    "geen_klachtdatum": (
        "Er is geen datum om vanaf te rekenen. Geef --ontvangen, of bij een klacht over zorg "
        "--bij-aanbieder."
    ),
    "geen_dwangsom": (
        "Voor een klacht bestaat geen dwangsom. Laat --ingebrekestelling weg of kies "
        "--kind bezwaar."
    ),
    "advies_en_commissie": (
        "Met advies van het Zorginstituut geldt één termijn van 21 weken. Laat --commissie en "
        "--geen-commissie dan weg."
    ),
    "stukken_zonder_advies": "--stukken-compleet hoort bij --advies-zorginstituut. Geef beide.",
    "hersteltermijn_voor_verzoek": (
        "--hersteltermijn ligt voor --herstel-gevraagd. Kijk welke datum klopt."
    ),
    "herstel_zonder_verzoek": (
        "--hersteld, --hersteltermijn en --gronden horen bij --herstel-gevraagd. "
        "Geef ook die datum."
    ),
    "lege_agenda": (
        "Er is geen dag om in een agenda te zetten. Geef meer datums, zoals --bij-aanbieder."
    ),
}
