"""What a letter wants: a learnt model tells its kind and how sure that is, rules tell the rest.

The rules know acts (a withdrawal, an appeal), cries for help and where it is said; the model has
seen which words go together in letters of each kind. Of writers that neither had seen, the model is
right more often than the rules, and as often when the rules say something else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractors.document import Letter
from extractors.element import Evidence, Hints, Signal, evidence_of
from extractors.kinds.cases import Case, case_of
from extractors.kinds.kind_chances import BOTH, KINDS, OTHER, KindModel, load_kind_model
from extractors.kinds.kind_rules import (
    AT_ODDS,
    COMPLAINT_PLACES,
    OBJECTION_PLACES,
    is_called,
    is_called_otherwise,
    points_at_decision,
    rule_kinds,
)
from extractors.kinds.kind_traits import kind_traits
from extractors.kinds.other_post import other_intents

INTENTS = (
    "bezwaar", "klacht", "ingebrekestelling", "intrekking", "beroep", "hulpvraag", "overig",
)  # fmt: skip
_PLACES: Mapping[str, tuple[str, ...]] = {"bezwaar": OBJECTION_PLACES, "klacht": COMPLAINT_PLACES}
# So sure at least is what says so itself, where rules and model agree and see nothing else.
CALLED = 0.9
HARDLY, LIKELY = 0.05, 0.7
# From this chance on a letter objects and complains; from the second one if the rules say so too.
BOTH_TOLD, BOTH_AGREED = 0.5, 0.2
# From this chance on the model is believed of a letter that calls itself something else.
BELIEVED = 0.85
# With fewer words and signs than this a letter is shorter than any that was learnt from.
FEWEST = 15
# No letter is surer than this: nobody has ever read it.
MOST = 0.99


def find_kinds(letter: Letter, hints: Hints) -> tuple[Signal, ...]:
    """Return the intents of a letter, the one that decides its kind first; never empty.

    The confidence of an objection or a complaint is the chance that it is one. `hints` are not
    needed yet.
    """
    del hints
    return kinds_by(case_of(letter), load_kind_model())


def kinds_by(case: Case, model: KindModel) -> tuple[Signal, ...]:
    """Return the intents as the rules and this model see them."""
    ruled = rule_kinds(case)
    intents = other_intents(case)
    if intents and intents[0].code != OTHER:  # the model knows no acts
        return ruled
    told = model.chances(kind_traits(case))
    chances = _of_kinds(told)
    if intents and max(chances["bezwaar"], chances["klacht"]) < BELIEVED:
        return ruled
    if told[BOTH] >= (BOTH_AGREED if len(ruled) > 1 else BOTH_TOLD):
        return tuple(_both(case, chances, ruled))
    likely = max(chances, key=lambda kind: chances[kind])
    ruled = _only(ruled, kind_of(ruled))
    if kind_of(ruled) == likely:
        return _as_sure(case, ruled, chances[likely], told)
    if _stands(case, ruled, likely, chances[likely]):
        return tuple(replace(each, confidence=min(each.confidence, AT_ODDS)) for each in ruled)
    sure = min(chances[likely], _most(case, likely))
    return (Signal(likely, tuple(_places(case, likely)), round(sure, 2)),)


def _of_kinds(told: Mapping[str, float]) -> dict[str, float]:
    """Return the chance of each kind that a letter is judged by; what is both is an objection."""
    return {
        "bezwaar": told["bezwaar"] + told[BOTH],
        "klacht": told["klacht"],
        OTHER: told[OTHER],
    }


def _only(ruled: tuple[Signal, ...], kind: str) -> tuple[Signal, ...]:
    """Leave out the second matter that the rules alone saw."""
    return tuple(each for each in ruled if each.code == kind) if kind in _PLACES else ruled


def _stands(case: Case, ruled: tuple[Signal, ...], likely: str, chance: float) -> bool:
    """Tell whether the rules are kept, unsure, though the model sees another kind."""
    if ruled[0].code not in KINDS:  # a cry for help
        return True
    return is_called(case, kind_of(ruled)) and (likely == OTHER or chance < BELIEVED)


def _most(case: Case, kind: str) -> float:
    """Return how sure the model may be of a kind that it sees."""
    if kind not in _PLACES:
        return MOST
    says_little = len(case.body.analysis.tokens) < FEWEST and not is_called(case, kind)
    return AT_ODDS if says_little or _is_doubted(case, kind) else MOST


def _both(case: Case, chances: Mapping[str, float], ruled: tuple[Signal, ...]) -> Iterator[Signal]:
    """Yield both; only an objection is sure, because that decides what is asked."""
    for kind in _PLACES:
        own = next((each.evidence for each in ruled if each.code == kind), ())
        sure = min(chances[kind], _most(case, kind)) if kind == "bezwaar" else AT_ODDS
        yield Signal(kind, own or tuple(_places(case, kind)), round(sure, 2))


def kind_of(signals: tuple[Signal, ...]) -> str:
    """Return the kind that intents come to; a letter that is both is an objection."""
    codes = [each.code for each in signals]
    if codes[0] == "klacht" and "bezwaar" in codes:
        return "bezwaar"
    return codes[0] if codes[0] in _PLACES else OTHER


def _as_sure(
    case: Case, ruled: tuple[Signal, ...], chance: float, told: Mapping[str, float]
) -> tuple[Signal, ...]:
    """Give objections and complaints the chance that the letter is of that kind."""
    kind = kind_of(ruled)
    if kind == OTHER:
        return ruled
    is_called_so = is_called(case, kind) and ruled[0].confidence >= CALLED
    least = CALLED if is_called_so and _is_nothing_else(case, kind, told) else 0.0
    sure = round(min(max(chance, least), _most(case, kind)), 2)
    return tuple(replace(each, confidence=sure) for each in ruled)


def _is_nothing_else(case: Case, kind: str, told: Mapping[str, float]) -> bool:
    """Tell a letter in which nobody sees the other kind.

    A short one that says "ik maak bezwaar" or "ik dien een klacht in" has few other words by which
    the model could know it.
    """
    if kind == "klacht":
        return told["bezwaar"] < HARDLY and told["klacht"] >= LIKELY
    return told["klacht"] < HARDLY and not case.said("klacht_daad")


def _is_doubted(case: Case, kind: str) -> bool:
    """Tell a complaint that says "ik maak bezwaar", an objection that wants nothing decided.

    "Ik maak bezwaar tegen haar houding" of a letter that speaks of no decision may be either.
    """
    if kind == "bezwaar":
        is_of_conduct = case.said("bezwaar_tegen_gedrag") > 0 and not points_at_decision(case)
        return is_of_conduct or case.said("geen_ander_besluit") > 0
    return is_called_otherwise(case, kind)


def _places(case: Case, kind: str) -> Iterator[Evidence]:
    """Yield the place that speaks for a kind, or else the longest sentence."""
    if kind == OTHER:
        return
    found = case.evidence(*_PLACES[kind])
    if not found and case.body.sentences:
        longest = max(case.body.sentences, key=lambda each: len(each.tokens))
        found = evidence_of(case.body.span(longest))
    yield from found
