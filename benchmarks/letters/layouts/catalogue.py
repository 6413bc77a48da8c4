"""All layouts, by split."""

from benchmarks.letters.layouts import development, testing, tuning, tuning_dates
from benchmarks.letters.layouts.layout import Layout

LAYOUTS = {
    "tune": (*tuning.LAYOUTS, *tuning_dates.LAYOUTS),
    "dev": development.LAYOUTS,
    "test": testing.LAYOUTS,
}


def named_layout(split: str, name: str) -> Layout:
    """Return one layout of a split by its name."""
    return next(layout for layout in LAYOUTS[split] if layout.name == name)
