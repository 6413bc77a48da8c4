"""What the product says of the kind of a text, beside what is true."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.kinds.plain import Plain, set_text
from benchmarks.letters.texts import FOLDER, Text, load_texts
from extractors.document import Letter
from extractors.element import Hints, Signal
from extractors.elements import gericht_tegen
from extractors.kind import find_kinds
from validators.case import KIND_SURE
from validators.profile import DEFAULT_PROFILE, hints_of, load_profile

OURS = ("bezwaar", "klacht")
KINDS = (*OURS, "overig")


@dataclass(frozen=True, slots=True)
class Told:
    """One text as a letter: what is true of it and what was found."""

    id: str
    file: str  # who wrote it, as far as is known
    kinds: tuple[str, ...]  # the kinds that a clerk could defend, the best one first
    intents: frozenset[str]
    against: frozenset[str]  # of a complaint
    signals: tuple[Signal, ...]
    accused: tuple[str, float] | None  # of a complaint: against whom, and how sure

    @property
    def found(self) -> Signal:
        """The intent that decides; a letter that is both is an objection, as the judge has it."""
        objections = [each for each in self.signals if each.code == "bezwaar"]
        if self.signals[0].code == "klacht" and objections and objections[0].confidence >= 0.5:
            return objections[0]
        return self.signals[0]

    @property
    def kind(self) -> str:
        """The kind that was found."""
        return self.found.code if self.found.code in OURS else "overig"

    @property
    def is_right(self) -> bool:
        """Tell whether a clerk could defend the kind."""
        return self.kind in self.kinds

    @property
    def is_sure(self) -> bool:
        """Tell whether the letter is judged by this kind without a person's look."""
        return self.kind in OURS and self.found.confidence >= KIND_SURE

    @property
    def is_intent_right(self) -> bool:
        """Tell whether all intents were found and no other."""
        found = {each.code for each in self.signals}
        return found == self.intents or (len(self.kinds) > 1 and found <= set(self.kinds))


@cache
def hints() -> Hints:
    """Return the names of all organisations, as when post is read."""
    return hints_of(load_profile(DEFAULT_PROFILE))


def told_of(split: str, *, draws: int = 1) -> Iterator[Told]:
    """Yield what is said of every text of a split, each set `draws` times."""
    files = files_of(split)
    for number, text in enumerate(load_texts(split)):
        for draw in range(draws):
            plain = set_text(text, hints(), number=number, draw=draw)
            yield tell(text, files[text.id], plain)


def files_of(split: str) -> dict[str, str]:
    """Return the file of each text, by the id of the text."""
    return {
        entry["id"]: path.stem
        for path in sorted((FOLDER / split).glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    }


def tell(text: Text, file: str, plain: Plain) -> Told:
    """Ask the product what a letter is."""
    # "Your office" is no care office when the letter goes to another body.
    meant = {text.against, "overig"} if plain.to != "zk" else {text.against}
    against = meant if text.against == "zorgkantoor" else {text.against} - {""}
    return Told(
        text.id,
        file,
        (text.kind, *text.accepts),
        intents_of(text),
        frozenset(against),
        find_kinds(plain.letter, hints()),
        _accused(plain.letter) if text.kind == "klacht" else None,
    )


def intents_of(text: Text) -> frozenset[str]:
    """Return the intents that must be told; of other post those that have a name."""
    return frozenset({text.kind, *text.kinds} - ({"overig"} if text.kinds else set()))


def _accused(letter: Letter) -> tuple[str, float] | None:
    found = gericht_tegen.find(letter, hints())
    return (str(found[0].value), found[0].confidence) if found else None


def share(rows: Sequence[bool]) -> str:
    """Write a share with its counts.

    >>> share([True, True, False, True])
    '75.0 (3/4)'
    """
    return f"{100 * sum(rows) / len(rows):.1f} ({sum(rows)}/{len(rows)})" if rows else "-"
