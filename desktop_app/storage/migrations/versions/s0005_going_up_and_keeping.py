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
