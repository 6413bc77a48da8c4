"""What is said when a command is called in a way that it does not know, and the frames of help."""

USAGE = "Gebruik: "
SEE = "Zie `{command} --help`."
SHOW_HELP = "Toon deze uitleg."
OPTIONS = "[OPTIES]"
SUBCOMMAND = "OPDRACHT [WAARDEN]..."
PANELS = {"Arguments": "Waarden", "Options": "Opties", "Commands": "Opdrachten"}
DEFAULT = "[anders: {}]"
REQUIRED = "[moet]"
TYPES = {  # what the option library calls the kinds of values; a flag has no value
    "bool": "",
    "str": "TEKST",
    "int": "GETAL",
    "int range": "GETAL",
    "float": "GETAL",
    "float range": "GETAL",
    "path": "PAD",
    "file": "BESTAND",
    "directory": "MAP",
}

ABOUT = "{what}: {said}"
MISSING_ARGUMENT = "{what} ontbreekt. Vul het in achter de opdracht."
MISSING_OPTION = "De optie {what} ontbreekt. Geef haar mee met een waarde."
NO_COMMAND = "De opdracht {what} bestaat niet. `--help` toont welke er zijn."
NO_SUBCOMMAND = "Er staat geen opdracht. `--help` toont welke er zijn."
NO_OPTION = "De optie {what} bestaat niet."
PERHAPS = "Bedoelde u {what}?"
NO_VALUE = "Achter de optie {what} ontbreekt de waarde."
VALUE_TOO_MUCH = "De optie {what} heeft geen waarde. Laat weg wat erachter staat."
TOO_MUCH = "Dit staat er te veel: {what}. Zet aanhalingstekens om een waarde met spaties."
CHOOSE = "bestaat niet. Kies uit {known}."
OTHERWISE = "De opdracht is niet goed geschreven. `--help` toont hoe het moet."

PATHS = {
    "does not exist.": "dit bestand of deze map bestaat niet. Controleer de naam.",
    "is a file.": "dit is een bestand. Noem een map.",
    "is a directory.": "dit is een map. Noem een bestand.",
    "is not readable.": "dit is niet te lezen. Vraag de beheerder om leesrecht.",
    "is not writable.": "hierin kunt u niet schrijven. Vraag de beheerder om schrijfrecht.",
}
