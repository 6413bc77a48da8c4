"""The Dutch words of the audit log, by code."""

from collections.abc import Mapping

from service.records.audit import About, ActorKind, Broken, Checked, Done

ACTS: Mapping[Done, str] = {
    Done.LETTER_SEEN: "brief bekeken",
    Done.PAGE_SEEN: "bladzijde opgehaald",
    Done.ORIGINAL_FETCHED: "origineel opgehaald",
    Done.REPORT_READ: "rapport opgehaald",
    Done.BSN_SHOWN: "BSN getoond",
    Done.SEARCHED: "brieven gezocht",
    Done.DOSSIER_SEEN: "dossier bekeken",
    Done.CORRECTED: "gegeven vastgelegd",
    Done.UNDONE: "vastlegging teruggedraaid",
    Done.RECEIPT_CHANGED: "ontvangst gewijzigd",
    Done.HANDLED: "afgehandeld",
    Done.REOPENED: "weer geopend",
    Done.JUDGED_AGAIN: "opnieuw beoordeeld",
    Done.READ_AGAIN: "opnieuw laten lezen",
    Done.SENT: "brief verstuurd",
    Done.FOLLOWED_UP: "opvolging afgerond",
    Done.NO_DUPLICATE: "geen dubbele genoemd",
    Done.DUPLICATE_AGAIN: "toch weer een dubbele genoemd",
    Done.EXPORTED: "uitgevoerd naar een bestand",
    Done.DESTROYED: "vernietigd",
    Done.LOGGED_IN: "ingelogd",
    Done.LOGIN_FAILED: "inloggen mislukt",
    Done.LOGGED_OUT: "uitgelogd",
    Done.SESSION_ENDED: "sessie beëindigd",
    Done.ORGANISATION_ADDED: "organisatie toegevoegd",
    Done.INVITED: "uitgenodigd",
    Done.ACCOUNT_ADDED: "account gemaakt",
    Done.ACCOUNT_CHANGED: "account gewijzigd",
    Done.PASSWORD_SET: "wachtwoord ingesteld",
    Done.KEY_ADDED: "sleutel gemaakt",
    Done.KEY_ENDED: "sleutel ingetrokken",
    Done.CHANNEL_ADDED: "kanaal toegevoegd",
    Done.CHANNEL_CHANGED: "kanaal gewijzigd",
    Done.CHANNEL_REMOVED: "kanaal verwijderd",
    Done.KEY_REPLACED: "sleutel van de versleuteling vervangen",
    Done.DELIVERY_CHANGED: "bezorging gewijzigd",
    Done.PROFILE_USED: "profiel in gebruik genomen",
    Done.TERMS_SET: "bewaartermijnen vastgelegd",
    Done.LEFT_ASIDE: "laten rusten",
    Done.DESTRUCTION_PROPOSED: "voorgesteld om brieven te vernietigen",
    Done.DESTRUCTION_APPROVED: "ermee ingestemd dat brieven worden vernietigd",
    Done.DESTRUCTION_WITHDRAWN: "voorstel om te vernietigen ingetrokken",
    Done.DESTRUCTION_DONE: "lijst van vernietiging uitgevoerd",
}
ACTORS: Mapping[ActorKind, str] = {
    ActorKind.ACCOUNT: "account",
    ActorKind.KEY: "sleutel",
    ActorKind.SYSTEM: "systeem",
}
OBJECTS: Mapping[About, str] = {
    About.LETTER: "brief",
    About.ACCOUNT: "account",
    About.SESSION: "sessie",
    About.KEY: "sleutel",
    About.CHANNEL: "kanaal",
    About.DELIVERY: "bezorging",
    About.ORGANISATION: "organisatie",
    About.AUDIT: "logboek",
    About.BACKUP: "back-up",
    About.ENCRYPTION: "versleuteling",
    About.LIST: "lijst",
    About.PROFILE: "profiel",
    About.WORK: "werk",
    About.DESTRUCTION: "vernietigingslijst",
}
BROKEN: Mapping[Broken, str] = {
    Broken.CHANGED: "Regel {seq} is gewijzigd of hoort niet bij de regel ervoor.",
    Broken.MISSING: "Regel {seq} ontbreekt.",
    Broken.CUT_OFF: "Vanaf regel {seq} zijn de laatste regels weg.",
}
REMEDY = (
    "Bewaar de database zoals zij nu is, vergelijk met een back-up en meld dit bij wie over "
    "informatiebeveiliging gaat."
)
WHOLE = "Het logboek klopt: {count}, laatste regel {head}."
KEEP_HEAD = (
    "Bewaar dit nummer ergens anders; met --head ziet u later of er regels van het eind weg zijn."
)
NO_ROWS = "Geen regels."
NO_HEAD = '"{written}" is geen regelnummer met een kenmerk. Neem over wat audit verify toonde.'
NO_ACTIVITY = (
    "Geef met --activity de URI van de verwerkingsactiviteit in uw register van verwerkingen."
)


def broken_text(checked: Checked) -> str:
    """Say which row is wrong and what to do."""
    assert checked.broken is not None  # noqa: S101 - asked of a chain that is broken
    return f"{BROKEN[checked.broken].format(seq=checked.seq)} {REMEDY}"
