"""Letters that the engine was not taught, in surnames that tell which they are."""

import re
from typing import Final

from extractors.text.gazetteer import fold

# The engine has no "ć", with which "-ović" and "-ević" end, and no "ń", as in "-iński".
_SOUTH_SLAVIC: Final = re.compile(r"(?<=[oe]v)i[éèê]$")
_POLISH: Final = re.compile(r"(?<=[aeiouy])(?:fi?|ú|ü)(?=sk[iay]$)")
# Of a "ç" it makes a g. Nobody is called so; many people are called as stands behind it.
_TURKISH: Final = {
    "kilig": "K\u0131l\u0131ç", "gelik": "Çelik", "getin": "Çetin", "getinkaya": "Çetinkaya",
    "gelebi": "Çelebi", "gevik": "Çevik", "gakir": "Çak\u0131r", "gakmak": "Çakmak",
    "gaglar": "Çağlar", "goban": "Çoban", "yalgin": "Yalç\u0131n", "kogak": "Koçak",
    "yalginkaya": "Yalç\u0131nkaya", "kogyigit": "Koçyiğit",
}  # fmt: skip
_NAME: Final = re.compile(r"[^\W\d_]+")


def with_foreign_letters(surname: str) -> str:
    """Return a surname from a scan with the letters of its language.

    >>> with_foreign_letters("Petrovié"), with_foreign_letters("Smit-Gelik")
    ('Petrović', 'Smit-Çelik')
    """
    surname = _POLISH.sub("ń", _SOUTH_SLAVIC.sub("ić", surname))
    return _NAME.sub(lambda match: _TURKISH.get(fold(match[0]), match[0]), surname)
