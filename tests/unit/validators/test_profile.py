import pytest

from extractors.element import ElementId
from validators.profile import (
    ProfileError,
    ProfileFile,
    catalogue_of,
    hints_of,
    load_bodies,
    load_profile,
    parse_profile,
    profile_ids,
    requirements_of,
)
from validators.report import Kind, Severity

LEAST = 'name = "X"\nlaw = "awb"\n[klacht]\nwettelijk = ["naam"]\n'
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


def test_id_is_the_name_of_the_file() -> None:
    assert parse_profile(ProfileFile("mine.toml", LEAST)).id == "mine"


def test_own_profile_is_added_to_those_that_come_along() -> None:
    known = catalogue_of((ProfileFile("mine.toml", LEAST),))
    assert set(known.ids) == {*profile_ids(), "mine"}
    assert known.own == {"mine"}


def test_own_profile_takes_the_place_of_one_with_its_name() -> None:
    known = catalogue_of((ProfileFile("ciz.toml", LEAST),))
    assert known.load("ciz").name == "X"
    assert known.texts["ciz"] == LEAST
    assert load_profile("ciz").name != "X"


def test_own_law_is_what_others_fall_back_on() -> None:
    known = catalogue_of((ProfileFile("awb.toml", LEAST + '[bezwaar]\nwettelijk = ["bsn"]\n'),))
    asked = requirements_of(known.load("klachtenportaal-zorg"), Kind.BEZWAAR, known)
    assert asked.wettelijk == (ElementId.BSN,)


def test_faults_of_all_own_files_come_together() -> None:
    wrong = (ProfileFile("a.toml", "x = 1"), ProfileFile("b.toml", "name ="))
    with pytest.raises(ProfileError) as caught:
        catalogue_of(wrong)
    assert {fault.file for fault in caught.value.faults} == {"a.toml", "b.toml"}


def test_hints_hold_the_names_of_all_organisations() -> None:
    names = hints_of(load_profile("awb")).organisations
    assert {"Zorg en Zekerheid", "CIZ", "Klachtenportaal Zorg", "CAK", "SVB"} <= set(names)


def test_hints_hold_the_patterns_of_the_profile() -> None:
    profile = parse_profile(ProfileFile("x.toml", 'kenmerk_patterns = ["ZK-[0-9]+"]\n' + LEAST))
    assert hints_of(profile).kenmerk_patterns == ("ZK-[0-9]+",)


def test_hints_hold_the_names_and_labels_of_an_own_profile() -> None:
    text = 'names = ["Zorgkantoor Noord"]\nlabels.kenmerk = ["volgnummer"]\n' + LEAST
    known = catalogue_of((ProfileFile("noord.toml", text),))
    hints = hints_of(known.load("noord"), known)
    assert "Zorgkantoor Noord" in hints.organisations
    assert hints.kenmerk_labels == ("volgnummer",)


def test_no_body_has_the_id_of_a_profile() -> None:
    assert not set(load_bodies()) & set(profile_ids())


@pytest.mark.parametrize("profile_id", profile_ids())
def test_profile_that_is_recognised_has_names(profile_id: str) -> None:
    assert bool(load_profile(profile_id).names) == (profile_id != "awb")


def test_address_is_that_of_the_kind() -> None:
    ciz = load_profile("ciz")
    lines = [
        address.line for kind in (Kind.BEZWAAR, Kind.KLACHT) if (address := ciz.address_for(kind))
    ]
    assert lines == ["Postbus 2891", "Postbus 2690"]


def test_profile_without_address_has_none_for_any_kind() -> None:
    assert load_profile("awb").address_for(Kind.BEZWAAR) is None
