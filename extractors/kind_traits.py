"""What is counted of a letter to weigh its kind: cues, word lists and words, as numbers by name.

`zegt:` a cue group in the body, `kop:` one in the heading, `lijst:` the share of sentences with a
word of a list, `woord:` and `kopwoord:` the beginning of a word. Knows no weights.
"""

from collections import Counter
from collections.abc import Iterator

from extractors.cases import Case
from extractors.language import Token
from extractors.lexicon import lists_with
from extractors.once import once

# Words that begin alike mean about the same ("besluit", "besluiten").
STEM = 6
# A letter that says something four times says it no more than one that says it three times.
_MOST = 3
# What a decision is about is no sign of the kind of letter, and changes with the offices.
_NOT_COUNTED = ("zaak_",)
LISTS = (
    "neiging_mens", "neiging_gedrag", "neiging_zorgfout", "neiging_dienst", "neiging_klachtwens",
    "neiging_besluit", "neiging_anders", "neiging_oneens", "neiging_nood", "neiging_tegen",
    "neiging_verlies", "neiging_brief", "neiging_aangesprokene", "neiging_gunnen",
    "neiging_ontkenning", "neiging_ik", "s_dagen", "s_verleden", "s_kantoor", "s_zij", "s_getal",
    "s_voorziening",
)  # fmt: skip


def kind_traits(case: Case) -> dict[str, float]:
    """Return the traits of a letter by name; what is not there has no name."""
    return dict((*_cues(case), *_lists(case), *_words(case)))


def _cues(case: Case) -> Iterator[tuple[str, float]]:
    for group in case.body.analysis.hits:
        count = case.said(group)
        if count and not group.startswith(_NOT_COUNTED):
            yield f"zegt:{group}", 0.5 + 0.5 * min(count, _MOST)
    for group in case.heading.analysis.hits:
        if not group.startswith(_NOT_COUNTED):
            yield f"kop:{group}", 1.0


def _lists(case: Case) -> Iterator[tuple[str, float]]:
    sentences = case.body.sentences
    holding = Counter(name for each in sentences for name in lists_with(each.tokens, LISTS))
    for name in LISTS:
        if holding[name]:
            yield f"lijst:{name}", holding[name] / len(sentences)


def _words(case: Case) -> Iterator[tuple[str, float]]:
    counts = Counter(stem for each in case.body.sentences for stem in _stems(each.tokens))
    for stem, count in counts.items():
        yield f"woord:{stem}", 0.25 + 0.25 * min(count, 2)
    for stem in set(_stems(case.heading.analysis.tokens)):
        yield f"kopwoord:{stem}", 0.5


@once
def _stems(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    norms = [token.norm for token in tokens]
    return tuple(norm[:STEM] for norm in norms if norm.isalpha() or any(map(str.isalpha, norm)))
