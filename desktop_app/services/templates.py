"""Template packs: the built-in one, added ones, their forms and their Word documents.

A pack is a folder or a ZIP: ``form.xlsx`` and ``documents/*.docx``. It is kept as one ZIP among
the attachments, with its form parsed beside it.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.errors import BadFile, BadInput
from desktop_app.resource_files import resource_path
from desktop_app.services.printed_facts import sample_facts
from desktop_app.storage import audit
from desktop_app.storage import templates as stored
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

BUILT_IN = "sang-kien"
FORM, DOCUMENTS = "form.xlsx", "documents/"

_MOST_FILES, _MOST_BYTES = 60, 30_000_000

RESERVED_NAMES: Mapping[str, str] = {
    "initiative_title": "SSK-230",
    "authors": "SSK-231",
    "full_name": "SSK-231",
    "contribution_percent": "SSK-232",
    "is_member": "SSK-233",
    "consent": "SSK-234",
    "application_field": "SSK-235",
    "solution_type": "SSK-235",
    "first_applied_date": "SSK-236",
    "has_confidential": "SSK-237",
    "confidential_info": "SSK-237",
    "benefit_value": "SSK-238",
    "measures": "SSK-239",
}
"""Names that carry meaning, and the code that says what stops working without each."""


@dataclass(frozen=True)
class TemplateRow:
    """A version of a template as lists show it."""

    id: str
    version: str
    titles: Mapping[str, str]
    withdrawn: bool
    documents: tuple[str, ...]
    drafts: int


@dataclass(frozen=True)
class PackProblem:
    """Something wrong with a pack: where, what, and whether it can be used all the same."""

    place: str
    code: str
    facts: Mapping[str, Any]
    blocking: bool


@dataclass(frozen=True)
class PackCheck:
    """What a check of a pack found."""

    template_id: str
    version: str
    titles: Mapping[str, str]
    problems: tuple[PackProblem, ...]
    missing_names: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether the pack can be added."""
        return not any(problem.blocking for problem in self.problems)


@dataclass(frozen=True)
class Pack:
    """The files of a pack by their names inside it."""

    files: Mapping[str, bytes]

    @property
    def documents(self) -> Mapping[str, bytes]:
        """Return the Word documents by name without folder and ending, in order."""
        return {
            name.removeprefix(DOCUMENTS).removesuffix(".docx"): content
            for name, content in sorted(self.files.items())
            if name.startswith(DOCUMENTS) and name.endswith(".docx")
        }


def add_built_in(workspace: Workspace) -> TemplateRow:
    """Add the built-in pack as it ships with this program, unless it is known."""
    return _add(workspace, read_pack(resource_path("templates", BUILT_IN)))


def add_pack(workspace: Workspace, path: Path) -> TemplateRow:
    """Add a pack from a folder or a ZIP.

    Raises BadInput SSK-2xx when it cannot be used, SSK-221 when the same version stands with
    other content: a draft is pinned to what it was begun with.
    """
    pack = read_pack(path)
    found = check_files(workspace, pack)
    blocking = next((problem for problem in found.problems if problem.blocking), None)
    if blocking is not None:
        raise BadInput(blocking.code, **blocking.facts)
    return _add(workspace, pack)


def check_pack(workspace: Workspace, path: Path) -> PackCheck:
    """Check a pack: its form, the names that carry meaning, and every placeholder."""
    return check_files(workspace, read_pack(path))


def check_files(workspace: Workspace, pack: Pack) -> PackCheck:
    """Check the files of a pack; a form that cannot be read is a problem, not an error."""
    from desktop_app.documents.context import build_context
    from desktop_app.forms.sample_answers import sample_answers
    from desktop_app.forms.workbook import FormRefused

    try:
        form = _read_form(pack)
    except FormRefused as refused:
        problems = tuple(
            PackProblem(
                f"{refusal.sheet}!{refusal.column}{refusal.row}",
                refusal.reason_code,
                refusal.facts,
                True,
            )
            for refusal in refused.refusals
        )
        return PackCheck("", "", {}, problems, ())
    names = {name for path, _node in form.walk() for name in path} | {
        node.name for _path, node in form.walk()
    }
    context = build_context(form, sample_answers(form), system=sample_facts())
    problems = tuple(
        PackProblem(
            f"{name}: {problem.heading or '–'}, ¶ {problem.paragraph}",
            "SSK-320",
            {"placeholder": problem.placeholder, "reason": problem.reason},
            True,
        )
        for name, content in pack.documents.items()
        for problem in workspace.filler.check(content, context, document=name)
    )
    problems += tuple(
        PackProblem("documents", "SSK-361", {"name": document.name}, True)
        for document in form.documents
        if document.name not in pack.documents
    )
    missing = tuple(name for name in RESERVED_NAMES if name not in names)
    return PackCheck(form.id, form.version, form.titles, problems, missing)


def list_templates(workspace: Workspace) -> tuple[TemplateRow, ...]:
    """Return every version known, newest first."""
    with workspace.database.read() as session:
        records = stored.all_templates(session)
        drafts = stored.drafts_by_template(session)
    return tuple(
        TemplateRow(
            record.id,
            record.version,
            record.titles,
            record.withdrawn,
            tuple(pack_of(workspace, record.id, record.version).documents),
            drafts.get((record.id, record.version), 0),
        )
        for record in records
    )


def default_template(workspace: Workspace) -> tuple[str, str]:
    """Return id and version offered first: the newest of the built-in form, else the newest."""
    with workspace.database.read() as session:
        records = [record for record in stored.all_templates(session) if not record.withdrawn]
    if not records:
        raise BadInput("SSK-222")
    best = next((record for record in records if record.id == BUILT_IN), records[0])
    return best.id, best.version


def find_template(workspace: Workspace, template_id: str) -> tuple[str, str]:
    """Return id and newest version for ``id`` or ``id@version``. Raises BadInput SSK-223."""
    name, _, version = template_id.partition("@")
    with workspace.database.read() as session:
        for record in stored.all_templates(session):
            if record.id == name and (record.version == version or not version):
                return record.id, record.version
    raise BadInput("SSK-223", name=template_id)


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
    return _unpacked(workspace.attachments.read(record.pack_sha256))


def withdraw(workspace: Workspace, template_id: str, version: str, *, again: bool = False) -> None:
    """Offer a version no longer to new initiatives, or again."""
    with workspace.database.write() as session:
        stored.set_withdrawn(session, template_id, version, None if again else workspace.now())


def read_pack(path: Path) -> Pack:
    """Read a pack from a folder or a ZIP; nothing is written anywhere.

    Raises BadFile SSK-220 when there is no form in it or it is too large.
    """
    try:
        if path.is_dir():
            names = [FORM, *(f"{DOCUMENTS}{p.name}" for p in (path / "documents").glob("*.docx"))]
            files = {name: (path / name).read_bytes() for name in names if (path / name).is_file()}
        else:
            files = _zip_files(path.read_bytes())
    except OSError as error:
        raise BadFile("SSK-220", file=path.name) from error
    if FORM not in files:
        raise BadFile("SSK-220", file=path.name)
    return Pack(files)


def take_files(workspace: Workspace, files: Mapping[str, bytes]) -> TemplateRow:
    """Add a pack that came inside a bundle or a card."""
    pack = Pack(dict(files))
    if FORM not in pack.files:
        raise BadFile("SSK-220", file=FORM)
    return _add(workspace, pack)


def _add(workspace: Workspace, pack: Pack) -> TemplateRow:
    from desktop_app.forms.plain import form_to_plain

    form = _read_form(pack)
    packed = _packed(pack)
    sha256 = workspace.attachments.put(packed)
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
            audit.note(session, now, "template", template=form.id, version=form.version)
        elif known.pack_sha256 != sha256:
            raise BadInput("SSK-221", name=form.id, version=form.version)
    return TemplateRow(form.id, form.version, form.titles, False, tuple(pack.documents), 0)


def _read_form(pack: Pack) -> "Form":
    from desktop_app.forms.workbook import read_form

    return read_form(io.BytesIO(pack.files[FORM]))


def _packed(pack: Pack) -> bytes:
    """Return a pack as one ZIP, the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(pack.files):
            archive.writestr(zipfile.ZipInfo(name), pack.files[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


@lru_cache(maxsize=8)
def _unpacked(packed: bytes) -> Pack:
    return Pack(_zip_files(packed))


def _zip_files(packed: bytes) -> dict[str, bytes]:
    """Return form and documents of a ZIP, also where they lie in one folder inside it."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_FILES or sum(e.file_size for e in entries) > _MOST_BYTES:
                raise BadFile("SSK-220", file="")
            form = next((e.filename for e in entries if e.filename.endswith(FORM)), "")
            top = form.removesuffix(FORM)
            return {
                entry.filename.removeprefix(top): archive.read(entry)
                for entry in entries
                if entry.filename == form
                or (entry.filename.startswith(top + DOCUMENTS) and entry.filename.endswith(".docx"))
            }
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise BadFile("SSK-220", file="") from error
