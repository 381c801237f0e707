"""A Frictionless Data Package: tables as CSV with a Table Schema, described in datapackage.json.

Data Package and Table Schema are published at datapackage.org. Tables are written row by row.
A schema promises only what every row keeps: a constraint one of them breaks is not stated.
"""

import csv
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})\Z", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,18}\Z", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,18},\d{1,18}\Z", re.ASCII)
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"


@dataclass(frozen=True)
class DataColumn:
    """A column: ``kind`` is text, day or number; the rest is promised if every row keeps it."""

    name: str
    title: str
    kind: str = "text"
    required: bool = False
    unique: bool = False
    longest: int | None = None
    among: tuple[str, ...] = ()
    description: str = ""


@dataclass
class _Kept:
    """What every value of a column kept so far."""

    required: bool = True
    longest: bool = True
    among: bool = True
    day: bool = True
    whole: bool = True
    number: bool = True


@dataclass(frozen=True)
class TableFile:
    """A table that was written: what datapackage.json says of it."""

    name: str
    size: int
    sha256: str
    resource: Mapping[str, Any] = field(repr=False)


class TableWriter:
    """Writes a table as CSV (RFC 4180, UTF-8) and keeps what its schema can promise."""

    def __init__(self, target: Path, name: str, title: str, columns: Sequence[DataColumn]) -> None:
        self._name, self._title, self._columns = name, title, columns
        self._path = target
        self._kept = [_Kept() for _column in columns]
        self._file = target.open("x", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow([column.name for column in columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, row: Sequence[str]) -> None:
        """Write one row of texts."""
        for column, kept, text in zip(self._columns, self._kept, row, strict=True):
            _look(column, kept, text)
        self._writer.writerow(row)

    def finish(self, path: str, keys: Mapping[str, Any]) -> TableFile:
        """Close the table; return its resource. ``keys`` are those of its schema."""
        self._file.close()
        with self._path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = self._path.stat().st_size
        fields = [_described(c, k) for c, k in zip(self._columns, self._kept, strict=True)]
        resource = {
            "name": self._name,
            "title": self._title,
            "path": path,
            "type": "table",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
            "bytes": size,
            "hash": f"sha256:{sha256}",
            "schema": {"fields": fields, "missingValues": [""], **keys},
        }
        return TableFile(self._name, size, sha256, resource)


def _look(column: DataColumn, kept: _Kept, text: str) -> None:
    if not text:
        kept.required = False
        return
    if column.longest is not None and len(text) > column.longest:
        kept.longest = False
    if column.among and text not in column.among:
        kept.among = False
    if column.kind == "day" and not _is_day(text):
        kept.day = False
    if column.kind == "number" and not _WHOLE.match(text):
        kept.whole = False
        kept.number = kept.number and bool(_DECIMAL.match(text))


def _is_day(text: str) -> bool:
    match = _DAY.match(text)
    try:
        return match is not None and bool(date(int(match[3]), int(match[2]), int(match[1])))
    except ValueError:
        return False


def _described(column: DataColumn, kept: _Kept) -> dict[str, Any]:
    said: dict[str, Any] = {"name": column.name, "title": column.title}
    if column.description:
        said["description"] = column.description
    if column.kind == "day" and kept.day:
        said |= {"type": "date", "format": "%d/%m/%Y"}
    elif column.kind == "number" and kept.whole:
        said["type"] = "integer"
    elif column.kind == "number" and kept.number:
        said |= {"type": "number", "decimalChar": ","}
    else:
        said["type"] = "string"
    limits: dict[str, Any] = {}
    if column.required and kept.required:
        limits["required"] = True
    if column.unique:
        limits["unique"] = True
    if said["type"] == "string" and column.longest is not None and kept.longest:
        limits["maxLength"] = column.longest
    if said["type"] == "string" and column.among and kept.among:
        limits["enum"] = list(column.among)
    return {**said, "constraints": limits} if limits else said


def descriptor(
    name: str, title: str, description: str, created: str, resources: Sequence[TableFile]
) -> bytes:
    """Return datapackage.json."""
    said = {
        "$schema": _SCHEMA,
        "name": name,
        "title": title,
        "description": description,
        "created": created,
        "profile": "tabular-data-package",
        "resources": [table.resource for table in resources],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
