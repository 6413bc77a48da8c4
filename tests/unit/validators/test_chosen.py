"""Which of several dates or numbers is that of the contested decision."""

import datetime as dt

import pytest

from extractors.element import NAMED, Candidate, ElementId
from tests.unit.validators.builders import make_case
from validators.chosen import BEHIND, CHOSEN, best_by_chance, worth_a_look
from validators.judges.personen import judge_naam

EARLY, LATE = dt.date(2026, 4, 8), dt.date(2026, 5, 4)


def found(day: dt.date, confidence: float, chance: float | None) -> Candidate:
    return Candidate(day, day.isoformat(), (), confidence, "gedateerd", chance=chance)


def test_clearly_likelier_one_comes_first_as_sure_as_what_it_overtakes() -> None:
    first, other = best_by_chance((found(EARLY, 0.8, 0.5), found(LATE, 0.7, 0.9)))
    assert (first.value, first.confidence) == (LATE, 0.8)
    assert (other.value, other.confidence) == (EARLY, pytest.approx(0.7 - BEHIND))


@pytest.mark.parametrize(
    "candidates",
    [
        (found(EARLY, 0.8, 0.7), found(LATE, 0.7, 0.72)),  # hardly likelier
        (found(EARLY, 0.8, 0.5), found(LATE, 0.2, 0.9)),  # hardly seen
        (found(EARLY, 1.0, None), found(LATE, 0.7, 0.9)),  # by a person
        (found(EARLY, 0.8, 0.9), found(LATE, 0.79, 0.2)),  # first already
        (),
    ],
)
def test_otherwise_the_order_of_the_finders_stays(candidates: tuple[Candidate, ...]) -> None:
    assert best_by_chance(candidates) == candidates


def test_nothing_gets_surer_than_it_was_by_being_put_behind() -> None:
    ordered = best_by_chance((found(EARLY, 0.35, 0.5), found(LATE, 0.3, 0.9)))
    assert [each.confidence for each in ordered] == [0.35, pytest.approx(0.3 - BEHIND)]


def test_what_the_chance_takes_for_another_is_no_rival_of_what_both_choose() -> None:
    first, other = best_by_chance((found(EARLY, 0.88, 0.95), found(LATE, 0.85, 0.05)))
    assert (first.value, first.confidence, first.marks) == (EARLY, 0.88, frozenset())
    assert (other.value, other.confidence) == (LATE, pytest.approx(0.88 - BEHIND))


def named(day: dt.date, chance: float | None) -> Candidate:
    return Candidate(day, day.isoformat(), (), 0.3, NAMED, chance=chance)


def test_of_what_is_only_named_the_likeliest_comes_first() -> None:
    assert [x.value for x in best_by_chance((named(EARLY, 0.6), named(LATE, 0.9)))] == [LATE, EARLY]


@pytest.mark.parametrize(("chance", "is_kept"), [(0.6, True), (0.4, False), (None, True)])
def test_what_is_only_named_is_looked_at_when_it_is_rather_so(
    chance: float | None, is_kept: bool
) -> None:
    assert bool(worth_a_look([named(EARLY, chance)])) is is_kept


def test_what_a_finder_took_for_it_is_always_looked_at() -> None:
    assert worth_a_look([found(EARLY, 0.8, 0.1)])


@pytest.mark.parametrize(("kind", "count"), [("bezwaar", 1), ("klacht", 0)])
def test_a_date_is_that_of_a_decision_by_its_chance_in_an_objection_alone(
    kind: str, count: int
) -> None:
    case = make_case({ElementId.BESLUITDATUM: (named(EARLY, 0.9),)}, kinds=[kind])
    assert len(case.candidates(ElementId.BESLUITDATUM)) == count


def person(name: str, role: str, confidence: float, chance: float) -> Candidate:
    return Candidate(name, name, (), confidence, role, chance=chance)


NEIGHBOUR, WRITER = "T. Lubbers", "E. Nijboer"


def test_who_writes_is_put_before_the_client_that_the_rules_took() -> None:
    # Who writes tells of a neighbour by name and number, and objects for herself.
    named = (
        person(NEIGHBOUR, "client", 0.7, 0.4),
        person(WRITER, "vertegenwoordiger", 0.9, 0.9),
    )
    case = make_case({ElementId.NAAM: named})
    first, second = case.candidates(ElementId.NAAM)
    assert (first.value, first.marks, first.confidence) == (WRITER, {CHOSEN}, 0.7)
    assert (second.value, second.confidence) == (NEIGHBOUR, pytest.approx(0.7 - BEHIND))
    assert judge_naam(case).candidate == first


@pytest.mark.parametrize(("chance", "status"), [(0.9, "aanwezig"), (0.4, "onzeker")])
def test_who_writes_alone_is_the_client_where_the_chance_says_so(
    chance: float, status: str
) -> None:
    case = make_case({ElementId.NAAM: (person(WRITER, "vertegenwoordiger", 0.9, chance),)})
    assert judge_naam(case).status == status


def test_who_writes_stays_behind_a_client_who_is_rather_so_too() -> None:
    # "Namens mijn vader", whose name a form asks for: that of the daughter is no likelier.
    named = (
        person(NEIGHBOUR, "client", 0.9, 0.8),
        person(WRITER, "vertegenwoordiger", 0.9, 0.95),
    )
    case = make_case({ElementId.NAAM: named})
    assert case.candidates(ElementId.NAAM) == named
    assert judge_naam(case).candidate == named[0]


@pytest.mark.parametrize(
    ("told", "chance"),
    [
        (0.9, 0.9),  # "namens mijn buurvrouw"
        (0.7, 0.85),  # "mijn vrouw krijgt hulp"
    ],
)
def test_who_writes_is_not_sure_before_a_client_of_whom_the_rules_are(
    told: float, chance: float
) -> None:
    named = (
        person(NEIGHBOUR, "client", told, 0.4),
        person(WRITER, "vertegenwoordiger", 0.97, chance),
    )
    assert judge_naam(make_case({ElementId.NAAM: named})).status == "onzeker"
