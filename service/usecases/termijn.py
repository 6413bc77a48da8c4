"""Work out the terms of one letter from dates that a person gives: a calculator, no letter needed.

The law is in validators; here is only which questions make sense and how an answer is put together.
"""

from collections.abc import Iterator
from dataclasses import replace

from service.ports.termijn import TermijnAnswer, TermijnQuestion
from service.texts import termijn as texts
from service.usecases.errors import UsageError
from validators.datumcontrole import check_dates, check_facts
from validators.feiten import Facts
from validators.oordeel import judge_letter
from validators.report import Channel, Kind
from validators.termijn import Arrival
from validators.termijn_texts import NEXT
from validators.uitleg import explanation_of
from validators.vervolg import follow_ups


def calculate(question: TermijnQuestion) -> TermijnAnswer:
    """Answer a question.

    Raises:
        UsageError: for days that do not belong together, such as a repair that nobody asked for.

    """
    faults = tuple(faults_of(question))
    if faults:
        raise UsageError("\n".join(texts.FAULTS[fault] for fault in faults))
    judgement = judge_letter(question.facts.kind, question.triggers, question.arrival)
    facts = replace(
        question.facts,
        received=question.arrival.received,
        elsewhere=question.arrival.elsewhere,
        last_day=judgement.term.last_day if judgement.term else None,
    )
    odd = check_dates(question.triggers, judgement, today=question.today)
    return TermijnAnswer(
        question,
        judgement,
        explanation_of(judgement, today=question.today),
        NEXT[judgement.code],
        (*odd, *check_facts(facts)),
        follow_ups(facts),
    )


def faults_of(question: TermijnQuestion) -> Iterator[str]:
    """Yield the codes of what makes no sense together."""
    facts = question.facts
    if not facts.profile.accepts(facts.kind):
        yield "soort"
    elif facts.kind is Kind.KLACHT:
        yield from _complaint_faults(question)
    else:
        yield from _objection_faults(question)
    yield from _repair_faults(facts)


def _objection_faults(question: TermijnQuestion) -> Iterator[str]:
    facts = question.facts
    if not question.triggers:
        yield "geen_besluit"
    if any((facts.conduct, facts.closed, facts.provider_told, facts.dispute)):
        yield "hoort_bij_klacht"
    if facts.is_advised and facts.has_committee is not None:
        yield "advies_en_commissie"
    if facts.advice_complete is not None and not facts.is_advised:
        yield "stukken_zonder_advies"


def _complaint_faults(question: TermijnQuestion) -> Iterator[str]:
    facts, arrival = question.facts, question.arrival
    if question.triggers or _is_about_arrival(arrival) or facts.is_advised or facts.advice_complete:
        yield "hoort_bij_bezwaar"
    if facts.in_default is not None:
        yield "geen_dwangsom"
    care, public = (facts.provider_told, facts.dispute), (facts.conduct, facts.closed)
    is_care = facts.profile.law == "wkkgz"
    if is_care and (any(public) or facts.has_committee is not None or facts.repair is not None):
        yield "hoort_bij_awb"
    if not is_care and any(care):
        yield "hoort_bij_wkkgz"
    if not any((arrival.received, *care, *public)):
        yield "geen_klachtdatum"


def _is_about_arrival(arrival: Arrival) -> bool:
    """Tell whether something was given that only matters for a term to come in."""
    is_other = arrival.channel is not Channel.POST
    return arrival.postmarked is not None or is_other or bool(arrival.disturbed)


def _repair_faults(facts: Facts) -> Iterator[str]:
    """Yield a repair term that ends before it was asked for; what came of it is for remarks."""
    repair = facts.repair
    if repair is not None and repair.printed is not None and repair.printed < repair.asked:
        yield "hersteltermijn_voor_verzoek"
