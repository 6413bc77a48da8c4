"""The frames of `--help` in Dutch: the option library has none, and fills them when it is shown."""

from typing import TYPE_CHECKING

from service.texts import misuse as texts

if TYPE_CHECKING:
    from typer._click.core import Command, Context  # typer has no public name for them


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
    for each in getattr(command, "commands", {}).values():
        _translate(each, context)


def _dutch(context_class: "type[Context]") -> "type[Context]":
    class DutchFormatter(context_class.formatter_class):  # type: ignore[misc,name-defined]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or texts.USAGE)

    class DutchContext(context_class):  # type: ignore[misc,valid-type]
        formatter_class = DutchFormatter

    return DutchContext
