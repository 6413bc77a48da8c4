"""A letter in Word, from the organisation's own template or from the one that comes with Postkamer.

A template is a Word file with words between double braces (docxtpl). The same letter and template
give the same bytes: the only time in the file is the date of the letter.
"""

import datetime as dt
import io
import re
import zipfile
from functools import cache
from importlib.resources import files

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.concepts import Block, Heading, LetterText, Paragraph, words_of_block
from service.rendering.brieven.sheet import composed, sheet_of
from validators.texts.days import date_text

NAME = "docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SORTS = {"heading": "kop", "paragraph": "tekst", "items": "punten", "lines": "regels"}


NO_BREAK = "\N{NO-BREAK SPACE}"
_DATE = re.compile(r"\b\d{1,2} [a-z]+ \d{4}\b")


# What a template can fill in.
WORDS = frozenset(
    {"organisatie", "retouradres", "adres", "datum", "kenmerk", "uw_brief", "onderwerp", "aanhef"}
    | {"blokken", "groet", "ondertekening", "bijlagen", "bijlagen_kop", "voettekst"}
)


class LetterTemplateError(Exception):
    """A Word template that cannot be used; the message says in Dutch what to do."""


def render(letter: LetterText, template: bytes | None = None) -> bytes:
    """Return the letter as a Word file.

    Raises:
        LetterTemplateError: when the template is no Word file or names a word that is not known.

    """
    document = _opened(template if template is not None else _shipped())
    try:
        document.render(_values(letter), _environment())
    except TemplateError as error:
        raise LetterTemplateError(_fault(error)) from error
    properties = document.docx.core_properties
    midnight = dt.datetime.combine(letter.date, dt.time())
    properties.title, properties.author = letter.subject, letter.organisation
    properties.created = properties.modified = midnight
    properties.last_modified_by, properties.revision = letter.organisation, 1
    written = io.BytesIO()
    document.save(written)
    return _repacked(written.getvalue(), letter.date)


def check_template(template: bytes) -> None:
    """Look whether a template can be filled in.

    Raises:
        LetterTemplateError: when it cannot; the message says what to do.

    """
    document = _opened(template)
    try:
        unknown = document.get_undeclared_template_variables(_environment()) - WORDS
    except TemplateError as error:
        raise LetterTemplateError(_fault(error)) from error
    if unknown:
        known = ", ".join(sorted(WORDS))
        message = f"deze woorden bestaan niet: {', '.join(sorted(unknown))}. Kies uit: {known}."
        raise LetterTemplateError(message)


def _opened(template: bytes) -> DocxTemplate:
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.init_docx()
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        message = "dit is geen Word-bestand (docx). Bewaar het sjabloon in Word als .docx."
        raise LetterTemplateError(message) from error
    return document


def _fault(error: TemplateError) -> str:
    where = f" (regel {error.lineno})" if isinstance(error, TemplateSyntaxError) else ""
    return f"het sjabloon kan niet worden ingevuld{where}: {error.message}."


@cache
def _shipped() -> bytes:
    return files("service.rendering.brieven").joinpath("brief.docx").read_bytes()


def _environment() -> ImmutableSandboxedEnvironment:
    """Return what fills in the template: no access to anything, and text stays text."""
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _values(letter: LetterText) -> dict[str, object]:
    """Return the words of the letter by the names that templates use."""
    sheet = sheet_of(letter)
    return {
        "organisatie": _clean(letter.organisation),
        "retouradres": _clean(sheet.return_line),
        "adres": _all_clean(letter.addressee),
        "datum": _clean(date_text(letter.date)),
        "kenmerk": _clean(letter.reference),
        "uw_brief": _clean(letter.your_letter),
        "onderwerp": _clean(letter.subject),
        "aanhef": _clean(letter.salutation),
        "blokken": [_block(each) for each in letter.blocks],
        "groet": _clean(letter.closing),
        "ondertekening": _all_clean(letter.signed_by),
        "bijlagen": _all_clean(letter.attachments),
        "bijlagen_kop": sheet.attached,
        "voettekst": _clean(sheet.footer),
    }


def _block(block: Block) -> dict[str, object]:
    lines = _all_clean(words_of_block(block))
    text = lines[0] if isinstance(block, Heading | Paragraph) else ""
    return {"soort": _SORTS[block.type], "tekst": text, "regels": lines}


def _all_clean(texts: tuple[str, ...]) -> list[str]:
    return [_clean(text) for text in texts]


def _clean(text: str) -> str:
    """Return a text that XML can hold, with every date on one line."""
    printable = "".join(char if char.isprintable() else " " for char in composed(text))
    return _DATE.sub(lambda date: date.group().replace(" ", NO_BREAK), printable)


def _repacked(document: bytes, date: dt.date) -> bytes:
    """Pack the parts again with the date of the letter in place of the time of packing."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = zipfile.ZipInfo(name, (max(date.year, 1980), date.month, date.day, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return written.getvalue()
