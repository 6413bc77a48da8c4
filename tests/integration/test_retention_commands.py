"""`postkamer retention`: what would go is shown, and without two people nothing goes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.cli.app import app
from service.settings import OWN

runner = CliRunner()


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    assert runner.invoke(app, ["key", "create", "x", "--scope", "read"]).exit_code == 0
    return tmp_path / "data"


def test_with_nothing_past_nothing_is_planned_or_destroyed(installation: Path) -> None:
    planned = runner.invoke(app, ["retention", "plan", "--format", "json"])
    assert json.loads(planned.stdout)[OWN] == {"vernietigen": {}, "brieven": [], "blijven": []}
    assert "geen brieven" in runner.invoke(app, ["retention", "plan"]).stdout
    done = runner.invoke(app, ["retention", "run"])
    assert (done.exit_code, "geen goedgekeurd voorstel" in done.stdout) == (0, True)
    assert list(installation.glob("*"))
