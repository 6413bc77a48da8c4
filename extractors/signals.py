"""Things in a letter that a rule may want to know, each with the place where it is said.

The codes are those of `_EVERYWHERE` (any line of the own pages may say it) and `_IN_BODY` (only
the sender's own sentences count), with `pro_forma`, `zie_bijlage`, `pgb`, `automatisch_aangemaakt`,
`factuur`, `reclame`, `dreiging_vervolg`, `meerdere_afzenders`, `meerderjarig` and `vreemde_taal`,
and those of `attacks` and `situations`. A cue of `geen_<code>` takes the words of its sentence
back. A signal says that the words are there, never what follows from them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.dates.date_roles import dates_of
from extractors.dates.dates import find_dates
from extractors.desks.attacks import find_attacks
from extractors.desks.situations import find_situations
from extractors.document import BlockRole, Letter
from extractors.element import Evidence, Hints, Signal, evidence_of
from extractors.story.passages import (
    Body,
    body_of,
    frame_of,
    heading_of,
    reserves_right,
)
from extractors.story.speech import MOST, foreign_share

_EVERYWHERE = (
    "namens_ander", "advocaat", "mentor", "curator", "bewindvoerder", "nabestaande",
)  # fmt: skip
_IN_BODY = (
    "ouder", "spoed", "veiligheid", "voorlopige_voorziening", "zorg_in_natura", "avg", "woo",
    "zienswijze", "niet_tijdig_beslissen", "hoorzitting_verzoek", "stukken_verzoek",
    "proceskosten", "rechtstreeks_beroep", "schadevergoeding", "wzd", "ombudsman",
    "meerdere_besluiten",
)  # fmt: skip
# What cannot wait is shouted in the subject: "SPOED".
_HEADED = frozenset({"spoed", "veiligheid", "voorlopige_voorziening"})
# Letters of an organisation have at least this many sentences that only an organisation writes.
_OFFICE_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class _Case:
    """The readings of one letter that signals are told from."""

    letter: Letter
    body: Body
    heading: Body
    frame: Body
    hints: Hints


def find_signals(letter: Letter, hints: Hints) -> tuple[Signal, ...]:
    """Return what the letter says, each code once, in a fixed order; may be empty."""
    case = _Case(letter, body_of(letter), heading_of(letter), frame_of(letter), hints)
    return tuple(signal for finder in _FINDERS for signal in finder(case))


def _from_cues(case: _Case) -> Iterator[Signal]:
    for code in (*_EVERYWHERE, *_IN_BODY):
        places = [(case.body, code)]
        if code in _EVERYWHERE:
            # Around the body a bare word will do: "Bewindvoering De Brug".
            places += [(case.frame, code), (case.frame, f"{code}_naam")]
        if code in _HEADED:
            places += [(case.heading, code), (case.heading, f"{code}_kop")]
        said = [(part, group, len(part.holding(group, f"geen_{code}"))) for part, group in places]
        found = [(part, group) for part, group, count in said if count]
        if found:
            count = sum(count for _, _, count in said)
            yield Signal(code, _place(*found[0]), min(0.75 + 0.1 * count, 0.95))


def _place(part: Body, *groups: str) -> tuple[Evidence, ...]:
    hits = part.analysis.cues(*groups)
    return evidence_of(part.text.span(hits[0].start, hits[0].end)) if hits else ()


def _pro_forma(case: _Case) -> Iterator[Signal]:
    for part in (case.body, case.heading):
        for sentence in part.sentences:
            announced = part.has(sentence, "proforma") and not part.has(sentence, "geen_proforma")
            if announced and not reserves_right(part.wording(sentence)):
                yield Signal("pro_forma", evidence_of(part.span(sentence)), 0.9)
                return


def _zie_bijlage(case: _Case) -> Iterator[Signal]:
    if case.body.count("bijlage_gronden"):
        yield Signal("zie_bijlage", _place(case.body, "bijlage_gronden"), 0.8)


def _pgb(case: _Case) -> Iterator[Signal]:
    """Tell that a budget is written about; `zorg in natura` beside it is doubt."""
    said = case.body.count("pgb") + case.heading.count("pgb")
    if said:
        doubt = 0.2 if case.body.count("geen_pgb", "zorg_in_natura") else 0.0
        part = case.body if case.body.count("pgb") else case.heading
        yield Signal("pgb", _place(part, "pgb"), min(0.7 + 0.1 * said, 0.95) - doubt)


def _organisation(case: _Case) -> Iterator[Signal]:
    said = [part for part in (case.body, case.frame) if part.count("automatisch")]
    if said:
        yield Signal("automatisch_aangemaakt", _place(said[0], "automatisch"), 0.9)
    elif case.body.count("kantoorbrief") >= _OFFICE_SENTENCES and not case.body.count(
        "bezwaar_vast", "oneens"
    ):
        yield Signal("automatisch_aangemaakt", _place(case.body, "kantoorbrief"), 0.6)


def _business(case: _Case) -> Iterator[Signal]:
    for code in ("factuur", "reclame"):
        group = f"{code}brief"
        said = case.body.count(group) + case.frame.count(group)
        if said >= 2:
            place = _place(case.body, group) or _place(case.frame, group)
            yield Signal(code, place, min(0.5 + 0.1 * said, 0.9))


def _dreiging(case: _Case) -> Iterator[Signal]:
    """Tell what the writer will do later: a complaint elsewhere, the court, the press."""
    for sentence in case.body.sentences:
        if case.body.has(sentence, "dreiging") and case.body.has(
            sentence, "klacht_naam", "ombudsman", "rechter", "beroep_daad", "gebreke_hard"
        ):
            yield Signal("dreiging_vervolg", evidence_of(case.body.span(sentence)), 0.7)
            return


_TWO_NAMES = re.compile(
    r"^(dhr\.?|de heer|mevrouw|mw\.?|fam(\.|ilie)|[A-Z]\.).{2,40}"
    r"\s(en|&)\s(dhr\.?|de heer|mevrouw|mw\.?|[A-Z]\.)"
)


def _meerdere_afzenders(case: _Case) -> Iterator[Signal]:
    """Two names joined in the sender block or under the closing, or "wij, ondergetekenden"."""
    if case.body.count("meerdere"):
        yield Signal("meerdere_afzenders", _place(case.body, "meerdere"), 0.8)
        return
    for block in case.letter.blocks:
        if block.role not in {BlockRole.SENDER, BlockRole.CLOSING}:
            continue
        for line in block.lines:
            if _TWO_NAMES.match(line.text):
                place = Evidence(line.page, line.box, line.text)
                yield Signal("meerdere_afzenders", (place,), 0.7)
                return


# "(34 jaar)", "23-jarige", "mijn zoon van 23".
_AGE = re.compile(
    r"\b(\d{2})[\s-]?(?:jaar\b(?! geleden)|jarige)|"
    r"\b(?:zoon|dochter|kind)\s(?:\w+\s)?(?:van\s|\()(\d{2})\b(?!\s?[-./])",
    re.IGNORECASE,
)
_ADULT = 18


def _meerderjarig(case: _Case) -> Iterator[Signal]:
    """Tell that a parent writes for a child who is an adult, by its age or its birth date."""
    if not case.body.count("ouder"):
        return
    for sentence in case.body.sentences:
        words = _without_dates(case.body.wording(sentence))
        ages = [int(match[1] or match[2]) for match in _AGE.finditer(words)]
        if case.body.has(sentence, "meerderjarig") or any(age >= _ADULT for age in ages[:1]):
            yield Signal("meerderjarig", evidence_of(case.body.span(sentence)), 0.8)
            return
    dated = dates_of(case.letter)
    born = max((each.found.date for each in dated if each.role == "geboorte"), default=None)
    written = max((each.found.date for each in dated), default=None)
    if born and written and written.year - born.year > _ADULT:
        yield Signal("meerderjarig", (), 0.7)


def _without_dates(words: str) -> str:
    for found in find_dates(words, default_year=2000):
        words = words[: found.start] + "-" * (found.end - found.start) + words[found.end :]
    return words


def _vreemde_taal(case: _Case) -> Iterator[Signal]:
    """Tell a letter of which most is in another language."""
    share = foreign_share(case.letter, case.body)
    if share > MOST:
        place = evidence_of(case.body.span(case.body.sentences[0]))
        yield Signal("vreemde_taal", place, 0.9 if share > 0.8 else 0.7)


def _attacks(case: _Case) -> Iterator[Signal]:
    """Tell what the letter turns against, and the circumstances that decide its desk."""
    yield from find_attacks(case.body, case.heading, case.hints)
    yield from find_situations(case.body, case.heading)


_FINDERS: tuple[Callable[[_Case], Iterator[Signal]], ...] = (
    _pro_forma, _from_cues, _zie_bijlage, _pgb, _organisation, _business, _dreiging,
    _meerdere_afzenders, _meerderjarig, _vreemde_taal, _attacks,
)  # fmt: skip
