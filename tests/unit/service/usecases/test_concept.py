"""Concepts of letters: what they say, what they rest on, and what a person must look at first."""

import datetime as dt

import pytest

from extractors.element import ElementId
from service.concepts import Concept, ConceptKind
from service.usecases.errors import UsageError
from service.wording import Asking, wording_of
from tests.unit.service.answers import (
    ADDRESS,
    DAUGHTER,
    TODAY,
    codes,
    make_answerable,
    make_concept,
    repair_letter,
    said,
)
from validators.profile import (
    ProfileFile,
    catalogue_of,
    load_profile,
    profile_ids,
    requirements_of,
)
from validators.report import (
    ContactValue,
    DocumentInfo,
    Intent,
    Kind,
    ReceivedSource,
    Routing,
    Verdict,
    WindowVerdict,
)
from validators.vervolg import herstel_last

BEZWAAR, KLACHT = Kind.BEZWAAR, Kind.KLACHT
ACKNOWLEDGE, REPAIR = ConceptKind.ONTVANGSTBEVESTIGING, ConceptKind.HERSTELVERZUIM
FORWARD, NOTICE = ConceptKind.DOORZENDING, ConceptKind.DOORZENDBERICHT
NORTH = """\
name = "Zorgkantoor Noord"
law = "awb"

[[addresses]]
straat = "Havenstraat 3"
postcode = "9712 AB"
plaats = "Groningen"

[bezwaar]
wettelijk = ["naam"]
"""


def asked_by_profiles() -> list[tuple[str, Kind, ElementId]]:
    """Return every element that some profile asks for, with profile and kind."""
    found = []
    for profile_id in profile_ids():
        profile = load_profile(profile_id)
        for kind in (BEZWAAR, KLACHT):
            if profile.accepts(kind):
                asked = requirements_of(profile, kind)
                found += [(profile_id, kind, each) for each in asked.wettelijk + asked.organisatie]
    return found


@pytest.mark.parametrize(("profile", "kind", "element"), asked_by_profiles())
def test_a_missing_element_is_asked_for_in_words(
    profile: str, kind: Kind, element: ElementId
) -> None:
    made = repair_letter(make_answerable(kind, profile, missing=[element]))
    asking = Asking(soort=kind.value, client="Anna Hoogendoorn")
    assert wording_of().ask(element, asking) in said(made)


@pytest.mark.parametrize(
    ("profile", "kind"),
    [(each, kind) for each in profile_ids() for kind in (BEZWAAR, KLACHT)],
)
def test_everything_missing_is_asked_for_at_once(profile: str, kind: Kind) -> None:
    asked = requirements_of(load_profile(profile), kind)
    missing = asked.wettelijk + asked.organisatie
    made = repair_letter(make_answerable(kind, profile, missing=missing))
    items = [item for block in made.letter.blocks if block.type == "items" for item in block.items]
    assert len(items) == len(missing)
    assert made.facts.verzuim + made.facts.ask == missing


def test_what_the_law_wants_stands_apart_from_what_the_organisation_wants() -> None:
    missing = [ElementId.HANDTEKENING, ElementId.BSN]
    made = repair_letter(make_answerable(missing=missing))
    lists = [block.items for block in made.letter.blocks if block.type == "items"]
    assert [len(items) for items in lists] == [1, 1]
    assert "handtekening" in lists[0][0]
    assert "BSN" in lists[1][0]


def test_the_last_day_is_that_of_the_law_and_printed() -> None:
    made = repair_letter()
    assert made.facts.last_day == herstel_last(TODAY, days=14) == dt.date(2026, 12, 7)
    assert "7 december 2026" in made.letter.subject


def test_reasons_get_the_longer_term() -> None:
    made = repair_letter(make_answerable(missing=[ElementId.ONDERBOUWING]))
    assert made.facts.last_day == herstel_last(TODAY, days=28)


def test_a_later_letter_gives_a_later_last_day() -> None:
    made = repair_letter(date=TODAY + dt.timedelta(days=4))
    assert made.facts.last_day == dt.date(2026, 12, 11)


def test_a_last_day_of_ones_own_is_kept_and_weighed() -> None:
    made = repair_letter(last_day=dt.date(2026, 12, 5))  # a Saturday, and early
    assert made.facts.last_day == dt.date(2026, 12, 5)
    assert {"vrije_dag", "korte_termijn"} <= codes(made)


def test_a_last_day_that_has_passed_is_refused() -> None:
    with pytest.raises(UsageError):
        repair_letter(last_day=TODAY)


def test_only_a_gap_in_what_the_law_asks_of_an_objection_has_a_consequence() -> None:
    law = repair_letter()
    wish = repair_letter(make_answerable(missing=[ElementId.BSN]))
    complaint = repair_letter(make_answerable(KLACHT, missing=[ElementId.HANDTEKENING]))
    assert [each.facts.suspends for each in (law, wish, complaint)] == [True, False, False]
    assert "artikel 6:6" in said(law)
    for made in (wish, complaint):
        assert "6:6" not in said(made)
        assert "niet behandelen" not in said(made)


def test_the_consequence_is_something_that_may_happen() -> None:
    sentence = next(each for each in said(repair_letter()).split(". ") if "niet behandelen" in each)
    assert "kan het zijn dat" in sentence


def test_the_sender_hears_that_the_decision_term_stands_still() -> None:
    assert "staat stil" in said(repair_letter())
    assert "staat stil" not in said(repair_letter(make_answerable(missing=[ElementId.BSN])))


@pytest.mark.parametrize(
    ("profile", "kind", "place"),
    [
        ("zorg-en-zekerheid", BEZWAAR, "Postbus 400"),
        ("ciz", BEZWAAR, "Postbus 2891"),
        ("ciz", KLACHT, "Postbus 2690"),
        ("klachtenportaal-zorg", KLACHT, "info@klachtenportaalzorg.nl"),
    ],
)
def test_the_letter_says_where_to_send_it(profile: str, kind: Kind, place: str) -> None:
    made = repair_letter(make_answerable(kind, profile, missing=[ElementId.NAAM]))
    assert place in said(made)
    assert "geen_verzendadres" not in codes(made)


@pytest.mark.parametrize("profile", ["awb", "gemeente", "vgz-zorgkantoor"])
def test_a_place_to_send_to_that_is_not_known_is_to_be_filled_in(profile: str) -> None:
    made = repair_letter(make_answerable(profile=profile, missing=[ElementId.HANDTEKENING]))
    assert "geen_verzendadres" in codes(made)
    assert "[VUL IN: waar de aanvulling heen moet]" in said(made)


def test_what_was_not_read_surely_is_not_asked_for() -> None:
    report = make_answerable(missing=[ElementId.BSN], unsure=[ElementId.HANDTEKENING])
    made = repair_letter(report)
    assert "handtekening" not in said(made)
    assert "niet_gevraagd" in codes(made)


def test_nothing_missing_gives_no_request() -> None:
    with pytest.raises(UsageError, match="ontvangstbevestiging"):
        repair_letter(make_answerable(unsure=[ElementId.HANDTEKENING]))


def test_announced_reasons_are_asked_for_as_such() -> None:
    report = make_answerable(missing=[ElementId.ONDERBOUWING], warnings=["pro_forma"])
    assert "U schreef dat u die later stuurt." in said(repair_letter(report))
    assert "later stuurt" in said(make_concept(ACKNOWLEDGE, report))


@pytest.mark.parametrize("element", [ElementId.BSN, ElementId.DATUM])
def test_what_is_wrong_is_asked_for_as_wrong(element: ElementId) -> None:
    made = repair_letter(make_answerable(invalid=[element]))
    assert "juiste" in said(made)


def test_a_machtiging_is_asked_for_without_a_consequence() -> None:
    report = make_answerable(contact=DAUGHTER, warnings=["machtiging_vragen"])
    made = repair_letter(report)
    assert made.facts.ask == (ElementId.MACHTIGING,)
    assert made.facts.last_day == herstel_last(TODAY, days=14)
    assert not made.facts.suspends
    assert "Een machtiging van Anna Hoogendoorn." in said(made)
    assert made.letter.subject == "Wij vragen u om een machtiging"


def test_who_writes_for_someone_gets_the_answer() -> None:
    report = make_answerable(missing=[ElementId.NAAM], contact=DAUGHTER)
    made = repair_letter(report)
    assert made.letter.addressee[0] == "Yvonne Smeets"
    assert "De naam van de persoon voor wie u schrijft." in said(made)
    assert "namens_ander" in codes(made)


def test_who_writes_for_himself_is_no_one_else() -> None:
    himself = ContactValue(naam="A. Hoogendoorn", email="a@voorbeeldmail.nl", relatie="zelf")
    made = make_concept(ACKNOWLEDGE, make_answerable(contact=himself))
    assert made.letter.addressee[0] == "Anna Hoogendoorn"
    assert codes(made) == set()


def test_the_address_stands_as_postnl_wants_it() -> None:
    made = make_concept(ACKNOWLEDGE)
    assert made.letter.addressee == ("Anna Hoogendoorn", "Lange Mare 118", "2312 GT  LEIDEN")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"missing": [ElementId.ADRES]}, "geen_adres"),
        ({"unsure": [ElementId.ADRES]}, "adres_onzeker"),
        ({"missing": [ElementId.NAAM]}, "geen_naam"),
        ({"unsure": [ElementId.NAAM]}, "naam_onzeker"),
        ({"window": WindowVerdict.TE_LAAT}, "te_laat"),
        ({"window": WindowVerdict.ONBEKEND, "days_left": -4}, "misschien_te_laat"),
        ({"kind_confidence": 0.5}, "soort_onzeker"),
        ({"warnings": ["verkeerd_loket"]}, "verkeerd_loket"),
        ({"warnings": ["verzenddatum_aangenomen"]}, "beslisdatum_aangenomen"),
        ({"received": None}, "geen_ontvangst"),
        ({"profile": "awb"}, "geen_afzender"),
    ],
)
def test_what_a_person_must_look_at_is_said(changes: dict[str, object], code: str) -> None:
    report = make_answerable(**changes)  # type: ignore[arg-type]
    assert code in codes(make_concept(ACKNOWLEDGE, report))


def test_a_sure_and_complete_letter_needs_no_look() -> None:
    assert codes(make_concept(ACKNOWLEDGE)) == set()
    assert codes(repair_letter()) == set()


def test_an_assumed_day_of_receipt_is_said() -> None:
    document = DocumentInfo(
        file="brief.pdf", received=TODAY, received_source=ReceivedSource.ASSUMED
    )
    made = make_concept(ACKNOWLEDGE, make_answerable(document=document))
    assert "ontvangst_aangenomen" in codes(made)


def test_an_address_without_a_street_is_said() -> None:
    report = make_answerable()
    state = report.elements[ElementId.ADRES]
    partly = state.model_copy(update={"value": ADDRESS.model_copy(update={"straat": None})})
    elements = report.elements | {ElementId.ADRES: partly}
    made = make_concept(ACKNOWLEDGE, report.model_copy(update={"elements": elements}))
    assert "adres_onvolledig" in codes(made)


def test_an_acknowledgement_names_the_day_of_the_decision() -> None:
    made = make_concept(ACKNOWLEDGE)
    assert "16 november 2026" in said(made)
    assert "uiterlijk op 19 januari 2027 onze beslissing" in said(made)


@pytest.mark.parametrize(("profile", "weeks"), [("awb", "zes"), ("gemeente", "twaalf")])
def test_a_letter_that_may_be_late_gets_no_day_but_weeks(profile: str, weeks: str) -> None:
    report = make_answerable(profile=profile, window=WindowVerdict.ONBEKEND)
    made = make_concept(ACKNOWLEDGE, report)
    assert f"binnen {weeks} weken" in said(made)
    assert "opnieuw" not in said(made)


def test_who_was_late_is_asked_why() -> None:
    made = make_concept(ACKNOWLEDGE, make_answerable(window=WindowVerdict.TE_LAAT))
    assert "Was daar een reden voor?" in said(made)


def test_an_acknowledgement_of_a_complaint_names_law_and_promises() -> None:
    made = make_concept(ACKNOWLEDGE, make_answerable(KLACHT, "vgz-zorgkantoor"))
    for day in ("26 november 2026", "7 december 2026", "28 december 2026"):
        assert day in said(made)


def test_a_day_that_has_passed_is_not_promised() -> None:
    report = make_answerable(KLACHT, "vgz-zorgkantoor")
    made = make_concept(ACKNOWLEDGE, report, date=dt.date(2026, 12, 2))
    assert "26 november 2026" not in said(made)
    assert "dag_voorbij" in codes(made)


def test_a_complaint_about_care_has_no_term_of_the_awb() -> None:
    made = make_concept(ACKNOWLEDGE, make_answerable(KLACHT, "klachtenloket-zorg"))
    assert "brief. Daarin" not in said(made)


def test_an_incomplete_letter_is_acknowledged_as_such() -> None:
    made = make_concept(ACKNOWLEDGE, make_answerable(missing=[ElementId.HANDTEKENING]))
    assert "nog niet compleet" in said(made)
    assert "nog niet compleet" not in said(make_concept(ACKNOWLEDGE))


def test_a_complaint_inside_an_objection_is_told_apart() -> None:
    report = make_answerable(kinds=(Intent.BEZWAAR, Intent.KLACHT))
    assert "apart" in said(make_concept(ACKNOWLEDGE, report))


def test_forwarding_tells_the_body_which_day_counts() -> None:
    made = make_concept(FORWARD, forward_to="ciz")
    assert made.letter.addressee == (
        "Centrum indicatiestelling zorg (CIZ)",
        "Team Bezwaar en Beroep",
        "Postbus 2891",
        "3500 GW  UTRECHT",
    )
    assert "artikel 6:15 lid 1" in said(made)
    assert "16 november 2026" in said(made)
    assert made.letter.attachments == (
        "bezwaar van Anna Hoogendoorn van 13 november 2026 (2 bladzijden)",
    )
    assert made.facts.forward_to == "ciz"


def test_the_sender_hears_what_went_to_whom_when_and_whom_to_call() -> None:
    made = make_concept(NOTICE, forward_to="ciz", forwarded=dt.date(2026, 11, 20))
    for words in ("naar het CIZ", "20 november 2026", "Die dag telt", "071 - 5 825 888"):
        assert words in said(made)


def test_the_first_day_counts_for_an_appeal_and_not_for_a_complaint() -> None:
    appeal = make_answerable(kind=Kind.OVERIG, kinds=(Intent.BEROEP,))
    complaint = make_answerable(KLACHT)
    assert "uw beroep" in said(make_concept(NOTICE, appeal, forward_to="rechtbank"))
    assert "Die dag telt" in said(make_concept(NOTICE, appeal, forward_to="rechtbank"))
    assert "Die dag telt" not in said(make_concept(NOTICE, complaint, forward_to="ciz"))
    assert "artikel 2:3 lid 1" in said(make_concept(FORWARD, complaint, forward_to="ciz"))


def test_the_report_says_where_to_and_why() -> None:
    routing = Routing(forward_to="svb", basis=("Awb 6:15 lid 1",))
    made = make_concept(FORWARD, make_answerable(routing=routing))
    assert made.letter.addressee[0] == "SVB"
    assert "geen_adres_instantie" in codes(made)
    assert "[VUL IN" in said(made)


def test_letter_goes_on_to_an_organisation_of_the_installation_itself() -> None:
    known = catalogue_of((ProfileFile("zorgkantoor-noord.toml", NORTH),))
    made = make_concept(FORWARD, catalogue=known, forward_to="zorgkantoor-noord")
    assert made.letter.addressee == ("Zorgkantoor Noord", "Havenstraat 3", "9712 AB  GRONINGEN")


@pytest.mark.parametrize("body", ["skgz", "klachtenloket-zorg", "nergens", "zorg-en-zekerheid"])
def test_nothing_is_sent_on_to_who_is_private_unknown_or_ourselves(body: str) -> None:
    with pytest.raises(UsageError):
        make_concept(FORWARD, forward_to=body)


def test_a_desk_that_is_private_sends_nothing_on() -> None:
    with pytest.raises(UsageError, match="toestemming"):
        make_concept(FORWARD, make_answerable(KLACHT, "klachtenloket-zorg"), forward_to="ciz")


def test_who_is_competent_must_be_known() -> None:
    with pytest.raises(UsageError, match="organisatie"):
        make_concept(NOTICE)


@pytest.mark.parametrize("kind", [ACKNOWLEDGE, REPAIR])
def test_a_letter_of_another_kind_gets_no_such_answer(kind: ConceptKind) -> None:
    with pytest.raises(UsageError):
        make_concept(kind, make_answerable(Kind.OVERIG))


def test_a_file_that_was_not_read_gets_no_answer() -> None:
    with pytest.raises(UsageError):
        make_concept(ACKNOWLEDGE, make_answerable(verdict=Verdict.FOUT))


@pytest.mark.parametrize("kind", ConceptKind)
def test_no_letter_names_a_bsn(kind: ConceptKind) -> None:
    report = make_answerable(missing=[ElementId.HANDTEKENING])
    made = make_concept(kind, report, forward_to="ciz")
    assert "999990019" not in made.model_dump_json()


def test_a_concept_survives_a_trip_to_a_page() -> None:
    made = repair_letter()
    assert Concept.model_validate_json(made.model_dump_json()) == made


def test_a_changed_letter_leaves_the_facts_alone() -> None:
    made = repair_letter()
    changed = made.letter.model_copy(update={"subject": "Anders"})
    assert made.with_letter(changed).facts == made.facts
    assert made.with_letter(changed).letter.subject == "Anders"


def test_the_name_of_the_office_goes_before_that_of_the_profile() -> None:
    report = make_answerable(profile="gemeente")
    made = make_concept(ACKNOWLEDGE, report, organisation="Gemeente Voorbeeld")
    assert made.letter.organisation == made.letter.signed_by[0] == "Gemeente Voorbeeld"
