"""What to send to whoever helps: versions, settings, counts, the last lines of the log.

Nothing in it names a person, a unit, a report or a folder. The log already holds codes and places
only; here each line is taken apart all the same and only what is known to be harmless is kept, for
a library may have logged what we would not.
"""

import importlib.util
import io
import platform
import re
import sqlite3
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.errors import AppError, BadInput
from desktop_app.workspace import Workspace

_LAST_LINES = 200
_LONGEST = 400_000
_SETTINGS = ("sample", "least_share", "keep_originals")
"""Settings whose value is a number or yes and no; of all others it is only said that they are."""
_KNOWN_WORDS = frozenset(("a", "bundle", "file", "was", "not", "taken", "in", "crash"))
"""The words our own messages in the log are made of."""
_LINE = re.compile(
    r"(?P<when>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) "
    r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) (?P<name>\S+) ?(?P<text>.*)"
)
_OWN_NAME = re.compile(r"desktop_app(\.[a-z_]+)*")
_CODE = re.compile(r"SSK-\d{3}")
_KIND = re.compile(r"[A-Za-z][A-Za-z0-9_.]*(?:Error|Exception|Warning|Interrupt|Exit)")
_PLACE = re.compile(r'\s*File "?(?P<path>[^"]+?)"?, line (?P<line>\d+)(?:,? in (?P<where>\S+))?')
_THREAD = re.compile(r"\s*(Current thread|Thread) 0x[0-9a-f]+")
_FATAL = re.compile(r"(?:Fatal Python error|Windows fatal exception): (?P<what>.*)")
_FATAL_WORDS = frozenset(
    ("segmentation", "fault", "aborted", "bus", "error", "floating", "point", "exception")
) | {"illegal", "instruction", "access", "violation", "stack", "overflow", "code"}
_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class ProblemReport:
    """The texts of a report by file name, exactly as they are written."""

    texts: Mapping[str, str]

    @property
    def whole(self) -> str:
        """All of it as one text, to be looked at before it is saved."""
        return "\n\n".join(f"=== {name}\n{text}" for name, text in self.texts.items())


def collect(
    folder: Path, workspace: Workspace | None = None, screen: Mapping[str, str] | None = None
) -> ProblemReport:
    """Gather a report from a data folder, and from its book where that is open and sound.

    ``screen`` is what only the window knows: sizes, scale, the version of Qt. Nothing raises: what
    cannot be read is said as such.
    """
    facts = {
        "program": __version__,
        "system": " ".join(
            (platform.system(), _numbers(platform.release()), _numbers(platform.version()))
        ),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "frozen": str(bool(getattr(sys, "frozen", False))).lower(),
        "sqlite": sqlite3.sqlite_version,
        "free space, GB": _free(folder),
        **(screen or {}),
        **(_book(workspace) if workspace is not None else {"book": "not open"}),
    }
    texts = {"facts.txt": "".join(f"{name}: {value}\n" for name, value in facts.items())}
    for name, path in (
        ("log.txt", folder / "logs" / "program.log"),
        ("crash.txt", folder / "crash.log"),
        ("crash-before.txt", folder / "crash-earlier.log"),
    ):
        lines = scrubbed(_end_of(path))
        if lines:
            texts[name] = "".join(f"{line}\n" for line in lines)
    return ProblemReport(texts)


def write(report: ProblemReport, place: Path) -> Path:
    """Write a report as a zip; return where it is.

    Raises BadInput SSK-991 for a name that does not end in ``.zip``; Failed SSK-412 and following
    when the disk refuses.
    """
    from desktop_app.exchange.delivery import write_file

    if place.suffix.lower() != ".zip":
        raise BadInput("SSK-991", file=place.name)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in report.texts.items():
            # Always the same time: the report says nothing of when somebody worked.
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return write_file(place, content.getvalue())


def file_name(workspace: Workspace) -> str:
    """Return the name offered for a report."""
    return f"bao-loi-{workspace.today().isoformat()}.zip"


def scrubbed(text: str) -> list[str]:
    """Return what of a log may leave this computer: times, levels, codes, kinds, our places."""
    kept: list[str] = []
    for line in text.splitlines()[-_LAST_LINES:]:
        clean = _scrub(line)
        if clean and (not kept or clean != "…" or kept[-1] != "…"):
            kept.append(clean)
    return kept


def _scrub(line: str) -> str:
    if match := _LINE.fullmatch(line):
        name = match["name"] if _is_module(match["name"]) else "…"
        return f"{match['when']} {match['level']} {name} {_message(match['text'])}".rstrip()
    if match := _PLACE.match(line):
        return _place(match)
    if match := _THREAD.match(line):
        return f"{match[1]}:"
    if match := _FATAL.match(line):
        return f"Fatal: {_kept(match['what'].lower(), _FATAL_WORDS)}"
    bare = line.strip()
    if _KIND.fullmatch(bare) or bare == f"{__version__} {platform.platform()}":
        return bare
    return "…" if bare else ""


def _is_module(name: str) -> bool:
    """Return whether a logger is named after a module of the program, not after anything else."""
    if name == "desktop_app.crash":
        return True
    try:
        return bool(_OWN_NAME.fullmatch(name)) and importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _message(text: str) -> str:
    return _kept(text, _KNOWN_WORDS)


def _kept(text: str, words: frozenset[str]) -> str:
    """Return the known words, codes and kinds of errors of a text; the rest becomes one sign."""
    kept: list[str] = []
    for token in text.split():
        bare = token.strip(".,:;()")
        known = bare in words or _CODE.fullmatch(bare) or _KIND.fullmatch(bare)
        if known:
            kept.append(token)
        elif not kept or kept[-1] != "…":
            kept.append("…")
    return " ".join(kept)


def _place(match: re.Match[str]) -> str:
    """Return a place in the program; a file elsewhere is only said to be one."""
    path = match["path"].replace("\\", "/")
    inside = path.rpartition("desktop_app/")[2] if "desktop_app/" in path else ""
    ours = inside and re.fullmatch(r"[a-z_0-9/]+\.py", inside)
    if not ours or not (getattr(sys, "frozen", False) or (_ROOT / inside).is_file()):
        return "  elsewhere"
    return f"  desktop_app/{inside}:{match['line']}"


def _book(workspace: Workspace) -> dict[str, str]:
    facts: dict[str, str] = {}
    try:
        facts["role"] = workspace.own.role if workspace.started else "not begun"
        facts["server"] = str(workspace.link is not None).lower()
        facts |= {f"setting {name}": _plain(workspace.setting(name)) for name in _SETTINGS}
        with workspace.database.read() as session:
            facts |= _counts(session)
    except Exception as error:
        # A broken book is the very thing to be reported: its kind of error, nothing it says.
        code = f" {error.code}" if isinstance(error, AppError) else ""
        facts["book"] = f"could not be read: {type(error).__name__}{code}"
    return facts


def _counts(session: Any) -> dict[str, str]:
    from sqlalchemy import func, select, text

    from desktop_app.storage.desk_tables import Base

    facts = {}
    connection = session.connection()
    facts["schema"] = str(
        connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    )
    for table in Base.metadata.sorted_tables:
        number = session.execute(select(func.count()).select_from(table)).scalar()
        facts[f"rows {table.name}"] = str(number)
    if connection.dialect.name == "sqlite":
        said = connection.exec_driver_sql("PRAGMA quick_check(100)").scalars().all()
        facts["quick check"] = "ok" if list(said) == ["ok"] else f"{len(said)} problems"
    return facts


def _plain(value: Any) -> str:
    if value is None or isinstance(value, bool | int):
        return str(value).lower()
    return "set"


def _numbers(text: str) -> str:
    """Return the numbers of a version; a system somebody named after a person keeps them only."""
    return ".".join(re.findall(r"\d+", text)[:6])


def _free(folder: Path) -> str:
    import shutil

    try:
        return f"{shutil.disk_usage(folder).free / 10**9:.1f}"
    except OSError:
        return "unknown"


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(0, io.SEEK_END)
            file.seek(max(0, file.tell() - _LONGEST))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
