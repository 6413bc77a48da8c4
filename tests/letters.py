"""A typeface for made letters that needs no package: it comes with the PDF writer."""

from pathlib import Path

import reportlab

from benchmarks.letters.fonts import Font

FOLDER = Path(reportlab.__file__).parent / "fonts"
VERA = Font("Vera", str(FOLDER / "Vera.ttf"), "reportlab", "tune", str(FOLDER / "VeraBd.ttf"))
