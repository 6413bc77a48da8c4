"""Tell the pages of one letter apart: the letter, its continuation and what was enclosed."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from extractors.document import PageRole
from extractors.pages.page_features import FEW_WORDS, Features

_ALIKE: Final = 70  # per cent of the letters of two readings of one name
_OWN = frozenset({PageRole.LETTER, PageRole.CONTINUATION})


def alone(features: Features) -> PageRole | None:
    """Return the role that a page shows by itself, or None when its neighbours must tell."""
    if features.words < 4 or features.separator:
        return PageRole.BLANK
    if features.enclosed:
        return PageRole.ATTACHMENT
    if features.authorisation >= 2 and features.own <= 5 and not features.salutation:
        return PageRole.AUTHORISATION
    if features.office >= 3 and features.office > features.own:
        return PageRole.DECISION
    if features.cover:
        return PageRole.ATTACHMENT
    return PageRole.ENVELOPE if _is_envelope(features) else None


def by_themselves(features: Sequence[Features]) -> list[PageRole | None]:
    """Return the roles that pages show by themselves or by the number behind one that does."""
    roles = [alone(each) for each in features]
    for index in range(1, len(features)):
        before, each = features[index - 1], features[index]
        counts_on = _is_next_page(before, each, closed=True) and each.total > 0
        if roles[index] is None and roles[index - 1] is PageRole.DECISION and counts_on:
            roles[index] = None if _is_signed_by(each, features[:index]) else PageRole.DECISION
    return roles


def are_reversed(before: Sequence[Features], each: Features) -> bool:
    """Tell the first page of a letter whose others, by their numbers, all lie on top of it."""
    numbers = {of.number for of in before if not is_between(of)}
    totals = {of.total for of in before if not is_between(of)}
    whole = numbers == set(range(2, each.total + 1)) and totals == {each.total}
    return each.number == 1 and each.total > 1 and whole


def _is_signed_by(each: Features, before: Sequence[Features]) -> bool:
    """Tell whether the name under a page is that of who sent the pages before it."""
    return any(each.signed & of.sender for of in before if alone(of) is None)


def _is_envelope(features: Features) -> bool:
    """Tell an envelope: an address, a postmark and no letter."""
    if features.salutation or features.closing or features.own > 1 or features.leads:
        return False
    addressed = features.to_office and features.words < 40 and not features.own
    return addressed or (features.envelope > 0 and features.words < 60)


def roles_of(features: Sequence[Features]) -> list[PageRole]:
    """Return what each page of one letter is for it; exactly one is its first page."""
    roles = by_themselves(features)
    first = _first_page(features, roles)
    result = [role or PageRole.ATTACHMENT for role in roles]
    result[first] = PageRole.LETTER
    for index in range(first):
        # Scanned out of order: what goes on lies on top of what it goes on from.
        if roles[index] is None and _is_later_page(features[index], features[first]):
            result[index] = PageRole.CONTINUATION
    closed = features[first].closing
    for index in range(first + 1, len(features)):
        if roles[index] is None:
            behind = result[index - 1]
            result[index] = _unclaimed(features, index, behind, (first, closed))
        elif roles[index] is PageRole.DECISION and not closed and _goes_on(features, index, first):
            result[index] = PageRole.CONTINUATION
        if result[index] is PageRole.CONTINUATION:
            closed = closed or features[index].closing
        if result[index] is PageRole.ATTACHMENT and result[index - 1] is PageRole.DECISION:
            result[index] = _second_page_of_decision(features[index])
    return result


def _is_later_page(each: Features, first: Features) -> bool:
    """Tell whether a page on top of the first one goes on from it: so it says, or so it reads."""
    numbered = (each.number or 1) > 1 and first.number == 1 and each.total == first.total > 0
    return numbered or (each.own >= 2 and not opens(each))


def _first_page(features: Sequence[Features], roles: Sequence[PageRole | None]) -> int:
    """Return the page on which the letter begins: the first that a citizen may have written."""
    every = [i for i, role in enumerate(roles) if role is None]
    # "Geachte collega" and "Bijlage 2" stand on the first page of a letter only if nothing else is.
    open_pages = [i for i in every if not features[i].attachment] or every
    surely = _sure_first_page(features, open_pages)
    if surely is not None:
        return surely
    for index in open_pages:
        each = features[index]
        if each.own >= 2 and (each.salutation or each.to_office or each.number in {None, 1}):
            return index
    # A professional writes without "ik": who is greeted and addressed gets a letter all the same.
    for index in open_pages:
        if features[index].salutation and features[index].to_office:
            return index
    if open_pages:
        return open_pages[0]
    return next((i for i, role in enumerate(roles) if role is not PageRole.BLANK), 0)


def _sure_first_page(features: Sequence[Features], open_pages: Sequence[int]) -> int | None:
    """Return the first page when the one on top shows that it is it, or which other is."""
    if not open_pages:
        return None
    top = features[open_pages[0]]
    if top.note or (top.by_office and not top.files):
        behind = [i for i in open_pages[1:] if features[i].files and features[i].heading >= 3]
        if behind:
            return behind[0]
    if top.salutation and top.to_office and top.heading >= 3 and top.claims:
        return open_pages[0]
    if _begins_form([features[i] for i in open_pages]):
        return open_pages[0]
    numbered = [i for i in open_pages if features[i].number == 1]
    if (top.number or 1) > 1 and numbered:
        return numbered[0]
    greeting = [i for i in open_pages if _greets(features[i])]
    return greeting[0] if greeting and not opens(top) else None


def _begins_form(pages: Sequence[Features]) -> bool:
    """Tell the first page of a form: who fills it in and what it is for, but not one "ik" yet.

    On its next page may stand for whom, when nobody is greeted on either.
    """
    top, *others = pages
    if not top.claims or not top.postcodes or top.office:
        return False
    if not any(each.salutation or each.to_office for each in pages):
        return True
    return top.heading >= 3 and not any(each.salutation or each.postcodes for each in others)


def opens(each: Features) -> bool:
    """Tell whether a page has anything of the first page of a letter."""
    if each.number is not None:
        return each.number == 1
    return each.salutation or each.to_office or bool(each.postcodes)


def _greets(each: Features) -> bool:
    starts = each.salutation and each.to_office and each.own >= 1
    return starts and each.number in {None, 1}


def _unclaimed(
    features: Sequence[Features], index: int, behind: PageRole, letter: tuple[int, bool]
) -> PageRole:
    """Judge a page by those before it: `behind` the one before, `letter` where it began.

    The second of `letter` says whether it ended.
    """
    first, closed = letter
    each, before = features[index], features[index - 1]
    if behind is PageRole.ATTACHMENT and _is_next_page(before, each, closed=closed):
        return PageRole.ATTACHMENT
    if not closed:
        return _following(features, index, first)
    return _behind_closing(each, features[first], under=before.closing and behind in _OWN)


def _behind_closing(each: Features, letter: Features, *, under: bool) -> PageRole:
    """Judge a page behind the closing of a letter; `under` says that it stands on the one before.

    Name and signature may stand on a page of their own. What gives an address that the letter has
    not, a contract or a bill, came with it; so did a paper with a date on which the sender neither
    says nor signs anything: a receipt, the card of an appointment.
    """
    numbered = each.number is not None and each.number > 1
    short = each.words < FEW_WORDS and not each.attachment and each.own + each.office < 3
    is_others = bool(letter.postcodes and each.postcodes - letter.postcodes)
    is_others |= each.dated and not each.own and _names_another(each, letter)
    goes_on = (numbered or (short and under and not is_others)) and not each.salutation
    return PageRole.CONTINUATION if goes_on else PageRole.ATTACHMENT


def _names_another(each: Features, letter: Features) -> bool:
    """Tell a page without any name of the sender, also one that is read with a mistake."""
    known = letter.sender | letter.signed
    return bool(known) and not any(
        fuzz.ratio(name, other) >= _ALIKE for name in known for other in each.said
    )


def _following(features: Sequence[Features], index: int, first: int) -> PageRole:
    """Judge a page that stands behind the first page of a letter that was not closed yet."""
    each = features[index]
    if each.attachment and each.own < 3:
        return PageRole.ATTACHMENT
    if ends_letter(each, features[first]):
        return PageRole.CONTINUATION
    # Who greets anew begins another letter: that of a doctor, whose signature is not the sender's.
    # Nor does a letter go on behind what came with it in words that are not the sender's.
    behind = any(_is_enclosed(before) for before in features[:index]) and each.own < 2
    if each.number is None and (each.salutation or behind):
        return PageRole.ATTACHMENT
    return PageRole.CONTINUATION


def ends_letter(each: Features, letter: Features) -> bool:
    """Tell the page on which a letter is signed, whoever is greeted or quoted on it.

    An earlier letter of the same sender has a heading of its own; what another signs is another's.
    """
    if each.attachment:
        return False
    if each.signed & letter.sender:
        quotes = each.by_office or (bool(each.sender) and not each.sender & letter.sender)
        return each.leads or quotes or not (each.to_office and each.dated)
    if not each.ends or (each.signed and letter.sender and not each.leads):
        return False
    bare = not (each.to_office or each.subject or each.sender)
    return each.own >= 2 and (each.leads or bare)


def _is_next_page(before: Features, each: Features, *, closed: bool) -> bool:
    """Tell whether a page has the number behind that of an enclosure: they are one paper.

    Of a letter that goes on behind an enclosure the page may have that number too.
    """
    if each.number is None or before.number is None or each.number != before.number + 1:
        return False
    return each.total == before.total and (closed or (each.total > 0 and each.own < 2))


def _is_enclosed(each: Features) -> bool:
    return alone(each) in {PageRole.DECISION, PageRole.AUTHORISATION, PageRole.ATTACHMENT}


def _goes_on(features: Sequence[Features], index: int, first: int) -> bool:
    """Tell whether a page that quotes an office still belongs to an unfinished letter."""
    each = features[index]
    if each.signed & features[first].sender:
        return each.own >= 2
    return each.number == 2 and not each.salutation and each.own >= 2


def _second_page_of_decision(each: Features) -> PageRole:
    goes_on = each.own < 4 and not each.attachment and not each.salutation
    return PageRole.DECISION if goes_on else PageRole.ATTACHMENT


def is_between(features: Features) -> bool:
    """Tell a page on which nothing of a letter stands: an empty back, a sheet between letters."""
    return features.separator or alone(features) is PageRole.BLANK
