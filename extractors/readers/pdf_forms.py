"""How often the drawings within drawings of a PDF are drawn, before anything draws them.

A form is a piece of a page that a page, or another form, draws by its name. A few of them that
draw each other make a file that is never drawn to its end.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import pikepdf

from extractors.errors import TooLargeError

MOST_DRAWN: Final = 20_000  # forms on one page, those within others each time; plans have hundreds
DEEPEST: Final = 24  # forms within each other; beyond it readers stop, each somewhere else
_DRAWS: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")

_Id = tuple[int, int]


def cut_rings(pdf: pikepdf.Pdf) -> bool:
    """Take a form out of what it draws itself; tell whether there was any.

    Pages without forms cost next to nothing.

    Raises:
        TooLargeError: when forms of a page are drawn without end in another way.

    """
    look = _Look()
    for page in pdf.pages:
        if look.cost(page.obj, depth=0) > MOST_DRAWN:
            raise TooLargeError("forms that are drawn without end")
    return look.has_cut


@dataclass(slots=True)
class _Look:
    """What was found out about forms, by the id of their object."""

    known: dict[_Id, int] = field(default_factory=dict)
    open: set[_Id] = field(default_factory=set)  # those that are being looked at
    has_cut: bool = False

    def cost(self, drawn: pikepdf.Object, *, depth: int) -> int:
        """Return how many forms are drawn when this page or form is; itself counts."""
        forms = _forms_of(drawn)
        if not forms:
            return 1
        if depth > DEEPEST:
            return MOST_DRAWN + 1
        often = Counter(_DRAWS.findall(_content(drawn)))
        total = 1
        for name, form in forms.items():
            count = often[name.lstrip("/").encode("latin-1", "replace")]
            if form.objgen in self.open:  # a ring: readers draw it until they lose count
                del drawn["/Resources"]["/XObject"][name]
                self.has_cut = True
            elif count:
                total += count * self._cost_of_form(form, depth=depth + 1)
            if total > MOST_DRAWN:
                break
        return total

    def _cost_of_form(self, form: pikepdf.Object, *, depth: int) -> int:
        key = form.objgen
        if key not in self.known:
            self.open.add(key)
            self.known[key] = min(self.cost(form, depth=depth), MOST_DRAWN + 1)
            self.open.discard(key)
        return self.known[key]


def _forms_of(drawn: pikepdf.Object) -> dict[str, pikepdf.Object]:
    resources = drawn.get("/Resources")
    held = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(held, pikepdf.Dictionary):
        return {}
    return {
        name: each
        for name, each in held.items()
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
    }


def _content(drawn: pikepdf.Object) -> bytes:
    """Return what is drawn; what cannot be unpacked draws nothing."""
    source = drawn if isinstance(drawn, pikepdf.Stream) else drawn.get("/Contents")
    parts = source.as_list() if isinstance(source, pikepdf.Array) else [source]
    return b"\n".join(_bytes(each) for each in parts if isinstance(each, pikepdf.Stream))


def _bytes(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return b""
