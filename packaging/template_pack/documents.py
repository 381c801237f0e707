"""Makes the Word templates of the built-in pack, the same bytes each time.

The made files are ordinary Word files and may be edited in Word; run this again only to begin
anew: ``python packaging/template_pack/documents.py``.
"""

import csv
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from application import application
from certificate import certificate
from council import decision, minutes, receipt, score_sheet
from docx.document import Document as DocumentType
from layout import same_bytes
from outlines import REPORTS
from papers import consent, effect, shares
from report import report

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "resources/templates/sang-kien/documents"
DOCUMENTS: Mapping[str, Callable[[], DocumentType]] = {
    "don-yeu-cau": application,
    **{name: partial(report, outline) for name, outline in REPORTS.items()},
    "xac-nhan-ty-le": shares,
    "xac-nhan-hieu-qua": effect,
    "phieu-dong-y": consent,
    "bien-nhan-don": receipt,
    "phieu-cham-diem": score_sheet,
    "bien-ban-hoi-dong": minutes,
    "quyet-dinh": decision,
    "giay-chung-nhan": certificate,
}


def titles() -> Mapping[str, str]:
    """Return the titles of the documents as the form's sheet has them."""
    with (HERE / "documents.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["label::Tiếng Việt (vi)"] for row in csv.DictReader(file)}


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    called = titles()
    for name, make in DOCUMENTS.items():
        (TARGET / f"{name}.docx").write_bytes(same_bytes(make(), called[name]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
