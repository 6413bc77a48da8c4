"""What has been done so far about the matter, and by whom.

Role `gelabeld` (under a label of a form) or `lopende_tekst`.
"""

from collections.abc import Iterator

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints
from extractors.story.passages import Body, body_of, passage_of
from extractors.story.steps import SURE, WEAK, stated, step_in

ELEMENT = ElementId.ONDERNOMEN


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the answers of a form and the sentences that tell it, the surest first."""
    del hints
    body = body_of(letter)
    form = stated(letter, body, labels="label_ondernomen", question="vraag_ondernomen")
    found = (*form, *_told(body))
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _told(body: Body) -> Iterator[Candidate]:
    steps = {sentence: step_in(body, sentence) for sentence in body.sentences}
    told = [sentence for sentence, belief in steps.items() if belief >= SURE]
    belief = SURE if len(told) == 1 else 0.85
    if not told:
        told, belief = [sentence for sentence in steps if steps[sentence]], WEAK
    if told:
        yield passage_of(body, told).candidate("lopende_tekst", belief)
