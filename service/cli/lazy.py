"""Commands that are imported when they are called: listing them needs none of their libraries."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Context  # typer has no public name for it


@dataclass(frozen=True, slots=True)
class Announced:
    """A command by name, where its function or its group is, and what the list says of it."""

    name: str
    place: str  # "module:name"
    help: str

    def load(self) -> TyperCommand | TyperGroup:
        """Import the command."""
        module, _, attribute = self.place.partition(":")
        target = getattr(importlib.import_module(module), attribute)
        if isinstance(target, typer.Typer):
            return typer.main.get_group(target)
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(self.name)(target)
        command: TyperCommand = typer.main.get_command(alone)  # type: ignore[assignment]
        return command


class _Waiting(TyperCommand):
    """Stands in the list of commands for one that is not imported yet."""

    def __init__(self, announced: Announced) -> None:
        super().__init__(announced.name, help=announced.help)
        self._announced = announced

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: "Context | None" = None,
        **extra: Any,  # noqa: ANN401 - typer's own
    ) -> "Context":
        """Return the context of the real command, which then runs in it."""
        command = self._announced.load()
        if parent is not None and _asks_help(command, args):
            _speak_dutch(command, parent)
        return command.make_context(info_name, args, parent, **extra)


def group_of(commands: Sequence[Announced]) -> type[TyperGroup]:
    """Return a group with these commands, in this order."""
    waiting = {each.name: _Waiting(each) for each in commands}

    class Commands(TyperGroup):
        def __init__(self, **attrs: Any) -> None:  # noqa: ANN401 - typer's own
            super().__init__(**attrs)
            self.commands.update(waiting)

        def make_context(
            self,
            info_name: str | None,
            args: list[str],
            parent: "Context | None" = None,
            **extra: Any,  # noqa: ANN401 - typer's own
        ) -> "Context":
            if _asks_help(self, args[:1]):
                _speak_dutch(self, self.context_class(self, info_name=info_name))
            return super().make_context(info_name, args, parent, **extra)

    return Commands


def _asks_help(command: TyperCommand | TyperGroup, args: Sequence[str]) -> bool:
    """Tell whether the help will be shown: a group alone shows it too."""
    return "--help" in args or (isinstance(command, TyperGroup) and not args)


def _speak_dutch(command: TyperCommand | TyperGroup, context: "Context") -> None:
    from service.cli.helping import speak_dutch  # noqa: PLC0415 - only help needs its words

    speak_dutch(command, context)
