import datetime as dt

import pytest

from extractors.document import Letter, PageRole, TextSource
from extractors.element import Candidate, ElementId, Reading, Signal
from tests.factories import make_letter, make_letter_page, make_page, make_reading
from tests.unit.validators.builders import (
    DECIDED,
    RECEIVED,
    TODAY,
    complete,
    make_candidate,
    make_enclosed,
)
from validators.assess import Receipt, Source, assess, failure
from validators.profile import load_profile
from validators.report import (
    Channel,
    Kind,
    ReceivedSource,
    Report,
    ReportedTextSource,
    Severity,
    Status,
    Verdict,
    WindowVerdict,
)
from validators.vastgesteld import Established

TOLD = Receipt(RECEIVED, ReceivedSource.MANIFEST)


def report_of(
    reading: Reading | None = None, *, profile: str = "awb", receipt: Receipt = TOLD
) -> Report:
    return assess(
        reading or make_reading(candidates=complete()),
        load_profile(profile),
        source=Source("a.pdf", "00ff", "application/pdf", receipt),
        today=TODAY,
        report_id="id-1",
    )


def lacking(*names: str, **more: object) -> Reading:
    changes: dict[str, tuple[Candidate, ...]] = dict.fromkeys(names, ())
    return make_reading(candidates=complete(**changes), **more)


def kinds(*codes: str, confidence: float = 0.95) -> list[Signal]:
    return [Signal(code, (), confidence) for code in codes]


def test_letter_that_lacks_nothing_is_complete() -> None:
    assert report_of(profile="zorg-en-zekerheid").verdict is Verdict.COMPLEET


@pytest.mark.parametrize("name", ["naam", "adres", "datum", "onderbouwing", "handtekening"])
def test_letter_that_lacks_what_the_law_asks_is_incomplete(name: str) -> None:
    report = report_of(lacking(name))
    assert (report.verdict, report.missing) == (Verdict.INCOMPLEET, (ElementId(name),))
    assert report.remedy.verzuim == (ElementId(name),)


def test_letter_that_lacks_what_the_organisation_asks_is_incomplete() -> None:
    report = report_of(lacking("bsn"), profile="zorg-en-zekerheid")
    assert (report.verdict, report.remedy.verzuim) == (Verdict.INCOMPLEET, ())
    assert (report.remedy.ask, report.remedy.basis) == ((ElementId.BSN,), ())


def test_letter_that_lacks_what_nobody_asks_is_complete() -> None:
    assert report_of(lacking("bsn")).verdict is Verdict.COMPLEET


def test_uncertain_element_leaves_the_letter_to_a_person() -> None:
    report = report_of(lacking("handtekening", legibility=0.3))
    assert (report.verdict, report.uncertain) == (Verdict.HANDMATIG, (ElementId.HANDTEKENING,))


def test_missing_goes_before_uncertain() -> None:
    weak = make_candidate("A. de Vries", 0.4, role="client")
    report = report_of(make_reading(candidates=complete(naam=weak, handtekening=())))
    assert report.verdict is Verdict.INCOMPLEET


def test_uncertain_kind_leaves_the_letter_to_a_person() -> None:
    reading = make_reading(kinds=kinds("bezwaar", confidence=0.5), candidates=complete())
    assert report_of(reading).verdict is Verdict.HANDMATIG


@pytest.mark.parametrize("code", ["overig", "intrekking", "beroep", "hulpvraag"])
def test_letter_of_another_kind_is_for_a_person(code: str) -> None:
    report = report_of(make_reading(kinds=kinds(code), candidates={}))
    assert (report.kind, report.verdict, report.missing) == (Kind.OVERIG, Verdict.HANDMATIG, ())


def test_letter_of_another_kind_leaves_the_person_who_looked_at_it() -> None:
    for established, verdict in (
        (Established(kind=Kind.OVERIG), Verdict.COMPLEET),
        (Established(), Verdict.HANDMATIG),
    ):
        report = assess(
            make_reading(kinds=kinds("bezwaar", confidence=0.3), candidates=complete())
            if established.kind
            else make_reading(kinds=kinds("overig"), candidates={}),
            load_profile("awb"),
            source=Source("a.pdf", receipt=TOLD),
            today=TODAY,
            report_id="id-1",
            established=established,
        )
        assert (report.kind, report.verdict) == (Kind.OVERIG, verdict)


def test_every_letter_of_another_kind_earns_a_warning() -> None:
    report = report_of(make_reading(kinds=kinds("overig"), candidates={}))
    assert "ander_soort_document" in {notice.code for notice in report.warnings}


def test_letter_that_is_both_is_an_objection() -> None:
    report = report_of(make_reading(kinds=kinds("klacht", "bezwaar"), candidates=complete()))
    assert (report.kind, report.kinds) == (Kind.BEZWAAR, ("klacht", "bezwaar"))


def test_passing_word_about_an_objection_leaves_a_complaint_one() -> None:
    signals = [*kinds("klacht"), *kinds("bezwaar", confidence=0.3)]
    assert report_of(make_reading(kinds=signals, candidates=complete())).kind is Kind.KLACHT


def test_letter_without_any_intent_is_something_else() -> None:
    report = report_of(make_reading(kinds=[], candidates={}))
    assert (report.kind, report.kind_confidence) == (Kind.OVERIG, 0.0)


def test_lateness_does_not_make_a_letter_incomplete() -> None:
    late = Receipt(TODAY, ReceivedSource.OPTION, channel=Channel.EMAIL)
    sent = make_candidate(DECIDED, role="verzonden")
    report = report_of(make_reading(candidates=complete(besluitdatum=sent)), receipt=late)
    assert report.submission_window.verdict is WindowVerdict.TE_LAAT
    assert report.verdict is Verdict.COMPLEET


def test_all_elements_are_reported_in_a_fixed_order() -> None:
    assert list(report_of().elements) == list(ElementId)


def test_element_that_is_not_asked_has_no_severity() -> None:
    state = report_of().elements[ElementId.BSN]
    assert (state.required, state.severity, state.status) == (False, None, Status.AANWEZIG)


def test_element_shows_where_it_stands() -> None:
    state = report_of(profile="zorg-en-zekerheid").elements[ElementId.BSN]
    assert state.severity is Severity.ORGANISATIE
    assert [(place.page, place.bbox) for place in state.evidence] == [
        (1, (72.0, 210.0, 152.0, 221.0))
    ]


def test_dates_are_iso_text() -> None:
    assert report_of().elements[ElementId.BESLUITDATUM].value == "2026-10-01"


@pytest.mark.parametrize(("signals", "required"), [((), False), ((Signal("pgb"),), True)])
def test_client_number_is_asked_in_a_complaint_only_with_a_budget(
    signals: tuple[Signal, ...], required: bool
) -> None:
    reading = make_reading(kinds=kinds("klacht"), candidates=complete(), signals=signals)
    report = report_of(reading, profile="vgz-zorgkantoor")
    assert report.elements[ElementId.RELATIENUMMER].required is required


def test_objection_at_a_complaint_desk_is_judged_by_the_law() -> None:
    report = report_of(lacking("handtekening"), profile="klachtenportaal-zorg")
    assert report.missing == (ElementId.HANDTEKENING,)
    assert "verkeerd_loket" in {notice.code for notice in report.warnings}


@pytest.mark.parametrize(
    ("name", "deadline"), [("handtekening", "2026-12-04"), ("onderbouwing", "2026-12-18")]
)
def test_grounds_get_a_longer_repair_term_than_form(name: str, deadline: str) -> None:
    assert report_of(lacking(name)).remedy.deadline == dt.date.fromisoformat(deadline)


def test_complete_letter_asks_nothing() -> None:
    assert report_of().remedy.deadline is None


def test_gap_in_a_complaint_rests_on_its_own_article() -> None:
    report = report_of(lacking("naam", kinds=kinds("klacht")))
    assert report.remedy.basis == ("Awb 9:4 lid 2",)


def test_told_receipt_goes_before_the_stamp() -> None:
    stamp = make_candidate(RECEIVED - dt.timedelta(days=1))
    report = report_of(make_reading(candidates=complete(), received=(stamp,)))
    assert (report.document.received, report.document.received_source) == (RECEIVED, "manifest")


def test_stamp_goes_before_assuming() -> None:
    stamp = make_candidate(RECEIVED)
    report = report_of(make_reading(candidates=complete(), received=(stamp,)), receipt=Receipt())
    assert (report.document.received, report.document.received_source) == (RECEIVED, "stamp")


@pytest.mark.parametrize(
    "stamp",
    [make_candidate(RECEIVED, 0.3), make_candidate(TODAY + dt.timedelta(days=1))],
    ids=["read poorly", "in the future"],
)
def test_stamp_that_cannot_be_trusted_is_not_used(stamp: Candidate) -> None:
    report = report_of(make_reading(candidates=complete(), received=(stamp,)), receipt=Receipt())
    assert report.document.received_source is ReceivedSource.ASSUMED


def test_of_two_stamps_the_first_day_counts() -> None:
    stamps = (make_candidate(RECEIVED), make_candidate(RECEIVED - dt.timedelta(days=3), 0.9))
    report = report_of(make_reading(candidates=complete(), received=stamps), receipt=Receipt())
    assert report.document.received == RECEIVED - dt.timedelta(days=3)


def test_postmark_is_read_from_the_envelope() -> None:
    report = report_of(make_reading(candidates=complete(), postmarked=(make_candidate(RECEIVED),)))
    assert report.document.postmarked == RECEIVED


def test_pages_are_those_of_the_letter() -> None:
    pages = tuple(make_letter_page(make_page("Tekst", number=number)) for number in (3, 4))
    document = report_of(make_reading(Letter(pages, part=2), candidates={})).document
    assert (document.part, document.first_page, document.pages) == (2, 3, 2)


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ([TextSource.TEXT], ReportedTextSource.TEXT),
        ([TextSource.OCR], ReportedTextSource.OCR),
        ([TextSource.TEXT, TextSource.OCR], ReportedTextSource.MIXED),
    ],
)
def test_text_source_is_that_of_the_pages(
    sources: list[TextSource], told: ReportedTextSource
) -> None:
    pages = tuple(make_letter_page(make_page("Tekst", source=source)) for source in sources)
    assert report_of(make_reading(Letter(pages), candidates={})).document.text_source is told


def test_same_letter_gives_the_same_report() -> None:
    assert report_of().model_dump_json() == report_of().model_dump_json()


def test_enclosed_pages_count_as_pages_of_the_letter() -> None:
    reading = make_reading(make_enclosed(PageRole.DECISION), candidates=complete())
    assert report_of(reading).document.pages == 2


def test_failure_says_what_is_wrong_and_keeps_what_was_known() -> None:
    report = failure("leeg_bestand", source=Source("a.pdf", receipt=TOLD), profile_id="ciz",
                     report_id="id-2")  # fmt: skip
    assert report.error is not None
    assert (report.verdict, report.error.code) == (Verdict.FOUT, "leeg_bestand")
    assert (report.document.received, report.profile) == (RECEIVED, "ciz")


def test_blank_letter_can_be_assessed() -> None:
    assert report_of(make_reading(make_letter(""), candidates={})).verdict is Verdict.INCOMPLEET


def test_nothing_is_asked_before_the_kind_is_sure() -> None:
    report = report_of(lacking("handtekening", kinds=kinds("bezwaar", confidence=0.5)))
    assert (report.verdict, report.missing) == (Verdict.HANDMATIG, ())
    assert report.uncertain == (ElementId.HANDTEKENING,)
