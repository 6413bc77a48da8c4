"""The measuring stick itself: texts, numbers, term and comparison."""

import datetime as dt
from types import SimpleNamespace

import pytest

from benchmarks.letters import numbers, termijn
from benchmarks.letters.dice import Dice
from benchmarks.letters.drawing import draw_facts
from benchmarks.letters.lists import SPLITS, load_lists
from benchmarks.letters.make import come_in_once
from benchmarks.letters.plan import plan
from benchmarks.letters.texts import Text, fill, load_texts
from benchmarks.letters.traps import TRAPS
from benchmarks.scoring.match import same_value

EVERY_TEXT = [text for split in SPLITS for text in load_texts(split)]
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


@pytest.mark.parametrize(("kind", "enough"), [("bezwaar", 30), ("klacht", 20), ("overig", 10)])
def test_the_test_holds_enough_texts(kind: str, enough: int) -> None:
    assert sum(text.kind == kind for text in load_texts("test")) >= enough


def test_no_text_is_in_two_splits() -> None:
    bodies = [text.body for text in EVERY_TEXT]
    assert len(set(bodies)) == len(bodies)


@pytest.mark.parametrize("field", ["streets", "places", "providers", "kenmerken", "footers"])
def test_lists_of_two_splits_share_nothing(field: str) -> None:
    seen = [{str(entry) for entry in getattr(load_lists(split), field)} for split in SPLITS]
    assert len(set().union(*seen)) == sum(map(len, seen))


@pytest.mark.parametrize("split", SPLITS)
def test_surnames_of_a_split_are_its_own(split: str) -> None:
    mine = {name for origin in load_lists(split).origins for name in origin.surnames}
    others = {
        name
        for other in SPLITS
        if other != split
        for origin in load_lists(other).origins
        for name in origin.surnames
    }
    assert not mine & others


@pytest.mark.parametrize("split", SPLITS)
def test_every_trap_of_paper_finds_a_text(split: str) -> None:
    texts = [text for text in load_texts(split) if not text.trap]
    assert all(any(trap.suits(text) for text in texts) for trap in TRAPS.values())


def test_the_same_seed_plans_the_same_files() -> None:
    assert plan(Dice(7), "dev", 60) == plan(Dice(7), "dev", 60)


def test_a_plan_holds_every_class_of_paper_and_the_traps() -> None:
    sets = {item.set for item in plan(Dice(1), "dev", 60)}
    assert sets == {"digital", "clean", "office", "bad", "traps"}


def test_a_letter_in_a_batch_is_no_trap_of_words() -> None:
    batches = [item for item in plan(Dice(1), "test", 200) if len(item.orders) > 1]
    assert batches
    assert not [order for item in batches for order in item.orders if order.text.trap]


def test_no_letter_of_a_file_is_written_after_the_file_came_in() -> None:
    days = [dt.date(2026, 4, 2), dt.date(2026, 6, 9), dt.date(2026, 5, 1)]
    letters = [SimpleNamespace(received=day, channel=f"{day.month}") for day in days]
    come_in_once(letters)  # type: ignore[arg-type]
    assert {(each.received, each.channel) for each in letters} == {(dt.date(2026, 6, 9), "4")}


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
