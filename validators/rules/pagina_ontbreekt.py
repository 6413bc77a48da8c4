"""Say that the letter counts more pages than there are."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "pagina_ontbreekt"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when a page number names a page that is not there."""
    return warn(CODE, when=assessed.case.reading.missing_pages)
