"""The web service for tests: the real app over a post room, and a client that holds a key."""

import io
import itertools
import re
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from extractors.element import Hints, Reading
from extractors.extract import extract
from service.adapters.channels.webhook import WebhookKind
from service.adapters.guarded import Guard
from service.adapters.pages import PictureCaps, RenderedPages
from service.adapters.passwords import Argon2Passwords
from service.adapters.readings import pack, unpack
from service.adapters.sealing import Sealer
from service.adapters.spool import Spool
from service.adapters.warm import small_letter
from service.bootstrap.letters import letter_kits
from service.bootstrap.web import Messages
from service.ports.errors import NotFoundError
from service.ports.reading import Assignment, Finished, Outcome
from service.records.letters import LetterRecord, Organisation
from service.records.people import Account, Role, Scope
from service.settings import Settings
from service.usecases.accounts import AccountDesk, begin_session
from service.usecases.channels import Office as ChannelOffice
from service.usecases.cloudevents import Sender
from service.usecases.correct import Judge
from service.usecases.feed import Feed
from service.usecases.keys import KeyDesk, KeyWish, create_key
from service.usecases.letter_kit import LetterKit
from service.usecases.read_letter import Room, read_letter
from service.usecases.web_parts import Contact, Door, Site, WebParts
from service.usecases.writing import WritingDesk
from service.web.app import create_app
from tests.mails import opener
from tests.posts import KEY, OURS, FakeReader, PostRoom
from validators.assess import Source, assess
from validators.profile import catalogue_of, load_profile, profile_ids

EVERY_SCOPE = tuple(Scope)
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Compiled(BytecodeCache):
    """Templates as they were compiled for the app of an earlier test: each test makes an app."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@dataclass
class FakePages:
    """Pictures that show nothing: the first page only."""

    forgotten: list[str] = field(default_factory=list)
    prepared: list[tuple[str, int]] = field(default_factory=list)

    def picture(self, letter: LetterRecord, page: int) -> bytes:
        if page != 1:
            raise NotFoundError
        return b"\x89PNG\r\n\x1a\n" + letter.sha256.encode()

    def prepare(self, letter: LetterRecord, page: int) -> None:
        self.prepared.append((letter.id, page))

    def warm_up(self) -> None:
        pass

    def forget(self, sha256: str) -> None:
        self.forgotten.append(sha256)


@dataclass
class Office:
    """The app with everything around it."""

    room: PostRoom
    parts: WebParts
    app: Flask
    folder: Path

    def client(
        self, *scopes: Scope, organisation: Organisation = OURS, **wish: object
    ) -> "KeyClient":
        """Return a client with a new key, that may do everything when no scope is given."""
        named = KeyWish(organisation.id, "test", scopes or EVERY_SCOPE, **wish)  # type: ignore[arg-type]
        _, secret = create_key(named, desk=self.parts.keys)
        return KeyClient(self.app.test_client(), secret)

    def read_all(self, reader: FakeReader | None = None) -> None:
        """Read every letter that waits, as a worker would."""
        room = Room(self.room.store, reader or FakeReader(), self.room.clock, max_claims=3)
        for letter_id in self.waiting():
            read_letter(letter_id, room=room)

    def waiting(self) -> list[str]:
        with self.room.store.database.reading() as connection:
            rows = connection.exec_driver_sql("select id from letter where state = 'ontvangen'")
            return list(rows.scalars())

    def with_parts(self, **changes: object) -> "Office":
        """Return the office with other parts."""
        parts = replace(self.parts, **changes)  # type: ignore[arg-type]
        return Office(self.room, parts, made_app(parts), self.folder)


@dataclass
class KeyClient:
    """A client that shows its key."""

    client: FlaskClient
    secret: str

    def open(self, path: str, method: str = "GET", **rest: object) -> TestResponse:
        headers = dict(rest.pop("headers", {}))  # type: ignore[call-overload]
        headers.setdefault("Authorization", f"Bearer {self.secret}")
        return self.client.open(path, method=method, headers=headers, **rest)  # type: ignore[arg-type]

    def get(self, path: str, **rest: object) -> TestResponse:
        return self.open(path, "GET", **rest)

    def post(self, path: str, **rest: object) -> TestResponse:
        return self.open(path, "POST", **rest)

    def delete(self, path: str, **rest: object) -> TestResponse:
        return self.open(path, "DELETE", **rest)


@contextmanager
def office(
    room: PostRoom,
    folder: Path,
    *,
    pages: str = "fake",
    pause: Callable[[float], None] | None = None,
) -> Iterator[Office]:
    """Open the web service over a post room."""
    numbers, secrets = itertools.count(1), itertools.count(1)

    def new_id() -> str:
        return f"10000000-0000-4000-8000-{next(numbers):012d}"

    def new_secret() -> str:
        return f"geheim-{next(secrets):040d}"

    store = room.store
    rendered = RenderedPages(
        store, room.blobs, Sealer((KEY,)), folder=folder / "beelden", caps=PictureCaps()
    )
    parts = WebParts(
        desk=room.desk,
        door=Door(
            spool=lambda: Spool(folder / "onderweg"),
            unpackers=(
                Messages(opener(keep=lambda source: room.blobs.put(source, max_bytes=1_000_000))),
            ),
            profiles=profile_ids(),
            max_bytes=2_000_000,
            max_files=20,
        ),
        keys=KeyDesk(store, room.clock, new_id, new_secret, requests_per_minute=100_000),
        accounts=AccountDesk(store, room.clock, Argon2Passwords(CHEAP), new_id, new_secret),
        pages=FakePages() if pages == "fake" else rendered,
        feed=Feed(store, Sender("0" * 20)),
        judge=Judge(store, room.clock, new_id, unpack, catalogue_of()),
        writing=WritingDesk(
            store, room.blobs, room.clock, lambda: str(uuid.uuid4()), kits(), catalogue_of()
        ),
        site=Site(
            url="http://localhost",
            contact=Contact("Beheer Postkamer", "beheer@example.org", "https://example.org/hulp"),
            secret=bytes(32),
        ),
        pause=pause or (lambda _: None),
        waiting=threading.BoundedSemaphore(2),
        office=ChannelOffice(
            store,
            {"webhook": WebhookKind(Guard())},
            room.clock,
            Sender("0" * 20),
            new_id=new_id,
        ),
        look=lambda: {"database": None, "schijf": "bijna vol"},
    )
    yield Office(room, parts, made_app(parts), folder)


def made_app(parts: WebParts) -> Flask:
    """Return the app over these parts, with the templates that are compiled already."""
    app = create_app(parts)
    app.jinja_env.bytecode_cache = COMPILED
    return app


@cache
def kits() -> Mapping[str, LetterKit]:
    """Return what letters are made with: the words and formats that come with Postkamer."""
    return letter_kits(Settings())


def upload(*files: tuple[str, bytes], **fields: object) -> dict[str, object]:
    """Return what a request needs to bring these files."""
    sent = [FileStorage(io.BytesIO(content), name) for name, content in files]
    boundary, body = encode_multipart({"files": sent, **fields})
    return {"data": body, "content_type": f'multipart/form-data; boundary="{boundary}"'}


@dataclass
class Browser:
    """Someone who is logged in and fills in forms."""

    client: FlaskClient
    account: Account

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def post(self, path: str, token: str | None = None, **fields: object) -> TestResponse:
        """Send a form with the token that a page gave."""
        return self.client.post(path, data={"csrf": token or self.token(), **fields})

    def token(self) -> str:
        """Return the token on a page that has a form."""
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.get("/termijn").text)
        assert found is not None
        return found[1]

    def send(self, *files: tuple[str, bytes], **fields: object) -> TestResponse:
        """Bring files to the page."""
        token = fields.pop("csrf", None) or self.token()
        return self.client.post("/aanbieden", **upload(*files, csrf=token, **fields))


def browser(
    office: Office,
    organisation: Organisation = OURS,
    *,
    role: Role = Role.MAILROOM,
    name: str = "M. de Werker",
) -> Browser:
    """Return someone of an organisation, logged in; of the mailroom by default."""
    desk = office.parts.accounts
    account_id = desk.new_id()
    account = Account(
        id=account_id,
        organisation_id=organisation.id,
        email=f"{account_id}@{organisation.id}.nl",
        name=name,
        role=role,
        created_at=desk.clock.now(),
    )
    with desk.store.working() as transaction:
        transaction.accounts.add(account)
    client = office.app.test_client()
    client.set_cookie("postkamer-sessie", begin_session(account, desk=desk))
    return Browser(client, account)


@cache
def small_reading() -> Reading:
    """Return what is read of a short objection without a signature."""
    return extract(small_letter(), Hints())[0]


def reading_reader(room: PostRoom, reading: Reading | None = None) -> FakeReader:
    """Return a reader of which the readings are kept, so that people can correct them."""
    found = reading or small_reading()

    def read(each: Assignment) -> Finished:
        report = assess(
            found,
            load_profile(each.profile or "awb"),
            source=Source(file=each.file, receipt=each.receipt),
            today=room.clock.today(),
            report_id="x",
        )
        return Finished((Outcome(report, reading=pack(found)),))

    return FakeReader(read)
