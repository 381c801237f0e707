"""How a backup is named in lists: when, why, what is in it, how large, where it lies."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.messages import told
from desktop_app.services.backups import BackupRow, Problem
from desktop_app.windows.rows import Column

_CONTEXT = "BackupWords"
_REASONS = {
    "close": str(QT_TRANSLATE_NOOP("BackupWords", "When the program closed")),
    "daily": str(QT_TRANSLATE_NOOP("BackupWords", "Daily")),
    "import": str(QT_TRANSLATE_NOOP("BackupWords", "Before taking in many")),
    "migration": str(QT_TRANSLATE_NOOP("BackupWords", "Before an update of the book")),
    "restore": str(QT_TRANSLATE_NOOP("BackupWords", "Before a restore")),
    "move": str(QT_TRANSLATE_NOOP("BackupWords", "For a move")),
    "by-hand": str(QT_TRANSLATE_NOOP("BackupWords", "By hand")),
}
_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "KB"))


def say(text: str) -> str:
    """Return a text of this module in the window's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def reason(row: BackupRow) -> str:
    """Return why a backup was made."""
    return say(_REASONS[row.reason]) if row.reason in _REASONS else row.reason


def when(row: BackupRow) -> str:
    """Return when it was made, by the clock of this PC."""
    return f"{row.made_at.astimezone():%d/%m/%Y %H:%M}"


def size(number: int) -> str:
    """Return a size as people say it."""
    for unit, name in _UNITS:
        if number >= unit:
            return f"{number / unit:.1f} {name}".replace(".", ",")
    return f"{number} B"


def contents(row: BackupRow) -> str:
    """Return what is in it, counted."""
    text = QCoreApplication.translate("BackupWords", "{initiatives} initiatives · {files} files")
    return text.format(initiatives=row.initiatives, files=row.files)


def place(row: BackupRow) -> str:
    """Return where it lies."""
    if row.here and row.second:
        return QCoreApplication.translate("BackupWords", "Here and on the second disk")
    if row.second:
        return QCoreApplication.translate("BackupWords", "On the second disk")
    return QCoreApplication.translate("BackupWords", "Here")


def problem(found: Problem, language: str) -> str:
    """Return what went wrong with the newest backup."""
    return told(found.error, language)


def columns() -> tuple[Column, ...]:
    """Return the columns of a list of backups."""
    return (
        Column(QCoreApplication.translate("BackupWords", "When"), when, width=11),
        Column(QCoreApplication.translate("BackupWords", "Why"), reason, width=13),
        Column(QCoreApplication.translate("BackupWords", "What is in it"), contents, stretch=True),
        Column(
            QCoreApplication.translate("BackupWords", "Size"), lambda row: size(row.size), width=8
        ),
        Column(QCoreApplication.translate("BackupWords", "Where"), place, width=13, extra=True),
    )
