"""Only what is surely a page of a file, a plan or an invoice is told to be an enclosure."""

import pytest

from extractors.document import Line
from extractors.layout import lines_of
from extractors.readers.enclosed import Enclosure, Numbering, is_enclosed, numbering
from tests.factories import make_page

PLAN = "Zorgplan mevrouw De Vries\nDoel: een stabiel gewicht. Elke maandag wegen.\n"
FILE = """
Medisch dossier
12-03-2026 Consult. Patiënt heeft meer pijn in de rug. Paracetamol 4 dd 1000 mg.
Beleid: controle over twee weken bij de huisarts. Bloeddruk 152/88.
"""
BARE = "Mobiliteit. Cliënt loopt kleine stukken met de rollator onder toezicht."


def lines(text: str, confidence: float = 1.0) -> tuple[Line, ...]:
    return lines_of(make_page(text, confidence=confidence))


def told(head: str, foot: str = "", before: Enclosure | None = None) -> bool:
    return is_enclosed(lines(head), lines(foot) if foot else (), before=before)


def test_a_numbered_page_with_a_running_head_is_an_enclosure() -> None:
    assert told(PLAN, "Pagina 3 van 6")


def test_the_words_of_a_medical_file_stand_for_a_number() -> None:
    assert told(FILE)


@pytest.mark.parametrize(
    "head",
    [
        "Stichting De Linde | Zorgplan | cliënt 4418\n" + BARE,
        "Actueel medicatieoverzicht 2 maart 2026\n" + BARE,
        "FACTUURSPECIFICATIE\n" + BARE,
    ],
)
def test_a_title_may_stand_in_a_part_of_the_line(head: str) -> None:
    assert told(head, "blad 2")


def test_the_next_page_of_an_enclosure_needs_no_heading() -> None:
    assert told(BARE, "Pagina 3 van 6", Enclosure(Numbering(2, 6)))


@pytest.mark.parametrize("foot", ["Pagina 4 van 6", "Pagina 3 van 7", "Pagina 3", "", "Leiden"])
def test_a_page_of_another_paper_does(foot: str) -> None:
    assert not told(BARE, foot, Enclosure(Numbering(2, 6)))


RUNNING = """wassen en kleden, twee keer per week met hulp van de verpleegkundige.
De medicatie staat in de kast. Doel: een stabiel gewicht."""


def test_where_no_page_is_numbered_the_text_of_an_enclosure_may_go_on() -> None:
    assert told(RUNNING, before=Enclosure())
    assert not told(RUNNING)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (RUNNING, "Pagina 2"),  # the page before has no number
        ("Verslag van het gesprek\n" + RUNNING, ""),  # another paper begins
        (RUNNING + "\nWanneer kunt u komen?", ""),
        (RUNNING + "\nDat heb ik gevraagd.", ""),
        (BARE.lower(), ""),  # not enough that is said in such papers alone
    ],
)
def test_what_may_be_something_else_does_not(head: str, foot: str) -> None:
    assert not told(head, foot, Enclosure())


@pytest.mark.parametrize("head", [PLAN, BARE, "Zorgplan mevrouw De Vries"])
def test_a_first_page_without_more_to_go_by_is_not_sure(head: str) -> None:
    assert not told(head, "Pagina 1 van 6")


@pytest.mark.parametrize(
    "more",
    [
        "Ik wil graag zelf bepalen wanneer de hulp komt.",
        "Daarom maakt cliënt bezwaar.",
        "De klacht gaat over de nachtzorg.",
        "Hierbij machtigt cliënt haar dochter.",
        "Handtekening cliënt:",
        "Ons kenmerk: ZK-2026-55123",
        "Besluit van 3 maart 2026",
        "2403 VB Alphen aan den Rijn",
        "Geachte collega,",
        "Met vriendelijke groet,",
        "INGEKOMEN 12 NOV 2026",
    ],
)
def test_a_word_of_anything_else_has_the_page_read(more: str) -> None:
    assert not told(PLAN + more, "Pagina 3 van 6")
    assert not told(PLAN, f"{more}\nPagina 3 van 6")


@pytest.mark.parametrize("more", ["Op 3 maart 2026 is mevrouw gevallen.", "1000 mg per keer."])
def test_a_year_or_a_weight_is_no_postcode(more: str) -> None:
    assert told(PLAN + more, "Pagina 3 van 6")


def test_complaints_of_the_body_are_no_complaint() -> None:
    assert told(PLAN + "De klachten van de rug namen toe.", "Pagina 3 van 6")


@pytest.mark.parametrize(
    "head",
    [
        "Betreft: Factuur 33821\n",
        "zorgplan en indicatie spreken elkaar tegen\n",
        "Zorgplan en indicatie spreken elkaar tegen.\n",
        "In het Zorgplan staat dat er elke nacht hulp nodig is\n",
        "Verslag van de nacht\n",
    ],
)
def test_a_sentence_about_a_plan_is_no_title(head: str) -> None:
    assert not told(head + BARE, "Pagina 2 van 3")


def test_a_heading_that_was_read_badly_is_not_sure() -> None:
    assert not is_enclosed(lines(PLAN, 0.5), lines("Pagina 3 van 6"))


def test_pages_say_their_place() -> None:
    assert numbering(lines("Pagina 3 van 6")) == Numbering(3, 6)
    assert numbering(lines("- 2/5")) == Numbering(2, 5)
    assert numbering(lines("blz. 4")) == Numbering(4, 0)
    assert numbering(lines("22/10")) is None
