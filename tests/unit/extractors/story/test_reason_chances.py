"""Whether a letter says why, by what is learnt: stories without a reason beside short reasons."""

import pytest

from extractors.element import ElementId
from extractors.story.letter_traits import letter_traits
from extractors.story.reason_chances import load_reason_models, reason_odds
from extractors.story.sentence_traits import sentence_traits
from tests.factories import make_letter

LETTER = "Geachte heer, mevrouw,\n\n{told}\n\nHoogachtend,\n\nA. Smit"
SURE, UNLIKELY = 0.5, 0.0


def odds(told: str, element: ElementId = ElementId.ONDERBOUWING) -> float:
    return reason_odds(make_letter(LETTER.format(told=told)), element, load_reason_models())


@pytest.mark.parametrize(
    "told",
    [
        "Ik maak bezwaar tegen uw besluit van 3 maart. Mijn man heeft dementie en kan geen uur "
        "alleen zijn.",
        "Met uw beslissing ben ik het niet eens. Ik kan door mijn reuma niet meer zelf koken en "
        "stofzuigen, en mijn dochter werkt de hele week.",
    ],
)
def test_a_reason_is_told_in_a_sentence(told: str) -> None:
    assert odds(told) > SURE


@pytest.mark.parametrize(
    "told",
    [
        "Ik maak bezwaar tegen uw besluit van 3 maart. De redenen schrijf ik u zodra mijn advocaat "
        "terug is van vakantie. U kunt mij bereiken op werkdagen na vijf uur.",
        "Hierbij maak ik bezwaar. Ik ben het er niet mee eens en vraag u het besluit te herzien. "
        "Wilt u mij een bevestiging sturen? Van 3 tot 10 mei ben ik op vakantie.",
    ],
)
def test_what_else_is_told_is_no_reason(told: str) -> None:
    assert odds(told) < UNLIKELY


def test_one_reason_among_much_else_makes_it_likelier() -> None:
    bare = "Ik maak bezwaar. Wilt u mij een bevestiging sturen? Ik ben tot 10 mei op vakantie."
    assert odds(f"{bare} Mijn moeder is halfzijdig verlamd en kan zich niet wassen.") > odds(bare)


def test_a_letter_without_a_sentence_says_nothing() -> None:
    assert not sentence_traits(make_letter(""))
    assert reason_odds(make_letter(""), ElementId.OMSCHRIJVING, load_reason_models()) < -SURE


def test_what_the_decision_is_about_is_no_trait() -> None:
    [traits] = sentence_traits(make_letter(LETTER.format(told="Mijn pgb is te laag.")))
    assert not [name for name in traits if ":zaak_" in name]


def test_the_letter_as_a_whole_is_read_as_well() -> None:
    same = "Het huis is koud. De keuken is klein."
    [one, two] = (make_letter(LETTER.format(told=told)) for told in (same, f"{same} {same}"))
    assert "twee:huis_is" in letter_traits(one)
    assert "twee:koud_de" not in letter_traits(one)  # they follow each other in no sentence
    assert letter_traits(one)["woord:keuken"] > letter_traits(two)["woord:keuken"]
    sentences = sentence_traits(one)
    model = load_reason_models()[ElementId.ONDERBOUWING]
    assert model.odds(sentences, {}) != model.odds(sentences, letter_traits(one))


def traits_of(told: str) -> tuple[dict[str, float], ...]:
    return sentence_traits(make_letter(LETTER.format(told=told)))


def test_a_sentence_knows_where_it_stands_beside_the_objection() -> None:
    before, act, behind, last = (
        {name.removeprefix("plaats:") for name in traits if name.startswith("plaats:")}
        for traits in traits_of("De deur is smal. Ik maak bezwaar. De stoel is breed. Tot ziens.")
    )
    assert before == {"eerste", "direct_voor"}
    assert act == set()
    assert behind == {"na_daad", "direct_na", "voorlaatste"}
    assert last == {"na_daad", "laatste"}


def test_a_letter_that_does_nothing_has_no_sentence_behind_it() -> None:
    [traits] = traits_of("De deur is smal.")
    assert {"plaats:geen_daad", "plaats:eerste", "plaats:laatste"} <= set(traits)


def test_small_words_in_a_row_are_counted_together() -> None:
    [traits] = traits_of("Mijn zus kan er niet meer op.")
    assert "paar:kan_er" in traits
    assert "paar:er_niet" in traits
    assert not [name for name in traits if name.startswith("paar:") and "zus" in name]
    assert traits["begin:mijn"] == 1.0


def test_a_sentence_knows_that_the_one_before_it_quotes() -> None:
    quoting, answer = traits_of('U schrijft dat zij "zelfstandig" is. Zij wordt gevoerd.')
    assert (quoting["vorm:aangehaald"], quoting["vorm:aangehaald_voor"]) == (1.0, 0.0)
    assert (answer["vorm:aangehaald"], answer["vorm:aangehaald_voor"]) == (0.0, 1.0)
