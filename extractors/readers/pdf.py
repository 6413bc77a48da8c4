"""PDF: each page by its text layer when that can be trusted, else by OCR of its picture."""

import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.document import Box, Document, Page, PageImage, TextSource, Word, around
from extractors.errors import (
    DECODER_ERRORS,
    DamagedError,
    NoPagesError,
    TooManyPagesError,
)
from extractors.ocr import OcrEngine
from extractors.pictures.decoding import Picture
from extractors.pictures.images import SMALLEST_INK, ink_share, to_grey, turned
from extractors.readers.certificates import find_certificates
from extractors.readers.pdf_marks import A_PICTURE, Glyph, PageMarks, Placed, read_marks
from extractors.readers.pdf_pages import Renderer
from extractors.readers.pdf_pen import is_by_pen
from extractors.readers.pdf_pictures import without_print
from extractors.readers.pdf_structure import Structure, prepare, repaired
from extractors.readers.pdf_tokens import Fonts, read_objects_quickly
from extractors.readers.pdf_words import is_trustworthy, turn_box, words_of
from extractors.readers.photo import find_sheet
from extractors.readers.scan import READ_DPI, Upright, read_scan, upright
from extractors.readers.work import PageRead, Work
from extractors.signatures import SIGNATURES

if TYPE_CHECKING:
    from extractors.limits import Limits

MEDIA_TYPE: Final = "application/pdf"
RENDER_DPI: Final = 300.0
# Of a page that pdfminer cannot read a picture is drawn, by a library that may need less memory.
PDF_TEXT_ERRORS: Final = (
    PSException,
    PdfminerException,
    MalformedPDFException,
    MemoryError,
    *DECODER_ERRORS,
)
LITTLE_TEXT: Final = 250  # characters: a letterhead, a fax line, a stamp of the archive
LARGE_PICTURE: Final = 0.2  # of the page
FULL_PICTURE: Final = 0.5
OUTLINES: Final = 200  # free curves on a page whose letters are drawn as shapes
NEAR: Final = 6.0  # points between strokes of one drawing
TOUCHING: Final = 0.5  # points between strips of one picture
MOST_STRIPS: Final = 2000  # of a page; what has more is a drawing made of dots


def is_mine(data: bytes) -> bool:
    """Tell whether these are the bytes of a PDF."""
    return SIGNATURES[MEDIA_TYPE](data)


def read(data: bytes, *, engine: OcrEngine, limits: "Limits") -> Document:
    """Read all pages.

    Raises:
        PasswordError: when it cannot be read without a password.
        NoPagesError: when it has no page.
        TooManyPagesError: when it has more than the limits allow.
        DamagedError: when it cannot be opened, not even after repair.

    """
    work = Work.start(engine, limits)
    structure, renderer = _open(data, limits)
    pages = _read_pages(structure, renderer, work)
    return Document(
        media_type=MEDIA_TYPE,
        pages=tuple(read.page for read in pages),
        certificates=find_certificates(data),
        ocr_seconds=sum(read.ocr_seconds for read in pages),
        engine=engine.version if any(read.ocr_seconds for read in pages) else "",
    )


def _read_pages(structure: Structure, renderer: Renderer, work: Work) -> list[PageRead]:
    try:
        return list(work.in_order(_run, _jobs(structure, renderer, work)))
    finally:
        renderer.close()


def _open(data: bytes, limits: "Limits") -> tuple[Structure, Renderer]:
    structure = prepare(data)
    try:
        renderer = Renderer(structure.data, limits=limits)
    except DamagedError:
        whole = repaired(data)
        if whole is None:
            raise
        structure = Structure(whole)
        renderer = Renderer(whole, limits=limits)
    if renderer.page_count == 0:
        raise NoPagesError("a PDF without pages")
    if renderer.page_count > limits.pages:
        raise TooManyPagesError(f"{renderer.page_count} pages")
    return structure, renderer


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """A page to finish: its text layer, its picture to be read by OCR, or both to choose from."""

    work: Work
    number: int
    width: float
    text: Page | None = None
    picture: Picture | None = None


def _run(job: _Job) -> PageRead:
    return job.work.follow(job.number, lambda: _finish(job))


def _finish(job: _Job) -> PageRead:
    if job.picture is None:
        assert job.text is not None  # noqa: S101 - a job has one of the two
        return PageRead(job.text)
    has_text = job.text is not None  # of which the scan would have to say more
    scan = read_scan(job.picture, number=job.number, work=job.work, width=job.width, whole=has_text)
    if job.text is not None and _letters(scan.page.words) < 1.3 * _letters(job.text.words):
        return replace(scan, page=job.text)
    return scan


def _letters(words: tuple[Word, ...]) -> int:
    return sum(len(word.text) for word in words if word.confidence > 0.5)


def _jobs(structure: Structure, renderer: Renderer, work: Work) -> Iterator[_Job]:
    """Yield a job for each page; all that bears one thread only happens here."""
    for index, marks in enumerate(_marks_of_pages(structure, renderer.page_count)):
        work.time_for_call()
        width = renderer.width(index)
        job = _Job(work, index + 1, width)
        text = None if marks is None else _text_of(marks)
        if marks is None or not text or _may_be_drawn(marks, work.limits):
            renderer.refuse_bombs(index)
        if marks is None or text is None:
            picture = _picture_of(renderer, index, marks)
            photo = None if marks is None else _photo_on(marks, picture)
            yield replace(job, picture=photo or picture, width=0.0 if photo else width)
            continue
        page = _text_page(index, marks, text)
        if page.is_paper or not text or work.limits.text_pictures:
            page = replace(page, image=_image_of(renderer, index, marks))
        if not text and page.image is not None and ink_share(page.image.pixels) > SMALLEST_INK:
            # pdfminer sees an empty page where pdfium draws something: its content is damaged
            yield replace(job, picture=_picture_of(renderer, index, marks))
            continue
        page = without_print(page, renderer, is_safe=not marks.jpeg2000)
        page = _upright(page, marks.glyphs)
        if _may_hide_print(marks):
            yield replace(job, text=page, picture=_picture_of(renderer, index, marks))
        else:
            yield replace(job, text=page)


def _marks_of_pages(structure: Structure, count: int) -> Iterator[PageMarks | None]:
    """Yield what is drawn on each page, None where pdfminer cannot tell."""
    pages = [] if structure.is_odd else _pages_of(structure.data)
    if len(pages) != count:  # damaged: the two libraries do not see the same pages
        whole = repaired(structure.data)
        pages = [] if whole is None else _pages_of(whole)
    if len(pages) != count:
        yield from (None for _ in range(count))
        return
    fonts = Fonts()
    for index, page in enumerate(pages):
        try:
            marks = read_marks(page, fonts, ink=structure.ink.get(index, ()))
            # A media box of nothing says nothing about where words stand.
            yield marks if min(marks.width, marks.height) >= 1 else None
        except PDF_TEXT_ERRORS:
            yield None
        finally:
            page.close()


def _pages_of(data: bytes) -> list[PlumberPage]:
    try:
        opened = pdfplumber.open(io.BytesIO(data))
        read_objects_quickly(opened.doc, data)
        return [] if _lists_beyond(opened, len(data)) else opened.pages
    except PDF_TEXT_ERRORS:
        return []


def _lists_beyond(opened: PDF, most: int) -> bool:
    """Tell whether the tables in streams list more objects than the file has bytes.

    Where there is no page pdfminer looks at every object that they list, one by one.
    """
    ranges = (each for table in opened.doc.xrefs for each in getattr(table, "ranges", ()))
    return bool(sum(count for _, count in ranges) > most)


def _picture_of(renderer: Renderer, index: int, marks: PageMarks | None) -> Picture:
    picture = None if marks is None else renderer.embedded(index, marks)
    return picture or Picture(renderer.render(index, dpi=RENDER_DPI))


def _photo_on(marks: PageMarks, picture: Picture) -> Picture | None:
    """Return the photo of a sheet of paper that is all there is on the page, with white around it.

    That is how telephones print a photo to PDF. The sheet is then the page, not what it lies on.
    """
    if len(marks.pictures) != 1 or marks.glyphs or marks.curves:
        return None
    scale = picture.columns / marks.width
    box = marks.pictures[0].box
    rows = slice(round(box.top * scale), round(box.bottom * scale))
    columns = slice(round(box.x0 * scale), round(box.x1 * scale))
    part = np.ascontiguousarray(picture.pixels[rows, columns])
    is_photo = min(part.shape[:2]) > 0 and find_sheet(part) is not None
    return Picture(part) if is_photo else None


def _text_of(marks: PageMarks) -> tuple[Word, ...] | None:
    """Return the words of the text layer; None when the page is to be read by OCR."""
    words = words_of(marks.glyphs, width=marks.width, height=marks.height)
    if not words:
        is_blank = not (marks.pictures or marks.hidden or marks.curves)
        return () if is_blank else None
    if not is_trustworthy(marks.glyphs, words):
        return None
    characters = sum(len(word.text) for word in words)
    largest = marks.largest
    if characters < LITTLE_TEXT and (
        len(marks.curves) > OUTLINES
        or (largest is not None and marks.share_of(largest) > FULL_PICTURE)
    ):
        return None
    return words


def _may_be_drawn(marks: PageMarks, limits: "Limits") -> bool:
    """Tell whether a page with text is looked at, or has pictures that nobody should look at.

    To load a page with a logo alone takes pdfium milliseconds, a share of a letter that counts.
    """
    return (
        _is_large(marks.largest, marks)
        or limits.text_pictures
        or (marks.pixels > limits.image_pixels)
    )


def _is_large(picture: Placed | None, marks: PageMarks) -> bool:
    return picture is not None and marks.share_of(picture) >= LARGE_PICTURE


def _may_hide_print(marks: PageMarks) -> bool:
    """Tell whether a picture is large enough to hold part of the letter, and has no text on it."""
    largest = marks.largest
    if largest is None or not _is_large(largest, marks):
        return False
    return not any(largest.box.contains(glyph.box) for glyph in marks.glyphs)


def _image_of(renderer: Renderer, index: int, marks: PageMarks) -> PageImage:
    pixels = to_grey(renderer.render(index, dpi=READ_DPI))
    return PageImage(pixels, pixels.shape[1] / marks.width)


def _text_page(index: int, marks: PageMarks, words: tuple[Word, ...]) -> Page:
    """Return the page without a picture: only of paper and of blank pages is one looked at."""
    curves = [box for box in marks.curves if not any(ink.contains(box) for ink in marks.ink)]
    drawings, filled = drawings_of(curves), _filled(marks)
    return Page(
        number=index + 1,
        width=marks.width,
        height=marks.height,
        words=words,
        source=TextSource.TEXT,
        pictures=whole_pictures(marks),
        drawings=drawings,
        by_pen=tuple(box for box in drawings if is_by_pen(box, marks.strokes, filled)),
        ink_annotations=tuple(marks.ink),
    )


def _filled(marks: PageMarks) -> list[Box]:
    """Return the free paths of a page that no pen draws."""
    drawn = {id(stroke.box) for stroke in marks.strokes}
    return [box for box in marks.curves if id(box) not in drawn]


def _upright(page: Page, glyphs: list[Glyph]) -> Page:
    """Turn a page whose text was set sideways so that most of it can be read."""
    angles = [glyph.angle for glyph in glyphs if not glyph.text.isspace()]
    usual = max((0, 90, 180, 270), key=angles.count)
    if usual == 0 or angles.count(usual) < 0.8 * len(angles):
        return page
    return turned_page(page, -usual % 360)


def turned_page(page: Page, degrees: int) -> Page:
    """Return the page turned clockwise with all that is on it."""

    def turn(box: Box) -> Box:
        return turn_box(box, degrees, width=page.width, height=page.height)

    sides = (page.height, page.width) if degrees % 180 else (page.width, page.height)
    image = page.image and PageImage(turned(page.image.pixels, degrees), page.image.scale)
    return replace(
        page,
        width=sides[0],
        height=sides[1],
        words=tuple(replace(word, box=turn(word.box)) for word in page.words),
        image=image,
        pictures=tuple(turn(box) for box in page.pictures),
        drawings=tuple(turn(box) for box in page.drawings),
        by_pen=tuple(turn(box) for box in page.by_pen),
        ink_annotations=tuple(turn(box) for box in page.ink_annotations),
        turned=(page.turned + degrees) % 360,
    )


def whole_pictures(marks: PageMarks) -> tuple[Box, ...]:
    """Return where pictures stand; some programs print one as many strips that touch."""
    every = [*(placed.box for placed in marks.pictures), *marks.slivers]
    if len(every) > MOST_STRIPS:
        return tuple(placed.box for placed in marks.pictures)
    return tuple(
        box for box in _grouped(every, near=TOUCHING) if min(box.width, box.height) >= A_PICTURE
    )


def drawings_of(curves: list[Box]) -> tuple[Box, ...]:
    """Return the boxes of groups of curves that lie close together and are as large as a name."""
    groups = _grouped(curves, near=NEAR)
    return tuple(sorted(box for box in groups if box.width >= 20 and box.height >= 8))


def _grouped(boxes: list[Box], *, near: float) -> list[Box]:
    """Return a box around each group of boxes that lie so close together."""
    groups: list[Box] = []
    for box in boxes:
        reach = box.grown(near, near)
        close = [group for group in groups if group.overlaps(reach)]
        groups = [group for group in groups if not group.overlaps(reach)]
        groups.append(around([box, *close]))
    return groups


def page_of(
    data: bytes, index: int, *, degrees: int, is_scan: bool, limits: "Limits"
) -> Upright | None:
    """Return one page as it was read, in its own colours; None when there is no such page.

    Raises:
        DocumentError: when the file or the page cannot be opened.

    """
    structure, renderer = _open(data, limits)
    try:
        if index >= renderer.page_count:
            return None
        width = renderer.width(index)
        renderer.refuse_bombs(index)
        if not is_scan:
            pixels = turned(renderer.render(index, dpi=READ_DPI), degrees)
            return Upright(pixels, pixels.shape[1 - degrees // 90 % 2] / width)
        every = _marks_of_pages(structure, renderer.page_count)
        marks = next(itertools.islice(every, index, None))
        picture = _picture_of(renderer, index, marks)
        photo = None if marks is None else _photo_on(marks, picture)
        return upright(photo or picture, degrees=degrees, width=0.0 if photo else width)
    finally:
        renderer.close()
