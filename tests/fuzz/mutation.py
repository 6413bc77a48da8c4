"""Changes to sound input, the same in every run: for the test suite, which must not wander."""

import random
from collections.abc import Iterator, Sequence
from typing import Final

NUMBERS: Final = (b"0", b"-1", b"2147483647", b"2147483648", b"99999999999999999999", b"1e999")
BYTES: Final = (b"\x00", b"\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\xff\xff\xff\xff")
MARKS: Final = (
    b"\r\n", b"\x00\x00", b"--", b"<<", b">>", b"[", b"]", b"(", b"/", b"%", b"endobj", b"stream",
    b"1 0 R", b"4 0 R", b"obj", b";", b",", b'"', b"=?utf-8?B?", b"PK\x05\x06", b"\xe2\x80\xae",
)  # fmt: skip


def mutations(seeds: Sequence[bytes], *, number: int, seed: int) -> Iterator[bytes]:
    """Yield so many changed inputs, each made of one of the seeds by a few changes."""
    chance = random.Random(seed)  # noqa: S311 - the same changes every time, on purpose
    for _ in range(number):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            _change(data, seeds, chance)
        yield bytes(data)


def _change(data: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    end = min(start + chance.choice((1, 1, 2, 4, 16, 256)), len(data))
    match chance.randrange(7):
        case 0 if start < end:
            data[start] ^= 1 << chance.randrange(8)
        case 1:
            del data[start:end]
        case 2:
            data[start:end] = bytes(data[start:end]) * chance.choice((2, 3, 50))
        case 3:
            data[start:end] = chance.choice((*NUMBERS, *BYTES, *MARKS))
        case 4:
            data[start:start] = chance.choice((*NUMBERS, *BYTES, *MARKS))
        case 5:
            other = chance.choice(seeds)
            place = chance.randrange(len(other) + 1)
            data[start:end] = other[place : place + 256]
        case _:
            del data[chance.randrange(len(data) // 2, len(data) + 1) :]
