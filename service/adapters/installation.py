"""What this machine must have, and how to get what it has not: the checks behind `doctor`."""

import importlib.metadata
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.ocr import EngineMissingError, engine_names, find_tessdata, load_engine
from extractors.word_engine import load_word_engine

OLDEST_PYTHON = (3, 11)
DISTRIBUTION = "postkamer"
OWN_NAMES = ("service", "validators", "extractors")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `remedy` is empty when it is in order."""

    what: str
    found: str
    remedy: str = ""

    @property
    def is_good(self) -> bool:
        """Tell whether nothing has to be done."""
        return not self.remedy


def check_python() -> Check:
    """Look at the version of Python."""
    found = ".".join(str(part) for part in sys.version_info[:3])
    is_new = sys.version_info[:2] >= OLDEST_PYTHON
    return Check("Python", found, "" if is_new else "Installeer Python 3.11 of nieuwer.")


def check_tesseract() -> Check:
    """Look for the program `tesseract`."""
    path = shutil.which("tesseract")
    if path is None:
        return Check("programma tesseract", "niet gevonden", "apt-get install tesseract-ocr")
    answer = subprocess.run(  # noqa: S603 - the program that PATH gives, without a shell
        [path, "--version"], capture_output=True, text=True, timeout=20, check=False
    )
    first = (answer.stdout or answer.stderr).partition("\n")[0]
    return Check("programma tesseract", f"{first} ({path})")


def check_dutch(tessdata: Path | None) -> Check:
    """Look for the Dutch language data."""
    try:
        return Check("Nederlandse taalgegevens", str(find_tessdata(tessdata)))
    except EngineMissingError:
        remedy = "apt-get install tesseract-ocr-nld, of zet de map in TESSDATA_PREFIX"
        return Check("Nederlandse taalgegevens", "nld.traineddata niet gevonden", remedy)


def check_engines(tessdata: Path | None) -> Iterator[Check]:
    """Try to load each engine."""
    for name in engine_names():
        try:
            yield Check(f"leesmachine {name}", load_engine(name, tessdata=tessdata).version)
        except EngineMissingError as error:
            remedy = f"{error.part} ontbreekt: draai `make run` of installeer het"
            yield Check(f"leesmachine {name}", "werkt niet", remedy)


def check_second_engine() -> Check:
    """Look for the engine that gives a second opinion, and reads handwriting."""
    try:
        return Check("tweede leesmachine", load_word_engine().version)
    except EngineMissingError as error:
        remedy = f"{error.part} ontbreekt: draai `make run` of installeer het"
        return Check("tweede leesmachine", "werkt niet", remedy)


def check_packages() -> Check:
    """Look whether every distribution that Postkamer asks for is installed."""
    try:
        wanted = importlib.metadata.requires(DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        return Check("pakketten", "postkamer is niet geinstalleerd", "draai `make run`")
    names = [_name_of(line) for line in wanted if "extra ==" not in line]
    missing = [name for name in names if not _is_installed(name)]
    remedy = f"draai `make run`; er ontbreekt {', '.join(missing)}" if missing else ""
    return Check("pakketten", f"{len(names) - len(missing)} van {len(names)}", remedy)


def check_names() -> Check:
    """Look whether another distribution brings folders with the names of ours."""
    owners = importlib.metadata.packages_distributions()
    others = sorted(
        {owner for name in OWN_NAMES for owner in owners.get(name, ()) if owner != DISTRIBUTION}
    )
    remedy = f"pip uninstall {' '.join(others)}" if others else ""
    return Check("namen van pakketten", ", ".join(others) or "geen botsing", remedy)


def check_temporary_folder() -> Check:
    """Look whether temporary files can be written."""
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"postkamer")
    except OSError:
        return Check("tijdelijke map", "niet beschrijfbaar", "zet TMPDIR op een map met ruimte")
    return Check("tijdelijke map", tempfile.gettempdir())


def check_box() -> Check:
    """Look whether the processes that open files can be kept from the network."""
    what = "leesprocessen zonder netwerk"
    tried = subprocess.run(
        [sys.executable, "-c", "from service.adapters.box import close_network; close_network()"],
        capture_output=True,
        timeout=20,
        check=False,
    )
    if tried.returncode == 0:
        return Check(what, "werkt")
    return Check(what, "niet mogelijk", "apt-get install libseccomp2")


def _name_of(requirement: str) -> str:
    end = next((i for i, char in enumerate(requirement) if char in "<>=!~;[ ("), len(requirement))
    return requirement[:end]


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
