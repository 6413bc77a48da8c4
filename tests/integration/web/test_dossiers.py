"""Dossiers on the pages: letters that belong together, and letters that came twice."""

import pytest

from extractors.element import ElementId
from service.ports.reading import Assignment, Finished, Outcome
from service.records.audit import AuditQuery, Done
from service.records.people import Role
from tests.posts import THEIRS, FakeReader
from tests.unit.service.reports import make_report, make_state
from tests.web import Browser, Office, browser

BSN = "999990019"


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


def send(office: Office, person: Browser, *files: bytes, bsn: str = BSN) -> list[str]:
    """Bring letters of one person and read them; return their ids, the first sent first."""
    before = set(ids(office))
    person.send(*((f"{number}.pdf", content) for number, content in enumerate(files)))
    elements = {
        ElementId.BSN: make_state(value=bsn),
        ElementId.NAAM: make_state(value="J. Janssen"),
    }

    def read(each: Assignment) -> Finished:
        return Finished((Outcome(make_report(file=each.file, elements=elements)),))

    office.read_all(FakeReader(read))
    return [each for each in ids(office) if each not in before]


def ids(office: Office) -> list[str]:
    with office.room.store.database.reading() as connection:
        return list(connection.exec_driver_sql("select id from letter order by number").scalars())


def pdf(text: str) -> bytes:
    return b"%PDF-1.4 " + text.encode()


def test_the_dossier_shows_every_letter_of_the_person_and_is_written_down(
    our_office: Office, clerk: Browser
) -> None:
    first, second = send(our_office, clerk, pdf("a"), pdf("b"))
    send(our_office, clerk, pdf("c"), bsn="999990020")
    answer = clerk.get(f"/brieven/{first}/dossier")
    assert answer.status_code == 200
    assert f"/brieven/{second}" in answer.text
    assert "2 brieven" in answer.text
    assert "hetzelfde BSN" in answer.text
    assert BSN not in answer.text
    with our_office.room.store.reading() as transaction:
        (row,) = transaction.audit.list(AuditQuery(act=Done.DOSSIER_SEEN))
    assert row.deed.about_id == first


def test_a_dossier_is_found_without_what_was_typed_in_an_address(
    our_office: Office, clerk: Browser
) -> None:
    first, _ = send(our_office, clerk, pdf("a"), pdf("b"))
    clerk.post(f"/brieven/{first}/afgehandeld", doe="klaar")
    found = clerk.post("/dossiers", woorden=BSN)
    assert BSN not in found.location
    text = clerk.get(found.location).text
    assert "J. Janssen" in text
    assert text.count("/dossier") >= 2
    assert "2 brieven" in text
    nothing = clerk.get(clerk.post("/dossiers", woorden="Pietersen").location).text
    assert "geen brief die daarbij past" in nothing


def test_the_page_says_in_dutch_what_someone_is(our_office: Office) -> None:
    text = browser(our_office, role=Role.MAILROOM).get("/").text
    assert "(postkamer)" in text
    assert "(mailroom)" not in text


def test_a_dossier_of_another_organisation_does_not_exist(
    our_office: Office, clerk: Browser
) -> None:
    stranger = browser(our_office, THEIRS)
    (ours,) = send(our_office, clerk, pdf("a"))
    theirs = send(our_office, stranger, pdf("a"))[0]
    assert stranger.get(f"/brieven/{ours}/dossier").status_code == 404
    refused = stranger.post(f"/brieven/{theirs}/dubbelen/{ours}", doe="geen")
    assert refused.status_code == 404
    assert "1 brief" in clerk.get(f"/brieven/{ours}/dossier").text
    assert "geen brief die" in stranger.get(stranger.post("/dossiers", woorden="x").location).text


def test_a_letter_that_came_twice_is_shown_on_both_until_a_person_says_otherwise(
    our_office: Office, clerk: Browser
) -> None:
    first, second = send(our_office, clerk, pdf("a"), pdf("a"))
    for one, other in ((first, second), (second, first)):
        text = clerk.get(f"/brieven/{one}").text
        assert "Waarschijnlijk dezelfde brief, meer dan één keer per post" in text
        assert f"/brieven/{one}/dubbelen/{other}" in text
    said = clerk.post(f"/brieven/{first}/dubbelen/{second}", doe="geen")
    assert said.status_code == 303
    assert "Toch een dubbele" in clerk.get(f"/brieven/{second}").text
    clerk.post(f"/brieven/{second}/dubbelen/{first}", doe="toch")
    assert "Waarschijnlijk dezelfde" in clerk.get(f"/brieven/{first}").text
    with our_office.room.store.reading() as transaction:
        acts = [row.deed.act for row in transaction.audit.list(AuditQuery(by=clerk.account.id))]
    assert {Done.NO_DUPLICATE, Done.DUPLICATE_AGAIN} <= set(acts)


def test_a_letter_that_came_many_times_shows_three_and_folds_the_others(
    our_office: Office, clerk: Browser
) -> None:
    first, *others = send(our_office, clerk, *[pdf("a")] * 6)
    clerk.post(f"/brieven/{first}/dubbelen/{others[0]}", doe="geen")
    text = clerk.get(f"/brieven/{first}").text
    shown, folded = text.split("Toon ook de andere 2")
    assert [f"dubbelen/{each}?" in shown for each in others] == [False, True, True, True, False]
    assert [f"dubbelen/{each}?" in folded for each in others] == [True, False, False, False, True]


def test_the_list_marks_letters_that_came_more_than_once(
    our_office: Office, clerk: Browser
) -> None:
    first, second, _ = send(our_office, clerk, pdf("a"), pdf("a"), pdf("b"))
    assert clerk.get("/").text.count("Kwam waarschijnlijk al eerder") == 2
    clerk.post(f"/brieven/{first}/dubbelen/{second}", doe="geen")
    assert "Kwam waarschijnlijk al eerder" not in clerk.get("/").text


def test_only_letters_that_were_taken_for_one_can_be_told_apart(
    our_office: Office, clerk: Browser
) -> None:
    first, second = send(our_office, clerk, pdf("a"), pdf("b"))
    assert clerk.post(f"/brieven/{first}/dubbelen/{second}", doe="geen").status_code == 404
