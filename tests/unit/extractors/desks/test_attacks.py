"""What a letter turns against, and the circumstances that decide its desk."""

import pytest

from extractors.element import Hints, Signal
from extractors.signals import find_signals
from tests.factories import make_letter

HINTS = Hints(organisations=("CZ zorgkantoor", "Zorg en Zekerheid", "CIZ"))


def signals(text: str) -> dict[str, Signal]:
    letter = make_letter(
        f"Geachte heer, mevrouw,\n\n{text}\n\nHoogachtend,\nA. de Wit", hints=HINTS
    )
    return {signal.code: signal for signal in find_signals(letter, HINTS)}


def strength(text: str, code: str) -> float:
    found = signals(text).get(code)
    return 0.0 if found is None else found.confidence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ik maak bezwaar tegen het besluit van het CIZ.", "besluit_indicatie"),
        ("Ik maak bezwaar tegen mijn zorgprofiel.", "besluit_indicatie"),
        ("Mijn Wmo-hulp is gestopt. Daar maak ik bezwaar tegen.", "besluit_wmo"),
        ("Ik maak bezwaar tegen uw besluit van 1 oktober.", "besluit_aangeschrevene"),
        ("Ik maak bezwaar tegen de eigen bijdrage.", "besluit_eigen_bijdrage"),
        ("Ik dien een klacht in over de SVB.", "gedrag_svb"),
        ("De gemeente belde nooit terug. Daarover dien ik een klacht in.", "gedrag_gemeente"),
        ("Ik dien een klacht in over verpleeghuis De Linde.", "gedrag_zorgaanbieder"),
        ("Ik heb een klacht over uw medewerker.", "gedrag_aangeschrevene"),
    ],
)
def test_what_is_attacked_is_told(text: str, code: str) -> None:
    assert strength(text, code) > 0.4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ik maak bezwaar tegen uw besluit. De SVB betaalt mijn hulp.", "besluit_pgb_betaling"),
        ("Ik maak bezwaar tegen uw besluit. Het CIZ kent mij.", "besluit_indicatie"),
        ("Ik klaag over uw kantoor. De gemeente was vriendelijk.", "gedrag_gemeente"),
        ("Ik klaag over uw kantoor. Anders ga ik naar de rechtbank.", "besluit_uitspraak"),
        ("Ik klaag over uw kantoor. De thuiszorg doet haar best.", "gedrag_zorgaanbieder"),
    ],
)
def test_passing_mention_is_hardly_told(text: str, code: str) -> None:
    assert strength(text, code) < 0.3


def test_more_attacks_make_a_target_surer() -> None:
    once = "Ik maak bezwaar tegen het besluit van het CIZ."
    twice = f"{once} Het CIZ heeft mijn aanvraag ten onrechte afgewezen."
    assert strength(twice, "besluit_indicatie") > strength(once, "besluit_indicatie")


def test_care_office_is_shown_by_its_name() -> None:
    found = signals("Ik maak bezwaar tegen het besluit van CZ zorgkantoor van 1 oktober.")
    assert [each.text for each in found["besluit_zorgkantoor"].evidence] == ["CZ zorgkantoor"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Zij wordt ingesloten. De Wzd-functionaris weet van niets.",
            "onvrijwillig",
        ),
        ("Ten tweede maak ik bezwaar tegen de terugvordering.", "twee_besluiten"),
        ("Ik weet niet van wie de brief komt.", "wie_onbekend"),
        ("Het oordeel van de zorgaanbieder kreeg ik. Wij komen er niet uit.", "geschil_zorg"),
    ],
)
def test_circumstance_is_told(text: str, code: str) -> None:
    assert code in signals(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De Wzd-functionaris weet ervan.", "onvrijwillig"),
        ("Als dit niet helpt ga ik naar de geschillencommissie KPZ.", "kpz"),
        ("Ik weet niet of ik het goed schrijf.", "wie_onbekend"),
    ],
)
def test_one_sentence_or_a_threat_is_no_circumstance(text: str, code: str) -> None:
    assert code not in signals(text)
