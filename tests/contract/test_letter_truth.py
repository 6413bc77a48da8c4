"""What is true of a made letter follows from what was put in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.letters.compose import Made, Order, compose
from benchmarks.letters.dice import Dice
from benchmarks.letters.organisations import draw_office
from benchmarks.letters.pages import paper_pages
from benchmarks.letters.plan import Item
from benchmarks.letters.texts import load_texts
from benchmarks.letters.traps import PAGED
from benchmarks.letters.truth import Claim, element_claims, file_truth, letter_truth
from benchmarks.letters.wish import Wish

pytestmark = pytest.mark.usefixtures("one_typeface")
SIGNED = Wish(whole=True, sign="inkt", layout="classic", hold=frozenset({"dec", "ken", "bsn"}))


def make(folder: Path, wish: Wish = SIGNED, text: str = "bt-pgb-afwijzing-kort") -> Made:
    """Compose a letter to Zorg en Zekerheid."""
    chosen = next(t for t in load_texts("tune") if t.id == text)
    office = draw_office(Dice(1), "tune", ("zk",), "zorg-en-zekerheid")
    made = compose(Dice(12), Order(chosen, "tune", "clean", wish, office), folder / "letter.pdf")
    made.facts.bsn_valid = True
    made.content.month_only = False
    return made


def claim_on(element: str, made: Made) -> Claim:
    return element_claims(made)[element]


def test_a_whole_signed_letter_is_complete_for_its_profile(tmp_path: Path) -> None:
    truth = letter_truth(make(tmp_path), "clean", [1])
    assert truth["verdict"]["zorg-en-zekerheid"] == ["compleet"]


def test_a_letter_may_lack_for_one_profile_what_another_does_not_ask(tmp_path: Path) -> None:
    made = make(tmp_path, replace(SIGNED, omit=frozenset({"rel"})))
    verdicts = letter_truth(made, "clean", [1])["verdict"]
    assert (verdicts["awb"], verdicts["vgz-zorgkantoor"]) == (["compleet"], ["incompleet"])


@pytest.mark.parametrize("sign", ["getypt", "leeg", "wg", "digitaal_tekst"])
def test_words_are_no_signature(tmp_path: Path, sign: str) -> None:
    made = make(tmp_path, replace(SIGNED, sign=sign))
    assert claim_on("handtekening", made)["status"] == ["ontbreekt"]


def test_a_year_ahead_is_no_valid_date(tmp_path: Path) -> None:
    assert claim_on("datum", make(tmp_path, replace(SIGNED, future=True)))["status"] == ["ongeldig"]


def test_a_date_that_was_left_out_lacks(tmp_path: Path) -> None:
    made = make(tmp_path, replace(SIGNED, omit=frozenset({"datum"})))
    assert claim_on("datum", made) == {"status": ["ontbreekt"], "values": []}


def test_the_printed_date_is_the_value(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert claim_on("datum", made)["values"] == [made.facts.letter_date.isoformat()]


def test_of_handwriting_nothing_surely_lacks(tmp_path: Path) -> None:
    claims = element_claims(make(tmp_path, replace(SIGNED, by_hand=True)))
    assert all("onzeker" in claim["status"] for claim in claims.values())


def test_the_signature_on_a_lost_page_is_doubtful(tmp_path: Path) -> None:
    wish = replace(SIGNED, spread=True, page_numbers=PAGED, effect="lose_last")
    made = make(tmp_path, wish)
    paper_pages(Dice(2), made, tmp_path)
    assert claim_on("handtekening", made)["status"] == ["onzeker"]


def test_what_still_stands_on_the_pages_left_is_not_doubted(tmp_path: Path) -> None:
    wish = replace(SIGNED, spread=True, page_numbers=PAGED, effect="lose_last")
    made = make(tmp_path, wish)
    paper_pages(Dice(2), made, tmp_path)
    assert claim_on("datum", made)["status"] == ["aanwezig"]


def test_pages_of_a_batch_are_counted_through_separators(tmp_path: Path) -> None:
    made = make(tmp_path)
    made.roles = ["brief", "besluit"]
    order = Order(made.facts.text, "tune", "clean")
    truth = file_truth("1.pdf", Item("clean", "clean", (order, order), "blanco"), [made, made])
    assert [letter["pages"] for letter in truth["letters"]] == [[1, 2], [4, 5]]
    assert truth["roles"][2] == "scheiding"
