"""An Excel or CSV list as plain rows; it is read in the limited child process."""

from dataclasses import dataclass
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.errors import BadFile

MOST_BYTES = 20_000_000
Cell = str | int | float | None
"""A cell: text, a number, None when empty. Dates are ISO text."""


@dataclass(frozen=True)
class ListTable:
    """A sheet: the names of all sheets, which one this is, its rows with their numbers."""

    sheets: tuple[str, ...]
    sheet: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_list_table(
    child: LimitedChild, data: bytes, name: str, sheet: str | None = None
) -> ListTable:
    """Return the rows of a sheet, empty ones left out; without a name the fullest sheet.

    Raises BadFile: SSK-351 an old .xls or a password, SSK-352 no list that can be read, SSK-353
    too large; Failed SSK-323 without a child.
    """
    if len(data) > MOST_BYTES:
        raise BadFile("SSK-353", file=name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadFile("SSK-351", file=name)
    request: dict[str, Any] = {"sheet": sheet}
    try:
        head, _content = child.ask("read_list", request, (data,))
    except BadFile as error:
        code = {"SSK-322": "SSK-353"}.get(error.code, "SSK-352")
        raise BadFile(code, file=name) from error
    rows = tuple((int(number), tuple(cells)) for number, cells in head["rows"])
    return ListTable(tuple(head["sheets"]), head["sheet"], rows)
