import datetime as dt
from dataclasses import replace

from tests.unit.validators.builders import DECIDED, complete, make_assessed, make_candidate
from validators.rules.meerdere_besluiten import check

DAY = dt.timedelta(days=1)


def dated(*found: tuple[dt.date, float, str]) -> dict[str, object]:
    every = [make_candidate(day, sure, role=role) for day, sure, role in found]
    return {"candidates": complete(besluitdatum=every)}


def test_two_sure_dates_of_one_class_give_the_warning() -> None:
    two = dated((DECIDED, 0.95, "gedateerd"), (DECIDED - DAY, 0.85, "gedateerd"))
    assert check(make_assessed(**two))


def test_date_and_dispatch_of_one_decision_give_none() -> None:
    one = dated((DECIDED, 0.95, "gedateerd"), (DECIDED + DAY, 0.95, "verzonden"))
    assert not check(make_assessed(**one))


def test_second_date_that_is_not_sure_gives_none() -> None:
    unsure = dated((DECIDED, 0.95, "gedateerd"), (DECIDED - DAY, 0.71, "gedateerd"))
    assert not check(make_assessed(**unsure))


def test_second_date_that_the_chance_takes_for_something_else_gives_none() -> None:
    first = replace(make_candidate(DECIDED, 0.95, role="gedateerd"), chance=0.95)
    other = replace(make_candidate(DECIDED - DAY, 0.85, role="gedateerd"), chance=0.05)
    assert not check(make_assessed(candidates=complete(besluitdatum=[first, other])))
    likely = replace(other, chance=0.5)
    assert check(make_assessed(candidates=complete(besluitdatum=[first, likely])))


def test_words_for_it_are_enough() -> None:
    assert check(make_assessed(signals=["meerdere_besluiten"]))


def test_complaint_contests_no_decision() -> None:
    assert not check(make_assessed(kinds=["klacht"], signals=["meerdere_besluiten"]))
