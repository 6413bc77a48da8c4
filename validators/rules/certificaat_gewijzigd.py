"""Say that the file was changed after it was digitally signed."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "certificaat_gewijzigd"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when a certificate in the file does not hold for all of it."""
    certificates = assessed.case.reading.letter.certificates
    sound = [each.intact and each.valid and each.covers_whole_file for each in certificates]
    return warn(CODE, when=not all(sound))
