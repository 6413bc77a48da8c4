"""Signatures under letters are told from what only looks like one."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.document import (
    PT_PER_MM,
    Box,
    Certificate,
    Letter,
    LetterPage,
    Page,
    PageImage,
    PageRole,
    TextSource,
    Word,
)
from extractors.element import Candidate
from extractors.elements import handtekening
from extractors.inks.ink import find_ink
from tests.factories import A4, HINTS, make_letter_page, make_words
from tests.unit.extractors.drawn import BODY, CLOSED, CLOSING_MM, PX_PER_MM, Paper

SURE, UNCERTAIN, UNDECIDED, UNSEEN = 0.8, 0.35, 0.5, 0.18
SIGNED_PAGES = Path(__file__).parents[4] / "../shared/data/signed_pages"
SIGNATURES = Path(__file__).parents[4] / "../shared/data/signatures"
SMALL_NAMES = ["010.jpg", "026.jpg", "050.jpg"]  # 4 mm high at that width


def found(letter: Letter, role: str = "inkt") -> list[Candidate]:
    return [each for each in handtekening.find(letter, HINTS) if each.role == role]


def confidence(letter: Letter) -> float:
    return max((each.confidence for each in found(letter)), default=0.0)


def digital_page(**more: object) -> LetterPage:
    page = Page(1, *A4, make_words(CLOSED), TextSource.TEXT, **more)  # type: ignore[arg-type]
    return make_letter_page(page)


def test_ink_below_the_closing_is_a_signature() -> None:
    best = found(Paper().scribble(30, CLOSING_MM + 3).letter())[0]
    assert best.confidence >= SURE
    assert best.value == "inkt"


def test_the_evidence_is_tight_around_the_ink() -> None:
    place = found(Paper().scribble(30, CLOSING_MM + 3).letter())[0].evidence[0]
    assert place.page == 1
    assert 80 < place.box.width < 160
    assert place.box.top > CLOSING_MM * 72 / 25.4


@pytest.mark.parametrize("x", [30, 70, 110])
def test_a_signature_may_stand_further_to_the_right(x: float) -> None:
    assert confidence(Paper().scribble(x, CLOSING_MM + 5).letter()) >= UNCERTAIN


def test_a_signature_may_run_over_the_typed_name() -> None:
    assert confidence(Paper().scribble(22, CLOSING_MM + 22, height=16).letter()) >= SURE


def test_a_pale_signature_counts() -> None:
    assert confidence(Paper().scribble(30, CLOSING_MM + 3, ink=160).letter()) >= SURE


def test_a_signature_without_any_closing_counts() -> None:
    paper = Paper(BODY).scribble(30, 70)
    assert confidence(paper.letter()) >= UNCERTAIN


def test_a_typed_name_alone_is_no_ink() -> None:
    letter = Paper().letter()
    assert confidence(letter) < UNCERTAIN
    assert found(letter, "getypt")[0].text == "J. Jansen"


def test_a_rule_to_sign_on_is_no_signature() -> None:
    paper = Paper().stroke([(25, CLOSING_MM + 15), (90, CLOSING_MM + 15)], pen=0.3)
    assert confidence(paper.letter()) < UNCERTAIN


def test_a_dotted_line_is_no_signature() -> None:
    paper = Paper()
    for place in range(60):
        paper.circle(25 + place, CLOSING_MM + 12, 0.15, filled=True)
    assert confidence(paper.letter()) < UNCERTAIN


def test_a_box_to_sign_in_is_no_signature() -> None:
    top, bottom = CLOSING_MM + 2, CLOSING_MM + 22
    box = [(25, top), (95, top), (95, bottom), (25, bottom), (25, top)]
    assert confidence(Paper().stroke(box, pen=0.3).letter()) < UNCERTAIN


def test_a_round_stamp_is_no_signature() -> None:
    paper = Paper().circle(60, CLOSING_MM + 18, 16).letters("INGEKOMEN", 49, CLOSING_MM + 19)
    assert confidence(paper.letter()) < UNCERTAIN


def test_a_note_in_the_margin_is_no_signature() -> None:
    paper = Paper().scribble(178, CLOSING_MM - 30, width=14, height=6)
    assert confidence(paper.letter()) < UNCERTAIN


def test_a_note_above_the_closing_is_no_signature() -> None:
    assert confidence(Paper().scribble(120, 10).letter()) < UNCERTAIN


def test_a_smudge_is_no_signature() -> None:
    paper = Paper().circle(50, CLOSING_MM + 10, 4, filled=True)
    assert confidence(paper.letter()) < UNCERTAIN


def test_unread_print_below_the_closing_is_not_surely_a_signature() -> None:
    paper = Paper().letters("Jansen", 25, CLOSING_MM + 15, size=4.5)
    assert confidence(paper.letter()) < SURE


def test_a_tick_is_not_surely_a_signature() -> None:
    paper = Paper().stroke([(60, 100), (63, 104), (68, 94)])
    assert confidence(paper.letter()) < SURE


def test_a_closing_at_the_foot_of_the_page_is_signed_on_the_next() -> None:
    text = " \n" * 52 + "Hoogachtend,"
    first = Paper(text).page()
    second = Paper("J. Jansen").scribble(30, 40).page(2, PageRole.CONTINUATION)
    best = found(Letter((first, second)))[0]
    assert best.confidence >= UNCERTAIN
    assert best.evidence[0].page == 2


def test_a_next_page_without_words_may_hold_the_signature() -> None:
    first = Paper(" \n" * 52 + "Hoogachtend,").page()
    second = Paper("").scribble(30, 40).page(2, PageRole.BLANK)
    assert confidence(Letter((first, second))) >= UNCERTAIN


def test_ink_on_an_enclosed_page_is_marked_and_comes_last() -> None:
    enclosed = Paper().scribble(30, CLOSING_MM + 3).page(2, PageRole.AUTHORISATION)
    candidates = handtekening.find(Letter((Paper().page(), enclosed)), HINTS)
    assert candidates[-1].marks >= {"op_bijlage"}
    assert not any("op_bijlage" in each.marks for each in candidates[:-1])


def test_an_enclosed_page_is_not_looked_at_beside_a_signed_letter() -> None:
    signed = Paper().scribble(30, CLOSING_MM + 3)
    letter = Letter((signed.page(), signed.page(2, PageRole.AUTHORISATION)))
    candidates = handtekening.find(letter, HINTS)
    assert candidates[0].confidence >= handtekening.SIGNED
    assert not any("op_bijlage" in each.marks for each in candidates)


def test_print_below_what_was_read_of_an_enclosure_is_no_ink() -> None:
    whole = Paper().scribble(30, CLOSING_MM + 3).page(2, PageRole.ATTACHMENT)
    part = replace(whole, page=replace(whole.page, in_part=True))
    marks = [each.marks for each in handtekening.find(Letter((Paper().page(), part)), HINTS)]
    assert not any("op_bijlage" in each for each in marks)


def test_a_picture_below_the_closing_of_a_digital_page_is_a_picture() -> None:
    picture = Box(75, 235, 190, 270)
    (best,) = found(Letter((digital_page(pictures=(picture,)),)), "plaatje")
    assert best.evidence[0].box == picture


def test_a_logo_in_the_letterhead_is_no_signature() -> None:
    assert not found(Letter((digital_page(pictures=(Box(400, 20, 520, 60),)),)), "plaatje")


def test_a_digital_page_has_no_ink() -> None:
    assert not found(Letter((digital_page(drawings=(Box(75, 235, 190, 270),)),)))


def test_a_flat_wave_drawn_below_the_closing_may_be_a_signature() -> None:
    wave, rule = Box(75, 240, 135, 248), Box(75, 240, 135, 241)
    assert found(Letter((digital_page(drawings=(wave,)),)), "plaatje")
    assert not found(Letter((digital_page(drawings=(rule,)),)), "plaatje")


def test_what_was_written_in_the_page_below_the_closing_is_drawn() -> None:
    name = Box(75, 235, 190, 262)
    (best,) = found(Letter((digital_page(drawings=(name,), by_pen=(name,)),)), "annotatie")
    assert best.confidence > SURE


def test_what_was_written_far_from_the_closing_is_a_drawing() -> None:
    aside = Box(450, 235, 560, 262)
    letter = Letter((digital_page(drawings=(aside,), by_pen=(aside,)),))
    assert not found(letter, "annotatie")


def test_a_scan_with_the_text_of_the_scanner_has_ink() -> None:
    scan = Paper().scribble(30, CLOSING_MM + 3).page()
    page = replace(scan.page, source=TextSource.TEXT, pictures=(Box(0, 0, *A4),))
    assert confidence(Letter((replace(scan, page=page),))) >= SURE


def test_ink_in_a_page_that_was_not_read_is_uncertain() -> None:
    paper = Paper().scribble(30, CLOSING_MM + 3)
    paper.words = tuple(replace(word, confidence=0.3) for word in paper.words)
    assert UNCERTAIN <= confidence(paper.letter()) < SURE


def test_ink_on_a_page_without_any_words_is_uncertain() -> None:
    paper = Paper().scribble(30, CLOSING_MM + 3)
    paper.words = ()
    assert UNCERTAIN <= confidence(paper.letter()) < SURE


def test_ink_in_a_stamp_of_the_office_is_marked() -> None:
    paper = Paper(CLOSED.replace("\n\n\n\n\n\nJ.", "\n\n       GEZIEN\n\n\n\nJ."))
    (best, *_) = found(paper.scribble(30, CLOSING_MM + 5, width=12, height=5).letter())
    assert "stempel" in best.marks


def test_a_drawn_annotation_near_the_closing_is_a_signature() -> None:
    (best,) = found(Letter((digital_page(ink_annotations=(Box(75, 235, 190, 270),)),)), "annotatie")
    assert best.confidence >= SURE


def test_a_drawn_annotation_elsewhere_is_uncertain() -> None:
    (best,) = found(Letter((digital_page(ink_annotations=(Box(75, 620, 190, 660),)),)), "annotatie")
    assert UNCERTAIN <= best.confidence < SURE


@pytest.mark.parametrize("box", [Box(400, 20, 520, 60), Box(70, 130, 400, 143)])
def test_an_annotation_on_top_or_over_text_is_no_signature(box: Box) -> None:
    (best,) = found(Letter((digital_page(ink_annotations=(box,)),)), "annotatie")
    assert best.confidence < 0.12


def test_a_sheer_sheet_over_the_closing_is_a_doubt() -> None:
    (best,) = found(Letter((digital_page(pictures=(Box(0, 180, 595, 420),)),)), "plaatje")
    assert 0.12 < best.confidence < 0.6


@pytest.mark.parametrize("box", [Box(0, 0, 595, 90), Box(0, 500, 595, 800)])
def test_a_large_picture_away_from_the_closing_is_none(box: Box) -> None:
    assert not found(Letter((digital_page(pictures=(box,)),)), "plaatje")


@pytest.mark.parametrize(
    ("intact", "whole", "sure"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_only_an_intact_certificate_over_the_whole_file_is_sure(
    intact: bool, whole: bool, sure: bool
) -> None:
    seal = Certificate("J. Jansen", intact=intact, valid=True, covers_whole_file=whole)
    letter = Letter((digital_page(),), certificates=(seal,))
    assert (found(letter, "digitaal")[0].confidence >= SURE) is sure


def test_words_that_stand_for_a_signature_are_typed() -> None:
    text = CLOSED.replace("\n\n\n\n\n\nJ.", "\n\nw.g.\n\nJ.")
    letter = Letter((make_letter_page(Page(1, *A4, make_words(text), TextSource.TEXT)),))
    assert found(letter, "getypt")[0].text == "w.g."


@pytest.mark.parametrize("file", ["xbk38d00-page02_2.tif", "xtm90c00.tif", "zrt45f00.tif"])
def test_real_signatures_are_found_where_they_are_labelled(file: str) -> None:
    image, box = _signed_page(file)
    inks = find_ink(image, Box(0, box.top - 20, 595, box.bottom + 20))
    assert any(ink.box.overlaps(box) and ink.stroke > 10 for ink in inks)


def _signed_page(file: str) -> tuple[PageImage, Box]:
    if not SIGNED_PAGES.is_dir():
        pytest.skip("no folder ../shared/data/signed_pages beside the project")
    rows = csv.DictReader((SIGNED_PAGES / "labels.csv").read_text("utf-8").splitlines())
    sides = next(row["box_pixels"] for row in rows if row["file"] == file).split()
    with Image.open(SIGNED_PAGES / file) as picture:
        scale = float(picture.info["dpi"][0]) / 72
        pixels = np.asarray(picture.convert("L"))
    factor = 160 / 72 / scale
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return PageImage(small, 160 / 72), Box(*(float(side) / scale for side in sides))


def test_a_letter_without_pages_has_no_signature() -> None:
    assert handtekening.find(Letter(()), HINTS) == ()


def cup_ring() -> Paper:
    return Paper().circle(60, CLOSING_MM + 16, 9)


def hair() -> Paper:
    t = np.linspace(0, 1, 80)
    points = np.stack([40 + 60 * t, CLOSING_MM + 12 + 9 * np.sin(4 * t)], axis=1)
    return Paper().stroke(points, pen=0.15, ink=90)


def wavy_line_in_margin() -> Paper:
    t = np.linspace(0, 1, 200)
    return Paper().stroke(np.stack([9 + np.sin(40 * t), CLOSING_MM + 40 * t], axis=1))


def stamp_with_a_word() -> Paper:
    paper = Paper().circle(60, CLOSING_MM + 16, 14)
    return paper.letters("KANTOOR", 51, CLOSING_MM + 18, size=4)


def tick() -> Paper:
    return Paper().stroke([(40, CLOSING_MM + 8), (43, CLOSING_MM + 12), (49, CLOSING_MM + 3)])


def shaky_fold() -> Paper:
    xs = np.linspace(12, 195, 300)
    return Paper().stroke(np.stack([xs, CLOSING_MM + 10 + np.sin(xs / 3)], axis=1), pen=0.4, ink=70)


@pytest.mark.parametrize(
    "trap", [cup_ring, hair, wavy_line_in_margin, stamp_with_a_word, tick, shaky_fold]
)
def test_what_befalls_a_page_is_at_most_a_doubt(trap: Callable[[], Paper]) -> None:
    assert confidence(trap().letter()) < 0.6


def test_what_stands_inside_a_stamp_is_marked_as_its_own() -> None:
    paper = Paper().circle(60, CLOSING_MM + 16, 14)
    best = found(paper.scribble(50, CLOSING_MM + 10, width=18).letter())[0]
    assert "stempel" in best.marks


def specks(x: float, y: float, *, ink: int = 205) -> Paper:
    """Return a letter with a signature of which a copier left pale bits."""
    paper = Paper()
    for step in range(24):
        at = x + 1.3 * step, y + 3.0 * np.sin(step / 2.0)
        paper.stroke([at, (at[0] + 0.5, at[1] + 0.6)], pen=0.15, ink=ink)
    return paper


def test_pale_bits_below_the_closing_are_a_doubt() -> None:
    (candidate,) = found(specks(25, CLOSING_MM + 8).letter())
    assert 0.2 < candidate.confidence < 0.3


def test_pale_bits_elsewhere_are_dirt() -> None:
    assert found(specks(25, CLOSING_MM + 90).letter()) == []


def test_dirt_all_over_the_page_is_no_doubt() -> None:
    paper = specks(25, CLOSING_MM + 8)
    for x in (70, 110, 150):
        for step in range(24):
            at = x + 1.3 * step, CLOSING_MM + 8 + 3.0 * np.sin(step / 2.0)
            paper.stroke([at, (at[0] + 0.5, at[1] + 0.6)], pen=0.15, ink=205)
    assert found(paper.letter()) == []


def test_a_large_signature_over_the_text_is_one() -> None:
    letter = Paper().scribble(25, CLOSING_MM - 4, width=80, height=30).letter()
    assert confidence(letter) > 0.8


def test_a_line_under_the_name_is_nothing() -> None:
    line = [(24 + step, CLOSING_MM + 32 + 0.3 * np.sin(step)) for step in range(40)]
    assert found(Paper().stroke(line, pen=0.4).letter()) == []


def underlined_name() -> Paper:
    paper = Paper().scribble(30, CLOSING_MM + 4, width=24, height=12)
    return paper.stroke([(28, CLOSING_MM + 22), (56, CLOSING_MM + 14)], pen=0.4)


def test_a_signature_with_a_line_under_it_is_one() -> None:
    assert confidence(underlined_name().letter()) >= SURE


def test_a_thin_pale_stroke_below_the_closing_is_a_doubt() -> None:
    t = np.linspace(0, 1, 90)
    points = np.stack([30 + 24 * t, CLOSING_MM + 8 + 3 * np.sin(14 * t)], axis=1)
    assert UNCERTAIN > confidence(Paper().stroke(points, pen=0.15, ink=225).letter()) > 0.2


def test_a_pale_smudge_below_the_closing_is_dirt() -> None:
    paper = Paper().stroke([(35, CLOSING_MM + 9), (52, CLOSING_MM + 12)], pen=4.0, ink=225)
    paper.pixels = cv2.GaussianBlur(paper.pixels, (0, 0), 4)
    assert confidence(paper.letter()) < 0.12


def test_paper_full_of_dirt_is_not_surely_unsigned() -> None:
    paper = Paper()
    places = np.random.default_rng(3).uniform(
        [20, CLOSING_MM - 4], [190, CLOSING_MM + 60], (400, 2)
    )
    for x, y in places:
        paper.stroke([(x, y), (x + 1.4, y + 0.9)], pen=0.3)
    assert confidence(paper.letter()) > 0.2


def test_a_word_that_was_read_too_flat_leaves_no_ink() -> None:
    paper = Paper().letters("bericht", 60, CLOSING_MM + 12, size=4.0)
    box = Box(165, (CLOSING_MM + 10) * 72 / 25.4, 250, (CLOSING_MM + 11.2) * 72 / 25.4)
    paper.words = (*paper.words, Word("bericht", box, 0.95))
    assert confidence(paper.letter()) < 0.12


def test_a_name_in_a_typeface_like_handwriting_is_no_signature() -> None:
    paper = Paper()
    place = round(28 * PX_PER_MM), round((CLOSING_MM + 16) * PX_PER_MM)
    font = cv2.FONT_HERSHEY_SCRIPT_COMPLEX
    cv2.putText(paper.pixels, "Annelies Jansen", place, font, 2.0, 40, 2)
    assert confidence(paper.letter()) < UNSEEN


def test_a_wavy_line_close_to_the_text_is_nothing() -> None:
    t = np.linspace(0, 1, 300)
    points = np.stack([17 + 0.8 * np.sin(40 * t), CLOSING_MM + 2 + 45 * t], axis=1)
    assert confidence(Paper().stroke(points).letter()) < 0.12


def test_a_large_thin_signature_is_no_hair() -> None:
    t = np.linspace(0, 1, 500)
    xs, ys = 28 + 55 * t + 3 * np.sin(50 * t), CLOSING_MM + 14 + 11 * np.sin(21 * t) * (1 - 0.4 * t)
    paper = Paper().stroke(np.stack([xs, ys], axis=1), pen=0.15, ink=90)
    assert confidence(paper.letter()) >= 0.6


def signed_by(file: str, *, wide: float) -> Paper:
    """Return a letter with a scanned signature, so many millimetres wide."""
    if not SIGNATURES.is_dir():
        pytest.skip("no folder ../shared/data/signatures beside the project")
    scan = cv2.imread(str(SIGNATURES / file), cv2.IMREAD_GRAYSCALE)
    assert scan is not None
    ink = np.clip(scan / (np.percentile(scan, 80) - 12), 0, 1).astype(np.float32)
    ys, xs = np.nonzero(ink < 0.75)
    cut = ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    factor = wide * PX_PER_MM / cut.shape[1]
    small = cv2.resize(cut, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    paper, (rows, columns) = Paper(), small.shape
    top, left = round((CLOSING_MM + 6) * PX_PER_MM), round(30 * PX_PER_MM)
    paper.pixels[top : top + rows, left : left + columns] = 245 * small
    return paper


@pytest.mark.parametrize("file", SMALL_NAMES)
def test_a_small_name_in_a_pale_pen_is_a_signature(file: str) -> None:
    assert confidence(signed_by(file, wide=28).letter()) >= 0.6


@pytest.mark.parametrize("ink", [40, 120])
def test_a_small_name_in_a_typeface_like_handwriting_is_not_surely_one(ink: int) -> None:
    paper, font = Paper(), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX
    place = round(28 * PX_PER_MM), round((CLOSING_MM + 12) * PX_PER_MM)
    cv2.putText(paper.pixels, "Annelies Jansen", place, font, 0.8, ink, 1)
    assert confidence(paper.letter()) < 0.6


def test_a_pale_fold_as_flat_as_a_name_is_at_most_a_doubt() -> None:
    t = np.linspace(0, 1, 300)
    points = np.stack([30 + 60 * t, CLOSING_MM + 8 + 1.5 * np.sin(9 * t)], axis=1)
    assert confidence(Paper().stroke(points, pen=0.4, ink=120).letter()) < 0.6


def test_a_thin_signature_of_several_strokes_is_no_hair() -> None:
    paper, t = Paper(), np.linspace(0, 1, 200)
    for x, height in ((28, 16), (42, 11), (54, 9), (66, 6)):
        xs, ys = x + 12 * t + 2 * np.sin(15 * t), CLOSING_MM + 13 + height / 2 * np.sin(16 * t)
        paper.stroke(np.stack([xs, ys], axis=1), pen=0.15, ink=120)
    assert confidence(paper.letter()) >= 0.6


def test_a_hatched_chart_is_at_most_a_doubt() -> None:
    paper, top, foot = Paper(), CLOSING_MM + 8, CLOSING_MM + 42
    for step in range(30):
        paper.stroke([(30 + 1.7 * step, foot), (55 + 1.7 * step, top)], pen=0.3)
    paper.stroke([(30, foot - 2), (99, top + 4)], pen=0.3)
    assert confidence(paper.letter()) < 0.6


def test_a_broad_signature_is_no_shadow() -> None:
    paper = Paper().scribble(25, CLOSING_MM + 4, width=78, height=11)
    assert confidence(paper.letter()) >= 0.6


@pytest.mark.parametrize("ink", [120, 170])
def test_a_name_in_a_typeface_in_another_colour_stays_a_doubt(ink: int) -> None:
    paper = Paper()
    place = round(28 * PX_PER_MM), round((CLOSING_MM + 16) * PX_PER_MM)
    cv2.putText(
        paper.pixels, "Annelies Jansen", place, cv2.FONT_HERSHEY_SCRIPT_COMPLEX, 2.0, ink, 2
    )
    assert 0.2 < confidence(paper.letter()) < 0.6


def test_a_signature_below_a_hasty_closing_counts() -> None:
    text = CLOSED.replace("Hoogachtend,", "grtz")
    page = Page(
        1, *A4, make_words(text), TextSource.TEXT, ink_annotations=(Box(75, 235, 190, 270),)
    )
    (best,) = found(Letter((make_letter_page(page),)), "annotatie")
    assert best.confidence >= SURE


def test_a_large_picture_below_the_closing_may_be_a_signature() -> None:
    picture = Box(75, 235, 420, 400)
    assert found(Letter((digital_page(pictures=(picture,)),)), "plaatje")
    assert not found(Letter((digital_page(pictures=(Box(20, 235, 570, 440),)),)), "plaatje")


def read_as(paper: Paper, text: str, confidence: float = 0.75) -> Paper:
    """Have the engine read a word at the beginning of what is drawn at 30 mm below the closing."""
    left, top = 30 * 72 / 25.4, (CLOSING_MM + 4.5) * 72 / 25.4
    paper.words = (*paper.words, Word(text, Box(left, top, left + 40, top + 11), confidence))
    return paper


def in_bits(ink: int) -> Paper:
    """Return a letter on which a first and a last name were written apart."""
    paper = Paper().scribble(30, CLOSING_MM + 4, width=12, height=5, ink=ink)
    return paper.scribble(46, CLOSING_MM + 4, width=22, height=6, ink=ink)


@pytest.mark.parametrize("ink", [30, 150])  # in black and white a pen is as dark as print
def test_a_pen_that_was_read_as_a_short_word_is_ink(ink: int) -> None:
    left = found(read_as(in_bits(ink), "Bae").letter())[0].evidence[0].box.x0
    assert left == pytest.approx(found(in_bits(ink).letter())[0].evidence[0].box.x0, abs=1)


@pytest.mark.parametrize("text", ["Baeris", "23"])
def test_longer_words_and_figures_are_print(text: str) -> None:
    left = found(read_as(in_bits(150), text).letter())[0].evidence[0].box.x0
    assert left > found(in_bits(150).letter())[0].evidence[0].box.x0 + 20


def test_a_small_signature_right_of_the_closing_is_one() -> None:
    assert confidence(Paper().scribble(135, CLOSING_MM + 5, width=18, height=8).letter()) >= 0.6


def test_what_shines_through_beside_the_closing_is_not_surely_one() -> None:
    paper = Paper().scribble(130, CLOSING_MM + 5, width=30, height=8, ink=205)
    assert confidence(paper.letter()) < 0.6


def test_pale_bits_right_of_the_closing_are_a_doubt() -> None:
    (candidate,) = found(specks(150, CLOSING_MM + 8).letter())
    assert 0.2 < candidate.confidence < 0.3


def test_pale_bits_beside_a_stamp_on_the_right_are_of_the_stamp() -> None:
    paper = Paper().letters("KANTOOR", 140, CLOSING_MM + 14, size=5)
    paper.stroke([(138, CLOSING_MM + 17), (178, CLOSING_MM + 16)], pen=0.15, ink=215)
    assert confidence(paper.letter()) < 0.12


def stamp_over_the_closing(*read: str) -> Paper:
    """Return a letter with a stamp of which the engine read little, over a closing that is gone."""
    paper = Paper(BODY)
    for row, text in enumerate(("INGEKOMEN", "23NOV2026", "JZ-TEAM")):
        paper.letters(text, 30, 72 + 7 * row, size=5)
    for text in read:
        paper.words = (*paper.words, Word(text, Box(92, 212, 150, 226), 0.9))
    return paper


def test_ink_with_a_year_in_it_is_at_most_a_doubt() -> None:
    assert confidence(stamp_over_the_closing("NOV2026").letter()) <= 0.5


def test_a_signature_beside_a_date_is_one() -> None:
    paper = Paper(CLOSED.replace("\n\n\n\n\n\nJ.", "\n\n12 november 2026\n\n\n\nJ."))
    assert confidence(paper.scribble(70, CLOSING_MM + 3).letter()) >= SURE


def test_a_flat_name_that_goes_to_and_fro_is_a_signature() -> None:
    t = np.linspace(0, 1, 300)
    ys = 1.3 * np.sin(58 * t) * (0.65 + 0.35 * np.sin(9 * t)) + 0.5 * np.sin(17 * t)
    points = np.stack([30 + 34 * t, CLOSING_MM + 10 + ys], axis=1)
    assert confidence(Paper().stroke(points, pen=0.3, ink=120).letter()) >= 0.6


def test_a_dark_name_written_in_one_stroke_is_no_print_for_standing_on_a_line() -> None:
    one = Paper().scribble(30, CLOSING_MM + 4, width=44, height=14, ink=30)
    bits = Paper()
    for place in range(8):
        bits.scribble(30 + 5.5 * place, CLOSING_MM + 4, width=4, height=14, ink=30)
    assert confidence(one.letter()) > confidence(bits.letter())


def test_a_round_stamp_that_begins_above_the_zone_is_at_most_a_doubt() -> None:
    text = CLOSED.replace(BODY, "\n".join(["Ik maak bezwaar tegen uw besluit."] * 8))
    stamp, y = Paper(text), CLOSING_MM - 6
    stamp.circle(140, y, 16).letters("ONTVANGST", 127, y, size=4)
    assert confidence(stamp.letters("12NOV26", 130, y + 6, size=4).letter()) <= 0.5


def test_a_signature_that_begins_above_the_zone_is_one() -> None:
    paper = Paper().scribble(100, CLOSING_MM - 18, width=50, height=34)
    assert confidence(paper.letter()) >= 0.6


def test_a_note_beside_a_stamp_on_the_right_is_at_most_a_doubt() -> None:
    stamped = CLOSED.replace("\n\n\n\n\n\nJ.", "\n\n" + " " * 55 + "INGEKOMEN\n\n\n\nJ.")
    paper = Paper(stamped).scribble(150, CLOSING_MM + 8, width=30, height=9)
    assert confidence(paper.letter()) < 0.6


def overread(paper: Paper, text: str, sure: float) -> Letter:
    """Return the letter in whose scribble at 30 mm the engine read a word."""
    left, top = 28 * PT_PER_MM, (CLOSING_MM + 2) * PT_PER_MM
    word = Word(text, Box(left, top, left + 46 * PT_PER_MM, top + 14 * PT_PER_MM), sure)
    paper.words = (*paper.words, word)
    return paper.letter()


@pytest.mark.parametrize(("text", "sure"), [("Jansen", 0.2), ("Jansem", 0.6)])
def test_a_name_in_ink_that_is_printed_below_may_be_set_in_type(text: str, sure: float) -> None:
    paper = Paper().scribble(30, CLOSING_MM + 3)
    assert confidence(overread(paper, text, sure)) == UNDECIDED


@pytest.mark.parametrize("text", ["Jaap", "Hierbij", "Sanders"])
def test_other_words_in_ink_say_nothing(text: str) -> None:
    paper = Paper().scribble(30, CLOSING_MM + 3)
    assert confidence(overread(paper, text, 0.3)) >= SURE


@pytest.mark.parametrize("name", ["Marlies Oosterbaan", "K. van der Plas", "Willem Hofstede"])
def test_a_name_set_in_type_that_was_not_read_is_no_signature(name: str) -> None:
    paper = Paper()
    image = Image.fromarray(paper.pixels)
    place = 30 * PX_PER_MM, (CLOSING_MM + 6) * PX_PER_MM
    ImageDraw.Draw(image).text(place, name, fill=50, font_size=5 * PX_PER_MM)
    paper.pixels = np.array(image)
    assert confidence(paper.letter()) < UNSEEN
