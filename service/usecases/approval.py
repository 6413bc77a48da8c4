"""Another pair of eyes: a jurist looks at some letters of the mailroom before they go out.

Only where the organisation wants it (`four_eyes`), only for letters that ask something or send a
letter on, and only when someone of the mailroom sends them. A jurist may send alone. Nobody agrees
to a letter of their own, whatever role they have by then.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from service.concepts import ConceptKind
from service.ports.store import Store
from service.ports.world import Clock
from service.records.letters import Organisation
from service.records.people import Account, Role
from service.records.work import ConceptState, KeptConcept
from service.texts import answers as texts
from service.usecases.errors import UsageError

LOOKED_AT = frozenset(
    {ConceptKind.HERSTELVERZUIM, ConceptKind.DOORZENDING, ConceptKind.DOORZENDBERICHT}
)


@dataclass(frozen=True, slots=True)
class ApprovalDesk:
    """What agreeing works with."""

    store: Store
    clock: Clock


def needs_approval(kept: KeptConcept, who: Account, organisation: Organisation) -> bool:
    """Tell whether this person may not send the letter before a jurist agrees."""
    if not organisation.four_eyes or kept.kind not in LOOKED_AT:
        return False
    if kept.state is ConceptState.APPROVED:
        return False
    return who.role is Role.MAILROOM or kept.proposed_by == who.id


def may_decide(kept: KeptConcept, who: Account) -> bool:
    """Tell whether this person may agree to the letter or send it back."""
    is_own = who.id in {kept.proposed_by, kept.changed_by, kept.made_by}
    return kept.state is ConceptState.PROPOSED and who.role is not Role.MAILROOM and not is_own


def check_may_send(kept: KeptConcept, who: Account, organisation: Organisation) -> None:
    """Refuse a letter that a jurist must see first.

    Raises:
        UsageError: when that is so.

    """
    if kept.state is ConceptState.PROPOSED:
        raise UsageError(texts.FAULTS["wacht_op_akkoord"])
    if needs_approval(kept, who, organisation):
        raise UsageError(texts.FAULTS["eerst_akkoord"])


def propose(kept: KeptConcept, *, by: Account, desk: ApprovalDesk) -> KeptConcept:
    """Lay a letter before the jurists.

    Raises:
        UsageError: when it lies there already, or is done.

    """
    if kept.state not in {ConceptState.OPEN, ConceptState.RETURNED}:
        raise UsageError(texts.FAULTS["klaar"])
    return _kept(
        replace(kept, state=ConceptState.PROPOSED, proposed_by=by.id, decided_by=None, remark=""),
        desk,
    )


def withdraw(kept: KeptConcept, *, by: Account, desk: ApprovalDesk) -> KeptConcept:
    """Take a letter that one laid before the jurists back, to go on with it.

    Raises:
        UsageError: when it does not lie there, or someone else laid it there.

    """
    if kept.state is not ConceptState.PROPOSED or kept.proposed_by != by.id:
        raise UsageError(texts.FAULTS["niet_voorgelegd"])
    return _kept(replace(kept, state=ConceptState.OPEN, proposed_by=None), desk)


def approve(kept: KeptConcept, *, by: Account, desk: ApprovalDesk) -> KeptConcept:
    """Agree to a letter as it is.

    Raises:
        UsageError: when it does not lie there, or is of the same person.

    """
    return _decided(kept, by, desk, lambda one: replace(one, state=ConceptState.APPROVED))


def send_back(kept: KeptConcept, remark: str, *, by: Account, desk: ApprovalDesk) -> KeptConcept:
    """Send a letter back to who made it, with what must be otherwise.

    Raises:
        UsageError: when it does not lie there, is of the same person, or nothing is said.

    """
    if not remark:
        raise UsageError(texts.FAULTS["geen_opmerking"])
    return _decided(
        kept, by, desk, lambda one: replace(one, state=ConceptState.RETURNED, remark=remark)
    )


def _decided(
    kept: KeptConcept,
    by: Account,
    desk: ApprovalDesk,
    decide: Callable[[KeptConcept], KeptConcept],
) -> KeptConcept:
    if kept.state is not ConceptState.PROPOSED:
        raise UsageError(texts.FAULTS["niet_voorgelegd"])
    if not may_decide(kept, by):
        raise UsageError(texts.FAULTS["niet_zelf"])
    return _kept(replace(decide(kept), decided_by=by.id, decided_at=desk.clock.now()), desk)


def _kept(changed: KeptConcept, desk: ApprovalDesk) -> KeptConcept:
    with desk.store.accepting() as transaction:
        if not transaction.concepts.change(changed):
            raise UsageError(texts.FAULTS["anderen_eerst"])
    return replace(changed, revision=changed.revision + 1)
