"""The Dutch sentences about a file that could not be read, by code."""

ERRORS: dict[str, str] = {
    "onleesbaar": "Dit bestand kan niet worden gelezen. Scan de brief opnieuw.",
    "leeg_bestand": "Dit bestand is leeg. Scan de brief opnieuw of vraag het bestand opnieuw.",
    "geen_document": (
        "Dit is geen brief die gelezen kan worden. Lever een PDF, TIFF, JPEG of PNG aan. Sla een "
        "Word-bestand of tekst eerst op als PDF en een foto van een iPhone (HEIC) als JPEG, en pak "
        "een ZIP eerst uit."
    ),
    "beschadigd": "Dit bestand is beschadigd. Scan de brief opnieuw of vraag het bestand opnieuw.",
    "wachtwoord_nodig": (
        "Dit bestand is beveiligd met een wachtwoord. Vraag een versie zonder wachtwoord."
    ),
    "geen_paginas": "Dit bestand heeft geen pagina's. Scan de brief opnieuw.",
    "te_groot": "Een pagina of beeld in dit bestand is te groot. Scan de brief op A4, 300 dpi.",
    "te_veel_paginas": "Dit bestand heeft te veel pagina's. Splits het in kleinere bestanden.",
    "niets_te_lezen": "In dit bestand staat niets leesbaars. Kijk of de scan goed is gelukt.",
    "inhoud_elders": (
        "Dit PDF-bestand laat alleen in Adobe Reader zien wat erin staat. Open het daar, druk het "
        "af naar een gewone PDF en lever die aan."
    ),
    "tijd_op": "Het lezen duurde te lang en is gestopt. Splits het bestand of scan het opnieuw.",
}
UNKNOWN_ERROR = "Dit bestand kon niet worden verwerkt. Lees de brief zelf en meld dit."


def error_text(code: str) -> str:
    """Return the sentence of an error code; one that is not known gets a general one."""
    return ERRORS.get(code, UNKNOWN_ERROR)
