"""Tell the pages of a file apart and make letters of them.

An enclosed decision, a machtiging or another enclosure must not supply the sender's elements; a
second letter in the same scan is a letter of its own, but only when there is no doubt.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import Document, Letter, LetterPage, Page, PageRole
from extractors.element import Hints
from extractors.layout import blocks_of, lines_of
from extractors.pages.borders import find_borders
from extractors.pages.page_features import Features, features_of
from extractors.pages.page_roles import roles_of


def split(document: Document, hints: Hints) -> tuple[Letter, ...]:
    """Return the letters of a document; always at least one, and every page in exactly one."""
    pages = [_set(page, hints) for page in document.pages]
    features = [features_of(page, hints) for page in pages]
    borders = find_borders(pages, features, hints)
    return tuple(
        Letter(
            _with_roles(pages[start:end], features[start:end]),
            number,
            document.certificates,
            may_hold_more=any(start < page < end for page in borders.doubts),
        )
        for number, (start, end) in enumerate(pairwise([*borders.starts, len(pages)]), start=1)
    )


def _set(page: Page, hints: Hints) -> LetterPage:
    lines = lines_of(page)
    return LetterPage(page, PageRole.LETTER, lines, blocks_of(lines, page, hints))


def _with_roles(
    pages: Sequence[LetterPage], features: Sequence[Features]
) -> tuple[LetterPage, ...]:
    """Return the pages of one letter with their roles; one of them is its first page."""
    roles = roles_of(features)
    main = roles.index(PageRole.LETTER)
    return tuple(
        replace(
            page,
            role=PageRole.ATTACHMENT if role is PageRole.LETTER and index != main else role,
        )
        for index, (page, role) in enumerate(zip(pages, roles, strict=True))
    )
