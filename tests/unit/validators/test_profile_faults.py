"""Whatever an administrator mistypes is named with file and line, all of it at once."""

import pytest

from validators.profile import ProfileFile, check_profile

TOP = 'name = "X"\nlaw = "awb"\n'
KLACHT = '[klacht]\nwettelijk = ["naam"]\n'
MANY = """\
names = ["X"]
law = "moon"
decision_weeks = 7

[[addresses]]
postbus = "1"
straat = "Laan 1"
postcode = "2300AK"
plaats = ""

[bezwaar]
wettelijk = [
  "naam",
  "naamm",
]
organisatie = ["bsn", "bsn"]
handteken = true
"""


def faults(text: str, name: str = "mijn.toml") -> list[str]:
    return [str(fault) for fault in check_profile(ProfileFile(name, text))]


def test_profile_without_a_fault_has_none() -> None:
    assert faults(TOP + KLACHT) == []


def test_unknown_key_is_named_with_file_line_part_and_the_keys_that_exist() -> None:
    assert faults(TOP + "[bezwaar]\nhandteken = true") == [
        'mijn.toml:4: onbekende sleutel "handteken" in [bezwaar]; '
        "bekend zijn: wettelijk, organisatie, only_with"
    ]


def test_unknown_element_is_named_with_its_own_line_and_the_elements_that_exist() -> None:
    (fault,) = faults(TOP + '[bezwaar]\nwettelijk = [\n  "naam",\n  "naamm",\n]')
    assert fault.startswith('mijn.toml:6: onbekend element "naamm" in wettelijk; bekend zijn: ')
    assert "handtekening" in fault


def test_every_fault_is_named_at_once_in_the_order_of_the_lines() -> None:
    lines = [int(fault.split(":")[1]) for fault in faults(MANY)]
    assert lines == [1, 2, 3, 7, 8, 9, 14, 16, 17]


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        ("name = ", 1, "niet te lezen"),
        (TOP + 'x = "y', 3, "niet te lezen"),
        (TOP + "x = \u201cy\u201d", 3, "niet te lezen"),
        (TOP + 'law = "awb"\n' + KLACHT, 3, "twee keer"),
        (TOP + KLACHT + "[klacht]\n", 5, "twee keer"),
        ('law = "awb"\n' + KLACHT, 1, '"name" ontbreekt'),
        (TOP, 1, "[bezwaar]"),
        (TOP + "bezwaar = 3", 3, "zet [bezwaar]"),
        (TOP + KLACHT + 'names = ["Y"]', 5, "hoort boven"),
        ('name = 3\nlaw = "awb"\n' + KLACHT, 1, "tekst"),
        (TOP + 'names = "Y"\n' + KLACHT, 3, "lijst"),
        (TOP + "promises = 3\n" + KLACHT, 3, "[[promises]]"),
        (TOP + "herstel_days = 3\n" + KLACHT, 3, "7 of meer"),
        (TOP + "herstel_days = 300\n" + KLACHT, 3, "84 of minder"),
        (TOP + 'herstel_days = "x"\n' + KLACHT, 3, "getal"),
        (TOP + 'names = [""]\n' + KLACHT, 3, "leeg"),
        (TOP + 'kenmerk_patterns = ["("]\n' + KLACHT, 3, "patroon"),
        (TOP + 'kenmerk_patterns = ["A*"]\n' + KLACHT, 3, "past op alles"),
        (TOP + 'barred_representatives = ["buurman"]\n' + KLACHT, 3, "bewindvoerder"),
        (TOP + '[klacht]\nwettelijk = ["naam"]\norganisatie = ["naam"]', 5, "kies er een"),
        (TOP + '[klacht]\nwettelijk = ["machtiging"]', 4, "zelf"),
        (TOP + KLACHT + '[klacht.only_with]\nbsn = "pgb"', 5, "niet gevraagd"),
        (TOP + KLACHT + '[klacht.only_with]\nbsm = "pgb"', 6, "only_with"),
        (TOP + KLACHT + '[klacht.only_with]\nnaam = "zin"', 6, "pgb"),
        (TOP + KLACHT + '[[promises]]\nwhat = "a"\nkind = "klacht"', 5, "working_days"),
        (TOP + KLACHT + '[[promises]]\nwhat = "a"\nkind = "overig"\ndays = 1', 7, "bezwaar"),
        (TOP + KLACHT + '[[addresses]]\npostcode = "1000 AA"\nplaats = "X"', 5, "postbus"),
        ("id = 1\n" + TOP + KLACHT, 1, '"id"'),
    ],
)  # fmt: skip
def test_fault_is_named_with_its_line_and_the_way_out(text: str, line: int, named: str) -> None:
    found = faults(text)
    assert found
    assert found[0].startswith(f"mijn.toml:{line}: ")
    assert named in found[0]


@pytest.mark.parametrize("name", ["Mijn.toml", "mijn profiel.toml", "mijn", "a_b.toml", ".toml"])
def test_name_that_can_be_no_id_is_a_fault(name: str) -> None:
    (fault,) = faults(TOP + KLACHT, name)
    assert fault.startswith(f"{name}:1: ")
