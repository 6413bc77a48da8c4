r"""Where each key of a TOML text stands, so that a fault can be named with its line.

tomllib judges the text and gives its values; tree-sitter's grammar only tells the lines. A text
that is no TOML gives the places of what could be understood of it.

>>> places = places_of('name = "X"\n[bezwaar]\nwettelijk = ["naam"]')
>>> places.line(("bezwaar", "wettelijk", 0)), places.line(("klacht",))
(3, 1)
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The line of every key, table and list entry, from 1."""

    lines: Mapping[Path, int]
    repeated: tuple[tuple[Path, int], ...] = ()  # keys that stand twice, with their second line

    def line(self, path: Path) -> int:
        """Return the line of the key, or of the nearest table around one that is not there."""
        around = (path[:length] for length in range(len(path), 0, -1))
        return next((self.lines[each] for each in around if each in self.lines), 1)


def places_of(text: str) -> Places:
    """Return where everything in the text stands."""
    root = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
    lines: dict[Path, int] = {}
    repeated = []
    for path, line, may_return in _walk(root):
        if path in lines and not may_return:
            repeated.append((path, line))
        lines.setdefault(path, line)
    return Places(lines, tuple(repeated))


def _walk(root: Node) -> Iterator[tuple[Path, int, bool]]:
    """Yield each place, and whether the same path may rightly stand somewhere else again."""
    counts: Counter[Path] = Counter()
    for node in root.named_children:
        if node.type == "pair":
            yield from _pair(node, ())
        elif node.type in {"table", "table_array_element"}:
            header = _key(node)
            path: Path = header
            if node.type == "table_array_element":
                path = (*header, counts[header])
                counts[header] += 1
            yield from ((header[:length], _line(node), True) for length in range(1, len(header)))
            yield header, _line(node), node.type == "table_array_element"
            yield path, _line(node), True
            for pair in (each for each in node.named_children if each.type == "pair"):
                yield from _pair(pair, path)


def _pair(node: Node, around: Path) -> Iterator[tuple[Path, int, bool]]:
    key = _key(node)
    path = around + key
    yield from ((around + key[:length], _line(node), True) for length in range(1, len(key)))
    yield path, _line(node), False
    yield from _value(node.named_children[-1], path)


def _value(node: Node, path: Path) -> Iterator[tuple[Path, int, bool]]:
    if node.type == "inline_table":
        for pair in (each for each in node.named_children if each.type == "pair"):
            yield from _pair(pair, path)
    if node.type == "array":
        entries = [each for each in node.named_children if each.type != "comment"]
        for number, entry in enumerate(entries):
            yield (*path, number), _line(entry), False
            yield from _value(entry, (*path, number))


def _key(node: Node) -> tuple[str, ...]:
    """Return the parts of the key that a pair or the header of a table begins with."""
    return tuple(_parts(node.named_children[0])) if node.named_children else ()


def _parts(node: Node) -> Iterator[str]:
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _parts(child)
    else:
        written = (node.text or b"").decode()
        yield _unquoted(written) if node.type == "quoted_key" else written


def _unquoted(written: str) -> str:
    try:
        return str(tomllib.loads(f"k = {written}")["k"])
    except tomllib.TOMLDecodeError:  # a bad escape: whoever judges the text will say so
        return written[1:-1]


def _line(node: Node) -> int:
    return node.start_point.row + 1
