"""Which party the words and names of a complaint belong to.

The parties are `zorgkantoor`, `zorgverlener` and `overig`. Weighs nothing: who is named need not be
to blame.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractors.story.actors import find_actors, is_named_for
from extractors.story.passages import Body, Sentence
from extractors.story.providers import find_providers

GROUPS: Mapping[str, str] = {
    "zorgkantoor": "tegen_zorgkantoor",
    "zorgverlener": "tegen_zorgverlener",
    "overig": "tegen_overig",
}

YOURS = ("tegen_uw", "tegen_uw_mensen")

# "U bent als zorgkantoor verantwoordelijk", "Wilt u als gemeente ...": asked, not blamed.
_IN_OFFICE = re.compile(r"\bals\s+(?:het\s+|de\s+)?$", re.IGNORECASE)
# "Mijn klacht gaat niet over de thuiszorg": who is named is not meant.
_NOT_ABOUT = re.compile(
    r"\bniet\s+(?:over|tegen)\s+(?:(?:de|het|mijn|onze|ons|haar|zijn)\s+)?$", re.IGNORECASE
)
_OF = re.compile(r"\s*(?:,|\(|van|door|bij)?\s*(?:de|het)?\s*")
# "Dokter Schaepmanstraat" is where somebody lives.
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.]*\s+){0,2}[A-Z]\w*(?:straat|laan|weg|plein|kade|hof|singel|dreef)\b"
)


@dataclass(frozen=True, slots=True)
class Sides:
    """Which party "u" is, and of which party the people are whom the letter names."""

    addressed: str
    known: Mapping[str, str | None]


def parties_in(part: Body, sentence: Sentence, addressed: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a sentence names a party by what it is or as a provider."""
    named = [*_told_in(part, sentence), *_providers_in(part, sentence)]
    yield from named
    for hit in part.analysis.cues(*YOURS, start=sentence.start, end=sentence.end):
        yield hit.start, hit.end, addressed
    if addressed == "zorgverlener":
        return
    for hit in part.analysis.cues("tegen_functie", start=sentence.start, end=sentence.end):
        # "De consulent van de gemeente" is not of the care office that is written to.
        after = (part.text.string[hit.end : start] for start, _, _ in named if start >= hit.end)
        if not any(_OF.fullmatch(each) for each in after):
            yield hit.start, hit.end, addressed


def _told_in(part: Body, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for value, group in GROUPS.items():
        for hit in part.analysis.cues(group, start=sentence.start, end=sentence.end):
            before = part.text.string[sentence.start : hit.start]
            is_named = not _STREET.match(part.text.string, hit.end)
            if is_named and not _IN_OFFICE.search(before) and not _NOT_ABOUT.search(before):
                yield hit.start, hit.end, value


def _providers_in(part: Body, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for each in find_providers(part.wording(sentence)):
        start, end = sentence.start + each.start, sentence.start + each.end
        yield start, end, "overig" if _is_carrier(part, sentence, start, end) else "zorgverlener"


def _is_carrier(part: Body, sentence: Sentence, start: int, end: int) -> bool:
    """Tell "de zorgtaxi van Omnibuzz" and "taxibedrijf De Zon" from who gives care."""
    return any(
        start <= hit.start < end or _OF.fullmatch(part.text.string[hit.end : start] or "-")
        for hit in part.analysis.cues("tegen_overig", start=sentence.start, end=end)
        if hit.start < end
    )


def find_sides(parts: Iterable[Body], addressed: str) -> Sides:
    """Learn on whose side people are: "mevrouw Sluis van het CIZ" is later "mevrouw Sluis"."""
    known: dict[str, str | None] = {}
    for part in parts:
        for sentence in part.sentences:
            wording = part.wording(sentence)
            actors = find_actors(wording)
            named = list(parties_in(part, sentence, addressed)) if actors else []
            for actor in actors:
                for start, end, value in named:
                    if not is_named_for(
                        wording, actor, start - sentence.start, end - sentence.start
                    ):
                        continue
                    # Said to be of two parties, a name tells nothing.
                    known[actor.key] = value if known.get(actor.key, value) == value else None
    return Sides(addressed, known)
