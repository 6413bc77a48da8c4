"""Writes what was learnt of kinds as data that a person can read and the product loads."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.kinds.learning import Example
from benchmarks.kinds.told import OURS, share
from extractors.kind_chances import KindModel

HEAD = """\
# How likely each kind of letter is (extractors/kind_chances.py): a logistic model over the traits of
# extractors/kind_traits.py. Three weights for each trait: bezwaar, klacht, overig.
#
# Written by a command; do not edit:
#   python -m benchmarks.fit_kind
# {counts}
# By models that saw no text of the same file:
"""
THRESHOLDS = (0.6, 0.7, 0.8, 0.85, 0.9, 0.95)

Chances = Sequence[Mapping[str, float]]


def model_file(model: KindModel, examples: Sequence[Example], told: str) -> str:
    """Return the text of `extractors/soortkansen.toml`."""
    texts = {(each.file, each.id) for each in examples}
    files = {each.file for each in examples}
    counts = f"{len(examples)} letters of {len(texts)} texts in {len(files)} files."
    lines = [HEAD.format(counts=counts), *(f"#   {line}\n" for line in told.splitlines())]
    lines += [f"\nconstant = {list(model.constant)}\n\n[weights]\n"]
    lines += [f'"{name}" = {list(each)}\n' for name, each in sorted(model.weights.items())]
    return "".join(lines)


def told_by_threshold(examples: Sequence[Example], chances: Chances) -> str:
    """Tell how often the rules and the model are right, and from which chance both can be trusted."""
    return "\n".join(_told(examples, chances)) + "\n"


def _told(examples: Sequence[Example], chances: Chances) -> Iterator[str]:
    best = [max(each, key=each.__getitem__) for each in chances]
    rows = list(zip(examples, best, chances, strict=True))
    for name, part in (("all texts", rows), ("texts that no rule was made on", _fresh(rows))):
        yield f"{name}:"
        yield f"  right by the rules {share([x.ruled in x.kinds for x, _, _ in part])}"
        yield f"  right by the model {share([kind in x.kinds for x, kind, _ in part])}"
        for least in THRESHOLDS:
            sure = [
                (x, kind)
                for x, kind, c in part
                if kind in OURS and kind == x.ruled and c[kind] >= least
            ]
            ours = sum(set(x.kinds) <= set(OURS) for x, _, _ in part)
            kept = sum(set(x.kinds) <= set(OURS) for x, _ in sure)
            wrong = share([kind not in x.kinds for x, kind in sure])
            yield f"  both agree, chance from {least}: wrong {wrong}; sure {100 * kept / ours:.0f} %"


def _fresh(rows: Sequence[tuple[Example, str, Mapping[str, float]]]) -> list[
    tuple[Example, str, Mapping[str, float]]
]:
    return [row for row in rows if "/h_" in row[0].file]
