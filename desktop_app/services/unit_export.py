"""The units as an Excel list that can be edited and taken in again."""

from datetime import date
from pathlib import Path

from desktop_app.services.unit_kinds import all_kinds, label_of
from desktop_app.services.units import list_units
from desktop_app.workspace import Workspace


def export_list(
    workspace: Workspace, path: Path, *, on: date | None = None, language: str = "vi"
) -> Path:
    """Write the units below this office as a workbook to be edited and taken in again.

    ``on`` is the day they are told as they stood, today by default. Raises Failed as every file
    that is written does when there is no room.
    """
    from desktop_app.documents.unit_list import ListedUnit, unit_workbook
    from desktop_app.exchange.delivery import told_errors

    day = on or workspace.today()
    rows = [row for row in list_units(workspace, day) if row.stands_on(day)]
    codes = {row.id: row.code for row in rows}
    own = workspace.own.unit_id
    above = {row.parent_id for row in rows if row.id == own}
    listed = [
        ListedUnit(
            {
                "code": row.code,
                "name": row.name,
                "kind": label_of(row.kind, language),
                "parent": codes.get(row.parent_id or "", ""),
                "group": row.group,
                "officer": row.officer,
                "members": row.members,
                "workers": row.workers,
                "as_of": row.as_of,
            }
        )
        for row in rows
        if row.id != own and row.id not in above
    ]
    kinds = [kind.labels[language] for kind in all_kinds().values() if kind.stands_on(day)]
    title = "Đơn vị" if language == "vi" else "Units"
    content = unit_workbook(listed, kinds, language, title)
    with told_errors(path.parent):
        path.write_bytes(content)
    return path
