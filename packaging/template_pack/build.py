"""Makes form.xlsx of the built-in pack from its sheets kept as CSV, the same bytes each time.

Edit survey.csv, choices.csv, settings.csv and documents.csv, then run
``python packaging/template_pack/build.py``.
"""

import csv
import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "resources/templates/sang-kien/form.xlsx"
SHEETS = ("survey", "choices", "settings", "documents")
FIRST_DAY = datetime(1980, 1, 1)


def workbook() -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in SHEETS:
        sheet = book.create_sheet(name)
        with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append(row)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for line in sheet.iter_rows():
            for cell in line:
                # Everything in an XLSForm is text: "= ..." must not become a formula.
                cell.data_type = "s"
                if cell.value == "":
                    cell.value = None
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in range(1, sheet.max_column + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 14 if column == 1 else 32
        sheet.freeze_panes = "C2" if name == "survey" else "A2"
    book.properties.created = book.properties.modified = FIRST_DAY
    buffer, target = io.BytesIO(), io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                now = data.split(b"<dcterms:modified")[1].split(b">")[1].split(b"<")[0]
                data = data.replace(now, b"1980-01-01T00:00:00Z")
            package.writestr(zipfile.ZipInfo(entry.filename), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(workbook())
    sys.exit(0)
