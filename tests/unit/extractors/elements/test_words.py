"""The elements that are passages of the letter, in many voices."""

import textwrap
from collections.abc import Collection
from types import ModuleType
from typing import Any

import pytest

from extractors.document import Letter, PageRole
from extractors.element import Candidate
from extractors.elements import (
    gericht_tegen,
    omschrijving,
    onderbouwing,
    ondernomen,
    resultaat,
    tijdspad,
    zorgaanbieder,
)
from extractors.story.steps import SURE
from tests.factories import make_letter
from tests.unit.extractors.voice_letters import (
    HINTS,
    expecting,
    likely_in,
    read_voices,
    set_letter,
)

FINDERS = (
    gericht_tegen, omschrijving, onderbouwing, ondernomen, resultaat, tijdspad, zorgaanbieder,
)  # fmt: skip
VOICES = [voice for name in ("tuning", "held_back") for voice in read_voices(name)]
MARKS = {"pro_forma", "zie_bijlage", "kaal"}


def having(key: str, wrong: Collection[str] = ()) -> list[Any]:
    return expecting(VOICES, key, wrong)


def state(found: tuple[Candidate, ...]) -> str:
    if not found:
        return "geen"
    return next(iter(found[0].marks & MARKS), "grond")


# Barely likely words about an illness beside reasons that are to follow: a person looks.
@pytest.mark.parametrize("voice", having("onderbouwing"))
def test_grounds_are_told_from_what_stands_in_their_place(voice: dict[str, Any]) -> None:
    wanted = {"kaal_of_geen": {"kaal", "geen"}}.get(voice["onderbouwing"], {voice["onderbouwing"]})
    assert state(likely_in(set_letter(voice), onderbouwing)) in wanted


@pytest.mark.parametrize(
    "promise",
    ["De motivering leveren wij na zodra het dossier er is.", "De gronden stuur ik later."],
)
def test_a_promise_to_send_the_grounds_is_no_ground(promise: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nIk maak bezwaar. {promise}\n\nHoogachtend,")
    assert state(onderbouwing.find(letter, HINTS)) == "pro_forma"


@pytest.mark.parametrize("voice", having("grond"))
def test_the_reason_is_in_the_passage(voice: dict[str, Any]) -> None:
    passage = str(onderbouwing.find(set_letter(voice), HINTS)[0].value)
    assert voice["grond"] in passage
    assert voice.get("niet", "\0") not in passage


@pytest.mark.parametrize("voice", having("omschrijving"))
def test_a_description_is_told_from_mere_anger(voice: dict[str, Any]) -> None:
    found = omschrijving.find(set_letter(voice), HINTS)
    assert (state(found) == "grond") is voice["omschrijving"]


@pytest.mark.parametrize(
    "finder",
    [gericht_tegen, tijdspad, ondernomen, resultaat, zorgaanbieder],
    ids=lambda m: m.ELEMENT,
)
def test_the_parts_of_a_complaint_are_found(finder: ModuleType) -> None:
    element = str(finder.ELEMENT)
    for voice in (each for each in VOICES if element in each):
        found = finder.find(set_letter(voice), HINTS)
        assert found, voice["id"]
        assert voice[element] in str(found[0].value), voice["id"]


@pytest.mark.parametrize("finder", FINDERS, ids=lambda module: module.ELEMENT)
@pytest.mark.parametrize("text", ["", "1", "...", "\u00a7\u00b6 \ufffd", "Geachte heer,\n\n- - -"])
def test_junk_gives_nothing_and_raises_nothing(finder: ModuleType, text: str) -> None:
    assert finder.find(make_letter(text), HINTS) == ()


@pytest.mark.parametrize("finder", FINDERS, ids=lambda module: module.ELEMENT)
def test_weakly_read_words_make_a_weak_candidate(finder: ModuleType) -> None:
    text = (
        "Ik heb een klacht over thuiszorg De Meander. Sinds mei komt niemand op tijd. Ik heb drie "
        "keer\ngebeld. Er is niets veranderd, want mijn moeder ligt nog elke dag tot elf in bed."
    )
    sure = finder.find(make_letter(f"Geachte heer,\n\n{text}"), HINTS)
    weak = finder.find(make_letter(f"Geachte heer,\n\n{text}", confidence=0.4), HINTS)
    assert weak[0].confidence < sure[0].confidence


def test_an_office_is_no_care_provider() -> None:
    letter = make_letter("Geachte heer,\n\nIk belde Stichting Klachtenportaal Zorg.")
    assert zorgaanbieder.find(letter, HINTS) == ()


def test_a_name_that_is_labelled_comes_first() -> None:
    letter = make_letter(
        "Zorgaanbieder: Het Baken\n\nGeachte heer,\n\nIn verpleeghuis De Linde ging het beter."
    )
    assert zorgaanbieder.find(letter, HINTS)[0].value == "Het Baken"


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        (
            "De prikzuster komt om negen uur. Onze huisarts heeft ook nog contact met u gezocht.",
            False,
        ),
        ("De zuster van de thuiszorg heeft mij uitgescholden, en ik belde u al eerder.", True),
    ],
)
def test_a_carer_in_the_story_is_blamed_for_what_was_done_only(told: str, is_sure: bool) -> None:
    letter = make_letter(
        "VGZ Zorgkantoor\nPostbus 650\n5600 AR Eindhoven\n\nGeachte heer, mevrouw,\n\n"
        f"{told} Zij wordt wakker van het bed. Het verpleeghuis staat aan de vaart. Jullie zeiden "
        "vrijdag te bellen.\n\nHoogachtend,\n\nA. Vos"
    )
    found = gericht_tegen.find(letter, HINTS)
    assert any(c.value == "zorgverlener" and c.confidence >= 0.6 for c in found) is is_sure


@pytest.mark.parametrize(
    ("told", "is_bare"),
    [
        ("Met alle respect laat ik weten dat ik mij bij het genomen besluit niet neerleg.", True),
        ("Ik leg mij bij uw besluit van 3 mei 2026 niet neer.", True),
        ("Ik berust niet in uw beslissing.", True),
        ("Ik leg mij er niet bij neer, want ik kan niet zonder hulp douchen.", False),
    ],
)
def test_not_to_put_up_with_a_decision_is_no_reason(told: str, is_bare: bool) -> None:
    letter = make_letter(f"Geachte heer, mevrouw,\n\n{told}\n\nHoogachtend,\n\nA. Vos")
    assert ("kaal" in onderbouwing.find(letter, HINTS)[0].marks) is is_bare


def complaint(told: str) -> Letter:
    return make_letter(
        f"Geachte heer,\n\n{textwrap.fill(told, 85)}\n\nHoogachtend,\n\n\nM. Verbeek"
    )


def believed(finder: ModuleType, told: str) -> float:
    return max((each.confidence for each in finder.find(complaint(told), HINTS)), default=0.0)


@pytest.mark.parametrize(
    "told",
    [
        "Mijn klacht gaat over De Vlier. Als ik bel komt er na drie kwartier iemand.",
        "Klacht over Aurora. Ze hebben vanaf maart uren geschreven die niet zijn gewerkt.",
        "Klacht over De Vlier. Ik hoop dat mijn man zijn pillen krijgt en dat men dat vertelt.",
        "Klacht over Kompas Zorg. Hij heeft gezegd dat ik dat niet mag doorvertellen.",
        "Klacht over u. Op 9 mei heeft uw medewerkster mij gebeld en gevraagd of ik ziek was.",
        "Klacht over Delta. Ik kreeg vanaf april een factuur voor zorg die ik niet heb gehad.",
        "Klacht over De Vlier. In mei heeft de verzorgende mijn moeder geduwd.",
        "Klacht over Wijkzorg. Ik moest zelf mijn insuline spuiten en heb een keer 112 gebeld.",
    ],
)
def test_what_befell_somebody_is_no_step(told: str) -> None:
    assert believed(ondernomen, told) < SURE


@pytest.mark.parametrize(
    "told",
    [
        "Klacht over Wijkzorg Oost. Mijn ketting is weg. Aan haar chef verteld.",
        "Klacht over Kompas Zorg. Hij rookt in mijn huis. Vier appjes gestuurd naar kantoor.",
        "Klacht over De Vlier. De tillift is stuk. Mijn zoon is naar de manager gestapt.",
        "Klacht over Medireva. Bestellingen zijn door ons telkens gecorrigeerd doorgegeven.",
        "Klacht over De Vlier. Hierover is overleg geweest met de arts en mijn zoon.",
        "Klacht over Kompas Zorg. Ik heb drie keer met de planner gepraat.",
    ],
)
def test_a_step_is_told_in_many_words(told: str) -> None:
    assert believed(ondernomen, told) >= SURE


@pytest.mark.parametrize(
    "told",
    [
        "Klacht over Kompas Zorg. Ik confronteerde de eigenaar met de urenlijst.",
        "Klacht over Kompas Zorg. Ik ging terug en liet de chef het briefje zien.",
    ],
)
def test_an_act_in_unforeseen_words_is_not_asked_for(told: str) -> None:
    assert believed(ondernomen, told) > 0


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        # What went wrong is told in the words of an outcome.
        ("Sinds maart krijg ik steeds een ander. Gisteren heb ik gebeld met de planning.", False),
        ("Ze weigert mij te douchen en zegt dat ik dat zelf kan. Ik heb dit gemeld.", False),
        ("Ik heb gebeld met de planning. Sindsdien krijg ik steeds een ander.", True),
        ("Mijn zoon is naar de manager gestapt. Die had er geen geld voor.", True),
        ("Er komt nooit een reactie op mijn vragen, ik kreeg geen antwoord. Ik heb gebeld.", True),
    ],
)
def test_an_outcome_comes_of_a_step(told: str, *, is_sure: bool) -> None:
    assert (believed(resultaat, f"Ik heb een klacht over De Vlier. {told}") >= SURE) is is_sure


@pytest.mark.parametrize(
    ("told", "is_time"),
    [
        ("Mijn man is 84 jaar. Hij wordt niet gewassen.", False),
        ("Mijn hulp is 19 jaar oud en doet haar werk niet goed.", False),
        ("Mijn man ligt daar twee jaar en wordt niet gewassen.", True),
    ],
)
def test_an_age_is_no_length_of_time(told: str, *, is_time: bool) -> None:
    assert (believed(tijdspad, f"Ik heb een klacht over De Vlier. {told}") >= 0.6) is is_time


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Mijn advocaat zal u binnenkort nader berichten over de beweegredenen.", "pro_forma"),
        ("Graag ontvang ik de stukken, waarna ik het bezwaar zal motiveren.", "pro_forma"),
        ("Binnen twee weken zend ik u een aanvullend schrijven.", "pro_forma"),
        ("Mijn onderbouwing houdt u nog van mij tegoed.", "pro_forma"),
        ("Nu kan ik niet zeggen wat er mis is gegaan. Dat doe ik later.", "pro_forma"),
        ("De redenen mail ik u volgende week, want nu ben ik aan het verhuizen.", "pro_forma"),
        ("Ik schrijf later waarom, ik wacht eerst op een gesprek.", "pro_forma"),
        ("Mijn redenen staan op het vel hierachter.", "zie_bijlage"),
        ("In de bijlage leg ik uit waarom. Mijn zoon heeft mij geholpen met typen.", "zie_bijlage"),
        ("Ik neem graag iemand mee naar het gesprek, mijn buurman of de ouderenbond.", "kaal"),
        ("Dit schrijf ik omdat ik het er niet mee eens ben.", "kaal"),
        ("Ik maak bezwaar omdat ik blind ben.", "grond"),
        ("Mijn dochter kan mij niet helpen, zij woont in Canada.", "grond"),
        ("Zonder de stoel kan ik niet eten.", "grond"),
        ("Dat kan ik niet accepteren.", "kaal"),
        ("Er is niemand langs geweest om te kijken hoe het hier is.", "grond"),
    ],
)
def test_grounds_are_told_from_a_promise_of_them(said: str, wanted: str) -> None:
    letter = complaint(f"Ik maak bezwaar tegen het besluit van 4 mei 2026. {said}")
    assert state(onderbouwing.find(letter, HINTS)) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "Ik klaag over alles wat er de laatste maanden bij u is gebeurd.",
        "Klacht over uw organisatie. Het is een grote schande en ik ga naar de ombudsman.",
    ],
)
def test_a_threat_describes_no_conduct(said: str) -> None:
    assert state(omschrijving.find(complaint(said), HINTS)) != "grond"


@pytest.mark.parametrize(
    ("finder", "question"),
    [
        (tijdspad, "Sinds wanneer speelt dit?"),
        (ondernomen, "Wat heeft u er al aan gedaan?"),
        (resultaat, "Wat heeft dat opgeleverd?"),
    ],
)
def test_the_answer_beside_a_question_of_a_form(finder: ModuleType, question: str) -> None:
    form = f"Naam: M. Verbeek\n{question}          Mei 2026\nDatum: 3 juni 2026"
    assert finder.find(make_letter(form), HINTS)[0].value == "Mei 2026"


@pytest.mark.parametrize(
    ("enclosed", "is_there"),
    [
        ("Waarom ik het niet eens ben\n\nDe gang is 84 cm breed en mijn stoel heeft 130 cm nodig.\n"
         "De drempels zijn niet gemeten en ik kan daar niet overheen met mijn rolstoel.", True),
        ("KONINKRIJK DER NEDERLANDEN\n\nIDENTITEITSKAART\n\nVERBEEK\nMaria\n12 MEI 1950", False),
        ("Ontvangstbewijs\n\nAangetekend verzonden op 6 oktober 2026", False),
    ],
)  # fmt: skip
def test_an_enclosure_gives_the_grounds_when_it_says_why(enclosed: str, *, is_there: bool) -> None:
    told = "Ik maak bezwaar tegen uw besluit van 4 mei 2026.\nMijn redenen staan in de bijlage."
    pages = [f"Geachte heer,\n\n{told}\n\nHoogachtend,\n\n\nM. Verbeek", enclosed]
    letter = make_letter(pages, roles=[PageRole.LETTER, PageRole.ATTACHMENT])
    found = onderbouwing.find(letter, HINTS)
    assert state(found) == "zie_bijlage"
    assert ("bijgevoegd" in found[0].marks) is is_there


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("Wij hebben een klacht. Zij heeft met onze buren over ons gesproken.", True),
        ("Een klacht van mij. Wij willen als klant met respect behandeld worden.", False),
        ("Klacht. Ik wil mijn dossier zien en ga desnoods met mijn zoon naar Den Haag.", False),
        ("Ik wil een klacht indienen over de zuster die mijn moeder aan haar arm trok.", True),
        ("Klacht tegen mevrouw Bakker. Zij moet hiervoor op het matje komen.", False),
        ("Ik wil een klacht indienen. Ik ben de hele week thuis behalve woensdag.", False),
    ],
)
def test_what_somebody_did_is_told_in_few_words(said: str, *, is_told: bool) -> None:
    assert (state(omschrijving.find(complaint(said), HINTS)) == "grond") is is_told


def test_who_is_said_not_to_be_meant_is_not_blamed() -> None:
    told = (
        "Ik heb bij u geklaagd en u hebt daar niets mee gedaan. Mijn klacht gaat daarover, niet "
        "over de thuiszorg. Hierbij dien ik een klacht in."
    )
    assert gericht_tegen.find(complaint(told), HINTS)[0].value == "zorgkantoor"


def test_who_heard_of_the_matter_is_not_to_blame_for_it() -> None:
    told = (
        "Mijn moeder wordt in verpleeghuis De Linde niet gewassen. Dat heb ik ook tegen uw "
        "medewerker gezegd. Hierbij dien ik een klacht in."
    )
    assert gericht_tegen.find(complaint(told), HINTS)[0].value == "zorgverlener"
    blamed = "Uw medewerker was onbeschoft. Hierbij dien ik een klacht in."
    assert gericht_tegen.find(complaint(blamed), HINTS)[0].value == "zorgkantoor"


def test_a_provider_ends_before_the_street_it_is_found_in() -> None:
    told = "Mijn klacht gaat over Fysiotherapiepraktijk Het Anker aan de Rijksstraatweg."
    value = zorgaanbieder.find(complaint(told), HINTS)[0].value
    assert value == "Fysiotherapiepraktijk Het Anker"


def test_who_gets_the_care_is_not_who_gives_it() -> None:
    letter = make_letter(
        "De begeleiding van Jaylee stopt. Mijn dochter Jaylee is daar niet blij mee."
    )
    assert all(found.value != "Jaylee" for found in zorgaanbieder.find(letter, HINTS))
