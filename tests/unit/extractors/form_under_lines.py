"""A form that has its labels in small type under the lines to write on."""

from dataclasses import replace

from extractors.document import Letter, Word
from tests.factories import make_letter_page, make_page, make_words

SMALL = 6.0


def under_lines(*fields: tuple[str, str]) -> Letter:
    """Return a form with each label in small type under the line that its value stands on."""
    words: list[Word] = []
    top = 60.0
    for value, label in fields:
        for text, size, down in ((value, 11.0, 0.0), (label, SMALL, 17.0)):
            for word in make_words(text, size=size):
                box = word.box._replace(top=top + down, bottom=top + down + size)
                words.append(replace(word, box=box))
        top += 45.0
    return Letter((make_letter_page(replace(make_page(), words=tuple(words))),))
