"""Find the words with which the sender points out the contested decision (Awb 6:5 lid 1 c).

Marks say how the decision can be told apart: `datum`, `kenmerk`, `onderwerp`, `bijlage`;
`standpunt` is what an office holds or takes, or what the objection is against in any words, from
which a person may tell it apart; words that only point ("uw brief") are marked `vaag`.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from extractors.dates.date_roles import dates_of
from extractors.dates.dates import find_dates
from extractors.document import Block, BlockRole, Letter, Line, PageRole, Text
from extractors.element import Candidate, ElementId, Evidence, Hints, evidence_of
from extractors.numbers.other_numbers import without_others

ELEMENT = ElementId.BESLUIT
_SENTENCE = re.compile(r"[^.!?]+(?:\.(?=\S)[^.!?]*|[.!?](?=\s+[a-z0-9])[^.!?]*)*[.!?]?")
# A number of the sender, above the letter.
_CLIENT = re.compile(r"\b(relatie|klant|cli[e\u00eb]nt)-?\s?(nummer|nr)")
# "Nr" ends its word: a date behind "Berkel en Rodenrijs" is no reference, nor are the hours behind
# "de noodzaak van 24 uur zorg".
_KENMERK = re.compile(
    r"(ken(m|rn)erk|nummer|referentie|nr(?![^\W\d_])\.?|(?<!nood)(?<!oor)zaak\w*|dossier\w*)"
    r"\W{0,4}(?=.{0,12}\d)[\w./-]{2,}"
)
_FIGURE = re.compile(r"\d")
_SCORES = {"datum": 0.95, "kenmerk": 0.95, "onderwerp": 0.8, "standpunt": 0.42, "vaag": 0.3}
_LABELLED = re.compile(r"^[A-Za-z][\w ./-]{1,30}:")
# "Uw kenmerk: VZK-260913", "Datum besluit: 3 mei 2026": no word of what was decided.
_BARE = re.compile(r"(?:[A-Za-z][\w .()/-]{1,40}?:?\s)?\S*\d\S*(?:\s\S+){0,3}")
_USED = frozenset(
    {BlockRole.BODY, BlockRole.REFERENCE, BlockRole.SENDER, BlockRole.CLOSING, BlockRole.LETTERHEAD}
)
_OBJECTS = re.compile(r"\bbezwaar|niet (mee )?eens|oneens")
_CLAUSE_END = re.compile(r"[,;:]|\b(?:en|omdat|want|maar|daarom|dus)\b")
_LONGEST = 400
_TELLING = 4  # letters of a word that says something


@cache
def _cue(name: str) -> re.Pattern[str]:
    data = tomllib.loads((files("extractors") / "cues" / "besluit.toml").read_text("utf-8"))
    return re.compile(data[name])


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the sentences that name a decision, the most telling first."""
    del hints
    decided = frozenset(
        each.found.date
        for each in dates_of(letter)
        if each.role in {"gedateerd", "verzonden", "bekendgemaakt"}
        and "bestaat_niet" not in each.found.marks
    )
    candidates = [
        candidate
        for block in letter.blocks
        if block.role in _USED
        for candidate in _in_block(block, decided)
    ]
    candidates += _enclosed(letter)
    return tuple(sorted(candidates, key=_order))


def _order(candidate: Candidate) -> tuple[float, bool]:
    """Of what tells the decision apart as well, show a sentence before a bare number or date."""
    return -candidate.confidence, _BARE.fullmatch(candidate.text) is not None


def _in_block(block: Block, decided: frozenset[dt.date]) -> Iterator[Candidate]:
    for lines in _paragraphs(block):
        yield from _in_lines(lines, block.role, decided)


def _paragraphs(block: Block) -> Iterator[list[Line]]:
    """Give running text whole, and a grid of labels line by line with what each line goes on to.

    In a column of values without their labels a date above the subject stands by itself, and an
    address of mail does.
    """
    part: list[Line] = []
    for line in block.lines:
        begins = part and (
            _LABELLED.match(line.text)
            or "@" in line.text
            or all(_BARE.fullmatch(each.text) for each in part)
        )
        if begins and block.role is not BlockRole.BODY:
            yield part
            part = []
        part.append(line)
    yield part


def _in_lines(
    lines: list[Line], role: BlockRole, decided: frozenset[dt.date]
) -> Iterator[Candidate]:
    text = Text.of(lines, joint=" ")
    for match in _SENTENCE.finditer(text.string):
        sentence = match.group().strip()
        marks = _marks(sentence.casefold(), decided, labelled=role is not BlockRole.BODY)
        if not marks:
            continue
        span = text.span(match.start() + _indent(match.group()), match.end())
        if span.words:
            score = max(_SCORES[mark] for mark in marks) * min(1.0, 0.4 + span.confidence)
            words = sentence[:_LONGEST]
            yield Candidate(words, words, evidence_of(span), score, "", frozenset(marks))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _marks(sentence: str, decided: frozenset[dt.date], *, labelled: bool) -> set[str]:
    noun, act = _cue("noun").search(sentence), _cue("act").search(sentence)
    marks: set[str] = set()
    told = noun or act or labelled or _cue("letter").search(sentence)
    if told and _names_date(sentence, decided):
        marks.add("datum")
    if (noun or act or (labelled and not _is_own_number(sentence))) and _has_number(sentence):
        marks.add("kenmerk")
    decides = act or (noun and noun.group() not in {"uw brief", "de brief van"})
    if decides and _names_topic(sentence):
        marks.add("onderwerp")
    if not marks and (
        _cue("stance").search(sentence)
        or (_OBJECTS.search(sentence) and _names_topic(sentence))
        or _names_matter(sentence)
    ):
        marks.add("standpunt")
    if not marks and _cue("vague").search(sentence):
        marks.add("vaag")
    return marks


def _names_topic(sentence: str) -> bool:
    """Tell whether the sentence says what it is about: the slowest of the cues, so asked last."""
    return bool(_cue("topic").search(sentence))


def _is_own_number(sentence: str) -> bool:
    return sentence.startswith(("ons ", "mijn ", "onze ")) or bool(_CLIENT.search(sentence))


def _has_number(sentence: str) -> bool:
    """Tell whether a number stands there that may be of a decision; most sentences have none."""
    return bool(_FIGURE.search(sentence) and _KENMERK.search(without_others(sentence)))


def _names_matter(sentence: str) -> bool:
    """Tell whether words say what the objection is against, more than that it is a decision."""
    named = _cue("object").search(sentence)
    clause = _CLAUSE_END.split(named["what"], maxsplit=1)[0] if named else ""
    said = _cue("pointer").sub(" ", clause)
    return any(len(word) >= _TELLING for word in re.findall(r"[^\W\d_]+", said))


def _names_date(sentence: str, decided: frozenset[dt.date]) -> bool:
    """Tell whether a date of a decision stands there, also when its year was left out."""
    years = {date.year for date in decided}
    return any(
        found.date in decided for year in years for found in find_dates(sentence, default_year=year)
    )


def _enclosed(letter: Letter) -> Iterator[Candidate]:
    for page in letter.with_role(PageRole.DECISION)[:1]:
        lines = [line for line in page.lines if line.text.strip()]
        if lines:
            box, words = lines[0].box, lines[0].text[:_LONGEST]
            places = (Evidence(page.page.number, box, words),)
            yield Candidate(words, words, places, 0.85, "", frozenset({"bijlage"}))
