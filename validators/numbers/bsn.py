"""BSN, the Dutch citizen service number: nine digits that pass the elfproef.

The sum of the digits times 9 8 7 6 5 4 3 2 -1 is divisible by eleven and not zero. Numbers that
start with 9999 are never issued and serve as examples. One in eleven random numbers passes, so
passing says little without a label.

Sources: Besluit burgerservicenummer; Logisch ontwerp BSN; python-stdnum, `stdnum.nl.bsn`.

>>> validate("9999.90.019")
'999990019'
>>> format("999990019")
'9999.90.019'
>>> is_valid("999990018")
False
>>> compact("12345678")  # eight digits: a leading zero was left out
'012345678'
"""

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn


class InvalidBsnError(ValueError):
    """A number that is no BSN; the message does not repeat it."""


def compact(number: str) -> str:
    """Return the bare digits, with leading zeros up to nine."""
    return str(bsn.compact(number.strip()))


def validate(number: str) -> str:
    """Return the nine digits.

    Raises:
        InvalidBsnError: when it has other characters, another length or fails the elfproef.

    """
    try:
        digits = str(bsn.validate(number.strip()))
    except ValidationError as error:
        message = f"not a BSN: {type(error).__name__}"
        raise InvalidBsnError(message) from None
    if digits.startswith("00"):
        message = "not a BSN: two leading zeros"
        raise InvalidBsnError(message)
    return digits


def is_valid(number: str) -> bool:
    """Tell whether the number is a BSN."""
    try:
        validate(number)
    except InvalidBsnError:
        return False
    return True


def format(number: str) -> str:  # noqa: A001 -- the four functions of every number module
    """Return the number as it is printed on letters, in groups of four, two and three."""
    return str(bsn.format(compact(number)))
