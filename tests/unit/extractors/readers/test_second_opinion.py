"""Weak names, numbers and addresses are weighed against what the other engine reads."""

import time
from dataclasses import replace

import pytest

from extractors.document import Box, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.second_opinion import (
    MOST,
    Opinions,
    with_second_opinion,
)
from extractors.readers.whole_words import with_whole_words
from extractors.readers.work import Work
from extractors.word_engine import Reading
from tests.factories import make_words
from tests.unit.extractors.readers.answers import IMAGE, Other, Reader


def opinions(words: tuple[Word, ...], other: Other | None) -> Opinions:
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60)
    work = replace(work, other=other)
    return with_second_opinion(words, crop=lambda _, __: IMAGE, work=work)


@pytest.mark.parametrize(
    ("text", "other", "told", "now"),
    [
        ("Parallelweg", ("Parallelweg", 0.9), "Parallelweg", 0.96),
        ("(DOS702843).", ("DOS702843", 0.8), "(DOS702843).", 0.96),
        ("3828", ("3828 JX", 0.95), "3828", 0.96),
        ("J.L.J", ("J.LJ", 0.99), "J.L.J", 0.94),
        ("AJ.T", ("A.J.T", 0.99), "A.J.T", 0.94),
        ("Hajiibrahim", ("Hajibrahim", 0.99), "Hajiibrahim", 0.94),
        ("EI", ("El", 0.8), "El", 0.94),
        ("1renehof", ("Irenehof", 0.8), "Irenehof", 0.94),
        ("IJsselkade", ("Isselkade", 0.99), "IJsselkade", 0.96),
        ("IJssel", ("Ussel", 0.99), "IJssel", 0.96),
        ("Ussel", ("IJssel", 0.99), "IJssel", 0.94),
        ("Dorpsweg", ("Dorpsweg.2", 0.99), "Dorpsweg", 0.96),
        ("26-3-2026", ("26 - 3 - 2026", 0.9), "26-3-2026", 0.96),
        ("262518278,", ("26ZS18278", 0.97), "26ZS18278,", 0.94),
        ("AEP", ("A.E.P.", 0.99), "A.E.P.", 0.94),
        ("203", ("203a", 0.99), "203a", 0.94),
    ],
)
def test_what_both_read_or_the_other_surely_reads_is_sure(
    text: str, other: tuple[str, float], told: str, now: float
) -> None:
    (word,) = opinions(make_words(text, confidence=0.7), Other(*other)).words
    assert (word.text, word.confidence) == (told, now)


def test_accents_that_the_model_of_the_first_engine_lacks_are_put_back() -> None:
    (word,) = opinions(make_words("Gelik", confidence=0.9), Other("Çelik", 0.8)).words
    assert word.confidence == 0.6  # a G for a C with a tail is more than an accent
    (word,) = opinions(make_words("Günes", confidence=0.9), Other("Güneş", 0.8)).words
    assert (word.text, word.confidence) == ("Güneş", 0.94)


@pytest.mark.parametrize(
    ("other", "text", "sure"),
    [
        (("DOS702843", 0.85), "DOS702843", 0.6),  # likelier than what was read, and not settled
        (("D0S702845", 0.65), "DOS702845", 0.6),
        (("", 0.0), "DOS702845", 0.7),
        (("DOS 702845", 0.99), "DOS702845", 0.96),
        (("OS702845", 0.99), "DOS702845", 0.6),  # an edge of the picture was cut off
        (("zaak DOS702843", 0.99), "DOS702845", 0.7),  # two words: it saw more than this one
    ],
)
def test_what_is_not_settled_stays_doubtful(
    other: tuple[str, float], text: str, sure: float
) -> None:
    (word,) = opinions(make_words("DOS702845", confidence=0.7), Other(*other)).words
    assert (word.text, word.confidence) == (text, pytest.approx(sure))


@pytest.mark.parametrize(
    ("read", "other", "told", "now"),
    [
        ("Lpham@example.com", ("l.pham@example.com", 0.98), "l.pham@example.com", 0.96),
        ("L.bos1@example.nl", ("l.bos1@example.nl", 0.9), "l.bos1@example.nl", 0.96),
        ("1.bos1@example.nl", ("1.bos1@example.nl", 0.97), "l.bos1@example.nl", 0.96),
        ("Lbos@example.nl", ("I.bos@example.nl", 0.97), "l.bos@example.nl", 0.96),
        ("_bos@example.nl", ("a_bos@example.nl", 0.97), "_bos@example.nl", 0.3),
        ("bos@example.nl", ("a.bos@example.nl", 0.97), "bos@example.nl", 0.3),
        ("O.bos1@example.nl", ("0.bos1@example.nl", 0.97), "o.bos1@example.nl", 0.96),
        ("J.Pham@mail.nl", ("J.Pham@mail.nl", 0.98), "J.Pham@mail.nl", 0.96),
        ("Lpham@mait.nl", ("Lpham@mail.nl", 0.98), "Lpham@mail.nl", 0.3),
        ("Lpham@mail.nl", ("Lpham@mail.nl", 0.98), "Lpham@mail.nl", 0.3),
        ("1smit@mail.nl", ("1smit@mail.nl", 0.98), "1smit@mail.nl", 0.3),
        ("noemi@exampie.ni", ("noemi@example.ni", 0.92), "noemi@example.ni", 0.3),
        ("noemi@exampie.ni", ("noemi@example.ni", 0.86), "noemi@example.ni", 0.3),
        ("noemi@exampie.ni", ("noemi@example.ni", 0.6), "noemi@exampie.ni", 0.3),
        ("j.smit@mail.nl", ("j.smit@mail.n!", 0.8), "j.smit@mail.nl", 0.96),
        ("j.smit@mail.nl", ("j.smit@mail.n", 0.99), "j.smit@mail.nl", 0.8),
        ("haiibra@mail.nl", ("haibra@mail.nl", 0.99), "haiibra@mail.nl", 0.3),
        ("ltenhave@", ("ltenhave@", 0.99), "ltenhave@", 0.3),
        ("@example.net", ("@example.net", 0.99), "@example.net", 0.3),
    ],
)
def test_of_an_address_that_is_not_plain_less_is_believed(
    read: str, other: tuple[str, float], told: str, now: float
) -> None:
    (word,) = opinions(make_words(read, confidence=0.8), Other(*other)).words
    assert (word.text, word.confidence) == (told, now)


@pytest.mark.parametrize(("read", "now"), [(0.8, 0.6), (0.9, 0.9)])
def test_where_the_other_says_little_only_a_firm_word_stays_as_sure(
    read: float, now: float
) -> None:
    (word,) = opinions(make_words("Bakkali", confidence=read), Other("Bakkałi", 0.57)).words
    assert (word.text, word.confidence) == ("Bakkali", now)


def test_that_two_weak_readings_agree_settles_nothing() -> None:
    words = make_words("WLZ.1114.062", confidence=0.45)
    (word,) = opinions(words, Other("WLZ.1114.062", 0.8)).words
    assert (word.text, word.confidence) == ("WLZ.1114.062", 0.45)


def test_a_name_has_the_accents_that_it_has_elsewhere_on_the_page() -> None:
    weak = make_words("Lukasz", confidence=0.7)
    sure = make_words("(Lukasz) Lukasse", confidence=0.95)
    words = opinions((*weak, *sure), Other("Łukasz", 0.8)).words
    assert [word.text for word in words] == ["Łukasz", "(Łukasz)", "Lukasse"]
    assert [word.confidence for word in words] == [0.94, 0.94, 0.95]
    words = opinions((*weak, *sure), Other("Lukass", 0.99)).words  # no accent: another name
    assert [word.text for word in words] == ["Lukass", "(Lukasz)", "Lukasse"]


def test_what_tesseract_hardly_read_is_not_settled_by_the_other_alone() -> None:
    (word,) = opinions(make_words("9aa99oo19", confidence=0.1), Other("999990019", 0.99)).words
    assert (word.text, word.confidence) == ("999990019", 0.3)


def test_where_the_other_is_as_unsure_the_word_stays_and_is_doubtful() -> None:
    (word,) = opinions(make_words("Wijk", confidence=0.91), Other("Wijl", 0.9)).words
    assert (word.text, word.confidence) == ("Wijk", 0.6)


def test_looks_of_the_first_engine_do_not_outvote_the_other_where_it_is_not_sure() -> None:
    words = make_words("DOS702845 maar", confidence=0.7)
    seen = opinions(words, Other("DOS702843", 0.85))
    outvoted = tuple(replace(word, confidence=0.9) for word in words)
    assert [word.text for word in seen.kept(outvoted)] == ["DOS702843", "maar"]


def test_only_weak_words_that_may_be_a_name_a_number_or_an_address_are_asked_for() -> None:
    story = "ik heb u gevraagd om een traplift en het Dorpshuis is ver weg. Toen kwam er niets"
    other = Other("Dorpshuis", 0.99)
    opinions(make_words(story, confidence=0.8), other)
    assert other.asked == 1
    opinions(make_words("Jan Kok 1234", confidence=0.95), other)
    assert other.asked == 1


@pytest.mark.parametrize(
    ("text", "confidence", "asked"),
    [
        ("Gunes", 0.91, 1),
        ("K.B.P.", 0.91, 0),
        ("1.B.P.", 0.91, 1),
        ("K.B.P.", 0.8, 1),
        ("Relatienummer:", 0.8, 0),
        ("daarom vroeg ik mevrouw Gunes om een nieuw gesprek", 0.91, 0),
        ("Haidari Haidari Haidari,", 0.85, 1),
        ("Haidari Haidari", 0.7, 2),
    ],
)
def test_no_word_is_asked_for_of_which_the_answer_would_change_nothing(
    text: str, confidence: float, asked: int
) -> None:
    other = Other(text.rsplit(maxsplit=1)[-1].rstrip(","), 0.99)
    opinions(make_words(text, confidence=confidence), other)
    assert other.asked == asked


def test_a_name_that_both_read_before_is_as_sure_the_second_time() -> None:
    seen = opinions(make_words("Haidari Haidari,", confidence=0.85), Other("Haidari", 0.99))
    assert [word.confidence for word in seen.words] == [0.96, 0.96]


def test_a_page_of_nothing_but_weak_numbers_ends() -> None:
    other = Other("1234", 0.99)
    opinions(make_words(" ".join(["1235"] * (2 * MOST)), confidence=0.5), other)
    assert other.asked == MOST


def test_without_the_other_engine_words_stay_as_they_are() -> None:
    words = make_words("Jan Kok 1234", confidence=0.5)
    assert opinions(words, None) == Opinions(words)


def placed(*parts: tuple[str, float, float], row: int = 0, sure: float = 0.8) -> tuple[Word, ...]:
    top = 100 + 14 * row
    return tuple(Word(text, Box(x0, top, x1, top + 10), sure) for text, x0, x1 in parts)


def whole_words(words: tuple[Word, ...], other: Other) -> tuple[Word, ...]:
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60)
    work = replace(work, other=other)
    return with_whole_words(words, crop=lambda _, __: IMAGE, work=work)


def test_an_address_that_was_read_in_pieces_is_one_where_the_other_engine_sees_one() -> None:
    words = placed(
        ("E-mail:", 10, 45), ("osman", 50, 80), ("bulut@example", 84, 150), ("net", 152, 165)
    )
    label, mail = whole_words(words, Other("osman_bulut@example.net", 0.97))
    assert (label.text, mail.text, mail.confidence) == ("E-mail:", "osman_bulut@example.net", 0.96)
    assert mail.box == Box(50, 100, 165, 110)


@pytest.mark.parametrize(
    "seen", [("via osman@example.net", 0.99), ("osmanbulut", 0.99), ("osman_b@example.net", 0.5)]
)
def test_what_the_other_engine_does_not_see_as_one_address_stays_in_pieces(
    seen: tuple[str, float],
) -> None:
    words = placed(("via", 50, 80), ("osman@example.net", 84, 150))
    assert whole_words(words, Other(*seen)) == words


def test_a_code_that_was_read_in_pieces_is_one() -> None:
    words = placed(("zaak", 10, 40), ("(Wmo26.", 50, 85), ("23529)", 89, 115))
    _, code = whole_words(words, Other("(Wm026.23529)", 0.97))
    assert (code.text, code.confidence) == ("(Wmo26.23529)", 0.94)
    assert whole_words(words, Other("(Wmo26. 23529)", 0.97)) == words


def test_a_house_number_with_a_floor_that_was_read_in_pieces_is_one() -> None:
    words = placed(("Dreef", 10, 40), ("31", 50, 60), ("1-II", 63, 80), sure=0.94)
    other = Other()
    other.reading = Reading("311-III", (0.99, 0.99, 0.99, 0.9, 0.4, 0.5, 0.6))
    _, number = whole_words(words, other)
    assert (number.text, number.confidence) == ("311-II", 0.94)
    assert whole_words(words, Other("31 1-III", 0.99)) == words
    assert whole_words(words, Other("311-III", 0.5)) == words


def test_a_word_before_a_number_is_no_part_of_a_code() -> None:
    words = placed(("Mob.", 10, 30), ("0031", 33, 55))
    assert whole_words(words, Other("Mob.0031", 0.99)) == words


def test_an_address_in_pieces_begins_with_no_figure_for_an_initial() -> None:
    words = placed(("L.bos", 50, 80), ("1@example.nl", 82, 150))
    (mail,) = whole_words(words, Other("1.bos_1@example.nl", 0.85))
    assert (mail.text, mail.confidence) == ("l.bos_1@example.nl", 0.3)


def test_words_apart_are_no_parts_of_an_address() -> None:
    words = placed(("mail", 10, 40), ("osman@example.net", 60, 150), ("of", 170, 180))
    other = Other("mail_osman@example.net", 0.99)
    assert (whole_words(words, other), other.asked) == (words, 0)


def test_behind_a_bracket_an_address_begins() -> None:
    words = placed(("El", 10, 20), ("Amrani", 23, 50), ("<amrani@example.net>", 53, 150))
    other = Other("El Amrani <amrani@example.net>", 0.99)
    assert (whole_words(words, other), other.asked) == (words, 0)
    words = placed(("El", 10, 20), ("<osman", 23, 50), ("bulut@example.net>", 53, 150))
    _, mail = whole_words(words, Other("<osman_bulut@example.net>", 0.99))
    assert mail.text == "<osman_bulut@example.net>"


def test_numbers_of_an_address_and_codes_are_asked_for_however_sure_they_are() -> None:
    words = (
        *placed(("Dreef", 10, 40), ("268", 50, 65), sure=0.97),
        *placed(("4811", 10, 35), ("EE", 38, 50), row=1, sure=0.97),
        *placed(("DOS702843", 10, 70), row=2, sure=0.97),
    )
    other = Other("26B", 0.99)
    seen = opinions(words, other)
    assert (other.asked, seen.words[1].text) == (2, "26B")  # not the postcode


@pytest.mark.parametrize(
    ("read", "other", "told", "now"),
    [
        ("DOS702843", "D0S702843", "DOS702843", 0.94),
        ("D0S702843", "DOS702843", "DOS702843", 0.94),
        ("(Wmo26.43474)", "Wm026.43474", "(Wmo26.43474)", 0.94),
        ("26ZS1O278", "26ZS10278", "26ZS10278", 0.94),
        ("KO2702843", "K02702843", "KO2702843", 0.6),  # nothing beside it tells which
        ("1.B.H.", "I.B.H.", "I.B.H.", 0.94),  # no code
    ],
)
def test_signs_that_look_alike_in_a_code_are_told_by_what_stands_beside_them(
    read: str, other: str, told: str, now: float
) -> None:
    (word,) = opinions(make_words(read, confidence=0.9), Other(other, 0.98)).words
    assert (word.text, word.confidence) == (told, now)


@pytest.mark.parametrize(("other", "told"), [("Ha", "Ha"), ("9a", "944")])
def test_figures_in_a_pen_where_the_other_engine_sees_none_are_no_number(
    other: str, told: str
) -> None:
    (word,) = opinions(make_words("944", confidence=0.5), Other(other, 0.4)).words
    assert word.text == told


def test_only_the_signs_of_the_word_itself_tell_how_sure_it_is() -> None:
    other = Other(": l.smit@mail.nl", 0.99)
    other.reading = replace(other.reading, signs=(0.3, 0.4, *other.reading.signs[2:]))
    (word,) = opinions(make_words("Lsmit@mail.nl", confidence=0.8), other).words
    assert (word.text, word.confidence) == ("l.smit@mail.nl", 0.96)


def test_figures_beside_the_word_of_a_stamp_are_asked_for_however_sure_they_are() -> None:
    words = (
        *placed(("INGEKOMEN", 300, 370), sure=0.97),
        *placed(("2025", 350, 372), row=1, sure=0.97),
        *placed(("2025", 50, 72), row=5, sure=0.97),
    )
    seen = opinions(words, Other("2026", 0.99))
    assert [word.text for word in seen.words] == ["INGEKOMEN", "2026", "2025"]
