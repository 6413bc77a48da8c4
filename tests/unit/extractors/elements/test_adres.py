import pytest

from extractors.document import PageRole, TextSource
from extractors.element import Address
from extractors.elements import adres
from tests.factories import HINTS, make_letter
from tests.unit.extractors.people_letters import CASES, Case


def short(address: object) -> str:
    assert isinstance(address, Address)
    return f"{address.postcode or address.straat} {address.huisnummer}".strip()


@pytest.mark.parametrize("case", [c for c in CASES if c.adres], ids=lambda case: case.id)
def test_best_candidate_is_the_senders_address(case: Case) -> None:
    found = adres.find(make_letter(case.text), HINTS)

    assert short(found[0].value) == case.adres


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("Afzender: Dhr. K. Meijerink, Hengelosestraat 510-4, 7521 AN Enschede", "7521 AN 510-4"),
        ("T.a.v.: mevrouw K. Meijerink, Hengelosestraat 510, 7521 AN Enschede", None),
    ],
)
def test_who_sends_is_told_from_who_is_written_to(sender: str, expected: str | None) -> None:
    head = f"Aan: Menzis Zorgkantoor, t.a.v. klachten, Postbus 75000, 7500 KC Enschede\n{sender}"
    letter = make_letter(f"{head}\n\nDatum: 16 november 2026\n\nL.S.,\n\nIk wacht al lang.")
    found = adres.find(letter, HINTS)
    assert next((short(each.value) for each in found), None) == expected


@pytest.mark.parametrize(
    ("salutation", "sentence"),
    [
        ("Geacht zorgkantoor,", "Als zoon van K. Smit (Kade 3, 2311 GJ Leiden) maak ik bezwaar."),
        (
            "Geachte gemeente,",
            "Namens mijn moeder K. Smit, Kade 3, 2311 GJ Leiden, maak ik bezwaar.",
        ),
    ],
)
def test_an_address_in_a_sentence_is_not_that_of_the_office_in_the_salutation(
    salutation: str, sentence: str
) -> None:
    found = adres.find(make_letter(f"{salutation}\n\n{sentence}\n\nHoogachtend,\nA. Smit"), HINTS)
    assert [short(each.value) for each in found] == ["2311 GJ 3"]


def test_a_name_right_before_an_address_says_more_than_an_office_in_the_line_above() -> None:
    letter = make_letter(
        "Geachte directie,\n\n"
        "Op 2 juni heb ik als dienstdoend huisarts gezocht naar een bed voor mevrouw\n"
        "Gerda Hofman, Bosrand 185, 1640 BB Hoorn. Ik dien namens mevrouw Hofman een klacht in.\n\n"
        "Hoogachtend,\nF. Tol, huisarts"
    )
    (found,) = adres.find(letter, HINTS)
    assert (short(found.value), found.role) == ("1640 BB 185", "client")
    assert found.confidence > 0.6


def test_an_office_named_in_the_sentence_keeps_its_address() -> None:
    letter = make_letter(
        "Geachte heer,\n\nIk schreef al aan het zorgkantoor, Kade 3, 2311 GJ Leiden, en wacht.\n\n"
        "Hoogachtend,\nA. Smit"
    )
    assert not [each for each in adres.find(letter, HINTS) if each.confidence >= 0.5]


def shown(text: str) -> list[tuple[str, str]]:
    return [(short(each.value), each.role) for each in adres.find(make_letter(text), HINTS)]


SUPPORTER = (
    "onafhankelijke steun\nBoschdijk 780, 5624 CL Eindhoven\n\n\nVGZ Zorgkantoor\nPostbus 9\n"
    "5600 AG Eindhoven\n\nGeachte heer,\n\nMede namens de heer R. Aarts{address} dien ik deze "
    "klacht in. Hij mag niet meer naar buiten.\n\nHoogachtend,\n\nFemke Smulders\n"
    "cliëntondersteuner"
)


def test_the_client_lives_where_the_text_says_and_not_where_the_writer_works() -> None:
    found = shown(SUPPORTER.format(address=" (Kade 2, 5506 AE Veldhoven)"))
    assert found == [("5506 AE 2", "client"), ("5624 CL 780", "vertegenwoordiger")]


def test_without_another_one_the_address_on_top_counts() -> None:
    assert shown(SUPPORTER.format(address=""))[0] == ("5624 CL 780", "client")


def test_an_address_under_haar_zoon_is_the_sons() -> None:
    found = shown(
        "voor\nMien Dekker-Olthof\nBrink 8, 7981 BZ Diever\n\ndoor haar zoon Jaap Dekker\n"
        "Oosterweg 66, 9724 CK Groningen\n\nGeachte heer,\n\nNamens mijn moeder Mien "
        "Dekker-Olthof maak ik bezwaar.\n\nHoogachtend,\n\nJaap Dekker"
    )
    assert found == [("7981 BZ 8", "client"), ("9724 CK 66", "vertegenwoordiger")]


def test_what_one_mention_lacks_is_taken_from_another() -> None:
    found = adres.find(
        make_letter(
            "Adres: Zijlsingel 30\nPostcode: 2013 DN\nTelefoon: 0235 123 456\nPlaats: Haarlem\n\n"
            "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\nA. Smit"
        ),
        HINTS,
    )
    assert found[0].value == Address("Zijlsingel", "30", "2013 DN", "Haarlem")


def test_one_address_found_in_two_ways_is_one_mention() -> None:
    text = "Adres: Zijlsingel 30\nPostcode: 2013 DN\nPlaats: Haarlem\n\nGeachte heer,\n\n{body}"
    once = adres.find(make_letter(text.format(body="Ik maak bezwaar.")), HINTS)[0]
    twice = adres.find(
        make_letter(text.format(body="Ik woon Zijlsingel 30, 2013 DN Haarlem.")), HINTS
    )[0]

    assert (len(once.evidence), len(twice.evidence)) == (1, 2)
    assert once.confidence < twice.confidence


ANSWERED = (
    "{top}Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\nA. Smit\nKade 3\n2311 GJ Leiden\n\n"
    "{below}Met vriendelijke groet,\nK. Jansen\nDorpsweg 7, 3401 AB IJsselstein\n"
)
HEADER = (
    "Van: K. Jansen <k.jansen@voorbeeld.nl>\nVerzonden: maandag 5 oktober 2026\nAan: a@b.nl\n\n"
)


def test_an_address_in_the_message_that_is_answered_is_hardly_the_senders() -> None:
    found = adres.find(make_letter(ANSWERED.format(top="", below=HEADER)), HINTS)
    assert [short(each.value) for each in found if each.confidence >= 0.6] == ["2311 GJ 3"]


def test_the_header_of_the_letter_itself_takes_nothing_from_its_address() -> None:
    found = adres.find(make_letter(ANSWERED.format(top=HEADER, below="")), HINTS)
    assert "2311 GJ 3" in [short(each.value) for each in found if each.confidence >= 0.6]


SENDER = "Sanne Prinsen\nLaan van Zuid 12\n2555 BV Den Haag\n\n"
SAID = "Geachte heer, mevrouw,\n\nIk heb een klacht.\n\nHoogachtend,\n\nSanne Prinsen\n"


def weights(text: str, *more: str, roles: tuple[PageRole, ...] = ()) -> dict[str, float]:
    letter = make_letter([text, *more], roles=roles)
    found = adres.find(letter, HINTS)
    return {each.value.straat: each.confidence for each in found if isinstance(each.value, Address)}


@pytest.mark.parametrize(
    "other",
    [
        "Stichting Zorg\nBemiddeling, mevrouw E. Ligthart\nBinckweg 36\n2516 BE Den Haag",
        "Savant Zorg\nBureau Kwaliteit\nBinckweg 36\n2516 BE Den Haag",
        "Kennemerhart\nMevrouw J. Tol, locatiemanager\nBinckweg 36\n2516 BE Den Haag",
        "Adres huisarts: Binckweg 36, 2516 BE Den Haag",
        "Sociaal Verhaal, t.a.v. R. de Bondt\nBinckweg 36\n2516 BE Den Haag",
        "Geholpen door: Durk Sinnema, vrijwilliger, Binckweg 36, 2516 BE Den Haag",
        "mijn oude adres: Binckweg 36, 2516 BE Den Haag",
        "Uw brief ging nog naar Binckweg 36, 2516 BE Den Haag",
    ],
)
def test_no_other_address_comes_near_the_sender_s_own(other: str) -> None:
    found = weights(f"{SENDER}{other}\n\n{SAID}")

    assert found.get("Binckweg", 0.0) < found["Laan van Zuid"] - 0.3


def test_whom_a_copy_goes_to_lives_elsewhere() -> None:
    for mark in ("c.c.", "ce:"):  # as a scan reads "cc:"
        copy = f"{mark} mr. T. Bakels, rechtswinkel, Binckweg 36, 2516 BE Den Haag"

        assert "Binckweg" not in weights(f"{SENDER}{SAID}\n{copy}")


def test_a_firm_over_the_letter_may_be_who_writes() -> None:
    firm = "Stichting Wijkzorg\nBinckweg 36\n2516 BE Den Haag\n\nCIZ\nPostbus 2690\n3500 GR Utrecht"

    assert weights(f"{firm}\n\n{SAID}")["Binckweg"] > 0.6


def test_a_subject_that_names_an_office_makes_no_address_an_office_s() -> None:
    head = "Onderwerp: CIZ-nummer 66182\nCliënt: mw. A. Kuyt\nAdres: Kade 44, 5662 HK Geldrop"

    assert "Kade" in weights(f"{head}\n\n{SAID}")


@pytest.mark.parametrize(
    ("head", "is_sure"), [("S. Prinsen", True), ("", False), ("Familie De Wit", False)]
)
def test_the_envelope_gives_the_address_that_the_letter_lacks(head: str, *, is_sure: bool) -> None:
    envelope = f"{head}\nKade 5\n4703 GK Roosendaal\n\n\nCIZ\nPostbus 2690\n3500 GR Utrecht"
    found = weights(SAID, envelope, roles=(PageRole.LETTER, PageRole.ENVELOPE))

    assert set(found) == {"Kade"}
    assert (found["Kade"] > 0.6) is is_sure


def test_an_envelope_adds_nothing_to_a_letter_with_an_address() -> None:
    envelope = "S. Prinsen\nKade 5\n4703 GK Roosendaal"
    found = weights(SENDER + SAID, envelope, roles=(PageRole.LETTER, PageRole.ENVELOPE))

    assert set(found) == {"Laan van Zuid"}


def test_a_care_provider_over_the_complainant_is_not_the_sender() -> None:
    text = (
        "Sensire, commissie van klachten, Boterstraat 2, 7051 DA Varsseveld\n\n"
        "Klacht van Ankie Reurink, Ruurloseweg 70, 7251 LN Vorden\n\nGeachte commissie,\n\n"
        "Ik ben niet geholpen.\n\nMet vriendelijke groet,"
    )
    assert set(weights(text)) == {"Ruurloseweg"}


def test_where_the_sender_can_be_written_to_is_surer_than_where_a_relative_lives() -> None:
    told = (
        "U kunt mij schrijven op: Kade 101, 7932 PB Echten. "
        "Of bel mijn zus (Alie Knol, Hof 12, 7931 CG Echten)."
    )
    found = weights(f"Geacht CIZ,\n\nIk maak bezwaar. {told}\n\nGroeten,\n\nHarm Knol")

    assert found["Kade"] > 0.7
    assert found["Hof"] < 0.3


@pytest.mark.parametrize(
    ("end", "street"),
    [
        ("F. \u00d6. Demir", "Hertog Janlaan"),
        ("", "Janlaan"),  # nothing tells where the name ends
        ("K. Smit", "Janlaan"),
    ],
)
def test_who_signs_tells_where_a_name_ends_and_the_street_begins(end: str, street: str) -> None:
    top = "F. \u00d6. Demir Hertog Janlaan 4 2171 HR Sassenheim\n\n\n"
    body = "Geachte heer,\n\nIk heb een klacht over de wachttijd, die te lang is.\n\n"
    found = adres.find(make_letter(f"{top}{body}Hoogachtend,\n\n\n{end}"), HINTS)
    assert found[0].value.straat == street  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "top",
    [
        "Marga Hertog Graafseweg 318 5213 AL Rosmalen",
        "Afz. M. Hertog Graafseweg 318 5213 AL Rosmalen",
    ],
)
def test_who_signs_with_another_given_name_is_no_part_of_the_street(top: str) -> None:
    end = "Marga Hertog" if "M." in top else "M. Hertog"
    body = "Geachte heer,\n\nIk heb een klacht over de wachttijd, die te lang is.\n\n"
    found = adres.find(make_letter(f"{top}\n\n\n{body}Hoogachtend,\n\n\n{end}"), HINTS)
    assert found[0].value.straat == "Graafseweg"  # type: ignore[union-attr]


def test_a_stroke_behind_a_house_number_is_a_one_in_roman_figures() -> None:
    text = "J. Kwant\nLangestraat 31-l\n3811 AA Amersfoort\n\nGeachte heer,\n\nIk klaag.\n"
    assert adres.find(make_letter(text), HINTS)[0].value.huisnummer == "31-I"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("sure", "printed", "place"),
    [
        (0.9, "Arhem", "Arnhem"),
        (0.9, "Roelofarendsven", "Roelofarendsveen"),
        (1.0, "Arhem", "Arhem"),  # so somebody typed it
        (0.9, "Xhem", "Xhem"),
    ],
)
def test_a_town_of_which_a_scan_lost_a_letter_is_the_one_it_can_be(
    sure: float, printed: str, place: str
) -> None:
    text = f"J. Kwant\nDreef 8\n6823 GM {printed}\n\nGeachte heer,\n\nIk klaag.\n"
    found = adres.find(make_letter(text, confidence=sure), HINTS)
    assert found[0].value.plaats == place  # type: ignore[union-attr]


@pytest.mark.parametrize("line", ["Plein 6 12312 AJ Leiden", "Plein 6 |2312 AJ Leiden"])
def test_a_stroke_against_a_postcode_is_no_figure_of_it(line: str) -> None:
    text = f"F. Demir\n{line}\n\nGeachte heer,\n\nIk klaag.\n"
    assert short(adres.find(make_letter(text), HINTS)[0].value) == "2312 AJ 6"


def test_the_word_postcode_may_stand_between_a_town_and_its_code() -> None:
    told = "Mijn naam is J. Smit, ik woon op Hofstraat 8 in Apeldoorn, postcode 7311 KV. Ik klaag."
    found = adres.find(make_letter(f"Geachte heer,\n\n{told}\n\nHoogachtend,\n\nJ. Smit"), HINTS)
    assert found[0].value == Address("Hofstraat", "8", "7311 KV", "Apeldoorn")


STORY = """J. Jansen

Gemeente Zwolle
Postbus 10007
8000 GA Zwolle

Zwolle, 9 november 2026

Geachte heer, mevrouw,

Ik maak bezwaar tegen uw besluit. {story}

Hoogachtend,

J. Jansen
"""


@pytest.mark.parametrize(
    ("story", "in_passing"),
    [
        ("Het loket aan de Kerkstraat 1, 7441 EX Nijverdal, was dicht.", True),
        ("Mijn dochter woont op Parkweg 40, 7413 AA Deventer.", True),
        ("Ik woon aan de Parkweg 40, 7413 AA Deventer.", False),
        ("U kunt mij schrijven op Parkweg 40, 7413 AA Deventer.", False),
    ],
)
def test_an_address_in_the_story_is_the_senders_when_it_says_so(
    story: str, *, in_passing: bool
) -> None:
    found = adres.find(make_letter(STORY.format(story=story)), HINTS)
    assert ("terloops" in found[0].marks) == in_passing


@pytest.mark.parametrize("office", ["Stichting Noord\nAfdeling bezwaar", "Regio IJssel\nAfd. Wmo"])
def test_a_postbus_under_an_office_is_not_the_senders(office: str) -> None:
    letter = STORY.format(story="").replace("Gemeente Zwolle", office)
    found = adres.find(make_letter(letter), HINTS)
    assert all("terloops" in each.marks for each in found)


def test_a_postbus_under_the_senders_name_is_theirs() -> None:
    letter = STORY.format(story="").replace(
        "J. Jansen\n", "J. Jansen\nPostbus 11\n8011 PB Zwolle\n", 1
    )
    found = adres.find(make_letter(letter), HINTS)
    assert (short(found[0].value), found[0].marks) == ("8011 PB 11", frozenset())


def test_street_and_place_in_boxes_side_by_side_are_one_address() -> None:
    letter = make_letter(
        """
Bezwaarformulier

Naam en voorletters                          Telefoonnummer
P.T.M. Verhagen                              0416-274410

Straat en huisnummer                         Postcode en woonplaats
Lindelaan 33                                 5171 GA Kaatsheuvel

Ik ben het niet eens met het besluit, omdat ik niet kan lopen.
"""
    )
    best = adres.find(letter, HINTS)[0]
    assert best.value == Address("Lindelaan", "33", "5171 GA", "Kaatsheuvel")
    assert "onvolledig" not in best.marks
    assert best.confidence > 0.8


@pytest.mark.parametrize(
    "office",
    [
        "Waterschap Rivierenland\nDe Blomboogerd 12\n4003 BX Tiel",
        "Inspectie Leefomgeving Fryslân\nPostbus 120\n8900 HM Leeuwarden",
        "De Omgevingsdienst IJmond\nStationsplein 48b\n1948 LC Beverwijk",
    ],
)
def test_the_address_of_a_public_body_is_not_the_senders(office: str) -> None:
    text = (
        f"J. Jansen\n\n\n{office}\n\n\nGeacht bestuur,\n\nIk klaag over de sloot.\n\n"
        "Hoogachtend,\n\nJ. Jansen\nKade 6\n4205 BA Gorinchem"
    )
    assert [short(each.value) for each in adres.find(make_letter(text), HINTS)] == ["4205 BA 6"]


@pytest.mark.parametrize("label", ["WOONPLAATS", "POSTCODE"])
def test_postcode_and_place_may_stand_behind_the_label_of_one(label: str) -> None:
    form = f"NAAM: L.B. SMIT\nADRES               MOLENWAL 12\n{label}: 2311 AB LEIDEN"
    found = adres.find(make_letter(f"{form}\n\nGeacht college,\n\nIk maak bezwaar."), HINTS)

    assert short(found[0].value) == "2311 AB 12"


def test_a_name_over_the_number_of_a_form_is_no_street() -> None:
    form = """
Bezwaarformulier

Voornaam Joke            Achternaam Lefevre
Straatnaam Oude Singel   Huisnummer 231
Woonplaats Leiden        Postcode 2311 AB

Ik ben het niet eens met het besluit, omdat ik niet kan lopen.
"""
    found = adres.find(make_letter(form), HINTS)
    assert found[0].value == Address("Oude Singel", "231", "2311 AB", "Leiden")
    assert not any("Achternaam" in each.value.straat for each in found)


def test_fields_below_each_other_are_one_address_in_any_order() -> None:
    form = """
Achternaam

Dekker

Postcode

1781 KR

Huisnummer

8

Straat

Warmoesstraat

Plaats

Den Helder

Ik ben het niet eens met het besluit, omdat ik niet kan lopen.
"""
    found = adres.find(make_letter(form), HINTS)
    assert found[0].value == Address("Warmoesstraat", "8", "1781 KR", "Den Helder")


def test_town_and_postcode_in_columns_of_one_row_belong_together() -> None:
    row = "Trees van Hoof          Heuvel 75c          5491 BW          SINT-OEDENRODE"
    found = adres.find(make_letter(f"{row}\n\n\nGeacht college,\n\nIk maak bezwaar."), HINTS)
    assert found[0].value == Address("Heuvel", "75c", "5491 BW", "Sint-Oedenrode")


def test_an_address_below_the_story_needs_no_closing_formula() -> None:
    text = (
        "CIZ\nPostbus 2690\n3500 GR Utrecht\n\nGeacht college,\n\n"
        "Ik maak bezwaar tegen uw besluit van 3 mei, omdat ik niet meer alleen kan lopen.\n\n\n"
        "{name}\nDorpsstraat 3\n7971 CR Havelte"
    )
    own = adres.find(make_letter(text.format(name="L. Bosch")), HINTS)[0]
    cc = adres.find(make_letter(text.format(name="cc: Stichting De Brug")), HINTS)
    assert own.confidence > 0.7
    assert "terloops" not in own.marks
    assert not cc


def test_of_a_relative_who_helps_the_address_is_not_the_clients() -> None:
    story = "Verzorgd door mijn dochter Ingrid Postma, Binckweg 36, 2516 BE Den Haag."
    said = SAID.replace("klacht.", f"klacht.\n\n{story}")
    found = adres.find(make_letter(f"{SENDER}{said}"), HINTS)
    assert (found[0].value.straat, found[0].role) == ("Laan van Zuid", "client")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "gap", "source", "is_whole"),
    [
        ("nakade 41, 2518 RL Den Haag", 9, TextSource.OCR, False),
        ("nakade 41, 2518 RL Den Haag", 9, TextSource.TEXT, True),
        ("nakade 41, 2518 RL Den Haag", 0, TextSource.OCR, True),
        ("nakade 41, 2518 RL den haag", 9, TextSource.OCR, True),
        ("van Galenstraat 41, 2518 RL Den Haag", 9, TextSource.OCR, True),
        ("Emmakade 41, 2518 RL Den Haag", 9, TextSource.OCR, True),
    ],
)
def test_a_street_of_which_a_scan_lost_the_begin_is_not_sure(
    line: str, gap: int, source: TextSource, *, is_whole: bool
) -> None:
    text = f"{'':{gap}}R. Smit\n{'':{gap}}{line}\n\nGeachte heer,\n\nIk klaag.\n\nGroet,"
    (found,) = adres.find(make_letter(text, source=source), HINTS)
    assert (found.confidence >= 0.6) is is_whole
