"""The signs of letters back in the work list."""

from service.records.work import ConceptState
from service.texts import answers as texts
from service.web.pages.words import Sign

APPROVALS = {
    ConceptState.PROPOSED: Sign(texts.STATES[ConceptState.PROPOSED], "●", "info"),
    ConceptState.APPROVED: Sign(texts.STATES[ConceptState.APPROVED], "✓", "ok"),
    ConceptState.RETURNED: Sign(texts.STATES[ConceptState.RETURNED], "↩", "error"),
}
