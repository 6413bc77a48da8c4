"""Commands in a pipe: output that nobody reads or that cannot be written, and no input."""

import subprocess
from pathlib import Path

import pytest

from tests.acceptance.conftest import COMMAND, PATIENCE_S, Run


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["validate", "--help"],
        ["profiles", "list"],
        ["validate", "brief.pdf"],
        ["validate", "brief.pdf", "--format", "jsonl"],
    ],
    ids=" ".join,
)
def test_a_reader_that_has_seen_enough_ends_the_command_quietly(
    post: Path, arguments: list[str]
) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, *arguments], stdout=pipe, stderr=pipe, cwd=post) as process:
        assert process.stdout is not None
        process.stdout.close()  # before anything was written, as a reader that ends at once
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE_S) == 141  # 1 would say that a letter is incomplete


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_output_leaves_the_exit_code(post: Path, closed: str) -> None:
    shell = ["sh", "-c", f'"$@" {closed}', "sh", *COMMAND, "validate", "brief.pdf"]
    done = subprocess.run(shell, cwd=post, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")  # the letter was not signed


def test_a_folder_in_which_nothing_can_be_written_is_wrong_use(run: Run, post: Path) -> None:
    done = run("validate", post, "--output", "/proc/rapporten")
    assert "/proc/rapporten" in done.stderr
    assert "--output" in done.stderr
    assert done.returncode == 2


def test_a_letter_from_a_pipe_is_asked_for_as_a_file(run: Run) -> None:
    done = run("validate", "-")
    assert "als bestand" in done.stderr
    assert done.returncode == 2
