"""Say that who writes may have no power to: an administrator of money on care, say."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice

CODE = "vertegenwoordiger_onbevoegd"


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn for each kind of representative that the profile bars."""
    case = assessed.case
    barred = [who for who in case.profile.barred_representatives if case.has_signal(who)]
    # Who is also mentor or curator has the power in that quality.
    covered = case.has_signal("mentor", "curator")
    return warn(
        CODE, when=case.is_represented and bool(barred) and not covered, who=", ".join(barred)
    )
