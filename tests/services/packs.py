"""Template packs made for a test: a small form, small Word documents, folders and ZIPs."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docx import Document

from tests.forms.books import book

SURVEY = """
| type | name | label |
| text | initiative_title | Tên sáng kiến |
| integer | benefit_value | Số tiền làm lợi |
| select_one yn | has_confidential | Có điều cần giữ kín |
| begin_repeat | authors | Tác giả |
| text | full_name | Họ và tên |
| decimal | contribution_percent | Tỷ lệ |
| end_repeat | | |
"""
CHOICES = """
| list_name | name | label |
| yn | yes | Có |
| yn | no | Không |
"""


def form_bytes(
    survey: str = SURVEY, *, version: str = "1", form_id: str = "may-mac", choices: str = CHOICES
) -> bytes:
    """Return a workbook; its settings are text, as Excel keeps what is written as text."""
    settings = f"""
    | form_id | form_title | version |
    | {form_id} | Mẫu ngành may | {version} |
    """
    return book(survey, choices, settings).getvalue()


def word(*paragraphs: str) -> bytes:
    """Return a Word document with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def files(**changes: bytes | None) -> dict[str, bytes]:
    """Return the files of a sound pack; changes are by ``form`` or by a document's name."""
    made: dict[str, bytes | None] = {"form": form_bytes(), "don": word("{{ initiative_title }}")}
    made |= changes
    return {
        ("form.xlsx" if name == "form" else f"documents/{name}.docx"): content
        for name, content in made.items()
        if content is not None
    }


def folder(target: Path, content: Mapping[str, bytes]) -> Path:
    """Write files into a folder and return it."""
    for name, data in content.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    return target


def zipped(target: Path, content: Mapping[str, bytes]) -> Path:
    """Write files into a ZIP, by names as they are given, and return it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target
