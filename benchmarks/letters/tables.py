"""Sets scores in tables of text."""

from collections import Counter, defaultdict

from benchmarks.letters.paper import CLASSES
from benchmarks.letters.score import ELEMENTS, VALUED, Scores

DOCUMENTS = (
    "kind",
    "kind of traps",
    "intents",
    "traps to a person",
    "one report",
    "window",
    "verdict",
    "straight-through",
    "false compleet",
    "false incompleet",
)
STATUS_TABLES = {
    "Status right": "status",
    "Precision of aanwezig": "precision",
    "Recall of aanwezig": "recall",
    "Share onzeker": "onzeker",
}


def table(scores: Scores, title: str, names: dict[str, str]) -> list[str]:
    """Set named counts in a table with the classes as columns."""
    columns = [*[c for c in CLASSES if c in scores.tallies], "all"]
    lines = [title, f"{'':20}" + "".join(f"{column:>14}" for column in columns)]
    for label, name in names.items():
        cells = [scores.tallies[column].shown(name) for column in columns]
        if any(cell != "-" for cell in cells):
            lines.append(f"{label:20}" + "".join(f"{cell:>14}" for cell in cells))
    return [*lines, ""]


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """Return the expected calibration error over ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in pairs:
        bins[min(9, int(confidence * 10))].append((confidence, right))
    gaps = (abs(sum(c for c, _ in part) - sum(r for _, r in part)) for part in bins.values())
    return sum(gaps) / len(pairs)


def reliability(scores: Scores) -> list[str]:
    """Compare stated confidence with the share that was right."""
    lines = ["Confidence of values called aanwezig against the share that is right"]
    lines.append(f"{'':16}{'n':>6}{'mean':>8}{'right':>8}{'ECE':>8}")
    for element, pairs in sorted(scores.confidences.items()):
        n = len(pairs)
        mean, right = sum(c for c, _ in pairs) / n, sum(r for _, r in pairs) / n
        error = calibration_error(pairs)
        lines.append(f"{element:16}{n:6}{mean:8.3f}{right:8.3f}{error:8.3f}")
    return [*lines, ""]


def worst(scores: Scores, count: int) -> list[str]:
    """List the worst mistakes and where they gather."""
    if not count:
        return []
    heavy = [m for m in scores.mistakes if m.weight >= 5]
    lines = ["Where heavy mistakes gather (texts, layouts)"]
    for part in (1, 2):
        counts = Counter(m.where.split(" ")[1].split("/")[part] for m in heavy)
        lines.append("  " + ", ".join(f"{name} {n}" for name, n in counts.most_common(12)))
    lines += ["", f"Worst mistakes ({len(scores.mistakes)} in all)"]
    ranked = sorted(scores.mistakes, key=lambda m: -m.weight)[:count]
    return [*lines, *[f"{m.weight:3} {m.where}  {m.what}" for m in ranked], ""]


def timing(scores: Scores) -> list[str]:
    """Tell how long the letters took."""
    if not any(scores.seconds):
        return []
    mean = sum(scores.seconds) / len(scores.seconds)
    return [f"Seconds a letter: mean {mean:.2f}, worst {max(scores.seconds):.2f}", ""]


def render(scores: Scores, *, mistakes: int) -> str:
    """Return all tables as text."""
    lines = table(scores, "Documents", {name: name for name in DOCUMENTS})
    lines += table(
        scores, "Right value, of letters that have it", {e: f"value {e}" for e in VALUED}
    )
    lines += table(scores, "Wrong value among aanwezig", {e: f"wrong {e}" for e in VALUED})
    for title, key in STATUS_TABLES.items():
        lines += table(scores, title, {element: f"{key} {element}" for element in ELEMENTS})
    lines += reliability(scores) + timing(scores) + worst(scores, mistakes)
    return "\n".join(lines) + "\n"
