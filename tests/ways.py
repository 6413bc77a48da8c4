"""Who may come where: an entry for every address of the service, and a request that is right.

An address without an entry makes a test fail: who adds one says here who may use it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from service.records.people import Scope

NOWHERE = "https://ontvanger.example/haak"


class Who(StrEnum):
    """Who may use an address."""

    EVERYONE = "iedereen"
    MAILROOM = "mailroom"  # and everyone above it
    BEHEERDER = "beheerder"


@dataclass(frozen=True, slots=True)
class Way:
    """Who may, with what else the address is filled in, and what a right request holds."""

    who: Who | Scope
    form: Mapping[str, object] = field(default_factory=dict)
    path: Mapping[str, str] = field(default_factory=dict)  # beside the ids of what there is
    is_upload: bool = False
    query: str = ""


def everyone(**form: object) -> Way:
    """Let everyone use an address."""
    return Way(Who.EVERYONE, form)


def clerk(**form: object) -> Way:
    """Let everyone who works at an organisation use an address."""
    return Way(Who.MAILROOM, form)


def admin(**form: object) -> Way:
    """Let administrators of an organisation use an address."""
    return Way(Who.BEHEERDER, form)


SURE = {"zeker": "ja"}
READ, UPLOAD, DESTROY, ADMIN = Scope.READ, Scope.UPLOAD, Scope.DESTROY, Scope.ADMIN
LETTER = "/brieven/<uuid:letter_id>"
CONCEPT = f"{LETTER}/concepten/<uuid:concept_id>"
SENT = f"{LETTER}/verstuurd/<uuid:sent_id>"
PROFILES, PEOPLE = "/beheer/profielen", "/beheer/mensen/<account_id>"
VERSION = f"{PROFILES}/versies/<sha256>"
CHANNEL, DELIVERY = "/beheer/kanalen/<channel_id>", "/beheer/kanalen/bezorgingen/<delivery_id>"
DESTRUCTION = "/beheer/vernietigen/<proposal_id>"
AWB = {"profile_id": "zorg-en-zekerheid"}

WAYS: Mapping[tuple[str, str], Way] = {
    # --- the API
    ("GET", "/v1"): everyone(),
    ("GET", "/v1/"): everyone(),
    ("GET", "/v1/docs"): everyone(),
    ("GET", "/v1/openapi.json"): everyone(),
    ("POST", "/v1/batches"): Way(UPLOAD, is_upload=True),
    ("GET", "/v1/batches/<batchId>"): Way(READ),
    ("GET", "/v1/batches/<batchId>/reports"): Way(READ),
    ("GET", "/v1/batches/<batchId>/receipt"): Way(READ),
    ("POST", "/v1/letters"): Way(UPLOAD, is_upload=True),
    ("GET", "/v1/letters"): Way(READ),
    ("GET", "/v1/letters/<letterId>"): Way(READ),
    ("DELETE", "/v1/letters/<letterId>"): Way(DESTROY),
    ("GET", "/v1/letters/<letterId>/report"): Way(READ),
    ("GET", "/v1/letters/<letterId>/original"): Way(READ),
    ("GET", "/v1/letters/<letterId>/pages/<page>"): Way(READ, path={"page": "1"}),
    ("GET", "/v1/events"): Way(READ),
    ("GET", "/v1/keys"): Way(ADMIN),
    ("POST", "/v1/keys"): Way(ADMIN, {"name": "x", "scopes": ["read"]}),
    ("GET", "/v1/keys/<keyId>"): Way(ADMIN),
    ("DELETE", "/v1/keys/<keyId>"): Way(ADMIN),
    ("GET", "/v1/organisations"): Way(ADMIN),
    ("GET", "/v1/profiles"): Way(ADMIN),
    ("GET", "/v1/channels"): Way(ADMIN),
    ("POST", "/v1/channels"): Way(
        ADMIN, {"kind": "webhook", "name": "x", "settings": {"url": NOWHERE}}
    ),
    ("GET", "/v1/channels/<channelId>"): Way(ADMIN),
    ("PATCH", "/v1/channels/<channelId>"): Way(ADMIN, {"isEnabled": False}),
    ("DELETE", "/v1/channels/<channelId>"): Way(ADMIN),
    ("POST", "/v1/channels/<channelId>/tests"): Way(ADMIN),
    ("POST", "/v1/channels/<channelId>/secrets"): Way(ADMIN),
    ("POST", "/v1/channels/<channelId>/attempts"): Way(ADMIN),
    ("GET", "/v1/deliveries"): Way(ADMIN),
    ("GET", "/v1/deliveries/<deliveryId>"): Way(ADMIN),
    ("POST", "/v1/deliveries/<deliveryId>/attempts"): Way(ADMIN),
    # --- before logging in
    ("GET", "/static/<path:filename>"): Way(Who.EVERYONE, path={"filename": "thema.css"}),
    ("GET", "/inloggen"): everyone(),
    ("POST", "/inloggen"): everyone(email="wie@example.org", password="onjuist"),  # noqa: S106 - it is wrong
    ("GET", "/uitnodiging/<secret>"): everyone(),
    ("POST", "/uitnodiging/<secret>"): everyone(),
    ("POST", "/uitloggen"): everyone(),
    # --- daily work
    ("GET", "/"): clerk(),
    ("GET", "/lijst"): clerk(),
    ("POST", "/zoeken"): clerk(woorden="999990019"),
    ("POST", "/lijst/afgehandeld"): clerk(brief="{letter_id}"),
    ("POST", "/aanbieden"): Way(Who.MAILROOM, is_upload=True),
    ("GET", LETTER): clerk(),
    ("GET", f"{LETTER}/bsn"): clerk(),
    ("POST", f"{LETTER}/bsn"): clerk(),
    ("POST", f"{LETTER}/elementen/<about>"): Way(
        Who.MAILROOM, {"doe": "ontbreekt"}, {"about": "datum"}
    ),
    ("POST", f"{LETTER}/ongedaan/<correction_id>"): clerk(),
    ("POST", f"{LETTER}/ontvangst"): clerk(ontvangen="2026-11-02", kanaal="post"),
    ("POST", f"{LETTER}/afgehandeld"): clerk(doe="klaar"),
    ("GET", f"{LETTER}/volgende"): clerk(),
    ("GET", f"{LETTER}/bladzijden/<int:number>.png"): Way(Who.MAILROOM, path={"number": "1"}),
    ("GET", f"{LETTER}/bladzijden/<int:number>/woorden"): Way(
        Who.MAILROOM, path={"number": "1"}, query="x0=0&top=0&x1=1&bottom=1"
    ),
    ("GET", f"{LETTER}/origineel"): clerk(),
    ("GET", f"{LETTER}/dossier"): clerk(),
    ("GET", "/dossiers"): clerk(),
    ("POST", "/dossiers"): clerk(woorden="999990019"),
    ("POST", f"{LETTER}/dubbelen/<uuid:other_id>"): clerk(),
    ("POST", f"{LETTER}/concepten"): clerk(soort="ontvangstbevestiging"),
    ("GET", f"{SENT}/brief"): clerk(),
    ("POST", f"{SENT}/ongedaan"): clerk(),
    ("POST", f"{LETTER}/aanvulling"): clerk(doe="niets"),
    ("GET", CONCEPT): clerk(),
    ("POST", CONCEPT): clerk(doe="weg", revisie="1"),
    ("GET", f"{CONCEPT}/bladzijden/<int:number>.png"): Way(Who.MAILROOM, path={"number": "1"}),
    ("GET", f"{CONCEPT}/brief.<form>"): Way(Who.MAILROOM, path={"form": "pdf"}),
    ("GET", "/termijn"): clerk(),
    ("POST", "/termijn"): clerk(),
    ("POST", "/termijn/agenda.ics"): clerk(),
    ("GET", "/overzicht"): clerk(),
    ("GET", "/overzicht/perioden.csv"): clerk(),
    ("GET", "/overzicht/elementen.csv"): clerk(),
    ("GET", "/sessies"): clerk(),
    ("POST", "/sessies"): clerk(sessie="andere"),
    # --- administration
    ("GET", "/beheer"): admin(),
    ("POST", "/beheer/meldingen/<int:alert_id>/gezien"): admin(),
    ("GET", "/meldingen"): admin(),
    ("POST", "/meldingen/<int:number>/afgedaan"): Way(Who.BEHEERDER, path={"number": "{alert_id}"}),
    ("GET", PROFILES): admin(),
    ("GET", f"{PROFILES}/<profile_id>"): Way(Who.BEHEERDER, path=AWB),
    ("GET", f"{PROFILES}/<profile_id>.toml"): Way(Who.BEHEERDER, path=AWB),
    ("POST", f"{PROFILES}/controle"): admin(),
    ("POST", f"{PROFILES}/gebruiken"): admin(),
    ("POST", f"{PROFILES}/<profile_id>/installatie"): Way(Who.BEHEERDER, SURE, AWB),
    ("GET", VERSION): admin(),
    ("GET", f"{VERSION}.toml"): admin(),
    ("POST", f"{VERSION}/gebruiken"): admin(),
    ("GET", f"{PROFILES}/brieven/<uuid:letter_id>"): admin(),
    ("GET", "/beheer/mensen"): admin(),
    ("POST", "/beheer/mensen/uitnodigen"): admin(rol="jurist"),
    ("POST", f"{PEOPLE}/wachtwoord"): admin(),
    ("POST", f"{PEOPLE}/rol"): admin(rol="mailroom"),
    ("POST", f"{PEOPLE}/sluiten"): admin(**SURE),
    ("POST", f"{PEOPLE}/heropenen"): admin(**SURE),
    ("GET", "/beheer/sleutels"): admin(),
    ("POST", "/beheer/sleutels/maken"): admin(naam="x", recht="read"),
    ("POST", "/beheer/sleutels/<key_id>/vervangen"): admin(**SURE),
    ("POST", "/beheer/sleutels/<key_id>/intrekken"): admin(**SURE),
    ("GET", "/beheer/kanalen"): admin(),
    ("POST", "/beheer/kanalen/toevoegen"): admin(naam="x", url=NOWHERE, inhoud="verwijzing"),
    ("GET", CHANNEL): admin(),
    ("POST", f"{CHANNEL}/proef"): admin(),
    ("POST", f"{CHANNEL}/geheim"): admin(**SURE),
    ("POST", f"{CHANNEL}/aan"): admin(),
    ("POST", f"{CHANNEL}/uit"): admin(),
    ("POST", f"{CHANNEL}/verwijderen"): admin(**SURE),
    ("POST", f"{CHANNEL}/alles-opnieuw"): admin(**SURE),
    ("POST", f"{DELIVERY}/opnieuw"): admin(),
    ("POST", f"{DELIVERY}/laten-vervallen"): admin(**SURE),
    ("GET", "/beheer/apart"): admin(),
    ("POST", "/beheer/apart/<about>/opnieuw"): Way(Who.BEHEERDER, path={"about": "{dead}"}),
    ("POST", "/beheer/apart/<about>/rusten"): Way(Who.BEHEERDER, SURE, {"about": "{dead}"}),
    ("GET", "/beheer/vernietigen"): admin(),
    ("POST", "/beheer/vernietigen"): admin(),
    ("POST", f"{DESTRUCTION}/akkoord"): admin(**SURE),
    ("POST", f"{DESTRUCTION}/intrekken"): admin(),
    ("GET", f"{DESTRUCTION}.csv"): admin(),
    ("GET", f"{DESTRUCTION}.pdf"): admin(),
    ("GET", "/beheer/bewaren"): admin(),
    ("POST", "/beheer/bewaren"): admin(bezwaar="12"),
}
