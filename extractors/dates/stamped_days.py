"""Tell a date that an office may have stamped on paper, by what it looks like there.

"GESCAND 18-11-2026", "KOPIE", "AFGEHANDELD": which words an office stamps nobody can list, and of
worn rubber they are seldom read. The date is, as it is large. But rubber comes down askew, in
other type, or where no line of the letter begins.
"""

from collections.abc import Iterator

from extractors.document import PT_PER_MM, BlockRole, Letter, LetterPage, Line, Span, TextSource
from extractors.layout import em_of

# High in type of the page: upright figures have three quarters of that, also on a poor scan.
LARGE = 1.45
ASIDE_MM = 5.0  # further from where lines begin, a date stands in no column
FEWEST = 2  # words in a line of the letter
SURE = 0.7
MOST_WORDS = 3  # "18 nov 2026"; with more, somebody wrote a line


def may_be_stamped(date: Span, letter: Letter) -> bool:
    """Tell a date on a scan, by itself on its line, that may be of a stamp.

    Below the closing it is enough that it stands aside: dates at the head stand anywhere.
    """
    return any(_is_stamped(line, role, page) for page, role, line in _alone(date, letter))


def _alone(date: Span, letter: Letter) -> Iterator[tuple[LetterPage, BlockRole, Line]]:
    first = date.words[0]
    for page in letter.own_pages:
        if page.page.source is not TextSource.OCR:
            continue
        for block in page.blocks:
            for line in block.lines:
                if len(line.words) <= MOST_WORDS and any(word is first for word in line.words):
                    yield page, block.role, line


def _is_stamped(line: Line, role: BlockRole, page: LetterPage) -> bool:
    em = em_of(page.page)
    if max(word.box.height for word in line.words) > LARGE * em:
        return True
    return role is BlockRole.CLOSING and not _is_in_column(line, page, em)


def _is_in_column(line: Line, page: LetterPage, em: float) -> bool:
    """Tell whether another line of print begins where this one does."""
    return any(
        abs(each.box.x0 - line.box.x0) < ASIDE_MM * PT_PER_MM
        for each in page.lines
        if each is not line
        and len(each.words) >= FEWEST
        and each.confidence > SURE
        and each.box.height <= LARGE * em
    )
