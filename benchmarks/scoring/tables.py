"""Sets scores in tables of Markdown."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from benchmarks.scoring.calibration import bins, calibration_error
from benchmarks.scoring.score import DOUBTS, ELEMENTS, VALUED
from benchmarks.scoring.scores import ALL, Mistake, Scores
from benchmarks.scoring.tally import Rate
from benchmarks.scoring.targets import PAPERS, TARGETS

SETS = (*PAPERS, "traps")
TITLES = {
    "digital": "born-digital",
    "clean": "clean scan",
    "office": "office scan",
    "bad": "bad scan / photo",
    "traps": "traps",
    ALL: "all",
}
DOCUMENTS = (
    "read at all",
    "kind",
    "intents",
    "no letter of ours: to a person",
    "window",
    "verdict",
    "straight-through",
    "false compleet",
    "false incompleet",
    "asked for and missing",
    "missing and asked for",
    "evidence on a right page",
)
DOUBTED = "Doubt about what, of letters that went to a person without need"
DOUBTED_ALONE = "Doubt about this alone, of letters that went to a person without need"
ASKED = "What was asked for though it was sent, of letters that were asked for such"
CUTS = (
    "several: exact",
    "missed cuts",
    "wrong cuts",
    "one: left whole",
    "several: not exact, doubt told",
)
BY_ELEMENT = {
    "Right value, of letters that have it": "value",
    "Right value and `aanwezig`": "sure",
    "Wrong value among `aanwezig`": "wrong",
    "Status right": "status",
    "Precision of `aanwezig`": "precision",
    "Recall of `aanwezig`": "recall",
    "Share `onzeker`": "onzeker",
    "Precision of `ontbreekt`": "absent",
    "Recall of `ontbreekt`": "lacking",
}


def grid(head: list[str], rows: list[list[str]]) -> list[str]:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return [*lines, *["| " + " | ".join(row) + " |" for row in rows], ""]


def shown(rate: Rate) -> str:
    """Return "98.2 (54/55)" or nothing."""
    return f"{100 * rate.share:.1f} ({rate.right}/{rate.of})" if rate.of else ""


def with_interval(rate: Rate) -> str:
    """Return "98.2 (54/55; 90-100)"."""
    low, high = rate.interval()
    return f"{100 * rate.share:.1f} ({rate.right}/{rate.of}; {100 * low:.1f}-{100 * high:.1f})"


def sets_of(scores: Scores) -> list[str]:
    """Return the sets that hold letters, then all together."""
    return [*[name for name in SETS if name in scores.tallies], ALL]


def target_table(scores: Scores) -> list[str]:
    """Set every aim beside what was counted; the traps have no aim of their own."""
    sets = [name for name in SETS if name in scores.tallies]
    rows = []
    for target in TARGETS:
        row = [target.title]
        for name in sets:
            rate = target.rate(scores.tallies[name])
            cell = with_interval(rate) if rate.of else "-"
            if name in PAPERS and rate.of:
                aim = target.aims[PAPERS.index(name)]
                cell += f" aim {aim:g}: **{target.mark(rate, aim)}**"
            row.append(cell)
        rows.append(row)
    head = ["per cent (cases; Wilson 95 %)", *[TITLES[name] for name in sets]]
    legend = (
        "`reached` / `missed`: the whole interval lies on that side of the aim. With `?` the "
        "counted share does, but so many cases do not prove it."
    )
    return ["## Against the targets", "", *grid(head, rows), legend, ""]


def rate_table(scores: Scores, title: str, names: dict[str, str]) -> list[str]:
    """Set named rates in a table with the sets as columns."""
    sets = sets_of(scores)
    rows = []
    for label, name in names.items():
        cells = [shown(scores.tallies[part].rate(name)) for part in sets]
        if any(cells):
            rows.append([label, *cells])
    return [f"## {title}", "", *grid(["", *[TITLES[part] for part in sets]], rows)]


def element_tables(scores: Scores) -> list[str]:
    """Return the tables by element."""
    lines = []
    for title, key in BY_ELEMENT.items():
        elements = VALUED if key in {"value", "sure", "wrong"} else ELEMENTS
        lines += rate_table(scores, title, {element: f"{key} {element}" for element in elements})
    return lines


def reliability(scores: Scores) -> list[str]:
    """Compare stated confidence with the share that was right, by element."""
    elements = [element for element in ELEMENTS if (ALL, element) in scores.confidences]
    sets = sets_of(scores)
    rows = []
    for element in elements:
        errors = [scores.confidences.get((part, element), []) for part in sets]
        rows.append([element, *[f"{calibration_error(p):.3f} ({len(p)})" for p in errors]])
    lines = ["## Calibration: expected calibration error (readings)", ""]
    lines += grid(["", *[TITLES[part] for part in sets]], rows)
    rows = [
        [element, f"{b.low:g}-{b.high:g}", str(b.n), f"{b.stated:.3f}", f"{b.right:.3f}"]
        for element in elements
        for b in bins(scores.confidences[ALL, element])
    ]
    head = ["element", "stated", "readings", "mean stated", "right"]
    return [*lines, "## Calibration: reliability, all sets", "", *grid(head, rows)]


def causes(scores: Scores, count: int = 40) -> list[str]:
    """List the classes of mistakes with the letters in which they were made."""
    groups: dict[str, list[Mistake]] = defaultdict(list)
    for mistake in scores.mistakes:
        groups[mistake.cause].append(mistake)
    ranked = sorted(groups.items(), key=lambda item: -sum(m.weight for m in item[1]))
    rows = []
    for cause, mistakes in ranked[:count]:
        places = [
            f"{m.where.split('.')[0]} {m.where.split('/')[1].split(' ')[0]}" for m in mistakes
        ]
        cost = sum(m.weight for m in mistakes)
        rows.append([cause, str(cost), str(len(mistakes)), ", ".join(places[:10])])
    return ["## Classes of mistakes", "", *grid(["cause", "cost", "times", "letters"], rows)]


def worst(scores: Scores, count: int) -> list[str]:
    """List the worst mistakes and where they gather."""
    heavy = [m for m in scores.mistakes if m.weight >= 5]
    lines = [f"## Worst of {len(scores.mistakes)} mistakes", ""]
    for title, part in (("texts", 0), ("layouts", 1), ("traps", 2)):
        spots = [m.where.split(" ")[2].split("/") for m in heavy if m.where.count("/") > 2]
        counts = Counter(spot[part] for spot in spots if len(spot) > part)
        lines.append(f"{title}: " + ", ".join(f"{n} {name}" for name, n in counts.most_common(12)))
        lines.append("")
    ranked = sorted(scores.mistakes, key=lambda m: -m.weight)[:count]
    return [*lines, *[f"    {m.weight:3} {m.where}  {m.what}" for m in ranked], ""]


def timing(scores: Scores) -> list[str]:
    """Tell how long the letters took."""
    if not any(scores.seconds):
        return []
    mean = sum(scores.seconds) / len(scores.seconds)
    return [f"Seconds a letter: mean {mean:.2f}, worst {max(scores.seconds):.2f}.", ""]


def seen(scores: Scores, count: str, names: Iterable[str]) -> dict[str, str]:
    """Return the rows of a count that were met at least once: what is shown, what is counted."""
    rates = scores.tallies[ALL]
    return {each: f"{count} {each}" for each in names if rates.rate(f"{count} {each}").right}


def render(scores: Scores, *, mistakes: int = 0) -> str:
    """Return all tables as Markdown; with the mistakes when asked for."""
    lines = target_table(scores)
    lines += rate_table(scores, "Documents", {name: name for name in DOCUMENTS})
    lines += rate_table(scores, DOUBTED, seen(scores, "doubt", DOUBTS))
    lines += rate_table(scores, DOUBTED_ALONE, seen(scores, "only doubt", DOUBTS))
    lines += rate_table(scores, ASKED, seen(scores, "asked", ELEMENTS))
    lines += rate_table(scores, "Cutting a file into letters", {name: name for name in CUTS})
    lines += element_tables(scores) + reliability(scores) + timing(scores)
    if mistakes:
        lines += causes(scores) + worst(scores, mistakes)
    return "\n".join(lines) + "\n"
