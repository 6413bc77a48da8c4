"""Who is named in the story of a complaint."""

from extractors.story.actors import strangers_in


def test_the_first_word_behind_the_number_of_a_point_is_no_name() -> None:
    assert list(strangers_in("4. Ik heb gebeld met Thebe.")) == ["thebe"]
    assert list(strangers_in("b) Daarna belde Thebe.")) == ["thebe"]
