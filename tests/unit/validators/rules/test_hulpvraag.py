from tests.unit.validators.builders import make_assessed
from validators.rules.hulpvraag import check


def test_intent_gives_the_warning() -> None:
    assert check(make_assessed(kinds=["hulpvraag"]))


def test_intent_beside_an_objection_gives_it_too() -> None:
    assert check(make_assessed(kinds=["bezwaar", "hulpvraag"]))


def test_other_intents_give_none() -> None:
    assert not check(make_assessed(kinds=["bezwaar", "klacht", "overig"]))
