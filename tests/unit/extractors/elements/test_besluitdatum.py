"""Which of the dates in a letter is the contested decision's."""

import pytest

from extractors.document import PageRole
from extractors.element import GUESSED
from extractors.elements import besluitdatum
from tests.factories import HINTS, make_letter

LETTERS = [
    ("Hierbij maak ik bezwaar tegen uw besluit van 1 oktober 2026. Bij besluit van 3 maart 2025 "
     "kreeg ik nog wel een pgb.", "2026-10-01"),
    ("Bij besluit van 3 maart 2025 kreeg ik een pgb. Bij besluit van 1 oktober 2026 heeft u dat "
     "ingetrokken.", "2026-10-01"),
    ("In uw brief van 2 juni 2026 vroeg u om stukken. Ik ben het niet eens met uw besluit van "
     "1 oktober 2026.", "2026-10-01"),
    ("Wij hebben een besluit van u ontvangen met de datum 1 oktober 2026.", "2026-10-01"),
    ("Mijn aanvraag van 3 augustus 2026 is bij besluit van 1 oktober 2026 afgewezen.",
     "2026-10-01"),
    ("Mijn bezwaar gaat niet over de brief van 21 september 2026 maar over die van 1 oktober 2026.",
     "2026-10-01"),
    ("Naar aanleiding van uw e-mail van 27 oktober 2026 maak ik bezwaar tegen de afwijzing die u "
     "op 1 oktober 2026 stuurde.", "2026-10-01"),
    ("De manager schreef in zijn brief van 21 oktober 2026 dat het besluit van 1 oktober 2026 "
     "blijft staan.", "2026-10-01"),
    ("Bij brief van 6 augustus 2026 verlengde u de beslistermijn. Op 1 oktober 2026 besloot u tot "
     "afwijzing.", "2026-10-01"),
    ("Ik maak bezwaar. Het gaat om uw besluit van 1 oktober 2026. De brief van 12 oktober 2026 "
     "over het huishouden laat ik rusten.", "2026-10-01"),
    ("Op 1 oktober 2026 besloot u opnieuw, maar het is hetzelfde als het besluit van 12 februari "
     "2026. Ik maak bezwaar.", "2026-10-01"),
    ("Na heroverweging van uw besluit van 20 augustus 2026 kwam u op 1 oktober 2026 met een nieuw "
     "besluit. Ik maak bezwaar.", "2026-10-01"),
    ("Met uw besluit van 6 oktober 2026 weigerde u meerzorg. Daartegen loopt al een bezwaar. Ook "
     "tegen het besluit van 1 oktober 2026 maak ik bezwaar.", "2026-10-01"),
    ("U bevestigde de ontvangst bij brief van 2 juli 2026. Uw besluit is van 1 oktober 2026.",
     "2026-10-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), LETTERS)
def test_the_contested_decision_comes_first(text: str, date: str) -> None:
    found = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}\n\nHoogachtend,"), HINTS)
    assert str(found[0].value) == date
    assert all(found[0].confidence - other.confidence > 0.1 for other in found[1:])


def test_a_letter_in_which_nothing_was_decided_is_doubtful_when_it_stands_alone() -> None:
    text = "Bij brief van 6 augustus 2026 verlengde u de termijn. Ik maak bezwaar."
    (found,) = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}\n\nGroet,"), HINTS)
    assert found.confidence <= 0.5


def test_a_date_that_only_stands_in_the_enclosed_decision_is_marked() -> None:
    letter = make_letter(
        ["Geachte heer,\n\nIk maak bezwaar tegen bijgaand besluit.\n\nHoogachtend,",
         "Zorgkantoor\n\nDatum: 1 oktober 2026\n\nGeachte mevrouw,\n\nWij wijzen uw aanvraag af."],
        roles=[PageRole.LETTER, PageRole.DECISION],
    )  # fmt: skip
    (found,) = besluitdatum.find(letter, HINTS)
    assert (str(found.value), "besluitpagina" in found.marks) == ("2026-10-01", True)


def test_a_date_of_receipt_is_only_a_hint() -> None:
    letter = make_letter("Geachte heer,\n\nOp 5 oktober 2026 ontving ik uw besluit.\n\nGroet,")
    (found,) = besluitdatum.find(letter, HINTS)
    assert (found.role, found.confidence < 0.6) == ("ontvangen", True)


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Er staat op: ons kenmerk 1184402 en ook 20 oktober 2026.", ["2026-10-20"]),
        ("Ik viel op 20 oktober 2026 van de trap.", []),
    ],
)
def test_a_date_beside_the_word_for_a_letter_is_offered_and_not_asked_for(
    sentence: str, dates: list[str]
) -> None:
    found = besluitdatum.find(make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,"), HINTS)
    assert [str(each.value) for each in found] == dates
    assert all(each.role == "los" and each.confidence < 0.5 for each in found)


def test_a_decision_of_long_before_another_one_is_not_surely_the_contested_one() -> None:
    text = (
        "Ik vraag herziening van en maak bezwaar tegen uw besluit van 5 november 2025. "
        "In het besluit van 20 oktober 2026 verwijst u daarnaar."
    )
    one, other = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}\n\nHoogachtend,"), HINTS)
    assert one.confidence - other.confidence <= 0.1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik schreef u op 1 september 2026 een brief over mijn zorg.",
        "Mijn dochter schreef u op 1 september 2026 een brief.",
        "Bovenaan mijn rapport staat 1 september 2026.",
        "De huisarts heeft op 1 september 2026 een verklaring afgegeven.",
        "Op 1 september 2026 kwam uw besluit.",
        "U wilt mijn vrouw Ria Kuik (01-09-1953) geen zorg meer geven.",
    ],
)
def test_what_no_office_wrote_that_day_is_no_decision(sentence: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nIk maak bezwaar. {sentence}\n\nHoogachtend,")
    found = besluitdatum.find(letter, HINTS)
    assert all(each.confidence < 0.6 or each.role == "ontvangen" for each in found)


@pytest.mark.parametrize("end", ["van\n3 september 2026", "\nvan 3 september 2026"])
def test_a_decision_is_dated_over_the_end_of_a_line(end: str) -> None:
    text = (
        f"Aan CIZ\n\nBetreft: bezwaar tegen beschikking {end}\n\nGeachte heer,\n\nIk maak bezwaar."
    )
    found = besluitdatum.find(make_letter(text), HINTS)
    assert (str(found[0].value), found[0].confidence > 0.6) == ("2026-09-03", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Met het vorige besluit, dat van 14 februari 2026, was ik het wel eens.",
        "Ik kreeg het wel (besluit van 14 februari 2024).",
    ],
)
def test_the_date_of_an_earlier_decision_is_doubtful(sentence: str) -> None:
    text = f"Leiden, 9 november 2026\n\nGeachte heer,\n\nIk maak bezwaar. {sentence}\n\nGroet,"
    (found,) = besluitdatum.find(make_letter(text), HINTS)
    assert found.confidence < 0.6


def test_an_old_decision_that_is_objected_to_is_not() -> None:
    body = "Ik maak bezwaar tegen uw besluit van 14 mei 2024."
    text = f"Leiden, 9 november 2026\n\nGeachte heer,\n\n{body}"
    (found,) = besluitdatum.find(make_letter(text), HINTS)
    assert found.confidence >= 0.6


@pytest.mark.parametrize(
    "known",
    [
        "Daartegen loopt al een bezwaar.",
        "Daartegen heb ik al op 20 oktober 2026 bezwaar gemaakt.",
    ],
)
def test_a_decision_to_which_somebody_objected_before_is_far_behind(known: str) -> None:
    text = (
        f"Met uw besluit van 10 oktober 2026 weigerde u meerzorg. {known} "
        "Nu maak ik bezwaar tegen uw besluit van 12 november 2026."
    )
    found = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}\n\nHoogachtend,"), HINTS)
    sure = {str(each.value): each.confidence for each in found}
    assert sure["2026-10-10"] < sure["2026-11-12"] - 0.3


CONFIRMED = (
    "Zorgkantoor\n\nDatum: 15 oktober 2026\n\nGeachte mevrouw,\n\nWij hebben uw vraag genoteerd."
)


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Ik maak bezwaar tegen uw beslissing, die u mij op 6 oktober 2026 toezond.", "2026-10-06"),
        ("Op 6 oktober 2026 ontving ik uw besluit.", "2026-10-15"),  # it bears an earlier day
    ],
)
def test_another_paper_of_the_office_does_not_come_before_the_day_that_the_letter_gives(
    sentence: str, first: str
) -> None:
    letter = make_letter(
        [f"Geachte heer,\n\n{sentence}\n\nHoogachtend,", CONFIRMED],
        roles=[PageRole.LETTER, PageRole.DECISION],
    )
    assert str(besluitdatum.find(letter, HINTS)[0].value) == first


DRAFTS = [
    "Ik maak bezwaar tegen het conceptbesluit van 10 oktober 2026.",
    "Ik maak bezwaar tegen dat concept besluit wat jullie gestuurd hebben op 10 oktober 2026.",
    "Ik maak bezwaar tegen uw voornemen van 10 oktober 2026 om te stoppen.",
    "Bezwaar tegen het ontwerpbesluit van 10 oktober 2026.",
]


@pytest.mark.parametrize("text", DRAFTS)
def test_no_learnt_chance_makes_the_day_of_a_draft_sure(text: str) -> None:
    letter = make_letter(f"Ede, 20 oktober 2026\n\nGeachte heer,\n\n{text}")
    first = besluitdatum.find(letter, HINTS)
    every = (*first, *besluitdatum.find_others(letter, first))
    drafted = [each for each in every if each.text == "10 oktober 2026"]
    assert drafted
    assert all(GUESSED in each.marks and each.confidence < 0.6 for each in drafted)


def test_a_decision_after_its_draft_is_no_draft() -> None:
    text = "Na uw voornemen van 1 september 2026 kwam uw besluit van 10 oktober 2026. Bezwaar!"
    first = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}"), HINTS)[0]
    assert (str(first.value), GUESSED in first.marks) == ("2026-10-10", False)


PLAIN_WORDS = [
    "In brief staat geen geld meer. Datum in brief is 1 oktober 2026. Ik maak bezwaar.",
    "In antwoord op die van u van 1 oktober 2026: ik maak bezwaar.",
    "Naar aanleiding van de uwe van 1 oktober 2026 maak ik bezwaar.",
    "Bezwaar dus, tegen dat papier van 1 oktober 2026.",
    "En nu, op 1 oktober 2026, eindelijk een besluit: nee. Ik maak bezwaar.",
    "Mijn aanvraag werd 1 oktober 2026 afgewezen. Ik maak bezwaar.",
    "Ik heb de brief gekregen den 3 october 2026, er stond 1 oktober 2026 op. Ik maak bezwaar.",
    "In jullie brief van 20 oktober 2026 vragen jullie of mijn mail een bezwaar was. Ja. Het gaat "
    "over de afwijzing van 1 oktober 2026.",
    "Uw brief van 20 oktober 2026 heeft nummer 1290. In uw brief van 20 oktober 2026 vraagt u of "
    "ik bezwaar wil maken. Ja. Het gaat om de afwijzing van 1 oktober 2026.",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN_WORDS)
def test_people_say_in_their_own_words_of_which_day_the_decision_is(text: str) -> None:
    found = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}"), HINTS)
    assert (str(found[0].value), found[0].confidence >= 0.6) == ("2026-10-01", True)


def test_the_day_on_which_a_letter_was_printed_is_its_date() -> None:
    text = "De brief is gedrukt op 1 oktober 2026, verstuurd op 4 oktober 2026. Ik maak bezwaar."
    found = besluitdatum.find(make_letter(f"Geachte heer,\n\n{text}"), HINTS)
    assert {str(each.value): each.role for each in found} == {
        "2026-10-01": "gedateerd",
        "2026-10-04": "verzonden",
    }


@pytest.mark.parametrize("label", ["Datum aanslag", "Dagtekening aanslag", "Datum naheffing"])
def test_an_assessment_is_a_decision_with_a_date(label: str) -> None:
    text = f"Ede, 20 oktober 2026\n\n{label}: 1 oktober 2026\n\nGeachte heer,\n\nIk maak bezwaar."
    found = besluitdatum.find(make_letter(text), HINTS)
    assert [(str(each.value), each.role) for each in found] == [("2026-10-01", "gedateerd")]
