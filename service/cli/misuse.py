"""Wrong use that the option library notices, said in Dutch: the one place that knows its English.

The library has no translations. Its exceptions are told apart by the names of their classes, for
their module has no public name.
"""

import re

from pydantic import ValidationError
from typer.exceptions import TyperException

from service.setting_faults import said_of
from service.texts import misuse as texts

_QUOTED = re.compile(r"'(.*)'", re.DOTALL)
_BETWEEN = re.compile(r"\((.*)\)", re.DOTALL)


def misuse_text(error: TyperException) -> str:
    """Return how the command is used and what was wrong; nothing when the help was shown."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return ""
    context = getattr(error, "ctx", None)
    said = _said(error)
    if context is None:
        return said
    usage = re.sub(r"^Usage:\s*", texts.USAGE, context.get_usage())
    usage = usage.replace("[OPTIONS]", texts.OPTIONS)
    usage = usage.replace("COMMAND [ARGS]...", texts.SUBCOMMAND)
    return f"{usage}\n{said}\n{texts.SEE.format(command=context.command_path)}"


def _said(error: TyperException) -> str:
    match type(error).__name__:
        case "MissingParameter":
            is_option = getattr(getattr(error, "param", None), "param_type_name", "") == "option"
            sentence = texts.MISSING_OPTION if is_option else texts.MISSING_ARGUMENT
            return sentence.format(what=_parameter(error))
        case "BadParameter":
            return texts.ABOUT.format(what=_parameter(error), said=_of_value(error))
        case "NoSuchOption":
            return _no_option(error)
        case "BadOptionUsage":
            is_flag = "not take a value" in error.message
            sentence = texts.VALUE_TOO_MUCH if is_flag else texts.NO_VALUE
            return sentence.format(what=getattr(error, "option_name", ""))
        case _:
            return _of_command(error.message)


def _no_option(error: TyperException) -> str:
    said = texts.NO_OPTION.format(what=getattr(error, "option_name", ""))
    near = " of ".join(sorted(getattr(error, "possibilities", None) or ()))
    return f"{said} {texts.PERHAPS.format(what=near)}" if near else said


def _parameter(error: TyperException) -> str:
    """Return the name of the option or argument as it is written on the command line."""
    hint = getattr(error, "param_hint", None)
    param = getattr(error, "param", None)
    if hint is None and param is not None:
        hint = param.get_error_hint()
    return " / ".join([hint] if isinstance(hint, str) else hint or ()).replace("'", "")


def _of_value(error: TyperException) -> str:
    """Return what is wrong with a value; what our own code says is Dutch already."""
    if isinstance(error.__cause__, ValidationError):
        (fault, *_) = error.__cause__.errors(include_url=False)
        context = fault.get("ctx", {})
        if fault["type"] == "value_error":
            return _no_choice(str(context.get("error", "")))
        return f"{said_of(fault['type'], context)}."
    for ending, said in texts.PATHS.items():
        if error.message.endswith(ending):
            return said
    return error.message


def _no_choice(message: str) -> str:
    """Return which values there are: the library says "'x' is not one of 'a', 'b'."."""
    given, is_choice, known = message.rpartition(" is not one of ")
    if not is_choice:
        return message
    said = texts.CHOOSE.format(known=known.replace("'", "").removesuffix("."))
    bare = given.strip("'")
    return f'"{bare}" {said}'


def _of_command(message: str) -> str:
    if message.startswith("No such command"):
        found = _QUOTED.search(message.partition("Did you mean")[0])
        near = message.partition("Did you mean ")[2].replace("'", "").removesuffix("?")
        said = texts.NO_COMMAND.format(what=found.group(1) if found else "")
        perhaps = texts.PERHAPS.format(what=near.replace(" or ", " of "))
        return f"{said} {perhaps}" if near else said
    if message.startswith("Missing command"):
        return texts.NO_SUBCOMMAND
    extra = _BETWEEN.search(message.replace("argument(s)", ""))
    if "unexpected extra" in message and extra:
        return texts.TOO_MUCH.format(what=extra.group(1))
    return texts.OTHERWISE
