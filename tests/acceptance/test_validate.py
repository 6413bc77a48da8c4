"""`postkamer validate` as people run it: a folder in, reports and an exit code out."""

import csv
import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import PATIENCE_S, Run, Start, write_letter
from tests.pages import mailing, plan_page


def reports(text: str) -> dict[str, dict[str, Any]]:
    return {each["document"]["file"]: each for each in map(json.loads, text.splitlines())}


def test_a_letter_gives_a_report(run: Run, post: Path) -> None:
    done = run("validate", post, "--format", "jsonl", "--received", "2026-11-10")
    report = reports(done.stdout)["brief.pdf"]
    assert report["document"]["received"] == "2026-11-10"
    assert report["missing"] == ["handtekening"]
    assert done.returncode == 1


def test_what_is_wrong_with_one_file_is_told_and_the_others_are_done(run: Run, post: Path) -> None:
    whole = (post / "brief.pdf").read_bytes()
    (post / "afgekapt.pdf").write_bytes(whole[: len(whole) // 3])
    (post / "leeg.pdf").write_bytes(b"")
    (post / "brief.docx").write_bytes(b"PK\x03\x04 a word processor file")
    (post / "notitie.txt").write_text("Bel mevrouw Jansen terug.", encoding="utf-8")
    (post / "lus").symlink_to(post)
    (post / "weg.pdf").symlink_to(post / "nergens.pdf")
    os.mkfifo(post / "pijp")
    done = run("validate", post, "--format", "jsonl")
    found = reports(done.stdout)
    codes = {name: report["error"]["code"] for name, report in found.items() if "error" in report}
    assert codes.pop("afgekapt.pdf") in {"beschadigd", "geen_paginas", "niets_te_lezen"}
    assert codes == {
        "brief.docx": "geen_document",
        "leeg.pdf": "leeg_bestand",
        "lus": "symlink_lus",
        "notitie.txt": "geen_document",
        "pijp": "geen_bestand",
        "weg.pdf": "verdwenen",
    }
    assert list(found) == sorted(found)
    assert done.returncode == 3


def test_all_pages_reads_more_and_reports_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(mailing(plan_page(2)))
    said, sure = [], []
    for options in ([], ["--all-pages"]):
        done = run("validate", tmp_path, "--format", "json", "--today", "2026-11-12", *options)
        (report,) = json.loads(done.stdout)
        sure.append(report.pop("processing")["ocr_confidence"])
        said.append({key: value for key, value in report.items() if key != "id"})
    assert said[0] == said[1]
    assert sure[0] != sure[1]  # of other words: more of them were read


def test_the_same_run_gives_the_same_reports_whatever_the_number_of_jobs(
    run: Run, post: Path
) -> None:
    for name in ("a.pdf", "z.pdf"):
        write_letter(post / name)
    outputs = []
    for jobs in ("1", "3"):
        done = run("validate", post, "--format", "json", "--jobs", jobs, "--today", "2026-11-12")
        found = json.loads(done.stdout)
        for report in found:
            del report["processing"]
        outputs.append(found)
    assert outputs[0] == outputs[1]


def test_a_folder_without_letters_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    done = run("validate", tmp_path / "leeg", "--format", "jsonl")
    assert reports(done.stdout)["leeg"]["error"]["code"] == "lege_map"
    assert done.returncode == 3


def test_the_manifest_tells_what_the_mailroom_knows(run: Run, post: Path) -> None:
    (post / "manifest.csv").write_text(
        "file,received,channel,profile\nbrief.pdf,2026-11-16,email,ciz\n", encoding="utf-8"
    )
    done = run("validate", post, "--format", "jsonl", "--received", "2026-11-20")
    report = reports(done.stdout)["brief.pdf"]
    assert report["profile"] == "ciz"
    assert report["document"]["received"] == "2026-11-16"
    assert report["document"]["received_source"] == "manifest"
    assert report["document"]["channel"] == "email"


@pytest.mark.parametrize(
    ("manifest", "where"),
    [
        ("file,datum\nbrief.pdf,2026-11-16\n", "regel 1"),
        ("file\nbrief.pdf\nandere.pdf\n", "regel 3"),
        ("file,received\nbrief.pdf,16 november\n", "regel 2"),
        ("file,profile\nbrief.pdf,uwv\n", "regel 2"),
    ],
)
def test_a_wrong_manifest_stops_the_run_before_it_begins(
    run: Run, post: Path, manifest: str, where: str
) -> None:
    (post / "manifest.csv").write_text(manifest, encoding="utf-8")
    done = run("validate", post)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"manifest.csv, {where}:" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nergens"],
        ["{post}", "--profile", "uwv"],
        ["{post}", "--received", "16 november"],
        ["{post}", "--format", "xml"],
        ["{post}", "--jobs", "0"],
        ["{post}", "--engine", "pen"],
    ],
)
def test_wrong_use_is_told_with_exit_code_two(run: Run, post: Path, arguments: list[str]) -> None:
    done = run("validate", *(each.replace("{post}", str(post)) for each in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_the_output_folder_mirrors_the_letters(run: Run, post: Path, tmp_path: Path) -> None:
    (post / "in").mkdir()
    write_letter(post / "in" / "tweede.pdf")
    run("validate", post, "--format", "csv", "--output", tmp_path / "uit")
    names = {str(path.relative_to(tmp_path / "uit")) for path in (tmp_path / "uit").rglob("*.*")}
    assert names == {"brief.pdf.json", "in/tweede.pdf.json", "overzicht.csv"}
    with (tmp_path / "uit" / "overzicht.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["file"] for row in csv.DictReader(file, delimiter=";")] == [
            "brief.pdf",
            "in/tweede.pdf",
        ]


def test_the_page_shows_where_things_stand(run: Run, post: Path) -> None:
    page = run("validate", post, "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert "data:image/png;base64," in page


def test_the_table_without_a_terminal_is_plain(run: Run, post: Path) -> None:
    done = run("validate", post)
    assert "brief.pdf" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_ctrl_c_ends_the_run_with_what_was_finished(start: Start, post: Path) -> None:
    for number in range(300):
        write_letter(post / f"{number:03}.pdf")
    process = start("validate", post, "--format", "jsonl", "--jobs", "1")
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130
    assert "Traceback" not in err
    names = list(reports(first + rest))
    assert names == sorted(names)
    assert 1 <= len(names) < 300


def test_a_reader_that_stops_reading_ends_the_run_silently(start: Start, post: Path) -> None:
    for number in range(60):
        write_letter(post / f"{number:03}.pdf")
    process = start("validate", post, "--format", "jsonl", "--jobs", "1")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(timeout=PATIENCE_S) == 141


def test_doctor_finds_this_machine_in_order(run: Run) -> None:
    done = run("doctor")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("postkamer ")
