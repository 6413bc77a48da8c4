"""Find a sentence that says why, though no finder took it for a reason.

"Op mijn bezwaar van 14 april heb ik nog altijd geen beslissing" describes what a complaint is about
without a word for conduct. The model of reasons was learnt from letters of many hands and knows
such sentences, less surely: what it finds is no candidate, it only stands in the way of saying that
the letter gives no reason.
"""

from collections.abc import Mapping

from extractors.document import Letter, Span
from extractors.element import ElementId
from extractors.learnt.odds import logistic
from extractors.story.reason_chances import ReasonModels, load_reason_models, reason_odds
from extractors.story.sentence_traits import sentence_traits
from extractors.story.statements import statements_of

# From which chance on, chosen on letters of writers that the model did not see. Of complaints that
# finders found nothing in, half do tell what happened; of such objections one in fourteen.
LEAST: Mapping[ElementId, float] = {ElementId.ONDERBOUWING: 0.5, ElementId.OMSCHRIJVING: 0.2}


def find_told_reason(
    letter: Letter, element: ElementId, models: ReasonModels | None = None
) -> Span | None:
    """Return the sentence that most likely says why; None where the letter hardly does."""
    models = models or load_reason_models()
    body = statements_of(letter)
    if not body.sentences or logistic(reason_odds(letter, element, models)) < LEAST[element]:
        return None
    model = models[element].sentence
    told = zip(body.sentences, sentence_traits(letter), strict=True)
    likeliest, _ = max(told, key=lambda each: model.odds(each[1]))
    return body.span(likeliest)
