"""The log of who did what when, in words; filtered, paged, written as Excel or CSV."""

import csv
import hashlib
import io
import json
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from desktop_app.domain.report_content import Column, Kind, Report, Table
from desktop_app.errors import BadInput
from desktop_app.messages import catalogue, sentence
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit_lines as stored
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

_RISKY = tuple("=+-@\t\r")
PAGE = 200


@dataclass(frozen=True)
class LogFilter:
    """Which lines: of days, of an action, about something (a dossier code, a unit's code)."""

    date_from: date | None = None
    date_to: date | None = None
    action: str = ""
    about: str = ""


@dataclass(frozen=True)
class LogLine:
    """A line in words. ``about`` is the dossier, unit or bundle it was done to, "" for none."""

    row: int
    at: datetime
    action: str
    what: str
    about: str
    by: str
    facts: str


@dataclass(frozen=True)
class LogPage:
    """Some lines, newest first, and where the next page begins; None at the end."""

    lines: tuple[LogLine, ...]
    next_row: int | None
    total: int


def word_of(action: str, language: str) -> str:
    """Return what an action is called; an unknown one by its code."""
    code = f"AUDIT-{action.replace(' ', '-')}"
    return sentence(code, language) if code in catalogue() else action


def actions(workspace: Workspace, language: str = "vi") -> tuple[tuple[str, str], ...]:
    """Return the actions that stand in this log, with their words, sorted by those."""
    with workspace.database.read() as session:
        found = stored.actions(session)
    return tuple(sorted(((one, word_of(one, language)) for one in found), key=lambda each: each[1]))


def page(
    workspace: Workspace,
    wanted: LogFilter | None = None,
    *,
    before: int | None = None,
    limit: int = PAGE,
    language: str = "vi",
) -> LogPage:
    """Return a page of the log, newest first; ``before`` is where the page before ended."""
    wanted = wanted or LogFilter()
    with workspace.database.read() as session:
        asked = _asked(session, workspace, wanted)
        rows = stored.lines(session, asked, before=before, limit=limit + 1)
        names = stored.names_of(session, {row.subject for row in rows}, workspace.today())
        total = stored.count(session, asked)
    lines = tuple(_line(row, names, language, workspace) for row in rows[:limit])
    return LogPage(lines, lines[-1].row if len(rows) > limit else None, total)


def _asked(session: Any, workspace: Workspace, wanted: LogFilter) -> stored.Asked:
    zone = workspace.now().tzinfo
    subjects = stored.subjects_named(session, wanted.about) if wanted.about.strip() else None
    return stored.Asked(wanted.date_from, wanted.date_to, zone, wanted.action, subjects)


def _line(
    row: stored.AuditRow, names: Mapping[str, str], language: str, workspace: Workspace
) -> LogLine:
    facts = json.loads(row.facts)
    said = "; ".join(f"{_fact_word(name, language)}: {value}" for name, value in facts.items())
    return LogLine(
        row.row,
        from_text(row.at).astimezone(workspace.now().tzinfo),
        row.action,
        word_of(row.action, language),
        names.get(row.subject, ""),
        row.by,
        said,
    )


def _fact_word(name: str, language: str) -> str:
    code = f"AUDIT-fact-{name}"
    return sentence(code, language) if code in catalogue() else name


# Written into a file


@dataclass(frozen=True)
class WrittenLog:
    """A log that was written, and how many lines it has."""

    file: Path
    count: int


def export(
    workspace: Workspace,
    place: Path,
    wanted: LogFilter | None = None,
    *,
    language: str = "vi",
    step: Step = no_step,
) -> WrittenLog:
    """Write the log as Excel or CSV, by the ending of the name; texts never become formulas.

    Raises BadInput SSK-978 for another ending; Failed SSK-412 and following.
    """
    from desktop_app.exchange.delivery import delivered, told_errors

    wanted, ending = wanted or LogFilter(), place.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise BadInput("SSK-978", file=place.name)
    rows = _Lines(workspace, wanted, language)
    with told_errors(place.parent):
        place.parent.mkdir(parents=True, exist_ok=True)
    with delivered(place.parent, place.name) as (file, delivery):
        if ending == ".csv":
            _write_csv(rows, file, language, step)
        else:
            _write_workbook(workspace, rows, file, wanted, language, step)
        file.seek(0)
        digest = hashlib.file_digest(cast(io.BufferedRandom, file), "sha256").hexdigest()
        return WrittenLog(delivery.finish(digest, no_step), len(rows))


class _Lines(Collection[tuple[Any, ...]]):
    """The lines of the log, read page by page while they are walked."""

    def __init__(self, workspace: Workspace, wanted: LogFilter, language: str) -> None:
        self._workspace, self._wanted, self._language = workspace, wanted, language
        self._count = page(workspace, wanted, limit=1).total

    def __len__(self) -> int:
        return self._count

    def __contains__(self, _row: object) -> bool:
        return False

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        before: int | None = None
        while True:
            got = page(self._workspace, self._wanted, before=before, language=self._language)
            for line in got.lines:
                at = f"{line.at:%d/%m/%Y %H:%M:%S}"
                yield (at, line.what, line.about, line.by, line.facts)
            if got.next_row is None:
                return
            before = got.next_row


_HEADINGS = ("at", "what", "about", "by", "facts")


def _headings(language: str) -> list[str]:
    return [sentence(f"AUDIT-column-{name}", language) for name in _HEADINGS]


def _write_csv(rows: _Lines, file: BinaryIO, language: str, step: Step) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(_headings(language))
    for number, row in enumerate(rows):
        if number % 500 == 0:
            step(number, max(1, len(rows)))
        writer.writerow([f"'{cell}" if cell.startswith(_RISKY) else cell for cell in row])
    text.detach()


def _period(wanted: LogFilter, language: str) -> str:
    if wanted.date_from is None and wanted.date_to is None:
        return sentence("AUDIT-all", language)
    first, last = (f"{day:%d/%m/%Y}" if day else "…" for day in (wanted.date_from, wanted.date_to))
    return sentence("AUDIT-period", language, first=first, last=last)


def _write_workbook(
    workspace: Workspace,
    rows: _Lines,
    file: BinaryIO,
    wanted: LogFilter,
    language: str,
    step: Step,
) -> None:
    from desktop_app.documents.report_workbook import write_workbook

    own, title = workspace.own, sentence("AUDIT-title", language)
    today = f"{workspace.today():%d/%m/%Y}"
    widths = (20, 36, 44, 20, 50)
    columns = tuple(
        Column(name, heading, Kind.TEXT, width)
        for name, heading, width in zip(_HEADINGS, _headings(language), widths, strict=True)
    )
    report = Report(
        name="audit",
        form="",
        title=title,
        file="nhat-ky",
        period=_period(wanted, language),
        as_of=workspace.today(),
        unit=own.name,
        superior="",
        made_by="",
        tables=(Table("audit", title, columns, rows),),
        notes=(),
        facts={"as_of_text": sentence("AUDIT-as-of", language, day=today)},
    )
    folder = workspace.temporary_folder
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        write_workbook(report, file, Path(place), total="", step=step)
