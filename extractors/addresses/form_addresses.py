"""Put an address together from the boxes of a form: each part behind a label of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.addresses.find import FoundAddress
from extractors.addresses.places import is_known, place_name
from extractors.addresses.streets import as_printed, street_before
from extractors.document import LetterPage, Line, Span
from extractors.element import Address
from extractors.labels import Labelled, find_labelled

_STREET = (
    "straat", "straatnaam", "straat en huisnummer", "straat + huisnummer", "straat en nr",
    "straat + nr", "straatnaam en huisnummer", "straatnaam + huisnummer", "adres", "woonadres",
    "postadres",
)  # fmt: skip
_NUMBER = (
    "huisnummer", "huisnr", "nummer", "nr", "huisnummer en toevoeging", "huisnummer + toevoeging",
    "huisnr en toevoeging", "huisnr + toevoeging", "huisnummer met toevoeging",
)  # fmt: skip
_ADDITION = ("toevoeging", "huisnummertoevoeging", "huisletter")
_CODE = ("postcode",)
_CODE_AND_PLACE = (
    "postcode en woonplaats", "postcode en plaats", "postcode + woonplaats", "postcode + plaats",
    "postcode woonplaats", "postcode plaats",
)  # fmt: skip
_PLACE = ("plaats", "woonplaats", "plaatsnaam", "plaats en land")
_POSTCODE_AND_PLACE = re.compile(
    r"(?P<digits>[1-9]\d{3})\s?(?P<letters>[A-Z]{2})\b[\s,]*(?P<place>[^\W\d_].*)"
)
_FAR = 8.0  # heights of a line: parts of one address stand near each other
_SCORE = 0.9


def form_addresses(page: LetterPage) -> tuple[FoundAddress, ...]:
    """Return the address of a form on this page; none when a part is lacking or stands apart."""
    every = (*_in_form(page), *_in_two_boxes(page))
    return tuple(replace(found, line=_home(found.line, page)) for found in every)


def streets_of_forms(page: LetterPage) -> tuple[Labelled, ...]:
    """Return what stands behind the labels of streets: "Prins Mauritsstraat" is nobody there."""
    return find_labelled([page], _STREET)


def _home(line: Line, page: LetterPage) -> Line:
    """Return the line of the page that a value from under its label begins in."""
    begin = line.words[0]
    return next((each for each in page.lines if any(begin is word for word in each.words)), line)


def _in_two_boxes(page: LetterPage) -> Iterator[FoundAddress]:
    """Yield an address of which street and number have one box, postcode and place another.

    Also behind a label that names one of the two: "Woonplaats: 2311 AB Leiden".
    """
    for hit in find_labelled([page], (*_CODE_AND_PLACE, *_CODE, *_PLACE)):
        read = _POSTCODE_AND_PLACE.fullmatch(hit.value.text)
        street = _near(hit, find_labelled([page], _STREET))
        if read is not None and street is not None:
            postcode = f"{read['digits']} {read['letters']}"
            town = read["place"]
            yield from _with_number_in_street(street, [hit], postcode, town, line=street.line)
            return


def _in_form(page: LetterPage) -> Iterator[FoundAddress]:
    numbers = [hit for hit in find_labelled([page], _NUMBER) if _is_number(hit.value.text)]
    for code in find_labelled([page], _CODE):
        postcode = re.match(r"([1-9]\d{3})\s?([A-Z]{2})\b", code.value.text)
        number = _near(code, numbers)
        # In a form with the answers below the questions the street stands far above the postcode.
        street = _near(number or code, find_labelled([page], _STREET))
        # Nor does the place stand near the postcode where number and street come between.
        places = find_labelled([page], _PLACE)
        nearby = (_near(part, places) for part in (code, street, number) if part is not None)
        place = next(filter(None, nearby), None)
        if postcode and street and number is None and place is not None:
            text = code.value.text.replace(" ", "")
            joined = f"{text[:4]} {text[4:6]}"
            parts, town = [code, place], place.value.text
            yield from _with_number_in_street(street, parts, joined, town, line=code.line)
        if not (postcode and number and street) or re.search(r"\d\s*\w?$", street.value.text):
            continue
        addition = _near(code, find_labelled([page], _ADDITION))
        parts = [each for each in (street, number, addition, code, place) if each is not None]
        address = Address(
            straat=street.value.text,
            huisnummer=_with_addition(number, addition),
            postcode=f"{postcode[1]} {postcode[2]}",
            plaats=place_name(place.value.text) if place else "",
        )
        certain = place is not None and is_known(place.value.text)
        score = _SCORE * (1.0 if certain else 0.95)
        yield _found(address, parts, code.line, score)
        return


def _with_number_in_street(
    street: Labelled, others: Sequence[Labelled], postcode: str, place: str, *, line: Line
) -> Iterator[FoundAddress]:
    """Yield an address of which the number stands in one box with the street."""
    text = as_printed(street.value.text)
    read = street_before(f"{text}\n", len(text) + 1)
    if read is None or read.is_box or read.end < len(text.rstrip()):
        return
    address = Address(
        straat=read.name, huisnummer=read.number, postcode=postcode, plaats=place_name(place)
    )
    score = _SCORE * (1.0 if is_known(place) else 0.95)
    yield _found(address, [street, *others], line, score)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,5}\s?[-/]?\s?[\w-]{0,6}", text))


def _with_addition(number: Labelled, addition: Labelled | None) -> str:
    return f"{number.value.text} {addition.value.text}" if addition else number.value.text


def _near(part: Labelled, hits: Sequence[Labelled]) -> Labelled | None:
    """Return the value that stands nearest to a part of the address, if near enough."""
    here = part.line.box
    near = [
        (abs(hit.line.box.center[1] - here.center[1]), hit)
        for hit in hits
        if hit.line.page == part.line.page
    ]
    distance, best = min(near, key=lambda pair: pair[0], default=(0.0, None))
    return best if distance <= _FAR * max(here.height, 8.0) else None


def _found(address: Address, parts: Sequence[Labelled], line: Line, score: float) -> FoundAddress:
    words = tuple(word for part in parts for word in part.value.words)
    pages = tuple(number for part in parts for number in part.value.pages)
    text = " ".join(part.value.text for part in parts)
    return FoundAddress(address, Span(text, words, pages), line, (), "", True, score)
