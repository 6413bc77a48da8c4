"""What several suites share."""

import pytest

from benchmarks.letters import enclosures, fonts
from tests.letters import VERA


@pytest.fixture
def one_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set made letters in the typeface that comes with the PDF writer."""
    monkeypatch.setattr(fonts, "usable", lambda *_args, **_kwargs: [VERA])
    monkeypatch.setattr(enclosures, "usable", lambda *_args, **_kwargs: [VERA])
