import pytest

from extractors.document import Box
from extractors.element import Candidate, Evidence, Signal
from tests.unit.validators.builders import make_candidate, make_case
from validators.advice import Advice, Outcome
from validators.report import Routing
from validators.routing import advice_of, route

VGZ_BLOCK = "VGZ Zorgkantoor\nAfdeling klachten\nPostbus 1\n5600 AA Eindhoven"


def routed(*blocks: str, profile: str = "zorg-en-zekerheid", **more: object) -> Routing:
    return route(make_case(profile=profile, addressees=_blocks(blocks), **more))  # type: ignore[arg-type]


def advised(*signals: Signal, profile: str = "zorg-en-zekerheid", **more: object) -> Advice:
    return advice_of(make_case(profile=profile, signals=signals, **more))  # type: ignore[arg-type]


def says(code: str, confidence: float = 0.7, *named: str) -> Signal:
    box = Box(0, 0, 1, 1)
    return Signal(code, tuple(Evidence(1, box, name) for name in named), confidence)


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
    assert advice_of(case).outcome is Outcome.INFORMEREN


def test_default_profile_is_nobodys_wrong_desk() -> None:
    assert routed(VGZ_BLOCK, profile="awb").forward_to is None


def test_our_own_name_wins_over_another_in_the_block() -> None:
    block = "College van burgemeester en wethouders\np/a Zorg en Zekerheid"
    assert routed(block).addressee == "zorg-en-zekerheid"


def test_appeal_goes_to_the_court() -> None:
    assert routed(kinds=["beroep"]).forward_to == "rechtbank"


def test_decision_of_another_body_goes_to_that_body() -> None:
    assert advised(says("besluit_indicatie")).forward_to == "ciz"


def test_passing_mention_goes_nowhere() -> None:
    assert advised(says("besluit_indicatie", 0.4)) == Advice(aside=())


def test_what_is_plainly_ours_stays() -> None:
    ours = says("besluit_aangeschrevene", 0.8), says("besluit_zorgkantoor", 0.7)
    assert advised(*ours, says("besluit_indicatie", 0.6)).outcome is Outcome.EIGEN


def test_what_may_be_ours_is_for_a_person() -> None:
    found = advised(says("besluit_aangeschrevene", 0.65), says("besluit_wmo", 0.65))
    assert (found.outcome, found.forward_to) == (Outcome.ONDUIDELIJK, None)


def test_two_others_that_contradict_each_other_are_for_a_person() -> None:
    found = advised(says("besluit_wmo", 0.7), says("besluit_eigen_bijdrage", 0.65))
    assert found.outcome is Outcome.ONDUIDELIJK
    assert "CAK" in found.mailroom
    assert "gemeente" in found.mailroom


def test_letter_about_two_decisions_is_copied_and_kept() -> None:
    ours, theirs = says("besluit_zorgkantoor", 0.7), says("besluit_indicatie", 0.7)
    found = advised(ours, theirs, says("twee_besluiten"))
    assert found.outcome is Outcome.DEELS_DOORZENDEN
    assert found.forward_to == "ciz"
    assert [row.id for row in found.rows] == ["besluit_zorgkantoor", "indicatie"]


def test_sender_who_does_not_know_whose_it_is_leaves_it_to_a_person() -> None:
    assert advised(says("besluit_wmo", 0.8), says("wie_onbekend")).outcome is Outcome.ONDUIDELIJK


def test_budget_under_another_law_is_not_ours() -> None:
    found = advised(says("besluit_pgb", 0.65), says("besluit_jeugdhulp", 0.7))
    assert found.forward_to == "gemeente"


def test_budget_beside_a_passing_mention_is_ours() -> None:
    assert advised(says("besluit_pgb", 0.8), says("besluit_pgb_betaling", 0.35)).body is None


@pytest.mark.parametrize(
    ("name", "forward_to"),
    [
        ("CZ zorgkantoor", "cz-zorgkantoor"),
        ("Zorgkantoor DSW", "zorgkantoor-dsw"),
        ("VGZ", "vgz-zorgkantoor"),
        ("Zorg en Zekerheid", None),
        ("het zorgkantoor", None),
    ],
)
def test_care_office_is_told_by_its_name(name: str, forward_to: str | None) -> None:
    assert advised(says("besluit_zorgkantoor", 0.7, name)).forward_to == forward_to


def test_care_office_without_a_name_is_that_of_the_region() -> None:
    found = advised(says("besluit_zorgkantoor", 0.7), profile="ciz")
    assert found.forward_to == "zorgkantoor"


def test_several_care_offices_are_for_a_person() -> None:
    both = says("besluit_zorgkantoor", 0.7, "CZ zorgkantoor", "Zorgkantoor DSW")
    assert advised(both, profile="ciz").outcome is Outcome.ONDUIDELIJK


def test_second_objection_is_an_appeal() -> None:
    found = advised(says("besluit_op_bezwaar"), says("besluit_aangeschrevene", 0.8))
    assert (found.forward_to, found.basis) == ("rechtbank", ("Awb 6:15 lid 2",))


def test_private_desk_has_the_sender_send_it() -> None:
    found = advised(says("besluit_indicatie"), profile="klachtenloket-zorg")
    assert found.outcome is Outcome.ZELF_STUREN
    assert (found.forward_to, found.basis) == (None, ("Awb 6:4 lid 1",))
    assert "de termijn loopt door" in found.sender


def test_complaint_about_care_is_not_sent_on() -> None:
    found = advised(says("gedrag_zorgaanbieder", 0.8), kinds=["klacht"])
    assert (found.outcome, found.forward_to) == (Outcome.INFORMEREN, None)
    assert "klachtenfunctionaris" in found.sender


def test_complaint_about_care_belongs_at_a_complaints_desk() -> None:
    found = advised(says("gedrag_zorgaanbieder"), profile="klachtenportaal-zorg", kinds=["klacht"])
    assert found.outcome is Outcome.EIGEN


def test_row_that_asks_more_wins_from_the_general_one() -> None:
    found = advised(says("gedrag_zorgaanbieder"), says("onvrijwillig"), kinds=["klacht"])
    assert [row.id for row in found.rows] == ["dwang"]


def test_ombudsman_gets_only_what_is_written_to_him() -> None:
    about_us = says("gedrag_aangeschrevene"), says("klacht_afgehandeld")
    assert advised(*about_us, kinds=["klacht"]).forward_to is None
    assert routed("De Nationale ombudsman", kinds=["klacht"]).forward_to == "nationale-ombudsman"


def test_body_that_contradicts_the_address_is_for_a_person() -> None:
    found = advised(says("besluit_wmo", 0.8), addressees=_blocks((VGZ_BLOCK,)))
    assert found.outcome is Outcome.ONDUIDELIJK


def test_sender_of_an_objection_hears_that_the_first_receipt_counts() -> None:
    assert "telt voor de termijn" in advised(says("besluit_indicatie")).sender
    complaint = advised(says("gedrag_ciz"), kinds=["klacht"])
    assert "termijn" not in complaint.sender


def test_who_is_stuck_hears_of_a_clientondersteuner_at_least() -> None:
    assert "cliëntondersteuner" in (advised(kinds=["hulpvraag"]).sender_with("hulpvraag") or "")


def test_unrecognised_addressee_is_not_misdirected() -> None:
    assert not advice_of(make_case(profile="ciz")).is_misdirected
