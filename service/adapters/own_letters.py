"""Texts and Word templates that an organisation has made itself, from a folder.

brieven/                          for every profile
elementen.toml
brief.docx
vgz-zorgkantoor/              for one profile; goes before those for every profile
herstelverzuim-bezwaar.txt
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from service.settings import ConfigurationError
from service.wording import WordingFile

TEXTS = {".txt", ".toml"}
TEMPLATE = "brief.docx"


@dataclass(frozen=True, slots=True)
class OwnLetters:
    """What an organisation has made itself; no template: the one that comes with Postkamer."""

    texts: tuple[WordingFile, ...] = ()
    template: bytes | None = None


def read_own_letters(folder: Path | None, profile_id: str, known: Iterable[str]) -> OwnLetters:
    """Read what is in the folder for a profile; hidden files and other files are passed over.

    Raises:
        ConfigurationError: when the folder cannot be read, or names a profile that is not known.

    """
    if folder is None:
        return OwnLetters()
    try:
        _check_names(folder, set(known))
        return _read(folder, profile_id)
    except OSError as error:
        why = f"niet te lezen ({error.strerror}). Kijk wat de instelling letters noemt."
        raise ConfigurationError(f"{folder}: {why}") from error
    except UnicodeDecodeError as error:
        why = "een tekst is geen UTF-8. Bewaar de teksten als UTF-8."
        raise ConfigurationError(f"{folder}: {why}") from error


def _check_names(folder: Path, known: set[str]) -> None:
    """Refuse a folder that is no profile: it would never be used, and nobody would know."""
    for each in sorted(folder.iterdir()):
        if each.is_dir() and not each.name.startswith(".") and each.name not in known:
            names = ", ".join(sorted(known))
            raise ConfigurationError(f"{each}: dit profiel bestaat niet. Kies uit {names}.")


def _read(folder: Path, profile_id: str) -> OwnLetters:
    texts: dict[str, WordingFile] = {}
    template = None
    for place in (folder, folder / profile_id):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.suffix in TEXTS and not path.name.startswith("."):
                texts[path.name] = WordingFile(path.name, path.read_text(encoding="utf-8-sig"))
        if (place / TEMPLATE).is_file():
            template = (place / TEMPLATE).read_bytes()
    return OwnLetters(tuple(texts[name] for name in sorted(texts)), template)
