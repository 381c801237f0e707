"""Steps for undo across restarts, and a draft as another computer of the team has it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what writing help keeps."""
    op.add_column("draft", sa.Column("places", sa.Text(), server_default="{}", nullable=False))
    op.create_table(
        "draft_step",
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("path", sa.String(length=400), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("initiative_id", "path", "number"),
    )
    op.create_table(
        "draft_copy",
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("device", sa.String(length=120), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.Column("taken_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("initiative_id"),
    )
