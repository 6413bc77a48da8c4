"""Print docs/loketten.md: the table of desks as a jurist reads it, line by line.

    .venv/bin/python scripts/loketten.py > docs/loketten.md

A test compares the page with what this prints.
"""

import re
import sys
from collections.abc import Iterable, Iterator

from extractors.desks.attacks import ADDRESSED, DECISIONS, HALF_GROUPS, PARTIES, PROVIDER
from extractors.desks.situations import ENOUGH
from extractors.language import load_cues
from validators.addressee import organisations
from validators.advice import WITH_TERM
from validators.loketten import Action, Loket, load_table
from validators.profile import catalogue_of, load_bodies, profile_ids
from validators.report import Intent
from validators.texts.routing import ROUTING, brief_text, routing_text

ACTIONS = {
    Action.DOORZENDEN: "doorzenden",
    Action.INFORMEREN: "alleen informeren",
    Action.BEHANDELEN: "zelf behandelen",
}
INTRO = """# Loketten: voor wie is een brief

Deze bladzijde komt uit `validators/loketten.toml`, `validators/instanties.toml` en
`validators/texts/routing.py`; `scripts/loketten.py` drukt haar af. Verander dus die bestanden, niet
deze bladzijde.

## Hoe het werkt

- Wat de brief **aanvalt**, beslist; niet welke namen erin staan. "De SVB betaalt mijn hulp uit" of
  "anders ga ik naar de ombudsman" telt niet.
- Zinnen waarin iemand bezwaar maakt of klaagt, wegen het zwaarst, met de zin ervoor en erna. Daarna
  het onderwerp van de brief, en zinnen die een besluit of gedrag afkeuren. Lof en dreigementen
  tellen niet mee.
- Spreken twee loketten elkaar tegen, of kan de brief ook voor ons zijn, dan wordt **niets**
  doorgestuurd en kijkt een mens. Een brief verkeerd doorsturen is erger dan niet doorsturen.
- Doorsturen gebeurt alleen naar bestuursorganen en rechters. Naar anderen niet: daar is
  toestemming van de afzender voor nodig.
- Is een brief aan een ander gericht en bij ons bezorgd, dan gaat hij naar die ander, tenzij de
  inhoud dat tegenspreekt.
- Het profiel `awb` staat voor elk bestuursorgaan. Daar gaat alleen post voor de rechter door.
- De organisatie zet zelf in haar brief wie de afzender kan bellen.
- Welk zorgkantoor of welke gemeente bevoegd is, hangt van de woonplaats af. Noemt de brief geen
  zorgkantoor bij naam, dan staat er `zorgkantoor` of `gemeente` en zoekt de postkamer het op.

De woorden zijn gekozen door wie ook de proefbrieven schreef. Zie een brief die hier verkeerd gaat
dus als een kans: voeg hem (zonder namen) toe aan `tests/unit/validators/loketten/`.
"""


def main() -> None:
    """Print the page."""
    sys.stdout.write("\n".join(page()) + "\n")


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from INTRO.splitlines()
    yield from ("", "## De loketten", "")
    yield from _table(
        ("loket", "de brief gaat over", "bevoegd", "wat wij doen", "artikel", "aan de afzender"),
        (_row(row) for row in load_table().loket.values()),
    )
    yield from ("", "## Zinnen die voor elk loket gelden", "")
    yield from _table(("code", "zin"), ((code, text) for code, text in ROUTING.items()))
    yield from ("", "## De organisaties", "")
    yield from _table(("id", "herkend aan", "doorsturen mag"), _bodies())
    yield from ("", "## Waaraan een brief wordt herkend", "")
    yield from (
        "`/` scheidt woorden waarvan er een moet staan, `..` staat voor hooguit drie en `...` voor "
        "hooguit acht andere woorden, `*` voor elk einde, haakjes om een woord dat mag ontbreken.",
        "",
    )
    yield from _table(("signaal", "zo vaak", "woorden"), _signals())


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = list(heads)
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def _row(row: Loket) -> tuple[str, ...]:
    kinds = ", ".join(row.kinds)
    stays = f"; de brief blijft hier (waarschuwing `{row.warning}`)" if row.warning else ""
    signals = ", ".join(f"`{code}`" for code in (*row.signals, *row.beside))
    needs = ", ".join(f"`{code}`" for code in row.requires)
    return (
        f"`{row.id}`",
        f"{row.matter} ({kinds}; {signals}{f'; alleen met {needs}' if needs else ''})",
        f"{row.who} (`{row.competent}`)",
        f"{ACTIONS[row.action]}{stays}{f'. {row.mailroom}' if row.mailroom else ''}",
        _articles(row),
        _sender(row),
    )


def _articles(row: Loket) -> str:
    if row.basis is not None:
        return ", ".join(row.basis) or "geen"
    grounds = load_table().grondslag
    table = grounds.doorzenden if row.action is Action.DOORZENDEN else grounds.informeren
    return "; ".join(f"{kind}: {', '.join(table.of(kind))}" for kind in row.kinds)


def _sender(row: Loket) -> str:
    kind = row.kinds[0]
    sentence = row.sender.format(brief=brief_text(kind), who=row.who)
    sent = row.action is Action.DOORZENDEN and row.has_term and Intent(kind) in WITH_TERM
    return f"{sentence} {routing_text('eerste_ontvangst')}" if sent else sentence


def _bodies() -> Iterator[tuple[str, ...]]:
    bodies = load_bodies()
    for organisation_id, organisation in organisations(catalogue_of()).items():
        body = bodies.get(organisation_id)
        members = body.members if body is not None else ()
        names = ", ".join(" ".join(name) for name in organisation.names)
        listed = f"staat voor: {', '.join(f'`{each}`' for each in members)}" if members else "-"
        profile = " (profiel)" if organisation_id in profile_ids() else ""
        public = "ja" if organisation.public else "nee"
        yield f"`{organisation_id}`{profile}", names or listed, public


def _signals() -> Iterator[tuple[str, ...]]:
    weighed = "gewogen"
    for code in DECISIONS:
        yield f"`besluit_{code}`", weighed, _words(f"zaak_{code}")
        if code in HALF_GROUPS:
            yield f"`besluit_{code}`", "gewogen, half", _words(HALF_GROUPS[code])
    yield f"`besluit_{ADDRESSED}`", weighed, _words("door_u")
    for code in PARTIES:
        yield f"`gedrag_{code}`", weighed, _words(f"partij_{code}")
    yield f"`gedrag_{ADDRESSED}`", weighed, _words(f"partij_{ADDRESSED}")
    named = "de naam van een zorgaanbieder, of: "
    yield f"`gedrag_{PROVIDER}`", weighed, named + _words("tegen_zorgverlener")
    for code, enough in ENOUGH.items():
        yield f"`{code}`", f"in {enough} zin{'nen' if enough > 1 else ''}", _words(code)


def _words(group: str) -> str:
    return "; ".join(re.sub(r"\*", "\\*", cue).replace("|", "/") for cue in load_cues(group))


if __name__ == "__main__":
    main()
