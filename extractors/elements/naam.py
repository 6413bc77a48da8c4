"""Find the name of the person who objects or complains.

Roles: "client", "vertegenwoordiger" for who writes in the client's name, and "genoemd" for anybody
else whom the letter names. Marks: where the name stands ("gelabeld", "afzenderblok",
"onder_sluiting", "lopende_tekst"), "alleen_voornaam", "letter_onzeker" when a scan shows an initial
that may be another one, and "ander_bedoeld" when the letter says to be for somebody else whom it
names.
"""

from extractors.document import Letter
from extractors.element import NAMED, SEEN, Candidate, ElementId, Hints, evidence_of
from extractors.people.mentions.mention import Side
from extractors.people.named import Named, find_named
from extractors.people.parties import SURE, Party, find_parties

ELEMENT = ElementId.NAAM


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the client's name first, then other people who may be the client, then who writes."""
    parties = find_parties(letter, hints)
    return (
        *(_candidate(party, "client") for party in parties.clients),
        *(_candidate(party, "vertegenwoordiger") for party in parties.proxies),
    )


def find_others(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return who else is named: no way of writing makes them the client, but chances may."""
    parties = find_parties(letter, hints)
    known = [party.person for party in (*parties.clients, *parties.proxies)]
    return tuple(map(_named, find_named(letter, hints, known)))


def _named(named: Named) -> Candidate:
    evidence = tuple(place for span in named.spans for place in evidence_of(span))
    return Candidate(named.person.name, named.spans[0].text, evidence, SEEN, NAMED)


def _candidate(party: Party, role: str) -> Candidate:
    # Initials or a first name belong to a name that tells one person from another.
    titled = bool(party.person.title and party.person.surname)
    share = 1.0 if party.person.is_full else (0.75 if titled else 0.6)
    if party.person.is_first_name_only and party.on(Side.CLIENT) >= SURE:
        share = 0.9  # "de moeder van Finn": never enough by itself, but no noise
    return Candidate(
        value=party.name,
        text=party.mentions[0].span.text,
        evidence=party.evidence,
        confidence=party.confidence * share,
        role=role,
        marks=party.marks,
    )
