from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.handtekening_alleen_op_bijlage import check

ENCLOSED = make_candidate("inkt", role="inkt", marks=["op_bijlage"])
OWN = make_candidate("inkt", role="inkt")


def test_signature_on_an_enclosure_alone_gives_the_warning() -> None:
    assert check(make_assessed(complete(handtekening=ENCLOSED)))


def test_signature_on_the_letter_too_gives_none() -> None:
    assert not check(make_assessed(complete(handtekening=[OWN, ENCLOSED])))


def test_no_signature_anywhere_gives_none() -> None:
    assert not check(make_assessed(complete(handtekening=())))


def test_smudge_on_an_enclosure_is_no_signature() -> None:
    smudge = make_candidate("inkt", 0.4, role="inkt", marks=["op_bijlage"])
    assert not check(make_assessed(complete(handtekening=smudge)))


def test_desk_that_asks_no_signature_needs_no_warning() -> None:
    enclosed = complete(handtekening=ENCLOSED)
    assert not check(make_assessed(enclosed, profile="klachtenportaal-zorg", kinds=["klacht"]))
