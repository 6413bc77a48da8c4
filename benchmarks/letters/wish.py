"""What a trap asks of the letter that it is set in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """Choices that are made for a letter instead of by chance; the default asks for nothing."""

    trap: str = ""
    whole: bool | None = None  # hold all that the profile asks for
    sign: str = ""
    layout: str = ""
    hold: frozenset[str] = frozenset()
    omit: frozenset[str] = frozenset()
    by_hand: bool = False
    future: bool = False  # the year of the letter date is a slip of the pen
    wrong_bsn: bool = False
    birth: bool = False  # the birth date stands between the references
    footer: bool = False  # a print date stands at the foot
    page_numbers: str = ""
    spread: bool = False  # large print, so that the letter takes several pages
    enclose: frozenset[str] = frozenset()  # besluit, machtiging, envelop, bijlage, blanco
    effect: str = ""  # what befalls the pages, see effects.py
    paper: bool = False  # makes sense on paper only


NOTHING = Wish()
