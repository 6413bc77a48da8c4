"""The text of an HTML message, line by line as a person sees it; nothing is run or fetched."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

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
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def text_of(html: str) -> str:
    """Return the text of a page, with a white line between paragraphs.

    >>> print(text_of("<p>Geachte heer,<br>dit is <b>mijn</b> brief.</p><style>b</style><p>Groet"))
    Geachte heer,
    dit is mijn brief.
    <BLANKLINE>
    Groet
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _tidy(reader.pieces)


class _Reader(HTMLParser):
    """Gathers the text that is seen, with the line ends that the tags make."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []  # open tags from the first that hides its content
        self._kept = 0  # depth of <pre>, where line ends count

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins; go into what is hidden."""
        if tag in _VOID:
            self.pieces.append("\n" if tag in {"br", "hr"} and not self._unseen else "")
            return
        if self._unseen or tag in _UNSEEN or _is_hidden(attrs):
            self._unseen.append(tag)
            return
        self._kept += tag == "pre"
        self._break(tag)
        if tag == "li":
            self.pieces.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """End a line where a block ends; come out of what is hidden."""
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            return
        self._kept -= tag == "pre" and self._kept > 0
        self._break(tag)
        if tag in _CELLS:
            self.pieces.append("  ")

    def handle_data(self, data: str) -> None:
        """Keep what is seen; line ends in the source are only spaces."""
        if not self._unseen:
            self.pieces.append(data if self._kept else re.sub(r"[ \t\r\n\f]+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag in _BLOCKS:
            self.pieces.append("\n")


def _is_hidden(attrs: Iterable[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDDEN_STYLE.search(value or ""))
        for name, value in attrs
    )


def _tidy(pieces: Iterable[str]) -> str:
    """Join the pieces; blocks within blocks leave one white line, not many."""
    lines = [" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(re.sub(r" {3,}", "  ", line))
    return "\n".join(kept).strip()
