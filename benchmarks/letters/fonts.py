"""The typefaces that letters are set in, from Debian packages; missing ones are left out."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path("/usr/share/fonts/truetype")
LIST = Path(__file__).parent / "data" / "fonts.toml"
PLAIN = str.maketrans({"•": "-", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l", "Ł": "L"})


@dataclass(frozen=True)
class Font:
    """A family: where its two weights are, which package brings it, and who may use it."""

    name: str
    regular: str
    package: str
    split: str
    bold: str = ""
    use: str = "text"  # text, mono, hand (letters written by hand), script (a typed signature)
    factor: float = 1.0  # size correction against Arial

    @property
    def here(self) -> bool:
        """Tell whether the typeface is on this machine."""
        return (ROOT / self.regular).exists()


@cache
def load_fonts() -> tuple[Font, ...]:
    """Return all typefaces that letters may be set in."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["font"]
    return tuple(Font(**entry) for entry in entries)


def missing_packages() -> list[str]:
    """Name the Debian packages whose typefaces are not on this machine."""
    return sorted({font.package for font in load_fonts() if not font.here})


def usable(split: str, use: str = "text") -> list[Font]:
    """Return the typefaces of one split that are here; none is an error that names packages."""
    wanted = [font for font in load_fonts() if font.split == split and font.use == use]
    here = [font for font in wanted if font.here]
    if not here:
        packages = " ".join(sorted({font.package for font in wanted}))
        raise FileNotFoundError(f"no typeface for {split}/{use}; apt-get install {packages}")
    return here


def script_font() -> Font:
    """Return a typeface for a typed signature that imitates handwriting."""
    return next(font for font in load_fonts() if font.use == "script" and font.here)


def register(font: Font) -> tuple[str, str]:
    """Make a typeface known to the PDF writer; return the names of its two weights."""
    bold = f"{font.name}-Bold" if font.bold else font.name
    for name, path in ((font.name, font.regular), (bold, font.bold or font.regular)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, ROOT / path))
    return font.name, bold


def printable(font: Font, text: str) -> str:
    """Replace letters that the typeface lacks by their plain form.

    Comparison folds diacritics, so that a name without its cedilla is still the same name.
    """
    glyphs = pdfmetrics.getFont(font.name).face.charToGlyph
    return "".join(sign if ord(sign) in glyphs else _plain(sign) for sign in text)


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign.translate(PLAIN))[:1]
