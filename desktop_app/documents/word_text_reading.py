"""Reading a worker's own Word file, inside the limited child process.

Tracked changes are taken as accepted and listed with the comments; text boxes follow the
paragraph they hang on; of a table only cells with text count. Nothing is fetched or run.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any

from desktop_app.documents.child_process import Refused
from desktop_app.documents.pages_formatting import W, number, switched
from desktop_app.documents.word_numbering import Numbering
from desktop_app.documents.word_package import package_files, part_tree, relationships_of
from desktop_app.documents.word_styles import WordStyles
from desktop_app.documents.word_text import Remark, WordParagraph
from desktop_app.domain.legacy_text import (
    FontEncoding,
    convert_parts,
    encoding_of_font,
    to_unicode,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_BLOCKS, _MOST_PICTURE_BYTES, _MOST_CELLS = 20_000, 60_000_000, 50_000
_HEADING_NAME = re.compile(r"(?:heading|tiêu đề|đầu đề)\s*(\d)", re.IGNORECASE)
_INSERTED, _DELETED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


@dataclass(frozen=True)
class _Run:
    """Letters of one look."""

    text: str
    font: FontEncoding | None
    bold: bool


def read(docx: bytes) -> tuple[dict[str, Any], bytes]:
    """Return blocks and remarks as JSON values, and the bytes of all pictures together.

    Raises Refused for what is no Word file or has more in it than a report can have.
    """
    files = package_files(docx)
    body = part_tree(files["word/document.xml"]).find(f"{W}body")
    if body is None:
        raise Refused("SSK-326")
    reader = _Reader(files)
    blocks = list(reader.blocks(body))
    remarks = [*_merged(reader.changes), *_comments(files)]
    head = {"blocks": blocks, "remarks": [asdict(remark) for remark in remarks]}
    return head, b"".join(reader.pictures)


@dataclass
class _Reader:
    files: Mapping[str, bytes]
    changes: list[Remark] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self._styles = WordStyles(self._tree("word/styles.xml"))
        self._numbering = Numbering(self._tree("word/numbering.xml"))
        links = self._tree(relationships_of("word/document.xml"))
        self._links = {
            str(link.get("Id")): "word/" + str(link.get("Target")).removeprefix("/word/")
            for link in (links if links is not None else ())
            if link.get("TargetMode") != "External"
        }

    def _tree(self, part: str) -> Any:
        return part_tree(self.files[part]) if part in self.files else None

    # Blocks

    def blocks(self, parent: Any) -> Iterator[dict[str, Any]]:
        """Give paragraphs, tables and pictures in order; what floats comes after its paragraph."""
        for child in parent:
            if child.tag == f"{W}p":
                self._counted(_MOST_BLOCKS)
                paragraph = self._paragraph(child)
                if paragraph is not None:
                    yield asdict(paragraph)
                for box in _boxes(child):
                    yield from self.blocks(box)
                yield from self._pictures(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{W}sdt":
                yield from self.blocks(_content(child))
            elif child.tag in (*_INSERTED, f"{W}customXml", f"{W}smartTag"):
                yield from self.blocks(child)

    def _counted(self, most: int) -> None:
        self.count += 1
        if self.count > most:
            raise Refused("SSK-322")

    def _paragraph(self, element: Any) -> WordParagraph | None:
        own = element.find(f"{W}pPr")
        chain = self._styles.of_paragraph(own)
        item = self._numbering.item([*(style.find(f"{W}pPr") for style in chain), own])
        runs = list(self._runs(element, chain))
        text = "".join(run.text for run in runs)
        if not text.strip():
            return None
        lettered = [run for run in runs if run.text.strip()]
        return WordParagraph(
            unicodedata.normalize("NFC", text.strip()),
            _readable(runs).strip(),
            _outline(chain, own),
            all(run.bold for run in lettered),
            item.mark if item is not None else "",
        )

    def _runs(self, parent: Any, chain: list[Any]) -> Iterator[_Run]:
        for child in parent:
            if child.tag == f"{W}r":
                text = _run_text(child)
                if text:
                    own = child.find(f"{W}rPr")
                    looks = [style.find(f"{W}rPr") for style in chain]
                    looks += [style.find(f"{W}rPr") for style in self._styles.of_run(own)]
                    looks = [self._styles.run_defaults, *looks, own]
                    yield _Run(text, encoding_of_font(_font(looks)), _bold(looks))
            elif child.tag in _DELETED:
                self._note("deleted", child)
            elif child.tag == f"{W}sdt":
                yield from self._runs(_content(child), chain)
            elif child.tag not in (f"{W}pPr", f"{W}rPr"):
                if child.tag in _INSERTED:
                    self._note("inserted", child)
                yield from self._runs(child, chain)

    def _note(self, kind: str, element: Any) -> None:
        tags = (f"{W}t", f"{W}delText")
        text = "".join(found.text or "" for found in element.iter(*tags))
        if text.strip():
            self.changes.append(Remark(kind, str(element.get(f"{W}author") or ""), text))

    def _table(self, element: Any) -> Iterator[dict[str, Any]]:
        rows: list[list[list[dict[str, Any]]]] = []
        inside: list[dict[str, Any]] = []
        for row in _rows(element):
            cells: list[list[dict[str, Any]]] = []
            for cell in _cells(row):
                self._counted(_MOST_CELLS)
                blocks = list(self.blocks(cell))
                own = cell.find(f"{W}tcPr")
                span = own.find(f"{W}gridSpan") if own is not None else None
                kept = [block for block in blocks if "text" in block]
                inside += [block for block in blocks if "text" not in block]
                cells += [kept] * max(1, min(60, int(number(span, "val", 1))))
            if any(cells):
                rows.append(cells)
        if rows:
            yield {"rows": rows}
        yield from inside

    def _pictures(self, element: Any) -> Iterator[dict[str, Any]]:
        found = [(blip, "embed") for blip in element.iter("{*}blip")]
        found += [(image, "id") for image in element.iter("{*}imagedata")]
        # What stands in a text box comes with the paragraphs of the box.
        own = [each for each in found if next(each[0].iterancestors(f"{W}p")) is element]
        seen = [drawn.get(f"{_R}{name}") for drawn, name in own]
        for name in dict.fromkeys(self._links.get(str(each), "") for each in seen):
            data = self.files.get(name)
            if data is None:
                continue
            begin = sum(map(len, self.pictures))
            if begin + len(data) > _MOST_PICTURE_BYTES:
                raise Refused("SSK-322")
            self.pictures.append(data)
            yield {"picture": [begin, begin + len(data)], "name": name.rpartition("/")[2]}


def _content(element: Any) -> Any:
    content = element.find(f"{W}sdtContent")
    return content if content is not None else ()


def _rows(table: Any) -> Iterator[Any]:
    """Give the rows of a table, those inside content controls and tracked insertions too."""
    for child in table:
        if child.tag == f"{W}tr":
            own = child.find(f"{W}trPr")
            if own is None or own.find(f"{W}del") is None:
                yield child
        elif child.tag == f"{W}sdt":
            yield from _rows(_content(child))


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag == f"{W}sdt":
            yield from _cells(_content(child))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Give the text boxes that hang on a paragraph; a fallback says the same again."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == f"{_MC}Fallback" for above in box.iterancestors()):
            yield box


def _run_text(run: Any) -> str:
    said = []
    for child in run:
        if child.tag == f"{W}t":
            said.append(child.text or "")
        elif isinstance(child.tag, str):
            said.append(_SIGNS.get(child.tag.removeprefix(W), ""))
    return "".join(said)


# What a run and a paragraph look like


def _font(looks: list[Any]) -> str:
    """Return the font of the letters beyond ASCII, which is the one that tells the encoding."""
    for own in reversed(looks):
        fonts = own.find(f"{W}rFonts") if own is not None else None
        if fonts is not None:
            name = fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
            if name:
                return str(name)
    return ""


def _bold(looks: list[Any]) -> bool:
    said = [switch for own in looks if (switch := switched(own, "b")) is not None]
    return said[-1] if said else False


def _outline(chain: list[Any], own: Any) -> int:
    """Return the heading level from 1, by outline level or by the name of a style; 0 for none."""
    level = 0
    for style in chain:
        name = style.find(f"{W}name")
        found = _HEADING_NAME.match(str(name.get(f"{W}val"))) if name is not None else None
        level = int(found[1]) if found else level
        level = _level(style.find(f"{W}pPr")) or level
    return _level(own) or level


def _level(properties: Any) -> int:
    said = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = int(number(said, "val", 9)) if said is not None else 9
    return value + 1 if 0 <= value < 9 else 0


# Old encodings


def _readable(runs: list[_Run]) -> str:
    """Return a paragraph in Unicode: by the font of each run, by content where no font tells."""
    by_font = []
    for font, group in groupby(runs, key=lambda run: run.font):
        text = "".join(run.text for run in group)
        if font is not None and not _is_unicode(text):
            text = to_unicode(text, font.encoding, capitals=font.capitals)
        by_font.append(text)
    plain = unicodedata.normalize("NFC", "".join(by_font))
    if any(run.font is not None for run in runs):
        return plain
    return "".join(part.after for part in convert_parts(plain))


def _is_unicode(text: str) -> bool:
    """Return whether text has letters no old encoding has, whatever its font is called."""
    known = "\u03bc"  # the Greek letter some programs write for the sign µ
    return any(
        (ord(letter) > 0x24F and letter.isalpha() and letter != known) or letter in "ăđơưĂĐƠƯ"
        for letter in text
    )


# Remarks


def _comments(files: Mapping[str, bytes]) -> Iterator[Remark]:
    if "word/comments.xml" not in files:
        return
    for comment in part_tree(files["word/comments.xml"]).iter(f"{W}comment"):
        text = " ".join(found.text or "" for found in comment.iter(f"{W}t"))
        if text.strip():
            yield Remark("comment", str(comment.get(f"{W}author") or ""), text)


def _merged(changes: list[Remark]) -> Iterator[Remark]:
    """Give changes with those of one author that stand side by side as one."""
    for (kind, author), group in groupby(changes, key=lambda change: (change.kind, change.author)):
        yield Remark(kind, author, " ".join(change.text.strip() for change in group))
