"""A line of reasoning as data: what is established, the dates it is about, the article it rests on.

Each code has its sentence in `termijn_texts`. Nothing is decided here.

>>> step = Step(StepCode.EERSTE_DAG, (dt.date(2026, 10, 2),), ("Awb 6:8 lid 1",))
>>> step.text
'De termijn begint op 2 oktober 2026, de dag daarna.'
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from validators.report import Rule, WindowVerdict
from validators.termijn_texts import step_text
from validators.texts.days import date_text


class StepCode(StrEnum):
    """A step on the way to a verdict about the objection term."""

    # which date starts the term
    VERZONDEN = "verzonden"
    BEKENDGEMAAKT = "bekendgemaakt"
    GEDATEERD = "gedateerd"
    ALLEEN_ONTVANGEN = "alleen_ontvangen"
    VOORBIJGEGAAN = "voorbijgegaan"
    # until when it runs
    EERSTE_DAG = "eerste_dag"
    ZES_WEKEN = "zes_weken"
    WEEKEND = "weekend"
    FEESTDAG = "feestdag"
    KB_DAG = "kb_dag"
    LAATSTE_DAG = "laatste_dag"
    # when the letter came in
    ONTVANGEN = "ontvangen"
    ELDERS_ONTVANGEN = "elders_ontvangen"
    ONTVANGST_AANGENOMEN = "ontvangst_aangenomen"
    # the post rule
    NIET_PER_POST = "niet_per_post"
    STORING = "storing"
    WEEK_ERNA = "week_erna"
    WEEK_VERLENGD = "week_verlengd"
    POSTSTEMPEL = "poststempel"
    POSTSTEMPEL_ONMOGELIJK = "poststempel_onmogelijk"
    GEEN_POSTSTEMPEL = "geen_poststempel"
    VRIJE_DAGEN_ERTUSSEN = "vrije_dagen_ertussen"
    WERKDAGEN_ERNA = "werkdagen_erna"


class OutcomeCode(StrEnum):
    """Where the reasoning ends: a row of the decision table, or why no row can be relied on."""

    R0_GEEN_ONTVANGST = "R0_geen_ontvangst"
    R0_GEEN_BESLUITDATUM = "R0_geen_besluitdatum"
    R0_ALLEEN_ONTVANGST = "R0_alleen_ontvangst"
    R0_ZWAK = "R0_zwak"
    R0_MEERDERE = "R0_meerdere"
    R0_AANGENOMEN = "R0_aangenomen"
    R0_VERZENDING = "R0_verzending"
    R0_JAAR = "R0_jaar"
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R3_STORING = "R3_storing"
    R4 = "R4"
    R5 = "R5"
    R6 = "R6"
    R7 = "R7"
    R7_ONBEKEND = "R7_onbekend"
    R8 = "R8"
    R9 = "R9"
    ZELFDE_UITKOMST = "zelfde_uitkomst"
    KLACHT = "klacht"
    NIET_TIJDIG = "niet_tijdig"
    OVERIG = "overig"


class RemarkCode(StrEnum):
    """What is odd about the dates themselves: to check, whatever the verdict."""

    BESLUIT_NA_ONTVANGST = "besluit_na_ontvangst"
    BESLUIT_LANG_GELEDEN = "besluit_lang_geleden"
    BESLUIT_OP_VRIJE_DAG = "besluit_op_vrije_dag"
    VERZONDEN_VOOR_BESLUIT = "verzonden_voor_besluit"
    VOOR_DE_AWB = "voor_de_awb"
    POSTSTEMPEL_NA_ONTVANGST = "poststempel_na_ontvangst"
    POSTSTEMPEL_VOOR_BESLUIT = "poststempel_voor_besluit"
    POSTSTEMPEL_TELT_NIET = "poststempel_telt_niet"
    STORING_TELT_NIET = "storing_telt_niet"
    ELDERS_NA_ONTVANGST = "elders_na_ontvangst"
    IN_DE_TOEKOMST = "in_de_toekomst"
    EERSTE_VAN_MEER = "eerste_van_meer"
    HERSTELD_VOOR_VERZOEK = "hersteld_voor_verzoek"
    GEDRAGING_NA_KLACHT = "gedraging_na_klacht"
    GEDRAGING_LANG_GELEDEN = "gedraging_lang_geleden"
    KB_DAGEN_ONBEKEND = "kb_dagen_onbekend"


@dataclass(frozen=True, slots=True)
class Step:
    """One line: its code, its dates in the order of the sentence, its articles."""

    code: StrEnum
    dates: tuple[dt.date, ...] = ()
    basis: tuple[str, ...] = ()
    detail: str = ""  # the name of a free day, the number of working days
    verdict: WindowVerdict | None = None  # of the last line about a date, and of the last of all
    rule: Rule | None = None

    @property
    def text(self) -> str:
        """The sentence, in plain Dutch."""
        return step_text(self.code, *map(date_text, self.dates), detail=self.detail)
