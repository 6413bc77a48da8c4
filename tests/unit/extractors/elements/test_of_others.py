"""What stands in a letter but is somebody else's, or of something else, is not the element."""

import pytest

from extractors.absence.unexplained import find_unexplained
from extractors.element import ElementId
from extractors.elements import (
    adres,
    besluitdatum,
    bsn,
    kenmerk,
    naam,
    omschrijving,
    onderbouwing,
    relatienummer,
    zorgaanbieder,
)
from extractors.extract import FINDERS
from extractors.once import for_one_file
from tests.factories import HINTS, make_letter

LETTER = """Sjoerd Zandstra
Willem de Zwijgerlaan 201
2316 EL Leiden

Zorgkantoor Zorg en Zekerheid
Postbus 400
2300 AK Leiden

Leiden, 15 november 2026

Geachte heer, mevrouw,

{told}

Met vriendelijke groet,

Sjoerd Zandstra
"""


def numbers(told: str) -> list[str]:
    found = kenmerk.find(make_letter(LETTER.format(told=told)), HINTS)
    return [str(each.value) for each in found]


@pytest.mark.parametrize(
    "told",
    [
        "Mijn hulp is gediplomeerd. Zij staat in het BIG-register onder nummer 59063312791.",
        "De rechtbank heeft in een vergelijkbare zaak (zaaknummer LEI 25/3391) anders gedacht.",
        "Mijn bewindvoerder (Zekerheid BV, dossier B-20331) heeft alle bonnen opgestuurd.",
        "De SVB heeft in dossier 88123 hetzelfde gezien.",
        "De SVB heeft mijn declaratie (nummer 4471902) ook tegengehouden.",
        "Ik maak bezwaar. PostNL heeft de stukken afgeleverd: 3SKABR008812345.",
        "Voor de aangepaste fiets (offertenummer\nVR20261188, type drie) is er geen geld.",
    ],
)
def test_the_number_of_another_body_or_thing_is_not_the_decisions(told: str) -> None:
    letter = make_letter(LETTER.format(told=f"Ik ben het niet eens met u. {told}"))
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        assert not found[ElementId.KENMERK]
        assert ElementId.KENMERK not in find_unexplained(letter, found)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Uw besluit (zaaknummer Z-2026-118) rust op advies van de rechtbank.", "Z-2026-118"),
        ("De bank en ik hebben uw besluit onder nummer 2026-55118 gelezen.", "2026-55118"),
        ("De overeenkomst met mijn zus is afgekeurd (kenmerk ZV-2026-3381).", "ZV-2026-3381"),
        ("Daarin staat dat u mijn aanvraag afwijst (uw kenmerk: A/26/10774).", "A/26/10774"),
        ("Ik maak bezwaar tegen besluit 10499020 van 20 oktober 2026.", "10499020"),
    ],
)
def test_a_word_for_what_the_office_decided_makes_it_the_decisions(told: str, number: str) -> None:
    letter = make_letter(LETTER.format(told=told))
    first = kenmerk.find(letter, HINTS)[0]
    assert str(first.value) == number
    assert first.confidence > 0.7


def test_the_number_of_who_is_written_to_is_no_other_body() -> None:
    text = LETTER.replace("Zorgkantoor Zorg en Zekerheid", "SVB")
    told = "De SVB heeft in dossier 88123 een fout gemaakt."
    found = kenmerk.find(make_letter(text.format(told=told)), HINTS)
    assert [str(each.value) for each in found] == ["88123"]


WORKER = (
    "U keurt mijn zorgverlener af. Ik maak bezwaar. Op de overeenkomst staan al zijn gegevens: "
    "J. Rozema, geboren 1-2-1990, BSN 999903421."
)


def test_who_is_hired_is_not_the_client() -> None:
    found = naam.find(make_letter(LETTER.format(told=WORKER)), HINTS)
    assert found[0].value == "Sjoerd Zandstra"


def test_the_bsn_of_who_is_hired_is_for_a_person_to_judge() -> None:
    (found,) = bsn.find(make_letter(LETTER.format(told=WORKER)), HINTS)
    assert found.confidence <= 0.5


def test_beside_the_senders_own_bsn_that_of_another_does_not_count() -> None:
    told = f"Mijn BSN is 999903378. {WORKER}"
    found = bsn.find(make_letter(LETTER.format(told=told)), HINTS)
    assert [(each.value, each.role) for each in found] == [
        ("999903378", "client"),
        ("999903421", "ander"),
    ]


def test_the_bsn_of_the_client_whom_a_letter_is_for_counts() -> None:
    told = "Namens mijn moeder, mevrouw H. Koelewijn, BSN 999903421, maak ik bezwaar."
    (found,) = bsn.find(make_letter(LETTER.format(told=told)), HINTS)
    assert found.confidence > 0.8


def test_the_papers_of_a_contract_for_a_relative_still_tell_of_the_client() -> None:
    told = (
        "Ik maak bezwaar over de overeenkomst voor mijn moeder, mevrouw H. Koelewijn, geboren "
        "3 mei 1940, BSN 999903421."
    )
    found = naam.find(make_letter(LETTER.format(told=told)), HINTS)
    assert found[0].value == "H. Koelewijn"


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        ("De begeleiding van stichting Oase (cliëntnummer daar: 10442) is anders.", False),
        ("Ik ben bij u bekend (cliëntnummer 10442).", True),
    ],
)
def test_the_number_at_a_provider_is_not_the_offices(told: str, is_sure: bool) -> None:
    found = relatienummer.find(make_letter(LETTER.format(told=told)), HINTS)
    assert (found[0].confidence > 0.8) is is_sure


@pytest.mark.parametrize(
    "told",
    [
        "In uw brief van 15 september 2026 vroeg u om aanvullende stukken.",
        "Op 15 september 2026 heeft u mij gevraagd om meer informatie.",
        "In uw brief van 15 september 2026 bevestigde u de ontvangst van mijn aanvraag.",
        "Op 15 september 2026 heeft mijn huisarts u nog geschreven dat ik niets kan tillen.",
    ],
)
def test_who_asks_or_confirms_decides_nothing(told: str) -> None:
    assert not besluitdatum.find(make_letter(LETTER.format(told=told)), HINTS)


@pytest.mark.parametrize(
    "told",
    [
        "In uw brief van 15 september 2026 vraagt u het geld terug.",
        "Op 15 september 2026 heeft u mijn verzoek om meer informatie afgewezen.",
    ],
)
def test_other_words_beside_a_date_still_tell_of_a_decision(told: str) -> None:
    assert besluitdatum.find(make_letter(LETTER.format(told=told)), HINTS)


@pytest.mark.parametrize(
    ("told", "is_sure"),
    [
        ("Ik klaag over de thuiszorg. Ik hoorde het van de verpleegkundige van Fysio West.", False),
        ("Ik klaag over het verpleeghuis. De tandarts van Mondzorg Zuid zegt dat.", False),
        ("Ik klaag over de tandarts van Mondzorg Zuid. Hij trok de verkeerde kies.", True),
        ("Ik klaag over het verpleeghuis. De zuster van Thuiszorg Zuid sloeg mijn man.", True),
    ],
)
def test_who_told_of_it_or_was_called_in_is_not_complained_of(
    told: str,
    is_sure: bool,
) -> None:
    found = zorgaanbieder.find(make_letter(LETTER.format(told=told)), HINTS)
    assert (found[0].confidence > 0.6) is is_sure


def grounds(told: str) -> frozenset[str]:
    text = f"Ik maak bezwaar tegen uw besluit van 15 oktober 2026. {told}"
    found = onderbouwing.find(make_letter(LETTER.format(told=text)), HINTS)
    return found[0].marks if found else frozenset({"niets"})


@pytest.mark.parametrize(
    "told",
    [
        "Omdat ik nog niet alle stukken heb, kan ik mijn bezwaar op dit moment niet motiveren.",
        "Ik behoud mij het recht voor de gronden op een later moment aan te voeren.",
        "Mijn dochter helpt mij met het opschrijven van de redenen. Zij is met vakantie, daarom "
        "stuur ik eerst deze brief zodat ik niet te laat ben.",
    ],
)
def test_grounds_that_are_put_off_in_other_words_are_put_off(told: str) -> None:
    assert "pro_forma" in grounds(told)


def test_who_gives_a_reason_already_puts_off_nothing() -> None:
    told = "Mijn advocaat vult dit nog aan, maar nu al: de keuring deed iemand die geen arts is."
    assert "pro_forma" not in grounds(told)


def test_a_reason_may_stand_behind_a_colon() -> None:
    letter = LETTER.format(told="Ik maak bezwaar: mijn arts is niet gebeld.")
    assert not onderbouwing.find(make_letter(letter), HINTS)[0].marks


def test_what_is_objected_to_behind_a_colon_is_no_reason() -> None:
    letter = LETTER.format(told="Ik maak bezwaar tegen: het besluit van 15 oktober 2026.")
    assert onderbouwing.find(make_letter(letter), HINTS)[0].marks == {"kaal"}


def test_to_have_been_treated_badly_tells_no_conduct() -> None:
    told = "Ik ben zeer ontevreden over hoe ik behandeld ben en dien daarom een klacht in."
    found = omschrijving.find(make_letter(LETTER.format(told=told)), HINTS)
    assert [each.marks for each in found] == [{"kaal"}]


@pytest.mark.parametrize(
    ("later", "marks"), [("Een toelichting volgt.", {"kaal"}), ("Ik was erbij.", set())]
)
def test_a_description_that_is_announced_is_not_there_yet(later: str, marks: set[str]) -> None:
    told = f"Ik dien een klacht in over de manier waarop het onderzoek is gedaan. {later}"
    found = omschrijving.find(make_letter(LETTER.format(told=told)), HINTS)
    assert found[0].marks == marks


@pytest.mark.parametrize(
    "told",
    [
        "U stuurde uw brief naar Kerkstraat 40, 5061 EJ Oisterwijk, maar daar woon ik niet meer.",
        "Ik woonde op Kerkstraat 40, 5061 EJ Oisterwijk, waar ik sinds juni niet langer woon.",
    ],
)
def test_where_the_sender_lives_no_more_is_not_the_address(told: str) -> None:
    text = LETTER.replace("Willem de Zwijgerlaan 201\n2316 EL Leiden\n", "").format(told=told)
    assert all(each.confidence < 0.3 for each in adres.find(make_letter(text), HINTS))


def test_a_reason_that_is_to_be_told_in_person_is_not_given() -> None:
    told = "De reden van mijn bezwaar licht ik graag mondeling toe tijdens een hoorzitting."
    assert grounds(told) == {"kaal"}


def test_conduct_that_is_to_be_told_in_person_is_not_described() -> None:
    told = (
        "Ik wil een klacht indienen over de gang van zaken bij het zorgloket. Waar het om gaat "
        "vertel ik liever in een persoonlijk gesprek."
    )
    found = omschrijving.find(make_letter(LETTER.format(told=told)), HINTS)
    assert [each.marks for each in found] == [{"kaal"}]


@pytest.mark.parametrize(
    "told",
    [
        "Mijn jurist, mr. Post (zijn dossiernummer is 26.0914), raadt mij dit aan.",
        "De zorgverlener staat gewoon op de lijst van erkende bureaus onder nummer 71204418.",
    ],
)
def test_a_number_in_a_sentence_about_others_is_doubtful(told: str) -> None:
    found = kenmerk.find(make_letter(LETTER.format(told=told)), HINTS)
    assert all(each.confidence < 0.6 for each in found)


def test_a_sentence_that_says_which_number_it_is_needs_no_word_of_the_decision() -> None:
    told = "Ik heb er lang over nagedacht en het zaaknummer is 2026-55118."
    found = kenmerk.find(make_letter(LETTER.format(told=told)), HINTS)
    assert found[0].confidence > 0.8


def test_a_number_at_a_court_is_none_beside_the_word_bezwaar_on_its_line() -> None:
    told = (
        "Daartegen maak ik als zijn curator bezwaar. De kantonrechter heeft de curatele "
        "uitgesproken onder zaaknummer 9981772."
    )
    assert not numbers(told)


def test_a_letter_of_who_treats_the_writer_is_no_decision() -> None:
    told = "Mijn psycholoog schreef u op 2 oktober 2026 dat ik niet zonder toezicht kan."
    assert not besluitdatum.find(make_letter(LETTER.format(told=told)), HINTS)


def test_a_number_by_which_a_provider_knows_somebody_is_doubtful() -> None:
    told = "Mijn begeleider van Stichting Prisma kent mij onder cliëntnummer 20431."
    found = relatienummer.find(make_letter(LETTER.format(told=told)), HINTS)
    assert all(each.confidence < 0.4 for each in found)


def test_the_wrong_address_is_not_where_somebody_lives() -> None:
    told = "De taxi zette mij af bij het verkeerde adres: Stationsplein 3, 7241 JL Lochem."
    text = LETTER.replace("Willem de Zwijgerlaan 201\n2316 EL Leiden\n", "").format(told=told)
    found = adres.find(make_letter(text), HINTS)
    assert all("terloops" in each.marks for each in found)


@pytest.mark.parametrize(
    "told",
    [
        "De maatschappelijk werkster gaat mij helpen met de onderbouwing. Die krijgt u later.",
        "Dit schrijven dient uitsluitend om de bezwaartermijn niet te laten verlopen.",
    ],
)
def test_who_only_keeps_the_term_gives_no_grounds(told: str) -> None:
    assert "pro_forma" in grounds(told)
