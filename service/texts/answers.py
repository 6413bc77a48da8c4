"""What people read while they write a letter back: by code, in Dutch, with what to do next."""

from service.concepts import ConceptKind
from service.records.work import ConceptState, FollowUpKind

KINDS = {
    ConceptKind.ONTVANGSTBEVESTIGING: "Ontvangstbevestiging",
    ConceptKind.HERSTELVERZUIM: "Verzoek om aanvulling",
    ConceptKind.DOORZENDING: "Doorzending",
    ConceptKind.DOORZENDBERICHT: "Bericht over de doorzending",
}
# What each letter is for, beside its button.
MEANINGS = {
    ConceptKind.ONTVANGSTBEVESTIGING: "aan de afzender: uw brief is binnen, en wat er nu gebeurt",
    ConceptKind.HERSTELVERZUIM: "aan de afzender: wat er ontbreekt en tot wanneer (herstelverzuim)",
    ConceptKind.DOORZENDING: "aan de organisatie die erover gaat",
    ConceptKind.DOORZENDBERICHT: "aan de afzender: naar wie de brief is gestuurd",
}
STATES = {
    ConceptState.OPEN: "Concept",
    ConceptState.PROPOSED: "Wacht op akkoord van een jurist",
    ConceptState.APPROVED: "Akkoord, nog versturen",
    ConceptState.RETURNED: "Teruggestuurd door de jurist",
    ConceptState.SENT: "Verstuurd",
    ConceptState.DISCARDED: "Weggegooid",
}
FOLLOW_UPS = {FollowUpKind.HERSTEL: "aanvulling"}

# Why something cannot be done with a concept.
FAULTS = {
    "anderen": (
        "{name} heeft dit concept intussen gewijzigd. Hieronder staat uw tekst. Kijk hem na en "
        "bewaar hem opnieuw; dan geldt uw tekst."
    ),
    "anderen_eerst": (
        "Iemand heeft dit concept intussen gewijzigd. Lees het opnieuw en beslis dan."
    ),
    "verouderd": (
        "De brief van de afzender is opnieuw beoordeeld nadat dit concept is gemaakt. Maak het "
        "concept opnieuw, of kijk het na en kies dat de tekst blijft."
    ),
    "eerst_akkoord": (
        "Bij uw organisatie kijkt een jurist mee voordat deze brief de deur uit gaat. Leg hem voor."
    ),
    "wacht_op_akkoord": "Deze brief ligt bij een jurist. Wacht op het akkoord.",
    "niet_zelf": "U hebt deze brief zelf gemaakt. Laat een andere jurist ernaar kijken.",
    "niet_voorgelegd": "Deze brief ligt niet meer ter beoordeling. Laad de bladzijde opnieuw.",
    "geen_opmerking": "Schrijf op wat er anders moet, zodat de ander verder kan.",
    "klaar": "Deze brief is al verstuurd of weggegooid.",
    "niet_gelezen": "Deze brief wordt nog gelezen. Wacht tot dat klaar is.",
    "profiel_weg": "Het profiel van deze brief bestaat niet meer. Kies eerst een ander profiel.",
}

# What was done, above the page.
DONE = {
    "bewaard": "Bewaard.",
    "opnieuw": "De tekst is opnieuw gemaakt.",
    "gehouden": "U hebt gekozen dat de tekst blijft.",
    "weggegooid": "Het concept is weggegooid.",
    "verstuurd": "Vastgelegd dat de brief is verstuurd.",
    "verstuurd_wacht": (
        "Vastgelegd dat de brief is verstuurd. De laatste dag staat in de werklijst bij Wacht op "
        "antwoord."
    ),
    "doorgestuurd": ("Vastgelegd dat de brief is doorgestuurd. Vertel het nu ook aan de afzender."),
    "teruggenomen": "De brief is niet verstuurd. De tekst is weer een concept.",
    "voorgelegd": "De brief ligt nu bij een jurist. U ziet hem terug bij Akkoord.",
    "teruggehaald": "De brief ligt niet meer bij een jurist. U kunt hem weer wijzigen.",
    "akkoord": "U bent akkoord. De brief kan worden verstuurd.",
    "terug": "De brief is teruggestuurd, met uw opmerking.",
    "binnen": "Vastgelegd dat de aanvulling er is. Vul nu hieronder in wat u kreeg.",
    "binnen_brief": (
        "Vastgelegd dat de aanvulling er is. Die brief zelf staat nu bij Afgehandeld. Vul nu "
        "hieronder in wat u kreeg."
    ),
    "wacht_weer": "Ongedaan gemaakt. De brief wacht weer op een aanvulling.",
    "niets": "Vastgelegd dat er niets kwam. De brief wacht niet meer op antwoord.",
}

# The fields of a letter.
BLOCKS = {
    "heading": "Tussenkop",
    "paragraph": "Alinea",
    "items": "Lijst, een punt per regel",
    "lines": "Regels onder elkaar",
}
TO_FILL_IN = "Vul in wat tussen de haken staat."

# In the work list.
WAITS = "Aanvulling verwacht tot en met {day}"
WAITS_NO_MORE = "Hersteltermijn verlopen op {day}; nog geen aanvulling vastgelegd"
CAME = "De aanvulling kwam op {day}. Vastgelegd door {name}, {moment}."
NOTHING_CAME = "Er kwam geen aanvulling. Vastgelegd door {name}, {moment}."
SOMEONE_GONE = "iemand die hier niet meer werkt"
