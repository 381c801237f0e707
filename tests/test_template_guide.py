"""What the guide and the note of the starter tell an officer to type is understood as it stands."""

import re
from pathlib import Path

import pytest

from desktop_app.documents.context import build_context
from desktop_app.documents.filling import DocumentFiller
from desktop_app.forms.sample_answers import sample_answers
from desktop_app.forms.workbook import read_form
from desktop_app.resource_files import resource_path
from desktop_app.services.pack_check import RESERVED_NAMES
from desktop_app.services.printed_facts import sample_facts
from tests.services.packs import word

GUIDE = Path(__file__).parents[1] / "docs/tao-mau.md"
NOTE = resource_path("templates", "lam-theo.txt")


@pytest.mark.parametrize(("path", "least"), [(GUIDE, 18), (NOTE, 6)], ids=["guide", "note"])
def test_every_placeholder_shown_can_be_used(path: Path, least: int) -> None:
    text = path.read_text(encoding="utf-8").replace("\\|", "|")
    text = text.replace("{{ placeholders }}", "").replace("{{ name }}", "")
    tags = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text)
    # Without a table, a loop over rows is tried as one over paragraphs.
    paragraphs = [tag.replace("{%tr ", "{%p ") for tag in tags]
    form = read_form(resource_path("templates", "sang-kien", "form.xlsx"))
    context = build_context(form, sample_answers(form), system=sample_facts())
    with DocumentFiller() as filler:
        problems = filler.check(word(*paragraphs), context)

    assert len(tags) >= least
    assert problems == ()


def test_every_name_with_meaning_is_named() -> None:
    text = GUIDE.read_text(encoding="utf-8")

    assert [name for name in RESERVED_NAMES if f"`{name}`" not in text] == []
