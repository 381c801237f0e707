"""What of a worker's Word file would answer which question: shown piece by piece, then taken.

A file is walked from top to bottom. A heading that is known opens a section; what follows it is
its text, until the next one. Tables with the columns of a repeat become its rows, forms made as
tables are label and value, pictures become pictures. Nothing is left out silently: what has no
question is unplaced.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from desktop_app.documents.word_text import WordParagraph, WordPicture, WordTable, WordText
from desktop_app.domain.findings import Path
from desktop_app.domain.text import fold
from desktop_app.forms.form import Form, Question, QuestionKind, Repeat
from desktop_app.services.word_import.headings import HeadingMatch, Headings, numbered
from desktop_app.services.word_import.lines import authors_in, steps_in
from desktop_app.services.word_import.pieces import WordPiece
from desktop_app.services.word_import.tables import as_labels, as_rows, texts_of
from desktop_app.services.word_import.values import (
    as_answer,
    author_label,
    without_dots,
)

_INLINE = re.compile(r"(?P<label>[^:]{3,200}?)\s*:\s*(?P<value>.*)\Z", re.DOTALL)
_CAPTION = re.compile(r"(hình|ảnh|sơ đồ|bản vẽ)\b", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"[^:]{2,50},?\s*ngày\s*[\d.…_\s]*tháng\s*[\d.…_\s]*năm\s*[\d.…_\s]*\Z", re.IGNORECASE
)
_NO_TITLE = re.compile(r"cong hoa|doc lap|\bky\b|nguoi|ghi ten|cam doan|xac nhan|thu truong")
_MOST_HEADING_WORDS = 30
_LEAST = {3: 0.7, 2: 0.72, 1: 0.84, 0: 0.93}
"""How like a known heading a line must be, by how much it looks like one."""
_TAKES_TEXT = (
    QuestionKind.TEXT,
    QuestionKind.INTEGER,
    QuestionKind.DECIMAL,
    QuestionKind.DATE,
    QuestionKind.SELECT_ONE,
)
_TEXT_IN = {"steps": "method", "benefit_users": "opinion"}


@dataclass
class _Section:
    """What stands under one heading so far."""

    question: str | None
    heading: str
    confidence: float
    depth: int
    number: tuple[int, ...] = ()
    inline: bool = False
    lines: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)

    def add(self, text: str, raw: str) -> None:
        if without_dots(text):
            self.lines.append(without_dots(text))
            self.raw.append(without_dots(raw))


def propose(form: Form, word: WordText, *, readable: bool = True) -> tuple[WordPiece, ...]:
    """Return the pieces of a file in its order; of one question there may be several.

    ``readable``: text in an old encoding is read as Unicode, else as it stands.
    """
    walk = _Walk(form, readable)
    walk.go(word)
    return tuple(walk.pieces)


def destinations(form: Form) -> tuple[str, ...]:
    """Return the questions and repeats a text can go to, in the order of the form."""
    names = []
    for path, node in form.walk():
        writable = isinstance(node, Question) and node.kind in _TAKES_TEXT and not node.readonly
        rows = isinstance(node, Repeat) and (node.name in _TEXT_IN or node.name == "authors")
        if not path and (writable or rows):
            names.append(node.name)
    return tuple(names)


def moved(form: Form, piece: WordPiece, name: str) -> WordPiece | None:
    """Return a text piece as the answer to another question; None where it is none there.

    What is no clear number or date becomes text to look at.
    """
    walk = _Walk(form, readable=True)
    section = _Section(name, piece.heading, 1.0, 0)
    for line, raw in zip_longest(piece.text.split("\n"), piece.before.split("\n"), fillvalue=""):
        section.add(line, raw)
    walk.take_section(section)
    return next((each for each in walk.pieces if each.path == (name,)), None)


def is_old(word: WordText) -> bool:
    """Return whether some of a file is in an old encoding."""
    return any(each.text != each.readable for each in _paragraphs(word.blocks))


def _paragraphs(blocks: Iterable[Any]) -> Iterator[WordParagraph]:
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
        elif isinstance(block, WordTable):
            for row in block.rows:
                for cell in row:
                    yield from cell


class _Walk:
    def __init__(self, form: Form, readable: bool) -> None:
        self.pieces: list[WordPiece] = []
        self._form, self._readable = form, readable
        self._headings = Headings(form)
        self._section: _Section | None = None
        self._figures = _first_picture_repeat(form)
        self._title_place = -1
        self._number: tuple[int, ...] = ()

    def go(self, word: WordText) -> None:
        blocks = list(word.blocks)
        place = 0
        while place < len(blocks):
            block = blocks[place]
            if isinstance(block, WordParagraph):
                self._paragraph(block)
            elif isinstance(block, WordTable):
                self._table(block)
            else:
                after = blocks[place + 1] if place + 1 < len(blocks) else None
                caption = ""
                if isinstance(after, WordParagraph) and _CAPTION.match(self._said(after)):
                    caption = self._said(after)
                    place += 1
                self._picture(block, caption)
            place += 1
        self._close()
        self._title_without_a_heading()

    def _said(self, paragraph: WordParagraph) -> str:
        return paragraph.readable if self._readable else paragraph.text

    # Paragraphs

    def _paragraph(self, paragraph: WordParagraph) -> None:
        if self._headings.is_frame(paragraph.readable):
            self._frame(paragraph.readable)
            return
        if _DATE_LINE.match(paragraph.readable):
            self._close()
            return
        if self._author_line(paragraph) or self._heading(paragraph):
            return
        self._content(paragraph)

    def _frame(self, text: str) -> None:
        """Pass over a line of the paper; what comes after a signature is no one's answer."""
        if self._section is not None and self._section.lines:
            self._close()
        if not _NO_TITLE.search(fold(text)):
            self._close()
            self._title_place = len(self.pieces)

    def _content(self, paragraph: WordParagraph) -> None:
        if self._section is None:
            self._section = _Section(None, "", 0.0, 0)
        if self._section.lines and self._is_one_line(self._section, paragraph):
            self._open(None, "", 0.0, 9)
        mark = _mark(paragraph.mark)
        self._section.add(mark + self._said(paragraph), mark + paragraph.text)

    def _is_one_line(self, section: _Section, paragraph: WordParagraph) -> bool:
        """Return whether a section has all it can have: one line, then something else."""
        node = _outer(self._form, section.question or "")
        if not isinstance(node, Question) or "multiline" in node.appearance:
            return False
        return section.inline or ":" in paragraph.readable

    def _author_line(self, paragraph: WordParagraph) -> bool:
        """Take a line about an author, where authors are told or a new one begins."""
        inside = self._section is not None and self._section.question == "authors"
        found = author_label(paragraph.readable)
        if (
            found is None
            or not found[1]
            or ("authors",) not in {path for path, _q in self._form.questions()}
        ):
            return False
        if not inside:
            if found[0] != "full_name" or "ác giả" not in paragraph.readable.partition(":")[0]:
                return False
            self._open("authors", paragraph.readable.partition(":")[0], 0.9, 9)
        assert self._section is not None
        self._section.add(paragraph.readable, paragraph.text)
        return True

    def _heading(self, paragraph: WordParagraph) -> bool:
        """Open a section where a paragraph is a heading; its text may follow on the same line."""
        text = paragraph.readable
        count = numbered(text, paragraph.mark)
        strength = _strength(paragraph, count.depth, text)
        # The number that comes next among the headings is as good as bold letters.
        next_one = count.follows(self._number)
        strength = max(strength, 2) if next_one else strength
        depth = paragraph.outline or count.depth or (1 if strength >= 2 else 9)
        inline = _INLINE.match(text)
        if inline and without_dots(inline["value"]):
            match = self._headings.match(inline["label"])
            if match is not None and match.likeness >= (0.85 if strength else 0.9):
                self._open(match.question, inline["label"], _confidence(match, strength), depth)
                assert self._section is not None
                self._section.inline = True
                self._number = count.number or self._number
                raw = _INLINE.match(paragraph.text) or inline
                said = inline["value"] if self._readable else raw["value"]
                self._section.add(said, raw["value"])
                return True
        if len(text.split()) <= _MOST_HEADING_WORDS:
            match = self._headings.match(text)
            least = _LEAST[strength]
            if self._section is not None and self._section.question == "steps" and strength < 2:
                least = 0.95  # the steps are numbered themselves
            if match is not None and match.likeness >= least:
                self._open(match.question, text, _confidence(match, strength), depth)
                self._number = count.number or self._number
                return True
        if next_one and inline and len(inline["label"].split()) <= 25:
            self._open(None, inline["label"], 0.0, depth)
            self._number = count.number
            assert self._section is not None
            self._section.add(inline["value"], inline["value"])
            return True
        if strength >= 2 and (paragraph.outline or count.depth) and not text.endswith("."):
            above = self._section.depth if self._section is not None else 9
            if self._section is not None and self._section.question and not self._section.lines:
                return False  # a heading waits for its text: everything may look like a heading
            if depth <= above and len(text.split()) <= _MOST_HEADING_WORDS:
                self._open(None, text, 0.0, depth)
                return True
        return False

    # Sections

    def _open(self, question: str | None, heading: str, confidence: float, depth: int) -> None:
        self._close()
        self._section = _Section(question, heading.strip(), confidence, depth)

    def _close(self) -> None:
        section, self._section = self._section, None
        if section is not None:
            self.take_section(section)

    def take_section(self, section: _Section) -> None:
        """Add the pieces a section is."""
        if not section.lines:
            if not section.confidence and section.heading:
                self.pieces.append(WordPiece(None, "", section.heading))
            return
        text, raw = "\n".join(section.lines), "\n".join(section.raw)
        if section.question is None:
            self.pieces.append(WordPiece(None, section.heading, text))
            return
        node = _outer(self._form, section.question)
        if node is None:
            self.pieces.append(WordPiece(None, section.heading, text))
        elif isinstance(node, Repeat):
            self._rows_from_lines(node, section)
        else:
            self._answer(node, section, text, raw if raw != text else "")

    def _answer(self, question: Question, section: _Section, text: str, before: str) -> None:
        read = as_answer(question, text)
        path: Path = (question.name,)
        pending: dict[Path, str] = {(): read.unread} if read.unread else {}
        confidence = min(section.confidence, 0.6) if pending else section.confidence
        if read.value is None and not pending:
            self.pieces.append(WordPiece(None, section.heading, text))
            return
        if question.name == "confidential_info":
            self._confidential(section, text, before, path)
            return
        value = read.value
        if isinstance(value, str) and question.name == "initiative_title":
            value = value.strip('"“”‘’«» ')
        shown = value if isinstance(value, str) else text
        self.pieces.append(
            WordPiece(path, section.heading, shown, confidence, value, pending, before)
        )
        if question.name == "application_field_detail":
            self._choice_too("application_field", section, text)
        if question.name == "investor_name":
            self._fixed("investor_is_author", "no", section)

    def _confidential(self, section: _Section, text: str, before: str, path: Path) -> None:
        none = re.match(r"không( có)?\b.{0,20}\Z", text, re.IGNORECASE)
        self._fixed("has_confidential", "no" if none else "yes", section)
        if not none:
            piece = WordPiece(path, section.heading, text, section.confidence, text)
            self.pieces.append(replace(piece, before=before))

    def _fixed(self, name: str, value: str, section: _Section) -> None:
        node = _outer(self._form, name)
        if isinstance(node, Question) and value in {choice.name for choice in node.choices}:
            label = next(choice for choice in node.choices if choice.name == value).labels
            said = label.get("vi") or value
            self.pieces.append(
                WordPiece((name,), section.heading, said, min(0.8, section.confidence), value)
            )

    def _choice_too(self, name: str, section: _Section, text: str) -> None:
        node = _outer(self._form, name)
        if isinstance(node, Question):
            read = as_answer(node, text)
            if read.value is not None:
                self._fixed(name, read.value, section)

    def _rows_from_lines(self, repeat: Repeat, section: _Section) -> None:
        lines = section.lines
        rows: list[dict[str, Any]] | None = None
        if repeat.name == "authors":
            rows = authors_in(self._form, lines)
        elif repeat.name == "steps":
            rows = steps_in(lines)
        elif repeat.name in _TEXT_IN:
            rows = [{_TEXT_IN[repeat.name]: "\n".join(lines)}]
        text = "\n".join(lines)
        if not rows:
            self.pieces.append(WordPiece(None, section.heading, text))
            return
        names = {q.name for path, q in self._form.questions() if path == (repeat.name,)}
        rows = [{name: said for name, said in row.items() if name in names} for row in rows]
        self.pieces.append(
            WordPiece((repeat.name,), section.heading, text, section.confidence * 0.9, rows)
        )

    # Tables and pictures

    def _table(self, table: WordTable) -> None:
        readable = texts_of(table, readable=True)
        shown = readable if self._readable else texts_of(table, readable=False)
        rows = as_rows(self._form, shown, readable)
        if rows is not None:
            heading = self._section.heading if self._section is not None else ""
            if self._section is not None and self._section.question == rows.repeat:
                self._close()
            text = "\n".join(" | ".join(dict.fromkeys(filter(None, row))) for row in shown)
            values = [dict(row) for row in rows.rows]
            self.pieces.append(
                WordPiece((rows.repeat,), heading, text, rows.confidence, values,
                          dict(rows.pending))
            )  # fmt: skip
            return
        labels = as_labels(self._headings, readable)
        if labels is not None:
            for label, value in labels:
                self._label(label, value)
            return
        if _is_data(readable):
            if self._section is None:
                self._section = _Section(None, "", 0.0, 0)
            for row, raw in zip(shown, texts_of(table, readable=False), strict=True):
                cells = dict.fromkeys(cell.replace("\n", " ") for cell in row if cell.strip())
                self._section.add(" | ".join(cells), " | ".join(raw))
            return
        for cells_of_row in table.rows:
            for cell in dict.fromkeys(cells_of_row):
                for paragraph in cell:
                    self._paragraph(paragraph)

    def _label(self, label: str, value: str) -> None:
        match = self._headings.match(label)
        known = match is not None and match.likeness >= 0.75
        if known and match is not None:
            self._open(match.question, label, _confidence(match, 2), 1)
        else:
            self._open(None, label, 0.0, 1)
        for line in value.split("\n"):
            paragraph = WordParagraph(line, line)
            if not self._author_line(paragraph):
                self._content(paragraph)

    def _picture(self, picture: WordPicture, caption: str) -> None:
        path: Path | None = (self._figures,) if self._figures else None
        heading = self._section.heading if self._section is not None else ""
        confidence = 0.9 if caption else 0.75
        self.pieces.append(
            WordPiece(path, heading, caption, confidence if path else 0.0, picture=picture)
        )

    def _title_without_a_heading(self) -> None:
        """Take what stands in front, below the name of the paper, when no title is said."""
        if any(piece.path == ("initiative_title",) for piece in self.pieces):
            return
        node = _outer(self._form, "initiative_title")
        for place, piece in enumerate(self.pieces):
            if piece.path is not None or piece.heading or node is None or place < self._title_place:
                continue
            words = len(piece.text.split())
            if 4 <= words <= 45 and place == self._title_place:
                title = " ".join(piece.text.split()).strip('"“”')
                self.pieces[place] = replace(
                    piece, path=("initiative_title",), confidence=0.55, value=title, text=title
                )
            return


def _strength(paragraph: WordParagraph, depth: int, text: str) -> int:
    """Return how much a paragraph looks like a heading, 0 to 3."""
    if paragraph.outline:
        return 3
    letters = [letter for letter in text if letter.isalpha()]
    shouted = len(letters) >= 4 and all(letter.isupper() for letter in letters)
    if paragraph.bold or shouted:
        return 2
    return 1 if depth or text.rstrip().endswith(":") else 0


def _confidence(match: HeadingMatch, strength: int) -> float:
    return round(match.likeness * {3: 1.0, 2: 1.0, 1: 0.95, 0: 0.9}[strength], 2)


def _outer(form: Form, name: str) -> Question | Repeat | None:
    for path, node in form.walk():
        if not path and node.name == name and isinstance(node, Question | Repeat):
            return node
    return None


def _first_picture_repeat(form: Form) -> str:
    kinds = [(path, q) for path, q in form.questions() if q.kind is QuestionKind.IMAGE]
    return next((path[0] for path, _question in kinds if len(path) == 1), "")


def _is_data(table: list[list[str]]) -> bool:
    """Return whether a table holds data: three columns or more, mostly short cells."""
    cells = [cell for row in table for cell in row if cell.strip()]
    wide = max((len(row) for row in table), default=0) >= 3 and len(table) >= 2
    return wide and sum(len(cell) <= 60 for cell in cells) * 2 > len(cells)


def _mark(mark: str) -> str:
    """Return what Word writes before a paragraph as text: a number, or a dash for a bullet."""
    if not mark:
        return ""
    return f"{mark} " if any(letter.isalnum() for letter in mark) else "- "
