"""Find the label that a date stands beside or under, whatever it says.

Of "Afgewezen op" with a day in the next column the words are far from the day on the page, but they
tell as much of it as in a sentence.
"""

from extractors.document import LetterPage, Line, Span
from extractors.gazetteer import is_place
from extractors.label_rows import label_rows

MOST_WORDS = 5
SAME_HEIGHT = 0.5  # of a line, that it shares with another on its row


def caption_of(page: LetterPage, span: Span) -> str:
    """Return the label of a date that has a cell of a table to itself, empty when it has none."""
    own = next((line for line in page.lines if span.words[0] in line.words), None)
    if own is None:
        return ""
    for cell in label_rows(page):
        if cell.value is not None and span.words[0] in cell.value.words:
            return " ".join(word.text for word in cell.words)
    if own.text.strip(" :.") != span.text.strip(" :."):
        return ""
    left = [line for line in page.lines if _is_left_of(line, own)]
    nearest = max(left, key=lambda line: line.box.x1, default=None)
    return nearest.text if nearest is not None and _may_say(nearest) else ""


def _is_left_of(line: Line, own: Line) -> bool:
    on_row = line.box.shared_height(own.box) > SAME_HEIGHT * own.box.height
    return on_row and line.box.x1 <= own.box.x0


def _may_say(line: Line) -> bool:
    """Tell a label from the address of a sender, or a place, at the height of the date."""
    return (
        len(line.words) <= MOST_WORDS
        and not any(map(str.isdigit, line.text))
        and not is_place(line.text.strip(" :,"))
    )
