import pytest

from benchmarks.speed.same import compare


def letter(*words: str, naam: str = "J. Vos") -> dict[str, object]:
    report = {
        "kind": "bezwaar",
        "verdict": "compleet",
        "missing": [],
        "uncertain": [],
        "submission_window": {"verdict": "op_tijd"},
        "warnings": [],
        "elements": {"naam": {"status": "aanwezig", "value": naam}},
    }
    page = {"turned": 0, "size": [595, 842], "unread": 0, "words": list(words)}
    return {"pages": [page], "reports": [report]}


def test_the_same_reading_shows_no_difference(capsys: pytest.CaptureFixture[str]) -> None:
    compare({"a": letter("Hierbij")}, {"a": letter("Hierbij")}, show=5)
    assert "read otherwise: 0; what reports say otherwise: 0" in capsys.readouterr().out


def test_another_word_is_shown_with_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    compare({"a": letter("Hierbij")}, {"a": letter("Hierbii")}, show=5)
    assert "a page 1: 'Hierbij' -> 'Hierbii'" in capsys.readouterr().out


def test_another_value_is_shown_with_its_element(capsys: pytest.CaptureFixture[str]) -> None:
    compare({"a": letter(naam="J. Vos")}, {"a": letter(naam="J. Vas")}, show=5)
    assert "a 1 naam: 'aanwezig J. Vos' -> 'aanwezig J. Vas'" in capsys.readouterr().out
