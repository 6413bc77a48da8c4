"""What is to be done with a letter because of whom it is for, in sentences and articles.

Nothing here decides; `routing` does.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from validators.addressee import organisations
from validators.case import Case
from validators.claims import Claim, intents_of
from validators.loketten import Action, Loket, load_table
from validators.report import Intent
from validators.texts.routing import brief_text, routing_text

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


def sent_on(case: Case, row: Loket | None, body: str, *, also: tuple[Loket, ...] = ()) -> Advice:
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


def told(case: Case, row: Loket | None, body: str | None) -> Advice:
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
    who = _who(case, row, body)
    besides = "" if row is None else row.mailroom
    return Advice(
        outcome=outcome,
        rows=() if row is None else (row,),
        body=body,
        mailroom=f"{routing_text(outcome, who=who)} {besides}".strip(),
        sender=sender.format(brief=brief_text(intent_of(case)), who=who),
    )


def unclear(case: Case, claims: tuple[Claim, ...]) -> Advice:
    """Leave it to a person, who is told which organisations it may be for."""
    names = dict.fromkeys(_who(case, claim.row, claim.body) for claim in claims)
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


def _who(case: Case, row: Loket | None, body: str | None) -> str:
    """Return the competent body as it stands in a sentence; one of many by its own name."""
    if row is not None and body in {row.competent, None}:
        return row.who
    return organisations(case.catalogue)[str(body)].title
