from itertools import product

from benchmarks.kinds.learning import Example, fit
from extractors.kinds.cases import case_of
from tests.factories import make_letter

CASE = case_of(make_letter("Een brief."))
KINDS = {
    "bezwaar": frozenset({"bezwaar"}),
    "klacht": frozenset({"klacht"}),
    "beide": frozenset({"bezwaar", "klacht"}),
    "overig": frozenset({"overig"}),
}


def letter(writer: str, kind: str, number: int, *names: str) -> Example:
    """Return a letter that has a word of its kind, and these."""
    own = "bezwaar" if kind == "beide" else kind
    traits = dict.fromkeys(("woord:alle", f"woord:{kind}", *names), 1.0)
    return Example(f"{kind}-{number}", f"short/{writer}", (own,), KINDS[kind], CASE, traits)


def test_what_several_writers_say_is_learnt() -> None:
    model = fit([letter(*each) for each in product("abc", KINDS, range(3))])
    chances = model.chances({"woord:alle": 1.0, "woord:klacht": 1.0})
    assert max(chances, key=lambda kind: chances[kind]) == "klacht"


def test_what_two_writers_alone_say_is_no_sign_of_a_kind() -> None:
    letters = [letter(*each) for each in product("abc", KINDS, range(3))]
    letters += [letter(*each, "woord:stad") for each in product("ab", ("klacht",), range(9))]
    assert "woord:stad" not in fit(letters).weights
    letters += [letter("c", "klacht", 9, "woord:stad")]
    assert "woord:stad" in fit(letters).weights
