"""How the organisations are called to which post is sent on."""

import pytest

from service.usecases.bodies import body_name
from validators.profile import catalogue_of


@pytest.mark.parametrize(
    ("body_id", "name"),
    [("svb", "SVB"), ("vgz-zorgkantoor", "VGZ Zorgkantoor"), ("mijn-kantoor", "mijn-kantoor")],
)
def test_an_organisation_is_called_by_its_name(body_id: str, name: str) -> None:
    assert body_name(body_id, catalogue=catalogue_of()) == name
