"""Tell the pages of one letter apart: the letter, its continuation and what was enclosed."""

from collections.abc import Sequence

from extractors.document import PageRole
from extractors.page_features import Features

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


def _is_envelope(features: Features) -> bool:
    """Tell an envelope: an address, a postmark and no letter."""
    if features.salutation or features.closing or features.own > 1:
        return False
    addressed = features.to_office and features.words < 40 and not features.own
    return addressed or (features.envelope > 0 and features.words < 60)


def roles_of(features: Sequence[Features]) -> list[PageRole]:
    """Return what each page of one letter is for it; exactly one is its first page."""
    roles = [alone(each) for each in features]
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
            result[index] = _unclaimed(features, index, behind, features[first] if closed else None)
        elif roles[index] is PageRole.DECISION and not closed and _goes_on(features, index):
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
    # Who writes to a colleague, a doctor to a doctor, sends no letter of ours.
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
    if top.note:
        behind = [i for i in open_pages[1:] if features[i].files and features[i].heading >= 3]
        if behind:
            return behind[0]
    if top.salutation and top.to_office and top.heading >= 3 and top.claims:
        return open_pages[0]
    if _begins_form(top) and not any(_tells_who(features[i]) for i in open_pages[1:]):
        return open_pages[0]
    numbered = [i for i in open_pages if features[i].number == 1]
    if (top.number or 1) > 1 and numbered:
        return numbered[0]
    greeting = [i for i in open_pages if _greets(features[i])]
    return greeting[0] if greeting and not opens(top) else None


def _begins_form(each: Features) -> bool:
    """Tell the first page of a form: who fills it in and what it is for, but not one "ik" yet."""
    return bool(each.claims and each.postcodes and each.heading >= 3 and not each.office)


def _tells_who(each: Features) -> bool:
    return each.salutation or bool(each.postcodes)


def opens(each: Features) -> bool:
    """Tell whether a page has anything of the first page of a letter."""
    if each.number is not None:
        return each.number == 1
    return each.salutation or each.to_office or bool(each.postcodes)


def _greets(each: Features) -> bool:
    starts = each.salutation and each.to_office and each.own >= 1
    return starts and each.number in {None, 1}


def _unclaimed(
    features: Sequence[Features], index: int, behind: PageRole, closed: Features | None
) -> PageRole:
    """Judge a page by those before it: `behind` the one before, `closed` a letter that ended."""
    each, before = features[index], features[index - 1]
    if behind is PageRole.ATTACHMENT and _is_next_page(before, each, closed=closed is not None):
        return PageRole.ATTACHMENT
    if closed is None:
        return _following(features, index)
    return _behind_closing(each, closed, under=before.closing and behind in _OWN)


def _behind_closing(each: Features, letter: Features, *, under: bool) -> PageRole:
    """Judge a page behind the closing of a letter; `under` says that it stands on the one before.

    Name and signature may stand on a page of their own. What gives an address that the letter has
    not, a contract or a bill, came with it.
    """
    numbered = each.number is not None and each.number > 1
    short = each.words < 60 and not each.attachment and each.own + each.office < 3
    is_others = bool(letter.postcodes and each.postcodes - letter.postcodes)
    goes_on = (numbered or (short and under and not is_others)) and not each.salutation
    return PageRole.CONTINUATION if goes_on else PageRole.ATTACHMENT


def _following(features: Sequence[Features], index: int) -> PageRole:
    """Judge a page that stands behind the first page of a letter that was not closed yet."""
    each = features[index]
    if each.attachment and each.own < 3:
        return PageRole.ATTACHMENT
    # Who greets anew begins another letter: that of a doctor, whose signature is not the sender's.
    # Nor does a letter go on behind what came with it in words that are not the sender's.
    behind = any(_is_enclosed(before) for before in features[:index]) and each.own < 2
    if each.number is None and (each.salutation or behind):
        return PageRole.ATTACHMENT
    return PageRole.CONTINUATION


def _is_next_page(before: Features, each: Features, *, closed: bool) -> bool:
    """Tell whether a page has the number behind that of an enclosure: they are one paper.

    Of a letter that goes on behind an enclosure the page may have that number too.
    """
    if each.number is None or before.number is None or each.number != before.number + 1:
        return False
    return each.total == before.total and (closed or (each.total > 0 and each.own < 2))


def _is_enclosed(each: Features) -> bool:
    return alone(each) in {PageRole.DECISION, PageRole.AUTHORISATION, PageRole.ATTACHMENT}


def _goes_on(features: Sequence[Features], index: int) -> bool:
    """Tell whether a page that quotes an office still belongs to an unfinished letter."""
    each = features[index]
    return each.number == 2 and not each.salutation and each.own >= 2


def _second_page_of_decision(each: Features) -> PageRole:
    goes_on = each.own < 4 and not each.attachment and not each.salutation
    return PageRole.DECISION if goes_on else PageRole.ATTACHMENT


def is_between(features: Features) -> bool:
    """Tell a page on which nothing of a letter stands: an empty back, a sheet between letters."""
    return features.separator or alone(features) is PageRole.BLANK
