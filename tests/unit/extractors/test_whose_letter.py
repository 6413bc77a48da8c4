"""Who a letter is for when it names several people. All people are invented."""

import pytest

from extractors.people.parties import DOUBTFUL, Parties, find_parties
from extractors.people.persons.reading import parse_person, person_at
from tests.factories import HINTS, make_letter

SENDER = "B. Wolthuis\nOosterstraat 9\n9711 NN Groningen\n\n"


def people(said: str, *, subject: str = "Betreft: bezwaar", by: str = "B. Wolthuis") -> Parties:
    sender = SENDER.replace("B. Wolthuis", by)
    text = f"{sender}{subject}\n\nGeachte heer, mevrouw,\n\n{said}\n\nHoogachtend,\n\n{by}"
    return find_parties(make_letter(text), HINTS)


def clients(said: str, *, subject: str = "Betreft: bezwaar", by: str = "B. Wolthuis") -> list[str]:
    return [each.name for each in people(said, subject=subject, by=by).clients[:1]]


@pytest.mark.parametrize(
    "subject",
    [
        "Betreft: G. Oomen, Heikant 3, 5094 EM Lage Mierde",
        "Betreft: G. Oomen, BSN 999990019",
        "Betreft: G. Oomen (cliëntnummer 30112)",
        "Betreft: G. Oomen, geb. 17-01-1966",
    ],
)
def test_whom_the_subject_tells_apart_is_the_client(subject: str) -> None:
    client = people("Hierbij maak ik bezwaar.", subject=subject).clients[0]

    assert (client.name, client.confidence > 0.7) == ("G. Oomen", True)


@pytest.mark.parametrize(
    "subject",
    [
        "Betreft: klacht tegen psychiater dr. M. Tjassens",
        "Betreft: klacht over wijkzuster M. Tjassens",
        "Betreft: klacht over teamleidster M. Tjassens",
        "De weledelgestrenge heer mr. M. Tjassens",
    ],
)
def test_who_is_complained_about_or_written_to_is_no_client(subject: str) -> None:
    assert clients("Ik ben niet geholpen.", subject=subject) == ["B. Wolthuis"]


@pytest.mark.parametrize(
    "said",
    [
        "Als gevolmachtigde van mijn tante, mevrouw M. Levie (83), teken ik bezwaar aan.",
        "Ik schrijf dit voor mijn moeder. Mijn moeder heet M. Levie en zij is ziek.",
        "Het gaat om mevrouw M. Levie, kamer 12. Zij heeft mij gevraagd deze klacht in te dienen.",
        "Mevrouw M. Levie (cliëntnummer 71882093) heeft mij gevraagd haar te helpen.",
        "M. Levie heeft ons verzocht bezwaar te maken tegen uw besluit.",
        "Mijn vrouw is ziek. Namens haar, M. Levie, maak ik bezwaar.",
        "Mijn man M. Levie kan niet schrijven. Daarom doe ik dit voor hem.",
        "Ondergetekende maakt als gemachtigde van haar broer M. Levie bezwaar.",
        "Mijn moeder spreekt geen Nederlands. Zij heet M. Levie. Namens haar maak ik bezwaar.",
        "Mijn kleinzoon M. Levie woont hier. Als zijn opa en voogd maak ik bezwaar.",
        "Als cliëntondersteuner sta ik M. Levie bij. Zij wil een ander besluit.",
        "Ik sta mevrouw M. Levie al jaren bij met haar post.",
        "Ik help M. Levie met haar administratie en maak bezwaar.",
        "Als maatschappelijk werker begeleid ik M. Levie.",
        "Ik ben de huisarts van M. Levie en maak op haar verzoek bezwaar.",
        "Door M. Levie ben ik gemachtigd bezwaar te maken.",
        "M. Levie machtigde mij om bezwaar te maken.",
        "Mevrouw M. Levie laat u via mij weten dat zij het niet eens is met uw besluit.",
        "Namens onze bewoonster M. Levie schrijf ik u.",
        "Hierbij maak ik, als gemachtigde voor M. Levie, bezwaar.",
        "Ik schrijf u als zus en mantelzorger. M. Levie woont bij mij in huis.",
        "Ik schrijf voor de buurvrouw, mw. M. Levie. Zij kan slecht zien en maakt bezwaar.",
        "Wij doen dit voor een cliënt, M. Levie.",
        "De heer M. Levie (Malvert 5120, 6538 DH Nijmegen) heeft ons op 28 oktober gevraagd "
        "bezwaar te maken.",
    ],
)
def test_who_is_written_for_is_the_client(said: str) -> None:
    assert clients(said) == ["M. Levie"]


@pytest.mark.parametrize(
    "said",
    [
        "Namens de gemeente tekende M. Overbeek.",
        "De brief is namens het zorgkantoor getekend door M. Overbeek.",
        "Het gaat om mevrouw M. Overbeek van uw planning. Zij belt nooit terug.",
        "Mijn buurman heet M. Overbeek.",
        "Uw medewerkster was onbeschoft. Zij heet M. Overbeek.",
        "De consulent M. Overbeek heeft mij gevraagd of ik kon lopen.",
        "M. Overbeek vroeg mij of ik nog gordijnen kon ophangen.",
        "Ik sta M. Overbeek wel eens te woord bij de deur.",
        "Door M. Overbeek ben ik gebeld.",
    ],
)
def test_who_is_only_spoken_of_is_no_client(said: str) -> None:
    assert clients(f"{said} Ik maak bezwaar, want mijn pgb is verlaagd.") == ["B. Wolthuis"]


def test_who_writes_in_the_name_of_a_relative_without_a_name_is_not_the_client() -> None:
    found = people("Mijn moeder kan dit niet. Namens haar maak ik bezwaar.")
    assert [each.name for each in found.clients] == []
    assert [each.relation for each in found.proxies] == ["kind"]


def test_a_name_in_small_letters_above_an_address_signs_a_letter() -> None:
    text = "goedendag,\n\nik heb een klacht. hij komt niet.\n\n"
    ending = "sjakie brommet\nveenweg 8\n9404 aa assen"
    assert [each.name for each in find_parties(make_letter(text + ending), HINTS).clients] == [
        "Sjakie Brommet"
    ]


def test_who_helps_with_the_letter_is_not_who_it_is_for() -> None:
    said = "Mijn buurvrouw M. Levie heeft mij geholpen met deze brief. Ik maak bezwaar."
    assert clients(said) == ["B. Wolthuis"]


def test_whom_the_subject_names_tbv_is_the_client() -> None:
    assert clients("Ik maak bezwaar.", subject="Betreft: bezwaar t.b.v. M. Levie (zoon)") == [
        "M. Levie"
    ]


def test_who_signs_namens_another_names_both() -> None:
    text = "M. Levie\nKade 2\n6211 LD Maastricht\n\nGeachte heer,\n\nIk maak bezwaar.\n\n"
    found = find_parties(make_letter(f"{text}Hoogachtend,\n\nJ. de Wit, namens M. Levie"), HINTS)
    assert [each.name for each in found.clients[:1]] == ["M. Levie"]
    assert [each.name for each in found.proxies] == ["J. de Wit"]


def test_who_writes_along_is_not_who_is_written_for() -> None:
    said = "Onze zoon M. Levie, geboren 3 mei 2014, is ziek. Als ouders maken wij bezwaar."
    found = people(f"{said} Ik schrijf mede namens mijn man P. Hania.")
    assert [each.name for each in found.clients] == ["M. Levie"]


def test_a_team_in_the_head_is_nobody() -> None:
    head = "Ilse Kox, wijkverpleegkundige\nBuurtteam Peel\nRaadhuisstraat 1\n5751 LX Deurne\n\n"
    text = "Geachte heer,\n\nNamens de heer M. Levie maak ik bezwaar.\n\nIlse Kox"
    found = find_parties(make_letter(head + text), HINTS)
    assert [each.name for each in found.proxies] == ["Ilse Kox"]


@pytest.mark.parametrize(
    "said",
    [
        "Omdat Mieke Levie niet meer kan tekenen, doe ik het.",
        "Mieke Levie, mijn tante, is opgenomen. Ik maak bezwaar voor haar.",
        "Mieke Levie is niet in staat zelf bezwaar te maken.",
        "Volgens de bijgevoegde volmacht van Mieke Levie mag ik dit doen.",
    ],
)
def test_a_letter_for_somebody_else_leaves_a_doubt_of_the_writer(said: str) -> None:
    found = people(said).clients[0]

    assert found.name == "Mieke Levie" or "ander_bedoeld" in found.marks


def test_who_writes_on_the_paper_of_a_law_firm_is_its_lawyer() -> None:
    text = (
        "Advocatenkantoor Meerburg\nKade 3\n2311 AB Leiden\n\nGemeente Leiden\n\nGeachte heer,\n\n"
        "Namens M. Levie dien ik een klacht in.\n\nHoogachtend,\n\nmr. S.C. Zwart"
    )
    found = find_parties(make_letter(text), HINTS)

    assert [(each.name, each.relation) for each in found.proxies] == [("S.C. Zwart", "advocaat")]


def test_relatives_in_the_story_of_the_own_care_leave_no_doubt() -> None:
    told = "Mijn man Piet Hania heeft gebeld. {own} Ik maak bezwaar."
    own = people(told.format(own="Ik krijg nog maar twee uur hulp.")).clients[0]
    other = people(told.format(own="Dit kan zo niet.")).clients[0]

    assert (own.share, other.share) == (1.0, DOUBTFUL)


def test_another_who_says_i_than_who_sends_leaves_a_doubt() -> None:
    said = "{me}, ben het niet eens met de brief van 1 oktober."

    assert people(said.format(me="Ik, Karel Mensink")).clients[0].share == DOUBTFUL
    assert people(said.format(me="Ik, B. Wolthuis")).clients[0].share == 1.0


def test_nobody_writes_namens_the_own_name() -> None:
    text = (
        "J. Tuinstra-Reitsma namens\nJikke Tuinstra\nDokkumerlaan 8\n9101 VA Dokkum\n\n"
        "Geachte heer,\n\nNamens Jikke Tuinstra maak ik bezwaar.\n\nHoogachtend,\n\n{by}"
    )
    found = find_parties(make_letter(text.format(by="J. Tuinstra-Reitsma")), HINTS)
    own = find_parties(make_letter(text.format(by="Jikke Tuinstra")), HINTS)

    assert [each.name for each in found.clients[:1]] == ["Jikke Tuinstra"]
    assert [each.name for each in found.proxies] == ["J. Tuinstra-Reitsma"]
    assert not own.is_represented


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de heer Jan Roessingh te Deventer", "Jan Roessingh"),
        ("Jan Roessingh in Gouda", "Jan Roessingh"),
        ("Jan Willem te Velde", "Jan Willem te Velde"),
        ("Petra in 't Veld", "Petra in 't Veld"),
        ("Mieke Bakker in het ziekenhuis", "Mieke Bakker"),
        ("Mieke Bakker bij. Zij wil hulp", "Mieke Bakker"),
        ("Anna Post van der Meer", "Anna Post van der Meer"),
        ("El Houssine el Ouahabi. Onze ouders", "El Houssine el Ouahabi"),
    ],
)
def test_where_somebody_lives_is_no_surname(text: str, name: str) -> None:
    found = person_at(text, 0)

    assert found is not None
    assert found.person.name == name


def test_a_scanned_capital_i_is_an_initial() -> None:
    person = parse_person("mevrouw l. Kuijpers-van Melis")

    assert person is not None
    assert person.name == "I. Kuijpers-van Melis"


@pytest.mark.parametrize(
    "said",
    [
        "Hiermee dien ik een bezwaarschrift in voor mevrouw M. Levie (89 jaar), wonende Kade 3.",
        "Mijn vrouw Suze ligt in bed. Suze Vermeer krijgt van u 12 uur hulp per week.",
    ],
)
def test_for_whom_an_objection_is_made_is_the_client(said: str) -> None:
    assert clients(said) in (["M. Levie"], ["Suze Vermeer"])


@pytest.mark.parametrize(
    "head",
    [
        "Betreft: klacht optreden zuster Wilma Hagen",
        "Klacht over mijn persoonlijk begeleider, de heer Frits van Ginkel",
        "Aan: Verian, de klachtenfunctionaris mevrouw Y. Nab, Kade 459, 7323 PT Apeldoorn",
        "Aan: Verian, t.a.v. hoofd zorg mevrouw Y. Nab, Kade 459, 7323 PT Apeldoorn",
    ],
)
def test_staff_and_addressees_with_an_address_are_no_clients(head: str) -> None:
    assert clients("Ik ben niet geholpen.", subject=head) == ["B. Wolthuis"]


def test_klacht_van_names_who_complains() -> None:
    text = (
        "Klacht van Ankie Reurink, Ruurloseweg 70, 7251 LN Vorden\n\nGeachte commissie,\n\n"
        "Ik ben niet geholpen.\n\nMet vriendelijke groet,"
    )
    assert [each.name for each in find_parties(make_letter(text), HINTS).clients] == [
        "Ankie Reurink"
    ]
    over = text.replace("Klacht van", "Klacht over")
    assert find_parties(make_letter(over), HINTS).clients == ()


def test_a_name_with_an_address_ends_a_letter_without_a_closing() -> None:
    text = "Geachte heer,\n\nIk heb een klacht over de zorg.\n\nRia Pouwels{home}"
    home = ", Elzenhof 8, 5241 AB Rosmalen"
    alone, living = (
        find_parties(make_letter(text.format(home=each)), HINTS).clients[0] for each in ("", home)
    )

    assert (living.name, living.confidence > 0.7 > alone.confidence) == ("Ria Pouwels", True)


def test_a_doubt_makes_nobody_disappear() -> None:
    told = "Mijn man Piet Hania wordt niet geholpen."
    text = f"Geachte heer,\n\n{told}\n\nRia Pouwels"
    party = find_parties(make_letter(text, confidence=0.8), HINTS).clients[0]

    assert party.share == DOUBTFUL
    assert party.confidence > 0.3


def test_capitals_of_a_scanned_signature_are_nobody() -> None:
    text = "Geachte heer,\n\nIk heb een klacht.\n\nHoogachtend,\n\n{ink}\nTrees Hooijmans"
    names = [
        each.name
        for each in find_parties(
            make_letter(text.format(ink="PE EE KEE"), confidence=0.9), HINTS
        ).clients
    ]
    couple = find_parties(make_letter(text.format(ink="A. SMIT")), HINTS).clients

    assert names == ["Trees Hooijmans"]
    assert len(couple) == 2


def test_a_printed_j_is_no_l() -> None:
    text = (
        "Betreft: bezwaar voor Jo Hermus\n\nGeachte heer,\n\nHij is ziek.\n\nHoogachtend,\n\n{by}"
    )
    two = find_parties(make_letter(text.format(by="L. Hermus-Snels")), HINTS)
    scanned = find_parties(make_letter(text.format(by="L. Hermus"), confidence=0.9), HINTS)

    assert [each.name for each in two.clients[:1]] == ["Jo Hermus"]
    assert [each.name for each in two.proxies] == ["L. Hermus-Snels"]
    assert not scanned.is_represented


def test_a_scanned_o_is_an_initial() -> None:
    person = parse_person("0. Vermeer")

    assert person is not None
    assert person.name == "O. Vermeer"
