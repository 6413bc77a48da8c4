"""The command that measures accuracy keeps the test unread."""

import pytest

from benchmarks import accuracy


def test_the_mistakes_of_the_test_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["accuracy", "run", "--split", "test", "--mistakes", "5"])
    with pytest.raises(SystemExit):
        accuracy.main()
    assert "--split dev" in capsys.readouterr().err
