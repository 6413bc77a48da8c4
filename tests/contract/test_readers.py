"""Every format gives upright pages of words with places, or a DocumentError with a code."""

import io
import math

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors import errors
from extractors.document import Document, Page, TextSource
from extractors.limits import Limits
from extractors.ocr import OcrEngine
from extractors.readers.any_format import READERS, read
from extractors.signatures import SIGNATURES
from tests.needs import engine_or_skip
from tests.pages import (
    LINES,
    changed,
    draw_lines,
    encoded,
    font_of_its_own_scale,
    found,
    photo,
    picture,
    scan_pdf,
    text_pdf,
)

LIMITS = Limits(text_pictures=True)
OCR_SHARE = 0.95
GIBBERISH = ("qzx wkrt pfgh", "bbcd xzrt lmnp")


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    return engine_or_skip()


@pytest.fixture(scope="module")
def scan() -> Image.Image:
    return picture()


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def only_page(document: Document) -> Page:
    (page,) = document.pages
    return page


def is_a4(page: Page) -> bool:
    return abs(page.width - A4[0]) < 6 and abs(page.height - A4[1]) < 6


def lies_well(page: Page) -> bool:
    """Tell whether the name stands upper left, and the closing below the salutation."""
    place = {word.text: word.box for word in reversed(page.words)}
    return place["Dorpsstraat"].x0 < 90 and (
        60 < place["Dorpsstraat"].top < place["Geachte"].top < place["vriendelijke"].top < 800
    )


def test_a_text_layer_is_taken_as_it_is(engine: OcrEngine) -> None:
    page = only_page(read(text_pdf(), engine=engine, limits=LIMITS))
    assert texts(page) == " ".join(LINES).split()
    assert page.source is TextSource.TEXT
    assert is_a4(page)
    assert lies_well(page)


def test_no_picture_is_made_of_a_page_that_is_read_from_its_text(engine: OcrEngine) -> None:
    assert only_page(read(text_pdf(), engine=engine, limits=Limits())).image is None


def test_words_of_a_text_layer_lie_on_their_ink(engine: OcrEngine) -> None:
    page = only_page(read(text_pdf(), engine=engine, limits=LIMITS))
    assert page.image is not None
    assert all(page.image.crop(word.box).min() < 120 for word in page.words)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"dpi": (200, 200)}),
        ("JPEG", {}),
        ("PNG", {"dpi": (200, 200)}),
        ("TIFF", {"dpi": (200, 200), "compression": "tiff_lzw"}),
        ("TIFF", {"dpi": (200, 200), "compression": "jpeg"}),
        ("BMP", {}),
        ("WEBP", {}),
        ("GIF", {}),
    ],
)
def test_a_picture_of_a_page_is_read(
    engine: OcrEngine, scan: Image.Image, kind: str, options: dict[str, object]
) -> None:
    page = only_page(read(encoded(scan, kind, **options), engine=engine, limits=LIMITS))
    assert found(texts(page)) > OCR_SHARE
    assert page.source is TextSource.OCR
    assert is_a4(page)
    assert lies_well(page)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_colour_modes_look_alike(engine: OcrEngine, scan: Image.Image, mode: str) -> None:
    if mode == "I;16":
        image = Image.fromarray((pixels_of(scan).astype("uint16")) * 257)
    elif mode in {"LA", "RGBA"}:
        image = scan.convert(mode)
        image.putalpha(scan.convert("L").point(lambda value: 255 - value))
    else:
        image = scan.convert(mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    page = only_page(read(encoded(image, kind), engine=engine, limits=LIMITS))
    assert found(texts(page)) > OCR_SHARE


def pixels_of(image: Image.Image):  # noqa: ANN201 - an array
    import numpy as np  # noqa: PLC0415

    return np.asarray(image.convert("L"))


def test_every_page_of_a_fax_is_read(engine: OcrEngine) -> None:
    fax = picture(dpi=204).convert("1", dither=Image.Dither.NONE)
    flat = fax.resize((fax.width, fax.height // 2))
    data = encoded(fax, "TIFF", save_all=True, append_images=[flat], compression="group4",
                   dpi=(204, 204))  # fmt: skip
    first, second = read(data, engine=engine, limits=LIMITS).pages
    assert found(texts(first)) > OCR_SHARE
    assert (first.number, second.number) == (1, 2)


def test_flat_pixels_of_a_fax_are_made_square(engine: OcrEngine) -> None:
    fax = picture(dpi=204)
    flat = fax.resize((fax.width, round(fax.height * 98 / 204)), Image.Resampling.BOX)
    data = encoded(flat, "TIFF", dpi=(204, 98))
    page = only_page(read(data, engine=engine, limits=LIMITS))
    assert found(texts(page)) > 0.9
    assert is_a4(page)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_scan_is_set_upright(engine: OcrEngine, scan: Image.Image, turn: int) -> None:
    data = encoded(scan.rotate(turn, expand=True), "PNG", dpi=(200, 200))
    page = only_page(read(data, engine=engine, limits=LIMITS))
    assert page.turned == turn
    assert found(texts(page)) > OCR_SHARE
    assert is_a4(page)
    assert lies_well(page)


def test_a_short_letter_on_its_head_is_set_upright(engine: OcrEngine) -> None:
    short = picture(text_pdf(LINES[8:12]))
    data = encoded(short.rotate(180), "PNG", dpi=(200, 200))
    assert only_page(read(data, engine=engine, limits=LIMITS)).turned == 180


def test_a_skewed_scan_is_set_straight(engine: OcrEngine, scan: Image.Image) -> None:
    skewed = scan.rotate(-3, fillcolor="white", resample=Image.Resampling.BICUBIC)
    page = only_page(read(encoded(skewed, "PNG", dpi=(200, 200)), engine=engine, limits=LIMITS))
    left, right = (
        next(word for word in page.words if word.text == text) for text in ("Hierbij", "minder")
    )
    assert found(texts(page)) > OCR_SHARE
    assert abs(left.box.top - right.box.top) < 3  # 20 when left aslant


def test_the_orientation_of_a_camera_is_followed(engine: OcrEngine, scan: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees clockwise to look at it
    data = encoded(scan.rotate(90, expand=True), "JPEG", exif=exif.tobytes())
    page = only_page(read(data, engine=engine, limits=LIMITS))
    assert (page.turned, is_a4(page)) == (0, True)


def test_a_photo_is_cut_to_its_sheet(engine: OcrEngine, scan: Image.Image) -> None:
    page = only_page(read(encoded(photo(scan), "JPEG"), engine=engine, limits=LIMITS))
    assert is_a4(page)
    assert found(texts(page)) > OCR_SHARE
    assert lies_well(page)


def test_a_photo_printed_to_pdf_is_cut_to_its_sheet(engine: OcrEngine, scan: Image.Image) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.drawInlineImage(photo(scan), 36, 70, 523, 697)
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    assert is_a4(page)
    assert found(texts(page)) > OCR_SHARE
    assert lies_well(page)


def test_a_scanned_pdf_is_read_by_ocr(engine: OcrEngine, scan: Image.Image) -> None:
    document = read(scan_pdf(scan), engine=engine, limits=LIMITS)
    page = only_page(document)
    assert (page.source, document.engine) == (TextSource.OCR, engine.version)
    assert document.ocr_seconds > 0
    assert found(texts(page)) > OCR_SHARE
    assert lies_well(page)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotate_of_a_pdf_page_is_followed(
    engine: OcrEngine, scan: Image.Image, rotate: int
) -> None:
    """A scanner that feeds sideways writes turned pixels and says so."""
    lying = scan.rotate(rotate, expand=True)
    target = io.BytesIO()
    lying.save(target, "PDF", resolution=200)
    data = changed(target.getvalue(), Rotate=rotate)
    page = only_page(read(data, engine=engine, limits=LIMITS))
    assert (page.turned, is_a4(page)) == (0, True)
    assert lies_well(page)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_text_that_lies_on_its_side_is_set_upright(engine: OcrEngine, rotate: int) -> None:
    page = only_page(read(changed(text_pdf(), Rotate=rotate), engine=engine, limits=LIMITS))
    assert page.turned == 360 - rotate
    assert is_a4(page)
    assert lies_well(page)
    assert page.image is not None
    assert all(page.image.crop(word.box).min() < 120 for word in page.words)


def test_places_are_counted_from_the_crop_box(engine: OcrEngine) -> None:
    boxes = {"MediaBox": [-50, -50, 600, 900], "CropBox": [20, 30, 580, 830]}
    data = changed(text_pdf(), **{key: pikepdf.Array(box) for key, box in boxes.items()})
    page = only_page(read(data, engine=engine, limits=LIMITS))
    assert (page.width, page.height) == (560, 800)
    assert page.words[0].box.x0 == pytest.approx(50, abs=1)
    assert page.image is not None
    assert all(page.image.crop(word.box).min() < 120 for word in page.words)


def test_a_page_in_larger_units_keeps_its_places(engine: OcrEngine) -> None:
    page = only_page(read(changed(text_pdf(), UserUnit=2), engine=engine, limits=LIMITS))
    assert page.words[0].box.x0 == pytest.approx(140, abs=1)
    assert page.image is not None
    assert all(page.image.crop(word.box).min() < 120 for word in page.words)


def test_an_invisible_layer_over_a_scan_is_not_trusted(
    engine: OcrEngine, scan: Image.Image
) -> None:
    page = only_page(
        read(scan_pdf(scan, hidden=["heel iets anders"]), engine=engine, limits=LIMITS)
    )
    assert page.source is TextSource.OCR
    assert found(texts(page)) > OCR_SHARE
    assert "heel" not in texts(page)


def test_a_stamp_printed_on_a_scan_leaves_it_a_scan(engine: OcrEngine, scan: Image.Image) -> None:
    page = only_page(read(scan_pdf(scan, printed="ONTVANGEN"), engine=engine, limits=LIMITS))
    assert page.source is TextSource.OCR
    assert "ONTVANGEN" in texts(page)


def test_letters_of_a_font_with_its_own_scale_are_as_high_as_they_look(engine: OcrEngine) -> None:
    page = only_page(read(font_of_its_own_scale("bezwaarschrift"), engine=engine, limits=LIMITS))
    (word,) = page.words
    assert word.text == "bezwaarschrift"
    assert 8 < word.box.height < 13


def test_garbage_in_a_text_layer_is_noticed(engine: OcrEngine) -> None:
    page = only_page(read(text_pdf(GIBBERISH * 6), engine=engine, limits=LIMITS))
    assert page.source is TextSource.OCR


def test_pages_of_one_file_are_judged_one_by_one(engine: OcrEngine, scan: Image.Image) -> None:
    target = io.BytesIO()
    with (
        pikepdf.open(io.BytesIO(text_pdf())) as pdf,
        pikepdf.open(io.BytesIO(scan_pdf(scan))) as other,
    ):
        pdf.pages.extend(other.pages)
        pdf.save(target)
    document = read(target.getvalue(), engine=engine, limits=LIMITS)
    assert [page.source for page in document.pages] == [TextSource.TEXT, TextSource.OCR]


def test_text_with_a_small_picture_stays_text(engine: OcrEngine, scan: Image.Image) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    canvas.drawInlineImage(scan.crop((0, 0, 400, 100)), 70, 120, 120, 30)
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    assert (page.source, len(page.pictures)) == (TextSource.TEXT, 1)


def test_a_letter_pasted_as_picture_under_a_letterhead_is_read(
    engine: OcrEngine, scan: Image.Image
) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.drawString(70, 810, "Advocatenkantoor Voorbeeld")
    canvas.drawInlineImage(scan.crop((0, 150, scan.width, 1700)), 0, 150, 595, 558)
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    assert {"Voorbeeld", "vriendelijke", "ZK-2026-004512"} <= set(texts(page))


def test_what_was_filled_in_on_a_form_is_read(engine: OcrEngine) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas, ["Klachtenformulier", "", "Uw naam:"])
    canvas.acroForm.textfield(name="naam", value="Fatima Haddad", x=160, y=735, width=200)
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    label, first = (next(w for w in page.words if w.text == text) for text in ("naam:", "Fatima"))
    assert first.box.x0 > label.box.x1
    assert "Haddad" in texts(page)


def drawn_in_a_viewer(*, flags: int) -> bytes:
    """Return a letter with an annotation of a signature; flag 4 has it printed."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf())) as pdf:
        strokes = pdf.make_stream(
            b"1 w 70 380 m 90 420 110 340 190 400 c S", Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form, BBox=[60, 330, 200, 430],
        )  # fmt: skip
        ink = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Ink, Rect=[60, 330, 200, 430], F=flags,
            AP=pikepdf.Dictionary(N=strokes), InkList=[[70, 380, 190, 400]],
        )  # fmt: skip
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(ink)])
        pdf.save(target)
    return target.getvalue()


def test_a_signature_drawn_in_a_viewer_is_kept(engine: OcrEngine) -> None:
    page = only_page(read(drawn_in_a_viewer(flags=4), engine=engine, limits=LIMITS))
    (box,) = page.ink_annotations
    assert (round(box.x0), round(box.bottom - box.top), page.drawings) == (60, 100, ())


@pytest.mark.parametrize("flags", [2, 4 + 32])
def test_a_signature_that_no_viewer_shows_is_none(engine: OcrEngine, flags: int) -> None:
    page = only_page(read(drawn_in_a_viewer(flags=flags), engine=engine, limits=LIMITS))
    assert (page.ink_annotations, page.drawings) == ((), ())


def test_a_picture_printed_in_strips_is_one(engine: OcrEngine, scan: Image.Image) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    for place in range(10):
        strip = scan.crop((0, 10 * place, 400, 10 * place + 10))
        canvas.drawInlineImage(strip, 70, 117 - 3 * place, 120, 3)
        canvas.drawInlineImage(strip, 300, 600 - 12 * place, 120, 3)  # lines in a table
    canvas.save()
    (box,) = only_page(read(target.getvalue(), engine=engine, limits=LIMITS)).pictures
    assert (round(box.x0), round(box.x1), round(box.height)) == (70, 190, 30)


@pytest.mark.parametrize(("name", "drawn"), [("Approved", 0), ("SBReceived", 0), ("k8dQ", 1)])
def test_a_stamp_of_words_is_not_drawn_by_hand(engine: OcrEngine, name: str, drawn: int) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf())) as pdf:
        stamp = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Name=pikepdf.Name("/" + name),
            Rect=[60, 330, 200, 430], F=4,
        )  # fmt: skip
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(stamp)])
        pdf.save(target)
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    assert len(page.ink_annotations) == drawn


def signature_and_logo() -> tuple[Image.Image, Image.Image]:
    """Return a line drawn by hand, and a mark with a name in letters."""
    pen, logo = Image.new("RGB", (360, 120), "white"), Image.new("RGB", (360, 120), "white")
    points = [(180 + 150 * math.sin(t / 9), 60 + 50 * math.sin(t / 4)) for t in range(80)]
    ImageDraw.Draw(pen).line(points, fill="navy", width=3)
    ImageDraw.Draw(logo).ellipse((5, 30, 65, 90), fill="teal")
    ImageDraw.Draw(logo).text((80, 40), "Bewind & Zorg", fill="black", font_size=32)
    return pen, logo


def test_a_logo_below_the_text_is_no_picture_and_a_signature_is(engine: OcrEngine) -> None:
    pen, logo = signature_and_logo()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    canvas.drawInlineImage(pen, 70, 100, 120, 40)
    canvas.drawInlineImage(logo, 300, 100, 120, 40)
    canvas.drawInlineImage(logo, 300, 790, 120, 40)  # a letterhead, which nobody looks at
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    assert [(round(box.x0), round(box.top)) for box in page.pictures] == [(70, 702), (300, 12)]


def test_a_signature_of_curves_is_a_drawing_and_rules_are_not(engine: OcrEngine) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    canvas.line(70, 300, 400, 300)
    canvas.rect(70, 200, 200, 50)
    canvas.bezier(70, 380, 90, 420, 110, 340, 190, 400)
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    (box,) = page.drawings
    assert (round(box.x0), round(box.x1)) == (70, 190)


def test_a_name_written_in_the_page_is_by_pen_and_a_filled_one_is_not(engine: OcrEngine) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    for left, fill in ((70, 0), (330, 1)):
        path = canvas.beginPath()
        path.moveTo(left, 380)
        for at in range(6):
            x = left + 20 * at
            path.curveTo(x + 25, 410, x - 8, 415, x + 8, 378)
            path.curveTo(x + 14, 370, x + 16, 376, x + 20, 382)
        canvas.drawPath(path, stroke=1 - fill, fill=fill)
    canvas.save()
    page = only_page(read(target.getvalue(), engine=engine, limits=LIMITS))
    assert [round(box.x0, -1) for box in page.by_pen] == [70]


def test_a_drawing_is_as_high_as_its_bends(engine: OcrEngine) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    canvas.bezier(70, 380, 100, 420, 130, 340, 160, 380)  # begins and ends on one level
    canvas.save()
    (box,) = only_page(read(target.getvalue(), engine=engine, limits=LIMITS)).drawings
    assert (round(box.x0), round(box.x1)) == (70, 160)
    assert box.height == pytest.approx(23.1, abs=1.5)  # of the curve itself


def test_a_box_with_round_corners_is_no_drawing(engine: OcrEngine) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw_lines(canvas)
    canvas.roundRect(70, 200, 200, 50, 8)  # where people are to sign
    canvas.roundRect(300, 200, 60, 40, 12, fill=1, stroke=0)
    canvas.save()
    assert not only_page(read(target.getvalue(), engine=engine, limits=LIMITS)).drawings


def test_an_owner_password_does_not_keep_readers_out(engine: OcrEngine) -> None:
    page = only_page(read(text_pdf(owner="geheim"), engine=engine, limits=LIMITS))
    assert found(texts(page)) == 1


def test_a_page_measured_in_pixels_becomes_a_sheet(engine: OcrEngine, scan: Image.Image) -> None:
    data = encoded(scan, "PDF", resolution=72)  # 1654 x 2339 points
    page = only_page(read(data, engine=engine, limits=LIMITS))
    assert is_a4(page)
    assert page.unit == pytest.approx(200 / 72, rel=0.01)


def test_pages_read_in_threads_stay_in_order(engine: OcrEngine) -> None:
    frames = [picture(text_pdf([f"bladzijde {word}"] * 12), dpi=150)
              for word in ("een", "twee", "drie", "vier")]  # fmt: skip
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:], dpi=(150, 150))
    pages = read(data, engine=engine, limits=Limits(page_threads=3)).pages
    assert [page.words[1].text for page in pages] == ["een", "twee", "drie", "vier"]


def test_a_coloured_stamp_survives_the_grey(engine: OcrEngine, scan: Image.Image) -> None:
    stamped = scan.copy()
    stamped.paste((235, 120, 130), (900, 200, 1100, 260))
    stamped.paste((120, 160, 235), (900, 300, 1100, 360))
    stamped.paste((255, 255, 0), (900, 400, 1100, 460))
    page = only_page(read(encoded(stamped, "PNG", dpi=(200, 200)), engine=engine, limits=LIMITS))
    assert page.image is not None
    red, blue, yellow = (page.image.pixels[round(y * 0.8), 800] for y in (230, 330, 430))
    assert max(red, blue) < 150
    assert yellow > 240


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.EmptyFileError),
        (b"\x00" * 40, errors.EmptyFileError),
        (b"Beste mensen, dit is geen scan.", errors.UnknownFormatError),
        (b"PK\x03\x04" + b"x" * 99, errors.UnknownFormatError),
        (b"%PDF-1.7\nverder niets", errors.DamagedError),
        (text_pdf()[:200], errors.DamagedError),
        (text_pdf(user="geheim"), errors.PasswordError),
        (changed(text_pdf(), MediaBox=[0, 0, 28346, 28346]), errors.TooLargeError),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, errors.DamagedError),
        (b"\x89PNG\r\n\x1a\n", errors.DamagedError),
        (b"II*\x00\x08\x00\x00\x00\x00\x00", errors.DamagedError),
        (encoded(Image.new("L", (1, 1), 0), "PNG"), errors.NothingToReadError),
        (encoded(Image.new("L", (1200, 1700), 255), "PNG"), errors.NothingToReadError),
        (encoded(Image.new("1", (30_000, 30_000)), "PNG"), errors.TooLargeError),
        (text_pdf([]), errors.NothingToReadError),
    ],
    ids=lambda value: getattr(value, "code", "") or f"{len(value)}b",
)
def test_a_bad_file_is_refused_with_its_code(
    engine: OcrEngine, data: bytes, error: type[errors.DocumentError]
) -> None:
    with pytest.raises(error):
        read(data, engine=engine, limits=LIMITS)


def test_a_jpeg_without_its_lower_half_is_refused(engine: OcrEngine, scan: Image.Image) -> None:
    data = encoded(scan, "JPEG", dpi=(200, 200))
    with pytest.raises(errors.DamagedError):
        read(data[: len(data) // 2], engine=engine, limits=LIMITS)


def test_a_jpeg_without_its_last_bytes_is_read(engine: OcrEngine, scan: Image.Image) -> None:
    data = encoded(scan, "JPEG", dpi=(200, 200))
    page = only_page(read(data[:-20], engine=engine, limits=LIMITS))
    assert found(texts(page)) > OCR_SHARE


def test_a_scan_in_a_pdf_without_its_lower_half_is_refused(
    engine: OcrEngine, scan: Image.Image
) -> None:
    jpeg = encoded(scan, "JPEG")
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(encoded(scan, "PDF", resolution=200))) as pdf:
        (stream,) = pdf.pages[0].get_images().values()
        stream.write(jpeg[: len(jpeg) // 2], filter=pikepdf.Name.DCTDecode)
        pdf.save(target)
    with pytest.raises(errors.DamagedError):
        read(target.getvalue(), engine=engine, limits=LIMITS)


def test_a_pdf_without_pages_has_no_pages(engine: OcrEngine) -> None:
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(target)
    with pytest.raises(errors.DocumentError) as caught:
        read(target.getvalue(), engine=engine, limits=LIMITS)
    assert caught.value.code == errors.NoPagesError.code


def test_too_many_pages_are_refused(engine: OcrEngine) -> None:
    with pytest.raises(errors.TooManyPagesError):
        read(text_pdf(LINES, LINES, LINES), engine=engine, limits=Limits(pages=2))


def test_a_stream_that_unpacks_without_end_is_refused(engine: OcrEngine) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf())) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b" " * 80_000_000)
        pdf.save(target)
    with pytest.raises(errors.TooLargeError):
        read(target.getvalue(), engine=engine, limits=LIMITS)


def test_time_for_a_file_is_limited(engine: OcrEngine) -> None:
    with pytest.raises(errors.TimeLimitError):
        read(text_pdf(), engine=engine, limits=Limits(file_s=0.0))


def test_each_reader_knows_only_its_own_bytes(scan: Image.Image) -> None:
    kinds = ("PDF", "TIFF", "JPEG", "PNG", "BMP", "WEBP", "GIF")
    known = [[reader.is_mine(encoded(scan, kind)) for kind in kinds] for reader in READERS]
    assert known == [[row == column for column in range(7)] for row in range(7)]


def test_every_format_that_is_read_is_known_at_the_door() -> None:
    assert {reader.MEDIA_TYPE for reader in READERS} == set(SIGNATURES)
