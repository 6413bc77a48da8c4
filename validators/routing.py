"""Where a letter has to go when it is not for us, and what its sender should be told.

What a letter turns against decides, not which names occur in it. A claim of another organisation
that a rival or our own competence contradicts is for a person, since wrong forwarding is worse than
none. Bestuursorganen and courts get misdirected post forwarded (Awb 2:3, 6:15); to private bodies
nothing is sent on, since that needs the sender's consent.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from validators.addressee import organisations
from validators.case import Case
from validators.claims import Claim, Claims, claims_on, intents_of
from validators.loketten import Action, Loket, load_table, members_of
from validators.profile import DEFAULT_PROFILE
from validators.report import Intent, Routing
from validators.texts import brief_text, routing_text

# A rival with so large a part of the weight of the best claim contradicts it.
RIVAL = 0.5
# The sender does not know whose decision or conduct it is.
UNKNOWN = "wie_onbekend"
# The letter says that it is about two decisions.
TWO = "twee_besluiten"
# Who is stuck and fits no other row has a clientondersteuner as first step.
FIRST_HELP = "clientondersteuner"
# To decide whether it was in time the first receipt of these counts (Awb 6:15 lid 3).
WITH_TERM = frozenset({Intent.BEZWAAR, Intent.BEROEP})


class Outcome(StrEnum):
    """What is to be done with a letter because of whom it is for."""

    EIGEN = "eigen"
    DOORZENDEN = "doorzenden"
    DEELS_DOORZENDEN = "deels_doorzenden"  # it is ours as well
    INFORMEREN = "informeren"
    ZELF_STUREN = "zelf_sturen"  # we are no bestuursorgaan: the sender has to send it
    ONDUIDELIJK = "onduidelijk"  # a person must find out


@dataclass(frozen=True, slots=True)
class Advice:
    """Whom the letter is for, with the sentences for the mailroom and for the sender.

    `rows` say so; `aside` are those of which the sender is told although the letter stays here.
    `body` is the id of the organisation that should have the letter, or be named to the sender.
    """

    addressee: str | None = None
    outcome: Outcome = Outcome.EIGEN
    rows: tuple[Loket, ...] = ()
    body: str | None = None
    basis: tuple[str, ...] = ()
    mailroom: str = ""
    sender: str = ""
    aside: tuple[Loket, ...] = ()

    @property
    def is_misdirected(self) -> bool:
        """Tell whether the letter is not, or not only, for us."""
        return self.outcome is not Outcome.EIGEN

    @property
    def forward_to(self) -> str | None:
        """The organisation that the letter is sent on to."""
        sent = self.outcome in {Outcome.DOORZENDEN, Outcome.DEELS_DOORZENDEN}
        return self.body if sent else None

    def sender_with(self, warning: str) -> str | None:
        """Return what this warning tells the sender, None when there is nothing to tell."""
        return next((row.sender for row in self.aside if row.warning == warning), None)


def route(case: Case) -> Routing:
    """Return the addressee and, when the letter is at the wrong desk, the right one."""
    advice = advice_of(case)
    return Routing(addressee=advice.addressee, forward_to=advice.forward_to, basis=advice.basis)


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
    if best is not None and best.row.outranks and best.body != claims.addressee:
        return _for(case, best)
    # The default profile stands for any bestuursorgaan: it cannot be the wrong one.
    if own == DEFAULT_PROFILE:
        return Advice()
    if case.has_signal(UNKNOWN):
        return _unclear(case, ())
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
        return Advice(rows=claims.own) if plainly_ours else _unclear(case, (best, *rivals))
    if claims.own_weight < enough:
        return _for(case, best)
    if claims.is_ours and case.has_signal(TWO):
        return _for(case, best, also=claims.own)
    return Advice(rows=claims.own) if plainly_ours else _unclear(case, (best,))


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
        return _unclear(case, others)
    row = next((each for each in theirs if each in rows), rows[0] if len(rows) == 1 else None)
    if organisations()[addressee].public:
        return _sent(case, row, addressee)
    return _told(case, row, addressee)


def _rows_of(case: Case, body: str) -> list[Loket]:
    """Return the rows of a body for letters of this kind; its own before those of many."""
    intents = intents_of(case)
    rows = [
        row
        for row in load_table().loket.values()
        if body in members_of(row.competent)
        and not intents.isdisjoint(row.kinds)
        and row.warning is None
    ]
    return [row for row in rows if row.competent == body] or rows


def _for(case: Case, claim: Claim, *, also: tuple[Loket, ...] = ()) -> Advice:
    """Return what to do for a claim of another organisation; `also` are the rows that are ours."""
    if claim.row.action is not Action.DOORZENDEN:
        return _told(case, claim.row, claim.body)
    if claim.body is None:
        return _unclear(case, (claim,))
    return _sent(case, claim.row, claim.body, also=also)


def _sent(case: Case, row: Loket | None, body: str, *, also: tuple[Loket, ...] = ()) -> Advice:
    """Send the letter on, or have the sender do it when we are no bestuursorgaan."""
    if case.profile.law != "awb":
        return _left_to_sender(case, row, body)
    outcome = Outcome.DEELS_DOORZENDEN if also else Outcome.DOORZENDEN
    if also:
        sender = routing_text("afzender_deels")
    elif row is not None and row.action is Action.DOORZENDEN:
        sender = row.sender
    else:
        sender = routing_text("afzender_doorzenden")
    if intent_of(case) in WITH_TERM and (row is None or row.has_term):
        sender = f"{sender} {routing_text('eerste_ontvangst')}"
    advice = _worded(case, row, body, outcome=outcome, sender=sender)
    return replace(advice, rows=(*also, *advice.rows), basis=_basis(case, row, Action.DOORZENDEN))


def _told(case: Case, row: Loket | None, body: str | None) -> Advice:
    """Tell the sender where to go and send nothing on."""
    sender = routing_text("afzender_zelf") if row is None else row.sender
    advice = _worded(case, row, body, outcome=Outcome.INFORMEREN, sender=sender)
    return replace(advice, basis=_basis(case, row, Action.INFORMEREN))


def _left_to_sender(case: Case, row: Loket | None, body: str) -> Advice:
    """Have the sender send it: receipt by a private desk does not save a term."""
    with_term = intent_of(case) in WITH_TERM
    sender = routing_text("afzender_zelf_termijn" if with_term else "afzender_zelf")
    advice = _worded(case, row, body, outcome=Outcome.ZELF_STUREN, sender=sender)
    return replace(advice, basis=load_table().grondslag.zelf_sturen.of(intent_of(case)))


def _worded(
    case: Case, row: Loket | None, body: str | None, *, outcome: Outcome, sender: str
) -> Advice:
    """Fill in who is competent and how the letter is called."""
    who = _who(row, body)
    return Advice(
        outcome=outcome,
        rows=() if row is None else (row,),
        body=body,
        mailroom=routing_text(outcome, who=who),
        sender=sender.format(brief=brief_text(intent_of(case)), who=who),
    )


def _unclear(case: Case, claims: tuple[Claim, ...]) -> Advice:
    """Leave it to a person, who is told which organisations it may be for."""
    names = dict.fromkeys(_who(claim.row, claim.body) for claim in claims)
    code = "onduidelijk_welke" if names else "onduidelijk"
    return Advice(
        outcome=Outcome.ONDUIDELIJK,
        rows=tuple(claim.row for claim in claims),
        mailroom=routing_text(code, who=" of ".join(names)),
        sender=routing_text("afzender_onduidelijk", brief=brief_text(intent_of(case))),
    )


def intent_of(case: Case) -> Intent:
    """Return the one intent that decides the article and the words."""
    return next(each for each in case.kinds if each in intents_of(case))


def _basis(case: Case, row: Loket | None, action: Action) -> tuple[str, ...]:
    """Return the articles: those of the row when its action is taken, else those of the kind."""
    grounds = load_table().grondslag
    general = grounds.doorzenden if action is Action.DOORZENDEN else grounds.informeren
    own = None
    if row is not None:
        own = row.basis if row.action is action else row.addressed_basis
    return general.of(intent_of(case)) if own is None else own


def _who(row: Loket | None, body: str | None) -> str:
    """Return the competent body as it stands in a sentence; one of many by its own name."""
    if row is not None and body in {row.competent, None}:
        return row.who
    return organisations()[str(body)].title
