"""Puts together the profiles of an installation: those that come along and those in its folder."""

from dataclasses import replace
from pathlib import Path

from service.adapters.profile_files import read_profile_file, read_profile_folder
from service.settings import ConfigurationError, Settings
from service.texts import profiles as texts
from validators.profile import (
    Catalogue,
    ProfileError,
    ProfileFile,
    catalogue_of,
    check_profile,
)


def own_profiles(settings: Settings) -> tuple[ProfileFile, ...]:
    """Return the files in the folder for profiles of one's own, checked; none without a folder.

    Raises:
        ConfigurationError: with every fault in them, or when the folder cannot be read.

    """
    if settings.profiles is None:
        return ()
    try:
        found = read_profile_folder(settings.profiles)
    except OSError as error:
        raise ConfigurationError(texts.NO_PROFILES.format(folder=settings.profiles)) from error
    try:
        catalogue_of(found)
    except ProfileError as error:
        message = texts.WRONG_PROFILES.format(folder=settings.profiles, faults=error)
        raise ConfigurationError(message) from error
    return found


def catalogue(settings: Settings) -> Catalogue:
    """Return the profiles of this installation.

    Raises:
        ConfigurationError: when those that it brought itself are not right.

    """
    return catalogue_of(own_profiles(settings))


def profile_faults(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a profile file, each with the path as it was given."""
    try:
        file = read_profile_file(path)
    except OSError:
        return (texts.NO_PROFILE_FILE.format(path=path),)
    return tuple(str(replace(fault, file=str(path))) for fault in check_profile(file))
