"""Numbers, names, dates and addresses in the words of people who never saw the samples."""

import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Letter
from extractors.element import Address, Candidate, Contact, Hints
from extractors.elements import (
    adres,
    besluitdatum,
    bsn,
    contactpersoon,
    datum,
    email,
    gericht_tegen,
    kenmerk,
    naam,
    relatienummer,
    telefoon,
    zorgaanbieder,
)
from tests.factories import make_letter

FOLDER = Path(__file__).parent / "stated"
_EVERY = (
    *(adres, besluitdatum, bsn, contactpersoon, datum, email, gericht_tegen),
    *(kenmerk, naam, relatienummer, telefoon, zorgaanbieder),
)
FINDERS = {finder.ELEMENT.value: finder for finder in _EVERY}
HINTS = Hints(organisations=("Zorg en Zekerheid", "VGZ Zorgkantoor", "CIZ", "Klachtenportaal Zorg"))
ADDRESS = "Laan van Nieuw Oost 12\n3512 AB Utrecht"
HEAD = f"M. Verbeek\n{ADDRESS}"
OFFICE = "Aan VGZ Zorgkantoor\nPostbus 445\n5600 AK Eindhoven"
TOLD = "Ik ben het niet eens met uw besluit, want ik krijg te weinig zorg."
CLOSING = "Hoogachtend,\n\n\nM. Verbeek"
PRESENT = 0.6  # what the validators take for a fact when no chance is known


def read() -> list[Any]:
    """Return every case with a name that tells where it stands."""
    return [
        pytest.param(case.get("element", path.stem), case, id=f"{path.stem}-{index}")
        for path in sorted(FOLDER.glob("*.toml"))
        for index, case in enumerate(tomllib.loads(path.read_text("utf-8"))["zin"], start=1)
    ]


def letter_of(element: str, case: dict[str, Any]) -> Letter:
    """Set a case as a letter; what it does not say is as usual."""
    told = case.get("tekst", TOLD).strip("\n")
    parts = [
        case.get("kop", HEAD if element != "naam" else ADDRESS).strip("\n"),
        OFFICE,
        "Geachte heer, mevrouw,",
        told if "\n" in told else textwrap.fill(told, 85, break_on_hyphens=False),
        case.get("slot", CLOSING).strip("\n"),
    ]
    return make_letter("\n\n".join(part for part in parts if part))


def shown(candidate: Candidate) -> str:
    """Write a value as the cases do."""
    value = candidate.value
    if isinstance(value, Address):
        return f"{value.straat}|{value.huisnummer}|{value.postcode}|{value.plaats}"
    if isinstance(value, Contact):
        return f"{value.naam}|{value.email}|{value.relatie}"
    return str(value)


def folded(element: str, value: str) -> str:
    """Leave out what two writings of one value may differ in."""
    if element in {"telefoon"}:
        return (
            "".join(filter(str.isdigit, value)).removeprefix("0031").removeprefix("31").lstrip("0")
        )
    return value.replace(" ", "").replace(".", "") if element == "naam" else value.replace(" ", "")


def is_value(element: str, read_as: str, case: dict[str, Any]) -> bool:
    """Tell whether the value is one that a careful reader would give."""
    one, wanted = folded(element, read_as), [case["waarde"], *case.get("ook", ())]
    every = [folded(element, each) for each in wanted]
    return any(each in one for each in every) if element == "zorgaanbieder" else one in every


@pytest.mark.parametrize(("element", "case"), read())
def test_what_people_state_is_found(element: str, case: dict[str, Any]) -> None:
    found = FINDERS[element].find(letter_of(element, case), HINTS)
    if not case["waarde"]:
        assert all(each.confidence < PRESENT for each in found), [shown(each) for each in found]
        return
    assert found, "nothing was found"
    assert is_value(element, shown(found[0]), case), [shown(each) for each in found]
    if "schrijver" in case:
        proxies = [each for each in found if each.role == "vertegenwoordiger"]
        assert folded("naam", shown(proxies[0])) == folded("naam", case["schrijver"])
