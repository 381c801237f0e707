"""The slip that goes with a handed-over file: what was given to whom, for two signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.numbers import format_number, size_text
from desktop_app.domain.text import mark_text
from desktop_app.errors import BadInput
from desktop_app.messages import sentence
from desktop_app.storage import bundles, initiatives
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.documents.pages import PagedDocument

_REPORTS = ("submission", "relay")


@dataclass(frozen=True)
class SlipItem:
    """One report of the file, as the slip lists it; ``revision`` says how often it was sent."""

    number: int
    code: str
    title: str
    authors: str
    revision: int


@dataclass(frozen=True)
class Slip:
    """What a slip says; ``recipient`` is empty for a file without one. ``size`` is in bytes."""

    bundle_id: str
    kind: str
    sender: str
    sender_code: str
    recipient: str
    sequence: int
    written_at: datetime
    items: tuple[SlipItem, ...]
    file_name: str
    size: int
    inner_sha256: str

    @property
    def mark(self) -> str:
        """The beginning of the hash in groups of four, to be compared by eye."""
        return mark_text(self.inner_sha256)

    @property
    def square(self) -> str:
        """What the square code holds."""
        return f"SSK1:{self.bundle_id}:{self.inner_sha256}"


def slip_of(workspace: Workspace, bundle_id: str) -> Slip:
    """Return the slip of a file that left or came in. Raises BadInput SSK-513 when unknown."""
    with workspace.database.read() as session:
        record = bundles.find_bundle(session, bundle_id)
        document = bundles.content_of(session, bundle_id).get("document") if record else None
        if record is None or document is None:
            raise BadInput("SSK-513", name=bundle_id)
        listed = _listed(document)
        items = []
        for number, item in enumerate(bundles.items_of(session, bundle_id), start=1):
            known = initiatives.find(session, item.initiative_id)
            code = listed.get(item.initiative_id, {}).get("code") or (known.code if known else "")
            authors = known.authors if known else ""
            items.append(SlipItem(number, str(code), item.title, authors, item.revision))
    sender, target = document["sender"]["unit"], document.get("recipient")
    return Slip(
        bundle_id,
        record.kind,
        sender["name"],
        sender["code"],
        target["unit"]["name"] if target else "",
        record.sequence,
        datetime.fromisoformat(document["created_at"]),
        tuple(items),
        record.file_name,
        record.size,
        record.inner_sha256,
    )


def lay_out_slip(slip: Slip, language: str) -> "PagedDocument":
    """Return the slip as one page to look at, to print, or to write as PDF."""
    from desktop_app.documents.pages_slip import SlipSheet, slip_page

    def said(name: str, **facts: Any) -> str:
        return sentence(f"SLIP-{name}", language, **facts)

    reports = slip.kind in _REPORTS
    return slip_page(
        SlipSheet(
            title=said("title" if reports else "title-other"),
            facts=(
                (said("from"), f"{slip.sender} ({slip.sender_code})"),
                (said("to"), slip.recipient or said("to-nobody")),
                (said("number"), format_number(slip.sequence)),
                (said("written"), slip.written_at.strftime("%d/%m/%Y %H:%M")),
                (said("count"), format_number(len(slip.items))),
                (said("file"), slip.file_name),
                (said("size"), size_text(slip.size)),
            ),
            mark_label=said("mark"),
            mark=slip.mark,
            square=slip.square,
            square_note=said("square"),
            columns=(
                said("column-number"),
                said("column-code"),
                said("column-title"),
                said("column-authors"),
                said("column-revision"),
            ),
            rows=[
                (str(item.number), item.code, item.title, _names(item), str(item.revision))
                for item in slip.items
            ],
            rest=lambda number: said("rest", number=format_number(number)),
            signatures=(said("giver"), said("taker")),
            sign_here=said("sign-here"),
            sign_date=said("sign-date"),
        )
    )


def write_slip(workspace: Workspace, bundle_id: str, target: Path, *, language: str = "vi") -> Path:
    """Write the slip of a bundle as a PDF; return where it is.

    Raises BadInput SSK-513 for an unknown bundle, Failed SSK-412 and following when the file
    cannot be written.
    """
    from desktop_app.exchange.delivery import write_file

    return write_file(target, lay_out_slip(slip_of(workspace, bundle_id), language).pdf())


def _names(item: SlipItem) -> str:
    """Return the authors, each name held together by spaces that do not break."""
    return ", ".join(name.replace(" ", "\u00a0") for name in item.authors.split(", "))


def _listed(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {str(item.get("id")): item for item in document.get("items") or ()}
