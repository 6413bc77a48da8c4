"""The real store on SQLite; no OCR, no network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.records.letters import LetterRecord
from tests.judged import judged_letter
from tests.posts import PostRoom, post_room
from tests.web import Office, office


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PostRoom]:
    """Return an open post room."""
    with post_room(tmp_path) as opened:
        yield opened


@pytest.fixture
def our_office(room: PostRoom, tmp_path: Path) -> Iterator[Office]:
    """Return the web service over the post room."""
    with office(room, tmp_path) as opened:
        yield opened


@pytest.fixture
def letter(room: PostRoom) -> LetterRecord:
    """Return a letter that was read, with an account that may correct it."""
    return judged_letter(room)
