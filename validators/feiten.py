"""What is known of a letter and its handling, and the days that follow from it, as values.

Nothing is calculated here but the move of a term to a working day. A follow-up keeps the day it is
counted from, its length and the free days that moved it, so that a jurist can check it.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from validators.feestdagen import add_days, has_kb_data, next_working_day
from validators.profile import Profile
from validators.report import Deadline, Intent, Kind
from validators.stappen import Step
from validators.termijn import Term, skipped_steps


class What(StrEnum):
    """What must or may have been done by a certain day; promises of a profile add their own."""

    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    HERSTEL = "herstel"
    BESLISSING_OP_BEZWAAR = "beslissing_op_bezwaar"
    BESLISSING_NA_VERDAGING = "beslissing_na_verdaging"
    AFGESPROKEN_UITSTEL = "afgesproken_uitstel"
    ADVIES_ZORGINSTITUUT = "advies_zorginstituut"
    BESLUIT_ZONDER_DWANGSOM = "besluit_zonder_dwangsom"
    EERSTE_DWANGSOMDAG = "eerste_dwangsomdag"
    LAATSTE_DWANGSOMDAG = "laatste_dwangsomdag"
    DWANGSOMBESLUIT = "dwangsombesluit"
    KLACHT_INDIENEN = "klacht_indienen"
    BERICHT_NIET_IN_BEHANDELING = "bericht_niet_in_behandeling"
    AFHANDELING_KLACHT = "afhandeling_klacht"
    AFHANDELING_NA_VERDAGING = "afhandeling_na_verdaging"
    VERZOEK_OMBUDSMAN = "verzoek_ombudsman"
    OORDEEL_ZORGAANBIEDER = "oordeel_zorgaanbieder"
    OORDEEL_NA_VERLENGING = "oordeel_na_verlenging"
    GESCHIL_VOORLEGGEN = "geschil_voorleggen"
    UITSPRAAK_GESCHIL = "uitspraak_geschil"


class Nature(StrEnum):
    """Why a day matters: who set it, and whether anything must be done."""

    WET = "wet"  # the law demands it by this day
    TOEZEGGING = "toezegging"  # the organisation promises it on its page
    RICHTLIJN = "richtlijn"  # the law asks for it but names no term
    MOGELIJKHEID = "mogelijkheid"  # what the law still allows, or the next step of the sender


class NoteCode(StrEnum):
    """What must be said beside a follow-up: an open question of law, a condition."""

    GEEN_WETTELIJKE_TERMIJN = "geen_wettelijke_termijn"
    HERSTEL_LOOPT = "herstel_loopt"
    HERSTEL_OP_TIJD = "herstel_op_tijd"
    HERSTEL_NA_TERMIJN = "herstel_na_termijn"
    HERSTEL_VRIJE_DAG = "herstel_vrije_dag"
    OPSCHORTING = "opschorting"
    OPSCHORTING_VOOR_BEGIN = "opschorting_voor_begin"
    OPSCHORTING_NA_EINDE = "opschorting_na_einde"
    LATERE_DATUM = "latere_datum"
    VERDAGEN = "verdagen"
    VERDAGING_ATW = "verdaging_atw"
    ADVIES_GEEN_ATW = "advies_geen_atw"
    ADVIES_COMPLEET = "advies_compleet"
    DWANGSOM_BEDRAG = "dwangsom_bedrag"
    DWANGSOM_BEDRAG_ONZEKER = "dwangsom_bedrag_onzeker"
    DWANGSOM_EERSTE_DAG = "dwangsom_eerste_dag"
    INGEBREKESTELLING_TE_VROEG = "ingebrekestelling_te_vroeg"
    INGEBREKESTELLING_ONZEKER = "ingebrekestelling_onzeker"
    INGEBREKESTELLING_BESLISTERMIJN = "ingebrekestelling_beslistermijn"
    INGEBREKESTELLING_OP_TIJD = "ingebrekestelling_op_tijd"
    KLACHT_OUDER_DAN_EEN_JAAR = "klacht_ouder_dan_een_jaar"
    KLACHT_BINNEN_EEN_JAAR = "klacht_binnen_een_jaar"
    SCHRIKKELDAG = "schrikkeldag"
    KLACHT_DOORGEZONDEN = "klacht_doorgezonden"
    ALLEEN_BIJ_WEIGERING = "alleen_bij_weigering"
    WKKGZ_BEGIN = "wkkgz_begin"
    VERLENGEN = "verlengen"
    ALLEEN_MET_INSTEMMING = "alleen_met_instemming"
    WERKDAGEN = "werkdagen"
    KB_DAGEN_LATER = "kb_dagen_later"


@dataclass(frozen=True, slots=True)
class Repair:
    """A request to repair what is missing (Awb 6:6), and what came of it."""

    asked: dt.date
    received: dt.date | None = None  # the day on which the repair came in
    printed: dt.date | None = None  # the last day named in the request, when known
    days: int = 14  # the usual length, when no day was printed


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a letter and its handling; a day that is not known is None."""

    profile: Profile
    kind: Kind
    intents: tuple[Intent, ...] = ()
    received: dt.date | None = None  # at this organisation
    elsewhere: dt.date | None = None  # at the body that sent it on
    last_day: dt.date | None = None  # of the objection term
    has_committee: bool | None = None  # advisory committee; None: as the profile says
    repair: Repair | None = None
    is_adjourned: bool = False
    agreed: dt.date | None = None  # the day that the sender agreed to, after all other terms
    is_advised: bool = False  # the Zorginstituut was asked for advice (Wlz 10.3.1)
    advice_complete: dt.date | None = None  # the Zorginstituut had all documents
    in_default: dt.date | None = None  # receipt of the ingebrekestelling
    conduct: dt.date | None = None  # the day that a complaint is about
    closed: dt.date | None = None  # the day of the message that ended the complaint
    provider_told: dt.date | None = None  # a care complaint reached the provider
    dispute: dt.date | None = None  # a dispute was put to the geschilleninstantie


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day that follows, with all that is needed to check it."""

    what: str
    nature: Nature
    term: Term  # from the day that is counted from
    length: str  # in words: "6 weken"
    basis: tuple[str, ...]
    possible: dt.date | None = None  # a later day that can be defended: an open question
    notes: tuple[Step, ...] = ()

    @property
    def due(self) -> dt.date:
        """The day for the work list: the earliest that can be defended."""
        return self.term.last_day

    @property
    def moved(self) -> tuple[Step, ...]:
        """The free days over which the end moved on."""
        return tuple(skipped_steps(self.term))

    @property
    def is_uncertain(self) -> bool:
        """Tell whether the days on which it depends are not all known to be free or not."""
        return not all(has_kb_data(day.year) for day in (self.term.nominal, self.due))

    def as_deadline(self) -> Deadline:
        """Return it as the report has it."""
        return Deadline(what=self.what, due=self.due, basis=self.basis)


def moved_term(start: dt.date, days: int) -> Term:
    """Return a statutory term of so many days from the day after `start` (Atw art. 1)."""
    nominal = add_days(start, days)
    return Term(start, nominal, next_working_day(nominal))


def fixed_term(start: dt.date, end: dt.date) -> Term:
    """Return a term that the Atw does not move: a promise, or one of Atw art. 4."""
    return Term(start, end, end)


def note(code: NoteCode, *dates: dt.date, detail: str = "", basis: tuple[str, ...] = ()) -> Step:
    """Make a remark beside a follow-up."""
    return Step(code, dates, basis, detail)
