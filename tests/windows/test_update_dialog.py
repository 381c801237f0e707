"""Update from a file, and the passphrase of a portable book, as a person meets them."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.exchange import signing, update_file
from desktop_app.services import program_swap
from desktop_app.services.updating import Running
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.passphrase_dialog import PassphraseDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.windows.update_dialog import UpdateDialog
from desktop_app.workspace import Workspace

SEED = b"5" * 32


@pytest.fixture
def place(qtbot, qapp):
    """Return a parent and a way to make a context."""
    apply_theme(qapp, "light")
    tasks = BackgroundTasks()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1366, 768)
    parent.show()
    yield parent, lambda book: WindowContext(book, tasks, "vi", pytest.fail)
    tasks.close()


@pytest.fixture
def program(tmp_path):
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    (folder / "so-sang-kien").write_text("old")
    return Running("0.1.0", "linux-x64", folder, signing.public_key(SEED))


def written(tmp_path, version, seed=SEED):
    built = tmp_path / "built"
    (built / "_internal").mkdir(parents=True, exist_ok=True)
    (built / "so-sang-kien").write_text("new")
    manifest = update_file.manifest_of(built, version, "linux-x64", "Sửa cách in phiếu.")
    target = tmp_path / f"{version}.update.zip"
    signature = signing.sign(seed, manifest, update_file.MANIFEST)
    update_file.write_update(target, built, manifest, signature)
    return target


def test_checked_said_and_made_ready(qtbot, place, team, program, tmp_path):
    parent, context = place
    dialog = UpdateDialog(context(team), parent, program)
    dialog.show()
    assert not dialog.ok_button.isEnabled()
    dialog.look_at(written(tmp_path, "0.2.0"))
    qtbot.waitUntil(dialog.ok_button.isEnabled, timeout=20_000)
    assert "0.2.0" in dialog.found.text()
    assert "Sửa cách in phiếu." in dialog.found.text()
    assert program_swap.waiting(program.folder) is None
    dialog.submit()
    qtbot.waitUntil(dialog.ok_button.isHidden, timeout=20_000)
    assert program_swap.waiting(program.folder) is not None
    assert (program.folder / "so-sang-kien").read_text() == "old"


def test_what_is_refused_cannot_be_taken(qtbot, place, team, program, tmp_path):
    parent, context = place
    dialog = UpdateDialog(context(team), parent, program)
    dialog.show()
    dialog.look_at(written(tmp_path, "0.2.0"))
    qtbot.waitUntil(dialog.ok_button.isEnabled, timeout=20_000)
    for file, code in (
        (written(tmp_path, "0.3.0", b"6" * 32), "SSK-981"),
        (written(tmp_path, "0.1.0"), "SSK-983"),
    ):
        dialog.look_at(file)
        qtbot.waitUntil(lambda code=code: code in dialog.problem.text(), timeout=20_000)
        assert not dialog.ok_button.isEnabled()


def test_a_new_passphrase_is_typed_twice(qtbot, place, tmp_path, clock):
    parent, context = place
    (tmp_path / "portable.txt").touch()
    with Workspace(tmp_path / "data", clock=clock) as book:
        dialog = PassphraseDialog(context(book), parent)
        dialog.show()
        dialog.first.setText("bốn chiếc xe đạp xanh")
        dialog.second.setText("bốn chiếc xe đạp đỏ")
        dialog.submit()
        assert dialog.problem.isVisible()
        assert not book.has_passphrase
        dialog.second.setText("bốn chiếc xe đạp xanh")
        with qtbot.waitSignal(dialog.accepted, timeout=20_000):
            dialog.submit()
        assert book.unlocked
    with Workspace(tmp_path / "data", clock=clock) as book:
        dialog = PassphraseDialog(context(book), parent)
        dialog.show()
        assert dialog.second is None
        dialog.first.setText("bốn chiếc xe đạp vàng")
        dialog.submit()
        qtbot.waitUntil(lambda: "SSK-605" in dialog.problem.text(), timeout=20_000)
        assert not book.unlocked
        dialog.first.setText("bốn chiếc xe đạp xanh")
        with qtbot.waitSignal(dialog.accepted, timeout=20_000):
            dialog.submit()
        assert book.unlocked
