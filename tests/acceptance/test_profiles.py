"""`postkamer profiles` as an administrator runs it, and profiles of one's own in use."""

import json
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run
from validators.profile import load_profile, profile_ids

OWN = 'name = "Eigen"\nlaw = "awb"\n[bezwaar]\nwettelijk = ["naam", "datum"]\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the setting names, with one profile in it."""
    folder = tmp_path / "profielen"
    folder.mkdir()
    (folder / "eigen.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("POSTKAMER_PROFILES", str(folder))
    return folder


def test_list_names_every_profile_and_where_it_comes_from(run: Run, own: Path) -> None:
    rows = {line.split()[0]: line.strip() for line in run("profiles", "list").stdout.splitlines()}
    assert {*profile_ids(), "eigen"} <= set(rows)
    assert rows["eigen"].endswith("eigen profiel")
    assert rows["ciz"].endswith("hoort bij Postkamer")


def test_show_tells_who_asks_for_what(run: Run) -> None:
    shown = " ".join(run("profiles", "show", "zorg-en-zekerheid").stdout.split())
    assert "vraagt de organisatie BSN, datum besluit, kenmerk besluit" in shown
    assert "Postbus 400, 2300 AK Leiden" in shown


def test_show_gives_the_file_itself_to_start_from(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kopie.toml"
    file.write_text(run("profiles", "show", "ciz", "--format", "toml").stdout, encoding="utf-8")
    assert run("profiles", "check", file).returncode == 0


def test_show_gives_data_to_programs(run: Run) -> None:
    shown = json.loads(run("profiles", "show", "ciz", "--format", "json").stdout)
    assert shown == load_profile("ciz").model_dump(mode="json")


def test_profile_that_does_not_exist_is_wrong_use(run: Run) -> None:
    done = run("profiles", "show", "maan")
    assert done.returncode == 2
    assert "zorg-en-zekerheid" in done.stderr


def test_check_names_the_faults_of_every_file(run: Run, tmp_path: Path) -> None:
    wrong, good = tmp_path / "fout.toml", tmp_path / "goed.toml"
    wrong.write_text(OWN + "handteken = true\n", encoding="utf-8")
    good.write_text(OWN, encoding="utf-8")
    done = run("profiles", "check", wrong, tmp_path / "weg.toml", good)
    first, second, third = done.stdout.splitlines()
    assert first.startswith(f'{wrong}:5: onbekende sleutel "handteken" in [bezwaar]')
    assert second.startswith(f"{tmp_path / 'weg.toml'}: ")
    assert third == f"{good}: goed"
    assert done.returncode == 2


def test_own_profile_judges_letters(run: Run, post: Path, own: Path) -> None:
    done = run("validate", post, "--format", "jsonl", "--profile", "eigen")
    report = json.loads(done.stdout)
    asked = {name for name, state in report["elements"].items() if state["required"]}
    assert (report["profile"], asked) == ("eigen", {"naam", "datum"})


def test_faulty_own_profile_stops_the_run_before_the_first_letter(
    run: Run, post: Path, own: Path
) -> None:
    (own / "eigen.toml").write_text("colour = 1\n" + OWN, encoding="utf-8")
    done = run("validate", post)
    assert (done.returncode, done.stdout) == (2, "")
    assert "eigen.toml:1: " in done.stderr


def test_doctor_looks_at_own_profiles(run: Run, own: Path) -> None:
    (own / "eigen.toml").write_text("colour = 1\n" + OWN, encoding="utf-8")
    assert "eigen.toml:1:" in run("doctor").stdout
