import datetime as dt

import pytest
import typer

from service.cli.options import one_of, parse_date


def test_a_date_is_read() -> None:
    assert parse_date("2026-11-20") == dt.date(2026, 11, 20)


@pytest.mark.parametrize("text", ["20-11-2026", "2026-02-30", "0026-11-20", "9999-12-31", ""])
def test_what_is_no_date_of_a_letter_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        parse_date(text)


def test_what_does_not_exist_is_refused_with_what_does() -> None:
    with pytest.raises(typer.BadParameter, match="ciz"):
        one_of(("awb", "ciz"), "maan")
