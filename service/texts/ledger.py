"""The Dutch words of the page ledger; each fault says what to do."""

from service.records.ledger import LedgerCode

COUNTED = (
    "{files} bestanden met {letters} brieven en {pages} bladzijden; {unread} bestanden konden niet "
    "worden gelezen en liggen bij een mens. {reports} rapporten, {originals} originelen."
)
WHOLE = "Alles klopt."
NOT_WHOLE = "{count} dingen kloppen niet:"
FAULTS = {
    LedgerCode.ORIGINAL_GONE: (
        "Een origineel is weg. Zet het terug uit de back-up (`postkamer backup --check`)."
    ),
    LedgerCode.ORPHAN: (
        "Een bewaard bestand hoort bij geen enkele brief. Draait `postkamer keeper`? Die ruimt op."
    ),
    LedgerCode.LIES_STILL: (
        "Een brief ligt al een dag te wachten. Kijk met `postkamer queue list` of het lezen werkt."
    ),
    LedgerCode.WITHOUT_REPORT: (
        "Een gelezen brief heeft geen rapport. Meld dit aan de beheerder van Postkamer."
    ),
    LedgerCode.WITHOUT_EVENT: (
        "Een rapport staat niet in de feed. Meld dit aan de beheerder van Postkamer."
    ),
    LedgerCode.WITHOUT_DELIVERY: (
        "Een rapport is niet klaargezet voor een kanaal dat de zending noemde. Haal het op met de "
        "feed en meld dit aan de beheerder van Postkamer."
    ),
    LedgerCode.DELIVERY_LIES_STILL: (
        "Een bezorging wacht al een dag langer dan zij moest. Draait `postkamer worker`?"
    ),
    LedgerCode.PAGES: (
        "Een bladzijde van dit bestand zit in geen brief of in twee. Bekijk het bestand zelf."
    ),
}
REASSESSED = (
    "{all} brieven opnieuw beoordeeld: {same} gelijk, {other} anders. {left} niet, omdat er niets "
    "van is gelezen of een oudere versie ze las; laat die opnieuw lezen."
)
REASSESSED_SHOWN = "Er is niets veranderd. Met --apply worden de nieuwe rapporten bewaard."
REASSESSED_KEPT = "De nieuwe rapporten zijn bewaard en worden bezorgd."
