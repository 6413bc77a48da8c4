"""Administrators are told of alerts, by a real mail server, until someone is done with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from service.adapters.smtp import MailServer, SmtpMailer
from service.bootstrap.alerts import alert_rounds, server_of
from service.ports.errors import NotFoundError
from service.ports.telling import TellingError
from service.records.people import Account, Role
from service.settings import Settings, Smtp
from service.usecases.alerts import AlertDesk, finish, list_alerts, tell
from tests.imap_server import make_certificate
from tests.posts import OURS, THEIRS, PostRoom
from tests.servers import free_port


@dataclass
class Postbox:
    """Keeps what was sent."""

    port: int
    ca_file: Path = Path()
    sent: list[tuple[list[str], Message]] = field(default_factory=list)
    logins: list[bytes] = field(default_factory=list)

    async def handle_DATA(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        self.sent.append((list(envelope.rcpt_tos), message))
        return "250 OK"

    def log_in(self, *arguments: object) -> AuthResult:
        self.logins.append(arguments[-1].password)  # type: ignore[attr-defined]
        return AuthResult(success=True)


@pytest.fixture
def postbox(tmp_path: Path) -> Iterator[Postbox]:
    make_certificate(tmp_path)
    trust = SSLContext(PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    kept = Postbox(free_port(), tmp_path / "cert.pem")
    controller = Controller(
        kept,
        hostname="localhost",
        port=kept.port,
        tls_context=trust,
        authenticator=kept.log_in,
        auth_required=True,
    )
    controller.start()
    yield kept
    controller.stop()


def settings_of(postbox: Postbox, **changes: object) -> Smtp:
    given = {
        "host": "localhost",
        "port": postbox.port,
        "sender": "postkamer@example.org",
        "user": "postkamer",
        "password": "geheim",
        "ca_file": str(postbox.ca_file),
    }
    return Smtp.model_validate({**given, **changes})


def desk_of(room: PostRoom, postbox: Postbox, **changes: object) -> AlertDesk:
    smtp = settings_of(postbox, **changes)
    mailer = SmtpMailer(server_of(smtp))
    return AlertDesk(room.store, room.clock, mailer, to=smtp.to, url="https://post.example.org")


def given_up(room: PostRoom, about: str = "kanaal-1", organisation: str | None = OURS.id) -> None:
    with room.store.working() as transaction:
        transaction.alerts.add(
            "bezorging_opgegeven",
            about=about,
            organisation_id=organisation,
            now=room.clock.now(),
        )


def people(room: PostRoom) -> None:
    now = room.clock.now()
    with room.store.accepting() as transaction:
        for number, (organisation, role) in enumerate(
            [
                (OURS, Role.BEHEERDER),
                (OURS, Role.JURIST),
                (THEIRS, Role.BEHEERDER),
                (OURS, Role.BEHEERDER),
            ]
        ):
            email = f"p{number}@example.org"
            account = Account(str(number), organisation.id, email, "An", role, now)
            transaction.accounts.add(account)
        transaction.accounts.set_closed("3", now)


def test_the_administrators_of_the_organisation_are_told_and_no_others(
    room: PostRoom, postbox: Postbox
) -> None:
    people(room)
    given_up(room)
    assert tell(desk_of(room, postbox)) == 1
    ((to, message),) = postbox.sent
    assert (to, postbox.logins) == (["p0@example.org"], [b"geheim"])
    assert message["Subject"] == "Postkamer: 1 melding"
    text = message.get_content()  # type: ignore[attr-defined]
    assert "konden niet worden bezorgd" in text
    assert "https://post.example.org/meldingen" in text
    assert not re.search(r"\d{8,9}", text)


def test_a_message_comes_once_a_day_until_someone_is_done(room: PostRoom, postbox: Postbox) -> None:
    people(room)
    given_up(room)
    desk = desk_of(room, postbox)
    assert [tell(desk), tell(desk)] == [1, 0]
    room.clock.move(days=1)
    assert tell(desk) == 1
    (alert,) = list_alerts(OURS.id, store=room.store)
    finish(alert.id, OURS.id, store=room.store, now=room.clock.now())
    room.clock.move(days=1)
    assert tell(desk) == 0


def test_what_could_not_be_sent_is_sent_the_next_time(room: PostRoom, postbox: Postbox) -> None:
    people(room)
    given_up(room)
    with pytest.raises(TellingError):
        tell(desk_of(room, postbox, port=1))
    assert tell(desk_of(room, postbox)) == 1


def test_a_server_that_nobody_vouches_for_gets_no_password(
    room: PostRoom, postbox: Postbox
) -> None:
    people(room)
    given_up(room)
    with pytest.raises(TellingError):
        tell(desk_of(room, postbox, ca_file=None))
    assert (postbox.sent, postbox.logins) == ([], [])


def test_addresses_of_the_settings_come_first(room: PostRoom, postbox: Postbox) -> None:
    people(room)
    given_up(room, organisation=None)
    given_up(room, about="kanaal-2", organisation=THEIRS.id)
    assert tell(desk_of(room, postbox, to=["wacht@example.org"])) == 2
    assert [to for to, _ in postbox.sent] == [["wacht@example.org"]] * 2


def test_without_anyone_to_tell_it_waits(room: PostRoom, postbox: Postbox) -> None:
    given_up(room)
    assert tell(desk_of(room, postbox)) == 0
    people(room)
    assert tell(desk_of(room, postbox)) == 1


def test_nobody_is_done_with_an_alert_of_another_organisation(room: PostRoom) -> None:
    given_up(room)
    (alert,) = list_alerts(None, store=room.store)
    with pytest.raises(NotFoundError):
        finish(alert.id, THEIRS.id, store=room.store, now=room.clock.now())


def test_the_keeper_tells_when_there_is_a_mail_server(
    room: PostRoom, postbox: Postbox, tmp_path: Path
) -> None:
    people(room)
    given_up(room)
    assert alert_rounds(Settings(data=tmp_path), room.store) == ()
    settings = Settings(data=tmp_path, smtp=settings_of(postbox))
    (walk,) = alert_rounds(settings, room.store)
    walk.walk()
    assert len(postbox.sent) == 1


def test_without_encryption_when_that_is_asked(room: PostRoom) -> None:
    kept = Postbox(free_port())
    controller = Controller(kept, hostname="localhost", port=kept.port)
    controller.start()
    try:
        server = MailServer("localhost", kept.port, "postkamer@example.org", encryption="geen")
        SmtpMailer(server).send(["an@example.org"], subject="Proef", text="Eén regel.\n")
    finally:
        controller.stop()
    ((_, message),) = kept.sent
    assert message.get_content().split() == ["Eén", "regel."]  # type: ignore[attr-defined]
