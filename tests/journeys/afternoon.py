"""What sixty unions send an officer before an afternoon: files made by their own books.

50 files with 400 reports: 3 of them say something else of a report another computer of the same
team sent too, 2 arrive damaged, 12 reports tell what another union told as well.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.documents.filling import DocumentFiller
from desktop_app.services import cards, drafting, handover, setup, targets, templates, units
from desktop_app.services.pack_files import Pack
from desktop_app.workspace import Workspace
from tests.faults.small_books import Clock, copy_book, quick
from tests.services.packs import files as pack_files
from tests.services.packs import form_bytes, word

UNIONS, COMPUTERS, REPORTS = 47, 3, 400
CONFLICTS, DAMAGED, TOLD_TWICE = 3, 2, 12
SURVEY = """
| type | name | label |
| text | initiative_title | Tên sáng kiến |
| text | current_state | Trước khi có sáng kiến |
| text | solution_overview | Giải pháp |
| integer | benefit_value | Số tiền làm lợi |
| begin_repeat | authors | Tác giả |
| text | full_name | Họ và tên |
| decimal | contribution_percent | Tỷ lệ |
| end_repeat | | |
"""
DOING = ("Cải tiến", "Chế tạo", "Thay", "Lắp thêm", "Thiết kế lại", "Rút ngắn", "Sắp xếp lại")
THING = (
    "đồ gá khoan", "khuôn dập vỏ tôn", "băng tải cấp phôi", "xe đẩy cuộn vải", "bàn cắt vải lót",
    "máy ép nhựa", "lò sấy gỗ keo", "bơm ngầm", "chuyền may áo khoác", "kho phụ liệu", "cầu trục",
    "máy tiện ren", "đầu bơm cứu hỏa", "hệ thống khí nén", "nồi hơi", "bể lắng nước thải",
    "máy cắt laser", "giá treo khuôn", "tủ điện điều khiển", "máy in nhãn", "dây chuyền sơn",
    "máy đóng thùng", "cân định lượng", "tay gắp phôi", "buồng phun cát",
)  # fmt: skip
WITH = (
    "bằng chốt định vị", "có cảm biến đếm", "dùng con lăn cũ", "theo chiều chuyền", "hai cấp lọc",
    "gắn phao báo mức", "bằng van một chiều", "có khóa liên động", "chạy bằng khí nén",
    "ghép nam châm", "treo trên ray", "đặt nghiêng ba mươi độ", "bọc cao su", "có đèn báo màu",
)  # fmt: skip
_WHAT = (
    "mỗi ca dừng nửa giờ để chỉnh", "phôi lệch tâm phải làm lại", "thợ phải khiêng bằng tay",
    "dầu rò ra nền", "không biết lúc nào hết hàng", "bụi bay khắp xưởng", "dao mòn nhanh",
    "hỏng gioăng sau hai tuần", "chờ xe nâng cả buổi", "đếm nhầm lô", "nhiệt không đều",
    "ồn quá mức", "tem dán lệch", "mất điện là kẹt", "vệ sinh mất cả ca",
)  # fmt: skip


@dataclass(frozen=True)
class Afternoon:
    """Where the officer's book lies and the stick with the files."""

    office: Path
    stick: Path


@contextmanager
def shared(workspace: Workspace, filler: DocumentFiller) -> Iterator[Workspace]:
    """Open a book that fills documents with a child that is there already."""
    with workspace:
        workspace.__dict__["filler"] = filler
        try:
            yield workspace
        finally:
            del workspace.__dict__["filler"]


@cache
def small_dossier() -> Pack:
    """Return a pack of five questions and one paper."""
    return Pack(
        pack_files(
            form=form_bytes(SURVEY, form_id="nho"),
            don=word("{{ initiative_title }}", "{{ current_state }}", "{{ solution_overview }}"),
        )
    )


def prepare(root: Path) -> Afternoon:
    """Begin the officer's book and write what came on the stick."""
    chance = random.Random(5)
    clock, stick, cards_folder = Clock(), root / "stick", root / "cards"
    stick.mkdir(parents=True)
    cards_folder.mkdir()
    with quick() as patch, DocumentFiller() as filler:
        patch.setattr(templates, "built_in_pack", small_dossier)
        with shared(Workspace(root / "office", clock=clock), filler) as office:
            setup.start_office(office, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
            targets.add_programme(office, code="CT", name="Chương trình sáng kiến năm 2026")
            for number in range(UNIONS):
                units.add_unit(office, name=f"CĐCS Công ty số {number}", code=f"C{number}")
                targets.set_target(office, f"C{number}", "CT", count=8)
            cards_of = [
                cards.export_card(office, f"C{number}", cards_folder) for number in range(UNIONS)
            ]
        told = _told_by(chance)
        for number, reports in enumerate(told):
            send(root, stick, clock, filler, number, cards_of[number], reports)
    for path in sorted(stick.iterdir())[5 : 5 + DAMAGED]:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    assert len(list(stick.iterdir())) == UNIONS + COMPUTERS
    return Afternoon(root / "office", stick)


def _told_by(chance: random.Random) -> list[list[dict[str, object]]]:
    """Return the answers of the reports of each union."""
    told: list[list[dict[str, object]]] = [[] for _union in range(UNIONS)]
    titles = {
        f"{a} {b} {c}" for a in DOING for b in THING for c in WITH
    }  # 2,450 titles; two of them may share a thing and still be another idea
    for number, title in enumerate(chance.sample(sorted(titles), REPORTS - TOLD_TWICE)):
        told[number % UNIONS].append(report(chance, title))
    for number in range(TOLD_TWICE):
        first = told[number][1]
        union = (number + 20) % UNIONS
        told[union].append(
            first
            | {
                "initiative_title": f"{first['initiative_title']} tại xưởng {number + 1}",
                "authors": [{"full_name": f"Lê Văn {number}", "contribution_percent": 100}],
            }
        )
    return told


def report(chance: random.Random, title: str) -> dict[str, object]:
    wrong, then = chance.sample(_WHAT, 3), chance.sample(WITH, 4)
    return {
        "initiative_title": title,
        "current_state": f"Trước đây {wrong[0]}, {wrong[1]}; có hôm {wrong[2]}.",
        "solution_overview": f"Tổ đã làm lại {', '.join(then)}; thử {chance.randrange(3, 90)} ngày.",
        "benefit_value": chance.randrange(5, 500) * 1_000_000,
        "authors": [
            {"full_name": f"Nguyễn Văn {chance.randrange(900)}", "contribution_percent": 100}
        ],
    }


def send(
    root: Path,
    stick: Path,
    clock: Clock,
    filler: DocumentFiller,
    number: int,
    card: Path,
    reports: list[dict[str, object]],
    seconds: int = COMPUTERS,
) -> None:
    """Write the file of one union; of the first ``seconds`` also that of their second computer."""
    folder = root / f"team{number}"
    with shared(Workspace(folder, clock=clock), filler) as team:
        setup.start_team_with_card(team, card)
        ids = [drafting.new_initiative(team, None, answers) for answers in reports]
    if number < seconds:
        copy_book(folder, root / f"second{number}")
    with shared(Workspace(folder, clock=clock), filler) as team:
        for initiative_id in ids:
            drafting.make_ready(team, initiative_id)
        handover.export_bundle(team, stick)
    if number < seconds:
        with shared(Workspace(root / f"second{number}", clock=clock), filler) as second:
            drafting.edit(second, ids[0], {"current_state": "Nói khác ở máy thứ hai."})
            drafting.make_ready(second, ids[0])
            target = root / f"stick{number}"
            target.mkdir()
            written = handover.export_bundle(second, target)
            written.path.rename(stick / f"may-hai-{number}{''.join(written.path.suffixes)}")
