"""The tables, typed declarative. Mapped objects never leave ``storage/``.

Identifiers are UUIDv7 as text, times ISO text in UTC, dates ISO text, money whole đồng, text NFC.
Contents that are JSON are kept as text: a frozen revision's bytes never change.
"""

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop_app.storage.columns import HASH, ID, SIZE, STATE, TIME


class Table(DeclarativeBase):
    """The base of all tables."""


class Setting(Table):
    """One setting of this workspace, as JSON."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Unit(Table):
    """A union body. Its names, kinds, parents, officers, groups and sizes are dated rows.

    ``closed_on`` is the first day it no longer stands: closed, or merged into another.
    """

    __tablename__ = "unit"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    closed_on: Mapped[str | None] = mapped_column(String(10))
    created_at: Mapped[str] = mapped_column(TIME)


class UnitName(Table):
    """What a unit is called from a date on."""

    __tablename__ = "unit_name"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    valid_from: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(String(250))


class UnitKind(Table):
    """What kind of union body a unit is from a date on, by its code."""

    __tablename__ = "unit_kind"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    valid_from: Mapped[str] = mapped_column(String(10), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))


class UnitOfficer(Table):
    """Who follows a unit from a date on; empty when nobody does."""

    __tablename__ = "unit_officer"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    valid_from: Mapped[str] = mapped_column(String(10), primary_key=True)
    officer: Mapped[str] = mapped_column(String(120))


class UnitGroup(Table):
    """The group (cụm, khối) a unit is counted in from a date on; empty when in none."""

    __tablename__ = "unit_group"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    valid_from: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))


class UnitEvent(Table):
    """A reorganisation: merge, split, rename, move, close; which units before and after it."""

    __tablename__ = "unit_event"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    kind: Mapped[str] = mapped_column(STATE)
    day: Mapped[str] = mapped_column(String(10))
    decision_no: Mapped[str] = mapped_column(String(120))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[str] = mapped_column(TIME)


class UnitParent(Table):
    """To whom a unit belongs from a date on."""

    __tablename__ = "unit_parent"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    valid_from: Mapped[str] = mapped_column(String(10), primary_key=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("unit.id"))


class UnitPeople(Table):
    """Members, and workers who are no members, of a unit on a date."""

    __tablename__ = "unit_people"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    as_of: Mapped[str] = mapped_column(String(10), primary_key=True)
    members: Mapped[int]
    workers: Mapped[int]


class UnitKey(Table):
    """A public key a unit was seen with. ``state``: known, asked (changed), revoked."""

    __tablename__ = "unit_key"
    sign_key: Mapped[str] = mapped_column(String(80), primary_key=True)
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), index=True)
    age_recipient: Mapped[str] = mapped_column(String(80))
    device: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(STATE)
    first_seen_at: Mapped[str] = mapped_column(TIME)


class Programme(Table):
    """A programme; ``counting`` names the count held against the target.

    ``needs_recognition``: only what an establishment recognised may go up.
    """

    __tablename__ = "programme"
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(250))
    date_from: Mapped[str | None] = mapped_column(String(10))
    date_to: Mapped[str | None] = mapped_column(String(10))
    counting: Mapped[str] = mapped_column(String(20))
    rounding: Mapped[str] = mapped_column(String(10))
    needs_recognition: Mapped[bool] = mapped_column(server_default=true())


class Phase(Table):
    """A phase, or a peak period, of a programme."""

    __tablename__ = "phase"
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    programme_code: Mapped[str] = mapped_column(ForeignKey("programme.code"))
    name: Mapped[str] = mapped_column(String(250))
    date_from: Mapped[str] = mapped_column(String(10))
    date_to: Mapped[str] = mapped_column(String(10))
    peak: Mapped[bool]


class TargetRow(Table):
    """What a unit set out to reach; ``scope`` is a phase's or a programme's code."""

    __tablename__ = "target"
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    scope: Mapped[str] = mapped_column(String(40), primary_key=True)
    count: Mapped[int | None]
    percent: Mapped[float | None]
    base: Mapped[str | None] = mapped_column(String(30))


class TargetRule(Table):
    """What each unit of a group ("": any unit) is to reach where it has no target of its own."""

    __tablename__ = "target_rule"
    scope: Mapped[str] = mapped_column(String(40), primary_key=True)
    unit_group: Mapped[str] = mapped_column(String(120), primary_key=True)
    count: Mapped[int | None]
    percent: Mapped[float | None]
    base: Mapped[str | None] = mapped_column(String(30))


class Template(Table):
    """A version of a template pack; its files lie in one ZIP among the attachments."""

    __tablename__ = "template"
    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    version: Mapped[str] = mapped_column(String(40), primary_key=True)
    titles: Mapped[str] = mapped_column(Text)
    form: Mapped[str] = mapped_column(Text)
    pack_sha256: Mapped[str] = mapped_column(HASH)
    added_at: Mapped[str] = mapped_column(TIME)
    withdrawn_at: Mapped[str | None] = mapped_column(TIME)


class Initiative(Table):
    """One initiative: what lists, searches and totals need, and its four tracks.

    ``row`` numbers rows for the search index: it survives VACUUM, a hidden rowid does not.
    ``version`` grows with each change, so that nobody overwrites another's silently.
    """

    __tablename__ = "initiative"
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(ID, unique=True)
    code: Mapped[str] = mapped_column(String(60))
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"))
    title: Mapped[str] = mapped_column(Text)
    authors: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(String(120))
    solution_type: Mapped[str] = mapped_column(String(40), server_default="")
    benefit: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    applied_on: Mapped[str] = mapped_column(String(10), server_default="")
    folded: Mapped[str] = mapped_column(Text)
    template_id: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[str] = mapped_column(String(40))
    revision: Mapped[int]
    revision_hash: Mapped[str | None] = mapped_column(HASH)
    writing: Mapped[str] = mapped_column(STATE)
    recognition: Mapped[str] = mapped_column(STATE)
    submission: Mapped[str] = mapped_column(STATE)
    portal: Mapped[str] = mapped_column(String(40))
    portal_code: Mapped[str] = mapped_column(String(80))
    portal_note: Mapped[str] = mapped_column(Text, server_default="")
    writing_on: Mapped[str] = mapped_column(String(10))
    recognition_on: Mapped[str] = mapped_column(String(10))
    submission_on: Mapped[str] = mapped_column(String(10))
    portal_on: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[str] = mapped_column(TIME)
    updated_at: Mapped[str] = mapped_column(TIME)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (
        Index("initiative_by_time", "updated_at", "row"),
        Index("initiative_by_submission", "submission", "updated_at", "row"),
        Index("initiative_by_unit", "unit_id", "updated_at", "row"),
        Index("initiative_by_code", "code"),
        # Everything the board counts stands in this index: the wide rows are left alone.
        Index(
            "initiative_on_the_board",
            "unit_id",
            "submission",
            "writing",
            "recognition",
            "portal",
            "submission_on",
            "writing_on",
            "recognition_on",
            "portal_on",
        ),
    )


class TrackStep(Table):
    """A state an initiative entered, and on which day; append-only, ``row`` orders them.

    Nothing (no portal, not filed, not queued) is a step too once something was before it.
    """

    __tablename__ = "track_step"
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    initiative_row: Mapped[int] = mapped_column(ForeignKey("initiative.row"))
    track: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(40))
    day: Mapped[str] = mapped_column(String(10))

    __table_args__ = (
        Index("track_step_by_initiative", "initiative_row", "track", "state", "day"),
        Index("track_step_by_day", "track", "state", "day", "initiative_row"),
    )


class Draft(Table):
    """The answers being written. ``pending`` is text typed but not yet committed to a field.

    ``places`` names the standing step of each question where something was taken back.
    """

    __tablename__ = "draft"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    answers: Mapped[str] = mapped_column(Text)
    pending: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[str] = mapped_column(TIME)
    places: Mapped[str] = mapped_column(Text, server_default="{}")


class DraftStep(Table):
    """A value an answer of a draft had: what undo goes back to."""

    __tablename__ = "draft_step"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    path: Mapped[str] = mapped_column(String(400), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class DraftCopy(Table):
    """The same draft as another computer of the team has it, kept until the two are merged."""

    __tablename__ = "draft_copy"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    answers: Mapped[str] = mapped_column(Text)
    device: Mapped[str] = mapped_column(String(120))
    saved_at: Mapped[str] = mapped_column(TIME)
    taken_at: Mapped[str] = mapped_column(TIME)


class Revision(Table):
    """A frozen report; append-only. ``answers`` is canonical JSON.

    ``history`` lists number and hash of the revisions before it, as its writer knew them.
    """

    __tablename__ = "revision"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    number: Mapped[int]
    template_id: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[str] = mapped_column(String(40))
    answers: Mapped[str] = mapped_column(Text)
    documents: Mapped[str] = mapped_column(Text)
    history: Mapped[str] = mapped_column(Text)
    frozen_at: Mapped[str] = mapped_column(TIME)
    bundle_id: Mapped[str | None] = mapped_column(ID)


class RecognitionRecord(Table):
    """An entry on the recognition track, naming a revision; append-only."""

    __tablename__ = "recognition_record"
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(ID, unique=True)
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), index=True)
    revision_hash: Mapped[str | None] = mapped_column(HASH)
    state: Mapped[str] = mapped_column(STATE)
    content: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[str] = mapped_column(TIME)


class Verdict(Table):
    """An officer's verdict on a revision; append-only, the newest counts.

    At the office ``receipt_id`` stays empty until a receipt carries it; at the team it names the
    receipt it came with, ``sequence`` is that receipt's number and ``signer`` the office's key.
    ``files`` are attached to the comment. ``row`` orders them: the order of writing counts, not
    a clock.
    """

    __tablename__ = "verdict"
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(ID, unique=True)
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), index=True)
    revision_hash: Mapped[str] = mapped_column(HASH)
    verdict: Mapped[str | None] = mapped_column(STATE)
    comment: Mapped[str] = mapped_column(Text)
    questions: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[str] = mapped_column(TIME)
    receipt_id: Mapped[str | None] = mapped_column(ID)
    sequence: Mapped[int]
    signer: Mapped[str] = mapped_column(String(80), server_default="")
    files: Mapped[str] = mapped_column(Text, server_default="[]")
    by: Mapped[str] = mapped_column(String(120), server_default="")


class Bundle(Table):
    """A file that left (out) or came in (in). ``content`` lists its parts by hash.

    With the parts kept under their hashes the same inner ZIP can be made again at any time.
    """

    __tablename__ = "bundle"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    direction: Mapped[str] = mapped_column(String(3))
    kind: Mapped[str] = mapped_column(STATE)
    sender_key: Mapped[str] = mapped_column(String(80))
    sender_unit: Mapped[str] = mapped_column(ID)
    recipient_unit: Mapped[str] = mapped_column(ID)
    sequence: Mapped[int]
    previous: Mapped[str | None] = mapped_column(HASH)
    inner_sha256: Mapped[str] = mapped_column(HASH)
    file_name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int] = mapped_column(SIZE)
    content: Mapped[str] = mapped_column(Text)
    created_at: Mapped[str] = mapped_column(TIME)
    handed_over_at: Mapped[str | None] = mapped_column(TIME)

    __table_args__ = (Index("bundle_by_sender", "sender_key", "recipient_unit", "sequence"),)


class BundleItem(Table):
    """An initiative inside a bundle, with what was made of it on the way in."""

    __tablename__ = "bundle_item"
    bundle_id: Mapped[str] = mapped_column(ForeignKey("bundle.id"), primary_key=True)
    initiative_id: Mapped[str] = mapped_column(ID, primary_key=True)
    revision: Mapped[int]
    revision_hash: Mapped[str] = mapped_column(HASH)
    title: Mapped[str] = mapped_column(Text)
    intake: Mapped[str] = mapped_column(STATE)
    reason: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("bundle_item_by_intake", "intake", "initiative_id"),)


class Quarantined(Table):
    """A file, or some items of one, that could not be taken in; kept until it can, or is dropped.

    ``sha256`` names the copy that was kept; empty when there was no room for one.
    """

    __tablename__ = "quarantined"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    file_name: Mapped[str] = mapped_column(String(255))
    size: Mapped[int] = mapped_column(SIZE)
    sha256: Mapped[str] = mapped_column(HASH)
    code: Mapped[str] = mapped_column(STATE)
    facts: Mapped[str] = mapped_column(Text)
    bundle_id: Mapped[str | None] = mapped_column(ID)
    sender_key: Mapped[str] = mapped_column(String(80))
    unit: Mapped[str] = mapped_column(String(250))
    at: Mapped[str] = mapped_column(TIME)


class ChainNote(Table):
    """Why a number of a chain is missing or stands twice: what the unit said when asked."""

    __tablename__ = "chain_note"
    sender_key: Mapped[str] = mapped_column(String(80), primary_key=True)
    recipient_unit: Mapped[str] = mapped_column(ID, primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    explanation: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(TIME)


class Relayed(Table):
    """A revision that was passed on to the level above, and what that level said of it."""

    __tablename__ = "relayed"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    revision_hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    bundle_id: Mapped[str] = mapped_column(ID)
    verdict: Mapped[str | None] = mapped_column(STATE)
    comment: Mapped[str] = mapped_column(Text)
    sequence: Mapped[int]
    at: Mapped[str] = mapped_column(TIME)


class Audit(Table):
    """Who did what when, without content; append-only."""

    __tablename__ = "audit"
    __table_args__ = (UniqueConstraint("id"), Index("audit_by_subject", "subject"))
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(ID)
    at: Mapped[str] = mapped_column(TIME)
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(ID)
    facts: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(120), server_default="")


class Tombstone(Table):
    """What stood here and was erased: a revision, an attachment or a record by its hash.

    ``kind``: revision, attachment, record; ``reason``: person (whom it is about asked), retention
    (kept as long as its rule says). A copy that comes back is known by it.
    """

    __tablename__ = "tombstone"
    hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    kind: Mapped[str] = mapped_column(STATE, primary_key=True)
    initiative_id: Mapped[str | None] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(STATE)
    erased_at: Mapped[str] = mapped_column(TIME)

    __table_args__ = (Index("tombstone_by_initiative", "initiative_id"),)
