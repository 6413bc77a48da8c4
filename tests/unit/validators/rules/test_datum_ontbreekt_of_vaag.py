from tests.unit.validators.builders import WRITTEN, complete, make_assessed, make_candidate
from validators.rules.datum_ontbreekt_of_vaag import check


def test_letter_without_a_date_gives_the_warning() -> None:
    assert check(make_assessed(complete(datum=())))


def test_month_alone_gives_it_too() -> None:
    month = make_candidate(WRITTEN.replace(day=1), marks=["zonder_dag"])
    assert check(make_assessed(complete(datum=month)))


def test_full_date_gives_none() -> None:
    assert not check(make_assessed())


def test_other_post_needs_no_date() -> None:
    assert not check(make_assessed(complete(datum=()), kinds=["overig"]))


def test_desk_that_asks_no_date_needs_no_warning() -> None:
    found = complete(datum=())
    assert not check(make_assessed(found, profile="klachtenportaal-zorg", kinds=["klacht"]))
