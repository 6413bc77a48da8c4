"""What handwriting may say is one click away on the page of the letter."""

from dataclasses import replace

import pytest

from extractors.document import Box
from extractors.element import Candidate, ElementId, Evidence
from tests.web import Browser, Office, browser, reading_reader, small_reading
from validators.report import ElementState, Status


def suggested(value: str, top: float) -> Candidate:
    place = Evidence(1, Box(70.0, top, 150.0, top + 12), value)
    return Candidate(value, value, (place,), 0.25, role="gelabeld")


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


@pytest.fixture
def letter_id(our_office: Office, clerk: Browser) -> str:
    """Return a letter by hand of which two references may be read."""
    clerk.send(("brief.pdf", b"%PDF-1.4 met de hand"))
    (sent,) = our_office.waiting()
    may_be = (suggested("ZK-2026-104482", 300.0), suggested("ZK-2026-104432", 400.0))
    reading = replace(small_reading(), handwritten=True, suggestions={ElementId.KENMERK: may_be})
    our_office.read_all(reading_reader(our_office.room, reading))
    return sent


def kenmerk(our_office: Office, letter_id: str) -> ElementState:
    with our_office.room.store.reading() as transaction:
        return transaction.letters.report(letter_id).elements[ElementId.KENMERK]


def test_a_suggestion_waits_for_a_person(our_office: Office, letter_id: str) -> None:
    assert kenmerk(our_office, letter_id).status is Status.ONZEKER


def test_the_page_shows_it_and_says_what_it_is(clerk: Browser, letter_id: str) -> None:
    page = clerk.get(f"/brieven/{letter_id}").text
    assert "ZK-2026-104482" in page
    assert "met de hand geschreven en kan verkeerd gelezen zijn" in page


def test_the_first_is_taken_over_by_confirming(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/kenmerk", doe="bevestigd")
    state = kenmerk(our_office, letter_id)
    assert (state.status, state.value) == (Status.AANWEZIG, "ZK-2026-104482")


def test_another_is_taken_over_with_its_place(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    page = clerk.get(f"/brieven/{letter_id}").text
    assert 'name="keuze" value="1">ZK-2026-104432</button>' in page
    clerk.post(f"/brieven/{letter_id}/elementen/kenmerk", doe="verbeterd", keuze="1")
    state = kenmerk(our_office, letter_id)
    assert (state.status, state.value) == (Status.AANWEZIG, "ZK-2026-104432")
    assert [place.bbox[1] for place in state.evidence] == [400.0]
