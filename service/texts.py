"""The Dutch words of commands and pages, by code. Each sentence about a problem says what to do."""

import datetime as dt
from collections.abc import Sequence

from extractors.element import ElementId
from service.ports.errors import Trouble
from service.ports.jobs import WhyDead
from service.records.deliveries import DeliveryState
from service.records.letters import AMSTERDAM
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
    Trouble.KOPPELING: (
        "Dit is een koppeling naar een bestand of map ergens anders; die volgt Postkamer niet. "
        "Zet het bestand zelf in de map."
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
    Trouble.REKENTIJD_OP: (
        "Het lezen kostte te veel rekentijd en is gestopt. "
        "Splits het bestand of scan de brief opnieuw, en bied het weer aan."
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
BODIES = {"zorgkantoor": "de zorgkantoren", "gemeente": "de gemeenten"}
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

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def day(date: dt.date) -> str:
    """Return a date as people write it in a table.

    >>> day(dt.date(2026, 12, 7))
    '7 dec 2026'
    """
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def moment(time: dt.datetime) -> str:
    """Return a time as the clock in the Netherlands has it.

    >>> moment(dt.datetime(2026, 12, 7, 13, 5, tzinfo=dt.UTC))
    '7 dec 2026 14:05'
    """
    here = time.astimezone(AMSTERDAM)
    return f"{day(here.date())} {here:%H:%M}"


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


# What the commands for keys, organisations and people say.
KEY_MADE = (
    "Sleutel {id} is gemaakt. Het geheim staat hieronder en is later niet meer te zien: "
    "geef het veilig door aan het systeem dat het gebruikt."
)
KEY_REVOKED = "Sleutel {id} is ingetrokken."
KEY_IS_OVER = "verlopen of ingetrokken"
NO_KEYS = "Er zijn nog geen sleutels. Maak er een met `postkamer key create NAAM`."
NO_SUCH_KEY_OR_ORGANISATION = (
    "Deze sleutel of organisatie bestaat niet. Kijk met `postkamer key list` en "
    "`postkamer organisation list` welke er zijn."
)
ORGANISATION_MADE = "Organisatie {id} is toegevoegd."
FOUR_EYES = {
    "aan": "Bij {id} kijkt nu een jurist mee voordat de postkamer een brief verstuurt.",
    "uit": "Bij {id} verstuurt de postkamer brieven nu zonder akkoord van een jurist.",
}
NO_ORGANISATION = (
    "De organisatie {id} bestaat niet. Kijk met `postkamer organisation list` welke er zijn."
)
ORGANISATION_FAULTS = {
    "geen_id": "Een id bestaat uit kleine letters, cijfers en streepjes, zoals mijn-kantoor.",
    "bestaat_al": (
        "Er is al een organisatie met deze id. Kijk met `postkamer organisation list` en kies een "
        "andere."
    ),
}
INVITED = "Geef deze link door; hij werkt een keer, en drie dagen lang:"
NOBODY_TO_INVITE = (
    "Deze organisatie of dit e-mailadres bestaat niet. Kijk met `postkamer organisation list`, of "
    "laat --email weg voor iemand die nog geen account heeft."
)

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
    "bericht_niet_hier": "Dit is een e-mailbericht. Stuur een bericht naar /v1/batches.",
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
    "hulpbestand": (
        "Dit is een hulpbestand dat een Mac meestuurt, geen brief. U hoeft niets te doen."
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
    "te_lange_tekst": (
        "De tekst van dit bericht is langer dan honderd bladzijden. Open het in uw mailprogramma, "
        "bewaar wat de brief is als PDF en bied die aan."
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

# Channels and deliveries.
NONE = "geen"
NO_SUCH_KIND = 'Een kanaal van de soort "{kind}" bestaat niet. Kies uit {kinds}.'
NO_SUCH_CHANNEL = 'Het kanaal "{name}" bestaat niet. Kanalen die er zijn: {names}.'
SEVERAL_CHANNELS = 'Er zijn meer kanalen met de naam "{name}". Noem een van deze ids: {names}.'
NO_SUCH_SETTING = "deze instelling bestaat niet"
CHANNEL_WITHOUT_NAME = "Geef het kanaal een naam."
CHANNEL_NAME_TAKEN = 'Er is al een kanaal met de naam "{name}". Kies een andere naam.'
CHANNEL_REMOVED = (
    'Het kanaal "{name}" is verwijderd. Maak een nieuw kanaal en stuur de brief daar opnieuw heen.'
)
NO_SUCH_ORGANISATION = 'De organisatie "{name}" bestaat niet. Controleer de naam.'
NO_SUCH_DELIVERY = 'De bezorging "{name}" bestaat niet. Zie `postkamer deliveries list`.'
NOTHING_TO_ROTATE = "Een kanaal van de soort {kind} heeft geen geheim dat vernieuwd kan worden."
ALREADY_DELIVERED = "Dit rapport is al bezorgd; er valt niets te laten vervallen."
TEST_REPORT = "Dit is een proefbericht van Postkamer. Het gaat niet over een brief."

NO_SUCH_PROFILE = 'Het profiel "{name}" bestaat niet. Kies uit {known}.'
NO_CHANNELS = "Er zijn nog geen kanalen. Voeg er een toe met `postkamer channel add`."
NO_DELIVERIES = "Er zijn geen bezorgingen."
NO_KEY_AND_VALUE = '"{written}" is geen instelling. Schrijf sleutel=waarde, zoals url=https://...'
VALUE_NOT_READ = "{key}: het bestand {file} is niet te lezen. Kijk of het er is."
CHANNEL_ADDED = 'Kanaal "{name}" is toegevoegd ({id}). Probeer het met `postkamer channel test`.'
SHOWN_ONCE = (
    "Geheim: {secret}\nGeef dit aan de beheerder van de ontvanger. Het wordt niet nog eens getoond."
)
OLD_ONE_TOO = "Het oude geheim geldt nog 24 uur naast het nieuwe."
CHANNEL_DISABLED = 'Kanaal "{name}" staat uit. Wat ervoor klaarstaat wacht.'
CHANNEL_ENABLED = 'Kanaal "{name}" staat aan. Wat wachtte wordt nu bezorgd.'
CHANNEL_IS_REMOVED = 'Kanaal "{name}" is verwijderd; {count} vervallen.'
REMOVE_CHANNEL = 'Kanaal "{name}" verwijderen? Wat ervoor klaarstaat vervalt.'
ID_OR_CHANNEL = "Noem het id van een bezorging, of een kanaal met --channel."
RESENT = "Bezorging {id} gaat opnieuw op weg."
RESENT_ALL = 'Kanaal "{name}": {count} opnieuw op weg.'
LAPSED = "Bezorging {id} is vervallen."

DELIVERY_STATES = {
    DeliveryState.WAITING: "wacht",
    DeliveryState.DELIVERED: "bezorgd",
    DeliveryState.GIVEN_UP: "opgegeven",
    DeliveryState.DROPPED: "vervallen",
}
# What a receiver did with a message, by status.
HANDOVERS = {
    "aangenomen": "De ontvanger heeft het bericht aangenomen.",
    "geschreven": "Het rapport staat in de map.",
    "geen_verbinding": (
        "Er kwam geen verbinding met de ontvanger. Kijk of het adres klopt, of de ontvanger "
        "aanstaat en of een firewall in de weg zit."
    ),
    "tijd_op": (
        "De ontvanger antwoordde niet op tijd. Laat hem eerst antwoorden en dan pas het werk doen."
    ),
    "geen_antwoord": (
        "De ontvanger verbrak de verbinding of gaf geen geldig antwoord. Kijk in zijn logboek."
    ),
    "certificaat": (
        "Het certificaat van de ontvanger wordt niet vertrouwd. Kijk of het geldig is, of noem met "
        "ca_file de uitgever van het certificaat."
    ),
    "naam_onbekend": "De naam in het adres bestaat niet. Kijk of het adres klopt.",
    "adres_geweigerd": (
        "Het adres leidt naar een intern netwerk of is niet versleuteld (https). Is dat de "
        "bedoeling, zet het netwerk dan in de instelling webhook_networks."
    ),
    "map_weg": (
        "De map is er niet, of de netwerkschijf is niet aangesloten. Maak de map of sluit de "
        "schijf aan; Postkamer maakt haar niet zelf."
    ),
    "map_vol": "De schijf van de map is vol. Maak ruimte vrij.",
    "map_verboden": "Postkamer mag niet schrijven in de map. Geef het schrijfrecht.",
    "map_fout": "De schijf van de map gaf een fout. Kijk de schijf na.",
    "geen_rabbitmq": (
        "Er kwam geen verbinding met RabbitMQ. Kijk of het adres en het wachtwoord kloppen en of "
        "RabbitMQ aanstaat."
    ),
    "geen_exchange": (
        "De exchange of de wachtrij is er niet, of is van een andere soort. Maak van de exchange "
        "een duurzame topic-exchange, of laat declare weg."
    ),
    "geen_wachtrij": (
        "Aan de exchange hangt geen wachtrij die dit bericht wil hebben. Verbind er een, of noem "
        "met queue een wachtrij die Postkamer maakt."
    ),
    "rabbitmq_weigert": "RabbitMQ heeft het bericht niet aangenomen. Kijk in het logboek ervan.",
    "rabbitmq_vol": "RabbitMQ neemt even niets aan: geheugen of schijf is vol. Maak ruimte vrij.",
    "installatie": (
        "De installatie mist iets voor dit kanaal. Probeer het met `postkamer channel test`; dat "
        "zegt wat."
    ),
    "gecrasht": "Het bezorgen brak steeds af. Meld dit aan de beheerder.",
    "brief_verwijderd": "De brief is verwijderd; er valt niets meer te bezorgen.",
    "door_een_mens": "Uitgezet door een medewerker.",
}
HTTP_STATUS = "De ontvanger antwoordde met code {code}."
HTTP_HINTS = {
    "401": "Hij vertrouwt de handtekening niet: geef hem het geheim van dit kanaal.",
    "403": "Hij laat Postkamer niet toe: vraag de beheerder van de ontvanger om toegang.",
    "404": "Op dit adres is niets: kijk of het adres klopt.",
    "410": "Hij wil geen berichten meer. Het kanaal is uitgezet zodra dit bij een rapport gebeurt.",
    "413": "Het bericht is hem te groot: zet inhoud op verwijzing.",
}
ALERTS = {
    "logboek_geschonden": (
        "In het logboek van wie wat zag en wijzigde is iets veranderd of weggehaald. Draai "
        "`postkamer audit verify`, bewaar de database zoals zij is en meld het."
    ),
    "map_weg": (
        "Een map waar scans in komen is niet te bereiken. Kijk of de map bestaat en of de "
        "netwerkschijf gekoppeld is; Postkamer blijft het proberen."
    ),
    "map_niet_schrijfbaar": (
        "In een map waar scans in komen kan Postkamer niets verplaatsen of schrijven. De brieven "
        "worden wel ingelezen. Geef schrijfrecht op de map en kijk of de schijf vol is."
    ),
    "map_niet_leesbaar": (
        "In een map waar scans in komen staat een map die Postkamer niet mag lezen. Geef leesrecht."
    ),
    "bestand_wacht": (
        "In een map waar scans in komen staat al meer dan een uur een bestand dat niet wordt "
        "ingelezen: een programma heeft het nog open, of er is een manifest dat niet klopt."
    ),
    "manifest_fout": (
        "Een manifest.csv klopt niet; de brieven in die map wachten. In de map fout staat wat er "
        "mis is."
    ),
    "mailbox_weg": (
        "Een mailbox is niet te bereiken. Kijk of de mailserver werkt en of naam, poort en "
        "certificaat kloppen; Postkamer blijft het proberen."
    ),
    "mailbox_wachtwoord": (
        "Een mailbox weigert de naam of het wachtwoord. Pas ze aan in de instellingen."
    ),
    "mailbox_token_weg": (
        "De server die toegang tot een mailbox geeft is niet te bereiken. Kijk of token_url klopt; "
        "Postkamer blijft het proberen."
    ),
    "mailbox_token_geweigerd": (
        "Postkamer krijgt geen toegang tot een mailbox. Kijk of client_id, client_secret en scope "
        "kloppen, of het geheim niet verlopen is, en of de app deze mailbox mag openen."
    ),
    "mailbox_map_weg": (
        "In een mailbox is een map niet te openen of te maken. Kijk of de map bestaat en of "
        "Postkamer er rechten op heeft."
    ),
    "mailbox_fout": (
        "Een mailbox gaf een fout. Postkamer blijft het proberen; blijft het zo, kijk dan in het "
        "logboek van de mailserver."
    ),
    "mail_met_rest": (
        "Van een e-mail kon niet alles worden ingelezen. Zij ligt in de mailbox in de map voor "
        "fouten; bij de partij van binnenkomst staat wat eraan scheelt."
    ),
    "mail_breekt": (
        "Een e-mail kon na een paar keer proberen niet worden ingelezen en blijft in de mailbox. "
        "Lees haar zelf en meld dit aan de beheerder."
    ),
    "post_in_fout": (
        "Post kon niet (helemaal) worden ingelezen. Kijk in de map fout wat er mis is en bied de "
        "brief opnieuw aan."
    ),
    "bezorging_opgegeven": (
        "Een of meer rapporten konden niet worden bezorgd. Los op wat er met het kanaal is en "
        "stuur ze opnieuw met `postkamer deliveries resend`."
    ),
    "grootboek_klopt_niet": (
        "De dagelijkse controle vond brieven, bladzijden of rapporten die niet kloppen. "
        "`postkamer ledger check` toont welke en wat u kunt doen."
    ),
    "kanaal_weg": (
        "De ontvanger wil geen berichten meer en het kanaal is uitgezet. Wat ervoor klaarstaat "
        "wacht: zet het kanaal weer aan, of verwijder het."
    ),
}


def handover(status: str | None) -> str:
    """Return what a receiver did with a message, and what to do about it.

    >>> handover("http_404")
    'De ontvanger antwoordde met code 404. Op dit adres is niets: kijk of het adres klopt.'
    """
    if status is None:
        return ""
    if status.startswith("http_"):
        code = status.removeprefix("http_")
        sentences = [HTTP_STATUS.format(code=code), HTTP_HINTS.get(code, "")]
        return " ".join(filter(None, sentences))
    return HANDOVERS.get(status, status)  # of another version


NO_DOORS = (
    "Er staat geen map ([[watch]]) en geen mailbox ([[mailbox]]) in de instellingen. "
    "Zie docs/post-binnenhalen.md."
)
DOOR_FULL = "Er is geen ruimte meer om brieven te bewaren. Maak ruimte vrij en probeer het opnieuw."
DOOR_ELSEWHERE = "Een andere machine loopt hier nu langs."

# What lies beside files that were put away.
FILE_GONE = (
    "Het bestand zelf is na het inlezen weggehaald of vervangen. De brief is wel ingelezen; het "
    "rapport komt hiernaast.\n"
)
OUTSIDE = (
    "regel {line}: {file} ligt buiten de map. Noem alleen bestanden in de map van het manifest."
)


def wrong_file(faults: Sequence[tuple[str, str]], *, is_partly: bool) -> str:
    """Return the note beside a file that needs a person: what is wrong in it and what to do."""
    lines = [f"- {name}\n  {message}" for name, message in faults]
    rest = (
        "De andere brieven in dit bestand zijn wel verwerkt. Bied alleen opnieuw aan wat hierboven "
        "staat, anders komen zij dubbel binnen."
        if is_partly
        else "Is het verholpen, zet het bestand dan opnieuw in de map waar het vandaan kwam."
    )
    return "\n".join(
        ["Postkamer kon dit bestand niet (helemaal) verwerken.", "", *lines, "", rest, ""]
    )


def wrong_manifest(fault: str) -> str:
    """Return the note about a manifest that is wrong."""
    return (
        f"Dit manifest klopt niet:\n\n- {fault}\n\n"
        "De brieven in de map waar het in staat wachten. Verbeter het manifest daar, of haal het "
        "weg; dan worden zij vanzelf ingelezen en verdwijnt dit briefje.\n"
    )


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
