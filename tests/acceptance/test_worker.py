"""`postkamer worker` as an administrator starts it by hand."""

import os
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run


def test_without_tables_a_worker_says_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "POSTKAMER_DATA", str(tmp_path))  # noqa: TID251
    done = run("worker")
    assert done.returncode == 2
    assert "postkamer serve" in done.stderr


def test_without_a_database_a_worker_names_the_setting(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "POSTKAMER_DATA", str(tmp_path / "nergens"))  # noqa: TID251
    done = run("worker")
    assert done.returncode == 2
    assert done.stderr.startswith("database: ")
