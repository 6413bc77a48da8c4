"""A scan takes the dots of a number for commas; an amount keeps its own."""

import pytest

from extractors.document import Box, Word
from extractors.readers.dots import with_dots


@pytest.mark.parametrize(
    ("read", "told"),
    [("9999,89.777", "9999.89.777"), ("410,413.774,", "410.413.774,"), ("1.234,50", "1.234,50")],
)
def test_a_number_in_parts_has_dots(read: str, told: str) -> None:
    assert with_dots(Word(read, Box(0, 0, 1, 1), 0.5)).text == told
