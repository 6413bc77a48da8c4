"""How candidates are weighed: thresholds per element, absence, rivals.

A false `compleet` and a false `incompleet` are the worst outcomes. Where the reading is poor, an
absence says nothing and becomes `onzeker`; where two values are about as likely, so does the
element.

How sure an element is, is the chance of its candidate as learnt from measured letters; from which
chance on it is `aanwezig` stands in `drempels.toml` beside this module, written by the same command
as the chances. What is no candidate at all (`floor`) and what was found next to it (`margin`) is
judged by the score of the finder. A candidate without a chance, from a reading that an earlier
version kept, is judged by that score alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractors.element import Candidate, Doubt, ElementId
from validators.case import Case
from validators.drempels import is_vouched_for, load_needed
from validators.report import AddressValue, ContactValue, Status
from validators.texts.reasons import Reason


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which confidence on something is taken for a fact."""

    present: float = 0.6  # from this score on the element is there, when no chance is known
    floor: float = 0.3  # below this a candidate is noise, as if nothing was found
    legible: float = 0.75  # share of sure words below which not finding it says nothing
    margin: float = 0.05  # another value this close behind the best makes it uncertain


DEFAULT = Threshold()
THRESHOLDS: dict[ElementId, Threshold] = {
    # Figures suffer first from a poor scan: one wrong figure hides a number from its pattern.
    ElementId.BSN: Threshold(legible=0.85, margin=0.1),
    ElementId.KENMERK: Threshold(legible=0.85, margin=0.02),
    ElementId.RELATIENUMMER: Threshold(legible=0.85, margin=0.02),
    ElementId.DATUM: Threshold(legible=0.8, margin=0.1),
    ElementId.BESLUITDATUM: Threshold(legible=0.8, margin=0.1),
    # A passage of many words survives what a number does not, and has no rival values.
    ElementId.BESLUIT: Threshold(present=0.5, legible=0.7),
    ElementId.ONDERBOUWING: Threshold(present=0.5, legible=0.6),
    ElementId.OMSCHRIJVING: Threshold(present=0.5, legible=0.6),
    # Telling ink from no ink asks less of a scan than reading does.
    ElementId.HANDTEKENING: Threshold(present=0.6, floor=0.18, legible=0.5),
}
REASON_OF_DOUBT: dict[Doubt, Reason] = {
    Doubt.READ: Reason.SLECHT_GELEZEN,
    Doubt.RIVAL: Reason.MEERDERE,
    Doubt.PLACE: Reason.ONGEWONE_PLAATS,
    Doubt.SHAPE: Reason.ONGEWONE_VORM,
    Doubt.PERSON: Reason.ANDERE_PERSOON,
    Doubt.WORDS: Reason.WOORDEN_VAN_ANDER,
}
# A number or date read this surely and still wrong is the sender's mistake, not the reader's.
CLEAN_READ = 0.8


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known of one element."""

    status: Status
    confidence: float  # of the status
    candidate: Candidate | None = None
    reason: Reason | None = None
    value: str | AddressValue | ContactValue | None = None  # instead of the candidate's own


def threshold_of(element: ElementId) -> Threshold:
    """Return the thresholds of an element."""
    return THRESHOLDS.get(element, DEFAULT)


def is_sure(element: ElementId, candidate: Candidate) -> bool:
    """Tell whether a candidate is sure enough to be the element without a person's look.

    Both must say so: the finder, and what was learnt of how often such readings are right. The
    second mostly takes certainty away; where it is high enough it gives it.
    """
    needed = load_needed().get(element)
    if candidate.confidence < threshold_of(element).present:
        return is_vouched_for(element, candidate)
    return candidate.chance is None or needed is None or candidate.chance >= needed


def sureness_of(candidate: Candidate) -> float:
    """Return the chance that a candidate is right, as far as it is known."""
    return candidate.confidence if candidate.chance is None else candidate.chance


def present(candidate: Candidate, reason: Reason | None = None) -> Judgement:
    """Say that the element is there."""
    return Judgement(Status.AANWEZIG, sureness_of(candidate), candidate, reason)


def uncertain(candidate: Candidate | None, reason: Reason) -> Judgement:
    """Say that a person has to look; without a candidate it is an even chance.

    The more doubtful of finder and chance counts: the chance knows nothing of what made a finder
    unsure.
    """
    sure = min(candidate.confidence, sureness_of(candidate)) if candidate else 0.5
    return Judgement(Status.ONZEKER, sure, candidate, reason)


def weak(element: ElementId, candidate: Candidate) -> Judgement:
    """Say that a person has to look, with what speaks most against the candidate."""
    if candidate.confidence < threshold_of(element).present:
        return uncertain(candidate, Reason.MISSCHIEN)
    reason = Reason.ZWAK if candidate.doubt is None else REASON_OF_DOUBT[candidate.doubt]
    return uncertain(candidate, reason)


def absent(case: Case, element: ElementId, reason: Reason = Reason.NIET_GEVONDEN) -> Judgement:
    """Say that the element is not there, unless the reading is too poor or something may be it."""
    doubt = doubt_of(case, element)
    if doubt is not None:
        return uncertain(None, doubt)
    unexplained = case.reading.unexplained.get(element)
    # Nobody misses what is not asked: a date in a complaint need not be that of a decision.
    if unexplained is not None and case.severity(element) is not None:
        return uncertain(unexplained, Reason.MISSCHIEN)
    return Judgement(Status.ONTBREEKT, 0.9 * case.reading.legibility, None, reason)


def doubt_of(case: Case, element: ElementId) -> Reason | None:
    """Return why not finding the element says nothing, None when it does say something."""
    if case.reading.missing_pages:
        return Reason.PAGINA_ONTBREEKT
    if case.may_be_by_hand(element):
        return Reason.HANDGESCHREVEN
    if case.reading.legibility < threshold_of(element).legible:
        return Reason.SLECHT_LEESBAAR
    if element in case.reading.half_read:
        return Reason.DEELS_GELEZEN
    return None


def likely(element: ElementId, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Leave out the candidates that are noise, best first."""
    floor = threshold_of(element).floor
    kept = (candidate for candidate in candidates if candidate.confidence >= floor)
    return tuple(sorted(kept, key=lambda candidate: -candidate.confidence))


def has_rival(
    element: ElementId,
    candidates: Sequence[Candidate],
    *,
    same: Callable[[Candidate, Candidate], bool],
) -> bool:
    """Tell whether another value stands so close behind the best that neither clearly wins."""
    best, margin = candidates[0], threshold_of(element).margin
    return any(
        best.confidence - other.confidence <= margin and not same(best, other)
        for other in candidates[1:]
    )


def weigh(
    case: Case,
    element: ElementId,
    candidates: Iterable[Candidate],
    *,
    same: Callable[[Candidate, Candidate], bool] | None = None,
    reason: Reason | None = None,
) -> Judgement:
    """Judge an element that is there when a candidate is sure enough.

    `same` tells whether two candidates mean the same value; without it rivals do not matter.
    `reason` explains a presence.
    """
    found = likely(element, candidates)
    if not found:
        return absent(case, element)
    best = found[0]
    if not is_sure(element, best):
        return weak(element, best)
    if same is not None and has_rival(element, found, same=same):
        return uncertain(best, Reason.MEERDERE)
    return present(best, reason)


def same_value(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates have the same value, whatever case and punctuation."""
    return plain_key(one) == plain_key(other)


def plain_key(candidate: Candidate) -> str:
    """Return the letters and figures of a value, for comparing."""
    return "".join(char for char in str(candidate.value).casefold() if char.isalnum())
