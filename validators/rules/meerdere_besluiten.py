"""Say that more than one decision seems contested: each has its own term (Awb 6:7)."""

from extractors.element import ElementId
from validators.case import Assessed
from validators.chosen import is_unlikely
from validators.notices import warn
from validators.report import Kind, Notice

CODE = "meerdere_besluiten"
# Two dates read and placed this surely are two dates, not one and a misreading.
SURE = 0.8


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the letter itself gives two sure dates of one class for decisions."""
    case = assessed.case
    sure = [
        each
        for each in case.candidates(ElementId.BESLUITDATUM)
        if each.confidence >= SURE and "besluitpagina" not in each.marks
    ]
    dated = {(each.role, each.value) for each in sure if not is_unlikely(each, beside=sure)}
    several = any(sum(role == each for each, _ in dated) > 1 for role in ("gedateerd", "verzonden"))
    return warn(CODE, when=case.kind is Kind.BEZWAAR and (several or case.has_signal(CODE)))
