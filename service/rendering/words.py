"""Text of strangers made fit to print: what more than one format needs."""

import re

from service.texts import figures as texts
from validators.numbers import bsn
from validators.report import AddressValue, ContactValue, ElementState

# Nine digits as people group them, or eight in a row: a leading zero was left out.
_NINE_DIGITS = re.compile(r"(?<!\d)(?:\d(?:[ .\-]?\d){8}|\d{8})(?!\d)")


def plain(text: str) -> str:
    r"""Return text on one line without control characters, which could steer a terminal.

    >>> plain("a\x1b[31mb\nc")
    'a\ufffd[31mb c'
    """
    words = " ".join(text.split())
    return "".join(char if char.isprintable() else "\ufffd" for char in words)


def without_bsn(text: str) -> str:
    """Return text in which every number that may be a BSN is masked.

    >>> without_bsn("BSN 9999.90.019, tel. 0612345678")
    'BSN ***-**-019, tel. 0612345678'
    """
    return _NINE_DIGITS.sub(_masked, text)


def value_of(state: ElementState) -> str:
    """Return the value of an element on one line, as people write it."""
    match state.value:
        case AddressValue(straat=street, huisnummer=number, postcode=postcode, plaats=place):
            lines = (f"{street or ''} {number or ''}", f"{postcode or ''} {place or ''}")
            return ", ".join(line.strip() for line in lines if line.strip())
        case ContactValue(naam=name, email=email, telefoon=phone, relatie=relation):
            return ", ".join(part for part in (name, relation, email, phone) if part)
        case str(text):
            return text
        case _:
            return state.text or ""


def _masked(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match[0])
    return texts.masked(digits) if bsn.is_valid(digits) else match[0]
