"""What each of the four letters says beyond what all say; the law of it is in the report."""

from dataclasses import replace

from extractors.element import ElementId
from service.concepts import ConceptKind
from service.texts import concepts as texts
from service.texts.figures import count
from service.usecases.addressing import office_lines
from service.usecases.bodies import PublicBody, public_body
from service.usecases.concept_case import Case, Draft, joined, to_fill_in, warn
from service.usecases.concept_warnings import (
    about_addressee,
    about_last_day,
    about_past_days,
    about_unsure,
)
from service.usecases.errors import UsageError
from service.wording import Asking, Values
from validators.feiten import What
from validators.report import Intent, Kind, Notice, Status, WindowVerdict
from validators.texts.days import date_text
from validators.vervolg import herstel_day

IN_TIME = (WindowVerdict.OP_TIJD, WindowVerdict.OP_TIJD_VERZENDTHEORIE)
FIRST_CONTACT, AIM = "eerste_contact", "streefdatum_afhandeling"  # promises of a profile
PROMISED = (FIRST_CONTACT, AIM, What.AFHANDELING_KLACHT, What.BESLISSING_OP_BEZWAAR)
MACHTIGING = "machtiging_vragen"


def acknowledgement(case: Case) -> Draft:
    """Say that the letter arrived and what follows when (Awb 6:14, 9:6)."""
    verdict = case.report.submission_window.verdict
    in_time = verdict in IN_TIME
    decision = case.due(What.BESLISSING_OP_BEZWAAR) if in_time else ""
    is_past = in_time and case.is_past(What.BESLISSING_OP_BEZWAAR)
    is_care = case.report.kind is Kind.KLACHT and case.profile.law == "wkkgz"
    values = replace(
        case.values(),
        onvolledig=bool(case.report.missing) or case.warns(MACHTIGING),
        redenen_later=case.warns("pro_forma"),
        op_tijd=in_time,
        te_laat=verdict is WindowVerdict.TE_LAAT,
        ook_klacht=case.report.kind is Kind.BEZWAAR and Intent.KLACHT in case.report.kinds,
        zorgklacht=is_care,
        beslisdatum=decision,
        beslisweken="" if is_past else texts.WEEKS[case.profile.decision_weeks],
        contactdatum=case.due(FIRST_CONTACT),
        streefdatum=case.due(AIM),
        afhandeldatum=case.due(What.AFHANDELING_KLACHT),
    )
    assumed = bool(decision) and case.warns("verzenddatum_aangenomen")
    warnings = joined(
        (
            about_addressee(case),
            warn("beslisdatum_aangenomen", when=assumed),
            about_past_days(case, PROMISED),
        )
    )
    return Draft(values, warnings)


def repair(case: Case) -> Draft:
    """Ask for what is missing: what the law wants apart from what the organisation wants.

    Only an objection that misses what the law wants has a term with a consequence, and stops the
    decision term (Awb 6:6, 7:10 lid 2). A machtiging is asked for first (Awb 2:1); that it did not
    come is something for a later letter.
    """
    remedy, wants_machtiging = case.report.remedy, case.warns(MACHTIGING)
    ask = (*remedy.ask, *((ElementId.MACHTIGING,) if wants_machtiging else ()))
    asked = (*remedy.verzuim, *ask)
    if not asked:
        raise UsageError(texts.REFUSALS["niets_te_vragen"])
    usual = herstel_day(case.profile, asked, request=case.details.date)
    last_day = case.details.last_day or usual
    if last_day <= case.details.date:
        message = texts.REFUSALS["laatste_dag_voorbij"].format(day=date_text(last_day))
        raise UsageError(message)
    suspends = case.report.kind is Kind.BEZWAAR and bool(remedy.verzuim)
    sending, address, notices = _where_to_send(case)
    values = replace(
        case.values(),
        verplicht=tuple(_asked(case, each) for each in remedy.verzuim),
        gevraagd=tuple(_asked(case, each) for each in remedy.ask),
        machtiging=_asked(case, ElementId.MACHTIGING) if wants_machtiging else "",
        laatste_dag=date_text(last_day),
        verzending=sending,
        adres=address,
        opgeschort=suspends,
    )
    warnings = joined(
        (about_addressee(case), about_unsure(case), about_last_day(case, asked, last_day), notices)
    )
    return Draft(values, warnings, remedy.verzuim, ask, last_day, suspends)


def _asked(case: Case, element: ElementId) -> str:
    """Return how the citizen is asked for the element."""
    state = case.report.elements.get(element)
    asking = Asking(
        soort=case.soort,
        client=case.sender.client or texts.SOMEONE,
        is_invalid=state is not None and state.status is Status.ONGELDIG,
        comes_later=element is ElementId.ONDERBOUWING and case.warns("pro_forma"),
        for_other=case.sender.is_other,
    )
    return case.wording.ask(element, asking)


def _where_to_send(case: Case) -> tuple[str, tuple[str, ...], tuple[Notice, ...]]:
    """Return how to send a repair, the lines of the address, and what is not known of it."""
    how = case.profile.texts.repair
    said = how.klacht if case.report.kind is Kind.KLACHT else how.bezwaar
    post = case.profile.address_for(case.report.kind) if case.report.kind else None
    if post is not None:
        return said, (case.organisation, *office_lines(post)), ()
    # An e-mail address is a place to send to; "per post" alone is none.
    if "@" in said:
        return said, (), ()
    return said, (to_fill_in(texts.FILL_IN_REPAIR),), warn("geen_verzendadres")


def forwarding(case: Case) -> Draft:
    """Send the letter on to the body that is competent (Awb 2:3 lid 1, 6:15 lid 1)."""
    body = _body_of(case)
    postmarked = case.report.document.postmarked
    values = replace(
        _forwarded(case, body), poststempel=date_text(postmarked) if postmarked else ""
    )
    lines = body.address or (to_fill_in(texts.FILL_IN_BODY.format(body=body.called)),)
    warnings = joined(
        (
            warn("zet_ontvangst_op_brief"),
            warn("geen_adres_instantie", when=not body.address, body=body.called),
        )
    )
    return Draft(values, warnings, to_body=(body.name, *lines))


def forwarding_notice(case: Case) -> Draft:
    """Tell the sender what was sent to whom on which day, and that the first day counts."""
    values = _forwarded(case, _body_of(case))
    phone = values.telefoon or to_fill_in(texts.FILL_IN_PHONE)
    missing = warn("geen_telefoon", when=not values.telefoon)
    return Draft(replace(values, telefoon=phone), about_addressee(case) + missing)


def _forwarded(case: Case, body: PublicBody) -> Values:
    basis = case.report.routing.basis or (
        ("Awb 6:15 lid 1",) if case.first_day_counts else ("Awb 2:3 lid 1",)
    )
    pages = case.report.document.pages
    return replace(
        case.values(),
        instantie=body.called,
        instantie_telefoon=body.phone,
        artikel=basis[0].replace("Awb", "artikel"),
        doorgestuurd=date_text(case.details.forwarded or case.details.date),
        bladzijden=count(pages, *texts.PAGES) if pages else "",
        eerste_dag_telt=case.first_day_counts,
    )


def _body_of(case: Case) -> PublicBody:
    """Return who should have the letter.

    Raises:
        UsageError: when that is not known, or the letter may not be sent there without consent.

    """
    if case.profile.law != "awb":
        message = texts.REFUSALS["zelf_geen_bestuursorgaan"]
        raise UsageError(message.format(organisation=case.organisation))
    if case.forward_to is None:
        raise UsageError(texts.REFUSALS["geen_instantie"])
    if case.forward_to == case.profile.id:
        message = texts.REFUSALS["eigen_instantie"]
        raise UsageError(message.format(organisation=case.organisation))
    return public_body(
        case.forward_to, case.report.kind, wording=case.wording, catalogue=case.catalogue
    )


LETTERS = {
    ConceptKind.ONTVANGSTBEVESTIGING: acknowledgement,
    ConceptKind.HERSTELVERZUIM: repair,
    ConceptKind.DOORZENDING: forwarding,
    ConceptKind.DOORZENDBERICHT: forwarding_notice,
}
