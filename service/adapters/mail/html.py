"""The text of an HTML message, line by line as a person sees it; nothing is run or fetched.

Read with lxml: the parser of the standard library takes hours over a page that was made for it.
"""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

# Ends the line before and after it.
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "footer"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "table", "tr", "ul"}
)
# Leaves a white line: what people see as a new paragraph.
_PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote"}
)
_UNSEEN = frozenset({"head", "script", "style", "title", "template", "object", "noscript"})
_CELLS = frozenset({"td", "th"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "col", "area", "base"})
PIECE = 64 * 1024  # characters that are fed at a time
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def text_of(html: str) -> str:
    """Return the text of a page, with a white line between paragraphs.

    >>> print(text_of("<p>Geachte heer,<br>dit is <b>mijn</b> brief.</p><style>b</style><p>Groet"))
    Geachte heer,
    dit is mijn brief.
    <BLANKLINE>
    Groet
    """
    if not html.strip():
        return ""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, no_network=True, huge_tree=True, recover=True)
    parser.feed("<html><body>")  # also for a page that begins with words
    for at in range(0, len(html), PIECE):
        parser.feed(html[at : at + PIECE])
    parser.close()
    return _tidy(reader.pieces)


class _Reader:
    """Gathers the text that is seen, with the line ends that the tags make."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._hiding: list[str] = []  # open tags from the first that hides its content
        self._kept = 0  # depth of <pre>, where line ends count
        self._owed = 0  # line ends before the next words

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a line where a block begins; go into what is hidden."""
        if tag in _VOID:
            if tag in {"br", "hr"} and not self._hiding:
                self._add("\n")
            return
        if self._hiding or tag in _UNSEEN or _is_hidden(attributes):
            self._hiding.append(tag)
            return
        self._kept += tag == "pre"
        self._break(tag)
        if tag == "li":
            self._add("- ")

    def end(self, tag: str) -> None:
        """End a line where a block ends; come out of what is hidden."""
        if tag in _VOID:
            return
        if self._hiding:
            self._hiding.pop()
            return
        self._kept -= tag == "pre"
        self._break(tag)
        if tag in _CELLS:
            self._add("  ")

    def data(self, text: str) -> None:
        """Keep what is seen; line ends in the source are only spaces."""
        if not self._hiding:
            self._add(text if self._kept else re.sub(r"[ \t\r\n\f]+", " ", text))

    def comment(self, text: str) -> None:
        """Pass over what nobody sees."""

    def close(self) -> None:
        """End; the pieces are there."""

    def _add(self, text: str) -> None:
        """Add words, with the line ends that blocks owe; spaces between blocks are nothing."""
        if self._owed and text.isspace() and text != "\n":
            return
        self.pieces += ["\n" * self._owed, text]
        self._owed = 0

    def _break(self, tag: str) -> None:
        self._owed = max(self._owed, 2 if tag in _PARAGRAPHS else int(tag in _BLOCKS))


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))


def _tidy(pieces: Iterable[str]) -> str:
    """Join the pieces; blocks within blocks leave one white line, not many."""
    lines = [" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(re.sub(r" {3,}", "  ", line))
    return "\n".join(kept).strip()
