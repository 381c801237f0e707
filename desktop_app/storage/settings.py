"""Settings of a workspace: a name and a JSON value."""

import json
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.storage.tables import Setting

COUNTERS = ("number ", "filing ", "certificate ")
"""What the names of counters begin with: dossier codes, filings, certificates."""


def read_setting(session: Session, name: str, default: Any = None) -> Any:
    """Return a setting, or the default where it was never written."""
    row = session.get(Setting, name)
    return default if row is None else json.loads(row.value)


def write_setting(session: Session, name: str, value: Any) -> None:
    """Write a setting; None forgets it."""
    row = session.get(Setting, name)
    if value is None:
        if row is not None:
            session.delete(row)
        return
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if row is None:
        session.add(Setting(name=name, value=text))
    else:
        row.value = text


def next_number(session: Session, name: str) -> int:
    """Return the next number of a counter kept among the settings; the first is 1."""
    number = int(read_setting(session, name, 0)) + 1
    write_setting(session, name, number)
    return number
