"""The tables of the officer's desk: notes, scores, likenesses, councils, officers, shared files."""

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.columns import HASH, ID, SIZE, STATE, TIME
from desktop_app.storage.tables import Table

Base = Table
"""The base of every table: whoever names it here knows those of the desk too."""


class Council(Table):
    """A council that meets again and again; ``threshold`` is a rule's code, as data has it."""

    __tablename__ = "council"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(250))
    body: Mapped[str] = mapped_column(String(250))
    threshold: Mapped[str] = mapped_column(String(40))
    state_funded: Mapped[bool]
    closed: Mapped[bool]
    created_at: Mapped[str] = mapped_column(TIME)


class CouncilMember(Table):
    """Who sits on a council, in the order of its list."""

    __tablename__ = "council_member"
    council_id: Mapped[str] = mapped_column(ForeignKey("council.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(250))
    role: Mapped[str] = mapped_column(String(20))
    speaks_for_union: Mapped[bool]


class ReviewNote(Table):
    """The office's own note on an initiative; it never leaves the office."""

    __tablename__ = "review_note"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[str] = mapped_column(TIME)


class ScoreSheet(Table):
    """The points a member of the council, or an officer, gave a revision by a rubric.

    ``points`` maps the criteria of the rubric, as they stood, to points; ``rubric`` is the
    rubric as JSON, so that a sheet stays readable when the rubric changes.
    """

    __tablename__ = "score_sheet"
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    revision_hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    member: Mapped[str] = mapped_column(String(120), primary_key=True)
    rubric: Mapped[str] = mapped_column(Text)
    points: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[str] = mapped_column(TIME)


class InitiativeLink(Table):
    """What an officer said of two initiatives that look alike: ``same`` or ``different``.

    ``first_id`` sorts before ``second_id``.
    """

    __tablename__ = "initiative_link"
    first_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    second_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    said: Mapped[str] = mapped_column(STATE)
    at: Mapped[str] = mapped_column(TIME)

    __table_args__ = (Index("initiative_link_by_second", "second_id"),)


class LikenessDue(Table):
    """An initiative whose current report was not yet compared with the book."""

    __tablename__ = "likeness_due"
    initiative_row: Mapped[int] = mapped_column(
        ForeignKey("initiative.row"), primary_key=True, autoincrement=False
    )
    revision_hash: Mapped[str] = mapped_column(HASH)


class LikenessText(Table):
    """What is compared of a report: word pairs of its idea, and the marks it is looked up by.

    Both are numbers of four bytes, the lowest byte first.
    """

    __tablename__ = "likeness_text"
    initiative_row: Mapped[int] = mapped_column(
        ForeignKey("initiative.row"), primary_key=True, autoincrement=False
    )
    pairs: Mapped[bytes] = mapped_column(LargeBinary)
    marks: Mapped[bytes] = mapped_column(LargeBinary)


class LikenessMark(Table):
    """Which initiatives bear a mark. No foreign key: it would need an index of its own.

    ``likeness_text`` knows the marks of each initiative, so that they can be taken away again.
    """

    __tablename__ = "likeness_mark"
    mark: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    initiative_row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012


class Likeness(Table):
    """Two initiatives found to be strikingly alike, in percent; ``first_row`` is the smaller."""

    __tablename__ = "likeness"
    first_row: Mapped[int] = mapped_column(
        ForeignKey("initiative.row"), primary_key=True, autoincrement=False
    )
    second_row: Mapped[int] = mapped_column(
        ForeignKey("initiative.row"), primary_key=True, autoincrement=False
    )
    title: Mapped[int]
    body: Mapped[int]
    percent: Mapped[int]

    __table_args__ = (Index("likeness_by_second", "second_row"),)


class Officer(Table):
    """An officer of a book on a server, with the computer the book is opened from there.

    ``role``: head, officer, reader; ``state``: asked, known, revoked. ``recipient`` is the age key
    of that computer, ``wrapped`` the desk's keys sealed to it, empty until a head gave them.
    """

    __tablename__ = "officer"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(STATE)
    recipient: Mapped[str] = mapped_column(String(80))
    wrapped: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(STATE)
    added_at: Mapped[str] = mapped_column(TIME)


class Presence(Table):
    """Which initiative an officer looks at, and when that was last so by the server's clock."""

    __tablename__ = "presence"
    officer_id: Mapped[str] = mapped_column(ForeignKey("officer.id"), primary_key=True)
    initiative_id: Mapped[str] = mapped_column(ID)
    at: Mapped[str] = mapped_column(TIME)


class StoredFile(Table):
    """A file of a book on a server without a shared folder, kept in pieces; ``store`` is which."""

    __tablename__ = "stored_file"
    store: Mapped[str] = mapped_column(STATE, primary_key=True)
    sha256: Mapped[str] = mapped_column(HASH, primary_key=True)
    size: Mapped[int] = mapped_column(SIZE)


class StoredPiece(Table):
    """A piece of a stored file, a megabyte or less; ``number`` orders them."""

    __tablename__ = "stored_piece"
    store: Mapped[str] = mapped_column(STATE, primary_key=True)
    sha256: Mapped[str] = mapped_column(HASH, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Package(Table):
    """A hand-over to the central system; ``sha256`` is of its list of contents."""

    __tablename__ = "package"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(120))
    sha256: Mapped[str] = mapped_column(HASH)
    created_at: Mapped[str] = mapped_column(TIME)


class PackageItem(Table):
    """A revision that stands in a hand-over to the central system."""

    __tablename__ = "package_item"
    package_id: Mapped[str] = mapped_column(ForeignKey("package.id"), primary_key=True)
    initiative_id: Mapped[str] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    revision_hash: Mapped[str] = mapped_column(HASH)

    __table_args__ = (Index("package_item_by_initiative", "initiative_id"),)


class Upload(Table):
    """A file being sent to an address, or that was.

    ``state``: waiting, sending, paused, failed, done; ``position`` orders those that wait.
    ``place`` is where the server keeps it, empty until it said so; ``sent`` how many bytes it
    confirmed; ``reason`` the code of what went wrong last and what the server said, "" for
    nothing. ``modified`` is the
    file's time in nanoseconds when its hash was taken, ``computer`` whose disk it lies on;
    ``checked`` how far what arrived was compared: whole, pieces, length, "" for not yet.
    """

    __tablename__ = "upload"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    position: Mapped[int]
    file: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(SIZE)
    modified: Mapped[int] = mapped_column(SIZE)
    sha256: Mapped[str] = mapped_column(HASH)
    computer: Mapped[str] = mapped_column(ID)
    connector: Mapped[str] = mapped_column(STATE)
    address: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text)
    sent: Mapped[int] = mapped_column(SIZE)
    state: Mapped[str] = mapped_column(STATE)
    tries: Mapped[int]
    reason: Mapped[str] = mapped_column(String(120))
    checked: Mapped[str] = mapped_column(STATE)
    package_id: Mapped[str | None] = mapped_column(ForeignKey("package.id"))
    added_at: Mapped[str] = mapped_column(TIME)
    ended_at: Mapped[str | None] = mapped_column(TIME)


class ReportedFigures(Table):
    """What an office below reported of one of its units, itself included, at its newest report.

    ``scope`` is a programme or phase, "" for the one running; ``numbers`` a JSON list in the
    order of the board's counts, of the unit alone, then the two of its trend.
    """

    __tablename__ = "reported_figures"
    scope: Mapped[str] = mapped_column(String(40), primary_key=True)
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    office_id: Mapped[str] = mapped_column(ID)
    as_of: Mapped[str] = mapped_column(String(10))
    numbers: Mapped[str] = mapped_column(Text)
    base: Mapped[int | None]
    target: Mapped[int | None]

    __table_args__ = (Index("reported_figures_by_office", "office_id"),)
