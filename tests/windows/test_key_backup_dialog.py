"""The key's dialog: a backup made, printed, tried and brought back; work beside the window."""

import threading

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop_app.exchange.key_backup import KeyBackup, KeyOwner
from desktop_app.exchange.key_paper_words import paper_lines
from desktop_app.exchange.keys import make_keys
from desktop_app.services import handover, key_backup
from desktop_app.windows import key_backup_dialog
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.key_backup_dialog import KeyBackupDialog
from desktop_app.windows.key_source_dialog import KeySource, KeySourceDialog, PassphraseDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.settings_page import SettingsPage
from desktop_app.windows.sheet_dialog import SheetDialog
from desktop_app.windows.slip_dialog import SlipDialog
from tests.samples import ready

WORDS = "bốn từ chẳng liên quan"


@pytest.fixture
def context(office):
    tasks, told = BackgroundTasks(), []
    yield WindowContext(office, tasks, "vi", told.append)
    tasks.close()
    assert told == []


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


@pytest.fixture
def dialog(context, parent):
    made = KeyBackupDialog(context, parent)
    made.show()
    return made


def wait(qtbot, context):
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=60_000)


def text_of(keys):
    return "\n".join(" ".join(line) for line in paper_lines(keys))


def test_a_backup_is_made_and_tried(dialog, context, office, files, qtbot, monkeypatch):
    card = key_backup.key_card(office)
    assert dialog._words.text() == card.words
    assert "no backup" in dialog._state.text()
    where = []
    real = key_backup.back_up
    monkeypatch.setattr(
        key_backup,
        "back_up",
        lambda *given: (where.append(threading.current_thread()), real(*given))[1],
    )
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(files / "khoa.age"), "")
    )
    dialog.file_button.click()
    (asking,) = dialog.findChildren(PassphraseDialog)
    asking.first.setText(WORDS)
    asking.second.setText(WORDS)
    asking.act_button.click()
    assert dialog.working.busy
    assert not dialog.file_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible(), "not closed under the work"
    wait(qtbot, context)
    assert where[0] is not threading.main_thread()
    assert "not tried" in dialog._state.text()
    assert "khoa.age" in dialog._said.text()
    dialog.drill_button.click()
    (asking,) = dialog.findChildren(KeySourceDialog)
    asking.file_edit.setText(str(files / "khoa.age"))
    asking.passphrase_edit.setText("another passphrase")
    asking.act_button.click()
    wait(qtbot, context)
    assert "SSK-605" in dialog._said.text()
    dialog.try_backup(KeySource(files / "khoa.age", WORDS))
    wait(qtbot, context)
    assert "works" in dialog._said.text()
    assert "spare" not in dialog._said.text()
    assert "tried on" in dialog._state.text()


def test_a_weak_or_mistyped_passphrase_stays_in_its_dialog(context, parent):
    asking = PassphraseDialog(context, parent)
    asking.show()
    for first, second, code in (("ngắn", "ngắn", "600"), (WORDS, WORDS[1:], "621")):
        asking.first.setText(first)
        asking.second.setText(second)
        asking.act_button.click()
        assert f"SSK-{code}" in asking.problem.text()
        assert asking.isVisible()
    assert asking.first.echoMode() is QLineEdit.EchoMode.Password


def test_words_are_checked_while_they_can_be_mended(context, parent, office):
    asking = KeySourceDialog(context, parent, title="Try", act="Try")
    asking.show()
    asking.act_button.click()
    assert "SSK-622" in asking.problem.text()
    asking.tabs.setCurrentIndex(1)
    asking.words_edit.setPlainText(text_of(office.keys).replace(" ", " x", 1))
    asking.act_button.click()
    assert "SSK-612" in asking.problem.text()
    assert asking.isVisible()
    asking.words_edit.setPlainText(text_of(office.keys))
    source = asking.source
    asking.act_button.click()
    assert not asking.isVisible()
    assert source.opened().keys == office.keys
    assert office.keys.age_identity not in repr(source)
    assert source.words not in repr(source)


def test_the_paper_is_shown_printed_and_remembered(dialog, context, office, qtbot, tmp_path):
    dialog.paper_button.click()
    (sheet,) = dialog.findChildren(SheetDialog)
    wait(qtbot, context)
    assert sheet.view.page_count == 1
    assert key_backup.key_card(office).made_at is None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sheet.print_on(printer)
    wait(qtbot, context)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert key_backup.key_card(office).made_at is not None
    sheet.close()
    qtbot.waitUntil(lambda: "not tried" in dialog._state.text())


def test_another_key_is_put_in_place_only_when_agreed_to(
    dialog, context, office, qtbot, monkeypatch
):
    other, first = make_keys(), office.keys
    answers, changed = [False, True], []
    monkeypatch.setattr(key_backup_dialog, "ask", lambda *_a: answers.pop(0))
    dialog.changed.connect(lambda: changed.append(office.keys))
    dialog.bring_back(KeySource(words=text_of(other)))
    qtbot.waitUntil(lambda: answers == [True] and not context.tasks.busy)
    assert office.keys == first
    assert "SSK-620" in dialog._said.text()
    dialog.bring_back(KeySource(words=text_of(other)))
    qtbot.waitUntil(lambda: bool(changed))
    assert office.keys == other
    assert dialog._words.text() == key_backup.key_card(office).words
    assert first.age_identity in office.identities


def test_without_readable_keys_only_restoring_is_offered(context, parent, office, qtbot):
    keys, own = office.keys, office.own
    office.__dict__.pop("keys", None)
    (office.folder / "keys" / "keys.json").write_text("broken")
    dialog = KeyBackupDialog(context, parent)
    dialog.show()
    assert "SSK-450" in dialog._said.text()
    assert not dialog.file_button.isEnabled()
    assert dialog.restore_button.isEnabled()
    owner = KeyOwner(own.role, own.unit_id, own.code, own.name)

    class Source(KeySource):
        def opened(self):
            return KeyBackup(keys, None, owner, None)

    dialog.bring_back(Source())
    wait(qtbot, context)
    assert office.keys == keys
    assert dialog.file_button.isEnabled()


def test_settings_open_the_key_and_show_the_new_one(context, office, qtbot):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.opened()
    page._form.keyButton.click()
    (dialog,) = page.findChildren(KeyBackupDialog)
    own = office.own
    owner = KeyOwner(own.role, own.unit_id, own.code, own.name)
    key_backup.restore(office, KeyBackup(make_keys(), None, owner, None))
    dialog.changed.emit()
    assert page._form.wordsEdit.text() == key_backup.key_card(office).words


def test_settings_open_the_key_also_when_it_cannot_be_read(context, office, qtbot):
    office.__dict__.pop("keys", None)
    (office.folder / "keys" / "keys.json").write_text("broken")
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.opened()
    assert page._form.wordsEdit.text() == ""
    page._form.keyButton.click()
    (dialog,) = page.findChildren(KeyBackupDialog)
    assert dialog.restore_button.isEnabled()


def test_the_slip_of_a_bundle_is_shown_and_saved(team, files, parent, qtbot):
    ready(team)
    bundle = handover.export_bundle(team, files)
    tasks = BackgroundTasks()
    context = WindowContext(team, tasks, "vi", pytest.fail)
    dialog = SlipDialog(context, bundle.bundle_id, parent)
    dialog.show()
    assert not dialog.print_button.isEnabled()
    wait(qtbot, context)
    assert dialog.view.page_count == 1
    assert dialog.print_button.isEnabled()
    dialog.save_to(files / "phieu")
    wait(qtbot, context)
    assert (files / "phieu.pdf").read_bytes().startswith(b"%PDF-")
    assert "phieu.pdf" in dialog._said.text()
    tasks.close()


def test_a_slip_that_cannot_be_is_told(team, parent, qtbot):
    tasks = BackgroundTasks()
    context = WindowContext(team, tasks, "vi", pytest.fail)
    dialog = SlipDialog(context, "nothing", parent)
    dialog.show()
    wait(qtbot, context)
    assert "SSK-513" in dialog._said.text()
    assert not dialog.print_button.isEnabled()
    tasks.close()
