"""What is said of a setting that has no sensible value."""

from collections.abc import Mapping

_SENTENCES = {
    "missing": "vul deze instelling in",
    "bool_parsing": "schrijf true of false",
    "bool_type": "schrijf true of false",
    "int_from_float": "is geen heel getal",
    "greater_than": "moet meer dan {gt:g} zijn",
    "greater_than_equal": "moet {ge:g} of meer zijn",
    "less_than_equal": "mag niet meer dan {le:g} zijn",
    "string_too_short": "vul deze instelling in",
    "string_too_long": "mag niet langer dan {max_length} tekens zijn",
    "literal_error": "kies uit {expected}",
    "enum": "kies uit {expected}",
    "value_error": "{error}",
}
_TYPES = {
    "int": "is geen heel getal",
    "float": "is geen getal",
    "string": "heeft niet de goede vorm; zie docs/instellingen.md",
    "path": "is geen naam van een bestand of map",
}


def said_of(kind: str, context: Mapping[str, object]) -> str:
    """Return what is the matter, by the name that pydantic gives the fault; never the value."""
    sentence = _SENTENCES.get(kind)
    if sentence is None:
        start = kind.partition("_")[0]
        return _TYPES.get(start, "heeft geen goede waarde; zie docs/instellingen.md")
    return sentence.format(**context).replace(" or ", " of ")
