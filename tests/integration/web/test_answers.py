"""Letters back on the page of a letter, as a browser without scripts meets them."""

import datetime as dt
import html
import io
import re
from collections.abc import Mapping

import pypdfium2
import pytest
from docx import Document
from werkzeug.test import TestResponse

from service.records.deliveries import EventType
from service.records.people import Role
from service.records.work import ConceptState, KeptConcept, SentLetter, WorkGroup
from tests.posts import OURS, THEIRS
from tests.web import Browser, Office, browser, reading_reader

PDF = b"%PDF-1.4 een brief"


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


@pytest.fixture
def letter_id(our_office: Office, clerk: Browser) -> str:
    """Return an objection without a signature that was read."""
    return send_in(our_office, clerk)


def send_in(our_office: Office, clerk: Browser, content: bytes = PDF) -> str:
    clerk.send(("brief.pdf", content))
    (sent,) = our_office.waiting()
    our_office.read_all(reading_reader(our_office.room))
    return sent


def begin(clerk: Browser, letter_id: str, kind: str = "herstelverzuim", **rest: str) -> str:
    """Begin a letter back; return where it is."""
    answer = clerk.post(f"/brieven/{letter_id}/concepten", soort=kind, **rest)
    assert answer.status_code == 303, answer.text
    return answer.location.partition("?")[0]


def fields_of(page: TestResponse) -> dict[str, str]:
    """Return what the form of the letter holds, as a browser would send it back."""
    form = page.text[page.text.index("blad-form") :]
    inputs = re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', form)
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    areas = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S)
    found = {name: html.unescape(value) for name, value in [*inputs, *hidden, *areas]}
    found.pop("csrf", None)
    return found


def do(clerk: Browser, place: str, act: str, **changes: str) -> TestResponse:
    """Send the form of a concept as it stands, with changes."""
    return clerk.post(place, **{**fields_of(clerk.get(place)), **changes, "doe": act})


def filled(clerk: Browser, place: str) -> Mapping[str, str]:
    """Return what a clerk fills in where something is to be filled in."""
    held = fields_of(clerk.get(place))
    return {
        name: re.sub(r"\[VUL IN[^\]]*\]", "Dorpsstraat 1", value)
        for name, value in held.items()
        if "[VUL IN" in value
    }


def sent_of(our_office: Office, letter_id: str) -> tuple[SentLetter, ...]:
    with our_office.room.store.reading() as transaction:
        return transaction.sent_letters.about(letter_id)


def concepts_of(our_office: Office, letter_id: str) -> tuple[KeptConcept, ...]:
    with our_office.room.store.reading() as transaction:
        return transaction.concepts.live(letter_id)


def count_of(our_office: Office, group: WorkGroup) -> int:
    with our_office.room.store.reading() as transaction:
        return transaction.work_list.counts(OURS.id)[group]


def send_repair(clerk: Browser, letter_id: str) -> str:
    place = begin(clerk, letter_id)
    answer = do(clerk, place, "verstuurd", **filled(clerk, place))
    assert answer.status_code == 303, answer.text
    return place


def test_a_request_names_what_is_missing_and_until_when(clerk: Browser, letter_id: str) -> None:
    page = clerk.get(begin(clerk, letter_id)).text
    assert "handtekening" in page
    assert "7 december 2026" in page
    assert "Kijk dit eerst na" in page


def test_after_a_letter_comes_the_next_of_the_same_tab(clerk: Browser, letter_id: str) -> None:
    answer = clerk.post(f"/brieven/{letter_id}/concepten?lijst=navragen", soort="herstelverzuim")
    assert "lijst=navragen" in answer.location
    place = answer.location.partition("?")[0]
    form = {**fields_of(clerk.get(place)), **filled(clerk, place), "doe": "verstuurd"}
    assert "lijst=navragen" in clerk.post(f"{place}?lijst=navragen", **form).location


def test_the_words_are_changed_and_kept(clerk: Browser, letter_id: str) -> None:
    place = begin(clerk, letter_id)
    do(clerk, place, "bewaar", aanhef="Beste mevrouw Jansen,", **{"blok-0": "Een.\n\nTwee."})
    held = fields_of(clerk.get(place))
    assert held["aanhef"] == "Beste mevrouw Jansen,"
    assert (held["blok-0"], held["blok-1"]) == ("Een.", "Twee.")


def test_a_field_that_is_emptied_is_gone(clerk: Browser, letter_id: str) -> None:
    place = begin(clerk, letter_id)
    before = fields_of(clerk.get(place))
    do(clerk, place, "bewaar", **{"blok-0": " \n "})
    after = fields_of(clerk.get(place))
    assert after["blok-0"] == before["blok-1"]


def test_a_letter_that_nobody_changed_counts_as_unchanged(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    do(clerk, begin(clerk, letter_id), "bewaar")
    (kept,) = concepts_of(our_office, letter_id)
    assert (kept.revision, kept.is_edited) == (1, False)


def test_beginning_twice_goes_on_with_the_same_letter(clerk: Browser, letter_id: str) -> None:
    assert begin(clerk, letter_id) == begin(clerk, letter_id)


def test_it_is_shown_as_it_will_be_printed(clerk: Browser, letter_id: str) -> None:
    place = begin(clerk, letter_id)
    assert clerk.get(f"{place}/bladzijden/1.png").data.startswith(b"\x89PNG")
    assert clerk.get(f"{place}/bladzijden/9.png").status_code == 404


def test_what_was_just_typed_is_in_the_download(clerk: Browser, letter_id: str) -> None:
    place = begin(clerk, letter_id)
    answer = do(clerk, place, "docx", aanhef="Beste mevrouw,")
    word = clerk.get(answer.location)
    assert "attachment" in word.headers["Content-Disposition"]
    said = [each.text for each in Document(io.BytesIO(word.data)).paragraphs]
    assert "Beste mevrouw," in said
    pdf = clerk.get(do(clerk, place, "pdf").location)
    text = pypdfium2.PdfDocument(pdf.data)[0].get_textpage().get_text_bounded()
    assert "Beste mevrouw," in text


def test_a_letter_with_something_to_fill_in_does_not_go_out(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    answer = do(clerk, place, "verstuurd", aan="Jansen\n[VUL IN: adres]")
    assert answer.status_code == 400
    assert "[VUL IN: adres]" in answer.text
    assert sent_of(our_office, letter_id) == ()


def test_what_went_out_is_on_the_page_of_the_letter(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    (sent,) = sent_of(our_office, letter_id)
    page = clerk.get(f"/brieven/{letter_id}").text
    assert "door M. de Werker" in page
    assert "Wacht op een aanvulling" in page
    file = clerk.get(f"/brieven/{letter_id}/verstuurd/{sent.id}/brief")
    assert file.data == our_office.room.blobs.read(sent.blob.sha256)
    assert file.data.startswith(b"%PDF")


def test_others_are_told_that_it_went_out(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    (sent,) = sent_of(our_office, letter_id)
    clerk.post(f"/brieven/{letter_id}/verstuurd/{sent.id}/ongedaan")
    with our_office.room.store.reading() as transaction:
        events = transaction.events.after(OURS.id, 0, limit=10)
    assert [each.type for each in events] == [
        EventType.REPORTED,
        EventType.SENT,
        EventType.RECALLED,
    ]


def test_a_form_that_is_sent_twice_sends_one_letter(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    form = {**fields_of(clerk.get(place)), **filled(clerk, place), "doe": "verstuurd"}
    assert [clerk.post(place, **form).status_code for _ in range(2)] == [303, 303]
    assert len(sent_of(our_office, letter_id)) == 1


def test_a_letter_that_waits_is_not_asked_again_and_comes_back_on_its_day(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    assert count_of(our_office, WorkGroup.ASK) == 0
    page = clerk.get("/?groep=wacht").text
    assert "Aanvulling verwacht tot en met 7 dec 2026 (nog 14 dagen)" in page
    our_office.room.clock.move(days=15)
    later = browser(our_office)
    assert "Hersteltermijn verlopen op 7 dec 2026" in later.get("/").text


def test_a_letter_that_waits_cannot_be_put_away(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    clerk.post(f"/brieven/{letter_id}/afgehandeld", doe="klaar")
    answer = clerk.post("/lijst/afgehandeld", brief=letter_id, doe="klaar")
    assert "gedaan=wachten_nog" in answer.location
    assert count_of(our_office, WorkGroup.WAITING) == 1


def test_a_letter_that_was_put_away_opens_when_something_is_asked(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.post(f"/brieven/{letter_id}/afgehandeld", doe="klaar")
    send_repair(clerk, letter_id)
    assert (count_of(our_office, WorkGroup.OPEN), count_of(our_office, WorkGroup.HANDLED)) == (1, 0)


@pytest.mark.parametrize(("act", "answered"), [("binnen", dt.date(2026, 11, 20)), ("niets", None)])
def test_an_answer_is_noted_by_hand(
    our_office: Office, clerk: Browser, letter_id: str, *, act: str, answered: dt.date | None
) -> None:
    send_repair(clerk, letter_id)
    path = f"/brieven/{letter_id}/aanvulling"
    assert clerk.post(path, doe=act, binnen="2026-11-20").status_code == 303
    with our_office.room.store.reading() as transaction:
        (task,) = transaction.follow_ups.about(letter_id)
    assert task.answered == answered
    assert (count_of(our_office, WorkGroup.WAITING), count_of(our_office, WorkGroup.ASK)) == (0, 1)


def test_how_it_ended_is_taken_back(our_office: Office, clerk: Browser, letter_id: str) -> None:
    send_repair(clerk, letter_id)
    clerk.post(f"/brieven/{letter_id}/aanvulling", doe="niets")
    assert "Er kwam geen aanvulling" in clerk.get(f"/brieven/{letter_id}").text
    clerk.post(f"/brieven/{letter_id}/aanvulling", doe="wacht")
    assert count_of(our_office, WorkGroup.WAITING) == 1
    assert "Wacht op een aanvulling" in clerk.get(f"/brieven/{letter_id}").text


def test_an_answer_of_tomorrow_is_refused(clerk: Browser, letter_id: str) -> None:
    send_repair(clerk, letter_id)
    answer = clerk.post(f"/brieven/{letter_id}/aanvulling", doe="binnen", binnen="2027-01-01")
    assert answer.status_code == 400
    assert "nog niet geweest" in answer.text


def test_a_letter_of_the_same_case_is_offered_as_the_answer(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/kenmerk", doe="verbeterd", waarde="WLZ-2026-7")
    send_repair(clerk, letter_id)
    our_office.room.clock.move(minutes=5)
    answer_id = send_in(our_office, clerk, PDF + b"2")
    assert "Is dit de aanvulling?" not in clerk.get(f"/brieven/{answer_id}").text
    clerk.post(f"/brieven/{answer_id}/elementen/kenmerk", doe="verbeterd", waarde="wlz 2026 7")
    assert "Is dit de aanvulling?" in clerk.get(f"/brieven/{answer_id}").text
    assert answer_id in clerk.get(f"/brieven/{letter_id}").text
    clerk.post(f"/brieven/{letter_id}/aanvulling", brief=answer_id)
    with our_office.room.store.reading() as transaction:
        (task,) = transaction.follow_ups.about(letter_id)
    assert task.answered == dt.date(2026, 11, 23)
    assert answer_id in clerk.get("/?groep=afgehandeld").text


def test_a_letter_that_did_not_go_out_is_a_concept_again(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    (sent,) = sent_of(our_office, letter_id)
    clerk.post(f"/brieven/{letter_id}/verstuurd/{sent.id}/ongedaan")
    (again,) = concepts_of(our_office, letter_id)
    assert again.concept == sent.concept
    assert count_of(our_office, WorkGroup.WAITING) == 0
    place = f"/brieven/{letter_id}/concepten/{again.id}"
    assert do(clerk, place, "verstuurd").status_code == 303
    assert [bool(each.recalled_at) for each in sent_of(our_office, letter_id)] == [True, False]


def test_after_the_day_itself_it_cannot_be_taken_back(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    (sent,) = sent_of(our_office, letter_id)
    our_office.room.clock.move(days=1)
    other = browser(our_office)
    assert "Toch niet verstuurd" not in other.get(f"/brieven/{letter_id}").text
    answer = other.post(f"/brieven/{letter_id}/verstuurd/{sent.id}/ongedaan")
    assert answer.status_code == 400


def test_taking_a_second_request_back_lets_the_first_count_again(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    send_repair(clerk, letter_id)
    our_office.room.clock.move(minutes=5)
    send_repair(clerk, letter_id)
    second = sent_of(our_office, letter_id)[-1]
    clerk.post(f"/brieven/{letter_id}/verstuurd/{second.id}/ongedaan")
    with our_office.room.store.reading() as transaction:
        (task,) = transaction.follow_ups.waiting(OURS.id)
    assert task.sent_letter_id == sent_of(our_office, letter_id)[0].id


def test_a_letter_that_was_judged_anew_is_noticed(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    clerk.post(f"/brieven/{letter_id}/elementen/naam", doe="ontbreekt")
    assert "intussen opnieuw beoordeeld" in clerk.get(place).text
    assert do(clerk, place, "verstuurd", **filled(clerk, place)).status_code == 400
    assert sent_of(our_office, letter_id) == ()
    do(clerk, place, "opnieuw")
    page = clerk.get(place).text
    assert "intussen opnieuw beoordeeld" not in page
    assert "[VUL IN: naam]" in page


def test_the_words_may_stay_though_the_letter_was_judged_anew(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    clerk.post(f"/brieven/{letter_id}/elementen/kenmerk", doe="verbeterd", waarde="WLZ-1")
    do(clerk, place, "houd")
    assert do(clerk, place, "verstuurd", **filled(clerk, place)).status_code == 303


def test_the_choices_make_the_words_anew(clerk: Browser, letter_id: str) -> None:
    place = begin(clerk, letter_id)
    choices = {"laatste_dag": "2026-12-21", "kenmerk": "JZ-9", "ondertekenaar": "R. Bos\njurist"}
    do(clerk, place, "opnieuw", **choices)
    page = clerk.get(place).text
    assert "21 december 2026" in page
    assert "JZ-9" in page
    assert "R. Bos\njurist" in page


def test_a_day_that_is_none_is_said(clerk: Browser, letter_id: str) -> None:
    answer = do(clerk, begin(clerk, letter_id), "opnieuw", laatste_dag="morgen")
    assert answer.status_code == 400
    assert "geen datum" in answer.text


def test_a_letter_without_a_desk_asks_to_choose_one_first(clerk: Browser, letter_id: str) -> None:
    answer = clerk.post(f"/brieven/{letter_id}/concepten", soort="doorzending")
    assert answer.status_code == 400
    assert "Kies eerst de organisatie" in answer.text


def test_a_letter_is_sent_on_and_the_sender_is_told(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id, "doorzending", naar="ciz")
    assert do(clerk, place, "verstuurd", **filled(clerk, place)).status_code == 303
    told = begin(clerk, letter_id, "doorzendbericht")
    assert do(clerk, told, "verstuurd", **filled(clerk, told)).status_code == 303
    kinds = [each.concept.kind for each in sent_of(our_office, letter_id)]
    assert kinds == ["doorzending", "doorzendbericht"]
    assert sent_of(our_office, letter_id)[1].concept.facts.forward_to == "ciz"


def test_two_people_do_not_undo_each_others_words(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    seen = fields_of(clerk.get(place))
    other = browser(our_office, name="A. Collega")
    do(other, place, "bewaar", aanhef="Beste A,")
    answer = clerk.post(place, **{**seen, "aanhef": "Beste B,", "doe": "bewaar"})
    assert answer.status_code == 409
    assert "A. Collega" in answer.text
    assert "Beste B," in answer.text
    assert fields_of(clerk.get(place))["aanhef"] == "Beste A,"


def test_a_concept_is_thrown_away(our_office: Office, clerk: Browser, letter_id: str) -> None:
    do(clerk, begin(clerk, letter_id), "weg")
    assert concepts_of(our_office, letter_id) == ()


@pytest.mark.parametrize("rest", ["", "/bladzijden/1.png", "/brief.pdf"])
def test_a_concept_of_another_organisation_does_not_exist(
    our_office: Office, clerk: Browser, letter_id: str, rest: str
) -> None:
    place = begin(clerk, letter_id)
    stranger = browser(our_office, THEIRS)
    assert stranger.get(place + rest).status_code == 404
    assert stranger.post(place, doe="weg").status_code == 404


@pytest.mark.parametrize("rest", ["brief", "ongedaan"])
def test_what_another_organisation_sent_does_not_exist(
    our_office: Office, clerk: Browser, letter_id: str, rest: str
) -> None:
    send_repair(clerk, letter_id)
    (sent,) = sent_of(our_office, letter_id)
    stranger = browser(our_office, THEIRS)
    path = f"/brieven/{letter_id}/verstuurd/{sent.id}/{rest}"
    answer = stranger.get(path) if rest == "brief" else stranger.post(path)
    assert answer.status_code == 404


@pytest.mark.parametrize("rest", ["concepten", "aanvulling"])
def test_another_organisation_writes_nothing_back(
    our_office: Office, letter_id: str, rest: str
) -> None:
    stranger = browser(our_office, THEIRS)
    answer = stranger.post(f"/brieven/{letter_id}/{rest}", soort="herstelverzuim", doe="niets")
    assert answer.status_code == 404


def test_nothing_in_the_page_breaks_its_policy(clerk: Browser, letter_id: str) -> None:
    for place in (begin(clerk, letter_id), f"/brieven/{letter_id}"):
        page = clerk.get(place).text
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=", page)


# four eyes


@pytest.fixture
def jurist(our_office: Office) -> Browser:
    """Return a jurist of an organisation that wants another pair of eyes."""
    with our_office.room.store.accepting() as transaction:
        transaction.organisations.set_four_eyes(OURS.id, is_on=True)
    return browser(our_office, role=Role.JURIST, name="J. de Jurist")


def test_the_mailroom_waits_for_a_jurist(
    our_office: Office, clerk: Browser, jurist: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    assert "Leg voor aan een jurist" in clerk.get(place).text
    assert do(clerk, place, "verstuurd", **filled(clerk, place)).status_code == 400
    do(clerk, place, "leg-voor")
    assert letter_id in jurist.get("/?groep=akkoord").text
    assert do(clerk, place, "akkoord").status_code == 400
    assert do(clerk, place, "verstuurd").status_code == 400
    do(jurist, place, "akkoord")
    assert do(clerk, place, "verstuurd").status_code == 303
    assert len(sent_of(our_office, letter_id)) == 1


def test_a_jurist_sends_a_letter_back_with_what_must_be_otherwise(
    our_office: Office, clerk: Browser, jurist: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    do(clerk, place, "leg-voor", **filled(clerk, place))
    assert do(jurist, place, "terug").status_code == 400
    do(jurist, place, "terug", opmerking="Noem ook het kenmerk.")
    page = clerk.get(place).text
    assert "Noem ook het kenmerk." in page
    assert "J. de Jurist" in page
    assert "Teruggestuurd" in clerk.get("/?groep=akkoord").text
    do(clerk, place, "leg-voor", aanhef="Beste,")
    (kept,) = concepts_of(our_office, letter_id)
    assert kept.state is ConceptState.PROPOSED


def test_a_change_after_the_agreement_asks_for_another(
    clerk: Browser, jurist: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    do(clerk, place, "leg-voor", **filled(clerk, place))
    do(jurist, place, "akkoord")
    assert do(clerk, place, "verstuurd", aanhef="Beste,").status_code == 400


def test_nobody_agrees_to_a_letter_of_their_own(
    our_office: Office, jurist: Browser, letter_id: str
) -> None:
    place = begin(jurist, letter_id)
    do(jurist, place, "leg-voor", **filled(jurist, place))
    assert do(jurist, place, "akkoord").status_code == 400
    second = browser(our_office, role=Role.BEHEERDER)
    assert do(second, place, "akkoord").status_code == 303


def test_a_letter_that_lies_before_a_jurist_is_not_changed(
    our_office: Office, clerk: Browser, jurist: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id)
    do(clerk, place, "leg-voor", **filled(clerk, place))
    assert do(clerk, place, "bewaar", aanhef="Beste,").status_code == 400
    assert do(jurist, place, "opnieuw").status_code == 400
    (kept,) = concepts_of(our_office, letter_id)
    assert kept.concept.letter.salutation != "Beste,"
    assert do(jurist, place, "haal-terug").status_code == 400
    assert do(clerk, place, "haal-terug").status_code == 303
    assert do(clerk, place, "bewaar", aanhef="Beste,").status_code == 303


def test_a_jurist_and_an_acknowledgement_need_nobody(
    our_office: Office, clerk: Browser, jurist: Browser, letter_id: str
) -> None:
    place = begin(clerk, letter_id, "ontvangstbevestiging")
    assert do(clerk, place, "verstuurd", **filled(clerk, place)).status_code == 303
    place = begin(jurist, letter_id)
    assert do(jurist, place, "verstuurd", **filled(jurist, place)).status_code == 303
    assert len(sent_of(our_office, letter_id)) == 2


def test_without_the_rule_the_mailroom_sends_alone(clerk: Browser, letter_id: str) -> None:
    assert "Leg voor aan een jurist" not in clerk.get(begin(clerk, letter_id)).text
