"""For any set of files: each is done with its report, wrong with its reason, or still waiting."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.usecases.watching.watch import Watch
from tests.doors import Mailroom, failing, mailroom
from tests.mails import COVER, LETTER, PDF, attach, message, picture
from tests.posts import OURS

MAILS = {
    "brief": message(LETTER),
    "bijlage": attach(message(COVER)),
    "twee": attach(attach(message(LETTER)), name="b.pdf"),
    "logo": attach(message(LETTER), picture(90, 40), "l.png", "image/png", disposition="inline"),
    "leeg": message(""),
    "word": attach(attach(message(COVER)), b"x", "b.docx", "application/msword"),
}
CONTENTS = {
    ".pdf": PDF,
    ".tif": b"II*\0...",
    ".docx": b"geen brief",
    ".xml": b"<x/>",
    ".zip": b"PK\x05\x06" + bytes(18),
    ".msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ".pdf.part": PDF,
    ".leeg": b"",
} | {f".{name}.eml": made.as_bytes() for name, made in MAILS.items()}
NAMES = st.builds(
    lambda folder, stem, end: (f"{folder}{stem}{end}", end),
    st.sampled_from(["", "a/", "a/b/", "verwerkt2/"]),
    st.sampled_from(["scan", "SCAN", "één", "s t", "x" * 200]),
    st.sampled_from(sorted(CONTENTS)),
)
WAITING = (".xml", ".pdf.part")
RUNS = itertools.count()


@pytest.fixture(scope="module")
def desk() -> Iterator[Mailroom]:
    """Return one post room for all examples."""
    with tempfile.TemporaryDirectory() as folder, mailroom(Path(folder)) as opened:
        yield opened


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    dropped=st.dictionaries(NAMES, st.booleans(), max_size=6),
    between=st.integers(min_value=0, max_value=4),
)
def test_every_file_ends_somewhere_and_the_counts_add_up(
    desk: Mailroom, dropped: dict[tuple[str, str], bool], between: int
) -> None:
    begin(desk, {name for (name, _), is_bad in dropped.items() if is_bad})
    for number, (name, end) in enumerate(dropped):
        if number == between:
            desk.walk()
        desk.drop(name, CONTENTS[end])
    settled(desk)
    lying = desk.lying()
    files = [name for name in lying if not is_beside(name, lying)]
    assert len(files) == len(dropped)
    for name in files:
        is_waiting = name.endswith(WAITING)
        is_done = name.startswith("verwerkt/") and f"{name}.json" in lying
        is_wrong = name.startswith("fout/") and f"{name}.txt" in lying
        assert [is_waiting, is_done, is_wrong].count(True) == 1, name
    reports = [name for name in lying if name.endswith(".json")]
    assert len(reports) == len(desk.letters())
    assert desk.rows() == 0


def begin(desk: Mailroom, bad: set[str]) -> None:
    """Start with an empty folder; the bad files turn out unreadable."""
    desk.inbox = desk.inbox.with_name(f"inbox-{next(RUNS)}")
    desk.inbox.mkdir()
    desk.watch = Watch(f"scanner-{next(RUNS)}", OURS.id)
    desk.before += len(desk.letters())
    desk.reader = failing(*bad)
    desk.restart()


def settled(desk: Mailroom) -> None:
    desk.walk(2)
    desk.room.clock.move(minutes=11)
    desk.settle()


def is_beside(name: str, lying: list[str]) -> bool:
    stem, _, end = name.rpartition(".")
    first = stem.partition(".brief-")[0]
    return end in {"json", "txt"} and (stem in lying or first in lying)
