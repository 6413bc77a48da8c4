"""Find the days of what a letter complains about: a complaint must follow within a year (Awb 9:8).

A day is told from the days of steps, letters, births and decisions by what else its sentence says.
Of a month or a year without a day the last day is given, because nothing earlier is certain. Marks:
`zonder_dag`; `duurt_voort` for what still goes on or was done a short while ago, whatever the day.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.dates.date_words import role_beside
from extractors.dates.dates import FoundDate, find_dates
from extractors.document import Letter
from extractors.element import Candidate, evidence_of
from extractors.once import once
from extractors.story.passages import Body, Sentence, body_of, is_question

# What these words beside a date tell of is no conduct: a letter, a decision, a birth, a report.
_CONDUCT = frozenset({"", "voorval", "ingang", "ontvangen"})
# A letter of the office may be the conduct itself: "mijn klacht gaat over uw brief van 3 mei".
_WRITTEN = frozenset({"gedateerd", "verzonden"})
_SINCE = re.compile(r"\b(sinds|sedert|vanaf)\b[^,.;]{0,40}$", re.IGNORECASE)
_OF = re.compile(r"\b(van|d\.?d\.?)\s*$")
_BEGINS = "ingang"  # "sinds 3 maart", "vanaf mei"
# A sentence that tells of conduct itself, and one that only stands beside one that does.
_TOLD, _BESIDE = 0.85, 0.65
_LEAST_TOKENS = 7
_YEAR = re.compile(
    r"\b(?:in|begin|eind|medio|halverwege|zomer|winter|voorjaar|"
    r"najaar|jaar|rond|sinds|sedert|vanaf|van)\s(?P<year>20\d\d)\b(?![-./]\d)",
    re.IGNORECASE,
)
# What goes on or has just happened: then nothing is too old.
_RECENT = re.compile(
    r"\b(nog (steeds|altijd|immer)|tot (op )?(de dag van )?(heden|nu|vandaag)|"
    r"al (\w+ ){0,2}(maanden|weken|jaren|maand|jaar|tijden)|elke|iedere|telkens|steeds|"
    r"(vorige|afgelopen|deze|laatste) (\w+ )?"
    r"(week|weken|maand|maanden|dagen|tijd|weekend)|gisteren|eergisteren|vandaag|vanmorgen|onlangs|laatst|"
    r"(maan|dins|woens|donder|vrij|zater|zon)dag (?!\d))\b",
    re.IGNORECASE,
)


# Said of anything, this means that it was not put right.
_UNTIL_NOW = re.compile(r"\btot (op )?(de dag van )?(heden|nu|vandaag)\b", re.IGNORECASE)


def find_conduct(letter: Letter) -> tuple[Candidate, ...]:
    """Return the days on which the conduct took place, in reading order; may be empty."""
    body = body_of(letter)
    every = body.sentences
    beside = tuple(
        candidate
        for number, sentence in enumerate(every)
        for candidate in _in_sentence(body, sentence, every[max(number - 1, 0) : number + 2])
    )
    # Who tells it in other words than are known here still dates it; a date alone is the letter's.
    told = (each for each in every if len(each.tokens) >= _LEAST_TOKENS)
    return beside or tuple(found for each in told for found in _in_sentence(body, each))


def _in_sentence(
    body: Body, sentence: Sentence, around: tuple[Sentence, ...] | None = None
) -> Iterator[Candidate]:
    """Read the times in a sentence that tells of conduct, or stands beside one that does."""
    told = _tells(body, sentence) or bool(_UNTIL_NOW.search(body.wording(sentence)))
    if is_question(body, sentence) or (not told and _is_step(body, sentence)):
        return
    if not told and around is not None and not any(_tells(body, each) for each in around):
        return
    sure, year = _TOLD if told else _BESIDE, _latest_year(body)
    wording = body.wording(sentence)
    for found in (*_recent(wording), *_dates(wording, year, told=told), *_years(wording)):
        span = body.text.span(sentence.start + found.start, sentence.start + found.end)
        value = found.day or span.text
        yield Candidate(
            value, span.text, evidence_of(span), sure * span.confidence, "", found.marks
        )


@dataclass(frozen=True, slots=True)
class _Time:
    """Words for a time in a sentence: the last day that they may mean, None for one not over."""

    start: int
    end: int
    day: dt.date | None
    marks: frozenset[str]


def _recent(wording: str) -> Iterator[_Time]:
    match = _RECENT.search(wording)
    if match is not None:
        yield _Time(match.start(), match.end(), None, frozenset({"duurt_voort"}))


def _dates(wording: str, year: int | None, *, told: bool) -> Iterator[_Time]:
    previous_end = 0
    for found in find_dates(wording, default_year=year):
        role, _ = role_beside(wording, found, previous_end)
        previous_end = found.end
        # "Mijn klacht: in augustus" names no day of that complaint, "mijn klacht van 3 mei" does.
        own = role == "eigen_brief" and not _OF.search(wording[: found.start])
        if role in _CONDUCT or own or (told and role in _WRITTEN):
            marks = _marks(wording, found.start) | (found.marks & {"zonder_dag"})
            marks |= {"duurt_voort"} if role == _BEGINS else set()
            yield _Time(found.start, found.end, _last_day(found), frozenset(marks))


def _years(wording: str) -> Iterator[_Time]:
    """Read a year alone: "in 2023", "sinds 2022"."""
    matches = tuple(_YEAR.finditer(wording))
    taken = [(found.start, found.end) for found in find_dates(wording)] if matches else []
    for match in matches:
        start, end = match.span("year")
        if any(first < end and start < last for first, last in taken):
            continue
        marks = _marks(wording, start) | {"zonder_dag"}
        yield _Time(*match.span(), dt.date(int(match["year"]), 12, 31), frozenset(marks))


def _marks(wording: str, start: int) -> set[str]:
    """Tell whether the words before a time make it the beginning of what goes on."""
    return {"duurt_voort"} if _SINCE.search(wording[:start]) else set()


def _last_day(found: FoundDate) -> dt.date:
    if "zonder_dag" not in found.marks:
        return found.date
    day = found.date
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _tells(body: Body, sentence: Sentence) -> bool:
    """Tell whether the sentence says what was done wrong."""
    complains = body.has(sentence, "klacht_daad") and not body.has(sentence, "verleden")
    hinted = body.has(sentence, "misschien_gedrag") and not _is_step(body, sentence)
    return body.has(sentence, "gedrag") or complains or hinted


def _is_step(body: Body, sentence: Sentence) -> bool:
    """Tell whether the sentence says what the sender did about it, or about a decision."""
    return body.has(sentence, "ondernomen", "besluit_genoemd", "bezwaar_daad")


@once
def _latest_year(body: Body) -> int | None:
    years = [found.date.year for found in find_dates(body.text.string)]
    return max(years, default=None)
