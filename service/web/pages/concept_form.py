"""A letter as a form: its fields as they are shown, and the letter that comes back of them."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from flask import request

from service.concepts import (
    TO_FILL_IN,
    Block,
    Heading,
    Items,
    LetterText,
    Lines,
    Paragraph,
    words_of_block,
)
from service.texts import answers as texts
from service.web.pages.page import LONGEST_TEXT
from validators.texts.days import date_text

WIDE = 72  # characters on a line of a field, about
MOST_BLOCKS = 200


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, what is in it, and how large it is."""

    name: str
    label: str
    value: str
    rows: int = 1  # more than one: a field of lines
    sort: str = ""  # of a block

    @property
    def fault(self) -> str:
        """What must still be filled in."""
        return texts.TO_FILL_IN if TO_FILL_IN in self.value else ""


@dataclass(frozen=True, slots=True)
class LetterForm:
    """The fields of a letter, in the order in which they are printed."""

    office: tuple[Field, ...]
    head: tuple[Field, ...]
    body: tuple[Field, ...]
    foot: tuple[Field, ...]
    date: str
    reference: str

    @property
    def is_office_open(self) -> bool:
        """Tell whether something must be filled in of who writes."""
        return any(each.fault for each in self.office)


def form_of(letter: LetterText) -> LetterForm:
    """Return the fields of a letter."""
    return LetterForm(
        office=(
            Field("organisatie", "Organisatie", letter.organisation),
            _lines("retouradres", "Retouradres", letter.return_address),
        ),
        head=(
            _lines("aan", "Aan", letter.addressee, least=3),
            Field("uw_brief", "Uw brief van", letter.your_letter),
            Field("onderwerp", "Onderwerp", letter.subject, rows=_rows(letter.subject, least=2)),
            Field("aanhef", "Aanhef", letter.salutation),
        ),
        body=tuple(_block(number, block) for number, block in enumerate(letter.blocks)),
        foot=(
            Field("groet", "Groet", letter.closing),
            _lines("ondertekening", "Ondertekening", letter.signed_by),
            _lines("bijlagen", "Bijlagen, een per regel", letter.attachments, least=1),
        ),
        date=date_text(letter.date),
        reference=letter.reference,
    )


def letter_in_form(before: LetterText) -> LetterText:
    """Return the letter that a form makes of the one before; what it does not hold stays."""
    return LetterText(
        organisation=_one("organisatie", before.organisation),
        return_address=_many("retouradres", before.return_address),
        addressee=_many("aan", before.addressee),
        date=before.date,
        reference=before.reference,
        your_letter=_one("uw_brief", before.your_letter),
        subject=_one("onderwerp", before.subject),
        salutation=_one("aanhef", before.salutation),
        blocks=_blocks(before.blocks),
        closing=_one("groet", before.closing),
        signed_by=_many("ondertekening", before.signed_by),
        attachments=_many("bijlagen", before.attachments),
    )


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a field that hold something, without space around them."""
    return tuple(line.strip() for line in text[:LONGEST_TEXT].splitlines() if line.strip())


def _blocks(before: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of the form, which says of each of them what it is."""
    if "soort-0" not in request.form:
        return before
    numbers = itertools.takewhile(
        lambda number: f"soort-{number}" in request.form, range(MOST_BLOCKS)
    )
    return tuple(
        block
        for number in numbers
        for block in _blocks_of(
            request.form[f"soort-{number}"], request.form.get(f"blok-{number}", "")
        )
    )


def _blocks_of(sort: str, text: str) -> Iterator[Block]:
    """Yield what a field makes of a block: nothing when it was emptied, more by blank lines."""
    lines = lines_of(text)
    match sort:
        case _ if not lines:
            return
        case "heading":
            yield Heading(text=" ".join(lines))
        case "items":
            yield Items(items=lines)
        case "lines":
            yield Lines(lines=lines)
        case _:
            yield from (Paragraph(text=each) for each in _paragraphs(text))


def _paragraphs(text: str) -> Iterator[str]:
    kept: list[str] = []
    for line in [*text[:LONGEST_TEXT].splitlines(), ""]:
        if line.strip():
            kept.append(line.strip())
        elif kept:
            yield " ".join(kept)
            kept = []


def _one(name: str, before: str) -> str:
    text = request.form.get(name)
    return before if text is None else " ".join(text[:LONGEST_TEXT].split())


def _many(name: str, before: tuple[str, ...]) -> tuple[str, ...]:
    text = request.form.get(name)
    return before if text is None else lines_of(text)


def _block(number: int, block: Block) -> Field:
    name, label = f"blok-{number}", texts.BLOCKS[block.type]
    value = "\n".join(words_of_block(block))
    if block.type == "heading":
        return Field(name, label, value, sort=block.type)
    return Field(name, label, value, rows=_rows(value, least=2), sort=block.type)


def _lines(name: str, label: str, lines: tuple[str, ...], *, least: int = 2) -> Field:
    return Field(name, label, "\n".join(lines), rows=max(len(lines), least))


def _rows(text: str, *, least: int) -> int:
    return max(least, sum(math.ceil(max(len(line), 1) / WIDE) for line in text.splitlines()))
