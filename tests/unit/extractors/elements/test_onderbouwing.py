"""The office's own reason for its decision is no ground against it."""

import pytest

from extractors.elements import onderbouwing
from tests.factories import HINTS, make_letter

LETTER = "Geachte heer,\n\nIk ben het niet eens met uw besluit van 3 mei 2026. {told}\n\nGroet,"


def has_grounds(told: str) -> bool:
    found = onderbouwing.find(make_letter(LETTER.format(told=told)), HINTS)
    return any(not each.marks for each in found)


@pytest.mark.parametrize(
    "told",
    [
        "U heeft de aanvraag afgewezen omdat u vindt dat ik het zelf kan.",
        "De aanvraag is geweigerd omdat er een voorliggende voorziening zou zijn.",
        "U geeft als reden dat de lift te duur is.",
    ],
)
def test_why_the_office_decided_so_is_no_ground(told: str) -> None:
    assert not has_grounds(told)


@pytest.mark.parametrize(
    "told",
    [
        "U heeft de aanvraag afgewezen omdat u vindt dat ik het zelf kan, terwijl ik blind ben.",
        "Ik maak bezwaar omdat u geen rekening houdt met mijn epilepsie.",
        "U wijst de lift af. Ik heb twee kunstheupen en kan de trap niet meer op.",
    ],
)
def test_an_answer_to_it_is_one(told: str) -> None:
    assert has_grounds(told)
