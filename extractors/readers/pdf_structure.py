"""The inside of a PDF before anything is drawn: bombs, repair, filled-in forms, drawn ink.

qpdf (pikepdf) works on the objects of the file. Filled-in fields and notes are laid into the page,
so that they are words like all others. The bytes that come out are for reading only: certificates
are checked on the untouched file.
"""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pikepdf
from pdfminer.utils import Rect

from extractors.document import Box
from extractors.errors import (
    DECODER_ERRORS,
    DamagedError,
    ElsewhereError,
    NoPagesError,
    PasswordError,
    TooLargeError,
)
from extractors.readers.pdf_fields import drop_endless_fields
from extractors.readers.pdf_fonts import drop_endless_tables
from extractors.readers.pdf_forms import cut_rings
from extractors.readers.pdf_frame import Frame
from extractors.readers.pdf_streams import MAX_CONTENT, is_bomb, unpacks_beyond

WORTH_UNPACKING: Final = 30_000  # a packed stream of this size cannot grow beyond 31 million
MOST_PIXEL_BYTES: Final = 400_000_000  # A3 in colours at 600 dpi is 210 million
DRAWN: Final = frozenset({"/Ink", "/Stamp"})
UNSEEN: Final = 1 << 1 | 1 << 5  # ISO 32000-1, table 165: Hidden, NoView
# Stamps of words that viewers bring along: "Approved", "Sign here". By their names in ISO 32000 and
# by how those of Acrobat begin; one with the picture of a signature has a name of its own.
STAMPS_OF_WORDS: Final = frozenset({
    "Approved", "AsIs", "Confidential", "Departmental", "Draft", "Experimental", "Expired", "Final",
    "ForComment", "ForPublicRelease", "NotApproved", "NotForPublicRelease", "Sold", "TopSecret",
})  # fmt: skip
WORDS_BY_ACROBAT: Final = ("SB", "SH", "#D")
WORDS_LAID_IN: Final = "/FreeText"
LAID_IN: Final = frozenset({"/Widget", WORDS_LAID_IN, "/Ink", "/Stamp", "/Line", "/PolyLine"})
ONE_FLATE: Final = (["/FlateDecode"], ["/Fl"])
# The same written in signs, of which each may stand for four bytes ("z").
FLATE_IN_SIGNS: Final = (["/ASCII85Decode", "/FlateDecode"], ["/A85", "/Fl"])
MOST_BY_QPDF: Final = 2 * MAX_CONTENT
MOST_SCANS: Final = 100  # over one JPEG; programs make ten
QPDF_ERRORS: Final = (pikepdf.PdfError, pikepdf.ForeignObjectError, *DECODER_ERRORS)


@dataclass(frozen=True, slots=True)
class Structure:
    """The PDF to read, and by page index the rectangles of what was drawn by hand."""

    data: bytes
    ink: dict[int, tuple[Rect, ...]] = field(default_factory=dict)
    is_odd: bool = False  # qpdf had to guess: pdfminer may run in circles in it


def prepare(data: bytes) -> Structure:
    """Return the PDF with forms and notes laid into its pages.

    A file that qpdf cannot open is returned as it is: pdfium may know better.

    Raises:
        PasswordError: when it asks for a password to be read.
        NoPagesError: when it has no page.
        ElsewhereError: when its pages are not what it is about.
        TooLargeError: when a stream of it unpacks to more than a page can need.
        DamagedError: when part of it is missing.

    """
    if is_bomb(data):
        raise TooLargeError("a table of the file that unpacks without end")
    _limit_qpdf()
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return _prepared(pdf, data)
    except pikepdf.PasswordError as error:
        raise PasswordError("the PDF is encrypted for its readers") from error
    except QPDF_ERRORS:
        return Structure(data, is_odd=True)


def repaired(data: bytes) -> bytes | None:
    """Return the PDF written anew by qpdf, None when it cannot."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return _saved(pdf)
    except (pikepdf.PasswordError, *QPDF_ERRORS):
        return None


def fields_of(data: bytes) -> dict[str, tuple[int, Box]]:
    """Return the page (from 1) and the place of each visible form field, by its name."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return dict(_fields(pdf))
    except (pikepdf.PasswordError, *QPDF_ERRORS):
        return {}


def _fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[int, Box]]]:
    for number, page in enumerate(pdf.pages, start=1):
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, pikepdf.Array) else ():
            if isinstance(note, pikepdf.Dictionary) and "/T" in note and "/Rect" in note:
                frame = Frame.of(
                    media=_rect(page.mediabox),
                    crop=_rect(page.cropbox),
                    rotate=int(page.obj.get("/Rotate", 0)),
                )
                box = frame.box(frame.upright(_rect(note["/Rect"])))
                if box.width > 1 and box.height > 1:
                    yield str(note["/T"]), (number, box)


def _rect(numbers: pikepdf.Object) -> Rect:
    x0, y0, x1, y1 = (float(number) for number in numbers.as_list())
    return x0, y0, x1, y1


def _prepared(pdf: pikepdf.Pdf, data: bytes) -> Structure:
    if len(pdf.pages) == 0:
        raise NoPagesError("a PDF without pages")
    if _is_elsewhere(pdf.Root):
        raise ElsewhereError("a portfolio, or a form that is in XML alone")
    _refuse_bombs(pdf)
    is_odd = bool(pdf.get_warnings())
    if is_odd and any("/Contents" not in page.obj for page in pdf.pages):
        # cut off: a page that lost what stands on it must not pass for an empty one
        raise DamagedError("the content of a page is gone")
    has_changed = drop_endless_tables(pdf) | cut_rings(pdf) | drop_endless_fields(pdf)
    notes = dict(_annotations(pdf))
    if not any(kind in LAID_IN for page in notes.values() for kind, _ in page):
        return Structure(_saved(pdf)) if has_changed else Structure(data, is_odd=is_odd)
    ink = {
        index: tuple(rect for kind, rect in page if kind in DRAWN) for index, page in notes.items()
    }
    acroform = pdf.Root.get("/AcroForm")
    if isinstance(acroform, pikepdf.Dictionary) and acroform.get("/NeedAppearances"):
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    return Structure(_saved(pdf), ink)


def _is_elsewhere(root: pikepdf.Object) -> bool:
    """Tell whether the pages are a cover: a portfolio of files, or "please wait" of XFA."""
    return "/Collection" in root or (
        "/AcroForm" in root and "/XFA" in root.AcroForm and bool(root.get("/NeedsRendering"))
    )


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about forms in other viewers: this copy is only read
        pdf.save(target)
    return target.getvalue()


def _annotations(pdf: pikepdf.Pdf) -> Iterator[tuple[int, list[tuple[str, Rect]]]]:
    for index, page in enumerate(pdf.pages):
        notes = page.obj.get("/Annots")
        found = [
            (_kind_of(note), _rect(note["/Rect"]))
            for note in (notes if isinstance(notes, pikepdf.Array) else ())
            if isinstance(note, pikepdf.Dictionary) and "/Rect" in note and not _is_hidden(note)
        ]
        if found:
            yield index, found


def _is_hidden(note: pikepdf.Dictionary) -> bool:
    """Tell what no viewer shows: somebody took it away again, or it is there for programs."""
    flags = note.get("/F", 0)
    return isinstance(flags, int) and bool(flags & UNSEEN)


def _kind_of(note: pikepdf.Dictionary) -> str:
    """Return what an annotation is; of a stamp of words only that it is laid on the page."""
    kind, name = str(note.get("/Subtype", "")), str(note.get("/Name", "")).removeprefix("/")
    of_words = name in STAMPS_OF_WORDS or name.startswith(WORDS_BY_ACROBAT)
    return WORDS_LAID_IN if kind == "/Stamp" and of_words else kind


def _refuse_bombs(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            _refuse_bomb(item, is_picture=item.get("/Subtype") == "/Image")


def _refuse_bomb(stream: pikepdf.Stream, *, is_picture: bool) -> None:
    filters = stream.get("/Filter")
    names = (
        [str(name) for name in filters.as_list()]
        if isinstance(filters, pikepdf.Array)
        else [str(filters)]
    )
    size = int(stream.get("/Length", 0))
    if filters is None or _is_small(names, size):
        return
    if is_picture and len(names) < 2:
        return  # its pixels are counted before it is drawn
    most = MOST_PIXEL_BYTES if is_picture else MAX_CONTENT
    if unpacks_beyond(stream.read_raw_bytes(), names, most=most):
        raise TooLargeError("a stream that unpacks without end")


def _is_small(names: list[str], size: int) -> bool:
    """Tell a packed stream that cannot grow beyond what is allowed, without unpacking it."""
    packed = 4 * size if names in FLATE_IN_SIGNS else size
    return names in (*ONE_FLATE, *FLATE_IN_SIGNS) and 0 <= packed < WORTH_UNPACKING


def _limit_qpdf() -> None:
    """Let qpdf itself unpack no more than this: it holds for the whole process."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_BY_QPDF,
        run_length_max_memory=MOST_BY_QPDF,
        png_max_memory=MOST_BY_QPDF,
        tiff_max_memory=MOST_BY_QPDF,
        dct_max_memory=MOST_BY_QPDF,
        dct_max_progressive_scans=MOST_SCANS,
    )
