"""The answer for people at a terminal: the verdict, every step, every day that follows."""

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator

from service.ports.termijn import TermijnAnswer
from service.rendering.words import plain
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from service.texts import termijn as termijn_texts
from validators.feiten import FollowUp, Nature
from validators.report import WindowVerdict
from validators.stappen import Step
from validators.termijn_texts import deadline_text

NAME = "text"
NEEDS_DAYS = False

WIDTH = 96
_DAY_WIDTH = 19  # "ma 28 dec 2026" with room after it
_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def render(answer: TermijnAnswer, *, now: dt.datetime) -> str:
    """Return the answer as text of at most 96 columns; the time of writing is not shown."""
    del now
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: TermijnAnswer) -> Iterator[str]:
    yield from _verdict(answer)
    if answer.remarks:
        yield from _heading(termijn_texts.REMARKS)
        for remark in answer.remarks:
            yield from _wrapped(remark.text, first="  - ", rest="    ")
    yield from _heading(termijn_texts.STEPS)
    for number, step in enumerate(answer.judgement.trace, 1):
        yield from _step(step, number)
    for nature in Nature:
        found = [each for each in answer.follow_ups if each.nature is nature]
        if found:
            yield from _heading(termijn_texts.NATURES[nature])
            for each in found:
                yield from _follow_up(each)


def _verdict(answer: TermijnAnswer) -> Iterator[str]:
    judgement, facts = answer.judgement, answer.question.facts
    kind = report_texts.KINDS[facts.kind].capitalize()
    case = plain(answer.question.case_name)
    yield ", ".join(each for each in (kind, facts.profile.name, case) if each)
    yield ""
    rule = f" (regel {judgement.rule})" if judgement.rule else ""
    no_term = judgement.verdict is WindowVerdict.NIET_VAN_TOEPASSING
    yield termijn_texts.VERDICT.format(verdict=report_texts.WINDOWS[judgement.verdict], rule=rule)
    if judgement.term is not None and not no_term:
        yield f"  {termijn_texts.LAST_DAY.format(day=_day(judgement.term.last_day))}"
    yield from _wrapped(answer.explanation, first="  ", rest="  ")
    next_step = termijn_texts.NEXT.format(next=answer.next_step)
    yield from _wrapped(next_step, first="  ", rest="  ")


def _heading(words: str) -> Iterator[str]:
    yield ""
    yield words


def _step(step: Step, number: int) -> Iterator[str]:
    yield from _wrapped(step.text, first=f"{number:>4}. ", rest="      ")
    if step.basis:
        yield f"      [{', '.join(step.basis)}]"


def _follow_up(follow_up: FollowUp) -> Iterator[str]:
    what = f"{deadline_text(follow_up.what)} [{', '.join(follow_up.basis)}]"
    margin = " " * (_DAY_WIDTH + 2)
    yield from _wrapped(what, first=f"  {_day(follow_up.due):<{_DAY_WIDTH}}", rest=margin)
    for line in _below(follow_up):
        yield from _wrapped(line, first=margin, rest=margin)


def _below(follow_up: FollowUp) -> Iterable[str]:
    """Yield how the day was found and what must be said about it."""
    yield termijn_texts.LENGTH.format(length=follow_up.length, day=_day(follow_up.term.trigger))
    yield from (step.text for step in follow_up.moved)
    yield from (step.text for step in follow_up.notes)


def _day(day: dt.date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {figures_texts.day(day)}"


def _wrapped(words: str, *, first: str, rest: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest)
