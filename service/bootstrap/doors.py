"""Puts the doors together that fetch post themselves: watched folders and mailboxes."""

import dataclasses
import datetime as dt
import functools
import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from service.adapters.drop_folder import DiskDropFolder
from service.adapters.machine_id import machine_id
from service.adapters.mail.imap import Account, ImapMailbox
from service.adapters.mail.oauth import App, AppTokens
from service.bootstrap.opening import opener
from service.bootstrap.profiles import catalogue
from service.ports.errors import NotFoundError
from service.ports.store import Store
from service.settings import MIB, ConfigurationError, Mailbox, Settings, WatchedFolder
from service.usecases.archive import Meter
from service.usecases.mailbox import Fetched, MailRound, MailWatch
from service.usecases.opener import Opener
from service.usecases.profiles import KnownIds
from service.usecases.receive import Desk
from service.usecases.rounds import Round
from service.usecases.turns import InTurn, Turn
from service.usecases.watching.folder_watch import FolderWatch
from service.usecases.watching.watch import Tools, Walked, Watch


class OtherMachineError(Exception):
    """A door along which another machine walks at this moment."""


@dataclasses.dataclass(frozen=True, slots=True)
class Counts:
    """What came in through a door."""

    letters: int
    refused: int
    waiting: int


# Without a walk for this long, and so many times as long as usual, another machine takes over.
TURN_S: Final = 60.0
TURN_WALKS: Final = 2
# A wrong password that is tried every few minutes locks the account.
LONGEST_MAIL_PAUSE_S: Final = 3600.0


def door_opener(settings: Settings, desk: Desk, organisation_id: str | None = None) -> Opener:
    """Return what opens e-mail messages at the doors of the service, and keeps them.

    A manifest in a message may name the profiles of this organisation, or those of all.
    """
    base = catalogue(settings)
    plain = opener(
        settings.mail_mb * MIB,
        hosts=settings.mail_hosts,
        today=desk.clock.today,
        profiles=base.ids,
    )
    own = plain.profiles if organisation_id is None else KnownIds(base, desk.store, organisation_id)
    return dataclasses.replace(
        plain,
        keep=lambda source: desk.blobs.put(source, max_bytes=plain.max_bytes),
        profiles=own,
    )


def check_doors(settings: Settings, store: Store) -> None:
    """See to it that what comes in has an owner, before anything is fetched.

    Raises:
        ConfigurationError: naming the folder or mailbox whose organisation or profile does not
            exist, or folders that lie within each other.

    """
    _check_apart([each.folder.resolve() for each in settings.watch])
    base = catalogue(settings)
    for folder in settings.watch:
        what, owner = f"watch {folder.folder}", folder.organisation
        _check(what, owner, folder.profile, known=KnownIds(base, store, owner), store=store)
    for mailbox in settings.mailbox:
        what, owner = f"mailbox {mailbox.user}", mailbox.organisation
        _check(what, owner, mailbox.profile, known=KnownIds(base, store, owner), store=store)


def watch_rounds(settings: Settings, desk: Desk) -> tuple[Round, ...]:
    """Return the rounds along the watched folders."""
    return tuple(_watch_round(each, settings, desk) for each in settings.watch)


def mail_rounds(settings: Settings, desk: Desk) -> tuple[Round, ...]:
    """Return the rounds along the mailboxes."""
    return tuple(_mail_round(each, settings, desk) for each in settings.mailbox)


def trial_walks(
    settings: Settings, desk: Desk, *, pause: Callable[[float], None]
) -> Iterator[tuple[str, Callable[[], Counts]]]:
    """Yield what tries each door once, with its name.

    A folder is walked as often as it takes to see that its files stand still.
    """
    for watched, walk in zip(settings.watch, watch_rounds(settings, desk), strict=True):
        yield walk.name, functools.partial(_walk_often, walk, watched.looks, pause)
    for walk in mail_rounds(settings, desk):
        yield walk.name, functools.partial(_walk_often, walk, 1, pause)


def _walk_often(walk: Round, times: int, pause: Callable[[float], None]) -> Counts:
    letters = refused = waiting = 0
    for number in range(times):
        if number:
            pause(walk.every_s)
        match walk.walk():
            case Walked() as walked:
                letters, refused = letters + walked.letters, refused + walked.refused
                waiting = walked.waiting
            case Fetched() as fetched:
                letters, refused = letters + fetched.letters, refused + fetched.refused
                waiting = fetched.left
            case None:
                raise OtherMachineError
    return Counts(letters, refused, waiting)


def _watch_round(watched: WatchedFolder, settings: Settings, desk: Desk) -> Round:
    folder = watched.folder.absolute()
    watch = Watch(
        id=door_id(folder.name, str(folder)),
        organisation_id=watched.organisation,
        profile=watched.profile,
        channel=watched.channel,
        looks=watched.looks,
        patience=dt.timedelta(minutes=watched.patience_minutes),
    )
    turn = _turn(f"map {watch.id}", watched.every_seconds, settings, desk)
    desk = dataclasses.replace(desk, check=turn.check)
    tools = Tools(
        folder=DiskDropFolder(folder),
        desk=desk,
        opener=door_opener(settings, desk, watched.organisation),
        meter=lambda: Meter(settings.upload_files, settings.upload_mb * MIB),
        profiles=KnownIds(catalogue(settings), desk.store, watched.organisation),
    )
    walker = FolderWatch(watch, tools)
    return Round(turn.name, watched.every_seconds, InTurn(turn, walker.walk).walk)


def _mail_round(mailbox: Mailbox, settings: Settings, desk: Desk) -> Round:
    account = Account(
        host=mailbox.host,
        port=mailbox.port,
        user=mailbox.user,
        password=mailbox.password.get_secret_value() if mailbox.password else None,
        folder=mailbox.folder,
        done_folder=mailbox.done_folder,
        failed_folder=mailbox.failed_folder,
        timeout_s=mailbox.timeout_seconds,
        ca_file=mailbox.ca_file,
        tokens=_tokens(mailbox),
    )
    name = f"{mailbox.user}/{mailbox.folder}"
    watch = MailWatch(
        id=door_id(name, f"{mailbox.host}:{mailbox.port}/{name}"),
        organisation_id=mailbox.organisation,
        profile=mailbox.profile,
    )
    turn = _turn(f"mailbox {watch.id}", mailbox.every_seconds, settings, desk)
    desk = dataclasses.replace(desk, check=turn.check)
    opened = door_opener(settings, desk, mailbox.organisation)
    walker = MailRound(watch, ImapMailbox(account), desk=desk, opener=opened)
    walk = InTurn(turn, walker.walk).walk
    return Round(turn.name, mailbox.every_seconds, walk, LONGEST_MAIL_PAUSE_S)


def _tokens(mailbox: Mailbox) -> AppTokens | None:
    if mailbox.oauth is None:
        return None
    given = mailbox.oauth
    app = App(
        token_url=given.token_url,
        client_id=given.client_id,
        client_secret=given.client_secret.get_secret_value(),
        scope=given.scope,
        timeout_s=mailbox.timeout_seconds,
        ca_file=given.ca_file,
    )
    return AppTokens(app)


def _turn(name: str, every_s: float, settings: Settings, desk: Desk) -> Turn:
    """Return the turn of this machine; it lasts longer than the pause until the next walk."""
    lasts = dt.timedelta(seconds=TURN_S + TURN_WALKS * every_s)
    return Turn(name, machine_id(settings.data), desk.store, desk.clock, lasts)


def door_id(name: str, whole: str) -> str:
    """Return what a door is called in the store and in logs: readable, short and its own.

    >>> door_id("scanner", "/srv/post/scanner")
    'scanner-69410d8b'
    """
    digest = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    plain = "".join(char if char.isalnum() or char in "-_." else "-" for char in name)
    return f"{plain[:40]}-{digest}"


def _check(
    what: str, organisation: str, profile: str | None, *, known: Collection[str], store: Store
) -> None:
    if profile is not None and profile not in known:
        message = f"{what}: profiel {profile} bestaat niet. Kies uit {', '.join(known)}."
        raise ConfigurationError(message)
    try:
        with store.reading() as transaction:
            transaction.organisations.find(organisation)
    except NotFoundError as error:
        message = f"{what}: organisatie {organisation} bestaat niet. Maak haar eerst aan."
        raise ConfigurationError(message) from error


def _check_apart(folders: Sequence[Path]) -> None:
    """Refuse a folder within another one: its letters would come in twice."""
    for number, folder in enumerate(folders):
        for other in folders[number + 1 :]:
            if folder.is_relative_to(other) or other.is_relative_to(folder):
                message = (
                    f"watch: {folder} en {other} liggen in elkaar, zodat post dubbel binnen zou "
                    "komen. Noem een van de twee, of mappen naast elkaar."
                )
                raise ConfigurationError(message)
