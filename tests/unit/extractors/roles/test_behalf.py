"""For whom a letter is written, as all its words tell it."""

from extractors.roles.behalf import behalf_odds, behalf_traits, load_behalf_model
from tests.factories import make_letter

FOR_MOTHER = (
    "Mijn moeder heeft dementie en kan niet meer alleen zijn. Ik maak namens mijn moeder bezwaar, "
    "want zij krijgt te weinig uren. Zij woont alleen en haar indicatie is te laag."
)
FOR_ONESELF = (
    "Ik heb reuma en kan niet meer alleen wassen. Ik maak bezwaar, want ik krijg te weinig uren. "
    "Ik woon alleen en mijn indicatie is te laag."
)


def test_words_count_once_and_with_those_that_follow_within_the_sentence() -> None:
    traits = behalf_traits(make_letter("Mijn moeder belt. Mijn moeder\nwacht."))
    assert traits["paar:mijn_moeder"] == 1.0
    assert "drie:mijn_moeder_wacht" in traits  # also where a line ends
    assert "paar:belt_mijn" not in traits


def test_who_writes_of_another_writes_for_another() -> None:
    model = load_behalf_model()
    for_mother, for_oneself = (
        behalf_odds(make_letter(text), model) for text in (FOR_MOTHER, FOR_ONESELF)
    )
    assert for_oneself < 0 < for_mother
