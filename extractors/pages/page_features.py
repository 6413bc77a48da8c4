"""Say what one page of a file is like: what tells first pages, enclosures and envelopes apart.

Counts cues and places; which letter a page belongs to is not decided here.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from extractors.dates.dates import find_dates
from extractors.document import BlockRole, LetterPage
from extractors.element import Hints
from extractors.inks.closing import closes
from extractors.pages.cover_note import is_cover_note
from extractors.pages.page_text import items, leads, names, sender, signed
from extractors.pages.sheets import has_separator_code
from extractors.parts import POSTCODE, is_organisation, is_salutation
from extractors.readers.enclosed import is_enclosed, numbering

_FLAGS: Final = re.MULTILINE | re.DOTALL
# Offices have their post sent to a box: its postcode says nothing about who writes.
_BOX = re.compile(r"\b(postbus|antwoordnummer)\b", re.IGNORECASE)
# A sheet between two letters has no more words than this on it.
_SHEET_WORDS: Final = 20
_OBJECTS = re.compile(r"\bbezwa(ar|ren)")
_COMPLAINS = re.compile(r"\b(klacht|klaag|klagen|beklaag)")
_SUBJECT = re.compile(r"^(betreft|betr\.?|onderwerp|inzake|subject)\b", re.IGNORECASE)
_HEADING: Final = 0.55  # of the page: what opens a letter stands above
_OWN_WORDS: Final = 3  # different words of a citizen: no heading makes that somebody else's page
_SHORT: Final = 8  # words in a line with the date of a letter
_RUNNING: Final = 4  # words in a line of running text, at least
_COVER: Final = (2, 90)  # cues of a fax cover, at least, and words on it, at most
FEW_WORDS: Final = 60  # on a page that may be the end of a letter, behind its closing
_NOTE: Final = 90  # words on a page that only hands over another, with its addresses
# "Van: gemeente@..." above a message: the office wrote it, whoever is spoken to.
_FROM: Final = re.compile(r"^\W*(van|from|afzender)\s?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Features:
    """What one page says about itself; counts are of different cues, not of words."""

    words: int
    own: int
    office: int
    authorisation: int
    envelope: int
    attachment: bool
    salutation: bool
    closing: bool
    to_office: bool  # an addressee block names an office
    number: int | None  # "pagina 2 van 3"
    postcodes: frozenset[str]  # of the sender, not of the addressee
    statement: bool = False  # it speaks for somebody who objects elsewhere
    objects: int = 0  # how often it speaks of an objection
    complains: int = 0  # and of a complaint
    files: bool = False  # somebody objects or complains in so many words
    hands_over: bool = False  # something else comes with it
    ends: bool = False  # a letter is closed on it, in whatever words
    dated: bool = False  # a date stands in a short line on top
    subject: bool = False  # a line on top says what it is about
    runs_on: bool = False  # its first line is the middle of a sentence
    separator: bool = False  # a sheet that scanners put between two letters
    coded: bool = False  # it says so by a bar code, that is by nothing else
    total: int = 0  # how many pages there are, says the number
    enclosed: bool = False  # it is a page of a medical file, a care plan, an invoice
    cover: bool = False  # the sheet that goes before a fax
    note: bool = False  # it only says that something comes with it
    by_office: bool = False  # the header of a message says that an office sent it
    matter: bool = False  # it says against which decision, or about what, it is sent
    supports: bool = False  # it speaks of somebody whom the writer stands by
    leads: bool = False  # running text is the first thing on it
    items: tuple[int, int] = (0, 0)  # the numbers of its first and last counted paragraphs
    signed: frozenset[str] = frozenset()  # the parts of the name under its last closing
    sender: frozenset[str] = frozenset()  # the words of who sends it, above the text
    said: frozenset[str] = frozenset()  # its words with a capital, when it has few

    @property
    def claims(self) -> bool:
        """Whether it speaks of an objection or a complaint."""
        return bool(self.objects or self.complains)

    @property
    def heading(self) -> int:
        """How much of what stands above a letter stands on the page: 0 to 5."""
        marks = (self.to_office, self.salutation, self.dated, self.subject, self.postcodes)
        return sum(map(bool, marks))


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    data = tomllib.loads((files("extractors") / "cues" / "pages.toml").read_text("utf-8"))
    return {
        name: tuple(re.compile(pattern, _FLAGS) for pattern in patterns)
        for name, patterns in data.items()
    }


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Return the cues of a group as one pattern, which goes over a page in half of the time."""
    return re.compile("|".join(f"(?:{cue.pattern})" for cue in _cues()[name]), _FLAGS)


def _count(name: str, text: str) -> int:
    """Return how many of the cues of a group stand on a page."""
    return sum(cue.search(text) is not None for cue in _cues()[name])


def _says(name: str, text: str) -> bool:
    return _any_of(name).search(text) is not None


def features_of(page: LetterPage, hints: Hints) -> Features:
    """Return what a page says about itself."""
    text = "\n".join(line.text for line in page.lines).casefold()
    top = [line for line in page.lines if line.box.top < _HEADING * page.page.height]
    place = numbering((*page.lines[:3], *page.lines[-3:]))
    is_sheet = len(page.page.words) < _SHEET_WORDS
    coded = is_sheet and page.page.image is not None and has_separator_code(page.page.image)
    own, files_it = _count("own", text), _says("files", text)
    greets = any(is_salutation(line) for line in page.lines)
    return Features(
        words=len(page.page.words),
        own=own,
        office=_count("office", text),
        authorisation=_count("authorisation", text),
        envelope=_count("envelope", text),
        attachment=_says("attachment", text),
        salutation=greets,
        closing=any(closes(line) for line in page.lines),
        to_office=any(block.role is BlockRole.ADDRESSEE for block in page.blocks),
        number=place.number if place else None,
        total=place.total if place else 0,
        postcodes=frozenset(_postcodes(page)),
        statement=not files_it and _says("statement", text),
        objects=len(_OBJECTS.findall(text)),
        complains=len(_COMPLAINS.findall(text)),
        files=files_it,
        hands_over=_says("hands_over", text),
        ends=any(block.role is BlockRole.CLOSING for block in page.blocks),
        dated=any(len(line.words) <= _SHORT and find_dates(line.text) for line in top),
        subject=any(_SUBJECT.match(line.text) for line in top),
        runs_on=_runs_on(page),
        separator=coded or (is_sheet and _says("separator", text)),
        coded=coded,
        enclosed=page.page.in_part or (own < _OWN_WORDS and _is_enclosed(page)),
        cover=not greets and _is_cover(text, own, len(page.page.words)),
        note=_is_note(page),
        by_office=_is_by_office(page, hints),
        matter=_says("matter", text),
        supports=_says("supports", text),
        leads=leads(page.lines),
        items=items(page.lines),
        signed=signed(page),
        sender=sender(page),
        said=names(page) if len(page.page.words) < FEW_WORDS else frozenset(),
    )


def _is_enclosed(page: LetterPage) -> bool:
    down = sorted(page.lines, key=lambda line: line.box.top)
    return is_enclosed(down, down[-1:])


def _is_by_office(page: LetterPage, hints: Hints) -> bool:
    """Tell a message of an office from one that stands above an older message of an office."""
    for line in page.lines:
        if _FROM.match(line.text):
            return is_organisation(line.text, hints)
        if is_salutation(line) or line.box.top >= _HEADING * page.page.height:
            return False
    return False


def _is_note(page: LetterPage) -> bool:
    """Tell a page on which somebody only hands over what lies behind it."""
    body = [block.text for block in page.blocks if block.role is BlockRole.BODY]
    says = "\n\n".join(text for text in body if len(text.split()) >= _RUNNING)
    return bool(says) and len(page.page.words) <= _NOTE and is_cover_note(says)


def _is_cover(text: str, own: int, words: int) -> bool:
    """Tell a fax cover, on which nobody says anything of their own."""
    least, most = _COVER
    return own <= 1 and words <= most and _count("cover", text) >= least


def _postcodes(page: LetterPage) -> Iterator[str]:
    """Yield the postcodes of the page but those of offices."""
    others = {
        id(line)
        for block in page.blocks
        if block.role is BlockRole.ADDRESSEE
        for line in block.lines
    }
    boxed = False
    for line in page.lines:
        is_box = bool(_BOX.search(line.text))
        if not (is_box or boxed or id(line) in others):
            yield from (code.replace(" ", "") for code in POSTCODE.findall(line.text))
        boxed = is_box and not POSTCODE.search(line.text)


def _runs_on(page: LetterPage) -> bool:
    """Tell whether the text of the page before goes on: a first line in small letters."""
    first = next((line for line in page.lines if numbering((line,)) is None), None)
    return first is not None and len(first.words) >= _RUNNING and first.text[:1].islower()
