"""The only reader of the environment; values are checked once, at start.

| variable | meaning | default |
| --- | --- | --- |
| POSTKAMER_FILE_SECONDS | longest time one file may take | 300 |
| POSTKAMER_MEMORY_MB | memory one worker process may take | 3072 |
| POSTKAMER_PROFILES | folder with profiles of one's own (`docs/organisatie-toevoegen.md`) | none |
| TESSDATA_PREFIX | folder with the language data of Tesseract | the usual places |
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

PREFIX = "POSTKAMER_"
TESSDATA = "TESSDATA_PREFIX"  # Tesseract's own name for it


class ConfigurationError(Exception):
    """Something about this installation is wrong: what, where and what to do about it."""


class Settings(BaseModel):
    """What an administrator may set."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file_seconds: Annotated[float, Field(gt=0)] = 300.0
    memory_mb: Annotated[int, Field(ge=512)] = 3072
    profiles: Path | None = None
    tessdata: Path | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """Take the settings out of environment variables.

        Raises:
            ConfigurationError: naming the variable that is unknown or has no sensible value.

        """
        given = {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environment.items()
            if name.startswith(PREFIX)
        }
        if environment.get(TESSDATA):
            given["tessdata"] = environment[TESSDATA]
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            name = PREFIX + str(error.errors()[0]["loc"][0]).upper()
            message = (
                f"Omgevingsvariabele {name} klopt niet. Geef {PREFIX}FILE_SECONDS (meer dan 0) of "
                f"{PREFIX}MEMORY_MB (512 of meer) een getal en {PREFIX}PROFILES een map, of haal "
                "de variabele weg."
            )
            raise ConfigurationError(message) from error


def read_settings() -> Settings:
    """Read the settings of this process."""
    return Settings.of(os.environ)


def use_one_native_thread() -> None:
    """Give every native library of this process, and of the programs it starts, one thread.

    Two Tesseracts with default threads on two cores spin against each other and take four times
    as long; the work is divided over processes and pages instead.
    """
    for name in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
