"""A report written to a file: Excel, Word, picture or text, by the ending of its name."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop_app.errors import BadInput
from desktop_app.services.reports.catalogue import (
    FORMATS,
    Asked,
    asked_scope,
    check_name,
    make_report,
)
from desktop_app.services.reports.weekly import WeeklyFigures, weekly_figures, weekly_text
from desktop_app.services.reports.wording import report_words, say
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.domain.report_content import Report

Draw = Callable[[WeeklyFigures], bytes]
"""Draws the weekly picture as PNG; only who may paint can give it."""


@dataclass(frozen=True)
class WrittenReport:
    """A report that was written; ``rows`` counts those of its tables."""

    report: str
    file: Path
    format: str
    rows: int
    size: int


def file_name(workspace: Workspace, name: str, ending: str) -> str:
    """Return the name offered for a report's file: plain ASCII, with the day."""
    return f"{report_words(check_name(name))['file']}-{workspace.today().isoformat()}.{ending}"


def ending_of(name: str, place: Path) -> str:
    """Return what a report is written as. Raises BadInput SSK-831 for what it cannot be."""
    ending = place.suffix.lower().removeprefix(".")
    if ending not in FORMATS[check_name(name)]:
        names = ", ".join(f".{known}" for known in FORMATS[name])
        raise BadInput("SSK-831", name=name, file=place.name, names=names)
    return ending


def write_report(
    workspace: Workspace,
    name: str,
    place: Path,
    asked: Asked | None = None,
    *,
    draw: Draw | None = None,
    built_in: bool = False,
    replace: bool = False,
    step: Step = no_step,
) -> WrittenReport:
    """Make a report and write it: beside its place first, flushed and read back, then renamed.

    Raises BadInput SSK-831 for a name with another ending, SSK-837 for a file that stands there
    and is not to be replaced, SSK-832 and SSK-833 as ``fill_report`` does, and what
    ``make_report`` raises; Failed SSK-412 and following when the disk refuses.
    """
    asked = asked or Asked()
    ending = ending_of(name, place)
    if not replace and os.path.lexists(place):
        raise BadInput("SSK-837", file=place.name)
    if ending in ("png", "txt"):
        return _write_figures(workspace, name, place, asked, ending, draw, step)
    report = make_report(workspace, name, asked, step)
    if ending == "xlsx":
        rows = _deliver(place, lambda file: _workbook(workspace, report, file, step), step)
    else:
        from desktop_app.services.reports.word import fill_report

        rows = report.row_count
        content = fill_report(workspace, report, built_in=built_in)
        _deliver(place, lambda file: file.write(content), step)
    return WrittenReport(name, place, ending, rows, place.stat().st_size)


def _workbook(workspace: Workspace, report: "Report", file: BinaryIO, step: Step) -> int:
    from desktop_app.documents.report_workbook import write_workbook

    with tempfile.TemporaryDirectory(dir=_temporary(workspace)) as folder:
        return write_workbook(report, file, Path(folder), total=say("total"), step=step)


def _temporary(workspace: Workspace) -> Path:
    workspace.temporary_folder.mkdir(parents=True, exist_ok=True)
    return workspace.temporary_folder


def _write_figures(
    workspace: Workspace,
    name: str,
    place: Path,
    asked: Asked,
    ending: str,
    draw: Draw | None,
    step: Step,
) -> WrittenReport:
    figures = weekly_figures(workspace, asked_scope(workspace, asked))
    if ending == "txt":
        content = weekly_text(figures).encode("utf-8-sig")
    elif draw is not None:
        content = draw(figures)
    else:
        raise BadInput("SSK-831", name=name, file=place.name, names=".xlsx, .docx")
    _deliver(place, lambda file: file.write(content), step)
    return WrittenReport(name, place, ending, len(figures.bars), len(content))


def _deliver(place: Path, write: Callable[[BinaryIO], Any], step: Step) -> Any:
    """Write a file beside its place, carefully, and put it there in one step."""
    from desktop_app.exchange.delivery import delivered, told_errors

    with told_errors(place.parent):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".ssk-", dir=place.parent))
    try:
        with delivered(beside, place.name) as (file, delivery):
            made = write(file)
            file.flush()
            file.seek(0)
            sha256 = _digest(file)
            written = delivery.finish(sha256, step)
        with told_errors(place.parent):
            os.replace(written, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return made


def _digest(file: BinaryIO) -> str:
    sha256 = hashlib.sha256()
    while part := file.read(1 << 20):
        sha256.update(part)
    return sha256.hexdigest()
