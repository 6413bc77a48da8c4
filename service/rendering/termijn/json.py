"""The answer for programs: one JSON object with the same names as the report where they overlap."""

import datetime as dt
from typing import Self

from pydantic import BaseModel, ConfigDict

from service.ports.termijn import TermijnAnswer
from validators.feiten import FollowUp, Nature
from validators.report import Kind, Rule, WindowVerdict
from validators.stappen import Step
from validators.termijn_texts import deadline_text

NAME = "json"
NEEDS_DAYS = False


class Model(BaseModel):
    """What all parts share: immutable."""

    model_config = ConfigDict(frozen=True)


class Line(Model):
    """A step of the reasoning, a remark or a note."""

    code: str
    text: str
    dates: tuple[dt.date, ...]
    basis: tuple[str, ...]
    verdict: WindowVerdict | None = None
    rule: Rule | None = None

    @classmethod
    def of(cls, step: Step) -> Self:
        """Put a step into words."""
        return cls(
            code=step.code.value,
            text=step.text,
            dates=step.dates,
            basis=step.basis,
            verdict=step.verdict,
            rule=step.rule,
        )


class Due(Model):
    """A day that follows, with how it was found."""

    what: str
    text: str
    due: dt.date
    possible: dt.date | None
    nature: Nature
    basis: tuple[str, ...]
    counted_from: dt.date
    length: str
    moved: tuple[Line, ...]
    notes: tuple[Line, ...]

    @classmethod
    def of(cls, follow_up: FollowUp) -> Self:
        """Put a follow-up into words."""
        return cls(
            what=follow_up.what,
            text=deadline_text(follow_up.what),
            due=follow_up.due,
            possible=follow_up.possible,
            nature=follow_up.nature,
            basis=follow_up.basis,
            counted_from=follow_up.term.trigger,
            length=follow_up.length,
            moved=tuple(map(Line.of, follow_up.moved)),
            notes=tuple(map(Line.of, follow_up.notes)),
        )


class Window(Model):
    """The term to object and whether the letter came within it, as in the report."""

    verdict: WindowVerdict
    rule: Rule | None
    decision_date: dt.date | None
    first_day: dt.date | None
    last_day: dt.date | None
    received: dt.date | None
    postmarked: dt.date | None
    explanation: str
    next_step: str
    trace: tuple[Line, ...]

    @classmethod
    def of(cls, answer: TermijnAnswer) -> Self:
        """Take the window out of an answer."""
        judgement, term = answer.judgement, answer.judgement.term
        return cls(
            verdict=judgement.verdict,
            rule=judgement.rule,
            decision_date=term.trigger if term else None,
            first_day=term.first_day if term else None,
            last_day=term.last_day if term else None,
            received=judgement.arrival.counted,
            postmarked=judgement.arrival.postmarked,
            explanation=answer.explanation,
            next_step=answer.next_step,
            trace=tuple(map(Line.of, judgement.trace)),
        )


class Calculation(Model):
    """Everything that the calculator says."""

    kind: Kind
    profile: str
    case_name: str
    today: dt.date
    submission_window: Window
    remarks: tuple[Line, ...]
    deadlines: tuple[Due, ...]


def render(answer: TermijnAnswer, *, now: dt.datetime) -> str:
    """Return the answer as one JSON object; the same question gives the same bytes."""
    del now
    facts = answer.question.facts
    calculation = Calculation(
        kind=facts.kind,
        profile=facts.profile.id,
        case_name=answer.question.case_name,
        today=answer.question.today,
        submission_window=Window.of(answer),
        remarks=tuple(map(Line.of, answer.remarks)),
        deadlines=tuple(map(Due.of, answer.follow_ups)),
    )
    return calculation.model_dump_json(indent=2) + "\n"
