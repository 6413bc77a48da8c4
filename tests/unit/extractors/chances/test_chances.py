from dataclasses import replace
from importlib.resources import files

import pytest

from extractors.chances.chances import Model, Weight, load_models, parse_models, weighed
from extractors.chances.traits import traits_of
from extractors.chances.view import View
from extractors.document import Box, Letter, TextSource
from extractors.element import NAMED, Address, Candidate, ElementId, Evidence, Reading
from tests.factories import make_letter, make_letter_page, make_page, make_reading

LETTER = "Naam: J. de Vries\n\nBSN: 9999.90.019\n\nGeachte heer, mevrouw,"


def found(value: str, confidence: float = 0.9, **more: object) -> Candidate:
    return Candidate(value, value, (), confidence, **more)  # type: ignore[arg-type]


def reading(*candidates: Candidate, legibility: float = 1.0) -> Reading:
    return make_reading(
        make_letter(LETTER), candidates={ElementId.KENMERK: candidates}, legibility=legibility
    )


def chances(read: Reading) -> list[float]:
    return [each.chance or 0.0 for each in weighed(read).candidates[ElementId.KENMERK]]


def test_every_candidate_gets_a_chance() -> None:
    assert all(0.0 < chance < 1.0 for chance in chances(reading(found("A-1"), found("B-2", 0.5))))


def test_a_value_that_fits_better_has_the_better_chance() -> None:
    sure, weak = chances(reading(found("ZK-2026-1"), found("ZK-2025-7", 0.4)))
    assert sure > weak


def test_order_stays_that_of_the_finders() -> None:
    read = weighed(reading(found("A-1", 0.4), found("B-2", 0.9)))
    assert [each.value for each in read.candidates[ElementId.KENMERK]] == ["A-1", "B-2"]


def test_weighing_twice_changes_nothing() -> None:
    once = weighed(reading(found("A-1"), found("B-2", 0.5)))
    assert weighed(once) == once


def test_what_takes_most_from_the_chance_is_named() -> None:
    model = Model(3.0, {"weakest": Weight(-4.0, 0.0), "ahead": Weight(2.0, 0.3)})
    shares = model.shares({"weakest": 0.6, "ahead": 0.3})
    assert min(shares, key=lambda name: shares[name]) == "weakest"


def test_model_without_traits_is_its_constant() -> None:
    models = parse_models("[kenmerk]\nconstant = 0.0\n")
    assert models[ElementId.KENMERK] == Model(0.0, {})


def test_shipped_models_cover_every_element() -> None:
    assert set(load_models()) == set(ElementId)


@pytest.mark.parametrize("element", ElementId)
def test_bad_reading_never_adds_to_a_chance(element: ElementId) -> None:
    weights = load_models()[element].weights
    assert all(weights[name].weight < 0 for name in ("weakest", "unread") if name in weights)


def test_shipped_file_names_the_command_that_made_it() -> None:
    text = files("extractors.elements").joinpath("kansen.toml").read_text("utf-8")
    assert "python -m benchmarks.fit run" in text


def test_junk_has_traits_too() -> None:
    far = Evidence(99, Box(0, 0, 1, 1), "")
    for element in ElementId:
        for value in ("", " ", "@", "\u0000"):
            odd = replace(found(value), evidence=(far,))
            assert traits_of(View(make_reading(make_letter(""))), element, odd, (odd,))


def test_how_much_of_its_sort_a_letter_names_is_counted_by_value() -> None:
    every = [found(each) for each in ("Z-26-0118", "Z260118", "44.5120")]
    view = View(make_reading(make_letter("")))
    crowds = [traits_of(view, ElementId.KENMERK, each, every)["crowd"] for each in every]
    assert crowds == [1.0, 1.0, pytest.approx(1.585, abs=0.001)]


def test_who_writes_for_the_client_is_no_rival_of_the_client() -> None:
    client = found("J. de Vries", 0.7, role="client")
    writer = found("A. Smit", 0.95, role="vertegenwoordiger")
    other = replace(writer, role="client")
    view = View(reading())
    ahead = [
        traits_of(view, ElementId.NAAM, client, (client, rival))["ahead"]
        for rival in (writer, other)
    ]
    assert ahead[0] > 0.0 > ahead[1]


@pytest.mark.parametrize(
    ("address", "trait", "value"),
    [
        (Address("Kade", "3", "7551 AC", "Hengelo (OV)"), "unknown_place", 0.0),
        (Address("Kade", "3", "7551 AC", "Nergens (OV)"), "unknown_place", 1.0),
        (Address("1e Kade", "3", "7551 AC", "Hengelo"), "odd", 0.0),
        (Address("Plein 1944", "3", "7551 AC", "Hengelo"), "odd", 0.0),
        (Address("Kade 3", "3", "7551 AC", "Hengelo"), "odd", 1.0),
        (Address("Rijksweg", "1208", "7551 AC", "Hengelo"), "long_number", 1.0),
        (Address("Rijksweg", "1289-94", "7551 AC", "Hengelo"), "long_number", 0.0),
        (Address("Laan van Meerdervoort", "1043", "2564 AK", "Den Haag"), "long_number", 0.0),
    ],
)
def test_what_looks_odd_in_an_address(address: Address, trait: str, value: float) -> None:
    scan = make_letter("Kade 3", source=TextSource.OCR)
    place = Evidence(1, scan.pages[0].lines[0].box, "Kade 3")
    candidate = replace(found("x"), value=address, evidence=(place,))
    traits = traits_of(View(make_reading(scan)), ElementId.ADRES, candidate, (candidate,))
    assert traits[trait] == pytest.approx(value)


@pytest.mark.parametrize(
    ("place", "weakest"),
    [("'s-Hertogenbosch", 0.1), ("'s-Onbekendhoven", 1.0), ("Vries", 1.0)],
)
def test_an_engine_that_is_not_sure_of_a_known_town_says_little(place: str, weakest: float) -> None:
    page = make_page(f"Kade 3, 5211 RK {place}", source=TextSource.OCR)
    words = (*page.words[:-1], replace(page.words[-1], confidence=0.0))
    letter = Letter((make_letter_page(replace(page, words=words)),))
    box = letter.pages[0].lines[0].box
    candidate = replace(
        found("x"),
        value=Address("Kade", "3", "5211 RK", place),
        evidence=(Evidence(1, box, "Kade 3"),),
    )
    traits = traits_of(View(make_reading(letter)), ElementId.ADRES, candidate, (candidate,))
    assert traits["weakest"] == pytest.approx(weakest)


@pytest.mark.parametrize(
    ("line", "weakest"),
    [
        ("1e Kade 35-2 5211 RK Breda", 0.1),  # "1e" was not read well
        ("1e Kade 35-2 (adres) 8 5211 RK Breda", 0.1),  # nor the number of a box of a form
        ("1e Kade 3S-2 5211 RK Breda", 0.9),  # the house number stands there otherwise
    ],
)
def test_figures_that_are_no_part_of_an_address_leave_no_doubt_about_it(
    line: str, weakest: float
) -> None:
    page = make_page(line, source=TextSource.OCR, confidence=0.9)
    words = tuple(
        replace(word, confidence=0.1) if word.text in {"1e", "8", "3S-2"} else word
        for word in page.words
    )
    letter = Letter((make_letter_page(replace(page, words=words)),))
    candidate = replace(
        found("x"),
        value=Address("1e Kade", "35-2", "5211 RK", "Breda"),
        evidence=(Evidence(1, letter.pages[0].lines[0].box, line),),
    )
    traits = traits_of(View(make_reading(letter)), ElementId.ADRES, candidate, (candidate,))
    assert traits["weakest_figures"] == pytest.approx(weakest)


@pytest.mark.parametrize(("marks", "unexplained"), [({"gelijk_gezien"}, 0.0), (set(), 1.0)])
def test_an_address_that_looks_saw_alike_has_lost_no_dot(
    marks: set[str], unexplained: float
) -> None:
    scan = make_letter("jdevries@ziggo.nl", source=TextSource.OCR)
    place = Evidence(1, scan.pages[0].lines[0].box, "")
    candidate = replace(found("jdevries@ziggo.nl"), evidence=(place,), marks=frozenset(marks))
    traits = traits_of(View(make_reading(scan)), ElementId.EMAIL, candidate, (candidate,))
    assert traits["unexplained"] == unexplained


def test_what_is_only_named_has_no_chance_where_the_words_say_otherwise() -> None:
    """The BSN, behind its own label: nobody takes it for the reference of a decision."""
    letter = make_letter(LETTER)
    place = next(
        Evidence(line.page, word.box, word.text)
        for line in letter.lines
        for word in line.words
        if word.text == "9999.90.019"
    )
    for role, has_chance in ((NAMED, False), ("gelabeld", True)):
        told = Candidate("9999.90.019", "9999.90.019", (place,), 0.3, role)
        read = make_reading(letter, candidates={ElementId.KENMERK: (told,)})
        assert bool(weighed(read).candidates[ElementId.KENMERK][0].chance) is has_chance


@pytest.mark.parametrize(
    ("read_as", "sure", "counts"),
    [
        ("Ma", 0.34, False),
        ("Ma", 0.9, True),
        ("Abcoude", 0.9, False),
        ("A.C. de Wlt", 0.9, False),
        ("B. Smit", 0.9, True),
    ],
)
def test_only_other_people_are_compared_with(read_as: str, sure: float, counts: bool) -> None:
    letter = make_letter(f"Geachte heer,\n\nHoogachtend,\n\n{read_as}\n\nA.C. de Wit")
    words = {word.text: word for line in letter.lines for word in line.words}
    page = letter.pages[0].page
    shown = tuple(replace(x, confidence=sure) if x.text == read_as else x for x in page.words)
    pages = (replace(letter.pages[0], page=replace(page, words=shown)),)

    def named(name: str, last: str) -> Candidate:
        place = Evidence(page.number, words[last].box, name)
        return Candidate(name, name, (place,), 0.6, "client")

    own, other = named("A.C. de Wit", "Wit"), named(read_as, read_as.rsplit(maxsplit=1)[-1])
    view = View(make_reading(replace(letter, pages=pages), candidates={}))
    alone = traits_of(view, ElementId.NAAM, own, (own,))["told_ahead"]
    beside = traits_of(view, ElementId.NAAM, own, (own, other))["told_ahead"]
    assert (beside != alone) is counts
