"""The names of what stands in a report: kinds, verdicts, statuses, elements."""

from extractors.element import ElementId
from validators.report import Channel, Intent, Kind, Status, Verdict, WindowVerdict

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
