"""What is wrong in a file that an administrator wrote: file, line and the way out, in Dutch.

Turns the errors of pydantic into sentences that name the keys that exist. Knows nothing of what a
file is for: the model says it.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from validators.texts.faults import fault_text
from validators.toml_places import Path, Places, places_of

# What a value should have been, by the error of pydantic that says it is not.
WANTED = {
    "string_type": "tekst",
    "tuple_type": "lijst",
    "int_type": "getal",
    "int_parsing": "getal",
    "int_from_float": "getal",
    "model_type": "deel",
    "model_attributes_type": "deel",
    "dict_type": "deel",
}
KEY = "[key]"  # how pydantic says that it means the key of a table, not its value


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, with the line on which it stands."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return it as editors and compilers print it."""
        return f"{self.file}:{self.line}: {self.message}"


def syntax_faults(text: str, error: tomllib.TOMLDecodeError, *, file: str) -> tuple[Fault, ...]:
    """Say where a text is no TOML: keys that stand twice, else the line that cannot be read."""
    repeated = places_of(text).repeated
    if repeated:
        return tuple(
            Fault(file, line, fault_text("dubbel", key=str(path[-1]))) for path, line in repeated
        )
    lines = text.splitlines() or [""]
    # tomllib tells its line in words only, and nothing when the text ends too soon.
    told = re.search(r"at line (\d+)", str(error))
    line = min(int(told[1]) if told else len(lines), len(lines))
    return (Fault(file, line, fault_text("geen_toml", regel=lines[line - 1].strip())),)


def value_faults(
    text: str, error: ValidationError, *, file: str, model: type[BaseModel]
) -> tuple[Fault, ...]:
    """Say what `model` does not take, in the order of the text."""
    places = places_of(text)
    found = (_fault(each, places, file=file, model=model) for each in error.errors())
    return tuple(sorted(set(found)))


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that a part of a file may have, in the order of the model."""
    return tuple(model.model_fields)


def _fault(details: ErrorDetails, places: Places, *, file: str, model: type[BaseModel]) -> Fault:
    path = tuple(part for part in details["loc"] if part != KEY)
    say = _SAYINGS.get(details["type"], _say_type)
    return Fault(file, places.line(path), say(details, path, model))


def _say_unknown(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    del details
    key, part = str(path[-1]), _model_at(model, path[:-1])
    # Written below a header, a key of the whole file became one of that part.
    misplaced = part is not model and key in keys_of(model)
    return fault_text(
        "sleutel_hoort_boven" if misplaced else "onbekende_sleutel",
        key=key,
        waar=_where(path[:-1]),
        bekend=", ".join(keys_of(part) if part else ()),
    )


def _say_missing(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    del details, model
    return fault_text("ontbreekt", key=str(path[-1]), waar=_where(path[:-1]))


def _say_choice(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    """Name the values that there are: elements of a letter, or a few words."""
    del model
    expected = str(_context(details).get("expected", ""))
    # Words stand in quotes; members of an enumeration between angle brackets with their name.
    choices = re.sub(r"<[\w.]+: (\S+?)>", r"\1", expected).replace("'", "").replace(" or ", ", ")
    code = "onbekend_element" if details["type"] == "enum" else "kies"
    key = _key_of(path[:-1] if KEY in details["loc"] else path)
    return fault_text(code, waarde=_shown(details["input"]), key=key, bekend=choices)


def _say_bound(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    del model
    bounds = _context(details)
    least = details["type"].startswith("greater")
    return fault_text(
        "te_klein" if least else "te_groot",
        key=str(path[-1]),
        grens=str(bounds.get("ge" if least else "le", "")),
    )


def _say_empty(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    del details, model
    return fault_text("leeg", key=str(path[-1]))


def _say_own(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    """Pass on what a model says itself, in Dutch already."""
    del path, model
    return details["msg"]


def _say_type(details: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    wanted = WANTED.get(details["type"], "anders")
    if wanted == "lijst" and _model_at(model, path):
        wanted = "delen"
    return fault_text(f"moet_{wanted}", key=_key_of(path), waarde=_shown(details["input"]))


OWN = "eigen"  # the type of errors that carry a Dutch sentence of their own
_SAYINGS: Mapping[str, Callable[[ErrorDetails, Path, type[BaseModel]], str]] = {
    "extra_forbidden": _say_unknown,
    "missing": _say_missing,
    "enum": _say_choice,
    "literal_error": _say_choice,
    "greater_than_equal": _say_bound,
    "less_than_equal": _say_bound,
    "string_too_short": _say_empty,
    "too_short": _say_empty,
    OWN: _say_own,
}


def _context(details: ErrorDetails) -> Mapping[str, object]:
    return details.get("ctx", {})


def _where(path: Path) -> str:
    """Name the part of the file, as its header is written; nothing for the top of the file."""
    if not path:
        return ""
    name = ".".join(str(part) for part in path if isinstance(part, str))
    return f" in [[{name}]]" if isinstance(path[-1], int) else f" in [{name}]"


def _key_of(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of a part of the file, None when it has none."""
    here: type[BaseModel] | None = model
    for name in (part for part in path if isinstance(part, str)):
        if here is None or name not in here.model_fields:
            return None
        here = next(_models_in(here.model_fields[name].annotation), None)
    return here


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models in a type such as `tuple[Promise, ...]` or `Requirements | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
