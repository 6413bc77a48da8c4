import re
from collections.abc import Callable
from pathlib import Path

import pytest

from service.settings import (
    ConfigurationError,
    Mailbox,
    MailOauth,
    Oidc,
    Section,
    Settings,
    Smtp,
    WatchedFolder,
)


def test_without_variables_everything_has_a_default() -> None:
    assert Settings.of({"HOME": "/home/someone"}) == Settings()


def test_a_variable_is_taken_over() -> None:
    assert Settings.of({"POSTKAMER_FILE_SECONDS": "60"}).file_seconds == 60


def test_the_folder_of_tesseract_is_taken_over() -> None:
    assert Settings.of({"TESSDATA_PREFIX": "/data"}).tessdata == Path("/data")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("POSTKAMER_FILE_SECONDS", "soon"),
        ("POSTKAMER_FILE_SECONDS", "0"),
        ("POSTKAMER_MEMORY_MB", "10"),
        ("POSTKAMER_COLOUR", "blue"),
        ("POSTKAMER_BROKER", "redis://localhost"),
    ],
)
def test_a_wrong_variable_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        Settings.of({name: value})


@pytest.fixture
def config(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Write a configuration file; return the environment that names it."""

    def write(text: str) -> dict[str, str]:
        path = tmp_path / "postkamer.toml"
        path.write_text(text)
        return {"POSTKAMER_CONFIG": str(path)}

    return write


Config = Callable[[str], dict[str, str]]


def test_the_environment_wins_over_the_file(config: Config) -> None:
    environment = config('port = 1\nhost = "::1"')
    settings = Settings.of({**environment, "POSTKAMER_PORT": "2"})
    assert (settings.port, settings.host) == (2, "::1")


def test_a_folder_in_the_file_counts_from_the_file(config: Config, tmp_path: Path) -> None:
    settings = Settings.of(config('data = "hier"\n[[watch]]\nfolder = "/scans"'))
    assert settings.data == tmp_path / "hier"
    assert settings.watch[0].folder == Path("/scans")


def test_a_list_in_the_environment_has_commas() -> None:
    settings = Settings.of({"POSTKAMER_WEBHOOK_NETWORKS": "10.0.0.0/8, fd00::/8"})
    assert settings.webhook_networks == ("10.0.0.0/8", "fd00::/8")


def test_all_faults_of_a_file_are_named_at_once_without_their_values(config: Config) -> None:
    text = 'port = "geheim"\nkleur = 1\n[[mailbox]]\nhost = "x"\nuser = "u"\nwachtwoord = "y"'
    with pytest.raises(ConfigurationError) as error:
        Settings.of(config(text))
    told = str(error.value)
    assert all(key in told for key in ("port", "kleur", "mailbox.0.wachtwoord"))
    assert "geheim" not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('port = "x"', "port: is geen heel getal."),
        ("port = 70000", "port: mag niet meer dan 65535 zijn."),
        ("file_seconds = 0", "file_seconds: moet meer dan 0 zijn."),
        ("memory_mb = 1", "memory_mb: moet 512 of meer zijn."),
        ('all_pages = "misschien"', "all_pages: schrijf true of false."),
        ('organisation_name = ""', "organisation_name: vul deze instelling in."),
        ('oin = "12"', "oin: heeft niet de goede vorm; zie docs/instellingen.md."),
        ('[[watch]]\nprofile = "awb"', "watch.0.folder: vul deze instelling in."),
        ('[[watch]]\nfolder = "x"\nchannel = "duif"', "channel: kies uit 'post', "),
    ],
)
def test_a_fault_of_a_setting_is_told_in_dutch(config: Config, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        Settings.of(config(text))
    assert told in str(error.value)
    assert not {"should", "input", "or", "valid"} & set(str(error.value).lower().split())


@pytest.mark.parametrize("text", ["port =", "\xff"])
def test_a_file_that_is_no_toml_is_named(config: Config, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"postkamer\.toml"):
        Settings.of(config(text))


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"nergens\.toml"):
        Settings.of({"POSTKAMER_CONFIG": "/nergens.toml"})


PAGE = Path(__file__).parents[3] / "docs" / "instellingen.md"
NESTED = {"watch", "mailbox", "oidc", "oauth", "smtp"}
TABLES = (Settings, WatchedFolder, Mailbox, MailOauth, Oidc, Smtp)


@pytest.mark.parametrize(
    ("table", "key"), [(table, key) for table in TABLES for key in table.model_fields]
)
def test_every_setting_stands_in_the_documentation(table: type[Section], key: str) -> None:
    lines = PAGE.read_text().splitlines()
    rows = [line for line in lines if line.startswith(f"| `{key}` |")]
    nested = key in NESTED and any(f"{key}]" in line for line in lines)
    default = table.model_fields[key].default
    written = str(default).lower() if isinstance(default, bool) else default  # as TOML has it
    shown = f"`{written}`" if isinstance(default, (int, float, str)) and default != "" else ""
    assert nested or any(shown in row for row in rows)


def test_the_documentation_has_no_setting_that_does_not_exist() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text(), flags=re.MULTILINE))
    assert named <= {key for table in TABLES for key in table.model_fields}
