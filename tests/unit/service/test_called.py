"""How the organisations are called to which post is sent on."""

import pytest

from service.called import called
from validators.profile import ProfileFile, catalogue_of, load_bodies


@pytest.mark.parametrize(
    ("body_id", "name"),
    [
        ("svb", "de SVB"),
        ("rechtbank", "de rechtbank"),
        ("gemeente", "de gemeente"),
        ("zorgkantoor", "het zorgkantoor"),
        ("zorgverzekeraar", "de zorgverzekeraar"),
        ("clientondersteuner", "de cliëntondersteuner"),
        ("vgz-zorgkantoor", "VGZ Zorgkantoor"),
        ("mijn-kantoor", "mijn-kantoor"),
    ],
)
def test_an_organisation_is_called_as_in_a_sentence(body_id: str, name: str) -> None:
    assert called(body_id) == name


def test_no_organisation_is_called_by_its_id() -> None:
    assert [each for each in load_bodies() if called(each) == each] == []


def test_a_profile_of_the_installation_gives_its_own_name() -> None:
    own = 'name = "{}"\nlaw = "awb"\n[klacht]\nwettelijk = ["naam"]\n'
    known = catalogue_of(
        (
            ProfileFile("gemeente.toml", own.format("Gemeente Meerdam")),
            ProfileFile("noord.toml", own.format("Zorgkantoor Noord")),
        )
    )
    assert called("gemeente", catalogue=known) == "Gemeente Meerdam"
    assert called("noord", catalogue=known) == "Zorgkantoor Noord"
