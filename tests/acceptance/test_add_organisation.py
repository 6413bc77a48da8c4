"""Follows docs/organisatie-toevoegen.md to the letter: each file is written, each command run."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.element import ElementId
from tests.acceptance.conftest import PATIENCE_S
from validators.profile_data import ProfileData

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "organisatie-toevoegen.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<sort>\w+)\n(?P<text>.*?)\n```", re.DOTALL)
FILE = re.compile(r"`([^`]+\.toml)`:$")
# What the administrator has done before: the command is found.
INSTALLED = f'export PATH="{Path(sys.executable).parent}:$PATH"'
# Lines of output that the page leaves out.
LEFT_OUT = "..."


@dataclass(frozen=True, slots=True)
class Command:
    """A line to type, and what the page says that is printed."""

    line: str
    shown: tuple[str, ...]


def commands_in(text: str) -> Iterator[Command]:
    for part in text.removeprefix("$ ").split("\n$ "):
        line, *shown = part.split("\n")
        yield Command(line, tuple(shown))


def run(command: Command, settings: list[str], folder: Path) -> str:
    """Type the line in a shell in which the settings above it were typed too."""
    done = subprocess.run(  # noqa: S602 - the page is ours
        "\n".join([INSTALLED, *settings, command.line]),
        shell=True, cwd=folder, text=True, timeout=PATIENCE_S, check=False, capture_output=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def missing(shown: tuple[str, ...], printed: str) -> list[str]:
    """Return the lines of the page that were not printed, in their order; "..." cuts a line."""
    left = [" ".join(line.split()) for line in printed.splitlines()]
    absent = []
    for line in (" ".join(each.split()) for each in shown if each.strip() not in {"", LEFT_OUT}):
        start = line.removesuffix(LEFT_OUT).strip()
        found = next((n for n, each in enumerate(left) if each.startswith(start)), None)
        if found is None:
            absent.append(line)
        else:
            left = left[found + 1 :]
    return absent


def test_page_can_be_followed_to_the_letter(tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    settings: list[str] = []
    done = 0
    for block in BLOCK.finditer(PAGE):
        if block["sort"] == "toml":
            named = FILE.search(block["before"])
            assert named
            (tmp_path / named[1]).write_text(block["text"] + "\n", encoding="utf-8")
            continue
        for command in commands_in(block["text"]):
            assert missing(command.shown, run(command, settings, tmp_path)) == []
            settings += [command.line] if command.line.startswith("export ") else []
            done += 1
    assert done == 8


def explained(heading: str) -> set[str]:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Alles wat in een profiel kan staan", set(ProfileData.model_fields)),
        ("De elementen", set(ElementId)),
    ],
)
def test_page_explains_every_key_and_element(heading: str, names: set[str]) -> None:
    assert explained(heading) == names
