"""Run by Alembic: works on the connection that `migrate` opened."""

from typing import Literal

from alembic import context

from service.adapters.store.tables import UtcTime, metadata


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write a type of ours as what the database knows, so that a migration never changes."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
    render_item=render_item,
    transactional_ddl=False,  # the transaction is that of `migrate`
)
context.run_migrations()
