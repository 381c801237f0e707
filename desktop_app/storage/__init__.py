"""SQLAlchemy tables, migrations, search, attachments by hash and backups."""
