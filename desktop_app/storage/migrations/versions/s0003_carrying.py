"""What carrying keeps: set-aside files, explained numbers, what was passed on."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SIZE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add what carrying keeps."""
    op.add_column(
        "verdict", sa.Column("signer", sa.String(length=80), server_default="", nullable=False)
    )
    op.add_column("verdict", sa.Column("files", sa.Text(), server_default="[]", nullable=False))
    if op.get_bind().dialect.name != "sqlite":
        # SQLite's whole numbers have eight bytes anyway.
        op.alter_column("bundle", "size", type_=_SIZE)
    op.create_table(
        "quarantined",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("size", _SIZE, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("bundle_id", sa.String(length=36), nullable=True),
        sa.Column("sender_key", sa.String(length=80), nullable=False),
        sa.Column("unit", sa.String(length=250), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "chain_note",
        sa.Column("sender_key", sa.String(length=80), nullable=False),
        sa.Column("recipient_unit", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sender_key", "recipient_unit", "sequence"),
    )
    op.create_table(
        "relayed",
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=False),
        sa.Column("bundle_id", sa.String(length=36), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("initiative_id", "revision_hash"),
    )
