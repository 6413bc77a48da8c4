"""Find what may be the signature under a letter: ink, a certificate, a drawing or only a name.

On a scan, ink near the closing that is no print is measured and scored; a born-digital page has
no ink, there only certificates, drawn annotations, pictures and typed words can be seen.

Roles: "inkt", "digitaal", "annotatie" (also what was written in the page itself as by a pen),
"plaatje" (pasted or drawn otherwise in a born-digital file; its value is "inkt" too) and "getypt"
(a name or formula in type; its value is empty). Marks:
"op_bijlage", "stempel", "krabbel" (so small that it may be initials or a tick).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.document import (
    PT_PER_MM,
    Box,
    Certificate,
    Letter,
    LetterPage,
    Line,
    PageRole,
)
from extractors.element import Candidate, ElementId, Evidence, Hints
from extractors.inks.closing import Zone, closes, zones_of
from extractors.inks.faint import find_faint
from extractors.inks.ink_chance import DOUBT, NEAR_MM, RINGED, chance_of, is_no_hand, is_ring
from extractors.inks.ink_places import Features, features_in, whole
from extractors.inks.typeset import is_typeset
from extractors.layout import em_of

ELEMENT = ElementId.HANDTEKENING

# Ink that is less likely a signature than this is not worth a person's look.
LEAST = 0.08

_FORMULA = re.compile(
    r"\bw\.\s?g\.|\b(was getekend|(digitaal|elektronisch) (ge|onder)tekend|niet ondertekend)\b|"
    r"\(handtekening\)",
    re.IGNORECASE,
)
_ENCLOSED = (PageRole.AUTHORISATION, PageRole.ATTACHMENT, PageRole.DECISION)
_BY_HAND = frozenset({"inkt", "annotatie"})
SIGNED = 0.6  # from here on a trace on the letter is what is judged, whatever else is signed
# Where faint traces count: so far below the closing, beside it, and no wider.
FAINT_ASIDE_MM = 20.0
FAINT_WIDE_MM = 90.0
# An annotation above this share of the first page may be the stamp of an office; on so much print
# it marks that.
STAMPED, MARKED = 0.3, 0.3
# A picture is never a signature for certain: pasted, drawn in the file, or a sheer sheet with a
# signature on it that may be just a background. All are more than noise.
PASTED, DRAWN, SHEER = 0.3, 0.25, 0.2
# Lines in the page as a pen draws them, where people sign: programs to fill in forms leave an
# annotation of a pen so.
WRITTEN = 0.92
FLAT_MM = 2.5  # height of a drawing that is but a wave; pictures have a margin around that
SURELY_TYPESET = 0.95
LEAST_DARK = 0.25  # of ink: what is paler may be faint
FAINT_EDGE_MM = 15.0  # shadows and holes stand there


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return every trace of a signature, the most convincing first.

    What stands on an enclosed page comes last, with the mark "op_bijlage". It is looked for only
    when the letter may be unsigned: beside a signature on the letter itself it says nothing.
    """
    own = [*map(_certificate, letter.certificates), *_on_pages(_signed_pages(letter))]
    if any(each.role in _BY_HAND and each.confidence >= SIGNED for each in own):
        return tuple(_best_first(own))
    enclosed = [
        replace(each, marks=each.marks | {"op_bijlage"})
        for page in letter.with_role(*_ENCLOSED)
        if not page.page.in_part  # below its top stands print alone, which would look like ink
        for each in _on_pages((page,))
        if each.role != "getypt"
    ]
    return (*_best_first(own), *_best_first(enclosed))


def _best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda each: each.confidence, reverse=True)


def _signed_pages(letter: Letter) -> tuple[LetterPage, ...]:
    """Return the letter's own pages; one without words may hold nothing but the signature."""
    return letter.with_role(PageRole.LETTER, PageRole.CONTINUATION, PageRole.BLANK)


def _on_pages(pages: Sequence[LetterPage]) -> Iterator[Candidate]:
    zones = zones_of(pages)
    yield from _annotations(pages, zones)
    for zone in zones:
        yield from _on_paper(zone) if zone.page.page.is_paper else _pictures(zone)
        yield from _typed(zone)


def _certificate(certificate: Certificate) -> Candidate:
    sound = certificate.intact and certificate.valid
    confidence = 0.3 if not sound else 0.95 if certificate.covers_whole_file else 0.7
    place: tuple[Evidence, ...] = ()
    if certificate.page is not None and certificate.box is not None:
        place = (Evidence(certificate.page, certificate.box, certificate.signer),)
    return Candidate("digitaal", certificate.signer, place, confidence, "digitaal")


def _annotations(pages: Sequence[LetterPage], zones: Sequence[Zone]) -> Iterator[Candidate]:
    for each in pages:
        for box in each.page.ink_annotations:
            if max(box.width, box.height) < 5 * PT_PER_MM:
                continue
            near = any(zone.page is each and zone.box.overlaps(box) for zone in zones)
            confidence = 0.95 if near else 0.1 if _is_mark(box, each) else 0.5
            evidence = (Evidence(each.page.number, box, ""),)
            yield Candidate("annotatie", "", evidence, confidence, "annotatie")


def _is_mark(box: Box, page: LetterPage) -> bool:
    """Tell what is drawn far from the closing for another end: a stamp on top, marked text."""
    marked = sum(word.box.shared_area(box) for word in page.page.words)
    on_top = page.role is PageRole.LETTER and box.bottom < STAMPED * page.page.height
    return on_top or marked > MARKED * box.area


def _pictures(zone: Zone) -> Iterator[Candidate]:
    """Find pictures and drawings of the size of a signature where one would be."""
    page = zone.page.page
    found = (
        *((box, PASTED) for box in page.pictures if _has_size_of_signature(box)),
        *((box, DRAWN) for box in page.drawings if _has_size_of_signature(box, FLAT_MM)),
    )
    for box, confidence in found:
        if not zone.box.contains(box):
            continue
        evidence = (Evidence(page.number, box, ""),)
        if box in page.by_pen and _is_where_people_sign(box, zone):
            yield Candidate("annotatie", "", evidence, WRITTEN, "annotatie")
        else:
            yield Candidate("inkt", "", evidence, confidence, "plaatje")
    for box in page.pictures:
        if _lies_under(box, zone):
            evidence = (Evidence(page.number, box, ""),)
            yield Candidate("inkt", "", evidence, SHEER, "plaatje")


def _is_where_people_sign(box: Box, zone: Zone) -> bool:
    """Tell what stands right below a closing or beside it, in its column."""
    lines = [line for line in zone.page.lines if line.box.overlaps(zone.box)]
    return any(_is_at(box, line.box) for line in lines if line is zone.closing or closes(line))


def _is_at(box: Box, closing: Box) -> bool:
    is_near = closing.top <= box.center[1] and box.top - closing.bottom < NEAR_MM * PT_PER_MM
    return is_near and box.x0 < closing.x1 + FAINT_WIDE_MM * PT_PER_MM and box.x1 > closing.x0


def _lies_under(box: Box, zone: Zone) -> bool:
    """Tell a large picture behind or over the closing: some programs write on a sheer sheet."""
    if zone.closing is None or _has_size_of_signature(box):
        return False
    closing = zone.closing.box
    return box.overlaps(closing) and box.bottom > closing.bottom + 10 * PT_PER_MM


def _has_size_of_signature(box: Box, least_high: float = 4.0) -> bool:
    width, height = box.width / PT_PER_MM, box.height / PT_PER_MM
    return 8 <= width <= 140 and least_high <= height <= 70


def _typed(zone: Zone) -> Iterator[Candidate]:
    """Find what is typed where the signature would be: "w.g.", or a name below the closing."""
    below = [line for line in zone.page.lines if _stands_below(line, zone)]
    for line in [each for each in below if _FORMULA.search(each.text)] or below[:1]:
        evidence = (Evidence(line.page, line.box, line.text),)
        yield Candidate("", line.text, evidence, 0.5 * line.confidence, "getypt")


def _stands_below(line: Line, zone: Zone) -> bool:
    if zone.closing is None:
        return bool(_FORMULA.search(line.text)) and zone.box.contains(line.box)
    return zone.box.contains(line.box) and line.box.top >= zone.closing.box.bottom - 2


def _on_paper(zone: Zone) -> Iterator[Candidate]:
    features = tuple(features_in(zone))
    inks = tuple(_inks(zone, features))
    yield from inks
    if not any(each.confidence >= DOUBT for each in inks):
        yield from _faint(zone, features)


def _inks(zone: Zone, every: Iterable[Features]) -> Iterator[Candidate]:
    for features in every:
        if is_no_hand(features):
            continue
        confidence = chance_of(features)
        if confidence >= LEAST:
            evidence = (Evidence(zone.page.page.number, features.ink.box, ""),)
            yield Candidate("inkt", "", evidence, confidence, "inkt", _marks(features))


def _faint(zone: Zone, every: Iterable[Features]) -> Iterator[Candidate]:
    """Find what is too pale or broken to be measured, right below the closing or beside it."""
    image, closing = zone.page.page.image, zone.closing
    if image is None or closing is None or not zone.readable:
        return
    em = em_of(zone.page.page)
    known = [whole(word, em) for word in zone.page.page.words]
    known += [each.ink.box for each in every if _is_known(each)]
    measured = [each.ink.box for each in every if each.ink.darkness >= LEAST_DARK]
    below, *beside = _faint_places(zone, closing)
    # Further to the right offices stamp: what could be measured there is no signature.
    for signed, seen in ((below, known), *((each, known + measured) for each in beside)):
        place = find_faint(image, zone.box, signed, seen)
        if place is not None:
            evidence = (Evidence(zone.page.page.number, place, ""),)
            yield Candidate("inkt", "", evidence, DOUBT, "inkt")
            return


def _is_known(features: Features) -> bool:
    """Tell ink that is no signature, or was measured well enough to be print."""
    ink = features.ink
    is_print = ink.darkness >= LEAST_DARK and is_typeset(ink) >= SURELY_TYPESET
    return ink.ringed > RINGED or is_no_hand(features) or is_print


def _faint_places(zone: Zone, closing: Line) -> Iterator[Box]:
    """Yield where people sign: below the closing, and to the right of that."""
    top, left = closing.box.bottom, closing.box.x0
    foot = min(top + NEAR_MM * PT_PER_MM, zone.box.bottom)
    aside, right = left - FAINT_ASIDE_MM * PT_PER_MM, left + FAINT_WIDE_MM * PT_PER_MM
    yield Box(aside, top, right, foot)
    end = zone.page.page.width - FAINT_EDGE_MM * PT_PER_MM
    if end - right > FAINT_ASIDE_MM * PT_PER_MM:
        yield Box(right - FAINT_ASIDE_MM * PT_PER_MM, top, end, foot)


def _marks(features: Features) -> frozenset[str]:
    ink = features.ink
    marks = {
        "stempel": features.stamped or is_ring(ink) or ink.ringed > RINGED,
        "krabbel": ink.stroke < 8.0 or ink.length < 22.0,
    }
    return frozenset(mark for mark, holds in marks.items() if holds)
