"""The words around a letter that every format prints: labels, the date, the return address."""

import unicodedata
from dataclasses import dataclass

from service.concepts import LetterText
from validators.texts.days import date_text

PAGE = "bladzijde"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the text of a letter."""

    title: str
    footer: str
    return_line: str
    references: tuple[tuple[str, str], ...]
    attached: str


def sheet_of(letter: LetterText) -> Sheet:
    """Return what stands around the text; what is empty is left out."""
    reference = f"kenmerk {letter.reference}" if letter.reference else ""
    back = ", ".join(_one_space(line) for line in letter.return_address)
    known = (
        ("Datum", date_text(letter.date)),
        ("Ons kenmerk", letter.reference),
        ("Uw brief van", letter.your_letter),
    )
    return Sheet(
        title=letter.subject,
        footer=", ".join(filter(None, (letter.organisation, reference))),
        return_line=f"Retouradres: {back}" if back else "",
        references=tuple(each for each in known if each[1]),
        attached="Bijlage:" if len(letter.attachments) == 1 else "Bijlagen:",
    )


def composed(text: str) -> str:
    """Return a text with each letter and its accent as one character, where there is one."""
    return unicodedata.normalize("NFC", text)


def _one_space(line: str) -> str:
    return " ".join(line.split())
