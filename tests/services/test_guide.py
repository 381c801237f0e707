"""The guide as it ships: whole pages, live links, pictures that exist, labels the window shows."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop_app.domain.text import fold, nfc
from desktop_app.errors import BadInput
from desktop_app.messages import catalogue
from desktop_app.resource_files import resource_path
from desktop_app.services import guide

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = tuple(guide.FILES)
SAID_OR_TYPED = {
    *("35 triệu", "1,2 tỷ", "C«ng ®oµn", "vừa trang", "Đã lưu 10:42", "Còn … việc trước khi nộp"),
    *("gặp lỗi ngoài dự tính", "Đơn và chữ ký", "fit to page"),
}
"""What stands in quotation marks and is no label: what is typed, said, or another program's."""


def pages():
    return [page for language in LANGUAGES for page in guide.guide_pages(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_subject_stands_once_and_in_both_languages(language):
    named = [name for page in guide.guide_pages(language) for name in page.subjects]
    assert len(named) == len(set(named))
    other = {name for page in guide.guide_pages("vi") for name in page.subjects}
    assert set(named) == other
    assert {guide.FIRST, guide.PROTECTS, guide.TROUBLE} <= set(named)


def test_links_and_pictures_lead_somewhere():
    for page in pages():
        language = "vi" if page.file in guide.FILES["vi"] else "en"
        for picture, link in re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", page.markdown):
            if picture:
                assert (guide.picture_folder() / link).is_file(), f"{page.file}: {link}"
            else:
                assert guide.linked_page(language, page.file, link), f"{page.file}: {link}"


def test_pages_are_short_enough_to_be_read_and_in_one_form():
    for page in pages():
        assert page.markdown == nfc(page.markdown)
        assert "help:" not in page.markdown
        if page.file in ("huong-dan.md", "guide-en.md") and page.anchor:
            assert len(page.markdown.splitlines()) < 60, page.title


@pytest.mark.parametrize(
    ("file", "language", "tag"),
    [("huong-dan.md", "vi", "translation"), ("guide-en.md", "en", "source")],
)
def test_what_the_guide_names_is_what_the_window_says(file, language, tag):
    ts = ET.parse(resource_path("translations", "so_sang_kien_vi.ts")).getroot()
    known = [(message.find(tag).text or "") for message in ts.iter("message")]
    known += [part for code in catalogue().values() for part in code[language].values()]
    window = "\n".join(known).replace("&", "").casefold()
    text = guide.guide_path(file).read_text(encoding="utf-8").replace("\n", " ")
    for label in set(re.findall("“([^”]+)”", text)) - SAID_OR_TYPED:
        assert label.strip("… ").replace("&", "").casefold() in window, label


def test_words_are_found_with_and_without_tone_marks():
    vietnamese = guide.guide_pages("vi")
    for words in ("máy in", "may in", "MÁY  IN"):
        found = guide.find_pages(vietnamese, words)
        assert found[0].title == "In không ra"
    titles = [fold(page.title).split() for page in guide.find_pages(vietnamese, "in")]
    assert any(word.startswith("in") for word in titles[0])
    assert guide.beginning_with("in").search("nhin") is None
    assert guide.find_pages(vietnamese, "khongcotunay") == []


def test_a_heading_inside_code_begins_no_page():
    parts = guide._parts(["# A", "```", "# not a heading", "```", "## B"])
    assert [part[0] for part in parts] == ["# A", "## B"]


def test_the_guide_as_pdf(tmp_path, qapp):
    written = guide.write_guide("vi", tmp_path / "huong-dan.pdf")
    assert written.read_bytes().startswith(b"%PDF")
    assert written.stat().st_size > 500_000  # the pictures are in it
    with pytest.raises(BadInput) as refused:
        guide.write_guide("vi", tmp_path / "huong-dan.txt")
    assert refused.value.code == "SSK-990"


def test_chapters_begin_pages_and_contents_tell_them(qapp):
    from desktop_app.documents.pages_guide import GuideBook

    long = "\n\n".join(["Một đoạn văn dài. " * 40] * 12)
    parts = ["# Sách", "## Một", f"### Dài\n\n{long}", "## Hai", "Cuối."]
    book = GuideBook("Sách", "Mục lục", parts, guide.picture_folder())
    contents = book._contents.toPlainText().split()
    first, second = (int(contents[contents.index(name) + 1]) for name in ("Một", "Hai"))
    assert first > 1
    assert second > first + 1
    assert book.page_count == second
    assert not book.picture(second - 1).isNull()


def test_the_wheel_carries_every_file_of_the_guide():
    configuration = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for file in (*guide.FILES["vi"], *guide.FILES["en"], "pictures"):
        assert f'"docs/{file}"' in configuration
    assert '"docs" = "desktop_app/resources/guide"' in configuration
