"""Folders: each report as a JSON file and as a PDF for people.

A file has its name only when it is whole. The JSON comes last: who sees it has the PDF too.
"""

import contextlib
import datetime as dt
import errno
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from service.adapters.channel_settings import ChannelSettings, read
from service.ports.errors import ChannelSettingsError
from service.records.deliveries import Content, Ending, EventType, Handover, Message, Prepared
from service.texts import channels as texts

RenderPdf = Callable[[Message], bytes]

TROUBLES = {
    errno.ENOENT: "map_weg",
    errno.ENOTDIR: "map_weg",
    errno.ENOSPC: "map_vol",
    errno.EDQUOT: "map_vol",
    errno.EACCES: "map_verboden",
    errno.EPERM: "map_verboden",
    errno.EROFS: "map_verboden",
}
OTHER_TROUBLE = "map_fout"
DRAFT = ".deel"
LEFT_BEHIND = dt.timedelta(hours=1)  # no attempt takes so long


def _whole(folder: Path) -> Path:
    if not folder.is_absolute():
        message = "schrijf de map met alles ervoor, zoals /srv/postkamer/rapporten"
        raise ValueError(message)
    return folder


class FolderSettings(ChannelSettings):
    """What may be set for a folder."""

    folder: Annotated[Path, AfterValidator(_whole)]
    pdf: bool = True


class FolderKind:
    """Folders, with what makes a PDF of a report."""

    name = "map"

    def __init__(self, render: RenderPdf) -> None:
        """Use `render` for the PDF files."""
        self._render = render

    def prepare(self, given: Mapping[str, object]) -> Prepared:
        """Check the settings of a new channel; later the folder may be away for a while."""
        settings = read(FolderSettings, given)
        if not settings.folder.is_dir():
            raise ChannelSettingsError([("folder", texts.NO_SUCH_FOLDER)])
        return Prepared(settings.model_dump_json())

    def rotate(self, settings: str, *, now: dt.datetime) -> None:
        """Do nothing: a folder has no secret."""

    def describe(self, settings: str) -> str:
        """Return the folder."""
        return str(FolderSettings.model_validate_json(settings).folder)

    def open_channel(self, settings: str) -> "FolderChannel":
        """Return the channel."""
        return FolderChannel(FolderSettings.model_validate_json(settings), self._render)


class FolderChannel:
    """One folder, which is never made: it may be a network disk that is away."""

    content = Content.REFERENCE  # files hold the report itself, and no event

    def __init__(self, settings: FolderSettings, render: RenderPdf) -> None:
        """Keep the folder and what makes a PDF."""
        self._settings = settings
        self._render = render
        self._swept_at: dt.datetime | None = None

    def deliver(self, message: Message) -> Handover:
        """Write the files of a report; a second time gives the same files."""
        files = {".json": message.report.model_dump_json(indent=2).encode() + b"\n"}
        if self._settings.pdf:
            files = {".pdf": self._render(message), **files}
        try:
            self._sweep(message.sent_at)
            stem = self._settings.folder / _stem(message)
            _write_all({stem.with_name(stem.name + end): files[end] for end in files})
        except OSError as error:
            return Handover(Ending.AWAY, TROUBLES.get(error.errno or 0, OTHER_TROUBLE))
        return Handover(Ending.DELIVERED, "geschreven")

    def close(self) -> None:
        """Let go of nothing: no file stays open."""

    def _sweep(self, now: dt.datetime) -> None:
        """Remove what killed attempts have left behind; to look for it each time would be slow."""
        if self._swept_at is not None and now - self._swept_at < LEFT_BEHIND:
            return
        self._swept_at = now
        oldest = (now - LEFT_BEHIND).timestamp()
        with os.scandir(self._settings.folder) as entries:
            for each in entries:
                if _is_draft(each.name) and each.stat(follow_symlinks=False).st_mtime < oldest:
                    Path(each.path).unlink(missing_ok=True)


def _stem(message: Message) -> str:
    """Return a name without anything of the letter in it, of this report alone."""
    if message.type is EventType.TESTED:
        return "proefbericht"
    return f"{message.letter_id}-v{message.report_version}"


def _write_all(files: Mapping[Path, bytes]) -> None:
    """Write files of one folder, each whole and synced before one of them has its name."""
    drafts: dict[Path, Path] = {}
    try:
        for file, content in files.items():
            drafts[file] = file.with_name(f".{file.name}.{secrets.token_hex(4)}{DRAFT}")
            _write(drafts[file], content)
        for file, draft in drafts.items():
            draft.replace(file)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
    _sync(next(iter(files)).parent)


def _write(draft: Path, content: bytes) -> None:
    with draft.open("xb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _is_draft(name: str) -> bool:
    return name.startswith(".") and name.endswith(DRAFT)


def _sync(folder: Path) -> None:
    """Make sure that the new name outlives a power cut, where the file system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network disks cannot
            os.fsync(handle)
    finally:
        os.close(handle)
