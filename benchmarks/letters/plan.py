"""Decides which files a set of letters consists of."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.letters.compose import Order
from benchmarks.letters.dice import Dice
from benchmarks.letters.organisations import draw_office
from benchmarks.letters.texts import Text, load_texts
from benchmarks.letters.traps import TRAPS
from benchmarks.letters.wish import Wish

SETS = {"digital": 20, "clean": 20, "office": 22, "bad": 18, "traps": 20}
KINDS = {"bezwaar": 60, "klacht": 33, "overig": 7}
BATCHES = 0.08  # share of files that hold several letters
TRAP_BATCHES = 0.12
SEPARATORS = {"geen": 55, "blanco": 20, "barcode": 15, "qr": 10}


@dataclass(frozen=True, slots=True)
class Item:
    """One file to make."""

    set: str
    medium: str
    orders: tuple[Order, ...]
    separator: str = ""  # between several letters


class Bag:
    """Draws texts so that each comes up about as often as the others."""

    def __init__(self, dice: Dice, texts: list[Text]) -> None:
        self.dice, self.texts = dice, texts
        self.left: dict[str, list[Text]] = {}

    def draw(self, name: str, suits: Callable[[Text], bool]) -> Text:
        """Return a text that suits; `name` tells one kind of wish from another."""
        if not self.left.get(name):
            fitting = [text for text in self.texts if suits(text)]
            self.left[name] = self.dice.some(fitting, len(fitting))
        return self.left[name].pop()


def plan(dice: Dice, split: str, count: int) -> list[Item]:
    """Return the files of a set; sizes of the parts depend on `count` alone."""
    bag = Bag(dice, load_texts(split))
    items = []
    for name, share in SETS.items():
        size = max(1, round(count * share / sum(SETS.values())))
        items += (
            plan_traps(bag, split, size) if name == "traps" else plan_set(bag, split, name, size)
        )
    return items


def plan_set(bag: Bag, split: str, name: str, size: int) -> list[Item]:
    """Plan one class of paper."""
    batches = round(size * BATCHES) or int(size >= 8)
    items = [plan_batch(bag, split, name, name) for _ in range(batches)]
    for at in range(size - batches):
        kind = bag.dice.weighed(KINDS)
        text = bag.draw(kind, lambda text, kind=kind: _plain(text, kind))  # type: ignore[misc]
        medium = "photo" if name == "bad" and at % 5 > 2 else name
        items.append(Item(name, medium, (Order(text, split, medium),)))
    return items


def _plain(text: Text, kind: str) -> bool:
    return text.kind == kind and (not text.trap or kind == "overig")


def plan_traps(bag: Bag, split: str, size: int) -> list[Item]:
    """Plan the letters that were made to mislead."""
    batches = round(size * TRAP_BATCHES) or 1
    items = [plan_batch(bag, split, "traps", _trap_medium(bag.dice)) for _ in range(batches)]
    worded = [text for text in bag.texts if text.trap]
    choices: list[str | Text] = [*TRAPS, "besluit_met_krabbels", *worded]
    order: list[str | Text] = []
    while len(order) < size - batches:
        order += bag.dice.some(choices, len(choices))
    return items + [plan_trap(bag, split, choice) for choice in order[: size - batches]]


def plan_trap(bag: Bag, split: str, choice: str | Text) -> Item:
    """Plan one trap: in the words of a text, or in what befalls a letter."""
    medium = _trap_medium(bag.dice)
    if isinstance(choice, Text):
        wish = Wish(trap=choice.trap, whole=True if choice.kind != "overig" else None)
        return Item("traps", medium, (Order(choice, split, medium, wish),))
    if choice == "besluit_met_krabbels":
        text = bag.draw(choice, lambda text: text.kind == "bezwaar" and text.writer == "zelf")
        wish = Wish(trap=choice, paper=True)
    else:
        trap = TRAPS[choice]
        text = bag.draw(choice, lambda text: trap.suits(text) and not text.trap)
        wish = replace(trap.wish, trap=choice)
    if wish.paper and medium == "digital":
        medium = "clean"
    return Item("traps", medium, (Order(text, split, medium, wish),))


def _trap_medium(dice: Dice) -> str:
    return dice.weighed({"digital": 30, "clean": 30, "office": 40})


def plan_batch(bag: Bag, split: str, name: str, medium: str) -> Item:
    """Plan a file that holds several letters to one office."""
    dice = bag.dice
    office = draw_office(dice, split, ("zk", "ciz", "gem"))
    fitting = [
        text
        for text in bag.texts
        if office.to in text.to and not text.trap and not text.layout and text.kind != "overig"
    ]
    texts = dice.some(fitting, dice.pick([2, 2, 3, 4]))
    wish = Wish(trap="meer_brieven") if name == "traps" else Wish()
    orders = tuple(Order(text, split, medium, wish, office) for text in texts)
    return Item(name, medium, orders, dice.weighed(SEPARATORS))
