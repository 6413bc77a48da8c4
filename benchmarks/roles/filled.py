"""Sets the texts of the accuracy sets as marked letters: what their slots print is known."""

import re
from collections.abc import Iterator

from benchmarks.kinds.plain import content_of, typed
from benchmarks.kinds.told import files_of
from benchmarks.letters.facts import Facts
from benchmarks.letters.people import Person
from benchmarks.letters.texts import Text, load_texts
from benchmarks.roles.marked import WIDTHS, Marked, set_marked, without_signs
from extractors.dates.dates import ANY_YEAR, find_dates

OTHER = "anders"  # of what happened nobody wrote down what it is
_SHOWN = {
    "naam": "client", "vertegenwoordiger": "schrijver", "besluitdatum": "besluitdatum",
    "datum": "datum", "kenmerk": "kenmerk", "relatienummer": "relatienummer", "bsn": "bsn",
    "adres": "adres", "telefoon": "telefoon", "email": "email",
}  # fmt: skip
_DECOYS = ("polis", "iban", "bsn2", "ken2", "orgtel")


def read_filled(split: str, *, draws: int = 1) -> Iterator[Marked]:
    """Yield every text of a split as a marked letter, each with other people and dates."""
    files = files_of(split)
    for number, text in enumerate(load_texts(split)):
        for draw in range(draws):
            yield _filled(text, f"{split}/{files[text.id]}", number, draw)


def _filled(text: Text, file: str, number: int, draw: int) -> Marked:
    content = content_of(text, number=number, draw=draw)
    marked = _with_marks(without_signs(typed(content)), dict(_known(content.facts)))
    kind = "beide" if "klacht" in text.kinds and text.kind == "bezwaar" else text.kind
    entry = {"kind": kind, **_why(text), "text": marked}
    return set_marked(entry, f"{file}-{text.id}-{draw}", WIDTHS[number % len(WIDTHS)])


def _why(text: Text) -> dict[str, str]:
    """Return whether a text says why, in the words of marked letters."""
    if text.kind == "klacht":
        return {"omschrijving": "ja" if text.conduct == "echt" else "kaal"}
    return {"gronden": "ja" if text.grounds == "echt" else text.grounds}


def _known(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield what may stand in the letter with its role; what was printed last wins."""
    for decoy in _DECOYS:
        yield facts.decoys[decoy], "ander_nummer"
    yield facts.own_reference, "eigen_nummer"
    for person, role in (
        (facts.other, "persoon"), (facts.worker, "medewerker"), (facts.writer, "schrijver"),
        (facts.client, "client"),
    ):  # fmt: skip
        yield from ((form, role) for form in _forms(person))
    for element, role in _SHOWN.items():
        yield from ((shown, role) for shown in facts.shown.get(element, ()) if len(shown) > 2)


def _forms(person: Person) -> Iterator[str]:
    surname = f"{person.surname[0].upper()}{person.surname[1:]}"
    yield from (person.formal, person.full, person.surname, surname)


def _with_marks(text: str, known: dict[str, str]) -> str:
    """Mark what is known, the longest first, and every other date as something else."""
    ways = "|".join(re.escape(each) for each in sorted(known, key=len, reverse=True) if each)
    out, at = [], 0
    for match in re.finditer(rf"(?<!\w)(?:{ways})(?!\w)", text):
        out += [_with_dates(text[at : match.start()]), f"{{{known[match[0]]}|{match[0]}}}"]
        at = match.end()
    return "".join([*out, _with_dates(text[at:])])


def _with_dates(text: str) -> str:
    out, at = [], 0
    for found in find_dates(text, default_year=ANY_YEAR):
        if "zonder_dag" in found.marks:
            continue
        out += [text[at : found.start], f"{{{OTHER}|{text[found.start : found.end]}}}"]
        at = found.end
    return "".join([*out, text[at:]])
