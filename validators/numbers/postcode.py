"""Postcode: four digits of which the first is not zero, and two letters.

The letter pairs SA, SD and SS are never used.

Sources: PostNL postcode system; python-stdnum, `stdnum.nl.postcode`.

>>> format("1234ab")
'1234 AB'
>>> compact("1234 AB")
'1234AB'
>>> is_valid("0123 AB")
False
>>> is_valid("1234 SS")
False
"""

from stdnum.exceptions import ValidationError
from stdnum.nl import postcode


class InvalidPostcodeError(ValueError):
    """Something that is no postcode."""


def compact(number: str) -> str:
    """Return the characters without the space, letters in capitals."""
    return "".join(number.split()).upper()


def validate(number: str) -> str:
    """Return the postcode as `1234 AB`.

    Raises:
        InvalidPostcodeError: when it has another shape or holds letters that are never used.

    """
    try:
        return str(postcode.validate(compact(number)))
    except ValidationError as error:
        message = f"not a postcode: {type(error).__name__}"
        raise InvalidPostcodeError(message) from None


def is_valid(number: str) -> bool:
    """Tell whether this is a postcode."""
    try:
        validate(number)
    except InvalidPostcodeError:
        return False
    return True


def format(number: str) -> str:  # noqa: A001 -- the four functions of every number module
    """Return a postcode as `1234 AB`; what is no postcode is given back as it was."""
    return validate(number) if is_valid(number) else number
