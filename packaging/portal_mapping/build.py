"""Makes resources/portal/mapping.xlsx from its sheets kept as CSV, the same bytes each time.

Edit fields.csv, values.csv, attachments.csv, then run
``python packaging/portal_mapping/build.py``. The portal's own form is not public: fields, order
and limits are likely ones (docs/decisions.md).
"""

import csv
import sys
from pathlib import Path

from desktop_app.documents.portal_workbook import mapping_words, workbook_of
from desktop_app.domain.portal_mapping import PortalMapping
from desktop_app.domain.portal_mapping_check import (
    ATTACHMENTS,
    FIELDS,
    VALUES,
    KnownSources,
    MappingLine,
    MappingSheet,
    read_mapping,
)

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "resources/portal/mapping.xlsx"


class Anything(KnownSources):
    """The sources are checked against the form by a test."""

    def has(self, source: str) -> bool:
        """Return True."""
        return True


def sheet(name: str) -> MappingSheet:
    """Return a CSV as a sheet of a mapping."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = [MappingLine(n, row) for n, row in enumerate(csv.DictReader(file), start=2)]
    return MappingSheet(name, lines, {})


def mapping() -> PortalMapping:
    """Return the mapping the CSV files are."""
    sheets = {name: sheet(name) for name in (FIELDS, VALUES, ATTACHMENTS)}
    made, found = read_mapping(sheets, mapping_words(), Anything((), {}))
    if found:
        raise ValueError(found)
    return made


if __name__ == "__main__":
    TARGET.write_bytes(workbook_of(mapping()))
    sys.exit(0)
