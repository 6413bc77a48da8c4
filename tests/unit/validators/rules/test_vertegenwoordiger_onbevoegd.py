import pytest

from tests.unit.validators.builders import complete, make_assessed
from validators.rules.vertegenwoordiger_onbevoegd import check

INDICATION = ("besluit_indicatie",)
RECOVERY = ("besluit_aangeschrevene", "besluit_pgb_betaling")
BY_ADMINISTRATOR = ("namens_ander", "bewindvoerder")


def objection(
    besluit: tuple[str, ...], *, profile: str, signals: tuple[str, ...], kind: str = "bezwaar"
) -> bool:
    said = (*besluit, *signals)
    return bool(check(make_assessed(complete(), profile=profile, kinds=[kind], signals=said)))


@pytest.mark.parametrize("profile", ["ciz", "zorg-en-zekerheid", "gemeente", "awb"])
def test_administrator_of_money_against_an_indication_is_named_at_every_desk(profile: str) -> None:
    assert objection(INDICATION, profile=profile, signals=BY_ADMINISTRATOR)


@pytest.mark.parametrize("profile", ["zorg-en-zekerheid", "gemeente", "awb"])
def test_administrator_of_money_against_a_recovery_is_plausible(profile: str) -> None:
    assert not objection(RECOVERY, profile=profile, signals=BY_ADMINISTRATOR)


def test_indication_office_decides_on_nothing_else() -> None:
    assert objection(("besluit_aangeschrevene",), profile="ciz", signals=BY_ADMINISTRATOR)


@pytest.mark.parametrize("also", ["mentor", "curator"])
def test_who_is_mentor_or_curator_as_well_has_the_power(also: str) -> None:
    assert not objection(INDICATION, profile="ciz", signals=(*BY_ADMINISTRATOR, also))


def test_complaint_may_be_made_by_an_administrator() -> None:
    assert not objection(INDICATION, profile="ciz", signals=BY_ADMINISTRATOR, kind="klacht")


def test_client_who_names_an_administrator_writes_for_themselves() -> None:
    assert not objection(INDICATION, profile="ciz", signals=("bewindvoerder",))


def test_daughter_is_not_barred() -> None:
    assert not objection(INDICATION, profile="ciz", signals=("namens_ander",))
