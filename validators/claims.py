"""Which rows of the table of desks claim a letter, how strongly, and for which organisation.

A claim is weighed as odds: at 1 the letter is as likely about this as not. Nothing is decided here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.element import ElementId
from extractors.once import once
from validators.addressee import addressee_of, named_in
from validators.case import Case
from validators.loketten import OWN, PERSON, Loket, load_table, members_of
from validators.report import Intent, Kind

# Less is a passing mention.
LEAST = 0.45
# From here a claim is sure enough to act on.
SURE = 1.0
# With so much of its own a row takes what stands beside it from us.
TAKES = 0.75
# Of a signal that is nearly certain no more is made than this.
MOST_SHARE = 0.95
# Not a signal but an element: what the finder of `gericht_tegen` says.
AGAINST_PROVIDER = "gericht_tegen_zorgverlener"


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that the signals of a letter speak for."""

    row: Loket
    weight: float
    body: str | None  # None when the letter names several, or when no organisation is competent

    @property
    def rank(self) -> tuple[bool, float]:
        """What orders claims: rows that outrank others, then by weight."""
        return self.row.outranks, self.weight

    @property
    def is_sure(self) -> bool:
        """Tell whether the claim is more than a mention."""
        return self.weight >= SURE


@dataclass(frozen=True, slots=True)
class Claims:
    """What claims a letter: other organisations, the strongest first, and we ourselves."""

    addressee: str | None
    others: tuple[Claim, ...]
    own: tuple[Loket, ...]
    own_weight: float
    aside: tuple[Loket, ...]  # rows of which the sender is told although the letter stays

    @property
    def is_ours(self) -> bool:
        """Tell whether the letter turns against us by more than a mention."""
        return self.own_weight >= SURE


@dataclass(frozen=True, slots=True)
class _Letter:
    """A case with what each claim needs: who is written to, and of which kinds it is."""

    case: Case
    addressee: str | None
    intents: frozenset[Intent]

    @property
    def own(self) -> str:
        return self.case.profile.id


def intents_of(case: Case) -> frozenset[Intent]:
    """Return what rows are chosen by: the kind that decides, or else all intents."""
    decisive = {Kind.BEZWAAR: Intent.BEZWAAR, Kind.KLACHT: Intent.KLACHT}.get(case.kind)
    return frozenset(case.kinds) if decisive is None else frozenset({decisive})


@once
def claims_on(case: Case) -> Claims:
    """Return everything that claims the letter."""
    letter = _Letter(case, addressee_of(case), intents_of(case))
    special = _most_special([claim for claim in _every(letter) if claim.weight >= LEAST])
    own = [claim for claim in special if claim.row.warning is None and claim.body == letter.own]
    others = [claim for claim in special if claim.row.warning is None and claim not in own]
    return Claims(
        addressee=letter.addressee,
        others=tuple(sorted(others, key=lambda each: each.rank, reverse=True)),
        own=tuple(claim.row for claim in own),
        own_weight=sum(claim.weight for claim in own) + _as_addressed(letter),
        aside=tuple(_asides(special)),
    )


def _every(letter: _Letter) -> Iterator[Claim]:
    """Yield a claim for each row that is for letters of this kind."""
    for row in load_table().loket.values():
        if letter.intents.isdisjoint(row.kinds):
            continue
        if all(map(letter.case.has_signal, row.requires)):
            yield _claim(letter, row)


def _claim(letter: _Letter, row: Loket) -> Claim:
    body = _body(letter, row)
    weight = _odds(letter.case, row.signals)
    if _has_beside(letter.case, row, weight, own=body == letter.own):
        weight += _odds(letter.case, row.beside)
    if row.kinds == (Intent.BEROEP,):
        weight = max(weight, SURE)  # that it appeals to the court says so itself
    return Claim(row, weight, body)


def _has_beside(case: Case, row: Loket, weight: float, *, own: bool) -> bool:
    """Tell whether a matter of several laws ("pgb") belongs to this row.

    It does when the row has more of its own than the others; when none has, it is ours.
    """
    others = (
        _odds(case, other.signals)
        for other in load_table().loket.values()
        if other is not row and set(other.beside) & set(row.beside)
    )
    most = max(others, default=0.0)
    return weight >= max(most, TAKES) or (own and most < TAKES)


def _odds(case: Case, codes: Iterable[str]) -> float:
    """Add up how much the signals say, as odds of their confidence."""
    shares = (min(_share(case, code), MOST_SHARE) for code in codes)
    return sum(share / (1 - share) for share in shares)


def _share(case: Case, code: str) -> float:
    """Return how sure a signal is, 0 when it is not there."""
    if code == AGAINST_PROVIDER:
        best = next(iter(case.candidates(ElementId.GERICHT_TEGEN)), None)
        return best.confidence if best is not None and best.value == "zorgverlener" else 0.0
    signal = case.reading.signal(code)
    return 0.0 if signal is None else signal.confidence


def _as_addressed(letter: _Letter) -> float:
    """Return how much the letter turns against whoever is written to, when that is us."""
    if letter.addressee not in {None, letter.own}:
        return 0.0
    prefix = "gedrag" if letter.case.kind is Kind.KLACHT else "besluit"
    return _odds(letter.case, (f"{prefix}_aangeschrevene",))


def _body(letter: _Letter, row: Loket) -> str | None:
    """Return whose row it is: the one the letter names, if the row is for one of several."""
    if row.competent in {OWN, PERSON}:
        return letter.own if row.competent == OWN else None
    members = members_of(row.competent, letter.case.catalogue)
    if members == (row.competent,):
        return row.competent
    signals = (letter.case.reading.signal(code) for code in row.signals)
    texts = [each.text for signal in signals if signal is not None for each in signal.evidence]
    named = named_in(letter.case, texts, members)
    # Who writes to one municipality means that one by "de gemeente".
    if row.competent in named and letter.case.profile.member_of == row.competent:
        return letter.own
    if len(named) > 1 and letter.own not in named:
        return None
    likely = (letter.own if letter.own in named else None, *named, letter.addressee, letter.own)
    return next((each for each in likely if each in members), row.competent)


def _most_special(claims: Sequence[Claim]) -> list[Claim]:
    """Keep of claims by the same signals the one that requires most, and of those the last."""
    ranks = {claim: (len(claim.row.requires), place) for place, claim in enumerate(claims)}
    return [
        claim
        for claim in claims
        if not any(
            set(other.row.signals) & set(claim.row.signals) and ranks[other] > ranks[claim]
            for other in claims
        )
    ]


def _asides(claims: Iterable[Claim]) -> Iterator[Loket]:
    """Yield for each warning the row that it tells of: the strongest, of equals the last."""
    best: dict[str, Claim] = {}
    for claim in claims:
        warning = claim.row.warning
        if warning is not None and (warning not in best or claim.rank >= best[warning].rank):
            best[warning] = claim
    return (claim.row for claim in best.values())
