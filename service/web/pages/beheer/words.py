"""The Dutch words of administration, by code."""

from service.ports.jobs import WhyDead, Work
from service.records.people import Role, Scope
from service.records.retention import Outcome

MENU = (
    ("/beheer", "Stand van zaken"),
    ("/beheer/profielen", "Profielen"),
    ("/beheer/mensen", "Gebruikers"),
    ("/beheer/sleutels", "API-sleutels"),
    ("/beheer/kanalen", "Kanalen"),
    ("/beheer/apart", "Apart gelegd"),
    ("/beheer/bewaren", "Bewaartermijnen"),
    ("/beheer/vernietigen", "Vernietigen"),
)
DONE = {
    "gezien": "De melding is weg.",
    "profiel": "De nieuwe versie geldt voor elke brief die vanaf nu wordt gelezen.",
    "rol": "De rol is veranderd. Zij geldt meteen.",
    "gesloten": "Het account is gesloten. Deze gebruiker kan niet meer inloggen.",
    "heropend": "Het account is weer open. Deze gebruiker kan weer inloggen.",
    "ingetrokken": "De sleutel is ingetrokken. Zij geeft meteen geen toegang meer.",
    "aan": "Het kanaal staat aan. Wat wachtte wordt nu bezorgd.",
    "uit": "Het kanaal staat uit. Wat ervoor klaarstaat wacht.",
    "verwijderd": "Het kanaal is verwijderd.",
    "opnieuw": "De bezorging gaat opnieuw op weg.",
    "alles_opnieuw": "Alles wat was opgegeven gaat opnieuw op weg.",
    "vervallen": "De bezorging is vervallen.",
    "weer_geprobeerd": "Postkamer probeert het opnieuw.",
    "laten_rusten": "Het is van de lijst. De brief en zijn rapport blijven bewaard.",
    "bewaren": "De bewaartermijnen zijn vastgelegd.",
    "voorgesteld": "Het voorstel ligt klaar voor een andere beheerder.",
    "goedgekeurd": "Het voorstel is goedgekeurd en wordt binnen een dag uitgevoerd.",
    "voorstel-ingetrokken": "Het voorstel is ingetrokken.",
}
ROLES = {
    Role.MAILROOM: "Postkamer",
    Role.JURIST: "Jurist",
    Role.BEHEERDER: "Beheerder",
}
ROLE_MEANINGS = {
    Role.MAILROOM: "brieven toevoegen, nakijken en afhandelen",
    Role.JURIST: "wat de postkamer mag, en wat een jurist beslist",
    Role.BEHEERDER: "wat een jurist mag, en alles in dit beheer",
}
OWN_ACCOUNT = (
    "Dit is uw eigen account. Vraag een andere beheerder om dit te doen; zo sluit niemand zichzelf "
    "buiten."
)
SCOPES = {
    Scope.UPLOAD: "brieven sturen",
    Scope.READ: "brieven en rapporten ophalen",
    Scope.ADMIN: "sleutels en kanalen beheren",
    Scope.DESTROY: "brieven vernietigen",
}
KEY_FAULTS = {
    "naam": "Vul in voor welk systeem de sleutel is.",
    "rechten": "Kies ten minste één recht.",
    "dagen": "Vul een heel aantal dagen in, van 1 tot 3650, of laat het leeg.",
}
ROTATE_HOURS = 24
CHECKS = {
    "database": ("Database", "De database werkt en heeft de goede tabellen."),
    "originelen": ("Originelen", "De originele brieven kunnen worden bewaard en gelezen."),
    "schijf": ("Schijf", "Er is genoeg ruimte op de schijf."),
    "wachtrij": ("Wachtrij", "Geen brief wacht te lang op lezen."),
    "bewaker": ("Vaste taken", "Mappen, mailboxen en bezorging worden op tijd nagelopen."),
}
FAULTS = {
    "niet bereikbaar": "Dit is niet te bereiken. Kijk of de server en het netwerk werken.",
    "andere versie": "De tabellen zijn van een andere versie. Start Postkamer opnieuw.",
    "bijna vol": "De schijf is bijna vol. Maak ruimte vrij; anders kan er geen post meer in.",
    "een brief wacht te lang": (
        "Er wordt niet gelezen. Kijk of het proces `worker` draait en wat het logboek zegt."
    ),
    "niet gehoord": "Het proces `keeper` draait niet. Start Postkamer opnieuw.",
}
WORK = {Work.READ: "Brieven lezen", Work.DELIVER: "Rapporten bezorgen"}
# What waits, with the page on which it is seen.
WAITING = (
    ("Brieven die nog worden gelezen", "/?groep=lezen"),
    ("Rapporten die nog worden bezorgd", "/beheer/kanalen"),
    ("Rapporten die niet konden worden bezorgd", "/beheer/kanalen"),
)
STRANDED = "Het lezen brak te vaak af"
WHY = {
    WhyDead.CRASHED: "Het werk brak steeds af",
    WhyDead.FAILED: "Het werk ging steeds mis",
    WhyDead.AWAY: "Wat ervoor nodig is, bleef onbereikbaar",
    WhyDead.UNREADABLE: "De opdracht is van een andere versie",
}
OUTCOMES = {
    Outcome.BEZWAAR: "Bezwaren",
    Outcome.KLACHT: "Klachten",
    Outcome.OVERIG: "Andere brieven",
    Outcome.UNREAD: "Brieven die niet te lezen waren",
}
WRONG_MONTHS = "Vul bij elke soort een heel aantal maanden in, van 1 tot 1200, of laat het leeg."
CONTENTS = {
    "verwijzing": "alleen waar het rapport is op te halen",
    "rapport": "het hele rapport, met persoonsgegevens",
}
NOT_A_PROFILE = "Kies een bestand dat op .toml eindigt en niet groter is dan 200 kB."
NOT_TEXT = "Dit bestand is geen tekst in UTF-8. Bewaar het als platte tekst en kies het opnieuw."
