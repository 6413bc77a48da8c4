"""The office's own reason for its decision is no ground against it."""

import pytest

from extractors.elements import onderbouwing
from tests.factories import HINTS, make_letter

LETTER = "Geachte heer,\n\nIk ben het niet eens met uw besluit van 3 mei 2026. {told}\n\nGroet,"


def has_grounds(told: str) -> bool:
    found = onderbouwing.find(make_letter(LETTER.format(told=told)), HINTS)
    return any(not each.marks for each in found)


@pytest.mark.parametrize(
    "told",
    [
        "U heeft de aanvraag afgewezen omdat u vindt dat ik het zelf kan.",
        "De aanvraag is geweigerd omdat er een voorliggende voorziening zou zijn.",
        "U geeft als reden dat de lift te duur is.",
    ],
)
def test_why_the_office_decided_so_is_no_ground(told: str) -> None:
    assert not has_grounds(told)


@pytest.mark.parametrize(
    "told",
    [
        "U heeft de aanvraag afgewezen omdat u vindt dat ik het zelf kan, terwijl ik blind ben.",
        "Ik maak bezwaar omdat u geen rekening houdt met mijn epilepsie.",
        "U wijst de lift af. Ik heb twee kunstheupen en kan de trap niet meer op.",
    ],
)
def test_an_answer_to_it_is_one(told: str) -> None:
    assert has_grounds(told)


def _marks(told: str) -> set[str]:
    found = onderbouwing.find(make_letter(LETTER.format(told=told)), HINTS)
    return {mark for each in found for mark in each.marks}


FACT = "Mijn man kan niet alleen zijn omdat hij dement is en 's nachts dwaalt."


@pytest.mark.parametrize(
    "reproach",
    [
        "Het medisch advies gaat daar zonder motivering aan voorbij.",
        "U wijst mijn aanvraag zonder nadere toelichting af.",
        "In de motivering komt nergens naar voren dat hij 's nachts hulp nodig heeft.",
        "Een nadere motivering volgt niet uit het medisch advies.",
        "Uw besluit geeft geen uitleg waarom de uren later zijn ingegaan.",
        "Ik verzoek u uw besluit nader te motiveren.",
        "Ik behoud mij het recht voor de gronden aan te vullen.",
    ],
)
def test_who_misses_the_reasons_of_the_office_puts_off_no_own_ones(reproach: str) -> None:
    assert "pro_forma" not in _marks(f"{FACT} {reproach}")


@pytest.mark.parametrize(
    "told",
    [
        "Mijn zoon is boos. Dat komt door zijn autisme.",
        "Dat komt omdat ik sinds mijn herseninfarct niet meer kan lopen.",
        "De taxi die komt nog steeds niet tot aan de deur.",
        "De reden is dat mijn man later dit jaar geopereerd wordt.",
        "De gronden zijn als volgt. De deur is te smal voor mijn rolstoel.",
        "Mijn verhaal volgt hieronder. De trap is te steil voor mij.",
        "Mijn zoon van vier kan nog niet zeggen wat hij voelt.",
        "Mijn kleinzoon kan nog niet schrijven en lezen.",
        "Kunt u mij nog uitleggen waarom mijn buurman de lift wel kreeg?",
        "Tot die tijd kan mijn moeder niet wachten, zij valt elke week.",
        "Op de vraag of zij kookt, zegt zij dat doe ik nog, maar dat is al jaren niet zo.",
        "Mijn dochter helpt mij bij het opstellen van dit bezwaarschrift. Ik ben blind.",
    ],
)
def test_what_follows_from_a_fact_or_is_told_right_here_puts_nothing_off(told: str) -> None:
    assert "pro_forma" not in _marks(told)


@pytest.mark.parametrize(
    "promise",
    [
        "Ik dien dit bezwaar vooralsnog in zonder motivering.",
        "Dit bezwaar is nog zonder gronden.",
        "De motivering van mijn bezwaar volgt later.",
        "Ik behoud mij het recht voor de gronden aan te vullen.",
        "De gronden worden nader aangevoerd nadat ik over het dossier beschik.",
        "Zodra wij het dossier hebben ontvangen sturen wij u onze argumenten.",
        "Wij kunnen de argumenten nog niet op papier zetten.",
        "De inhoudelijke bezwaren worden later ingediend.",
        "U krijgt mijn uitleg voor 1 december.",
        "Dit is mijn bezwaar, nog zonder uitleg.",
        "Mijn advocaat schrijft u volgende week wat er niet klopt.",
        "Mijn uitleg krijgt u na mijn vakantie.",
        "De rest komt als mijn ergotherapeut weer beter is.",
        "De redenen komen zo snel mogelijk.",
        "Motivering komt per aangetekende post.",
        "Ik vraag u om tot die tijd te wachten met een beslissing.",
        "Mijn zus gaat mij helpen met het opschrijven.",
    ],
)
def test_who_gives_no_grounds_yet_puts_them_off(promise: str) -> None:
    assert "pro_forma" in _marks(promise)


PRESENTED = (
    "Ondergetekende, M.H.W. van Lier, wonende aan de Graaf Adolfplein 75 bis, 1774 ZZ Katwijk aan "
    "Zee, {says}"
)


@pytest.mark.parametrize(
    "says",
    [
        "wendt zich tot u met het volgende.",
        "maakt hierbij bezwaar tegen het besluit van 3 mei 2026.",
    ],
)
def test_name_and_address_are_no_part_of_the_grounds(says: str) -> None:
    told = f"{PRESENTED.format(says=says)} Mijn zoon heeft autisme en zit thuis van school."
    found = onderbouwing.find(make_letter(LETTER.format(told=told)), HINTS)
    assert found[0].text == "Mijn zoon heeft autisme en zit thuis van school."


def test_who_presents_himself_and_says_why_gives_grounds() -> None:
    says = "maakt bezwaar omdat zijn zoon met autisme thuis zit."
    assert has_grounds(PRESENTED.format(says=says))


@pytest.mark.parametrize(
    "told",
    [
        "Ik heb dat wel verteld.",
        "Wij hebben het wel degelijk op 3 augustus gemeld.",
        "Alle aanbieders hebben een wachtlijst van meer dan negen maanden.",
    ],
)
def test_the_contrary_and_a_waiting_list_are_grounds(told: str) -> None:
    assert has_grounds(told)


@pytest.mark.parametrize(
    "told", ["Ik heb het wel gehad met u.", "Ik sta op de wachtlijst.", "Ik hoor het wel."]
)
def test_words_like_them_are_none(told: str) -> None:
    assert not has_grounds(told)


def grounds_of(told: str) -> list[str]:
    letter = make_letter(f"Geachte heer,\n\n{told}\n\nGroet,\n\nA. Smit")
    return [str(each.value) for each in onderbouwing.find(letter, HINTS) if not each.marks]


def test_what_answers_the_office_is_a_ground_before_the_objection() -> None:
    decided = "Volgens uw besluit van 3 mei 2026 kan ik zelf met de bus."
    answer = "Ik ben slechtziend en durf dat niet."
    assert grounds_of(f"{decided} {answer} Dit is mijn bezwaar.") == [answer]


def test_what_stands_before_all_that_introduces_who_writes() -> None:
    told = "Mijn auto stond op de oprit. Volgens uw besluit van 3 mei 2026 stopt het."
    assert not grounds_of(f"{told} Dit is mijn bezwaar.")


@pytest.mark.parametrize(
    "fact",
    ["Mijn auto stond op de oprit.", "De zorg is wel geleverd."],
)
def test_a_fact_is_told_with_any_verb(fact: str) -> None:
    assert grounds_of(f"Ik maak bezwaar tegen uw besluit van 3 mei 2026. {fact}") == [fact]


@pytest.mark.parametrize(
    "contradiction",
    [
        "Anders dan u stelt is hij niet verhuisd.",
        "De hoorplicht is geschonden.",
        "Ik voldoe aan de voorwaarden.",
        "De vergunning was nog geldig.",
        "Het advies is van drie jaar geleden.",
        "U heeft het verkeerde huisnummer genomen.",
        "Mijn indicatie is juist hoger geworden.",
        "Ik heb de papieren wel ingeleverd.",
        "De psychiater is niet geraadpleegd.",
        "Zij heeft een angststoornis.",
    ],
)
def test_what_contradicts_the_office_is_a_ground_in_few_words(contradiction: str) -> None:
    told = f"Ik maak bezwaar tegen uw besluit van 3 mei 2026. {contradiction}"
    assert grounds_of(told) == [contradiction]


@pytest.mark.parametrize(
    "words",
    [
        "De brief is van drie weken geleden.",
        "Ik heb al gebeld.",
        "De termijn is nog niet voorbij.",
        "De rolstoel waar het om gaat is een elektrische, merk Permobil.",
        "Mijn woning is verkocht en per 1 december is mijn nieuwe adres Kerkstraat 5 in Oss.",
    ],
)
def test_what_is_told_of_the_letter_is_none(words: str) -> None:
    assert not grounds_of(f"Ik maak bezwaar tegen uw besluit van 3 mei 2026. {words}")
