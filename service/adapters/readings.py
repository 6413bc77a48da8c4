"""A reading as bytes and back: what was found in a letter outlives the process that found it.

Pictures of pages are left out: they can be made again from the original. A reading that was packed
by another version may not fit any more; then the letter is read again.
"""

import datetime as dt
import json
import zlib
from functools import cache
from typing import Any

import cattrs

from extractors.document import PageImage
from extractors.element import Address, Contact, ElementId, Reading, Value

FORMAT = 1


class OutdatedReadingError(Exception):
    """A reading that another version made and this one cannot use."""


def pack(reading: Reading) -> bytes:
    """Return the reading as compressed JSON."""
    content = {"format": FORMAT, "reading": _converter().unstructure(reading)}
    return zlib.compress(json.dumps(content, ensure_ascii=False).encode())


def unpack(packed: bytes) -> Reading:
    """Return the reading that was packed.

    Raises:
        OutdatedReadingError: when it has another format than this version makes.

    """
    content = json.loads(zlib.decompress(packed))
    if content["format"] != FORMAT:
        raise OutdatedReadingError(f"format {content['format']}")
    try:
        return _converter().structure(content["reading"], Reading)
    except (cattrs.BaseValidationError, KeyError) as error:
        raise OutdatedReadingError("fields") from error


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(text))
    converter.register_unstructure_hook_func(
        lambda kind: kind in {frozenset[str], frozenset[ElementId]}, sorted
    )
    converter.register_unstructure_hook_func(lambda kind: kind == PageImage | None, lambda _: None)
    converter.register_structure_hook_func(lambda kind: kind == PageImage | None, lambda *_: None)
    converter.register_unstructure_hook_func(
        lambda kind: kind == Value, lambda value: _tagged(converter, value)
    )
    converter.register_structure_hook_func(
        lambda kind: kind == Value, lambda pair, _: _untagged(converter, pair)
    )
    return converter


_KINDS: dict[str, type[Value]] = {"str": str, "date": dt.date, "adres": Address, "contact": Contact}


def _tagged(converter: cattrs.Converter, value: Value) -> list[Any]:
    """Say of which kind a value is: a date and a text look alike in JSON."""
    kind = next(name for name, each in _KINDS.items() if type(value) is each)
    return [kind, converter.unstructure(value, unstructure_as=_KINDS[kind])]


def _untagged(converter: cattrs.Converter, pair: list[Any]) -> Value:
    kind, value = pair
    return converter.structure(value, _KINDS[kind])
