"""Say that a complaint is about more than a year ago: it need not be handled (Awb 9:8 lid 1 b).

The body may handle it all the same, and must say within four weeks when it does not (lid 3). For a
complaint about a care provider there is no such year.
"""

import datetime as dt

from extractors.element import ElementId
from validators.case import Assessed, is_possible
from validators.klachttermijn import year_after
from validators.notices import warn
from validators.report import Intent, Kind, Notice, ReceivedSource

CODE = "klacht_ouder_dan_een_jaar"
# A day found less surely than this may be that of something else; in an objection it must be surer.
SURE, SURE_IN_OBJECTION = 0.6, 0.8


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when the last day of the conduct is known and lies more than a year before filing."""
    latest, words = _latest(assessed)
    if latest is None or not _is_about_office(assessed):
        return ()
    certain, possible = year_after(latest)
    filed = _filed(assessed)
    # Whether a year from 29 February ends on 28 February or 1 March is open.
    variant = "schrikkeldag" if filed <= possible else ""
    return warn(CODE, when=filed > certain, variant=variant, wanneer=words)


def _is_about_office(assessed: Assessed) -> bool:
    case, against = assessed.case, assessed.elements[ElementId.GERICHT_TEGEN]
    return (
        Intent.KLACHT in case.kinds
        and case.profile.law == "awb"
        and against.value != "zorgverlener"
    )


def _latest(assessed: Assessed) -> tuple[dt.date | None, str]:
    """Return the last day of the conduct with the words for it; no day when it still goes on."""
    case = assessed.case
    least = SURE if case.kind is Kind.KLACHT else SURE_IN_OBJECTION
    found = [each for each in case.reading.conduct if each.confidence >= least]
    if any("duurt_voort" in each.marks for each in found):
        return None, ""
    days = [
        (each.value, each.text)
        for each in found
        if isinstance(each.value, dt.date) and is_possible(each.value)
    ]
    return max(days, default=(None, ""))


def _filed(assessed: Assessed) -> dt.date:
    """Return when the complaint was made: as told, else as early as the letter itself says."""
    case = assessed.case
    received = case.arrival.received or case.today
    if case.received_source is not ReceivedSource.ASSUMED:
        return received
    return min(received, assessed.date(ElementId.DATUM) or received)
