"""Which of several dates, numbers, names or addresses is the one asked for, as far as chances tell.

The finders order what they found by their rules. Of these elements the chance, which knows the
words around each and for whom the letter is written, tells better which one it is:
`benchmarks.fit` counts how often. It chooses only where it is clearly higher.
"""

from collections.abc import Iterable
from dataclasses import replace

from extractors.element import NAMED, SEEN, Candidate, ElementId

CHOSEN_BY_CHANCE = frozenset(
    {
        ElementId.DATUM, ElementId.NAAM, ElementId.ADRES, ElementId.BESLUITDATUM, ElementId.KENMERK,
        ElementId.RELATIENUMMER,
    }
)  # fmt: skip
CHOSEN = "gekozen"  # the mark of what was put before what the finders had first
# Who writes for a client is the client only when he is chosen.
ASIDE = {ElementId.NAAM: frozenset({"vertegenwoordiger"})}
CLEARLY_HIGHER = 0.05
EVEN = 0.5
# The others are put so far behind it that they are no rivals, and stay what they are.
BEHIND = 0.12
BARELY = 0.5  # a confidence with which nothing is sure by itself
HIGH = 0.9  # of who writes, to be put before a client whom the rules found
SETTLED = 0.9  # from this chance on nothing unlikely is a rival
UNLIKELY = 0.1
TOLD = 0.85  # so sure are the rules only where the letter says for whom it is


def best_by_chance(
    candidates: tuple[Candidate, ...], *, aside: frozenset[str] = frozenset()
) -> tuple[Candidate, ...]:
    """Put the candidate with the clearly highest chance before the others.

    Those with a role that stands `aside` are the element only when they are chosen here: a
    representative is no client, however sure his name is, unless the chance says so, and says of
    whom the rules took that he is rather none.

    It takes the confidence of the first one, so that whoever sorts by confidence finds it first;
    who is only named takes no more of it than makes a candidate: there the chance alone vouches. So
    does who writes for a client of whom the rules are sure, unless the chance is high.
    A value that a person gave has no chance and needs none: then nothing is put before another.
    """
    found = [each for each in candidates if each.confidence >= SEEN]
    if not found or any(each.chance is None for each in found):
        return candidates
    taken = [each for each in found if each.role != NAMED]
    if not taken:
        return tuple(sorted(candidates, key=lambda each: -_chance(each)))
    rule = [each for each in taken if each.role not in aside]
    first = max(rule or taken, key=lambda each: each.confidence)
    best = max(found, key=_chance)
    if not rule and best.role in aside:
        return _alone(candidates, best)
    if best.role in aside and _chance(first) >= EVEN:
        # "Namens mijn vader": nobody doubts who is who.
        best = max((each for each in found if each.role not in aside), key=_chance)
    if _chance(best) < _chance(first) + CLEARLY_HIGHER:
        return _agreed(candidates, first, aside)
    most = max(min(first.confidence, best.confidence) - BEHIND, 0.0)
    ordered = (
        replace(each, confidence=_taken_over(each, first, aside), marks=each.marks | {CHOSEN})
        if each is best
        else replace(each, confidence=min(each.confidence, most))
        for each in candidates
    )
    return tuple(sorted(ordered, key=lambda each: -each.confidence))


def _agreed(
    candidates: tuple[Candidate, ...], first: Candidate, aside: frozenset[str]
) -> tuple[Candidate, ...]:
    """Put what the chance takes for something else behind what it and the rules choose alike.

    "Uw besluit van 12 november" is no less sure by "mijn bezwaar van 5 november" beside it.
    """
    most = max(first.confidence - BEHIND, 0.0)
    return tuple(
        replace(each, confidence=min(each.confidence, most))
        if each.role not in aside and is_unlikely(each, beside=(first,))
        else each
        for each in candidates
    )


def is_unlikely(candidate: Candidate, *, beside: Iterable[Candidate]) -> bool:
    """Tell what the chance takes for something else, beside one that it takes for the element."""
    is_dismissed = candidate.chance is not None and candidate.chance < UNLIKELY
    return is_dismissed and any(_chance(each) >= SETTLED for each in beside)


def _alone(candidates: tuple[Candidate, ...], best: Candidate) -> tuple[Candidate, ...]:
    """Choose the best where the rules took nothing for the element: when it is rather so."""
    if _chance(best) < EVEN:
        return candidates
    chosen = replace(best, marks=best.marks | {CHOSEN})
    return tuple(chosen if each is best else each for each in candidates)


def worth_a_look(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Leave out what is only named, unless its chance says that it is rather the element."""
    return tuple(
        each
        for each in candidates
        if each.role != NAMED or CHOSEN in each.marks or each.chance is None or each.chance >= EVEN
    )


def _taken_over(best: Candidate, first: Candidate, aside: frozenset[str]) -> float:
    # "Mijn buurvrouw, P. Smit, heeft mij gevraagd dit te schrijven": the rules know what they say.
    is_doubted = best.role in aside and (_chance(best) < HIGH or first.confidence >= TOLD)
    return min(first.confidence, BARELY) if is_doubted or best.role == NAMED else first.confidence


def _chance(candidate: Candidate) -> float:
    return candidate.chance or 0.0
