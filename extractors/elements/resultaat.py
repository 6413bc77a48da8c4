"""What came of the steps that were taken.

Role `gelabeld` (under a label of a form) or `lopende_tekst`.
"""

from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints
from extractors.passages import Body, Sentence, body_of, is_question, passage_of
from extractors.steps import SURE, WEAK, stated, step_in

ELEMENT = ElementId.RESULTAAT

_NO_STEP = 0.5  # belief in an outcome when the letter tells of no step


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the answers of a form and the sentences that tell it, the surest first."""
    del hints
    body = body_of(letter)
    form = stated(letter, body, labels="label_resultaat", question="vraag_resultaat")
    found = (*form, *_told(body))
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _told(body: Body) -> Iterator[Candidate]:
    outcomes = {
        sentence: _outcome_in(body, before, sentence)
        for before, sentence in pairwise((None, *body.sentences))
        if sentence is not None
    }
    told = [sentence for sentence, belief in outcomes.items() if belief >= SURE]
    belief = SURE if len(told) == 1 else 0.85
    if not any(step_in(body, sentence) for sentence in body.sentences):
        belief = _NO_STEP  # an outcome of nothing: it may as well be what went wrong
    if not told:
        told, belief = [sentence for sentence in outcomes if outcomes[sentence]], WEAK
    if told:
        yield passage_of(body, told).candidate("lopende_tekst", belief)


def _outcome_in(body: Body, before: Sentence | None, sentence: Sentence) -> float:
    """Return how surely the sentence tells what came of a step; 0 when it does not."""
    if is_question(body, sentence) or body.has(sentence, "beleefd", "dreiging"):
        return 0.0
    if body.has(sentence, "resultaat") and not body.has(sentence, "geen_stap"):
        return SURE
    asked = step_in(body, before) if before is not None else 0.0
    if asked:
        # What someone answered, right after the sentence that tells what was asked.
        if asked >= SURE and body.has(sentence, "antwoord"):
            return SURE
        return 0.0 if body.has(sentence, "wens") else WEAK
    turned = body.has(sentence, "wending") and step_in(body, sentence)
    return WEAK if turned or body.has(sentence, "resultaat") else 0.0
