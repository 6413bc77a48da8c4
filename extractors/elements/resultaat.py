"""What came of the steps that were taken.

Role `gelabeld` (under a label of a form) or `lopende_tekst`.
"""

import re
from collections.abc import Iterator

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints
from extractors.story.passages import Body, Sentence, body_of, is_question, passage_of
from extractors.story.steps import SURE, WEAK, stated, step_in

ELEMENT = ElementId.RESULTAAT

# "Toen ik haar aansprak, zei ze dat het zo hoort": step and answer in one sentence.
_ANSWERED = re.compile(
    r"\b(?:zei|zeiden|zegt|zeggen|antwoordde|antwoordden|vond|vonden|reageerde|reageerden|beloofde"
    r"|beloofden|lachte)\s+(?:hij|zij|ze|men|die|mevrouw|meneer|mijnheer|de\s+\w+)\b|"
    r"\b(?:hij|zij|ze|die)\s+(?:zei|zeiden|antwoordde|antwoordden|vond|vonden|reageerde|beloofde)\b",
    re.IGNORECASE,
)
_OTHERS = frozenset({"hij", "zij", "ze", "die", "men", "deze"})
_NO_STEP = 0.5  # belief in an outcome when the letter tells of no step


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the answers of a form and the sentences that tell it, the surest first."""
    del hints
    body = body_of(letter)
    form = stated(letter, body, labels="label_resultaat", question="vraag_resultaat")
    found = (*form, *_told(body))
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _told(body: Body) -> Iterator[Candidate]:
    steps = [step_in(body, sentence) for sentence in body.sentences]
    outcomes = {
        sentence: _outcome_in(body, sentence, before=before, since=max(steps[: place + 1]))
        for place, (before, sentence) in enumerate(zip([0.0, *steps], body.sentences, strict=False))
    }
    told = [sentence for sentence, belief in outcomes.items() if belief >= SURE]
    belief = SURE if len(told) == 1 else 0.85
    if max(steps, default=0.0) < SURE:
        belief = _NO_STEP  # an outcome of nothing: it may as well be what went wrong
    if not told:
        told, belief = [sentence for sentence in outcomes if outcomes[sentence]], WEAK
    if told:
        yield passage_of(body, told).candidate("lopende_tekst", belief)


def _outcome_in(body: Body, sentence: Sentence, *, before: float, since: float) -> float:
    """Return how surely the sentence tells what came of a step; 0 when it does not.

    `before` says how surely the sentence before it tells of a step, `since` how surely any up to
    and with this one does.
    """
    if is_question(body, sentence) or body.has(sentence, "beleefd", "dreiging"):
        return 0.0
    if body.has(sentence, "uitkomst") and not body.has(sentence, "geen_stap"):
        return SURE
    if body.has(sentence, "resultaat"):
        # What went wrong is told in the same words: "ik krijg steeds een ander".
        return SURE if since >= SURE and not body.has(sentence, "geen_stap") else WEAK
    if step_in(body, sentence) >= SURE and _ANSWERED.search(body.wording(sentence)):
        return SURE
    if before:
        return _answer(body, sentence, before)
    return WEAK if body.has(sentence, "wending") and step_in(body, sentence) else 0.0


def _answer(body: Body, sentence: Sentence, before: float) -> float:
    """Weigh what stands right after the sentence that tells what was asked."""
    answered = body.has(sentence, "antwoord") or _is_of_others(sentence)
    if before >= SURE and answered:
        return SURE
    # "Dit is mijn klacht" closes the story, whatever stands before it.
    return 0.0 if body.has(sentence, "wens", "klacht_daad") else WEAK


def _is_of_others(sentence: Sentence) -> bool:
    """Tell a sentence that begins with who was asked: "Die had er geen geld voor."."""
    return bool(sentence.tokens) and sentence.tokens[0].norm in _OTHERS
