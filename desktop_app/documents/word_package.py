"""A Word document as a package: read within limits, its parts written the same way each time."""

import io
import zipfile
from typing import Any

from lxml import etree

from desktop_app.documents.child_process import Refused

_LARGEST_TEMPLATE, _MOST_PARTS, _LARGEST_PACKAGE = 20_000_000, 500, 60_000_000
_EPOCH = (1980, 1, 1, 0, 0, 0)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package_files(template: bytes) -> dict[str, bytes]:
    """Return the files of a Word document, within limits; macros are refused."""
    if len(template) > _LARGEST_TEMPLATE:
        raise Refused("SSK-322")
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _LARGEST_PACKAGE:
                raise Refused("SSK-322")
            for entry in entries:
                if entry.filename.lower().endswith("vbaproject.bin"):
                    raise Refused("SSK-325")
                if not entry.is_dir():
                    files[entry.filename] = package.read(entry)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError) as error:
        raise Refused("SSK-326") from error
    except RuntimeError as error:  # a password
        raise Refused("SSK-326") from error
    if "word/document.xml" not in files or "[Content_Types].xml" not in files:
        raise Refused("SSK-326")
    return files


def part_tree(content: bytes) -> Any:
    """Parse one XML part: no entities, no document type, nothing fetched, nothing huge."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused("SSK-326") from error
    document: Any = tree.getroottree()
    if document.docinfo.doctype:
        raise Refused("SSK-326")
    return tree


def relationships_of(part: str) -> str:
    """Return the name of the part that holds the links of a part."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def with_links(links: bytes | None, added: str) -> bytes:
    """Return the links of a part with some added; None for a part that had none."""
    if links is None:
        links = f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
    if not added:
        return links
    tree = part_tree(links)
    tree.extend(etree.fromstring(f'<r xmlns="{_RELATIONSHIPS}">{added}</r>'))
    content: bytes = etree.tostring(tree, encoding="UTF-8", standalone=True)
    return content


def with_picture_types(content: bytes) -> bytes:
    """Return the content types with those of pictures, whether or not some will be set in."""
    tree = part_tree(content)
    known = {str(entry.get("Extension", "")).lower() for entry in tree}
    for place, kind in enumerate(kind for kind in ("jpeg", "png") if kind not in known):
        entry = etree.Element(f"{{{tree.nsmap[None]}}}Default")
        entry.set("Extension", kind)
        entry.set("ContentType", f"image/{kind}")
        tree.insert(place, entry)
    changed: bytes = etree.tostring(tree, encoding="UTF-8", standalone=True)
    return changed


def put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Write one file: same content, same bytes; pictures are not packed again."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.external_attr = 0o600 << 16
    entry.create_system = 0
    kind = zipfile.ZIP_STORED if name.startswith("word/media/") else zipfile.ZIP_DEFLATED
    package.writestr(entry, content, kind, compresslevel=1)
