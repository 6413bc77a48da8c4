"""The words about profiles of organisations."""

NO_PROFILES = (
    "De map voor eigen profielen {folder} kan niet worden gelezen. Maak de map, geef leesrecht, "
    "of haal de omgevingsvariabele POSTKAMER_PROFILES weg."
)
WRONG_PROFILES = (
    "In de map voor eigen profielen {folder} staat iets dat niet kan. Herstel dit:\n{faults}"
)
NO_PROFILE_FILE = "{path}: kan niet worden gelezen. Controleer de naam en het leesrecht."

PROFILE_GOOD = "{path}: goed"
PROFILE_COLUMNS = ("id", "naam", "brieven", "wet", "herkomst")
PROFILE_OWN = "eigen profiel"
PROFILE_SHIPPED = "hoort bij Postkamer"
LAWS = {
    "awb": "Algemene wet bestuursrecht (Awb)",
    "wkkgz": "Wet kwaliteit, klachten en geschillen zorg (Wkkgz)",
}
BODIES = {"zorgkantoor": "de zorgkantoren", "gemeente": "de gemeenten"}
REPAIR = "Stuur uw aanvulling naar {to}."

NO_SUCH_PROFILE = 'Het profiel "{name}" bestaat niet. Kies uit {known}.'
