"""What a page may know of those before it does not depend on which thread is first."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from extractors.readers.enclosed import Enclosure, Numbering
from extractors.readers.order import PagesBefore, is_of_letter
from tests.factories import make_page

LETTER = make_page("Ik maak bezwaar omdat mijn moeder hulp nodig heeft.")
ENVELOPE = make_page("Zorgkantoor\nPostbus 400\n2300 AK Leiden")
OFFICE = make_page("De aanvraag is afgewezen.\n\nHoogachtend,\nnamens het zorgkantoor")
PART = replace(make_page("Zorgplan\n\nPagina 2 van 5"), in_part=True)


def before(*pages: object) -> PagesBefore:
    seen = PagesBefore()
    for number, page in enumerate(pages, start=1):
        seen.tell(number, page)  # type: ignore[arg-type]
    return seen


def test_a_letter_is_behind_in_the_words_of_who_writes() -> None:
    assert is_of_letter(LETTER)
    assert not is_of_letter(ENVELOPE)
    assert not is_of_letter(OFFICE)


@pytest.mark.parametrize(
    ("pages", "is_behind"),
    [((LETTER,), True), ((ENVELOPE, LETTER), True), ((ENVELOPE,), False), ((OFFICE, None), False)],
)
def test_a_page_behind_a_letter_is_told(pages: tuple[object, ...], is_behind: bool) -> None:
    assert before(*pages).hold_letter(len(pages) + 1, timeout_s=0) is is_behind


def test_pages_behind_a_page_do_not_count() -> None:
    assert not before(ENVELOPE, ENVELOPE, LETTER).hold_letter(3, timeout_s=0)


def test_who_asks_waits_for_the_pages_before() -> None:
    seen = before(ENVELOPE)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(seen.hold_letter, 3, timeout_s=30)
        seen.tell(2, LETTER)
        assert answer.result()


def test_a_page_that_never_comes_is_no_letter() -> None:
    assert not before(ENVELOPE).hold_letter(3, timeout_s=0)


def test_the_number_of_an_enclosure_is_told_to_the_next_page() -> None:
    assert before(LETTER, PART).enclosure(3, timeout_s=0) == Enclosure(Numbering(2, 5))


def test_a_page_that_was_read_whole_tells_no_number() -> None:
    assert before(LETTER, replace(PART, in_part=False)).enclosure(3, timeout_s=0) is None
    assert before(LETTER, None).enclosure(3, timeout_s=0) is None


NUMBERED = make_page("Ik maak bezwaar omdat mijn moeder hulp nodig heeft.\n\nPagina 1 van 3")


@pytest.mark.parametrize(
    ("pages", "goes_on"),
    [
        ((NUMBERED,), True),
        ((NUMBERED, ENVELOPE), True),
        ((LETTER,), False),
        ((LETTER, PART), False),
        ((NUMBERED, None), True),
    ],
)
def test_what_counts_on_from_a_letter_is_of_it(pages: tuple[object, ...], goes_on: bool) -> None:
    place = Numbering(2, 3)
    seen = before(*pages)
    assert seen.goes_on_with_letter(len(pages) + 1, place, timeout_s=0) is goes_on


def test_another_total_is_another_paper() -> None:
    assert not before(NUMBERED).goes_on_with_letter(2, Numbering(2, 5), timeout_s=0)


def test_of_a_page_before_that_is_not_there_yet_nothing_is_said() -> None:
    assert before(LETTER).goes_on_with_letter(3, Numbering(2, 3), timeout_s=0)
