"""Tell whether a sentence says that somebody took a step about the matter of a complaint.

Shared by what was done (the steps) and what came of it (which stands behind a step).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from extractors.document import Letter
from extractors.element import Candidate, evidence_of
from extractors.labels import find_labelled
from extractors.language import load_words
from extractors.story.passages import Body, Sentence, answers_to, is_question, passage_of

SURE, WEAK = 0.7, 0.45

_OWN = frozenset({"ik", "wij", "we"})
_FIRST_PERSON = _OWN | {"mijn", "onze", "ons", "mij", "zelf", "wijzelf"}
_HAVE = frozenset({"heb", "hebben", "had", "hadden", "heeft", "ben", "zijn", "is", "werd"})
# What may stand before "mijn dochter" when she is who acts: behind anything else things happen
# to her, or to what is hers.
_BEFORE_SUBJECT = _HAVE | {"en", "ook", "of", "maar", "want", "dus", "toen", ",", ";", ":", "-"}
# With one of these ahead of its verb a sentence is whole, or says what somebody else did.
_NOT_CLIPPED = _HAVE | _OWN | {
    "ze", "zij", "hij", "u", "jullie", "men", "die", "er", "mij", "ons", "wordt", "worden",
    "werden", "hebt", "te", "zou", "kan", "wil",
}  # fmt: skip
_RECEIVED = frozenset({"krijg", "krijgen", "kreeg", "kregen", "ontving", "ontvingen"})
# "Ze hebben uren geschreven", "u heeft mij gebeld": not the sender's own act.
_BY_OTHERS = re.compile(
    r"\b(?:ze|zij|hij|u|jullie|men|die|(?:uw|jullie) \w+) (?:heeft|hebt|hebben|had|hadden)\b"
    r"|\b(?:heeft|hebt|hebben|had|hadden) (?:ze|zij|hij|u|men|(?:uw|jullie)(?: \w+)?)\b"
    r"|\b(?:de|het|een|deze|haar|zijn|hun) \w+ (?:heeft|hebben|had|hadden)\b.{0,40}"
    r"\b(?:gezegd|verteld|gevraagd)\b"
)
# "Ik heb gevraagd of u wilt komen" is a step, "ik hoop dat u dat hebt verteld" is none.
_HAVE_I = re.compile(
    r"\b(?:ik|wij|we) (?:heb|hebben|had|hadden|ben|zijn)\b|\b(?:mijn|onze) \w+ (?:heeft|had|is)\b"
    r"|\b(?:heb|hebben|had|hadden|heeft|ben|zijn|is) (?:ik|wij|we|mijn|onze)\b"
)
_HOPES = re.compile(r"(?:ik|wij|we) (?:hoop|hopen|wil|willen|wens|wensen|eis|eisen|verwacht\w*)\b")
# "Ik vraag u hier iets aan te doen" is what the letter itself asks; "elke week vraag ik u" is not.
_ASKS_NOW = re.compile(
    r"\b(?:(?:vraag|vragen|verzoek|verzoeken) (?:ik|wij|we)|"
    r"(?:ik|wij|we) (?:vraag|vragen|verzoek|verzoeken)) "
    r"(?:u|jullie|om|mij af|me af|daarom|dan ook|namens|beleefd|vriendelijk|met klem)\b"
)
# Before these words it is the asking that goes on; behind them, what is asked for.
_ASKED_FOR = frozenset({"om", "of", "dat", "te", "ervoor", ","})
_BEHIND_ASK = 2  # words
# "Met deze brief vraag ik u": the letter itself, which is no step before it.
_THIS_LETTER = re.compile(
    r"(?:\w+ ){0,4}(?:deze|dit|bijgaande?) (?:brief|mail|e-mail|schrijven|bericht|formulier"
    r"|klacht|klachtbrief|klaagschrift)"
)
_AGAIN = frozenset(
    {"elke", "iedere", "steeds", "telkens", "al", "sinds", "vanaf", "regelmatig", "vaak"}
)
# "De begeleidster heeft uw kantoor gebeld en ik ook".
# What they said ("dat zij het druk heeft en ik ook") may be what is so of me too.
_ME_TOO = re.compile(r"(?P<first>.*?)\b(?:en )?(?:ik|wij|we) (?:zelf )?ook$")
# "Als ik bel komt er niemand" may be the bell beside the bed, or what happens each time.
_WHENEVER = re.compile(
    r"\b(?:als|wanneer|zodra|indien) (?:ik|wij|we|je|hij|zij|ze|mijn \w+)\b.{0,30}"
    r"\b(?:bel|bellen|belt|vraag|vragen|vraagt|zeg|zeggen|zegt|roep|roepen|roept)\b"
)
_BELL = re.compile(_WHENEVER.pattern + r".{0,25}\b(?:komt|komen|duurt)\b")
# "Die mijn wond verzorgt" goes on: behind these letters a participle ends in d.
_PARTICIPLE = re.compile(
    r"^(?:\w{2,5})?ge[a-z]{3,}[dtn]$|^(?:be|ver|her|ont)[a-z]{2,}(?:d|[^bdgjlmnrvwz]t)$"
)
# "Ik heb er met niemand over gesproken", "ik ga het daar niet aankaarten": what was not done.
_NOT_DONE = re.compile(
    r"\b(?:met|aan|tegen|bij) niemand\b(?! (?:anders|minder))|\bniet met \w+ over\b|"
    r"\b(?:ga|gaan|wil|willen|kan|kon|durf|durfde) (?:ik |wij |we )?(?:\w+ ){0,2}niet (?:\w+ )?"
    r"(?:aankaarten|melden|bespreken|aanspreken|vragen|bellen|klagen)\b|"
    r"\bnog (?:niets|niks) (?:ondernomen|gedaan|gezegd|gemeld)\b"
)
# "Daar werd ik gebeld door iemand van uw kantoor": what befell who writes.
_WAS_CALLED = re.compile(
    r"\b(?:werd|werden|ben|word|worden) (?:ik|wij|we)\b.{0,40}\bdoor\b|"
    r"\b(?:ik|wij|we) (?:werd|werden|ben|word|worden)\b.{0,40}\bdoor\b|"
    r"\b(?:werd|werden) (?:ik|wij|we) (?:\w+ ){0,3}(?:op)?gebeld\b"
)
# "Toen ik de nieuwe erop aansprak": told of somebody's own act in passing.
_WHEN_I_DID = re.compile(
    r"\btoen (?:ik|wij|we)\b.{1,60}?\b(?:aansprak|aanspraken|belde|belden|vroeg|vroegen|mailde"
    r"|mailden|meldde|meldden|klaagde|klaagden|aankaartte|aankaartten|informeerde|opbelde)\b"
)
# Who gives care is no one of the sender's own, unless they spoke up.
_CARER = re.compile(
    r"(?:hulp|verzorg(?:er|ster|ende)|begeleid(?:er|ster)|verpleegkundige|zuster|arts|dokter|consulent\w*"
    r"|schoonma\w+|behandelaar|coach|chauffeur|therapeute?|zorgverlener|pedicure|psycholo\w+)$"
)
# Participles of what befell somebody, which are no step.
_NO_STEP = re.compile(
    r"^(?:gehad|geweest|geworden|geboren|gevallen|gewoond|gekregen|ontvangen|verbleven|gehoord|gezien"
    r"|gelezen|gewacht|gewerkt|gewend|genoeg|gegaan|gekomen|gebleven|gelegen|gezeten|geslapen"
    r"|vertrouwen|gebruikt|verloren|verwachten?|tevreden|geleden|verblijf|geopereerd|gebeuren"
    r"|gewone|geven|gewoon|goede|verder|betreft|bekend|gesteund|behandelen|behandeld|begrepen|genomen|geen"
    r"|gegeten|gekocht|gerekend|vergeten|besteed|betaald|getrouwd|verzorgen|verzorgd|begeleid)$"
)
# "Ik confronteerde de eigenaar": a past tense that no cue foresees, from whoever writes.
_DID = re.compile(r"^[a-z]{3,}(?:de|te|den|ten)$")


def step_in(body: Body, sentence: Sentence) -> float:
    """Return how surely the sentence tells of a step that was taken; 0 when it tells of none."""
    if is_question(body, sentence) or body.has(sentence, "beleefd", "dreiging", "niemand"):
        return 0.0
    ask = _asks_now(_norms(sentence))
    if ask is not None:
        return WEAK if _told_before(body, sentence, ask) else 0.0
    told = body.has(sentence, "ondernomen")
    words = " ".join(_norms(sentence))
    if body.has(sentence, "geen_stap") or _NOT_DONE.search(words) or _WAS_CALLED.search(words):
        return WEAK if told else 0.0
    if _WHEN_I_DID.search(words):
        return SURE
    return _told_step(sentence) if told else _own_act(body, sentence)


def _asks_now(norms: Sequence[str]) -> int | None:
    """Return at which word the letter itself asks; None for what was asked before, or repeatedly.

    >>> _asks_now("daarom vraag ik u om al mijn papieren".split())
    1
    >>> _asks_now("ik vraag u al maanden om mijn papieren".split())
    """
    words = " ".join(norms)
    ask = _ASKS_NOW.search(words)
    if ask is None or _HAVE_I.search(words):
        return None
    start, end = words[: ask.start()].count(" "), words[: ask.end()].count(" ")
    behind = takewhile(lambda norm: norm not in _ASKED_FOR, norms[end : end + 1 + _BEHIND_ASK])
    clause = takewhile(lambda norm: norm != ",", reversed(norms[:start]))
    return start if _AGAIN.isdisjoint((*clause, *behind)) else None


def _told_before(body: Body, sentence: Sentence, ask: int) -> bool:
    """Tell whether a step may be told ahead of the ask: "Ik belde twee keer, dus vraag ik u"."""
    start, end = sentence.start, sentence.tokens[ask].start
    before = _norms(sentence)[:ask]
    if _THIS_LETTER.fullmatch(" ".join(before)):
        return False
    # "Elke week, soms elke dag, vraag ik u": or what the letter is about goes on all the time.
    if not (_AGAIN | load_words("stapwoorden")).isdisjoint(before):
        return True
    return any(
        start <= hit.start and hit.end <= end
        for group in ("ondernomen", "ondernomen_zwak")
        for hit in body.analysis.cues(group)
    )


def _norms(sentence: Sentence) -> list[str]:
    return [token.norm for token in sentence.tokens]


def _told_step(sentence: Sentence) -> float:
    """Weigh words for a step that may be somebody else's, or what happens time and again."""
    norms = _norms(sentence)
    words = " ".join(norms)
    if _HOPES.match(words) and not _HAVE_I.search(words):
        return 0.0
    if _did_it_too(norms):
        return SURE
    others = _BY_OTHERS.search(words)
    # "Hij heeft gezegd dat ik dat niet mag": whoever acts is named first.
    if others and not _has_own_subject(words[: others.start()].split()):
        return WEAK
    if not load_words("stapwoorden").isdisjoint(norms) or not _WHENEVER.search(words):
        return SURE
    return 0.0 if _BELL.search(words) else WEAK


def _did_it_too(norms: Sequence[str]) -> bool:
    """Tell "and I too" behind what somebody did towards others."""
    ending = _ME_TOO.match(" ".join(norm for norm in norms if norm[:1].isalpha()))
    if ending is None:
        return False
    first = ending["first"].split()
    acts = load_words("stapwoorden") | {"geschreven"}
    last = max((at for at, norm in enumerate(first) if norm in acts), default=None)
    return last is not None and "dat" not in first[last:]


def _has_own_subject(norms: Sequence[str]) -> bool:
    """Tell whether the sender or one of theirs is who acts: "Heb het in het overleg gezegd"."""
    if list(norms[:1]) in (["heb"], ["ben"]) or not _OWN.isdisjoint(norms):
        return True
    return any(
        (norm in {"mijn", "onze", "ons"} and (before is None or before in _BEFORE_SUBJECT))
        or (before == "door" and norm in _FIRST_PERSON)
        for before, norm in pairwise((None, *norms))
    )


def _own_act(body: Body, sentence: Sentence) -> float:
    """Weigh what the sender says to have done in words that no cue foresees."""
    norms = {token.norm for token in sentence.tokens}
    reported = bool(norms & load_words("stapwoorden"))
    if reported and _is_clipped(sentence):
        return SURE
    if not _has_own_subject(_norms(sentence)):
        return 0.0
    have = bool(norms & _HAVE)
    hopes = body.has(sentence, "wens")
    if have and reported and not (hopes and not _HAVE_I.search(" ".join(_norms(sentence)))):
        return SURE
    if hopes or norms & _RECEIVED:
        return 0.0
    acted = have and any(_is_act(norm) for norm in norms) and not _carer_acts(_norms(sentence))
    told = body.has(sentence, "ondernomen_zwak") or _acted_before(sentence)
    return WEAK if acted or told else 0.0


def _carer_acts(norms: Sequence[str]) -> bool:
    """Tell "mijn schoonmaakster heeft mijn post opengemaakt" from what the sender did."""
    if not _OWN.isdisjoint(norms):
        return False
    return any(one in {"mijn", "onze"} and _CARER.search(other) for one, other in pairwise(norms))


def _is_clipped(sentence: Sentence) -> bool:
    """Tell a sentence of which the subject was left out: "Gisteren aan haar chef verteld."."""
    norms = _norms(sentence)
    first = next(i for i, norm in enumerate(norms) if norm in load_words("stapwoorden"))
    before = set(norms[:first])
    return not before & _NOT_CLIPPED


def _acted_before(sentence: Sentence) -> bool:
    """Tell whether a past tense stands beside "ik" or "wij"."""
    norms = _norms(sentence)
    return any(
        (one in _OWN and _is_deed(other)) or (other in _OWN and _is_deed(one))
        for one, other in pairwise(norms)
    )


def _is_deed(norm: str) -> bool:
    if norm in load_words("sterke_daden"):
        return True
    return bool(_DID.match(norm)) and norm not in load_words("geen_daden")


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
