"""Judge the date of the letter and the date of the decision (Awb 6:5 lid 1 b, c)."""

import datetime as dt
import re
from collections.abc import Sequence

from extractors.document import TextSource
from extractors.element import Candidate, ElementId, share_place
from validators.case import Case
from validators.report import Channel, ReceivedSource, Status
from validators.texts.reasons import Reason
from validators.weighing import (
    CLEAN_READ,
    Judgement,
    absent,
    has_rival,
    is_sure,
    likely,
    present,
    same_value,
    uncertain,
    weak,
)

# A date that can be right is preferred to one that cannot when it is this much less sure.
PLAUSIBLE_MARGIN = 0.3
# The date on the decision is wanted; its dispatch is nearly always the same or a day later.
GEDATEERD_MARGIN = 0.1

# A slip of the pen is a year ahead, seldom more.
SLIP_YEARS = 1
# Letters seldom travel longer, lying on a table before and in a mailroom after it included.
TRAVEL_DAYS = 21
# Who objects to what is not decided yet does so at most so long before.
EARLY_DAYS = 42
# Letters that lay longer than this between writing and arrival are rarer than misread years.
OLD_DAYS = 366
# On a scan a month may have lost a figure: of 7-11 is left 7-1, at least nine months before.
LAIN_DAYS = 183
# Who objects mostly does so within six weeks, and the post of both takes some days.
ANSWER_DAYS = 63
_MONTH = re.compile(r"\d[^\W\d_]{0,2}\W{0,2}[^\W\d_]{3,}\W{0,2}\d")  # "2 maart 2026", "2e mrt. '26"
# A decision of so long ago is not what a letter of today is about.
LONG_PAST_DAYS = 4 * 366


def judge_datum(case: Case) -> Judgement:
    """Judge the date of the letter: a full date, not after the letter came in."""
    element = ElementId.DATUM
    found = _dates(case, element)
    unreal = _unreal(case, element)
    if unreal is not None and (not found or found[0].confidence < unreal.confidence):
        return _written_wrong(unreal)
    if not found:
        yearless = _yearless(case, element)
        return uncertain(yearless, Reason.DATUM_ZONDER_JAAR) if yearless else absent(case, element)
    plausible = tuple(each for each in found if not _is_late(each, case.latest_day))
    if not plausible or plausible[0].confidence < found[0].confidence - PLAUSIBLE_MARGIN:
        return _impossible(case, found[0])
    judged = _judge_date(element, _without_stamp(case, plausible))
    if judged.candidate is None or judged.status is not Status.AANWEZIG:
        return judged
    doubt = _doubt_of(case, judged.candidate)
    return uncertain(judged.candidate, doubt) if doubt else judged


def _doubt_of(case: Case, best: Candidate) -> Reason | None:
    """Return why a date that was read surely may be another one all the same."""
    # Post takes days: a date of years back is another date, or a misread year.
    if _is_old(best, case.latest_day):
        return Reason.DATUM_OUD
    if _is_of_decision(case, best):
        return Reason.DATUM_VAN_BESLUIT
    is_misread = _is_before_decision(case, best) or _has_lain_long(case, best)
    return Reason.SLECHT_GELEZEN if is_misread else None


def _has_lain_long(case: Case, best: Candidate) -> bool:
    """Tell whether a scan dates a letter so long before it came that a month may be misread.

    A month in words loses no figure, and one that was misread is not shortly after the decision.
    """
    received = _told_arrival(case)
    if received is None or not isinstance(best.value, dt.date) or _MONTH.search(best.text):
        return False
    has_lain = (received - best.value).days > LAIN_DAYS and _is_scanned(case)
    return has_lain and not _is_after_decision(case, best)


def _is_after_decision(case: Case, best: Candidate) -> bool:
    decided = _sure_decision(case)
    return decided is not None and 0 <= _days_between(decided, best) <= ANSWER_DAYS


def _sure_decision(case: Case) -> Candidate | None:
    """Return the date that the decision surely bears, None when the likeliest is not sure."""
    dated = (each for each in _dates(case, ElementId.BESLUITDATUM) if each.role == "gedateerd")
    first = next(dated, None)
    return first if first is not None and is_sure(ElementId.BESLUITDATUM, first) else None


def _days_between(first: Candidate, last: Candidate) -> int:
    """Return how many days after the first the last is, both of them dates."""
    if not (isinstance(first.value, dt.date) and isinstance(last.value, dt.date)):
        return -1
    return (last.value - first.value).days


def _is_of_decision(case: Case, best: Candidate) -> bool:
    """Tell whether a date is surely that of the decision: few object before the post came.

    Who writes the same day twice, over the letter and in it, wrote on the day of the decision.
    """
    decided = _sure_decision(case)
    if decided is None or decided.value != best.value:
        return False
    return _share_place(decided, best) or not _is_named(best)


def _share_place(one: Candidate, other: Candidate) -> bool:
    is_known = one.evidence and other.evidence
    return not is_known or share_place(one.evidence, other.evidence)


def _is_before_decision(case: Case, best: Candidate) -> bool:
    """Tell whether a scan dates a letter long before its decision: a figure may be misread.

    Shortly before it people do object, to what they were told to expect (Awb 6:10).
    """
    decided = _sure_decision(case)
    if decided is None or not _is_scanned(case):
        return False
    return _days_between(best, decided) > EARLY_DAYS


def _without_stamp(case: Case, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Leave out the day on which a letter came by post, beside a day shortly before it.

    Post takes a day at least: a date that nothing names is then the one of a stamp of which the
    words were not read.
    """
    received = _told_arrival(case)
    if case.arrival.channel is not Channel.POST or received is None:
        return found
    rest = tuple(each for each in found if _is_named(each) or each.value != received)
    sure = [each for each in rest if is_sure(ElementId.DATUM, each)]
    return rest if any(_is_shortly_before(each, received) for each in sure) else found


def _told_arrival(case: Case) -> dt.date | None:
    """Return the day on which the letter came in, when something tells it."""
    is_assumed = case.received_source is ReceivedSource.ASSUMED
    return None if is_assumed else case.arrival.received


def _is_named(candidate: Candidate) -> bool:
    """Tell whether a label or a place says that it is the date of the letter."""
    return "gelabeld" in candidate.marks


def _is_shortly_before(candidate: Candidate, day: dt.date) -> bool:
    value = candidate.value
    return isinstance(value, dt.date) and 0 < (day - value).days <= TRAVEL_DAYS


def judge_besluitdatum(case: Case) -> Judgement:
    """Judge the date of the contested decision; the day of its arrival is another date."""
    element = ElementId.BESLUITDATUM
    every = _dates(case, element)
    found = tuple(each for each in every if each.role != "ontvangen")
    unreal = _unreal(case, element)
    if unreal is not None and (not found or found[0].confidence < unreal.confidence):
        return _written_wrong(unreal)
    if not found:
        return _undated(case, every)
    dated = tuple(each for each in found if each.role == "gedateerd")
    if dated and dated[0].confidence >= found[0].confidence - GEDATEERD_MARGIN:
        found = dated
    if _is_late(found[0], case.today):
        return uncertain(found[0], Reason.DATUM_TOEKOMST)
    if _is_contradicted(found):
        return uncertain(found[0], Reason.MEERDERE)
    if _is_misread_year(case, found[0]):
        return uncertain(found[0], Reason.DATUM_OUD)
    return _judge_date(element, found)


def _is_misread_year(case: Case, best: Candidate) -> bool:
    """Tell whether a year long past was rather misread than written: nobody objects so late."""
    days = LONG_PAST_DAYS if "hersteld" not in best.marks else OLD_DAYS
    is_past = isinstance(best.value, dt.date) and (case.latest_day - best.value).days > days
    return is_past and _is_scanned(case)


def _undated(case: Case, arrivals: Sequence[Candidate]) -> Judgement:
    """Judge a letter that gives no full date of a decision: a day and a month, or its arrival."""
    element = ElementId.BESLUITDATUM
    yearless = _yearless(case, element)
    if yearless is not None:
        return uncertain(yearless, Reason.DATUM_ZONDER_JAAR)
    reason = Reason.BESLUITDATUM_ONTVANGST if arrivals else Reason.NIET_GEVONDEN
    return absent(case, element, reason)


def _is_contradicted(found: Sequence[Candidate]) -> bool:
    """Tell whether the enclosed decision bears a date and the letter names another one only."""
    best = found[0]
    own = [each for each in found if "besluitpagina" not in each.marks]
    return "besluitpagina" in best.marks and any(
        each.role == best.role and each.value != best.value for each in own
    )


def _dates(case: Case, element: ElementId) -> tuple[Candidate, ...]:
    return tuple(
        each
        for each in likely(element, case.candidates(element))
        if isinstance(each.value, dt.date)
    )


def _unreal(case: Case, element: ElementId) -> Candidate | None:
    """Return the surest date that is on no calendar, None when every date is."""
    found = likely(element, case.candidates(element))
    unreal = (each for each in found if "bestaat_niet" in each.marks)
    return next((each for each in unreal if each.role != "ontvangen"), None)


def _yearless(case: Case, element: ElementId) -> Candidate | None:
    """Return the surest day and month of a letter that names no year: the stamp tells which."""
    found = likely(element, case.candidates(element))
    return next(
        (each for each in found if "zonder_jaar" in each.marks and each.role != "ontvangen"), None
    )


def _written_wrong(best: Candidate) -> Judgement:
    """Judge a date such as "31 november": there, but wrong, unless it was misread."""
    # A figure that had to be guessed may be the wrong one.
    if best.confidence < CLEAN_READ or "hersteld" in best.marks:
        return uncertain(best, Reason.DATUM_BESTAAT_NIET)
    return Judgement(Status.ONGELDIG, best.confidence, best, Reason.DATUM_BESTAAT_NIET)


def _judge_date(element: ElementId, found: tuple[Candidate, ...]) -> Judgement:
    best = found[0]
    if not is_sure(element, best):
        return weak(element, best)
    if "zonder_dag" in best.marks:
        return uncertain(best, Reason.DATUM_ZONDER_DAG)
    # A month is no rival of a date in that month or elsewhere: it is only less exact.
    exact = tuple(each for each in found if "zonder_dag" not in each.marks)
    if has_rival(element, exact, same=same_value):
        return uncertain(best, Reason.MEERDERE)
    return present(best, Reason.BESLUITPAGINA if "besluitpagina" in best.marks else None)


def _is_old(candidate: Candidate, day: dt.date) -> bool:
    return isinstance(candidate.value, dt.date) and (day - candidate.value).days > OLD_DAYS


def _impossible(case: Case, best: Candidate) -> Judgement:
    """Judge a date on which the letter cannot have been written."""
    reason = Reason.DATUM_TOEKOMST if _is_late(best, case.today) else Reason.DATUM_NA_ONTVANGST
    # A stamp may have been misread as well as the date.
    stamp_decides = (
        reason is Reason.DATUM_NA_ONTVANGST and case.received_source is ReceivedSource.STAMP
    )
    if best.confidence < CLEAN_READ or stamp_decides or _is_misread(case, best):
        return uncertain(best, reason)
    return Judgement(Status.ONGELDIG, best.confidence, best, reason)


def _is_misread(case: Case, best: Candidate) -> bool:
    """Tell whether a year far ahead was rather misread from a scan ("2046") than written."""
    ahead = isinstance(best.value, dt.date) and best.value.year - case.today.year
    return _is_scanned(case) and ahead > SLIP_YEARS


def _is_scanned(case: Case) -> bool:
    return any(page.page.source is TextSource.OCR for page in case.reading.letter.own_pages)


def _is_late(candidate: Candidate, latest: dt.date) -> bool:
    return isinstance(candidate.value, dt.date) and candidate.value > latest
