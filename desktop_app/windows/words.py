"""Words for codes: states of the tracks, verdicts of the intake, things to do."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_WORDS = {
    "draft": QT_TRANSLATE_NOOP("Words", "Draft"),
    "ready": QT_TRANSLATE_NOOP("Words", "Complete"),
    "not_filed": QT_TRANSLATE_NOOP("Words", "Not filed"),
    "filed": QT_TRANSLATE_NOOP("Words", "At the council"),
    "recognised": QT_TRANSLATE_NOOP("Words", "Recognised"),
    "refused": QT_TRANSLATE_NOOP("Words", "Not recognised"),
    "none": QT_TRANSLATE_NOOP("Words", "Being written"),
    "queued": QT_TRANSLATE_NOOP("Words", "Waiting to be handed in"),
    "bundled": QT_TRANSLATE_NOOP("Words", "In a bundle"),
    "handed_over": QT_TRANSLATE_NOOP("Words", "Handed over, no receipt yet"),
    "received": QT_TRANSLATE_NOOP("Words", "Received"),
    "partly_received": QT_TRANSLATE_NOOP("Words", "Partly received"),
    "accepted": QT_TRANSLATE_NOOP("Words", "Accepted"),
    "returned": QT_TRANSLATE_NOOP("Words", "Returned to be completed"),
    "declined": QT_TRANSLATE_NOOP("Words", "Not accepted"),
    "uploaded": QT_TRANSLATE_NOOP("Words", "On the portal"),
    "withdrawn": QT_TRANSLATE_NOOP("Words", "Withdrawn"),
    "reviewing": QT_TRANSLATE_NOOP("Words", "Under review"),
    "valid": QT_TRANSLATE_NOOP("Words", "Valid"),
    "invalid": QT_TRANSLATE_NOOP("Words", "Not valid"),
    "new": QT_TRANSLATE_NOOP("Words", "New"),
    "newer": QT_TRANSLATE_NOOP("Words", "Newer revision"),
    "same": QT_TRANSLATE_NOOP("Words", "Already here"),
    "older": QT_TRANSLATE_NOOP("Words", "Older than here"),
    "conflict": QT_TRANSLATE_NOOP("Words", "Conflict, both kept"),
    "quarantined": QT_TRANSLATE_NOOP("Words", "Set aside"),
    "unknown": QT_TRANSLATE_NOOP("Words", "Written on another computer"),
    "submission": QT_TRANSLATE_NOOP("Words", "Bundle"),
    "receipt": QT_TRANSLATE_NOOP("Words", "Answer"),
    "setup": QT_TRANSLATE_NOOP("Words", "Setup card"),
}


def word(code: str) -> str:
    """Return the word for a code in the language of the window."""
    source = _WORDS.get(code)
    return QCoreApplication.translate("Words", source) if source else code


def day(moment: object) -> str:
    """Return a date as ``05/03/2026``."""
    return moment.strftime("%d/%m/%Y") if hasattr(moment, "strftime") else ""
