import io
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from desktop_app.documents.context import build_context
from desktop_app.documents.filling import DocumentFiller
from desktop_app.forms.evaluation import evaluate
from desktop_app.forms.form import Form
from desktop_app.forms.workbook import read_form
from desktop_app.resource_files import resource_path
from desktop_app.services.printed_facts import sample_facts

SYSTEM = sample_facts() | {
    "dossier_code": "MSC-2026-0001",
    "unit_name": "Công đoàn cơ sở Công ty Cổ phần May Sông Công",
    "superior_unit_name": "Công đoàn các khu công nghiệp tỉnh Thái Nguyên",
}


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp) -> None:
    """Qt allows one application per process: the one windows need, before anyone makes another."""


@pytest.fixture(scope="session")
def filler() -> Iterator[DocumentFiller]:
    with DocumentFiller() as filler:
        yield filler


@cache
def built_in_form() -> Form:
    return read_form(resource_path("templates", "sang-kien", "form.xlsx"))


def built_in_template(name: str) -> bytes:
    return resource_path("templates", "sang-kien", "documents", f"{name}.docx").read_bytes()


def sample(number: str) -> tuple[dict, dict[str, bytes]]:
    """Return the answers of a sample initiative as documents show them, and its pictures."""
    folder = resource_path("sample", "initiatives")
    (path,) = folder.glob(f"{number}-*.json")
    pictures: dict[str, bytes] = {}
    answers = _taken_in(json.loads(path.read_text("utf-8"))["answers"], folder, pictures)
    evaluated = evaluate(built_in_form(), answers, today=date(2026, 11, 20), language="vi")
    return dict(evaluated.visible_answers()), pictures


def _taken_in(value, folder: Path, pictures: dict[str, bytes]):
    if isinstance(value, dict):
        if set(value) == {"file"} and isinstance(value["file"], str):
            path = folder / value["file"]
            pictures[path.name] = path.read_bytes()
            return {"sha256": path.name, "name": path.name, "size": 1, "media_type": "image/png"}
        return {name: _taken_in(inner, folder, pictures) for name, inner in value.items()}
    if isinstance(value, list):
        return [_taken_in(inner, folder, pictures) for inner in value]
    return value


def sample_context(number: str = "01", **changes) -> dict:
    answers, pictures = sample(number)
    answers |= changes
    answers = {name: value for name, value in answers.items() if value is not None}
    return build_context(built_in_form(), answers, system=SYSTEM, pictures=pictures.__getitem__)


def word(*paragraphs: str | tuple[str, ...]) -> bytes:
    """Return a Word document; a tuple is a paragraph whose text lies in several runs."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text in (runs,) if isinstance(runs, str) else runs:
            paragraph.add_run(text)
    return saved(document)


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def opened(docx: bytes):
    return Document(io.BytesIO(docx))


def text_of(docx: bytes) -> str:
    """Return all text of a document in order, one line per paragraph."""
    body = opened(docx).element.body
    return "\n".join(
        "".join(_piece(piece) for piece in paragraph.iter("{*}t", "{*}br", "{*}tab"))
        for paragraph in body.iter("{*}p")
    )


def _piece(piece) -> str:
    kind = piece.tag.rpartition("}")[2]
    return {"br": "\n", "tab": "\t"}.get(kind) or piece.text or ""
