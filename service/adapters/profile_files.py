"""The folder in which an installation keeps profiles of its own."""

from collections.abc import Iterator
from pathlib import Path

from service.adapters.files import LocalFiles
from validators.profile import SUFFIX, ProfileFile


def read_profile_folder(folder: Path) -> tuple[ProfileFile, ...]:
    """Return the profile files in the folder by name; folders in it and hidden files are left out.

    Raises:
        OSError: when the folder or a file in it cannot be read.

    """
    return tuple(sorted(_found(folder), key=lambda file: file.name))


def read_profile_file(path: Path) -> ProfileFile:
    """Return one profile file.

    Raises:
        OSError: when it cannot be read.

    """
    return ProfileFile(path.name, LocalFiles().read_text(str(path)))


def _found(folder: Path) -> Iterator[ProfileFile]:
    for path in folder.iterdir():
        if path.suffix == SUFFIX and path.is_file() and not path.name.startswith("."):
            yield read_profile_file(path)
