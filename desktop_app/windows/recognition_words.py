"""Words of the recognition record: what a field is called, how its value is shown."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.dates import display_date

_FIELDS = {
    "receipt_no": str(QT_TRANSLATE_NOOP("RecognitionWords", "Number in the register")),
    "filed_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Received on")),
    "received_by": str(QT_TRANSLATE_NOOP("RecognitionWords", "Received by")),
    "accepted_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Form found in order on")),
    "answer_due_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Answer by")),
    "trial_end_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "End of the first use")),
    "defects_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Told to mend on")),
    "defects_reason": str(QT_TRANSLATE_NOOP("RecognitionWords", "What has to be mended")),
    "council_name": str(QT_TRANSLATE_NOOP("RecognitionWords", "Council")),
    "council_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Session on")),
    "council_place": str(QT_TRANSLATE_NOOP("RecognitionWords", "Place of the session")),
    "minutes_no": str(QT_TRANSLATE_NOOP("RecognitionWords", "Minutes number")),
    "votes_for": str(QT_TRANSLATE_NOOP("RecognitionWords", "Votes in favour")),
    "votes_total": str(QT_TRANSLATE_NOOP("RecognitionWords", "Votes cast")),
    "present": str(QT_TRANSLATE_NOOP("RecognitionWords", "Members present")),
    "members_total": str(QT_TRANSLATE_NOOP("RecognitionWords", "Members of the council")),
    "score_avg": str(QT_TRANSLATE_NOOP("RecognitionWords", "Average score")),
    "council_reason": str(QT_TRANSLATE_NOOP("RecognitionWords", "Reason of the council")),
    "decision_no": str(QT_TRANSLATE_NOOP("RecognitionWords", "Decision number")),
    "decision_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Decided on")),
    "decision_by": str(QT_TRANSLATE_NOOP("RecognitionWords", "Signed by")),
    "decision_body": str(QT_TRANSLATE_NOOP("RecognitionWords", "Decided by")),
    "decision_level": str(QT_TRANSLATE_NOOP("RecognitionWords", "Level")),
    "reason": str(QT_TRANSLATE_NOOP("RecognitionWords", "Reason of the refusal")),
    "certificate_no": str(QT_TRANSLATE_NOOP("RecognitionWords", "Certificates")),
    "certificate_date": str(QT_TRANSLATE_NOOP("RecognitionWords", "Certificates of")),
    "paid_years": str(QT_TRANSLATE_NOOP("RecognitionWords", "Years of pay settled")),
    "correction": str(QT_TRANSLATE_NOOP("RecognitionWords", "Put right because")),
}

CORRECTABLE = (
    "receipt_no",
    "filed_date",
    "received_by",
    "accepted_date",
    "answer_due_date",
    "trial_end_date",
    "council_name",
    "council_date",
    "minutes_no",
    "votes_for",
    "votes_total",
    "score_avg",
    "decision_no",
    "decision_date",
    "decision_by",
    "decision_body",
    "reason",
    "certificate_no",
    "certificate_date",
    "paid_years",
)
"""Fields a person can put right by hand; the rest belongs to a session or a decision."""

NUMBERS = ("votes_for", "votes_total", "paid_years")


def field_word(name: str) -> str:
    """Return what a field of the record is called."""
    source = _FIELDS.get(name)
    return QCoreApplication.translate("RecognitionWords", source) if source else name


def value_word(name: str, value: Any) -> str:
    """Return a value as a person reads it: days as 05/03/2026, lists with commas."""
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    text = str(value)
    if name.endswith("_date"):
        try:
            return display_date(text)
        except ValueError:
            return text
    return text


def told_fields(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what an entry says, field by field in the order of the procedure."""
    return [
        (field_word(name), value_word(name, content[name]))
        for name in _FIELDS
        if content.get(name) not in (None, "", [])
    ]
