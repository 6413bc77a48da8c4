from dataclasses import replace

import pytest

from extractors.document import Letter, PageRole
from extractors.element import Candidate, Doubt, ElementId
from tests.unit.validators.builders import DECIDED, make_candidate, make_case, make_enclosed
from validators.judges.inhoud import (
    judge_besluit,
    judge_omschrijving,
    judge_onderbouwing,
    judge_zorgaanbieder,
)
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement


def besluit(*candidates: Candidate, letter: Letter | None = None, **more: Candidate) -> Judgement:
    found = {ElementId(name): (each,) for name, each in more.items()}
    return judge_besluit(make_case({ElementId.BESLUIT: candidates, **found}, letter=letter))


def grounds(*candidates: Candidate, **more: object) -> Judgement:
    found = {ElementId.ONDERBOUWING: candidates}
    return judge_onderbouwing(make_case(found, **more))  # type: ignore[arg-type]


def ground(confidence: float = 0.9, *marks: str) -> Candidate:
    return make_candidate("omdat", confidence, role="grond", marks=marks)


VAGUE = make_candidate("uw brief", 0.3, marks=["vaag"])


@pytest.mark.parametrize("mark", ["datum", "kenmerk", "onderwerp", "bijlage"])
def test_decision_that_can_be_told_apart_is_there(mark: str) -> None:
    assert besluit(make_candidate("uw besluit", marks=[mark])).status is Status.AANWEZIG


def test_vague_words_name_no_decision() -> None:
    judged = besluit(VAGUE)
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.BESLUIT_VAAG)


def test_grounds_may_tell_a_person_which_decision_it_is() -> None:
    judged = besluit(VAGUE, onderbouwing=ground())
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.BESLUIT_UIT_GRONDEN)


def test_date_of_the_decision_tells_it_apart() -> None:
    date = make_candidate(DECIDED, role="gedateerd", text="1 oktober 2026")
    judged = besluit(VAGUE, besluitdatum=date)
    assert (judged.status, judged.value) == (Status.AANWEZIG, "1 oktober 2026")


def test_a_doubtful_date_leaves_the_decision_doubtful() -> None:
    date = make_candidate(DECIDED, 0.5, role="gedateerd")
    assert besluit(VAGUE, besluitdatum=date).status is Status.ONZEKER


def test_its_reference_tells_it_apart() -> None:
    assert besluit(kenmerk=make_candidate("ZK-1")).status is Status.AANWEZIG


def test_enclosed_copy_tells_it_apart() -> None:
    judged = besluit(letter=make_enclosed(PageRole.DECISION))
    assert (judged.status, judged.reason) == (Status.AANWEZIG, Reason.BESLUIT_BIJLAGE)


def test_real_grounds_are_there() -> None:
    assert grounds(ground()).status is Status.AANWEZIG


def test_announced_grounds_are_missing() -> None:
    judged = grounds(ground(0.9, "pro_forma"))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.PRO_FORMA)


def test_announcement_on_a_poor_scan_is_for_a_person() -> None:
    assert grounds(ground(0.9, "pro_forma"), legibility=0.4).status is Status.ONZEKER


def test_what_the_words_make_a_reason_is_not_asked_for_again_as_a_promise() -> None:
    odd = make_candidate("dat komt later op de dag", 0.4, role="onverklaard")
    judged = grounds(ground(0.9, "pro_forma"), unexplained={ElementId.ONDERBOUWING: odd})
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.GRONDEN_OF_PRO_FORMA)
    assert judged.candidate is odd


def test_grounds_with_more_to_follow_are_there() -> None:
    assert grounds(ground(0.95), ground(0.9, "pro_forma")).status is Status.AANWEZIG


def test_weak_grounds_beside_an_announcement_are_for_a_person() -> None:
    judged = grounds(ground(0.9, "pro_forma"), ground(0.7))
    assert judged.reason is Reason.GRONDEN_OF_PRO_FORMA


def unlikely(chance: float, doubt: Doubt = Doubt.WORDS) -> Candidate:
    return replace(ground(0.95), chance=chance, doubt=doubt)


def test_what_hardly_can_be_a_reason_does_not_undo_the_announcement_of_one() -> None:
    judged = grounds(unlikely(0.03), ground(0.9, "pro_forma"))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.PRO_FORMA)


def test_what_may_be_a_reason_is_not_asked_for_again() -> None:
    judged = grounds(unlikely(0.4), ground(0.9, "pro_forma"))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.GRONDEN_OF_PRO_FORMA)


@pytest.mark.parametrize("chance", [0.03, 0.4])
def test_a_story_that_gives_no_clear_reason_is_for_a_person(chance: float) -> None:
    judged = grounds(unlikely(chance))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.KAAL)


def test_a_reason_that_was_read_poorly_is_told_so() -> None:
    assert grounds(unlikely(0.4, Doubt.READ)).reason is Reason.SLECHT_GELEZEN


def test_a_complaint_that_may_tell_nothing_is_for_a_person() -> None:
    told = replace(make_candidate("Het gaat al jaren zo", 0.9), chance=0.3, doubt=Doubt.WORDS)
    judged = judge_omschrijving(make_case({ElementId.OMSCHRIJVING: (told,)}))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.OMSCHRIJVING_KAAL)


def test_bare_disagreement_is_for_a_person() -> None:
    judged = grounds(ground(0.5, "kaal"))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.KAAL)


def test_grounds_in_an_attachment_that_is_there_count() -> None:
    assert grounds(ground(0.6, "zie_bijlage", "bijgevoegd")).status is Status.AANWEZIG


@pytest.mark.parametrize("roles", [(), (PageRole.ATTACHMENT,)])
def test_grounds_that_no_attachment_gives_are_for_a_person(roles: tuple[PageRole, ...]) -> None:
    judged = grounds(ground(0.6, "zie_bijlage"), letter=make_enclosed(*roles))
    assert judged.status is Status.ONZEKER


def test_signal_without_a_passage_still_means_that_grounds_follow() -> None:
    assert grounds(signals=["pro_forma"]).reason is Reason.PRO_FORMA


def test_complaint_without_a_story_is_for_a_person() -> None:
    bare = make_candidate("Ik ben boos", 0.5, marks=["kaal"])
    judged = judge_omschrijving(make_case({ElementId.OMSCHRIJVING: (bare,)}))
    assert judged.reason is Reason.OMSCHRIJVING_KAAL


def test_complaint_with_a_story_is_there() -> None:
    told = make_candidate("Op 3 maart werd ik niet gewassen", 0.8)
    judged = judge_omschrijving(make_case({ElementId.OMSCHRIJVING: (told,)}))
    assert judged.status is Status.AANWEZIG


def provider(*candidates: Candidate, about: str = "zorgverlener") -> Judgement:
    party = make_candidate(about)
    found = {ElementId.ZORGAANBIEDER: candidates, ElementId.GERICHT_TEGEN: (party,)}
    return judge_zorgaanbieder(make_case(found, kinds=("klacht",)))


def test_the_only_provider_that_is_named_is_there() -> None:
    assert provider(make_candidate("Zorggroep De Linde")).status is Status.AANWEZIG


def test_of_two_providers_that_are_as_likely_a_person_chooses() -> None:
    judged = provider(make_candidate("De Linde", 0.8), make_candidate("Het Baken", 0.78))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.MEERDERE)
    names = ("Zorggroep De Linde", "De Linde", "verpleeghuis De Linde")
    one = provider(*(make_candidate(name, 0.8) for name in names))
    assert one.status is Status.AANWEZIG


def test_a_provider_in_a_complaint_about_another_is_for_a_person() -> None:
    found = make_candidate("Zorggroep De Linde", role="lopende_tekst")
    judged = provider(found, about="zorgkantoor")
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.ANDERE_PARTIJ)


def test_a_provider_that_a_form_names_is_there_whomever_it_is_about() -> None:
    found = make_candidate("Zorggroep De Linde", role="gelabeld")
    assert provider(found, about="zorgkantoor").status is Status.AANWEZIG


def test_a_decision_is_not_asked_for_beside_a_date_that_may_be_its_own() -> None:
    """A date that no word explains stands in a sentence about a letter of the office."""
    dated = make_candidate(DECIDED, 0.35, role="los")
    assert besluit(VAGUE, besluitdatum=dated).status is Status.ONZEKER
    stray = make_candidate("ZK-2026-4455", 0.4, role="los")
    assert besluit(VAGUE, kenmerk=stray).status is Status.ONTBREEKT
