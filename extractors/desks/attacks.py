"""What a letter turns against: whose decision, about what, or whose conduct.

That a name occurs says nothing ("de SVB betaalt mijn hulp uit"), so mentions are weighed by the
sentence in which they stand: the one that objects or complains and its neighbours count most, a
sentence that attacks counts, the rest hardly, and praise and threats not at all.

The signals are `besluit_*` and `gedrag_*`, one for each group `zaak_*` and `partij_*` of the cue
file `loketten.toml`; the confidence says how much of the letter turns against it. `aangeschrevene`
is whoever is written to ("uw besluit"). Where a care office has a name, that is the evidence.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from extractors.element import Evidence, Hints, Signal, evidence_of
from extractors.story.passages import Body, Sentence
from extractors.story.providers import find_providers
from extractors.text.spelling import fold

# What a decision may be about, and by whom; and of whose conduct a letter may complain.
DECISIONS = (
    "indicatie", "zorgkantoor", "pgb", "wmo", "jeugdhulp", "eigen_bijdrage", "pgb_betaling",
    "zorgverzekering", "zorginstituut", "op_bezwaar", "uitspraak", "opname",
)  # fmt: skip
PARTIES = (
    "zorgkantoor", "ciz", "gemeente", "svb", "cak", "zorginstituut", "zorgverzekeraar",
    "leverancier", "jeugdzorg",
)  # fmt: skip
OFFICE = "zorgkantoor"
ADDRESSED = "aangeschrevene"
PROVIDER = "zorgaanbieder"
# Words that may be of another matter as well count for half.
HALF_GROUPS: Mapping[str, str] = {"wmo": "zaak_wmo_zwak"}

# How much one sentence counts: where it is said, next to it, in an attack, anywhere.
ACT, BESIDE, ATTACK, REST = 3.0, 1.5, 1.0, 0.25
HEADING = 2.5
# What is named after another one in the same sentence, what may be something else, or was earlier.
HALF = 0.5
# Many passing mentions are together no more than this.
MOST_REST = 0.75
# So many sentences "hierover" may point back.
_BACK = 3
# From this weight a target is worth telling; at EVEN it is as likely as not.
LEAST, EVEN = 0.7, 2.0
# The weight from which a sentence gives a care office its name.
NAMING = 1.0


@dataclass(frozen=True, slots=True)
class _Mention:
    """A target named in a sentence, where, and how much that counts."""

    code: str
    place: tuple[Evidence, ...]
    share: float = 1.0


@dataclass(slots=True)
class _Tally:
    """What speaks for one target: weights, and the places by weight."""

    heavy: float = 0.0
    light: float = 0.0
    places: list[tuple[float, tuple[Evidence, ...]]] = field(default_factory=list)

    def add(self, weight: float, place: tuple[Evidence, ...]) -> None:
        if weight > REST:
            self.heavy += weight
        else:
            self.light += weight
        self.places.append((weight, place))

    @property
    def weight(self) -> float:
        return self.heavy + min(self.light, MOST_REST)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places that count, or else the heaviest."""
        ranked = sorted(self.places, key=lambda each: -each[0])
        telling = [place for weight, place in ranked if weight >= NAMING] or [ranked[0][1]]
        return tuple(evidence for place in telling for evidence in place)


@dataclass(frozen=True, slots=True)
class _Part:
    """The body or the heading, and how organisations are recognised in it."""

    body: Body
    names: re.Pattern[str] | None

    def has(self, sentence: Sentence, *groups: str) -> bool:
        return self.body.has(sentence, *groups)

    def place(self, sentence: Sentence, group: str) -> tuple[int, tuple[Evidence, ...]] | None:
        """Return where the first cue of the group stands in the sentence."""
        if not self.has(sentence, group):
            return None
        hits = self.body.analysis.cues(group, start=sentence.start, end=sentence.end)
        if not hits:
            return None
        return hits[0].start, evidence_of(self.body.text.span(hits[0].start, hits[0].end))

    def organisations(self, sentence: Sentence) -> tuple[Evidence, ...]:
        """Return the places of the organisations that the sentence names."""
        text = self.body.wording(sentence)
        folded = fold(text)
        if self.names is None or len(folded) != len(text):  # a ligature moves the places
            return ()
        spans = (
            self.body.text.span(sentence.start + match.start(), sentence.start + match.end())
            for match in self.names.finditer(folded)
        )
        return tuple(evidence for span in spans for evidence in evidence_of(span))


_Weights = Mapping[Sentence, float]
_Mentions = Callable[[_Part, Sentence], Iterable[_Mention]]


def find_attacks(body: Body, heading: Body, hints: Hints) -> Iterator[Signal]:
    """Yield what the letter turns against, decisions first, each once."""
    names = _names(hints.organisations)
    text, title = _Part(body, names), _Part(heading, names)
    headed = dict.fromkeys(heading.sentences, HEADING)
    yield from _signals(
        "besluit", _tallied(((text, _decision_weights(text)), (title, headed)), _decisions_in)
    )
    yield from _signals(
        "gedrag", _tallied(((text, _conduct_weights(text)), (title, headed)), _parties_in)
    )


def _tallied(parts: Iterable[tuple[_Part, _Weights]], mentions: _Mentions) -> dict[str, _Tally]:
    tallies: dict[str, _Tally] = {}
    for part, weights in parts:
        for sentence, weight in weights.items():
            for each in mentions(part, sentence) if weight else ():
                tallies.setdefault(each.code, _Tally()).add(weight * each.share, each.place)
    return tallies


def _signals(prefix: str, tallies: Mapping[str, _Tally]) -> Iterator[Signal]:
    for code, tally in tallies.items():
        if tally.weight >= LEAST:
            confidence = round(tally.weight / (tally.weight + EVEN), 2)
            yield Signal(f"{prefix}_{code}", tally.evidence, confidence)


@lru_cache(maxsize=16)
def _names(organisations: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for the names of organisations, the longest first."""
    names = sorted({fold(name) for name in organisations}, key=lambda each: -len(each))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None


# --- decisions ------------------------------------------------------------------------------------


def _decision_weights(part: _Part) -> dict[Sentence, float]:
    """Weigh the sentences by how far they attack a decision."""
    weights = {sentence: _attack_weight(part, sentence) for sentence in part.body.sentences}
    raised = [each for pair in pairwise(weights) for each in _raised(part, weights, *pair)]
    for sentence in raised:
        weights[sentence] = max(weights[sentence], BESIDE)
    return {each: weight * _edge(part, each) for each, weight in weights.items()}


def _attack_weight(part: _Part, sentence: Sentence) -> float:
    acts = part.has(sentence, "bezwaar_vast", "bezwaar_daad", "beroep_daad", "gebreke_daad")
    if acts and not part.has(sentence, "verleden", "mogelijkheid", "dreiging"):
        return ACT
    decided, against = _decides(part, sentence), _disagrees(part, sentence)
    if decided and against:
        return BESIDE
    return ATTACK if decided or against else REST


def _raised(
    part: _Part, weights: _Weights, one: Sentence, following: Sentence
) -> Iterator[Sentence]:
    """Yield which of two neighbours says what the other attacks ("Daar maak ik bezwaar tegen")."""
    acts = weights[following] >= ACT
    points_back = acts and not any(_decisions_in(part, following))
    if points_back or (_decides(part, one) and (acts or _disagrees(part, following))):
        yield one
    if _decides(part, following) and weights[one] >= ACT:
        yield following


def _decides(part: _Part, sentence: Sentence) -> bool:
    return part.has(sentence, "besluit_genoemd", "besluit_uitkomst", "wacht_op_besluit")


def _disagrees(part: _Part, sentence: Sentence) -> bool:
    return part.has(sentence, "oneens", "heroverwegen")


def _decisions_in(part: _Part, sentence: Sentence) -> Iterator[_Mention]:
    """Yield what decisions in the sentence are about."""
    for code in DECISIONS:
        whole = part.place(sentence, f"zaak_{code}")
        half = part.place(sentence, HALF_GROUPS[code]) if code in HALF_GROUPS else None
        found = whole or half
        if found is not None:
            named = part.organisations(sentence) if code == OFFICE else ()
            yield _Mention(code, named or found[1], 1.0 if whole else HALF)
    by_addressee = part.place(sentence, "door_u")
    if by_addressee is not None:
        yield _Mention(ADDRESSED, by_addressee[1])


# --- conduct --------------------------------------------------------------------------------------


def _conduct_weights(part: _Part) -> dict[Sentence, float]:
    """Weigh the sentences by how far they complain."""
    weights = {sentence: _complaint_weight(part, sentence) for sentence in part.body.sentences}
    beside = [each for pair in pairwise(weights) for each in _blamed(part, weights, *pair)]
    for sentence in (*beside, *_pointed_back(part, weights)):
        weights[sentence] = max(weights[sentence], BESIDE)
    return {each: weight * _edge(part, each) for each, weight in weights.items()}


def _blamed(
    part: _Part, weights: _Weights, one: Sentence, following: Sentence
) -> Iterator[Sentence]:
    """Yield which of two neighbours names whom the other complains of ("Daarover klaag ik")."""
    if weights[following] >= ACT and not any(_parties_in(part, following)):
        yield one
    if weights[one] >= ACT and not any(_parties_in(part, one)):
        yield following


def _pointed_back(part: _Part, weights: _Weights) -> Iterator[Sentence]:
    """Yield the nearest sentence with a name before a complaint that has none ("hierover")."""
    every = tuple(weights)
    for number, sentence in enumerate(every):
        if weights[sentence] < ACT or any(_parties_in(part, sentence)):
            continue
        before = reversed(every[max(number - _BACK, 0) : number])
        yield from [each for each in before if any(_parties_in(part, each))][:1]


def _complaint_weight(part: _Part, sentence: Sentence) -> float:
    if part.has(sentence, "klacht_daad") and not part.has(
        sentence, "verleden", "mogelijkheid", "dreiging", "medisch"
    ):
        return ACT
    return ATTACK if part.has(sentence, "gedrag", "misschien_gedrag") else REST


def _parties_in(part: _Part, sentence: Sentence) -> Iterator[_Mention]:
    """Yield who is named in the sentence; who is named first is who it is about."""
    found: list[tuple[int, str, tuple[Evidence, ...]]] = []
    for code in (*PARTIES, ADDRESSED):
        place = part.place(sentence, f"partij_{code}")
        if place is not None:
            named = part.organisations(sentence) if code == OFFICE else ()
            found.append((place[0], code, named or place[1]))
    provider = _provider(part, sentence)
    if provider is not None:
        found.append((provider[0], PROVIDER, provider[1]))
    for rank, (_, code, evidence) in enumerate(sorted(found, key=lambda each: each[0])):
        yield _Mention(code, evidence, HALF if rank else 1.0)


def _provider(part: _Part, sentence: Sentence) -> tuple[int, tuple[Evidence, ...]] | None:
    """Return the first mention of a care provider, by name or by what it is."""
    cue = part.place(sentence, "tegen_zorgverlener")
    for each in find_providers(part.body.wording(sentence))[:1]:
        start = sentence.start + each.start
        if cue is None or start < cue[0]:
            return start, evidence_of(part.body.text.span(start, sentence.start + each.end))
    return cue


# --- both -----------------------------------------------------------------------------------------


def _edge(part: _Part, sentence: Sentence) -> float:
    """Return how much is left of a mention in praise, in a threat or of what was earlier."""
    if part.has(sentence, "lof") and not part.has(sentence, "geen_lof", "bezwaar_vast"):
        return 0.0
    threatens = part.has(sentence, "dreiging")
    if threatens and part.has(sentence, "ombudsman", "rechter", "beroep_daad"):
        return 0.0
    return HALF if part.has(sentence, "vroeger") else 1.0
