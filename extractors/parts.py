"""Say what part of a letter a block of lines is, from where it stands and how it begins.

Knows a few printed conventions of Dutch letters: salutations, closings, reference lines, stamps.
Nothing here knows a date or a name.
"""

import re
import statistics
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from extractors.document import Block, BlockRole, Line, Page
from extractors.element import Hints
from extractors.once import once
from extractors.text.bodies import BEGINS_BODY, BODY_WORD

POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
# Also as scans give its figures.
_POSTCODE = re.compile(r"\b[1-9][0-9OoIl]{3}\s?[A-Z]{2}\b")
_SALUTATION = re.compile(
    r"^(zeer\s+)?(geacht|beste\b|l\.?\s?s\.?[,.]?$|hallo\b|dag\b.{0,30},$|goe(de|ie)n?\s?(dag|morgen|middag)|"
    r"weledel\w*\b|edelachtba\w+|excellentie\b|mijne\s+(heren|dames)|(dames|heren)\s+en\s+\w+,|"
    r"aan\s+wie\s+(dit|het)\s+aangaat|bon\s+dia\b|(mevrouw|meneer|mijnheer|heer)\b[^.\d@]{0,40},$)",
    re.IGNORECASE,
)
# "12 nov. 2026", "12-11-2026": what stands below the address of an office and is not of it.
_DATED = re.compile(
    r"\d{1,2}[-./ ]{1,2}(?:\d{1,2}|[a-z]{3,9}\.?)[-./ ]{1,2}(?:20)?\d\d\W*$", re.IGNORECASE
)
_PLACED = re.compile(
    rf"['\u2018\u2019]?[A-Za-z][\w'\u2019 -]{{2,30}}[,.]\s(?:de\s|den\s)?{_DATED.pattern}",
    re.IGNORECASE,
)
# A sentence begun behind a salutation.
_BEGUN = re.compile(r"[.,!]\s+\w+(?:\s+[\w'\u2019-]+){2,}$")
_ADDRESSEE = re.compile(
    r"^(aan\b[:;]?|t\.?\s?a\.?\s?v\.?\b|ter\s+attentie|afd(\.|eling\b)|postbus\b|antwoordnummer\b|"
    r"(het\s+)?college\s+van|(de\s+)?(gemeente|rechtbank)\b|stichting\b.*klacht|"
    r"klachten(commissie|portaal|loket|functionaris)\b|bezwaar(schriften)?commissie\b)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(zorgkantoor|gemeente|ciz|centrum indicatiestelling|college van|burgemeester en|"
    r"juridische zaken|bezwaar en beroep|klachtenportaal|klachtenloket|klachtencommissie|"
    r"klachtafhandeling|klachten(?:bemiddeling|bureau)|afd(?:eling|\.)?\s+klachten|"
    r"commissie\s+van\s+klachten|raad\s+van\s+bestuur|svb|cak|"
    r"sociale verzekeringsbank|zorgverzekera?a?r?|rechtbank|"
    r"zorginstituut|geschillencommissie|ombudsman|antwoordnummer|directie|uwv|belastingdienst)\b|"
    rf"{BEGINS_BODY}|{BODY_WORD}",
    re.IGNORECASE,
)
_REFERENCE_LABEL = re.compile(
    r"^(datum|dagtekening|briefdatum|betreft|onderwerp|inzake|kenmerk|ons kenmerk|uw kenmerk|"
    r"mijn kenmerk|uw referentie|onze referentie|referentie|ref|bsn|burgerservicenummer|"
    r"behandeld door|relatienummer|cli[eë]ntnummer|zaaknummer|dossiernummer|besluitnummer|plaats|"
    r"subject|verzonden|datum besluit|date)\b\s*[:;.]?",
    re.IGNORECASE,
)
_SUBJECT_LABEL = re.compile(r"^(betreft|onderwerp|inzake)\b", re.IGNORECASE)
_SENDER_LABEL = re.compile(
    r"^(naam|adres|straat|postcode|woonplaats|afzender|van|telefoon|tel|e-?mail|geboortedatum|"
    r"geb|voorletters|achternaam|indiener|klager|bezwaarmaker|cli[eë]nt)\b\s*[:;.]?",
    re.IGNORECASE,
)
_REACHED = re.compile(r"@|\b(tel|telefoon|mob|mobiel|e-?mail)\b|\b0[1-9][0-9 -]{7,}", re.IGNORECASE)
_TELLS = re.compile(r"\b(ik|mijn|wij|we|ons|onze|u|uw|ondergetekende)\b", re.IGNORECASE)
# "C.C. Dekker" is somebody's name, "c.c. de huisarts" is no name.
COPY_TO = r"(?:c\.?\s?c\.?\s*(?::|(?-i:[a-z]))|(?-i:ce|ec)\s?:)"
_ATTACHMENTS = re.compile(
    rf"^((bijlage(n|\(n\))?|bijgevoegd|meegezonden)\b|{COPY_TO})", re.IGNORECASE
)
_FOOTER = re.compile(
    r"^[-\u2013\u2014\s]*((pagina|pag\.?|blad|blz\.?)\s*\d+|\d{1,2}\s*[-\u2013\u2014/]|\d{1,2}$|\d+\s+van\s+\d+)|"
    r"\b(kvk|iban|btw|k\.v\.k)\b|^(afgedrukt|geprint|gescand|print(datum)?)\b|"
    r"\b(file:///|about:blank|[A-Z]:\\)|^\S+\.(docx?|odt|pdf|rtf|html?)\b",
    re.IGNORECASE,
)
STAMP_WORDS = (
    "INGEKOMEN", "BINNENGEKOMEN", "ONTVANGEN", "ONTVANGST", "POSTREGISTRATIE", "POSTKAMER", "INGEK",
)  # fmt: skip
# "24 NOV 2026": rubber stamps print months in three capitals.
_STAMPED_DAY = re.compile(
    r"\d{1,2}[ .-]?(?:JAN|FEB|MRT|APR|MEI|JUN|JUL|AUG|SEP|OKT|NOV|DEC)[ .-]*\d{2,4}"
)
MOST_STAMPED = 4  # words on a line of a stamp
# Words of their own that look like a damaged one: "afdeling Werk en Inkomen".
_CAPITALS = re.compile(r"(?:[A-Z0-9][^A-Z0-9\s]*){5}")  # the shortest that a word of a stamp has
NO_STAMP_WORDS = frozenset({"INKOMEN", "INKOMENS", "ONTVANGER", "ONTVANGERS"})


def starts_part(above: Line, line: Line, page: Page, hints: Hints) -> bool:
    """Tell whether another part of the letter begins with `line`, without a white line."""
    opened = is_salutation(above) and not _runs_on(above, line)
    # A stamp came down right above a line of text.
    opened = opened or (_is_stamped(above) and len(line.words) > MOST_STAMPED)
    if opened or is_salutation(line) or is_closing(line):
        return True
    if _ATTACHMENTS.match(line.text) and len(line.words) < 12:
        return True
    if len(above.words) <= 4 and above.box.top < 0.5 * page.height and _tells(line):
        return True  # below "Omschrijving" in a form
    goes_on = _goes_on(line) or _wraps(above, line, page) or _goes_on_stamp(above, line)
    if goes_on or not _in_heading(line, page):
        return False
    if _is_reference(line) != _is_reference(above) or _is_dated_below(above, line, hints):
        return True
    address_ended = bool(_POSTCODE.search(above.text)) or _is_address_end(above)
    return _opens_addressee(line, hints) and (address_ended or not _opens_addressee(above, hints))


def _is_stamped(line: Line) -> bool:
    """Tell the word or the day of a received stamp, with a line of the stamp to itself."""
    if len(line.words) > MOST_STAMPED:
        return False
    return bool(_STAMPED_DAY.fullmatch(line.text)) or has_stamp_word(line.text)


def _goes_on_stamp(above: Line, line: Line) -> bool:
    """Tell "Afd. Zorg" in the middle below "INGEKOMEN", which is no office that is written to."""
    is_word = _is_stamped(above) and not any(map(str.isdigit, above.text + line.text))
    is_short = len(line.words) <= MOST_STAMPED
    off_middle = abs(above.box.center[0] - line.box.center[0])
    return is_word and is_short and off_middle < line.box.height


def _is_dated_below(above: Line, line: Line, hints: Hints) -> bool:
    """Tell a date right below an office with its address in one line, or "Leiden, 3 mei 2026".

    Below the word of a stamp a place tells that the date is the letter's.
    """
    if not _POSTCODE.search(above.text):
        return _is_stamped(above) and bool(_PLACED.match(line.text))
    by_itself = bool(_DATED.match(line.text)) and _opens_addressee(above, hints)
    return by_itself or bool(_PLACED.match(line.text))


def _tells(line: Line) -> bool:
    """Tell a line of running text from an office with its address in one line."""
    return len(line.words) >= 10 and not _POSTCODE.search(line.text)


def _goes_on(line: Line) -> bool:
    """Tell running text that goes on from the line above, whichever office it names."""
    return line.text[:1].islower() and _tells(line)


def _wraps(above: Line, line: Line, page: Page) -> bool:
    """Tell the rest of a subject that was too long for its line: the next word did not fit there.

    A page has as much white on the right as on the left.
    """
    if not _SUBJECT_LABEL.match(above.text) or _is_reference(line):
        return False
    return above.box.x1 + line.words[0].box.width > page.width - above.box.x0


def _runs_on(above: Line, line: Line) -> bool:
    """Tell "Goedendag. Ik heet Siti en ik krijg" with more of the sentence on the next line."""
    return line.text[:1].islower() and bool(_BEGUN.search(above.text))


def _is_address_end(line: Line) -> bool:
    return bool(re.search(r"@|\b0[1-9][0-9 -]{7,}|\btel", line.text, re.IGNORECASE))


def _in_heading(line: Line, page: Page) -> bool:
    return line.box.top < 0.5 * page.height and len(line.text) < 70


def _is_reference(line: Line) -> bool:
    return bool(_REFERENCE_LABEL.match(line.text))


def _opens_addressee(line: Line, hints: Hints) -> bool:
    return bool(_ADDRESSEE.match(line.text)) or is_organisation(line.text, hints)


def is_organisation(text: str, hints: Hints) -> bool:
    """Tell whether the text is the name of an office that letters are sent to."""
    if _OFFICE.search(text):
        return True
    return _names_one(text.casefold(), hints.organisations)


@lru_cache(maxsize=512)
def _names_one(text: str, organisations: tuple[str, ...]) -> bool:
    """Tell whether a name stands in the text, also when it was misread a little."""
    short, long, least = _by_length(organisations)
    if short and short.search(text):
        return True
    names = long[: bisect_right(least, len(text))]
    found = process.extractOne(text, names, scorer=fuzz.partial_ratio, score_cutoff=90)
    return found is not None and found[1] > 90


@lru_cache(maxsize=16)
def _by_length(
    names: tuple[str, ...],
) -> tuple[re.Pattern[str] | None, tuple[str, ...], tuple[float, ...]]:
    """Return a pattern for names too short to be misread and still known (CIZ), and the others.

    Of these the shortest come first, with the length that a text needs to hold each.
    """
    folded = [name.casefold() for name in names]
    short = "|".join(re.escape(name) for name in folded if len(name) <= 5)
    long = tuple(sorted((name for name in folded if len(name) > 5), key=len))
    least = tuple(0.8 * len(name) for name in long)
    return re.compile(rf"\b(?:{short})\b") if short else None, long, least


def is_salutation(line: Line) -> bool:
    """Tell whether the line opens the letter ("Geachte heer, mevrouw")."""
    return bool(_SALUTATION.match(line.text)) and len(line.words) <= 12


@cache
def _formulas(*lists: str, above: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the formulas of more letters than this, and the shorter ones."""
    every = closing_formulas(*lists)
    return (
        tuple(each for each in every if len(each) > above),
        tuple(each for each in every if len(each) <= above),
    )


def is_near_closing(text: str, *lists: str, long: tuple[int, int], short: int) -> bool:
    """Tell whether the text is a closing formula as OCR may read it.

    `long` says from how many letters a formula is long and how far it must then be the same (per
    cent), `short` how far a shorter one.
    """
    above, score = long
    return any(
        process.extractOne(text, formulas, scorer=fuzz.ratio, score_cutoff=least) is not None
        for formulas, least in zip(_formulas(*lists, above=above), (score, short), strict=True)
    )


@cache
def closing_formulas(*lists: str) -> tuple[str, ...]:
    """Return the ways in which letters are closed, from the named lists of `sluitingen.toml`."""
    data = tomllib.loads((files("extractors") / "cues" / "sluitingen.toml").read_text("utf-8"))
    return tuple(formula for name in lists for formula in data[name])


@cache
def _openings(*, above: int) -> tuple[str, ...]:
    """Return the formulas of more letters than this as more words follow on them."""
    every = closing_formulas("formules", "kort")
    return tuple(f"{formula} " for formula in every if len(formula) > above)


MOST_CLOSING = 7  # words of a line that closes a letter
MOST_SIGNED = 11  # of one that says "Met vriendelijke groet", and more
LONG_FORMULA = 18  # letters


@once
def is_closing(line: Line) -> bool:
    """Tell whether the line is a closing formula, also when OCR damaged it.

    >>> from extractors.document import Box, Word
    >>> is_closing(Line((Word("Hoogachlend,", Box(0, 0, 1, 1)),), 1))
    True
    """
    text = " ".join(re.sub(r"[^a-z. ]", " ", line.text.casefold()).split()).strip(" .")
    if len(line.words) > MOST_CLOSING:  # a signature in the line may be read as words
        return len(line.words) <= MOST_SIGNED and text.startswith(_openings(above=LONG_FORMULA))
    if not text:
        return False
    if line.text[:1].islower():  # the end of a sentence: "ondersteuning" is no "ondertekening"
        return f"{text} ".startswith(_openings(above=0))
    if text.startswith(_openings(above=10)):
        return True
    return is_near_closing(text, "formules", "kort", long=(8, 84), short=92)


def with_roles(blocks: Sequence[Block], page: Page, hints: Hints) -> Iterator[Block]:
    """Yield the blocks of a page, given in reading order, each with its role."""
    salutation = _first(blocks, is_salutation)
    closing = _last_closing(blocks)
    for index, block in enumerate(blocks):
        place = _place(index, salutation, closing)
        is_aside = place == "heading" and block.box.top > blocks[salutation or 0].box.top
        role = _aside_role(block) if is_aside else _role(block, page, hints, place)
        yield Block(block.lines, role)


def _aside_role(block: Block) -> BlockRole:
    """Tell sender and references apart in a column beside the letter, however low they stand."""
    is_address = bool(_POSTCODE.search(block.text)) or "@" in block.text
    return BlockRole.SENDER if is_address else BlockRole.REFERENCE


def _place(index: int, salutation: int | None, closing: int | None) -> str:
    if closing is not None and index >= closing:
        return "closing"
    if salutation is not None and index >= salutation:
        return "body"
    return "heading" if salutation is not None else "unknown"


def _first(blocks: Sequence[Block], test: Callable[[Line], bool]) -> int | None:
    return next((i for i, block in enumerate(blocks) if test(block.lines[0])), None)


def _last_closing(blocks: Sequence[Block]) -> int | None:
    found = [i for i, block in enumerate(blocks) if is_closing(block.lines[0])]
    if not found:
        return _own_words(blocks)
    # "Handtekening:" under "Hoogachtend" belongs to the same closing.
    first = found[-1]
    for index in reversed(found[:-1]):
        if all(len(block.text) < 200 for block in blocks[index:first]):
            first = index
    return first


def _own_words(blocks: Sequence[Block]) -> int | None:
    """Find a closing in the writer's own words ("Een bezorgde dochter,") near the end."""
    for index in range(len(blocks) - 1, 0, -1):
        rest = sum(len(block.text) for block in blocks[index:])
        if rest > 260:
            return None
        line = blocks[index].lines[0]
        followed = len(blocks[index].lines) > 1 or index + 1 < len(blocks)
        if (
            line.text.endswith(",")
            and len(line.words) <= 6
            and followed
            and not is_salutation(line)
        ):
            return index
    return None


def _role(block: Block, page: Page, hints: Hints, place: str) -> BlockRole:
    first = block.lines[0]
    if _is_footer(block, page):
        return BlockRole.FOOTER
    if _is_stamp(block):
        return BlockRole.STAMP
    if _ATTACHMENTS.match(first.text) and place in {"closing", "body"} and len(first.words) < 12:
        return BlockRole.ATTACHMENTS
    if place == "closing":
        return BlockRole.CLOSING
    if place == "body":
        return BlockRole.BODY
    return _heading_role(block, page, hints)


def _is_stamp(block: Block) -> bool:
    """Tell a stamp from the address of an office that has its post sent to "POSTKAMER"."""
    is_short = len(block.text) < 70 and len(block.lines) <= 4
    return is_short and has_stamp_word(block.text) and not POSTCODE.search(block.text)


def has_stamp_word(text: str) -> bool:
    """Tell whether the text holds the word of a received stamp, in capitals, also when damaged.

    >>> has_stamp_word("BINNENSEKOMEN"), has_stamp_word("ontvangen op")
    (True, False)
    """
    if not _CAPITALS.search(text):
        return False
    words = [re.sub(r"[^A-Z0-9]", "", word).replace("0", "O") for word in text.split()]
    return any(
        len(word) >= 5
        and word not in NO_STAMP_WORDS
        and process.extractOne(word, STAMP_WORDS, scorer=fuzz.ratio, score_cutoff=82)
        for word in words
    )


def _is_footer(block: Block, page: Page) -> bool:
    in_margin = block.box.top > 0.9 * page.height or block.box.bottom < 0.05 * page.height
    return in_margin and len(block.lines) <= 3 and bool(_FOOTER.search(block.text))


def _heading_role(block: Block, page: Page, hints: Hints) -> BlockRole:
    """Tell the parts above the salutation (or of a letter without one) apart."""
    if _is_header_line(block, page, hints):
        return BlockRole.SENDER
    if not _in_heading(block.lines[0], page) or _is_prose(block):
        return BlockRole.BODY
    if any(_opens_addressee(line, hints) for line in block.lines[:4]) and len(block.lines) <= 8:
        return BlockRole.ADDRESSEE
    if sum(map(_is_reference, block.lines)) * 2 >= len(block.lines):
        return BlockRole.REFERENCE
    if _POSTCODE.search(block.text) or any(_SENDER_LABEL.match(line.text) for line in block.lines):
        return BlockRole.SENDER
    return BlockRole.REFERENCE


def _is_header_line(block: Block, page: Page, hints: Hints) -> bool:
    """Tell a sender who stands in one line on top: "J. Vos - Kade 3 - 2311 GJ Leiden - 06 ..."."""
    if block.box.top >= 0.15 * page.height or not _POSTCODE.search(block.text):
        return False
    if len(block.lines) <= 3 and _REACHED.search(block.text):
        return True
    is_alone = len(block.lines) == 1 and not _opens_addressee(block.lines[0], hints)
    return is_alone and not _TELLS.search(block.text)


def _is_prose(block: Block) -> bool:
    """Tell running text from short lines: more than one line that fills a column."""
    words = [len(line.words) for line in block.lines]
    return statistics.mean(words) > 6.5 and len(block.text) > 90
