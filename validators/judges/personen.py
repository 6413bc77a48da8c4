"""Judge who writes: name, address, contact person, authorisation (Awb 2:1, 6:5 lid 1 a)."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.element import NAMED, Address, Candidate, Contact, ElementId
from validators.case import Case
from validators.chosen import CHOSEN
from validators.drempels import is_vouched_for
from validators.numbers import postcode
from validators.report import AddressValue, ContactValue, Status
from validators.texts.reasons import Reason
from validators.weighing import (
    Judgement,
    absent,
    doubt_of,
    is_sure,
    likely,
    present,
    sureness_of,
    uncertain,
    weak,
    weigh,
)

# Two spellings of one surname after OCR; 0..100.
SAME_NAME = 80
OTHERS = frozenset({"vertegenwoordiger", NAMED})  # who are named and may not be the client


def judge_naam(case: Case) -> Judgement:
    """Judge the client's name: more than a first name. Of two writers one is enough."""
    element = ElementId.NAAM
    every = case.candidates(element)
    clients = _clients(every) or [x for x in every if x.role == NAMED]
    represented = any(x.role == "vertegenwoordiger" for x in likely(element, every))
    if represented and not likely(element, clients):
        return uncertain(None, Reason.ALLEEN_VERTEGENWOORDIGER)
    rivals = None if case.has_signal("meerdere_afzenders") else _same_name
    judged = weigh(case, element, clients, same=rivals)
    if judged.candidate is not None and "alleen_voornaam" in judged.candidate.marks:
        return uncertain(judged.candidate, Reason.ALLEEN_VOORNAAM)
    if judged.status is not Status.AANWEZIG or judged.candidate is None:
        return judged
    if "letter_onzeker" in judged.candidate.marks:  # an initial that a scan may show wrong
        return uncertain(judged.candidate, Reason.SLECHT_GELEZEN)
    is_doubted = "ander_bedoeld" in judged.candidate.marks
    # The chance knows of whom else the letter tells, and for whom it is written.
    if is_doubted and not is_vouched_for(element, judged.candidate):
        return uncertain(judged.candidate, Reason.ANDERE_PERSOON)
    return judged


def _clients(every: Sequence[Candidate]) -> list[Candidate]:
    """Return who may be the client: not who represents or is only named, unless chances say so."""
    return [x for x in every if x.role not in OTHERS or CHOSEN in x.marks]


def _same_name(one: Candidate, other: Candidate) -> bool:
    """Tell whether two names share their surname: "J. de Vries" is "Jan de Vries"."""
    names = [str(each.value).casefold().replace(".", " ").split() for each in (one, other)]
    last = [name[-1] if name else "" for name in names]
    return fuzz.ratio(last[0], last[1]) >= SAME_NAME or set(names[0]) <= set(names[1])


def judge_adres(case: Case) -> Judgement:
    """Judge the postal address of who writes; a city alone is none.

    Of client and representative one address is enough: post reaches them (Awb 2:1, 6:17).
    """
    element = ElementId.ADRES
    found = [each for each in case.candidates(element) if isinstance(each.value, Address)]
    clients = [each for each in found if each.role != "vertegenwoordiger"]
    others = [each for each in found if each.role == "vertegenwoordiger"]
    if others and _writes_in_own_name(case):
        clients, others = others, clients
    first, second = (clients, others) if _any_whole(clients, found) else (found, [])
    judged = _judge_address(case, first)
    if judged.status is Status.AANWEZIG or not second:
        return judged
    other = _judge_address(case, second)
    return other if other.status is Status.AANWEZIG else judged


def _writes_in_own_name(case: Case) -> bool:
    """Tell whether chances made the client of whom the rules took for somebody's representative.

    "Getypt door mijn dochter, B. Smit, Kade 3": her address is then nobody's that is asked for.
    """
    names = case.candidates(ElementId.NAAM)
    return any(CHOSEN in each.marks and each.role == "vertegenwoordiger" for each in names)


def _any_whole(clients: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """Tell whether the client's own address counts: whole, or no less so than the other's.

    What is left of an address without a street is no better for standing with the client.
    """
    element = ElementId.ADRES
    likely_clients = likely(element, clients)
    whole = [each for each in likely(element, found) if "onvolledig" not in each.marks]
    return bool(likely_clients) and (not whole or any(each in whole for each in likely_clients))


def _judge_address(case: Case, found: Sequence[Candidate]) -> Judgement:
    element = ElementId.ADRES
    usable = [each for each in found if _parts(each) > 0]
    if not usable:
        reason = Reason.ADRES_ONVOLLEDIG if likely(element, found) else Reason.NIET_GEVONDEN
        return absent(case, element, reason)
    # Who writes and the client each have an address of their own.
    several = case.is_represented or case.has_signal("meerdere_afzenders")
    judged = weigh(case, element, usable, same=None if several else _same_address)
    if judged.candidate is None:
        return judged
    value = address_value(judged.candidate)
    if judged.status is Status.AANWEZIG and not _is_deliverable(judged.candidate):
        return replace(uncertain(judged.candidate, Reason.ADRES_ONVOLLEDIG), value=value)
    # Where a counter is, or a sister lives, reads as surely as where the sender does.
    is_in_passing = judged.status is Status.AANWEZIG and "terloops" in judged.candidate.marks
    if is_in_passing and not is_vouched_for(element, judged.candidate):
        return replace(uncertain(judged.candidate, Reason.ANDERE_PERSOON), value=value)
    return replace(judged, value=value)


def _parts(candidate: Candidate) -> int:
    """Count what is more than a place name."""
    address = candidate.value
    if not isinstance(address, Address):
        return 0
    return sum(bool(part) for part in (address.straat, address.huisnummer, address.postcode))


def _is_deliverable(candidate: Candidate) -> bool:
    """Tell whether post arrives: street and number and place, or postcode and number."""
    address = candidate.value
    if not isinstance(address, Address) or not address.huisnummer:
        return False
    return bool(address.postcode) or bool(address.straat and address.plaats)


def _same_address(one: Candidate, other: Candidate) -> bool:
    """Tell whether two addresses do not contradict each other."""
    if not isinstance(one.value, Address) or not isinstance(other.value, Address):
        return False
    pairs = [
        (one.value.postcode, other.value.postcode),
        (one.value.huisnummer, other.value.huisnummer),
    ]
    return all(not a or not b or postcode.compact(a) == postcode.compact(b) for a, b in pairs)


def address_value(candidate: Candidate) -> AddressValue | None:
    """Return an address as the report gives it."""
    address = candidate.value
    if not isinstance(address, Address):
        return None
    return AddressValue(
        straat=address.straat or None,
        huisnummer=address.huisnummer or None,
        postcode=postcode.format(address.postcode) if address.postcode else None,
        plaats=address.plaats or None,
    )


def judge_contactpersoon(case: Case) -> Judgement:
    """Judge who may be called: name, e-mail and relation; who writes for himself is his own."""
    element = ElementId.CONTACTPERSOON
    found = likely(element, case.candidates(element))
    if not found:
        return _own_contact(case)
    best = max(found, key=lambda each: (_is_reachable(each), each.confidence))
    contact = best.value
    if not isinstance(contact, Contact):
        return absent(case, element)
    gap = _contact_gap(contact)
    if gap is Reason.CONTACT_ZONDER_RELATIE:
        # How somebody says "for my partner" differs too much to say that nobody did.
        return replace(uncertain(best, gap), value=contact_value(contact))
    if gap is not None:
        status = Status.ONZEKER if doubt_of(case, element) else Status.ONTBREEKT
        return Judgement(status, best.confidence, best, gap, contact_value(contact))
    judged = present(best) if is_sure(element, best) else _by_parts(case, best, contact)
    return replace(judged, value=contact_value(contact))


def _by_parts(case: Case, candidate: Candidate, contact: Contact) -> Judgement:
    """Judge a contact person of whom the finder is not sure, by what is known of his parts.

    A client in person is known by name and e-mail address; both have chances, and he has none.
    """
    weakly = weak(ElementId.CONTACTPERSOON, candidate)
    if candidate.role != "zelf" or "onzeker_wie" in candidate.marks:
        return weakly
    parts = (judge_naam(case), weigh(case, ElementId.EMAIL, case.candidates(ElementId.EMAIL)))
    values = [part.candidate and str(part.candidate.value) for part in parts]
    is_known = all(part.status is Status.AANWEZIG for part in parts)
    if not is_known or values != [contact.naam, contact.email]:
        return weakly
    return replace(present(candidate), confidence=min(part.confidence for part in parts))


def _is_reachable(candidate: Candidate) -> bool:
    return isinstance(candidate.value, Contact) and _contact_gap(candidate.value) is None


def _contact_gap(contact: Contact) -> Reason | None:
    if not contact.email:
        return Reason.CONTACT_ZONDER_EMAIL
    return None if contact.relatie else Reason.CONTACT_ZONDER_RELATIE


def _own_contact(case: Case) -> Judgement:
    """Make a client who writes for himself and gives an e-mail address the contact person."""
    element = ElementId.CONTACTPERSOON
    names = likely(element, _clients(case.candidates(ElementId.NAAM)))
    mails = likely(element, case.candidates(ElementId.EMAIL))
    if case.is_represented or not names:
        return absent(case, element)
    if not mails:
        return absent(case, element, Reason.CONTACT_ZONDER_EMAIL)
    contact = Contact(naam=str(names[0].value), email=str(mails[0].value), relatie="zelf")
    weakest = min(names[0], mails[0], key=sureness_of)
    own = replace(mails[0], value=contact, confidence=weakest.confidence, role="zelf")
    own = replace(own, chance=weakest.chance, doubt=weakest.doubt)
    return replace(weigh(case, element, [own]), value=contact_value(contact))


def contact_value(contact: Contact) -> ContactValue:
    """Return a contact as the report gives it."""
    return ContactValue(
        naam=contact.naam or None,
        email=contact.email or None,
        telefoon=contact.telefoon or None,
        relatie=contact.relatie or None,
    )


def judge_machtiging(case: Case) -> Judgement:
    """Judge the authorisation; it is asked for, never required."""
    element = ElementId.MACHTIGING
    found = likely(element, case.candidates(element))
    enclosed = [each for each in found if each.role != "vermeld"]
    if enclosed:
        judged = weigh(case, element, enclosed)
        if judged.candidate is not None and "ongetekend" in judged.candidate.marks:
            return uncertain(judged.candidate, Reason.MACHTIGING_ONGETEKEND)
        return judged
    if found:
        return uncertain(found[0], Reason.MACHTIGING_VERMELD)
    if not case.needs_machtiging:
        return Judgement(Status.ONTBREEKT, 0.9, None, Reason.MACHTIGING_NIET_NODIG)
    return absent(case, element)
