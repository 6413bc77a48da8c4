import doctest
import string
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validators import feestdagen, termijn, vervolg
from validators.numbers import bsn, postcode
from validators.texts import days, routing

MODULES = [bsn, postcode]


@pytest.mark.parametrize(
    "module",
    [*MODULES, feestdagen, termijn, days, routing, vervolg],
    ids=lambda module: module.__name__,
)
def test_examples_in_the_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.attempted > 0, result.failed) == (True, 0)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
@given(junk=st.text(max_size=20))
def test_junk_is_refused_without_a_crash(module: ModuleType, junk: str) -> None:
    assert module.is_valid(junk) in {True, False}


@pytest.mark.parametrize("number", ["999990019", "9999 90 019", "9999.90.019", "111222333"])
def test_bsn_that_passes(number: str) -> None:
    assert bsn.is_valid(number)


@pytest.mark.parametrize(
    "number", ["999990018", "000000000", "001234567", "12345", "9999900190", "99999001x", ""]
)
def test_bsn_that_fails(number: str) -> None:
    assert not bsn.is_valid(number)


def test_one_wrong_digit_is_always_noticed() -> None:
    number = "999990019"
    wrong = {
        number[:place] + digit + number[place + 1 :]
        for place in range(9)
        for digit in string.digits
    } - {number}
    assert not any(bsn.is_valid(each) for each in wrong)


def test_error_does_not_repeat_the_number() -> None:
    with pytest.raises(bsn.InvalidBsnError) as caught:
        bsn.validate("999990018")
    assert "999990018" not in str(caught.value)


@pytest.mark.parametrize("code", ["1234 AB", "1234ab", "9999ZZ"])
def test_postcode_that_passes(code: str) -> None:
    assert postcode.is_valid(code)


@pytest.mark.parametrize("code", ["0123 AB", "1234 SA", "1234 SD", "1234 SS", "123 AB", "1234 A1"])
def test_postcode_that_fails(code: str) -> None:
    assert not postcode.is_valid(code)


def test_what_is_no_postcode_is_given_back_as_it_was() -> None:
    assert postcode.format("0123 ab") == "0123 ab"
