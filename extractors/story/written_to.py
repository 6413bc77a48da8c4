"""Which party to a complaint is written to: the care office, another office, or the providers.

Who "u" is, stands in the address, and else in the salutation or a line by itself.
"""

import re
from collections.abc import Iterator

from extractors.document import Letter
from extractors.element import Hints
from extractors.language import find_cues
from extractors.parts import is_salutation
from extractors.story.passages import addressee_of
from extractors.story.providers import find_providers
from extractors.text.spelling import fold

_TO = re.compile(r"^\W*(?:aan|t\.?a\.?v\.?)\b", re.IGNORECASE)
# "klachten@zorgkantoor.nl" says who is written to as well.
_MAIL_OF_OFFICE = re.compile(r"@[\w.-]*zorgkantoor", re.IGNORECASE)
_MAIL_OF_OTHER = re.compile(r"@[\w.-]*(?:gemeente|\bciz\b|\bcak\b|\bsvb\b)", re.IGNORECASE)


def party_written_to(letter: Letter, hints: Hints) -> str | None:
    """Return who "u" is; None when the letter does not say who is written to."""
    text = addressee_of(letter)
    return _office_in(text, hints) or _office_in(" ".join(_said_to(letter, hints)), hints)


def _office_in(text: str, hints: Hints) -> str | None:
    """Return which party is written to; a complaints desk stands for the providers."""
    if find_cues(text, "tegen_zorgkantoor") or _MAIL_OF_OFFICE.search(text):
        return "zorgkantoor"
    if find_cues(text, "tegen_overig") or _MAIL_OF_OTHER.search(text):
        return "overig"  # "u" is the CIZ or a municipality, which is no care office
    if names_in(text, hints):
        return "zorgkantoor"
    desk = find_cues(text, "tegen_zorgverlener") or find_cues(text, "klachtloket")
    return "zorgverlener" if desk or find_providers(text) else None


def _said_to(letter: Letter, hints: Hints) -> Iterator[str]:
    """Yield the lines outside an address that say who is written to: "Beste gemeente,", "CIZ"."""
    names = {fold(name) for name in hints.organisations}
    for block in letter.blocks:
        for line in block.lines:
            if is_salutation(line) or _TO.match(line.text) or fold(line.text) in names:
                yield line.text


def names_in(text: str, hints: Hints) -> list[str]:
    """Return the names of care offices and desks that a text holds, folded."""
    folded = fold(text)
    likely = [name for name in hints.organisations if fold(name) in folded]
    names = [name for name in likely if re.search(rf"\b{re.escape(fold(name))}\b", folded)]
    return [
        fold(name)
        for name in names
        if not find_cues(name, "tegen_overig") and not find_cues(name, "klachtloket")
    ]
