"""Ink that scores as a signature is told from what an office, a printer or a cup leaves."""

from dataclasses import replace

import pytest

from extractors.document import PT_PER_MM, Box
from extractors.inks.ink import Ink
from extractors.inks.ink_chance import DOUBT, DOUBTED, chance_of, is_no_hand
from extractors.inks.ink_places import Features
from extractors.inks.lettering import Lettering
from extractors.inks.strokes import Shape
from extractors.inks.typeset import is_typeset

SURE = 0.8
ENOUGH = 0.6  # for the judge
WINDING = Shape(straight=0.28, level=0.18, loop_share=0.01, symmetry=0.18)


def make_ink(*, width: float = 40.0, height: float = 12.0, **more: object) -> Ink:
    """Return a winding signature in blue ballpoint, lengths in millimetres."""
    ink = Ink(
        box=Box(80.0, 300.0, 80.0 + width * PT_PER_MM, 300.0 + height * PT_PER_MM),
        stroke_height=11.0, stroke_width=28.0, stroke_length=90.0, length=130.0,
        pen=0.5, pen_variation=0.4, density=0.12, darkness=0.6, sharpness=0.42,
        outline=0.6, slenderness=0.3, corners=30, letterlike=0.05, evenness=0.0, pieces=3,
        paleness=0.3, shape=WINDING,
    )  # fmt: skip
    return replace(ink, **more)  # type: ignore[arg-type]


def make_features(ink: Ink | None = None, **more: object) -> Features:
    """Return that signature right below the closing."""
    features = Features(
        ink or make_ink(), distance=3.0, aside=0.0, before=-40.0, words=0, read=0.0,
        stamped=False, readable=True,
    )  # fmt: skip
    return replace(features, **more)  # type: ignore[arg-type]


def test_a_winding_stroke_below_the_closing_is_a_signature() -> None:
    assert chance_of(make_features()) >= SURE


@pytest.mark.parametrize("pen", [1.3, 1.6])
def test_a_felt_tip_pen_signs_too(pen: float) -> None:
    assert chance_of(make_features(make_ink(pen=pen, darkness=0.9))) > DOUBTED


@pytest.mark.parametrize("other", [{"darkness": 0.3}, {"sharpness": 0.15}, {"length": 50.0}])
def test_a_wide_line_that_is_pale_blurred_or_plain_may_be_of_a_cup(other: dict[str, float]) -> None:
    ink = replace(make_ink(pen=1.5, darkness=0.9), **other)  # type: ignore[arg-type]
    assert chance_of(make_features(ink)) <= DOUBTED


@pytest.mark.parametrize("aside", [20.0, 35.0])
def test_a_short_mark_far_to_the_right_is_for_a_person(aside: float) -> None:
    mark = make_ink(
        width=12, height=7, stroke_height=7.0, stroke_width=12.0, stroke_length=27.0, length=27.0,
        pieces=1, corners=9,
    )  # fmt: skip
    assert chance_of(make_features(mark, aside=aside, distance=10.0)) <= DOUBTED


def test_a_whole_signature_far_to_the_right_counts() -> None:
    assert chance_of(make_features(aside=20.0, distance=5.0)) > DOUBTED


def test_what_was_read_far_below_is_a_note() -> None:
    assert chance_of(make_features(distance=35.0, read=0.4)) <= DOUBTED
    assert chance_of(make_features(distance=8.0, read=0.4)) > DOUBTED


def test_what_was_read_aside_is_a_note() -> None:
    words = make_ink(evenness=0.8)
    assert chance_of(make_features(words, aside=17.0, read=0.25)) <= DOUBTED
    assert chance_of(make_features(words, aside=17.0, read=0.1)) > DOUBTED
    assert chance_of(make_features(aside=17.0, read=0.25)) > DOUBTED


def test_short_initials_in_a_stamp_are_for_a_person() -> None:
    initials = make_ink(
        width=14, height=11, stroke_height=11.0, stroke_width=14.0, stroke_length=39.0, length=40.0
    )
    assert chance_of(make_features(initials, stamped=True)) <= DOUBTED
    assert chance_of(make_features(initials)) > DOUBTED


@pytest.mark.parametrize(("spread", "is_sure"), [(1.1, True), (1.9, False)])
def test_a_line_as_uneven_as_grain_is_not_sure(spread: float, is_sure: bool) -> None:
    assert (chance_of(make_features(make_ink(pen_variation=spread))) > DOUBTED) is is_sure


def test_what_goes_on_below_where_people_sign_is_not_sure() -> None:
    assert chance_of(make_features(distance=63.0)) <= DOUBTED


def test_a_name_that_is_printed_below_as_well_may_be_type() -> None:
    assert chance_of(make_features(echoed=0.3)) <= DOUBTED


def test_a_name_read_as_easily_as_print_may_still_be_by_hand() -> None:
    assert not is_no_hand(make_features(echoed=0.95))


def test_an_arc_down_the_page_is_no_hand() -> None:
    arc = make_ink(
        width=15, height=50, stroke_height=50.0, stroke_width=15.0, length=60.0, pieces=1, corners=8
    )
    assert is_no_hand(make_features(arc))
    assert not is_no_hand(make_features(replace(arc, length=150.0)))


@pytest.mark.parametrize("other", [{"symmetry": 0.9}, {"loop_share": 0.4}, {"level": 0.7}], ids=str)
def test_no_hand_is_the_same_on_both_sides_or_goes_around_or_stands_level(
    other: dict[str, float],
) -> None:
    drawn = make_ink(shape=replace(WINDING, **other))  # type: ignore[arg-type]
    assert chance_of(make_features(drawn)) <= DOUBTED


@pytest.mark.parametrize(
    "usual", [{"symmetry": 0.7}, {"loop_share": 0.1}, {"level": 0.47}, {"straight": 0.7}], ids=str
)
def test_what_scanned_signatures_come_to_is_no_reason_to_doubt(usual: dict[str, float]) -> None:
    drawn = make_ink(shape=replace(WINDING, **usual))  # type: ignore[arg-type]
    assert chance_of(make_features(drawn)) > DOUBTED


def test_a_mark_of_straight_lines_may_be_a_tick() -> None:
    lines = replace(WINDING, straight=0.8)
    tick = make_ink(shape=lines, corners=9, length=36.0, stroke_length=30.0)
    assert chance_of(make_features(tick)) <= DOUBTED


def test_a_drawing_beside_the_last_lines_is_for_a_person() -> None:
    assert chance_of(make_features(aside=60.0, distance=-14.0)) <= DOUBTED


@pytest.mark.parametrize(("paleness", "is_sure"), [(0.6, False), (0.1, True)])
def test_only_what_is_paler_than_print_shines_through(paleness: float, is_sure: bool) -> None:
    soft = make_ink(darkness=0.45, sharpness=0.28, paleness=paleness)
    assert (chance_of(make_features(soft)) > DOUBTED) is is_sure


def test_a_thin_pale_pen_with_an_edge_is_of_this_side() -> None:
    thin = make_ink(pen=0.16, darkness=0.14, sharpness=0.37, paleness=0.7)
    assert chance_of(make_features(thin)) > DOUBTED


def test_a_felt_tip_pen_is_as_dark_as_print_on_grey_paper_too() -> None:
    grey = make_ink(pen=1.4, darkness=0.5, sharpness=0.35, paleness=0.0)
    assert chance_of(make_features(grey)) > DOUBTED
    assert chance_of(make_features(replace(grey, paleness=0.4))) <= DOUBTED


def test_a_whole_ring_is_a_stamp_however_uneven_its_line() -> None:
    ring = make_ink(outline=1.0, pen_variation=0.5)
    assert chance_of(make_features(ring)) <= DOUBTED
    assert chance_of(make_features(replace(ring, outline=0.97))) > DOUBTED


def test_a_short_straight_stroke_that_a_scan_left_of_a_pen_is_no_ring() -> None:
    left = make_ink(outline=1.0, slenderness=0.15, stroke_height=6.0, stroke_width=3.0, pieces=8)
    assert chance_of(make_features(left)) > DOUBTED
    assert chance_of(make_features(replace(left, stroke_height=40.0, stroke_width=40.0))) <= DOUBTED


def test_a_letter_of_a_name_is_no_ring_though_all_of_its_hull_is_inked() -> None:
    letter = make_ink(outline=1.0, stroke_height=6.0, stroke_width=6.5, slenderness=0.6, pieces=8)
    assert chance_of(make_features(letter)) > DOUBTED
    assert chance_of(make_features(replace(letter, stroke_width=14.0))) <= DOUBTED


def test_a_name_in_small_joined_letters_is_dense_and_a_signature() -> None:
    small = make_ink(
        width=28, height=7, stroke_height=5.0, stroke_width=11.0, stroke_length=35.0, length=85.0,
        density=0.24, outline=0.92, corners=12, evenness=0.85, letterlike=0.35, pieces=6,
    )  # fmt: skip
    assert chance_of(make_features(small)) > ENOUGH
    assert chance_of(make_features(replace(small, density=0.4))) < ENOUGH


def test_a_felt_tip_pen_that_winds_may_be_as_even_as_a_machine() -> None:
    even = make_ink(pen=1.4, pen_variation=0.15, darkness=0.5, sharpness=0.32, paleness=0.0)
    assert chance_of(make_features(even)) > DOUBTED
    assert chance_of(make_features(replace(even, corners=12))) <= DOUBTED


def test_print_that_was_not_read_is_no_hand_however_like_a_signature_it_scores() -> None:
    even = Lettering(12, 0.9, 12, 0.9, 0.0, 0.45, 0.05)
    print_ = make_ink(
        width=20, height=3, stroke_height=2.9, stroke_width=9.0, density=0.4, paleness=0.0,
        lettering=even,
    )  # fmt: skip
    assert is_no_hand(make_features(print_))
    assert not is_no_hand(make_features(replace(print_, paleness=0.4)))


def test_a_soft_picture_of_a_felt_tip_pen_winds_as_no_cup_does() -> None:
    soft = make_ink(pen=1.5, pen_variation=0.4, darkness=0.5, sharpness=0.25, paleness=0.0)
    assert chance_of(make_features(soft)) > ENOUGH
    assert chance_of(make_features(replace(soft, corners=12))) <= DOUBTED
    assert chance_of(make_features(replace(soft, paleness=0.4))) <= DOUBTED


def test_a_broken_pen_paler_than_print_is_never_nothing_below_the_closing() -> None:
    broken = make_ink(
        width=24, height=6, stroke_height=1.6, stroke_width=8.0, stroke_length=11.0, length=45.0,
        pieces=8, corners=3, outline=0.95, density=0.15, letterlike=0.8, paleness=0.4,
    )  # fmt: skip
    assert chance_of(make_features(broken, distance=15.0)) >= DOUBT
    assert chance_of(make_features(replace(broken, paleness=0.0), distance=15.0)) < DOUBT
    assert chance_of(make_features(replace(broken, ringed=0.9), distance=15.0)) < DOUBT


def test_a_broad_line_that_stands_level_is_a_printed_letter() -> None:
    broad = make_ink(pen=1.4, darkness=0.8)
    upright = replace(broad, shape=replace(WINDING, level=0.45))
    assert chance_of(make_features(broad)) > DOUBTED
    assert chance_of(make_features(upright)) <= DOUBTED


def test_a_word_struck_out_is_not_surely_a_signature() -> None:
    assert chance_of(make_features(make_ink(density=0.58))) <= DOUBTED


def test_a_pen_on_a_soft_scan_has_an_edge_beside_print_as_soft() -> None:
    pen = make_ink(darkness=0.3, sharpness=0.28, paleness=0.4, crispness=0.67)
    assert chance_of(make_features(pen)) > DOUBTED
    assert chance_of(make_features(replace(pen, crispness=0.5))) <= DOUBTED
    assert chance_of(make_features(replace(pen, darkness=0.17))) <= DOUBTED
    assert chance_of(make_features(replace(pen, crispness=0.0))) <= DOUBTED


def test_a_broad_pen_that_winds_has_an_edge_no_cup_has() -> None:
    broad = make_ink(pen=1.5, darkness=0.3, sharpness=0.25, paleness=0.35, crispness=0.55)
    assert chance_of(make_features(broad)) > DOUBTED
    assert chance_of(make_features(replace(broad, corners=14))) <= DOUBTED
    assert chance_of(make_features(replace(broad, crispness=0.35))) <= DOUBTED


def test_a_signature_through_a_stamp_with_its_date_is_seen() -> None:
    through = make_ink(
        width=65, height=30, pieces=18, outline=0.45, length=300.0, stroke_length=150.0
    )
    assert chance_of(make_features(through, dated=True, read=0.6)) > DOUBTED
    letters = replace(through, stroke_length=20.0, stroke_height=5.0, stroke_width=4.0)
    assert chance_of(make_features(letters, dated=True, read=0.6)) <= DOUBTED
    frame = replace(through, outline=0.9)
    assert chance_of(make_features(frame, dated=True, read=0.6)) <= DOUBTED


def test_a_name_read_as_surely_as_that_in_the_letterhead_may_be_type() -> None:
    letters = Lettering(6, 0.75, 6, 0.75, 0.0, 0.45, 0.3)
    typed = make_ink(
        width=60, height=14, stroke_height=13.0, stroke_width=10.0, density=0.19, paleness=0.0,
        pieces=12, lettering=letters,
    )  # fmt: skip
    assert is_typeset(typed) >= 0.5
    assert chance_of(make_features(typed)) > DOUBTED
    assert chance_of(make_features(typed, headed=0.8)) <= DOUBTED
    assert chance_of(make_features(typed, headed=0.5)) > DOUBTED
    assert chance_of(make_features(headed=0.8)) > DOUBTED  # who signs over the own typed name


def test_words_just_aside_are_a_note() -> None:
    words = make_ink(evenness=0.63)
    assert chance_of(make_features(words, aside=14.0, read=0.24)) <= DOUBTED
    assert chance_of(make_features(words, aside=9.0, read=0.24)) > DOUBTED


def test_an_even_hand_is_paler_than_the_print_beside_it() -> None:
    letters = Lettering(7, 0.7, 7, 0.7, 0.0, 0.4, 0.25)
    even = make_ink(
        lettering=letters, stroke_height=7.0, stroke_width=12.0, height=7.0, paleness=0.4
    )
    assert 0.8 <= is_typeset(even) < 0.95
    assert chance_of(make_features(even)) > DOUBTED
    assert chance_of(make_features(replace(even, paleness=0.26))) <= DOUBTED
    assert chance_of(make_features(even, stamped=True)) <= DOUBTED


def test_an_arrow_is_straighter_than_any_signature() -> None:
    arrow = replace(WINDING, straight=0.8)
    drawn = make_ink(shape=arrow, corners=12, length=70.0, pieces=2)
    assert chance_of(make_features(drawn)) <= DOUBTED
    assert chance_of(make_features(replace(drawn, corners=30))) > DOUBTED


def test_short_initials_far_below_the_closing_are_for_a_person() -> None:
    initials = make_ink(
        width=12, height=7, stroke_height=7.0, stroke_width=12.0, stroke_length=38.0, length=38.0
    )
    assert chance_of(make_features(initials, distance=42.0)) <= DOUBTED
    assert chance_of(make_features(initials, distance=12.0)) > DOUBTED


def test_what_stands_in_the_frame_of_a_stamp_is_for_a_person_unless_it_runs_through_it() -> None:
    initials = make_ink(stroke_length=50.0)
    assert chance_of(make_features(initials, framed=True)) <= DOUBTED
    assert chance_of(make_features(make_ink(outline=0.5), framed=True)) > DOUBTED


def test_what_stands_outside_of_the_frame_to_sign_in_is_for_a_person() -> None:
    assert chance_of(make_features(outside=True)) <= DOUBTED


def test_level_edges_around_pieces_like_letters_are_left_of_a_stamp() -> None:
    level = replace(WINDING, level=0.42)
    worn = make_ink(shape=level, letterlike=0.3, pieces=8)
    assert chance_of(make_features(worn)) <= DOUBTED
    assert chance_of(make_features(replace(worn, letterlike=0.05))) > DOUBTED


def test_what_stands_below_the_name_and_past_it_may_be_a_note() -> None:
    assert chance_of(make_features(past_name=True)) <= DOUBTED


def test_what_shines_through_beside_a_signature_makes_no_fold_of_it() -> None:
    wide = make_ink(width=140, height=30, stroke_width=60.0, stroke_length=150.0, length=500.0)
    assert chance_of(make_features(wide)) > DOUBTED
    straight = replace(wide, shape=replace(WINDING, straight=0.6))
    assert chance_of(make_features(straight)) <= DOUBTED
    row_of_print = replace(wide, stroke_height=3.0, stroke_length=20.0)
    assert chance_of(make_features(row_of_print)) <= DOUBTED


@pytest.mark.parametrize(("straight", "pieces", "is_sure"), [(0.45, 24, False), (0.45, 4, True)])
def test_a_frame_with_letters_in_it_may_be_a_stamp(
    straight: float, pieces: int, *, is_sure: bool
) -> None:
    shape = replace(WINDING, straight=straight)
    ink = make_ink(
        height=30, stroke_height=28.0, stroke_width=33.0, stroke_length=88.0, length=250.0,
        corners=14, letterlike=0.45 if pieces > 12 else 0.1, pieces=pieces, shape=shape,
    )  # fmt: skip
    assert (chance_of(make_features(ink)) > DOUBTED) is is_sure
