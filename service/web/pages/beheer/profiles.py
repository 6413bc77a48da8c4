"""Profiles: what is asked of letters, checking and using a new text, who judged by which."""

import difflib
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.ports.errors import NotFoundError
from service.records.profiles import ProfileText, ProfileVersion
from service.rendering.profiles import kinds_of, sections_of
from service.texts import figures as texts
from service.usecases import profiles as usecase
from service.usecases.profiles import Shelf, ShelfLine
from service.web import sessions
from service.web.pages.beheer.frame import (
    back_to,
    for_administrators,
    shown,
    unsure,
    written_down,
)
from service.web.pages.beheer.words import NOT_A_PROFILE, NOT_TEXT
from service.web.pages.page import catalogue, field, viewer
from service.web.problems import ProblemError
from validators.faults import Fault
from validators.profile import SUFFIX, ProfileError, ProfileFile, parse_profile

profiles = Blueprint("profielen", __name__, url_prefix="/beheer/profielen")
LONGEST_BYTES = 200_000
HASH_SHOWN = 10


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A profile in the list."""

    id: str
    name: str
    kinds: str
    origin: str
    since: str
    is_usable: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of a profile."""

    sha256: str
    short: str
    since: str
    by: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a text, and whether something is wrong on it."""

    number: int
    text: str
    is_wrong: bool


@profiles.get("")
@for_administrators
def show() -> AnyResponse:
    """Show the profiles."""
    return _page()


@profiles.get("/<profile_id>")
@for_administrators
def show_one(profile_id: str) -> AnyResponse:
    """Show what a profile asks, and its versions."""
    return _one_page(profile_id)


@profiles.get("/<profile_id>.toml")
@for_administrators
def download(profile_id: str) -> AnyResponse:
    """Return the text that is in use, to change it."""
    found = catalogue().texts.get(profile_id)
    if found is None:
        raise NotFoundError(profile_id)
    return _toml(profile_id, found)


@profiles.post("/controle")
@for_administrators
def check() -> AnyResponse:
    """Check a new text: name every fault by its line, or show what it changes."""
    file = _uploaded()
    if isinstance(file, str):
        return _page(file)
    faults = usecase.check(file)
    if faults:
        return _faulty(file, faults)
    before = catalogue().texts.get(file.id, "")
    return shown(
        "profiel_nieuw",
        file=file,
        profile=parse_profile(file),
        sections=sections_of(parse_profile(file)),
        changes=_changes(before, file.text),
        is_new=not before,
    )


@profiles.post("/gebruiken")
@for_administrators
def use() -> AnyResponse:
    """Put a text in use that was checked; it is checked again, for it came from the browser."""
    file = ProfileFile(field("naam") + SUFFIX, _plain(request.form.get("tekst", "")))
    faults = usecase.check(file)
    if faults or len(file.text) > LONGEST_BYTES:
        return _faulty(file, faults)
    version = usecase.put_in_use(
        file, viewer().organisation_id, account_id=viewer().id, shelf=_shelf()
    )
    return _used(version)


@profiles.get("/versies/<sha256>")
@for_administrators
def show_version(sha256: str) -> AnyResponse:
    """Show a text that was in use or that judged a letter."""
    text = _own(sha256)
    current = catalogue().texts.get(text.profile, "")
    return shown(
        "profiel_versie",
        text=text,
        short=text.sha256[:HASH_SHOWN],
        lines=_source(text.content, ()),
        is_current=current == text.content,
        changes=_changes(text.content, current),
    )


@profiles.get("/versies/<sha256>.toml")
@for_administrators
def download_version(sha256: str) -> AnyResponse:
    """Return such a text as a file."""
    text = _own(sha256)
    return _toml(text.profile, text.content)


@profiles.post("/versies/<sha256>/gebruiken")
@for_administrators
def use_again(sha256: str) -> AnyResponse:
    """Put an earlier text in use again."""
    text = _own(sha256)
    try:
        version = usecase.use_again(
            text.sha256, viewer().organisation_id, account_id=viewer().id, shelf=_shelf()
        )
    except ProfileError as error:
        return _faulty(ProfileFile(text.profile + SUFFIX, text.content), error.faults)
    return _used(version)


@profiles.post("/<profile_id>/installatie")
@for_administrators
def use_installed(profile_id: str) -> AnyResponse:
    """Put the text that the installation brought in use again, when one is sure."""
    question = unsure(
        "Brieven die vanaf nu worden gelezen, worden dan beoordeeld met de tekst die bij deze "
        "installatie hoort. Uw eigen versies blijven bewaard.",
        button="Ja, gebruik de tekst van de installatie",
        back=url_for("profielen.show_one", profile_id=profile_id),
    )
    if question is not None:
        return question
    version = usecase.use_installed(
        profile_id, viewer().organisation_id, account_id=viewer().id, shelf=_shelf()
    )
    return _used(version)


@profiles.get("/brieven/<uuid:letter_id>")
@for_administrators
def show_letter(letter_id: UUID) -> AnyResponse:
    """Show by which version of its profile each report on a letter was judged."""
    found = usecase.judgements(str(letter_id), viewer().organisation_id, shelf=_shelf())
    rows = tuple(
        (
            each.judged.report_version,
            texts.moment(each.judged.created_at),
            each.text.profile if each.text else "",
            each.text.sha256 if each.text else "",
            each.text.sha256[:HASH_SHOWN] if each.text else "",
        )
        for each in found
    )
    return shown("profiel_brief", letter_id=str(letter_id), rows=rows)


def _shelf() -> Shelf:
    parts = sessions.parts()
    return Shelf(parts.desk.store, parts.desk.clock, parts.door.catalogue)


def _own(sha256: str) -> ProfileText:
    with sessions.parts().desk.store.reading() as transaction:
        return usecase.own_text(sha256, viewer().organisation_id, transaction)


def _used(version: ProfileVersion) -> AnyResponse:
    written_down("profile_put_in_use", profile=version.profile, sha256=version.sha256)
    return back_to(url_for("profielen.show_one", profile_id=version.profile), "profiel")


def _page(fault: str = "") -> AnyResponse:
    lines = usecase.shelf_lines(viewer().organisation_id, shelf=_shelf())
    return shown(
        "profielen",
        400 if fault else 200,
        profiles=tuple(map(_line, lines)),
        fault=fault,
    )


def _line(line: ShelfLine) -> ProfileLine:
    known = catalogue()
    profile = known.profiles.get(line.id)
    return ProfileLine(
        id=line.id,
        name=profile.name if profile else line.id,
        kinds=kinds_of(profile) if profile else "",
        origin=_origin(line),
        since=texts.moment(line.version.created_at) if line.version else "",
        is_usable=line.is_usable,
    )


def _origin(line: ShelfLine) -> str:
    if line.version is not None and line.is_usable and not _is_installed(line):
        return "eigen versie"
    is_own = line.id in sessions.parts().door.catalogue.own
    return "map met eigen profielen" if is_own else "hoort bij Postkamer"


def _is_installed(line: ShelfLine) -> bool:
    return sessions.parts().door.catalogue.texts.get(line.id) == catalogue().texts.get(line.id)


def _one_page(profile_id: str) -> AnyResponse:
    shelf, known = _shelf(), catalogue()
    lines = usecase.shelf_lines(viewer().organisation_id, shelf=shelf)
    line = next((each for each in lines if each.id == profile_id), None)
    profile = known.profiles.get(profile_id)
    if line is None:
        raise NotFoundError(profile_id)
    with shelf.store.reading() as transaction:
        every = transaction.profiles.versions(viewer().organisation_id)
        versions = tuple(
            VersionLine(
                sha256=each.sha256,
                short=each.sha256[:HASH_SHOWN],
                since=texts.moment(each.created_at),
                by=transaction.accounts.find(each.created_by).name,
                is_current=line.version is not None and each.number == line.version.number,
            )
            for each in every
            if each.profile == profile_id
        )
    return shown(
        "profiel",
        line=_line(line),
        sections=sections_of(profile) if profile else (),
        versions=versions,
        can_use_installed=line.is_installed and not _is_installed(line),
    )


def _uploaded() -> ProfileFile | str:
    """Return the file that was sent, or what is wrong with it."""
    sent = request.files.get("bestand")
    name = (sent.filename or "").replace("\\", "/").rpartition("/")[2] if sent else ""
    if sent is None or not name.endswith(SUFFIX):
        return NOT_A_PROFILE
    data = sent.stream.read(LONGEST_BYTES + 1)
    if len(data) > LONGEST_BYTES:
        return NOT_A_PROFILE
    try:
        return ProfileFile(name, _plain(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return NOT_TEXT


def _plain(text: str) -> str:
    """Return a text with the line ends of TOML: forms send those of Windows."""
    return text.replace("\r\n", "\n")


def _faulty(file: ProfileFile, faults: tuple[Fault, ...]) -> AnyResponse:
    if not faults:
        raise ProblemError("kapot_verzoek")
    wrong = {each.line for each in faults}
    return shown(
        "profiel_fout",
        400,
        file_name=file.name,
        faults=faults,
        lines=_source(file.text, wrong),
    )


def _source(text: str, wrong: set[int] | tuple[int, ...]) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(number, line, number in wrong)
        for number, line in enumerate(text.splitlines(), start=1)
    )


def _changes(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return the lines that differ, each with what happens to it: `-` goes, `+` comes."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return tuple((each[0], each[1:]) for each in lines if not each.startswith(("---", "+++", "@@")))


def _toml(profile_id: str, text: str) -> Response:
    response = Response(text, content_type="application/toml; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=profile_id + SUFFIX)
    return response
