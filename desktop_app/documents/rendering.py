"""Filling inside the child: docxtpl compiles a template once, Jinja's sandbox renders it.

docxtpl's knowledge of Word (tags split into runs, loops over rows and paragraphs, merged cells)
is used as it is; what it renders and saves anew for each document is done here with a compiled
template that is kept, and only the parts with placeholders are written again.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from desktop_app.documents.child_process import Refused
from desktop_app.documents.printed import FILTERS
from desktop_app.documents.torn_tags import mend
from desktop_app.documents.word_package import (
    package_files,
    part_tree,
    put,
    relationships_of,
    with_links,
    with_picture_types,
)
from desktop_app.documents.word_pictures import Media, WordPicture, picture_filter, with_pictures
from desktop_app.domain.text import nfc

_LARGEST_OUTPUT = 40_000_000
_LARGEST_PRODUCT = 100_000
_KEPT_TEMPLATES = 32
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml\Z")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAGS, _MOVING = re.compile(rb"<[^>]*>"), re.compile(rb"\{%\s*(tc|colspan|hm)\s")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What loops may leave behind and Word cannot open.
_BARE_TABLES: Any = etree.XPath("//w:tbl[not(w:tr)]", namespaces={"w": _W[1:-1]})
_BARE_CELLS: Any = etree.XPath("//w:tc[not(*[last()][self::w:p])]", namespaces={"w": _W[1:-1]})


# Compiling


@dataclass(frozen=True)
class Compiled:
    """A template: the package of what never changes, and the parts with placeholders."""

    base: bytes
    parts: Mapping[str, Template]
    relationships: Mapping[str, bytes]
    moving_columns: frozenset[str]


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without attributes that lead anywhere, and without numbers and texts that explode."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            raise SecurityError("** is not available")
        for text, number in ((left, right), (right, left)):
            grows = isinstance(text, str | list | tuple) and isinstance(number, int)
            if grows and len(text) * number > _LARGEST_PRODUCT:
                raise SecurityError("* makes too much")
        whole = isinstance(left, int) and isinstance(right, int)
        if whole and left.bit_length() + right.bit_length() > 256:
            raise SecurityError("* makes too much")
        return super().call_binop(context, operator, left, right)


class Empty(Undefined):
    """What is not there prints as nothing; what is forbidden is refused, also when printed."""

    def __str__(self) -> str:
        if issubclass(self._undefined_exception, SecurityError):
            self._fail_with_undefined_error()
        return ""


def environment(undefined: type[Undefined] = Empty) -> Sandbox:
    """Return the environment templates are compiled in."""
    made = Sandbox(autoescape=True, undefined=undefined, finalize=_finalized)
    made.filters.update(FILTERS, picture=picture_filter)
    for name in ("lipsum", "cycler", "joiner"):
        made.globals.pop(name)
    return made


@cache
def _environment() -> Sandbox:
    return environment()


_compiled: dict[str, Compiled] = {}


def compiled_template(template: bytes) -> Compiled:
    """Return a template compiled, from those kept if it was seen before."""
    sha256 = hashlib.sha256(template).hexdigest()
    if sha256 not in _compiled:
        if len(_compiled) >= _KEPT_TEMPLATES:
            _compiled.pop(next(iter(_compiled)))
        _compiled[sha256] = _compile(template)
    return _compiled[sha256]


def _compile(template: bytes) -> Compiled:
    files = package_files(template)
    sources = part_sources(files)
    try:
        parts = {name: _environment().from_string(text) for name, text in sources.items()}
    except TemplateError as error:
        raise Refused("SSK-321", reason=str(error)[:200]) from error
    related = {relationships_of(name) for name in parts}
    base = io.BytesIO()
    with zipfile.ZipFile(base, "w") as package:
        for name, content in files.items():
            if name == "[Content_Types].xml":
                content = with_picture_types(content)
            if name not in parts and name not in related:
                put(package, name, content)
    relationships = {name: files[name] for name in related if name in files}
    moving = frozenset(name for name in parts if _MOVING.search(_TAGS.sub(b"", files[name])))
    return Compiled(base.getvalue(), parts, relationships, moving)


def part_sources(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the Jinja source of every part with placeholders, as docxtpl makes it."""
    return {
        name: _patched(content)
        for name, content in files.items()
        if _PARTS.match(name) and b"{" in content
    }


def _patched(content: bytes) -> str:
    tree = part_tree(content)
    mend(tree)
    source: str = DocxTemplate.patch_xml(_Patching(), etree.tostring(tree, encoding="unicode"))
    return source


class _Patching:
    """What docxtpl's patch_xml asks of its object: nothing."""


# Rendering


def fill(template: bytes, context: dict[str, Any], pictures: list[bytes]) -> bytes:
    """Return the filled package. Raises Refused."""
    compiled = compiled_template(template)
    media = Media(pictures)
    given = with_pictures(context, media)
    rendered = {
        name: _rendered(name, part, given, media, name in compiled.moving_columns)
        for name, part in compiled.parts.items()
    }
    return _package(compiled, rendered, media)


def _rendered(
    name: str, part: Template, given: Mapping[str, Any], media: Media, moving: bool
) -> bytes:
    media.part = name
    try:
        text = part.render(given)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise Refused("SSK-321", reason=f"{type(error).__name__}: {error}"[:200]) from error
    if len(text) > _LARGEST_OUTPUT:
        raise Refused("SSK-322")
    content = _HEAD + text.encode("utf-8")
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise Refused("SSK-321", reason=str(error)[:200]) from error
    return _mended(text, tree, moving) or content


def _mended(text: str, tree: Any, moving: bool) -> bytes | None:
    """Return a part as Word can open it: loops may have left bare cells or doubled numbers."""
    bare_tables, bare_cells = _BARE_TABLES(tree), _BARE_CELLS(tree)
    for table in bare_tables:
        table.getparent().remove(table)
    for cell in bare_cells:
        etree.SubElement(cell, f"{_W}p")
    if moving:
        tree = DocxTemplate.fix_tables(None, etree.tostring(tree))
    drawings = text.count("<wp:docPr") > 1
    if drawings:
        for number, drawing in enumerate(tree.iter("{*}docPr"), start=1):
            drawing.set("id", str(number))
    if not (bare_tables or bare_cells or moving or drawings):
        return None
    changed: bytes = etree.tostring(tree, encoding="UTF-8", standalone=True)
    return changed


def _package(compiled: Compiled, rendered: Mapping[str, bytes], media: Media) -> bytes:
    target = io.BytesIO(compiled.base)
    with zipfile.ZipFile(target, "a") as package:
        for name, content in rendered.items():
            put(package, name, content)
            related = relationships_of(name)
            links = compiled.relationships.get(related)
            added = media.relationships(name)
            if links is not None or added:
                put(package, related, with_links(links, added))
        for name, content in media.files():
            put(package, name, content)
    return target.getvalue()


def _finalized(value: Any) -> Any:
    """Turn what a placeholder prints into Word's text: escaped, line breaks and tabs kept."""
    if isinstance(value, Markup | Undefined):
        return value
    if isinstance(value, WordPicture):
        return value.markup()
    if value is None:
        return ""
    text = str(escape(_NOT_XML.sub("", nfc(str(value)))))
    if "\n" in text or "\t" in text:
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return Markup(text)


def tags_of(text: str) -> Iterator[str]:
    """Give the placeholders and tags of a text in order."""
    yield from re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text)
