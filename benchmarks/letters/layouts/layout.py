"""What a layout is: a way to draw one Content on one Sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.letters.content import Content
from benchmarks.letters.sheet import Sheet

Draw = Callable[[Sheet, Content], None]


@dataclass(frozen=True)
class Layout:
    """A layout with what it needs and whom it suits."""

    name: str
    draw: Draw
    size: float = 11
    mono: bool = False
    office: bool = False  # letterhead of a law firm or other professional
    refs: bool = True  # has reference lines
    digital: str = ""  # "email" or "portaal": seldom signed by hand
    named: bool = True  # names the sender outside the body
    style: tuple[tuple[str, object], ...] = ()
