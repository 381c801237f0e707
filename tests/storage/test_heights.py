"""How far was numbered, remembered beside the book."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.errors import Failed
from desktop_app.storage import heights
from desktop_app.storage.heights import Heights


def test_only_what_is_higher_is_remembered(tmp_path):
    heights.remember(tmp_path, Heights({"a x": (3, "m3")}, {"number MSC 2026": 7}))
    heights.remember(tmp_path, Heights({"a x": (2, "m2"), "b y": (1, "m1")}))
    known = heights.remembered(tmp_path)
    assert known == Heights({"a x": (3, "m3"), "b y": (1, "m1")}, {"number MSC 2026": 7})


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"{}", b"\xff", b"[" * 100_000),
        b'{"chains": {"a": 1}, "counters": {}}',
        b'{"chains": {}, "counters": {"number X 2026": 99999999999}}',
    ],
)
def test_a_broken_note_says_nothing_and_is_replaced(tmp_path, content):
    (tmp_path / "numbers.json").write_bytes(content)
    assert heights.remembered(tmp_path) == Heights()
    heights.remember(tmp_path, Heights({"a x": (1, "m")}))
    assert heights.remembered(tmp_path) == Heights({"a x": (1, "m")})


def test_a_note_that_cannot_be_read_now_is_not_written_over(tmp_path, monkeypatch):
    heights.remember(tmp_path, Heights({"a x": (9, "m9")}))
    real = Path.open

    def fails(path, *given, **named):
        if path.name == "numbers.json":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path, *given, **named)

    monkeypatch.setattr(Path, "open", fails)
    with pytest.raises(Failed):
        heights.remember(tmp_path, Heights({"b y": (1, "m")}))
    monkeypatch.undo()
    assert heights.remembered(tmp_path).chains == {"a x": (9, "m9")}
