"""Everything that the web service works with, put together by bootstrap."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Semaphore
from typing import BinaryIO, Protocol

from service.ports.drawing import Pages
from service.settings import Oidc
from service.usecases.accounts import AccountDesk
from service.usecases.channels import Office
from service.usecases.correct import Judge
from service.usecases.feed import Feed
from service.usecases.keys import KeyDesk
from service.usecases.receive import Desk, Incoming
from service.usecases.writing import WritingDesk
from validators.profile import Catalogue, catalogue_of


class Spooled(Protocol):
    """A place to put something large down for a moment."""

    def add(self, piece: bytes) -> None:
        """Write the next piece."""

    def whole(self) -> BinaryIO:
        """Return what was written, to read from the start."""


class Unpacker(Protocol):
    """A kind of file that holds letters without being one, such as an e-mail."""

    def is_mine(self, head: bytes) -> bool:
        """Tell whether these are the first bytes of such a file."""

    def unpack(self, file: str, content: BinaryIO) -> Iterable[Incoming]:
        """Return the letters in it, and what is refused."""


@dataclass(frozen=True, slots=True)
class Door:
    """What uploads are taken in with."""

    spool: Callable[[], AbstractContextManager[Spooled]]
    unpackers: tuple[Unpacker, ...]
    profiles: tuple[str, ...]  # that letters may be judged by
    max_bytes: int  # of one request, and of what is unpacked from it
    max_files: int
    catalogue: Catalogue = field(default_factory=catalogue_of)  # that holds these profiles


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom other people ask about this installation."""

    name: str
    email: str
    url: str


@dataclass(frozen=True, slots=True)
class Site:
    """Where the service is, for who looks at it from outside."""

    url: str
    contact: Contact
    secret: bytes  # of which forms and cookies are signed
    trusted_proxies: int = 0
    oidc: Oidc | None = None

    @property
    def is_https(self) -> bool:
        """Tell whether browsers reach it over TLS."""
        return self.url.startswith("https://")


@dataclass(frozen=True, slots=True)
class WebParts:
    """What the web service needs; the app opens nothing by itself."""

    desk: Desk
    door: Door
    keys: KeyDesk
    accounts: AccountDesk
    pages: Pages
    feed: Feed
    judge: Judge
    writing: WritingDesk
    site: Site
    pause: Callable[[float], None]  # waits so many seconds
    waiting: Semaphore  # places for requests that wait for a report
    office: Office  # where channels are managed, for the whole installation
    look: Callable[[], Mapping[str, str | None]]  # what `/health/ready` says
