"""The first tables, the search index and the guards of what is append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# A revision, a record and the audit log never change; see architecture.md, "Data".
APPEND_ONLY = ("revision", "recognition_record", "audit")


def upgrade() -> None:
    """Make everything a new workspace needs."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        _index_sqlite()
    else:
        _guard_postgresql()
        _index_postgresql()


def _guard_sqlite() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )


def _index_sqlite() -> None:
    """Index the folded text with prefixes, so that search answers while typing."""
    op.execute(
        "CREATE VIRTUAL TABLE initiative_search USING fts5("
        "folded, content='initiative', content_rowid='row', prefix='1 2 3', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE TRIGGER initiative_search_insert AFTER INSERT ON initiative BEGIN "
        "INSERT INTO initiative_search(rowid, folded) VALUES (new.row, new.folded); END"
    )
    forget = (
        "INSERT INTO initiative_search(initiative_search, rowid, folded) "
        "VALUES ('delete', old.row, old.folded);"
    )
    op.execute(
        f"CREATE TRIGGER initiative_search_delete AFTER DELETE ON initiative BEGIN {forget} END"
    )
    op.execute(
        "CREATE TRIGGER initiative_search_update AFTER UPDATE OF folded ON initiative "
        "WHEN old.folded IS NOT new.folded "
        f"BEGIN {forget} "
        "INSERT INTO initiative_search(rowid, folded) VALUES (new.row, new.folded); END"
    )


def _index_postgresql() -> None:
    op.execute(
        "CREATE INDEX initiative_search ON initiative USING gin (to_tsvector('simple', folded))"
    )


def _make_tables() -> None:
    op.create_table(
        "audit",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=36), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "bundle",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("direction", sa.String(length=3), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("sender_key", sa.String(length=80), nullable=False),
        sa.Column("sender_unit", sa.String(length=36), nullable=False),
        sa.Column("recipient_unit", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=True),
        sa.Column("inner_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("handed_over_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "bundle_by_sender", "bundle", ["sender_key", "recipient_unit", "sequence"], unique=False
    )
    op.create_table(
        "programme",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("date_from", sa.String(length=10), nullable=True),
        sa.Column("date_to", sa.String(length=10), nullable=True),
        sa.Column("counting", sa.String(length=20), nullable=False),
        sa.Column("rounding", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "template",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("titles", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("pack_sha256", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.String(length=32), nullable=False),
        sa.Column("withdrawn_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", "version"),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("officer", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "bundle_item",
        sa.Column("bundle_id", sa.String(length=36), nullable=False),
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("intake", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bundle_id"],
            ["bundle.id"],
        ),
        sa.PrimaryKeyConstraint("bundle_id", "initiative_id"),
    )
    op.create_table(
        "initiative",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("template_id", sa.String(length=60), nullable=False),
        sa.Column("template_version", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=True),
        sa.Column("writing", sa.String(length=16), nullable=False),
        sa.Column("recognition", sa.String(length=16), nullable=False),
        sa.Column("submission", sa.String(length=16), nullable=False),
        sa.Column("portal", sa.String(length=40), nullable=False),
        sa.Column("portal_code", sa.String(length=80), nullable=False),
        sa.Column("writing_on", sa.String(length=10), nullable=False),
        sa.Column("recognition_on", sa.String(length=10), nullable=False),
        sa.Column("submission_on", sa.String(length=10), nullable=False),
        sa.Column("portal_on", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("initiative_by_code", "initiative", ["code"], unique=False)
    op.create_index(
        "initiative_by_submission", "initiative", ["submission", "updated_at", "row"], unique=False
    )
    op.create_index("initiative_by_time", "initiative", ["updated_at", "row"], unique=False)
    op.create_index(
        "initiative_by_unit", "initiative", ["unit_id", "updated_at", "row"], unique=False
    )
    op.create_table(
        "phase",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("programme_code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("date_from", sa.String(length=10), nullable=False),
        sa.Column("date_to", sa.String(length=10), nullable=False),
        sa.Column("peak", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_code"],
            ["programme.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "target",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("percent", sa.Double(), nullable=True),
        sa.Column("base", sa.String(length=30), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("unit_id", "scope"),
    )
    op.create_table(
        "unit_key",
        sa.Column("sign_key", sa.String(length=80), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("age_recipient", sa.String(length=80), nullable=False),
        sa.Column("device", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("first_seen_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("sign_key"),
    )
    op.create_index(op.f("ix_unit_key_unit_id"), "unit_key", ["unit_id"], unique=False)
    op.create_table(
        "unit_name",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("unit_id", "valid_from"),
    )
    op.create_table(
        "unit_parent",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["unit.id"],
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("unit_id", "valid_from"),
    )
    op.create_table(
        "unit_people",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("as_of", sa.String(length=10), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("unit_id", "as_of"),
    )
    op.create_table(
        "draft",
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("pending", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
        ),
        sa.PrimaryKeyConstraint("initiative_id"),
    )
    op.create_table(
        "recognition_record",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(
        op.f("ix_recognition_record_initiative_id"),
        "recognition_record",
        ["initiative_id"],
        unique=False,
    )
    op.create_table(
        "revision",
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.String(length=60), nullable=False),
        sa.Column("template_version", sa.String(length=40), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("documents", sa.Text(), nullable=False),
        sa.Column("history", sa.Text(), nullable=False),
        sa.Column("frozen_at", sa.String(length=32), nullable=False),
        sa.Column("bundle_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
        ),
        sa.PrimaryKeyConstraint("initiative_id", "hash"),
    )
    op.create_table(
        "verdict",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("initiative_id", sa.String(length=36), nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.String(length=32), nullable=False),
        sa.Column("receipt_id", sa.String(length=36), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"],
            ["initiative.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_verdict_initiative_id"), "verdict", ["initiative_id"], unique=False)
