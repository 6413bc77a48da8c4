"""Reading the settings of a channel: every fault by its key, in Dutch, without its value."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from service.ports.errors import ChannelSettingsError
from service.texts.channels import NO_SUCH_SETTING


class ChannelSettings(BaseModel):
    """What the settings of all kinds share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Kind = TypeVar("Kind", bound=ChannelSettings)

_SENTENCES = {
    "missing": "vul deze instelling in",
    "bool_parsing": "schrijf true of false",
    "path_not_file": "dit bestand is er niet",
    "enum": "kies uit {expected}",
    "greater_than_equal": "moet {ge:g} of meer zijn",
    "less_than_equal": "mag niet meer dan {le:g} zijn",
    "string_too_short": "vul deze instelling in",
    "string_too_long": "mag niet langer dan {max_length} tekens zijn",
    "url_scheme": "begin met {expected_schemes}",
    "value_error": "{error}",
}
_TYPES = {
    "url": "is geen geldig adres",
    "int": "is geen getal",
    "float": "is geen getal",
    "string": "is geen tekst",
}


def read(kind: type[Kind], given: Mapping[str, object]) -> Kind:
    """Return the settings of a channel.

    Raises:
        ChannelSettingsError: naming each key that is unknown, missing or wrong.

    """
    try:
        return kind.model_validate(dict(given))
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        keys = ", ".join(kind.model_fields)
        raise ChannelSettingsError([_fault(each, keys) for each in faults]) from error


def _fault(fault: ErrorDetails, keys: str) -> tuple[str, str]:
    key = str(fault["loc"][0]) if fault["loc"] else "instellingen"
    if fault["type"] == "extra_forbidden":
        return key, f"{NO_SUCH_SETTING}; kies uit {keys}"
    sentence = _SENTENCES.get(fault["type"])
    if sentence is None:
        start = fault["type"].partition("_")[0]
        return key, _TYPES.get(start, "heeft geen geldige waarde")
    return key, sentence.format(**fault.get("ctx", {})).replace(" or ", " of ")
