"""The queue of what goes up over the network, in the window: sent only when asked to."""

import threading

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.exchange.upload import tus
from desktop_app.services import portal_address, uploading
from desktop_app.services.upload_sending import Surroundings
from desktop_app.storage import uploads
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.windows.upload_address_dialog import UploadAddressDialog
from desktop_app.windows.upload_dialog import UploadDialog
from tests.upload.servers import TOKEN


@pytest.fixture
def context(office):
    tasks = BackgroundTasks()
    yield WindowContext(office, tasks, "vi", pytest.fail)
    tasks.close()


@pytest.fixture
def parent(qtbot, qapp):
    apply_theme(qapp, "light")
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    apply_theme(qapp, "light")


def settle(qtbot, context):
    def still():
        return not context.tasks.busy and not context.tasks.network.busy

    for _ in range(3):  # what ends may begin something else
        qtbot.waitUntil(still, timeout=20_000)


def opened(qtbot, context, parent):
    dialog = UploadDialog(context, parent)
    dialog.show()
    settle(qtbot, context)
    return dialog


def test_from_the_address_to_the_confirmation(qtbot, context, parent, office, proxy, file):
    dialog = opened(qtbot, context, parent)
    assert dialog.empty.isVisible() and not dialog.send_button.isEnabled()
    dialog.add_files([file])
    address = dialog.findChild(UploadAddressDialog)
    address.address_edit.setText("cong.example.vn")
    address.submit()
    settle(qtbot, context)
    assert "SSK-920" in address.problem.text() and address.isVisible()
    address.address_edit.setText(proxy.url("/guarded/"))
    address.try_button.click()
    settle(qtbot, context)
    assert "SSK-925" not in address.problem.text()  # the server tells that only of a file
    address.token_edit.setText(TOKEN)
    address.ok_button.click()
    settle(qtbot, context)
    assert dialog.row.state == "waiting" and proxy.url("/guarded/") in dialog.where.text()
    assert proxy.seen.count("POST") == 0
    dialog.send_button.click()
    settle(qtbot, context)
    assert dialog.row.state == "done" and not dialog.send_button.isEnabled()
    assert file.name in dialog.detail.text() and "20/11/2026" in dialog.detail.text()
    assert not dialog.bar.isVisible() and dialog.problem.isHidden()
    dialog.remove()
    settle(qtbot, context)
    assert dialog.empty.isVisible()


def test_what_failed_says_why_and_goes_on(qtbot, context, parent, office, proxy, file, monkeypatch):
    portal_address.set_portal_address(office, proxy.url("/guarded/"))
    dialog = opened(qtbot, context, parent)
    dialog.add_files([file])
    settle(qtbot, context)
    proxy.strike("413", 1)
    monkeypatch.setattr(Surroundings, "pause", lambda _self, _seconds: None)
    uploading.resume(office, dialog.row.id)
    dialog.work_beside.start()
    qtbot.waitUntil(lambda: dialog.row.state == "failed", timeout=20_000)
    settle(qtbot, context)
    assert "127.0.0.1" in dialog.detail.text() and file.name in dialog.detail.text()
    assert dialog.resume_button.isEnabled() and not dialog.pause_button.isEnabled()
    portal_address.keep_token(office, proxy.url("/guarded/"), TOKEN)
    proxy.strike("", 0)
    dialog.resume_button.click()
    settle(qtbot, context)
    assert dialog.row.state == "done"


def test_pausing_and_the_end_of_the_program(
    qtbot, context, parent, office, proxy, file, monkeypatch
):
    monkeypatch.setattr(tus, "_PIECE", 1000)
    reached, go_on = threading.Event(), threading.Event()

    def change(request, answer):
        if request.method == "PATCH":
            reached.set()
            go_on.wait(20)
        return answer

    proxy.change = change
    portal_address.set_portal_address(office, proxy.url())
    dialog = opened(qtbot, context, parent)
    dialog.add_files([file])
    settle(qtbot, context)
    dialog.send()
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: dialog.row.state == "sending", timeout=20_000)
    assert dialog.pause_button.isEnabled() and not dialog.remove_button.isEnabled()
    dialog.pause_button.click()
    qtbot.waitUntil(lambda: dialog.row.state == "paused", timeout=20_000)
    settle(qtbot, context)
    reached.clear()
    dialog.send_button.click()
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    dialog.close()
    context.tasks.close()  # as at the end of the program; it does not wait for the server
    go_on.set()
    assert uploading.list_uploads(office)[0].state == "paused"
    row = uploading.list_uploads(office)[0]
    with office.database.write() as session:  # as a killed program leaves it
        uploads.change(session, row.id, state="sending")
    count = proxy.count
    again = WindowContext(office, BackgroundTasks(), "vi", pytest.fail)
    later = opened(qtbot, again, parent)
    assert later.row.state == "paused" and later.send_button.isEnabled()
    again.tasks.close()
    assert proxy.count == count  # nothing is sent because a window opens
