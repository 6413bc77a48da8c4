"""Profiles of an installation's own are used wherever those that come along are."""

import datetime as dt

import pytest

from extractors.extract import extract
from tests.factories import make_letter, make_reading
from tests.unit.validators.builders import complete
from tests.unit.validators.rules.post import as_document
from validators.assess import Receipt, Source, assess
from validators.profile import Catalogue, ProfileFile, catalogue_of, hints_of
from validators.report import ReceivedSource, Report

NORTH = """\
name = "Zorgkantoor Noord"
law = "awb"
names = ["Zorgkantoor Noord"]
herstel_days = 21
herstel_days_grounds = 42
labels.kenmerk = ["volgcode"]
labels.relatienummer = ["deelnemer"]

[[addresses]]
straat = "Havenstraat 3"
postcode = "9712 AB"
plaats = "Groningen"

[bezwaar]
wettelijk = ["naam", "adres", "datum", "besluit", "onderbouwing"]
organisatie = ["kenmerk", "relatienummer"]
"""
LETTER = """
M. Verbeek
Laan van Nieuw Oost 12
3512 AB Utrecht

{to}

Utrecht, 9 november 2026

Volgcode: NB-2026-7781
Deelnemer: 4455667

Geachte heer, mevrouw,

{text}

Met vriendelijke groet,

M. Verbeek
"""
OWN_MATTER = "Ik maak bezwaar tegen uw besluit van 1 oktober 2026, omdat ik de trap niet op kan."
TODAY = dt.date(2026, 11, 20)
RECEIPT = Receipt(dt.date(2026, 11, 10), ReceivedSource.MANIFEST)


def with_north() -> Catalogue:
    return catalogue_of((ProfileFile("noord.toml", NORTH),))


def report_on(
    to: str, profile_id: str = "noord", *, known: Catalogue | None = None, text: str = OWN_MATTER
) -> Report:
    catalogue = known or with_north()
    profile = catalogue.load(profile_id)
    document = as_document({"letter": LETTER.format(to=to, text=text)})
    (reading,) = extract(document, hints_of(profile, catalogue))
    return assess(
        reading,
        profile,
        source=Source("a.pdf", receipt=RECEIPT),
        today=TODAY,
        report_id="x",
        catalogue=catalogue,
    )


def test_numbers_are_found_by_what_the_organisation_calls_them() -> None:
    elements = report_on("Zorgkantoor Noord\nHavenstraat 3\n9712 AB Groningen").elements
    assert elements["kenmerk"].value == "NB-2026-7781"
    assert elements["relatienummer"].value == "4455667"


def test_organisation_is_recognised_by_its_name() -> None:
    report = report_on("Zorgkantoor Noord\nHavenstraat 3\n9712 AB Groningen")
    assert report.routing.addressee == "noord"


def test_organisation_is_recognised_by_its_street() -> None:
    report = report_on("Afdeling Bezwaar\nHavenstraat 3\n9712 AB Groningen")
    assert report.routing.addressee == "noord"


def test_letter_to_an_own_organisation_is_forwarded_from_another_desk() -> None:
    report = report_on("Zorgkantoor Noord\nHavenstraat 3\n9712 AB Groningen", "ciz")
    assert report.routing.forward_to == "noord"


def test_own_zorgkantoor_keeps_what_is_for_zorgkantoren() -> None:
    text = "Ik maak bezwaar tegen de weigering van een pgb door het zorgkantoor."
    assert own_body("zorgkantoor", text) is None
    assert own_body(None, text) == "zorgkantoor"


def test_own_municipality_keeps_what_is_for_the_municipality() -> None:
    text = "Ik maak bezwaar, want de gemeente heeft mijn Wmo-voorziening afgewezen."
    assert own_body("gemeente", text) is None
    assert own_body(None, text) == "gemeente"


@pytest.mark.parametrize(
    ("place", "addressee"), [("9712 AB Groningen", "noord"), ("3000 AA Rotterdam", "gemeente")]
)
def test_gemeente_in_the_address_is_ours_in_our_own_place(place: str, addressee: str) -> None:
    text = NORTH.replace("[[addr", 'member_of = "gemeente"\n[[addr', 1)
    text = text.replace("Zorgkantoor Noord", "Noord")
    known = catalogue_of((ProfileFile("noord.toml", text),))
    report = report_on(f"Gemeente\nAfdeling Wmo\n{place}", known=known)
    assert report.routing.addressee == addressee


def own_body(member_of: str | None, text: str) -> str | None:
    """Return to whom a letter with this sentence is forwarded by an organisation of one's own."""
    line = "" if member_of is None else f'member_of = "{member_of}"\n'
    known = catalogue_of((ProfileFile("noord.toml", line + NORTH),))
    return report_on("", known=known, text=text).routing.forward_to


def test_days_to_repair_are_those_of_the_profile() -> None:
    deadlines = {}
    for gap in ("naam", "onderbouwing"):
        reading = make_reading(make_letter("Geachte heer,"), candidates=complete(**{gap: ()}))
        source = Source("a.pdf", receipt=RECEIPT)
        profile = with_north().load("noord")
        report = assess(reading, profile, source=source, today=TODAY, report_id="x")
        deadlines[gap] = report.remedy.deadline
    assert deadlines == {"naam": dt.date(2026, 12, 11), "onderbouwing": dt.date(2027, 1, 4)}
