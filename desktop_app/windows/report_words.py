"""What the window calls reports, their formats and the counts they list."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_WORDS = {
    "weekly": str(QT_TRANSLATE_NOOP("ReportWords", "This week (BM3)")),
    "units": str(QT_TRANSLATE_NOOP("ReportWords", "By unit (BM2)")),
    "initiatives": str(QT_TRANSLATE_NOOP("ReportWords", "List of initiatives (BM1)")),
    "kinds": str(QT_TRANSLATE_NOOP("ReportWords", "By field and kind (BM4)")),
    "phases": str(QT_TRANSLATE_NOOP("ReportWords", "By phase")),
    "summary": str(QT_TRANSLATE_NOOP("ReportWords", "Report to the level above")),
    "honours": str(QT_TRANSLATE_NOOP("ReportWords", "Honour roll")),
    "awards": str(QT_TRANSLATE_NOOP("ReportWords", "Award suggestions (BM5)")),
    "png": str(QT_TRANSLATE_NOOP("ReportWords", "Picture for the chat group")),
    "txt": str(QT_TRANSLATE_NOOP("ReportWords", "Text for the chat group")),
    "xlsx": str(QT_TRANSLATE_NOOP("ReportWords", "Excel")),
    "docx": str(QT_TRANSLATE_NOOP("ReportWords", "Word")),
    "ready": str(QT_TRANSLATE_NOOP("ReportWords", "All completed initiatives")),
    "recognised": str(QT_TRANSLATE_NOOP("ReportWords", "Recognised ones")),
    "received": str(QT_TRANSLATE_NOOP("ReportWords", "Received, not decided yet")),
    "accepted": str(QT_TRANSLATE_NOOP("ReportWords", "Accepted, not on the portal yet")),
    "uploaded": str(QT_TRANSLATE_NOOP("ReportWords", "Those on the portal")),
    "reviewing": str(QT_TRANSLATE_NOOP("ReportWords", "Under review at the portal")),
    "valid": str(QT_TRANSLATE_NOOP("ReportWords", "Valid at the portal")),
    "invalid": str(QT_TRANSLATE_NOOP("ReportWords", "Not valid at the portal")),
}


def report_word(code: str) -> str:
    """Return the word for a report, a format or a count in the language of the window."""
    source = _WORDS.get(code)
    return QCoreApplication.translate("ReportWords", source) if source else code
