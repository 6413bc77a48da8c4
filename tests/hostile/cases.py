"""All files made to break readers, each with what must come of it: a code, or how many pages."""

from collections.abc import Callable
from typing import Final

from tests.hostile import pdfs, pictures

TOO_LARGE: Final = "te_groot"
TOO_MANY: Final = "te_veel_paginas"
DAMAGED: Final = "beschadigd"
LOCKED: Final = "wachtwoord_nodig"
NO_PAGES: Final = "geen_paginas"
NOTHING: Final = "niets_te_lezen"  # there is a page, and nobody could read a word on it
ONE: Final = "1"
THREE: Final = "3"

Make = Callable[[], bytes]

CASES: Final[dict[Make, str]] = {
    # the table of the file
    pdfs.looping_xref: ONE,
    pdfs.xref_between_two: ONE,
    pdfs.wrong_offsets: ONE,
    pdfs.no_table: DAMAGED,  # with the table its last object went, which draws the page
    pdfs.table_far_away: ONE,
    pdfs.bomb_as_table: TOO_LARGE,
    pdfs.objects_in_themselves: DAMAGED,
    pdfs.many_objects_in_a_stream: ONE,
    pdfs.only_a_head: DAMAGED,
    pdfs.noise_after_a_head: DAMAGED,
    pdfs.no_catalog: DAMAGED,
    pdfs.after_a_megabyte: ONE,
    # lengths
    pdfs.length_too_long: ONE,
    pdfs.length_too_short: ONE,
    pdfs.length_below_nothing: ONE,
    pdfs.length_of_itself: ONE,
    # drawings that draw themselves
    pdfs.form_in_itself: ONE,
    pdfs.forms_in_a_ring: NOTHING,
    pdfs.forms_that_double: TOO_LARGE,
    pdfs.pattern_in_itself: NOTHING,
    pdfs.pattern_of_specks: NOTHING,
    pdfs.glyph_in_itself: ONE,
    pdfs.contents_that_loop: ONE,
    # pages
    pdfs.many_pages: TOO_MANY,
    pdfs.same_page_often: TOO_MANY,
    pdfs.tree_that_doubles: DAMAGED,
    pdfs.pages_that_loop: DAMAGED,
    pdfs.wrong_count: ONE,
    pdfs.deep_tree: DAMAGED,
    pdfs.no_pages: NO_PAGES,
    pdfs.huge_page: TOO_LARGE,
    pdfs.page_of_no_size: ONE,
    pdfs.page_of_no_number: NO_PAGES,
    pdfs.huge_unit: ONE,
    # pictures on a page
    pdfs.endless_inline_image: NOTHING,
    pdfs.huge_inline_image: NOTHING,
    pdfs.huge_image: TOO_LARGE,
    pdfs.image_in_a_form: TOO_LARGE,
    pdfs.huge_mask: NOTHING,
    pdfs.lying_image: NOTHING,
    pdfs.huge_jpeg_inside: TOO_LARGE,
    pdfs.noise_as_jbig2: DAMAGED,
    pdfs.noise_as_fax: ONE,
    pdfs.wide_fax: DAMAGED,
    pdfs.noise_as_jpeg: DAMAGED,
    pdfs.noise_as_jpeg2000: DAMAGED,
    # bombs
    pdfs.bomb: TOO_LARGE,
    pdfs.bomb_in_a_bomb: TOO_LARGE,
    pdfs.bomb_behind_ascii: TOO_LARGE,
    pdfs.bomb_of_runs: TOO_LARGE,
    pdfs.bomb_in_lzw: NOTHING,
    pdfs.bomb_by_another_name: TOO_LARGE,
    pdfs.bomb_in_a_font: TOO_LARGE,
    pdfs.wide_map: ONE,
    # depth and number
    pdfs.deep_arrays: ONE,
    pdfs.deep_dictionaries: NO_PAGES,
    pdfs.deep_content: ONE,
    pdfs.deep_states: ONE,
    pdfs.many_operators: NOTHING,
    pdfs.many_letters: ONE,
    pdfs.many_notes: ONE,
    # forms to fill in, and what wants something done
    pdfs.fields_in_a_ring: ONE,
    pdfs.note_in_itself: ONE,
    pdfs.runs_script: ONE,
    pdfs.launches: ONE,
    pdfs.goes_to_address: ONE,
    pdfs.submits: ONE,
    pdfs.reads_other_files: ONE,
    pdfs.holds_a_program: ONE,
    pdfs.holds_xml: ONE,
    # locks
    pdfs.locked_rc4: LOCKED,
    pdfs.locked_aes: LOCKED,
    pdfs.closed_to_change: ONE,
    pdfs.lock_without_key: LOCKED,
    # cut off: pages that lost what stands on them must not pass for empty ones
    **{pdfs.truncated(tenths): DAMAGED for tenths in range(1, 9)},
    pdfs.truncated(9): THREE,
    # pictures
    pictures.huge_png: TOO_LARGE,
    pictures.png_without_end: TOO_LARGE,
    pictures.png_of_nothing: DAMAGED,
    pictures.png_with_too_much: NOTHING,
    pictures.png_with_a_long_text: DAMAGED,
    pictures.png_that_lies: DAMAGED,
    pictures.looping_tiff: NOTHING,
    pictures.tiff_in_a_ring: NOTHING,
    pictures.tiff_of_many_pages: TOO_MANY,
    pictures.huge_tiff: TOO_LARGE,
    pictures.tiff_that_lies: NOTHING,
    pictures.tiff_bomb: NOTHING,
    pictures.stretched_tiff: TOO_LARGE,
    pictures.noise_as_fax_tiff: DAMAGED,
    pictures.huge_jpeg: TOO_LARGE,
    pictures.jpeg_of_many_scans: ONE,
    pictures.jpeg_of_noise: DAMAGED,
    pictures.half_a_jpeg: DAMAGED,
    pictures.bmp_below_nothing: TOO_LARGE,
    pictures.bmp_upside_down: TOO_LARGE,
    pictures.huge_bmp: TOO_LARGE,
    pictures.bmp_of_runs: NOTHING,
    pictures.huge_gif: TOO_LARGE,
    pictures.moving_gif: TOO_MANY,
    pictures.gif_of_noise: DAMAGED,
    pictures.moving_webp: TOO_MANY,
    pictures.huge_webp: TOO_LARGE,
    pictures.webp_of_noise: DAMAGED,
    pictures.picture_with_odd_directions: ONE,
}
