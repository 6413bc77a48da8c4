"""Tell whether a sentence says that somebody took a step about the matter of a complaint.

Shared by what was done (the steps) and what came of it (which stands behind a step).
"""

import re
from collections.abc import Iterator

from extractors.document import Letter
from extractors.element import Candidate, evidence_of
from extractors.labels import find_labelled
from extractors.language import load_words
from extractors.passages import Body, Sentence, answers_to, is_question, passage_of

SURE, WEAK = 0.7, 0.45

_FIRST_PERSON = frozenset({"ik", "wij", "we", "mijn", "onze", "ons", "mij", "zelf", "wijzelf"})
_HAVE = frozenset({"heb", "hebben", "had", "hadden", "heeft", "ben", "zijn", "is", "werd"})
_PARTICIPLE = re.compile(r"^(?:\w{2,5})?ge[a-z]{3,}(?:d|t|en)$|^(?:be|ver|her|ont)[a-z]{3,}[dt]$")
# Participles of what befell somebody, which are no step.
_NO_STEP = re.compile(
    r"^(?:gehad|geweest|geworden|geboren|gevallen|gewoond|gekregen|ontvangen|verbleven|gehoord|gezien"
    r"|gelezen|gewacht|gewerkt|gewend|genoeg|gegaan|gekomen|gebleven|gelegen|gezeten|geslapen"
    r"|vertrouwen|gebruikt|verloren|verwachten?|tevreden|geleden|verblijf|geopereerd|gebeuren"
    r"|gewone|geven|gewoon|goede|verder|betreft|bekend|gesteund|behandelen|behandeld|begrepen|genomen|geen"
    r"|gegeten|gekocht|gerekend|vergeten|besteed|betaald|getrouwd|verzorgen|verzorgd|begeleid)$"
)


def step_in(body: Body, sentence: Sentence) -> float:
    """Return how surely the sentence tells of a step that was taken; 0 when it tells of none."""
    if is_question(body, sentence) or body.has(sentence, "beleefd", "dreiging", "niemand"):
        return 0.0
    if body.has(sentence, "geen_stap"):
        return WEAK if body.has(sentence, "ondernomen") else 0.0
    if body.has(sentence, "ondernomen"):
        return SURE
    return _own_act(body, sentence)


def _own_act(body: Body, sentence: Sentence) -> float:
    """Weigh what the sender says to have done in words that no cue foresees."""
    norms = {token.norm for token in sentence.tokens}
    if not norms & _FIRST_PERSON:
        return 0.0
    have = bool(norms & _HAVE)
    if have and norms & load_words("stapwoorden"):
        return SURE
    if body.has(sentence, "wens"):
        return 0.0
    acted = have and any(_is_act(norm) for norm in norms)
    return WEAK if acted or body.has(sentence, "ondernomen_zwak") else 0.0


def _is_act(norm: str) -> bool:
    return bool(_PARTICIPLE.match(norm)) and not _NO_STEP.match(norm)


def stated(letter: Letter, body: Body, *, labels: str, question: str) -> Iterator[Candidate]:
    """Yield what a form says of it: values behind a label, answers under a question.

    `labels` and `question` name groups of words and cues.
    """
    for hit in find_labelled(letter, sorted(load_words(labels))):
        if hit.value.text.endswith("?"):
            continue  # the rest of a question that begins as the label does
        score = 0.95 * hit.score * hit.value.confidence
        yield Candidate(hit.value.text, hit.value.text, evidence_of(hit.value), score, "gelabeld")
    answer = answers_to(body, question)
    if answer:
        yield passage_of(body, answer).candidate("gelabeld", 0.9)
