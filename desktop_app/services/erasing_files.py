"""Files that hold an erased person: what bundles were made of, filled documents, pictures.

A file another report needs stays. What nobody refers to and names the person goes too: a plan of
an export, for instance, leaves the data of a report behind.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.person import name_pattern
from desktop_app.errors import AppError
from desktop_app.services.erasing_rows import Chosen, Gone
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import bundles, person_rows
from desktop_app.storage import templates as template_rows
from desktop_app.storage.attachments import AttachmentStore

_HASH = re.compile("[0-9a-f]{64}")
_TAG = re.compile("<[^>]*>")
_END = re.compile("</(?:w:p|w:tc|si|t|c|row)>")
_LARGEST = 30_000_000
_AIDS = ("data/summary.xlsx", "data/README.txt")


@dataclass
class FilesGone:
    """Files to be discarded: SHA-256 → the initiative it belonged to, "" for none."""

    parts: dict[str, str] = field(default_factory=dict)
    bundles: dict[str, None] = field(default_factory=dict)
    proofs: dict[str, None] = field(default_factory=dict)


def leave_bundles(session: Session, store: AttachmentStore, chosen: Chosen) -> FilesGone:
    """Take the person out of what is kept of bundles; say which files are needed no more.

    Their parts go, so that such a bundle cannot be made again; the proof of a bundle that came in
    is made anew without the report.
    """
    found = FilesGone()
    patterns = _patterns(chosen)
    ids = list(chosen.reports)
    for bundle in list(person_rows.bundles_carrying(session, ids)) if ids else ():
        content = bundle.content
        held = {one for one in ids if _holds(session, store, bundle, one, patterns.get(one, ()))}
        if held:
            found.bundles[bundle.id] = None
            for path, sha256, _size in content.get("parts", ()):
                owner = _owner_of(path, held)
                if owner is not None:
                    found.parts[sha256] = owner
            if "origin" in content:
                made = _proof_without(store, content["origin"], held)
                if made is not None:
                    found.proofs[content["origin"]] = None
                    content["origin"] = made
        for name in ("items", "withdrawals"):
            document = content.get("document", {})
            if document.get(name):
                document[name] = [_entry(entry, chosen) for entry in document[name]]
        bundles.set_content(session, bundle.id, content)
    return found


def _patterns(chosen: Chosen) -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        one: tuple(name_pattern(erasure.name) for erasure in erasures)
        for one, erasures in chosen.reports.items()
    }


def _holds(
    session: Session,
    store: AttachmentStore,
    bundle: person_rows.BundleContent,
    initiative_id: str,
    patterns: Collection[re.Pattern[str]],
) -> bool:
    """Return whether a bundle carries the person in a report; unsure means yes."""
    wanted = (
        f"data/initiatives/{initiative_id}/initiative.json",
        f"data/drafts/{initiative_id}/draft.json",
    )
    for path, sha256, _size in bundle.content.get("parts", ()):
        if path in wanted:
            try:
                return _names(store.read(sha256).decode("utf-8", "replace"), patterns)
            except AppError:
                return True
    if "origin" in bundle.content:
        try:
            with _archive(store, bundle.content["origin"]) as archive:
                text = archive.read(wanted[0]).decode("utf-8", "replace")
        except KeyError:
            return False
        except (AppError, zipfile.BadZipFile):
            return True
        return _names(text, patterns)
    return (
        any(item.initiative_id == initiative_id for item in bundles.items_of(session, bundle.id))
        and "parts" in bundle.content
    )


def _owner_of(path: str, held: Collection[str]) -> str | None:
    """Return whose a part of a bundle is; None where it stays. Attachments are chosen apart."""
    if path in _AIDS:
        return ""
    for one in held:
        report = f"data/initiatives/{one}/"
        if path.startswith(report) and not path.startswith(f"{report}attachments/"):
            return one
        if path == f"data/drafts/{one}/draft.json":
            return one
    return None


def _entry(entry: Any, chosen: Chosen) -> Any:
    for erasure in chosen.reports.get(str(entry.get("id")), ()):
        entry = erasure.in_value(entry)
    return entry


def _archive(store: AttachmentStore, sha256: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(store.read(sha256)))


def _proof_without(store: AttachmentStore, sha256: str, held: Collection[str]) -> str | None:
    """Make the proof of a bundle anew without some reports; None when they are not in it."""
    drop = {f"data/initiatives/{one}/initiative.json" for one in held}
    try:
        with _archive(store, sha256) as before:
            if not drop & set(before.namelist()):
                return None
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
                for name in before.namelist():
                    if name not in drop:
                        after.writestr(zipfile.ZipInfo(name), before.read(name))
    except (AppError, zipfile.BadZipFile):
        return None
    return store.put(made.getvalue())


def _names(text: str, patterns: Collection[re.Pattern[str]]) -> bool:
    return any(pattern.search(text) for pattern in patterns)


# What may go, and what somebody else needs


def needed_by_others(session: Session, gone: Collection[str], ids: Collection[str]) -> set[str]:
    """Return which files something else refers to than the reports that were erased."""
    wanted, needed = set(gone), set()
    for initiative_id, text in person_rows.each_text_with_files(session):
        if initiative_id not in ids:
            needed |= wanted & set(_HASH.findall(text))
    return needed


def referenced(session: Session) -> set[str]:
    """Return every file of the store the book refers to."""
    found = {record.pack_sha256 for record in template_rows.all_templates(session)}
    for _initiative, text in person_rows.each_text_with_files(session):
        found |= set(_HASH.findall(text))
    for bundle in person_rows.each_bundle(session):
        found |= {part[1] for part in bundle.content.get("parts", ())}
        if "origin" in bundle.content:
            found.add(bundle.content["origin"])
    return found


def orphans_naming(
    store: AttachmentStore, known: Collection[str], chosen: Chosen, step: Step = no_step
) -> Iterator[str]:
    """Return the files nobody refers to in which the person is named."""
    patterns = tuple(
        {erasure.name: name_pattern(erasure.name) for erasure in chosen.erasures}.values()
    )
    kept = [sha256 for sha256 in store.all_kept() if sha256 not in known]
    for number, sha256 in enumerate(kept):
        step(number, len(kept))
        if any(_names(text, patterns) for text in texts_in(store, sha256)):
            yield sha256


def texts_in(store: AttachmentStore, sha256: str) -> Iterator[str]:
    """Return the texts of a kept file: JSON, plain text, or the parts of a Word or Excel file."""
    try:
        if store.size(sha256) > _LARGEST:
            return
        content = store.read(sha256)
    except AppError:
        return
    if not content.startswith(b"PK"):
        yield content.decode("utf-8", "replace")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".json", ".txt")) and (
                    entry.file_size <= _LARGEST
                ):
                    text = archive.read(entry).decode("utf-8", "replace")
                    text = _END.sub(" ", text)
                    yield _TAG.sub("", text) if entry.filename.endswith(".xml") else text
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return


def all_gone(gone: Gone, files: FilesGone, chosen: Chosen) -> dict[str, str]:
    """Return every file that is to go with the initiative it belonged to, "" for none."""
    pictures = {
        sha256: one
        for one, erasures in chosen.reports.items()
        for erasure in erasures
        for sha256 in erasure.files
    }
    return {**files.parts, **gone.documents, **pictures, **dict.fromkeys(files.proofs, "")}
