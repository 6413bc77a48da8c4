"""Rulings beside the deadline vectors: what a court said about these dates."""

import datetime as dt
from typing import NamedTuple

import pytest

from validators.oordeel import judge
from validators.report import Rule, WindowVerdict
from validators.termijn import Arrival, Trigger, TriggerKind

SENT, DATED = TriggerKind.VERZONDEN, TriggerKind.GEDATEERD


class Ruling(NamedTuple):
    source: str
    kind: TriggerKind
    start: str
    received: str
    postmarked: str | None
    rule: Rule
    verdict: WindowVerdict


# Where a summary leaves a day open, the row takes the day that makes the case hardest.
RULINGS = [
    # A decision dated 23-11-2016 was not shown to be sent then; the court took it that it was sent
    # shortly before it arrived on 05-02-2017, and the objection of 27-02-2017 was in time.
    Ruling(
        "CRvB 03-04-2019, ECLI:NL:CRVB:2019:1174 (CIZ), on the date alone",
        *(DATED, "2016-11-23", "2017-02-27", None, Rule.R0, WindowVerdict.ONBEKEND),
    ),
    Ruling(
        "CRvB 03-04-2019, ECLI:NL:CRVB:2019:1174 (CIZ), as the court saw it",
        *(SENT, "2017-02-05", "2017-02-27", None, Rule.R2, WindowVerdict.OP_TIJD),
    ),
    # Sent 07-03-2002, posted 16-04-2002, received within a week after the end (18-04-2002).
    Ruling(
        "CRvB 15-09-2004, LJN AQ8176",
        *(SENT, "2002-03-07", "2002-04-25", "2002-04-16"),
        *(Rule.R5, WindowVerdict.OP_TIJD_VERZENDTHEORIE),
    ),
    # Stamped 14-04-2009 (the last day at the latest), received 17-04-2009: in time, although
    # stamped too little. Tuesday after Easter: an end on Goede Vrijdag moves there.
    Ruling(
        "CRvB 2010, LJN BO1542",
        *(SENT, "2009-02-27", "2009-04-17", "2009-04-14"),
        *(Rule.R5, WindowVerdict.OP_TIJD_VERZENDTHEORIE),
    ),
    # Decision of 03-12-2014, letter dated 10-01-2015, posted 14-03-2015, received 16-03-2015.
    Ruling(
        "CRvB 22-11-2017, ECLI:NL:CRVB:2017:4076 (zorgkantoor)",
        *(SENT, "2014-12-03", "2015-03-16", "2015-03-14", Rule.R4, WindowVerdict.TE_LAAT),
    ),
    # Decision received 20-02-2020, so sent then at the latest; objection of 14-04-2020.
    Ruling(
        "Rb. Noord-Nederland 15-10-2021, ECLI:NL:RBNNE:2021:4418",
        *(SENT, "2020-02-20", "2020-04-14", None, Rule.R4, WindowVerdict.TE_LAAT),
    ),
    # Decision of the CIZ of 30-06-2020, sent that day; letter of 24-08-2020 (appeal, same term).
    Ruling(
        "Rb. Zeeland-West-Brabant 10-12-2020, ECLI:NL:RBZWB:2020:7123 (CIZ)",
        *(SENT, "2020-06-30", "2020-08-24", None, Rule.R4, WindowVerdict.TE_LAAT),
    ),
]


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: ruling.source)
def test_verdict_is_that_of_the_court(ruling: Ruling) -> None:
    day = dt.date.fromisoformat
    stamp = day(ruling.postmarked) if ruling.postmarked else None
    found = judge([Trigger(day(ruling.start), ruling.kind)], Arrival(day(ruling.received), stamp))
    assert (found.rule, found.verdict) == (ruling.rule, ruling.verdict)
