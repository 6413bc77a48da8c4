"""The warning says what to do and what to write to the sender."""

import pytest

from extractors.element import Signal
from tests.unit.validators.builders import make_assessed
from validators.case import Assessed
from validators.rules import hulpvraag, ingebrekestelling, verkeerd_loket, voorlopige_voorziening


def assessed(*codes: str, profile: str = "zorg-en-zekerheid", **more: object) -> Assessed:
    signals = [Signal(code, (), 0.75) for code in codes]
    return make_assessed(profile=profile, signals=signals, **more)


def message(of: Assessed) -> str:
    (notice,) = verkeerd_loket.check(of)
    return notice.message


def test_forwarding_is_told_with_body_receipt_and_sentence() -> None:
    text = message(assessed("besluit_indicatie"))
    assert "stuur hem vandaag door" in text
    assert "Schrijf de afzender: Wij hebben uw bezwaar doorgestuurd naar het CIZ." in text
    assert "telt voor de termijn" in text


def test_private_body_is_named_and_nothing_is_sent() -> None:
    text = message(assessed("gedrag_zorgaanbieder", kinds=["klacht"]))
    assert "Stuur hem niet door zonder toestemming" in text
    assert "Klachtenloket Zorg of het Klachtenportaal Zorg" in text


def test_doubt_is_for_a_person_who_keeps_the_day_of_receipt() -> None:
    text = message(assessed("besluit_wmo", "besluit_eigen_bijdrage"))
    assert "Noteer de dag van ontvangst, stuur nog niets door" in text


def test_kind_that_is_not_taken_here_is_at_the_wrong_desk() -> None:
    assert message(assessed(profile="klachtenloket-zorg"))


def test_letter_for_us_gets_no_warning() -> None:
    assert verkeerd_loket.check(assessed("besluit_zorgkantoor")) == ()


@pytest.mark.parametrize(
    ("rule", "of", "words"),
    [
        (hulpvraag, assessed("nood_gedrag", kinds=["hulpvraag"]), "(CCE)"),
        (hulpvraag, assessed("nood_kiezen", "nood_opgeschaald", kinds=["hulpvraag"]), "VWS"),
        (voorlopige_voorziening, assessed("voorlopige_voorziening"), "schorsen"),
        (
            ingebrekestelling,
            assessed("niet_tijdig_beslissen", kinds=["ingebrekestelling"]),
            "rechtbank",
        ),
    ],
)
def test_warning_of_a_letter_that_stays_tells_the_sender(
    rule: object, of: Assessed, words: str
) -> None:
    (notice,) = rule.check(of)  # type: ignore[attr-defined]
    assert words in notice.message
