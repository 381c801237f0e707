"""Template packs known here: the built-in one and added ones, their forms and Word documents.

A pack is kept as one ZIP among the attachments, with its form parsed beside it. A version never
changes: drafts are pinned to it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.versions import version_order
from desktop_app.errors import BadFile, BadInput
from desktop_app.resource_files import resource_path
from desktop_app.services.pack_check import PackCheck, check_files, first_blocking, form_in
from desktop_app.services.pack_files import FORM, Pack, packed, read_pack, unpacked
from desktop_app.storage import audit
from desktop_app.storage import templates as stored
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.storage.templates import TemplateRecord
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

BUILT_IN = "sang-kien"

_SOURCES = "template sources"
_SHIPPED = {"kind": "built_in", "name": ""}


@dataclass(frozen=True)
class TemplateRow:
    """A version of a template as lists show it.

    ``source`` says where it came from: ``kind`` is built_in, file, card or bundle, ``name`` the
    file or the unit.
    """

    id: str
    version: str
    titles: Mapping[str, str]
    withdrawn: bool
    documents: tuple[str, ...]
    drafts: int
    added_at: datetime
    source: Mapping[str, str]


def add_built_in(workspace: Workspace) -> TemplateRow:
    """Add the built-in pack as it ships with this program, unless it is known."""
    return _add(workspace, built_in_pack(), _SHIPPED)


def built_in_pack() -> Pack:
    """Return the pack that ships with this program."""
    return read_pack(resource_path("templates", BUILT_IN))


def add_pack(workspace: Workspace, path: Path) -> TemplateRow:
    """Add a pack from a folder or a ZIP.

    Raises BadInput SSK-2xx or SSK-3xx when it cannot be used, SSK-221 when the same version
    stands with other content: a draft is pinned to what it was begun with.
    """
    found, row = add_if_usable(workspace, path)
    if row is None:
        raise first_blocking(found)
    return row


def add_if_usable(workspace: Workspace, path: Path) -> tuple[PackCheck, TemplateRow | None]:
    """Check a pack and add it when nothing stands against it; return what the check found.

    Raises BadFile as ``read_pack`` does, BadInput SSK-221 as ``add_pack`` does.
    """
    pack = read_pack(path)
    found = check_files(workspace, pack)
    if not found.usable:
        return found, None
    return found, _add(workspace, pack, {"kind": "file", "name": path.name})


def packs_in(opened: Any) -> list[dict[str, bytes]]:
    """Return the files of each template an opened bundle or card brings, by name."""
    folders: dict[str, dict[str, bytes]] = {}
    for name in opened.names():
        folder, _, file = name.removeprefix("data/templates/").partition("/")
        if name.startswith("data/templates/") and folder and file:
            folders.setdefault(folder, {})[file] = opened.read(name, 30_000_000)
    return list(folders.values())


def take_files(workspace: Workspace, files: Mapping[str, bytes], *, kind: str, by: str) -> None:
    """Add a pack that came inside a card or a bundle (``kind``) of a unit (``by``)."""
    pack = Pack(dict(files))
    if FORM not in pack.files:
        raise BadFile("SSK-220", file=FORM)
    sha256 = hashlib.sha256(packed(pack)).hexdigest()
    with workspace.database.read() as session:
        if stored.has_pack(session, sha256):
            return  # every bundle brings its form; reading one takes half a second
    _add(workspace, pack, {"kind": kind, "name": by})


def list_templates(workspace: Workspace) -> tuple[TemplateRow, ...]:
    """Return every version known, newest first."""
    with workspace.database.read() as session:
        records = stored.all_templates(session)
        drafts = stored.drafts_by_template(session)
        sources = read_setting(session, _SOURCES, {})
    return tuple(
        _row(
            workspace,
            record,
            drafts.get((record.id, record.version), 0),
            sources.get(f"{record.id}@{record.version}", {}),
        )
        for record in records
    )


def default_template(workspace: Workspace) -> tuple[str, str]:
    """Return id and version offered first: the newest of the built-in form, else of the others."""
    with workspace.database.read() as session:
        records = [record for record in stored.all_templates(session) if not record.withdrawn]
    if not records:
        raise BadInput("SSK-222")
    name = BUILT_IN if any(record.id == BUILT_IN for record in records) else records[0].id
    return name, _newest([record for record in records if record.id == name]).version


def find_template(workspace: Workspace, template_id: str) -> tuple[str, str]:
    """Return id and version for ``id@version``, or the newest in use for ``id``.

    Raises BadInput SSK-223 when it is not known.
    """
    name, _, version = template_id.partition("@")
    with workspace.database.read() as session:
        of_name = [record for record in stored.all_templates(session) if record.id == name]
    found = [record for record in of_name if record.version == version or not version]
    if not found:
        raise BadInput("SSK-223", name=template_id)
    in_use = [record for record in found if not record.withdrawn]
    return name, _newest(in_use or found).version


def form_of(workspace: Workspace, template_id: str, version: str) -> "Form":
    """Return the form of a version; built once while the workspace is open."""
    from desktop_app.forms.plain import form_from_plain

    forms: dict[tuple[str, str], Form] = workspace.forms
    if (template_id, version) not in forms:
        try:
            with workspace.database.read() as session:
                plain = stored.form_of(session, template_id, version)
        except KeyError as error:
            raise BadInput("SSK-223", name=f"{template_id}@{version}") from error
        forms[template_id, version] = form_from_plain(plain)
    return forms[template_id, version]


def pack_of(workspace: Workspace, template_id: str, version: str) -> Pack:
    """Return the files of a version."""
    with workspace.database.read() as session:
        record = stored.find_template(session, template_id, version)
    if record is None:
        raise BadInput("SSK-223", name=f"{template_id}@{version}")
    return unpacked(workspace.attachments.read(record.pack_sha256))


def withdraw(workspace: Workspace, template_id: str, version: str, *, again: bool = False) -> None:
    """Offer a version no longer to new initiatives, or again; drafts keep what they have.

    Raises BadInput SSK-223 when it is not known.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        if stored.find_template(session, template_id, version) is None:
            raise BadInput("SSK-223", name=f"{template_id}@{version}")
        stored.set_withdrawn(session, template_id, version, None if again else now)
        action = "template again" if again else "template withdrawn"
        audit.note(session, now, action, template=template_id, version=version)


def _newest(records: list[TemplateRecord]) -> TemplateRecord:
    return max(records, key=lambda record: version_order(record.version))


def _row(
    workspace: Workspace, record: TemplateRecord, drafts: int, source: Mapping[str, str]
) -> TemplateRow:
    pack = unpacked(workspace.attachments.read(record.pack_sha256))
    return TemplateRow(
        record.id,
        record.version,
        record.titles,
        record.withdrawn,
        tuple(pack.documents),
        drafts,
        from_text(record.added_at),
        source,
    )


def _add(workspace: Workspace, pack: Pack, source: Mapping[str, Any]) -> TemplateRow:
    from desktop_app.forms.plain import form_to_plain

    form = form_in(pack)
    sha256 = workspace.attachments.put(packed(pack))
    with workspace.database.write() as session:
        known = stored.find_template(session, form.id, form.version)
        if known is None:
            now = workspace.now()
            stored.insert_template(
                session,
                template_id=form.id,
                version=form.version,
                titles=form.titles,
                form=form_to_plain(form),
                pack_sha256=sha256,
                now=now,
            )
            sources = read_setting(session, _SOURCES, {})
            sources[f"{form.id}@{form.version}"] = dict(source)
            write_setting(session, _SOURCES, sources)
            audit.note(session, now, "template", template=form.id, version=form.version)
        elif unpacked(workspace.attachments.read(known.pack_sha256)).files != pack.files:
            raise BadInput("SSK-221", name=form.id, version=form.version)
        record = stored.find_template(session, form.id, form.version)
        sources = read_setting(session, _SOURCES, {})
    assert record is not None
    return _row(workspace, record, 0, sources.get(f"{form.id}@{form.version}", {}))
