import pytest

from extractors.element import ElementId
from validators.profile import (
    ProfileError,
    hints_of,
    load_bodies,
    load_profile,
    parse_profile,
    profile_ids,
    requirements_of,
)
from validators.report import Kind, Severity

LEGAL_BEZWAAR = {"naam", "adres", "datum", "besluit", "onderbouwing", "handtekening"}
LEGAL_KLACHT = {"naam", "adres", "datum", "omschrijving", "handtekening"}
VGZ_KLACHT = {
    *("relatienummer", "contactpersoon", "gericht_tegen", "tijdspad", "ondernomen", "resultaat"),
}
TABLE = [
    ("awb", Kind.BEZWAAR, LEGAL_BEZWAAR, set()),
    ("zorg-en-zekerheid", Kind.BEZWAAR, LEGAL_BEZWAAR, {"bsn", "besluitdatum", "kenmerk"}),
    ("vgz-zorgkantoor", Kind.BEZWAAR, LEGAL_BEZWAAR, {"relatienummer"}),
    ("ciz", Kind.BEZWAAR, LEGAL_BEZWAAR, {"besluitdatum", "kenmerk"}),
    ("gemeente", Kind.BEZWAAR, LEGAL_BEZWAAR, set()),
    ("klachtenportaal-zorg", Kind.BEZWAAR, LEGAL_BEZWAAR, set()),
    ("klachtenloket-zorg", Kind.BEZWAAR, LEGAL_BEZWAAR, set()),
    ("awb", Kind.KLACHT, LEGAL_KLACHT, set()),
    ("zorg-en-zekerheid", Kind.KLACHT, LEGAL_KLACHT, set()),
    ("vgz-zorgkantoor", Kind.KLACHT, LEGAL_KLACHT, VGZ_KLACHT),
    ("ciz", Kind.KLACHT, LEGAL_KLACHT, set()),
    ("gemeente", Kind.KLACHT, LEGAL_KLACHT, set()),
    ("klachtenportaal-zorg", Kind.KLACHT, {"naam", "omschrijving"}, {"zorgaanbieder"}),
    ("klachtenloket-zorg", Kind.KLACHT, {"naam", "omschrijving"}, {"zorgaanbieder"}),
]


@pytest.mark.parametrize(("profile_id", "kind", "legal", "asked"), TABLE)
def test_profile_asks_what_its_table_says(
    profile_id: str, kind: Kind, legal: set[str], asked: set[str]
) -> None:
    requirements = requirements_of(load_profile(profile_id), kind)
    by_severity = {
        severity: {each for each in ElementId if requirements.severity(each) is severity}
        for severity in Severity
    }
    assert by_severity == {Severity.WETTELIJK: legal, Severity.ORGANISATIE: asked}


def test_every_profile_stands_in_the_table() -> None:
    assert {row[0] for row in TABLE} == set(profile_ids())


def test_other_letters_need_nothing() -> None:
    requirements = requirements_of(load_profile("awb"), Kind.OVERIG)
    assert not requirements.wettelijk + requirements.organisatie


def test_complaint_desk_takes_no_objections() -> None:
    assert not load_profile("klachtenportaal-zorg").accepts(Kind.BEZWAAR)


def test_unknown_profile_names_those_that_exist() -> None:
    with pytest.raises(ProfileError, match="zorg-en-zekerheid"):
        load_profile("../../etc/passwd")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('name = "X"\nlaw = "awb"\ncolour = "red"', "colour"),
        ('name = "X"\nlaw = "awb"\n[bezwaar]\nwettelijk = ["naamm"]', "bezwaar.wettelijk.0"),
        ('name = "X"\nlaw = "awb"\n[bezwaar]\nnaam = "wettelijk"', "bezwaar.naam"),
        ('name = "X"\nlaw = "moon"', "law"),
        ('name = "X"\nlaw = "awb"\nkenmerk_patterns = ["("]', "regular expression"),
        (
            'name = "X"\nlaw = "awb"\n[klacht]\nwettelijk = ["naam"]\norganisatie = ["naam"]',
            "twice",
        ),
        ('name = "X"\nlaw = "awb"\n[klacht.only_with]\nbsn = "pgb"', "only_with"),
        ('name = "X"\nlaw = "awb"\n[[promises]]\nwhat = "a"\nkind = "klacht"', "working_days"),
        ("name = ", "not TOML"),
    ],
)
def test_fault_in_a_profile_is_named_with_its_file(text: str, named: str) -> None:
    with pytest.raises(ProfileError, match=r"^mine\.toml: ") as caught:
        parse_profile(text, file="mine.toml")
    assert named in str(caught.value)


def test_id_is_the_name_of_the_file() -> None:
    assert parse_profile('name = "X"\nlaw = "awb"', file="mine.toml").id == "mine"


def test_hints_hold_the_names_of_all_organisations() -> None:
    names = hints_of(load_profile("awb")).organisations
    assert {"Zorg en Zekerheid", "CIZ", "Klachtenportaal Zorg", "CAK", "SVB"} <= set(names)


def test_hints_hold_the_patterns_of_the_profile() -> None:
    text = 'name = "X"\nlaw = "awb"\nkenmerk_patterns = ["ZK-[0-9]+"]'
    assert hints_of(parse_profile(text, file="x.toml")).kenmerk_patterns == ("ZK-[0-9]+",)


def test_no_body_has_the_id_of_a_profile() -> None:
    assert not set(load_bodies()) & set(profile_ids())
