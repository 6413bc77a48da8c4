"""Where a letter has to go when it is not for us, and what its sender should be told.

What a letter turns against decides, not which names occur in it. A claim of another organisation
that a rival or our own competence contradicts is for a person, since wrong forwarding is worse than
none. Bestuursorganen and courts get misdirected post forwarded (Awb 2:3, 6:15); to private bodies
nothing is sent on, since that needs the sender's consent.
"""

from dataclasses import replace

from extractors.once import once
from validators.addressee import organisations
from validators.advice import Advice, Outcome, sent_on, told, unclear
from validators.case import Case
from validators.claims import Claim, Claims, claims_on, intents_of
from validators.loketten import Action, Loket, load_table, members_of
from validators.profile import DEFAULT_PROFILE
from validators.report import Intent, Kind, Routing

# A rival with so large a part of the weight of the best claim contradicts it.
RIVAL = 0.5
# The sender does not know whose decision or conduct it is.
UNKNOWN = "wie_onbekend"
# The letter says that it is about two decisions.
TWO = "twee_besluiten"
# Who is stuck and fits no other row has a clientondersteuner as first step.
FIRST_HELP = "clientondersteuner"


def route(case: Case) -> Routing:
    """Return the addressee and, when the letter is at the wrong desk, the right one."""
    advice = advice_of(case)
    return Routing(addressee=advice.addressee, forward_to=advice.forward_to, basis=advice.basis)


@once
def advice_of(case: Case) -> Advice:
    """Say whom the letter is for and what its sender should be told."""
    claims = claims_on(case)
    advice = replace(_advice(case, claims), addressee=claims.addressee)
    # Who gets the letter tells the sender the rest.
    if advice.outcome in {Outcome.EIGEN, Outcome.DEELS_DOORZENDEN}:
        return replace(advice, aside=_asides(case, claims))
    return advice


def _asides(case: Case, claims: Claims) -> tuple[Loket, ...]:
    helped = any(Intent.HULPVRAAG in row.kinds for row in claims.aside)
    if Intent.HULPVRAAG in case.kinds and not helped:
        return (*claims.aside, load_table().loket[FIRST_HELP])
    return claims.aside


def _advice(case: Case, claims: Claims) -> Advice:
    own = case.profile.id
    best = next((claim for claim in claims.others if claim.is_sure), None)
    if best is not None and best.row.outranks and best.body not in {claims.addressee} - {None}:
        return _for(case, best)
    # The default profile stands for any bestuursorgaan: it cannot be the wrong one.
    if own == DEFAULT_PROFILE:
        return Advice()
    if case.has_signal(UNKNOWN) and case.kind is not Kind.OVERIG:
        return unclear(case, ())
    if claims.addressee not in {None, own}:
        return _addressed(case, claims, str(claims.addressee))
    return Advice(rows=claims.own) if best is None else _weighed(case, claims, best)


def _weighed(case: Case, claims: Claims, best: Claim) -> Advice:
    """Weigh the best claim of another organisation against its rivals and against us."""
    enough = RIVAL * best.weight
    rivals = tuple(
        claim for claim in claims.others if claim.body != best.body and claim.weight >= enough
    )
    plainly_ours = claims.own_weight * RIVAL >= best.weight
    if rivals:
        return Advice(rows=claims.own) if plainly_ours else unclear(case, (best, *rivals))
    if claims.own_weight < enough:
        return _for(case, best)
    if claims.is_ours and case.has_signal(TWO):
        return _for(case, best, also=claims.own)
    return Advice(rows=claims.own) if plainly_ours else unclear(case, (best,))


def _addressed(case: Case, claims: Claims, addressee: str) -> Advice:
    """Judge a letter that is written to another organisation."""
    theirs = [claim.row for claim in claims.others if claim.body == addressee]
    rows = _rows_of(case, addressee)
    # Only bodies that decide themselves contradict one another: an ombudsman, an inspectorate or
    # a complaints desk is written to about others.
    decides = any(row.action is Action.DOORZENDEN for row in rows)
    others = tuple(
        claim for claim in claims.others if claim.is_sure and claim.row.action is Action.DOORZENDEN
    )
    if decides and not theirs and (others or claims.is_ours):
        return unclear(case, others)
    row = next((each for each in theirs if each in rows), rows[0] if len(rows) == 1 else None)
    if organisations(case.catalogue)[addressee].public:
        return sent_on(case, row, addressee)
    return told(case, row, addressee)


def _rows_of(case: Case, body: str) -> list[Loket]:
    """Return the rows of a body for letters of this kind; its own before those of many."""
    intents = intents_of(case)
    rows = [
        row
        for row in load_table().loket.values()
        if body in members_of(row.competent, case.catalogue)
        and not intents.isdisjoint(row.kinds)
        and row.warning is None
    ]
    return [row for row in rows if row.competent == body] or rows


def _for(case: Case, claim: Claim, *, also: tuple[Loket, ...] = ()) -> Advice:
    """Return what to do for a claim of another organisation; `also` are the rows that are ours."""
    if claim.row.action is not Action.DOORZENDEN:
        return told(case, claim.row, claim.body)
    if claim.body is None:
        return unclear(case, (claim,))
    return sent_on(case, claim.row, claim.body, also=also)
