"""Puts the web service together, and the first way in."""

import datetime as dt
import functools
import secrets
import time
import uuid
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

import structlog

from extractors.element import Reading
from service.adapters.pages import PictureCaps, RenderedPages
from service.adapters.passwords import Argon2Passwords
from service.adapters.readings import OutdatedReadingError, unpack
from service.adapters.sealing import Sealer
from service.adapters.spool import Spool
from service.adapters.store.store import SqlStore
from service.bootstrap.channels import open_office
from service.bootstrap.doors import door_opener
from service.bootstrap.health import health_of
from service.bootstrap.kept import make_data_folder, open_blobs, open_sealer, open_store
from service.bootstrap.letters import letter_kits
from service.bootstrap.machine import clock
from service.bootstrap.profiles import catalogue
from service.ports.blobs import Blobs
from service.ports.errors import NotFoundError
from service.records.audit import Checked
from service.records.letters import Organisation
from service.settings import MIB, OWN, Settings
from service.usecases.accounts import IDLE, AccountDesk, first_invitation
from service.usecases.audit_round import look_through
from service.usecases.cloudevents import Sender
from service.usecases.correct import Judge
from service.usecases.expand import open_message
from service.usecases.feed import Feed
from service.usecases.keys import KeyDesk
from service.usecases.opener import Opener, may_be_message
from service.usecases.receive import Desk, Incoming, refused
from service.usecases.rounds import Round
from service.usecases.sweep import forget, sweep, sweep_mails
from service.usecases.web_parts import Contact, Door, Site, WebParts
from service.usecases.writing import WritingDesk

if TYPE_CHECKING:
    from service.adapters.metrics import PrometheusMeter

log = structlog.get_logger("postkamer.keeper")
SECRET_BYTES = 32
DAY_S = 86_400.0
PURPOSE = "web"


def web_parts(settings: Settings) -> WebParts:
    """Return what the web service works with, opened for this process.

    Raises:
        ConfigurationError: when what is kept cannot be opened.

    """
    sealer = open_sealer(settings)
    store, blobs = open_store(settings, sealer), open_blobs(settings, sealer)
    receiving = desk(settings, store, blobs)
    return WebParts(
        desk=receiving,
        door=_door(settings, receiving),
        keys=key_desk(settings, store),
        accounts=account_desk(store),
        pages=rendered_pages(settings, store, blobs, sealer),
        feed=Feed(store, Sender(settings.oin, settings.public_url)),
        judge=judge_of(settings, store),
        writing=writing_desk(settings, store, blobs),
        site=_site(settings, sealer),
        pause=time.sleep,
        # the other half of the threads goes on with the work
        waiting=BoundedSemaphore(max(settings.web_threads // 2, 1)),
        office=open_office(settings, store),
        look=health_of(settings, store, blobs),
    )


def meter() -> "PrometheusMeter":
    """Return what counts in this process; once for each."""
    from service.adapters.metrics import PrometheusMeter  # noqa: PLC0415 - it must know its folder

    return PrometheusMeter()


def ready_store(settings: Settings) -> SqlStore:
    """Return the store, with its tables and the organisation that everyone has.

    Raises:
        ConfigurationError: when it cannot be opened.

    """
    from service.bootstrap.serve import make_ready  # noqa: PLC0415 - the server itself needs none

    make_data_folder(settings)
    return make_ready(settings, open_store(settings))


def desk(settings: Settings, store: SqlStore, blobs: Blobs) -> Desk:
    """Return what receiving works with."""
    return Desk(
        store=store,
        blobs=blobs,
        clock=clock(),
        new_id=_new_id,
        max_file_bytes=settings.file_mb * MIB,
    )


def key_desk(settings: Settings, store: SqlStore) -> KeyDesk:
    """Return what works with keys."""
    return KeyDesk(store, clock(), _new_id, _new_secret, settings.requests_per_minute)


def account_desk(store: SqlStore) -> AccountDesk:
    """Return what works with accounts."""
    return AccountDesk(store, clock(), Argon2Passwords(), _new_id, _new_secret)


def writing_desk(settings: Settings, store: SqlStore, blobs: Blobs) -> WritingDesk:
    """Return what writes and sends letters to citizens.

    Raises:
        ConfigurationError: when a text or a template of the organisation cannot be used.

    """
    kits, known = letter_kits(settings), catalogue(settings)
    return WritingDesk(store, blobs, clock(), _new_id, kits, known)


def first_link(settings: Settings, store: SqlStore) -> str | None:
    """Return a link with which the first administrator makes an account; None when there is one.

    It works once and for a few days; the next start gives a new one as long as nobody used it.
    """
    own = Organisation(OWN, settings.organisation_name, settings.organisation_profile)
    secret = first_invitation(own, desk=account_desk(store))
    return None if secret is None else invitation_url(settings, secret)


def invitation_url(settings: Settings, secret: str) -> str:
    """Return the link with which an invitation is accepted."""
    host = f"http://{settings.host}:{settings.port}"
    return f"{(settings.public_url or host).rstrip('/')}/uitnodiging/{secret}"


def web_rounds(settings: Settings, store: SqlStore) -> tuple[Round, ...]:
    """Return what the keeper must do for the web service."""
    sealer = open_sealer(settings)
    blobs = open_blobs(settings, sealer)
    pages = rendered_pages(settings, store, blobs, sealer)
    return (
        Round("opruimen", DAY_S, functools.partial(sweep, store=store, blobs=blobs, clock=clock())),
        Round(
            "mail-opruimen",
            DAY_S,
            functools.partial(
                sweep_mails,
                store=store,
                blobs=blobs,
                clock=clock(),
                kept=dt.timedelta(days=settings.mail_days),
            ),
        ),
        Round("tellers-opruimen", DAY_S, functools.partial(forget, store=store, clock=clock())),
        Round(
            "beelden-opruimen",
            DAY_S,
            lambda: pages.sweep(older_than=clock().now() - 7 * 24 * IDLE),
        ),
        Round(
            "logboek-nakijken",
            DAY_S,
            functools.partial(look_through, store=store, clock=clock(), tell=_tell),
        ),
    )


@dataclass(frozen=True, slots=True)
class Messages:
    """E-mail messages that are uploaded as files."""

    opener: Opener

    def is_mine(self, head: bytes) -> bool:
        """Tell whether these are the first bytes of a message."""
        return may_be_message(head, self.opener)

    def unpack(self, file: str, content: BinaryIO) -> tuple[Incoming, ...]:
        """Return the letters in a message."""
        data = bytearray()
        while piece := content.read(MIB):
            data += piece
            if len(data) > self.opener.max_bytes:
                max_mb = self.opener.max_bytes // MIB
                too_large = refused(file, "te_groot", max_mb=max_mb)
                return (Incoming(file, lambda: nullcontext(BytesIO()), refusal=too_large),)
        return open_message(file, bytes(data), opener=self.opener)


def _door(settings: Settings, receiving: Desk) -> Door:
    def spool() -> AbstractContextManager[Spool]:
        return Spool(settings.data / "onderweg")

    known = catalogue(settings)
    return Door(
        spool=spool,
        unpackers=(Messages(door_opener(settings, receiving)),),
        profiles=known.ids,
        catalogue=known,
        max_bytes=settings.upload_mb * MIB,
        max_files=settings.upload_files,
    )


def _tell(checked: Checked) -> None:
    if checked.broken is None:
        log.info("audit_checked", head=str(checked.head))
    else:
        log.error("audit_broken", seq=checked.seq, why=checked.broken.value)


def rendered_pages(
    settings: Settings, store: SqlStore, blobs: Blobs, sealer: Sealer
) -> RenderedPages:
    """Return the pictures of the pages of letters."""
    caps = PictureCaps(memory_mb=settings.memory_mb)
    return RenderedPages(store, blobs, sealer, folder=settings.data / "beelden", caps=caps)


def _site(settings: Settings, sealer: Sealer) -> Site:
    url = (settings.public_url or "").rstrip("/")
    host = urlsplit(url).hostname or "localhost"
    contact = Contact(
        name=settings.contact_name,
        email=settings.contact_email or f"postmaster@{host}",
        url=settings.contact_url or f"{url or 'http://localhost'}/v1/docs",
    )
    return Site(
        url=url,
        contact=contact,
        secret=sealer.secret_for(PURPOSE),
        trusted_proxies=settings.trusted_proxies,
        oidc=settings.oidc,
    )


def judge_of(settings: Settings, store: SqlStore) -> Judge:
    """Return what judges letters that were read before."""
    return Judge(store, clock(), _new_id, unpacked, catalogue(settings))


def unpacked(packed: bytes) -> Reading:
    """Return a reading that was kept.

    Raises:
        NotFoundError: when another version made it, so that it is no use any more.

    """
    try:
        return unpack(packed)
    except OutdatedReadingError as error:
        raise NotFoundError from error


def _new_id() -> str:
    return str(uuid.uuid4())


def _new_secret() -> str:
    return secrets.token_urlsafe(SECRET_BYTES)
