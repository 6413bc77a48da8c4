import pytest

from validators.toml_places import places_of

TEXT = """\
# a comment
name = "X"
"quoted key" = 1

[klacht.only_with]
a.b = {c = 1}
[[promises]]
what = "a"
[[promises]]
list = [
  1,  # one
  2,
]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("quoted key",), 3),
        (("klacht",), 5),
        (("klacht", "only_with", "a", "b", "c"), 6),
        (("promises",), 7),
        (("promises", 0, "what"), 8),
        (("promises", 1), 9),
        (("promises", 1, "list", 1), 12),
        (("promises", 1, "absent"), 9),
        (("absent",), 1),
    ],
)
def test_every_place_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert places_of(TEXT).line(path) == line


@pytest.mark.parametrize(
    "text", ["", "=", "[", '"\\q" = 1', "a = [[[", "\ud800".encode("utf-8", "replace").decode()]
)
def test_text_that_is_no_toml_raises_nothing(text: str) -> None:
    assert places_of(text).line(("a",)) == 1
