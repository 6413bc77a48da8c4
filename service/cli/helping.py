"""The frames of `--help` in Dutch: the option library has none, and fills them when it is shown."""

import re
from typing import TYPE_CHECKING

from service.texts import misuse as texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click.core import (  # typer has no public name for them
        Command,
        Context,
        Parameter,
    )

_LIST = re.compile(r"list\[(.*)\]", re.DOTALL)


def speak_dutch(command: "Command", context: "Context") -> None:
    """Let the help of this command, and of those under it, be shown in Dutch."""
    from typer import rich_utils  # noqa: PLC0415 - takes long, and only help is made with it

    rich_utils.ARGUMENTS_PANEL_TITLE = texts.PANELS["Arguments"]
    rich_utils.OPTIONS_PANEL_TITLE = texts.PANELS["Options"]
    rich_utils.COMMANDS_PANEL_TITLE = texts.PANELS["Commands"]
    rich_utils.DEFAULT_STRING = texts.DEFAULT
    rich_utils.REQUIRED_LONG_STRING = texts.REQUIRED
    _translate(command, context)


def _translate(command: "Command", context: "Context") -> None:
    command.context_class = _dutch(command.context_class)
    command.options_metavar = texts.OPTIONS
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = texts.SUBCOMMAND
    option = command.get_help_option(context)
    if option is not None:
        option.help = texts.SHOW_HELP
    for param in command.get_params(context):
        _translate_type(param)
    for each in getattr(command, "commands", {}).values():
        _translate(each, context)


def _translate_type(param: "Parameter") -> None:
    """Let the help say in Dutch what may stand there; an argument is named by that already."""
    shown: Callable[[Context], str | None] = param.display_type_rich  # type: ignore[attr-defined]
    is_named = param.param_type_name == "argument"

    def in_dutch(ctx: "Context") -> str:
        return type_text(shown(ctx) or "", is_named=is_named)

    param.display_type_rich = in_dutch  # type: ignore[attr-defined]


def type_text(shown: str, *, is_named: bool = False) -> str:
    """Return the kind of a value as it is shown in Dutch.

    >>> type_text("<int range>"), type_text("<list[upload|read]>"), type_text("JJJJ-MM-DD")
    ('GETAL', 'upload|read', 'JJJJ-MM-DD')
    >>> type_text("<bool>"), type_text("<str>", is_named=True)
    ('', '')
    """
    if not (shown.startswith("<") and shown.endswith(">")):
        return shown
    kind = _LIST.sub(r"\1", shown[1:-1])
    name = texts.TYPES.get(kind, kind)
    return "" if is_named and kind in texts.TYPES else name


def _dutch(context_class: "type[Context]") -> "type[Context]":
    class DutchFormatter(context_class.formatter_class):  # type: ignore[misc,name-defined]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or texts.USAGE)

    class DutchContext(context_class):  # type: ignore[misc,valid-type]
        formatter_class = DutchFormatter

    return DutchContext
