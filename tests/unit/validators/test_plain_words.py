"""The Dutch of the report is plain, and says what to do next, never what it comes to."""

import re
from collections.abc import Iterator

import pytest

from validators.report import Verdict
from validators.texts.errors import ERRORS, UNKNOWN_ERROR
from validators.texts.faults import FAULTS
from validators.texts.reasons import REASONS
from validators.texts.warnings import WARNINGS
from validators.texts.window import WINDOW

LONGEST = 25  # words of a sentence that one reads out
# What follows from a gap or from lateness is for a person, and never said by the system.
NEVER = re.compile(r"ontvankelijk|ongegrond|afgewezen|geweigerd|verspeeld", re.IGNORECASE)
# Words of offices and lawyers; the law's own name for an act stays where there is no other.
JARGON = re.compile(
    r"\b(middels|teneinde|derhalve|conform|omtrent|betreffende|aangaande|inzake|alsmede|reeds|"
    r"indien|gelieve|onderhavige?|zulks|hetgeen|dient te|dienen te|verzuim\w*|prematuur|ambtshalve|"
    r"verschoonbare?\w*|termijnoverschrijding|bestuursorgaan|appellant|elfproef|verdagen|verdaging|"
    r"doch|tevens|echter|dusdanig|desbetreffende|voornoemde?|bovengenoemde?|ter zake|thans|"
    r"met betrekking tot|ten aanzien van|uit hoofde van|in casu|jegens|edoch|nochtans)\b",
    re.IGNORECASE,
)
# How a sentence begins, or goes on after a comma, that says what to do.
TO_DO = re.compile(
    r"(?:^|[.;:,] |\ben |\bof |\bdan )(kijk|vraag|geef|laat|stuur|noteer|bevestig|zoek|lees|scan|"
    r"vul|reken|bekijk|behandel|kies|vertel|leg|bel|beslis|lever|splits|meld)\b",
    re.IGNORECASE,
)
VALUES = {
    "years": "2029", "who": "bewindvoerder", "what": "een rekening", "datum": "31 november 2026",
    "wanneer": "12 maart 2024", "laatste": "24 november 2026", "tot": "24 december 2026",
    "trigger": "1 oktober 2026", "triggers": "1 oktober 2026 of 8 oktober 2026",
    "first_day": "2 oktober 2026", "last_day": "12 november 2026", "received": "10 november 2026",
    "postmarked": "9 november 2026",
    "until": "Het besluit is van 1 oktober 2026, dus bezwaar kon tot en met 12 november 2026",
}  # fmt: skip


def told() -> Iterator[tuple[str, str]]:
    """Yield every text of the report with its values filled in."""
    for name, table in (("warning", WARNINGS), ("window", WINDOW), ("error", ERRORS)):
        for code, text in table.items():
            yield f"{name} {code}", text.format(**VALUES)
    for reason, text in REASONS.items():
        yield f"reason {reason}", text
    yield "unknown error", UNKNOWN_ERROR


TOLD = dict(told())


def sentences(text: str) -> list[str]:
    """Cut at full stops and semicolons; a voice pauses at both."""
    return [part for part in re.split(r"[.;:?!](?:\s|$)", text) if part.strip()]


def test_every_verdict_is_explained_where_it_is_shown() -> None:
    from service.texts.report import VERDICT_MEANINGS, VERDICTS  # noqa: PLC0415 - of another package

    assert set(VERDICTS) == set(VERDICT_MEANINGS) == set(Verdict)


@pytest.mark.parametrize("code", TOLD)
def test_nothing_says_what_a_person_must_decide(code: str) -> None:
    assert NEVER.findall(TOLD[code]) == []


@pytest.mark.parametrize("code", TOLD)
def test_no_sentence_has_words_of_the_office(code: str) -> None:
    assert JARGON.findall(TOLD[code]) == []


@pytest.mark.parametrize("code", [code for code in TOLD if not code.startswith("window")])
def test_no_sentence_is_longer_than_one_breath(code: str) -> None:
    assert [each for each in sentences(TOLD[code]) if len(each.split()) > LONGEST] == []


@pytest.mark.parametrize("code", [code for code in TOLD if code.startswith("window")])
def test_no_explanation_of_the_term_is_longer_than_one_breath(code: str) -> None:
    # The part between brackets names a free day; a reader skips it.
    parts = sentences(re.sub(r"\(.*?\)", "", TOLD[code]))
    assert [each for each in parts if len(each.split()) > LONGEST] == []


@pytest.mark.parametrize("code", [f"warning {code}" for code in WARNINGS])
def test_every_warning_says_what_is_the_matter_and_what_to_do(code: str) -> None:
    first, *rest = sentences(TOLD[code])
    assert first
    assert rest
    assert TO_DO.search(TOLD[code])


@pytest.mark.parametrize("code", [f"error {code}" for code in ERRORS])
def test_every_error_says_what_to_do(code: str) -> None:
    assert TO_DO.search(TOLD[code])


DOUBTS = ["zwak", "meerdere", "slecht_leesbaar", "handgeschreven", "pagina_ontbreekt", "datum_oud",
          "datum_bestaat_niet", "handtekening_zwak", "kaal", "zie_bijlage"]  # fmt: skip


@pytest.mark.parametrize("code", DOUBTS)
def test_a_doubt_says_what_to_do(code: str) -> None:
    assert TO_DO.search(TOLD[f"reason {code}"])


def test_every_fault_of_a_profile_is_one_line() -> None:
    assert not any("\n" in text for text in FAULTS.values())
