"""Put an address together from the boxes of a form: each part behind a label of its own."""

import re
from collections.abc import Iterator, Sequence

from extractors.addresses.find import FoundAddress
from extractors.addresses.places import is_known, place_name
from extractors.addresses.streets import street_before, with_l
from extractors.document import LetterPage, Line, Span
from extractors.element import Address
from extractors.labels import Labelled, find_labelled

_STREET = (
    "straat", "straatnaam", "straat en huisnummer", "straat + huisnummer", "straat en nr",
    "straat + nr", "straatnaam en huisnummer", "straatnaam + huisnummer", "adres", "woonadres",
    "postadres",
)  # fmt: skip
_NUMBER = ("huisnummer", "huisnr", "nummer", "nr", "huisnummer en toevoeging")
_ADDITION = ("toevoeging", "huisnummertoevoeging", "huisletter")
_CODE = ("postcode",)
_PLACE = ("plaats", "woonplaats", "plaatsnaam", "plaats en land")
_FAR = 8.0  # heights of a line: parts of one address stand near each other
_SCORE = 0.9


def form_addresses(page: LetterPage) -> tuple[FoundAddress, ...]:
    """Return the address of a form on this page; none when a part is lacking or stands apart."""
    return tuple(_in_form(page))


def _in_form(page: LetterPage) -> Iterator[FoundAddress]:
    numbers = [hit for hit in find_labelled([page], _NUMBER) if _is_number(hit.value.text)]
    for code in find_labelled([page], _CODE):
        postcode = re.match(r"([1-9]\d{3})\s?([A-Z]{2})\b", code.value.text)
        number = _near(code, numbers)
        # In a form with the answers below the questions the street stands far above the postcode.
        street = _near(number or code, find_labelled([page], _STREET))
        place = _near(code, find_labelled([page], _PLACE))
        if postcode and street and number is None and place is not None:
            yield from _with_number_in_street(street, code, place)
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
    street: Labelled, code: Labelled, place: Labelled
) -> Iterator[FoundAddress]:
    """Yield an address of which only postcode and place have boxes of their own."""
    text = with_l(street.value.text)
    read = street_before(f"{text}\n", len(text) + 1)
    if read is None or read.is_box or read.end < len(text.rstrip()):
        return
    postcode = code.value.text.replace(" ", "")
    address = Address(
        straat=read.name,
        huisnummer=read.number,
        postcode=f"{postcode[:4]} {postcode[4:6]}",
        plaats=place_name(place.value.text),
    )
    score = _SCORE * (1.0 if is_known(place.value.text) else 0.95)
    yield _found(address, [street, code, place], code.line, score)


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
