"""Decide who is who in a letter: the client, and who writes for the client.

A letter names its people in several places that agree or not: labels, the sender's block, the
name under the closing, running text. Mentions of one person are joined; joining raises the
confidence and shows the fullest form of the name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod

from rapidfuzz import fuzz

from extractors.document import Letter, TextSource
from extractors.element import Evidence, Hints, evidence_of
from extractors.once import once
from extractors.people.mentions.find import find_mentions
from extractors.people.mentions.helped import MAYBE
from extractors.people.mentions.mention import Mention, Side, Source
from extractors.people.mentions.narrative import stated_relation
from extractors.people.mentions.relations import cues
from extractors.people.persons.foreign import with_foreign_letters
from extractors.people.persons.mail import is_nearly_in_mail, spelt_as_mail
from extractors.people.persons.person import Person, is_same_person, more_complete
from extractors.people.senders import find_sender_emails
from extractors.people.zones import reading_of
from extractors.text.gazetteer import fold, near_first_name

# A client or representative that is named less surely than this changes nobody's part.
SURE = 0.5
# A line without a label is less than this about whoever it names.
NAMED = 0.65
# One named at least so surely as a client makes it doubtful that the writer is.
POSSIBLE = 0.35
DOUBTFUL = 0.6
# "De begeleidster van Woonvorm De Eik": two words with capitals need not be a person.
NAMELIKE = 0.5
# "Namens P. Smit" says at least so surely who is written for.
_IN_NAME = 0.85
# "Ik, P. Smit" says at least so surely who writes.
_SAYS_I = 0.85
# Of a letter that is less sure nobody knows whether it stands there.
SURE_LETTER = 0.8
# Two spellings of one surname, 0..100, and the capitals that scanners mistake for each other.
_MISREAD = 85
_ALIKE = frozenset("IJLT1")
# "IL", "LM.J.": no dot stands behind an L.
_GLUED = re.compile(r"(?=.*L(?!\.))(?:[A-Z]\.?){2,}")
# Of the "ğ" of "Aydoğan" it makes a hyphen; behind one stand a capital and small words.
_HOLED = re.compile(r"[a-z]-(?!(?:van|de[nr]?|te[nr]?|el|al|bin|ul|du|la)\b)[a-zà-ž]{2}")
# By how much a place that spells a surname otherwise may be read worse.
AS_SURE = 0.1
# How far a second thing that the text says of a person takes the doubt away, and how many count.
_SUPPORT = 0.6
_MOST_SUPPORT = 2
_ORDER = (Source.LABEL, Source.BLOCK, Source.RUNNING, Source.CLOSING)


@dataclass(frozen=True, slots=True)
class Party:
    """One person of the letter with all places that name him or her."""

    person: Person
    mentions: tuple[Mention, ...]
    relation: str = ""
    share: float = 1.0  # lower when somebody else of the letter may be meant
    is_other_meant: bool = False  # the letter says to be for another, and names one
    is_other_in_mail: bool = False  # an address that was read surely spells the surname otherwise

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return self.person.name

    @property
    def marks(self) -> frozenset[str]:
        """Where the name stands, and whether it is a first name only."""
        alone = {"alleen_voornaam"} if self.person.is_first_name_only else set()
        is_open = self._is_initial_open or self._is_surname_open or self.is_other_in_mail
        open_letter = {"letter_onzeker"} if is_open else set()
        places = {mention.source.value for mention in self.mentions}
        another = {"ander_bedoeld"} if self.is_other_meant else set()
        return frozenset(places | alone | open_letter | another)

    @property
    def _is_initial_open(self) -> bool:
        """Tell whether the L of "L Smit" on a scan may as well be the I of "I. Smit".

        The dot of an I with feet makes an L of it, so that an L without its dot says little. One
        with a dot, or a first name, tells. So of "I.I. Smit" it makes "IL Smit".
        """
        read = [word for each in self.mentions for word in each.span.words]
        is_scanned = any(word.confidence < 1.0 for word in read)
        if any(each.person.given for each in self.mentions):
            return False
        if _GLUED.fullmatch(self.person.initials) and is_scanned:
            return True
        if self.person.initials != "L.":
            return False
        is_told = any(word.text == "L." and word.confidence >= SURE_LETTER for word in read)
        return not is_told and any(word.text == "L" and word.confidence < 1.0 for word in read)

    @property
    def _is_surname_open(self) -> bool:
        """Tell whether a scan spells the surname otherwise in another place, read as surely."""
        read = {
            each.person.surname: reading_of(each.span)
            for each in sorted(self.mentions, key=lambda each: reading_of(each.span))
            if any(word.confidence < 1.0 for word in each.span.words)
        }
        if read and _HOLED.search(self.person.surname):
            return True
        own = read.get(self.person.surname)
        others = [name for name in read if _is_spelt_otherwise(self.person.surname, name)]
        return own is not None and any(read[name] >= own - AS_SURE for name in others)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All places that name this person, the best first."""
        places = (place for mention in self.mentions for place in evidence_of(mention.span))
        return tuple(dict.fromkeys(places))  # two cues may find one name

    @property
    def confidence(self) -> float:
        """Chance that this is one of the letter's people and that the name was read right."""
        sources = {mention.source for mention in self.mentions}
        doubt = prod(
            1.0 - max(_strength(each) for each in self.mentions if each.source is source)
            for source in sources
        )
        sure = min(0.98, 1.0 - doubt * self._unsupported)
        # A doubt makes nobody disappear.
        return max(sure * self.share, min(sure, POSSIBLE))

    @property
    def _unsupported(self) -> float:
        """What is left of the doubt by more that the text says of the same person.

        "Namens A. Smit", "A. Smit, geboren ..." and "Betreft: indicatie A. Smit" do not lean on
        each other; two words that found the same thing do.
        """
        told = sorted(
            {each.weight: _strength(each) for each in self.mentions if _is_told(each)}.values()
        )
        return prod(1.0 - _SUPPORT * each for each in told[:-1][-_MOST_SUPPORT:])

    def on(self, side: Side) -> float:
        """Return how surely this person stands on that side, 0..1."""
        return max((each.weight for each in self.mentions if each.side is side), default=0.0)


@dataclass(frozen=True, slots=True)
class Parties:
    """The people of a letter, each list the most likely first."""

    clients: tuple[Party, ...] = ()
    proxies: tuple[Party, ...] = ()  # who write for the client, or are to be contacted

    @property
    def is_represented(self) -> bool:
        """Tell whether somebody else writes for the client."""
        return bool(self.proxies)


@once
def find_parties(letter: Letter, hints: Hints) -> Parties:
    """Return who the client is and who writes for the client."""
    mentions = find_mentions(letter, hints)
    relation = stated_relation(letter, hints, _relation(mentions))
    parties = [each for each in _joined(mentions) if each.on(Side.WRITER) or _is_named(each)]
    if letter.own_pages[0].page.source is TextSource.OCR:
        parties = [replace(each, person=_known(each.person)) for each in parties]
        parties = _as_mail_spells(parties, letter, hints)
    return _settled(parties, relation)


def _known(person: Person) -> Person:
    """Return "Łukasz Petrović" for "Tukasz Petrovié", which nobody is called."""
    first, _, others = person.given.partition(" ")
    name = near_first_name(first)
    given = f"{name} {others}".rstrip() if name else person.given
    return replace(person, given=given, surname=with_foreign_letters(person.surname))


def _as_mail_spells(parties: Sequence[Party], letter: Letter, hints: Hints) -> list[Party]:
    """Mend names on scans by the sender's e-mail address; it is nobody else's of the letter."""
    mail = next(iter(find_sender_emails(letter, hints)), None)
    if mail is None:
        return list(parties)
    address = str(mail.value)
    mended = [replace(each, person=spelt_as_mail(each.person, address)) for each in parties]
    known = {each.person.surname for each in parties}
    spelt = [
        old if new.person.surname != old.person.surname and new.person.surname in known else new
        for old, new in zip(parties, mended, strict=True)
    ]
    if "gelijk_gezien" in mail.marks:
        spelt = [replace(x, is_other_in_mail=is_nearly_in_mail(x.person, address)) for x in spelt]
    return spelt


def _is_told(mention: Mention) -> bool:
    return mention.source is Source.RUNNING and mention.weight >= SURE


def _strength(mention: Mention) -> float:
    shape = 0.7 + 0.3 * mention.person.shape
    if not mention.person.is_full:
        shape *= 0.75
    return mention.weight * shape * reading_of(mention.span)


def _joined(mentions: Iterable[Mention]) -> list[Party]:
    """Join mentions of one person; the best mention of each is first.

    Who writes is settled before who is written for: mother and son may share surname and initial.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=_rank):
        home = next((group for group in groups if _belongs(mention, group)), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return [_party(group) for group in groups]


def _belongs(mention: Mention, group: Sequence[Mention]) -> bool:
    """Tell whether a mention is of the person of the group.

    "Namens mijn moeder, mevrouw Postma" signed by K. Postma: a surname alone never makes the
    client and the one who signs the same person.
    """
    if not is_same_person(group[0].person, mention.person):
        return False
    printed = min(reading_of(group[0].span), reading_of(mention.span)) == 1.0
    if printed and mention.side is Side.CLIENT and _are_two(group[0].person, mention.person):
        return False
    writers = [each for each in group if each.side is not Side.CLIENT]
    if mention.side is not Side.CLIENT or not writers:
        return True
    signed = [each.person.name for each in writers if each.source is Source.CLOSING]
    if mention.relation and signed and mention.person.name != group[0].person.name:
        return False
    # "Namens Jikke Tuinstra", signed by J. Tuinstra-Reitsma: nobody writes in the own name.
    is_told = mention.source is Source.RUNNING and mention.weight >= _IN_NAME
    if is_told and signed and mention.person.name not in signed:
        return False
    return mention.person.is_full and group[0].person.is_full


def _are_two(one: Person, other: Person) -> bool:
    """Tell Jo Hermus from L. Hermus where nothing was scanned and a J is no L."""
    first, second = ((each.initials or each.given)[:1] for each in (one, other))
    return bool(first and second) and first != second and not (one.initials and one.given)


def _is_named(party: Party) -> bool:
    """Tell whether the name says enough to be somebody in the story: "MEE" does not."""
    person = party.person
    return person.is_full or bool(person.title) or person.shape >= 0.4


def _rank(mention: Mention) -> tuple[bool, bool, int, float]:
    is_client = mention.side is Side.CLIENT
    order = _ORDER.index(mention.source)
    return is_client, not mention.person.is_full, order, -_strength(mention)


def _party(group: Sequence[Mention]) -> Party:
    best = group[0].person
    for mention in group[1:]:
        if reading_of(mention.span) >= min(0.8, reading_of(group[0].span)):
            best = more_complete(best, mention.person)
    relation = next((mention.relation for mention in group if mention.relation), "")
    return Party(_as_most_say(best, group), tuple(group), relation)


def _as_most_say(best: Person, group: Sequence[Mention]) -> Person:
    """Mend a name that was misread in one place by the others: "Meije" beside "Meijer".

    The surname counts as most mentions spell it, and those that were read best. The first name
    tells which letter the first initial is: a scanned I is an L, a J or a T as well.
    """
    spelt: dict[str, float] = {}
    for each in group:
        surname = each.person.surname
        spelt[surname] = spelt.get(surname, 0.0) + reading_of(each.span)
    said = max(spelt, key=lambda surname: spelt[surname])
    if said != best.surname and _is_misread(best.surname, said):
        best = replace(best, surname=said)
    given = next((each.person.given for each in group if each.person.given), "")
    first = best.initials[:1]
    if first and given and first != given[:1] and {first, given[:1]} <= _ALIKE:
        best = replace(best, initials=given[:1] + best.initials[1:])
    return best


def _is_misread(surname: str, other: str) -> bool:
    """Tell two readings of one surname from a name and its double form."""
    alike = fuzz.ratio(surname.casefold(), other.casefold()) >= _MISREAD
    return alike and surname.count("-") == other.count("-") and abs(len(surname) - len(other)) < 2


def _is_spelt_otherwise(surname: str, other: str) -> bool:
    return fold(surname) != fold(other) and _is_misread(surname, other)


def _relation(mentions: Iterable[Mention]) -> str:
    """Return the relation that the letter states for its writer, the most telling one."""
    named = [each for each in mentions if each.relation and each.weight >= SURE]
    ranked = sorted(named, key=lambda each: (each.side is Side.CLIENT, -each.weight))
    return next((each.relation for each in ranked), "")


def _settled(parties: Sequence[Party], relation: str) -> Parties:
    clients = _ranked((each for each in parties if each.on(Side.CLIENT) >= SURE), Side.CLIENT)
    proxies = _ranked((each for each in parties if each.on(Side.PROXY) >= SURE), Side.PROXY)
    writers = _ranked((each for each in parties if each.on(Side.WRITER) > 0), Side.WRITER)
    stated = _is_proxy_relation(relation)  # who writes for somebody is not that somebody
    clients = tuple(sorted(clients, key=lambda each: _writes(each, stated=stated)))
    if clients:
        return _for_client(clients, proxies, writers, relation)
    if proxies:
        rest = tuple(each for each in writers if each not in proxies)
        # A contact person beside a client who writes: the client stays the client.
        return Parties(rest, proxies) if rest else Parties((), proxies)
    if _is_proxy_relation(relation) and writers:
        return _represented(writers, relation)
    if any(_may_be_client(each) for each in parties) or _disagree(writers):
        meant = any(_may_be_client(each) and each.on(Side.CLIENT) >= MAYBE for each in parties)
        return Parties(
            tuple(replace(each, share=DOUBTFUL, is_other_meant=meant) for each in writers)
        )
    return Parties(writers)


def _writes(party: Party, *, stated: bool) -> bool:
    """Tell whether a possible client is rather the writer, when others may be the client."""
    return party.on(Side.WRITER) >= SURE and (stated or party.on(Side.CLIENT) < NAMED)


def _may_be_client(party: Party) -> bool:
    """Tell whether "mijn man P. Smit" is named, without saying whether the letter is his."""
    person = party.person
    is_kin = party.relation in cues()["verwant"]
    is_name = person.is_full and (is_kin or person.shape >= NAMELIKE)
    return is_name and not party.on(Side.WRITER) and party.on(Side.CLIENT) >= POSSIBLE


def _disagree(writers: Sequence[Party]) -> bool:
    """Tell whether "Ik, P. Smit" stands in a letter that somebody else sends and signs."""
    sent = {Source.BLOCK.value, Source.CLOSING.value}
    senders = [each for each in writers if each.person.is_full and sent <= each.marks]
    told = [
        each
        for each in writers
        if each.person.is_full and not sent & each.marks and each.on(Side.WRITER) >= _SAYS_I
    ]
    return bool(senders and told)


def _for_client(
    clients: tuple[Party, ...],
    proxies: tuple[Party, ...],
    writers: tuple[Party, ...],
    relation: str,
) -> Parties:
    client = clients[0]
    others = [each for each in (*proxies, *writers) if each is not client and each not in clients]
    sure = [each for each in others if each.confidence >= 0.3]
    if client.on(Side.WRITER) >= SURE and not proxies and not relation:
        # "Cliënt: J. de Vries" signed by J. de Vries: the client writes.
        return Parties((client, *others))
    unique = tuple(dict.fromkeys(sure))
    named = tuple(Party(each.person, each.mentions, each.relation or relation) for each in unique)
    return Parties((client, *clients[1:]), named)


def _represented(writers: tuple[Party, ...], relation: str) -> Parties:
    """Settle a letter "namens mijn moeder" that does not say her name in the text."""
    on_top = [each for each in writers if Source.BLOCK.value in each.marks]
    signed = [each for each in writers if Source.CLOSING.value in each.marks]
    writer = signed[0] if signed else writers[0]
    clients = tuple(each for each in on_top if each is not writer)
    rest = (Party(writer.person, writer.mentions, writer.relation or relation),)
    return Parties(clients, rest)


def _is_proxy_relation(relation: str) -> bool:
    return relation not in {"", "zelf"}


def _ranked(parties: Iterable[Party], side: Side) -> tuple[Party, ...]:
    return tuple(
        sorted(
            parties,
            key=lambda each: (each.person.is_full, each.confidence, each.on(side)),
            reverse=True,
        )
    )
