"""Names of care providers begin with a capital, inside a text or at its start."""

import pytest

from extractors.story.providers import find_providers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zij woont bij verpleeghuis De Linde in Ede.", "verpleeghuis De Linde"),
        ("de begeleiding van (Kwintus) was slecht", "Kwintus"),
        ("Carinzorg stopt met de hulp.", "Carinzorg"),
    ],
)
def test_a_provider_is_found_wherever_its_capital_stands(text: str, name: str) -> None:
    assert [text[each.start : each.end] for each in find_providers(text)] == [name]


def test_without_a_capital_there_is_none() -> None:
    assert find_providers("de thuiszorg kwam niet, en het verpleeghuis belde niet terug") == ()
