"""Makes the Word templates of the built-in pack, the same bytes each time.

The made files are ordinary Word files and may be edited in Word; run this again only to begin
anew: ``python packaging/template_pack/documents.py``.
"""

import sys
from pathlib import Path

from application import application
from layout import same_bytes
from report import report

TARGET = Path(__file__).resolve().parents[2] / "resources/templates/sang-kien/documents"
DOCUMENTS = {
    "don-yeu-cau": (application, "Đơn yêu cầu công nhận sáng kiến"),
    "bao-cao-mo-ta": (report, "Báo cáo mô tả sáng kiến"),
}


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (make, title) in DOCUMENTS.items():
        (TARGET / f"{name}.docx").write_bytes(same_bytes(make(), title))
    return 0


if __name__ == "__main__":
    sys.exit(main())
