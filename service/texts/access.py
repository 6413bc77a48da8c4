"""What the commands for keys, organisations and people say."""

KEY_MADE = (
    "Sleutel {id} is gemaakt. Het geheim staat hieronder en is later niet meer te zien: "
    "geef het veilig door aan het systeem dat het gebruikt."
)
KEY_REVOKED = "Sleutel {id} is ingetrokken."
KEY_IS_OVER = "verlopen of ingetrokken"
NO_KEYS = "Er zijn nog geen sleutels. Maak er een met `postkamer key create NAAM`."
NO_SUCH_KEY_OR_ORGANISATION = (
    "Deze sleutel of organisatie bestaat niet. Kijk met `postkamer key list` en "
    "`postkamer organisation list` welke er zijn."
)
ORGANISATION_MADE = "Organisatie {id} is toegevoegd."
FOUR_EYES = {
    "aan": "Bij {id} kijkt nu een jurist mee voordat de postkamer een brief verstuurt.",
    "uit": "Bij {id} verstuurt de postkamer brieven nu zonder akkoord van een jurist.",
}
NO_ORGANISATION = (
    "De organisatie {id} bestaat niet. Kijk met `postkamer organisation list` welke er zijn."
)
ORGANISATION_FAULTS = {
    "geen_id": "Een id bestaat uit kleine letters, cijfers en streepjes, zoals mijn-kantoor.",
    "bestaat_al": (
        "Er is al een organisatie met deze id. Kijk met `postkamer organisation list` en kies een "
        "andere."
    ),
}
INVITED = "Geef deze link door; hij werkt een keer, en drie dagen lang:"
NOBODY_TO_INVITE = (
    "Deze organisatie of dit e-mailadres bestaat niet. Kijk met `postkamer organisation list`, of "
    "laat --email weg voor iemand die nog geen account heeft."
)
ROLE = (
    "Wat diegene mag. mailroom is de postkamer: brieven toevoegen, nakijken en afhandelen; "
    "jurist: ook wat een jurist beslist; beheerder: ook alles in het beheer."
)
