"""The measuring stick itself: texts, numbers, term and comparison."""

import datetime as dt

import pytest

from benchmarks.letters import numbers, termijn
from benchmarks.letters.dice import Dice
from benchmarks.letters.facts import draw_facts
from benchmarks.letters.match import same_value
from benchmarks.letters.texts import Text, fill, load_texts

EVERY_TEXT = [*load_texts("tune"), *load_texts("test")]
DECIDED = dt.date(2026, 3, 2)  # six weeks later is Monday 13 April
LAST = dt.date(2026, 4, 13)


@pytest.mark.parametrize("text", EVERY_TEXT, ids=lambda text: text.id)
def test_every_slot_of_a_text_can_be_filled(text: Text) -> None:
    facts = draw_facts(Dice(1), text, text.split)
    facts.present = {"dec", "ken", "bsn", "rel", "datum", "adres"}
    filled = fill(f"{text.subject}\n{text.body}\n{text.salutation}\n{text.closing}", facts)
    assert not set("{}[]|") & set(filled)


@pytest.mark.parametrize("text", [t for t in EVERY_TEXT if t.writer != "zelf"], ids=lambda t: t.id)
def test_a_text_by_somebody_else_names_the_client(text: Text) -> None:
    assert text.kind == "overig" or "{naam" in f"{text.subject} {text.body}"


@pytest.mark.parametrize("kind", ["bezwaar", "klacht", "overig"])
def test_both_splits_hold_enough_texts(kind: str) -> None:
    enough = {"bezwaar": 25, "klacht": 17, "overig": 10}[kind]
    counts = [sum(t.kind == kind and t.split == s for t in EVERY_TEXT) for s in ("tune", "test")]
    assert min(counts) >= enough


def test_no_text_is_in_both_splits() -> None:
    tune = {text.body for text in EVERY_TEXT if text.split == "tune"}
    assert not tune & {text.body for text in EVERY_TEXT if text.split == "test"}


@pytest.mark.parametrize("valid", [True, False])
def test_a_drawn_bsn_passes_the_elfproef_only_when_it_should(valid: bool) -> None:
    digits = numbers.draw_bsn(Dice(3), valid=valid)
    assert (digits[:4], numbers.passes_elfproef(digits)) == ("9999", valid)


@pytest.mark.parametrize(
    ("received", "postmark", "verdict"),
    [
        (DECIDED, None, "prematuur"),
        (LAST, None, "op_tijd"),
        (dt.date(2026, 4, 15), None, "op_tijd_verzendtheorie"),
        (dt.date(2026, 4, 16), None, "onbekend"),
        (dt.date(2026, 4, 20), LAST, "op_tijd_verzendtheorie"),
        (dt.date(2026, 4, 16), dt.date(2026, 4, 14), "te_laat"),
        (dt.date(2026, 4, 21), None, "te_laat"),
    ],
)
def test_the_term_follows_the_table(
    received: dt.date, postmark: dt.date | None, verdict: str
) -> None:
    assert termijn.window(DECIDED, received, postmark=postmark) == verdict


@pytest.mark.parametrize(
    ("element", "read", "printed"),
    [
        ("naam", "F. El Amrani", "mw. F. El Amrani"),
        ("naam", "Ayse Yilmaz", "Ay\u015fe Y\u0131lmaz"),
        ("bsn", "999990019", "9999.90.019"),
        ("kenmerk", "ZK/2026/1", "ZK / 2026/1"),
        ("zorgaanbieder", "Zorggroep Rijnoever", "Stichting Zorggroep Rijnoever"),
    ],
)
def test_what_means_the_same_counts_as_right(element: str, read: str, printed: str) -> None:
    assert same_value(element, read, printed)


@pytest.mark.parametrize(
    ("element", "read", "printed"),
    [
        ("naam", "F. Amrani", "F. El Amrani"),
        ("datum", "2026-03-01", "2026-03-02"),
        ("naam", None, "F. El Amrani"),
        ("bsn", "", "999990019"),
    ],
)
def test_what_differs_counts_as_wrong(element: str, read: str | None, printed: str) -> None:
    assert not same_value(element, read, printed)
