from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.kenmerk_van_afzender import check

OWN = make_candidate("AB/1", marks=["van_afzender"])


def test_reference_of_the_sender_alone_gives_the_warning() -> None:
    assert check(make_assessed(complete(kenmerk=OWN)))


def test_reference_of_the_office_beside_it_gives_none() -> None:
    assert not check(make_assessed(complete(kenmerk=[OWN, make_candidate("ZK-1")])))


def test_no_reference_at_all_gives_none() -> None:
    assert not check(make_assessed(complete(kenmerk=())))
