"""The sentences of the letter's own body, and what they are worth as a passage.

Leaves out who writes and who is written to, references, the closing, lists of enclosures, stamps
and small print, so that the finders of grounds, descriptions and intents read only what the sender
has to say. Knows nothing of what an element asks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise

from extractors.document import Block, BlockRole, Letter, Line, PageRole, Span, Text
from extractors.element import Candidate, Evidence, evidence_of
from extractors.language import Analysis, Token, analyse, load_words
from extractors.once import once
from extractors.parts import is_closing
from extractors.story.run_in import SUBJECT, told_in

ENOUGH_ENCLOSED = 1.2  # worth of the sentences of enclosures from which on they tell the matter
MAX_PASSAGE = 1500  # characters of a passage that a report quotes
# Nobody writes so long a letter; what follows is something else, and reading it takes minutes.
MAX_WORDS = 12_000

_RESERVED = re.compile(
    r"(?i)\bbehoud(?:t|en)?\b[^.;]{0,40}\brecht\b|\brecht\b[^.;]{0,40}\bvoorbehoud"
)
_LABEL = re.compile(r"^[A-Z][\w /-]{1,30}\s?:")
_BULLET = re.compile(r"^(\d{1,2}[.)]|[a-zA-Z][.)]|[-\u2022\u2013*\u00b7\u25cf])(\s|$)")
_STOP = re.compile(r"[.!?:;\u2026]['\")\u201d\u2019]*$")
# What a form tells who fills it in; nobody asks a mailroom to fill in its own form.
_FORM = re.compile(
    r"^\W*(\d{1,2}\W+)?("
    r"(onderteken|stuur|zend|mail|lever|print) (dit|het) ((ingevulde|ondertekende) )?\w*formulier\b"
    r"|(u )?(vul|gebruik|kruis|lees|schrijf in|omschrijf|beschrijf|vermeld|geef|licht)\b[^.?!]*"
    r"\b(formulier|in|aan|toelichting|blokletters|hieronder|volledig|mogelijk|toe)\W*$"
    r"|(omschrijf|beschrijf|vermeld) (hier|zo|kort|uw|hieronder)\b"
    r"|u (ontvangt|krijgt) (binnen|een ontvangstbevestiging)\b)",
    re.IGNORECASE,
)
# "Reden: er rijdt daar geen bus." is what somebody has to say, in a line by itself.
_OF_GROUNDS = re.compile(
    r"(?i)(?:mijn\s|de\s)?(?:reden(?:en)?|toelichting|motivering|gronden|onderbouwing|argument(?:en)?)"
    r"\s?:(?:\W*\w+){4}"
)
# "De redenen licht ik graag mondeling toe", "waar het om gaat vertel ik liever in een gesprek".
_WHAT_TO_TELL = re.compile(
    r"(?i)\b(?:reden(?:en)?|gronden|waarom|argumenten|motivering|toelichting|uitleg|"
    r"waar het (?:mij )?om gaat|wat er (?:is )?(?:gebeurd|speelt)|(?:mijn|de) (?:bezwaren|klacht)|"
    r"een en ander|hier ?over|(?:hier )?meer over|dit alles)\b"
)
_IN_PERSON = re.compile(
    r"(?i)\b(?:mondeling|hoorzitting|persoonlijke?|(?:een|het) gesprek|telefonisch|telefoon)\b"
)
_I_TELL = re.compile(
    r"(?i)\b(?:licht|vertel|leg|bespreek|zeg) (?:ik|wij)\b|"
    r"\b(?:ik|wij) (?:licht|vertel|leg|bespreek|zeg)\w*\b|"
    r"\b(?:zal|zullen|gaat|wil)\b.*\b(?:toelichten|vertellen|uitleggen)\b|"
    r"\b(?:wil|wens|zou) ik\b.*\b(?:toelichten|vertellen|uitleggen|bespreken|zeggen|kwijt)\b|"
    r"\bik (?:wil|wens|zou)\b.*\b(?:toelichten|vertellen|uitleggen|bespreken|zeggen|kwijt)\b"
)
# "J. van der Veen" in a line by itself: under the last sentence somebody signed without a greeting.
_NAME_WORD = (
    r"(?:(?:[A-Z]\.)+|[^\W\d_a-z][\w'\u2019-]*|van|von|de|den|der|het|'t|te|ten|ter|el|al|en)"
)
_NAME = re.compile(
    rf"(?:(?:mr|mw|mevr|dhr|drs|ir|dr)\.\s)?{_NAME_WORD}(?:[ -]{_NAME_WORD}){{0,6}},?"
    r"(?:\s?\([^()]{2,30}\))?"
)
_ENDS = re.compile(r"[.!?\u2026]['\")\u201d\u2019]*$")
_MOST_NAMES = 2  # lines: a couple signs with a line for each
_OUTSIDE = frozenset({BlockRole.ADDRESSEE, BlockRole.SENDER, BlockRole.STAMP, BlockRole.FOOTER})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body: its offsets and its words."""

    start: int
    end: int
    tokens: tuple[Token, ...] = field(hash=False)  # too many to hash each time it is looked up
    paragraph: int


@dataclass(frozen=True, slots=True)
class Body:
    """What the sender wrote, as running text, with its sentences; may be empty."""

    text: Text
    analysis: Analysis
    sentences: tuple[Sentence, ...]

    def has(self, sentence: Sentence, *groups: str) -> bool:
        """Tell whether a cue of one of the groups stands in the sentence."""
        said = self.analysis.said
        for group in groups:
            places = said.get(group)
            if places is not None and sentence.start in places:
                return True
        return False

    def holding(self, group: str, *vetoes: str) -> Sequence[Sentence]:
        """Return the sentences with a cue of the group and none of the vetoes: mostly none."""
        places = self.analysis.said.get(group)
        if places is None:
            return ()
        return [
            sentence
            for sentence in self.sentences
            if sentence.start in places and not self.has(sentence, *vetoes)
        ]

    def count(self, *groups: str) -> int:
        """Return in how many sentences a cue of one of the groups stands."""
        said = [group for group in groups if group in self.analysis.said]
        return sum(self.has(sentence, *said) for sentence in self.sentences) if said else 0

    def wording(self, sentence: Sentence) -> str:
        """Return the sentence as it was read."""
        return self.text.string[sentence.start : sentence.end]

    def span(self, sentence: Sentence) -> Span:
        """Return the words of the sentence with their places."""
        return self.text.span(sentence.start, sentence.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that belong together, as a report quotes them."""

    text: str
    evidence: tuple[Evidence, ...]
    reading: float  # how well its words were read, 0..1

    def candidate(self, role: str, belief: float, *marks: str) -> Candidate:
        """Offer the passage, believed as far as its words were read."""
        sure = belief * self.reading
        return Candidate(self.text, self.text, self.evidence, sure, role, frozenset(marks))


# The address of an office in one line of a form; nobody tells of it.
_OFFICE_BOX = re.compile(r"\b[Pp]ostbus \d+,? +[1-9]\d{3} ?[A-Z]{2} [A-Z]")


@once
def addressee_of(letter: Letter) -> str:
    """Return the words that say who is written to."""
    return " ".join(block.text for block in letter.blocks if block.role is BlockRole.ADDRESSEE)


@once
def body_of(letter: Letter) -> Body:
    """Return the sender's own sentences, in reading order."""
    lines = _body_lines(_blocks(letter))
    body = _read([line for line in lines if not _OFFICE_BOX.search(line.text)])
    own = tuple(each for each in body.sentences if not _FORM.match(body.wording(each)))
    return replace(body, sentences=own)


@once
def enclosed_of(letter: Letter) -> Body:
    """Return what stands behind the letter and is not its body, but for a decision.

    A short page behind the closing passes for the end of the letter, also when it says why.
    """
    pages = [
        page
        for role in (PageRole.CONTINUATION, PageRole.ATTACHMENT)
        for page in letter.with_role(role)
    ]
    known = set(map(id, _body_lines(_blocks(letter))))
    lines = [line for page in pages for line in page.lines if id(line) not in known]
    return _read(_content(lines))


@once
def heading_of(letter: Letter) -> Body:
    """Return the subject and the other lines between the addresses and the salutation."""
    lines = [line for block in _blocks(letter) for line in block.lines]
    subjects = [line for line in lines if SUBJECT.match(line.text)]
    titles = [
        line
        for block in _blocks(letter)
        if block.role in {BlockRole.REFERENCE, BlockRole.LETTERHEAD}
        for line in block.lines
        if not _LABEL.match(line.text) and line not in subjects
    ]
    return _read(subjects + titles)


@once
def frame_of(letter: Letter) -> Body:
    """Return what stands around the body: letterhead, sender, references and closing."""
    blocks = _blocks(letter)
    body = set(map(id, _body_lines(blocks)))
    skipped = {BlockRole.ADDRESSEE, BlockRole.STAMP, BlockRole.FOOTER}
    lines = [line for block in blocks if block.role not in skipped for line in block.lines]
    return _read([line for line in lines if id(line) not in body])


def passage_of(body: Body, sentences: Sequence[Sentence]) -> Passage:
    """Quote sentences in the order of the letter, with one place on each page.

    What goes beyond MAX_PASSAGE is left out at a sentence's end.
    """
    kept: list[Sentence] = []
    length = 0
    for sentence in sentences:
        length += sentence.end - sentence.start
        if kept and length > MAX_PASSAGE:
            break
        kept.append(sentence)
    spans = [body.span(sentence) for sentence in kept]
    text = " ".join(span.text for span in spans)
    if len(text) > MAX_PASSAGE:
        text = text[:MAX_PASSAGE].rsplit(" ", 1)[0]
    words = tuple(chain.from_iterable([span.words for span in spans]))
    pages = tuple(chain.from_iterable([span.pages for span in spans]))
    weight = sum([len(word.text) for word in words]) or 1
    reading = sum([len(word.text) * word.confidence for word in words]) / weight
    return Passage(text, evidence_of(Span(text, words, pages)), reading)


def instead_of(
    body: Body, sentences: Sequence[Sentence], role: str, *, mark: str, belief: float
) -> Iterator[Candidate]:
    """Yield what stands where a passage should be, marked with what it is; nothing of nothing."""
    if sentences:
        yield passage_of(body, sentences).candidate(role, belief, mark)


def with_enclosure(found: Candidate, said: float) -> Candidate:
    """Mark what refers elsewhere when the enclosures say it; a copy of a passport does not.

    `said` is what their sentences are worth together.
    """
    if "zie_bijlage" not in found.marks or said < ENOUGH_ENCLOSED:
        return found
    return replace(found, marks=found.marks | {"bijgevoegd"})


def answers_to(body: Body, group: str) -> tuple[Sentence, ...]:
    """Return the sentences behind a question of a form ("Sinds wanneer speelt dit?").

    `group` holds the cues of the question; the next question ends the answer.
    """
    found: list[Sentence] = []
    asked = False
    for sentence in body.sentences:
        if is_question(body, sentence):
            asked = body.has(sentence, group)
        elif asked:
            found.append(sentence)
    return tuple(found)


def is_question(body: Body, sentence: Sentence) -> bool:
    """Tell whether the sentence ends with a question mark."""
    return body.wording(sentence).rstrip(" )\"'").endswith("?")


def reserves_right(words: str) -> bool:
    """Tell who keeps the right to add grounds from who still has to give them.

    >>> reserves_right("Ik behoud mij het recht voor de gronden aan te vullen.")
    True
    >>> reserves_right("Ik heb recht op deze zorg.")
    False
    """
    return _RESERVED.search(words) is not None


def puts_off_orally(words: str) -> bool:
    """Tell what somebody would rather say in person than write down.

    >>> puts_off_orally("De redenen licht ik graag mondeling toe.")
    True
    >>> puts_off_orally("De redenen die u mij mondeling gaf, kloppen niet.")
    False
    """
    return all(cue.search(words) for cue in (_WHAT_TO_TELL, _IN_PERSON, _I_TELL))


def bridged(
    every: Sequence[Sentence], chosen: Sequence[Sentence], *, over: Collection[Sentence]
) -> tuple[Sentence, ...]:
    """Fill the gap between chosen sentences where one other sentence of `over` stands."""
    picked = set(chosen)
    for before, between, after in zip(every, every[1:], every[2:], strict=False):
        if before in picked and after in picked and between in over:
            picked.add(between)
    return tuple(sentence for sentence in every if sentence in picked)


def novelty(sentence: Sentence, *, topics: bool = True, feelings: bool = True) -> int:
    """Count the words that say something beyond the procedure.

    Without `topics` the subject of the decision ("pgb", "huishoudelijke hulp") does not count,
    without `feelings` neither does anger.
    """
    words = _content_words(sentence.tokens)
    return sum(not _is_usual(word, topics=topics, feelings=feelings) for word in words)


@lru_cache(maxsize=8192)  # each sentence is asked five times, and most words stand in many letters
def _is_usual(word: str, *, topics: bool, feelings: bool) -> bool:
    if not word.startswith(_usual(topics=topics, feelings=feelings)):
        return False
    if not word.startswith(_stems("geen_procedurewoorden")):
        return True
    beside = () if topics else _stems("onderwerpwoorden")
    return word.startswith(beside + (() if feelings else _stems("emotiewoorden")))


@once
def _content_words(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the words that may say something; each sentence is asked for them five times."""
    return frozenset(
        token.norm
        for token in tokens
        if not token.is_function_word and len(token.norm) > 2 and token.norm.isalpha()
    )


@cache
def _usual(*, topics: bool, feelings: bool) -> tuple[str, ...]:
    """Return how the words begin that say nothing beyond the procedure."""
    known = _stems("procedurewoorden")
    known += () if topics else _stems("onderwerpwoorden")
    return known + (() if feelings else _stems("emotiewoorden"))


def states_need(sentence: Sentence) -> bool:
    """Tell whether a condition or a limit is named, in however few words."""
    return any(token.norm.startswith(_stems("noodfeiten")) for token in sentence.tokens)


@cache
def _stems(name: str) -> tuple[str, ...]:
    return tuple(sorted(load_words(name)))


def _blocks(letter: Letter) -> tuple[Block, ...]:
    own = letter.blocks
    return own or tuple(block for page in letter.pages for block in page.blocks)


def _body_lines(blocks: Sequence[Block]) -> list[Line]:
    chosen = [block for block in blocks if block.role is BlockRole.BODY or _is_stray_prose(block)]
    lines = _content([line for block in chosen for line in block.lines])
    if lines:
        return _without_names(lines)
    rest = [block for block in blocks if block.role not in _OUTSIDE] or blocks
    return _content([line for block in rest for line in block.lines])


def _without_names(lines: Sequence[Line]) -> list[Line]:
    """Leave out the name under the last sentence of a letter that has no closing formula."""
    for count in range(1, _MOST_NAMES + 1):
        told, names = lines[:-count], lines[-count:]
        if told and _ENDS.search(told[-1].text) and all(_NAME.fullmatch(x.text) for x in names):
            return list(told)
    return list(lines)


def _content(lines: Iterable[Line]) -> list[Line]:
    """Leave out salutations, subjects and closings, but not what is said in the same line."""
    told = (told_in(line) for line in lines if not is_closing(line))
    return [line for line in told if line is not None]


def _is_stray_prose(block: Block) -> bool:
    """Tell running text that stands in another part, such as a postscript under the name."""
    if block.role in {BlockRole.ATTACHMENTS, BlockRole.STAMP, BlockRole.FOOTER}:
        return False
    text = block.text
    if _OF_GROUNDS.match(text):
        return True
    words = sum(word.text.strip(".,!?").isalpha() for line in block.lines for word in line.words)
    if block.role is BlockRole.REFERENCE and not _LABEL.match(text):
        # A short paragraph on top of a page looks like a reference.
        return words > 3 and text.rstrip()[-1:] in ".!?"
    return words > 14 and words / len(block.lines) > 5 and bool(re.search(r"[.!?]", text))


def _read(every: Sequence[Line]) -> Body:
    lengths = accumulate(len(line.words) for line in every)
    lines = [line for line, length in zip(every, lengths, strict=True) if length <= MAX_WORDS]
    text = Text.of(lines, joint=" ")
    breaks = tuple(_breaks(text, lines))
    analysis = analyse(text.string, breaks)
    return Body(text, analysis, tuple(sentences_in(analysis, breaks)))


def _breaks(text: Text, lines: Sequence[Line]) -> Iterator[int]:
    """Yield the offsets at which a line begins a new paragraph."""
    right = max((line.box.x1 for line in lines), default=0.0)
    place = 0
    for above, line in pairwise(lines):
        place += len(above.words)
        if _starts_paragraph(above, line, right):
            yield text.starts[place]


def _starts_paragraph(above: Line, line: Line, right: float) -> bool:
    if _BULLET.match(line.text) or _LABEL.match(line.text):
        return True
    if line.text[:1].islower() and not _STOP.search(above.text):
        return False
    gap = line.box.top - above.box.bottom
    far = abs(gap) > 0.8 * line.box.height or line.page != above.page
    # A line that ends where the next word would have fitted was ended by hand.
    first = line.words[0].box.width
    short = above.box.x1 + first + 12 < right
    return far or short


def sentences_in(analysis: Analysis, breaks: Sequence[int]) -> Iterator[Sentence]:
    """Yield the sentences of a text; `breaks` are the offsets at which paragraphs begin."""
    starts = [token.start for token in analysis.tokens]
    for start, end in analysis.sentences:
        inside = analysis.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Sentence(start, end, inside, bisect_right(breaks, start))
