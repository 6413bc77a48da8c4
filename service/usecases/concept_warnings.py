"""What a person must look at before a letter goes out, because it was not read or known surely."""

import datetime as dt
from collections.abc import Collection

from extractors.element import ElementId
from service.concepts import ConceptKind
from service.texts.report import ELEMENTS
from service.usecases.concept_case import Case, joined, warn
from validators.case import KIND_SURE
from validators.feestdagen import is_free_day
from validators.report import (
    AddressValue,
    Kind,
    Notice,
    ReceivedSource,
    Status,
    WindowVerdict,
)
from validators.termijn_texts import deadline_text
from validators.texts.days import date_text
from validators.vervolg import herstel_day


def about_letter(case: Case, kind: ConceptKind) -> tuple[Notice, ...]:
    """Warn of what holds for every letter: its day of receipt, its kind, whether it was late."""
    document, window = case.report.document, case.report.submission_window
    received = date_text(document.received) if document.received else ""
    assumed = document.received_source is ReceivedSource.ASSUMED
    late = window.days_left is not None and window.days_left < 0
    unknown = window.verdict is WindowVerdict.ONBEKEND
    unsure = case.report.kind is not Kind.OVERIG and case.report.kind_confidence < KIND_SURE
    stays = kind in {ConceptKind.ONTVANGSTBEVESTIGING, ConceptKind.HERSTELVERZUIM}
    elsewhere = case.warns("verkeerd_loket") or case.report.routing.forward_to is not None
    return joined(
        (
            warn("te_laat", when=stays and window.verdict is WindowVerdict.TE_LAAT),
            warn("misschien_te_laat", when=stays and unknown and late),
            warn("soort_onzeker", when=unsure),
            warn("verkeerd_loket", when=stays and elsewhere),
            warn("geen_ontvangst", when=not received),
            warn("ontvangst_aangenomen", when=bool(received) and assumed, day=received),
        )
    )


def about_addressee(case: Case) -> tuple[Notice, ...]:
    """Warn of a name or an address of the sender that is not there or not sure."""
    name = _status(case, ElementId.NAAM)
    return joined(
        (
            warn("namens_ander", when=case.sender.is_other),
            warn("geen_naam", when=not case.sender.writer),
            warn("naam_onzeker", when=name is Status.ONZEKER and bool(case.sender.client)),
            _about_address(case),
        )
    )


def _about_address(case: Case) -> tuple[Notice, ...]:
    state = case.report.elements.get(ElementId.ADRES)
    if state is None or not case.sender.address or not isinstance(state.value, AddressValue):
        return warn("geen_adres")
    address = state.value
    whole = all((address.straat, address.huisnummer, address.postcode, address.plaats))
    unsure = state.status is Status.ONZEKER
    return warn("adres_onzeker", when=unsure) + warn("adres_onvolledig", when=not whole)


def about_unsure(case: Case) -> tuple[Notice, ...]:
    """Warn of what is not asked because it may be in the letter."""
    unsure = ", ".join(ELEMENTS[each] for each in case.report.uncertain)
    return warn("niet_gevraagd", when=bool(unsure), elements=unsure)


def about_past_days(case: Case, promised: Collection[str]) -> tuple[Notice, ...]:
    """Warn of days that would be in the letter, had they not passed."""
    past = [each for each in case.report.deadlines if each.what in promised]
    past = [each for each in past if case.is_past(each.what)]
    days = ", ".join(f"{deadline_text(each.what)} ({date_text(each.due)})" for each in past)
    return warn("dag_voorbij", when=bool(past), days=days)


def about_last_day(
    case: Case, asked: Collection[ElementId], last_day: dt.date
) -> tuple[Notice, ...]:
    """Warn of a last day of someone's own choice that is free or early."""
    day = date_text(last_day)
    usual = herstel_day(case.profile, asked, request=case.details.date)
    return joined(
        (
            warn("vrije_dag", when=is_free_day(last_day), day=day),
            warn("korte_termijn", when=last_day < usual, day=day),
        )
    )


def _status(case: Case, element: ElementId) -> Status | None:
    state = case.report.elements.get(element)
    return state.status if state is not None else None
