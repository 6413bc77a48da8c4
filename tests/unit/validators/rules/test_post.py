"""Every warning with letters that earn it and letters that come near, as people write them."""

import pytest

from tests.unit.validators.rules.post import Post, codes_of, read_post
from validators.rules import RULES

POST = read_post()


def as_params(*, is_due: bool) -> list[object]:
    """Return the letters as test cases; one that is known to be missed has to stay so or go."""
    return [
        pytest.param(post, id=post.id, marks=[pytest.mark.xfail] if post.data.get("missed") else [])
        for post in POST
        if post.is_due is is_due
    ]


def test_every_rule_has_letters_that_earn_it_and_letters_that_come_near() -> None:
    earned = {post.code for post in POST if post.is_due}
    near = {post.code for post in POST if not post.is_due}
    assert earned == near == {rule.CODE for rule in RULES}


@pytest.mark.parametrize("post", as_params(is_due=True))
def test_letter_earns_its_warning(post: Post) -> None:
    assert post.code in codes_of(post.data)


@pytest.mark.parametrize("post", as_params(is_due=False))
def test_letter_that_comes_near_earns_none(post: Post) -> None:
    assert post.code not in codes_of(post.data)
