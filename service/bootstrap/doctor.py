"""Gathers the checks behind `postkamer doctor`."""

from collections.abc import Iterator

from service.adapters import installation
from service.adapters.installation import Check
from service.bootstrap.profiles import own_profiles
from service.settings import ConfigurationError, Settings


def checks(settings: Settings) -> Iterator[Check]:
    """Look at everything that Postkamer needs of this machine."""
    tessdata = settings.tessdata
    yield installation.check_python()
    yield installation.check_packages()
    yield installation.check_names()
    yield installation.check_tesseract()
    yield installation.check_dutch(tessdata)
    yield from installation.check_engines(tessdata)
    yield installation.check_second_engine()
    yield installation.check_temporary_folder()
    yield installation.check_box()
    yield _check_profiles(settings)


def _check_profiles(settings: Settings) -> Check:
    """Look whether the profiles of this installation can be used."""
    try:
        found = len(own_profiles(settings))
    except ConfigurationError as error:
        return Check("eigen profielen", str(settings.profiles), str(error))
    where = f"{found} in {settings.profiles}" if settings.profiles else "geen"
    return Check("eigen profielen", where)
