"""The traps that lie in paper and signatures; those that lie in words are in the texts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.letters.texts import Text
from benchmarks.letters.wish import Wish

RELATED = {"kind", "partner", "ander", "ondersteuner"}
PAGED = "Pagina {n} van {m}"


@dataclass(frozen=True, slots=True)
class Trap:
    """A trap: what it asks of the letter and which texts it can be set in."""

    wish: Wish
    suits: Callable[[Text], bool]


def _own(text: Text) -> bool:
    """Tell whether somebody writes for themselves, in a letter of any layout."""
    return text.writer == "zelf" and not text.layout and text.kind != "overig"


def _objects(text: Text) -> bool:
    return _own(text) and text.kind == "bezwaar" and text.grounds == "echt"


def _related(text: Text) -> bool:
    return text.writer in RELATED and text.kind == "bezwaar" and not text.layout


def _family(text: Text) -> bool:
    return text.writer in {"kind", "partner"} and text.kind == "bezwaar" and not text.layout


def _lawyer(text: Text) -> bool:
    return text.writer == "advocaat" and text.kind == "bezwaar"


def _told(text: Text) -> bool:
    return _objects(text) and "zk" in text.to


SIGNED = Wish(whole=True, sign="inkt", paper=True)
UNSIGNED = Wish(whole=True, sign="getypt", paper=True)
PAGES = replace(SIGNED, spread=True, page_numbers=PAGED)

TRAPS: dict[str, Trap] = {
    # a signature that is not the letter's
    "alleen_besluit_getekend": Trap(replace(UNSIGNED, enclose=frozenset({"besluit"})), _objects),
    "alleen_machtiging_getekend": Trap(
        replace(UNSIGNED, enclose=frozenset({"machtiging"})), _related
    ),
    "kantoorstempel": Trap(replace(UNSIGNED, sign="stempel"), _own),
    "nagebootste_handtekening": Trap(replace(UNSIGNED, sign="schrift"), _own),
    "krabbel_elders": Trap(replace(UNSIGNED, effect="scribble"), _own),
    "paraaf_in_hoek": Trap(replace(UNSIGNED, effect="initials"), _own),
    "aantekening_postkamer": Trap(replace(UNSIGNED, effect="remark"), _own),
    "naam_onderstreept": Trap(replace(UNSIGNED, effect="underline"), _own),
    "vlek": Trap(replace(UNSIGNED, sign="leeg", effect="smudge"), _own),
    "lege_lijn": Trap(replace(UNSIGNED, sign="leeg"), _own),
    "was_getekend": Trap(replace(UNSIGNED, sign="wg"), _own),
    "digitaal_ondertekend": Trap(replace(UNSIGNED, sign="digitaal_tekst"), _own),
    # dates and numbers that are not the letter's
    "alleen_printdatum": Trap(Wish(whole=True, footer=True, omit=frozenset({"datum"})), _own),
    "alleen_geboortedatum": Trap(
        Wish(whole=True, birth=True, hold=frozenset({"bsn"}), omit=frozenset({"datum"})), _objects
    ),
    "datum_toekomst": Trap(Wish(whole=True, future=True, hold=frozenset({"datum"})), _own),
    "bsn_fout": Trap(Wish(whole=True, wrong_bsn=True, hold=frozenset({"bsn"})), _told),
    "kenmerk_op_besluit": Trap(
        replace(SIGNED, omit=frozenset({"ken", "dec"}), enclose=frozenset({"besluit"})), _objects
    ),
    "namens_familie": Trap(replace(SIGNED, hold=frozenset({"bsn"})), _family),
    "advocaat_briefhoofd": Trap(replace(SIGNED, hold=frozenset({"ken", "dec"})), _lawyer),
    # what happens to pages
    "stempel_over_tekst": Trap(replace(SIGNED, effect="stamp_over"), _own),
    "handgeschreven": Trap(replace(SIGNED, by_hand=True), _own),
    "bladzijden_verwisseld": Trap(replace(PAGES, effect="shuffle"), _own),
    "laatste_bladzijde_weg": Trap(replace(PAGES, effect="lose_last"), _own),
    "onderkant_afgesneden": Trap(replace(SIGNED, effect="cut_foot"), _own),
    "lege_achterkanten": Trap(replace(PAGES, effect="blank_backs"), _own),
    "veel_bijlagen": Trap(
        replace(SIGNED, enclose=frozenset({"besluit", "machtiging", "bijlage", "envelop"})),
        _related,
    ),
}
