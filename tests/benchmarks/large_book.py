"""An office's book as years of work leave it: units on two levels, initiatives in every state.

Deterministic; titles are put together from words of factories, so that prefixes and rare words
behave as they do in real books. Rows go in as a bulk insert: filling is not what is measured.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, insert, select, text

from desktop_app.domain.targets import Base, PeopleCount
from desktop_app.domain.text import fold
from desktop_app.services import targets
from desktop_app.storage import steps, tables, units
from desktop_app.workspace import Workspace

_DOING = ("Cải tiến", "Chế tạo", "Thay đổi", "Lắp thêm", "Thiết kế lại", "Rút ngắn", "Sắp xếp lại")
_THING = (
    "đồ gá khoan bản lề", "khuôn dập vỏ tôn", "băng tải cấp phôi", "xe đẩy cuộn vải", "bàn cắt vải",
    "máy ép nhựa", "lò sấy gỗ", "bơm ngầm", "chuyền may áo khoác", "kho phụ liệu", "cầu trục",
    "máy tiện ren", "đầu bơm cứu hỏa", "hệ thống khí nén", "nồi hơi", "bể xử lý nước thải",
)  # fmt: skip
_HOW = (
    "bằng chốt định vị nhanh", "có cảm biến đếm", "dùng con lăn tái chế", "theo chiều chuyền",
    "để giảm phế phẩm", "để giảm giờ công", "không cần thợ phụ", "chống kẹt", "hai cấp", "tự động",
)  # fmt: skip
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Hữu", "Ngọc")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Hải", "Hạnh", "Lan", "Mai", "Nam", "Phúc", "Quân", "Yến")
_FIELDS = ("mechanical", "electronics", "services", "agriculture", "other")
_KINDS = ("technical", "management", "operational", "technology_application")
# How a book of a running programme is spread: (recognition, submission, portal, share).
_SPREAD = (
    ("not_filed", "received", "none", 8),
    ("recognised", "received", "none", 12),
    ("recognised", "accepted", "none", 15),
    ("recognised", "returned", "none", 8),
    ("refused", "declined", "none", 4),
    ("recognised", "uploaded", "reviewing", 20),
    ("recognised", "uploaded", "valid", 30),
    ("recognised", "uploaded", "invalid", 3),
)
_CHUNK = 10_000
FIRST_DAY = date(2025, 7, 1)
DAYS = 500


def unit_id(number: int) -> str:
    """Return the identifier of a unit of the book."""
    return f"00000000-0000-7000-8000-{number:012d}"


def initiative_id(number: int) -> str:
    """Return the identifier of an initiative of the book."""
    return f"00000000-0000-7000-9000-{number:012d}"


def fill(book: Workspace, initiatives: int, *, unions: int = 60, levels: int = 1) -> None:
    """Fill an office's book. ``levels`` 2 puts an office of ten unions between."""
    _units(book, unions, levels)
    targets.add_programme(book, code="CT", name="Chương trình sáng kiến")
    for number, (begin, end) in enumerate(_phases(), start=1):
        targets.add_phase(
            book,
            code=f"GD{number}",
            name=f"Giai đoạn {number}",
            programme="CT",
            date_from=begin,
            date_to=end,
        )
    goal = max(1, initiatives // unions)
    with book.database.write() as session:
        session.execute(
            insert(tables.TargetRow),
            [
                {"unit_id": unit_id(n), "scope": "CT", "count": goal, "percent": None, "base": None}
                if n % 3
                else {
                    "unit_id": unit_id(n),
                    "scope": "CT",
                    "count": None,
                    "percent": 10.0,
                    "base": str(Base.MEMBERS),
                }
                for n in range(unions)
            ],
        )
    rows = _rows(initiatives, unions)
    for begin in range(0, initiatives, _CHUNK):
        _keep(book, [next(rows) for _ in range(min(_CHUNK, initiatives - begin))])
    with book.database.write() as session:
        session.execute(text("ANALYZE"))  # as a server does by itself some minutes later


def _phases() -> tuple[tuple[date, date], ...]:
    half = FIRST_DAY + timedelta(days=DAYS // 2)
    return (FIRST_DAY, half - timedelta(days=1)), (half, FIRST_DAY + timedelta(days=DAYS))


def _units(book: Workspace, unions: int, levels: int) -> None:
    now, own = book.now(), book.own.unit_id
    with book.database.write() as session:
        parents = {}
        for number in range(unions // 10 + 1 if levels == 2 else 0):
            parents[number] = f"00000000-0000-7000-a000-{number:012d}"
            units.insert_unit(
                session,
                unit_id=parents[number],
                code=f"P{number}",
                name=f"Công đoàn phường số {number}",
                kind="CD_PHUONG",
                parent_id=own,
                now=now,
            )
        for number in range(unions):
            units.insert_unit(
                session,
                unit_id=unit_id(number),
                code=f"U{number}",
                name=f"CĐCS Công ty số {number}",
                kind="CDCS",
                parent_id=parents.get(number // 10, own),
                now=now,
            )
            people = PeopleCount(FIRST_DAY, 100 + number % 900, number % 70)
            units.set_people(session, unit_id(number), people)


def _rows(initiatives: int, unions: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(2026)
    states = [row[:3] for row in _SPREAD]
    weights = [row[3] for row in _SPREAD]
    for number in range(initiatives):
        recognition, submission, portal = chance.choices(states, weights)[0]
        title = " ".join((chance.choice(_DOING), chance.choice(_THING), chance.choice(_HOW)))
        title = f"{title} lần {1 + int(chance.paretovariate(1.1))}"
        author = f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"
        unit = (
            min(int(chance.paretovariate(0.7)) - 1, unions - 1) if number % 3 else number % unions
        )
        arrived = FIRST_DAY + timedelta(days=int(DAYS * number / initiatives))
        code = f"U{unit}-{arrived.year}-{number:07d}"
        yield {
            "id": initiative_id(number),
            "code": code,
            "unit_id": unit_id(unit),
            "title": title,
            "authors": author,
            "field": chance.choice(_FIELDS),
            "solution_type": chance.choice(_KINDS),
            "benefit": chance.randrange(1, 900) * 1_000_000,
            "applied_on": (arrived - timedelta(days=chance.randrange(1, 300))).isoformat(),
            "folded": fold(f"{title} {author} {code}"),
            "template_id": "sang-kien",
            "template_version": "1",
            "revision": 1 + (chance.random() < 0.1),
            "revision_hash": f"{number:064x}",
            "writing": "ready",
            "recognition": recognition,
            "submission": submission,
            "portal": portal,
            "portal_code": f"C{number}" if portal != "none" else "",
            "writing_on": arrived.isoformat(),
            "recognition_on": arrived.isoformat(),
            "submission_on": (arrived + timedelta(days=chance.randrange(9))).isoformat(),
            "portal_on": (arrived + timedelta(days=chance.randrange(20))).isoformat(),
            "created_at": f"{arrived}T03:00:00.000000+00:00",
            "updated_at": f"{arrived}T04:{number % 60:02d}:00.000000+00:00",
            "version": 1,
        }


def _keep(book: Workspace, rows: list[dict[str, Any]]) -> None:
    with book.database.write() as session:
        first = (session.scalar(select(func.max(tables.Initiative.row))) or 0) + 1
        for number, row in enumerate(rows, start=first):
            row["row"] = number
        session.execute(insert(tables.Initiative), rows)
        session.execute(
            insert(tables.Revision),
            [
                {
                    "initiative_id": row["id"],
                    "hash": row["revision_hash"],
                    "number": row["revision"],
                    "template_id": row["template_id"],
                    "template_version": row["template_version"],
                    "answers": json.dumps(
                        {
                            "initiative_title": row["title"],
                            "authors": [{"full_name": row["authors"]}],
                            "benefit_value": row["benefit"],
                        },
                        ensure_ascii=False,
                    ),
                    "documents": "[]",
                    "history": "[]",
                    "frozen_at": row["created_at"],
                }
                for row in rows
            ],
        )
        session.execute(insert(tables.TrackStep), [step for row in rows for step in _steps(row)])
        if not book.database.is_sqlite:
            for table in ("initiative", "track_step"):
                session.execute(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table}', 'row'), "
                        f"(SELECT max(row) FROM {table}))"
                    )
                )


def _steps(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for track, nothing in steps.BEGINNINGS.items():
        if row[track] != nothing:
            yield {
                "initiative_row": row["row"],
                "track": track,
                "state": row[track],
                "day": row[f"{track}_on"],
            }
        if track == "submission" and row[track] == "uploaded":
            yield {
                "initiative_row": row["row"],
                "track": track,
                "state": "accepted",
                "day": row["writing_on"],
            }
