import pytest

from extractors.element import Contact
from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.machtiging_vragen import check


def by(relation: str, sure: float = 0.95) -> dict[str, object]:
    contact = Contact("B. Smit", "", "", relation)
    return {"contactpersoon": make_candidate(contact, sure, role="vertegenwoordiger")}


def test_relative_without_one_gives_the_warning() -> None:
    assert check(make_assessed(complete(**by("dochter"))))


def test_client_who_writes_gives_none() -> None:
    assert not check(make_assessed())


@pytest.mark.parametrize("relation", ["advocaat", "ouder", "mentor", "curator", "bewindvoerder"])
def test_who_needs_none_is_not_asked(relation: str) -> None:
    assert not check(make_assessed(complete(**by(relation))))
    assert not check(make_assessed(signals=["namens_ander", relation]))


def test_parent_of_an_adult_is_asked() -> None:
    assert check(make_assessed(signals=["namens_ander", "ouder", "meerderjarig"]))


def test_parent_of_an_adult_who_is_mentor_too_is_not_asked() -> None:
    signals = ["namens_ander", "ouder", "meerderjarig", "mentor"]
    assert not check(make_assessed(signals=signals))


def test_enclosed_machtiging_is_enough() -> None:
    enclosed = make_candidate("B. Smit", role="bijlage")
    assert not check(make_assessed(complete(machtiging=enclosed, **by("dochter"))))


def test_machtiging_that_is_only_mentioned_is_asked_for() -> None:
    mentioned = make_candidate("B. Smit", role="vermeld")
    assert check(make_assessed(complete(machtiging=mentioned, **by("dochter"))))


def test_person_who_is_hardly_found_is_no_representative() -> None:
    assert not check(make_assessed(complete(**by("dochter", 0.4))))
