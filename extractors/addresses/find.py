"""Find postal addresses in lines: over one line or several, in a sentence, in a grid of labels.

Dutch addresses are found by their postcode, or by a street with a number and a place. Whose
address it is is not decided here; `head` gives the lines above it, where the name stands.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.addresses.columns import OPEN_GAP, above, below
from extractors.addresses.places import Place, is_known, place_after, place_before, place_name
from extractors.addresses.streets import (
    BOX,
    MAYBE_STREET,
    NUMBER,
    Street,
    as_printed,
    is_street_name,
    street_after,
    street_before,
    street_of,
)
from extractors.document import Line, Span, Text, Word
from extractors.element import Address
from extractors.once import once
from extractors.parts import POSTCODE
from extractors.text.gazetteer import begins_place, is_first_name, near_place
from extractors.text.spelling import fold

_POSTCODE = re.compile(
    r"(?<![\w.,/+-])(?:NL[- ]?)?(?P<digits>(?:[1-9IlZSB]|s(?=\d{3}))[0-9OoQDIl|SBZ]{3})"
    r"(?:(?:[ .]{0,3}\n?[ ]?|-)(?P<letters>[A-Z012|l58][ ]?[A-Z012|l58)\]}])"
    r"|[ ]?(?P<lower>(?!in|is|en|of|de|te|op|om|ik|nr|ga|er|zo|al|je|we|ze|na|tm|at)[a-z]{2}))"
    r"(?![\w@])"
)
# A postcode may be broken at the line end: "2311" / "AB Leiden".
_CODE_AT_END = re.compile(r"(?<![\w-])[1-9IlZSB][0-9OoQDIl|SBZ]{3}$")
_ENDS_WITH_CODE = re.compile(r"(?<![\w-])[1-9]\d{3}\s?[A-Z]{2}\W*$")
_FOREIGN = re.compile(
    r"(?<![\w-])(?P<land>(?:B|D|F|L|A|CH|BE|DE|FR)[- ]{1,3})?(?P<code>\d{4,5})(?=\s+[A-ZÀ-Ž])"
)
_COUNTRY = re.compile(
    r"\b(belgi[eë]|belgium|duitsland|deutschland|germany|frankrijk|france|luxemburg|oostenrijk|"
    r"österreich|zwitserland|schweiz|spanje|espa[nñ]a|portugal|turkije|marokko|polen|suriname)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_TO_DIGIT = str.maketrans("OoQDIl|SBZs", "00001115825")
_TO_LETTER = str.maketrans("012|l58)]}", "OIZIISBJJJ")
_LABEL = re.compile(
    r"(?im)^[^\S\n]*(?:(?:post|woon|correspondentie|huis)?adres(?:gegevens)?|straat(?:naam)?"
    r"(?:\s*(?:\+|en|&|/)\s*(?:huis)?n(?:umme)?r\.?)?|huis\s?n(?:umme)?r\.?|post\s?code"
    r"(?:\s*(?:\+|en|&|/)\s*(?:woon)?plaats)?|(?:woon|stand)?plaats(?:naam)?|gemeente|toevoeging|"
    r"wonende(?: te)?|postcode[./]?plaats|woonachtig(?: te)?|p/a|p\.a\.)(?![\w-])[^\S\n]*[:;.=]*"
)


# "Ds, Kuyperstraat": a scan turns the dot of a short word into a comma.
_SHORT_TITLE = re.compile(
    r"(?<=\b(?:Ds|Dr|Mr|St|Ir)),(?=\s[A-Z])|(?<=\b(?:Gen|Kon|Mgr)),(?=\s[A-Z])|"
    r"(?<=\b(?:Burg|Prof|Past)),(?=\s[A-Z])"
)
# "Bep Smit \u2014 Zeedijk 5 \u2014 2311 AB \u2014 Leiden".
_DASH = re.compile(r"(?<=\s)[\u2014\u2015](?=\s)|(?<=\s)\u2013(?=\s+[1-9]\d{3}\s?[A-Z]{2}\b)")
# "T. van Wijngaarden. Dorpsplein 11": no word so long is an abbreviation, no sentence goes on so.
_LONG_DOTTED = re.compile(
    r"(?<=[a-zë]{7})\.(?=\s['\u2018\u2019]?[A-ZÀ-Ž][\w.-]*"
    r"(?:\s(?:van|de[rn]?|het|in|op|aan|'t|[A-ZÀ-Ž][\w.-]*))*\s\d)"
)
# "Plein 6 | 2312 AJ Leiden": a stroke that stands against a postcode looks like its first figure,
# and of "Plein 6 - 2312 AJ Leiden" the spaces may be lost.
_DIVIDER = re.compile(
    r"(?:(?<=[\w ,] )[1Il|]|(?<=\w)[-\u2013])(?=[1-9]\d{3}\s[A-Z]{2}\s[A-Z'\u2018])"
)
# A gap so many times as wide as the others of its line, and as the line is high, parts it.
_WIDE = 2.2
_WIDEST_SPACE = 0.6
SHORTEST_NAME = 5  # letters
SHORTEST_SURNAME = 3
# Over or before the address of who sends the letter.
_SENDS = re.compile(r"(?i)(?:afz(?:ender)?|van|retour(?:adres)?|naam)[.:]*")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.){1,6}")
_LIKE_BULLET = frozenset("eo")
_GOES_ON = re.compile(r"\s+(?:aan|op|a/d)\b")
_LOST_IN_PART = 0.6  # of an address of which the place is only the beginning of one


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address with its place on the page and the lines above it."""

    address: Address
    span: Span
    line: Line  # the line that gave the postcode or the street
    head: tuple[Line, ...]  # the lines above it in the same column, nearest first
    before: str  # what stands before it on its first line
    is_complete: bool
    score: float  # 0..1, without the reading confidence of the words
    is_box: bool = False


@dataclass(frozen=True, slots=True)
class _Code:
    """A postcode, or nothing at the place where one could have been."""

    code: str
    start: int
    end: int
    score: float


def find_addresses(lines: Sequence[Line], names: Collection[str] = ()) -> tuple[FoundAddress, ...]:
    """Return the addresses in these lines of a page or block, in reading order.

    `names` are those of people in the letter: nothing else may tell "F. Demir Hertog Janlaan 4".

    An address counts as complete with street, number and place, or postcode and number, or a
    postbus (Awb 6:5 asks for an address that reaches the sender).
    """
    found: list[FoundAddress] = []
    known = frozenset(filter(None, map(_name_key, names)))
    for line in lines:
        found.extend(_with_postcode(line, lines, known))
    used = {id(word) for address in found for word in address.span.words}
    for line in lines:
        if not any(id(word) in used for word in line.words):
            found.extend(_without_postcode(line, lines))
    return tuple(found)


class _Context:
    """The text around a line: its column above and below, with labels blanked out."""

    def __init__(
        self, line: Line, lines: Sequence[Line], names: frozenset[str] = frozenset()
    ) -> None:
        self.line = line
        # Name, street and postcode in columns beside each other.
        self.head = above(line, lines, 6) or _left_of(line, lines)
        self.head = self.head or above(line, lines, 6, gap=OPEN_GAP)
        upper = tuple(reversed(self.head[:3]))
        lower = below(line, lines, 2) or below(line, lines, 1, gap=OPEN_GAP)
        every = (*upper, line, *_town_right_of(line, lines), *lower)
        self.text = Text.of(every)
        self.start = sum(len(each.text) + 1 for each in upper)
        self.end = self.start + len(line.text)
        parted = _parted(self.text, every, names)
        blanked = _LABEL.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), parted)
        dashed = _DASH.sub(",", blanked)
        dotted = _DIVIDER.sub(";", _LONG_DOTTED.sub(",", _SHORT_TITLE.sub(".", dashed)))
        without_specks = re.sub(r"[:;](?=\n)", " ", dotted)  # behind the street
        self.string = as_printed(without_specks)


def _left_of(line: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines on the left of a line at its height, nearest first."""
    left = [each for each in _level_with(line, lines) if each.box.x1 < line.box.x0]
    return tuple(sorted(left, key=lambda each: -each.box.x0))[:3]


def _town_right_of(line: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the town in the next column of a row, behind a postcode that ends its own."""
    if not _ENDS_WITH_CODE.search(line.text):
        return ()
    right = (each for each in _level_with(line, lines) if each.box.x0 > line.box.x1)
    nearest = min(right, key=lambda each: each.box.x0, default=None)
    return (nearest,) if nearest is not None and is_known(nearest.text.strip(" ,")) else ()


def _level_with(line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines at the height of a line, on both sides and itself."""
    box = line.box
    for each in lines:
        level = 0.5 * min(each.box.height, box.height)
        if each.page == line.page and each.box.shared_height(box) > level:
            yield each


def _name_key(name: str) -> str:
    """Return the letters of a name that is long enough to be known by them."""
    letters = re.sub(r"[\W\d_]", "", fold(name))
    return letters if len(letters) >= SHORTEST_NAME else ""


def _named_at_start(line: Line, names: frozenset[str]) -> int:
    """Return how many words at the start of a line are the name of somebody in the letter.

    "Afz. T. van Wijngaarden" may be "Truus van Wijngaarden" under the letter; so may it be turned.
    """
    words = line.words[:-2] if names else ()
    lead = 1 if words and _SENDS.fullmatch(words[0].text) else 0
    found = _named_from(words, lead, names)
    initials = lead + 1
    if found or len(words) <= initials or not _is_given(words[lead].text):
        return found
    return _named_from(words, initials, names, is_end=True)


def _is_given(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word)) or is_first_name(word)


def _named_from(
    words: Sequence[Word], start: int, names: frozenset[str], *, is_end: bool = False
) -> int:
    """Return up to which word a name goes on that begins at `start`, or 0."""
    said, found = "", 0
    for count, word in enumerate(words[start:], start=start + 1):
        said += re.sub(r"[\W\d_]", "", fold(word.text))
        if said in names or (
            is_end and len(said) >= SHORTEST_SURNAME and any(name.endswith(said) for name in names)
        ):
            found = count
    return found


def _lost_bullets(line: Line) -> frozenset[int]:
    """Return which words of a line are the bullets between its parts, as a scan reads them.

    "Kade 99 e 2311 AB Leiden e 06-12345678": no word is a small letter by itself, and twice so.
    """
    alone = [word.text for word in line.words]
    return frozenset(
        at
        for at, text in enumerate(alone)
        if 0 < at < len(alone) - 1 and text in _LIKE_BULLET and alone.count(text) > 1
    )


def _parted(text: Text, lines: Sequence[Line], names: frozenset[str]) -> str:
    """Put a comma behind a name, and where a gap is much wider than the others of its line.

    Scanners drop the dots and stars of "Pim Lammers * Zandpad 113 * 6021 MS Roermond".
    """
    chars, index = list(text.string), 0
    for line in lines:
        gaps = [right.box.x0 - left.box.x1 for left, right in pairwise(line.words)]
        wide = max(_WIDE * median(gaps), _WIDEST_SPACE * line.box.height) if len(gaps) > 2 else 0.0
        for number, gap in enumerate(gaps, start=1):
            left, right = line.words[number - 1].text, line.words[number].text
            if not (wide and gap > wide and left[-1].isalnum()):
                continue
            if not re.match(r"[1-9]\d{3}|[A-Z]{2}\b", right):  # no part of a postcode
                chars[text.starts[index + number] - 1] = ","
        for number in _lost_bullets(line):
            chars[text.starts[index + number]] = ","
        named = _named_at_start(line, names)
        # A scan takes the comma for a dot: "Janneke Roorda-Vos. Emmaweg 29".
        if named and line.words[named - 1].text[-1] not in ",;":
            chars[text.starts[index + named] - 1] = ","
        index += len(line.words)
    return "".join(chars)


def _with_postcode(
    line: Line, lines: Sequence[Line], names: frozenset[str]
) -> Iterator[FoundAddress]:
    text = _DIVIDER.sub(";", line.text)
    is_foreign = bool(_FOREIGN.search(text))
    if not (is_foreign or _POSTCODE.search(text) or _CODE_AT_END.search(text)):
        return
    context = _Context(line, lines, names)
    any_here = False
    for match in _POSTCODE.finditer(context.string, context.start):
        if match.start() >= context.end:
            break
        found = _around_postcode(context, match)
        if found is not None:
            any_here = True
            yield found
    if is_foreign and not any_here:
        yield from _abroad(context)


def _around_postcode(context: _Context, match: re.Match[str]) -> FoundAddress | None:
    read = match["letters"] or match["lower"]
    if sum(char.isdigit() for char in match["digits"]) < 2 or not re.search(r"[A-Za-z]", read):
        return None
    start, end = match.span()
    letters = re.sub(r"\s", "", match["letters"] or match["lower"])
    place = place_after(context.string, end)
    if place is None or not is_known(place.value):  # "te Ede (6711 AB), Kade 3"
        place = place_before(context.string, start) or place
    street = street_before(context.string, start)
    if street is None and place is not None:
        street = street_after(context.string, max(place.end, end))
    if place is None and street is not None:
        place = place_before(context.string, street.start)
    is_odd = bool(match["lower"]) or len(match["letters"]) > 2 or "\n" in match.group()
    sure = bool(place and is_known(place.value)) or street is not None
    if not sure and (is_odd or (place is None and not _is_labelled(context, match))):
        return None
    read = f"{match['digits']} {letters}"
    code = f"{match['digits'].translate(_TO_DIGIT)} {letters.upper().translate(_TO_LETTER)}"
    score = 0.97 if code.casefold() == read.casefold() else 0.9
    return _assembled(context, _Code(code, start, end, score), place, street)


def _is_labelled(context: _Context, match: re.Match[str]) -> bool:
    start, end = match.start() - context.start, match.end() - context.start
    before = context.line.text[:start].casefold()
    return "postcode" in before or not (before.strip() or context.line.text[end:].strip())


def _is_scanned(context: _Context) -> bool:
    return any(word.confidence < 1.0 for word in context.line.words)


def _is_lost_in_part(context: _Context, place: Place) -> bool:
    """Tell a place of which a stamp left the beginning: "Krimp", "Ouderkerk aan de Ar@st".

    "Krimpen" and "Alphen" by themselves are how people write them.
    """
    if not _is_scanned(context) or is_known(place.value) or not begins_place(place.value):
        return False
    goes_on = _GOES_ON.match(context.string, place.end)
    return bool(goes_on) or not begins_place(place.value, in_whole_words=True)


def _place_of(context: _Context, read: _Code, place: Place) -> str:
    """Return the place as it is written; beside a postcode on a scan one letter may be misread."""
    if _is_lost_in_part(context, place):
        return place_name(place.value)
    if _is_scanned(context) and POSTCODE.fullmatch(read.code) and not is_known(place.value):
        return near_place(place.value) or place_name(place.value)
    return place_name(place.value)


def _assembled(
    context: _Context, read: _Code, place: Place | None, street: Street | None
) -> FoundAddress:
    parts = [part for part in (read, place, street) if part is not None]
    first, last = min(part.start for part in parts), max(part.end for part in parts)
    address = Address(
        straat=_with_usual_quotes(street.name) if street else "",
        huisnummer=street.number if street else "",
        postcode=read.code,
        plaats=_with_usual_quotes(_place_of(context, read, place)) if place else "",
    )
    line_start = context.string.rfind("\n", 0, first) + 1
    certain = 1.0 if place and is_known(place.value) else 0.95
    if place and _is_lost_in_part(context, place):
        certain = _LOST_IN_PART
    return FoundAddress(
        address,
        context.text.span(first, last),
        context.line,
        _head(context, first),
        before=context.string[line_start:first].strip(),
        is_complete=bool(street and street.number and ((street.name and place) or read.code)),
        score=read.score * certain * (1.0 if street else 0.65),
        is_box=bool(street and street.is_box),
    )


def _with_usual_quotes(name: str) -> str:
    """Write "\u2018s-Gravenhage" as it is typed: word processors and scans turn the sign."""
    return re.sub("[\u2018\u2019\u201b`]", "'", name)


def _head(context: _Context, first: int) -> tuple[Line, ...]:
    """Return the lines above the one in which the address begins, nearest first."""
    skip = context.text.string.count("\n", first, max(first, context.start))
    return context.head[skip:] if first < context.start else context.head


def _without_postcode(line: Line, lines: Sequence[Line]) -> Iterator[FoundAddress]:
    """Find "Dorpsstraat 12, Leiden" and a street whose place stands on the next line."""
    if not _may_have_street(line.text):
        return
    context = _Context(line, lines)
    string = context.string
    for box in BOX.finditer(string, context.start, context.end):
        street = Street("Postbus", box["number"], box.start(), box.end(), True)
        place = place_after(string, street.end)
        yield _assembled(context, _Code("", street.start, street.end, 0.7), place, street)
        return
    for number in NUMBER.finditer(string, context.start, context.end):
        found = street_of(string, number)
        if found is None or found.start < context.start or not _is_sure_street(found, context):
            continue
        place = place_after(string, found.end)
        if place is None or not is_known(place.value):
            place = place_before(string, found.start)
        score = 0.85 if place else 0.6
        yield _assembled(context, _Code("", found.start, found.end, score), place, found)


@once
def _may_have_street(text: str) -> bool:
    """Tell whether a line has a number, and before one the end of a street or a box."""
    return bool(_FIGURE.search(text) and (MAYBE_STREET.search(text) or BOX.search(text)))


def _is_sure_street(street: Street, context: _Context) -> bool:
    """Without a postcode the name must look like a street or be announced by a label."""
    announced = context.text.string[context.start : street.start]
    labelled = re.search(
        r"(?i)\b(adres|straat|wonende|woonachtig)\b[\s:;]*((te|aan|op)\s+)?((de|het)\s+)?$",
        announced,
    )
    return bool(labelled) or is_street_name(street.name)


def _abroad(context: _Context) -> Iterator[FoundAddress]:
    """Find an address outside the Netherlands: street above, code and place, country."""
    match = _FOREIGN.search(context.string, context.start, context.end)
    if match is None:
        return
    if not match["land"] and not _COUNTRY.search(context.string, match.end()):
        return
    place = place_after(context.string, match.end())
    street = street_before(context.string, match.start())
    if place is None or street is None:
        return
    code = f"{(match['land'] or '').strip(' -')}-{match['code']}".lstrip("-")
    yield _assembled(context, _Code(code, *match.span(), 0.8), place, street)
