"""Wrong use that the option library notices is told in Dutch."""

import io
import re
import sys

import pytest

from service.cli.app import app, main
from service.cli.endings import end_of

ENGLISH = re.compile(r"\b(usage|error|invalid|missing|such|should|value|show|try|options)\b", re.I)


def told(*arguments: str) -> str:
    """Return what is said of a command that cannot be given so."""
    err = io.StringIO()
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of the library, without public name
        app(list(arguments), prog_name="postkamer", standalone_mode=False)
    assert end_of(caught.value, err) == 2
    return err.getvalue()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["onzin"], "De opdracht onzin bestaat niet."),
        (["validat"], "Bedoelde u validate?"),
        (["queue", "onzin"], "Zie `postkamer queue --help`."),
        (["validate"], "PAD... ontbreekt."),
        (["validate", "--onzin", "x"], "De optie --onzin bestaat niet. Bedoelde u --engine?"),
        (["validate", "--jobs"], "Achter de optie --jobs ontbreekt de waarde."),
        (["validate", "--jobs", "0", "x"], "--jobs: moet 1 of meer zijn."),
        (["validate", "--jobs", "veel", "x"], "--jobs: is geen heel getal."),
        (["validate", "--all-pages=ja", "x"], "De optie --all-pages heeft geen waarde."),
        (["validate", "--channel", "duif", "x"], "Kies uit post, email, portaal, balie, fax."),
        (["validate", "--today", "gisteren", "x"], '--today: "gisteren" is geen datum.'),
        (["validate", "--format", "pdf", "x"], '--format: "pdf" bestaat niet.'),
        (["termijn", "morgen"], "Dit staat er te veel: morgen."),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_wrong_use_is_told_in_dutch(arguments: list[str], said: str) -> None:
    text = told(*arguments)
    assert said in text
    assert not ENGLISH.findall(text)


def test_a_file_where_a_folder_belongs_is_told_in_dutch() -> None:
    assert "--output: dit is een bestand. Noem een map." in told(
        "validate", "--output", __file__, "x"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["queue"],
        ["validate", "--help"],
        ["key", "create", "--help"],
        ["channel", "add", "--help"],
        ["backup", "--help"],
        ["termijn", "--help"],
    ],
)
def test_the_frames_of_the_help_are_dutch(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["postkamer", *arguments])
    with pytest.raises(SystemExit):
        main()
    shown = capsys.readouterr().out
    assert "Toon deze uitleg." in shown
    assert "Gebruik: postkamer" in shown
    assert not re.search(r"Usage|Options|Arguments|Commands|COMMAND|Show|default|required", shown)
    assert not re.search(r"<(bool|str|int|float|path|file|list)", shown)
