"""The words about folders and mailboxes that are watched, and the notes beside files."""

from collections.abc import Sequence

NO_DOORS = (
    "Er staat geen map ([[watch]]) en geen mailbox ([[mailbox]]) in de instellingen. "
    "Zie docs/post-binnenhalen.md."
)
DOOR_FULL = "Er is geen ruimte meer om brieven te bewaren. Maak ruimte vrij en probeer het opnieuw."
DOOR_ELSEWHERE = "Een andere machine loopt hier nu langs."

# What lies beside files that were put away.
FILE_GONE = (
    "Het bestand zelf is na het inlezen weggehaald of vervangen. De brief is wel ingelezen; het "
    "rapport komt hiernaast.\n"
)
OUTSIDE = (
    "regel {line}: {file} ligt buiten de map. Noem alleen bestanden in de map van het manifest."
)


def wrong_file(faults: Sequence[tuple[str, str]], *, is_partly: bool) -> str:
    """Return the note beside a file that needs a person: what is wrong in it and what to do."""
    lines = [f"- {name}\n  {message}" for name, message in faults]
    rest = (
        "De andere brieven in dit bestand zijn wel verwerkt. Bied alleen opnieuw aan wat hierboven "
        "staat, anders komen zij dubbel binnen."
        if is_partly
        else "Is het verholpen, zet het bestand dan opnieuw in de map waar het vandaan kwam."
    )
    return "\n".join(
        ["Postkamer kon dit bestand niet (helemaal) verwerken.", "", *lines, "", rest, ""]
    )


def wrong_manifest(fault: str) -> str:
    """Return the note about a manifest that is wrong."""
    return (
        f"Dit manifest klopt niet:\n\n- {fault}\n\n"
        "De brieven in de map waar het in staat wachten. Verbeter het manifest daar, of haal het "
        "weg; dan worden zij vanzelf ingelezen en verdwijnt dit briefje.\n"
    )
