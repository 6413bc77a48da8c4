"""Find the date of the contested decision, with the class of trigger that it is (Awb 6:8).

A date that the letter gives comes first; one that only stands in an enclosed decision is marked
`besluitpagina`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.dates.date_roles import NO_YEAR, RoledDate, dates_of, yearless_of
from extractors.document import BlockRole, Letter, PageRole
from extractors.element import (
    GUESSED,
    NAMED,
    OWN_DAY,
    SEEN,
    Candidate,
    ElementId,
    Hints,
    evidence_of,
    sureness,
)
from extractors.story.contested import (
    TRIGGERS,
    is_accepted,
    is_beside_aim,
    is_contested,
    is_long_after,
    is_underway,
)

ELEMENT = ElementId.BESLUITDATUM
_REFUSED = re.compile(r"\b(af?wij[sz]\w*|weiger\w*|be[eë]indig\w*|stopzetting)\b")
_AMBIGUOUS = 0.5
_UNEXPLAINED = 0.35
_OF_OFFICE = re.compile(
    r"\b(?:(?:uw|jullie|de|een|die) (?:brief|schrijven)|brieven|besluit|beschikking|beslissing|"
    r"kenmerk|(?:brief|besluit|beschikkings?|zaak|dossier)?(?:nummer|nr))\b"
)
# "Ik heb op 8 maart de map opgestuurd, en daar staat in uw brief niets van."
_OWN_ACT = re.compile(
    r"\b(?:ik|wij|we) (?:heb|hebben|had|hadden|ben|was|zijn|waren)\b[^.]{0,20}\0"
    r"|\0\W*(?:\w+ )?(?:ik|wij|we)\b"
    r"|\b(?:ik|wij|we) (?:pas |al |toen |nog )?op \0 (?:heb|hebben|had|ben)\b"
)
# A decision of so long before another one is hardly what is objected to now: a person decides.
_HALF_YEAR = 183
_YEAR = 366
_EARLIER = re.compile(
    r"\b(?:vorige?|eerdere?|oude|vroegere?|voorgaande?|toenmalige?)\s(?:\w+\s)?"
    r"(?:\w*besluit|\w*beschikking|\w*beslissing|indicatie|toekenning)\b"
)
# "Bij brief van 6 augustus verlengde u de beslistermijn", "vroeg u mij om stukken".
_NO_DECISION = re.compile(
    r"^\W*(?:(?:heeft|hebt|hebben)\s(?:u|jullie)\b[^.,;]{0,60}\b(?:verlengd|verdaagd|uitgenodigd|opgeschort)|"
    r"(?:verlengde|verdaagde|verlengt|verdaagt)n?\s(?:u|jullie)|(?:nodigde|nodigt)\s(?:u|jullie)\b.*\buit|"
    r"(?:vroeg(?:en)?|vraagt|vragen|verzocht(?:en)?|verzoekt|verzoeken)\s(?:u|jullie)\b(?:\s(?:mij|me|ons|hem|haar))?\s(?:om|nadere|meer|aanvullende|nog|of|waarom|wanneer|hoe|naar)|"
    r"(?:bevestigde|bevestigt)\s(?:u|jullie)\b[^.,;]{0,20}\bontvangst)\b"
)
# "U bevestigde de ontvangst bij brief van 2 juli".
_NOT_DECIDED_IN = re.compile(
    r"\b(?:(?:u|jullie)\s(?:bevestig|verleng|verdaag|vroeg|verzocht|nodig|kondig|waarschuw)\w*|"
    r"(?:bevestig|verleng|verdaag|vroeg|verzocht|nodig|kondig|waarschuw)\w*\s(?:u|jullie))\b[^.;\d]{0,70}"
    r"\b(?:bij|per|in|met)\s(?:uw\s|een\s)?(?:brief|schrijven|e-?mail)\s(?:van|d\.?d\.?)\W*$"
)
# "Het is hetzelfde als het besluit van 12 februari".
_COMPARED = re.compile(
    r"\b(?:hetzelfde|dezelfde|gelijk|identiek|anders|slechter|lager|minder|hoger)\s(?:\w+\s)?(?:als|aan|dan)\s"
    r"(?:in\s|bij\s)?(?:(?:het|uw|de|dat|die)\s)(?:\w+\s){0,2}(?:van|d\.?d\.?)\W*$|"
    r"\bna\s(?:heroverweging|herziening|intrekking|vernietiging)\svan\s[^.;\d]*$"
)
# Nothing is decided in "uw voornemen van 10 oktober", "het concept besluit dat u op 10 mei gaf".
_DRAFT = re.compile(
    r"\b(?:concept|ontwerp|voorgenomen|voornemen|vooraankondiging)-?\s?"
    r"(?:\w*(?:besluit|beschikking|beslissing|brief)\b)?"
    r"(?:(?!besluit|beschikking|beslissing|brief)[^.;,\d]){0,50}$"
)
# "Uw brief van 20 oktober heeft nummer 1290": what it is, another sentence with that day may say.
_BARE_LETTER = re.compile(
    r"(?:^|[.;,]\s)(?:(?!besluit|beschikking|beslissing|tegen)[^.;,])*"
    r"\b(?:uw|jullie|die|de)\s(?:brief|schrijven|bericht|e-?mail|mail)\s(?:van|d\.?d\.?)\W*$"
)
_NOT_CONTESTED = 0.75  # weight of a decision beside one that the letter objects to
_ACCEPTED = 0.5  # weight of one that the letter agrees with, or says not to be against
_NOT_LATEST = 0.85  # weight of an earlier decision when no sentence tells them apart
_NOT_ENCLOSED = 0.8  # weight of another date beside the one that the enclosed decision bears
_SURELY_GIVEN = 0.7  # confidence of a date in the letter beside which that is another paper
_OTHER_PAPER = 0.01  # by which that is less sure: so close that a person chooses
_MOST_NAMED = 8  # dates of one letter that are only named
_WEIGHT = {"verzonden": 0.97, "bekendgemaakt": 0.97, "gedateerd": 1.0, "ontvangen": 0.6}


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the dates that may be the decision's, best first; repeated dates are surer.

    The mark `bestreden` says that the sentence objects to the decision of that date; a date that
    is on no calendar is given as it is written, with the mark `bestaat_niet`.
    """
    del hints
    own = [each for each in _every(letter) if each.role in TRIGGERS and not _is_proof(each)]
    candidates = [_doubted(_weighed(group, own), group, letter) for group in _grouped(own)]
    candidates = candidates or _of_refused_request(letter) or _beside_words(letter)
    enclosed = dates_of(letter.with_role(PageRole.DECISION))
    # On the decision itself its own date is what a letter's date is.
    theirs = [each for each in enclosed if each.role in {"dagtekening", "verzonden", "gedateerd"}]
    candidates = list(_surer(candidates, theirs[:1]))
    candidates += [_enclosed(each, candidates) for each in theirs[:1]]
    return tuple(sorted(candidates, key=lambda each: -each.confidence))


def find_others(letter: Letter, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the other dates of a letter: no way of writing makes them it, but chances may."""
    known = {each.value for each in found}
    others = [x for x in _every(letter) if x.role != "geboorte" and x.found.date not in known]
    groups = _by_date(others)[:_MOST_NAMED]
    every = (_candidate(group, 1.0, _marks_of(group)) for group in groups)
    return tuple(replace(each, confidence=SEEN, role=NAMED) for each in every)


def _marks_of(dated: Sequence[RoledDate]) -> frozenset[str]:
    """Return the mark of a day that the letter itself bears, and of that of a draft."""
    own = {OWN_DAY} if any(x.role == "dagtekening" for x in dated) else set[str]()
    return frozenset(own | ({GUESSED} if all(map(_is_of_draft, dated)) else set()))


def _by_date(dated: Iterable[RoledDate]) -> list[list[RoledDate]]:
    """Bring the places of one date together, whatever it is there."""
    groups: dict[dt.date, list[RoledDate]] = {}
    for each in dated:
        groups.setdefault(each.found.date, []).append(each)
    return list(groups.values())


def _every(letter: Letter) -> tuple[RoledDate, ...]:
    """Return the dates of a letter; of one that names no year at all, its days and months."""
    return yearless_of(letter) or dates_of(letter)


def _surer(candidates: Sequence[Candidate], enclosed: Sequence[RoledDate]) -> Iterator[Candidate]:
    """Trust the date that the enclosed decision bears over the others that the letter gives."""
    dates = {each.found.date for each in enclosed}
    for each in candidates:
        weight = _NOT_ENCLOSED if dates and each.value not in dates else 1.0
        is_known = bool(dates & {other.value for other in candidates})
        yield replace(each, confidence=each.confidence * weight) if is_known else each


def _enclosed(dated: RoledDate, own: Sequence[Candidate]) -> Candidate:
    """Weigh the date of an enclosed letter of an office by what the letter itself gives.

    Beside another date that the letter surely gives it may be that of another paper: a
    confirmation, an invitation. A date that the letter gives with doubt may have been read wrong.
    """
    candidate = _candidate([dated], 0.9, frozenset({"besluitpagina"}))
    best = max((each.confidence for each in own), default=0.0)
    if best < _SURELY_GIVEN or any(each.value == candidate.value for each in own):
        return candidate
    return replace(candidate, confidence=min(candidate.confidence, best - _OTHER_PAPER))


def _is_proof(dated: RoledDate) -> bool:
    """Tell a proof of posting in the list of enclosures from a decision enclosed there."""
    return dated.block is BlockRole.ATTACHMENTS and dated.role != "gedateerd"


def _of_refused_request(letter: Letter) -> list[Candidate]:
    """Offer the date in "tegen de afwijzing van mijn aanvraag van 3 april" as a doubtful one.

    It may be the date of the request or of its refusal.
    """
    asked = [each for each in dates_of(letter) if each.role == "aanvraag"]
    refused = [
        each for each in asked if is_contested(each, asked) and _REFUSED.search(each.sentence)
    ]
    return [_candidate(group, _AMBIGUOUS, frozenset()) for group in _grouped(refused)]


def _beside_words(letter: Letter) -> list[Candidate]:
    """Offer a date that no word explains in a sentence about a letter or a number of an office.

    "Er staat op: ons kenmerk 1184402 en ook 20 oktober 2026." Who wrote that is not asked for it.
    """
    written = max((each.found.date for each in dates_of(letter) if each.told), default=None)
    beside = [
        each
        for each in dates_of(letter)
        if not each.role and each.found.date != written and _tells_of_office(each)
    ]
    return [
        replace(_candidate(group, 1.0, frozenset()), confidence=_UNEXPLAINED, role="los")
        for group in _grouped(beside)
    ]


def _tells_of_office(dated: RoledDate) -> bool:
    """Tell a sentence about a letter of an office, in which the writer did nothing on that day."""
    acted = _OWN_ACT.search(dated.sentence.replace(dated.span.text.casefold(), "\0"))
    return bool(_OF_OFFICE.search(dated.sentence)) and not acted


def _grouped(dated: Iterable[RoledDate]) -> list[list[RoledDate]]:
    """Bring the places of one date with one role together."""
    groups: dict[tuple[object, str], list[RoledDate]] = {}
    for each in dated:
        groups.setdefault((each.found.date, each.role), []).append(each)
    return list(groups.values())


def _weighed(group: list[RoledDate], every: Sequence[RoledDate]) -> Candidate:
    """Weigh a date against the other dates that the letter gives for decisions."""
    same_role = [each for each in every if each.role == group[0].role]
    if any(_is_aimed_at(each, every) for each in group):
        return _candidate(group, 1.0, frozenset({"bestreden"}))
    contested = [each.found.date for each in same_role if _is_aimed_at(each, every)]
    is_known = bool(contested) and all(map(is_underway, group))
    if is_known or all(is_beside_aim(each, every) for each in group):
        return _candidate(group, _ACCEPTED, frozenset())
    if contested:
        is_fresh = (group[0].found.date - max(contested)).days > _HALF_YEAR
        return _candidate(group, 1.0 if is_fresh else _NOT_CONTESTED, frozenset())
    open_ones = [each for each in same_role if not is_accepted(each)]
    if open_ones and all(map(is_accepted, group)):
        return _candidate(group, _ACCEPTED, frozenset())
    latest = max(open_ones or same_role, key=lambda each: each.found.date)
    if is_long_after(latest, group[0]):
        return _candidate(group, _NOT_CONTESTED, frozenset())
    weight = 1.0 if group[0].found.date == latest.found.date else _NOT_LATEST
    return _candidate(group, weight, frozenset())


def _is_aimed_at(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell whether the sentence objects to what is of that day.

    Not "in uw brief van 20 oktober vraagt u of mijn e-mail als bezwaar bedoeld was".
    """
    return is_contested(dated, every) and not _decides_nothing(dated)


def _doubted(candidate: Candidate, group: Sequence[RoledDate], letter: Letter) -> Candidate:
    """Doubt the date of a decision of before this one: of it nobody says that they object."""
    if all(map(_is_of_draft, group)):
        # A person says whether there is a decision by now: no learnt chance knows.
        sure, marks = min(candidate.confidence, _AMBIGUOUS), candidate.marks | {GUESSED}
        return replace(candidate, confidence=sure, marks=marks)
    asking = [each for each in group if _decides_nothing(each)]
    if asking and all(each in asking or _BARE_LETTER.search(each.around[0]) for each in group):
        return replace(candidate, confidence=min(candidate.confidence, _AMBIGUOUS))
    if "bestreden" in candidate.marks or not isinstance(candidate.value, dt.date):
        return candidate
    written = max((each.found.date for each in dates_of(letter) if each.told), default=None)
    is_old = written is not None and (written - candidate.value).days > _YEAR
    is_earlier = all(_EARLIER.search(each.sentence) for each in group)
    if is_old or is_earlier:
        return replace(candidate, confidence=min(candidate.confidence, _AMBIGUOUS))
    return candidate


def _is_of_draft(dated: RoledDate) -> bool:
    """Tell the day of what an office only means to decide (Awb 4:7, 4:8)."""
    return bool(_DRAFT.search(dated.around[0]))


def _decides_nothing(dated: RoledDate) -> bool:
    """Tell a letter that asks, invites or takes more time, and a decision named to compare."""
    before, after = dated.around
    return bool(
        _NO_DECISION.match(after) or _NOT_DECIDED_IN.search(before) or _COMPARED.search(before)
    )


def _candidate(group: list[RoledDate], weight: float, marks: frozenset[str]) -> Candidate:
    best = max(group, key=lambda each: each.score * each.span.confidence)
    echo = 0.03 * (len(group) - 1)
    score = min(best.score + echo, 0.99) * _WEIGHT.get(best.role, 1.0) * weight
    as_written = "bestaat_niet" in best.found.marks or best.found.date.year == NO_YEAR
    return Candidate(
        best.span.text if as_written else best.found.date,
        best.span.text,
        tuple(place for each in group for place in evidence_of(each.span)),
        sureness(score, best.span),
        best.role if best.role in TRIGGERS else "gedateerd",
        best.found.marks | marks,
    )
