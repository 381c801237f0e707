"""Identifiers: UUIDv7 for machines, a dossier code for people."""

import os
import re
import uuid
from datetime import datetime

_CODE = re.compile(r"[A-Z0-9]{1,20}\Z")
_DOSSIER = re.compile(r"(.+)-(\d{4})-(\d{1,9})\Z")


def uuid7(now: datetime) -> str:
    """Return a UUID of version 7 (RFC 9562, 5.7): sorted by time, random after the millisecond."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def dossier_code(unit_code: str, year: int, number: int) -> str:
    """Return the code people see: ``MSC-2026-0012``."""
    return f"{unit_code}-{year}-{number:04}"


def parts_of_code(code: str) -> tuple[str, int, int] | None:
    """Return unit code, year and number of a dossier code, None for what is none of ours."""
    parts = _DOSSIER.match(code)
    return (parts[1], int(parts[2]), int(parts[3])) if parts else None


def is_unit_code(text: str) -> bool:
    """Return whether a text can be a unit's code: 1 to 20 capital ASCII letters and digits."""
    return bool(_CODE.match(text))
