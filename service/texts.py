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

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
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
    "geen_document": (
        "Dit is geen bestand dat Postkamer kan lezen. "
        "Bewaar of scan de brief als PDF, TIFF, JPEG of PNG en stuur hem opnieuw."
    ),
    "wachtwoord_nodig": (
        "Dit bestand is met een wachtwoord beveiligd. "
        "Haal het wachtwoord eraf en stuur het opnieuw."
    ),
    "beschadigd": (
        "Dit bestand is beschadigd of niet helemaal aangekomen. "
        "Maak het opnieuw en stuur het nog eens."
    ),
    "zip_in_zip": (
        "Dit is een ZIP in een ZIP. Pak de binnenste uit en zet de brieven zelf in de buitenste."
    ),
    "zip_niet_hier": "Dit is een ZIP met meer bestanden. Stuur een ZIP naar /v1/batches.",
    "lege_zip": "In deze ZIP staan geen brieven. Kijk of de scans erin zijn gezet.",
    "onveilig_pad": (
        "De naam van dit bestand in de ZIP wijst naar een plek buiten de ZIP, of het is een "
        "koppeling. Zet het bestand zelf in de ZIP, in een gewone map."
    ),
    "te_veel_bestanden": (
        "In deze ZIP staan meer dan {most} bestanden. Verdeel de brieven over meer ZIP-bestanden."
    ),
    "zip_bom": (
        "Dit bestand wordt bij het uitpakken onwaarschijnlijk veel groter. "
        "Scan de brief opnieuw en zet hem in een nieuwe ZIP."
    ),
    "zip_te_groot": (
        "Uitgepakt is deze ZIP groter dan {max_mb} MB. Verdeel de brieven over meer ZIP-bestanden."
    ),
    # what is in a message beside letters
    "plaatje": "Dit is een klein plaatje in de tekst, zoals een logo. U hoeft niets te doen.",
    "agenda": "Dit is een afspraak voor in de agenda, geen brief. U hoeft niets te doen.",
    "visitekaartje": "Dit is een visitekaartje, geen brief. U hoeft niets te doen.",
    "handtekeningbestand": (
        "Dit is de elektronische ondertekening van het bericht, geen brief. U hoeft niets te doen."
    ),
    "afleverbericht": (
        "Dit is een melding over de bezorging van een bericht, geen brief. U hoeft niets te doen."
    ),
    "begeleidende_tekst": (
        "De tekst van het bericht biedt alleen de bijlagen aan. U hoeft niets te doen."
    ),
    "versleuteld_smime": (
        "Dit bericht is versleuteld of verpakt (S/MIME); Postkamer kan er niet in. Open het in uw "
        "mailprogramma, bewaar de brief als PDF en bied die aan, of vraag de afzender erom."
    ),
    "versleuteld_pgp": (
        "Dit is versleuteld (PGP); Postkamer kan er niet in. Laat wie de sleutel heeft het openen, "
        "bewaar de brief als PDF en bied die aan, of vraag de afzender erom."
    ),
    "winmail": (
        "De bijlagen van dit bericht zitten in een winmail.dat van Outlook. Vraag de afzender het "
        "bericht opnieuw te sturen als HTML of platte tekst, of de brief als PDF."
    ),
    "leeg_bericht": (
        "In dit bericht staat geen tekst en geen brief. Kijk in de mailbox, en vraag de afzender "
        "de brief opnieuw te sturen."
    ),
    "te_diep": (
        "Dit bericht zit in te veel andere berichten. Open het in uw mailprogramma en stuur het "
        "zelf door."
    ),
    "manifest_fout": (
        "De manifest.csv in deze ZIP klopt niet. Verbeter haar of haal haar weg en stuur de ZIP "
        "opnieuw."
    ),
}
