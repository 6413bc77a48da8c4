"""The folder in which processes write their counts (see `metrics`)."""

from pathlib import Path


def clean(folder: Path) -> None:
    """Make an empty folder for the counts: those of an earlier run would be added to ours."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.db"):
        path.unlink(missing_ok=True)
