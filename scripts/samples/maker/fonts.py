"""The typefaces of the samples: what plain Debian packages bring, by family name.

Must not fall back to another face: a letter that changed its face is another sample.
"""

from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path("/usr/share/fonts/truetype")


@dataclass(frozen=True, slots=True)
class Family:
    """Files of one typeface and the Debian package that has them."""

    package: str
    regular: str
    bold: str
    italic: str


FAMILIES = {
    "carlito": Family(
        "fonts-crosextra-carlito",
        "crosextra/Carlito-Regular.ttf",
        "crosextra/Carlito-Bold.ttf",
        "crosextra/Carlito-Italic.ttf",
    ),
    "caladea": Family(
        "fonts-crosextra-caladea",
        "crosextra/Caladea-Regular.ttf",
        "crosextra/Caladea-Bold.ttf",
        "crosextra/Caladea-Italic.ttf",
    ),
    "sans": Family(
        "fonts-liberation",
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
        "liberation/LiberationSans-Italic.ttf",
    ),
    "serif": Family(
        "fonts-liberation",
        "liberation/LiberationSerif-Regular.ttf",
        "liberation/LiberationSerif-Bold.ttf",
        "liberation/LiberationSerif-Italic.ttf",
    ),
    "mono": Family(
        "fonts-liberation",
        "liberation/LiberationMono-Regular.ttf",
        "liberation/LiberationMono-Bold.ttf",
        "liberation/LiberationMono-Italic.ttf",
    ),
    "dejavu": Family(
        "fonts-dejavu-core",
        "dejavu/DejaVuSans.ttf",
        "dejavu/DejaVuSans-Bold.ttf",
        "dejavu/DejaVuSans.ttf",
    ),
    "lato": Family(
        "fonts-lato", "lato/Lato-Regular.ttf", "lato/Lato-Bold.ttf", "lato/Lato-Italic.ttf"
    ),
    "opensans": Family(
        "fonts-open-sans",
        "open-sans/OpenSans-Regular.ttf",
        "open-sans/OpenSans-Bold.ttf",
        "open-sans/OpenSans-Italic.ttf",
    ),
    "hand": Family("fonts-breip", "breip/Breip.ttf", "breip/Breip.ttf", "breip/Breip.ttf"),
}


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that must be installed first."""
    return tuple(
        sorted(
            {
                family.package
                for family in FAMILIES.values()
                for name in (family.regular, family.bold, family.italic)
                if not (ROOT / name).exists()
            }
        )
    )


def register() -> None:
    """Make every family known to reportlab as `name`, `name-bold` and `name-italic`."""
    for name, family in FAMILIES.items():
        pdfmetrics.registerFont(TTFont(name, str(ROOT / family.regular)))
        pdfmetrics.registerFont(TTFont(f"{name}-bold", str(ROOT / family.bold)))
        pdfmetrics.registerFont(TTFont(f"{name}-italic", str(ROOT / family.italic)))


def path_of(name: str) -> str:
    """Return the file of a registered name, for Pillow."""
    family, _, weight = name.partition("-")
    found = FAMILIES[family]
    return str(ROOT / (found.bold if weight == "bold" else found.regular))
