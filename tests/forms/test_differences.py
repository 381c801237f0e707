"""What a person is told of two versions of a form."""

import pytest

from desktop_app.domain.versions import version_order
from desktop_app.forms.differences import differences
from tests.forms.books import form

HEAD = "| type | name | label | hint | required | relevant | calculation |"
OLD = ["| text | a | Tên | Ngắn gọn | yes | | |", "| integer | b | Số | | | | |"]


def told(*rows: str, old: list[str] = OLD) -> dict:
    found = differences(form("\n".join([HEAD, *old])), form("\n".join([HEAD, *rows])))
    return {"/".join(d.path): (d.what, *d.changes) for d in found}


def test_nothing_changed() -> None:
    assert told(*OLD) == {}


@pytest.mark.parametrize(
    ("row", "changes"),
    [
        ("| text | a | Tên gọi | Ngắn gọn | yes | | |", ["label"]),
        ("| text | a | Tên | Rõ | yes | | |", ["hint"]),
        ("| text | a | Tên | Ngắn gọn | | | |", ["optional"]),
        ("| integer | a | Tên | Ngắn gọn | yes | | |", ["type"]),
        ("| text | a | Tên | Ngắn gọn | yes | ${b} > 1 | |", ["rule"]),
        ("| integer | a | Tên gọi | | | | |", ["label", "hint", "type", "optional"]),
    ],
)
def test_each_change_is_named(row: str, changes: list[str]) -> None:
    assert told(row, OLD[1]) == {"a": ("changed", *changes)}


def test_a_question_moved_into_a_group_is_the_same_question() -> None:
    rows = ["| begin_group | g | Phần | | | | |", *OLD, "| end_group | | | | | | |"]

    assert told(*rows) == {}


def test_a_question_moved_into_a_table_is_another() -> None:
    table = ["| begin_repeat | t | Bảng | | | | |", OLD[1], "| end_repeat | | | | | | |"]

    assert told(OLD[0], *table) == {"t": ("added",), "t/b": ("added",), "b": ("removed",)}


def test_a_question_that_becomes_a_table_is_answered_in_another_way() -> None:
    table = ["| begin_repeat | b | Số | | | | |", OLD[0], "| end_repeat | | | | | | |"]

    assert told(*table)["b"] == ("changed", "type")


def test_versions_are_ordered_as_people_mean_them() -> None:
    marks = ["", "beta", "1", "1.1", "1.1b", "1.9", "1.10", "2", "2026.1", "2026112001"]

    assert sorted(reversed(marks), key=version_order) == marks
    assert version_order("2026-11-20") < version_order("2026-11-21")
