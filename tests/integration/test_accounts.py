"""Accounts: invited once, logged in with a password, out in time, and no guessing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.passwords import Argon2Passwords
from service.ports.errors import NotFoundError
from service.records.letters import Organisation
from service.records.people import Account, Role
from service.usecases.accounts import (
    MOST_WRONG,
    AccountDesk,
    InvalidInvitationError,
    Person,
    TooManyLoginsError,
    Vouched,
    WrongFieldError,
    WrongLoginError,
    accept_invitation,
    first_invitation,
    invite,
    invite_again,
    log_in,
    log_in_vouched,
    log_out,
    whose_session,
)
from tests.posts import OURS, THEIRS, PostRoom
from tests.web import CHEAP, office

EMAIL, PASSWORD = "a.beheer@voorbeeld.nl", "vier losse woorden hier"
NEW = Organisation("nieuw", "Nieuw kantoor", "awb")


@pytest.fixture
def desk(room: PostRoom, tmp_path: Path) -> Iterator[AccountDesk]:
    with office(room, tmp_path) as opened:
        yield opened.parts.accounts


@pytest.fixture
def admin(desk: AccountDesk) -> Account:
    """Return the first administrator."""
    secret = first_invitation(OURS, desk=desk)
    assert secret is not None
    return accept_invitation(secret, Person("A. Beheer", EMAIL, PASSWORD), desk=desk)


def login(desk: AccountDesk, password: str = PASSWORD, place: str = "10.0.0.1") -> str:
    return log_in(EMAIL.upper(), password, place=place, desk=desk)


def test_the_first_start_makes_the_organisation_and_invites_an_administrator(
    desk: AccountDesk,
) -> None:
    secret = first_invitation(NEW, desk=desk)
    assert secret is not None
    account = accept_invitation(secret, Person("B", "b@voorbeeld.nl", PASSWORD), desk=desk)
    assert (account.organisation_id, account.role) == ("nieuw", Role.BEHEERDER)


def test_a_new_start_gives_a_new_link_and_the_old_one_stops_working(desk: AccountDesk) -> None:
    old, new = (first_invitation(OURS, desk=desk) for _ in range(2))
    assert old is not None
    assert new is not None
    with pytest.raises(InvalidInvitationError):
        accept_invitation(old, Person("A", EMAIL, PASSWORD), desk=desk)
    accept_invitation(new, Person("A", EMAIL, PASSWORD), desk=desk)


@pytest.mark.usefixtures("admin")
def test_there_is_no_link_any_more_when_someone_has_an_account(desk: AccountDesk) -> None:
    assert first_invitation(OURS, desk=desk) is None


def test_a_link_works_once_and_not_for_ever(desk: AccountDesk, room: PostRoom) -> None:
    secret = invite(OURS.id, Role.JURIST, desk=desk)
    accept_invitation(secret, Person("J", "j@voorbeeld.nl", PASSWORD), desk=desk)
    with pytest.raises(InvalidInvitationError):
        accept_invitation(secret, Person("K", "k@voorbeeld.nl", PASSWORD), desk=desk)
    late = invite(OURS.id, Role.JURIST, desk=desk)
    room.clock.move(days=3)
    with pytest.raises(InvalidInvitationError):
        accept_invitation(late, Person("L", "l@voorbeeld.nl", PASSWORD), desk=desk)


@pytest.mark.parametrize(
    ("email", "password", "fault"),
    [
        ("n@voorbeeld.nl", "kort", ("password", "te_kort")),
        ("n@voorbeeld.nl", "x" * 201, ("password", "te_lang")),
        ("n@voorbeeld.nl", "aaaaaaaaaaaaaa", ("password", "te_makkelijk")),
        ("naam@voorbeeld.nl", "naam@voorbeeld.nl", ("password", "te_makkelijk")),
        (EMAIL, PASSWORD, ("email", "bestaat_al")),
    ],
)
@pytest.mark.usefixtures("admin")
def test_what_will_not_do_leaves_the_link_usable(
    desk: AccountDesk, email: str, password: str, fault: tuple[str, str]
) -> None:
    secret = invite(OURS.id, Role.MAILROOM, desk=desk)
    with pytest.raises(WrongFieldError) as caught:
        accept_invitation(secret, Person("N", email, password), desk=desk)
    assert (caught.value.field, caught.value.code) == fault
    accept_invitation(secret, Person("N", "n@voorbeeld.nl", PASSWORD), desk=desk)


def test_nobody_is_invited_to_an_organisation_that_is_not_there(desk: AccountDesk) -> None:
    with pytest.raises(NotFoundError):
        invite("niemand", Role.JURIST, desk=desk)
    with pytest.raises(NotFoundError):
        invite_again("niemand@voorbeeld.nl", desk=desk)


def test_a_new_password_ends_every_session(desk: AccountDesk, admin: Account) -> None:
    session = login(desk)
    secret = invite_again(EMAIL, desk=desk)
    accept_invitation(secret, Person("", "", "een heel ander wachtwoord"), desk=desk)
    assert whose_session(session, desk=desk) is None
    with pytest.raises(WrongLoginError):
        login(desk)
    again = whose_session(login(desk, "een heel ander wachtwoord"), desk=desk)
    assert again is not None
    assert again.id == admin.id


def test_a_session_ends_when_it_is_not_used_and_at_the_end_of_the_day(
    desk: AccountDesk, room: PostRoom, admin: Account
) -> None:
    used, unused = login(desk), login(desk)
    for _ in range(13):
        room.clock.move(minutes=55)
        found = whose_session(used, desk=desk)
        assert found is not None
        assert found.id == admin.id
    assert whose_session(unused, desk=desk) is None
    room.clock.move(minutes=6)
    assert whose_session(used, desk=desk) is None


@pytest.mark.usefixtures("admin")
def test_logging_out_ends_the_session(desk: AccountDesk) -> None:
    secret = login(desk)
    log_out(secret, desk=desk)
    assert whose_session(secret, desk=desk) is None


@pytest.mark.usefixtures("admin")
def test_guessing_stops_after_a_few_times_wherever_it_comes_from(
    desk: AccountDesk, room: PostRoom
) -> None:
    for number in range(MOST_WRONG):
        with pytest.raises(WrongLoginError):
            login(desk, "verkeerd wachtwoord", f"10.0.0.{number}")
    with pytest.raises(TooManyLoginsError) as caught:
        login(desk)
    assert 0 < caught.value.wait_s <= 900
    room.clock.move(seconds=caught.value.wait_s)
    assert login(desk)


@pytest.mark.usefixtures("admin")
def test_trying_many_addresses_from_one_place_stops_too(desk: AccountDesk) -> None:
    for number in range(50):
        with pytest.raises(WrongLoginError):
            log_in(f"{number}@voorbeeld.nl", PASSWORD, place="10.0.0.9", desk=desk)
    with pytest.raises(TooManyLoginsError):
        login(desk, place="10.0.0.9")
    assert login(desk, place="10.0.0.8")


@pytest.mark.usefixtures("admin")
def test_a_right_password_forgives_the_wrong_ones(desk: AccountDesk) -> None:
    for _ in range(3):
        for _ in range(MOST_WRONG - 1):
            with pytest.raises(WrongLoginError):
                login(desk, "verkeerd wachtwoord")
        login(desk)


def test_nothing_of_a_secret_or_a_password_is_kept(
    desk: AccountDesk, room: PostRoom, admin: Account, tmp_path: Path
) -> None:
    secrets = [login(desk), invite(OURS.id, Role.JURIST, desk=desk), PASSWORD]
    room.store.database.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("test.db*"))
    assert not [secret for secret in secrets if secret.encode() in kept]
    assert b"$argon2id$" in kept


def vouched(*roles: str, organisation: Organisation = OURS, email: str = EMAIL) -> Vouched:
    return Vouched(email, "A. Beheer", roles, organisation.id)


def test_who_is_vouched_for_gets_an_account_with_the_first_login(desk: AccountDesk) -> None:
    found = whose_session(log_in_vouched(vouched("jurist"), desk=desk), desk=desk)
    assert found is not None
    assert (found.role, found.password_hash) == (Role.JURIST, None)


def test_the_role_follows_the_organisation_at_each_login(desk: AccountDesk) -> None:
    log_in_vouched(vouched("beheerder"), desk=desk)
    secret = log_in_vouched(vouched("mailroom", "iets anders"), desk=desk)
    found = whose_session(secret, desk=desk)
    assert found is not None
    assert found.role is Role.MAILROOM


@pytest.mark.parametrize(
    "person", [vouched(), vouched("koffie"), vouched("jurist", email="")], ids=str
)
def test_without_a_role_or_an_address_nobody_comes_in(desk: AccountDesk, person: Vouched) -> None:
    with pytest.raises(WrongLoginError):
        log_in_vouched(person, desk=desk)


@pytest.mark.usefixtures("admin")
def test_another_organisation_cannot_vouch_for_our_people(desk: AccountDesk) -> None:
    with pytest.raises(WrongLoginError):
        log_in_vouched(vouched("beheerder", organisation=THEIRS), desk=desk)


def test_an_account_without_a_password_has_no_password(desk: AccountDesk) -> None:
    log_in_vouched(vouched("jurist"), desk=desk)
    for password in ("", PASSWORD, "None"):
        with pytest.raises(WrongLoginError):
            login(desk, password)


def test_a_password_is_right_or_wrong() -> None:
    passwords = Argon2Passwords(CHEAP)
    kept = passwords.hash("geheim")
    assert passwords.is_right(kept, "geheim")
    assert not passwords.is_right(kept, "Geheim")
    assert not passwords.is_right(None, "geheim")
    assert not passwords.is_right("geen hash", "geheim")
