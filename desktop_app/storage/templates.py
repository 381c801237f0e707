"""Versions of template packs known to this workspace."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Initiative, Template
from desktop_app.storage.times import to_text


@dataclass(frozen=True)
class TemplateRecord:
    """One version of a pack; ``pack_sha256`` names its ZIP among the attachments."""

    id: str
    version: str
    titles: Mapping[str, str]
    pack_sha256: str
    added_at: str
    withdrawn: bool


def has_pack(session: Session, pack_sha256: str) -> bool:
    """Return whether a version with exactly these files is known."""
    query = select(Template.id).where(Template.pack_sha256 == pack_sha256).limit(1)
    return session.scalars(query).first() is not None


def insert_template(
    session: Session,
    *,
    template_id: str,
    version: str,
    titles: Mapping[str, str],
    form: Mapping[str, Any],
    pack_sha256: str,
    now: datetime,
) -> None:
    """Keep a version; the form is kept parsed, so that it opens without its workbook."""
    session.add(
        Template(
            id=template_id,
            version=version,
            titles=json.dumps(dict(titles), ensure_ascii=False),
            form=json.dumps(form, ensure_ascii=False),
            pack_sha256=pack_sha256,
            added_at=to_text(now),
            withdrawn_at=None,
        )
    )


def find_template(session: Session, template_id: str, version: str) -> TemplateRecord | None:
    """Return a version, None when it is not known."""
    row = session.get(Template, (template_id, version))
    return None if row is None else _record(row)


def form_of(session: Session, template_id: str, version: str) -> dict[str, Any]:
    """Return the parsed form of a version as plain values; KeyError when it is not known."""
    row = session.get(Template, (template_id, version))
    if row is None:
        raise KeyError((template_id, version))
    form: dict[str, Any] = json.loads(row.form)
    return form


def all_templates(session: Session) -> tuple[TemplateRecord, ...]:
    """Return every version, newest first."""
    rows = session.scalars(select(Template).order_by(Template.added_at.desc(), Template.version))
    return tuple(_record(row) for row in rows)


def set_withdrawn(session: Session, template_id: str, version: str, now: datetime | None) -> None:
    """Withdraw a version from new initiatives, or offer it again with None."""
    row = session.get(Template, (template_id, version))
    if row is not None:
        row.withdrawn_at = None if now is None else to_text(now)


def drafts_by_template(session: Session) -> dict[tuple[str, str], int]:
    """Return how many drafts are pinned to each version."""
    query = (
        select(Initiative.template_id, Initiative.template_version, func.count())
        .where(Initiative.writing == "draft")
        .group_by(Initiative.template_id, Initiative.template_version)
    )
    return {(name, version): number for name, version, number in session.execute(query)}


@dataclass(frozen=True)
class PinnedDraft:
    """A draft and the version of the template it was begun with or moved to."""

    initiative_id: str
    code: str
    title: str
    template_id: str
    version: str


def pinned_drafts(session: Session) -> tuple[PinnedDraft, ...]:
    """Return every draft with its version, the one changed last first."""
    query = (
        select(
            Initiative.id,
            Initiative.code,
            Initiative.title,
            Initiative.template_id,
            Initiative.template_version,
        )
        .where(Initiative.writing == "draft")
        .order_by(Initiative.updated_at.desc(), Initiative.row.desc())
    )
    return tuple(PinnedDraft(*row) for row in session.execute(query))


def _record(row: Template) -> TemplateRecord:
    return TemplateRecord(
        row.id,
        row.version,
        json.loads(row.titles),
        row.pack_sha256,
        row.added_at,
        row.withdrawn_at is not None,
    )
