"""The Dutch words of the pages, by code."""

from dataclasses import dataclass

from extractors.element import ElementId
from service.records.work import Act, WorkGroup
from validators.feiten import Nature
from validators.report import (
    Channel,
    Kind,
    ReceivedSource,
    Severity,
    Status,
    Verdict,
    WindowVerdict,
)

LOGIN = {
    "verkeerd": (
        "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het "
        "opnieuw. Wachtwoord vergeten? Vraag de beheerder om een nieuwe uitnodiging."
    ),
    "te_vaak": (
        "Er is te vaak een verkeerd wachtwoord ingevuld. "
        "Probeer het over {minutes} minuten opnieuw."
    ),
    "niet_toegelaten": (
        "Uw organisatie heeft u geen rol in Postkamer gegeven. Vraag de beheerder om toegang."
    ),
    "mislukt": "Het inloggen bij uw organisatie is niet gelukt. Probeer het opnieuw.",
}
FIELDS = {
    "naam_leeg": "Vul uw naam in.",
    "geen_adres": "Vul uw e-mailadres in, zoals naam@organisatie.nl.",
    "bestaat_al": "Met dit e-mailadres is al een account. Log daarmee in, of vul een ander in.",
    "te_kort": "Kies een wachtwoord van ten minste 12 tekens, bijvoorbeeld vier losse woorden.",
    "te_lang": "Kies een wachtwoord van ten hoogste 200 tekens.",
    "te_makkelijk": (
        "Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier losse woorden."
    ),
}

GROUPS = {
    WorkGroup.OPEN: "Open",
    WorkGroup.PERSON: "Zelf kijken",
    WorkGroup.ASK: "Navragen",
    WorkGroup.COMPLETE: "Compleet",
    WorkGroup.WAITING: "Wacht op antwoord",
    WorkGroup.APPROVAL: "Akkoord",
    WorkGroup.READING: "Wordt gelezen",
    WorkGroup.HANDLED: "Afgehandeld",
}
# What a group holds, for under the tabs.
GROUP_MEANINGS = {
    WorkGroup.OPEN: "Alle brieven die nog niet zijn afgehandeld. Wat niet kan wachten staat boven.",
    WorkGroup.PERSON: "Brieven waar u zelf naar moet kijken: iets is niet zeker gelezen.",
    WorkGroup.ASK: "Brieven waarin iets ontbreekt. Vraag dat na bij de afzender.",
    WorkGroup.COMPLETE: "Brieven waar alles in staat, en andere post waar u naar keek.",
    WorkGroup.WAITING: "Brieven waarover u de afzender iets vroeg, de vroegste dag boven.",
    WorkGroup.APPROVAL: "Brieven van ons die een jurist bekijkt voordat ze de deur uit gaan.",
    WorkGroup.READING: "Brieven die Postkamer nu leest of nog gaat lezen.",
    WorkGroup.HANDLED: "Brieven die klaar zijn, de laatste boven.",
}
NOTHING_HERE = {
    WorkGroup.OPEN: "Er is geen post die wacht. Voeg hierboven brieven toe.",
    WorkGroup.PERSON: "Er is geen brief waar u zelf naar moet kijken.",
    WorkGroup.ASK: "Er is geen brief waarin iets ontbreekt.",
    WorkGroup.COMPLETE: "Er is geen complete brief die wacht.",
    WorkGroup.WAITING: "Er is geen brief waarop een aanvulling moet komen.",
    WorkGroup.APPROVAL: "Er ligt geen brief bij een jurist.",
    WorkGroup.READING: "Alle brieven zijn gelezen.",
    WorkGroup.HANDLED: "Er is nog geen brief afgehandeld.",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A word with a sign and a colour: never the colour alone."""

    word: str
    sign: str
    tone: str  # ok, warning, error, info or quiet
    meaning: str = ""


VERDICTS = {
    Verdict.COMPLEET: Sign("Compleet", "✓", "ok", "Alles wat nodig is staat in de brief."),
    Verdict.INCOMPLEET: Sign(
        "Incompleet", "✕", "error", "Er ontbreekt iets in de brief. Vraag het na bij de afzender."
    ),
    Verdict.HANDMATIG: Sign(
        "Zelf kijken", "?", "warning", "Niet alles is zeker gelezen. Kijk zelf en beslis."
    ),
    Verdict.FOUT: Sign(
        "Niet te lezen", "!", "error", "Het bestand kon niet worden gelezen. Kijk zelf."
    ),
}
IS_READ = Sign("Wordt gelezen", "…", "info")
# Neither an objection nor a complaint, and a person looked: nothing can be missing in it.
OTHER_POST = Sign("Andere post", "✓", "quiet", "Deze brief is geen bezwaar en geen klacht.")
STATUSES = {
    Status.AANWEZIG: Sign("Aanwezig", "✓", "ok"),
    Status.ONTBREEKT: Sign("Ontbreekt", "✕", "error"),
    Status.ONGELDIG: Sign("Klopt niet", "!", "error"),
    Status.ONZEKER: Sign("Onzeker", "?", "warning"),
}
NOT_ASKED = Sign("Staat er niet", "–", "quiet")  # noqa: RUF001 - a dash
WINDOWS = {
    WindowVerdict.OP_TIJD: Sign("Op tijd", "✓", "ok"),
    WindowVerdict.OP_TIJD_VERZENDTHEORIE: Sign("Op tijd gepost", "✓", "ok"),
    WindowVerdict.TE_LAAT: Sign("Te laat", "!", "error"),
    WindowVerdict.PREMATUUR: Sign("Te vroeg", "!", "warning"),
    WindowVerdict.ONBEKEND: Sign("Nog niet bekend", "?", "warning"),
    WindowVerdict.NIET_VAN_TOEPASSING: Sign("Geen termijn", "–", "quiet"),  # noqa: RUF001
}
KINDS = {Kind.BEZWAAR: "Bezwaar", Kind.KLACHT: "Klacht", Kind.OVERIG: "Andere brief"}
CHANNELS = {
    Channel.POST: "Post",
    Channel.EMAIL: "E-mail",
    Channel.PORTAAL: "Portaal",
    Channel.BALIE: "Balie",
    Channel.FAX: "Fax",
}
# What cannot wait, the most urgent first.
URGENT = {
    "veiligheid": "Veiligheid",
    "voorlopige_voorziening": "Voorlopige voorziening",
    "ingebrekestelling": "Ingebrekestelling",
    "spoed": "Spoed",
}
SOURCES = {
    ReceivedSource.OPTION: "ingevuld door een medewerker",
    ReceivedSource.MANIFEST: "uit de lijst bij de scans",
    ReceivedSource.STAMP: "gelezen van het stempel op de brief",
    ReceivedSource.MAIL: "uit de e-mail",
    ReceivedSource.API: "opgegeven door het systeem dat de brief stuurde",
    ReceivedSource.ASSUMED: "niet bekend; gerekend is met de dag waarop de brief is gelezen",
}
ACTS = {
    Act.CONFIRMED: "Bevestigd",
    Act.CORRECTED: "Verbeterd",
    Act.ABSENT: "Vastgesteld dat dit ontbreekt",
}
SEVERITIES = {
    Severity.WETTELIJK: "De wet vraagt dit",
    Severity.ORGANISATIE: "De organisatie vraagt dit",
}
CHOICES = {
    ElementId.HANDTEKENING: {
        "inkt": "Met de pen gezet",
        "annotatie": "Getekend in het PDF-bestand",
        "digitaal": "Digitaal, met een certificaat",
    },
    ElementId.GERICHT_TEGEN: {
        "zorgkantoor": "Het zorgkantoor",
        "zorgverlener": "Een zorgverlener",
        "overig": "Iemand anders",
    },
}
# What is only doubtful is not said as if it were so: a pasted picture has no pen on paper.
SEEMING = {(ElementId.HANDTEKENING, "inkt"): "Lijkt met de pen gezet"}
PARTS = {
    ElementId.ADRES: {
        "straat": "Straat",
        "huisnummer": "Huisnummer",
        "postcode": "Postcode",
        "plaats": "Plaats",
    },
    ElementId.CONTACTPERSOON: {
        "naam": "Naam",
        "email": "E-mailadres",
        "telefoon": "Telefoonnummer",
        "relatie": "Wat hij of zij is van de cliënt",
    },
}
WRONG_VALUES = {
    ElementId.BSN: "Dit is geen geldig BSN. Controleer de negen cijfers.",
    ElementId.DATUM: "Kies een datum.",
    ElementId.BESLUITDATUM: "Kies een datum.",
    ElementId.ADRES: "Vul ten minste de straat of de postcode in.",
    ElementId.CONTACTPERSOON: "Vul ten minste de naam in.",
}
WRONG_VALUE = "Vul in wat er in de brief staat."
NOT_READ = "Deze brief is niet gelezen, dus hier valt niets aan te verbeteren."
MEANWHILE = (
    "{who} heeft dit intussen gewijzigd; uw wijziging is niet vastgelegd. Kijk wat er nu staat, en "
    "leg het zo nodig opnieuw vast."
)
SOMEBODY = "Iemand"
FUTURE = "Deze dag is nog niet geweest. Kies de dag waarop het gebeurde."
STAMP_AFTER = "De poststempel is van na de ontvangst. Kijk welke datum klopt."
DONE = {
    "vastgelegd": "Vastgelegd. De brief is opnieuw beoordeeld.",
    "ongedaan": "Ongedaan gemaakt. De brief is opnieuw beoordeeld.",
    "ontvangst": "De ontvangst is vastgelegd. De brief is opnieuw beoordeeld.",
    "afgehandeld": "De brief is afgehandeld.",
    "open": "De brief staat weer open.",
    "wachten_nog": (
        "De brieven die op antwoord wachten blijven open. Leg bij die brieven vast of er iets kwam."
    ),
    "klaar": "Dat was de laatste brief van dit tabblad.",
}
TERMIJN_FAULTS = {
    "soort": "Deze organisatie behandelt dit soort brieven niet. Kies een andere organisatie.",
    "geen_besluit": "Voor een bezwaar is een datum van het besluit nodig. Vul die in.",
    "hoort_bij_klacht": (
        "U vulde een datum in die bij een klacht hoort. Maak die leeg of kies klacht."
    ),
    "hoort_bij_bezwaar": (
        "U vulde iets in dat bij een bezwaar hoort, zoals een besluit of een poststempel. Maak dat "
        "leeg of kies bezwaar."
    ),
    "hoort_bij_awb": (
        "U vulde iets in dat niet hoort bij een klacht over zorg. Maak dat leeg of kies een andere "
        "organisatie."
    ),
    "hoort_bij_wkkgz": (
        "De datums bij de zorgaanbieder en het geschil horen bij een klacht over zorg. Maak ze "
        "leeg of kies een loket voor klachten over zorg."
    ),
    "geen_klachtdatum": "Er is geen datum om vanaf te rekenen. Vul de dag van ontvangst in.",
    "geen_dwangsom": "Voor een klacht bestaat geen dwangsom. Maak de ingebrekestelling leeg.",
    "advies_en_commissie": "Met advies van het Zorginstituut telt de commissie niet mee.",
    "stukken_zonder_advies": "De stukken voor het Zorginstituut horen bij een gevraagd advies.",
    "hersteltermijn_voor_verzoek": (
        "De laatste dag voor herstel ligt voor de dag van het verzoek. Kijk welke datum klopt."
    ),
    "herstel_zonder_verzoek": "Vul ook in wanneer om herstel is gevraagd.",
    "lege_agenda": "Er is geen dag om in een agenda te zetten. Vul meer datums in.",
}
NATURES = {
    Nature.WET: "Wat de wet vraagt",
    Nature.TOEZEGGING: "Wat de organisatie belooft (geen wet)",
    Nature.RICHTLIJN: "Wat gebruikelijk is (de wet noemt geen termijn)",
    Nature.MOGELIJKHEID: "Wat nog kan",
}
