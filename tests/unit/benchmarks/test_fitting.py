import pytest

from benchmarks.fitting.examples import Example
from benchmarks.fitting.learning import chance_of, fit, held_out
from benchmarks.fitting.ordering import Contest, chosen_by_chance, compare
from benchmarks.fitting.thresholds import choose, choose_alone
from benchmarks.fitting.writing import Learnt, chances_file, needed_file
from extractors.chances.chances import parse_models
from extractors.element import ElementId
from validators.report import Status
from validators.texts.reasons import Reason

NAAM, BSN, KENMERK = ElementId.NAAM, ElementId.BSN, ElementId.KENMERK


def example(element: ElementId, number: int, *, right: bool, unread: float) -> Example:
    return Example(
        element=element,
        traits={"unread": unread, "score": 2.0 - unread, "alone": float(number % 2)},
        right=float(right),
        is_chosen=True,
        status=Status.AANWEZIG,
        reason=None,
        confidence=0.7,
        letter=f"made/{number}",
        template=f"text {number % 10}",
        seen=number % 3 == 0,
    )


def examples() -> list[Example]:
    """Well read values are right; of the badly read ones three in four are wrong."""
    made = []
    for element in (NAAM, BSN):
        for number in range(60):
            badly = number % 7 == 0
            right = not badly or number % 28 == 0
            made.append(example(element, number, right=right, unread=0.5 if badly else 0.02))
    return made


def test_what_was_badly_read_gets_less_chance() -> None:
    model = fit(examples())[NAAM]
    well = chance_of(model, {"unread": 0.02, "score": 2.0, "alone": 1.0})
    badly = chance_of(model, {"unread": 0.5, "score": 1.5, "alone": 1.0})
    assert (well > 0.9, badly < 0.6) == (True, True)


def test_same_examples_give_the_same_files() -> None:
    one, other = (Learnt.of(examples(), "python -m benchmarks.fit run") for _ in range(2))
    assert chances_file(one) == chances_file(other)
    assert needed_file(one) == needed_file(other)


def test_product_reads_back_what_was_learnt() -> None:
    learnt = Learnt.of(examples(), "python -m benchmarks.fit run")
    assert parse_models(chances_file(learnt)) == learnt.models


def test_files_say_how_they_were_made_and_from_what() -> None:
    text = chances_file(Learnt.of(examples(), "python -m benchmarks.fit run"))
    assert "#   python -m benchmarks.fit run\n# 120 candidates in 60 letters of 10 texts." in text


def test_held_out_chances_come_from_other_texts() -> None:
    every = examples()
    swapped = [
        each if each.template != "text 0" else Example(**{**vars_of(each), "right": 1 - each.right})
        for each in every
    ]
    at = [n for n, each in enumerate(every) if each.template == "text 0"]
    before, after = held_out(every), held_out(swapped)
    assert [before[n] for n in at] == pytest.approx([after[n] for n in at])


def vars_of(each: Example) -> dict[str, object]:
    return {name: getattr(each, name) for name in Example.__dataclass_fields__}


def test_threshold_leaves_out_the_wrong_ones() -> None:
    every = [example(NAAM, n, right=n >= 6, unread=0.0) for n in range(100)]
    chances = [0.8 if n < 8 else 0.995 for n in range(100)]
    choice = choose(every, chances)[NAAM]
    assert (choice.needed > 0.8, choice.sure, choice.wrong) == (True, 92, 0)


def test_what_something_else_made_doubtful_says_nothing_about_the_threshold() -> None:
    vague = example(NAAM, 1, right=False, unread=0.0)
    other = Example(
        **{**vars_of(vague), "status": Status.ONZEKER, "reason": Reason.ALLEEN_VOORNAAM}
    )
    assert choose([other], [0.99]) == {}


def test_order_by_chance_is_compared_with_the_choice_of_the_judge() -> None:
    chosen = example(NAAM, 1, right=False, unread=0.0)
    other = Example(**{**vars_of(chosen), "right": 1.0, "is_chosen": False})
    assert compare([chosen, other], [0.4, 0.6]) == {NAAM: Contest(letters=1, judge=0, chance=1)}


def test_the_chance_chooses_where_the_judges_let_it_in_what_thresholds_are_chosen_on() -> None:
    chosen = example(KENMERK, 1, right=False, unread=0.0)
    other = Example(**{**vars_of(chosen), "right": 1.0, "is_chosen": False})
    clearly, hardly = ([0.4, 0.6], [0.58, 0.6])
    assert [each.is_chosen for each in chosen_by_chance([chosen, other], clearly)] == [False, True]
    assert chosen_by_chance([chosen, other], hardly) == [chosen, other]
    numbers = [Example(**{**vars_of(each), "element": BSN}) for each in (chosen, other)]
    assert chosen_by_chance(numbers, clearly) == numbers


def test_what_finders_doubt_is_sure_from_the_chance_by_which_few_are_wrong() -> None:
    every = [
        Example(
            **{
                **vars_of(example(NAAM, 3 * n + 1, right=n >= 4, unread=0.0)),
                "status": Status.ONZEKER,
                "reason": Reason.MISSCHIEN,
            }
        )
        for n in range(40)
    ]
    chances = [0.85 if n < 8 else 0.95 for n in range(40)]
    choice = choose_alone(every, chances)[NAAM]
    assert (choice.needed > 0.85, choice.sure, choice.wrong) == (True, 32, 0)
    assert choose_alone(every[4:], chances[4:]) == {}  # its truth is never "not there"


def test_a_mistake_that_no_threshold_sees_asks_for_none() -> None:
    every = [example(NAAM, n, right=n != 3, unread=0.0) for n in range(60)]
    chances = [0.95 if n < 50 else 0.5 for n in range(60)]
    assert choose(every, chances) == {}
    seen = [0.5 if n == 3 else chance for n, chance in enumerate(chances[:50])]
    assert choose(every[:50], seen)[NAAM].wrong == 0
