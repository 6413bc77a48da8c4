"""A letter to a citizen before it is sent: what it says, what that rests on, what to check.

A person may change what the letter says (`LetterText` goes to a page as JSON and comes back). What
it rests on (`ConceptFacts`) is not changed with it. Nothing here decides anything.
"""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractors.element import ElementId
from validators.report import Kind, Notice

# What stands where a person must fill something in; a letter with it is not sent.
TO_FILL_IN = "[VUL IN"


class ConceptKind(StrEnum):
    """The letters that follow on a letter that came in."""

    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    HERSTELVERZUIM = "herstelverzuim"
    DOORZENDING = "doorzending"  # to the body that is competent
    DOORZENDBERICHT = "doorzendbericht"  # to the sender, about the above


class Model(BaseModel):
    """What all parts of a concept share: immutable, and no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Heading(Model):
    """A heading between the paragraphs."""

    type: Literal["heading"] = "heading"
    text: str


class Paragraph(Model):
    """Running text."""

    type: Literal["paragraph"] = "paragraph"
    text: str


class Items(Model):
    """A list."""

    type: Literal["items"] = "items"
    items: tuple[str, ...]


class Lines(Model):
    """Lines that stay below each other, such as an address."""

    type: Literal["lines"] = "lines"
    lines: tuple[str, ...]


Block = Annotated[Heading | Paragraph | Items | Lines, Field(discriminator="type")]


class LetterText(Model):
    """Everything that is printed, in its place; a person may change all of it."""

    organisation: str  # who writes
    return_address: tuple[str, ...] = ()
    addressee: tuple[str, ...]  # as in the window of the envelope
    date: dt.date
    reference: str = ""  # ours
    your_letter: str = ""  # the letter that this one is about
    subject: str
    salutation: str
    blocks: tuple[Block, ...]
    closing: str = "Met vriendelijke groet,"
    signed_by: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


class ConceptFacts(Model):
    """What the letter rests on."""

    report_id: str
    profile: str
    letter_kind: Kind | None  # of the letter that came in
    received: dt.date | None = None
    verzuim: tuple[ElementId, ...] = ()  # asked because the law wants it
    ask: tuple[ElementId, ...] = ()  # asked because the organisation wants it
    last_day: dt.date | None = None  # for what is asked, as printed
    suspends: bool = False  # a repair request that stops the decision term (Awb 7:10 lid 2)
    forward_to: str | None = None


class Concept(Model):
    """A letter that can be looked at, changed and sent."""

    kind: ConceptKind
    letter: LetterText
    facts: ConceptFacts
    warnings: tuple[Notice, ...] = ()  # what a person must look at first

    def with_letter(self, letter: LetterText) -> "Concept":
        """Return the concept with what a person made of the letter."""
        return self.model_copy(update={"letter": letter})


def words_of(letter: LetterText) -> tuple[str, ...]:
    """Return every piece of text that is printed, in the order in which it is read."""
    heads = (letter.organisation, *letter.return_address, *letter.addressee, letter.reference)
    blocks = tuple(text for block in letter.blocks for text in words_of_block(block))
    feet = (letter.closing, *letter.signed_by, *letter.attachments)
    return (*heads, letter.your_letter, letter.subject, letter.salutation, *blocks, *feet)


def words_of_block(block: Block) -> tuple[str, ...]:
    """Return the pieces of text of one block."""
    match block:
        case Items(items=items):
            return items
        case Lines(lines=lines):
            return lines
        case Heading(text=text) | Paragraph(text=text):
            return (text,)
