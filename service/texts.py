"""The Dutch words of commands and pages, by code. Each sentence about a problem says what to do."""

import datetime as dt

from extractors.element import ElementId
from service.ports import Trouble, WhyDead
from validators.feiten import Nature
from validators.report import Channel, Intent, Kind, Status, Verdict, WindowVerdict

TROUBLES = {
    Trouble.GEEN_LEESRECHT: (
        "Postkamer mag dit bestand of deze map niet lezen. "
        "Vraag de beheerder om leesrecht en bied het opnieuw aan."
    ),
    Trouble.VERDWENEN: (
        "Het bestand is er niet meer, of is een koppeling naar iets dat er niet is. "
        "Zoek het bestand op en bied het opnieuw aan."
    ),
    Trouble.GEEN_BESTAND: (
        "Dit is geen gewoon bestand maar een apparaat, map of doorgeefluik. "
        "Haal het weg en zet de brief er als bestand neer."
    ),
    Trouble.SYMLINK_LUS: (
        "Deze koppeling verwijst naar zichzelf of naar een map waar zij zelf in ligt. "
        "Haal de koppeling weg; de rest van de map is wel gedaan."
    ),
    Trouble.LEGE_MAP: (
        "In deze map staan geen brieven. "
        "Controleer of het de goede map is en of de scans al klaar zijn."
    ),
    Trouble.LEESFOUT: (
        "De schijf of netwerkmap gaf een fout bij het lezen van dit bestand. "
        "Kopieer het opnieuw en bied het nog eens aan."
    ),
    Trouble.TIJD_OP: (
        "Het lezen duurde te lang en is gestopt. "
        "Scan de brief opnieuw of splits het bestand, en bied het weer aan."
    ),
    Trouble.GEHEUGEN_OP: (
        "Het lezen kostte te veel geheugen en is gestopt. "
        "Scan de brief met een lagere resolutie (300 dpi) en bied hem weer aan."
    ),
    Trouble.GECRASHT: (
        "Het lezen van dit bestand ging onverwacht mis; de andere bestanden zijn wel gedaan. "
        "Druk de brief af, scan hem opnieuw en meld dit aan de beheerder."
    ),
}

UNEXPECTED = (
    "Postkamer is gestopt door een fout in het programma of de installatie ({place}). "
    "Draai `postkamer doctor`; is daar alles goed, meld de fout dan aan de beheerder."
)

KINDS = {Kind.BEZWAAR: "bezwaar", Kind.KLACHT: "klacht", Kind.OVERIG: "overig"}
INTENTS = {
    Intent.BEZWAAR: "bezwaar",
    Intent.KLACHT: "klacht",
    Intent.INGEBREKESTELLING: "ingebrekestelling",
    Intent.INTREKKING: "intrekking",
    Intent.BEROEP: "beroep",
    Intent.HULPVRAAG: "hulpvraag",
    Intent.OVERIG: "overig",
}
VERDICTS = {
    Verdict.COMPLEET: "compleet",
    Verdict.INCOMPLEET: "incompleet",
    Verdict.HANDMATIG: "handmatig",
    Verdict.FOUT: "fout",
}
VERDICT_MEANINGS = {
    Verdict.COMPLEET: "alles wat nodig is staat erin",
    Verdict.INCOMPLEET: "er ontbreekt iets: vraag het na",
    Verdict.HANDMATIG: "een medewerker moet kijken",
    Verdict.FOUT: "kon niet worden gelezen",
}
STATUSES = {
    Status.AANWEZIG: "aanwezig",
    Status.ONTBREEKT: "ontbreekt",
    Status.ONGELDIG: "ongeldig",
    Status.ONZEKER: "onzeker",
}
WINDOWS = {
    WindowVerdict.OP_TIJD: "op tijd",
    WindowVerdict.OP_TIJD_VERZENDTHEORIE: "op tijd gepost",
    WindowVerdict.TE_LAAT: "te laat",
    WindowVerdict.PREMATUUR: "te vroeg",
    WindowVerdict.ONBEKEND: "onbekend",
    WindowVerdict.NIET_VAN_TOEPASSING: "geen termijn",
}
CHANNELS = {
    Channel.POST: "post",
    Channel.EMAIL: "e-mail",
    Channel.PORTAAL: "portaal",
    Channel.BALIE: "balie",
    Channel.FAX: "fax",
}
ELEMENTS = {
    ElementId.DATUM: "datum van de brief",
    ElementId.NAAM: "naam",
    ElementId.ADRES: "adres",
    ElementId.BSN: "BSN",
    ElementId.RELATIENUMMER: "relatienummer",
    ElementId.BESLUIT: "welk besluit",
    ElementId.BESLUITDATUM: "datum besluit",
    ElementId.KENMERK: "kenmerk besluit",
    ElementId.ONDERBOUWING: "onderbouwing",
    ElementId.OMSCHRIJVING: "omschrijving klacht",
    ElementId.GERICHT_TEGEN: "tegen wie",
    ElementId.TIJDSPAD: "sinds wanneer",
    ElementId.ONDERNOMEN: "wat al gedaan is",
    ElementId.RESULTAAT: "resultaat daarvan",
    ElementId.ZORGAANBIEDER: "zorgaanbieder",
    ElementId.CONTACTPERSOON: "contactpersoon",
    ElementId.MACHTIGING: "machtiging",
    ElementId.EMAIL: "e-mailadres",
    ElementId.TELEFOON: "telefoonnummer",
    ElementId.HANDTEKENING: "handtekening",
}

# The calculator of terms.
TERMIJN_VERDICT = "OORDEEL: {verdict}{rule}"
TERMIJN_LAST_DAY = "Laatste dag om bezwaar te maken: {day}"
TERMIJN_LAST_DAY_EVENT = "Laatste dag om bezwaar te maken"
TERMIJN_NEXT = "Wat nu: {next}"
TERMIJN_REMARKS = "LET OP"
TERMIJN_STEPS = "STAP VOOR STAP"
TERMIJN_LENGTH = "{length}, gerekend vanaf {day}"
TERMIJN_NATURES = {
    Nature.WET: "WAT DE WET VRAAGT",
    Nature.TOEZEGGING: "WAT DE ORGANISATIE BELOOFT (geen wet)",
    Nature.RICHTLIJN: "WAT GEBRUIKELIJK IS (de wet noemt geen termijn)",
    Nature.MOGELIJKHEID: "WAT NOG KAN",
}
TERMIJN_CATEGORIES = {
    Nature.WET: "wettelijke termijn",
    Nature.TOEZEGGING: "toezegging",
    Nature.RICHTLIJN: "gebruikelijk",
    Nature.MOGELIJKHEID: "mogelijkheid",
}
TERMIJN_FAULTS = {
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

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def day(date: dt.date) -> str:
    """Return a date as people write it in a table.

    >>> day(dt.date(2026, 12, 7))
    '7 dec 2026'
    """
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun.

    >>> count(1, "brief", "brieven")
    '1 brief'
    """
    return f"{number} {one if number == 1 else many}"


def masked(bsn: str) -> str:
    """Return a BSN of which only the last three digits can be read.

    >>> masked("999990019")
    '***-**-019'
    """
    return f"***-**-{bsn[-3:]}"


# Why a file was not taken in at the door.
REFUSALS = {
    "leeg_bestand": (
        "Dit bestand is leeg. Kijk of de scan gelukt is en stuur het bestand opnieuw."
    ),
    "te_groot": (
        "Dit bestand is groter dan {max_mb} MB. Scan de brief op 300 dpi of splits het bestand, "
        "en stuur het opnieuw."
    ),
}

SERVING = "Postkamer draait op {url}\nAlles wordt bewaard in {data}\nStoppen: Ctrl-C"
FIRST_LINK = (
    "Er is nog geen beheerder. Open deze link om er een te maken; hij werkt één keer:\n{link}"
)
STOPPED = "Postkamer is gestopt. Wat nog niet gelezen was, gaat bij de volgende start verder."
BUSY = (
    "Er draait al een Postkamer met de map {data}. "
    "Stop die eerst, of kies met de instelling `data` een andere map."
)

ORIGINAL = ("origineel", "originelen")
BACKED_UP = (
    "De back-up is gemaakt: de database en {originals}. De sleutel zit er niet in: bewaar die op "
    "een andere plaats, want zonder sleutel is de back-up niet te lezen."
)
BACKED_UP_WITH_KEY = (
    "De back-up is gemaakt: de database, {originals} en de sleutel. Wie deze map heeft, kan alle "
    "brieven lezen. Bewaar hem achter slot."
)
BACKUP_WHOLE = "De back-up van {made_at} is heel: de database en {originals} zijn gecontroleerd."
ORIGINALS_WHOLE = "Alles is er nog: {originals} gecontroleerd."
RESTORED = "De back-up van {made_at} staat er weer: de database en {originals}."
BACKUP_WHERE = "Noem de map voor de back-up, zoals `postkamer backup /mnt/back-up`."
BACKUP_FAULTS = {
    "geen_backup": "In {about} staat geen back-up die af is. Kijk of het de goede map is.",
    "geen_sleutel": (
        "De sleutel is er niet: {about}. Zet het sleutelbestand daar neer, of noem de plaats met "
        "de instelling `key_file`."
    ),
    "niet_leeg": (
        "Hier staan al brieven. Een back-up wordt alleen teruggezet op een lege installatie: kies "
        "met de instelling `data` een nieuwe map."
    ),
    "database_ontbreekt": "In de back-up ontbreekt {about}. Gebruik een andere back-up.",
    "database_beschadigd": "In de back-up is {about} beschadigd. Gebruik een andere back-up.",
    "origineel_ontbreekt": (
        "Een origineel is er niet: {about}. Zet het terug uit een andere back-up en meld dit aan "
        "de beheerder."
    ),
    "origineel_beschadigd": (
        "Een origineel is beschadigd of met een andere sleutel versleuteld: {about}. Kijk of de "
        "goede sleutel gebruikt wordt, of zet het terug uit een andere back-up."
    ),
    "programma_ontbreekt": (
        "Het programma {about} is nodig en is er niet. Installeer de client van PostgreSQL "
        "(apt-get install postgresql-client)."
    ),
    "programma_mislukt": (
        "Het programma {about} gaf een fout. Kijk of de database draait en of het adres klopt."
    ),
}

WHY_DEAD = {
    WhyDead.CRASHED: "proces ging stuk",
    WhyDead.FAILED: "fout in het programma",
    WhyDead.AWAY: "bleef onbereikbaar",
    WhyDead.UNREADABLE: "bericht van een andere versie",
}
NOTHING_ASIDE = "Er is niets apart gelegd."
NOT_ASIDE = "Met {id} is niets apart gelegd. `postkamer queue list` toont wat er is."
TRIED_AGAIN = "{id} wordt opnieuw geprobeerd."
DROPPED = "{id} is vergeten."
