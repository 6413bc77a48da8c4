"""What the command line does not need it does not import."""

import subprocess
import sys

import pytest

from service.cli.app import COMMANDS

# What each costs a good part of a second, or keeps a server's worth of code in memory.
SERVICE = ("flask", "dramatiq", "sqlalchemy", "alembic", "gunicorn", "prometheus_client")
READING = ("spacy", "numpy", "cv2", "pdfplumber", "pikepdf", "tesserocr", "pebble", "PIL")
OTHERS = ("pyhanko", "typst", "docxtpl", "imap_tools", "oxmsg", "cattrs")

RUN = "import sys; from service.cli.app import app; app(sys.argv[1:], standalone_mode=False);"
TELL = "print(*sys.modules, file=sys.stderr)"
READ = """
import datetime as dt, sys
from service.bootstrap.reading import Setup, do_assignment
from service.ports.reading import Assignment
from validators.assess import Receipt
setup = Setup(today=dt.date(2026, 11, 23))
done = do_assignment(setup, Assignment(sys.argv[1], "brief.pdf", Receipt(), None))
assert done.trouble is None and done.outcomes[0].report.verdict != "fout"
"""

FORK = """
import datetime as dt, sys, threading
from service.bootstrap.reading import Setup, do_assignment, prepare
from service.ports.reading import Assignment
from validators.assess import Receipt
setup = Setup(today=dt.date(2026, 11, 23))
prepare(setup)
assert threading.active_count() == 1
before = set(sys.modules)
done = do_assignment(setup, Assignment(sys.argv[1], "brief.pdf", Receipt(), None))
assert done.outcomes[0].report.verdict != "fout"
print(*(name for name in set(sys.modules) - before if not name.startswith("encodings.")))
"""


def imported(code: str, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", code + TELL, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(done.stderr.split())


def test_the_command_line_leaves_counting_to_who_counts() -> None:
    """The library looks for its folder when it is imported: nobody may do so too early."""
    code = "import service.cli.app, sys; sys.exit('prometheus_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_imports_nothing_that_reads_keeps_or_serves() -> None:
    assert not imported(RUN, "--help") & {*SERVICE, *READING, *OTHERS, "pydantic"}


def test_a_digital_letter_needs_no_part_of_the_service() -> None:
    letter = "samples/02-bezwaar-zonder-handtekening.pdf"
    unwanted = {*SERVICE, *OTHERS, "pebble", "spacy", "httpx", "weasel", "rich"}
    assert not imported(READ, letter) & unwanted


@pytest.mark.parametrize(
    "letter", ["02-bezwaar-zonder-handtekening.pdf", "35-twee-brieven-in-een-scan.pdf"]
)
def test_who_forks_workers_has_imported_what_a_letter_needs_and_has_one_thread(letter: str) -> None:
    command = [sys.executable, "-c", FORK, f"samples/{letter}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert not done.stdout.split()


@pytest.mark.parametrize("announced", COMMANDS, ids=lambda each: each.name)
def test_the_list_says_of_a_command_what_it_says_of_itself(announced: object) -> None:
    assert announced.load().help == announced.help  # type: ignore[attr-defined]
