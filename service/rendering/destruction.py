"""The list of what was destroyed, to keep: as CSV and as PDF. Nothing in it is of a person."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

from service.records.letters import AMSTERDAM
from service.records.retention import DestructionLine, Proposal
from service.rendering.pdf import Section, Sheet, render_sheet
from service.texts import retention as texts
from service.texts.figures import day

WIDTHS = (9, 4, 4, 4, 3, 6)
FACT_WIDTHS = (4, 11)


@dataclass(frozen=True, slots=True)
class DestructionList:
    """A proposal with its letters, and the names of who wished and agreed."""

    proposal: Proposal
    lines: Sequence[DestructionLine]
    proposed_by: str
    decided_by: str


def render_csv(found: DestructionList) -> bytes:
    """Return the list for a spreadsheet, as Dutch Excel opens it."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow((*texts.COLUMNS, "lijst", "voorgesteld", "goedgekeurd"))
    proposal = found.proposal
    who = (
        proposal.id,
        f"{proposal.proposed_by} {proposal.proposed_at.isoformat()}",
        f"{proposal.decided_by} {proposal.decided_at.isoformat()}" if proposal.decided_at else "",
    )
    for each in found.lines:
        rows.writerow((*_cells(each), *who))
    return ("\ufeff" + out.getvalue()).encode()


def render_pdf(found: DestructionList) -> bytes:
    """Return the list as a PDF for the archive, with the names of who decided."""
    proposal = found.proposal
    facts = [(texts.PROPOSED_BY, f"{found.proposed_by}, {_when(proposal.proposed_at)}")]
    if proposal.decided_at:
        facts.append((texts.DECIDED_BY, f"{found.decided_by}, {_when(proposal.decided_at)}"))
    if proposal.done_at:
        facts.append((texts.DONE_AT, _when(proposal.done_at)))
    destroyed = sum(1 for each in found.lines if each.destroyed_at)
    kept = sum(1 for each in found.lines if each.why_kept)
    sheet = Sheet(
        id=proposal.id,
        title=texts.TITLE,
        verdict=texts.SUBTITLE.format(count=destroyed, kept=kept),
        footer=texts.FOOTER.format(id=proposal.id),
        todo=(),
        sections=(
            Section(texts.TITLE, texts.FACTS, FACT_WIDTHS, tuple(facts)),
            Section(texts.LETTERS, texts.COLUMNS, WIDTHS, tuple(map(_cells, found.lines))),
        ),
    )
    return render_sheet(sheet)


def _cells(line: DestructionLine) -> tuple[str, ...]:
    letter = line.letter
    if line.why_kept:
        became = texts.KEPT[line.why_kept]
    elif line.destroyed_at:
        became = f"{texts.DESTROYED} {line.destroyed_at.astimezone(AMSTERDAM).date().isoformat()}"
    else:
        became = texts.WAITS
    return (
        letter.id,
        texts.OUTCOMES[letter.outcome],
        letter.arrived_on.isoformat(),
        letter.handled_at.astimezone(AMSTERDAM).date().isoformat(),
        str(letter.months),
        became,
    )


def _when(time: dt.datetime) -> str:
    return day(time.astimezone(AMSTERDAM).date())
