"""Find citizen service numbers (burgerservicenummer); the elfproef is the validator's.

Labels and forms: domain reference 5.4. A number that stands alone is a weak candidate: one in
eleven numbers passes the check by chance.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.dates.dates import find_dates
from extractors.document import BlockRole, Letter, LetterPage, Span, TextSource, running
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.labels import Labelled, find_labelled
from extractors.people.parties import Party, find_parties
from extractors.people.persons.person import is_same_person
from extractors.people.persons.reading import find_persons
from extractors.readers.bsn_check import passes

ELEMENT = ElementId.BSN
_FOLD = str.maketrans("OoQDlI|!SsBZz", "0000111155822")
_DIGIT = r"[0-9OoQDlI|SsBZz]"
_NUMBER = re.compile(
    # In a narrow column it stands close behind its label: "Burgerservicenummer9999 00 19".
    rf"(?:(?<![\w+-])|(?:(?<=[Nn]ummer)|(?<=[Nn]r)|(?<=[Bb][Ss][Nn]))(?=\d))(?<!\d[.,/])(?:{_DIGIT}[\s.,\u2013\u00b7_/-]{{0,3}}){{7,9}}{_DIGIT}(?![\w-]*\w)"
)
_GRID_LABELS = (
    *("bsn", "b.s.n.", "bsn nummer", "bsn-nummer", "bsn nr", "bsn-nr", "burgerservicenummer"),
    *("burger service nummer", "burgerservice nummer", "burgerservicenummer (bsn)", "sofinummer"),
    *("sofi-nummer", "sofi nummer", "sofi-nr", "sofi nr", "persoonsnummer", "bsn cliënt"),
    *("burgerservicenr (bsn)", "burgerservicenr.(bsn)", "bsn-cliënt"),
    *("bsn verzekerde", "bsn budgethouder", "bsn zorgvrager", "bsn aanvrager", "bsn indiener"),
    *(
        "wat is uw bsn",
        "bsn kind",
        "bsn zoon",
        "bsn dochter",
        "bsn man",
        "bsn vrouw",
        "burgerservicenummer cliënt",
    ),
    *("burgerservicenummer verzekerde", "burgerservicenummer budgethouder"),
    *("bsn klager", "bsn betrokkene", "uw bsn", "mijn bsn", "bsn moeder", "bsn vader"),
)
_LABEL = re.compile(
    r"\b(b\s?\.?\s?s\s?\.?\s?n|8sn|bsm|burger\s?-?service|so[fp]i|persoonsnummer)"
    r"\W{0,2}(nummer|nr)?(?:\b|(?=\d))",
    re.IGNORECASE,
)
# Between the label and its number stand at most a few words ("BSN van mijn moeder is").
_REACH = 50
_OTHER_LABEL = re.compile(
    r"(?:(?:tel(efoon)?|mobiel|fax|iban|rekening|polis|kenmerk|zaak|dossier|kvk|"
    r"btw|ref\w*|bank|giro|agb|besluit\w*|beschikking\w*|factuur\w*|indicatie\w*|postbus|big)"
    # Of a person's word only the number is another one: "BSN van de verzekerde: ..." is no label.
    r"[\s-]?(nummer|nr)?|(?:klant|relatie|cli[eë]nt|verzekerden?|budgethouders?)[\s-]?(?:nummer|nr|code))\b",
    re.IGNORECASE,
)
# "999990019 is mijn BSN", "999990019 (BSN)".
_BEHIND = re.compile(
    r"\W{0,3}(?:\((?:dat is )?|is |als )(?:mijn |het |haar |zijn |ons )?$", re.IGNORECASE
)
# The boxes of a form, read as signs between the figures.
_BOXES = re.compile(r"(?<![\w|])[|\[\]!Il/\s]*\d(?:\s*[|\[\]!Il/]{1,2}\s*\d){7,8}(?!\d)")
_RELATIVES = re.compile(
    r"\b(?:mijn|onze|ons)\s+(?:\w+\s+)?(?:moeder|vader|man|vrouw|partner|zoon|dochter|broer|zus|kind|"
    r"echtgeno\w+|oma|opa|schoon\w+|cli[eë]nte?)\b[^.;]{0,60}$|\bcli[eë]nte?\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_WRITERS = re.compile(
    r"\bmijn\s+(?:eigen\s+)?(?:bsn|burgerservice\w*|sofi\w*)\b[^.;]{0,30}$", re.IGNORECASE
)
# Between the finder's own steps.
_OF_RELATIVE, _OF_WRITER, _OF_OTHER = "van_naaste", "van_schrijver", "van_ander"
# "J. Rozema, geboren 1-2-1990, BSN": nobody else stands between the name and the number.
_FAR = 110
_BINDS = re.compile(
    r"(?:[\s,;:(/-]|\b(?:geb\w*|op|te|met|het|en|zijn|haar|\d[\d./-]*|[a-z]+ \d{4}|bsn|burger\w*|"
    r"nummer|nr)\b\.?)*",
    re.IGNORECASE,
)
# A number that a check picks from the few that one slip can explain, and one that lacks no more
# than the second of two figures alike.
_WHOSE = 0.5  # a person decides whose it is
_REPAIRED, _UNDOUBLED = 0.62, 0.75
# One misread figure always fails the elfproef: nine under a label that pass were read well enough,
# however little sure the engine is of them.
_CHECKED = 0.9
_UNDER_LABEL = 0.93
# The number of who acts for the client; who says whose mentor he or she is gives the client's.
_ACTS = "bewindvoerder|gemachtigde|mentor|curator|contactpersoon"
_OTHERS = re.compile(rf"\b(mijn eigen|van mijzelf|{_ACTS})\b", re.IGNORECASE)
# "Mentor van de heer D. Karg (BSN ...", but not "het BSN van de mentor van mijn moeder".
_MENTOR_OF = re.compile(
    rf"\b(?:{_ACTS})\s(?:van|voor|over|namens)\b"
    r"[^;:]{3,45}[,(]\s*(?:met\s|het\s|zijn\s|haar\s){0,2}(?:bsn|burgerservice)",
    re.IGNORECASE,
)


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the numbers of eight to ten figures that may be a BSN, best first."""
    read = [each for page in letter.own_pages for each in _on_page(page)]
    parties = find_parties(letter, hints)
    theirs = frozenset(_of_others(letter, (*parties.clients, *parties.proxies)))
    read = [_marked(each, _OF_OTHER) if each.text in theirs else each for each in read]
    found = _of_client(read, is_represented=parties.is_represented)
    return tuple(sorted(_merged(found), key=lambda each: -each.confidence))


def _of_client(found: Sequence[Candidate], *, is_represented: bool) -> Sequence[Candidate]:
    """Leave the writer's own number to the writer when the letter gives a relative's too.

    "Mijn partner K. Nijland (BSN ...) kreeg uw besluit; mijn eigen burgerservicenummer is ..." Who
    writes in their own name and gives a relative's number alone leaves it open whose case it is.
    """
    theirs = {each.value for each in found if _OF_RELATIVE in each.marks}
    others = {each.value for each in found if _OF_OTHER in each.marks}
    own = {each.value for each in found if "gelabeld" in each.marks} - others

    def is_open(each: Candidate) -> bool:
        is_relative = _OF_RELATIVE in each.marks and not is_represented
        return is_relative or _OF_OTHER in each.marks

    def is_another(each: Candidate) -> bool:
        beside_relative = _OF_WRITER in each.marks and bool(theirs - {each.value})
        return beside_relative or (_OF_OTHER in each.marks and bool(own))

    return [
        replace(
            each,
            confidence=min(each.confidence, _WHOSE) if is_open(each) else each.confidence,
            role="ander" if is_another(each) else each.role,
            marks=each.marks - {_OF_RELATIVE, _OF_WRITER, _OF_OTHER},
        )
        for each in found
    ]


def _marked(candidate: Candidate, mark: str) -> Candidate:
    return replace(candidate, marks=candidate.marks | {mark})


def _of_others(letter: Letter, people: Sequence[Party]) -> Iterator[str]:
    """Yield the numbers that running text gives with the name of neither client nor writer.

    "Mijn zorgverlener is J. Rozema, geboren 1-2-1990, BSN ...": of that number a person decides.
    """
    for block in letter.blocks:
        if block.role is not BlockRole.BODY or not people:
            continue
        text = running(block).string
        for match in _NUMBER.finditer(_plain(text)):
            before = text[max(match.start() - _FAR, 0) : match.start()]
            named = max(find_persons(before), key=lambda each: each.end, default=None)
            if named is None or before[: named.start].rstrip()[-1:].isdigit():
                continue  # "2311 AB Leiden" is no name
            between = before[named.end :]
            if not (_LABEL.search(between) and _BINDS.fullmatch(between)):
                continue
            if not any(is_same_person(named.person, each.person) for each in people):
                yield match.group().strip()


def _on_page(page: LetterPage) -> Iterator[Candidate]:
    was_scanned = page.page.source is TextSource.OCR
    for hit in find_labelled([page], _GRID_LABELS):
        match = _NUMBER.search(_plain(hit.value.text))
        if match and match.start() < 4:
            found = _candidate(hit.value, match.group(), _labelled_score(hit, match), "")
            yield from _repaired(found) if was_scanned else [found]
    for block in page.blocks:
        text = running(block)
        for match in _NUMBER.finditer(_plain(text.string)):
            before = text.string[max(match.start() - _REACH, 0) : match.start()]
            score = max(_score(before, match.group()), _named_behind(text.string, match.end()))
            if score > 0:
                span = text.span(match.start(), match.end())
                found = _candidate(span, match.group(), score, before)
                yield from _repaired(found) if was_scanned else [found]


def _labelled_score(hit: Labelled, match: re.Match[str]) -> float:
    """Trust a label with nothing but nine figures under it as one with the figures behind it."""
    is_all = len(re.sub(r"\D", "", match.group())) == 9 and match.group() == hit.value.text
    return max(hit.score, _UNDER_LABEL) if is_all else hit.score


def _plain(text: str) -> str:
    """Blank out dates, boxes and lines to write on, so that no number runs on into them."""
    text = _BOXES.sub(lambda match: re.sub(r"\D", " ", match[0]), text)
    for date in find_dates(text):
        text = text[: date.start] + "/" * (date.end - date.start) + text[date.end :]
    return text.replace("_", " ")


def _score(before: str, printed: str) -> float:
    """Judge how surely the number is a BSN by the last label before it."""
    labels = [match.end() for match in _LABEL.finditer(before)]
    others = [match.end() for match in _OTHER_LABEL.finditer(before)]
    if labels and max(labels) >= max(others, default=0):
        between = before[max(labels) :]
        return 0.97 if not re.search(r"\d{4}", between) else 0.5
    alone = len(re.sub(r"\D", "", printed)) == 9 and not printed.startswith("0")
    # A label of something else stands right before it: a telephone or a client number.
    named_otherwise = others and len(before) - max(others) < 12
    # Enough for a person to look at; the elfproef cannot make a number without a label a BSN.
    return 0.36 if alone and not named_otherwise else 0.0


def _named_behind(text: str, end: int) -> float:
    """Judge by a label behind the number that no other number follows."""
    label = _LABEL.search(text, end, end + 40)
    if label is None or not _BEHIND.fullmatch(text[end : label.start()]):
        return 0.0
    return 0.0 if re.match(r"\W{0,5}\d", text[label.end() :]) else 0.9


def _candidate(span: Span, printed: str, score: float, before: str) -> Candidate:
    digits = re.sub(r"\D", "", printed.translate(_FOLD))
    marks = {"gelabeld"} if score > 0.4 else set()
    if re.search(r"[A-Za-z|]", printed):
        marks.add("hersteld")
        score *= 0.8
    if _RELATIVES.search(before):
        marks.add(_OF_RELATIVE)
    elif _WRITERS.search(before):
        marks.add(_OF_WRITER)
    is_other = _OTHERS.search(before) and not _MENTOR_OF.search(before)
    role = "ander" if is_other else "client"
    is_checked = len(digits) == 9 and "gelabeld" in marks and passes(digits)
    score *= 0.6 if role == "ander" else 1.0
    score = score * max(span.confidence, _CHECKED) if is_checked else sureness(score, span)
    # Ten figures are never a BSN as they stand.
    score = min(score, 0.5) if len(digits) > 9 else score
    return Candidate(digits, printed.strip(), evidence_of(span), score, role, frozenset(marks))


def _repaired(read: Candidate) -> Iterator[Candidate]:
    """Offer a number as it was read, and what it may be when a figure was read twice or once.

    Tesseract sometimes doubles a figure or drops one of two alike (technology 6). The validator
    takes such a number only when it is the only one that passes the elfproef, so the reading
    itself hardly matters.
    """
    yield read
    digits, places = str(read.value), range(len(str(read.value)))
    if "gelabeld" not in read.marks or len(digits) == 9:
        return
    if len(digits) > 9:
        others = {digits[:i] + digits[i + 1 :]: _is_doubled(digits, i) for i in places}
    else:
        others = {digits[:i] + digits[i] + digits[i:]: False for i in places}
    for other, is_doubled in sorted(others.items()):
        sure = _UNDOUBLED if is_doubled else _REPAIRED
        yield replace(read, value=other, confidence=sure, marks=read.marks | {"hersteld"})


def _is_doubled(digits: str, place: int) -> bool:
    return digits[place] in {digits[place - 1 : place], digits[place + 1 : place + 2]}


def _merged(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Keep the surest place of each number."""
    best: dict[object, Candidate] = {}
    for each in found:
        known = best.get(each.value)
        if known is None or each.confidence > known.confidence:
            best[each.value] = each
    yield from best.values()
