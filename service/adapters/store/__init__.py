"""The database: tables, migrations and one module for each thing that is kept in it."""
