"""How what is carried is said: moments, reasons, numbers of initiatives."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.numbers import format_number
from desktop_app.errors import BadFile
from desktop_app.messages import parts_of


def moment_text(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return a moment as ``05/03/2026 10:42`` by the clock of this PC."""
    return moment.astimezone(zone).strftime("%d/%m/%Y %H:%M")


def reason_text(code: str, facts: Mapping[str, Any], language: str) -> str:
    """Return why something was set aside and what to do, in one line."""
    parts = parts_of(BadFile(code, **facts), language)
    return " ".join(parts[part] for part in ("what", "do") if parts.get(part))


def initiatives_text(number: int) -> str:
    """Return ``3 initiatives``."""
    return QCoreApplication.translate("Carried", "{number} initiatives").format(
        number=format_number(number)
    )
