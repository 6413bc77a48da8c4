"""Loads the letter texts and fills their slots.

A text is prose with {slots} and optional parts: `[[dec|besluit van {dec}|besluit]]` prints the
first form when the letter is to hold that element and the second (or nothing) when not.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.letters.facts import Facts

FOLDER = Path(__file__).parent / "texts"
OPTIONAL = re.compile(r"\[\[(\w+)\|([^|\]]*)(?:\|([^\]]*))?\]\]")
SLOT = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Text:
    """One letter text and what a careful clerk would say about its contents."""

    id: str
    split: str
    kind: str  # bezwaar, klacht or overig
    body: str
    to: tuple[str, ...] = ("zk",)
    kinds: tuple[str, ...] = ()  # intents that must or may be reported beside the kind
    writer: str = "zelf"
    subject: str = ""
    title: str = ""
    salutation: str = "Geachte heer, mevrouw,"
    closing: str = "Met vriendelijke groet,"
    grounds: str = "echt"  # echt, kaal, pro_forma, bijlage
    conduct: str = "echt"  # klacht: echt or emotie
    decision: str = "uniek"  # uniek: told apart without date or number; vaag: not
    against: str = ""  # klacht: zorgkantoor, zorgverlener, overig
    timeline: bool = False
    steps: bool = False
    result: bool = False
    provider: bool = False
    pgb: bool = False
    accepts: tuple[str, ...] = ()  # other kinds that a clerk could defend
    layout: str = ""  # a layout that the text needs
    sign: str = ""  # a signature state that the text needs
    attachments: tuple[str, ...] = ()
    style: str = ""
    trap: str = ""  # what makes this letter a trap; empty for an ordinary one
    couple: bool = False  # two people write, one signs
    own_letterhead: str = ""
    minor: bool = False
    deceased: bool = False  # the client died: nobody can be authorised
    extra: dict[str, str] = field(default_factory=dict)


def load_texts(split: str) -> list[Text]:
    """Return all texts of one split, in a fixed order."""
    texts = []
    for path in sorted((FOLDER / split).glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["text"]:
            values = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
            texts.append(Text(split=split, **values))
    ids = [text.id for text in texts]
    if len(set(ids)) != len(ids):
        raise ValueError(f"double text id: {sorted(i for i in ids if ids.count(i) > 1)}")
    return texts


def fill(template: str, facts: "Facts") -> str:
    """Fill one template; what it prints is noted in the facts."""

    def optional(match: re.Match[str]) -> str:
        return match[2] if match[1] in facts.present else (match[3] or "")

    chosen = OPTIONAL.sub(optional, template)
    filled = SLOT.sub(lambda match: facts.say(match[1]), chosen)
    return re.sub(r"[ \t]+", " ", filled).replace(" ,", ",").replace(" .", ".")


def mentions(template: str, element: str) -> bool:
    """Tell whether a template can print the element."""
    return any(slot.split(":")[0] == element for slot in SLOT.findall(template))
