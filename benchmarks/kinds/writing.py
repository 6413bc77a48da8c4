"""Writes what was learnt of kinds as data that a person can read and the product loads."""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.kinds.learning import Example
from benchmarks.kinds.told import OURS, Told, share
from benchmarks.letters.plan import KINDS
from extractors.kinds.kind_chances import KindModel
from extractors.learnt.written import thousandths, written_lines

HEAD = """\
# How likely each kind of letter is (extractors/kinds/kind_chances.py): a logistic model over the
# traits of extractors/kinds/kind_traits.py. Thousandths for each trait: how far it speaks for
# bezwaar, klacht and both at once, against other post.
#
# Written by a command; do not edit:
#   python -m benchmarks.fit_kind
# {counts}
# By models that saw no text of the same writer:
"""
FRESH = ("h_", "i_", "j_")  # files that came after the rules
THRESHOLDS = (0.7, 0.8, 0.85, 0.9, 0.95, 0.98)


def model_file(model: KindModel, examples: Sequence[Example], told: str) -> str:
    """Return the text of `extractors/kinds/soortkansen.toml`."""
    texts = {(each.file, each.id) for each in examples}
    files = {each.file for each in examples}
    counts = f"{len(examples)} letters of {len(texts)} texts in {len(files)} files."
    lines = [HEAD.format(counts=counts), *(f"#   {line}\n" for line in told.splitlines())]
    lines += [f"\nconstant = {thousandths(model.constant)}\n\n[weights]\n"]
    return "".join([*lines, *(f"{line}\n" for line in written_lines(model.weights))])


def told_by_threshold(rows: Sequence[Told]) -> str:
    """Tell how often kinds are right, and how often the sure ones are, by how sure one must be."""
    fresh = [each for each in rows if each.file.split("/")[-1].startswith(FRESH)]
    return (
        "\n".join((*_told("all texts", rows), *_told("texts that came after the rules", fresh)))
        + "\n"
    )


def _told(name: str, rows: Sequence[Told]) -> Iterator[str]:
    ours = [each for each in rows if set(each.kinds) <= set(OURS)]
    both = [each for each in rows if {*OURS} <= each.intents]
    yield f"{name}: kind right {share([each.is_right for each in rows])}"
    yield f"  both kinds told when both {share([each.is_intent_right for each in both])}"
    for least in THRESHOLDS:
        sure = [each for each in rows if each.kind in OURS and each.found.confidence >= least]
        wrong = share([not each.is_right for each in sure])
        kept = share([each.kind in OURS and each.found.confidence >= least for each in ours])
        post = f"{_as_post(rows, sure):.1f} if kinds come as in post"
        yield f"  sure from {least}: wrong {wrong}, {post}; of ours {kept} sure"


def _as_post(rows: Sequence[Told], sure: Sequence[Told]) -> float:
    """Return the per cent that is wrong if kinds came as often as in the sets of letters.

    Of the texts far more are other post than of what a mailroom gets.
    """
    texts = Counter(each.kinds[0] for each in rows)
    weights = {kind: KINDS[kind] / max(texts[kind], 1) for kind in KINDS}
    whole = sum(weights[each.kinds[0]] for each in sure)
    wrong = sum(weights[each.kinds[0]] for each in sure if not each.is_right)
    return 100 * wrong / whole if whole else 0.0
