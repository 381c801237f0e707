import sys

from PySide6.QtWidgets import QMessageBox

from desktop_app.windows.crash import CrashGuard


def test_a_crash_is_told_without_what_was_typed_and_remembered(tmp_path, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    before = sys.excepthook
    crashed = CrashGuard(tmp_path)
    try:
        secret = "Nguyễn Văn Bí Mật"
        raise ValueError(secret)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "vẫn nguyên" in shown[0]
    written = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert "ValueError" in written
    assert secret not in written
    crashed._file.close()
    sys.excepthook = before
    again = CrashGuard(tmp_path)
    assert again.ended_badly
    assert (tmp_path / "crash-earlier.log").exists()
    again.close()
    last = CrashGuard(tmp_path)
    assert not last.ended_badly
    last.close()
