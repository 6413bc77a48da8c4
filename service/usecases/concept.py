"""Make the concept of a letter that follows on a report: what to say, and what to check first.

Nothing is asked of a citizen that may be in the letter: what was not read surely is left out and
named in a warning. The law is in validators; the words are in the templates of `wording`.
"""

from service.blocks import Worded
from service.concepts import Concept, ConceptFacts, ConceptKind, LetterText
from service.texts import concepts as texts
from service.usecases.addressing import office_address, office_lines, salutation, sender_of
from service.usecases.concept_case import Case, Details, Draft, to_fill_in, warn
from service.usecases.concept_letters import LETTERS
from service.usecases.concept_warnings import about_letter
from service.usecases.errors import UsageError
from service.wording import Wording
from validators.profile import DEFAULT_PROFILE, Catalogue, Profile, catalogue_of
from validators.report import Kind, Report, Verdict

# These are only for a letter of which the kind is known.
FOR_A_KIND = (ConceptKind.ONTVANGSTBEVESTIGING, ConceptKind.HERSTELVERZUIM)


def concept(  # noqa: PLR0913 - what is read, known and asked, apart
    kind: ConceptKind,
    report: Report,
    profile: Profile,
    details: Details,
    *,
    wording: Wording,
    catalogue: Catalogue | None = None,
) -> Concept:
    """Return a letter that follows on the report.

    `catalogue` holds the other organisations; without it those that come with Postkamer.

    Raises:
        UsageError: when this letter makes no sense here; it says what to do instead.

    """
    if report.verdict is Verdict.FOUT:
        raise UsageError(texts.REFUSALS["fout"])
    if kind in FOR_A_KIND and report.kind not in {Kind.BEZWAAR, Kind.KLACHT}:
        raise UsageError(texts.REFUSALS["overig"])
    case = Case(report, profile, details, wording, sender_of(report), catalogue or catalogue_of())
    draft = LETTERS[kind](case)
    nobody = profile.id == DEFAULT_PROFILE and not details.organisation
    return Concept(
        kind=kind,
        letter=_letter(case, draft, wording.letter(kind, draft.values)),
        facts=_facts(case, draft),
        warnings=(
            *about_letter(case, kind),
            *draft.warnings,
            *warn("geen_afzender", when=nobody),
        ),
    )


def _letter(case: Case, draft: Draft, worded: Worded) -> LetterText:
    details = case.details
    office = office_address(case.profile, case.report.kind)
    return LetterText(
        organisation=case.organisation,
        return_address=office_lines(office),
        addressee=draft.to_body or _to_sender(case),
        date=details.date,
        reference=details.reference,
        your_letter="" if draft.to_body else draft.values.brief_van,
        subject=worded.subject,
        salutation=salutation("" if draft.to_body else case.sender.writer),
        blocks=worded.blocks,
        signed_by=(_closing(case), *details.signer),
        attachments=worded.attachments,
    )


def _to_sender(case: Case) -> tuple[str, ...]:
    name = case.sender.writer or to_fill_in(texts.FILL_IN_NAME)
    return (name, *(case.sender.address or (to_fill_in(texts.FILL_IN_ADDRESS),)))


def _closing(case: Case) -> str:
    """Return who signs: as the profile says, unless the organisation has a name of its own."""
    return case.details.organisation or case.profile.texts.closing or case.organisation


def _facts(case: Case, draft: Draft) -> ConceptFacts:
    return ConceptFacts(
        report_id=case.report.id,
        profile=case.profile.id,
        letter_kind=case.report.kind,
        received=case.report.document.received,
        verzuim=draft.verzuim,
        ask=draft.ask,
        last_day=draft.last_day,
        suspends=draft.suspends,
        forward_to=case.forward_to if draft.values.instantie else None,
    )
