"""Tell the pages of a file apart and make letters of them.

An enclosed decision, a machtiging or another enclosure must not supply the sender's elements; a
second letter in the same scan is a letter of its own, but only when there is no doubt.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from extractors.closing import closes
from extractors.document import (
    BlockRole,
    Certificate,
    Document,
    Letter,
    LetterPage,
    Page,
    PageRole,
)
from extractors.element import Hints
from extractors.layout import blocks_of, lines_of
from extractors.parts import is_salutation
from extractors.sheets import has_separator_code

_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
# Offices have their post sent to a box: its postcode says nothing about who writes.
_BOXED = re.compile(r"\b(postbus|antwoordnummer)\b[^\n]*\n?[^\n]*", re.IGNORECASE)
# A sheet between two letters has no more words than this on it.
_SHEET_WORDS = 20
_CLAIM = re.compile(r"\b(bezwaar|bezwaren|klacht|klaag)")
_NUMBERED = re.compile(
    r"\b(pagina|pag\.?|blad|blz\.?)\s*(\d{1,2})(\s*(van|/|-)\s*(\d{1,2}))?|^[-\u2013\s]*(\d{1,2})\s*(van|/)\s*(\d{1,2})",
    re.IGNORECASE,
)


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
    claims: bool = False  # it speaks of an objection or a complaint
    separator: bool = False  # a sheet that scanners put between two letters
    coded: bool = False  # it says so by a bar code, that is by nothing else


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    data = tomllib.loads((files("extractors") / "cues" / "pages.toml").read_text("utf-8"))
    flags = re.MULTILINE | re.DOTALL
    return {
        name: tuple(re.compile(pattern, flags) for pattern in patterns)
        for name, patterns in data.items()
    }


def split(document: Document, hints: Hints) -> tuple[Letter, ...]:
    """Return the letters of a document; always at least one, and every page in exactly one."""
    pages = [_set(page, hints) for page in document.pages]
    features = [_features(page) for page in pages]
    starts = _starts(features)
    return tuple(
        _letter(pages[start:end], features[start:end], number, document.certificates)
        for number, (start, end) in enumerate(pairwise([*starts, len(pages)]), start=1)
    )


def _letter(
    pages: Sequence[LetterPage],
    features: Sequence[Features],
    number: int,
    certificates: tuple[Certificate, ...],
) -> Letter:
    roles = _roles(features)
    main = roles.index(PageRole.LETTER)
    roles = [
        PageRole.ATTACHMENT if role is PageRole.LETTER and index != main else role
        for index, role in enumerate(roles)
    ]
    own = tuple(replace(page, role=role) for page, role in zip(pages, roles, strict=True))
    return Letter(own, number, certificates, _may_hold_more(features, main))


def _set(page: Page, hints: Hints) -> LetterPage:
    lines = lines_of(page)
    return LetterPage(page, PageRole.LETTER, lines, blocks_of(lines, page, hints))


def _features(page: LetterPage) -> Features:
    text = "\n".join(line.text for line in page.lines).casefold()
    addressed = [block for block in page.blocks if block.role is BlockRole.ADDRESSEE]
    sender = "\n".join(block.text for block in page.blocks if block.role is not BlockRole.ADDRESSEE)
    sender = _BOXED.sub("", sender)
    is_sheet = len(page.page.words) < _SHEET_WORDS
    coded = is_sheet and page.page.image is not None and has_separator_code(page.page.image)
    counts = {name: sum(bool(cue.search(text)) for cue in cues) for name, cues in _cues().items()}
    return Features(
        words=len(page.page.words),
        own=counts["own"],
        office=counts["office"],
        authorisation=counts["authorisation"],
        envelope=counts["envelope"],
        attachment=counts["attachment"] > 0,
        salutation=any(is_salutation(line) for line in page.lines),
        closing=any(closes(line) for line in page.lines),
        to_office=bool(addressed),
        number=_page_number(page),
        claims=bool(_CLAIM.search(text)),
        separator=coded or (counts["separator"] > 0 and is_sheet),
        coded=coded,
        postcodes=frozenset(code.replace(" ", "") for code in _POSTCODE.findall(sender)),
    )


def _page_number(page: LetterPage) -> int | None:
    for line in (*page.lines[:3], *page.lines[-3:]):
        match = _NUMBERED.search(line.text) if len(line.text) < 60 else None
        if match:
            return int(match[2] or match[6])
    return None


def _alone(features: Features) -> PageRole | None:
    """Return the role that a page shows by itself, or None when its neighbours must tell."""
    if features.words < 4 or features.separator:
        return PageRole.BLANK
    if features.authorisation >= 2 and features.own <= 5 and not features.salutation:
        return PageRole.AUTHORISATION
    if features.office >= 3 and features.office > features.own:
        return PageRole.DECISION
    return PageRole.ENVELOPE if _is_envelope(features) else None


def _is_envelope(features: Features) -> bool:
    """Tell an envelope: an address, a postmark and no letter."""
    if features.salutation or features.closing or features.own > 1:
        return False
    addressed = features.to_office and features.words < 40 and not features.own
    return addressed or (features.envelope > 0 and features.words < 60)


def _roles(features: Sequence[Features]) -> list[PageRole]:
    roles = [_alone(each) for each in features]
    first = _first_page(features, roles)
    result = [role or PageRole.ATTACHMENT for role in roles]
    result[first] = PageRole.LETTER
    for index in range(first):
        # Scanned out of order: what goes on lies on top of what it goes on from.
        if roles[index] is None and features[index].own >= 2 and not _opens(features[index]):
            result[index] = PageRole.CONTINUATION
    closed = features[first].closing
    for index in range(first + 1, len(features)):
        if roles[index] is None:
            result[index] = _following(features, index, closed=closed)
        elif roles[index] is PageRole.DECISION and not closed and _goes_on(features, index):
            result[index] = PageRole.CONTINUATION
        if result[index] is PageRole.CONTINUATION:
            closed = closed or features[index].closing
        if result[index] is PageRole.ATTACHMENT and result[index - 1] is PageRole.DECISION:
            result[index] = _second_page_of_decision(features[index])
    return result


def _first_page(features: Sequence[Features], roles: Sequence[PageRole | None]) -> int:
    """Return the page on which the letter begins: the first that a citizen may have written."""
    open_pages = [i for i, role in enumerate(roles) if role is None]
    top = features[open_pages[0]] if open_pages else None
    if top is not None and (top.number or 1) > 1:
        numbered = [i for i in open_pages if features[i].number == 1]
        if numbered:
            return numbered[0]
    if top is not None and not _opens(top):
        greeting = [i for i in open_pages if _greets(features[i])]
        if greeting:
            return greeting[0]
    for index in open_pages:
        each = features[index]
        if each.own >= 2 and (each.salutation or each.to_office or each.number in {None, 1}):
            return index
    # A professional writes without "ik": who is greeted and addressed gets a letter all the same.
    for index in open_pages:
        if features[index].salutation and features[index].to_office:
            return index
    if open_pages:
        return open_pages[0]
    return next((i for i, role in enumerate(roles) if role is not PageRole.BLANK), 0)


def _opens(each: Features) -> bool:
    """Tell whether a page has anything of the first page of a letter."""
    if each.number is not None:
        return each.number == 1
    return each.salutation or each.to_office or bool(each.postcodes)


def _greets(each: Features) -> bool:
    starts = each.salutation and each.to_office and each.own >= 1
    return starts and each.number in {None, 1}


def _following(features: Sequence[Features], index: int, *, closed: bool) -> PageRole:
    """Judge a page that stands behind the first page of a letter."""
    each = features[index]
    if closed:
        numbered = each.number is not None and each.number > 1
        # Behind the closing of an enclosed decision stands no name and signature of the sender.
        before = features[index - 1]
        under = before.closing and not _is_enclosed(before)
        short = each.words < 60 and not each.attachment and each.own + each.office < 3
        goes_on = (numbered or (short and under)) and not each.salutation
        return PageRole.CONTINUATION if goes_on else PageRole.ATTACHMENT
    if each.attachment and each.own < 3:
        return PageRole.ATTACHMENT
    # Who greets anew begins another letter: that of a doctor, whose signature is not the sender's.
    # Nor does a letter go on behind what came with it in words that are not the sender's.
    behind = any(_is_enclosed(before) for before in features[:index]) and each.own < 2
    if each.number is None and (each.salutation or behind):
        return PageRole.ATTACHMENT
    return PageRole.CONTINUATION


def _is_enclosed(each: Features) -> bool:
    return _alone(each) in {PageRole.DECISION, PageRole.AUTHORISATION}


def _goes_on(features: Sequence[Features], index: int) -> bool:
    """Tell whether a page that quotes an office still belongs to an unfinished letter."""
    each = features[index]
    return each.number == 2 and not each.salutation and each.own >= 2


def _second_page_of_decision(each: Features) -> PageRole:
    goes_on = each.own < 4 and not each.attachment and not each.salutation
    return PageRole.DECISION if goes_on else PageRole.ATTACHMENT


def _starts(features: Sequence[Features]) -> list[int]:
    """Return the pages on which a letter surely begins, the first page among them.

    A wrong cut is worse than none: a second letter must come from another sender's address, since
    a citizen who encloses a copy of an earlier letter sends one letter. Behind a sheet with the
    code for it the mailroom itself has said that another letter begins.
    """
    starts = [0]
    sender = features[0].postcodes
    for index in range(1, len(features)):
        codes = features[index].postcodes
        other = bool(sender and codes and not codes & sender)
        if _is_parted(features, index) or (other and _begins(features, index)):
            starts.append(index)
            sender = codes
        elif not sender and _alone(features[index]) is None:
            sender = codes
    return starts


def _is_parted(features: Sequence[Features], index: int) -> bool:
    """Tell whether a coded sheet, perhaps with its blank back, parts a page from the one before."""
    if _is_between(features[index]):
        return False
    coded = False
    for each in reversed(features[:index]):
        if not _is_between(each):
            return coded
        coded = coded or each.coded
    return False  # nothing stands before it


def _begins(features: Sequence[Features], index: int) -> bool:
    """Tell whether a page has all that the first page of a letter to an office has."""
    each, before = features[index], features[index - 1]
    if _alone(each) is not None or each.attachment or each.number not in {None, 1}:
        return False
    if before.separator:
        return each.own >= 1 and (each.salutation or each.to_office)
    if _is_between(before):
        return each.own >= 2 and (each.salutation or each.to_office)
    writes = each.own >= 2 or (each.own >= 1 and each.claims and before.closing)
    return writes and each.salutation and each.to_office


def _is_between(features: Features) -> bool:
    return features.separator or _alone(features) is PageRole.BLANK


def _may_hold_more(features: Sequence[Features], main: int) -> bool:
    """Tell whether another letter may begin on one of the pages behind the first."""
    sender = features[main].postcodes
    return any(
        _may_begin(features, index, sender)
        for index in range(len(features))
        if index != main and not _is_between(features[index])
    )


def _may_begin(features: Sequence[Features], index: int, sender: frozenset[str]) -> bool:
    each = features[index]
    if _alone(each) is not None or each.attachment or each.number not in {None, 1}:
        return False
    if each.postcodes & sender:
        return False
    other = bool(each.postcodes and sender)
    closed = index == 0 or features[index - 1].closing or _is_between(features[index - 1])
    addressed = each.to_office and (each.salutation or closed)
    # The statement of a doctor comes from elsewhere too, but objects to nothing.
    return (addressed and each.own >= 1) or (other and closed and each.claims and each.own >= 2)
