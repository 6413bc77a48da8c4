import re

import pytest

from extractors.document import TextSource
from extractors.elements import naam
from extractors.people.contacts import SEEN_ALIKE
from tests.factories import HINTS, make_letter
from tests.unit.extractors.people_letters import CASES, Case


def plain(name: object) -> str:
    return re.sub(r"[^\w' -]", "", str(name)).casefold()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_best_candidate_is_the_client(case: Case) -> None:
    found = naam.find(make_letter(case.text), HINTS)

    best = plain(found[0].value) if found else ""
    assert best == plain(case.naam)


@pytest.mark.parametrize("case", [c for c in CASES if c.naam], ids=lambda case: case.id)
def test_best_candidate_has_its_role_and_marks(case: Case) -> None:
    found = naam.find(make_letter(case.text), HINTS)

    assert found[0].role == case.rol
    assert case.marks <= found[0].marks


def test_a_heading_over_the_name_is_not_the_name() -> None:
    letter = make_letter(
        "Afzender\nP.W. op den Kamp\nTelefoon 06 62511514\n\nCIZ\nPostbus 1\n2300 AB Leiden\n\n"
        "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n"
    )
    assert naam.find(letter, HINTS)[0].value == "P.W. op den Kamp"


def test_a_sender_in_one_line_on_top_is_named() -> None:
    letter = make_letter(
        "Fenna Haan * Wilgenweg 12 * 3512 KL Utrecht * Tel 06 1234 5678 * E-mail: f@example.org\n"
        "\n\nCIZ\nPostbus 1\n2300 AB Leiden\n\nGeachte heer,\n\nIk maak bezwaar.\n"
    )
    assert naam.find(letter, HINTS)[0].value == "Fenna Haan"


def test_a_comma_for_the_point_behind_an_initial_is_read_over() -> None:
    letter = make_letter("Geachte heer,\n\nIk maak bezwaar.\n\nNaam: mevrouw T, Kuiper\n")
    assert naam.find(letter, HINTS)[0].value == "T. Kuiper"


def test_a_curator_names_the_client_in_an_over_line() -> None:
    letter = make_letter(
        "Kantoor Noord\nKade 3\n2311 GJ Leiden\n\nCIZ\nPostbus 1\n2300 AB Leiden\n\n"
        "Over: Pieter Mulder, geboren 3 mei 1960\n\nGeachte heer,\n\n"
        "Als curator van bovengenoemde cliënt ontving ik uw besluit. Ik maak bezwaar.\n\n"
        "Hoogachtend,\n\nH. Smeets"
    )
    found = naam.find(letter, HINTS)
    assert [each.value for each in found if each.role == "client"][:1] in ([], ["Pieter Mulder"])
    assert "H. Smeets" not in [each.value for each in found if each.role == "client"]


def test_who_objects_through_another_is_the_client() -> None:
    letter = make_letter(
        "Gemeente Delft\nPostbus 78\n2600 ME Delft\n\nGeachte commissie,\n\n"
        "Hiermee dient de heer A. Mulder, Kade 12, 2611 AB Delft, met onze hulp een\n"
        "bezwaarschrift in tegen uw besluit.\n\nMet vriendelijke groet,\n\nFenna Haan"
    )
    best = naam.find(letter, HINTS)[0]
    assert (best.value, best.role) == ("A. Mulder", "client")


@pytest.mark.parametrize("sign", ["*", "|", "•", "«", "+", "-", "e"])
def test_a_sender_in_one_line_is_named_whatever_a_scan_makes_of_the_signs(sign: str) -> None:
    letter = make_letter(
        f"H. Haan {sign} Wilgenweg 12 {sign} 3512 KL Utrecht\n\nCIZ\nPostbus 1\n"
        "2300 AB Leiden\n\nGeachte heer,\n\nIk maak bezwaar.\n"
    )
    assert naam.find(letter, HINTS)[0].value == "H. Haan"


def test_how_the_rest_of_the_line_was_read_says_nothing_of_the_name() -> None:
    letter = make_letter(
        "H. Haan * Wilgenweg 12 * 3512 KL Utrecht\n\nCIZ\nPostbus 1\n2300 AB Leiden\n\n"
        "Geachte heer,\n\nIk maak bezwaar.\n"
    )
    assert naam.find(letter, HINTS)[0].evidence[0].text == "H. Haan"


def test_a_wish_in_small_letters_is_no_name() -> None:
    wish = (
        "Geachte heer,\n\nIk maak bezwaar.\n\nVerzoek: kostprijs verlagen, termijnen verrekenen\n"
    )
    assert not naam.find(make_letter(wish), HINTS)


def test_a_name_in_small_letters_behind_its_label_is_one() -> None:
    text = "Geachte heer,\n\nIk maak bezwaar.\n\nVerzoeker: hatice yilmaz\n"
    assert naam.find(make_letter(text), HINTS)[0].value == "Hatice Yilmaz"


def test_a_street_behind_a_sign_at_the_foot_is_no_second_surname() -> None:
    letter = make_letter(
        "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\nL. Haan\n\n"
        "L. Haan | Achter de Hoven 9 | 8933 CR Leeuwarden"
    )
    assert naam.find(letter, HINTS)[0].value == "L. Haan"


def test_a_speck_before_the_birth_date_does_not_hide_the_client() -> None:
    letter = make_letter(
        "Geachte heer,\n\nMijn zoon Harm de Lange-Mol. (geb. 2-5-2014) krijgt geen vervoer.\n\n"
        "Hoogachtend,\n\nNaam: Zohra de Lange-Mol"
    )
    best = naam.find(letter, HINTS)[0]
    assert (best.value, best.role) == ("Harm de Lange-Mol", "client")


BODY = "Geachte heer,\n\nIk heb een klacht over de wachttijd, die veel te lang is.\n\n"


def test_a_name_over_a_street_and_a_postcode_ends_a_letter_without_a_closing() -> None:
    end = "Graag hoor ik van u.\n\n\nT.H. de Rooij\nKade 45\n5701 GD Helmond"
    (found,) = naam.find(make_letter(BODY + end), HINTS)
    assert found.value == "T.H. de Rooij"
    assert found.confidence > 0.7
    # Words with capitals over a line of text are no sender.
    (other,) = naam.find(make_letter(f"{BODY}T.H. de Rooij\nkwam niet\nen belde niet"), HINTS)
    assert other.confidence < 0.6


def test_a_figure_before_a_name_with_its_address_was_a_letter() -> None:
    end = "Hoogachtend,\n\n\n{}, Hofstraat 8, 7311 KV Apeldoorn"
    (found,) = naam.find(make_letter(BODY + end.format("1. Zijlstra")), HINTS)
    assert found.value == "I. Zijlstra"
    assert naam.find(make_letter(f"{BODY}Hoogachtend,\n\n1. Besluit, verslag, brief"), HINTS) == ()


@pytest.mark.parametrize("sent", ["Afz. ", "Afzender: ", "Van: "])
def test_the_word_for_a_sender_before_a_name_with_its_address_is_no_part_of_it(sent: str) -> None:
    text = f"{sent}Rachid Benali, Kade 13, 3582 AT Utrecht\n\n{BODY}Hoogachtend,\n\n\nRachid Ben"
    assert naam.find(make_letter(text), HINTS)[0].value == "Rachid Benali"


@pytest.mark.parametrize("name", ["W.F. 's-Gravendijk", "C. 's-Jacob"])
def test_a_surname_may_begin_with_an_apostrophe(name: str) -> None:
    assert naam.find(make_letter(f"Naam: {name}\n\n{BODY}"), HINTS)[0].value == name


@pytest.mark.parametrize("sign", ["", "| ", "[ "])
def test_the_line_around_a_cell_is_no_part_of_its_label(sign: str) -> None:
    text = f"{sign}Voorletters en        Ank de Haas\n{sign}achternaam\n\n{BODY}"
    found = naam.find(make_letter(text), HINTS)
    assert found[0].value == "Ank de Haas"
    assert found[0].confidence > 0.7


@pytest.mark.parametrize("name", ["\u00ceS. Soekhai", "|S. Soekhai", "_S. Soekhai"])
def test_the_side_of_a_cell_is_no_letter_of_a_name(name: str) -> None:
    assert naam.find(make_letter(f"Naam: {name}\n\n{BODY}"), HINTS)[0].value == "S. Soekhai"


def test_a_capital_with_an_accent_begins_a_name() -> None:
    assert (
        naam.find(make_letter(f"Naam: \u00cflse Smit\n\n{BODY}"), HINTS)[0].value
        == "\u00cflse Smit"
    )


@pytest.mark.parametrize(
    ("top", "end", "sure", "is_open"),
    [
        ("L Zijlstra", "L Zijlstra", 0.88, True),
        ("L Zijlstra", "L. Zijlstra", 0.9, False),
        ("L Zijlstra", "Lies Zijlstra", 0.9, False),
        ("L Zijlstra", "L Zijlstra", 1.0, False),  # so somebody typed it
        ("K Zijlstra", "K Zijlstra", 0.88, False),
        # "C.I. Zijlstra" with a dot less
        ("CL Zijlstra", "CL Zijlstra", 0.95, True),
        ("EC. Zijlstra", "EC. Zijlstra", 0.95, False),
        ("CL Zijlstra", "CL Zijlstra", 1.0, False),
        ("LM.J. Zijlstra", "LM.J. Zijlstra", 0.95, True),
        ("DJ.B. Zijlstra", "DJ.B. Zijlstra", 0.95, False),
        ("E.L. Zijlstra", "E.L. Zijlstra", 0.95, False),
        ("JP Zijlstra", "JP Zijlstra", 0.95, False),
        ("IJ. Zijlstra", "IJ. Zijlstra", 0.95, False),
        ("CL Zijlstra", "Carla Lea Zijlstra", 0.95, False),
    ],
)
def test_initials_that_lost_a_dot_on_a_scan_may_be_others(
    top: str, end: str, sure: float, is_open: bool
) -> None:
    text = f"{top}\nKade 5\n1213 SG Hilversum\n\n{BODY}Hoogachtend,\n\n\n{end}"
    (found,) = naam.find(make_letter(text, confidence=sure), HINTS)
    assert ("letter_onzeker" in found.marks) is is_open


@pytest.mark.parametrize(
    ("name", "sure", "is_open"),
    [
        ("Mustafa Aydo-an", 0.95, True),
        ("Mustafa Aydo-an", 1.0, False),
        ("Ineke Terpstra-de Graaf", 0.95, False),
        ("Anne Smit-Visser", 0.95, False),
    ],
)
def test_a_hyphen_in_a_name_on_a_scan_may_be_a_letter(
    name: str, sure: float, is_open: bool
) -> None:
    text = f"{name}\nKade 5\n1213 SG Hilversum\n\n{BODY}Hoogachtend,\n\n\n{name}"
    (found,) = naam.find(make_letter(text, confidence=sure), HINTS)
    assert ("letter_onzeker" in found.marks) is is_open


@pytest.mark.parametrize(
    ("top", "end", "sure", "is_open"),
    [
        ("Lidewij Brinkhorst", "Lidewij Biinkhorst", 0.95, True),
        ("Lidewij Brinkhorst", "Lidewij Biinkhorst", 1.0, False),
        ("Lidewij Brinkhorst", "Lidewij Brinkhorst", 0.95, False),
        ("Hakan Özturk", "Hakan Öztürk", 0.95, False),
        ("Lidewij Brinkhorst", "Lidewij Brinkhorst-Vos", 0.95, False),
    ],
)
def test_a_surname_that_a_scan_spells_in_two_ways_may_be_either(
    top: str, end: str, sure: float, is_open: bool
) -> None:
    text = f"{top}\nKade 5\n1213 SG Hilversum\n\n{BODY}Hoogachtend,\n\n\n{end}"
    found = naam.find(make_letter(text, confidence=sure), HINTS)[0]
    assert ("letter_onzeker" in found.marks) is is_open


@pytest.mark.parametrize(
    ("mail", "sure", "is_open"),
    [
        ("schimmelpenninck51@live.nl", SEEN_ALIKE, True),
        ("eschimmelpenninck@live.nl", SEEN_ALIKE, True),
        ("schimmelpenninck51@live.nl", 0.9, False),  # the address may be what was misread
        ("e.schimrhelpenninck@live.nl", SEEN_ALIKE, False),
        ("degraaf@live.nl", SEEN_ALIKE, False),
    ],
)
def test_a_surname_that_an_address_spells_otherwise_may_be_misread(
    mail: str, sure: float, is_open: bool
) -> None:
    text = f"E. Schimrhelpenninck\nKade 5\n1213 SG Hilversum\n{mail}\n\n{BODY}"
    letter = make_letter(text, confidence=sure, source=TextSource.OCR)
    assert ("letter_onzeker" in naam.find(letter, HINTS)[0].marks) is is_open


@pytest.mark.parametrize(
    ("read", "name"), [("Lidia Kowalczijk", "Lidia Kowalczyk"), ("Jan van Dijk", "Jan van Dijk")]
)
def test_a_polish_y_is_no_dutch_ij(read: str, name: str) -> None:
    assert naam.find(make_letter(f"Naam: {read}\n\n{BODY}"), HINTS)[0].value == name


@pytest.mark.parametrize(
    ("read", "name", "source"),
    [
        ("Tukasz Mulder", "\u0141ukasz Mulder", TextSource.OCR),
        ("Tukasz Mulder", "Tukasz Mulder", TextSource.TEXT),
        ("Jannette Mulder", "Jannette Mulder", TextSource.OCR),
        ("Dragana Petrovi\u00e9", "Dragana Petrovi\u0107", TextSource.OCR),
        ("Dragana Petrovi\u00e9", "Dragana Petrovi\u00e9", TextSource.TEXT),
        ("Ewa Zielifski", "Ewa Zieli\u0144ski", TextSource.OCR),
        ("Ewa Jablo\u00faska", "Ewa Jablo\u0144ska", TextSource.OCR),
        ("Ewa Orlovski", "Ewa Orlovski", TextSource.OCR),
        ("Claire Dubarri\u00e9", "Claire Dubarri\u00e9", TextSource.OCR),
        ("Osman Kilig", "Osman K\u0131l\u0131\u00e7", TextSource.OCR),
        ("Osman Kilig", "Osman Kilig", TextSource.TEXT),
        ("Osman Koning", "Osman Koning", TextSource.OCR),
    ],
)
def test_a_name_with_a_letter_that_scans_do_not_know_is_put_right(
    read: str, name: str, source: TextSource
) -> None:
    letter = make_letter(f"Naam: {read}\n\n{BODY}", source=source)
    assert naam.find(letter, HINTS)[0].value == name


def test_an_initial_that_is_a_stroke_on_a_scan_is_an_i() -> None:
    letter = make_letter(f"{BODY}Ik schrijf u namens mevrouw |. Mulder, wonende te Ede.")
    assert naam.find(letter, HINTS)[0].value == "I. Mulder"


def test_an_arab_prefix_keeps_its_l() -> None:
    letter = make_letter(f"Naam: K. Ei Yaakoubi\n\n{BODY}", confidence=0.9)
    assert naam.find(letter, HINTS)[0].value == "K. El Yaakoubi"


def test_who_a_table_in_the_senders_block_calls_the_client_does_not_write() -> None:
    text = (
        "Afzender             J. van den Heuvel\nAdres                Rijnweg 3\n"
        "Postcode/plaats      2342 BB Oegstgeest\nCliënt               M. Bakker\n\n"
        "Geachte heer,\n\nNamens mijn vader klaag ik over zijn zorg.\n\n"
        "Hoogachtend,\n\nJ. van den Heuvel"
    )
    found = naam.find(make_letter(text), HINTS)
    assert [(each.value, each.role) for each in found if each.role == "client"] == [
        ("M. Bakker", "client")
    ]


def test_a_house_in_the_subject_is_nobody() -> None:
    text = (
        "R. Bakker\nPiet Heinstraat 55\n4461 GL Goes\n\nInzake: woz-waarde Piet Heinstraat 55\n\n"
        "Geachte heer,\n\nDe waarde is te hoog.\n\nHoogachtend,\n\nR. Bakker"
    )
    assert [each.value for each in naam.find(make_letter(text), HINTS)] == ["R. Bakker"]


def test_the_heading_over_the_labels_of_a_table_tells_whose_name_it_is() -> None:
    text = (
        "Stichting Mentorschap De Brug\nKade 3\n2311 GJ Leiden\n\nGegevens cliënt\n"
        "Naam                           dhr. W.P. Bakker\n"
        "Adres                          Rijnweg 3, 2342 BB Oegstgeest\n\n"
        "Geachte heer,\n\nAls mentor van de heer Bakker maak ik bezwaar.\n\n"
        "Hoogachtend,\n\nLieke Spanjer, mentor"
    )
    found = naam.find(make_letter(text), HINTS)
    assert [(each.value, each.role) for each in found] == [
        ("W.P. Bakker", "client"),
        ("Lieke Spanjer", "vertegenwoordiger"),
    ]


def test_the_dot_of_an_initial_in_its_box_is_no_e() -> None:
    text = "Voorletters: Te\nTussenvoegsel: van\nAchternaam: Ommen\n\nGeachte heer,\n\nIk klaag."
    assert naam.find(make_letter(text, confidence=0.9), HINTS)[0].value == "T. van Ommen"


def test_a_short_first_name_keeps_its_e() -> None:
    text = "Voornaam: Ge\nAchternaam: Bakker\n\nGeachte heer,\n\nIk klaag."
    assert naam.find(make_letter(text), HINTS)[0].value == "Ge Bakker"


@pytest.mark.parametrize(
    "body",
    [
        "Inspectie Leefomgeving", "Waterschap Rivierenland", "Omgevingsdienst IJmond",
        "Provincie Zeeland", "Hoogheemraadschap Delfland", "Belastingsamenwerking Gouwe",
    ],
)  # fmt: skip
def test_a_public_body_is_nobody(body: str) -> None:
    text = (
        f"R. Bakker\nPiet Heinstraat 55\n4461 GL Goes\n\n{body}\nPostbus 12\n8900 HM Leeuwarden\n\n"
        "Mevrouw, mijnheer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\nR. Bakker"
    )
    assert [each.value for each in naam.find(make_letter(text), HINTS)] == ["R. Bakker"]


@pytest.mark.parametrize("label", ["Zorgaanbieder", "Huisarts", "Contactpersoon"])
def test_a_label_with_its_value_over_a_name_is_no_heading(label: str) -> None:
    text = (
        f"{label:<30} De Linde\nNaam                           R. Bakker\n"
        "Adres                          Rijnweg 3, 2342 BB Oegstgeest\n\n"
        "Geachte heer,\n\nIk klaag over de zorg.\n\nHoogachtend,"
    )
    found = naam.find(make_letter(text), HINTS)
    assert found[0].value == "R. Bakker"
    assert found[0].role == "client"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("Hoogachtend,\n\n(L. van Rhee)", "L. van Rhee"),
        ("Hoogachtend,\n\n(gemachtigde)", ""),
        ("Hoogachtend,\n\nOda Lems / Kade 4 / 6824 GS Arnhem", "Oda Lems"),
        ("Hoogachtend,\n\nOda Lems, Kade 4 / 6824 GS Arnhem", "Oda Lems"),
        ("Voorletters of voornaam: Greet\nAchternaam: Dekker", "Greet Dekker"),
        ("Groet,\n\nik woon op Kade 4, 6824\nGS Arnhem.", ""),
        ("U kunt mij schrijven op dit adres: Oda Lems, Kade 4, 6824 GS Arnhem.", "Oda Lems"),
        ("U kunt mij schrijven op dit adres: Nieuwe Haven 4, 6824 GS Arnhem.", ""),
        ("Vanaf mei is ons adres: Nieuwe Haven 4, 6824 GS Arnhem.", ""),
    ],
)
def test_a_name_is_told_by_the_signs_around_it(lines: str, name: str) -> None:
    letter = make_letter(f"Geachte heer,\n\nIk maak bezwaar tegen uw besluit.\n\n{lines}\n")
    assert [str(each.value) for each in naam.find(letter, HINTS)][:1] == ([name] if name else [])


@pytest.mark.parametrize("line", ["= Louise van Rhee =", "N A A M   Louise van Rhee"])
def test_signs_around_a_name_on_top_are_no_part_of_it(line: str) -> None:
    top = f"{line}\nKade 4\n6824 GS Arnhem\n\n\nGeachte heer,\n\nIk maak bezwaar."
    assert naam.find(make_letter(top), HINTS)[0].value == "Louise van Rhee"
