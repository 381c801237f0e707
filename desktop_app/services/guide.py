"""The user guide as it ships: pages to read and search, and the whole as PDF.

The sources are the Markdown files of ``docs/``. Every heading begins a page. A comment such as
``<!-- help: queue, bundle -->`` below a heading names the subjects that open there; windows name
subjects, never headings, so a heading can be put in better words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.domain.text import fold
from desktop_app.errors import BadInput
from desktop_app.resource_files import guide_path

FILES = {
    "vi": ("huong-dan.md", "tao-mau.md", "mau-bao-cao.md", "may-chu.md"),
    "en": ("guide-en.md",),
}
"""The files of each language; the first is the guide, the others go deeper into one subject."""
FIRST, PROTECTS, TROUBLE = "start", "protects", "trouble"
"""Subjects the program itself asks for by name."""

_HEADING = re.compile(r"^(#{1,3}) +(.+?) *$")
_SUBJECTS = re.compile(r"^<!-- help: (.+?) -->$")
_FENCE = re.compile(r"^ {0,3}```")
_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9 -]")


@dataclass(frozen=True)
class GuidePage:
    """One page: ``depth`` 0 stands at the left of the contents, 1 below the page before it."""

    file: str
    anchor: str
    depth: int
    title: str
    subjects: tuple[str, ...]
    markdown: str

    @property
    def folded(self) -> str:
        """All words of the page without tone marks, for search."""
        return fold(self.markdown)


def anchor_of(heading: str) -> str:
    """Return what a link to a heading says: folded, with or without tone marks."""
    return _NOT_IN_ANCHORS.sub("", fold(heading)).replace(" ", "-")


@cache
def guide_pages(language: str) -> tuple[GuidePage, ...]:
    """Return the pages of the guide in a language, in the order of its contents."""
    return tuple(
        page for place, file in enumerate(FILES[language]) for page in _pages(file, main=place == 0)
    )


def page_about(language: str, subject: str) -> GuidePage:
    """Return the page a subject opens; the first page for a subject nobody wrote about."""
    pages = guide_pages(language)
    return next((page for page in pages if subject in page.subjects), pages[0])


def linked_page(language: str, file: str, link: str) -> GuidePage | None:
    """Return where a link on a page of a file leads; None outside the guide."""
    target, _, anchor = link.partition("#")
    pages = [page for each in FILES for page in guide_pages(each)] if target else ()
    within = [page for page in pages or guide_pages(language) if page.file == (target or file)]
    wanted = anchor_of(anchor)
    return next((page for page in within if not wanted or page.anchor == wanted), None)


def beginning_with(word: str) -> re.Pattern[str]:
    """Return what finds words of folded text that begin so: “in” finds “in”, not “nhìn”."""
    return re.compile(rf"(?<!\w){re.escape(word)}")


def find_pages(pages: Iterable[GuidePage], words: str) -> list[GuidePage]:
    """Return the pages that hold every word: in the title first, then in a row."""
    folded = fold(words)
    wanted = [beginning_with(word) for word in folded.split()]

    def rank(page: GuidePage) -> tuple[bool, bool]:
        title = fold(page.title)
        in_title = all(word.search(title) for word in wanted)
        return (not in_title, not beginning_with(folded).search(page.folded))

    return sorted((p for p in pages if all(w.search(p.folded) for w in wanted)), key=rank)


def picture_folder() -> Path:
    """Return the folder that links of the guide start from."""
    return guide_path()


def write_guide(language: str, place: Path) -> Path:
    """Write the guide as PDF with contents and page numbers; return where it is.

    A different file of that name is never replaced, the next free name is taken. Raises BadInput
    SSK-990 for a name that does not end in ``.pdf``; Failed SSK-412 and following when the disk
    refuses.
    """
    from desktop_app.documents.pages_guide import GuideBook
    from desktop_app.exchange.delivery import write_file
    from desktop_app.messages import sentence

    if place.suffix.lower() != ".pdf":
        raise BadInput("SSK-990", file=place.name)
    pages = [page for page in guide_pages(language) if page.file == FILES[language][0]]
    book = GuideBook(
        pages[0].title,
        sentence("CLI-guide-contents", language),
        [page.markdown for page in pages],
        picture_folder(),
    )
    return write_file(place, book.pdf())


def _pages(file: str, *, main: bool) -> list[GuidePage]:
    text = guide_path(file).read_text(encoding="utf-8")
    pages = []
    for lines in _parts(text.splitlines()):
        match = _HEADING.match(lines[0])
        assert match is not None, f"{file} begins without a heading"
        # In the guide itself chapters stand beside its first page; the other files are chapters.
        depth = max(0, len(match[1]) - 2) if main else min(1, len(match[1]) - 1)
        subjects = [found[1] for line in lines if (found := _SUBJECTS.match(line))]
        named = tuple(name.strip() for each in subjects for name in each.split(","))
        body = "\n".join(line for line in lines if not _SUBJECTS.match(line)).strip()
        pages.append(GuidePage(file, anchor_of(match[2]), depth, match[2], named, body))
    return pages


def _parts(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of each page; a heading inside a block of code begins none."""
    parts: list[list[str]] = []
    code = False
    for line in lines:
        code ^= bool(_FENCE.match(line))
        if not code and _HEADING.match(line):
            parts.append([])
        if parts:
            parts[-1].append(line)
    return parts
