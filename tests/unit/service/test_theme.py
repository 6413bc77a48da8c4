"""The theme: every ink on its paper has the contrast that WCAG 2.2 AA asks, by day and by night."""

import re
from importlib.resources import files

import pytest

THEME = files("service").joinpath("web", "static", "thema.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--pk-([a-z-]+): (#[0-9a-f]{6});", part))
    for part in THEME.split("@media (prefers-color-scheme: dark)")[:2]
)
TONES = ("ok", "warning", "error", "info", "quiet", "urgent")
TEXT = (
    *(("ink", paper) for paper in ("paper", "surface", "info-paper")),
    *(("quiet", paper) for paper in ("paper", "surface", "info-paper")),
    *(("accent", paper) for paper in ("paper", "surface", "info-paper")),
    *(("accent-hover", paper) for paper in ("paper", "surface", "info-paper")),
    *(("on-accent", paper) for paper in ("accent", "accent-hover")),
    *(("error-ink", paper) for paper in ("paper", "surface", "info-paper")),
    *((f"{tone}-ink", f"{tone}-paper") for tone in TONES),
)
# Edges of fields and the ring of the focus: things one must see, not read.
EDGES = (("line", "paper"), ("line", "surface"), ("focus", "paper"), ("focus", "surface"))


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT)
def test_text_can_be_read(colours: dict[str, str], ink: str, paper: str) -> None:
    assert contrast(colours[ink], colours[paper]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "paper"), EDGES)
def test_edges_can_be_seen(colours: dict[str, str], edge: str, paper: str) -> None:
    assert contrast(colours[edge], colours[paper]) >= 3
