"""What went up to the central system, is being uploaded, was erased; what offices report."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ID = sa.String(length=36)
_HASH = sa.String(length=64)
_STATE = sa.String(length=16)
_TIME = sa.String(length=32)
_SIZE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add packages, uploads, tombstones, reported figures, the central system's note."""
    op.add_column(
        "initiative", sa.Column("portal_note", sa.Text(), server_default="", nullable=False)
    )
    op.create_table(
        "package",
        sa.Column("id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_table(
        "package_item",
        sa.Column("package_id", _ID, nullable=False),
        sa.Column("initiative_id", _ID, nullable=False),
        sa.Column("revision_hash", _HASH, nullable=False),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"]),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("package_id", "initiative_id"),
    )
    op.create_index("package_item_by_initiative", "package_item", ["initiative_id"])
    op.create_table(
        "upload",
        sa.Column("id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("size", _SIZE, nullable=False),
        sa.Column("modified", _SIZE, nullable=False),
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("computer", _ID, nullable=False),
        sa.Column("connector", _STATE, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("sent", _SIZE, nullable=False),
        sa.Column("state", _STATE, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("checked", _STATE, nullable=False),
        sa.Column("package_id", _ID, nullable=True),
        sa.Column("added_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME, nullable=True),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "tombstone",
        sa.Column("hash", _HASH, nullable=False),
        sa.Column("kind", _STATE, nullable=False),
        sa.Column("initiative_id", _ID, nullable=True),
        sa.Column("reason", _STATE, nullable=False),
        sa.Column("erased_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("hash", "kind"),
    )
    op.create_index("tombstone_by_initiative", "tombstone", ["initiative_id"])
    op.create_table(
        "reported_figures",
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("unit_id", _ID, nullable=False),
        sa.Column("office_id", _ID, nullable=False),
        sa.Column("as_of", sa.String(length=10), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("scope", "unit_id"),
    )
    op.create_index("reported_figures_by_office", "reported_figures", ["office_id"])
    if op.get_bind().dialect.name == "sqlite":
        _let_erase_sqlite()
    else:
        _let_erase_postgresql()


# What is append-only may be changed only where a tombstone says that somebody was erased from it,
# and never its hash, its number or whose it is.
_STAYS = {
    "revision": ("initiative_id", "hash", "number"),
    "recognition_record": ("id", "initiative_id", "revision_hash", "state"),
    "audit": ("id", "at", "action", "subject", "by"),
}
_ERASED = {
    "revision": "tombstone.hash = old.hash AND tombstone.kind = 'revision'",
    "recognition_record": "tombstone.initiative_id = old.initiative_id",
    "audit": "tombstone.initiative_id = old.subject",
}


def _let_erase_sqlite() -> None:
    for table, columns in _STAYS.items():
        other = " OR ".join(f"new.{name} IS NOT old.{name}" for name in columns)
        op.execute(f"DROP TRIGGER {table}_no_update")
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {other} "
            f"OR NOT EXISTS (SELECT 1 FROM tombstone WHERE {_ERASED[table]}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _let_erase_postgresql() -> None:
    allowed = ""
    for table, columns in _STAYS.items():
        same = " AND ".join(f"new.{name} IS NOT DISTINCT FROM old.{name}" for name in columns)
        allowed += (
            f"IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = '{table}' THEN IF {same} "
            f"AND EXISTS (SELECT 1 FROM tombstone WHERE {_ERASED[table]}) "
            "THEN RETURN new; END IF; END IF; "
        )
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {allowed}"
        "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23000'; END $$"
    )
