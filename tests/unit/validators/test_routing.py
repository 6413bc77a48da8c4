import pytest

from extractors.element import Candidate
from tests.unit.validators.builders import complete, make_candidate, make_case
from validators.report import Routing
from validators.routing import is_misdirected, route

VGZ_BLOCK = "VGZ Zorgkantoor\nAfdeling klachten\nPostbus 1\n5600 AA Eindhoven"


def routed(*blocks: str, profile: str = "zorg-en-zekerheid", **more: object) -> Routing:
    return route(make_case(profile=profile, addressees=_blocks(blocks), **more))  # type: ignore[arg-type]


def _blocks(blocks: tuple[str, ...]) -> tuple[Candidate, ...]:
    return tuple(make_candidate(block) for block in blocks)


@pytest.mark.parametrize(
    ("block", "addressee"),
    [
        ("Zorg en Zekerheid\nt.a.v. afdeling Juridische Zaken", "zorg-en-zekerheid"),
        ("Zorgkantoor Zorg & Zekerheid", "zorg-en-zekerheid"),
        ("Zorg en Zekerhe1d\nPostbus 1", "zorg-en-zekerheid"),
        ("Afdeling Juridische Zaken\nPostbus 400\n2300 AK Leiden", "zorg-en-zekerheid"),
        ("CIZ\nTeam Bezwaar en Beroep", "ciz"),
        ("Gemeente Utrecht\nt.a.v. het college", "gemeente"),
        ("College van burgemeester en wethouders van Leiden", "gemeente"),
        ("Klachtenportaal Zorg\nDe Gemeentehof 3", "klachtenportaal-zorg"),
        ("Rechtbank Den Haag\nSector bestuursrecht", "rechtbank"),
        ("Geschillencommissie Zorg", "geschillencommissie"),
        ("De heer B. Smit\nDorpsstraat 3", None),
    ],
)
def test_addressee_is_recognised(block: str, addressee: str | None) -> None:
    assert routed(block, profile="awb").addressee == addressee


def test_short_name_inside_a_word_is_no_name() -> None:
    assert routed("Specizorg\nPostbus 3", profile="awb").addressee is None


def test_block_that_was_read_poorly_says_nothing() -> None:
    poor = (make_candidate(VGZ_BLOCK, 0.3),)
    assert route(make_case(profile="ciz", addressees=poor)).addressee is None


def test_letter_for_us_stays() -> None:
    assert routed("Zorg en Zekerheid").forward_to is None


def test_objection_for_another_body_goes_on() -> None:
    assert routed(VGZ_BLOCK) == Routing(
        addressee="vgz-zorgkantoor", forward_to="vgz-zorgkantoor", basis=("Awb 6:15 lid 1",)
    )


def test_complaint_for_another_body_goes_on_under_another_article() -> None:
    assert routed(VGZ_BLOCK, kinds=["klacht"]).basis == ("Awb 2:3 lid 1",)


def test_letter_for_a_private_body_is_not_sent_on() -> None:
    case = make_case(profile="ciz", addressees=_blocks(("Klachtenportaal Zorg",)))
    assert route(case).forward_to is None
    assert is_misdirected(case, route(case))


def test_default_profile_is_nobodys_wrong_desk() -> None:
    assert routed(VGZ_BLOCK, profile="awb").forward_to is None


def test_our_own_name_wins_over_another_in_the_block() -> None:
    block = "College van burgemeester en wethouders\np/a Zorg en Zekerheid"
    assert routed(block).addressee == "zorg-en-zekerheid"


def test_appeal_goes_to_the_court() -> None:
    assert routed(kinds=["beroep"]).forward_to == "rechtbank"


def test_decision_of_another_body_goes_to_that_body() -> None:
    found = complete(besluit=make_candidate("het indicatiebesluit van 1 oktober", marks=["datum"]))
    assert route(make_case(found, profile="zorg-en-zekerheid")).forward_to == "ciz"


@pytest.mark.parametrize(
    "words", ["uw besluit na het indicatiebesluit", "afwijzing pgb, zie het indicatiebesluit"]
)
def test_decision_that_may_be_ours_stays(words: str) -> None:
    found = complete(besluit=make_candidate(words, marks=["datum"]))
    assert route(make_case(found, profile="zorg-en-zekerheid")).forward_to is None


def test_objection_at_a_complaint_desk_is_misdirected() -> None:
    case = make_case(profile="klachtenloket-zorg")
    assert is_misdirected(case, route(case))


def test_unrecognised_addressee_is_not_misdirected() -> None:
    case = make_case(profile="ciz")
    assert not is_misdirected(case, route(case))
