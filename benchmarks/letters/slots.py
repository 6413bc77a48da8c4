"""What stands in the slots of the texts; what is an element is noted as printed."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.letters import dates, numbers

if TYPE_CHECKING:
    from benchmarks.letters.facts import Facts
    from benchmarks.letters.people import Home

ROLES = {  # of the writer (female, male), of the client (female, male)
    "kind": ("dochter", "zoon", "moeder", "vader"),
    "ouder": ("moeder", "vader", "dochter", "zoon"),
    "partner": ("partner", "partner", "partner", "partner"),
}


def say_dec(facts: "Facts") -> str:
    """Date of the decision."""
    shown = dates.written(facts.dec_date, facts.date_form)
    return facts.note("besluitdatum", facts.dec_date.isoformat(), shown)


def say_decuit(facts: "Facts") -> str:
    """Date of the decision with the day spelled out."""
    shown = dates.written(facts.dec_date, "spelled")
    return facts.note("besluitdatum", facts.dec_date.isoformat(), shown)


def say_datum(facts: "Facts") -> str:
    """Date of the letter."""
    shown = dates.written(facts.letter_date, facts.date_form)
    return facts.note("datum", facts.letter_date.isoformat(), shown)


def say_bsn(facts: "Facts") -> str:
    """BSN of the client as this writer writes it."""
    return facts.note(
        "bsn", facts.bsn, numbers.written_bsn(facts.dice, facts.bsn, facts.lists.bsn_forms)
    )


def say_naam(facts: "Facts") -> str:
    """Name of the client."""
    client = facts.client
    return facts.note("naam", client.full if facts.dice.chance(0.5) else client.formal)


def say_ik(facts: "Facts") -> str:
    """Full name of the writer."""
    if facts.writer is facts.client:
        return say_naam(facts)
    return facts.note("vertegenwoordiger", facts.writer.full)


def say_adres(facts: "Facts") -> str:
    """Address of the sender in one line."""
    return _address(facts, facts.home, facts.dice.pick([", ", " te ", ", "]))


def say_clientadres(facts: "Facts") -> str:
    """Address of the represented client in one line."""
    return _address(facts, facts.client_home, ", ")


def _address(facts: "Facts", home: "Home", comma: str) -> str:
    shown = f"{home.street} {home.number}{comma}{home.postcode} {home.place}"
    return facts.note("adres", home.postcode, shown)


def say_geb(facts: "Facts") -> str:
    """Birth date of the client."""
    return _birth(facts, facts.birth)


def say_geb2(facts: "Facts") -> str:
    """Birth date of somebody else in the client's house."""
    return _birth(facts, facts.birth + dt.timedelta(days=sum(map(ord, facts.decoys["ken2"]))))


def _birth(facts: "Facts", day: dt.date) -> str:
    hidden = facts.date_form in dates.CENTURY_HIDDEN
    return dates.written(day, "dashes" if hidden else facts.date_form)


def say_arts(facts: "Facts") -> str:
    """Name of a doctor."""
    surname = facts.other.surname
    return f"dokter {surname[0].upper()}{surname[1:]}"


def _role(facts: "Facts") -> str:
    female, male, *_ = ROLES[facts.text.writer]
    return female if facts.writer.female else male


def _client_role(facts: "Facts") -> str:
    *_, female, male = ROLES[facts.text.writer]
    return female if facts.client.female else male


def _gendered(female: str, male: str) -> Callable[["Facts"], str]:
    return lambda facts: female if facts.client.female else male


SLOTS: dict[str, Callable[["Facts"], str]] = {
    "dec": say_dec,
    "decuit": say_decuit,
    "datum": say_datum,
    "ken": lambda facts: facts.note("kenmerk", facts.ken),
    "bsn": say_bsn,
    "rel": lambda facts: facts.note("relatienummer", facts.rel),
    "naam": say_naam,
    "naamfull": lambda facts: facts.note("naam", facts.client.full),
    "voornaam": lambda facts: facts.client.first,
    "beleefd": lambda facts: facts.client.polite,
    "ik": say_ik,
    "adres": say_adres,
    "clientadres": say_clientadres,
    "plaats": lambda facts: facts.home.place,
    "geb": say_geb,
    "tel": lambda facts: facts.note("telefoon", facts.phone),
    "mail": lambda facts: facts.note("email", facts.email),
    "org": lambda facts: facts.org.name,
    "aanbieder": lambda facts: facts.note("zorgaanbieder", facts.provider),
    "medew": lambda facts: facts.worker.polite,
    "ander": lambda facts: facts.other.polite,
    "arts": say_arts,
    "rol": _role,
    "clientrol": _client_role,
    "mw": _gendered("mevrouw", "de heer"),
    "hij": _gendered("zij", "hij"),
    "Hij": _gendered("Zij", "Hij"),
    "hem": _gendered("haar", "hem"),
    "zijn": _gendered("haar", "zijn"),
    "Zijn": _gendered("Haar", "Zijn"),
    "eigenref": lambda facts: facts.own_reference,
    # decoys: numbers and dates that are no element of the letter
    "geb2": say_geb2,
    "polis": lambda facts: facts.decoys["polis"],
    "iban": lambda facts: facts.decoys["iban"],
    "bsn2": lambda facts: facts.decoys["bsn2"],
    "ken2": lambda facts: facts.decoys["ken2"],
    "orgtel": lambda facts: facts.decoys["orgtel"],
}
