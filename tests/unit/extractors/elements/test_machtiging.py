import pytest

from extractors.document import PageRole
from extractors.elements import machtiging
from tests.factories import HINTS, make_letter

LETTER = """
Geachte heer, mevrouw,

Namens mijn moeder, mevrouw A. de Wit, maak ik bezwaar. {sentence}

Met vriendelijke groet,
B. Smit
"""
FORM = """
MACHTIGING

Ondergetekende, A. de Wit, machtigt hierbij
Gemachtigde: B. Smit
om namens haar bezwaar te maken.
"""


def test_enclosed_authorisation_names_who_is_authorised() -> None:
    letter = make_letter(
        [LETTER.format(sentence=""), FORM], roles=[PageRole.LETTER, PageRole.AUTHORISATION]
    )

    best = machtiging.find(letter, HINTS)[0]

    assert (best.role, best.value) == ("bijlage", "B. Smit")
    assert best.evidence[0].page == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Een machtiging voeg ik toe.",
        "Bijgevoegd vindt u de ondertekende machtiging.",
        "De volmacht treft u hierbij aan als bijlage 2.",
        "Zij heeft mij gemachtigd.",
    ],
)
def test_mention_counts_as_mention(sentence: str) -> None:
    found = machtiging.find(make_letter(LETTER.format(sentence=sentence)), HINTS)

    assert [(each.role, each.value) for each in found] == [("vermeld", "B. Smit")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hierbij machtig ik het CAK om het bedrag af te schrijven van mijn rekening.",
        "Tegen de rechterlijke machtiging zijn wij ook in beroep gegaan.",
        "Zij kreeg een brief over de machtiging.",
        "",
    ],
)
def test_direct_debit_and_court_order_are_no_authorisation(sentence: str) -> None:
    assert machtiging.find(make_letter(LETTER.format(sentence=sentence)), HINTS) == ()
