"""Makes the Word templates of the reports, the same bytes each time.

The made files are ordinary Word files and may be edited in Word; run this again only to begin
anew: ``python packaging/report_templates/build.py``. Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "template_pack"))

from layout import (  # noqa: E402
    _field,
    _inside,
    below,
    control,
    frame,
    grid,
    head,
    heading,
    keep,
    line,
    new_document,
    rule_below,
    same_bytes,
    title,
    whole,
    write,
)

TARGET = HERE.parents[1] / "resources/reports"
TURNED, UPRIGHT = 25.2, 16.5
NUMBER = "{{ letter.number }}"
DATE = "{{ letter.place }}, {{ date_line }}"


def _page_numbers(document: DocumentType) -> None:
    """Add the page number from page two on; a page on its long side has none of its own."""
    number = document.sections[0].header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE")


def _begin(name: str, *, turned: bool) -> DocumentType:
    document = new_document(turned=turned)
    width = UPRIGHT
    if turned:
        _page_numbers(document)
        width = TURNED
    _head(document, width)
    title(document, "{{ title }}", before=14)
    _subject(document, "{{ period }}", width)
    told = line(document, "{{ as_of_text }}.", align=ALIGN.CENTER, indent=False, before=2)
    told.paragraph_format.space_after = Pt(6)
    return document


def _head(document: DocumentType, width: float) -> None:
    """Add the head; who has no level above does not begin with an empty line."""
    head(document, "{{ superior }}", "{{ unit }}", DATE, NUMBER, width=width)
    above, after = document.tables[-1].rows[0].cells[0].paragraphs[:2]
    above.insert_paragraph_before("{%p if superior %}")
    after.insert_paragraph_before("{%p endif %}")


def _subject(document: DocumentType, text: str, width: float) -> None:
    """Add what a paper is about, below its title; the rule is a fifth of the line."""
    paragraph = line(document, text, align=ALIGN.CENTER, indent=False, before=0, bold=True)
    rule_below(paragraph, width * 0.4)


def _end(document: DocumentType, *, turned: bool) -> None:
    control(document, "{%p for text in notes %}")
    note = line(document, "{{ text }}", indent=False, before=3)
    for run in note.runs:
        run.italic, run.font.size = True, Pt(12)
    control(document, "{%p endfor %}")
    _signature(document, TURNED if turned else UPRIGHT)


def _signature(document: DocumentType, width: float) -> None:
    """Add «Nơi nhận» on the left and who signs on the right."""
    table = frame(document, 2, (width / 2,) * 2)
    left, right = table.rows[0].cells
    first = write(left, "Nơi nhận:", ALIGN.LEFT, bold=True, italic=True, size=12)
    first.paragraph_format.space_before = Pt(12)
    control(left, "{%p if superior %}")
    write(left, "- {{ superior }};", ALIGN.LEFT, size=11)
    control(left, "{%p endif %}")
    write(left, "- Lưu: VT, {{ unit_code }}.", ALIGN.LEFT, size=11)
    above = write(right, "{{ letter.authority }}", bold=True)
    above.paragraph_format.space_before = Pt(12)
    write(right, "{{ letter.title }}", bold=True)
    below(table.rows[1].cells[1], "{{ letter.name }}", 56, bold=True)
    keep(table)


def _rows(
    document: DocumentType,
    rows: str,
    columns: tuple[tuple[str, str, float], ...],
    *,
    left: tuple[str, ...] = (),
    money: tuple[str, ...] = (),
    totals: str = "",
    size: float = 11,
) -> None:
    """Add a table of rows; ``columns`` are name, heading and width in centimetres."""
    names = [name for name, _head, _width in columns]
    table = grid(
        document,
        tuple(head for _name, head, _width in columns),
        tuple(f"{{{{ row.{name} }}}}" for name in names),
        tuple(width for _name, _head, width in columns),
        rows,
        left=tuple(names.index(name) for name in left),
        right=tuple(names.index(name) for name in money),
        size=size,
    )
    if totals:
        row = table.add_row()
        for place, (cell, name) in enumerate(zip(row.cells, names, strict=True)):
            align = ALIGN.RIGHT if name in money else ALIGN.CENTER
            text = f"{{{{ {totals}.{name} }}}}"
            if place == 1:
                text, align = "Tổng cộng", ALIGN.LEFT
            if name in ("stt", *left[1:]):
                text = ""
            _inside(write(cell, text, align, bold=True, size=size))
        whole(row)
        for cell, (_name, _head, width) in zip(row.cells, columns, strict=True):
            cell.width = table.columns[0].width.__class__(round(width * 360_000))


def initiatives() -> DocumentType:
    document = _begin("initiatives", turned=True)
    _rows(
        document,
        "rows",
        (
            ("stt", "STT", 1.2),
            ("authors", "Họ tên tác giả", 3.2),
            ("birth_year", "Năm sinh", 1.3),
            ("unit", "Đơn vị/CĐCS", 2.8),
            ("title", "Tên sáng kiến", 4.4),
            ("solution_type", "Loại giải pháp", 2.0),
            ("field", "Lĩnh vực", 2.2),
            ("applied_on", "Ngày áp dụng", 2.2),
            ("decision", "Số, ngày QĐ công nhận", 2.0),
            ("benefit", "Giá trị làm lợi (đồng)", 2.7),
            ("portal", "Trạng thái cổng", 1.5),
        ),
        left=("authors", "unit", "title", "solution_type", "field", "decision"),
        money=("benefit",),
        size=10,
    )
    line(document, "Tổng giá trị làm lợi: {{ totals.benefit }} đồng.", indent=False, before=6)
    _end(document, turned=True)
    return document


def units() -> DocumentType:
    document = _begin("units", turned=True)
    _unit_rows(document, "rows", "totals")
    _end(document, turned=True)
    return document


def _unit_rows(document: DocumentType, rows: str, totals: str) -> None:
    _rows(
        document,
        rows,
        (
            ("stt", "STT", 1.2),
            ("unit", "Đơn vị/CĐCS", 5.4),
            ("members", "Số đoàn viên", 1.7),
            ("target", "Chỉ tiêu", 1.5),
            ("ready", "Đã lập hồ sơ", 1.7),
            ("recognised", "Đã công nhận", 1.7),
            ("uploaded", "Đã lên cổng", 1.7),
            ("valid", "Hợp lệ", 1.5),
            ("reviewing", "Đang xem xét", 1.7),
            ("invalid", "Không hợp lệ", 2.0),
            ("percent", "% chỉ tiêu", 1.7),
            ("benefit_sum", "Tổng giá trị làm lợi (đồng)", 3.4),
        ),
        left=("unit",),
        money=("benefit_sum",),
        totals=totals,
        size=12,
    )


def weekly() -> DocumentType:
    document = _begin("weekly", turned=True)
    _rows(
        document,
        "rows",
        (
            ("week", "Tuần", 5.0),
            ("ready", "Đã lập hồ sơ", 2.4),
            ("recognised", "Đã công nhận", 2.4),
            ("received", "Đã nhận", 2.4),
            ("accepted", "Đạt", 2.4),
            ("uploaded", "Đã lên cổng", 2.4),
            ("valid", "Hợp lệ", 2.4),
            ("so_far", "{{ so_far_heading }}", 3.2),
            ("percent", "% chỉ tiêu", 2.6),
        ),
        left=("week",),
        size=12,
    )
    _end(document, turned=True)
    return document


def kinds() -> DocumentType:
    document = _begin("kinds", turned=False)
    for name, text in (("field", "1. Theo lĩnh vực"), ("solution_type", "2. Theo loại giải pháp")):
        heading(document, text)
        _rows(
            document,
            f"tables.by_{name}.rows",
            (
                ("stt", "STT", 1.3),
                ("value", "Nhóm", 5.0),
                ("ready", "Đã lập hồ sơ", 1.8),
                ("recognised", "Đã công nhận", 1.8),
                ("uploaded", "Đã lên cổng", 1.7),
                ("valid", "Hợp lệ", 1.4),
                ("benefit_sum", "Giá trị làm lợi (đồng)", 3.5),
            ),
            left=("value",),
            money=("benefit_sum",),
            totals=f"tables.by_{name}.totals",
            size=12,
        )
    _end(document, turned=False)
    return document


def phases() -> DocumentType:
    document = _begin("phases", turned=True)
    _phase_rows(document, "rows", TURNED)
    _end(document, turned=True)
    return document


def _phase_rows(document: DocumentType, rows: str, width: float, *, days: bool = True) -> None:
    columns = (
        ("stt", "STT", 1.3),
        ("phase", "Giai đoạn", 4.2),
        ("date_from", "Từ ngày", 2.4),
        ("date_to", "Đến ngày", 2.4),
        ("target", "Chỉ tiêu", 1.7),
        ("ready", "Đã lập hồ sơ", 1.9),
        ("recognised", "Đã công nhận", 1.9),
        ("uploaded", "Đã lên cổng", 1.9),
        ("percent", "% chỉ tiêu", 1.9),
        ("shortfall", "Còn thiếu", 1.9),
    )
    if not days:
        columns = tuple(column for column in columns if not column[0].startswith("date_"))
    share = width / sum(each for _name, _head, each in columns)
    scaled = tuple((name, head, each * share) for name, head, each in columns)
    _rows(document, rows, scaled, left=("phase",), size=12)


def honours() -> DocumentType:
    document = _begin("honours", turned=False)
    rolls = (
        ("by_number", "1. Tập thể có nhiều sáng kiến", False),
        ("by_benefit", "2. Tập thể có giá trị làm lợi cao", False),
        ("people_by_number", "3. Cá nhân có nhiều sáng kiến", True),
        ("people_by_benefit", "4. Cá nhân có giá trị làm lợi cao", True),
    )
    for name, text, people in rolls:
        heading(document, text)
        columns: tuple[tuple[str, str, float], ...] = (
            ("rank", "Hạng", 1.6),
            ("unit", "Đơn vị/CĐCS", 5.5),
            ("reached", "{{ reached_heading }}", 1.9),
            ("target", "Chỉ tiêu", 1.6),
            ("percent", "% chỉ tiêu", 2.0),
            ("benefit", "Giá trị làm lợi (đồng)", 3.9),
        )
        if people:
            columns = (
                ("rank", "Hạng", 1.6),
                ("name", "Họ và tên", 4.3),
                ("unit", "Đơn vị/CĐCS", 4.7),
                ("number", "Số sáng kiến", 2.0),
                ("benefit", "Giá trị làm lợi (đồng)", 3.9),
            )
        left = ("name", "unit") if people else ("unit",)
        _rows(document, f"tables.{name}.rows", columns, left=left, money=("benefit",), size=12)
    _end(document, turned=False)
    return document


def awards() -> DocumentType:
    document = _begin("awards", turned=True)
    _rows(
        document,
        "rows",
        (
            ("stt", "STT", 1.2),
            ("name", "Họ và tên", 3.0),
            ("birth_year", "Năm sinh", 1.3),
            ("unit", "Đơn vị/CĐCS", 3.2),
            ("job_title", "Chức danh", 2.4),
            ("qualification", "Trình độ", 2.2),
            ("number", "Số sáng kiến", 1.3),
            ("one_year", "Giá trị làm lợi trong năm (đồng)", 2.5),
            ("three_years", "Giá trị làm lợi 3 năm (đồng)", 2.5),
            ("reason", "Căn cứ gợi ý", 3.6),
            ("check", "Cần kiểm tra", 2.3),
        ),
        left=("name", "unit", "job_title", "qualification", "reason", "check"),
        money=("one_year", "three_years"),
        size=10,
    )
    _end(document, turned=True)
    return document


def summary() -> DocumentType:
    """The period summary: an official report to the level above."""
    document = new_document()
    _head(document, UPRIGHT)
    title(document, "BÁO CÁO", before=16)
    _subject(document, "Kết quả sáng kiến ({{ period|lower_first }})", UPRIGHT)
    control(document, "{%p if superior %}")
    to = line(document, "Kính gửi: {{ superior }}.", align=ALIGN.CENTER, indent=False, before=12)
    to.paragraph_format.space_after = Pt(6)
    control(document, "{%p endif %}")
    line(
        document,
        "{% if programme %}Thực hiện {{ programme|lower_first }}, {% endif %}"
        "{{ unit }} báo cáo kết quả như sau ({{ as_of_text|lower_first }}):",
    )
    heading(document, "1. Kết quả chung")
    line(
        document,
        "Số sáng kiến đã lập hồ sơ: {{ counts.ready }}; đã được cơ sở công nhận: "
        "{{ counts.recognised }}; đã lên cổng: {{ counts.uploaded }}, trong đó hợp lệ "
        "{{ counts.valid }}, đang xem xét {{ counts.reviewing }}, không hợp lệ "
        "{{ counts.invalid }}.",
    )
    line(
        document,
        "{% if target %}So với chỉ tiêu {{ target }} sáng kiến (tính theo số {{ counting }}), "
        "đã đạt {{ reached }}, bằng {{ percent }}{% if shortfall != '0' %}, còn thiếu "
        "{{ shortfall }}{% endif %}.{% else %}Chưa có chỉ tiêu được giao cho kỳ này.{% endif %}",
    )
    line(
        document,
        "Tổng giá trị làm lợi của các sáng kiến đã lập hồ sơ: {{ benefit }} đồng "
        "(bằng chữ: {{ benefit_words|lower_first }}).",
    )
    heading(document, "2. Kết quả theo đơn vị")
    _rows(
        document,
        "rows",
        (
            ("stt", "STT", 1.3),
            ("unit", "Đơn vị/CĐCS", 4.3),
            ("target", "Chỉ tiêu", 1.5),
            ("ready", "Đã lập hồ sơ", 1.6),
            ("recognised", "Đã công nhận", 1.6),
            ("uploaded", "Đã lên cổng", 1.5),
            ("percent", "% chỉ tiêu", 1.6),
            ("benefit_sum", "Giá trị làm lợi (đồng)", 3.1),
        ),
        left=("unit",),
        money=("benefit_sum",),
        totals="totals",
        size=12,
    )
    control(document, "{%p if tables.phases.rows %}")
    heading(document, "3. Kết quả theo giai đoạn")
    control(document, "{%p endif %}")
    _phase_rows(document, "tables.phases.rows", UPRIGHT, days=False)
    heading(document, "{% if tables.phases.rows %}4{% else %}3{% endif %}. Kiến nghị")
    line(document, "…", keep=True)
    closing = line(document, "Trên đây là báo cáo của {{ unit }}.", keep=True)
    closing.paragraph_format.space_after = Pt(0)
    _signature(document, UPRIGHT)
    return document


DOCUMENTS: Mapping[str, tuple[str, Callable[[], DocumentType]]] = {
    "initiatives": ("Danh sách sáng kiến", initiatives),
    "units": ("Tổng hợp theo đơn vị", units),
    "weekly": ("Tiến độ theo tuần", weekly),
    "kinds": ("Tổng hợp theo lĩnh vực và loại giải pháp", kinds),
    "phases": ("Kết quả theo giai đoạn", phases),
    "honours": ("Bảng vàng sáng kiến", honours),
    "awards": ("Gợi ý xét tặng Bằng Lao động sáng tạo", awards),
    "summary": ("Báo cáo kết quả sáng kiến", summary),
}


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (called, make) in DOCUMENTS.items():
        (TARGET / f"{name}.docx").write_bytes(same_bytes(make(), called))
    return 0


if __name__ == "__main__":
    sys.exit(main())
