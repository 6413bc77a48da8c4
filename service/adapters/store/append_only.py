"""Lets the database itself refuse every change of the audit log.

This stops mistakes and whoever may use the tables but not change them; who owns the database can
take a trigger away, and is found by the chain (see `audit`). Done after every migration and not in
one, so that a table that a migration makes anew has its triggers again.
"""

import sqlalchemy as sa

REFUSAL = "the audit log is only added to"
SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS audit_no_{act.lower()} BEFORE {act} ON audit "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for act in ("UPDATE", "DELETE")
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)
IS_THERE = (
    "SELECT 1 FROM pg_trigger WHERE tgname = 'audit_no_change' AND tgrelid = 'audit'::regclass"
)


def guard(connection: sa.Connection) -> None:
    """Let the database refuse changes; doing it again changes nothing."""
    if connection.dialect.name == "sqlite":
        statements: tuple[str, ...] = SQLITE
    else:
        is_there = connection.exec_driver_sql(IS_THERE).first() is not None
        statements = () if is_there else POSTGRESQL
    for statement in statements:
        connection.exec_driver_sql(statement)
