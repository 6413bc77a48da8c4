"""The words of letters to citizens: templates in plain text, filled in and cut into blocks.

A template is a text file that anyone can change: the subject behind `Onderwerp:`, a blank line
between paragraphs, `# ` before a heading, `- ` before an item of a list, `> ` before a line of an
address, `Bijlage:` before what is enclosed. Between braces stand words that are filled in and
conditions (Jinja, in a sandbox). An installation may replace any file; all are checked on load.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from importlib.resources import files

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractors.element import ElementId
from service.blocks import NoSubjectError, Worded, cut, one_line
from service.concepts import ConceptKind
from validators.report import Kind

ELEMENTS = "elementen.toml"
BODIES = "instanties.toml"
_SPLIT = (ConceptKind.ONTVANGSTBEVESTIGING, ConceptKind.HERSTELVERZUIM)  # one for each kind


class WordingError(Exception):
    """A text file that cannot be used: which one, where, and what to do about it."""


@dataclass(frozen=True, slots=True)
class WordingFile:
    """A text file of an installation, by its name without folders."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Values:
    """What can be filled in; an empty text or list is what is not known or does not apply."""

    soort: str  # bezwaar, klacht, beroep, brief
    organisatie: str = ""
    ontvangen: str = ""
    brief_van: str = ""
    besluit_van: str = ""
    naam: str = ""
    namens: bool = False
    telefoon: str = ""
    kenmerk: str = ""
    # what was decided about the letter
    onvolledig: bool = False
    redenen_later: bool = False
    op_tijd: bool = False
    te_laat: bool = False
    ook_klacht: bool = False
    zorgklacht: bool = False
    beslisdatum: str = ""
    beslisweken: str = ""
    contactdatum: str = ""
    streefdatum: str = ""
    afhandeldatum: str = ""
    # asking for what is missing
    verplicht: tuple[str, ...] = ()
    gevraagd: tuple[str, ...] = ()
    machtiging: str = ""
    laatste_dag: str = ""
    verzending: str = ""
    adres: tuple[str, ...] = ()
    opgeschort: bool = False
    # sending on
    instantie: str = ""
    instantie_telefoon: str = ""
    artikel: str = ""
    doorgestuurd: str = ""
    bladzijden: str = ""
    poststempel: str = ""
    eerste_dag_telt: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask for one element: for which letter, of whom, and what is the matter with it."""

    soort: str
    client: str  # the name of the client, or words for it
    is_invalid: bool = False
    comes_later: bool = False
    for_other: bool = False


class Data(BaseModel):
    """What entries of the TOML files share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ElementWords(Data):
    """What a citizen reads about one element."""

    vraag: str = Field(min_length=1)
    ongeldig: str = ""
    later: str = ""
    klacht: str = ""
    namens: str = ""

    def chosen(self, asking: Asking) -> str:
        """Return the text that fits best."""
        fitting = (
            (asking.is_invalid, self.ongeldig),
            (asking.comes_later, self.later),
            (asking.for_other, self.namens),
            (asking.soort == Kind.KLACHT, self.klacht),
        )
        return next((text for applies, text in fitting if applies and text), self.vraag)


class BodyWords(Data):
    """How an organisation is called in running text, and the lines of its address."""

    naam: str = Field(min_length=1)
    regels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """All texts of an installation."""

    templates: Mapping[str, Template]
    elements: Mapping[ElementId, ElementWords]
    bodies: Mapping[str, BodyWords] = field(default_factory=dict)

    def letter(self, kind: ConceptKind, values: Values) -> Worded:
        """Fill in the template of a letter."""
        name = template_name(kind, values.soort)
        return _worded(_filled(self.templates[name], asdict(values), file=name), file=name)

    def ask(self, element: ElementId, asking: Asking) -> str:
        """Return how a citizen is asked for an element: what it is and what exactly to send."""
        given = {
            "soort": asking.soort,
            "een_soort": "een klacht" if asking.soort == Kind.KLACHT else "een bezwaar",
            "client": asking.client,
        }
        template = _environment().from_string(self.elements[element].chosen(asking))
        return one_line(_filled(template, given, file=ELEMENTS))


def template_name(kind: ConceptKind, soort: str) -> str:
    """Return the name of the file with the text of a letter."""
    return f"{kind}-{soort}.txt" if kind in _SPLIT else f"{kind}.txt"


def template_names() -> tuple[str, ...]:
    """Return the names of all letters that have a text."""
    kinds = (Kind.BEZWAAR, Kind.KLACHT)
    names = (template_name(each, kind.value) for each in ConceptKind for kind in kinds)
    return tuple(dict.fromkeys(names))


@cache
def wording_of(own: tuple[WordingFile, ...] = ()) -> Wording:
    """Return the texts that come with Postkamer, with files of an installation put in their place.

    Entries of a TOML file replace those of the same name; the others stay.

    Raises:
        WordingError: with every fault of every file.

    """
    known = {*template_names(), ELEMENTS, BODIES}
    faults = [_no_such(file, known) for file in own if file.name not in known]
    texts = {name: _shipped(name) for name in known} | {file.name: file.text for file in own}
    templates = {}
    for name in template_names():
        try:
            templates[name] = _checked(name, texts[name])
        except WordingError as error:
            faults.append(str(error))
    tables = _tables(own, faults)
    if faults:
        raise WordingError("\n".join(faults))
    return Wording(templates, *tables)


def _tables(
    own: Iterable[WordingFile], faults: list[str]
) -> tuple[Mapping[ElementId, ElementWords], Mapping[str, BodyWords]]:
    """Return the words of elements and organisations; what is wrong goes to `faults`."""
    elements, bodies = _entries(ELEMENTS, _shipped(ELEMENTS)), _entries(BODIES, _shipped(BODIES))
    for file in own:
        table = {ELEMENTS: elements, BODIES: bodies}.get(file.name)
        try:
            if table is not None:
                table |= _entries(file.name, file.text)
        except WordingError as error:
            faults.append(str(error))
    found: dict[ElementId, ElementWords] = {}
    for name, entry in elements.items():
        try:
            found[ElementId(name)] = _checked_entry(name, ElementWords.model_validate(entry))
        except (ValueError, WordingError) as error:
            faults.append(_entry_fault(ELEMENTS, name, error))
    called: dict[str, BodyWords] = {}
    for name, entry in bodies.items():
        try:
            called[name] = BodyWords.model_validate(entry)
        except ValidationError as error:
            faults.append(_entry_fault(BODIES, name, error))
    return found, called


def _entry_fault(file: str, name: str, error: Exception) -> str:
    if isinstance(error, ValidationError):
        keys = ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
        return f"{file}: bij [{name}] is dit niet goed: {keys}. Vergelijk het met het voorbeeld."
    if isinstance(error, WordingError):
        return str(error)
    return f"{file}: [{name}] bestaat niet. Kies een gegeven uit het voorbeeld."


def _entries(name: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WordingError(f"{name}: geen geldige TOML: {error}.") from error


def _shipped(name: str) -> str:
    return files("service").joinpath("brieven", name).read_text(encoding="utf-8")


def _no_such(file: WordingFile, known: Iterable[str]) -> str:
    return f"{file.name}: deze tekst bestaat niet. Kies uit: {', '.join(sorted(known))}."


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    """Return what fills in templates: no access to anything, and no word that is not known."""
    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )


def _checked(name: str, text: str) -> Template:
    """Return the template, after filling it in both with everything and with nothing.

    Raises:
        WordingError: when it cannot be read or filled in, or names a word that is not known.

    """
    template = _parsed(name, text, {each.name for each in fields(Values)})
    for values in (_full_values(), Values(soort=Kind.BEZWAAR)):
        _worded(_filled(template, asdict(values), file=name), file=name)
    return template


def _checked_entry(name: str, words: ElementWords) -> ElementWords:
    for key, text in words.model_dump().items():
        _parsed(f"{ELEMENTS}: [{name}] {key}", text, {"soort", "een_soort", "client"})
    return words


def _parsed(name: str, text: str, words: Iterable[str]) -> Template:
    environment = _environment()
    try:
        unknown = meta.find_undeclared_variables(environment.parse(text)) - set(words)
    except TemplateSyntaxError as error:
        raise WordingError(f"{name}, regel {error.lineno}: {error.message}") from error
    if unknown:
        word = min(unknown)
        known = ", ".join(sorted(words))
        message = f"{name}, regel {_line_of(word, text)}: het woord {word} bestaat niet. "
        raise WordingError(f"{message}Kies uit: {known}.")
    return environment.from_string(text)


def _line_of(word: str, text: str) -> int:
    found = re.search(rf"\b{re.escape(word)}\b", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _full_values() -> Values:
    """Return values with something everywhere."""
    some = {str: "iets", bool: True, tuple[str, ...]: ("iets",)}
    given = {each.name: some[each.type] for each in fields(Values)}  # type: ignore[index]
    return Values(**given)  # type: ignore[arg-type]


def _filled(template: Template, values: Mapping[str, object], *, file: str) -> str:
    """Fill in a template; values are kept on one line, so that they cannot change its shape."""
    safe = {name: _flat(value) for name, value in values.items()}
    try:
        return template.render(safe)
    except TemplateError as error:
        raise WordingError(f"{file}: kan niet worden ingevuld ({error.message}).") from error


def _flat(value: object) -> object:
    """Return a value without breaks between lines; two spaces in an address stay."""
    if isinstance(value, str):
        return "".join(char if char.isprintable() else " " for char in value).strip()
    return tuple(map(_flat, value)) if isinstance(value, tuple) else value


def _worded(text: str, *, file: str) -> Worded:
    try:
        return cut(text)
    except NoSubjectError as error:
        message = f"{file}: zet precies één keer {error.mark} met het onderwerp in de tekst."
        raise WordingError(message) from error
