"""What each profile asks for, copied by hand from the public description of the profiles."""

AWB = ("naam", "adres", "datum")
REQUIRED = {
    "bezwaar": {
        "awb": (*AWB, "besluit", "onderbouwing", "handtekening"),
        "gemeente": (*AWB, "besluit", "onderbouwing", "handtekening"),
        "zorg-en-zekerheid": (
            *AWB,
            "besluit",
            "onderbouwing",
            "handtekening",
            "bsn",
            "besluitdatum",
            "kenmerk",
        ),
        "vgz-zorgkantoor": (*AWB, "besluit", "onderbouwing", "handtekening", "relatienummer"),
        "ciz": (*AWB, "besluit", "onderbouwing", "handtekening", "besluitdatum", "kenmerk"),
    },
    "klacht": {
        "awb": (*AWB, "omschrijving", "handtekening"),
        "gemeente": (*AWB, "omschrijving", "handtekening"),
        "zorg-en-zekerheid": (*AWB, "omschrijving", "handtekening"),
        "ciz": (*AWB, "omschrijving", "handtekening"),
        "vgz-zorgkantoor": (
            *AWB,
            "omschrijving",
            "handtekening",
            "contactpersoon",
            "gericht_tegen",
            "tijdspad",
            "ondernomen",
            "resultaat",
        ),
        "klachtenportaal-zorg": ("naam", "omschrijving", "zorgaanbieder"),
        "klachtenloket-zorg": ("naam", "omschrijving", "zorgaanbieder"),
    },
}
PROFILES = tuple(sorted({*REQUIRED["bezwaar"], *REQUIRED["klacht"]}))


def required(kind: str, profile: str, *, pgb: bool) -> tuple[str, ...]:
    """Return the elements that a profile asks for in a letter of a kind."""
    if kind == "overig":
        return ()
    asked = REQUIRED[kind].get(profile, REQUIRED[kind]["awb"])
    if kind == "klacht" and profile == "vgz-zorgkantoor" and pgb:
        return (*asked, "relatienummer")
    return asked
