"""CSV for Dutch Excel, of which no cell is a formula."""

import csv
import io

import pytest

from service.rendering.spreadsheet import written


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@sum", "\tx", "\rx", '=HYPERLINK("x")'])
def test_no_text_is_a_formula(text: str) -> None:
    assert rows_of(written(["a"], [[text]]))[1] == [f"'{text}"]


def test_numbers_are_numbers_with_a_comma() -> None:
    assert rows_of(written(["a"], [[-1, 2.5, 100.0, None, 0.0]]))[1] == [
        "-1",
        "2,5",
        "100",
        "",
        "0",
    ]
