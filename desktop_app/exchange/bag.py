"""BagIt (RFC 8493): what a bag's tag files say, how they are written, how they are read.

Verifying a whole bag is the subject of ``bag_verifying``.
"""

import codecs
import re
from collections.abc import Iterator, Mapping

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_DECLARED = re.compile(
    rb"BagIt-Version: (0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})(?:\r\n|\n|\r)"
    rb"Tag-File-Character-Encoding: ([A-Za-z0-9][A-Za-z0-9_.:-]{0,40})(?:\r\n|\n|\r)?\Z"
)
_ENCODINGS = re.compile(
    r"(utf-(8|16|16-be|16-le|32|32-be|32-le)|ascii|iso8859-\d+|cp125\d|koi8-[rtu]|"
    r"shift_jis|euc_(jp|kr)|gb2312|gbk|gb18030|big5)\Z"
)
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_ENTRY = re.compile(r"([0-9A-Fa-f]+)[ \t]+(\*?)([^\r\n]+)\Z")
_ESCAPES = {"%0a": "\n", "%0d": "\r", "%25": "%"}


# Writing


def manifest_line(sha256: str, path: str) -> str:
    """Return a line of a manifest; line ends and percent signs in paths are encoded (2.1.3)."""
    encoded = path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
    return f"{sha256}  {encoded}\n"


def bag_info(*, bagging_date: str, size: int, count: int, more: Mapping[str, str]) -> bytes:
    """Return bag-info.txt with the payload's size and count (2.2.2).

    Raises ValueError for a label or value RFC 8493 does not allow.
    """
    lines = {**more, "Bagging-Date": bagging_date, "Payload-Oxum": f"{size}.{count}"}
    for label, value in lines.items():
        if label != label.strip() or not label or re.search(r"[:\r\n]", label):
            raise ValueError(f"not a label: {label!r}")
        if _LINE_ENDS.search(value) or value != value.strip():
            raise ValueError(f"not a value: {value!r}")
    return "".join(f"{name}: {value}\n" for name, value in sorted(lines.items())).encode("utf-8")


# Reading


def read_declaration(content: bytes) -> tuple[tuple[int, int], str] | None:
    """Return version and encoding of bagit.txt; None when it is not exactly its two lines (2.1.1).

    The encoding is a name Python decodes text with; code pages that are no character sets
    (``unicode_escape``, ``utf-7`` …) are none.
    """
    match = _DECLARED.match(content)
    if match is None:
        return None
    try:
        encoding = codecs.lookup(match[3].decode("ascii")).name
    except LookupError:
        return None
    if not _ENCODINGS.match(encoding):
        return None
    return (int(match[1]), int(match[2])), encoding


def lines_of(text: str) -> list[str]:
    """Return the lines of a text tag file, whichever of the three line ends it has (2.3)."""
    lines = _LINE_ENDS.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def manifest_entry(line: str, digits: int) -> tuple[str, bool, str] | None:
    """Return hash, whether a ``*`` stood before the path, and the path as written; or None."""
    match = _ENTRY.match(line)
    if match is None or len(match[1]) != digits:
        return None
    return match[1].lower(), bool(match[2]), match[3]


def decoded(path: str, version: tuple[int, int]) -> str:
    """Return a path with its encoded line ends; percent signs are encoded since 1.0."""
    return re.sub(_known(version), lambda match: _ESCAPES[match[0].lower()], path)


def well_encoded(path: str, version: tuple[int, int]) -> bool:
    """Return whether a written path has no percent sign but those of what must be encoded."""
    return version < (1, 0) or "%" not in re.sub(_known(version), "", path)


def _known(version: tuple[int, int]) -> str:
    return r"%0[aAdD]|%25" if version >= (1, 0) else r"%0[aAdD]"


def without_dots(path: str) -> str:
    """Return a path without the parts ``.``, which say nothing."""
    return re.sub(r"(^|/)(?:\./)+", r"\1", path)


def inside(path: str) -> bool:
    """Return whether a path stays in the bag on every system (5.1)."""
    parts = path.replace("\\", "/").split("/")
    return not (
        path.startswith(("/", "~", "\\"))
        or ".." in parts
        or re.match(r"[A-Za-z]:", path)
        or re.match(r"%[^%/\\]+%[/\\]", path)  # a folder Windows knows by a variable
        or "\0" in path
    )


def info_elements(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield label, value and whether the line is written as RFC 8493 2.2.2 says.

    A line that is none has no label. Folded lines are joined by a space; blank ones left out.
    """
    label, value, right = "", "", True
    for line in lines_of(text):
        if line[:1] in (" ", "\t") and label:
            value += " " + line.strip(" \t")
            continue
        if label:
            yield label, value.strip(" \t"), right
        label = ""
        if not line.strip(" \t"):
            continue
        before, colon, after = line.partition(":")
        label = before.strip(" \t")
        if not colon or not label:
            label = ""
            yield "", line, False
            continue
        value = after
        # One space or tab after the colon, none around the label.
        right = label == before and bool(re.match(r"[ \t](?![ \t])", after))
    if label:
        yield label, value.strip(" \t"), right
