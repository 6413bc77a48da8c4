"""Judge numbers: the BSN by the elfproef, the kenmerk by whose it is."""

from dataclasses import replace

from extractors.element import Candidate, ElementId
from validators.case import Case
from validators.numbers import bsn
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import (
    CLEAN_READ,
    Judgement,
    absent,
    likely,
    plain_key,
    same_value,
    uncertain,
    weigh,
)


def judge_bsn(case: Case) -> Judgement:
    """Judge the client's BSN: a labelled number that passes the elfproef.

    Among labelled numbers the elfproef decides. One that fails is wrong when it was read well;
    a number without a label is never more than a guess, since one in eleven passes.
    """
    element = ElementId.BSN
    found = likely(element, case.candidates(element))
    labelled = [each for each in found if "gelabeld" in each.marks and each.role != "ander"]
    sound = [_compact(each) for each in labelled if bsn.is_valid(str(each.value))]
    if sound:
        return weigh(case, element, sound, same=same_value)
    if labelled:
        return _failed(labelled[0])
    guesses = [each for each in found if each.role != "ander" and bsn.is_valid(str(each.value))]
    if guesses:
        return uncertain(_compact(guesses[0]), Reason.BSN_ZONDER_LABEL)
    return absent(case, element)


def _failed(best: Candidate) -> Judgement:
    """Judge a labelled number that fails the elfproef."""
    # Eight or nine figures, each read as a figure: what stands there is what was read.
    as_printed = "hersteld" not in best.marks and len(str(best.value)) in {8, 9}
    if as_printed and best.confidence >= CLEAN_READ:
        return Judgement(Status.ONGELDIG, best.confidence, best, Reason.BSN_ELFPROEF)
    return uncertain(best, Reason.BSN_ELFPROEF_ONZEKER)


def _compact(candidate: Candidate) -> Candidate:
    """Give the number its leading zero."""
    return replace(candidate, value=bsn.compact(str(candidate.value)))


def judge_kenmerk(case: Case) -> Judgement:
    """Judge the reference of the decision; that of the sender's own file does not count."""
    element = ElementId.KENMERK
    every = case.candidates(element)
    office = [each for each in every if "van_afzender" not in each.marks]
    judged = weigh(case, element, office, same=_same_reference)
    if judged.status is Status.ONTBREEKT and likely(element, every):
        return replace(judged, reason=Reason.KENMERK_AFZENDER)
    if judged.candidate is not None and judged.status is Status.AANWEZIG:
        enclosed = "besluitpagina" in judged.candidate.marks
        return replace(judged, reason=Reason.BESLUITPAGINA if enclosed else None)
    return judged


def _same_reference(one: Candidate, other: Candidate) -> bool:
    """Tell whether one is the other with words or a sub-number after it."""
    short, long = sorted((plain_key(one), plain_key(other)), key=len)
    return long.startswith(short)
