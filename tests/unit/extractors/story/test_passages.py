"""The sender's own sentences and the passages made of them."""

import pytest

from extractors.document import PageRole
from extractors.story import passages
from extractors.story.passages import (
    MAX_PASSAGE,
    answers_to,
    body_of,
    bridged,
    frame_of,
    heading_of,
    novelty,
    passage_of,
)
from tests.factories import make_letter

LETTER = """
M. Verbeek
Laan 12
3512 AB Utrecht

CIZ
Postbus 2891
3500 GW Utrecht

Utrecht, 9 maart 2026

Betreft: uw besluit

Geachte heer, mevrouw,

Ik kan niet lopen. Mijn dochter werkt de hele dag in een
ziekenhuis ver weg van mijn huis en kan mij dus niet hel-
pen met eten.

- Er is niet gebeld.
- Er is niet geluisterd.

Hoogachtend,

M. Verbeek

Bijlage: kopie
"""


def wordings(text: str | list[str], **more: object) -> list[str]:
    body = body_of(make_letter(text, **more))  # type: ignore[arg-type]
    return [body.wording(sentence) for sentence in body.sentences]


def test_a_sender_in_one_long_line_on_top_tells_nothing() -> None:
    sender = "A.T. Melet, Jaydenboulevard 99, 1901 KJ Weiteveen, BSN-nummer: 9999.97.993"
    told = wordings(f"{sender}\n\nCIZ\nPostbus 2891\n3500 GW Utrecht\n\nHallo,\n\nEr komt niemand.")
    assert told == ["Er komt niemand."]


def test_who_begins_with_where_they_live_tells() -> None:
    start = (
        "Ik woon al jaren met mijn zoon op de Havenweg 99 te 1901 KJ Weiteveen, waar niemand komt."
    )
    assert wordings(f"{start}\n\nNiemand belt ook.")[0] == start


def test_the_address_of_an_office_in_one_line_is_nothing_that_is_told() -> None:
    form = (
        "2. Aan\nCollege van B&W van de gemeente Assen, afdeling Sociaal Domein, Postbus 30018, "
        "9400 RA Assen\n\n4. Mijn verhaal\n\nHallo,\n\n"
        "Ik schreef eerder naar Postbus 12 zonder antwoord."
    )
    told = " ".join(wordings(form))
    assert "Sociaal Domein" not in told
    assert "Postbus 12 zonder antwoord" in told


def test_the_body_holds_only_what_the_sender_has_to_say() -> None:
    assert wordings(LETTER) == [
        "Ik kan niet lopen.",
        "Mijn dochter werkt de hele dag in een ziekenhuis ver weg van mijn huis en kan mij dus "
        "niet helpen met eten.",
        "- Er is niet gebeld.",
        "- Er is niet geluisterd.",
    ]


def test_the_heading_holds_the_subject() -> None:
    assert "uw besluit" in heading_of(make_letter(LETTER)).text.string


def test_the_frame_holds_the_sender_but_not_the_body() -> None:
    frame = frame_of(make_letter(LETTER)).text.string
    assert "M. Verbeek" in frame
    assert "lopen" not in frame
    assert "CIZ" not in frame


def test_an_enclosed_decision_is_no_part_of_the_body() -> None:
    pages = [LETTER, "Geachte mevrouw,\n\nWij wijzen uw aanvraag af."]
    assert wordings(pages, roles=[PageRole.LETTER, PageRole.DECISION]) == wordings(LETTER)


def test_a_passage_over_two_pages_has_a_place_on_each() -> None:
    body = body_of(make_letter(["Geachte heer,\n\nIk val vaak.", "Ik kan niet koken."]))
    assert [place.page for place in passage_of(body, body.sentences).evidence] == [1, 2]


def test_a_passage_stays_short_enough_to_quote() -> None:
    body = body_of(make_letter("Geachte heer,\n\n" + "\n".join(["Ik val heel vaak om."] * 200)))
    assert len(passage_of(body, body.sentences).text) <= MAX_PASSAGE


def test_a_passage_is_read_as_well_as_its_words() -> None:
    body = body_of(make_letter("Geachte heer,\n\nIk val vaak.", confidence=0.5))
    assert passage_of(body, body.sentences).reading == 0.5


def test_one_sentence_between_two_is_taken_along() -> None:
    body = body_of(make_letter("Geachte heer,\n\nEen. Twee. Drie. Vier."))
    one, two, three, _ = body.sentences
    assert bridged(body.sentences, [one, three], over=[two]) == (one, two, three)
    assert bridged(body.sentences, [one, three], over=[]) == (one, three)


def test_procedure_says_nothing_new() -> None:
    body = body_of(
        make_letter("Ik maak bezwaar tegen uw besluit over mijn pgb. Ik val elke nacht.")
    )
    procedure, story = body.sentences
    assert novelty(procedure, topics=False) == 0
    assert novelty(story) >= 2


def test_what_follows_a_question_is_its_answer() -> None:
    body = body_of(
        make_letter(
            "Geachte heer,\n\nSinds wanneer speelt dit?\n\nSinds mei.\n\nWat wilt u?\n\nExcuses."
        )
    )
    answers = answers_to(body, "vraag_tijdspad")
    assert [body.wording(sentence) for sentence in answers] == ["Sinds mei."]


def test_a_letter_as_long_as_a_book_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "MAX_WORDS", 100)
    body = body_of(make_letter("Geachte heer,\n\n" + "\n".join(["val om"] * 80)))
    assert len(body.text.words) == 100


def test_a_page_without_words_has_an_empty_body() -> None:
    assert body_of(make_letter("")).sentences == ()


SIGNED = "M. Verbeek\nLaan 12\n3512 AB Utrecht\n\nGeachte heer, mevrouw,\n\n{said}\n\n{name}"


@pytest.mark.parametrize(
    "name", ["M. Verbeek", "Ümit van der Çelik-de Boer", "Mia Verbeek (zus)", "mr. M. Verbeek"]
)
def test_a_name_under_the_last_sentence_is_no_sentence(name: str) -> None:
    letter = make_letter(SIGNED.format(said="Ik kan niet lopen.", name=name))
    assert body_of(letter).text.string == "Ik kan niet lopen."
    assert name in frame_of(letter).text.string


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("Ik kan niet lopen.", "Ik kan ook niet staan"),  # more is said
        ("Mijn hulp komt van", "Thuiszorg De Linde"),  # the sentence goes on
        ("Wat ik niet meer kan:", "Lopen"),  # an item of a list
    ],
)
def test_what_is_said_last_is_no_name(said: str, last: str) -> None:
    assert last in body_of(make_letter(SIGNED.format(said=said, name=last))).text.string


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Zij heeft aanvallen.", 1),
        ("Dat meisje heeft artrose.", 2),
        ("Uw aanvraag van mei volgt op artikel 3.", 0),
    ],
)
def test_a_word_that_only_begins_like_one_of_the_procedure_says_something(
    sentence: str, words: int
) -> None:
    [only] = body_of(make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,")).sentences
    assert novelty(only) == words
