"""The lists of a hand-over: Excel for people, CSV with a schema for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.domain.portal_mapping import (
    DATE,
    INITIATIVE,
    LONGTEXT,
    MONEY,
    NUMBER,
    PortalMapping,
    PortalNote,
)
from desktop_app.exchange.data_package import DataColumn, TableWriter, descriptor
from desktop_app.exchange.package_places import Listed, Place, add_bytes, add_path
from desktop_app.messages import LANGUAGES
from desktop_app.resource_files import resource_path
from desktop_app.services.portal_entry import EntrySheet
from desktop_app.services.portal_words import note_text

LIST, FILES = "danh-sach", "tep"
_DOSSIER, _FOLDER, _CHECK = "ma-ho-so", "thu-muc", "can-xem-lai"
_LANGUAGE = "vi"
_KINDS = {DATE: "day", NUMBER: "number", MONEY: "number"}
_FILE_COLUMNS = (
    DataColumn("duong-dan", "Đường dẫn", required=True, unique=True),
    DataColumn(_FOLDER, "Thư mục", required=True),
    DataColumn("loai", "Loại", required=True, among=("van-ban", "dinh-kem")),
    DataColumn("ten", "Tên văn bản"),
    DataColumn("kich-thuoc", "Kích thước (byte)", kind="number", required=True),
    DataColumn("sha256", "SHA-256", required=True, longest=64),
    DataColumn(_CHECK, "Cần xem lại"),
)


def _list_columns(mapping: PortalMapping) -> Iterator[DataColumn]:
    """Give the columns of the list: names of codes in the mapping have no hyphen, ours do."""
    yield DataColumn(_DOSSIER, "Mã hồ sơ", required=True)
    yield DataColumn(_FOLDER, "Thư mục", required=True, unique=True)
    for each in mapping.fields:
        labels = tuple(mapping.values.get(each.values, {}).values()) if each.values else ()
        limit = "" if each.limit is None else f"Cổng nhận nhiều nhất {each.limit} ký tự."
        yield DataColumn(
            each.code,
            each.labels[_LANGUAGE],
            _KINDS.get(each.kind, "text"),
            each.required,
            longest=each.limit,
            among=labels,
            description=limit,
        )
    yield DataColumn(_CHECK, "Cần xem lại")


class Listing:
    """The lists on their way: rows are written as they come, beside the hand-over."""

    def __init__(self, mapping: PortalMapping, beside: Path, name: str) -> None:
        from desktop_app.documents.text_workbook import TextWorkbook

        self._mapping, self._beside, self._name = mapping, beside, name
        self._title = f"Sáng kiến đưa lên cổng, {name}"
        self.to_check = 0
        fields = mapping.fields
        self._coded = any(each.source == f"{INITIATIVE}.code" for each in fields)
        heads = [each.column for each in fields] + ([] if self._coded else ["Mã hồ sơ"])
        long = [each.kind == LONGTEXT for each in fields] + [False] * (not self._coded)
        self._book = TextWorkbook(
            self._title, [*heads, "Thư mục", "Cần xem lại"], [*long, True, True]
        )
        self._list = TableWriter(
            beside / f"{LIST}.csv", LIST, "Danh sách sáng kiến", list(_list_columns(mapping))
        )
        self._files = TableWriter(
            beside / f"{FILES}.csv", FILES, "Tệp của từng sáng kiến", _FILE_COLUMNS
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for table in (self._book, self._list, self._files):
            table.__exit__(kind, error, trace)

    def add(self, sheet: EntrySheet, folder: str) -> None:
        """Add the line of an initiative."""
        texts = {each.field.code: each.text for each in sheet.fields}
        row = [texts.get(each.code, "") for each in self._mapping.fields]
        check = "; ".join(check_text(each, _LANGUAGE) for each in to_check(sheet))
        self.to_check += bool(check)
        self._book.add([*row, *([] if self._coded else [sheet.code]), folder, check])
        self._list.add([sheet.code, folder, *row, check])

    def add_file(
        self, listed: Listed, folder: str, title: str, problem: PortalNote | None = None
    ) -> None:
        """Add the line of a file; ``title`` is that of a document, "" for an attachment."""
        kind = "van-ban" if title else "dinh-kem"
        check = note_text(problem, _LANGUAGE) if problem else ""
        self._files.add([listed.path, folder, kind, title, str(listed.size), listed.sha256, check])

    def close(self, place: Place, unit: str, now: datetime, count: int) -> None:
        """Put the lists, their description and the page to read first into the hand-over."""
        self._book.save(self._beside / f"{LIST}.xlsx")
        add_path(place, f"{LIST}.xlsx", self._beside / f"{LIST}.xlsx")
        keys = {"primaryKey": [_FOLDER]}
        reference = {"resource": LIST, "fields": [_FOLDER]}
        foreign = [{"fields": [_FOLDER], "reference": reference}]
        tables = (
            self._list.finish(f"{LIST}.csv", keys),
            self._files.finish(
                f"{FILES}.csv", {"primaryKey": ["duong-dan"], "foreignKeys": foreign}
            ),
        )
        for table in tables:
            add_path(place, f"{table.name}.csv", self._beside / f"{table.name}.csv")
        said = f"Theo bản đối chiếu “{self._mapping.name}”, phiên bản {self._mapping.version}."
        created = now.isoformat(timespec="seconds")
        described = descriptor(self._name.lower(), self._title, said, created, tables)
        add_bytes(place, "datapackage.json", described)
        text = resource_path("portal", "read_first.txt").read_text(encoding="utf-8")
        page = text.format(title=self._title, unit=unit, day=f"{now:%d/%m/%Y}", count=count)
        add_bytes(place, "DOC-TRUOC.txt", page.replace("\n", "\r\n").encode("utf-8-sig"))


@dataclass(frozen=True)
class ToCheck:
    """A field or file the portal may not take as it is: its label in each language, and why."""

    labels: Mapping[str, str]
    note: PortalNote


def to_check(sheet: EntrySheet) -> tuple[ToCheck, ...]:
    """Return what of an initiative the portal may not take as it is."""
    found = [ToCheck(f.field.labels, f.problem) for f in sheet.fields if f.problem is not None]
    found += [
        ToCheck(dict.fromkeys(LANGUAGES, file.name), file.problem)
        for file in sheet.attachments
        if file.problem is not None
    ]
    return tuple(found)


def check_text(each: ToCheck, language: str) -> str:
    """Return one of them as a sentence."""
    return f"{each.labels[language]}: {note_text(each.note, language)}"
