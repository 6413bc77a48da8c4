"""Scores reports against the truth, per class of paper."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.letters.match import is_right, postcode_right

Json = dict[str, Any]
ELEMENTS = (
    "datum",
    "naam",
    "adres",
    "bsn",
    "relatienummer",
    "besluit",
    "besluitdatum",
    "kenmerk",
    "onderbouwing",
    "omschrijving",
    "gericht_tegen",
    "tijdspad",
    "ondernomen",
    "resultaat",
    "zorgaanbieder",
    "contactpersoon",
    "machtiging",
    "email",
    "telefoon",
    "handtekening",
)
VALUED = (
    "datum",
    "besluitdatum",
    "bsn",
    "kenmerk",
    "relatienummer",
    "naam",
    "adres",
    "postcode",
    "email",
    "telefoon",
    "gericht_tegen",
    "zorgaanbieder",
)


# how bad a wrong status is
WEIGHTS = {"onzeker": 1, "ontbreekt": 5, "aanwezig": 6, "ongeldig": 6}


@dataclass
class Tally:
    """Counts of one class: name -> (right, of)."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, name: str, right: bool) -> None:
        """Count one case."""
        self.counts[name][0] += right
        self.counts[name][1] += 1

    def shown(self, name: str) -> str:
        """Return "98.2 (55)" or a dash."""
        right, of = self.counts.get(name, [0, 0])
        return f"{100 * right / of:5.1f} ({of})" if of else "-"


@dataclass(frozen=True)
class Mistake:
    """One thing that went wrong; heavier is worse."""

    weight: int
    where: str
    what: str


@dataclass
class Scores:
    """All that was counted."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mistakes: list[Mistake] = field(default_factory=list)
    confidences: dict[str, list[tuple[float, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    seconds: list[float] = field(default_factory=list)

    def add(self, medium: str, name: str, right: bool) -> None:
        """Count in the class and in the total."""
        self.tallies[medium].add(name, right)
        self.tallies["all"].add(name, right)

    def blame(self, weight: int, where: str, what: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(weight, where, what))


def run_product(folder: Path, today: str, jobs: int) -> Path:
    """Run `postkamer validate` on the folder; return the file with the reports."""
    program = Path(sys.executable).with_name("postkamer")
    command = [str(program)] if program.exists() else [sys.executable, "-m", "service.cli"]
    command += ["validate", str(folder), "--format", "jsonl", "--today", today]
    command += ["--jobs", str(jobs)] if jobs else []
    target = folder / "reports.jsonl.out"
    with target.open("wb") as stream:
        done = subprocess.run(command, stdout=stream, check=False)  # noqa: S603 - our own program
    if done.returncode not in {0, 1, 3}:
        raise SystemExit(f"postkamer ended with exit code {done.returncode}")
    return target


def read_lines(path: Path) -> list[Json]:
    """Read a jsonl file."""
    return [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


@dataclass(frozen=True)
class Case:
    """One letter: what is true, what was reported."""

    truth: Json
    found: Json
    where: str

    @property
    def medium(self) -> str:
        """The class of paper."""
        return str(self.truth["class"])


def score(truths: Iterable[Json], reports: Iterable[Json]) -> Scores:
    """Compare every file with its reports."""
    by_file: dict[str, list[Json]] = defaultdict(list)
    for report in reports:
        by_file[report["document"]["file"]].append(report)
    scores = Scores()
    for truth in truths:
        found = by_file.get(truth["file"], [])
        where = f"{truth['file']} {truth['class']}/{truth['text']}/{truth['layout']}"
        scores.add(truth["class"], "one report", len(found) == 1)
        if not found or found[0]["verdict"] == "fout":
            what = f"fout: {found[0].get('error')}" if found else "no report"
            scores.blame(12, where, what)
            continue
        if len(found) > 1:
            scores.blame(9, where, f"cut into {len(found)} letters")
        score_letter(scores, Case(truth, found[0], where))
    return scores


def score_letter(scores: Scores, case: Case) -> None:
    """Compare one report with its truth."""
    truth, found, medium = case.truth, case.found, case.medium
    kind_right = found["kind"] in truth["kind"]
    scores.add(medium, "kind", kind_right)
    if truth["kind"][0] == "overig":
        scores.add(medium, "kind of traps", kind_right)
    scores.add(medium, "intents", set(truth["kinds"]) <= set(found["kinds"]) | {"overig"})
    if not kind_right:
        scores.blame(9, case.where, f"kind {found['kind']} {found['kinds']}, is {truth['kind']}")
    scores.seconds.append(float((found.get("processing") or {}).get("seconds") or 0))
    if kind_right and found["kind"] != truth["kind"][0]:
        return  # defensible, but then other elements are asked
    score_verdict(scores, case)
    if not truth["elements"] or not kind_right:
        return
    score_window(scores, case)
    for element, claim in truth["elements"].items():
        given = found["elements"].get(element) or {"status": "ontbreekt", "value": None}
        score_status(scores, case, element, statuses=claim["status"], given=given)
        score_value(scores, case, element, claim=claim, given=given)


def score_status(
    scores: Scores, case: Case, element: str, *, statuses: list[str], given: Json
) -> None:
    """Compare the status of one element."""
    medium, status, allowed = case.medium, given["status"], set(statuses)
    scores.add(medium, f"status {element}", status in allowed)
    scores.add(medium, f"onzeker {element}", status == "onzeker")
    if status == "aanwezig":
        scores.add(medium, f"precision {element}", "aanwezig" in allowed)
    if allowed == {"aanwezig"}:
        scores.add(medium, f"recall {element}", status == "aanwezig")
    if status not in allowed:
        weight = WEIGHTS[status] + 2 * (element in case.truth["required"])
        printed = case.truth["elements"][element]["values"]
        right = "/".join(sorted(allowed))
        what = f"{element}: {status}, is {right}; read {given.get('value')!r}, printed {printed}"
        scores.blame(weight, case.where, what)


def score_value(scores: Scores, case: Case, element: str, *, claim: Json, given: Json) -> None:
    """Compare the value of an element that is on the page."""
    values, read = claim["values"], given.get("value")
    if not values or not set(claim["status"]) & {"aanwezig", "ongeldig"}:
        return
    right = is_right(element, read, values)
    if "ontbreekt" not in claim["status"]:
        scores.add(case.medium, f"value {element}", right)
        if element == "adres":
            scores.add(case.medium, "value postcode", postcode_right(read, values))
    if given["status"] == "aanwezig":
        scores.add(case.medium, f"wrong {element}", not right)
        scores.confidences[element].append((float(given.get("confidence") or 0), right))
        if not right:
            scores.blame(6, case.where, f"{element}: value {read!r}, printed {values}")


def score_window(scores: Scores, case: Case) -> None:
    """Compare the verdict on the term."""
    window = case.found.get("submission_window") or {}
    allowed = case.truth["window"]
    if not allowed:
        return
    right = window.get("verdict") in allowed
    scores.add(case.medium, "window", right)
    if not right:
        dates = f"{window.get('rule')}, {window.get('decision_date')} -> {window.get('received')}"
        real = f"is {allowed} received {case.truth['received']}"
        scores.blame(4, case.where, f"window {window.get('verdict')} ({dates}), {real}")


def score_verdict(scores: Scores, case: Case) -> None:
    """Compare the verdict on the document."""
    medium, got, allowed = case.medium, case.found["verdict"], case.truth["verdict"]
    claims = case.truth["elements"]
    if not claims:
        scores.add(medium, "traps to a person", got == "handmatig")
        return
    scores.add(medium, "verdict", got in allowed)
    if allowed != ["handmatig"]:
        scores.add(medium, "straight-through", got != "handmatig")
    if "compleet" not in allowed:
        scores.add(medium, "false compleet", got == "compleet")
        if got == "compleet":
            scores.blame(10, case.where, f"compleet, is {allowed}")
    sent = [e for e in case.found["missing"] if e in claims and was_sent(claims[e])]
    scores.add(medium, "false incompleet", got == "incompleet" and bool(sent))
    if got == "incompleet" and sent:
        scores.blame(9, case.where, f"asks for what was sent: {', '.join(sent)}")


def was_sent(claim: Json) -> bool:
    """Tell whether asking for this element would be wrong."""
    return not set(claim["status"]) & {"ontbreekt", "ongeldig"}
