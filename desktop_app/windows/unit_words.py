"""How units are said: what changed of them, verdicts of a list, kinds, sizes."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.numbers import format_number

_WORDS = {
    "name": str(QT_TRANSLATE_NOOP("Units", "Name")),
    "kind": str(QT_TRANSLATE_NOOP("Units", "Kind")),
    "parent": str(QT_TRANSLATE_NOOP("Units", "Stands below")),
    "officer": str(QT_TRANSLATE_NOOP("Units", "Followed by")),
    "group": str(QT_TRANSLATE_NOOP("Units", "Group")),
    "people": str(QT_TRANSLATE_NOOP("Units", "People")),
    "closed": str(QT_TRANSLATE_NOOP("Units", "Closed")),
    "rename": str(QT_TRANSLATE_NOOP("Units", "renamed")),
    "move": str(QT_TRANSLATE_NOOP("Units", "moved")),
    "merge": str(QT_TRANSLATE_NOOP("Units", "merged")),
    "split": str(QT_TRANSLATE_NOOP("Units", "split")),
    "close": str(QT_TRANSLATE_NOOP("Units", "closed down")),
    "import": str(QT_TRANSLATE_NOOP("Units", "from an Excel list")),
    "new": str(QT_TRANSLATE_NOOP("Units", "New")),
    "changed": str(QT_TRANSLATE_NOOP("Units", "Changes")),
    "same": str(QT_TRANSLATE_NOOP("Units", "As here already")),
    "refused": str(QT_TRANSLATE_NOOP("Units", "Cannot be taken in")),
    "known": str(QT_TRANSLATE_NOOP("Units", "Its computer is known")),
    "asked": str(QT_TRANSLATE_NOOP("Units", "A computer is to be confirmed")),
    "revoked": str(QT_TRANSLATE_NOOP("Units", "Its computer was refused")),
    "": str(QT_TRANSLATE_NOOP("Units", "Nothing has come from it yet")),
}
VERDICT_COLOURS = {"new": "new", "changed": "handed_over", "same": "same", "refused": "returned"}
"""The state whose colour and icon a verdict bears."""


def unit_word(code: str) -> str:
    """Return the word for something about units; the code itself when there is none."""
    source = _WORDS.get(code)
    return code if source is None else QCoreApplication.translate("Units", source)


def day_text(day: date | None) -> str:
    """Return ``01/07/2025``; a dash for a day nobody said."""
    return "–" if day is None else f"{day:%d/%m/%Y}"


def number_text(number: int | None) -> str:
    """Return ``1.234``; a dash for a number nobody said."""
    return "–" if number is None else format_number(number)
