from tests.unit.validators.builders import BSN, complete, make_assessed, make_candidate
from validators.rules.ander_bsn import check

CLIENT = make_candidate(BSN, marks=["gelabeld"])


def found(other: str, sure: float = 0.5, *marks: str) -> bool:
    return bool(
        check(make_assessed(complete(bsn=[CLIENT, make_candidate(other, sure, marks=marks)])))
    )


def test_second_number_gives_the_warning() -> None:
    assert found("111222333", 0.5, "gelabeld")


def test_same_number_in_other_figures_gives_none() -> None:
    assert not found("9999.90.019", 0.9, "gelabeld")


def test_number_without_a_label_gives_none() -> None:
    assert not found("111222333")


def test_number_that_fails_the_elfproef_gives_none() -> None:
    assert not found("111222334", 0.5, "gelabeld")


def test_readings_of_one_damaged_number_give_none() -> None:
    assert not found("111222333", 0.62, "gelabeld", "hersteld")


def test_number_that_is_hardly_found_gives_none() -> None:
    assert not found("111222333", 0.2, "gelabeld")
