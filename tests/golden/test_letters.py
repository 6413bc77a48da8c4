"""The letters that follow on the samples say what was written down, word for word.

A change of a text shows here as a change of a letter, to be read before it is accepted with
`pytest tests/golden/test_letters.py --update-golden`.
"""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from service.concepts import ConceptKind
from service.usecases.concept import concept
from service.usecases.concept_case import Details
from service.wording import wording_of
from tests.golden.conftest import EXPECTED, OPTION
from tests.unit.service.answers import shown
from validators.profile import load_profile
from validators.report import Report

LETTERS = Path(__file__).parent / "letters"
TODAY = dt.date(2026, 11, 23)
ACKNOWLEDGE, REPAIR = ConceptKind.ONTVANGSTBEVESTIGING, ConceptKind.HERSTELVERZUIM
FORWARD, NOTICE = ConceptKind.DOORZENDING, ConceptKind.DOORZENDBERICHT
ANSWERS = [
    ("01", ACKNOWLEDGE, None),
    ("07", ACKNOWLEDGE, None),  # pro forma, by a lawyer
    ("13", ACKNOWLEDGE, None),  # may be late
    ("20", ACKNOWLEDGE, None),  # a complaint, by a daughter
    ("23", ACKNOWLEDGE, None),  # a complaint about care
    ("07", REPAIR, None),
    ("31", REPAIR, None),  # law and organisation
    ("12", REPAIR, None),  # organisation only
    ("25", REPAIR, None),  # a complaint
    ("20", REPAIR, None),  # a machtiging only
    ("01", FORWARD, "ciz"),
    ("01", NOTICE, "ciz"),
    ("26", NOTICE, "svb"),
]


@pytest.fixture(scope="module")
def samples() -> dict[str, Report]:
    """Return the reports on the samples by the number of the file; the first letter of each."""
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    found = [Report.model_validate_json(line) for line in reversed(lines)]
    return {report.document.file[:2]: report for report in found}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: f"{answer[0]}-{answer[1]}")
def test_the_letter_says_what_was_written_down(
    samples: dict[str, Report],
    answer: tuple[str, ConceptKind, str | None],
    request: pytest.FixtureRequest,
) -> None:
    sample, kind, forward_to = answer
    report = samples[sample]
    profile = load_profile(report.profile or "")
    details = Details(
        TODAY,
        reference="JZ-2026-00417",
        signer=("S. de Groot", "medewerker Juridische Zaken"),
        forward_to=forward_to,
    )
    made = concept(kind, report, profile, details, wording=wording_of())
    looks = "".join(f"! {each.code}\n" for each in made.warnings)
    path = LETTERS / f"{sample}-{kind}.txt"
    text = f"{shown(made.letter)}{looks}"
    if request.config.getoption(OPTION, default=False):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_letter_was_written_down_for_nothing() -> None:
    wanted = {f"{sample}-{kind}.txt" for sample, kind, _ in ANSWERS}
    assert {path.name for path in LETTERS.iterdir()} == wanted


def test_our_word_template_is_what_its_script_makes(tmp_path: Path) -> None:
    root, made = Path(__file__).parents[2], tmp_path / "brief.docx"
    script = root / "scripts" / "letters" / "template.py"
    subprocess.run([sys.executable, script, made], check=True, timeout=60)
    kept = root / "service" / "rendering" / "brieven" / "brief.docx"
    assert made.read_bytes() == kept.read_bytes()
