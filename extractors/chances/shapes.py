"""What the value of a candidate looks like, by the element that it may be."""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping, Sequence

from extractors.chances.view import Traits, View, is_scanned, plain, told_of, words_in, words_of
from extractors.document import Word
from extractors.element import NAMED, SEEN, Address, Candidate, ElementId, Value
from extractors.roles.behalf import behalf_odds
from extractors.text.gazetteer import is_first_name, is_place

_PERHAPS = -2.0  # log odds that somebody is the client, from which on he may be
LONG_NAME = 5  # words
SHORTEST_STREET = 3  # letters: less is what a stamp left of "Postbus"
OLD_DAYS = 366
# Letters that scanners take for figures and the other way round, with a figure beside them.
_MIXED = re.compile(r"\d[OoIlSBZ]|[OoIlSBZ]\d|[a-z]\d|\d[a-z]")
_ODD = re.compile(r"[^\w .,'\u2019()/&-]|\d")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s?)+[A-Za-z]")
_SOURCES = frozenset({"gelabeld", "afzenderblok", "onder_sluiting", "lopende_tekst"})
_OF_WRITER = frozenset({"afzenderblok", "onder_sluiting"})
# A first initial that scanners take for another: "I.", "L.", "J.", "T.".
_ALIKE = re.compile(r"[ILJT]\.")
_RUN = re.compile(r"\d+|[A-Z]{2}(?=\W*$)")
_CODED = re.compile(r"\d|^[A-Z]{2}\W?$")
# "1e Oosterparkstraat", "Plein 1944": figures that belong to a street.
_NUMBERED_STREET = re.compile(r"^\d{1,2}e\b|\b1[89]\d\d(?:[-/]1[89]\d\d)?$")
# "Hengelo (OV)": which of the towns of one name.
_PROVINCE = re.compile(r"\s?\([A-Za-z]{1,3}\.?\)$")
# A place as people write it, and not the label of what stands behind it.
_NAMED = re.compile(
    r"(?!(?i:tel|mob|datum|bsn|kenm|betr|onderw|e-?mail|post|geb|relatie|klant|fax|iban)\w*)"
    r"['\u2018\u2019]?[A-Za-z][\w'\u2019-]{2,}(?:[ -][\w'\u2019-]+){0,3}(?:\s?\([\w. -]+\))?"
)
# "12-11" may be "12-II".
_DOUBTFUL_SUFFIX = re.compile(r"[-/ ]1{2,3}$|[-/ ][Il|]+1")
# Nor is "1043" another number: no letter looks like a 3, a 7 or a 9.
_LIKE_LETTER = re.compile(r"\d{3,}[0124568]")
_NUMBERS = frozenset(
    {ElementId.BSN, ElementId.KENMERK, ElementId.RELATIENUMMER, ElementId.TELEFOON}
)
_DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})


def _of_number(view: View, candidate: Candidate) -> Traits:
    del view
    value = str(candidate.value)
    figures = sum(char.isdigit() for char in value)
    return {
        "figures": figures / max(len(value), 1),
        "length": len(value) / 10.0,
        "mixed": float(bool(_MIXED.search(value))),
        "retyped": float(plain(candidate.text) != plain(value)),
    }


def _of_name(view: View, candidate: Candidate) -> Traits:
    words = words_of(candidate.value).split()
    last = plain(words[-1]) if words else ""
    # A name that was mended stands in the letter as it was misread.
    read = plain(candidate.text.split()[-1]) if candidate.text.split() else ""
    mails = view.reading.candidates.get(ElementId.EMAIL, ())
    return {
        "one_word": float(len(words) < 2),
        "long": float(len(words) >= LONG_NAME),
        "initials": float(bool(_INITIALS.match(words_of(candidate.value)))),
        "known_name": float(bool(words) and is_first_name(words[0])),
        "odd": float(bool(_ODD.search(words_of(candidate.value)))),
        "sources": math.log2(max(len(candidate.marks & _SOURCES), 1)),
        "surname_echoes": float(min(_echoes(view, last) or _echoes(view, read), 3)),
        "alike": float(
            is_scanned(view, candidate) and bool(_ALIKE.match(words[0] if words else ""))
        ),
        "in_mail": float(len(last) > 3 and any(last in plain(str(m.value)) for m in mails)),
    }


def _of_client(view: View, candidate: Candidate) -> Traits:
    """Return what a name is like, and whether who stands in its place is whose matter it is."""
    for_other = behalf_odds(view.reading.letter, view.behalf)
    name = "named_for_other"
    if candidate.marks & _OF_WRITER:
        # Who writes for "mijn man", and names nobody, is the only one whom the letter names.
        name = "writer_for_other" if _may_be_another(view, candidate) else "writer_for_unnamed"
    return {**_of_name(view, candidate), name: for_other}


def _may_be_another(view: View, candidate: Candidate) -> bool:
    """Tell whether the words around anybody else's name may make that one the client."""
    own = plain(words_of(candidate.value))
    others = view.reading.candidates.get(ElementId.NAAM, ())
    return any(
        told_of(view, ElementId.NAAM, each) >= _PERHAPS
        for each in others
        if each.confidence >= SEEN and plain(words_of(each.value)) != own
    )


def _echoes(view: View, surname: str) -> int:
    """Return how often a surname stands in the letter."""
    return view.text.count(surname) if len(surname) > 2 else 0


def _of_address(view: View, candidate: Candidate) -> Traits:
    address = candidate.value
    if not isinstance(address, Address):
        return {}
    parts = (address.straat, address.huisnummer, address.postcode, address.plaats)
    scanned = is_scanned(view, candidate)
    return {
        "gaps": float(sum(not part for part in parts)),
        "odd": float(
            bool(_ODD.search(_NUMBERED_STREET.sub("", address.straat)))
            or bool(_ODD.search(address.plaats))
            or 0 < len(plain(address.straat)) < SHORTEST_STREET
        ),
        # a text layer has no doubt about a hamlet; on a scan it may be a town that was misread
        "unknown_place": float(
            (scanned or not _NAMED.fullmatch(address.plaats))
            and not is_place(_PROVINCE.sub("", address.plaats))
        ),
        "weakest_figures": 1.0 - min(_figures_read(view, candidate, address), default=1.0),
        "doubtful_suffix": float(scanned and bool(_DOUBTFUL_SUFFIX.search(address.huisnummer))),
        # a text layer has no doubt about "Rijksweg 1208"; on a scan it may be "120B"
        "long_number": float(scanned and bool(_LIKE_LETTER.fullmatch(address.huisnummer))),
    }


def _figures_read(view: View, candidate: Candidate, address: Address) -> list[float]:
    """Return how surely figures and a postcode's letters were read, in the best of the places."""
    return max(
        (
            [word.confidence for word in _coded(words_in(view, place), address)]
            for place in candidate.evidence
        ),
        key=lambda sure: (bool(sure), min(sure, default=0.0)),
        default=[],
    )


def _coded(words: Sequence[Word], address: Address) -> list[Word]:
    """Return the words of the house number and the postcode.

    Specks and labels between them ("(adres) 5") and "1e" of a street say nothing, when each part
    was read elsewhere.
    """
    coded = [word for word in words if _CODED.search(word.text)]
    parts = {*_runs(address.huisnummer), *address.postcode.split()}
    own = [word for word in coded if parts.intersection(_runs(word.text))]
    read = {run for word in own for run in _runs(word.text)}
    return own if parts <= read else coded


def _runs(text: str) -> list[str]:
    return _RUN.findall(text)


def _of_date(view: View, candidate: Candidate) -> Traits:
    """Return how the date stands beside the other dates of the letter."""
    written, decided = view.first(ElementId.DATUM), view.first(ElementId.BESLUITDATUM)
    pair = [each.value for each in (written, decided) if each is not None]
    known = [value for value in pair if isinstance(value, dt.date)]
    value = candidate.value
    if not isinstance(value, dt.date):
        return {"no_date": 1.0}
    # The head of an e-mail has "Aan:" and "Verzonden:" below each other: the label says what it is.
    named = {"in_addressee": 0.0} if "gelabeld" in candidate.marks else {}
    return named | {
        "reversed": float(len(known) == 2 and known[0] < known[1]),
        "old": float(bool(known) and (max(known) - value).days > OLD_DAYS),
        "later": float(written is not None and _is_later(value, written.value)),
    }


def _is_later(day: dt.date, other: Value) -> bool:
    return isinstance(other, dt.date) and day > other


def _of_mail(view: View, candidate: Candidate) -> Traits:
    value = str(candidate.value)
    every = view.reading.candidates.get(ElementId.NAAM, ())
    names = [each for each in every if each.role != NAMED]
    lasts = [
        plain(words_of(each.value).split()[-1]) for each in names if words_of(each.value).split()
    ]
    user = value.split("@", maxsplit=1)[0]
    parts = [part for part in re.split(r"[._-]", user.rstrip("0123456789")) if part]
    is_numbered = user[-1:].isdigit()
    # The name may be nobody's of the letter by rule, but stand beside the address.
    wholes = [plain(words_of(each.value)) for each in names]
    last = next((part for part in map(plain, reversed(parts)) if len(part) > 2), "")
    # Where the address stands twice, it may have been misread twice.
    mentions = max(view.text.count(plain(value)), 1)
    own = bool(last) and (any(last in each for each in wholes) or view.text.count(last) > mentions)
    scanned = is_scanned(view, candidate)
    return {
        # "j.smit", "smit.j" and "smit12" are made of the name; "jsmit" may have lost a dot, unless
        # looks at the address saw it alike
        "unexplained": float(
            scanned
            and not (own and (len(parts) > 1 or is_numbered))
            and "gelijk_gezien" not in candidate.marks
        ),
        "mixed": float(bool(_MIXED.search(value))),
        "named": float(any(len(last) > 3 and last in plain(user) for last in lasts)),
        "retyped": float(plain(candidate.text) != plain(value)),
    }


SHAPES: Mapping[ElementId, Callable[[View, Candidate], Traits]] = {
    **dict.fromkeys(_NUMBERS, _of_number),
    **dict.fromkeys(_DATES, _of_date),
    ElementId.NAAM: _of_client,
    ElementId.CONTACTPERSOON: _of_name,
    ElementId.ADRES: _of_address,
    ElementId.EMAIL: _of_mail,
}
