"""What has been done so far about the matter, and by whom.

Role `gelabeld` (under a label of a form) or `lopende_tekst`.
"""

from collections.abc import Iterator

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints, evidence_of
from extractors.labels import find_labelled
from extractors.language import load_words
from extractors.passages import Body, answers_to, body_of, passage_of
from extractors.steps import SURE, WEAK, step_in

ELEMENT = ElementId.ONDERNOMEN


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the answers of a form and the sentences that tell it, the surest first."""
    del hints
    body = body_of(letter)
    found = (*_labelled(letter), *_answered(body), *_told(body))
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _labelled(letter: Letter) -> Iterator[Candidate]:
    for hit in find_labelled(letter, sorted(load_words("label_ondernomen"))):
        if hit.value.text.endswith("?"):
            continue  # the rest of a question that begins as the label does
        score = 0.95 * hit.score * hit.value.confidence
        yield Candidate(hit.value.text, hit.value.text, evidence_of(hit.value), score, "gelabeld")


def _answered(body: Body) -> Iterator[Candidate]:
    answer = answers_to(body, "vraag_ondernomen")
    if answer:
        passage = passage_of(body, answer)
        yield Candidate(
            passage.text, passage.text, passage.evidence, 0.9 * passage.reading, "gelabeld"
        )


def _told(body: Body) -> Iterator[Candidate]:
    steps = {sentence: step_in(body, sentence) for sentence in body.sentences}
    told = [sentence for sentence, belief in steps.items() if belief >= SURE]
    belief = SURE if len(told) == 1 else 0.85
    if not told:
        told, belief = [sentence for sentence in steps if steps[sentence]], WEAK
    if told:
        passage = passage_of(body, told)
        yield Candidate(
            passage.text, passage.text, passage.evidence, belief * passage.reading, "lopende_tekst"
        )
