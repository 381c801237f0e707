"""What holds for every window: fresh forms, complete translations, names for screen readers."""

import ast
import os
import re
import runpy
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from desktop_app.services import sample
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.main_window import OFFICE, TEAM, MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import CONTRAST, DARK, LIGHT, STATE_COLOURS, apply_theme
from desktop_app.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


def test_compiled_forms_are_fresh():
    compiled = runpy.run_path(str(ROOT / "packaging/forms.py"))["compiled"]
    sources = sorted((ROOT / "ui").glob("*.ui"))
    assert sources
    for source in sources:
        target = ROOT / f"desktop_app/windows/designed/ui_{source.stem}.py"
        assert compiled(source) == target.read_text(encoding="utf-8"), source.name


def test_every_string_is_translated(tmp_path):
    update = runpy.run_path(str(ROOT / "packaging/translations.py"))["update"]
    now = tmp_path / "now.ts"
    update(now)

    def strings(path):
        return {
            (context.find("name").text, message.find("source").text): message.find("translation")
            for context in ET.parse(path).getroot().iter("context")
            for message in context.iter("message")
        }

    kept = strings(ROOT / "resources/translations/so_sang_kien_vi.ts")
    assert set(strings(now)) == set(kept)
    for source, translation in kept.items():
        assert translation.get("type") is None, source
        assert (translation.text or "").strip(), source
        names = re.findall(r"\{\w+\}", source[1])
        assert sorted(names) == sorted(re.findall(r"\{\w+\}", translation.text)), source


def test_tr_takes_constants_only():
    for path in (ROOT / "desktop_app/windows").rglob("*.py"):
        if "designed" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "tr"
            ):
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
            if isinstance(node, ast.JoinedStr):
                # lupdate does not look inside f-strings: such a text would stay English.
                inside = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
                assert "tr" not in inside, f"{path.name}:{node.lineno}"


HEAVY = ("sqlalchemy", "openpyxl", "docx", "docxtpl", "pyxform", "alembic", "PIL", "lxml")


def test_nothing_heavy_on_the_way_to_the_first_paint(tmp_path):
    program = (
        "import sys; import desktop_app.windows.application as a\n"
        "from desktop_app.windows.main_window import MainWindow\n"
        "app = a.make_application(); a.apply_theme(app); w = MainWindow(); w.show(); w.grab()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=env, check=True
    )
    assert done.stdout.strip() == "[]"


def test_references_to_none_and_true_are_not_lost(qtbot):
    """PySide6 6.12.0 on Python 3.11 loses one per call and ends the process."""

    class Sender(QObject):
        said = Signal(bool)

        def event(self, event):
            return super().event(event)

    sender, heard = Sender(), []
    sender.said.connect(heard.append)
    before = (sys.getrefcount(None), sys.getrefcount(True))
    for _round in range(2000):
        sender.said.emit(True)
        sender.parent()
        sender.property("nothing")
        heard.clear()
    after = (sys.getrefcount(None), sys.getrefcount(True))
    assert after[0] - before[0] > -500
    assert after[1] - before[1] > -500


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colours", "least"),
    [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7)],
    ids=["light", "dark", "contrast"],
)
def test_contrast_is_enough(colours, least):
    for name in {"text", "quiet", *STATE_COLOURS.values()}:
        for ground in ("card", "window"):
            assert contrast(getattr(colours, name), getattr(colours, ground)) >= least, (
                name,
                ground,
            )
    assert contrast(colours.on_accent, colours.accent) >= least
    for name in ("amber_soft", "green_soft", "blue_soft", "red_soft", "accent_soft"):
        assert contrast(colours.text, getattr(colours, name)) >= least


# Every screen


@pytest.fixture
def window(qtbot, qapp, tmp_path, clock, request):
    role, percent = request.param
    apply_theme(qapp, "light", percent)
    translators = install_language(qapp, "vi")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        sample.open_sample(workspace, role)
        tasks = BackgroundTasks()
        made = MainWindow()
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.begin(WindowContext(workspace, tasks, "vi", pytest.fail))
        made.show()
        yield made
        made.close()
        tasks.close()
    for translator in translators:
        qapp.removeTranslator(translator)
    apply_theme(qapp, "light", 100)


@pytest.mark.parametrize("window", [("team", 100), ("office", 100)], indirect=True, ids=str)
def test_the_rail_is_reached_by_keys(window, qtbot):
    from PySide6.QtCore import Qt

    listed = TEAM if window._context.workspace.own.role == "team" else OFFICE
    window.activateWindow()
    for number, place in enumerate(listed, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window._buttons[place.name].isChecked(), place.name


# Background work


def test_answers_come_back_or_their_owner_is_gone(qtbot):
    from desktop_app.errors import BadInput, Cancelled

    tasks = BackgroundTasks()
    owner, done, failed = QObject(), [], []

    def fail(_step):
        raise BadInput("SSK-108", name="x")

    for number in range(50):
        tasks.start(owner, lambda _s, n=number: n, on_success=done.append)
    tasks.start(owner, fail, on_success=done.append, on_failure=failed.append)
    qtbot.waitUntil(lambda: len(done) == 50 and len(failed) == 1)
    assert done == list(range(50))

    def long(step):
        for number in range(10**9):
            step(number, 10**9)

    task = tasks.start(owner, long, on_success=done.append, on_failure=failed.append)
    task.cancel()
    qtbot.waitUntil(lambda: len(failed) == 2)
    assert isinstance(failed[1], Cancelled)
    gone = QObject()
    tasks.start(gone, lambda _s: 1, on_success=done.append)
    import shiboken6

    shiboken6.delete(gone)
    tasks.close()
    assert len(done) == 50
