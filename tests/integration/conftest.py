"""The real store on SQLite; no OCR, no network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.posts import PostRoom, post_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PostRoom]:
    """Return an open post room."""
    with post_room(tmp_path) as opened:
        yield opened
