"""Weak names are compared with other readings of the same place."""

import time

import pytest

from extractors.document import Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.name_check import check_names
from extractors.readers.work import Work
from tests.factories import make_words
from tests.unit.extractors.readers.answers import IMAGE, Reader


def checked(text: str, *looks: tuple[str, float], read: float = 0.85) -> tuple[Word, ...]:
    words = make_words(text, confidence=read)
    work = Work(Reader(*looks), DEFAULT_LIMITS, time.monotonic() + 60)
    return check_names(words, crop=lambda _, __: IMAGE, work=work)


@pytest.mark.parametrize(
    ("text", "looks", "name", "sure"),
    [
        ("Parailelweg", (("Parallelweg", 0.4), ("Parallelweg", 0.4)), "Parailelweg", 0.3),
        ("Maas", (("laas", 0.8), ("laas", 0.9)), "Maas", 0.6),
        ("Quaedvlieg", (("Queedvlieg", 0.85), ("Quzedvlieg", 0.85)), "Quaedvlieg", 0.3),
        ("Sahin", (("Sahin", 0.9), ("Sahtn", 0.9)), "Sahin", 0.3),
        ("Sluijs", (("", 0.0), ("RDR|Tan", 0.6)), "Sluijs", 0.6),
        ("Sluijs,", (("Stuijs", 0.3), ("Sluijs", 0.9)), "Sluijs,", 0.6),
        ("Zijlstra", (("Zijlstra", 0.9), ("Zijlstra,", 0.9)), "Zijlstra", 0.6),
        ("II-laan", (("I-laan", 0.7), ("I-laan", 0.6)), "II-laan", 0.6),
        ("II-laan", (("I-loan", 0.7), ("I-loan", 0.6)), "II-laan", 0.3),
        ("Irenelaan", (("lrenelaan", 0.9), ("Irenelaan", 0.9)), "Irenelaan", 0.6),
    ],
)
def test_a_weak_name_is_doubtful_when_looks_see_another(
    text: str, looks: tuple[tuple[str, float], ...], name: str, sure: float
) -> None:
    (word,) = checked(text, *looks, read=0.6)
    assert (word.text, word.confidence) == (name, pytest.approx(sure))


@pytest.mark.parametrize(("sure", "left"), [(0.8, 1), (0.4, 0)])
def test_one_look_that_surely_sees_another_name_is_enough(sure: float, left: int) -> None:
    reader = Reader(("Queedvlieg", sure), ("Queedvlieg", 0.4))
    work = Work(reader, DEFAULT_LIMITS, time.monotonic() + 60)
    words = make_words("Quaedvlieg", confidence=0.6)
    (word,) = check_names(words, crop=lambda _, __: IMAGE, work=work)
    assert (word.confidence, len(reader.answers)) == (pytest.approx(0.3), left)


def test_a_name_that_cannot_become_more_doubtful_is_not_read_again() -> None:
    reader = Reader(("Zijlstra", 0.9), ("Zijlstra", 0.9))
    words = (*make_words("Parailelweg", confidence=0.25), *make_words("Zijlstra", confidence=0.6))
    work = Work(reader, DEFAULT_LIMITS, time.monotonic() + 60)
    assert check_names(words, crop=lambda _, __: IMAGE, work=work) == words


def test_a_name_that_both_looks_see_stays_as_sure_as_it_was() -> None:
    assert checked("Zijlstra", ("Zijlstra", 0.9), ("Zijlstra", 0.9))[0].confidence == 0.85


@pytest.mark.parametrize(("second", "sure"), [("Gravenweg", 0.8), ("Grevenweg", 0.1)])
def test_the_sign_before_a_name_leaves_no_doubt_about_what_looks_see_alike(
    second: str, sure: float
) -> None:
    looks = (("'s-Gravenweg", 0.9), (f"\u2018s-{second}", 0.0))
    (word,) = checked("\u2018s-Gravenweg", *looks, read=0.1)
    assert word.confidence == pytest.approx(sure)


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat niet meer zoals het ging",  # a sentence begins with a capital
        "J.B. 12a de",
        "dorpsstraat",
    ],
)
def test_what_is_no_name_costs_no_look(text: str) -> None:
    assert [word.text for word in checked(text)] == text.split()


def test_a_name_in_a_sentence_is_looked_at() -> None:
    text = "Ik schrijf u dit namens mijn moeder mevrouw Reelof omdat zij"
    words = checked(text, ("Roelof", 0.8), ("Roelof", 0.8))
    assert [word.text for word in words if word.confidence < 0.85] == ["Reelof"]
