"""The only reader of the environment and of the configuration file; all is checked once, at start.

Every key may stand in a TOML file, named by POSTKAMER_CONFIG; a plain value may also come from the
environment as POSTKAMER_ and the key in capitals, which then wins. Tables (watched folders,
mailboxes, the login of others) only stand in the file. `docs/instellingen.md` lists all keys.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator

from service.setting_faults import said_of
from validators.report import Channel

PREFIX = "POSTKAMER_"
CONFIG = "POSTKAMER_CONFIG"
TESSDATA = "TESSDATA_PREFIX"  # Tesseract's own name for it
OWN = "eigen"  # the organisation that the first start makes
LISTS = frozenset({"channel_kinds", "webhook_networks"})  # written with commas in the environment
# Relative to the file that they stand in.
PATHS = frozenset({"data", "key_file", "tessdata", "profiles", "folder", "letters"})

MAIL_PATHS = frozenset({"ca_file"})

MIB = 1024 * 1024


class ConfigurationError(Exception):
    """Something about this installation is wrong: what, where and what to do about it."""


class Section(BaseModel):
    """What all parts of the configuration share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WatchedFolder(Section):
    """A folder in which a scanner or a program drops letters."""

    folder: Path
    organisation: str = OWN
    profile: str | None = None
    channel: Channel = Channel.POST
    every_seconds: Annotated[float, Field(ge=1)] = 10.0
    looks: Annotated[int, Field(ge=2)] = 2  # in which a file must have stood still
    patience_minutes: Annotated[float, Field(ge=0)] = 10.0  # with what is empty or not readable


class MailOauth(Section):
    """The app with which a mailbox opens that takes no password, such as of Exchange Online."""

    token_url: Annotated[str, Field(pattern=r"^https://")]
    client_id: str
    client_secret: SecretStr
    scope: str = "https://outlook.office365.com/.default"
    ca_file: Path | None = None  # the certificate of an authority of one's own


class Mailbox(Section):
    """A mailbox (IMAP over TLS) of which new messages are taken in."""

    host: str
    user: str
    password: SecretStr | None = None
    oauth: MailOauth | None = None  # instead of a password
    port: Annotated[int, Field(ge=1, le=65535)] = 993
    folder: str = "INBOX"
    done_folder: str = "Verwerkt"
    failed_folder: str = "Fout"  # messages of which not all could be taken in
    organisation: str = OWN
    profile: str | None = None
    every_seconds: Annotated[float, Field(ge=1)] = 60.0
    timeout_seconds: Annotated[float, Field(gt=0)] = 60.0
    ca_file: Path | None = None  # the certificate of an authority of one's own

    @model_validator(mode="after")
    def _opens_in_one_way(self) -> Self:
        if (self.password is None) == (self.oauth is None):
            message = "geef een password, of een tabel oauth, en niet allebei"
            raise ValueError(message)
        return self


class Smtp(Section):
    """The mail server over which administrators are told of alerts."""

    host: str
    sender: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    encryption: Literal["starttls", "tls", "geen"] = "starttls"
    user: str | None = None
    password: SecretStr | None = None
    to: tuple[str, ...] = ()  # instead of the administrators of each organisation
    timeout_seconds: Annotated[float, Field(gt=0)] = 30.0
    ca_file: Path | None = None  # the certificate of an authority of one's own


class Oidc(Section):
    """Logging in with the accounts of the organisation (OpenID Connect)."""

    issuer: str
    client_id: str
    client_secret: SecretStr
    organisation: str = OWN
    role_claim: str = "roles"


class Settings(Section):
    """What an administrator may set."""

    # reading
    file_seconds: Annotated[float, Field(gt=0)] = 300.0
    memory_mb: Annotated[int, Field(ge=512)] = 3072
    all_pages: bool = False  # also what no report needs: clean backs, enclosures to their end
    handwriting: bool = True  # suggest what handwriting may say; nothing is decided by it
    tessdata: Path | None = None
    profiles: Path | None = None  # a folder with profiles of one's own

    # letters to citizens: a folder with one's own texts and Word templates
    letters: Path | None = None

    # where things are kept
    data: Path = Path("postkamer-data")
    database: str | None = None  # an SQLAlchemy URL; by default SQLite in `data`
    blobs: str | None = None  # s3://bucket/prefix; by default a folder in `data`
    # `database`, or amqp://user:password@host/vhost
    broker: Annotated[str, Field(pattern=r"^(database|amqps?://.+)$")] = "database"
    key_file: Path | None = None  # by default in `data`; the key of what is kept encrypted
    key: SecretStr | None = None  # the key itself, for who has a vault
    organisation_name: Annotated[str, Field(min_length=1, max_length=200)] = "Onze organisatie"
    organisation_profile: str = "awb"

    # the web service
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    web_threads: Annotated[int, Field(ge=1, le=256)] = 8
    public_url: str | None = None  # as others reach it, for links in messages
    trusted_proxies: Annotated[int, Field(ge=0, le=5)] = 0
    upload_mb: Annotated[int, Field(ge=1)] = 2048  # one request
    file_mb: Annotated[int, Field(ge=1)] = 100  # one letter
    upload_files: Annotated[int, Field(ge=1)] = 10_000  # files in one request or ZIP
    requests_per_minute: Annotated[int, Field(ge=1)] = 600  # for each API key
    # whom users of the API ask for help
    contact_name: Annotated[str, Field(min_length=1, max_length=200)] = "Beheer van Postkamer"
    contact_email: str | None = None  # by default postmaster@ the host of public_url
    contact_url: str | None = None  # by default the page that explains the API

    # work
    workers: Annotated[int, Field(ge=0)] = 0  # processes that read letters; 0 is one per core
    lease_seconds: Annotated[float, Field(gt=0)] = 8.0
    crashes: Annotated[int, Field(ge=1)] = 3  # after so many a letter is put aside
    stop_seconds: Annotated[float, Field(gt=0)] = 30.0

    # telling others
    oin: Annotated[str, Field(pattern=r"^\d{20}$")] = "00000000000000000000"
    webhook_networks: tuple[str, ...] = ()  # private networks that webhooks may reach
    channel_kinds: tuple[str, ...] = ("webhook",)  # that organisations may make themselves
    retry_first_seconds: Annotated[float, Field(ge=1)] = 10.0  # before the second attempt
    retry_longest_hours: Annotated[float, Field(gt=0, le=24)] = 6.0  # between two attempts
    retry_days: Annotated[float, Field(gt=0, le=30)] = 3.0  # then a report is given up
    metrics_host: str = "127.0.0.1"
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 9464
    log_format: Literal["json", "text"] = "json"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    otlp_endpoint: str | None = None

    # post that is fetched, and e-mail from any door
    mail_mb: Annotated[int, Field(ge=1)] = 50  # one message; opening it takes ten times as much
    mail_days: Annotated[int, Field(ge=1)] = 30  # that a message without letters is kept
    mail_hosts: tuple[str, ...] = ()  # our own mail servers: what they write is the receipt
    watch: tuple[WatchedFolder, ...] = ()
    mailbox: tuple[Mailbox, ...] = ()
    oidc: Oidc | None = None
    smtp: Smtp | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """Take the settings out of environment variables and the file that they name.

        Raises:
            ConfigurationError: naming each key that is unknown or has no sensible value.

        """
        from_file = _from_file(environment.get(CONFIG))
        from_environment: dict[str, object] = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environment.items()
            if name.startswith(PREFIX) and name != CONFIG
        }
        for name in LISTS & from_environment.keys():
            from_environment[name] = [
                each.strip() for each in str(from_environment[name]).split(",") if each.strip()
            ]
        if environment.get(TESSDATA):
            from_environment["tessdata"] = environment[TESSDATA]
        try:
            return cls.model_validate(from_file | from_environment)
        except ValidationError as error:
            faults = _faults(error, from_environment, environment.get(CONFIG, ""))
            raise ConfigurationError("\n".join(faults)) from error

    @property
    def database_url(self) -> str:
        """Where the database is."""
        return self.database or f"sqlite:///{(self.data / 'postkamer.db').absolute()}"

    @property
    def key_path(self) -> Path:
        """Where the key is, unless it is given itself."""
        return self.key_file or self.data / "sleutel"

    @property
    def metrics_folder(self) -> Path:
        """Where processes write their counts."""
        return self.data / "cijfers"

    @property
    def given_key(self) -> str | None:
        """The key itself, when it is given."""
        return self.key.get_secret_value() if self.key else None


def _from_file(path: str | None) -> dict[str, object]:
    if not path:
        return {}
    try:
        found = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "dit bestand bestaat niet" if missing else "dit bestand is niet te lezen"
        message = f"{path}: {why}. Kijk wat {CONFIG} of --config noemt."
        raise ConfigurationError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: geen geldige TOML: {error}.") from error
    home = Path(path).absolute().parent
    watched = found.get("watch", [])
    mailboxes = [each for each in found.get("mailbox", []) if isinstance(each, dict)]
    apps = [each.get("oauth") for each in mailboxes]
    tables = [each for each in watched if isinstance(each, dict)]
    for table in (found, *tables):
        _from_home(table, PATHS, home)
    for given in (*mailboxes, *apps, found.get("smtp")):  # folders are those of the mail server
        if isinstance(given, dict):
            _from_home(given, MAIL_PATHS, home)
    return found


def _from_home(table: dict[str, object], paths: frozenset[str], home: Path) -> None:
    for key in paths & table.keys():
        value = table[key]
        if isinstance(value, str):
            table[key] = home / value


def _faults(error: ValidationError, variables: Mapping[str, object], path: str) -> list[str]:
    """Say of each wrong key where it stands and what is the matter; never its value."""
    faults = []
    for fault in error.errors(include_input=False, include_url=False):
        key = ".".join(str(part) for part in fault["loc"])
        where = (
            f"omgevingsvariabele {PREFIX}{key.upper()}" if key in variables else f"{path}: {key}"
        )
        if fault["type"] == "extra_forbidden":
            reason = "deze instelling bestaat niet; zie docs/instellingen.md"
        else:
            reason = said_of(fault["type"], fault.get("ctx", {}))
        faults.append(f"{where}: {reason}.")
    return faults


def read_settings(config: Path | None = None) -> Settings:
    """Read the settings of this process; `config` wins over the file that the environment names.

    Raises:
        ConfigurationError: naming each key that is unknown or has no sensible value.

    """
    named = {CONFIG: str(config)} if config is not None else {}
    return Settings.of({**os.environ, **named})


def use_metrics_folder(folder: Path) -> None:
    """Let this process write its counts where all processes do.

    The library looks at this when it is first imported, and never again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def use_one_native_thread() -> None:
    """Give every native library of this process, and of the programs it starts, one thread.

    Two Tesseracts with default threads on two cores spin against each other and take four times
    as long; the work is divided over processes and pages instead.
    """
    for name in (
        "OMP_THREAD_LIMIT",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "OPENCV_FOR_THREADS_NUM",
    ):
        os.environ[name] = "1"
