"""Say that who writes may have no power to: an administrator of money on an indication of care.

A bewindvoerder covers money, a mentor care, a curator both (Burgerlijk Wetboek, boek 1; Awb 2:1).
So a bewindvoerder against a recovery of pgb is plausible, against an indicatiebesluit not, at
whichever desk the letter came in.
"""

from collections.abc import Iterator

from validators.case import Assessed, Case
from validators.claims import claims_on
from validators.notices import warn
from validators.profile import Profile
from validators.report import Kind, Notice

CODE = "vertegenwoordiger_onbevoegd"
# Who is also one of these has the power in that quality.
COVERING = ("mentor", "curator")


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the organisation that decided bars who objects for the client."""
    case = assessed.case
    barred = {
        who
        for profile in _deciders(case)
        for who in profile.barred_representatives
        if case.has_signal(who)
    }
    due = case.kind is Kind.BEZWAAR and case.is_represented and not case.has_signal(*COVERING)
    return warn(CODE, when=due and bool(barred), who=", ".join(sorted(barred)))


def _deciders(case: Case) -> Iterator[Profile]:
    """Yield whose decision is contested: ours, or that of whom the letter is about no less."""
    yield case.profile
    claims = claims_on(case)
    best = next(iter(claims.others), None)
    if best is None or best.weight < claims.own_weight:
        return
    if best.body is not None and best.body in case.catalogue.profiles:
        yield case.catalogue.load(best.body)
