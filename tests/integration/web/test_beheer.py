"""Administration as a browser without scripts meets it: one organisation, no secret twice."""

import io
import re

import pytest
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from service.adapters.readings import pack
from service.adapters.store.tables import job, letter
from service.ports.jobs import WhyDead, Work
from service.ports.reading import Assignment, Finished
from service.ports.reading import Outcome as ReadOutcome
from service.records.audit import AuditQuery, Done
from service.records.deliveries import DeliveryState
from service.records.letters import LetterState, Organisation
from service.records.people import Role
from service.records.retention import Outcome
from service.usecases.accounts import find_invitation
from service.usecases.profiles import KnownIds
from service.usecases.retention import kept
from tests.posts import OURS, THEIRS, FakeReader
from tests.web import Browser, Office, browser, reading_reader, small_reading
from validators.assess import Source, assess
from validators.profile import catalogue_of

PDF = b"%PDF-1.4 een brief"
PAGES = (
    *("", "/profielen", "/profielen/awb", "/profielen/awb.toml", "/mensen", "/sleutels"),
    *("/kanalen", "/apart", "/bewaren"),
)
FORMS = (
    *("/mensen/uitnodigen", "/mensen/x/rol", "/mensen/x/sluiten", "/mensen/x/heropenen"),
    *("/mensen/x/wachtwoord", "/sleutels/maken", "/sleutels/x/vervangen", "/sleutels/x/intrekken"),
    *("/kanalen/toevoegen", "/kanalen/x/proef", "/kanalen/x/geheim", "/kanalen/x/aan"),
    *("/kanalen/x/uit", "/kanalen/x/verwijderen", "/kanalen/x/alles-opnieuw"),
    *("/kanalen/bezorgingen/x/opnieuw", "/kanalen/bezorgingen/x/laten-vervallen"),
    *("/apart/x/opnieuw", "/apart/x/rusten", "/bewaren", "/meldingen/1/gezien"),
    *("/profielen/controle", "/profielen/gebruiken", "/profielen/awb/installatie"),
    "/profielen/versies/x/gebruiken",
)
URL = "https://ontvanger.example/haak"


@pytest.fixture
def administrator(our_office: Office) -> Browser:
    return browser(our_office, role=Role.BEHEERDER)


@pytest.fixture
def stranger(our_office: Office) -> Browser:
    """Return an administrator of another organisation."""
    return browser(our_office, THEIRS, role=Role.BEHEERDER)


def secret_on(page: TestResponse) -> str:
    found = re.search(r'class="geheim"[^>]*>([^<]+)<', page.text)
    assert found is not None
    return found[1]


def read_one(our_office: Office, someone: Browser) -> str:
    """Let someone send a letter that is read; return its id."""
    someone.send(("brief.pdf", PDF))
    (sent,) = our_office.waiting()
    our_office.read_all(reading_reader(our_office.room))
    return sent


def add_channel(someone: Browser, name: str = "Zaaksysteem") -> str:
    someone.post("/beheer/kanalen/toevoegen", naam=name, url=URL, inhoud="verwijzing")
    found = re.search(r"/beheer/kanalen/([0-9a-f-]{36})", someone.get("/beheer/kanalen").text)
    assert found is not None
    return found[1]


# --- who may see it


@pytest.mark.parametrize("role", [Role.MAILROOM, Role.JURIST])
@pytest.mark.parametrize("path", PAGES)
def test_only_an_administrator_sees_a_page(our_office: Office, role: Role, path: str) -> None:
    assert browser(our_office, role=role).get(f"/beheer{path}").status_code == 403


@pytest.mark.parametrize("role", [Role.MAILROOM, Role.JURIST])
@pytest.mark.parametrize("path", FORMS)
def test_only_an_administrator_sends_a_form(our_office: Office, role: Role, path: str) -> None:
    assert browser(our_office, role=role).post(f"/beheer{path}").status_code == 403


@pytest.mark.parametrize("path", FORMS)
def test_a_form_of_another_site_changes_nothing(administrator: Browser, path: str) -> None:
    assert administrator.post(f"/beheer{path}", token="0" * 64).status_code == 403


@pytest.mark.parametrize("path", PAGES)
def test_an_administrator_sees_every_page_within_its_policy(
    administrator: Browser, path: str
) -> None:
    page = administrator.get(f"/beheer{path}")
    assert page.status_code == 200
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", page.text)


def test_the_menu_shows_administration_to_administrators_alone(
    our_office: Office, administrator: Browser
) -> None:
    assert 'href="/beheer"' in administrator.get("/").text
    assert 'href="/beheer"' not in browser(our_office).get("/").text


def test_what_is_of_another_organisation_does_not_exist(
    our_office: Office, administrator: Browser, stranger: Browser
) -> None:
    channel = add_channel(stranger)
    stranger.post("/beheer/sleutels/maken", naam="Hun systeem", recht="read")
    with our_office.room.store.reading() as transaction:
        (key,) = transaction.keys.all(THEIRS.id)
    letter_id = read_one(our_office, stranger)
    person = stranger.account.id
    paths = (
        *(f"/mensen/{person}/{act}" for act in ("sluiten", "heropenen", "wachtwoord")),
        *(f"/sleutels/{key.id}/vervangen", f"/kanalen/{channel}/verwijderen"),
        *(f"/kanalen/{channel}/{act}" for act in ("proef", "aan", "uit", "geheim")),
        f"/kanalen/{channel}/alles-opnieuw",
    )
    for path in paths:
        assert administrator.post(f"/beheer{path}", zeker="ja").status_code == 404, path
    assert administrator.post(f"/beheer/mensen/{person}/rol", rol="jurist").status_code == 404
    revoked = administrator.post(f"/beheer/sleutels/{key.id}/intrekken", zeker="ja")
    assert revoked.status_code == 404
    assert administrator.get(f"/beheer/kanalen/{channel}").status_code == 404
    assert administrator.get(f"/beheer/profielen/brieven/{letter_id}").status_code == 404
    for path in PAGES:
        page = administrator.get(f"/beheer{path}").text
        assert "Hun systeem" not in page
        assert channel not in page
        assert person not in page


# --- people


def test_who_is_invited_makes_an_account(our_office: Office, administrator: Browser) -> None:
    page = administrator.post("/beheer/mensen/uitnodigen", rol="jurist")
    secret = secret_on(page).rpartition("/")[2]
    invitation, _ = find_invitation(secret, desk=our_office.parts.accounts)
    assert (invitation.organisation_id, invitation.role) == (OURS.id, Role.JURIST)
    assert secret not in administrator.get("/beheer/mensen").text


def test_a_closed_account_is_out_at_once_and_comes_back(
    our_office: Office, administrator: Browser
) -> None:
    clerk = browser(our_office)
    assert clerk.get("/").status_code == 200
    administrator.post(f"/beheer/mensen/{clerk.account.id}/sluiten")
    assert clerk.get("/").status_code == 302
    administrator.post(f"/beheer/mensen/{clerk.account.id}/heropenen")
    page = administrator.post(f"/beheer/mensen/{clerk.account.id}/wachtwoord")
    desk = our_office.parts.accounts
    _, known = find_invitation(secret_on(page).rpartition("/")[2], desk=desk)
    assert known is not None
    assert known.id == clerk.account.id


def test_a_role_holds_at_once(our_office: Office, administrator: Browser) -> None:
    clerk = browser(our_office)
    administrator.post(f"/beheer/mensen/{clerk.account.id}/rol", rol="beheerder")
    assert clerk.get("/beheer").status_code == 200


@pytest.mark.parametrize(("act", "fields"), [("sluiten", {}), ("rol", {"rol": "mailroom"})])
def test_nobody_locks_themselves_out(
    administrator: Browser, act: str, fields: dict[str, str]
) -> None:
    own = administrator.account.id
    answer = administrator.post(f"/beheer/mensen/{own}/{act}", **fields)
    assert answer.status_code == 400
    assert administrator.get("/beheer").status_code == 200


# --- keys


def test_a_key_is_shown_once_and_works(our_office: Office, administrator: Browser) -> None:
    page = administrator.post("/beheer/sleutels/maken", naam="Scanstraat", recht=["read"])
    secret = secret_on(page)
    answer = our_office.app.test_client().get(
        "/v1/letters", headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.status_code == 200
    assert secret not in administrator.get("/beheer/sleutels").text


def test_a_key_that_is_replaced_goes_on_for_a_day(
    our_office: Office, administrator: Browser
) -> None:
    first = secret_on(administrator.post("/beheer/sleutels/maken", naam="A", recht=["read"]))
    with our_office.room.store.reading() as transaction:
        (key,) = transaction.keys.all(OURS.id)
    second = secret_on(administrator.post(f"/beheer/sleutels/{key.id}/vervangen"))
    client = our_office.app.test_client()

    def status(secret: str) -> int:
        headers = {"Authorization": f"Bearer {secret}"}
        return client.get("/v1/letters", headers=headers).status_code

    assert (status(first), status(second)) == (200, 200)
    our_office.room.clock.move(hours=25)
    assert (status(first), status(second)) == (401, 200)


def test_a_key_is_revoked_only_when_one_is_sure(our_office: Office, administrator: Browser) -> None:
    administrator.post("/beheer/sleutels/maken", naam="Scanstraat", recht=["read"])
    with our_office.room.store.reading() as transaction:
        (key,) = transaction.keys.all(OURS.id)
    path = f"/beheer/sleutels/{key.id}/intrekken"
    asked = administrator.post(path)
    assert "Weet u het zeker?" in asked.text
    assert "Scanstraat" in asked.text
    assert "Intrekken" in administrator.get("/beheer/sleutels").text
    administrator.post(path, zeker="ja")
    assert "Verlopen of ingetrokken" in administrator.get("/beheer/sleutels").text


def test_all_that_is_wrong_with_a_key_is_said_at_once(administrator: Browser) -> None:
    page = administrator.post("/beheer/sleutels/maken", naam="", dagen="veel")
    assert page.status_code == 400
    assert page.text.count("form-field-error-message") == 3


# --- channels


def test_a_channel_is_added_tried_switched_and_removed(administrator: Browser) -> None:
    channel = add_channel(administrator)
    path = f"/beheer/kanalen/{channel}"
    tried = administrator.post(f"{path}/proef").text
    assert "De naam in het adres bestaat niet" in tried or "geen verbinding" in tried
    administrator.post(f"{path}/uit")
    assert "Uitgezet door een medewerker" in administrator.get(path).text
    administrator.post(f"{path}/aan")
    assert secret_on(administrator.post(f"{path}/geheim")).startswith("whsec_")
    assert "Weet u het zeker?" in administrator.post(f"{path}/verwijderen").text
    assert administrator.get(path).status_code == 200
    administrator.post(f"{path}/verwijderen", zeker="ja")
    assert administrator.get(path).status_code == 404


@pytest.mark.parametrize("url", ["http://intern.example", "geen adres", "https://a:b@c.example"])
def test_an_address_that_cannot_be_is_said_at_its_field(administrator: Browser, url: str) -> None:
    page = administrator.post("/beheer/kanalen/toevoegen", naam="A", url=url, inhoud="rapport")
    assert page.status_code == 400
    assert 'id="url-fout"' in page.text


def test_a_delivery_that_was_given_up_is_sent_again_or_lapses(
    our_office: Office, administrator: Browser
) -> None:
    channel = add_channel(administrator)
    read_one(our_office, administrator)
    store, now = our_office.room.store, our_office.room.clock.now()
    with store.accepting() as transaction:
        (delivery,) = transaction.deliveries.search(channel_id=channel)
        transaction.deliveries.end(delivery.id, DeliveryState.GIVEN_UP, "http_404", now=now)
    assert "code 404" in administrator.get(f"/beheer/kanalen/{channel}").text
    administrator.post(f"/beheer/kanalen/{channel}/alles-opnieuw")

    def state() -> DeliveryState:
        with store.reading() as transaction:
            return transaction.deliveries.find(delivery.id).state

    assert state() is DeliveryState.WAITING
    path = f"/beheer/kanalen/bezorgingen/{delivery.id}"
    administrator.post(f"{path}/opnieuw")
    assert "Weet u het zeker?" in administrator.post(f"{path}/laten-vervallen").text
    administrator.post(f"{path}/laten-vervallen", zeker="ja")
    assert state() is DeliveryState.DROPPED


def test_a_delivery_of_another_organisation_does_not_exist(
    our_office: Office, administrator: Browser, stranger: Browser
) -> None:
    channel = add_channel(stranger)
    read_one(our_office, stranger)
    with our_office.room.store.reading() as transaction:
        (delivery,) = transaction.deliveries.search(channel_id=channel)
    for act in ("opnieuw", "laten-vervallen"):
        path = f"/beheer/kanalen/bezorgingen/{delivery.id}/{act}"
        assert administrator.post(path, zeker="ja").status_code == 404


# --- what was put aside


def strand(our_office: Office, someone: Browser) -> str:
    someone.send(("stuk.pdf", PDF + b"2"))
    (sent,) = our_office.waiting()
    our_office.read_all(reading_reader(our_office.room))
    with our_office.room.store.working() as transaction:
        stranded = letter.update().where(letter.c.id == sent).values(state=LetterState.STRANDED)
        transaction.connection.execute(stranded)
    return sent


def kill_job(our_office: Office, about: str) -> str:
    with our_office.room.store.working() as transaction:
        transaction.jobs.put(Work.READ, about)
        dead = (
            job.update().where(job.c.about == about).values(is_dead=True, why_dead=WhyDead.FAILED)
        )
        transaction.connection.execute(dead)
        return transaction.jobs.dead()[-1].id


def state_of(our_office: Office, letter_id: str) -> LetterState:
    with our_office.room.store.reading() as transaction:
        return transaction.letters.find(letter_id).state


def test_a_letter_that_was_put_aside_is_tried_again(
    our_office: Office, administrator: Browser
) -> None:
    sent = strand(our_office, administrator)
    assert "stuk.pdf" in administrator.get("/beheer/apart").text
    administrator.post(f"/beheer/apart/{sent}/opnieuw")
    assert state_of(our_office, sent) is LetterState.RECEIVED


def test_a_letter_that_is_left_keeps_its_report(our_office: Office, administrator: Browser) -> None:
    sent = strand(our_office, administrator)
    assert "Weet u het zeker?" in administrator.post(f"/beheer/apart/{sent}/rusten").text
    assert state_of(our_office, sent) is LetterState.STRANDED
    administrator.post(f"/beheer/apart/{sent}/rusten", zeker="ja")
    assert state_of(our_office, sent) is LetterState.DONE
    assert sent not in administrator.get("/beheer/apart").text
    assert administrator.get(f"/brieven/{sent}").status_code == 200


def test_dead_work_and_its_letter_are_told_once(our_office: Office, administrator: Browser) -> None:
    sent = strand(our_office, administrator)
    dead = kill_job(our_office, sent)
    page = administrator.get("/beheer/apart").text
    assert f"werk-{dead}" in page
    assert f"werk-{sent}" not in page
    administrator.post(f"/beheer/apart/{dead}/rusten", zeker="ja")
    assert f"werk-{dead}" not in administrator.get("/beheer/apart").text


def test_what_another_organisation_put_aside_is_not_here(
    our_office: Office, administrator: Browser, stranger: Browser
) -> None:
    sent = strand(our_office, stranger)
    dead = kill_job(our_office, sent)
    page = administrator.get("/beheer/apart").text
    assert sent not in page
    assert dead not in page
    for about in (sent, dead):
        for act in ("opnieuw", "rusten"):
            path = f"/beheer/apart/{about}/{act}"
            assert administrator.post(path, zeker="ja").status_code == 404
    assert dead in stranger.get("/beheer/apart").text


# --- retention and health


def test_terms_are_kept_and_letters_past_them_counted(
    our_office: Office, administrator: Browser
) -> None:
    sent = read_one(our_office, administrator)
    administrator.post("/lijst/afgehandeld", brief=sent, doe="klaar")
    administrator.post("/beheer/bewaren", bezwaar="12", klacht="", overig="1", fout="3")
    store, clock = our_office.room.store, our_office.room.clock

    def past(organisation: Organisation) -> dict[Outcome, tuple[int | None, int]]:
        found = kept(organisation.id, store=store, clock=clock)
        return {each.outcome: (each.months, each.past) for each in found}

    clock.move(days=330)
    assert past(OURS)[Outcome.BEZWAAR] == (12, 0)
    clock.move(days=40)
    assert past(OURS) == {
        Outcome.BEZWAAR: (12, 1),
        Outcome.KLACHT: (None, 0),
        Outcome.OVERIG: (1, 0),
        Outcome.UNREAD: (3, 0),
    }
    assert past(THEIRS)[Outcome.BEZWAAR] == (None, 0)


@pytest.mark.parametrize("months", ["0", "-1", "1201", "twaalf", "1,5"])
def test_a_term_that_cannot_be_changes_nothing(
    our_office: Office, administrator: Browser, months: str
) -> None:
    assert administrator.post("/beheer/bewaren", bezwaar=months).status_code == 400
    with our_office.room.store.reading() as transaction:
        assert transaction.retention.rules(OURS.id) == ()


def test_health_is_told_in_words(our_office: Office, administrator: Browser) -> None:
    page = administrator.get("/beheer").text
    assert "De schijf is bijna vol" in page
    assert "De database werkt" in page


def test_what_waits_is_counted_for_the_own_organisation_alone(
    our_office: Office, administrator: Browser, stranger: Browser
) -> None:
    administrator.send(("brief.pdf", PDF))
    counts = [
        re.findall(r'getal">(\d+)<', someone.get("/beheer").text)
        for someone in (administrator, stranger)
    ]
    assert counts == [["1", "0", "0"], ["0", "0", "0"]]


def test_an_alert_is_shown_until_it_was_seen_and_only_to_its_own(
    our_office: Office, administrator: Browser, stranger: Browser
) -> None:
    now = our_office.room.clock.now()
    with our_office.room.store.working() as transaction:
        transaction.alerts.add("mailbox_weg", about="x", organisation_id=OURS.id, now=now)
        (alert,) = transaction.alerts.unseen(OURS.id)
    assert "mailbox is niet te bereiken" in administrator.get("/beheer").text
    assert "mailbox is niet te bereiken" not in stranger.get("/beheer").text
    path = f"/beheer/meldingen/{alert.id}/gezien"
    assert stranger.post(path).status_code == 404
    administrator.post(path)
    assert "mailbox is niet te bereiken" not in administrator.get("/beheer").text


# --- profiles


def toml_of(profile_id: str = "zorg-en-zekerheid") -> str:
    return catalogue_of().texts[profile_id]


def check(someone: Browser, name: str, text: str) -> TestResponse:
    sent = {"csrf": someone.token(), "bestand": (io.BytesIO(text.encode()), name)}
    return someone.client.post("/beheer/profielen/controle", data=sent)


def put_in_use(someone: Browser, text: str, profile: str = "zorg-en-zekerheid") -> TestResponse:
    windows = text.replace("\n", "\r\n")  # as browsers send it
    return someone.post("/beheer/profielen/gebruiken", naam=profile, tekst=windows)


def without_bsn() -> str:
    """Return the profile of the organisation, that does not ask for a BSN any more."""
    changed = re.sub(r'"bsn",\s*|,\s*"bsn"', "", toml_of())
    assert changed != toml_of()
    return changed


def test_every_fault_of_a_profile_is_named_by_its_line(administrator: Browser) -> None:
    text = toml_of() + '\nonzin = "ja"\n'
    page = check(administrator, "zorg-en-zekerheid.toml", text)
    assert page.status_code == 400
    lines = re.findall(r'href="#regel-(\d+)"', page.text)
    assert lines
    assert all(f'id="regel-{line}"' in page.text for line in lines)
    assert "Er is niets veranderd" in page.text


def test_what_a_new_version_changes_is_shown_before_it_is_used(administrator: Browser) -> None:
    page = check(administrator, "zorg-en-zekerheid.toml", without_bsn())
    assert page.status_code == 200
    assert "+ erbij" in page.text
    assert "- eruit" in page.text
    assert "eigen versie" not in administrator.get("/beheer/profielen").text


@pytest.mark.parametrize(("name", "text"), [("a.txt", "x"), ("a.toml", "x" * 200_001), ("", "")])
def test_a_file_that_is_no_profile_is_refused(administrator: Browser, name: str, text: str) -> None:
    assert check(administrator, name, text).status_code == 400


def asks_for_bsn(our_office: Office, letter_id: str) -> bool:
    with our_office.room.store.reading() as transaction:
        return transaction.letters.report(letter_id).elements["bsn"].required  # type: ignore[index]


def test_a_new_version_holds_for_letters_that_are_read_from_then_on(
    our_office: Office, administrator: Browser
) -> None:
    reader = versioned_reader(our_office)
    administrator.send(("oud.pdf", PDF + b"oud"))
    (old,) = our_office.waiting()
    our_office.read_all(reader)
    put_in_use(administrator, without_bsn())
    administrator.send(("nieuw.pdf", PDF + b"nieuw"))
    (new,) = our_office.waiting()
    our_office.read_all(reader)
    assert (asks_for_bsn(our_office, old), asks_for_bsn(our_office, new)) == (True, False)
    # a letter that was judged keeps its rules when somebody corrects it
    administrator.post(f"/brieven/{old}/elementen/naam", doe="ontbreekt")
    assert asks_for_bsn(our_office, old)
    with our_office.room.store.reading() as transaction:
        first, second = (transaction.profiles.judged(each)[0].sha256 for each in (old, new))
    assert first != second
    page = administrator.get(f"/beheer/profielen/brieven/{new}").text
    assert f"/beheer/profielen/versies/{second}" in page
    assert administrator.get(f"/beheer/profielen/versies/{second}").status_code == 200


def versioned_reader(our_office: Office) -> FakeReader:
    """Return a reader that judges by the profiles that its assignment brings, as a worker does."""

    def read(each: Assignment) -> Finished:
        assert each.profiles is not None
        known = catalogue_of(each.profiles)
        report = assess(
            small_reading(),
            known.load(each.profile or "awb"),
            source=Source(file=each.file, receipt=each.receipt),
            today=our_office.room.clock.today(),
            report_id="x",
            catalogue=known,
        )
        return Finished((ReadOutcome(report, reading=pack(small_reading())),))

    return FakeReader(read)


def test_a_version_is_of_its_organisation_alone(
    our_office: Office, administrator: Browser, stranger: Browser
) -> None:
    put_in_use(administrator, without_bsn())
    with our_office.room.store.reading() as transaction:
        (version,) = transaction.profiles.versions(OURS.id)
    path = f"/beheer/profielen/versies/{version.sha256}"
    assert administrator.get(path).status_code == 200
    assert stranger.get(path).status_code == 404
    assert stranger.get(f"{path}.toml").status_code == 404
    assert stranger.post(f"{path}/gebruiken").status_code == 404
    assert "eigen versie" not in stranger.get("/beheer/profielen").text
    assert stranger.get("/beheer/profielen/zorg-en-zekerheid.toml").text == toml_of()


def test_an_earlier_version_and_the_installed_text_come_back(
    our_office: Office, administrator: Browser
) -> None:
    put_in_use(administrator, without_bsn())
    with our_office.room.store.reading() as transaction:
        (version,) = transaction.profiles.versions(OURS.id)
    path = "/beheer/profielen/zorg-en-zekerheid"
    assert "Weet u het zeker?" in administrator.post(f"{path}/installatie").text
    administrator.post(f"{path}/installatie", zeker="ja")
    assert administrator.get(f"{path}.toml").text == toml_of()
    administrator.post(f"/beheer/profielen/versies/{version.sha256}/gebruiken")
    assert administrator.get(f"{path}.toml").text == without_bsn()
    assert administrator.get(path).text.count("M. de Werker") >= 3


def test_a_new_profile_takes_letters_through_every_door(
    our_office: Office, administrator: Browser
) -> None:
    text = toml_of().replace("Zorg en Zekerheid", "Zorgkantoor Nieuw")
    assert put_in_use(administrator, text, "zorgkantoor-nieuw").status_code == 303
    assert "zorgkantoor-nieuw" in administrator.get("/").text
    client = our_office.client()
    listed = client.get("/v1/profiles").json
    assert "zorgkantoor-nieuw" in {each["id"] for each in listed["profiles"]}
    others = our_office.client(organisation=THEIRS).get("/v1/profiles").json
    assert "zorgkantoor-nieuw" not in {each["id"] for each in others["profiles"]}


def test_a_text_of_a_browser_is_checked_again(administrator: Browser) -> None:
    assert put_in_use(administrator, "onzin = 1").status_code == 400
    assert put_in_use(administrator, toml_of(), "../kwaad").status_code == 400
    assert "eigen versie" not in administrator.get("/beheer/profielen").text


def test_a_new_profile_is_known_to_doors_that_are_open(
    our_office: Office, administrator: Browser
) -> None:
    known = KnownIds(catalogue_of(), our_office.room.store, OURS.id)
    assert "zorgkantoor-nieuw" not in known
    put_in_use(administrator, toml_of(), "zorgkantoor-nieuw")
    assert "zorgkantoor-nieuw" in known
    assert sorted(known) == list(known)
    assert "zorgkantoor-nieuw" not in KnownIds(catalogue_of(), our_office.room.store, THEIRS.id)


def test_a_text_that_is_not_understood_any_more_judges_nothing(
    our_office: Office, administrator: Browser
) -> None:
    """An earlier version of Postkamer may have known a key that is gone."""
    now = our_office.room.clock.now()
    with our_office.room.store.working() as transaction:
        sha256 = transaction.profiles.keep("zorg-en-zekerheid", "verdwenen = 1\n", now=now)
        transaction.profiles.use(OURS.id, sha256, created_by=administrator.account.id, now=now)
    reader = versioned_reader(our_office)
    administrator.send(("brief.pdf", PDF))
    (sent,) = our_office.waiting()
    our_office.read_all(reader)
    assert asks_for_bsn(our_office, sent)
    assert "past niet meer" in administrator.get("/beheer/profielen").text
    assert (
        "Uw versie past niet meer" in administrator.get("/beheer/profielen/zorg-en-zekerheid").text
    )


# --- the log


def test_what_an_administrator_does_is_written_down_without_names_or_secrets(
    administrator: Browser,
) -> None:
    with capture_logs() as logs:
        page = administrator.post("/beheer/sleutels/maken", naam="Scanstraat", recht=["read"])
        administrator.post("/beheer/mensen/uitnodigen", rol="jurist")
        put_in_use(administrator, without_bsn())
    acts = [each for each in logs if each.get("account_id") == administrator.account.id]
    assert [each["event"] for each in acts] == ["key_made", "person_invited", "profile_put_in_use"]
    assert all(each["organisation_id"] == OURS.id for each in acts)
    assert secret_on(page) not in str(logs)
    assert "Scanstraat" not in str(logs)


def test_every_act_stands_in_the_audit_log_with_who_did_it(
    our_office: Office, administrator: Browser
) -> None:
    clerk = browser(our_office)
    sent = strand(our_office, administrator)
    administrator.post("/beheer/sleutels/maken", naam="Scanstraat", recht=["read"])
    administrator.post(f"/beheer/mensen/{clerk.account.id}/sluiten")
    channel = add_channel(administrator)
    administrator.post(f"/beheer/kanalen/{channel}/uit")
    administrator.post("/beheer/bewaren", bezwaar="12")
    administrator.post(f"/beheer/apart/{sent}/rusten", zeker="ja")
    put_in_use(administrator, without_bsn())
    with our_office.room.store.reading() as transaction:
        rows = transaction.audit.list(AuditQuery(by=administrator.account.id))
    assert {each.deed.act for each in rows} >= {
        Done.KEY_ADDED,
        Done.ACCOUNT_CHANGED,
        Done.CHANNEL_ADDED,
        Done.CHANNEL_CHANGED,
        Done.TERMS_SET,
        Done.LEFT_ASIDE,
        Done.PROFILE_USED,
    }
