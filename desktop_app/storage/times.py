"""Times as they are stored: ISO text in UTC with milliseconds, sorted as text."""

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return ``2026-11-20T22:33:02.123Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    """Return the moment a stored text stands for, in UTC.

    Raises ValueError or OverflowError for a text that stands for none.
    """
    return datetime.fromisoformat(text).astimezone(UTC)
