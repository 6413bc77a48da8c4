"""What is odd about dates that were given: said whatever the verdict, never an error.

Dates come from readings and from people who type: a year may be wrong, two may be swapped.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from validators.feestdagen import has_kb_data, is_free_day
from validators.feiten import Facts
from validators.klachttermijn import year_after
from validators.oordeel import Judgement
from validators.report import Channel
from validators.stappen import RemarkCode, Step
from validators.termijn import Trigger, TriggerKind

OLD_DAYS = 366
AWB_SINCE = dt.date(1994, 1, 1)


def check_dates(
    triggers: Sequence[Trigger], judgement: Judgement, *, today: dt.date
) -> tuple[Step, ...]:
    """Return what is odd about the days of the decision and of the letter."""
    return (
        *_check_order(triggers, judgement),
        *_check_postmark(judgement),
        *_check_future(triggers, judgement, today),
        *_check_years(judgement),
    )


def check_facts(facts: Facts) -> tuple[Step, ...]:
    """Return what is odd about the days of the handling."""
    found = []
    repair = facts.repair
    filed = min((day for day in (facts.received, facts.elsewhere) if day), default=None)
    if repair is not None and repair.received is not None and repair.received < repair.asked:
        dates = (repair.received, repair.asked)
        found.append(Step(RemarkCode.HERSTELD_VOOR_VERZOEK, dates))
    if facts.conduct is not None and filed is not None:
        dates = (facts.conduct, filed)
        if filed < facts.conduct:
            found.append(Step(RemarkCode.GEDRAGING_NA_KLACHT, dates[::-1]))
        # Awb 9:8 lid 1 onder b: which of two days ends a year from 29 February is open.
        if filed > year_after(facts.conduct)[1]:
            basis = ("Awb 9:8 lid 1 onder b",)
            found.append(Step(RemarkCode.GEDRAGING_LANG_GELEDEN, dates, basis))
    return tuple(found)


def _check_order(triggers: Sequence[Trigger], judgement: Judgement) -> Iterator[Step]:
    received, chosen = judgement.arrival.counted, judgement.trigger
    if chosen is not None:
        if is_free_day(chosen.day):
            yield Step(RemarkCode.BESLUIT_OP_VRIJE_DAG, (chosen.day,))
        if chosen.day < AWB_SINCE:
            yield Step(RemarkCode.VOOR_DE_AWB, (chosen.day,))
    if chosen is not None and received is not None:
        if chosen.day > received:
            yield Step(RemarkCode.BESLUIT_NA_ONTVANGST, (chosen.day, received))
        if (received - chosen.day).days > OLD_DAYS:
            yield Step(RemarkCode.BESLUIT_LANG_GELEDEN, (chosen.day,))
    if chosen is not None and judgement.others:
        yield Step(RemarkCode.EERSTE_VAN_MEER, (chosen.day,))
    yield from _check_dispatch(triggers)
    own, elsewhere = judgement.arrival.received, judgement.arrival.elsewhere
    if own is not None and elsewhere is not None and elsewhere > own:
        yield Step(RemarkCode.ELDERS_NA_ONTVANGST, (elsewhere, own))


def _check_dispatch(triggers: Sequence[Trigger]) -> Iterator[Step]:
    """Say that a decision was sent before the day that stands on it."""
    sent = [each.day for each in triggers if each.kind is TriggerKind.VERZONDEN]
    dated = [each.day for each in triggers if each.kind is TriggerKind.GEDATEERD]
    if sent and dated and max(sent) < min(dated):
        yield Step(RemarkCode.VERZONDEN_VOOR_BESLUIT, (max(sent), min(dated)))


def _check_postmark(judgement: Judgement) -> Iterator[Step]:
    arrival, chosen = judgement.arrival, judgement.trigger
    posted, received = arrival.postmarked, arrival.counted
    if posted is not None:
        if received is not None and posted > received:
            yield Step(RemarkCode.POSTSTEMPEL_NA_ONTVANGST, (posted, received))
        if chosen is not None and posted < chosen.day:
            yield Step(RemarkCode.POSTSTEMPEL_VOOR_BESLUIT, (posted, chosen.day))
        if arrival.channel is not Channel.POST:
            yield Step(RemarkCode.POSTSTEMPEL_TELT_NIET, (posted,))
    last_day = judgement.term.last_day if judgement.term else None
    is_digital = arrival.channel not in {Channel.POST, Channel.BALIE}
    for day in arrival.disturbed:
        if not is_digital or day != last_day:
            yield Step(RemarkCode.STORING_TELT_NIET, (day,))


def _check_future(
    triggers: Sequence[Trigger], judgement: Judgement, today: dt.date
) -> Iterator[Step]:
    arrival = judgement.arrival
    given = {each.day for each in triggers}
    given |= {
        day for day in (arrival.received, arrival.elsewhere, arrival.postmarked) if day is not None
    }
    for day in sorted(given):
        if day > today:
            yield Step(RemarkCode.IN_DE_TOEKOMST, (day,))


def _check_years(judgement: Judgement) -> Iterator[Step]:
    """Say of which years the extra free days are not known, where the end of the term lies."""
    if judgement.term is None:
        return
    ends = (judgement.term.nominal, judgement.term.last_day)
    unknown = sorted({day.year for day in ends if not has_kb_data(day.year)})
    if unknown:
        yield Step(RemarkCode.KB_DAGEN_ONBEKEND, detail=" en ".join(map(str, unknown)))
