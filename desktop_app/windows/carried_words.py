"""How what is carried is said: sizes, marks to compare, reasons, kinds of verdict."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.numbers import format_number
from desktop_app.errors import BadFile
from desktop_app.messages import parts_of

_MB, _GB = 10**6, 10**9


def size_text(size: int) -> str:
    """Return a size as people say it: ``5 KB``, ``1,2 MB``, ``12,4 GB``; MB are 10^6 bytes."""
    if size >= _GB:
        return f"{format_number(round(size / _GB, 1))} GB"
    if size >= _MB:
        return f"{format_number(round(size / _MB, 1))} MB"
    return f"{format_number(max(1, -(-size // 1000)))} KB"


def mark_text(sha256: str, letters: int = 16) -> str:
    """Return the beginning of a mark in groups of four, to be read over the phone."""
    short = sha256[:letters]
    return " ".join(short[place : place + 4] for place in range(0, len(short), 4))


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
