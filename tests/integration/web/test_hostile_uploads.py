"""ZIPs and e-mails made to break the door: each is answered, and whatever is in it has a fate."""

from collections import Counter
from collections.abc import Callable, Iterable
from types import ModuleType

import pytest

from service.bootstrap.opening import opener
from service.settings import MIB
from service.usecases.expand import open_message
from service.usecases.opener import may_be_message
from service.usecases.receive import Incoming, RefusedError
from tests.hostile import archives, messages
from tests.hostile.doors import ARCHIVES, MESSAGES, SLOW
from tests.mails import TODAY
from tests.web import Office, upload

Make = Callable[[], bytes]
COPY = 65_536


def counted(codes: Iterable[str]) -> str:
    return ", ".join(f"{code} {many}" for code, many in sorted(Counter(codes).items()))


def fate_of_zip(office: Office, content: bytes) -> str:
    """Return the status, how many letters were made and what was refused, with how many of each."""
    answer = office.client().post("/v1/batches", **upload(("post.zip", content)))
    named = answer.json.get("refused") or answer.json.get("errors") or ()
    refused = [each["code"] for each in named]
    letters = ["letters"] * len(answer.json.get("letters", ()))
    return f"{answer.status_code}: {counted([*letters, *refused]) or answer.json['code']}"


def fate_of_message(content: bytes) -> str:
    """Return what is in a message and what was refused of it, with how many of each."""
    opening = opener(50 * MIB, hosts=(), today=lambda: TODAY, profiles=("awb",))
    if not may_be_message(content, opening):
        return "no message"
    return counted(map(became, open_message("post.eml", content, opener=opening)))


def became(part: Incoming) -> str:
    if part.refusal is not None:
        return part.refusal.code
    try:
        with part.open() as opened:
            while opened.read(COPY):
                pass
    except RefusedError as error:
        return error.code
    return "letters"


def quick(module: ModuleType) -> list[Make]:
    return [made for made in tricks(module) if made not in SLOW]


def tricks(module: ModuleType) -> list[Make]:
    return [
        made
        for name, made in vars(module).items()
        if not name.startswith("_")
        and name != "packed_by"
        and getattr(made, "__module__", "") == module.__name__
    ]


@pytest.mark.parametrize("make", quick(archives))
def test_a_zip_made_to_break_the_door_has_one_fate(our_office: Office, make: Make) -> None:
    assert fate_of_zip(our_office, make()) == ARCHIVES[make]


@pytest.mark.parametrize("make", quick(messages))
def test_a_message_made_to_break_the_door_has_one_fate(make: Make) -> None:
    assert fate_of_message(make()) == MESSAGES[make]


def test_every_trick_has_a_fate() -> None:
    for module, fates in ((archives, ARCHIVES), (messages, MESSAGES)):
        assert [each.__name__ for each in tricks(module) if each not in fates] == []
