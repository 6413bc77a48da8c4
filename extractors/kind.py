"""What a letter wants: the rules say so, a learnt model says how sure that is.

The rules know intents and what words mean; the model has only seen which words go together in
letters of each kind. Neither knows what the other thinks, so where both say the same the kind is
nearly always right, and where they do not, a person looks.
"""

from collections.abc import Iterator, Mapping

from extractors.cases import Case, case_of
from extractors.document import Letter
from extractors.element import Evidence, Hints, Signal, evidence_of
from extractors.kind_chances import kind_chances
from extractors.kind_rules import AT_ODDS, COMPLAINT_PLACES, OBJECTION_PLACES, rule_kinds
from extractors.other_post import other_intents

INTENTS = (
    "bezwaar", "klacht", "ingebrekestelling", "intrekking", "beroep", "hulpvraag", "overig",
)  # fmt: skip
OTHER = "overig"
_PLACES: Mapping[str, tuple[str, ...]] = {"bezwaar": OBJECTION_PLACES, "klacht": COMPLAINT_PLACES}
# From this chance on the model is believed where the rules say something else.
BELIEVED = 0.5
# No letter is surer than this: nobody has ever read it.
MOST = 0.99


def find_kinds(letter: Letter, hints: Hints) -> tuple[Signal, ...]:
    """Return the intents of a letter, the one that decides its kind first; never empty.

    The confidence of an objection or a complaint is the chance that it is one. `hints` are not
    needed yet.
    """
    del hints
    case = case_of(letter)
    chances = kind_chances(case)
    likely = max(chances, key=lambda kind: chances[kind])
    ruled = rule_kinds(case)
    if kind_of(ruled) == likely:
        return _as_sure(ruled, chances)
    # Post that says what else it is, or is both, the model knows nothing of.
    if other_intents(case) or len(ruled) > 1 or chances[likely] < BELIEVED:
        return _at_odds(ruled)
    return (Signal(likely, tuple(_places(case, likely)), AT_ODDS),)


def kind_of(signals: tuple[Signal, ...]) -> str:
    """Return the kind that intents come to; a letter that is both is an objection."""
    codes = [each.code for each in signals]
    if codes[0] == "klacht" and "bezwaar" in codes:
        return "bezwaar"
    return codes[0] if codes[0] in _PLACES else OTHER


def _as_sure(ruled: tuple[Signal, ...], chances: Mapping[str, float]) -> tuple[Signal, ...]:
    """Give objections and complaints the chance that the letter is of that kind."""
    kind = kind_of(ruled)
    if kind == OTHER:
        return ruled
    sure = round(min(chances[kind], MOST), 2)
    return tuple(
        Signal(each.code, each.evidence, sure if each.code == kind else each.confidence)
        for each in ruled
    )


def _at_odds(ruled: tuple[Signal, ...]) -> tuple[Signal, ...]:
    return tuple(
        Signal(each.code, each.evidence, min(each.confidence, AT_ODDS)) for each in ruled
    )


def _places(case: Case, kind: str) -> Iterator[Evidence]:
    """Yield the place that speaks for a kind, or else the longest sentence."""
    if kind == OTHER:
        return
    found = case.evidence(*_PLACES[kind])
    if not found and case.body.sentences:
        longest = max(case.body.sentences, key=lambda each: len(each.tokens))
        found = evidence_of(case.body.span(longest))
    yield from found
