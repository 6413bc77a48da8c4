"""Judge the signature (Awb 6:5 lid 1, 9:4 lid 2).

Ink near the closing, a certificate in the PDF or a drawn annotation is a signature; a pasted
picture may be one; a typed name is none. A signature on an enclosed page does not count.
"""

from extractors.document import Certificate
from extractors.element import Candidate, ElementId, Evidence
from validators.case import Case
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import (
    Judgement,
    absent,
    doubt_of,
    is_sure,
    likely,
    present,
    uncertain,
)

ELEMENT = ElementId.HANDTEKENING
# The cryptography holds or not; what is left to doubt is whether it is the sender's.
CERTIFICATE_SURE = 0.98


def judge_handtekening(case: Case) -> Judgement:
    """Judge every trace of a signature, the strongest first."""
    found = likely(ELEMENT, case.candidates(ELEMENT))
    own = [each for each in found if "op_bijlage" not in each.marks]
    certified = _certified(case)
    if certified is not None and certified.status is Status.AANWEZIG:
        return certified
    drawn = [each for each in own if each.role in {"inkt", "annotatie"}]
    # What looks like a stamp already has a lower chance; the mark only explains it.
    if drawn and is_sure(ELEMENT, drawn[0]):
        return present(drawn[0])
    if certified is not None:
        return certified
    return _weak_traces(case, drawn, own) or _none(case, own, enclosed=found != tuple(own))


def _certified(case: Case) -> Judgement | None:
    """Judge the certificates in the PDF, the best of them; None when there is none."""
    judged = [_judge_certificate(each) for each in case.reading.letter.certificates]
    order = (Status.AANWEZIG, Status.ONZEKER, Status.ONGELDIG)
    return min(judged, key=lambda each: order.index(each.status), default=None)


def _judge_certificate(certificate: Certificate) -> Judgement:
    place: tuple[Evidence, ...] = ()
    if certificate.page is not None and certificate.box is not None:
        place = (Evidence(certificate.page, certificate.box, certificate.signer),)
    candidate = Candidate("digitaal", certificate.signer, place, CERTIFICATE_SURE, "digitaal")
    if not (certificate.intact and certificate.valid):
        reason = Reason.CERTIFICAAT_GEWIJZIGD
        return Judgement(Status.ONGELDIG, CERTIFICATE_SURE, candidate, reason)
    if not certificate.covers_whole_file:
        return uncertain(candidate, Reason.CERTIFICAAT_DEELS)
    trusted = certificate.trusted
    # Whether the issuer is trusted is not a matter of having signed: the reason tells it.
    return present(
        candidate, Reason.CERTIFICAAT_VERTROUWD if trusted else Reason.CERTIFICAAT_ONBEKEND
    )


def _weak_traces(case: Case, drawn: list[Candidate], own: list[Candidate]) -> Judgement | None:
    """Judge what may be a signature but is not surely one; None when there is no such thing."""
    if drawn:
        stamped = "stempel" in drawn[0].marks
        reason = Reason.HANDTEKENING_STEMPEL if stamped else Reason.HANDTEKENING_ZWAK
        return uncertain(drawn[0], reason)
    pictures = [each for each in own if each.role == "plaatje"]
    if pictures:
        return uncertain(pictures[0], Reason.HANDTEKENING_PLAATJE)
    return None


def _none(case: Case, own: list[Candidate], *, enclosed: bool) -> Judgement:
    """Say that the letter is not signed: not at all, in type, or only on another page."""
    typed = [each for each in own if each.role == "getypt"]
    if enclosed:
        return absent(case, ELEMENT, Reason.HANDTEKENING_BIJLAGE)
    if not typed:
        return absent(case, ELEMENT, Reason.HANDTEKENING_GEEN)
    doubt = doubt_of(case, ELEMENT)
    if doubt is not None:
        return uncertain(typed[0], doubt)
    reason = Reason.HANDTEKENING_GETYPT
    return Judgement(Status.ONTBREEKT, 0.9 * case.reading.legibility, None, reason)
