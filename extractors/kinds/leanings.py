"""What a letter leans to when no phrase of an objection or a complaint claims it.

People who do not know the words still tell what happened to them. Sentences are weighed by what
stands in them together: a decision that takes something away and what one cannot do without it, or
staff and what they did. The mail of these offices is nearly all one or the other, so a letter is
something else only when it says so or says nothing.
"""

from dataclasses import dataclass

from extractors.element import Evidence, evidence_of
from extractors.kinds.cases import Case
from extractors.story.lexicon import count_words
from extractors.story.passages import Sentence

# Below this nothing was said that counts.
LEAST = 0.5
# From here, with as much of a lead, a letter leans clearly.
CLEAR = 2.5
# Never surer than this: no phrase claims the letter.
MOST = 0.75


@dataclass(frozen=True, slots=True)
class Leaning:
    """The kind a letter leans to, how far, and the sentence that says so most."""

    kind: str
    evidence: tuple[Evidence, ...]
    confidence: float
    is_clear: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """How much one sentence speaks for an objection and for a complaint."""

    bezwaar: float
    klacht: float


def lean(case: Case, bezwaar: float, klacht: float) -> Leaning:
    """Weigh the sentences of a letter on top of what the cues gave each kind."""
    share = _share(case)
    said = {sentence: _said(sentence) for sentence in case.body.sentences}
    objects = share * (bezwaar + sum(each.bezwaar for each in said.values()) + _whole(case))
    complains = share * (klacht + sum(each.klacht for each in said.values()))
    most, least = max(objects, complains), min(objects, complains)
    other = 2.0 * case.said("verzoek_ander") + 2.0 * case.headed("verzoek_ander")
    if not said or most < LEAST or other > most:
        return Leaning("overig", (), 0.85 if other > most else 0.5, is_clear=False)
    kind = "bezwaar" if objects >= complains else "klacht"
    telling = max(said, key=lambda each: getattr(said[each], kind))
    return Leaning(
        kind,
        evidence_of(case.body.span(telling)),
        round(min(0.4 + 0.12 * (most - least), MOST), 2),
        is_clear=most >= CLEAR and most - least >= 1.0,
    )


def _share(case: Case) -> float:
    """Return how much the words count: less when nothing is denied or nobody speaks of themselves.

    Who is content neither objects nor complains, and an organisation has no "ik" and no "mijn".
    """
    tokens = case.body.analysis.tokens
    adverse = count_words(tokens, "neiging_tegen", "neiging_gedrag") > 0
    personal = count_words(tokens, "neiging_ik") > 0
    return (1.0 if adverse else 0.4) * (1.0 if personal else 0.4)


def _whole(case: Case) -> float:
    """Weigh what only the letter as a whole shows: what was taken, and the wish to get it back."""
    lost = any(_count(each, "neiging_verlies") for each in case.body.sentences)
    wanted = any(_count(each, "neiging_anders") for each in case.body.sentences)
    held = bool(case.said("besluit_standpunt") and case.said("heroverwegen"))
    return (
        1.0 * (lost and wanted) + 0.8 * held + 1.0 * bool(case.said("bezwaar_naam", "ontkenning"))
    )


def _said(sentence: Sentence) -> _Said:
    return _Said(_for_bezwaar(sentence), _for_klacht(sentence))


def _for_bezwaar(sentence: Sentence) -> float:
    decision = _count(sentence, "neiging_besluit")
    against = _count(sentence, "neiging_oneens", "neiging_anders")
    need = _count(sentence, "neiging_nood")
    together = bool(decision and (against or need))
    dated = bool(_count(sentence, "neiging_brief") and _count(sentence, "maandnamen"))
    denied = bool(_count(sentence, "neiging_gunnen") and _count(sentence, "neiging_ontkenning"))
    by_office = bool(_count(sentence, "neiging_aangesprokene"))
    taken = by_office and bool(_count(sentence, "neiging_verlies"))
    return (
        0.8 * dated
        + 0.5 * denied
        + 0.7 * taken
        + 0.5 * min(decision, 2)
        + 0.3 * min(against, 2)
        + 0.3 * min(need, 2)
        + 0.4 * together
    )


def _for_klacht(sentence: Sentence) -> float:
    conduct = _count(sentence, "neiging_gedrag")
    care = _count(sentence, "neiging_zorgfout")
    service = _count(sentence, "neiging_dienst")
    wish = _count(sentence, "neiging_klachtwens")
    people = _count(sentence, "neiging_mens")
    together = bool(people and (conduct or care or service >= 2))
    return (
        0.6 * min(conduct, 2)
        + 0.4 * min(care, 2)
        + 0.3 * min(service, 2)
        + 0.3 * min(wish, 2)
        + 0.4 * together
    )


def _count(sentence: Sentence, *names: str) -> int:
    return count_words(sentence.tokens, *names)
