"""Collect where a letter names the people it comes from or is about, each with its source.

Nothing is decided here: `parties` weighs the mentions against each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.addresses.form_addresses import streets_of_forms
from extractors.document import Letter
from extractors.element import Hints
from extractors.parts import is_salutation
from extractors.people.mentions.closings import closing_mentions
from extractors.people.mentions.described import described_mentions
from extractors.people.mentions.forms import labelled_mentions
from extractors.people.mentions.headings import heading_mentions
from extractors.people.mentions.helped import helped_mentions
from extractors.people.mentions.kin import kin_mentions
from extractors.people.mentions.mention import Mention, Side
from extractors.people.mentions.narrative import narrated_mentions
from extractors.text.gazetteer import is_place

_ANSWERED = re.compile(
    r"^\W{3,}.{0,3}(?:oorspronkelijk|origineel)\s+bericht\b|^\W{3,}.{0,3}original\s+message\b",
    re.IGNORECASE,
)

_FROM = re.compile(r"(?:van|from)\s?:", re.IGNORECASE)
_SENT = re.compile(r"(?:verzonden|datum|aan|sent|to|date)\s?:", re.IGNORECASE)

# "Onderwerp: FW: bezwaar": whoever sent it on only adds a line; what follows is the letter.
_SENT_ON = re.compile(r"^(?:\w+:)?\s*(?:fwd?|doorst|doorgest|wg)\s?:", re.IGNORECASE)

_LETTERS_OF_CODE = re.compile(r"[A-Z]{2} (?P<place>[^\W\d_].*?)(?: \([A-Z][A-Za-z]{0,3}\.?\))?")
_ENDS_AS_STREET = re.compile(r"[^\W\d_]{3,} \d{1,4}(?:\W?\w{1,3})?\W*$")


def find_mentions(letter: Letter, hints: Hints) -> tuple[Mention, ...]:
    """Return every place where the letter names who writes it or who it is about."""
    labelled = tuple(labelled_mentions(letter))
    found = (
        *labelled,
        *_unlabelled(heading_mentions(letter, hints), labelled, letter),
        *closing_mentions(letter, hints),
        *narrated_mentions(letter, hints),
        *kin_mentions(letter, hints),
        *described_mentions(letter, hints),
        *helped_mentions(letter, hints),
    )
    found = tuple(each for each in found if not _is_rest_of_address(each, letter))
    quoted = _quoted_from(letter)
    return tuple(each for each in found if quoted is None or _place(each) < quoted)


def _is_rest_of_address(mention: Mention, letter: Letter) -> bool:
    """Tell "HB Hengelo (Gld)" under a street: of a postcode a scan lost the figures."""
    rest = _LETTERS_OF_CODE.fullmatch(mention.span.text)
    if rest is None or not is_place(rest["place"]):
        return False
    page, top = _place(mention)
    lines = [line for each in letter.pages if each.page.number == page for line in each.lines]
    above = [line for line in lines if line.box.center[1] < top]
    return bool(above) and bool(_ENDS_AS_STREET.search(above[-1].text))


def _unlabelled(
    mentions: Iterable[Mention], labelled: Sequence[Mention], letter: Letter
) -> Iterator[Mention]:
    """Leave out of the sender's block whom a label calls the client, and what it calls a street."""
    clients = (each.span.words for each in labelled if each.side is Side.CLIENT)
    streets = (
        hit.value.words
        for page in letter.own_pages[:1]
        for hit in streets_of_forms(page)
        if hit.how != "bare"
    )
    taken = {id(word) for words in (*clients, *streets) for word in words}
    for each in mentions:
        if not any(id(word) in taken for word in each.span.words):
            yield each


def _quoted_from(letter: Letter) -> tuple[int, float] | None:
    """Return where the message begins that an e-mail answers: its people wrote another letter.

    What comes first on a page is a message that was sent on, and may be the letter itself.
    """
    for page in letter.own_pages:
        for index, line in enumerate(page.lines):
            if _SENT_ON.match(line.text):
                return None
            if index >= 3 and _ANSWERED.search(line.text):
                return line.page, line.box.top
    return None


def answered_from(letter: Letter) -> tuple[int, float] | None:
    """Return where a message begins that the letter, an e-mail, answers: whoever wrote it.

    Only below a salutation: the same lines stand over the letter itself.
    """
    is_begun = False
    for page in letter.own_pages:
        for index, line in enumerate(page.lines):
            is_begun = is_begun or is_salutation(line)
            following = page.lines[index + 1 : index + 4]
            if is_begun and _FROM.match(line.text) and any(_SENT.match(x.text) for x in following):
                return line.page, line.box.top
    return None


def _place(mention: Mention) -> tuple[int, float]:
    page, box = mention.span.boxes()[0]
    return page, box.top
