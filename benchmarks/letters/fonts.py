"""The typefaces that letters are set in, from Debian packages; missing ones are left out."""

from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path("/usr/share/fonts/truetype")


@dataclass(frozen=True)
class Font:
    """A family: where its two weights are, which package brings it, and who may use it."""

    name: str
    regular: str
    bold: str
    package: str
    split: str  # tune, test
    mono: bool = False
    factor: float = 1.0  # size correction against Arial


FONTS = (
    Font(
        "Arimo", "croscore/Arimo-Regular.ttf", "croscore/Arimo-Bold.ttf", "fonts-croscore", "tune"
    ),
    Font(
        "Tinos", "croscore/Tinos-Regular.ttf", "croscore/Tinos-Bold.ttf", "fonts-croscore", "tune"
    ),
    Font(
        "Carlito",
        "crosextra/Carlito-Regular.ttf",
        "crosextra/Carlito-Bold.ttf",
        "fonts-crosextra-carlito",
        "tune",
    ),
    Font(
        "DejaVuSans",
        "dejavu/DejaVuSansCondensed.ttf",
        "dejavu/DejaVuSansCondensed-Bold.ttf",
        "fonts-dejavu-extra",
        "tune",
        factor=0.92,
    ),
    Font(
        "OpenSans",
        "open-sans/OpenSans-Regular.ttf",
        "open-sans/OpenSans-Bold.ttf",
        "fonts-open-sans",
        "tune",
        factor=0.95,
    ),
    Font(
        "Charis",
        "charis/CharisSIL-Regular.ttf",
        "charis/CharisSIL-Bold.ttf",
        "fonts-sil-charis",
        "tune",
        factor=0.95,
    ),
    Font("PTSans", "paratype/PTS55F.ttf", "paratype/PTS75F.ttf", "fonts-paratype", "tune"),
    Font(
        "Cousine",
        "croscore/Cousine-Regular.ttf",
        "croscore/Cousine-Bold.ttf",
        "fonts-croscore",
        "tune",
        mono=True,
        factor=0.95,
    ),
    Font(
        "LiberationNarrow",
        "liberation/LiberationSansNarrow-Regular.ttf",
        "liberation/LiberationSansNarrow-Bold.ttf",
        "fonts-liberation",
        "tune",
        factor=1.05,
    ),
    Font(
        "LiberationSans",
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
        "fonts-liberation",
        "test",
    ),
    Font(
        "FreeSerif",
        "freefont/FreeSerif.ttf",
        "freefont/FreeSerifBold.ttf",
        "fonts-freefont-ttf",
        "test",
        factor=1.05,
    ),
    Font(
        "Caladea",
        "crosextra/Caladea-Regular.ttf",
        "crosextra/Caladea-Bold.ttf",
        "fonts-crosextra-caladea",
        "test",
    ),
    Font("Lato", "lato/Lato-Regular.ttf", "lato/Lato-Bold.ttf", "fonts-lato", "test"),
    Font(
        "Roboto",
        "roboto/hinted/Roboto-Regular.ttf",
        "roboto/hinted/Roboto-Bold.ttf",
        "fonts-roboto-hinted",
        "test",
    ),
    Font(
        "NotoSerif",
        "noto/NotoSerif-Regular.ttf",
        "noto/NotoSerif-Bold.ttf",
        "fonts-noto-core",
        "test",
        factor=0.95,
    ),
    Font(
        "Andika",
        "andika/Andika-Regular.ttf",
        "andika/Andika-Bold.ttf",
        "fonts-sil-andika",
        "test",
        factor=0.92,
    ),
    Font(
        "FreeMono",
        "freefont/FreeMono.ttf",
        "freefont/FreeMonoBold.ttf",
        "fonts-freefont-ttf",
        "test",
        mono=True,
    ),
    Font(
        "DejaVuSerif",
        "dejavu/DejaVuSerifCondensed.ttf",
        "dejavu/DejaVuSerifCondensed-Bold.ttf",
        "fonts-dejavu-extra",
        "test",
        factor=0.92,
    ),
)


def missing_packages() -> list[str]:
    """Name the Debian packages whose typefaces are not on this machine."""
    return sorted({font.package for font in FONTS if not (ROOT / font.regular).exists()})


def usable(split: str, *, mono: bool = False) -> list[Font]:
    """Return the typefaces of one split that are here."""
    here = [font for font in FONTS if (ROOT / font.regular).exists() and font.mono == mono]
    return [font for font in here if font.split == split] or here


def register(font: Font) -> tuple[str, str]:
    """Make a typeface known to the PDF writer; return its two names."""
    for suffix, path in (("", font.regular), ("-Bold", font.bold)):
        if font.name + suffix not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(font.name + suffix, ROOT / path))
    return font.name, f"{font.name}-Bold"
