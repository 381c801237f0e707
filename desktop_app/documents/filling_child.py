"""The child process that fills Word templates: docxtpl compiles, the sandbox renders.

docxtpl turns a template's XML into Jinja source once; after that only the parts with placeholders
are rendered and put into a copy of the package, which is several times faster than docxtpl alone.
"""

import hashlib
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, Undefined, meta
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from desktop_app.domain.dates import long_date
from desktop_app.domain.numbers import amount_in_words, format_money, format_percent

MEMORY = 1_500_000_000
_LARGEST_TEMPLATE, _MOST_PARTS, _LARGEST_PART = 20_000_000, 500, 60_000_000
_LARGEST_OUTPUT = 60_000_000
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml\Z")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def serve(line: Connection) -> None:
    """Answer requests until the other side goes away."""
    _limit_memory()
    while True:
        try:
            request = json.loads(line.recv_bytes())
            template = line.recv_bytes()
            pictures = [line.recv_bytes() for _number in range(request["pictures"])]
        except (EOFError, OSError):
            return
        head: dict[str, Any] = {"code": None, "facts": {}}
        content = b""
        try:
            if request["verb"] == "fill":
                content = fill(template, request["context"], pictures)
            else:
                head["problems"] = list(check(template, request["context"]))
        except _Refused as refused:
            head |= {"code": "SSK-321", "facts": {"reason": str(refused)[:200]}}
        except MemoryError:
            head |= {"code": "SSK-322"}
        except Exception as error:  # whatever a hostile template brings about stays in the child
            head |= {"code": "SSK-321", "facts": {"reason": type(error).__name__}}
        line.send_bytes(json.dumps(head).encode())
        line.send_bytes(content)


class _Refused(Exception):
    """The template cannot be filled."""


def _limit_memory() -> None:
    """Limit what this process may take. Windows: a Job Object set by the parent is to come."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


# Compiling


@dataclass(frozen=True)
class _Compiled:
    """A template package: its files, and the compiled parts that have placeholders."""

    files: tuple[tuple[str, bytes], ...]
    parts: Mapping[str, Template]
    sources: Mapping[str, str]


def _environment(undefined: type[Undefined]) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(autoescape=True, undefined=undefined, finalize=_finalized)
    environment.filters.update(_FILTERS)
    return environment


@lru_cache(maxsize=32)
def _compiled(sha256: str, strict: bool, template: "_Bytes") -> _Compiled:
    from docxtpl import DocxTemplate

    files = tuple(_files(template.content))
    environment = _environment(StrictUndefined if strict else Undefined)
    patch = DocxTemplate.patch_xml
    sources = {
        name: patch(_Patching(), content.decode("utf-8"))
        for name, content in files
        if _PARTS.match(name) and (b"{" in content)
    }
    try:
        parts = {name: environment.from_string(source) for name, source in sources.items()}
    except TemplateError as error:
        raise _Refused(str(error)) from error
    return _Compiled(files, parts, sources)


class _Patching:
    """What docxtpl's patch_xml asks of its object: nothing but itself."""


@dataclass(frozen=True)
class _Bytes:
    """A template as part of a cache key: compared by its hash, which stands beside it."""

    content: bytes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Bytes)

    def __hash__(self) -> int:
        return 0


def _files(template: bytes) -> Iterator[tuple[str, bytes]]:
    if len(template) > _LARGEST_TEMPLATE:
        raise _Refused("too large")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _LARGEST_PART:
                raise _Refused("too large")
            for entry in entries:
                if entry.filename == "word/vbaProject.bin":
                    raise _Refused("macros")
                yield entry.filename, package.read(entry)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError) as error:
        raise _Refused("not a Word document") from error


# Rendering


def fill(template: bytes, context: dict[str, Any], pictures: list[bytes]) -> bytes:
    """Return the filled package."""
    compiled = _compiled(hashlib.sha256(template).hexdigest(), False, _Bytes(template))
    media = _Media(pictures)
    given = _with_pictures(context, media)
    rendered: dict[str, bytes] = {}
    for name, part in compiled.parts.items():
        try:
            text = part.render(given)
        except (TemplateError, SecurityError, TypeError, ValueError, ArithmeticError) as error:
            raise _Refused(f"{type(error).__name__}: {error}") from error
        if len(text) > _LARGEST_OUTPUT:
            raise _Refused("too large")
        rendered[name] = text.encode("utf-8", "ignore")
    return _package(compiled.files, rendered, media)


def _package(
    files: tuple[tuple[str, bytes], ...], rendered: Mapping[str, bytes], media: "_Media"
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in files:
            content = rendered.get(name, content)
            if media.used and name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", media.relationships())
            if media.used and name == "[Content_Types].xml":
                content = media.with_types(content)
            _put(package, name, content)
        for name, content in media.files():
            _put(package, name, content)
    return target.getvalue()


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.external_attr = 0o600 << 16
    entry.create_system = 0
    kind = zipfile.ZIP_STORED if name.startswith("word/media/") else zipfile.ZIP_DEFLATED
    package.writestr(entry, content, kind, compresslevel=1)


def _finalized(value: Any) -> Any:
    """Turn what a placeholder prints into Word's text: escaped, line breaks kept."""
    if isinstance(value, Markup | Undefined):
        return value
    if value is None:
        return ""
    text = _NOT_XML.sub("", str(value))
    lines = (str(escape(line)) for line in text.split("\n"))
    return Markup('</w:t><w:br/><w:t xml:space="preserve">'.join(lines))


def _paragraphs(value: Any) -> list[str]:
    """Return the paragraphs of a long text, empty lines left out."""
    return [line.strip() for line in str(value).split("\n") if line.strip()]


def _whole(value: Any) -> int | None:
    """Return a number from a kept or a displayed one; None for nothing."""
    text = str(value).replace(".", "").strip() if isinstance(value, str) else value
    try:
        return int(text)
    except (TypeError, ValueError):
        return None


def _in_words(value: Any) -> str:
    number = _whole(value)
    return "" if number is None else amount_in_words(number)


def _money(value: Any) -> str:
    number = _whole(value)
    return "" if number is None else format_money(number)


def _percent(value: Any) -> str:
    return format_percent(value) if isinstance(value, int | float) else str(value)


def _long_date(value: Any) -> str:
    return long_date(str(value)) if value else "ngày … tháng … năm …"


_FILTERS = {
    "long_date": _long_date,
    "in_words": _in_words,
    "money": _money,
    "percent": _percent,
    "paragraphs": _paragraphs,
}


# Pictures

_DRAWING = (
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
    'drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{id}" name="Picture {id}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="Picture {id}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" r:embed="rIdPicture{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    '</a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
)
_EMU_PER_CM = 360_000
_WIDEST, _TALLEST = 13.0, 9.0


class _Media:
    """The pictures of one document: numbered, sized to fit the page, added to the package."""

    def __init__(self, pictures: list[bytes]) -> None:
        self._pictures = pictures
        self._kinds: dict[int, str] = {}

    @property
    def used(self) -> bool:
        return bool(self._kinds)

    def markup(self, number: int, media_type: str) -> Markup:
        from PIL import Image

        self._kinds[number] = "png" if media_type == "image/png" else "jpeg"
        with Image.open(io.BytesIO(self._pictures[number])) as picture:
            width, height = picture.size
        scale = min(_WIDEST / width, _TALLEST / height)
        cx, cy = int(width * scale * _EMU_PER_CM), int(height * scale * _EMU_PER_CM)
        return Markup(_DRAWING.format(cx=cx, cy=cy, id=number + 1))

    def relationships(self) -> bytes:
        lines = "".join(
            f'<Relationship Id="rIdPicture{number + 1}" Type="http://schemas.openxmlformats.org/'
            f'officeDocument/2006/relationships/image" Target="media/picture{number + 1}.{kind}"/>'
            for number, kind in self._kinds.items()
        )
        return f"{lines}</Relationships>".encode()

    def with_types(self, content: bytes) -> bytes:
        missing = "".join(
            f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
            for kind in sorted(set(self._kinds.values()))
            if f'Extension="{kind}"'.encode() not in content
        )
        return re.sub(rb"(<Types[^>]*>)", rb"\1" + missing.encode(), content, count=1)

    def files(self) -> Iterator[tuple[str, bytes]]:
        for number, kind in self._kinds.items():
            yield f"word/media/picture{number + 1}.{kind}", self._pictures[number]


def _with_pictures(value: Any, media: _Media) -> Any:
    if isinstance(value, dict):
        if set(value) == {"picture number", "media_type"}:
            return media.markup(value["picture number"], value["media_type"])
        return {name: _with_pictures(inner, media) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_pictures(inner, media) for inner in value]
    return value


# Checking

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def check(template: bytes, context: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every placeholder that is unknown or broken, with heading and paragraph."""
    from docx import Document

    known = set(context) | {"loop", "range", "dict", "namespace", "cycler", "lipsum", "joiner"}
    environment = _environment(StrictUndefined)
    try:
        compiled = _compiled(hashlib.sha256(template).hexdigest(), True, _Bytes(template))
        unknown: set[str] = set()
        for source in compiled.sources.values():
            unknown |= meta.find_undeclared_variables(environment.parse(source)) - known
        broken = ""
    except _Refused as refused:
        unknown, broken = set(), str(refused)
    heading, said = "", False
    for number, paragraph in enumerate(_all_paragraphs(Document(io.BytesIO(template))), start=1):
        text = paragraph.text
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading"):
            heading = text
        for tag in _TAG.findall(text):
            words = set(re.findall(r"[A-Za-z_]\w*", tag))
            if words & unknown:
                said = True
                yield _problem(heading, number, tag, "unknown")
            elif broken and not _parses(environment, tag):
                said = True
                yield _problem(heading, number, tag, broken)
        if broken and not said and text.count("{{") != text.count("}}"):
            said = True
            yield _problem(heading, number, text[:80], broken)
    if (broken or unknown) and not said:
        yield _problem("", 0, ", ".join(sorted(unknown)), broken or "unknown")
    if not broken and not unknown:
        try:
            fill(template, context, [])
        except _Refused as refused:
            yield _problem("", 0, "", str(refused))


def _problem(heading: str, paragraph: int, placeholder: str, reason: str) -> dict[str, Any]:
    return {
        "heading": heading[:80],
        "paragraph": paragraph,
        "placeholder": placeholder[:120],
        "reason": reason[:200],
    }


def _parses(environment: SandboxedEnvironment, tag: str) -> bool:
    if tag.startswith("{%"):
        return True
    try:
        environment.parse(re.sub(r"^\{\{[prtc]{0,2}\s", "{{ ", tag))
    except TemplateError:
        return False
    return True


def _all_paragraphs(document: Any) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
