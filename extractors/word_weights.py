"""The weights of the second engine without the signs of scripts that no Dutch letter is in.

The last layer of the network tells 18,710 signs apart, of which some 300 are Latin: it is a fifth
of the work of a word, and two fifths of the memory. What is left out cannot be chosen anyway.

Weights are a message of Protocol Buffers (ONNX: https://onnx.ai/onnx/repo-docs/IR.html). Fields are
gone through by their numbers, and copied as they stand but for those in which that layer is held,
so that no other library is needed for it.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5  # how a field is written
FIXED_SIZES: Final = {FIXED64: 8, FIXED32: 4}
# Numbers of fields: of a model, its graph, a tensor, and the type of what comes out.
GRAPH, METADATA, KEY, VALUE = 7, 14, 1, 2
INITIALIZER, OUTPUT = 5, 12
DIMS, DATA_TYPE, RAW_DATA = 1, 2, 9
FLOAT: Final = 1  # a data type
OUTPUT_TYPE, TENSOR_TYPE, SHAPE, DIMENSION, SIZE = 2, 1, 2, 1, 1
ALPHABET: Final = b"character"


class UnknownWeightsError(Exception):
    """The weights are not written as those that were known here."""


@dataclass(frozen=True, slots=True)
class _Field:
    number: int
    value: "int | memoryview"
    raw: memoryview  # as it stands


def alphabet_of(model: bytes) -> list[str]:
    """Return every sign that the network knows: nothing, those in its weights, and the space."""
    for field in _fields(memoryview(model)):
        if field.number == METADATA:
            pair = {each.number: bytes(_part(each)) for each in _fields(_part(field))}
            if pair.get(KEY) == ALPHABET:
                return ["", *pair[VALUE].decode().split("\n"), " "]
    raise UnknownWeightsError


def with_signs(model: bytes, kept: "NDArray[np.intp]", known: int) -> bytes:
    """Return weights that choose among the signs at these places of all that are `known`."""
    cut = 0

    def tensor(value: memoryview) -> Iterable[bytes | memoryview]:
        nonlocal cut
        fields = list(_fields(value))
        dims = [each.value for each in fields if each.number == DIMS]
        if not dims or dims[-1] != known:
            return [value]
        cut += 1
        return _cut_tensor(fields, kept, known)

    def graph(field: _Field) -> Iterable[bytes | memoryview]:
        if field.number == INITIALIZER:
            return _message(INITIALIZER, tensor(_part(field)))
        if field.number == OUTPUT:
            path = (OUTPUT_TYPE, TENSOR_TYPE, SHAPE, DIMENSION)
            return _message(OUTPUT, _resized(_part(field), path, known, len(kept)))
        return [field.raw]

    parts: list[bytes | memoryview] = []
    for field in _fields(memoryview(model)):
        if field.number == GRAPH:
            inner = [part for each in _fields(_part(field)) for part in graph(each)]
            parts.extend(_message(GRAPH, inner))
        else:
            parts.append(field.raw)
    if cut != 2:  # the matrix and what is added to it
        raise UnknownWeightsError
    return b"".join(parts)


def _cut_tensor(
    fields: Iterable[_Field], kept: "NDArray[np.intp]", known: int
) -> Iterator[bytes | memoryview]:
    """Yield a tensor of which the last dimension is that of the signs, with those kept alone."""
    for field in fields:
        if field.number == DIMS and field.value == known:
            yield _number(DIMS, len(kept))
        elif field.number == RAW_DATA:
            values = np.frombuffer(_part(field), "<f4").reshape(-1, known)[:, kept]
            yield from _message(RAW_DATA, [np.ascontiguousarray(values).tobytes()])
        elif field.number == DATA_TYPE and field.value != FLOAT:
            raise UnknownWeightsError
        else:
            yield field.raw


def _resized(
    value: memoryview, path: tuple[int, ...], known: int, now: int
) -> Iterator[bytes | memoryview]:
    """Yield the type of what comes out, its dimension of the signs as large as it is now."""
    for field in _fields(value):
        if path and field.number == path[0]:
            yield from _message(path[0], _resized(_part(field), path[1:], known, now))
        elif not path and field.number == SIZE and field.value == known:
            yield _number(SIZE, now)
        else:
            yield field.raw


def _fields(message: memoryview) -> Iterator[_Field]:
    at = 0
    while at < len(message):
        start = at
        tag, at = _varint(message, at)
        number, kind = tag >> 3, tag & 7
        if kind == VARINT:
            value, at = _varint(message, at)
            yield _Field(number, value, message[start:at])
            continue
        if kind == BYTES:
            size, at = _varint(message, at)
        elif kind in FIXED_SIZES:
            size = FIXED_SIZES[kind]
        else:
            raise UnknownWeightsError
        if at + size > len(message):
            raise UnknownWeightsError
        yield _Field(number, message[at : at + size], message[start : at + size])
        at += size


def _part(field: _Field) -> memoryview:
    if isinstance(field.value, int):
        raise UnknownWeightsError
    return field.value


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, the least first, and where it ends."""
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
    raise UnknownWeightsError


def _as_varint(value: int) -> bytes:
    sizes = range(max(math.ceil(value.bit_length() / 7), 1))
    septets = [value >> 7 * each & 0x7F for each in sizes]
    return bytes([*(each | 0x80 for each in septets[:-1]), septets[-1]])


def _number(number: int, value: int) -> bytes:
    return _as_varint(number << 3 | VARINT) + _as_varint(value)


def _message(number: int, parts: Iterable[bytes | memoryview]) -> list[bytes | memoryview]:
    inner = list(parts)
    return [_as_varint(number << 3 | BYTES) + _as_varint(sum(map(len, inner))), *inner]
