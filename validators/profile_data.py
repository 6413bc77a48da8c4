"""What a profile file may hold: pydantic models in which each wrong value says itself what to do.

The checks look at one field against those before it. A check of the whole would wait until every
field is right, and one look must show all faults.
"""

import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from extractors.element import ElementId
from validators.faults import OWN
from validators.report import Kind, Severity
from validators.texts.faults import fault_text

_POSTCODE = re.compile(r"[1-9]\d{3} [A-Z]{2}")


def _wrong(code: str, **values: str) -> PydanticCustomError:
    return PydanticCustomError(OWN, fault_text(code, **values))


def _check_postcode(text: str) -> str:
    if not _POSTCODE.fullmatch(text):
        raise _wrong("postcode", waarde=f'"{text}"')
    return text


def _check_pattern(pattern: str) -> str:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise _wrong("patroon", waarde=f'"{pattern}"') from error
    if compiled.search("") is not None:
        raise _wrong("patroon_leeg", waarde=f'"{pattern}"')
    return pattern


def _check_asked(element: ElementId) -> ElementId:
    # Who needs one depends on who writes; asked of all, every letter would lack it (Awb 2:1).
    if element is ElementId.MACHTIGING:
        raise _wrong("machtiging")
    return element


Words = Annotated[str, Field(min_length=1)]
Asked = Annotated[ElementId, AfterValidator(_check_asked)]
Pattern = Annotated[str, AfterValidator(_check_pattern)]
Representative = Literal["advocaat", "bewindvoerder", "curator", "mentor", "nabestaande", "ouder"]
LetterKind = Literal[Kind.BEZWAAR, Kind.KLACHT]


class Data(BaseModel):
    """What all parts of a profile share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PostAddress(Data):
    """Where an organisation receives its post, or that of one kind."""

    afdeling: str = ""
    postbus: str = ""
    # With the house number, instead of a postbus.
    straat: Annotated[str, Field(validate_default=True)] = ""
    postcode: Annotated[str, AfterValidator(_check_postcode)]
    plaats: Words
    kinds: tuple[LetterKind, ...] = (Kind.BEZWAAR, Kind.KLACHT)

    @field_validator("straat")
    @classmethod
    def _is_one_place(cls, straat: str, info: ValidationInfo) -> str:
        if "postbus" in info.data and bool(info.data["postbus"]) == bool(straat):
            raise _wrong("adres")
        return straat

    @property
    def line(self) -> str:
        """The line above postcode and place."""
        return f"Postbus {self.postbus}" if self.postbus else self.straat


class Requirements(Data):
    """The elements asked for one kind of letter, by who asks for them."""

    wettelijk: tuple[Asked, ...] = ()
    organisatie: tuple[Asked, ...] = ()
    only_with: dict[ElementId, Literal["pgb"]] = {}  # asked only from who mentions this

    @field_validator("organisatie")
    @classmethod
    def _says_each_once(
        cls, organisatie: tuple[ElementId, ...], info: ValidationInfo
    ) -> tuple[ElementId, ...]:
        asked = [*info.data.get("wettelijk", ()), *organisatie]
        twice = sorted({each for each in asked if asked.count(each) > 1})
        if twice:
            raise _wrong("twee_keer_gevraagd", elementen=", ".join(twice))
        return organisatie

    @field_validator("only_with")
    @classmethod
    def _is_asked(
        cls, only_with: dict[ElementId, str], info: ValidationInfo
    ) -> dict[ElementId, str]:
        asked = {each for name in ("wettelijk", "organisatie") for each in info.data.get(name, ())}
        spare = sorted(set(only_with) - asked)
        if spare and {"wettelijk", "organisatie"} <= set(info.data):
            raise _wrong("niet_gevraagd", elementen=", ".join(spare))
        return only_with

    def severity(self, element: ElementId) -> Severity | None:
        """Return who asks for the element, None when nobody does; conditions not weighed."""
        if element in self.wettelijk:
            return Severity.WETTELIJK
        return Severity.ORGANISATIE if element in self.organisatie else None


class Promise(Data):
    """A term that the organisation promises on its page: a reminder, never a verdict."""

    what: Words
    kind: LetterKind
    days: Annotated[int, Field(ge=1)] | None = None
    working_days: Annotated[int | None, Field(ge=1, validate_default=True)] = None

    @field_validator("working_days")
    @classmethod
    def _is_one_length(cls, working_days: int | None, info: ValidationInfo) -> int | None:
        if "days" in info.data and (info.data["days"] is None) == (working_days is None):
            raise _wrong("duur")
        return working_days


class Labels(Data):
    """What this organisation calls its numbers, beside the words that everyone uses."""

    kenmerk: tuple[Words, ...] = ()
    relatienummer: tuple[Words, ...] = ()


class RepairTexts(Data):
    """How and where to send what was missing, when the address alone does not say it."""

    bezwaar: str = ""
    klacht: str = ""


class ProfileTexts(Data):
    """What letters to a citizen print."""

    phone: str = ""
    closing: str = ""
    repair: RepairTexts = RepairTexts()


class ProfileData(Data):
    """What a profile file may hold, in the order in which it is explained."""

    name: Words
    law: Literal["awb", "wkkgz"]
    names: tuple[Words, ...] = ()
    addresses: tuple[PostAddress, ...] = ()
    # One of the zorgkantoren or municipalities: what the desks say of those holds for it.
    member_of: Literal["zorgkantoor", "gemeente"] | None = None
    # Who may not object for a client, by the signal that says who writes.
    barred_representatives: tuple[Representative, ...] = ()
    labels: Labels = Labels()
    kenmerk_patterns: tuple[Pattern, ...] = ()
    relatienummer_patterns: tuple[Pattern, ...] = ()
    decision_weeks: Literal[6, 12] = 6  # Awb 7:10(1): twelve with an advisory committee
    complaint_weeks: Literal[6, 10] = 6  # Awb 9:11(1): ten with an advisory committee
    # The law names no length of the herstel term (Awb 6:6): two weeks for form, four for grounds.
    herstel_days: Annotated[int, Field(ge=7, le=84)] = 14
    herstel_days_grounds: Annotated[int, Field(ge=7, le=84)] = 28
    promises: tuple[Promise, ...] = ()
    bezwaar: Requirements | None = None
    klacht: Annotated[Requirements | None, Field(validate_default=True)] = None
    texts: ProfileTexts = ProfileTexts()

    @field_validator("klacht")
    @classmethod
    def _takes_letters(
        cls, klacht: Requirements | None, info: ValidationInfo
    ) -> Requirements | None:
        if klacht is None and info.data.get("bezwaar", True) is None:
            raise _wrong("geen_soort")
        return klacht
