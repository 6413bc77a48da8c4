"""What holds for all rules together."""

from pathlib import Path

import pytest

from tests.unit.validators.builders import make_assessed
from validators.rules import RULES

CODES = [rule.CODE for rule in RULES]


def test_every_rule_has_the_name_of_its_code() -> None:
    assert all(rule.__name__.endswith(f".{rule.CODE}") for rule in RULES)


def test_no_rule_stands_twice_in_the_list() -> None:
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_tests_of_its_own(code: str) -> None:
    assert Path(__file__).with_name(f"test_{code}.py").is_file()


def test_every_rule_that_there_is_stands_in_the_list() -> None:
    import validators.rules as package  # noqa: PLC0415 - the folder, not the list

    folder = Path(str(package.__file__)).parent
    assert {path.stem for path in folder.glob("[a-z]*.py")} == set(CODES)


def test_complete_objection_earns_no_warning() -> None:
    assert [notice for rule in RULES for notice in rule.check(make_assessed())] == []


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_gives_its_own_code_only(rule: object) -> None:
    assessed = make_assessed(
        kinds=["bezwaar", "klacht", "ingebrekestelling"], signals=["spoed", "veiligheid"]
    )
    assert {notice.code for notice in rule.check(assessed)} <= {rule.CODE}  # type: ignore[attr-defined]
