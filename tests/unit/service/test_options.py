import datetime as dt
from collections.abc import Iterator

import pytest
import typer

from service.cli.app import COMMANDS
from service.cli.lazy import Announced
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


def options_of(command: object, name: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield command, option and help of a command and of those under it."""
    for each in getattr(command, "commands", {}).values():
        yield from options_of(each, f"{name} {each.name}")
    for each in getattr(command, "params", ()):
        if each.param_type_name == "option" and not each.hidden:
            yield name, each.opts[0], each.help


@pytest.mark.parametrize("announced", COMMANDS, ids=lambda each: each.name)
def test_the_help_says_of_every_option_what_it_is_for(announced: Announced) -> None:
    untold = [
        (command, option)
        for command, option, told in options_of(announced.load(), announced.name)
        if not told
    ]
    assert not untold
