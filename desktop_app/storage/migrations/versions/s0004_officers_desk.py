"""What the officer's desk keeps: dated units, rules, steps, score sheets, links, notes."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ID = sa.String(length=36)
_DAY = sa.String(length=10)
_TIME = sa.String(length=32)
_MONEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CHUNK = 500


def upgrade() -> None:
    """Add what the officer's desk keeps."""
    _units()
    _targets()
    _lists()
    _steps()
    _review()
    _likeness()
    _councils()
    for table in ("verdict", "audit"):
        by = sa.Column("by", sa.String(length=120), server_default="", nullable=False)
        op.add_column(table, by)
    _officers()
    if op.get_bind().dialect.name != "sqlite":
        _server()


def _dated(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return op.create_table(
        name,
        sa.Column("unit_id", _ID, nullable=False),
        sa.Column("valid_from", _DAY, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("unit_id", "valid_from"),
    )


def _units() -> None:
    _dated("unit_kind", sa.Column("kind", sa.String(length=20), nullable=False))
    _dated("unit_officer", sa.Column("officer", sa.String(length=120), nullable=False))
    _dated("unit_group", sa.Column("name", sa.String(length=120), nullable=False))
    op.execute("INSERT INTO unit_kind SELECT id, '0001-01-01', kind FROM unit")
    op.execute(
        "INSERT INTO unit_officer SELECT id, '0001-01-01', officer FROM unit WHERE officer <> ''"
    )
    op.add_column("unit", sa.Column("closed_on", _DAY, nullable=True))
    op.drop_column("unit", "kind")
    op.drop_column("unit", "officer")
    op.create_table(
        "unit_event",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("day", _DAY, nullable=False),
        sa.Column("decision_no", sa.String(length=120), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _targets() -> None:
    op.create_table(
        "target_rule",
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("unit_group", sa.String(length=120), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("percent", sa.Double(), nullable=True),
        sa.Column("base", sa.String(length=30), nullable=True),
        sa.PrimaryKeyConstraint("scope", "unit_group"),
    )
    yes = sa.true()
    needed: sa.Column[bool] = sa.Column(
        "needs_recognition", sa.Boolean(), server_default=yes, nullable=False
    )
    op.add_column("programme", needed)


def _lists() -> None:
    """Kind, benefit and first day of application stand in the row; drafts and reports fill them."""
    for column in (
        sa.Column("solution_type", sa.String(length=40), server_default="", nullable=False),
        sa.Column("benefit", _MONEY, nullable=True),
        sa.Column("applied_on", _DAY, server_default="", nullable=False),
    ):
        op.add_column("initiative", column)
    connection = op.get_bind()
    answers = sa.text(
        "SELECT i.row AS row, COALESCE(d.answers, r.answers) AS answers FROM initiative i "
        "LEFT JOIN draft d ON d.initiative_id = i.id AND i.writing = 'draft' "
        "LEFT JOIN revision r ON r.initiative_id = i.id AND r.hash = i.revision_hash "
        "WHERE i.row > :after ORDER BY i.row LIMIT :most"
    )
    put = sa.text(
        "UPDATE initiative SET solution_type = :kind, benefit = :benefit, applied_on = :day "
        "WHERE row = :row"
    )
    after = 0
    while rows := connection.execute(answers, {"after": after, "most": _CHUNK}).all():
        connection.execute(
            put, [_summary(row.row, json.loads(row.answers or "{}")) for row in rows]
        )
        after = rows[-1].row
    tracks = ("submission", "writing", "recognition", "portal")
    op.create_index(
        "initiative_on_the_board",
        "initiative",
        ["unit_id", *tracks, *(f"{track}_on" for track in tracks)],
    )


def _summary(row: int, answers: dict[str, Any]) -> dict[str, Any]:
    benefit = answers.get("benefit_value")
    whole = isinstance(benefit, int) and not isinstance(benefit, bool) and 0 <= benefit < 2**63
    return {
        "row": row,
        "kind": str(answers.get("solution_type", ""))[:40],
        "benefit": benefit if whole else None,
        "day": str(answers.get("first_applied_date", ""))[:10],
    }


def _steps() -> None:
    """A book from before knows one step of each track: the state it stands in."""
    op.create_table(
        "track_step",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("initiative_row", sa.Integer(), nullable=False),
        sa.Column("track", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("day", _DAY, nullable=False),
        sa.ForeignKeyConstraint(["initiative_row"], ["initiative.row"]),
        sa.PrimaryKeyConstraint("row"),
    )
    for track, nothing in (
        ("writing", ""),
        ("recognition", "not_filed"),
        ("submission", "none"),
        ("portal", "none"),
    ):
        op.execute(
            "INSERT INTO track_step (initiative_row, track, state, day) "
            f"SELECT row, '{track}', {track}, {track}_on FROM initiative "
            f"WHERE {track} <> '{nothing}' ORDER BY row"
        )
    op.create_index(
        "track_step_by_initiative", "track_step", ["initiative_row", "track", "state", "day"]
    )
    op.create_index("track_step_by_day", "track_step", ["track", "state", "day", "initiative_row"])


def _review() -> None:
    # Whether a report waits for a choice between two versions is asked before each verdict.
    op.create_index("bundle_item_by_intake", "bundle_item", ["intake", "initiative_id"])
    op.create_table(
        "review_note",
        sa.Column("initiative_id", _ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("initiative_id"),
    )
    op.create_table(
        "score_sheet",
        sa.Column("initiative_id", _ID, nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=120), nullable=False),
        sa.Column("rubric", sa.Text(), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("initiative_id", "revision_hash", "member"),
    )
    op.create_table(
        "initiative_link",
        sa.Column("first_id", _ID, nullable=False),
        sa.Column("second_id", _ID, nullable=False),
        sa.Column("said", sa.String(length=16), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["initiative.id"]),
        sa.ForeignKeyConstraint(["second_id"], ["initiative.id"]),
        sa.PrimaryKeyConstraint("first_id", "second_id"),
    )
    op.create_index("initiative_link_by_second", "initiative_link", ["second_id"])


def _likeness() -> None:
    """Reports of a book from before wait to be compared, like those that come in."""
    op.create_table(
        "likeness_due",
        sa.Column("initiative_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["initiative_row"], ["initiative.row"]),
        sa.PrimaryKeyConstraint("initiative_row"),
    )
    op.execute(
        "INSERT INTO likeness_due SELECT row, revision_hash FROM initiative "
        "WHERE revision_hash IS NOT NULL"
    )
    op.create_table(
        "likeness_text",
        sa.Column("initiative_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pairs", sa.LargeBinary(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["initiative_row"], ["initiative.row"]),
        sa.PrimaryKeyConstraint("initiative_row"),
    )
    op.create_table(
        "likeness_mark",
        sa.Column("mark", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("initiative_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("mark", "initiative_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "likeness",
        sa.Column("first_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("second_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Integer(), nullable=False),
        sa.Column("body", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["first_row"], ["initiative.row"]),
        sa.ForeignKeyConstraint(["second_row"], ["initiative.row"]),
        sa.PrimaryKeyConstraint("first_row", "second_row"),
    )
    op.create_index("likeness_by_second", "likeness", ["second_row"])


def _councils() -> None:
    op.create_table(
        "council",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("body", sa.String(length=250), nullable=False),
        sa.Column("threshold", sa.String(length=40), nullable=False),
        sa.Column("state_funded", sa.Boolean(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "council_member",
        sa.Column("council_id", _ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("speaks_for_union", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"]),
        sa.PrimaryKeyConstraint("council_id", "place"),
    )


def _officers() -> None:
    """Several officers on one server; names of settings may hold a file's hash and a word."""
    with op.batch_alter_table("setting") as setting:
        setting.alter_column("name", type_=sa.String(length=120))
    op.create_index("audit_by_subject", "audit", ["subject"])
    op.create_table(
        "officer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("recipient", sa.String(length=80), nullable=False),
        sa.Column("wrapped", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("added_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "presence",
        sa.Column("officer_id", _ID, nullable=False),
        sa.Column("initiative_id", _ID, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("officer_id"),
    )
    op.create_table(
        "stored_file",
        sa.Column("store", sa.String(length=16), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", _MONEY, nullable=False),
        sa.PrimaryKeyConstraint("store", "sha256"),
    )
    op.create_table(
        "stored_piece",
        sa.Column("store", sa.String(length=16), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("store", "sha256", "number"),
    )


def _server() -> None:
    """Cut words on a server as our code cuts them; tell a change of what is append-only apart.

    PostgreSQL's own cutting makes ``-0001`` of a dossier code and refuses very long words.
    """
    op.execute("DROP INDEX initiative_search")
    op.execute(
        "CREATE FUNCTION words_of(folded text) RETURNS tsvector "
        "LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
        "SELECT array_to_tsvector(COALESCE(array_agg(DISTINCT left(word, 60)), '{}')) "
        "FROM regexp_split_to_table(folded COLLATE \"default\", '[^[:alnum:]]+') AS word "
        "WHERE word <> '' $$"
    )
    op.execute("CREATE INDEX initiative_search ON initiative USING gin (words_of(folded))")
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23000'; "
        "END $$"
    )
