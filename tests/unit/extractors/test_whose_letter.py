"""Who a letter is for when it names several people. All people are invented."""

import pytest

from extractors.parties import DOUBTFUL, Parties, find_parties
from extractors.persons.reading import parse_person, person_at
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
    ],
)
def test_who_is_only_spoken_of_is_no_client(said: str) -> None:
    assert clients(f"{said} Ik maak bezwaar, want mijn pgb is verlaagd.") == ["B. Wolthuis"]


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
