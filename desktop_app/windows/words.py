"""Words for codes: states of the tracks, verdicts of the intake, things to do."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_WORDS = {
    "draft": str(QT_TRANSLATE_NOOP("Words", "Draft")),
    "ready": str(QT_TRANSLATE_NOOP("Words", "Complete")),
    "not_filed": str(QT_TRANSLATE_NOOP("Words", "Not filed")),
    "filed": str(QT_TRANSLATE_NOOP("Words", "At the council")),
    "recognised": str(QT_TRANSLATE_NOOP("Words", "Recognised")),
    "refused": str(QT_TRANSLATE_NOOP("Words", "Not recognised")),
    "none": str(QT_TRANSLATE_NOOP("Words", "Being written")),
    "queued": str(QT_TRANSLATE_NOOP("Words", "Waiting to be handed in")),
    "bundled": str(QT_TRANSLATE_NOOP("Words", "In a bundle")),
    "handed_over": str(QT_TRANSLATE_NOOP("Words", "Handed over, no receipt yet")),
    "received": str(QT_TRANSLATE_NOOP("Words", "Received")),
    "partly_received": str(QT_TRANSLATE_NOOP("Words", "Partly received")),
    "accepted": str(QT_TRANSLATE_NOOP("Words", "Accepted")),
    "returned": str(QT_TRANSLATE_NOOP("Words", "Returned to be completed")),
    "declined": str(QT_TRANSLATE_NOOP("Words", "Not accepted")),
    "uploaded": str(QT_TRANSLATE_NOOP("Words", "On the portal")),
    "withdrawn": str(QT_TRANSLATE_NOOP("Words", "Withdrawn")),
    "reviewing": str(QT_TRANSLATE_NOOP("Words", "Under review")),
    "valid": str(QT_TRANSLATE_NOOP("Words", "Valid")),
    "invalid": str(QT_TRANSLATE_NOOP("Words", "Not valid")),
    "new": str(QT_TRANSLATE_NOOP("Words", "New")),
    "newer": str(QT_TRANSLATE_NOOP("Words", "Newer revision")),
    "same": str(QT_TRANSLATE_NOOP("Words", "Already here")),
    "older": str(QT_TRANSLATE_NOOP("Words", "Older than here")),
    "conflict": str(QT_TRANSLATE_NOOP("Words", "Conflict, both kept")),
    "quarantined": str(QT_TRANSLATE_NOOP("Words", "Set aside")),
    "unknown": str(QT_TRANSLATE_NOOP("Words", "Written on another computer")),
    "submission": str(QT_TRANSLATE_NOOP("Words", "Bundle")),
    "relay": str(QT_TRANSLATE_NOOP("Words", "Passed on")),
    "settled": str(QT_TRANSLATE_NOOP("Words", "Two versions, one chosen")),
    "receipt": str(QT_TRANSLATE_NOOP("Words", "Answer")),
    "setup": str(QT_TRANSLATE_NOOP("Words", "Setup card")),
    "to_merge": str(QT_TRANSLATE_NOOP("Words", "Changed on both, to be merged")),
    "frozen": str(QT_TRANSLATE_NOOP("Words", "Completed here, not touched")),
}


def word(code: str) -> str:
    """Return the word for a code in the language of the window."""
    source = _WORDS.get(code)
    return QCoreApplication.translate("Words", source) if source else code


def day(moment: object) -> str:
    """Return a date as ``05/03/2026``."""
    return moment.strftime("%d/%m/%Y") if hasattr(moment, "strftime") else ""
