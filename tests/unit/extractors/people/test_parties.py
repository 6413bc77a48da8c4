import pytest

from extractors.document import PageRole
from extractors.elements import adres, contactpersoon, email, machtiging, naam, telefoon
from extractors.people.parties import find_parties
from tests.factories import HINTS, make_letter
from tests.unit.extractors.people_letters import CASES

BLOCK = "J. de Vries\nDorpsstraat 12\n2311 AB Leiden\n\n"
BODY = "Geachte heer, mevrouw,\n\nIk maak bezwaar tegen uw besluit.\n\n"
FINDERS = (naam, adres, contactpersoon, machtiging, email, telefoon)
JUNK = ("", ".", "@@@", "0" * 300, "J." * 200, "\u00ad - \u2022 | \\", "namens namens van van de")


def test_agreement_of_block_and_closing_raises_confidence() -> None:
    alone = find_parties(make_letter(BLOCK + BODY), HINTS).clients[0]
    agreed = find_parties(make_letter(f"{BLOCK}{BODY}Hoogachtend,\n\nJ. de Vries"), HINTS).clients[
        0
    ]

    assert agreed.confidence > alone.confidence


def test_confidence_falls_with_the_reading() -> None:
    sure = find_parties(make_letter(BLOCK + BODY), HINTS).clients[0]
    doubtful = find_parties(make_letter(BLOCK + BODY, confidence=0.5), HINTS).clients[0]

    assert doubtful.confidence < 0.75 * sure.confidence


def test_enclosed_decision_supplies_nobody() -> None:
    decision = "Zorgkantoor VGZ\n\nGeachte mevrouw,\n\nHoogachtend,\n\nK. van Ambtenaar"
    letter = make_letter([BODY, decision], roles=[PageRole.LETTER, PageRole.DECISION])

    assert find_parties(letter, HINTS).clients == ()


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("hter 't Hof 110\nHB Hengelo (Gld)", False),  # "2373" was not read
        ("Kade 3a\nTA Bergen", False),
        ("JP Bergen\nKade 3a", True),
    ],
)
def test_what_is_left_of_an_address_is_nobodys_name(lines: str, *, named: bool) -> None:
    letter = make_letter(f"{BODY}Hoogachtend,\n\n{lines}")
    assert bool(find_parties(letter, HINTS).clients) == named


def test_mother_and_son_with_one_surname_and_initial_stay_two_people() -> None:
    text = BODY.replace("Ik", "Namens mijn moeder, mevrouw T. Meijer, maak ik bezwaar. Ik")
    parties = find_parties(make_letter(f"{text}Hoogachtend,\n\nTomasz Meijer"), HINTS)

    assert [party.name for party in parties.clients] == ["T. Meijer"]
    assert [party.name for party in parties.proxies] == ["Tomasz Meijer"]


def told_of(subject: str, born: str = "") -> float:
    text = f"Betreft: {subject}\n\nGeachte heer,\n\nNamens mevrouw L. Blom{born} maak ik bezwaar."
    return (
        find_parties(make_letter(f"{text}\n\nHoogachtend,\n\nD. Esajas"), HINTS)
        .clients[0]
        .confidence
    )


def test_what_the_text_says_twice_of_the_client_is_surer() -> None:
    alone = told_of("uw besluit")

    assert told_of("indicatie van L. Blom") > alone
    assert told_of("uw besluit", ", geboren 3 mei 1940,") > alone
    assert told_of("indicatie van K. Smit") <= alone


def test_what_a_budget_is_for_is_no_part_of_a_name() -> None:
    text = "Geachte heer,\n\nMeerzorg voor Wonny Baldew, geboren 3 mei 1940, is nodig."
    names = [each.name for each in find_parties(make_letter(text), HINTS).clients]

    assert "Meerzorg voor Wonny Baldew" not in names


def test_whose_name_stands_alone_under_mentor_van_is_the_client() -> None:
    text = (
        "Geachte heer,\n\nOndergetekende, L. Osei-Bonsu, is {role}\n\nMevrouw G.W. Pol-Jansen\n"
        "geboren 9 december 1938\n\nNamens haar maak ik bezwaar.\n\nHoogachtend,\nL. Osei-Bonsu"
    )
    told = find_parties(make_letter(text.format(role="mentor van:")), HINTS)
    other = find_parties(make_letter(text.format(role="mentor van haar.")), HINTS)

    assert [party.name for party in told.clients] == ["G.W. Pol-Jansen"]
    assert [party.name for party in told.proxies] == ["L. Osei-Bonsu"]
    assert other.clients[:1] != told.clients[:1]


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.ELEMENT)
@pytest.mark.parametrize("text", JUNK, ids=range(len(JUNK)))
def test_junk_raises_nothing(finder: object, text: str) -> None:
    finder.find(make_letter(text), HINTS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_candidate_shows_its_place(case: object) -> None:
    letter = make_letter(case.text)  # type: ignore[attr-defined]
    found = [each for finder in FINDERS for each in finder.find(letter, HINTS)]

    assert all(each.evidence and 0 <= each.confidence <= 1 for each in found)


def test_who_wrote_a_message_that_was_sent_on_is_the_sender() -> None:
    text = (
        "Van: Balie <balie@zorg.example>\nOnderwerp: FW: bezwaar\n\nPakken jullie hem op?\n\n"
        "-----Oorspronkelijk bericht-----\nVan: Wil de Zwart <wil@post.example>\n\n"
        "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\nWil de Zwart"
    )
    assert find_parties(make_letter(text), HINTS).clients[0].name == "Wil de Zwart"


BOTH = (
    "J. Smit-de Vries, mede namens P. Smit",
    "J. Smit-de Vries\nmede namens P. Smit",
    "J. Smit-de Vries, mede namens mijn man P. Smit",
    "J. Smit-de Vries, ook namens P. Smit",
)


@pytest.mark.parametrize("signed", BOTH)
def test_who_signs_for_both_writes_in_the_own_name_too(signed: str) -> None:
    parties = find_parties(make_letter(f"{BODY}Hoogachtend,\n\n{signed}"), HINTS)

    assert parties.clients[0].name == "J. Smit-de Vries"
    assert parties.proxies == ()


def test_a_relative_named_once_is_the_client_of_a_letter_in_his_name() -> None:
    story = "Mijn aanvraag voor hulp aan mijn moeder T.H. Tran is afgewezen."
    text = f"{BLOCK}Geachte heer,\n\n{story}\n\nNamens mijn moeder maak ik bezwaar.\n\nGroet,\n\n"
    parties = find_parties(make_letter(f"{text}J. de Vries"), HINTS)

    assert [party.name for party in parties.clients] == ["T.H. Tran"]
    assert [party.name for party in parties.proxies] == ["J. de Vries"]


def test_a_letter_in_the_name_of_one_relative_is_not_another_ones() -> None:
    story = "Mijn broer Joost Tran weet ervan. Namens mijn moeder maak ik bezwaar."
    text = f"{BLOCK}Geachte heer,\n\n{story}\n\nGroet,\n\nJ. de Vries"
    clients = find_parties(make_letter(text), HINTS).clients

    assert "Joost Tran" not in [party.name for party in clients]


def test_a_grandparent_is_who_writes_for_the_child() -> None:
    text = f"J. de Vries\nGrootouder en mentor van Jayden Maduro\nKade 3\n2311 AB Leiden\n\n{BODY}"
    parties = find_parties(make_letter(text), HINTS)

    assert [party.name for party in parties.clients] == ["Jayden Maduro"]


@pytest.mark.parametrize(
    "told",
    [
        "Ik heb van mijn moeder, S. Bos-Groen, een volmacht gekregen om bezwaar te maken.",
        "Bij deze brief zit de machtiging van mijn moeder, S. Bos-Groen.",
    ],
)
def test_who_gave_the_authorisation_is_the_client(told: str) -> None:
    text = f"{BLOCK}Geachte heer,\n\n{told}\n\nHoogachtend,\n\nJ. de Vries"
    parties = find_parties(make_letter(text), HINTS)

    assert [party.name for party in parties.clients] == ["S. Bos-Groen"]


@pytest.mark.parametrize(
    "label", ["Namens: mijn vader,", "Voor: haar vader,", "Cliënt: mijn vader"]
)
def test_a_relative_behind_a_label_is_read_with_what_he_is(label: str) -> None:
    text = f"Van: J. de Vries\n{label} L. Bos\n\n{BODY}Hoogachtend,\n\nJ. de Vries"
    parties = find_parties(make_letter(text), HINTS)

    assert [party.name for party in parties.clients] == ["L. Bos"]
    assert [party.relation for party in parties.proxies] == ["kind"]


STORY = (
    "Aan de gemeente Zwolle\n\n"
    "Ik ben het niet eens met uw brief van 12 juni 2026 over mijn aanvraag.\n\n"
)
POSTSCRIPT = "P.S. De brief was van 23 februari en deze is van 10 maart 2026."


@pytest.mark.parametrize(
    "ending",
    [
        "Met groet T. Bosgra\nSoesterweg 190\n3812 BE Amersfoort",
        "T. Bosgra, BSN = 999900134\nEsdoornlaan 44\n7004 EH Doetinchem",
        "T. Bosgra 1-2-1949\nAssendorperstraat 90-2\n15 juni 2026",
        "Getypt met één vinger door\nT. Bosgra, 11-11-1988, Hofstede 7, 2821 WX Stolwijk",
        "T. Bosgra\nReeweg Oost 146 rood\n3312 CN Dordrecht",
        "T. Bosgra\nGrote Oost 91, 1621 BT Hoorn",
        f"T. Bosgra\nHoofdkade 20, Oosterwolde\n\n{POSTSCRIPT}",
    ],
)
def test_who_takes_no_leave_is_named_below_the_story(ending: str) -> None:
    client, *others = find_parties(make_letter(STORY + ending), HINTS).clients
    assert (client.name, others) == ("T. Bosgra", [])
    assert client.confidence >= 0.6


def test_a_sentence_below_the_story_is_nobody() -> None:
    letter = make_letter(
        STORY + "Kijken jullie er opnieuw naar?\n\nDe brief is van Zorggroep Oost."
    )
    assert find_parties(letter, HINTS).clients == ()


@pytest.mark.parametrize(
    "told",
    [
        "Mijn vriend R. Wierda (klantnummer 551903) is blind.",
        "De aanvraag is van mijn tweelingbroer R. Wierda (BSN 999900134).",
        "Mijn zoon R. Wierda (19) woont bij Woongroep Het Anker.",
        "Mijn zoon R. Wierda (16, autisme) gaat naar dagbesteding Het Anker.",
        "Mijn moeder R. Wierda van kamer 214 is uit bed gevallen.",
        "Mijn man R. Wierda heeft van u een indicatie gekregen voor VV 4.",
        "Mijn vrouw R. Wierda is 61 en heeft jongdementie.",
        "Mijn man is R. Wierda, relatienummer 41.20.8857.",
        "U stuurt niets meer op. Moeder: R. Wierda, uw zaaknummer SV2025-004.",
        "Vader heet R. Wierda. Hij weet dat ik u schrijf over zijn bus.",
        "U kwam bij mijn moeder, R. Wierda, Lindenhof 14, 5038 XN Tilburg, en bleef niet.",
        "Ik ben als vrijwillig mentor aangesteld voor R. Wierda, 77 jaar.",
        "Ik ben de gewaarborgde hulp van R. Wierda.",
        "Ons kantoor is verzocht op te treden voor mevrouw R. Wierda.",
        "Ik mail u als contactpersoon van mijn tante, mevrouw R. Wierda uit Oost.",
        "Ik maak bezwaar namens mijn klant, de heer R. Wierda.",
    ],
)
def test_who_is_told_of_as_the_one_in_care_is_the_client(told: str) -> None:
    letter = make_letter(f"{BODY}{told}\n\nMet vriendelijke groet,\n\nN. Versluis")
    client = find_parties(letter, HINTS).clients[0]
    assert (client.name, client.confidence >= 0.6) == ("R. Wierda", True)


@pytest.mark.parametrize(
    "told",
    [
        "Mijn man R. Wierda bracht mij naar de balie.",
        "Dochter R. Wierda was erbij.",
        "Moeder R. Wierda uit Oost.",
    ],
)
def test_a_relative_in_the_story_is_not_the_client(told: str) -> None:
    letter = make_letter(f"{BODY}{told}\n\nMet vriendelijke groet,\n\nN. Versluis")
    assert find_parties(letter, HINTS).clients[0].name == "N. Versluis"


def test_who_signs_for_a_relative_is_not_the_client() -> None:
    letter = make_letter(f"{BODY}Hoogachtend,\n\nB. Kerkstra voor zijn vrouw F. Kerkstra-de Groot")
    parties = find_parties(letter, HINTS)
    assert [each.name for each in parties.clients] == ["F. Kerkstra-de Groot"]


def test_the_heading_of_a_part_says_whose_name_it_asks() -> None:
    text = (
        "KLACHTENFORMULIER\n\nDeel A. Wie ontvangt de zorg?\nNaam: M. Oosterhof\n\n"
        "Deel B. Wie vult dit in?\nNaam: J. Oosterhof, zus\n"
    )
    parties = find_parties(make_letter(text), HINTS)
    assert [each.name for each in parties.clients] == ["M. Oosterhof"]
    assert [each.name for each in parties.proxies] == ["J. Oosterhof"]


@pytest.mark.parametrize("scrap", ["Sm", "Cy", "Sm."])
def test_what_was_read_of_a_signature_is_nobody(scrap: str) -> None:
    text = f"{BODY}Hoogachtend,\n\n{scrap}\n\nG. Verkerk\nWijnstraat 140\n3311 BZ Dordrecht"
    clients = find_parties(make_letter(text, confidence=0.9), HINTS).clients
    assert [each.name for each in clients] == ["G. Verkerk"]


@pytest.mark.parametrize("written", ["VAN ROOIJEN, T.C.", "Van Rooijen T.C.", "Rooijen, T.C. van"])
def test_a_form_that_asks_for_the_surname_first_gets_the_initials_behind_it(written: str) -> None:
    letter = make_letter(f"FORMULIER\n\nAchternaam en voorletters: {written}\n")
    client = find_parties(letter, HINTS).clients[0]
    assert client.name.casefold() == "t.c. van rooijen"
