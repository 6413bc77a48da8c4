"""Find the date of the contested decision, with the class of trigger that it is (Awb 6:8).

A date that the letter gives comes first; one that only stands in an enclosed decision is marked
`besluitpagina`.
"""

from collections.abc import Iterable

from extractors.date_roles import RoledDate, dates_of
from extractors.document import Letter, PageRole
from extractors.element import Candidate, ElementId, Hints, evidence_of

ELEMENT = ElementId.BESLUITDATUM
TRIGGERS = ("verzonden", "bekendgemaakt", "gedateerd", "ontvangen")
# "Ontvangen op" says when the letter fell on the mat: a hint, no trigger (deadlines 3.6).
_WEIGHT = {"verzonden": 0.97, "bekendgemaakt": 0.97, "gedateerd": 1.0, "ontvangen": 0.6}


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the dates that may be the decision's, best first; repeated dates are surer."""
    del hints
    own = [each for each in dates_of(letter) if each.role in TRIGGERS]
    candidates = list(_merged(own, frozenset()))
    enclosed = dates_of(letter.with_role(PageRole.DECISION))
    # On the decision itself its own date is what a letter's date is.
    theirs = [each for each in enclosed if each.role in {"dagtekening", "verzonden", "gedateerd"}]
    candidates += _merged(theirs[:1], frozenset({"besluitpagina"}))
    return tuple(sorted(candidates, key=lambda each: -each.confidence))


def _merged(dated: Iterable[RoledDate], marks: frozenset[str]) -> Iterable[Candidate]:
    groups: dict[tuple[object, str], list[RoledDate]] = {}
    for each in dated:
        groups.setdefault((each.found.date, each.role), []).append(each)
    return [_candidate(group, marks) for group in groups.values()]


def _candidate(group: list[RoledDate], marks: frozenset[str]) -> Candidate:
    best = max(group, key=lambda each: each.score * each.span.confidence)
    echo = 0.03 * (len(group) - 1)
    score = min(best.score + echo, 0.99) * _WEIGHT.get(best.role, 1.0)
    if "besluitpagina" in marks:
        score *= 0.9
    role = best.role if best.role in TRIGGERS else "gedateerd"
    return Candidate(
        best.found.date,
        best.span.text,
        tuple(place for each in group for place in evidence_of(each.span)),
        score * best.span.confidence,
        role,
        best.found.marks | marks,
    )
