from dataclasses import replace

import pytest

from extractors.element import Address, Candidate, Contact, ElementId, Signal
from tests.unit.validators.builders import make_candidate, make_case
from validators.judges.personen import (
    judge_adres,
    judge_contactpersoon,
    judge_machtiging,
    judge_naam,
)
from validators.report import AddressValue, ContactValue, Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement

DAUGHTER = Contact("B. Smit", "b@voorbeeld.nl", "", "dochter")
HOME = Address("Lindelaan", "12", "2312 AB", "Leiden")


def naam(*candidates: Candidate, **more: object) -> Judgement:
    return judge_naam(make_case({ElementId.NAAM: candidates}, **more))  # type: ignore[arg-type]


def adres(*candidates: Candidate) -> Judgement:
    return judge_adres(make_case({ElementId.ADRES: candidates}))


def contact(*candidates: Candidate, **more: tuple[Candidate, ...]) -> Judgement:
    found = {ElementId(name): each for name, each in more.items()}
    return judge_contactpersoon(make_case({ElementId.CONTACTPERSOON: candidates, **found}))


def machtiging(*candidates: Candidate, signals: tuple[str, ...] = ("namens_ander",)) -> Judgement:
    return judge_machtiging(make_case({ElementId.MACHTIGING: candidates}, signals=signals))


def client(name: str, confidence: float = 0.9, *marks: str) -> Candidate:
    return make_candidate(name, confidence, role="client", marks=marks)


def test_address_of_whom_chances_make_the_client_goes_before_the_one_the_rules_took() -> None:
    home = make_candidate(HOME, 0.8, role="vertegenwoordiger")
    away = make_candidate(Address("Kade", "3", "9301 KB", "Roden"), 0.87, role="client")
    names = (
        replace(make_candidate("I. Postma", 0.69, role="client"), chance=0.1),
        replace(make_candidate("K. Benali", 0.95, role="vertegenwoordiger"), chance=0.96),
    )
    case = make_case({ElementId.ADRES: (away, home), ElementId.NAAM: names})
    judged = judge_adres(case)
    assert isinstance(judged.value, AddressValue)
    assert (judged.status, judged.value.straat) == (Status.AANWEZIG, "Lindelaan")


def test_name_of_the_client_is_there() -> None:
    assert naam(client("A. de Vries")).status is Status.AANWEZIG


def test_first_name_alone_is_for_a_person() -> None:
    assert naam(client("Anneke", 0.9, "alleen_voornaam")).reason is Reason.ALLEEN_VOORNAAM


def test_name_of_the_representative_is_not_the_clients() -> None:
    judged = naam(make_candidate("mr. B. Smit", role="vertegenwoordiger"))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.ALLEEN_VERTEGENWOORDIGER)


def test_longer_spelling_of_a_name_is_no_rival() -> None:
    assert naam(client("A. de Vries"), client("Anneke de Vries")).status is Status.AANWEZIG


def test_two_different_names_are_for_a_person() -> None:
    assert naam(client("A. de Vries"), client("P. Bakker")).reason is Reason.MEERDERE


def test_of_two_people_who_write_one_name_is_enough() -> None:
    judged = naam(client("A. de Vries"), client("P. Bakker"), signals=["meerdere_afzenders"])
    assert judged.status is Status.AANWEZIG


@pytest.mark.parametrize(
    "address",
    [
        HOME,
        Address("", "12", "2312 AB", ""),
        Address("Lindelaan", "12", "", "Leiden"),
        Address("Postbus", "99", "", "Leiden"),
    ],
)
def test_address_where_post_arrives_is_there(address: Address) -> None:
    assert adres(make_candidate(address)).status is Status.AANWEZIG


def test_of_client_and_representative_one_address_is_enough() -> None:
    theirs = make_candidate(Address("Kade", "3", "2511 AA", "Den Haag"), role="vertegenwoordiger")
    judged = adres(make_candidate(HOME, 0.4, role="client"), theirs)
    assert judged.status is Status.AANWEZIG
    assert judged.value == AddressValue(
        straat="Kade", huisnummer="3", postcode="2511 AA", plaats="Den Haag"
    )


def test_a_second_address_is_no_rival_when_someone_else_writes() -> None:
    found = (make_candidate(HOME), make_candidate(Address("Kade", "3", "2511 AA", "Den Haag")))
    alone = make_case({ElementId.ADRES: found})
    represented = make_case({ElementId.ADRES: found}, signals=("namens_ander",))
    assert judge_adres(alone).reason is Reason.MEERDERE
    assert judge_adres(represented).status is Status.AANWEZIG


@pytest.mark.parametrize(
    "address", [Address("Lindelaan", "", "", "Leiden"), Address("", "", "2312 AB", "Leiden")]
)
def test_address_without_a_number_is_for_a_person(address: Address) -> None:
    assert adres(make_candidate(address)).reason is Reason.ADRES_ONVOLLEDIG


def test_place_name_alone_is_no_address() -> None:
    judged = adres(make_candidate(Address(plaats="Leiden")))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.ADRES_ONVOLLEDIG)


def test_address_of_the_representative_is_the_senders_too() -> None:
    assert adres(make_candidate(HOME, role="vertegenwoordiger")).status is Status.AANWEZIG


def test_postcode_is_set_as_it_should_be() -> None:
    judged = adres(make_candidate(Address("Lindelaan", "12", "2312ab", "Leiden")))
    assert judged.value == AddressValue(
        straat="Lindelaan", huisnummer="12", postcode="2312 AB", plaats="Leiden"
    )


def test_part_of_the_same_address_is_no_rival() -> None:
    part = make_candidate(Address("Lindelaan", "12", "", ""))
    assert adres(make_candidate(HOME), part).status is Status.AANWEZIG


def test_other_address_is_a_rival() -> None:
    other = make_candidate(Address("Dorpsstraat", "3", "1011 AA", "Amsterdam"))
    assert adres(make_candidate(HOME), other).reason is Reason.MEERDERE


def test_contact_person_has_name_mail_and_relation() -> None:
    judged = contact(make_candidate(DAUGHTER, role="vertegenwoordiger"))
    assert judged.status is Status.AANWEZIG
    assert judged.value == ContactValue(naam="B. Smit", email="b@voorbeeld.nl", relatie="dochter")


def test_who_signs_is_the_client_where_the_words_clearly_say_so() -> None:
    told = replace(make_candidate("B. de Jong", confidence=0.7), chance=0.3)
    signs = replace(make_candidate("A. Smit", role="vertegenwoordiger"), chance=0.9)
    judged = naam(told, signs)
    assert (judged.status, judged.candidate and judged.candidate.value) == (
        Status.AANWEZIG,
        "A. Smit",
    )


@pytest.mark.parametrize(
    ("chance", "status"), [(1.0, Status.AANWEZIG), (0.8, Status.ONZEKER), (0.2, Status.ONTBREEKT)]
)
def test_who_is_only_named_is_the_client_by_the_chance_alone(chance: float, status: Status) -> None:
    judged = naam(replace(make_candidate("A. Smit", role="genoemd", confidence=0.3), chance=chance))
    assert judged.status is status


@pytest.mark.parametrize(
    ("chance", "status", "name"),
    [(1.0, Status.AANWEZIG, "A. Smit"), (0.8, Status.ONZEKER, "A. Smit")],
)
def test_who_is_only_named_is_shown_instead_of_a_less_likely_writer(
    chance: float, status: Status, name: str
) -> None:
    signs = replace(make_candidate("B. de Jong", confidence=0.9), chance=0.5)
    named = replace(make_candidate("A. Smit", role="genoemd", confidence=0.3), chance=chance)
    judged = naam(signs, named)
    assert (judged.status, judged.candidate and judged.candidate.value) == (status, name)


def test_nobody_represents_himself() -> None:
    told = replace(make_candidate("B. de Jong"), chance=0.3)
    signs = replace(make_candidate("A. Smit", role="vertegenwoordiger"), chance=0.9)
    contact = make_candidate(Contact("A. Smit", "", "", ""), role="vertegenwoordiger")
    found = {ElementId.NAAM: (told, signs), ElementId.CONTACTPERSOON: (contact,)}
    assert not make_case(found).is_represented
    assert make_case({**found, ElementId.NAAM: (told,)}).is_represented


@pytest.mark.parametrize(
    ("person", "status", "reason"),
    [
        (
            Contact("B. Smit", "", "0612345678", "dochter"),
            Status.ONTBREEKT,
            Reason.CONTACT_ZONDER_EMAIL,
        ),
        (
            Contact("B. Smit", "b@voorbeeld.nl", "", ""),
            Status.ONZEKER,
            Reason.CONTACT_ZONDER_RELATIE,
        ),
    ],
)
def test_contact_person_has_a_gap(person: Contact, status: Status, reason: Reason) -> None:
    judged = contact(make_candidate(person, role="vertegenwoordiger"))
    assert (judged.status, judged.reason) == (status, reason)


def test_an_address_told_in_passing_is_for_a_person() -> None:
    judged = adres(make_candidate(HOME, marks=frozenset({"terloops"})))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.ANDERE_PERSOON)


def test_an_address_told_in_passing_is_there_when_the_words_around_it_say_so_surely() -> None:
    passing = replace(make_candidate(HOME, marks=frozenset({"terloops"})), chance=1.0)
    assert adres(passing).status is Status.AANWEZIG


def test_client_with_an_email_address_is_the_contact_person() -> None:
    judged = contact(naam=(client("A. de Vries"),), email=(make_candidate("a@voorbeeld.nl"),))
    assert judged.value == ContactValue(naam="A. de Vries", email="a@voorbeeld.nl", relatie="zelf")


@pytest.mark.parametrize(
    ("chance", "mark", "status"),
    [
        (1.0, "", Status.AANWEZIG),
        (0.3, "", Status.ONZEKER),
        (1.0, "onzeker_wie", Status.ONZEKER),
    ],
)
def test_a_client_is_as_sure_a_contact_person_as_name_and_address_are(
    chance: float, mark: str, status: Status
) -> None:
    own = Contact("A. de Vries", "a@voorbeeld.nl", "", "zelf")
    judged = contact(
        make_candidate(own, role="zelf", confidence=0.5, marks=[mark]),
        naam=(replace(client("A. de Vries", 0.5), chance=chance),),
        email=(make_candidate("a@voorbeeld.nl"),),
    )
    assert judged.status is status


def test_client_without_an_email_address_is_not() -> None:
    assert contact(naam=(client("A. de Vries"),)).status is Status.ONTBREEKT


def test_enclosed_authorisation_is_there() -> None:
    assert machtiging(make_candidate("B. Smit", role="bijlage")).status is Status.AANWEZIG


def test_unsigned_authorisation_is_for_a_person() -> None:
    judged = machtiging(make_candidate("B. Smit", role="bijlage", marks=["ongetekend"]))
    assert judged.reason is Reason.MACHTIGING_ONGETEKEND


def test_authorisation_that_is_only_mentioned_is_for_a_person() -> None:
    assert machtiging(make_candidate("B. Smit", role="vermeld")).status is Status.ONZEKER


def test_who_writes_for_himself_needs_none() -> None:
    assert machtiging(signals=()).reason is Reason.MACHTIGING_NIET_NODIG


@pytest.mark.parametrize("who", ["advocaat", "ouder", "mentor", "curator", "nabestaande"])
def test_who_is_exempt_needs_none(who: str) -> None:
    assert machtiging(signals=("namens_ander", who)).reason is Reason.MACHTIGING_NIET_NODIG


def test_relation_of_the_contact_person_exempts_as_well() -> None:
    lawyer = make_candidate(Contact("mr. B. Smit", "", "", "advocaat"), role="vertegenwoordiger")
    case = make_case({ElementId.CONTACTPERSOON: (lawyer,)})
    assert (case.is_represented, case.needs_machtiging) == (True, False)


def test_budget_that_is_denied_asks_no_client_number() -> None:
    doubtful = make_case(
        profile="vgz-zorgkantoor", kinds=["klacht"], signals=[Signal("pgb", (), 0.6)]
    )
    assert doubtful.severity(ElementId.RELATIENUMMER) is None


def test_a_writer_for_somebody_else_who_is_named_is_for_a_person() -> None:
    judged = naam(client("L. Zijlstra", 0.95, "ander_bedoeld"))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.ANDERE_PERSOON)


def test_a_writer_for_whom_the_chance_vouches_is_the_client_whoever_is_named() -> None:
    vouched = replace(client("L. Zijlstra", 0.58, "ander_bedoeld"), chance=0.99)
    assert naam(vouched).status is Status.AANWEZIG


def test_an_initial_that_may_be_another_one_is_for_a_person() -> None:
    judged = naam(client("L. Zijlstra", 0.95, "letter_onzeker"))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.SLECHT_GELEZEN)
    assert naam(client("L. Zijlstra", 0.95)).status is Status.AANWEZIG
