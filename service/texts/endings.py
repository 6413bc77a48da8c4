"""The Dutch words for where the reading of a file ended, and at which limit."""

from extractors.stages import Reached, Stage
from service.ports.errors import Trouble
from service.ports.reading import Ending

STAGES = {
    Stage.OPENEN: "bij het openen van het bestand",
    Stage.LEZEN: "bij het lezen van het bestand",
    Stage.ZOEKEN: "bij het zoeken naar de gegevens in de brief",
    Stage.BEOORDELEN: "bij het beoordelen van de brief",
}
LIMITS = {
    Trouble.TIJD_OP: "{limit:.0f} seconden voor het hele bestand",
    Trouble.REKENTIJD_OP: "{limit:.0f} seconden rekentijd",
    Trouble.GEHEUGEN_OP: "{limit:.0f} MB geheugen",
}


def ending_text(trouble: Trouble, ending: Ending | None) -> str:
    """Return a sentence on where it ended, with a space before it; nothing when that is not known.

    >>> ending_text(Trouble.GEHEUGEN_OP, Ending(Reached(Stage.LEZEN, 12, 12), 3072))
    ' Dit gebeurde bij het lezen van bladzijde 12; de grens is 3072 MB geheugen.'
    >>> ending_text(Trouble.GECRASHT, Ending(Reached(Stage.ZOEKEN)))
    ' Dit gebeurde bij het zoeken naar de gegevens in de brief.'
    """
    if ending is None:
        return ""
    limit = LIMITS.get(trouble, "") if ending.limit else ""
    parts = [f"Dit gebeurde {_place(ending.reached)}" if ending.reached else ""]
    parts.append(f"de grens is {limit.format(limit=ending.limit)}" if limit else "")
    said = "; ".join(part for part in parts if part)
    return f" {said[0].upper()}{said[1:]}." if said else ""


def _place(reached: Reached) -> str:
    if reached.stage is not Stage.LEZEN or not reached.first:
        return STAGES[reached.stage]
    if reached.first == reached.last:
        return f"bij het lezen van bladzijde {reached.first}"
    return f"bij het lezen van bladzijde {reached.first} tot en met {reached.last}"
