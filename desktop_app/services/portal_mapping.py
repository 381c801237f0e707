"""The mapping to the central system's form: the one that ships, or the office's own edited one.

The office's own is kept in the book, so every officer of it has the same.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.domain.portal_mapping import AttachmentRules, PortalField, PortalMapping
from desktop_app.domain.portal_mapping_check import KnownSources, MappingFinding
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path
from desktop_app.services.officers import allowed
from desktop_app.storage import audit
from desktop_app.storage import templates as stored_templates
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Workspace

SETTING = "portal mapping"

__all__ = [
    "KeptMapping",
    "MappingFinding",
    "built_in_mapping",
    "check_mapping",
    "drop_mapping",
    "export_mapping",
    "kept_mapping",
    "mapping",
    "take_mapping",
]


@dataclass(frozen=True)
class KeptMapping:
    """The mapping in use; ``file`` is the workbook it came from, "" for the one that ships."""

    mapping: PortalMapping
    file: str
    on: str


class _Every(KnownSources):
    """What ships names questions of the form that ships; a test holds them together."""

    def has(self, source: str) -> bool:
        """Return True: the book may not know that form yet."""
        return True


@cache
def built_in_mapping() -> PortalMapping:
    """Return the mapping that ships with the program (``resources/portal/mapping.xlsx``)."""
    from desktop_app.documents.portal_workbook import read_own_workbook

    data = resource_path("portal", "mapping.xlsx").read_bytes()
    return read_own_workbook(data, _Every((), {}))


def mapping(workspace: Workspace) -> PortalMapping:
    """Return the mapping in use."""
    return kept_mapping(workspace).mapping


def kept_mapping(workspace: Workspace) -> KeptMapping:
    """Return the mapping in use and where it came from."""
    kept = workspace.setting(SETTING)
    if kept is None:
        return KeptMapping(built_in_mapping(), "", "")
    return KeptMapping(_from_plain(kept["mapping"]), kept["file"], kept["on"])


def export_mapping(workspace: Workspace, to: Path) -> Path:
    """Write the mapping in use as a workbook to be edited; return where it is.

    Raises Failed as every file that is written does.
    """
    from desktop_app.documents.portal_workbook import workbook_of
    from desktop_app.exchange.delivery import write_file

    return write_file(to, workbook_of(mapping(workspace)))


def check_mapping(workspace: Workspace, path: Path) -> tuple[MappingFinding, ...]:
    """Return what is wrong with a workbook, cell by cell; nothing is kept.

    Raises BadFile SSK-340 for a file that cannot be opened, SSK-351 to SSK-353 for what is no
    workbook, has a password or is too large.
    """
    return _read(workspace, path)[1]


@allowed("targets")
def take_mapping(workspace: Workspace, path: Path) -> PortalMapping:
    """Use an edited workbook from now on.

    Raises BadFile as ``check_mapping``; SSK-900 where a cell is wrong: what is in use stays.
    """
    from desktop_app.documents.portal_workbook import refuse

    made, found = _read(workspace, path)
    if made is None or found:
        raise refuse(found, path.name)
    now = workspace.now()
    with workspace.database.write() as session:
        kept = {"mapping": _plain(made), "file": path.name, "on": now.date().isoformat()}
        write_setting(session, SETTING, kept)
        audit.note(session, now, "portal mapping", fields=len(made.fields))
    return made


@allowed("targets")
def drop_mapping(workspace: Workspace) -> PortalMapping:
    """Use the mapping that ships again; return it."""
    now = workspace.now()
    with workspace.database.write() as session:
        write_setting(session, SETTING, None)
        audit.note(session, now, "portal mapping dropped")
    return built_in_mapping()


def _read(
    workspace: Workspace, path: Path
) -> tuple[PortalMapping | None, tuple[MappingFinding, ...]]:
    from desktop_app.documents.portal_workbook import read_workbook

    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile("SSK-340", file=path.name) from error
    return read_workbook(workspace.filler.child, data, path.name, _known(workspace))


def _known(workspace: Workspace) -> KnownSources:
    """Return what the forms known here ask."""
    from desktop_app.forms.form import Question
    from desktop_app.services.templates import form_of

    with workspace.database.read() as session:
        versions = [(row.id, row.version) for row in stored_templates.all_templates(session)]
    questions: set[str] = set()
    columns: dict[str, set[str]] = {}
    for template_id, version in versions:
        for repeats, node in form_of(workspace, template_id, version).walk():
            if not isinstance(node, Question):
                continue
            if repeats:
                columns.setdefault(repeats[-1], set()).add(node.name)
            else:
                questions.add(node.name)
    return KnownSources(questions, columns)


def _plain(made: PortalMapping) -> dict[str, Any]:
    return {
        "name": made.name,
        "version": made.version,
        "fields": [{**each.__dict__, "labels": dict(each.labels)} for each in made.fields],
        "values": {name: dict(each) for name, each in made.values.items()},
        "attachments": {**made.attachments.__dict__, "kinds": list(made.attachments.kinds)},
    }


def _from_plain(kept: dict[str, Any]) -> PortalMapping:
    rules = kept["attachments"]
    return PortalMapping(
        kept["name"],
        kept["version"],
        tuple(PortalField(**each) for each in kept["fields"]),
        kept["values"],
        AttachmentRules(rules["max_bytes"], tuple(rules["kinds"]), rules["most"]),
    )
