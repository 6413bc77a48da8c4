"""What a letter wants by rules: from what it says and not from its heading.

Weighs two questions: does the letter attack the content of a decision, and does it complain of
conduct? The words "bezwaar" and "klacht" are only one voice in that. Post that is neither is
recognised first, because it holds the same words; a letter that no word claims is weighed by what
its sentences lean to.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.element import Signal
from extractors.kinds.cases import Case
from extractors.kinds.leanings import lean
from extractors.kinds.other_post import other_intents
from extractors.language import find_cues
from extractors.story.passages import Sentence

# An intent needs about this much weight to be believed on its own.
ENOUGH = 2.5
# What the letter calls itself and what it tells do not agree.
AT_ODDS = 0.5


def rule_kinds(case: Case) -> tuple[Signal, ...]:
    """Return the intents by the rules, the one that decides the kind first; never empty.

    Confidences are low when two intents are close.
    """
    return other_intents(case) or tuple(_weighed(case)) or tuple(_unclaimed(case))


def is_called(case: Case, kind: str) -> bool:
    """Tell whether a letter calls itself an objection or a complaint here and now."""
    if kind == "bezwaar":
        return case.said("bezwaar_vast", "ontkenning") > 0
    vetoes = ("dreiging", "verleden", "mogelijkheid", "medisch", "ontkenning", "kantoorbrief")
    return kind == "klacht" and case.said("klacht_daad", *vetoes) > 0


def is_called_otherwise(case: Case, kind: str) -> bool:
    """Tell whether a complaint says "ik maak bezwaar" and not against what: a person decides."""
    said = case.said("bezwaar_vast") > 0 and not case.said("bezwaar_tegen_gedrag")
    return kind == "klacht" and said


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much speaks for an objection and for a complaint: the word itself, and the content."""

    named_bezwaar: float
    attack: float
    named_klacht: float
    conduct: float

    @property
    def bezwaar(self) -> float:
        """All that speaks for an objection."""
        return self.named_bezwaar + self.attack

    @property
    def klacht(self) -> float:
        """All that speaks for a complaint."""
        return self.named_klacht + self.conduct


def _weigh(case: Case) -> _Weights:
    attack = sum(_attack(case, sentence) for sentence in case.body.sentences) + _spread(case)
    conduct = sum(_conduct(case, sentence) for sentence in case.body.sentences)
    # A note of a line or three says as much as a page.
    if len(case.body.sentences) <= 3:
        attack, conduct = 1.4 * attack, 1.4 * conduct
    if _to_desk(case) and not case.said("bezwaar_vast"):
        attack *= 0.3  # a complaints desk decides nothing
    if case.said("geen_ander_besluit"):
        attack *= 0.3
    named_bezwaar, named_klacht = _named_bezwaar(case), _named_klacht(case)
    if not named_bezwaar and not named_klacht:
        attack = max(attack, min(attack + _taken(case), ENOUGH - 0.2))
    if not named_bezwaar and attack < 1.2 and case.said("hulp") < 2:
        conduct += min(0.5 * case.said("misschien_gedrag"), 2.0)
    return _Weights(named_bezwaar, min(attack, 5.0), named_klacht, min(conduct, 5.0))


def _named_bezwaar(case: Case) -> float:
    """Weigh the word: said here and now it counts most, in the subject less."""
    return (
        3.0 * min(case.said("bezwaar_vast", "ontkenning"), 1)
        + 1.0 * min(case.said("bezwaar_daad", "mogelijkheid", "verleden", "ontkenning"), 2)
        + 2.5 * min(case.said("beroep_daad", "dreiging", "mogelijkheid", "verleden"), 1)
        + 1.0 * min(case.said("aanvulling"), 1)
        + 1.5 * case.headed("bezwaar_naam", "beroep_daad")
    )


def _to_desk(case: Case) -> bool:
    """Tell whether a complaints desk is written to; "Bezwaar en Klachten" is a department."""
    both = find_cues(case.addressee, "bezwaar_naam")
    return bool(find_cues(case.addressee, "klachtloket")) and not both


def _named_klacht(case: Case) -> float:
    # "Heeft u een klacht?" is what an office asks.
    vetoes = ("dreiging", "verleden", "mogelijkheid", "medisch", "ontkenning", "kantoorbrief")
    to_desk = _to_desk(case)
    return (
        2.5 * min(case.said("klacht_daad", *vetoes), 1)
        + 0.7 * min(case.said("klacht_naam", *vetoes), 2)
        + 1.5 * (case.headed("klacht_naam") or to_desk)
    )


def _attack(case: Case, sentence: Sentence) -> float:
    """Weigh how far a sentence attacks the content of a decision."""
    has = case.body.has
    if has(sentence, "wacht_op_besluit"):
        return 0.0
    named = has(sentence, "besluit_genoemd")
    outcome = has(sentence, "besluit_uitkomst")
    disagrees = has(sentence, "oneens")
    again = has(sentence, "heroverwegen")
    both = (disagrees or again) and (named or outcome)
    held = 0.4 * has(sentence, "besluit_standpunt")
    return held + 0.5 * named + 0.5 * outcome + 0.6 * disagrees + 0.8 * again + 0.6 * both


def _spread(case: Case) -> float:
    """Weigh a letter that names the decision in one sentence and disagrees in another."""
    against = case.said("oneens") or case.said("heroverwegen")
    decision = case.said("besluit_genoemd", "wacht_op_besluit") or case.said("besluit_uitkomst")
    return 1.0 if against and decision else 0.0


def _taken(case: Case) -> float:
    """Weigh a decision that the writer was given, where no word says what the letter is.

    Who tells "u heeft mijn budget beëindigd" or heads a letter with "Afwijzing woningaanpassing"
    writes about that, whatever else was done to them.
    """
    has = case.body.has
    by_office = any(
        has(each, "door_u") and has(each, "besluit_uitkomst") for each in case.body.sentences
    )
    return 1.5 * by_office + 1.2 * case.headed("besluit_uitkomst")


def _conduct(case: Case, sentence: Sentence) -> float:
    """Weigh how far a sentence tells of conduct or of care that was not given."""
    has = case.body.has
    waits = has(sentence, "wacht_op_besluit")
    told = 0.9 * (has(sentence, "gedrag") or waits)
    return told + 0.4 * has(sentence, "klacht_wens") + 0.2 * has(sentence, "ondernomen")


def _by_content(case: Case, weights: _Weights) -> _Weights:
    """Move the weight of a wrong word to what the letter is really about."""
    bezwaar, klacht = weights.named_bezwaar, weights.named_klacht
    if _is_called_bezwaar_only(case, weights):
        bezwaar, klacht = 0.2 * bezwaar, klacht + 0.8 * bezwaar
    if _is_called_klacht_only(case, weights):
        bezwaar, klacht = bezwaar + 0.8 * weights.named_klacht, 0.2 * weights.named_klacht
    return _Weights(bezwaar, weights.attack, klacht, weights.conduct)


def _is_called_bezwaar_only(case: Case, weights: _Weights) -> bool:
    """Tell a complaint of conduct that calls itself an objection."""
    if not weights.named_bezwaar or weights.named_klacht >= 2.5:
        return False
    aimed_at_conduct = case.said("bezwaar_tegen_gedrag") > 0 and weights.attack < 2.5
    # A story of what went wrong does not turn an objection to a decision into a complaint.
    at_nothing = not points_at_decision(case)
    return aimed_at_conduct or (at_nothing and weights.attack < 1.2 and weights.conduct >= 1.8)


def points_at_decision(case: Case) -> bool:
    """Tell whether the letter names a decision, what it took, or what the office holds."""
    groups = ("besluit_genoemd", "besluit_uitkomst", "besluit_standpunt")
    return any(case.said(group, "wacht_op_besluit") for group in groups)


def _is_called_klacht_only(case: Case, weights: _Weights) -> bool:
    """Tell an objection to a decision that calls itself a complaint."""
    beside = case.said("klacht_ernaast") > 0 and weights.conduct >= 0.9
    if not weights.named_klacht or weights.named_bezwaar >= 2 or beside:
        return False
    # "Het besluit van de zorgaanbieder", or one told to a complaints desk, is conduct.
    aimed = case.said("klacht_tegen_besluit", "tegen_zorgverlener") > 0 or case.headed(
        "klacht_tegen_besluit"
    )
    if _to_desk(case):
        return False
    aimed_at_decision = aimed and (weights.attack >= 1 or weights.conduct < 0.5)
    return aimed_at_decision or _is_about_decision(case, weights)


def _is_about_decision(case: Case, weights: _Weights) -> bool:
    """Tell whether a letter without conduct attacks a decision, and no care provider."""
    decided = case.said("besluit_genoemd") + case.said("besluit_uitkomst") >= 2
    at_provider = any(
        case.body.has(sentence, "klacht_daad") and case.body.has(sentence, "tegen_zorgverlener")
        for sentence in case.body.sentences
    )
    has = case.body.has
    against = case.said("oneens") > 0 or any(
        has(sentence, "heroverwegen") and has(sentence, "besluit_genoemd", "besluit_uitkomst")
        for sentence in case.body.sentences
    )
    disputed = decided and against and not at_provider
    return disputed and weights.attack >= 2.5 and weights.conduct < 1.5


OBJECTION_PLACES = (
    "bezwaar_vast", "bezwaar_daad", "beroep_daad", "oneens", "heroverwegen", "aanvulling",
    "besluit_uitkomst", "besluit_genoemd", "bezwaar_naam", "klacht_naam",
)  # fmt: skip
COMPLAINT_PLACES = (
    "klacht_daad", "gedrag", "klacht_naam", "wacht_op_besluit", "klacht_wens", "bezwaar_naam",
)  # fmt: skip


def _weighed(case: Case) -> Iterator[Signal]:
    weights = _by_content(case, _weigh(case))
    objects = _objects(case, weights)
    complains = _complains(case, weights, objects=objects)
    if objects:
        rival = 0.0 if complains else weights.klacht
        evidence = case.evidence(*OBJECTION_PLACES)
        yield Signal("bezwaar", evidence, _confidence(weights.bezwaar, rival))
    if complains:
        rival = 0.0 if objects else weights.bezwaar
        confidence = _confidence(weights.klacht, rival)
        if not objects and is_called_otherwise(case, "klacht"):
            confidence = min(confidence, AT_ODDS)
        yield Signal("klacht", case.evidence(*COMPLAINT_PLACES), confidence)


def _objects(case: Case, weights: _Weights) -> bool:
    if weights.named_bezwaar >= 3 and not weights.named_klacht and points_at_decision(case):
        return True  # however much of the story is anger
    if weights.named_bezwaar >= 1 and not weights.named_klacht and weights.conduct < 1.8:
        return weights.bezwaar >= 1.5
    if weights.bezwaar < ENOUGH - 0.3:
        return False
    if weights.named_bezwaar >= 2:
        return True
    if weights.named_klacht >= 2:
        return weights.attack >= 3.2 and weights.attack > weights.conduct
    # Without the word it takes a clear attack, and more attack than complaint.
    stronger = weights.attack > weights.conduct or weights.named_klacht == 0
    return weights.attack >= ENOUGH - 0.3 and (stronger or weights.attack >= 4)


def _complains(case: Case, weights: _Weights, *, objects: bool) -> bool:
    if objects:
        explicit = case.said("klacht_daad", "dreiging", "verleden", "mogelijkheid", "medisch")
        told = weights.conduct >= 0.9 or case.said("klacht_ernaast", "dreiging") > 0
        return explicit > 0 and weights.named_klacht >= 2 and told
    return weights.klacht >= ENOUGH - 0.7 and weights.klacht >= weights.bezwaar - 1


def _confidence(weight: float, rival: float) -> float:
    """Return 0.5 for a tie or a bare minimum, towards 0.98 for much weight without a rival."""
    lead = min(weight - 1.0, 1.2 * (weight - rival))
    return round(min(max(1 / (1 + math.exp(-1.1 * lead)), 0.3), 0.98), 2)


def _unclaimed(case: Case) -> Iterator[Signal]:
    """Tell what a letter leans to that no cue claims; a cry for help attacks nobody."""
    help_wanted = case.said("hulp") + case.headed("hulp")
    weights = _weigh(case)
    leaning = lean(case, weights.bezwaar, weights.klacht)
    # What goes wrong is told in a cry for help as well; it takes conduct to be a complaint.
    accused = leaning.kind != "klacht" or weights.conduct >= 1.8
    if help_wanted >= (3 if leaning.is_clear and accused else 2):
        yield Signal("hulpvraag", case.evidence("hulp"), min(0.5 + 0.1 * help_wanted, 0.85))
    else:
        yield Signal(leaning.kind, leaning.evidence, leaning.confidence)
