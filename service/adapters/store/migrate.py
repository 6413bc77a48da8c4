"""Bringing a database to the present tables, from whatever version it has."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from service.adapters.store.append_only import guard
from service.adapters.store.database import Database

MIGRATIONS = Path(__file__).with_name("migrations")


class NewerError(Exception):
    """A database that a newer version made."""


def migrate(database: Database, *, to: str = "head") -> None:
    """Run the migrations that the database lacks; one process at a time.

    Raises:
        NewerError: when it has migrations that this version does not know.

    """
    with database.accepting() as connection:
        try:
            command.upgrade(configuration(connection), to)
        except CommandError as error:
            raise NewerError from error
        if sa.inspect(connection).has_table("audit"):
            guard(connection)


def is_migrated(database: Database) -> bool:
    """Tell whether the database has the tables of this version."""
    with database.reading() as connection:
        wanted = ScriptDirectory.from_config(configuration(connection)).get_heads()
        return set(MigrationContext.configure(connection).get_current_heads()) == set(wanted)


def configuration(connection: sa.Connection) -> Config:
    """Return Alembic's configuration for one connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
