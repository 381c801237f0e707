"""Run by Alembic: the connection is handed in by storage/schema.py."""

from alembic import context

connection = context.config.attributes["connection"]
# Each step runs inside the caller's transaction, so a killed migration leaves the old schema.
context.configure(connection=connection, target_metadata=None, transactional_ddl=True)
context.run_migrations()
