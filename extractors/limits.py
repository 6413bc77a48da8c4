"""How a file is read: caps on bytes, pages, pixels, points and seconds, and what is left out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may spend on one file; beyond it the file is refused with a code."""

    file_bytes: int = 200_000_000
    pages: int = 300
    page_side_pt: float = 14_400.0  # 5.08 m: the largest page PDF 1.7 knows (Annex C.2)
    image_pixels: int = 120_000_000  # A3 at 600 dpi is 70 million
    ocr_page_s: float = 40.0  # wall clock for one call of the OCR engine
    file_s: float = 300.0  # wall clock for one file, all pages
    page_threads: int = 1  # pages of one file that are read at the same time
    text_pictures: bool = False  # also draw pages that are read from their text layer
    all_pages: bool = False  # also read clean backs, and enclosures to their end


DEFAULT_LIMITS = Limits()
