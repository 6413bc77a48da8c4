"""The words of letters: plain Dutch for everyone, and files that an organisation can change."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from statistics import fmean

import pytest

from extractors.element import ElementId
from service.concepts import Block, Concept, ConceptKind, Heading, Items, Lines, Paragraph
from service.wording import (
    Asking,
    ElementWords,
    Values,
    Wording,
    WordingError,
    WordingFile,
    template_names,
    wording_of,
)
from tests.unit.service.answers import DAUGHTER, make_answerable, make_concept
from validators.profile import load_profile, profile_ids, requirements_of
from validators.report import Intent, Kind, WindowVerdict

MOST_WORDS, MEAN_WORDS = 20, 12
# Words of jurists and offices. What they stand for is said in other words, or not at all.
FORBIDDEN = (
    *("verzuim", "ontvankelijk", "gronden", "gemachtigde", "bestuursorgaan", "indiener"),
    *("middels", "derhalve", "conform", "ingevolge", "teneinde", "alsmede", "dient", "dienen"),
    *("voornoemd", "onderhavig", "desbetreffend", "jegens", "inzake", "terzake", "betreffende"),
    *("beslistermijn", "opgeschort", "verdagen", "onverwijld", "naar aanleiding van", "gaarne"),
    *("hierbij", "bovengenoemd", "dossier", "afschrift", "schriftelijk", "in behandeling"),
)
INFORMAL = ("je", "jij", "jou", "jouw", "jullie", "ben je")
# The page itself is what is tested.
MANUAL = Path(__file__).parents[3] / "docs" / "brieven.md"
LETTER = "ontvangstbevestiging-bezwaar.txt"


def answers() -> Iterator[Concept]:
    """Yield letters to citizens for every profile and kind, with little and with much in them."""
    for profile in profile_ids():
        owner = load_profile(profile)
        for kind in (Kind.BEZWAAR, Kind.KLACHT):
            asked = requirements_of(owner, kind)
            missing = asked.wettelijk + asked.organisatie
            plain = make_answerable(kind, profile)
            full = make_answerable(
                kind,
                profile,
                missing=missing,
                contact=DAUGHTER,
                warnings=["machtiging_vragen", "pro_forma"],
                window=WindowVerdict.TE_LAAT,
                kinds=(Intent(kind.value), Intent.KLACHT),
            )
            wrong = make_answerable(kind, profile, invalid=missing)
            for report in (plain, full, wrong):
                yield make_concept(ConceptKind.ONTVANGSTBEVESTIGING, report, reference="JZ 12")
            for report in (full, wrong):
                yield make_concept(ConceptKind.HERSTELVERZUIM, report, reference="JZ 12")
            if owner.law == "awb":
                yield make_concept(ConceptKind.DOORZENDBERICHT, plain, forward_to="rechtbank")


LETTERS = tuple(answers())


def prose(made: Concept) -> Iterator[str]:
    """Yield the texts of a letter that are read as sentences."""
    yield made.letter.subject
    for block in made.letter.blocks:
        match block:
            case Items(items=items):
                yield from items
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Lines():
                pass


def sentences(text: str) -> list[str]:
    """Return the sentences: a dot, colon or question mark with a space behind it ends one."""
    return [each for each in re.split(r"(?<=[.?!:])\s+", text) if each]


def counted(sentence: str) -> int:
    """Count the words; a date is one, and so is a telephone number."""
    known = re.sub(r"\d{1,2} [a-z]+ \d{4}|\d[\d -]{6,}\d", "datum", sentence)
    return len(re.findall(r"[\w(]+", known.replace("-", "")))


@pytest.mark.parametrize("made", LETTERS, ids=lambda made: f"{made.facts.profile}-{made.kind}")
def test_sentences_are_short(made: Concept) -> None:
    every = [each for text in prose(made) for each in sentences(text)]
    assert [each for each in every if counted(each) > MOST_WORDS] == []
    assert fmean(map(counted, every)) <= MEAN_WORDS


@pytest.mark.parametrize("made", LETTERS, ids=lambda made: f"{made.facts.profile}-{made.kind}")
def test_words_are_plain_and_formal(made: Concept) -> None:
    words = " ".join(prose(made)).casefold()
    assert [each for each in FORBIDDEN if each in words] == []
    assert [each for each in INFORMAL if re.search(rf"\b{each}\b", words)] == []


@pytest.mark.parametrize("made", LETTERS, ids=lambda made: f"{made.facts.profile}-{made.kind}")
def test_no_letter_threatens(made: Concept) -> None:
    words = " ".join(prose(made))
    assert "zullen" not in words
    threats = [each for each in sentences(words) if "niet behandelen" in each]
    is_law = made.facts.suspends
    assert bool(threats) == is_law
    assert all("kan het zijn" in each for each in threats)


@pytest.mark.parametrize("element", ElementId)
@pytest.mark.parametrize("soort", ["bezwaar", "klacht"])
@pytest.mark.parametrize("is_other", [True, False])
def test_every_element_has_words_for_a_citizen(
    element: ElementId, soort: str, is_other: bool
) -> None:
    words = wording_of().ask(element, Asking(soort, "Anna Bakker", for_other=is_other))
    assert words.endswith(".")
    assert words[0].isupper()
    assert element.value not in words or element.value.isalpha()


@pytest.mark.parametrize("element", ElementId)
def test_words_about_elements_are_plain(element: ElementId) -> None:
    for text in wording_of().elements[element].model_dump().values():
        assert not any(each in text.casefold() for each in FORBIDDEN)
        assert all(counted(each) <= MOST_WORDS for each in sentences(text))


def test_what_is_wrong_goes_before_who_writes() -> None:
    words = ElementWords(vraag="a", ongeldig="b", later="c", klacht="d", namens="e")
    full = Asking("klacht", "x", is_invalid=True, comes_later=True, for_other=True)
    assert words.chosen(full) == "b"
    assert words.chosen(Asking("klacht", "x", for_other=True)) == "e"
    assert words.chosen(Asking("klacht", "x")) == "d"
    assert words.chosen(Asking("bezwaar", "x")) == "a"


def changed(text: str, name: str = LETTER) -> Wording:
    return wording_of((WordingFile(name, text),))


def worded(text: str, **values: object) -> tuple[Block, ...]:
    made = changed(f"Onderwerp: x\n\n{text}")
    given = Values(soort="bezwaar", **values)  # type: ignore[arg-type]
    return made.letter(ConceptKind.ONTVANGSTBEVESTIGING, given).blocks


def test_a_text_is_cut_into_blocks() -> None:
    text = "# Kop\nEerste regel\ntweede regel.\n\n- een\n- twee\n\n> Postbus 1\n> 1234 AB  PLAATS\n"
    assert worded(text) == (
        Heading(text="Kop"),
        Paragraph(text="Eerste regel tweede regel."),
        Items(items=("een", "twee")),
        Lines(lines=("Postbus 1", "1234 AB  PLAATS")),
    )


@pytest.mark.parametrize("naam", ["Anna\n\n# Kop", "Anna\n- item", "{{ 7 * 7 }}", "<b>Anna</b>"])
def test_what_is_filled_in_does_not_change_the_shape(naam: str) -> None:
    (block,) = worded("Dag {{ naam }}.", naam=naam)
    assert isinstance(block, Paragraph)
    assert "49" not in block.text


def test_own_words_replace_those_of_one_element_only() -> None:
    own = changed('[bsn]\nvraag = "Uw nummer."\n', "elementen.toml")
    assert own.ask(ElementId.BSN, Asking("bezwaar", "x")) == "Uw nummer."
    assert own.elements[ElementId.NAAM] == wording_of().elements[ElementId.NAAM]


def test_an_organisation_can_add_an_address() -> None:
    own = changed(
        '[cak]\nnaam = "het CAK"\nregels = ["Postbus 1", "2500 AA  DEN HAAG"]\n', "instanties.toml"
    )
    made = make_concept(ConceptKind.DOORZENDING, wording=own, forward_to="cak")
    assert made.letter.addressee == ("CAK", "Postbus 1", "2500 AA  DEN HAAG")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (LETTER, "Onderwerp: x\n\n{{ datun }}", "regel 3: het woord datun bestaat niet"),
        (LETTER, "Onderwerp: x\n{% if te_laat %}\nDag.", "regel"),
        (LETTER, "Dag.", "Onderwerp:"),
        (LETTER, "Onderwerp: x\n{{ naam.__class__.__mro__ }}", "kan niet worden ingevuld"),
        (LETTER, "Onderwerp: x\n{{ naam.nee }}", "kan niet worden ingevuld"),
        ("ontvangst.txt", "Onderwerp: x", "bestaat niet. Kies uit"),
        ("elementen.toml", "[bsn]\nvraag = 1", "[bsn]"),
        ("elementen.toml", '[bsm]\nvraag = "x"', "[bsm]"),
        ("elementen.toml", '[bsn]\nvraag = "{{ wie }}"', "het woord wie bestaat niet"),
        ("elementen.toml", "[bsn", "geen geldige TOML"),
        ("instanties.toml", "[cak]\nadres = 1", "[cak]"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(
    name: str, text: str, told: str
) -> None:
    with pytest.raises(WordingError) as raised:
        changed(text, name)
    assert name in str(raised.value)
    assert told in str(raised.value)


def test_every_fault_is_told_at_once() -> None:
    files = (WordingFile(LETTER, "x"), WordingFile("elementen.toml", "[bsm]\nvraag = 'x'"))
    with pytest.raises(WordingError) as raised:
        wording_of(files)
    assert len(str(raised.value).splitlines()) == 2


def test_every_letter_has_a_text() -> None:
    assert set(wording_of().templates) == set(template_names())


@pytest.mark.parametrize(
    "word", [*(each.name for each in fields(Values)), *template_names(), *ConceptKind]
)
def test_every_word_and_file_is_in_the_manual(word: str) -> None:
    assert f"`{word}`" in MANUAL.read_text(encoding="utf-8")
