"""Find who may be contacted: the one who writes for the client, or the client in person.

Roles: "vertegenwoordiger", and "zelf" when the client writes and gives an e-mail address. Marks are
those of the name, and "onzeker_wie" when it may be somebody else's address.
"""

from dataclasses import replace

from extractors.document import Letter
from extractors.element import Candidate, Contact, ElementId, Hints
from extractors.people.mentions.mention import Side
from extractors.people.parties import Party, find_parties
from extractors.people.senders import find_sender_emails, find_sender_phones

_UNNAMED = 0.6  # of the client as contact when somebody without a name writes

ELEMENT = ElementId.CONTACTPERSOON


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the representatives, or the client when the client gives an e-mail address."""
    parties = find_parties(letter, hints)
    emails, phones = find_sender_emails(letter, hints), find_sender_phones(letter, hints)
    email, phone = next(iter(emails), None), next(iter(phones), None)
    if parties.proxies:
        return tuple(
            _candidate(party, party.relation, email, phone, role="vertegenwoordiger")
            for party in parties.proxies
        )
    if parties.clients and email is not None:
        client = parties.clients[0]
        found = _candidate(client, "zelf", email, phone, role="zelf")
        # "Door mijn tussenkomst" without a name that could be read: whose address is it?
        is_only_told_of = client.marks == {"lopende_tekst"} and not client.on(Side.WRITER)
        doubtful = is_only_told_of or client.relation not in {"", "zelf"}
        if doubtful:
            marks = found.marks | {"onzeker_wie"}
            found = replace(found, confidence=_UNNAMED * found.confidence, marks=marks)
        return (found,)
    return ()


def _candidate(
    party: Party, relation: str, email: Candidate | None, phone: Candidate | None, *, role: str
) -> Candidate:
    contact = Contact(
        naam=party.name,
        email=str(email.value) if email else "",
        telefoon=str(phone.value) if phone else "",
        relatie=relation,
    )
    evidence = party.evidence + tuple(
        place for each in (email, phone) if each for place in each.evidence
    )
    confidence = party.confidence * (email.confidence if email and role == "zelf" else 1.0)
    return Candidate(
        value=contact,
        text=party.mentions[0].span.text,
        evidence=evidence,
        confidence=confidence,
        role=role,
        marks=party.marks,
    )
