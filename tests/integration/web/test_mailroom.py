"""The pages of the mailroom, as a browser without scripts meets them."""

import re

import pytest

from extractors.element import ElementId
from service.adapters.warm import small_letter
from service.ports.reading import Finished, Outcome
from service.records.audit import AuditQuery, Done
from service.texts import termijn as texts
from service.web.pages.words import TERMIJN_FAULTS
from tests.posts import THEIRS, FakeReader
from tests.unit.service.reports import make_failed, make_report, make_state
from tests.web import Browser, Office, browser, reading_reader, upload
from tests.zips import make_zip
from validators.report import Channel, ElementState, Status, Verdict

PDF = b"%PDF-1.4 een brief"
BSN = "999990019"


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


@pytest.fixture
def letter_id(our_office: Office, clerk: Browser) -> str:
    """Return a letter that was read."""
    clerk.send(("brief.pdf", PDF))
    (sent,) = our_office.waiting()
    our_office.read_all(reading_reader(our_office.room))
    return sent


def elements_of(our_office: Office, letter_id: str) -> dict[str, Status]:
    with our_office.room.store.reading() as transaction:
        report = transaction.letters.report(letter_id)
    return {element: state.status for element, state in report.elements.items()}


def verdict_of(our_office: Office, letter_id: str) -> str | None:
    with our_office.room.store.reading() as transaction:
        return transaction.letters.find(letter_id).verdict


def test_who_is_not_logged_in_logs_in_first(our_office: Office) -> None:
    answer = our_office.app.test_client().get("/")
    assert (answer.status_code, answer.location) == (302, "/inloggen?verder=%2F")


def test_a_letter_that_is_sent_stands_in_the_list(our_office: Office, clerk: Browser) -> None:
    answer = clerk.send(("brief.pdf", PDF))
    assert answer.status_code == 303
    assert "brief.pdf" in clerk.get("/?groep=lezen").text


def test_a_file_that_is_no_letter_is_refused_by_name(clerk: Browser) -> None:
    answer = clerk.send(("brief.docx", b"geen brief"))
    assert answer.status_code == 400
    assert "brief.docx" in answer.text


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"file,received\na.pdf,2026-31-11\n", "manifest.csv, regel 2: Dit is geen datum"),
        (b"bestand\na.pdf\n", "manifest.csv, regel 1: De kolom file ontbreekt"),
        (b"file,profile\na.pdf,niets\n", "regel 2: Dit profiel bestaat niet. Kies uit: awb"),
        (
            b"file,received,postmarked\na.pdf,2026-11-02,2026-11-05\n",
            "a.pdf: Het poststempel is van na de ontvangst",
        ),
    ],
)
def test_a_wrong_manifest_is_told_by_line_and_nothing_comes_in(
    our_office: Office, clerk: Browser, manifest: bytes, said: str
) -> None:
    zipped = make_zip({"a.pdf": PDF, "manifest.csv": manifest})
    answer = clerk.send(("post.zip", zipped), ("b.pdf", PDF))
    assert answer.status_code == 400
    assert said in answer.text
    assert "Er is niets toegevoegd" in answer.text
    assert our_office.waiting() == []


def test_all_that_is_wrong_with_two_manifests_is_told_at_once(clerk: Browser) -> None:
    first = make_zip({"a.pdf": PDF, "manifest.csv": b"file,received\na.pdf,morgen\n"})
    second = make_zip({"b.pdf": PDF, "manifest.csv": b"naam\nb.pdf\n"})
    answer = clerk.send(("een.zip", first), ("twee.zip", second))
    assert "Dit is geen datum" in answer.text
    assert "De kolom file ontbreekt" in answer.text


def test_a_manifest_beside_letters_is_said_not_to_count(clerk: Browser) -> None:
    answer = clerk.send(("brief.pdf", PDF), ("Manifest.csv", b"file,received\n"))
    assert "Een manifest geldt alleen voor brieven die bij hem in de ZIP staan" in answer.text


def test_a_script_is_told_what_went_wrong_as_data(clerk: Browser) -> None:
    sent = upload(("groot.pdf", PDF + b"x" * 2_000_000), csrf=clerk.token())
    answer = clerk.client.post("/aanbieden", headers={"Accept": "application/json"}, **sent)
    assert answer.status_code == 413
    assert answer.json["detail"].startswith("Stuur ten hoogste 1 MB")


def read_as(our_office: Office, clerk: Browser, element: ElementId, state: ElementState) -> str:
    """Let a letter come in of which one element was read like this; return its page."""
    missing = (element,) if state.status is Status.ONGELDIG else ()
    report = make_report(elements={element: state}, missing=missing)
    clerk.send(("brief.pdf", PDF))
    (sent,) = our_office.waiting()
    our_office.read_all(FakeReader(lambda _: Finished((Outcome(report),))))
    return clerk.get(f"/brieven/{sent}").text


def test_what_is_there_and_wrong_is_not_called_missing(our_office: Office, clerk: Browser) -> None:
    wrong = make_state(Status.ONGELDIG, value="999990018")
    page = read_as(our_office, clerk, ElementId.BSN, wrong)
    assert "Ontbreekt of klopt niet" in page
    listed = clerk.get("/").text
    assert "<strong>Klopt niet:</strong> BSN" in listed
    assert "<strong>Ontbreekt:</strong>" not in listed


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.AANWEZIG, ">Met de pen gezet<"), (Status.ONZEKER, ">Lijkt met de pen gezet<")],
)
def test_a_doubtful_signature_is_not_told_as_if_it_were_ink(
    our_office: Office, clerk: Browser, status: Status, words: str
) -> None:
    page = read_as(our_office, clerk, ElementId.HANDTEKENING, make_state(status, value="inkt"))
    assert f'element__waarde"{words}' in page


def test_a_form_of_another_site_brings_nothing_in(our_office: Office, clerk: Browser) -> None:
    clerk.get("/")
    assert clerk.send(("brief.pdf", PDF), csrf="0" * 64).status_code == 403
    assert our_office.waiting() == []


@pytest.mark.parametrize(
    "path",
    [
        "/zoeken",
        "/lijst/afgehandeld",
        "/brieven/{id}/bsn",
        "/brieven/{id}/elementen/naam",
        "/brieven/{id}/ongedaan/x",
        "/brieven/{id}/ontvangst",
        "/brieven/{id}/afgehandeld",
        "/termijn",
        "/termijn/agenda.ics",
    ],
)
def test_a_form_of_another_site_changes_nothing(clerk: Browser, letter_id: str, path: str) -> None:
    assert clerk.post(path.format(id=letter_id), token="0" * 64).status_code == 403


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "/bladzijden/1.png",
        "/bladzijden/1/woorden?x0=0&top=0&x1=9&bottom=9",
        "/origineel",
        "/volgende",
    ],
)
def test_a_letter_of_another_organisation_does_not_exist(
    our_office: Office, letter_id: str, rest: str
) -> None:
    assert browser(our_office, THEIRS).get(f"/brieven/{letter_id}{rest}").status_code == 404


@pytest.mark.parametrize(
    "rest", ["/bsn", "/elementen/naam", "/ongedaan/x", "/ontvangst", "/afgehandeld"]
)
def test_a_letter_of_another_organisation_cannot_be_changed(
    our_office: Office, letter_id: str, rest: str
) -> None:
    stranger = browser(our_office, THEIRS)
    answer = stranger.post(f"/brieven/{letter_id}{rest}", doe="ontbreekt")
    assert answer.status_code == 404
    assert stranger.post("/lijst/afgehandeld", brief=letter_id, doe="klaar").status_code == 404


def test_the_list_shows_only_what_is_of_the_organisation(
    our_office: Office, letter_id: str
) -> None:
    assert letter_id not in browser(our_office, THEIRS).get("/").text


def test_a_letter_shows_what_was_read(clerk: Browser, letter_id: str) -> None:
    page = clerk.get(f"/brieven/{letter_id}")
    assert page.status_code == 200
    assert "Datum besluit" in page.text
    assert f"/brieven/{letter_id}/bladzijden/1.png" in page.text


def test_a_decision_judges_the_letter_anew_and_can_be_undone(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    before = elements_of(our_office, letter_id)
    answer = clerk.post(f"/brieven/{letter_id}/elementen/naam", doe="ontbreekt")
    assert answer.status_code == 303
    assert elements_of(our_office, letter_id)["naam"] is Status.ONTBREEKT
    page = clerk.get(f"/brieven/{letter_id}").text
    assert "M. de Werker" in page
    undo = re.search(rf"/brieven/{letter_id}/ongedaan/[^?\"]+", page)
    assert undo is not None
    clerk.post(undo[0])
    assert elements_of(our_office, letter_id) == before


def test_what_the_machine_read_stands_beside_what_a_person_says(
    clerk: Browser, letter_id: str
) -> None:
    machine = re.search(
        r'id="element-naam".*?element__waarde">(.*?)<',
        clerk.get(f"/brieven/{letter_id}").text,
        re.S,
    )
    clerk.post(f"/brieven/{letter_id}/elementen/naam", doe="verbeterd", waarde="A. Anders")
    page = clerk.get(f"/brieven/{letter_id}").text
    assert machine is not None
    assert f"Postkamer las: {machine[1]}" in page
    assert "A. Anders" in page


def test_an_address_is_filled_in_by_its_parts(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    parts = {"straat": "Kade", "huisnummer": "3", "postcode": "1234 AB", "plaats": "Utrecht"}
    clerk.post(f"/brieven/{letter_id}/elementen/adres", doe="verbeterd", **parts)
    assert "Kade 3, 1234 AB Utrecht" in clerk.get(f"/brieven/{letter_id}").text


def test_a_place_that_was_drawn_is_kept(our_office: Office, clerk: Browser, letter_id: str) -> None:
    path = f"/brieven/{letter_id}/elementen/kenmerk"
    clerk.post(path, doe="verbeterd", waarde="WLZ-1", plek="1:10,20,110,30")
    with our_office.room.store.reading() as transaction:
        state = transaction.letters.report(letter_id).elements["kenmerk"]  # type: ignore[index]
    assert [(each.page, each.bbox) for each in state.evidence] == [(1, (10, 20, 110, 30))]


def test_a_value_that_cannot_be_is_said_at_its_field(clerk: Browser, letter_id: str) -> None:
    answer = clerk.post(f"/brieven/{letter_id}/elementen/bsn", doe="verbeterd", waarde="123456789")
    assert answer.status_code == 400
    assert "geen geldig BSN" in answer.text


def test_the_kind_can_be_changed(our_office: Office, clerk: Browser, letter_id: str) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/soort", doe="verbeterd", waarde="klacht")
    assert "Klacht van" in clerk.get(f"/brieven/{letter_id}").text


def test_other_post_that_a_person_looked_at_leaves_zelf_kijken(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/soort", doe="verbeterd", waarde="overig")
    assert letter_id not in clerk.get("/?groep=kijken").text
    page = clerk.get("/?groep=compleet").text
    assert letter_id in page
    assert "Andere post" in page
    assert verdict_of(our_office, letter_id) == Verdict.COMPLEET


def test_the_day_of_receipt_can_be_changed(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    fields = {"ontvangen": "2026-11-16", "poststempel": "2026-11-14", "kanaal": "fax"}
    assert clerk.post(f"/brieven/{letter_id}/ontvangst", **fields).status_code == 303
    with our_office.room.store.reading() as transaction:
        document = transaction.letters.report(letter_id).document
    assert (str(document.received), str(document.postmarked)) == ("2026-11-16", "2026-11-14")
    assert document.channel is Channel.FAX
    page = clerk.get(f"/brieven/{letter_id}").text
    assert "<strong>16 november 2026</strong>, ingevuld door een medewerker" in page
    assert "Poststempel: <strong>14 november 2026</strong>" in page


@pytest.mark.parametrize("day", ["2027-01-01", "gisteren"])
def test_a_day_of_receipt_that_cannot_be_changes_nothing(
    our_office: Office, clerk: Browser, letter_id: str, day: str
) -> None:
    before = elements_of(our_office, letter_id)
    assert clerk.post(f"/brieven/{letter_id}/ontvangst", ontvangen=day).status_code == 400
    assert elements_of(our_office, letter_id) == before


def test_the_page_tells_its_script_both_limits_that_it_names(clerk: Browser) -> None:
    page = clerk.get("/").text
    named = re.search(r"een brief hoogstens (\d+) MB, alles samen (\d+) MB", page)
    told = re.search(r'data-hoogstens="(\d+)" data-brief-hoogstens="(\d+)"', page)
    assert named is not None
    assert told is not None
    assert named.groups() == told.groups()[::-1]


def seen_in(page: str, form: str) -> str:
    """Return the mark that a form on the page holds of what it was made from."""
    found = re.search(rf'action="[^"]*/{form}\?.*?name="gezien" value="([^"]*)"', page, re.DOTALL)
    assert found is not None
    return found[1]


def test_what_another_established_meanwhile_is_shown_first(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    other = browser(our_office, name="B. Ander")
    path = f"/brieven/{letter_id}/elementen/naam"
    seen = seen_in(clerk.get(f"/brieven/{letter_id}").text, "elementen/naam")
    other.post(path, doe="verbeterd", waarde="A. Anders")
    late = clerk.post(path, doe="verbeterd", waarde="Te Laat", gezien=seen)
    assert late.status_code == 409
    assert "B. Ander heeft dit intussen gewijzigd" in late.text
    assert "A. Anders" in late.text
    assert "Te Laat" not in clerk.get(f"/brieven/{letter_id}").text
    again = seen_in(late.text, "elementen/naam")
    assert clerk.post(path, doe="ontbreekt", gezien=again).status_code == 303


def test_a_second_click_of_the_same_person_is_no_conflict(clerk: Browser, letter_id: str) -> None:
    path = f"/brieven/{letter_id}/elementen/naam"
    seen = seen_in(clerk.get(f"/brieven/{letter_id}").text, "elementen/naam")
    for _ in range(2):
        assert clerk.post(path, doe="bevestigd", gezien=seen).status_code == 303


def test_a_receipt_that_another_changed_meanwhile_is_not_changed_back(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    path = f"/brieven/{letter_id}/ontvangst"
    seen = seen_in(clerk.get(f"/brieven/{letter_id}").text, "ontvangst")
    told = {"ontvangen": "2026-11-02", "kanaal": "post"}
    browser(our_office).post(path, poststempel="2026-10-30", **told)
    late = clerk.post(path, poststempel="", gezien=seen, **told)
    assert late.status_code == 409
    assert "Iemand heeft dit intussen gewijzigd" in late.text
    with our_office.room.store.reading() as transaction:
        assert str(transaction.letters.find(letter_id).postmarked) == "2026-10-30"


def test_who_changes_a_receipt_twice_is_no_other(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    path = f"/brieven/{letter_id}/ontvangst"
    seen = seen_in(clerk.get(f"/brieven/{letter_id}").text, "ontvangst")
    told = {"ontvangen": "2026-11-02", "kanaal": "post"}
    for day in ("2026-10-30", "2026-10-29"):  # the second from a page of before the first
        assert clerk.post(path, poststempel=day, gezien=seen, **told).status_code == 303
    browser(our_office).post(path, poststempel="2026-10-28", **told)
    assert clerk.post(path, poststempel="", gezien=seen, **told).status_code == 409


def test_a_bsn_is_masked_until_it_is_asked_for_and_that_is_written_down(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/bsn", doe="verbeterd", waarde=BSN)
    assert BSN not in clerk.get(f"/brieven/{letter_id}").text + clerk.get("/").text
    assert "***-**-019" in clerk.get(f"/brieven/{letter_id}").text
    assert BSN in clerk.post(f"/brieven/{letter_id}/bsn").text
    with our_office.room.store.reading() as transaction:
        (row,) = transaction.audit.list(AuditQuery(act=Done.BSN_SHOWN))
    assert (row.deed.by.id, row.deed.about_id) == (clerk.account.id, letter_id)
    assert BSN not in clerk.get(f"/brieven/{letter_id}").text


def test_a_letter_is_found_by_its_bsn_without_it_in_an_address(
    clerk: Browser, letter_id: str
) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/bsn", doe="verbeterd", waarde=BSN)
    found = clerk.post("/zoeken", woorden=f"{BSN[:4]}.{BSN[4:6]}.{BSN[6:]}")
    assert BSN not in found.location
    page = clerk.get(found.location).text
    assert letter_id in page
    assert BSN not in page
    other = clerk.post("/zoeken", woorden="999990020")
    assert letter_id not in clerk.get(other.location).text


def test_several_letters_are_handled_at_once_and_opened_again(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.send(("ander.pdf", PDF + b"2"))
    (other,) = our_office.waiting()
    clerk.post("/lijst/afgehandeld", brief=[letter_id, other], doe="klaar", terug="groep=kijken")
    page = clerk.get("/?groep=afgehandeld").text
    assert letter_id in page
    assert other in page
    clerk.post("/lijst/afgehandeld", brief=[other], doe="open")
    assert other in clerk.get("/").text


def test_after_a_letter_comes_the_next_one_that_needs_a_person(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    unsure = make_unsure(our_office, clerk)
    answer = clerk.post(f"/brieven/{letter_id}/afgehandeld", doe="klaar")
    assert answer.location.startswith(f"/brieven/{unsure}?")
    last = clerk.post(f"/brieven/{unsure}/afgehandeld", doe="klaar")
    assert last.location.startswith("/?")


def make_unsure(our_office: Office, clerk: Browser) -> str:
    """Send a letter that could not be read."""
    clerk.send(("stuk.pdf", PDF + b"3"))
    (sent,) = our_office.waiting()
    our_office.read_all(FakeReader(lambda each: Finished((Outcome(make_failed(each.file)),))))
    return sent


def test_the_words_in_a_box_are_returned(clerk: Browser, letter_id: str) -> None:
    page = small_letter().pages[0]
    word = page.words[0]
    box = f"x0={word.box.x0}&top={word.box.top}&x1={word.box.x1}&bottom={word.box.bottom}"
    answer = clerk.get(f"/brieven/{letter_id}/bladzijden/1/woorden?{box}")
    assert answer.json == {"text": word.text}
    assert clerk.get(f"/brieven/{letter_id}/bladzijden/1/woorden?x0=a").status_code == 404


def test_the_original_is_given_back_as_it_came(clerk: Browser, letter_id: str) -> None:
    answer = clerk.get(f"/brieven/{letter_id}/origineel")
    assert answer.data == PDF
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_calculator_gives_the_verdict_and_the_days(clerk: Browser) -> None:
    fields = {
        "soort": "bezwaar",
        "profiel": "awb",
        "besluit": "2026-10-05",
        "ontvangen": "2026-11-09",
    }
    page = clerk.post("/termijn", **fields)
    assert page.status_code == 200
    assert "16 november 2026" in page.text
    assert clerk.post("/termijn/agenda.ics", **fields).text.startswith("BEGIN:VCALENDAR")


def test_the_calculator_says_what_is_wrong(clerk: Browser) -> None:
    answer = clerk.post("/termijn", soort="bezwaar", ontvangen="2026-11-09")
    assert answer.status_code == 400
    assert "datum van het besluit nodig" in answer.text


@pytest.mark.parametrize("path", ["/", "/termijn", "/brieven/{id}", "/inloggen"])
def test_nothing_in_a_page_breaks_its_policy(clerk: Browser, letter_id: str, path: str) -> None:
    page = clerk.get(path.format(id=letter_id))
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", page.text)
    if page.status_code == 200:
        assert "unsafe" not in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/termijn", "/brieven/{id}"])
def test_a_page_without_its_scan_is_light(clerk: Browser, letter_id: str, path: str) -> None:
    page = clerk.get(path.format(id=letter_id))
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
    weight = len(page.data)
    for each in files:
        with clerk.get(each.replace("&amp;", "&")) as answer:
            assert "immutable" in answer.headers["Cache-Control"]
            weight += len(answer.data)
    assert weight < 250_000


def test_words_of_the_calculator_are_complete() -> None:
    assert TERMIJN_FAULTS.keys() == texts.FAULTS.keys()


def test_who_cannot_be_read_is_said_with_what_to_do(our_office: Office, clerk: Browser) -> None:
    unsure = make_unsure(our_office, clerk)
    page = clerk.get(f"/brieven/{unsure}")
    assert page.status_code == 200
    assert "Download het origineel" in page.text
    assert verdict_of(our_office, unsure) == Verdict.FOUT
