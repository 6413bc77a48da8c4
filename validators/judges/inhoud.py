"""Judge what the letter says: which decision, on what grounds, about what (Awb 6:5 lid 1 c, d)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import PageRole
from extractors.element import Candidate, ElementId
from validators.case import Case
from validators.judges.datums import judge_besluitdatum
from validators.judges.nummers import judge_kenmerk
from validators.report import Kind, Status
from validators.texts.reasons import Reason
from validators.weighing import (
    Judgement,
    absent,
    doubt_of,
    likely,
    plain_key,
    present,
    uncertain,
    weigh,
)

NOT_GROUNDS = frozenset({"pro_forma", "kaal", "zie_bijlage"})
# A chance below which what a finder took for reasons is taken for none: of the letters that give
# reasons one in several hundred is so unlikely to.
DISMISSED = 0.1
TELLING = frozenset({"datum", "kenmerk", "onderwerp", "standpunt", "bijlage"})


def judge_besluit(case: Case) -> Judgement:
    """Judge whether the contested decision can be told apart.

    Its date, its kenmerk, a subject that fits one decision or an enclosed copy is enough.
    """
    element = ElementId.BESLUIT
    found = case.candidates(element)
    told = weigh(case, element, [each for each in found if each.marks & TELLING])
    if told.status is Status.AANWEZIG:
        return told
    pointers = (judge_besluitdatum(case), judge_kenmerk(case))
    for judged in pointers:
        if judged.status is Status.AANWEZIG and judged.candidate is not None:
            return _told_by(judged.candidate)
    if told.candidate is not None:
        return told
    # A date or number that may be the decision's: as doubtful as that is.
    for judged in pointers:
        if judged.status is not Status.ONTBREEKT and _points(judged.candidate):
            return uncertain(judged.candidate, Reason.ZWAK)
    if case.reading.letter.with_role(PageRole.DECISION):
        return Judgement(Status.AANWEZIG, 0.8, None, Reason.BESLUIT_BIJLAGE)
    return _not_told(case, [each for each in found if not each.marks & TELLING])


def _not_told(case: Case, vague: Sequence[Candidate]) -> Judgement:
    """Judge a letter that names no decision, or only points at one."""
    # Grounds tell what was decided: who has the file may know which decision that is.
    if case.kind is Kind.BEZWAAR and judge_onderbouwing(case).status is Status.AANWEZIG:
        return uncertain(vague[0] if vague else None, Reason.BESLUIT_UIT_GRONDEN)
    reason = Reason.BESLUIT_VAAG if vague else Reason.NIET_GEVONDEN
    judged = absent(case, ElementId.BESLUIT, reason)
    return replace(judged, candidate=vague[0]) if vague else judged


def _points(candidate: Candidate | None) -> bool:
    """Tell whether a date or number may be a decision's; a stray code need not be.

    A date that no word explains stands in a sentence about a letter of the office.
    """
    is_date = candidate is not None and isinstance(candidate.value, dt.date)
    return candidate is not None and (is_date or candidate.role != "los")


def _told_by(candidate: Candidate) -> Judgement:
    """Take the words that give date or kenmerk for the description of the decision."""
    return replace(present(candidate), value=candidate.text)


def judge_onderbouwing(case: Case) -> Judgement:
    """Judge the grounds: a reason, not only the announcement of one."""
    element = ElementId.ONDERBOUWING
    found = likely(element, case.candidates(element))
    grounds = _told(found)
    announced = [each for each in found if "pro_forma" in each.marks]
    judged = _weighed(case, element, grounds, bare=Reason.KAAL)
    if announced:
        return _against_announcement(case, judged, announced[0])
    if grounds:
        return judged
    if case.has_signal("pro_forma"):
        return absent(case, element, Reason.PRO_FORMA)
    return _weak_words(case, ElementId.ONDERBOUWING, found, bare=Reason.KAAL)


def _told(found: Sequence[Candidate]) -> list[Candidate]:
    """Return what says why: not what stands in its place, nor what hardly can be a reason."""
    return [each for each in found if not each.marks & NOT_GROUNDS and not _is_dismissed(each)]


def _is_dismissed(candidate: Candidate) -> bool:
    return candidate.chance is not None and candidate.chance < DISMISSED


def _weighed(
    case: Case, element: ElementId, told: Sequence[Candidate], *, bare: Reason
) -> Judgement:
    """Weigh what says why; where its words are in doubt, they may say no more than `bare`."""
    judged = weigh(case, element, told)
    return replace(judged, reason=bare) if judged.reason is Reason.WOORDEN_VAN_ANDER else judged


def _against_announcement(case: Case, judged: Judgement, announced: Candidate) -> Judgement:
    """Weigh grounds against the announcement that they follow later."""
    best = judged.candidate
    if best is not None:
        is_surer = best.confidence >= announced.confidence
        if is_surer and judged.status is Status.AANWEZIG:
            return judged
        return uncertain(best, Reason.GRONDEN_OF_PRO_FORMA)
    if doubt_of(case, ElementId.ONDERBOUWING):
        return uncertain(announced, Reason.PRO_FORMA)
    # What reads as a promise may be the reason itself: "dat komt later op de dag".
    unexplained = case.reading.unexplained.get(ElementId.ONDERBOUWING)
    if unexplained is not None:
        return uncertain(unexplained, Reason.GRONDEN_OF_PRO_FORMA)
    return Judgement(Status.ONTBREEKT, announced.confidence, announced, Reason.PRO_FORMA)


def _weak_words(
    case: Case, element: ElementId, found: tuple[Candidate, ...], *, bare: Reason
) -> Judgement:
    """Judge a letter that refers to an attachment, or only says that something is wrong."""
    elsewhere = [each for each in found if "zie_bijlage" in each.marks]
    if elsewhere:
        judge = present if "bijgevoegd" in elsewhere[0].marks else uncertain
        return judge(elsewhere[0], Reason.ZIE_BIJLAGE)
    return uncertain(found[0], bare) if found else absent(case, element)


def judge_omschrijving(case: Case) -> Judgement:
    """Judge what the complaint is about; only being angry says too little to be sure."""
    element = ElementId.OMSCHRIJVING
    found = likely(element, case.candidates(element))
    told = _told(found)
    if told:
        return _weighed(case, element, told, bare=Reason.OMSCHRIJVING_KAAL)
    return _weak_words(case, element, found, bare=Reason.OMSCHRIJVING_KAAL)


def judge_zorgaanbieder(case: Case) -> Judgement:
    """Judge which provider is complained of: of several one must stand out.

    In a complaint about an office or a carrier a provider is named who helped or waits as well.
    """
    element = ElementId.ZORGAANBIEDER
    judged = weigh(case, element, case.candidates(element), same=_same_provider)
    named = judged.candidate
    if named is None or judged.status is not Status.AANWEZIG or named.role == "gelabeld":
        return judged
    about = weigh(case, ElementId.GERICHT_TEGEN, case.candidates(ElementId.GERICHT_TEGEN))
    is_about_another = about.status is Status.AANWEZIG and (
        about.candidate is not None and about.candidate.value != "zorgverlener"
    )
    return uncertain(named, Reason.ANDERE_PARTIJ) if is_about_another else judged


def _same_provider(one: Candidate, other: Candidate) -> bool:
    """Tell whether two names may be of one provider: "verpleeghuis" and "zorggroep De Linde"."""
    first, second = plain_key(one), plain_key(other)
    if other.role == "omschreven" or first in second or second in first:
        return True
    return str(one.value).split()[-1:] == str(other.value).split()[-1:]
