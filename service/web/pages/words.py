"""The Dutch words of the pages, by code."""

LOGIN = {
    "verkeerd": (
        "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het "
        "opnieuw. Wachtwoord vergeten? Vraag de beheerder om een nieuwe uitnodiging."
    ),
    "te_vaak": (
        "Er is te vaak een verkeerd wachtwoord ingevuld. "
        "Probeer het over {minutes} minuten opnieuw."
    ),
    "niet_toegelaten": (
        "Uw organisatie heeft u geen rol in Postkamer gegeven. Vraag de beheerder om toegang."
    ),
    "mislukt": "Het inloggen bij uw organisatie is niet gelukt. Probeer het opnieuw.",
}
FIELDS = {
    "naam_leeg": "Vul uw naam in.",
    "geen_adres": "Vul uw e-mailadres in, zoals naam@organisatie.nl.",
    "bestaat_al": "Met dit e-mailadres is al een account. Log daarmee in, of vul een ander in.",
    "te_kort": "Kies een wachtwoord van ten minste 12 tekens, bijvoorbeeld vier losse woorden.",
    "te_lang": "Kies een wachtwoord van ten hoogste 200 tekens.",
    "te_makkelijk": (
        "Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier losse woorden."
    ),
}
