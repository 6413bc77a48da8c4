"""Names behind labels: grids, forms, e-mail headers."""

import re
from collections.abc import Iterator

from extractors.addresses.columns import above
from extractors.document import Letter, LetterPage, Line, Span
from extractors.labels import SCORES, Labelled, find_labelled, fold
from extractors.people.mentions.mention import Mention, Side, Source
from extractors.people.mentions.relations import (
    KIN_WORD,
    group_of,
    labels_of,
    relation_behind,
    relation_in,
    relation_to,
)
from extractors.people.persons.person import Person
from extractors.people.persons.reading import is_lower_name, parse_person
from extractors.people.persons.words import PREFIXES
from extractors.text.gazetteer import is_first_name, is_place

# Only these may stand before a value without a colon or a column of their own: the others are
# everyday words ("cliënt heeft ...", "van ...").
_BARE = re.compile(
    r"^(mijn |uw |volledige )?naam\b|^voor[nl]|^bezwaarmaker$|^indiener$|^ondergetekende$"
)
_SECTION = re.compile(
    r"^(?:(?:deel|rubriek|onderdeel)\s+)?(?:\d[.):]\s*|[a-d][.):]\s*)?"
    r"(?:(?:persoons)?gegevens|over|informatie)?\s*(?:van\s+)?"
    r"(?:de\s+|uw\s+)?"
    r"(?:(?P<client>cli[eë]nte?|zorgvrager|budgethouder|verzekerde|zorgontvanger|pati[eë]nt|"
    r"bewoner|degene (?:die (?:de )?zorg|voor wie|om wie).*|kind|volmachtgever|"
    r"wie (?:ontvangt|krijgt) (?:de )?zorg\?|voor wie\b.*|om wie gaat het\?)"
    r"|(?P<vertegenwoordiger>contactpersoon|gemachtigde|(?:wettelijke? )?vertegenwoordiger|mentor|"
    r"curator|bewindvoerder|ouders?|advocaat)"
    r"|(?P<ander>zorgaanbieder|zorgverlener|instelling|huisarts|organisatie|zorgkantoor)"
    r"|(?P<schrijver>indiener|klager|bezwaarmaker|afzender|aanvrager|mijzelf|uzelf|"
    r"persoonlijke gegevens|wie (?:dient|schrijft|vult|bent u)\b.*))\s*:?$",
    re.IGNORECASE,
)
# The dot of an initial that touches its letter, or a line of the form.
_DOT_AS_E = re.compile(r"[A-Z][ec]\.?$")
# Labels that announce a subject as often as a person ("Inzake: late betaling").
_TOPICS = frozenset({"inzake", "namens", "betrokkene"})
# "Namens: mijn vader, P. Smit".
_KIN = re.compile(
    rf"(?:mijn|onze|ons|haar|zijn|hun)\s+(?P<kin>{KIN_WORD})\b[\s,:(]*(?=\S)", re.IGNORECASE
)
# "Rooijen, T.C. van", "Van Rooijen T.C.": as a form asks for it; "Rooijen B.V." is a firm.
_LAST_FIRST = re.compile(
    r"(?P<last>[^\W\d_][^\d,;:()]{1,40}?)(?:,\s*|\s+)(?!(?:B\.?V|N\.?V)\.?$)"
    r"(?P<first>(?:[A-Z]\.\s?){0,4}[A-Z]\.?)"
    r"(?P<prefix>\s?(?:van|de|den|der|ten|ter|te)(?:\s(?:de|den|der|het))?)?$"
)
_SUBJECT_WORD = re.compile(
    r"^(?:bezwaar(?:schrift)?|klacht|dossier)\s+(?:van\s+|namens\s+)?", re.IGNORECASE
)


def labelled_mentions(letter: Letter) -> Iterator[Mention]:
    """Yield the people named behind a label."""
    composed = _composed(letter)
    if composed is not None:
        yield composed
    groups = ("client", "schrijver", "vertegenwoordiger", "ander")
    for hit in find_labelled(letter, labels_of(*groups)):
        if hit.how in {"bare", "below"} and not _BARE.match(fold(hit.label)):
            continue
        side = _side_of(letter, hit)
        read = _person_in_value(hit.value.text)
        if read is None or side is Side.OTHER:
            continue
        person, relation = read
        if (fold(hit.label) in _TOPICS and person.shape < 0.6) or _is_a_wish(hit):
            continue
        if group_of(hit.label) == Side.PROXY:
            relation = relation or relation_in(re.sub(r"^naam\s+", "", hit.label))
        yield Mention(person, hit.value, side, Source.LABEL, 0.92 * hit.score, relation)


def _is_a_wish(hit: Labelled) -> bool:
    """Tell "Verzoek: kosten verlagen", nearly a label, from "Verzoeker: j. smit"."""
    is_label = hit.score >= SCORES[hit.how]
    name = re.split(r"[,(/]", hit.value.text)[0].strip()
    return not is_label and name.islower() and not is_lower_name(name)


def _side_of(letter: Letter, hit: Labelled) -> Side:
    side = Side(group_of(hit.label) or Side.OTHER)
    return (_section_side(letter, hit) or side) if side is Side.WRITER else side


def _section_side(letter: Letter, hit: Labelled) -> Side | None:
    """Return the side that the heading of a form gives to "Naam"."""
    for page in letter.own_pages:
        if hit.line not in page.lines:
            continue
        label = _label_beside(hit, page)
        column = above(label, page.lines, 8) if label else ()
        headings = [each for each in column if not _beside(each, page, after=True)]
        for line in (*above(hit.line, page.lines, 8), *headings):
            match = _SECTION.match(line.text.strip())
            if match:
                return Side(match.lastgroup or Side.OTHER)
    return None


def _label_beside(hit: Labelled, page: LetterPage) -> Line | None:
    """Return the label left of a value: in a table the heading stands over the labels."""
    left = _beside(hit.line, page, after=False) if hit.how == "right" else []
    return max(left, key=lambda line: line.box.x1, default=None)


def _beside(line: Line, page: LetterPage, *, after: bool) -> list[Line]:
    """Return what stands at the height of a line; a heading has no value behind it."""
    box = line.box
    row = [each for each in page.lines if each.box.shared_height(box) > 0.5 * box.height]
    if after:
        return [each for each in row if each.box.x0 >= box.x1]
    return [each for each in row if each.box.x1 <= box.x0]


def _person_in_value(text: str) -> tuple[Person, str] | None:
    """Read a name at the start of a value; what follows is an address, a relation, a party."""
    text = _SUBJECT_WORD.sub("", re.sub(r"[<(\[]?\S+@\S+", "", text).strip())
    kin = _KIN.match(text)
    text = _turned(text[kin.end() :] if kin else text)
    name = re.split(r",|/|\s[-\u2013]\s|\bgeb\b|;|\(", text)[0]
    person = parse_person(text, lenient=True) or parse_person(name, lenient=True)
    if person is None or is_place(text) or (not person.is_full and person.shape < 0.15):
        return None
    return person, relation_behind(text) or (relation_to(kin["kin"]) if kin else "")


def _turned(text: str) -> str:
    """Return a name with the initials before the surname.

    >>> _turned("VAN ROOIJEN, T.C."), _turned("Rooijen T.C. van")
    ('T.C. VAN ROOIJEN', 'T.C. van Rooijen')
    """
    match = _LAST_FIRST.fullmatch(text)
    if match is None or is_first_name(match["last"]):  # "Karel B."
        return text
    return " ".join(f"{match['first']} {match['prefix'] or ''} {match['last']}".split())


def _composed(letter: Letter) -> Mention | None:
    """Put "Voorletters", "Tussenvoegsel" and "Achternaam" of a form together."""
    given, surname = _first(letter, "voornaam"), _first(letter, "achternaam")
    if given is None or surname is None:
        return None
    prefix = _prefix(letter)
    parts = [part.value for part in (given, prefix, surname) if part is not None]
    names = [_dotted(given), *(part.text for part in parts[1:])]
    person = parse_person(" ".join(names), lenient=True)
    alone = parse_person(surname.value.text, lenient=True)
    if person is None or (alone is not None and alone.is_full):
        return None
    words = tuple(word for part in parts for word in part.words)
    pages = tuple(page for part in parts for page in part.pages)
    return Mention(person, Span(person.name, words, pages), Side.WRITER, Source.LABEL, 0.9)


def _dotted(given: Labelled) -> str:
    """Return "T." for the "Te" or "Tc" that a scan makes of it, where only initials belong."""
    text = given.value.text
    return (
        f"{text[0]}."
        if fold(given.label).startswith("voorletter") and _DOT_AS_E.match(text)
        else text
    )


def _prefix(letter: Letter) -> Labelled | None:
    """Return "van der" behind its own label; what else stands there belongs to another field."""
    hit = _first(letter, "tussenvoegsel")
    words = hit.value.text.casefold().split() if hit else []
    return hit if words and all(word in PREFIXES for word in words) else None


def _first(letter: Letter, group: str) -> Labelled | None:
    hits = find_labelled(letter, labels_of(group))
    return next((hit for hit in hits if hit.how != "bare" or hit.score > 0.75), None)
