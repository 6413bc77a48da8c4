"""Learns how likely a sentence says why, from letters of which only the whole may be known.

Of most letters it is known whether they say why, not where: none of the sentences of a letter that
does not, and at least one of the others (learning from bags, as in Maron and Lozano-Perez 1998;
here the likelihood of a letter is one less the product over its sentences of the chance that each
says nothing). Where the sentences themselves are marked, they count as well.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from benchmarks import teach
from benchmarks.kinds.told import hints
from benchmarks.reasons.bracketed import REASON
from benchmarks.roles.marked import Marked, letter_of
from benchmarks.roles.outcomes import WHY
from extractors.element import ElementId
from extractors.learnt.yes_or_no import YesOrNo
from extractors.once import for_one_file
from extractors.story.letter_traits import letter_traits
from extractors.story.passages import Body, Sentence
from extractors.story.reason_chances import SAYING_WHY, ReasonModel, ReasonModels
from extractors.story.sentence_traits import Traits, sentence_traits
from extractors.story.statements import statements_of

Numbers = NDArray[np.float64]

# Of the words of a sentence, from which share on those that say why make it a sentence that does.
_MARKED_WORDS = 0.2


@dataclass(frozen=True, slots=True)
class Example:
    """A letter of which it is known whether it says why."""

    element: ElementId
    says_why: bool
    sentences: tuple[Traits, ...]
    whole: Traits
    known: tuple[bool, ...]  # whether each sentence says why; nothing when nobody marked them
    name: str
    writer: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is learnt; chosen by leaving writers out."""

    held: float = 4.0  # how small weights are held
    seldom: int = 4  # a trait that fewer sentences have is left out
    least: float = 0.01  # a weight that is smaller is left out
    marked: float = 0.5  # how much a marked sentence counts, a letter counting 1


RECIPE = Recipe()
WHOLE = teach.Recipe(strength=0.3, seldom=8, least=0.02)  # of letters as a whole


def examples_of(letters: Iterable[Marked]) -> Iterator[Example]:
    """Yield the letters of which it is known whether they say why."""
    for marked in letters:
        element = WHY.get(marked.main_kind)
        if marked.says_why is None or element is None:
            continue
        with for_one_file():
            letter = letter_of(marked, hints())
            body, traits = statements_of(letter), sentence_traits(letter)
            whole = letter_traits(letter)
        if traits:
            known = tuple(_known(marked, body)) if marked.written(REASON) else ()
            if known and not any(known):
                continue  # it says why in its subject, which is no sentence: those teach nothing
            yield Example(
                element, marked.says_why, traits, whole, known, marked.name, marked.writer
            )


def _known(marked: Marked, body: Body) -> Iterator[bool]:
    """Yield of each sentence whether enough of it was marked as saying why."""
    boxes = {box for mark in marked.marks if mark.role == REASON for box in mark.boxes}

    def is_marked(sentence: Sentence) -> bool:
        words = body.span(sentence).words
        return sum(word.box in boxes for word in words) >= _MARKED_WORDS * len(words)

    return map(is_marked, body.sentences)


def fit(examples: Sequence[Example], recipe: Recipe = RECIPE) -> ReasonModels:
    """Return a model for each element from its examples."""
    return {
        element: _fit([each for each in examples if each.element is element], recipe)
        for element in SAYING_WHY
    }


def _fit(examples: Sequence[Example], recipe: Recipe) -> ReasonModel:
    answers = [each.says_why for each in examples]
    whole = teach.yes_or_no([each.whole for each in examples], answers, WHOLE)
    return ReasonModel(_of_sentences(examples, recipe), whole)


def _of_sentences(examples: Sequence[Example], recipe: Recipe) -> YesOrNo:
    sentences = [traits for each in examples for traits in each.sentences]
    names = teach.names_of(sentences, recipe.seldom)
    weights, constant = _least_loss(examples, teach.rows_of(sentences, names), recipe)
    return teach.model_of(names, weights, constant, recipe.least)


def _least_loss(
    examples: Sequence[Example], rows: sparse.csr_matrix, recipe: Recipe
) -> tuple[Numbers, float]:
    """Return the weights and the constant with which the examples are likeliest."""
    letter = np.repeat(np.arange(len(examples)), [len(each.sentences) for each in examples])
    says = np.array([each.says_why for each in examples])[letter]
    known = np.array([flag for each in examples for flag in _flags(each)])
    counted = recipe.marked * (known >= 0)
    columns = rows.T.tocsr()

    def loss(point: Numbers) -> tuple[float, Numbers]:
        odds = rows @ point[:-1] + point[-1]
        chance = 1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30)))
        softplus = np.logaddexp(0.0, odds)
        none = np.bincount(letter, softplus)[letter]  # less the log of the chance that none does
        any_one = np.maximum(-np.expm1(-none), 1e-12)
        whole = np.where(says, -np.log(any_one), none) / np.bincount(letter)[letter]
        slope = np.where(says, -np.exp(-none) / any_one, 1.0) * chance
        total = whole.sum() + (counted * (softplus - np.maximum(known, 0) * odds)).sum()
        slope += counted * (chance - np.maximum(known, 0))
        held = 0.5 * recipe.held * float(point[:-1] @ point[:-1])
        gradient = np.append(columns @ slope + recipe.held * point[:-1], slope.sum())
        return float(total) + held, gradient

    start = np.append(np.zeros(rows.shape[1]), -2.0)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return found[:-1], float(found[-1])


def _flags(example: Example) -> Iterator[int]:
    """Yield of each sentence whether it was marked as saying why: 1, 0, or -1 when none was."""
    yield from map(int, example.known) if example.known else (-1 for _ in example.sentences)


def by_writer(
    examples: Sequence[Example], recipe: Recipe = RECIPE, *, folds: int = 7
) -> dict[str, ReasonModels]:
    """Return for each writer models that saw nothing of that writer."""

    def fit_without(left_out: Collection[str]) -> ReasonModels:
        return fit([each for each in examples if each.writer not in left_out], recipe)

    return teach.by_writer((each.writer for each in examples), fit_without, folds=folds)


def odds_of(examples: Sequence[Example], models: Mapping[str, ReasonModels]) -> list[float]:
    """Return what models that saw nothing of the same writer say of each letter, as log odds."""
    return [models[each.writer][each.element].odds(each.sentences, each.whole) for each in examples]
