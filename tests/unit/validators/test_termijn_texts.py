"""Every code about terms has plain words, none are left over, and they say what to do."""

import re

import pytest

from validators.feiten import NoteCode, What
from validators.profile import load_profile, profile_ids
from validators.report import Rule
from validators.stappen import OutcomeCode, RemarkCode, StepCode
from validators.termijn_texts import (
    DEADLINES,
    NEXT,
    NOTES,
    OUTCOMES,
    REMARKS,
    STEPS,
    deadline_text,
    step_text,
)
from validators.texts.window import WINDOW

SENTENCES = [
    *STEPS.values(),
    *OUTCOMES.values(),
    *NEXT.values(),
    *REMARKS.values(),
    *NOTES.values(),
]


def test_every_step_has_words() -> None:
    assert set(STEPS) == set(StepCode)


def test_every_outcome_has_words_and_says_what_to_do() -> None:
    assert set(OUTCOMES) == set(NEXT) == set(OutcomeCode)


def test_every_outcome_of_a_report_has_a_sentence_that_can_be_read_out() -> None:
    assert set(WINDOW) - {"fout"} == set(OutcomeCode) - {OutcomeCode.ZELFDE_UITKOMST}


def test_every_row_of_the_table_is_an_outcome() -> None:
    assert {rule.value for rule in Rule} == {code.value.split("_")[0] for code in OutcomeCode} - {
        *("zelfde", "klacht", "niet", "overig")
    }


def test_every_remark_and_note_has_words() -> None:
    assert set(REMARKS) == set(RemarkCode)
    assert set(NOTES) == set(NoteCode)


def test_no_code_has_words_in_two_lists() -> None:
    codes = [*STEPS, *OUTCOMES, *REMARKS, *NOTES]
    assert len(codes) == len(set(codes))


def test_every_deadline_has_words() -> None:
    profiles = [load_profile(profile_id) for profile_id in profile_ids()]
    promised = {promise.what for profile in profiles for promise in profile.promises}
    assert set(DEADLINES) == set(What) | promised


def test_promise_of_an_own_profile_gives_its_own_words() -> None:
    assert deadline_text("gesprek_aan_huis") == "Gesprek aan huis"


@pytest.mark.parametrize("text", SENTENCES)
def test_sentence_is_plain_and_whole(text: str) -> None:
    assert re.fullmatch(r"[A-Z{].*\.", text)
    assert "ontvankelijk" not in text
    assert max(len(part.split()) for part in re.split(r"[.:;] ", text)) <= 26


@pytest.mark.parametrize("text", [*REMARKS.values(), *NEXT.values()])
def test_what_is_odd_and_what_is_next_ask_for_an_act(text: str) -> None:
    acts = "[Kk]ijk|Zoek|Neem|Vraag|Bewaar|Laat|Behandel|Geef|Reken|maakt hier geen verschil"
    assert re.search(acts, text)


def test_words_are_filled_in() -> None:
    assert step_text("weekend", "4 april 2026", detail="zaterdag").startswith("4 april 2026 is een")
