"""Find where a complaint may tell of a step or of what came of it, in words that no finder knows.

"Diezelfde middag zaten wij bij de leiding" is a step although no verb of asking says so. Whether it
is one is not decided here; it only stands in the way of saying that a letter tells of none. In a
long story no list of words finds every step: of one nobody is asked for what it may well tell.
"""

import re
from collections.abc import Iterator

from extractors.document import Letter, Span
from extractors.story.passages import Body, Sentence, body_of

_OURS = re.compile(r"(?i)\b(?:ik|wij|we|mij|ons|mijn|onze|cli[eë]nte?|namens|ondergetekende)\b")
# Who is turned to, or how.
_TURNED_TO = re.compile(
    # A letter that came is none that was sent.
    r"(?i)\b(?:(?:mijn|onze|ons|een|twee|drie|vier)\s(?:\w+\s){0,2}(?:brief|brieven|\w*mails?)|"
    r"ge\w*maild|mailde\w*|geschreven|gebeld|belde\w*|telefo\w*|\w*gesprek\w*|overleg\w*|bespro\w*|"
    r"sprak\w*|gesproken|gevraagd|vroeg\w*|gemeld|melding|verteld|gezegd|zei|aangekaart|aangegeven|"
    r"verzo(?:cht\w*|eke?n?)|voorstel\w*|geprobeerd|pogingen|herinner\w*|sommatie|aangetekend\w*|"
    r"balie|leiding|leidinggevende|team(?:leid\w+|manager)|manager|directie|bestuur|"
    r"klachtenfunctionaris|vertrouwenspersoon|huisarts|advocaat|bemiddel\w*|politie|inspectie)\b"
)
_CAME_OF_IT = re.compile(
    r"(?i)\b(?:\w*antwoord\w*|reactie|reageer\w*|gereageerd|beloofd\w*|toegezegd|toezegging\w*|zou|zouden|"
    r"nagekomen|uitgebleven|hervat|belde|"
    r"sindsdien|nog steeds|tot (?:op )?heden|tot nu toe|vervolgens|afgewezen|hing|opgehangen|"
    r"excuses|oplossing|opgelost|veranderd?|verbeterd?|niets|geen gehoor)\b|[\"\u201c\u201e]"
)
# The first half of an answer tells of a request as well: "ons verzoek bleef onbeantwoord".
_ANSWERED = re.compile(
    r"(?i)\b(?:onbeantwoord|geen reactie|reactie:|bleef|bleven|uitgebleven|gedaan op|tweede|hervat|"
    r"heeft bemiddeld|hebben bemiddeld|doorlopen)\b"
)
# Sentences of a story. In one that is no longer a reader overlooks nothing.
_LONG = 6
_WISHED = re.compile(r"(?i)\b(?:wil|willen|wens|wensen|hoop|hopen|verzoek|verwacht\w*|graag|eis)\b")


def find_open_steps(letter: Letter) -> Iterator[Span]:
    """Yield the sentences in which somebody of the sender's may have turned to another."""
    body = body_of(letter)
    known = [each for each in body.sentences if _is_step(body, each)]
    yield from map(body.span, known or _long_story(body))


def find_open_outcomes(letter: Letter) -> Iterator[Span]:
    """Yield the sentences that may say what came of a step, in letters that may tell of one."""
    body = body_of(letter)
    tells = any(_is_step(body, each) for each in body.sentences)
    known = [each for each in body.sentences if tells and _is_outcome(body, each)]
    yield from map(body.span, known or _long_story(body))


def _is_outcome(body: Body, sentence: Sentence) -> bool:
    return bool(_CAME_OF_IT.search(body.wording(sentence))) and _is_told(body, sentence)


def _long_story(body: Body) -> list[Sentence]:
    """Return what the sender tells of themselves when they tell much, else nothing."""
    told = [each for each in body.sentences if _is_told(body, each)]
    if len(told) <= _LONG:
        return []
    return [each for each in told if _OURS.search(body.wording(each))] or told


def _is_step(body: Body, sentence: Sentence) -> bool:
    words = body.wording(sentence)
    if not (_TURNED_TO.search(words) and _is_told(body, sentence)):
        return False
    return bool(_OURS.search(words) or _ANSWERED.search(words))


def _is_told(body: Body, sentence: Sentence) -> bool:
    """Tell what happened from what is wished for, and from the complaint itself."""
    if _ANSWERED.search(body.wording(sentence)):
        return True
    if body.has(sentence, "klacht_daad", "verzoek", "beleefd", "dreiging", "klacht_wens"):
        return False
    return not _WISHED.search(body.wording(sentence))
