"""Find the e-mail addresses and telephone numbers that may be the sender's own."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import BlockRole, Letter, Line, Word, around
from extractors.element import Candidate, Hints, evidence_of
from extractors.labels import find_labelled, fold
from extractors.once import once
from extractors.parts import is_organisation
from extractors.people.contacts import SEEN_ALIKE, FoundContact, find_emails, find_phones
from extractors.people.mentions.relations import KIN_WORD
from extractors.people.zones import WEIGHTS, Zone, reading_of, zones_of

# Mail domains of the offices that letters are sent to, beside those the profiles name.
_OFFICE_DOMAINS = frozenset(
    {
        "ciz", "cz", "vgz", "menzis", "dsw", "zorgenzekerheid", "zilverenkruis", "svb",
        "cak", "uwv", "zorgkantoor", "zorgkantoorvgz", "rijksoverheid", "zorgkantoorfriesland",
        "igj", "skgz",
        "klachtenportaalzorg", "klachtenloketzorg",
    }
)  # fmt: skip
# Labels of an e-mail header that name the other side.
_TO = ("aan", "to", "cc", "kopie aan")
# The beginning of a telephone number at the end of a line.
_UNFINISHED = re.compile(r"(?<![\d-])(?:\(?0|\+31|0031)[\d ()-]{1,10}$")
# The rest of one: no day of a date, "14/10/2026".
_RUNS_ON = re.compile(r"(?!\d{1,2}[-./]\d)[\d ]{2,}(?:$|[^\w])")
# Whose doctor it is says nothing of whose number.
_OF_OTHERS = (
    r"(?:(?:eigen|vaste|nieuwe|oude)\s)?(?:\w*arts|dokter|psycholoog|psychiater|\w*therapeute?|apotheek|"
    r"wijkverple\w+|thuiszorg|\w*verzekera?a?r|werkgever|school)\b"
)
_OWN = re.compile(
    rf"(?i)\b(mijn(?!\s{_OF_OTHERS})|mij|me|bereiken|bereikbaar|ik\s?zelf|contactpersoon)\b"
)
# "Mijn zoon Mark (06-12345678) weet er alles van".
_KIN_BEFORE = rf"(?:\w+\s)?(?:{KIN_WORD})\b(?:\s[A-ZÀ-Ž][\w'-]*)*\s\(?$"
_OF_KIN = re.compile(rf"\b(?:mijn|onze)\s(?={_KIN_BEFORE})", re.IGNORECASE)
_UNFINISHED_MAIL = re.compile(r"\w@(?:[\w-]+(?:\.[a-z]?)?)?$")
_ENDS_AS_MAIL = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}$")
_DESK = re.compile(r"(klantenservice|klachten?|bezwaar|info|servicedesk|postbus|contact)@")
_OTHERS_NUMBER = re.compile(
    r"\b(uw|jullie|het|hun|klantenservice|helpdesk|zorgkantoor|huisarts|medewerker|gebeld met|"
    r"belde ik|gemaild (?:naar|aan)|mail (?:naar|aan)|van de)\b[^.]*$|"
    rf"\b(?:mijn|onze|de)\s{_OF_OTHERS}[^.]*$|"
    rf"\b(?:mijn|onze)\s{_KIN_BEFORE}",
    re.IGNORECASE,
)


@once
def find_sender_emails(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the e-mail addresses that may be the sender's, best first."""
    addressed = {hit.line for hit in find_labelled(letter, _TO) if hit.how != "bare"}
    return _ranked(
        _candidate(found, zone, hints)
        for zone, found in _each(letter, hints, find_emails)
        if found.line not in addressed and not _is_office_mail(found.value, hints)
    )


@once
def find_sender_phones(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the telephone numbers that may be the sender's, best first."""
    return _ranked(
        _candidate(found, zone, hints) for zone, found in _each(letter, hints, find_phones)
    )


def _each(
    letter: Letter, hints: Hints, find: Callable[[Line], Iterable[FoundContact]]
) -> Iterator[tuple[Zone, FoundContact]]:
    for zone in zones_of(letter, hints):
        above = {id(line): before for before, line in pairwise(zone.lines)}
        for line in (*zone.lines, *_broken_numbers(zone.lines), *_broken_mails(zone.lines)):
            for found in find(line):
                yield zone, _with_above(found, above.get(id(line)))


def _with_above(found: FoundContact, above: Line | None) -> FoundContact:
    """Return a contact that begins its line with what leads up to it on the line above.

    "U mag mij mailen voor een afspraak:" / "n.elzinga@voorbeeld.nl".
    """
    if above is None or found.before.strip() or above.text.endswith("."):
        return found
    return replace(found, before=f"{above.text} ")


def _broken_mails(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield two lines as one where a narrow column broke an e-mail address: "a.vos@ho" / "me.nl".

    Only where the first part is no address by itself and the second ends as one.
    """
    for line, following in pairwise(lines):
        last, rest = line.words[-1], following.words[0]
        if line.page == following.page and _UNFINISHED_MAIL.search(last.text):
            whole = last.text + rest.text
            if _ENDS_AS_MAIL.search(whole):
                word = replace(last, text=whole, box=around((last.box, rest.box)))
                yield Line((*line.words[:-1], word), line.page)


def _broken_numbers(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield two lines as one where a telephone number runs on: "Tel 0348 224" / "354"."""
    for line, following in pairwise(lines):
        if line.page != following.page:
            continue
        if _UNFINISHED.search(line.text) and _RUNS_ON.match(following.text):
            yield Line((*line.words, *following.words), line.page)


def _candidate(found: FoundContact, zone: Zone, hints: Hints) -> Candidate:
    weight = WEIGHTS[zone.role] * (1.0 if zone.is_first_page else 0.95)
    own = _OWN.search(_OF_KIN.sub("", found.before))
    if zone.role is BlockRole.BODY and (own or found.is_labelled):
        weight = 0.85
    if _OTHERS_NUMBER.search(found.before) and not own:
        weight *= 0.4
    if zone.role is BlockRole.BODY and is_organisation(found.before, hints):
        weight *= 0.3
    if _DESK.match(found.value) and zone.role is not BlockRole.LETTERHEAD:
        weight *= 0.5
    if found.was_repaired:
        weight *= 0.95
    labelled = {"gelabeld"} if found.is_labelled else set()
    seen = {"gelijk_gezien"} if any(map(_is_seen_alike, found.span.words)) else set()
    return Candidate(
        value=found.value,
        text=found.span.text,
        evidence=evidence_of(found.span),
        confidence=min(0.98, weight * reading_of(found.span)),
        marks=frozenset(labelled | seen),
    )


def _is_seen_alike(word: Word) -> bool:
    """Tell an address of which every look at a scan saw the same signs."""
    return "@" in word.text and SEEN_ALIKE <= word.confidence < 1.0


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep the surest of each value; order by confidence, the first on the page when equal."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        known = best.get(_key(candidate))
        if known is None or known.confidence < candidate.confidence:
            best[_key(candidate)] = candidate
    return tuple(sorted(best.values(), key=lambda each: -each.confidence))


def _key(candidate: Candidate) -> str:
    return re.sub(r"[^\w@.]|(?<=\d)\.", "", str(candidate.value))


def _is_office_mail(address: str, hints: Hints) -> bool:
    """Tell whether the address is one of an organisation that letters are sent to."""
    domain = address.rsplit("@", maxsplit=1)[-1]
    names = {fold(name).replace(" ", "") for name in hints.organisations}
    labels = {part.replace("-", "") for part in domain.split(".")[:-1]}
    return bool(labels & (names | _OFFICE_DOMAINS)) or domain.startswith("gemeente")
