"""What a letter says beside its own request."""

from typing import Any

import pytest

from extractors.signals import find_signals
from tests.factories import make_letter
from tests.unit.extractors.voice_letters import HINTS, read_voices, set_letter

VOICES = [
    voice for name in ("tuning", "held_back") for voice in read_voices(name) if "signals" in voice
]


def codes_of(text: str) -> set[str]:
    return {signal.code for signal in find_signals(make_letter(text), HINTS)}


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice["id"])
def test_a_voice_gives_its_signals(voice: dict[str, Any]) -> None:
    found = {signal.code for signal in find_signals(set_letter(voice), HINTS)}
    assert found >= set(voice["signals"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mijn bewindvoerder heeft u gebeld.", "bewindvoerder"),
        ("Ik neem een advocaat als dit zo doorgaat.", "advocaat"),
        ("Graag licht ik mijn bezwaar nader toe op een hoorzitting.", "pro_forma"),
        ("Het onderzoek is in opdracht van het CIZ gedaan.", "namens_ander"),
        ("Ik schrijf deze klacht namens mijzelf.", "namens_ander"),
        ("Ik kan niet meer zelfstandig leven zonder hulp.", "veiligheid"),
        ("Ik wil een kopie van het dossier, omdat ik mijn kind wil helpen.", "vreemde_taal"),
        ("Ik lag een week op de spoedeisende hulp.", "spoed"),
        ("U verwijt mij misbruik van het pgb.", "veiligheid"),
        ("Mijn zus en ik hebben slecht geslapen.", "veiligheid"),
        ("Wilt u de invordering opschorten?", "voorlopige_voorziening"),
        ("Onze zoon Sem van negen jaar kan niet alleen zijn.", "meerderjarig"),
        ("Als ouders van Lotte schrijven wij u over het besluit van 20 oktober.", "meerderjarig"),
    ],
)
def test_a_word_in_passing_is_no_signal(text: str, code: str) -> None:
    assert code not in codes_of(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Als mentor van mevrouw De Wit maak ik bezwaar.", "mentor"),
        ("Ik vraag ook een voorlopige voorziening aan bij de rechtbank.", "voorlopige_voorziening"),
        ("Wij, ondergetekenden, maken bezwaar.", "meerdere_afzenders"),
        ("Mijn pgb is per direct stopgezet.", "pgb"),
        ("Mijn pgb is per direct stopgezet.", "spoed"),
        ("De SVB zegt dat de budgetgegevens nog bij u liggen.", "pgb"),
        ("Ik ben de moeder van Tom (34 jaar) en maak bezwaar.", "meerderjarig"),
        ("Onze zoon van 23 heeft begeleiding nodig.", "meerderjarig"),
        ("Tegen beide besluiten maak ik bezwaar.", "meerdere_besluiten"),
    ],
)
def test_a_signal_is_heard(text: str, code: str) -> None:
    assert code in codes_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zonder hulp is douchen voor mij te gevaarlijk.",
        "De trap in mijn huis is niet veilig voor mij.",
        "Mijn gezondheid komt in gevaar als ik zelf moet tillen.",
        "Ik krijg geen lucht als ik de trap op loop.",
        "Zij draagt een alarmknop om haar hals.",
        "Ik kan geen pannen met kokend water optillen.",
        "Zij kan niet zelf in bed komen.",
        "Ik zit opgesloten in mijn eigen huis zonder scootmobiel.",
        "Na de operatie lag ik een week op de intensive care.",
        "Hij kan zich verslikken en dan stikken.",
        "Ik zit met mijn handen in het haar.",
        "Wanneer komt er een einde aan deze procedure?",
        "U hoeft mij niet meer te bellen.",
        "Ik word gestraft omdat ik eerlijk ben geweest.",
        "U dreigt met stopzetting van het budget.",
        "Ik ben doodsbang om weer te vallen.",
        "Er is geen grond gevonden om het besluit te herzien.",
        "Mijn moeder is vorig jaar overleden.",
        "De hulp sloeg de badkamer over.",
        "Het bedrag is vastgezet tot en met 2027.",
        "Ik kan mijn arm niet boven mijn hoofd tillen.",
        "Ik heb mij aan de rand van de tafel gestoten en mijn been bezeerd.",
        "Uw besluit was een klap in mijn gezicht.",
        "De medewerker trok een raar gezicht.",
        "Ik ben bang voor de toekomst.",
        "Ik verzoek u als zorgkantoor hier iets aan te doen.",
        "Kunt u er iets aan doen?",
    ],
)
def test_a_ground_or_a_saying_is_no_alarm(text: str) -> None:
    assert "veiligheid" not in codes_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mijn zus komt maandag en donderdag bij mij thuis.",
        "Hij gaat vrijdag altijd naar huis.",
        "Op maandag wordt zij gewassen en op vrijdag gaat zij uit.",
        "De hulp kwam elke week op dinsdag.",
        "Afgelopen maandag belde ik u en niemand nam op.",
        "Graag ontvang ik binnen vier weken uw antwoord.",
        "Ik hoop op een spoedige reactie.",
        "Ik zie uw antwoord graag tegemoet.",
        "Ik was haast te laat voor de afspraak.",
        "Ik heb geen hulp meer van mijn kinderen.",
        "Elke morgen komt de thuiszorg.",
        "De volgende dag werd ik opgenomen.",
        "Zij kan direct na het eten niet liggen.",
        "Over twee maanden loopt mijn indicatie af.",
    ],
)
def test_an_ordinary_day_is_no_haste(text: str) -> None:
    assert "spoed" not in codes_of(text)


def test_what_cannot_wait_is_heard_in_the_subject() -> None:
    assert "spoed" in codes_of("Betreft: SPOED\n\nGeachte heer,\n\nIk maak bezwaar.")


@pytest.mark.parametrize(
    "text",
    ["Hij dreigde mij iets aan te doen.", "Ik ben bang dat hij zijn dochter iets aandoet."],
)
def test_harm_to_somebody_is_an_alarm(text: str) -> None:
    assert "veiligheid" in codes_of(text)


def test_birth_date_tells_that_a_child_is_an_adult() -> None:
    text = (
        "Utrecht, 9 november 2026\n\nGeachte heer,\n\nNamens mijn zoon, geboren op {}, schrijf ik."
    )
    assert "meerderjarig" in codes_of(text.format("3 maart 1992"))
    assert "meerderjarig" not in codes_of(text.format("3 maart 2015"))


def test_a_signal_has_a_place() -> None:
    signals = find_signals(make_letter("Als mentor van mevrouw De Wit maak ik bezwaar."), HINTS)
    assert all(signal.evidence for signal in signals)


@pytest.mark.parametrize("text", ["", "3", "?!", "\u00e9\u00e9\u00e9 \u00df"])
def test_junk_gives_no_signal(text: str) -> None:
    assert codes_of(text) == set()


@pytest.mark.parametrize(
    ("told", "is_other"),
    [
        ("Mijn vrouw ligt op bed dus ik teken deze brief voor haar.", True),
        ("Mijn vrouw maakt bezwaar tegen uw besluit.", True),
        ("Mijn vrouw helpt mij en ik maak bezwaar tegen uw besluit.", False),
    ],
)
def test_who_signs_for_another_writes_for_another(told: str, *, is_other: bool) -> None:
    letter = make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,")
    assert ("namens_ander" in {each.code for each in find_signals(letter, HINTS)}) is is_other
