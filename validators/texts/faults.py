"""The Dutch sentences about a faulty profile file, by code."""

# What is wrong in a profile file; the file and the line stand in front of it.
FAULTS: dict[str, str] = {
    "geen_toml": (
        "deze regel is niet te lezen: {regel}. Kijk naar de aanhalingstekens, de haakjes en het "
        "teken =."
    ),
    "dubbel": 'de sleutel "{key}" staat er twee keer; haal er een weg',
    "onbekende_sleutel": 'onbekende sleutel "{key}"{waar}; bekend zijn: {bekend}',
    "sleutel_hoort_boven": (
        'de sleutel "{key}" hoort boven in het bestand, voor de eerste regel met [ ]; '
        "bekend{waar} zijn: {bekend}"
    ),
    "ontbreekt": 'de sleutel "{key}" ontbreekt{waar}',
    "onbekend_element": "onbekend element {waarde} in {key}; bekend zijn: {bekend}",
    "kies": "{waarde} kan niet bij {key}; kies uit: {bekend}",
    "te_klein": "{key} moet {grens} of meer zijn",
    "te_groot": "{key} moet {grens} of minder zijn",
    "leeg": "{key} is leeg; vul iets in of haal de regel weg",
    "moet_tekst": 'in {key} hoort tekst tussen aanhalingstekens, niet {waarde}: {key} = "..."',
    "moet_lijst": 'in {key} hoort een lijst, niet {waarde}: {key} = ["...", "..."]',
    "moet_getal": "in {key} hoort een getal zonder aanhalingstekens, niet {waarde}",
    "moet_deel": "{key} is een deel met eigen regels; zet [{key}] op een regel erboven",
    "moet_delen": "{key} bestaat uit delen met eigen regels; zet [[{key}]] boven elk deel",
    "moet_anders": "{key} kan niet {waarde} zijn",
    "postcode": "de postcode {waarde} klopt niet; schrijf hem als 2300 AK",
    "patroon": "{waarde} is geen geldig patroon (reguliere expressie)",
    "patroon_leeg": "het patroon {waarde} past op alles; maak het preciezer",
    "adres": "geef bij een adres een postbus of een straat, en niet allebei",
    "twee_keer_gevraagd": "{elementen} staat in wettelijk en in organisatie; kies er een",
    "niet_gevraagd": "only_with noemt {elementen}, maar dat wordt niet gevraagd",
    "machtiging": (
        "een machtiging vraagt Postkamer zelf, als iemand anders schrijft; haal haar hier weg"
    ),
    "duur": "geef bij een belofte days of working_days, en niet allebei",
    "geen_soort": "een profiel heeft een deel [bezwaar], een deel [klacht] of allebei nodig",
    "naam_bestand": (
        "de naam van het bestand is de naam van het profiel; gebruik alleen kleine letters, "
        "cijfers en streepjes, en .toml aan het eind"
    ),
    "onbekend_profiel": 'profiel "{key}" bestaat niet; kies uit: {bekend}',
}


def fault_text(code: str, **values: str) -> str:
    """Return the sentence of a fault in a profile file with its values filled in."""
    return FAULTS[code].format(**values)
