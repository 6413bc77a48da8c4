"""E-mail addresses are compared with other readings of the same place."""

import time

import pytest

from extractors.document import Box, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.people.contacts import SEEN_ALIKE
from extractors.readers.mail_check import check_mails
from extractors.readers.work import Work
from tests.factories import make_words
from tests.unit.extractors.readers.answers import IMAGE, Reader


def checked(text: str, *looks: str, read: float = 0.8) -> tuple[str, float]:
    reader = Reader(*((look, 0.5) for look in looks))
    work = Work(reader, DEFAULT_LIMITS, time.monotonic() + 60)
    (word,) = check_mails(make_words(text, confidence=read), crop=lambda _, __: IMAGE, work=work)
    assert reader.answers == []  # no look was left over
    return word.text, word.confidence


def test_an_address_that_looks_see_alike_is_sure() -> None:
    assert checked("jsmit@ziggo.nl", "jsmit@ziggo.nl", "jsmit@ziggo.nl")[1] == SEEN_ALIKE


def test_of_an_address_that_was_read_clearly_one_look_is_enough() -> None:
    assert checked("jsmit@ziggo.nl", "jsmit@ziggo.nl", read=0.88)[1] == SEEN_ALIKE


def test_signs_around_an_address_and_a_comma_for_a_dot_make_no_other_one() -> None:
    seen = checked("(jsmit@ziggo.nl),", "jsmit@ziggo,nl", "Jsmit@ziggo.nl.")
    assert seen == ("(jsmit@ziggo.nl),", SEEN_ALIKE)


@pytest.mark.parametrize(
    "looks",
    [
        ("jsmit@online.nl", "jsmit@enline.nl"),  # a third look would change nothing
        ("jsmit@enline.nl", "jsmit@online.nl"),
        ("", "jsmit@enline.nl"),
        ("jsmit@online.nl", "jsmit@online.nl", "jsmit@enline.nl"),
    ],
)
def test_an_address_that_one_look_sees_otherwise_is_doubtful(
    looks: tuple[str, ...],
) -> None:
    assert checked("jsmit@enline.nl", *looks) == ("jsmit@enline.nl", 0.5)


def test_what_all_looks_see_is_taken_with_doubt() -> None:
    looks = ["w.dekker@gmail.com"] * 3
    assert checked("wdekker@gmail.com", *looks) == ("w.dekker@gmail.com", 0.5)


def test_looks_that_see_no_address_give_none() -> None:
    assert checked("wdekker@gmail.com", *["wdekker"] * 3) == ("wdekker@gmail.com", 0.5)


@pytest.mark.parametrize("text", ["gmail.com", "smit@", "@ziggo.nl", "2@x", "besluit,"])
def test_other_words_are_not_read_again(text: str) -> None:
    assert checked(text) == (text, 0.8)


def test_an_address_without_a_letter_before_its_sign_is_the_rest_of_one() -> None:
    assert checked("11@outlook.com") == ("11@outlook.com", 0.5)


def test_one_look_of_three_says_nothing_about_an_address_that_was_read_surely() -> None:
    looks = ("kok@exampie.nl", "kok@example.nl", "kok@example.nl")
    assert checked("kok@example.nl", *looks, read=0.91) == ("kok@example.nl", 0.91)


def test_of_an_address_that_was_read_surely_two_looks_are_enough_for_doubt() -> None:
    looks = ("kok@exampie.nl", "kck@example.nl")
    assert checked("kok@example.nl", *looks, read=0.91) == ("kok@example.nl", 0.5)


@pytest.mark.parametrize("text", ["tvanrijn@live.nl", "Lclaassen@live.nl"])
def test_what_looks_cannot_see_leaves_an_address_as_doubtful_as_it_was(text: str) -> None:
    assert checked(text, text, text) == (text, 0.8)


@pytest.mark.parametrize(
    ("before", "gap", "sure"),
    [
        ("frans", 3.0, 0.8),  # an underscore was lost
        ("smit7", 1.0, 0.8),
        ("mail", 3.0, SEEN_ALIKE),
        ("Tel.", 3.0, SEEN_ALIKE),
        ("groet", 40.0, SEEN_ALIKE),
    ],
)
def test_a_part_of_an_address_may_stand_before_it(before: str, gap: float, sure: float) -> None:
    left = Word(before, Box(70, 60, 100, 71), 0.9)
    mail = Word("claassen@live.nl", Box(100 + gap, 60, 200 + gap, 71), 0.8)
    work = Work(Reader(*[(mail.text, 0.9)] * 2), DEFAULT_LIMITS, time.monotonic() + 60)
    assert check_mails((left, mail), crop=lambda _, __: IMAGE, work=work)[1].confidence == sure


def test_of_many_addresses_on_a_page_a_few_are_read_again() -> None:
    words = tuple(Word(f"a{at}@ziggo.nl", make_words("a")[0].box, 0.8) for at in range(5))
    reader = Reader(*((f"a{at // 2}@ziggo.nl", 0.9) for at in range(6)))
    work = Work(reader, DEFAULT_LIMITS, time.monotonic() + 60)
    found = check_mails(words, crop=lambda _, __: IMAGE, work=work)
    assert [word.confidence for word in found] == [SEEN_ALIKE] * 3 + [0.8] * 2
