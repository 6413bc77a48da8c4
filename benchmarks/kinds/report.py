"""Prints how well kinds are told."""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.kinds.told import KINDS, OURS, Told, share
from benchmarks.scoring.calibration import bins, calibration_error


def render(rows: Sequence[Told], *, mistakes: int = 0) -> str:
    """Return the figures of a split, and the worst mistakes if asked for."""
    return "\n".join((*_figures(rows), "", *_confusion(rows), "", *_reliability(rows),
                      *_mistakes(rows, mistakes))) + "\n"  # fmt: skip


def _figures(rows: Sequence[Told]) -> Iterator[str]:
    ours = [each for each in rows if set(each.kinds) <= set(OURS)]
    other = [each for each in rows if not set(each.kinds) & set(OURS)]
    both = [each for each in rows if {*OURS} <= each.intents]
    sure = [each for each in rows if each.is_sure]
    accused = [each for each in rows if each.against and each.accused]
    yield f"kind right:                      {share([each.is_right for each in rows])}"
    yield f"intents right:                   {share([each.is_intent_right for each in rows])}"
    yield f"both kinds found when both:      {share([each.is_intent_right for each in both])}"
    yield f"other post not taken for ours:   {share([each.kind == 'overig' for each in other])}"
    yield f"wrong kind among the sure:       {share([not each.is_right for each in sure])}"
    yield f"ours, sure of the kind:          {share([each.is_sure for each in ours])}"
    yield f"against whom right:              {share([_is_accused(each) for each in accused])}"


def _is_accused(row: Told) -> bool:
    return row.accused is not None and row.accused[0] in row.against


def _confusion(rows: Sequence[Told]) -> Iterator[str]:
    counts = Counter((each.kinds[0], each.kind) for each in rows)
    yield "true \\ found " + "".join(f"{kind:>10}" for kind in KINDS)
    for true in KINDS:
        yield f"{true:<13}" + "".join(f"{counts[true, found]:10}" for found in KINDS)


def _reliability(rows: Sequence[Told]) -> Iterator[str]:
    pairs = [(each.found.confidence, each.is_right) for each in rows if each.kind in OURS]
    yield f"stated confidence of bezwaar and klacht: error {calibration_error(pairs):.3f}"
    for each in bins(pairs, (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)):
        yield f"  from {each.low:.2f}: stated {each.stated:.2f}, right {each.right:.2f} ({each.n})"


def _mistakes(rows: Sequence[Told], most: int) -> Iterator[str]:
    wrong = [each for each in rows if not each.is_right]
    for each in sorted(wrong, key=lambda row: -row.is_sure * row.found.confidence)[:most]:
        told = ", ".join(f"{signal.code} {signal.confidence:.2f}" for signal in each.signals)
        yield f"{each.file}/{each.id}: {'/'.join(each.kinds)}, found {told}"
    for each in [row for row in rows if row.against and not _is_accused(row)][:most]:
        yield f"{each.file}/{each.id}: against {'/'.join(each.against)}, found {each.accused}"
