"""Letters that use the words of an objection or a complaint for something else.

Intents with their own legal consequence (withdrawal, notice of default, appeal to the court) and
post of other kinds: an organisation's own letter, a private matter, a request under another law, an
invoice, advertising. They are looked for before anything is weighed.
"""

import re
from collections.abc import Callable, Iterator

from extractors.element import Signal
from extractors.kinds.cases import Case
from extractors.language import find_cues

# How many sentences later a letter may say that what it spoke of is no longer needed.
_SOON = 2

_IMPOSED = re.compile(
    r"\blast(?:en)?\s+onder\s+(?:een\s)?(?:dwangsom|bestuursdwang)", re.IGNORECASE
)
_IN_DEFAULT = re.compile(r"in\s?gebreke|4:17|niet\s+tijdig|beslistermijn", re.IGNORECASE)


def other_intents(case: Case) -> tuple[Signal, ...]:
    """Return what a letter is instead of an objection or a complaint; empty when it may be one."""
    for special in _SPECIALS:
        found = tuple(special(case))
        if found:
            return found
    return ()


def _withdrawal(case: Case) -> Iterator[Signal]:
    said = case.said("intrekken", "voorwaarde", "heroverwegen", "bezwaar_nu", "blijft_staan")
    if not said and case.said("blijft_staan") and case.said("intrekken") + case.headed("intrekken"):
        return  # "u schrijft dat ik mijn klacht zou hebben ingetrokken": it stands
    if not said and _need_not_go_on(case):
        yield Signal("intrekking", case.evidence("hoeft_niet_meer"), 0.7)
    elif said or (case.headed("intrekken") and not case.said("bezwaar_vast")):
        yield Signal("intrekking", case.evidence("intrekken"), 0.93 if said else 0.7)


def _need_not_go_on(case: Case) -> bool:
    """Tell "I objected in May. We talked. That is no longer needed.", said over some sentences."""
    has = case.body.has
    # That somebody disagreed in an earlier letter is no dispute now.
    disputes = case.said("oneens", "eerdere_brief") or case.said("heroverwegen", "eerdere_brief")
    sentences = case.body.sentences
    return not disputes and any(
        has(one, "bezwaar_naam", "klacht_naam", "eerdere_brief") and has(later, "hoeft_niet_meer")
        for at, one in enumerate(sentences)
        for later in sentences[at + 1 : at + 1 + _SOON]
    )


def _office(case: Case) -> Iterator[Signal]:
    """Tell a letter that an organisation wrote and that has no word of a sender.

    What an office asks on a form is answered by somebody else.
    """
    said = case.said("kantoorbrief", "formuliervraag")
    acts = case.said("bezwaar_vast", "kantoorbrief") + case.said(
        "klacht_daad", "kantoorbrief", "dreiging"
    )
    first_person = sum(token.norm in {"ik", "mijn", "mij"} for token in case.body.analysis.tokens)
    if said >= 2 and not acts and first_person < 2 + said:
        yield Signal("overig", case.evidence("kantoorbrief"), min(0.6 + 0.1 * said, 0.95))


def _default(case: Case) -> Iterator[Signal]:
    """Tell a notice that a decision is late (Awb 4:17); about money or goods it is private law."""
    text = f"{case.heading.text.string} {case.body.text.string}"
    if _IMPOSED.search(text) and not _IN_DEFAULT.search(text):
        return  # an objection to such a decision asks for no penalty
    said = case.said("gebreke_daad", "dreiging") + 2 * case.headed("gebreke_hard")
    weight = said + 0.5 * case.said("gebreke")
    if not said or weight < 1.5:
        return
    evidence = case.evidence("gebreke_daad", "gebreke_hard")
    if case.said("privaat_verzuim") + case.said("privaat") >= 2 and not case.said("zorgzaak"):
        yield Signal("overig", evidence, 0.85)
        return
    notice = Signal("ingebrekestelling", evidence, min(0.7 + 0.06 * weight, 0.95))
    explicit = {"bezwaar": "bezwaar_vast", "klacht": "klacht_daad"}
    others = [
        Signal(code, case.evidence(group), 0.6)
        for code, group in explicit.items()
        if case.said(group, "dreiging", "verleden", "gebreke")
    ]
    yield from (*others, notice)


def _appeal(case: Case) -> Iterator[Signal]:
    """Tell an appeal to the court; "in beroep" to the body that decided is an objection."""
    to_court = bool(find_cues(case.addressee, "rechter"))
    appeals = case.said("beroep_daad", "dreiging", "mogelijkheid", "verleden")
    appeals += case.headed("beroep_daad")
    about_court = case.said("rechter", "dreiging", "mogelijkheid") + case.headed("rechter")
    if appeals and (to_court or about_court):
        yield Signal("beroep", case.evidence("beroep_daad"), 0.92 if to_court else 0.8)
    elif to_court and not case.said("bezwaar_vast"):
        yield Signal("beroep", case.evidence("rechter"), 0.6)


def _private(case: Case) -> Iterator[Signal]:
    private = case.said("privaat") + case.headed("privaat")
    has = case.body.has
    # Sent to a care office by mistake, the act itself tells what it is about.
    acts = any(
        has(each, "privaat") and has(each, "bezwaar_vast", "klacht_daad")
        for each in case.body.sentences
    )
    to_care = bool(find_cues(case.addressee, "zorgzaak"))
    if private >= 2 and not case.said("zorgzaak") and (acts or not to_care):
        yield Signal("overig", case.evidence("privaat"), 0.85)


def _other_request(case: Case) -> Iterator[Signal]:
    """Tell requests under other laws; they mention complaints and objections in passing."""
    acts = case.said("bezwaar_vast", "verleden") + case.said(
        "klacht_daad", "dreiging", "mogelijkheid", "medisch"
    )
    for group in ("zienswijze_brief", "woo_verzoek", "avg_verzoek"):
        weight = case.said(group, "zienswijze_oneens") + 2 * case.headed(group)
        named = case.headed("bezwaar_naam", "klacht_naam")
        if weight >= (1 if not acts else 3) and not named:
            yield Signal("overig", case.evidence(group), 0.85 if not acts else 0.55)
            return


def _plain_request(case: Case) -> Iterator[Signal]:
    """Tell an application or a message of one's own, in which nothing is disputed."""
    disputes = ("oneens", "heroverwegen", "gedrag", "bezwaar_vast", "klacht_wens")
    complains = case.said("klacht_daad", "dreiging", "medisch", "ontkenning", "verleden")
    named = case.headed("bezwaar_naam", "klacht_naam")
    if case.said("verzoek_vast") and not (complains or named or any(map(case.said, disputes))):
        yield Signal("overig", case.evidence("verzoek_vast"), 0.8)


def _business(case: Case) -> Iterator[Signal]:
    """Invoices and advertising."""
    acts = sum(
        case.said(group, "kantoorbrief") for group in ("bezwaar_vast", "klacht_daad", "oneens")
    )
    for group in ("factuurbrief", "reclamebrief"):
        if case.said(group) + case.headed(group) >= 2 and not acts:
            yield Signal("overig", case.evidence(group), 0.9)
            return


_SPECIALS: tuple[Callable[[Case], Iterator[Signal]], ...] = (
    _withdrawal, _office, _default, _appeal, _private, _other_request, _plain_request, _business,
)  # fmt: skip
