"""Names of files, as people and programs give them: cleaned for keeping, masked for showing.

Nothing here looks at a disk.
"""

import re
import unicodedata

from validators.numbers import bsn

LONGEST = 255  # as on most disks
NAMELESS = "naamloos"
# Hidden by the conventions of Windows, office programs and archives, as a leading dot is on Unix.
HIDDEN_NAMES = frozenset({"__macosx", "__pycache__", "desktop.ini", "thumbs.db"})
HIDDEN_STARTS = (".", "~$")

# Nine digits, together or as people group them.
_DIGITS = re.compile(r"(?<!\d)(?:\d{9}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3})(?!\d)")
_DRIVE = re.compile(r"^[A-Za-z]:")


def is_hidden(name: str) -> bool:
    """Tell whether a path has a part that people do not see in their file manager.

    >>> is_hidden("post/__MACOSX/._brief.pdf"), is_hidden("post/brief.pdf")
    (True, False)
    """
    parts = name.split("/")
    return any(part.startswith(HIDDEN_STARTS) or part.lower() in HIDDEN_NAMES for part in parts)


def is_manifest(name: str) -> bool:
    """Tell whether a path is that of a list that tells of the letters beside it.

    >>> is_manifest("maandag/Manifest.CSV"), is_manifest("manifest.pdf")
    (True, False)
    """
    return name.rpartition("/")[2].lower() == "manifest.csv"


def cleaned(name: str) -> str:
    r"""Return a name that can be kept and shown: no control characters, no way out of a folder.

    >>> cleaned("C:\\post\\brief\x07.pdf")
    'post/brief.pdf'
    >>> cleaned("../../etc/passwd")
    'etc/passwd'
    >>> cleaned(" ")
    'naamloos'
    """
    seen = "".join(char for char in name if unicodedata.category(char)[0] != "C")
    parts = _DRIVE.sub("", seen).replace("\\", "/").split("/")
    path = "/".join(part.strip() for part in parts if part.strip() not in {"", ".", ".."})
    return shortened(path) or NAMELESS


def shortened(name: str) -> str:
    """Return the name, cut in the middle when it is very long: its end says what kind it is.

    >>> len(shortened("a" * 300 + ".pdf")), shortened("a" * 300 + ".pdf")[-5:]
    (255, 'a.pdf')
    """
    if len(name) <= LONGEST:
        return name
    tail = name[-40:]
    return name[: LONGEST - len(tail) - 1] + "…" + tail


def is_unsafe(name: str) -> bool:
    r"""Tell whether a path in an archive leads out of the folder it would be unpacked in.

    >>> [is_unsafe(name) for name in ("a/b.pdf", "../b.pdf", "/b.pdf", "a\\..\\b.pdf", "C:b.pdf")]
    [False, True, True, True, True]
    """
    path = name.replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/")


def masked(name: str) -> str:
    """Return the name with each citizen service number in it masked.

    >>> masked("Jansen 9999.90.019.pdf"), masked("scan 20261123.pdf")
    ('Jansen ***-**-019.pdf', 'scan 20261123.pdf')
    """
    return _DIGITS.sub(_mask, name)


def _mask(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match.group())
    return f"***-**-{digits[-3:]}" if bsn.is_valid(digits) else match.group()
