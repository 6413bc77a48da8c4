"""Destroying letters that are past their terms: planned, proposed, agreed to by another, done.

Nothing is destroyed that only one person wished. A file goes whole or not at all, and a letter
that somebody needs again when its turn comes stays.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from service.ports.blobs import Blobs
from service.ports.drawing import Pages
from service.ports.errors import NotFoundError
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import About, Actor, ActorKind, Deed, Done
from service.records.people import Account
from service.records.retention import PastLetter, Proposal, ProposalState, WhyKept
from service.texts import retention as texts
from service.usecases.destroy import destroy_letter
from service.usecases.errors import UsageError
from service.usecases.retention import months_before

KEEPER = Actor(ActorKind.SYSTEM, "bewaartermijnen")
PENDING = (ProposalState.PROPOSED, ProposalState.APPROVED)


@dataclass(frozen=True, slots=True)
class DestructionDesk:
    """What proposing and agreeing work with."""

    store: Store
    clock: Clock
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Shredder:
    """What destroying works with."""

    store: Store
    blobs: Blobs
    pages: Pages
    clock: Clock


@dataclass(frozen=True, slots=True)
class Plan:
    """What may be destroyed now, and what is past its term and stays for the time being."""

    going: tuple[PastLetter, ...]
    staying: tuple[PastLetter, ...]

    def counts(self) -> Mapping[str, int]:
        """Return how many letters of each outcome go."""
        return Counter(each.outcome.value for each in self.going)


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a proposal."""

    proposal: Proposal
    destroyed: int
    kept: int


def plan(organisation_id: str, *, store: Store, clock: Clock) -> Plan:
    """Return what would be destroyed; nothing is."""
    with store.reading() as transaction:
        return _plan(organisation_id, transaction, clock)


def propose(organisation_id: str, *, by: Account, desk: DestructionDesk) -> Proposal:
    """Keep the plan of now as a proposal, for another administrator to agree to.

    Raises:
        UsageError: when there is one already, or nothing to destroy.

    """
    with desk.store.accepting() as transaction:
        if any(each.state in PENDING for each in transaction.destructions.all(organisation_id)):
            raise UsageError(texts.ONE_AT_A_TIME)
        going = _plan(organisation_id, transaction, desk.clock).going
        if not going:
            raise UsageError(texts.NOTHING)
        proposal = Proposal(
            desk.new_id(), organisation_id, ProposalState.PROPOSED, by.id, desk.clock.now()
        )
        transaction.destructions.add(proposal, going)
        _note(Done.DESTRUCTION_PROPOSED, proposal, transaction, by=by, brieven=len(going))
    return proposal


def approve(proposal_id: str, *, by: Account, desk: DestructionDesk) -> None:
    """Agree to a proposal of somebody else.

    Raises:
        NotFoundError: when the organisation has no such proposal.
        UsageError: when it is one's own, or not open any more.

    """
    with desk.store.accepting() as transaction:
        found = transaction.destructions.find(proposal_id, organisation_id=by.organisation_id)
        if found.proposed_by == by.id:
            raise UsageError(texts.NOT_YOUR_OWN)
        _decide(found, ProposalState.APPROVED, transaction, by=by, desk=desk)
        _note(Done.DESTRUCTION_APPROVED, found, transaction, by=by)


def withdraw(proposal_id: str, *, by: Account, desk: DestructionDesk) -> None:
    """Let a proposal not be carried out.

    Raises:
        NotFoundError: when the organisation has no such proposal.
        UsageError: when it is not open any more.

    """
    with desk.store.accepting() as transaction:
        found = transaction.destructions.find(proposal_id, organisation_id=by.organisation_id)
        _decide(found, ProposalState.WITHDRAWN, transaction, by=by, desk=desk)
        _note(Done.DESTRUCTION_WITHDRAWN, found, transaction, by=by)


def carry_out(*, shredder: Shredder) -> tuple[Ended, ...]:
    """Destroy what two people agreed on; what is needed again stays.

    It may be broken off anywhere and done again: what is gone already is noted as gone.
    """
    with shredder.store.reading() as transaction:
        approved = transaction.destructions.approved()
    return tuple(_carry_out(each, shredder) for each in approved)


def _carry_out(proposal: Proposal, shredder: Shredder) -> Ended:
    store, clock = shredder.store, shredder.clock
    with store.reading() as transaction:
        lines = transaction.destructions.lines(proposal.id)
    for file_id in dict.fromkeys(
        each.letter.file_id for each in lines if not each.destroyed_at and not each.why_kept
    ):
        listed = {each.letter.id for each in lines if each.letter.file_id == file_id}
        why_kept = _destroy(file_id, listed, proposal, shredder)
        with store.accepting() as transaction:
            transaction.destructions.end(proposal.id, file_id, why_kept, at=clock.now())
    with store.accepting() as transaction:
        ended = transaction.destructions.lines(proposal.id)
        destroyed = sum(1 for each in ended if each.destroyed_at)
        transaction.destructions.finish(proposal.id, at=clock.now())
        details = {"vernietigd": str(destroyed), "bewaard": str(len(ended) - destroyed)}
        about = (About.DESTRUCTION, proposal.id, proposal.organisation_id, details)
        transaction.audit.note(Deed(KEEPER, Done.DESTRUCTION_DONE, *about))
    return Ended(proposal, destroyed, len(ended) - destroyed)


def _destroy(
    file_id: str, listed: set[str], proposal: Proposal, shredder: Shredder
) -> WhyKept | None:
    """Destroy a file when all of it may still go; return why not otherwise."""
    organisation_id = proposal.organisation_id
    with shredder.store.reading() as transaction:
        going = _plan(organisation_id, transaction, shredder.clock).going
        try:
            transaction.letters.find(file_id, organisation_id=organisation_id)
        except NotFoundError:
            return None  # gone already: broken off after destroying it, or asked for by its person
    now = {each.id for each in going if each.file_id == file_id}
    if not now:
        return WhyKept.AGAIN
    if now != listed:
        return WhyKept.STARTED
    destroy_letter(
        file_id,
        organisation_id=organisation_id,
        by=KEEPER,
        store=shredder.store,
        blobs=shredder.blobs,
        pages=shredder.pages,
    )
    return None


def _plan(organisation_id: str, transaction: Transaction, clock: Clock) -> Plan:
    past = tuple(_past(organisation_id, transaction, clock))
    needed = transaction.retention.needed(organisation_id)
    free = Counter(each.file_id for each in past if each.id not in needed)
    sizes = transaction.retention.file_sizes(organisation_id, set(free))
    whole = {file_id for file_id, count in free.items() if sizes.get(file_id) == count}
    return Plan(
        tuple(each for each in past if each.file_id in whole),
        tuple(each for each in past if each.file_id not in whole),
    )


def _past(organisation_id: str, transaction: Transaction, clock: Clock) -> Iterator[PastLetter]:
    for rule in transaction.retention.rules(organisation_id):
        before = months_before(clock.now(), rule.months)
        yield from transaction.retention.past_letters(organisation_id, rule, handled_before=before)


def _decide(
    found: Proposal,
    state: ProposalState,
    transaction: Transaction,
    *,
    by: Account,
    desk: DestructionDesk,
) -> None:
    if not transaction.destructions.decide(found.id, state, by=by.id, at=desk.clock.now()):
        raise UsageError(texts.NOT_OPEN)


def _note(
    act: Done, proposal: Proposal, transaction: Transaction, *, by: Account, **counts: int
) -> None:
    details = {name: str(each) for name, each in counts.items()}
    about = (About.DESTRUCTION, proposal.id, proposal.organisation_id, details)
    transaction.audit.note(Deed(Actor(ActorKind.ACCOUNT, by.id), act, *about))
