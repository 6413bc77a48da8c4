"""The overviews: what is counted, for whom, and how a spreadsheet gets it."""

import datetime as dt
import re

import pytest

from service.ports.reading import Assignment, Finished, Outcome
from service.records.overview import OverviewQuery
from service.usecases.accounts import begin_session
from service.usecases.overview import Overview, Step, Trend, overview
from tests.posts import OURS, THEIRS, FakeReader
from tests.unit.service.reports import make_failed
from tests.web import Browser, Office, browser, reading_reader

PDF = b"%PDF-1.4 een brief"
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


def send(our_office: Office, someone: Browser, number: int = 1) -> list[str]:
    """Send letters that are read; return their ids."""
    for each in range(number):
        someone.send((f"{each}.pdf", PDF + bytes([each])))
    sent = our_office.waiting()
    our_office.read_all(reading_reader(our_office.room))
    return sent


def found(our_office: Office, organisation_id: str = OURS.id, **asked: object) -> Overview:
    query = OverviewQuery(organisation_id, TODAY - dt.timedelta(days=20), TODAY, **asked)  # type: ignore[arg-type]
    today = our_office.room.clock.today()
    return overview(query, Step.WEEK, today=today, store=our_office.room.store)


def test_letters_are_counted_by_what_the_machine_made_of_them(
    our_office: Office, clerk: Browser
) -> None:
    send(our_office, clerk, 3)
    clerk.send(("stuk.pdf", PDF + b"stuk"))
    failed = FakeReader(lambda each: Finished((Outcome(make_failed(each.file)),)))
    our_office.read_all(failed)
    clerk.send(("wacht.pdf", PDF + b"wacht"))
    total = found(our_office).total
    assert (total.received, total.judged) == (5, 4)
    assert (total.verdicts["fout"], total.verdicts[""]) == (1, 1)


def test_letters_of_another_organisation_are_never_counted(
    our_office: Office, clerk: Browser
) -> None:
    send(our_office, clerk, 2)
    theirs = found(our_office, THEIRS.id)
    assert theirs.total.received == 0
    assert theirs.asked == theirs.quality == theirs.due == theirs.profiles == ()
    page = browser(our_office, THEIRS).get("/overzicht").text
    assert "In deze periode kwam er geen brief binnen" in page
    assert OURS.profile not in page


def test_a_change_by_a_person_ends_straight_through_and_undoing_it_brings_it_back(
    our_office: Office, clerk: Browser
) -> None:
    (letter_id,) = send(our_office, clerk)
    straight = found(our_office).total.straight
    clerk.post(f"/brieven/{letter_id}/elementen/naam", doe="bevestigd")
    assert found(our_office).total.straight == straight
    clerk.post(f"/brieven/{letter_id}/elementen/naam", doe="ontbreekt")
    assert found(our_office).total.straight == 0
    undo = re.search(r"/ongedaan/[^?\"]+", clerk.get(f"/brieven/{letter_id}").text)
    assert undo is not None
    clerk.post(f"/brieven/{letter_id}{undo[0]}")
    assert found(our_office).total.straight == straight


def test_what_a_person_changes_of_a_sure_reading_counts_against_the_element(
    our_office: Office, clerk: Browser
) -> None:
    one, two, _ = send(our_office, clerk, 3)
    clerk.post(f"/brieven/{one}/elementen/naam", doe="verbeterd", waarde="A. Anders")
    clerk.post(f"/brieven/{one}/elementen/naam", doe="verbeterd", waarde="B. Beter")
    clerk.post(f"/brieven/{two}/elementen/naam", doe="bevestigd")
    (name,) = (each for each in found(our_office).quality if each.element == "naam")
    assert (name.sure, name.changed, name.confirmed) == (3, 1, 1)
    assert name.trend is Trend.UNKNOWN


def test_to_agree_that_something_is_missing_is_no_change(
    our_office: Office, clerk: Browser
) -> None:
    (letter_id,) = send(our_office, clerk)
    missing = next(each.element for each in found(our_office).asked if each.missing)
    clerk.post(f"/brieven/{letter_id}/elementen/{missing}", doe="ontbreekt")
    (quality,) = (each for each in found(our_office).quality if each.element == missing)
    assert quality.changed == 0


def test_the_waiting_time_runs_from_receipt_to_handled(our_office: Office, clerk: Browser) -> None:
    letter_id, other = send(our_office, clerk, 2)
    clerk.post(f"/brieven/{letter_id}/ontvangst", ontvangen="2026-11-19", kanaal="post")
    clerk.post("/lijst/afgehandeld", brief=[letter_id, other], doe="klaar")
    assert found(our_office).total.waited == {4: 1, 0: 1}
    clerk.post("/lijst/afgehandeld", brief=letter_id, doe="open")
    assert found(our_office).total.waited == {0: 1}


def test_open_letters_near_their_last_day_are_counted_until_they_are_handled(
    our_office: Office, clerk: Browser
) -> None:
    (letter_id,) = send(our_office, clerk)
    with our_office.room.store.reading() as transaction:
        last_day = transaction.letters.find(letter_id).last_day
    assert last_day is not None
    our_office.room.clock.time = dt.datetime.combine(last_day, dt.time(9), dt.UTC)
    assert [each.number for each in found(our_office).due] == [1]
    again = browser_again(our_office, clerk)
    again.post("/lijst/afgehandeld", brief=letter_id, doe="klaar")
    assert found(our_office).due == ()


def browser_again(our_office: Office, clerk: Browser) -> Browser:
    """Let someone log in once more, whose session ended with the time that passed."""
    client = our_office.app.test_client()
    secret = begin_session(clerk.account, desk=our_office.parts.accounts)
    client.set_cookie("postkamer-sessie", secret)
    return Browser(client, clerk.account)


def test_one_profile_can_be_looked_at(our_office: Office, clerk: Browser) -> None:
    send(our_office, clerk, 2)
    assert found(our_office).profiles == (OURS.profile,)
    assert found(our_office, profile=OURS.profile).total.received == 2
    other = found(our_office, profile="ciz")
    assert other.total.received == 0
    assert other.asked == ()


def test_destroyed_letters_do_not_count_and_what_was_read_of_them_does(
    our_office: Office, clerk: Browser
) -> None:
    (letter_id,) = send(our_office, clerk)
    before = found(our_office)
    with our_office.room.store.accepting() as transaction:
        transaction.letters.destroy(letter_id)
    after = found(our_office)
    assert after.total.received == 0
    assert after.asked == before.asked


def test_the_page_draws_a_table_beside_each_chart(our_office: Office, clerk: Browser) -> None:
    letter_id, _ = send(our_office, clerk, 2)
    clerk.post("/lijst/afgehandeld", brief=letter_id, doe="klaar")
    page = clerk.get("/overzicht").text
    assert page.count("<svg") >= 5
    assert page.count('role="img"') == page.count("<svg")
    assert page.count("<table") >= 4
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", page)


def test_the_page_is_light(our_office: Office, clerk: Browser) -> None:
    send(our_office, clerk)
    page = clerk.get("/overzicht?van=2025-01-01&tot=2026-11-23")
    weight = len(page.data)
    for each in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)):
        with clerk.get(each.replace("&amp;", "&")) as answer:
            weight += len(answer.data)
    assert weight < 250_000


@pytest.mark.parametrize(
    "query",
    [
        "van=gisteren",
        "van=2026-12-01&tot=2026-11-01",
        "van=1900-01-01&tot=2026-11-01",
        "van=2026-01-01&tot=2026-11-01&per=dag",
    ],
)
def test_a_period_that_cannot_be_is_told_and_something_is_shown(clerk: Browser, query: str) -> None:
    page = clerk.get(f"/overzicht?{query}")
    assert page.status_code == 400
    assert "U ziet nu" in page.text


def test_dutch_excel_opens_the_figures(our_office: Office, clerk: Browser) -> None:
    send(our_office, clerk, 3)
    answer = clerk.get("/overzicht/perioden.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.mimetype == "text/csv"
    heads, *rows = answer.data.decode("utf-8-sig").split("\r\n")[:-1]
    assert len(rows) == 8
    assert {row.count(";") for row in rows} == {heads.count(";")}
    elements = clerk.get("/overzicht/elementen.csv").data.decode("utf-8-sig")
    assert "handtekening" in elements


def test_who_is_not_logged_in_sees_no_figures(our_office: Office) -> None:
    client = our_office.app.test_client()
    for path in ("/overzicht", "/overzicht/perioden.csv", "/overzicht/elementen.csv"):
        assert client.get(path).status_code == 302


def test_a_letter_that_is_read_by_another_profile_is_counted_there(
    our_office: Office, clerk: Browser
) -> None:
    def read(each: Assignment) -> Finished:
        return reading_reader(our_office.room).finished(each)

    clerk.send(("ciz.pdf", PDF + b"ciz"), profiel="ciz")
    our_office.read_all(FakeReader(read))
    assert [profile for profile, _ in found(our_office).by_profile] == ["ciz"]
