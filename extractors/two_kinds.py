"""Tell a letter that objects and complains: two matters, one after the other.

Nobody mixes them word by word. A decision is attacked in some paragraphs and somebody's conduct is
told in others, so the letter is cut between two paragraphs and each part is weighed by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.cases import Case
from extractors.kind_chances import KindModel
from extractors.kind_traits import kind_traits
from extractors.passages import Sentence

# A part of less says too little.
_LEAST = 2
# How clear both parts must be when the letter says that a second matter begins; when it does not,
# but calls something a complaint.
SAID, NAMED = 0.7, 0.7


def chance_of_both(case: Case, model: KindModel) -> float:
    """Return how clear the less clear part is at the best place to cut, 0 without such a place."""
    return max((_clearness(case, model, *parts) for parts in _cuts(case)), default=0.0)


def is_both(case: Case, model: KindModel) -> bool:
    """Tell whether a letter has an objection in one part and a complaint in another."""
    said = case.said("s_tweede") > 0
    named = case.said("klacht_daad", "medisch", "ontkenning", "dreiging", "mogelijkheid") > 0
    if not (said or named):
        return False
    return chance_of_both(case, model) >= (SAID if said else NAMED)


def _cuts(case: Case) -> Iterator[tuple[Sequence[Sentence], Sequence[Sentence]]]:
    sentences = case.body.sentences
    for at in range(_LEAST, len(sentences) - _LEAST + 1):
        if sentences[at].paragraph != sentences[at - 1].paragraph:
            yield sentences[:at], sentences[at:]


def _clearness(
    case: Case, model: KindModel, first: Sequence[Sentence], then: Sequence[Sentence]
) -> float:
    one, other = _chances(case, model, first), _chances(case, model, then)
    return max(min(one["bezwaar"], other["klacht"]), min(one["klacht"], other["bezwaar"]))


def _chances(case: Case, model: KindModel, part: Sequence[Sentence]) -> dict[str, float]:
    return model.chances(kind_traits(replace(case, body=replace(case.body, sentences=tuple(part)))))
