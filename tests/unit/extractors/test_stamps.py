"""Date stamps of the mailroom are told from the sender's own words."""

from dataclasses import replace

import pytest

from extractors.document import PageRole, Word
from extractors.stamps import find_postmarks, find_received
from tests.factories import make_letter

BODY = "\n\nGeachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\nA. Vos"


@pytest.mark.parametrize(
    "stamp",
    ["INGEKOMEN 12 NOV 2026", "INGEKOMEN\n12 NOV. 2026", "ONTVANGEN 12-11-2026",
     "INGEK0MEN 12 NOV 2026",
     "Ingekomen d.d. 12-11-2026", "INGEKOMEN 1 2 NOV 2026", "12 NOV 2026\nONTVANGEN",
     "INGEKOMEN\nJuridische Zaken\n12 NOV 2026"],
)  # fmt: skip
def test_stamps(stamp: str) -> None:
    (found,) = find_received(make_letter("A. Vos\nKerkstraat 1\n\n\n" + stamp + BODY))
    assert str(found.value) == "2026-11-12"


@pytest.mark.parametrize(
    "sentence",
    ["Uw besluit is door mij ontvangen op 5 oktober 2026 en ik ben het er niet mee eens.",
     "Ik heb uw brief op 5 oktober 2026 ontvangen."],
)  # fmt: skip
def test_sentences_are_no_stamps(sentence: str) -> None:
    assert find_received(make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,")) == ()


def test_postmark_is_read_from_the_envelope() -> None:
    letter = make_letter(
        ["Geachte heer,", "PostNL 06-11-2026"], roles=[PageRole.LETTER, PageRole.ENVELOPE]
    )
    assert [str(found.value) for found in find_postmarks(letter)] == ["2026-11-06"]


def test_a_doubtful_figure_makes_the_date_doubtful() -> None:
    letter = make_letter("A. Vos\nKerkstraat 1\n\n\nINGEKOMEN 12 NOV 2026" + BODY, confidence=0.95)
    doubtful = [
        replace(page, lines=tuple(replace(line, words=_doubted(line.words)) for line in page.lines))
        for page in letter.pages
    ]
    (found,) = find_received(replace(letter, pages=tuple(doubtful)))
    assert found.confidence < 0.5


def _doubted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(replace(word, confidence=0.4) if word.text == "12" else word for word in words)


def test_a_department_of_income_is_no_stamp() -> None:
    address = "NAAM: A. Vos\nafdeling Zorg en Inkomen\nDATUM: 11-10-2026"
    assert find_received(make_letter(address + BODY)) == ()


def test_a_date_of_the_letter_on_the_line_of_the_stamp_is_not_the_stamp_s() -> None:
    lines = "Uw brief is verzonden op 24 september 2026 ONTVANGEN OP\n   15 MRT 2026"
    dates = [str(found.value) for found in find_received(make_letter(lines + BODY))]
    assert "2026-09-24" not in dates


@pytest.mark.parametrize("label", ["Datum ontv.", "Ingekomen op", "Registratiedatum"])
def test_a_stamp_with_rows_says_when_a_letter_came(label: str) -> None:
    stamp = f"{label}: 12-11-2026\nReg.nr.: 26.10312\nAfd.: Bezwaar\n\nA. Vos\nKerkstraat 1"
    assert [str(each.value) for each in find_received(make_letter(stamp + BODY))] == ["2026-11-12"]


def test_when_the_decision_came_is_no_stamp() -> None:
    form = "A. Vos\nKerkstraat 1\n\nDatum ontvangst besluit: 5 oktober 2026"
    assert find_received(make_letter(form + BODY)) == ()
