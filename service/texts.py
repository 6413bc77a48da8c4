"""The Dutch words of commands and pages, by code. Each sentence about a problem says what to do."""

import datetime as dt

from extractors.element import ElementId
from service.ports import Trouble
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

NO_PROFILES = (
    "De map voor eigen profielen {folder} kan niet worden gelezen. Maak de map, geef leesrecht, "
    "of haal de omgevingsvariabele POSTKAMER_PROFILES weg."
)
WRONG_PROFILES = (
    "In de map voor eigen profielen {folder} staat iets dat niet kan. Herstel dit:\n{faults}"
)
NO_PROFILE_FILE = "{path}: kan niet worden gelezen. Controleer de naam en het leesrecht."

PROFILE_GOOD = "{path}: goed"
PROFILE_COLUMNS = ("id", "naam", "brieven", "wet", "herkomst")
PROFILE_OWN = "eigen profiel"
PROFILE_SHIPPED = "hoort bij Postkamer"
LAWS = {
    "awb": "Algemene wet bestuursrecht (Awb)",
    "wkkgz": "Wet kwaliteit, klachten en geschillen zorg (Wkkgz)",
}
REPAIR = "Stuur uw aanvulling naar {to}."

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
