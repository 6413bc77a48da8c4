"""Find the date of the letter (dagtekening, Awb 6:5 lid 1 b and 9:4 lid 2 b)."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from extractors.dates.date_roles import NO_YEAR, RoledDate, dates_of, yearless_of
from extractors.dates.dates import WEEKDAYS
from extractors.dates.stamped_days import may_be_stamped
from extractors.document import Block, BlockRole, Letter, Line, TextSource
from extractors.element import STAMPED, Candidate, ElementId, Hints, evidence_of, sureness
from extractors.parts import POSTCODE, has_stamp_word
from extractors.text.gazetteer import is_place

ELEMENT = ElementId.DATUM
STAMPED_OVER = 0.45
STAMP_WORDS = 3
STAMP_LINES = 2.5  # in the height of its word: so far below it stands the date of a stamp
STAMP_LINES_MOST = 4  # lines in a stamp
TOLD_OF = 0.75  # weight of a date by itself that is the decision's elsewhere in the letter
RECEIVED_WITHIN = 31  # days after its date: what a mailroom stamps came in the post
OF_ANOTHER = frozenset({"gedateerd", "verzonden", "bekendgemaakt", "geboorte", "voorval"})
RUN_ON = 0.5  # how sure a date behind a place in running text is the letter's, when it has no other
HEAD = frozenset({BlockRole.SENDER, BlockRole.REFERENCE, BlockRole.ADDRESSEE, BlockRole.LETTERHEAD})
SUBJECT = re.compile(r"(?:betreft|betr|onderwerp|inzake)\b[\s.:]*")
TITLE = re.compile(
    rf"(?:{SUBJECT.pattern})?(?:(?:mijn|voorlopig|pro forma) )?"
    r"(?:bezwaarschrift|bezwaarbrief|klachtbrief|klaagschrift|brief)\W"
)
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\W{{1,3}}(?:de\s)?$")
MOST_PLACE = 4  # words in the name of a place: "alphen aan den rijn"
REPAIRED = 0.95  # weight of a date with figures that were guessed


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the dates that may be the letter's own, best first.

    One that is on no calendar is given as it is written, with the mark `bestaat_niet`; so is one
    without a year in a letter that names no year, with the mark `zonder_jaar`. The mark `gelabeld`
    tells that a label or a place stands beside it.
    """
    del hints
    every = dates_of(letter)
    dated = (
        _own(every)
        or _own(yearless_of(letter))
        or _under_a_stamp(every)
        or list(_behind_a_place(every))
        or list(_in_the_head(every))
        or list(_in_the_subject(every))
    )
    dated = list(_beside_stamps(dated, letter))
    scanned = {x.page.number for x in letter.pages if x.page.source is TextSource.OCR}
    dated = list(_less_told_of(list(_without_quoted(dated)), every, scanned))
    dated = [_doubted(x) if _is_on_another_day(x, scanned) else x for x in dated]
    return tuple(sorted(map(_candidate, _without_echoes(dated)), key=lambda each: -each.confidence))


def _beside_stamps(dated: Sequence[RoledDate], letter: Letter) -> Iterator[RoledDate]:
    """Leave out the date of a received stamp; when there is no other it may have been stamped over.

    A place or a label beside a date tells that it is the letter's, wherever the stamp came down,
    unless the name of the office stands above it once more.
    """
    dated = [
        _doubted(each) if not each.told and may_be_stamped(each.span, letter) else each
        for each in dated
    ]
    stamps = list(_stamp_words(letter))
    of_stamps = [each for each in dated if not each.told and _is_in_stamp(each, stamps)]
    for each in dated:
        if each not in of_stamps:
            yield _doubted(each) if _is_below_office(each, letter) else each
        elif len(of_stamps) == len(dated):
            yield _doubted(each)


def _doubted(dated: RoledDate) -> RoledDate:
    """Return a date that may be a stamp's or an earlier letter's: no chance makes it this one's."""
    return replace(dated, score=min(dated.score, STAMPED_OVER), stamped=True)


def _is_below_office(dated: RoledDate, letter: Letter) -> bool:
    """Tell a date right below the name of an office that is written to elsewhere on the page.

    A mailroom may stamp "Zorgkantoor" / "Leiden, 3 mei 2026", without a word for what it means.
    """
    parts = [
        (page, block) for page in letter.own_pages for block in page.blocks if _holds(block, dated)
    ]
    return any(
        page.page.source is TextSource.OCR
        and block.role is BlockRole.ADDRESSEE
        and len(block.lines) <= STAMP_LINES_MOST
        and not POSTCODE.search(block.text)
        and any(
            other is not block and other.role is BlockRole.ADDRESSEE and POSTCODE.search(other.text)
            for other in page.blocks
        )
        for page, block in parts
    )


def _holds(block: Block, dated: RoledDate) -> bool:
    words = {id(word) for word in dated.span.words}
    return any(id(word) in words for line in block.lines for word in line.words)


def _stamp_words(letter: Letter) -> Iterator[Line]:
    """Yield the words of stamps: lines that they fill, and words in capitals among others.

    A stamp that came down on the sender's block shares its lines.
    """
    for block in letter.blocks:
        is_undated = not any(map(str.isdigit, block.text))
        for line in block.lines:
            # "Ingekomen post": the words of a stamp fill its line.
            if len(line.words) <= STAMP_WORDS and is_undated and has_stamp_word(line.text.upper()):
                yield line
            elif block.role in HEAD:
                stamped = (word for word in line.words if has_stamp_word(word.text))
                yield from (Line((word,), line.page) for word in stamped)


def _is_in_stamp(dated: RoledDate, stamps: Sequence[Line]) -> bool:
    """Tell a date right below the word of a stamp, which lines far apart made a part by itself."""
    return any(
        place.page == stamp.page
        and place.box.x0 < stamp.box.x1
        and stamp.box.x0 < place.box.x1
        and 0 <= place.box.top - stamp.box.bottom < STAMP_LINES * stamp.box.height
        for place in evidence_of(dated.span)
        for stamp in stamps
    )


def _less_told_of(
    dated: Sequence[RoledDate], every: Sequence[RoledDate], scanned: Set[int]
) -> Iterator[RoledDate]:
    """Trust a date less when the letter tells what else it is the date of.

    One with a label too, when a later one has a label that the letter tells nothing else of: of
    "Datum besluit" a stroke of a pen leaves "Datum". `scanned` are the pages that are pictures.
    """
    told_of = {each.found.date for each in every if each.role in OF_ANOTHER}
    own = (x.found.date for x in dated if x.told and x.found.date not in told_of)
    latest = max(own, default=dt.date.min)
    for each in dated:
        if scanned & set(each.span.pages) and _may_be_received(each, latest):
            yield _doubted(each)
            continue
        is_other = each.found.date in told_of and (not each.told or each.found.date < latest)
        # One by itself in a table, before a later one with a label: of what, nobody knows.
        is_loose = not each.told and each.found.date < latest
        yield replace(each, score=each.score * TOLD_OF) if is_other or is_loose else each


def _may_be_received(dated: RoledDate, own: dt.date) -> bool:
    """Tell a date by itself soon after the letter's own, which has a label.

    Where print runs through a stamp on a scan its word is not read, and its date is left.
    """
    return not dated.told and 0 < (dated.found.date - own).days <= RECEIVED_WITHIN


def _without_quoted(dated: Sequence[RoledDate]) -> Iterator[RoledDate]:
    """Leave out what a later page quotes: an earlier date, not under its closing.

    Only when a label or a place tells the date of the letter on its first page.
    """
    first = next((each for each in dated if each.told), None)
    for each in dated:
        turned = first is not None and each.span.pages[:1] != first.span.pages[:1]
        ends = each.block is BlockRole.CLOSING
        if not first or ends or not turned or each.found.date >= first.found.date:
            yield each


def _own(every: Sequence[RoledDate]) -> list[RoledDate]:
    return [each for each in every if each.role == "dagtekening"]


def _under_a_stamp(every: Sequence[RoledDate]) -> list[RoledDate]:
    """Offer the earliest of several dates in a stamp: one may be the letter's, stamped over.

    And one behind a label of the mailroom or the scanner, which may be a misread one of the letter.
    """
    stamped = {each.found.date: each for each in every if each.role == "stempel"}
    if len(stamped) < 2 and not any(each.told for each in stamped.values()):
        return []
    return [_doubted(replace(stamped[min(stamped)], told=False))]


def _behind_a_place(every: Sequence[RoledDate]) -> Iterator[RoledDate]:
    """Offer a date that runs on from a place: "3511 PH Utrecht \u2014 16 november 2026".

    A letter is written after what it tells of, so an earlier date than that is not its own.
    """
    told = max((each.found.date for each in every if each.role in OF_ANOTHER), default=dt.date.min)
    for each in every:
        is_full = not each.found.marks & {"zonder_jaar", "zonder_dag"}
        if not each.role and is_full and each.found.date >= told and _follows_place(each):
            yield replace(each, role="dagtekening", score=RUN_ON)


def _in_the_head(every: Sequence[RoledDate]) -> Iterator[RoledDate]:
    """Offer a date that begins a line above the text, or stands behind the title of the letter.

    "9 november 2026 - Gemeente Opsterland", "Bezwaarschrift d.d. 9 november 2026"; as a subject
    that may be an earlier letter, so it stays an offer.
    """
    told = max((each.found.date for each in every if each.role in OF_ANOTHER), default=dt.date.min)
    for each in every:
        begins = not each.role and each.sentence.startswith(each.span.text.casefold())
        is_title = each.role == "eigen_brief" and TITLE.match(each.sentence)
        is_full = not each.found.marks & {"zonder_jaar", "zonder_dag"}
        if each.block in HEAD and is_full and (begins or is_title) and each.found.date >= told:
            offered = replace(each, role="dagtekening", score=RUN_ON)
            yield _doubted(offered) if SUBJECT.match(each.sentence) else offered


def _in_the_subject(every: Sequence[RoledDate]) -> Iterator[RoledDate]:
    """Offer a date in the subject that is later than that of the decision and all that is told.

    "Bezwaar tegen besluit 960/750, 8 november" of a letter that tells of "uw besluit van 22
    oktober" and has no other date: a person says whose it is.
    """
    for each in every:
        is_full = not each.found.marks & {"zonder_jaar", "zonder_dag"}
        others = [x for x in every if x.found.date != each.found.date and x.role in OF_ANOTHER]
        is_latest = bool(others) and all(x.found.date < each.found.date for x in others)
        in_subject = each.block in HEAD or SUBJECT.match(each.sentence)
        if in_subject and is_full and is_latest and each.role in {"gedateerd", "eigen_brief"}:
            own = replace(each, role="dagtekening", told=False, block=BlockRole.REFERENCE)
            yield _doubted(own)


def _is_on_another_day(dated: RoledDate, scanned: Set[int]) -> bool:
    """Tell whether the day of the week says that a scan shows a figure wrong: "donderdag 22"."""
    named = _WEEKDAY.search(dated.around[0])
    if named is None or dated.found.marks or not scanned & set(dated.span.pages):
        return False
    return WEEKDAYS.index(named["day"]) != dated.found.date.weekday()


def _follows_place(dated: RoledDate) -> bool:
    before = dated.around[0]
    words = before.strip(" ,.;:|(\u2013\u2014-").split()[-MOST_PLACE:]
    return any(is_place(" ".join(words[start:])) for start in range(len(words)))


def _without_echoes(dated: Sequence[RoledDate]) -> tuple[RoledDate, ...]:
    """Keep the surest place of each date; the same date twice is more certain, not a rival."""
    best: dict[object, RoledDate] = {}
    for each in dated:
        known = best.get(each.found.date)
        if known is None or each.score > known.score:
            best[each.found.date] = each
    return tuple(best.values())


def _candidate(dated: RoledDate) -> Candidate:
    score = dated.score
    if "zonder_dag" in dated.found.marks:
        score *= 0.8
    if dated.block is BlockRole.BODY:
        score *= 0.9
    if "hersteld" in dated.found.marks:
        score *= REPAIRED
    marks = dated.found.marks | ({"gelabeld"} if dated.told else set())
    marks |= {STAMPED} if dated.stamped else set()
    as_written = "bestaat_niet" in dated.found.marks or dated.found.date.year == NO_YEAR
    return Candidate(
        dated.span.text if as_written else dated.found.date,
        dated.span.text,
        evidence_of(dated.span),
        sureness(score, dated.span),
        "dagtekening",
        marks,
    )
