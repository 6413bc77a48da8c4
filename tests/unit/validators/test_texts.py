import re
from string import Formatter

import pytest

from extractors import errors
from validators.rules import RULES
from validators.termijn import TriggerKind
from validators.texts.errors import ERRORS, UNKNOWN_ERROR, error_text
from validators.texts.reasons import REASONS, Reason
from validators.texts.warnings import SORTS, WARNINGS
from validators.texts.window import DECIDED, WINDOW

EVERY = [
    *REASONS.values(),
    *WARNINGS.values(),
    *ERRORS.values(),
    *WINDOW.values(),
    UNKNOWN_ERROR,
]


def error_codes() -> set[str]:
    kinds = [errors.DocumentError, *errors.DocumentError.__subclasses__()]
    return {kind.code for kind in kinds}


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)


def test_every_warning_has_words_and_no_words_are_left_over() -> None:
    # After a dot: what a warning says in a special case.
    assert {code.partition(".")[0] for code in WARNINGS} == {rule.CODE for rule in RULES}


def test_every_document_error_has_words() -> None:
    assert error_codes() <= set(ERRORS)


def test_every_trigger_has_words() -> None:
    assert set(DECIDED) == set(TriggerKind) - {TriggerKind.ONTVANGEN}


def test_code_without_words_gets_a_general_sentence() -> None:
    assert error_text("nooit_gezien") == UNKNOWN_ERROR


@pytest.mark.parametrize("text", EVERY)
def test_sentence_is_plain_and_whole(text: str) -> None:
    assert re.fullmatch(r"[A-Z{].*\.", text)
    assert "ontvankelijk" not in text


@pytest.mark.parametrize("text", EVERY)
def test_no_sentence_is_longer_than_a_breath(text: str) -> None:
    assert max(len(part.split()) for part in re.split(r"[.:;] ", text)) <= 26


@pytest.mark.parametrize("text", WINDOW.values())
def test_window_is_explained_in_one_sentence(text: str) -> None:
    assert text.count(". ") == 0


def test_no_warning_asks_for_unknown_values() -> None:
    names = {
        name for text in WARNINGS.values() for _, name, _, _ in Formatter().parse(text) if name
    }
    assert names == {"who", "what", "years", "datum", "laatste", "tot", "wanneer"}


def test_every_sort_can_follow_the_word_but() -> None:
    assert all(sort.split()[0] in {"een", "reclame"} for sort in SORTS.values())
