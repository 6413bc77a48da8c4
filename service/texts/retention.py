"""The Dutch words of destroying letters that are past their terms: page, command, list."""

from collections.abc import Mapping

from service.records.retention import Outcome, ProposalState, WhyKept

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.BEZWAAR: "Bezwaar",
    Outcome.KLACHT: "Klacht",
    Outcome.OVERIG: "Andere post",
    Outcome.UNREAD: "Niet te lezen",
}
STATES: Mapping[ProposalState, str] = {
    ProposalState.PROPOSED: "wacht op een andere beheerder",
    ProposalState.APPROVED: "goedgekeurd; wordt binnen een dag uitgevoerd",
    ProposalState.WITHDRAWN: "ingetrokken",
    ProposalState.DONE: "uitgevoerd",
}
KEPT: Mapping[WhyKept, str] = {
    WhyKept.AGAIN: "bewaard: weer in behandeling, of de termijn is langer gemaakt",
    WhyKept.STARTED: "bewaard: er hoort nu een brief bij die niet op de lijst staat",
}
DESTROYED = "vernietigd"
WAITS = "nog niet"
ONE_AT_A_TIME = "Er ligt al een voorstel. Laat dat eerst goedkeuren, of trek het in."
NOTHING = "Er zijn nu geen brieven die vernietigd mogen worden."
NOT_YOUR_OWN = "U deed dit voorstel zelf. Laat een andere beheerder het goedkeuren."
NOT_OPEN = "Over dit voorstel is al beslist."
SURE = (
    "{count} brieven vernietigen, met alles wat ervan bewaard is? Dat kan niet ongedaan worden "
    "gemaakt. Het gebeurt binnen een dag; wat dan weer in behandeling is, blijft bewaard."
)
APPROVE = "Ja, vernietig deze brieven"
TITLE = "Verklaring van vernietiging"
SUBTITLE = "{count} brieven vernietigd, {kept} bewaard gebleven"
FOOTER = "Verklaring van vernietiging {id}"
FACTS = ("Wat", "")
PROPOSED_BY = "Voorgesteld door"
DECIDED_BY = "Goedgekeurd door"
DONE_AT = "Uitgevoerd op"
LETTERS = "De brieven"
COLUMNS = ("brief", "soort", "binnen", "afgehandeld", "termijn (maanden)", "wat ervan werd")
PLANNED = (
    "{organisation}: {going} brieven mogen weg, {staying} zijn over de termijn en blijven nog."
)
NO_PLAN = "{organisation}: geen brieven over de termijn."
HOW = "Stel het voor bij Beheer > Vernietigen; een andere beheerder keurt het goed."
NO_RUN = "Er is geen goedgekeurd voorstel."
RAN = "{organisation}: {destroyed} brieven vernietigd, {kept} bewaard gebleven (lijst {id})."
SOMEONE_GONE = "iemand wiens account weg is"
