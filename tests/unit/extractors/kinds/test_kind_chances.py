import pytest

from benchmarks.kinds.writing import model_file
from extractors.kind import kinds_by
from extractors.kinds.cases import Case, case_of
from extractors.kinds.kind_chances import (
    KINDS,
    WEIGHED,
    KindModel,
    load_kind_model,
    parse_kind_model,
)
from extractors.kinds.kind_rules import rule_kinds
from extractors.kinds.kind_traits import kind_traits
from tests.factories import make_letter

OBJECTION = (
    "Hierbij maak ik bezwaar tegen uw besluit van 3 mei. U wijst mijn pgb af en dat is onterecht. "
    "Ik verzoek u het besluit te herzien."
)
CONDUCT = (
    "Uw medewerkster schreeuwde tegen mij aan de telefoon. Zij heeft mij daarna nooit teruggebeld "
    "en ik wil excuses. Zo ga je niet met mensen om."
)


def case(text: str) -> Case:
    return case_of(make_letter(text))


def model(**constants: float) -> KindModel:
    """Return a model that always says the same."""
    odds = {**dict.fromkeys(KINDS, 0.0), "beide": -9.0, **constants}
    return KindModel(tuple(odds[kind] - odds["overig"] for kind in WEIGHED), {})


def test_chances_of_all_kinds_are_one_together() -> None:
    chances = load_kind_model().chances(kind_traits(case(OBJECTION)))
    assert sum(chances.values()) == pytest.approx(1.0)


def test_every_trait_has_a_weight_for_each_kind() -> None:
    assert {len(each) for each in load_kind_model().weights.values()} == {len(WEIGHED)}


def test_a_file_that_was_written_is_read_back() -> None:
    told = KindModel((0.1, 0.0, 0.0), {"paar:pgb_terug": (1.0, -1.0, 0.0), "slot:hulp": (0.5,) * 3})
    assert parse_kind_model(model_file(told, [], "")) == told


def test_a_letter_without_words_has_no_traits() -> None:
    assert kind_traits(case("")) == {}


def test_who_agrees_makes_a_kind_sure() -> None:
    (found,) = kinds_by(case(OBJECTION), model(bezwaar=4.0))
    assert (found.code, found.confidence > 0.9) == ("bezwaar", True)


def test_who_disagrees_makes_a_kind_unsure() -> None:
    (found,) = kinds_by(case(OBJECTION), model(klacht=4.0))
    assert (found.code, found.confidence) == ("klacht", 0.5)


def test_a_model_that_hardly_doubts_needs_no_rule_between_our_kinds() -> None:
    (found,) = kinds_by(case(CONDUCT), model(bezwaar=6.0))
    assert (found.code, found.confidence > 0.9) == ("bezwaar", True)


def test_a_model_that_hardly_doubts_makes_no_sure_complaint_of_i_object() -> None:
    (found,) = kinds_by(case(OBJECTION), model(klacht=6.0))
    assert (found.code, found.confidence) == ("klacht", 0.5)


def test_an_objection_that_leaves_the_decision_as_it_is_goes_to_a_person() -> None:
    text = f"{OBJECTION} Aan de afwijzing hoeft u niets te doen."
    assert {each.confidence for each in kinds_by(case(text), model(bezwaar=6.0))} == {0.5}


def test_what_the_end_asks_is_told_apart_from_the_rest() -> None:
    told = kind_traits(case("Wij wachten al lang. Er kwam niemand. Dat was jammer. Geef terug."))
    assert {"slotwoord:geef", "paar:geef_terug"} <= told.keys()
    assert "slotwoord:wij" not in told


def test_how_a_sentence_is_built_is_known_whatever_it_is_about() -> None:
    def built(text: str) -> set[str]:
        return {name for name in kind_traits(case(text)) if name.startswith("bouw:")}

    assert built("Ik wil de oude stoel niet kwijt.") == built("Ik wil de taxi niet kwijt.")
    assert built("Ik wil de taxi niet kwijt.") != built("De taxi wil niet.")


def test_words_of_one_family_are_known_by_their_end() -> None:
    told = kind_traits(case("Het herzieningsbesluit kwam vandaag. Het was een fout."))
    assert "staart:sluit" in told
    assert "staart:fout" not in told


def test_what_calls_itself_an_objection_is_no_other_post() -> None:
    (found,) = kinds_by(case(OBJECTION), model(overig=4.0))
    assert (found.code, found.confidence) == ("bezwaar", 0.5)


def test_a_model_that_hardly_knows_does_not_overrule() -> None:
    (found,) = kinds_by(case(OBJECTION), model(klacht=0.1))
    assert (found.code, found.confidence) == ("bezwaar", 0.5)


def test_a_withdrawal_stays_one_whatever_the_model_thinks() -> None:
    found = kinds_by(case("Hierbij trek ik mijn bezwaar van 3 mei in."), model(bezwaar=4.0))
    assert found[0].code == "intrekking"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{OBJECTION}\n\nDan nog iets anders.\n{CONDUCT}", {"bezwaar", "klacht"}),
        (f"{CONDUCT}\n\nLos daarvan nog dit.\n{OBJECTION}", {"bezwaar", "klacht"}),
        (f"{OBJECTION}\n\nLos hiervan nog dit.\n{CONDUCT}", {"bezwaar", "klacht"}),
        (f"{OBJECTION}\n\nMinstens zo pijnlijk is dit.\n{CONDUCT}", {"bezwaar", "klacht"}),
        (f"{OBJECTION}\n\nOmdat ik toch schrijf.\n{CONDUCT}", {"bezwaar", "klacht"}),
        (f"{OBJECTION}\n\n{OBJECTION}", {"bezwaar"}),
        (f"{OBJECTION}\n\nOmdat ik toch schrijf.\n{OBJECTION}", {"bezwaar"}),
    ],
)
def test_two_matters_in_two_parts_are_told(text: str, kinds: set[str]) -> None:
    assert {each.code for each in kinds_by(case(text), load_kind_model())} == kinds


def test_a_letter_that_is_both_is_a_sure_objection_and_never_a_sure_complaint() -> None:
    objection, complaint = kinds_by(case(f"{OBJECTION}\n\n{CONDUCT}"), model(beide=4.0))
    assert (objection.code, objection.confidence > 0.9) == ("bezwaar", True)
    assert (complaint.code, complaint.confidence) == ("klacht", 0.5)


def test_what_the_rules_alone_call_both_is_one() -> None:
    text = f"{OBJECTION} Daarnaast dien ik een klacht in over uw medewerker. {CONDUCT}"
    assert {each.code for each in rule_kinds(case(text))} == {"bezwaar", "klacht"}
    assert [each.code for each in kinds_by(case(text), model(bezwaar=4.0))] == ["bezwaar"]
    assert len(kinds_by(case(text), model(bezwaar=1.0, beide=1.0))) == 2


def test_a_trait_counts_for_less_in_a_letter_of_which_more_is_counted() -> None:
    one = KindModel((0.0, 0.0, 0.0), {"woord:hulp": (2.0, 0.0, 0.0)})
    alone = one.chances({"woord:hulp": 1.0})["bezwaar"]
    among_strange_words = one.chances({"woord:hulp": 1.0, "woord:vreemd": 1.0, "woord:taal": 1.0})
    assert 0.25 < among_strange_words["bezwaar"] < alone


def test_a_letter_that_calls_itself_a_complaint_needs_few_words_to_be_one() -> None:
    text = "Ik dien een klacht in over uw medewerker. Zij schreeuwde."
    (found,) = kinds_by(case(text), model(klacht=4.0, beide=2.5))
    assert (found.code, found.confidence) == ("klacht", 0.9)
    (found,) = kinds_by(case(text), model(klacht=4.0, bezwaar=2.5))
    assert found.confidence < 0.85


def test_a_word_of_other_post_gives_way_to_a_model_that_hardly_doubts() -> None:
    text = (
        "Wij kwamen op uw kantoor voor de inzage in het dossier. Na een uur wachten bleek dat "
        "niemand iets van de afspraak wist. Zo behandelt men geen mensen."
    )
    assert [each.code for each in kinds_by(case(text), model(klacht=4.0))] == ["klacht"]
    assert [each.code for each in kinds_by(case(text), model(klacht=1.0))] == ["overig"]
