"""Say that the date on the decision stood in for its dispatch (Awb 3:41, 6:8)."""

from validators.case import Assessed
from validators.notices import warn
from validators.report import Notice, WindowVerdict
from validators.stappen import OutcomeCode
from validators.termijn import TriggerKind
from validators.window import judgement_of

CODE = "verzenddatum_aangenomen"
AFTER_THE_END = {
    WindowVerdict.TE_LAAT,
    WindowVerdict.OP_TIJD_VERZENDTHEORIE,
    WindowVerdict.PREMATUUR,
}


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn where it may matter: dispatch some days later could make the letter in time."""
    judgement = judgement_of(assessed.case)
    dated = judgement.trigger is not None and judgement.trigger.kind is TriggerKind.GEDATEERD
    matters = judgement.verdict in AFTER_THE_END or judgement.code is OutcomeCode.R0_VERZENDING
    return warn(CODE, when=dated and matters)
