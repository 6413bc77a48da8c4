import pytest

from extractors.people.persons.reading import find_persons, parse_person, person_at

NAMES = {
    "Mevr. A.B. de Vries": "A.B. de Vries",
    "de heer J. de Vries": "J. de Vries",
    "De heer en mevrouw de Vries": "de Vries",
    "J P Jansen": "J.P. Jansen",
    "JP Jansen": "JP Jansen",
    "J.P. DE VRIES": "J.P. de Vries",
    "JAN VAN DEN BERG": "Jan van den Berg",
    "Fatima El Amrani": "Fatima El Amrani",
    "Mohamed Ben Ali": "Mohamed Ben Ali",
    "M. el Bouzidi": "M. el Bouzidi",
    "A. Aït Oubella": "A. Aït Oubella",
    "mr. drs. P.A. 't Hart": "P.A. 't Hart",
    "K. Öztürk": "K. Öztürk",
    "Małgorzata Kowalska-Nowak": "Małgorzata Kowalska-Nowak",
    "Da Silva, M.": "M. Da Silva",
    "Vries, J.P. de": "J.P. de Vries",
    "Winston Rozenblad | Nieuw-Vennep": "Winston Rozenblad",
    "Vries, de, J.P.": "J.P. de Vries",
    "J. en M. de Vries-Jansen": "J. de Vries-Jansen",
    "Jan en Marie de Vries": "Jan de Vries",
    "J. van der Veen & A. van der Veen-Mulder": "J. van der Veen",
    "Fam. Bakker": "Bakker",
    "M. Jansen e/v de Vries": "M. Jansen e/v de Vries",
    "Mevr. wed. J. Bakker-Smit": "J. Bakker-Smit",
    "S.R. Ramdin": "S.R. Ramdin",
    "Xhoi Berisha": "Xhoi Berisha",
    "Anne-Marie van Dijk": "Anne-Marie van Dijk",
    "J.P. (Jan) de Vries": "J.P. de Vries",
    "E.J.M. van Leeuwen (Els)": "E.J.M. van Leeuwen",
    "Th. IJsbrands": "Th. IJsbrands",
    "H. v.d. Berg": "H. v.d. Berg",
    "H. v/d Berg": "H. v/d Berg",
    "J. de Vries - Jansen": "J. de Vries-Jansen",
    "P.J.M. Jansen-van der Berg": "P.J.M. Jansen-van der Berg",
    "mw. mr. A. Bakker LLM": "A. Bakker",
    "Mw C. Wong A Kwai": "C. Wong A Kwai",
    "Mw. F. (Fatouma) Sow": "F. Sow",
    "A. Voor Rust": "A. Voor Rust",
    "R. Schoonderwoerd den Bezemer": "R. Schoonderwoerd den Bezemer",
    "F.W. van Voorst tot Voorst": "F.W. van Voorst tot Voorst",
    "Maria del Carmen Lopez": "Maria del Carmen Lopez",
    "J. de Heer": "J. de Heer",
    "A. van der Plaats": "A. van der Plaats",
    "K. van der Meer": "K. van der Meer",
    "B. Lawson": "B. Lawson",
    "Marijke d'Hont": "Marijke d'Hont",
    "mevrouw De Jong": "De Jong",
    "]. de Vries": "J. de Vries",  # a J that the scanner took for a bracket
    "R. Mul1er": "R. Muller",
}


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_name_is_written_without_its_title(text: str, name: str) -> None:
    person = parse_person(text)

    assert person is not None
    assert person.name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dorpsstraat 12",
        "Geachte mevrouw",
        "Met vriendelijke groet",
        "Zorgkantoor VGZ",
        "Stichting Mentorschap",
        "Van Dalen & Prins Advocaten",
        "Betreft: bezwaar",
        "Bijlage",
        "Klooster Maria Auxilium",
        "Gezondheidscentrum Molenwijk",
        "Advocatenpraktijk van Rijn",
        "Steun Cliëntondersteuning",
        "Date",
        "06-12345678",
        "ik ben het er niet mee eens",
    ],
)
def test_what_is_no_name_gives_nothing(text: str) -> None:
    assert parse_person(text) is None


def test_first_name_only_is_known_as_such() -> None:
    person = parse_person("Samira")

    assert person is not None
    assert person.is_first_name_only


def test_name_without_capitals_is_read_only_behind_a_label() -> None:
    lenient = parse_person("jan de wit", lenient=True)

    assert parse_person("jan de wit") is None
    assert lenient is not None
    assert lenient.name == "Jan de Wit"


def test_name_in_a_sentence_ends_where_the_sentence_does() -> None:
    found = person_at("de heer Mohamed Ben Ali. Hij is het niet eens", 0)

    assert found is not None
    assert found.person.name == "Mohamed Ben Ali"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jonkheer F.W. van Voorst tot Voorst, wonende", "F.W. van Voorst tot Voorst"),
        ("mevrouw A. Smit den Haag", "A. Smit"),
        ("de heer B. Smit tot zijn dood", "B. Smit"),
        ("de heer B. Smit (Leiden) en", "B. Smit"),
    ],
)
def test_a_small_word_goes_on_with_a_surname_only_before_another(text: str, name: str) -> None:
    found = person_at(text, 0)

    assert found is not None
    assert found.person.name == name


def test_running_text_gives_people_with_initials_or_title() -> None:
    found = find_persons("Op 3 maart belde mevrouw Jansen en later drs. P. de Wit van de Wlz.")

    assert [each.person.name for each in found] == ["Jansen", "P. de Wit"]


@pytest.mark.parametrize("mark", ["'", "\u2019", "\u2018", "`"])
def test_the_mark_of_t_is_typed_in_many_ways(mark: str) -> None:
    assert parse_person(f"Trijntje in {mark}t Hout").surname == "Hout"


def name_of(text: str) -> str:
    person = parse_person(text)
    assert person is not None
    return person.name


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Danuta lonescu", "Danuta Ionescu"),
        ("L. Smit-lllens", "L. Smit-Illens"),
        ("Fatima El ldrissi", "Fatima El Idrissi"),
        ("lbrahim Yilmaz", "Ibrahim Yilmaz"),
        ("lneke de Boer", "Ineke de Boer"),
        ("J. lsik-Bakker", "J. Isik-Bakker"),
    ],
)
def test_a_capital_i_that_was_read_as_an_l_is_put_back(read: str, name: str) -> None:
    assert name_of(read) == name


@pytest.mark.parametrize("text", ["Anna leest dit", "Jan lag ziek", "J. lvb", "Piet loopt"])
def test_a_small_word_with_an_l_is_no_part_of_a_name(text: str) -> None:
    found = person_at(text, 0)
    assert found is None or not found.person.surname


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mevrouw M. Straat", "M. Straat"),
        ("J.P. Plaats", "J.P. Plaats"),
        ("Dhr. J. Jansen e/o mevr. P. Smit", "J. Jansen"),
    ],
)
def test_surnames_that_are_words_of_letters_too(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize("text", ["B. Straat", "C. Plaats", "2. Adres"])
def test_a_field_of_a_form_is_no_name(text: str) -> None:
    assert parse_person(text) is None


def test_an_address_in_brackets_is_no_part_of_the_name() -> None:
    found = person_at("Danuta Ionescu (De Meent 3, 2311 AB Leiden)", 0)
    assert found is not None
    assert found.person.name == "Danuta Ionescu"


def test_a_first_name_in_brackets_goes_with_the_initials() -> None:
    found = person_at("J.P. (Jan) de Vries", 0)
    assert found is not None
    assert found.person.name == "J.P. de Vries"


@pytest.mark.parametrize(
    "text", ["J. Jelle) de Vries", "J. (Jelle de Vries", "J. (Jelle) de Vries"]
)
def test_what_somebody_is_called_is_skipped_when_a_scan_lost_a_bracket(text: str) -> None:
    person = parse_person(text)

    assert person is not None
    assert person.name == "J. de Vries"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hierbij meldt Fatma Kaya, via Zuster Bakker, dat", ["Fatma Kaya", "Bakker"]),
        ("Inmiddels schreef Joh. Smit", ["Joh. Smit"]),
        ("Karel, Sinds de val", []),
        ("Namens Karel de Wit: Graag uw antwoord", ["Karel de Wit"]),
    ],
)
def test_of_words_with_a_capital_only_some_begin_a_sure_name(text: str, names: list[str]) -> None:
    assert [found.person.name for found in find_persons(text)] == names
