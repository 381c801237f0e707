"""Handing over: from the queue to "the stick can be taken out", and what comes back."""

import dataclasses
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop_app.domain.findings import Finding, Weight
from desktop_app.services import handover, queue, receipts, review, setup
from desktop_app.services.drafting import QuestionComment
from desktop_app.windows.export_dialog import ExportDialog, Outgoing
from desktop_app.windows.queue_page import QueuePage
from desktop_app.windows.taken_dialog import TakenDialog
from desktop_app.workspace import Workspace
from tests.samples import ready

LEFT = Qt.MouseButton.LeftButton


def dialog_of(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def click_export(page, qtbot):
    qtbot.mouseClick(page._form.exportButton, LEFT)
    return dialog_of(ExportDialog)


def test_from_the_queue_to_a_verified_stick_in_three_operations(show, qtbot, team, stick):
    ready(team, 1)
    ready(team, 2)
    page = show(QueuePage, team)  # 1: the rail
    dialog = click_export(page, qtbot)  # 2
    assert dialog.destination.folder == stick
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)  # 3
    qtbot.waitUntil(lambda: dialog._form.donePart.isVisible(), timeout=10_000)
    [bundle] = [row for row in handover.list_bundles(team) if row.direction == "out"]
    assert (stick / bundle.file_name).stat().st_size == bundle.size
    shown = " ".join(
        dialog._form.slipRows.itemAt(row, dialog._form.slipRows.ItemRole.FieldRole).widget().text()
        for row in range(dialog._form.slipRows.rowCount())
    )
    assert bundle.file_name in shown
    assert bundle.inner_sha256[:4] in shown
    assert dialog._form.doneTitle.text() == "The stick can be taken out"
    assert bundle.state == "bundled"
    qtbot.mouseClick(dialog._form.handedOverButton, LEFT)
    [bundle] = [row for row in handover.list_bundles(team) if row.direction == "out"]
    assert bundle.state == "handed_over"
    assert page._form.stack.currentWidget() is page._form.emptyPart


def test_only_what_is_ticked_goes(show, qtbot, team, stick):
    first, second = ready(team, 1), ready(team, 2)
    page = show(QueuePage, team)
    model = page._form.waitingTable.model()
    number = model.number_of(first)
    assert model.checked == [item.id for item in queue.list_queue(team)]
    model.setData(model.index(number, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog = click_export(page, qtbot)
    dialog.write()
    qtbot.waitUntil(lambda: dialog._form.donePart.isVisible(), timeout=10_000)
    dialog.accept()
    assert [item.id for item in queue.list_queue(team)] == [first]
    assert model.number_of(first) == 0
    assert model.number_of(second) == -1


def test_what_is_held_back_cannot_be_ticked_and_says_why(show, qtbot, team, stick, monkeypatch):
    ready(team, 1)
    ready(team, 2)
    why = Finding("SSK-706", Weight.BLOCKING, ("authors", 0, "consent"), {"name": "Lò Thị Pành"})
    first, second = queue.list_queue(team)
    held = (dataclasses.replace(first, held_back=(why,)), second)
    monkeypatch.setattr(queue, "list_queue", lambda _workspace: held)
    page = show(QueuePage, team)
    model = page._form.waitingTable.model()
    assert model.checked == [second.id]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert "Lò Thị Pành" in model.index(0, 4).data()
    dialog = click_export(page, qtbot)
    assert "Lò Thị Pành" in dialog._form.heldLabel.text()
    dialog.reject()


def test_without_a_card_nothing_leaves_before_the_warning_is_agreed_to(
    show, qtbot, tmp_path, clock, stick
):
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "Công đoàn cơ sở Công ty Giày Sông Cầu", "GSC")
        ready(alone, 1)
        page = show(QueuePage, alone)
        dialog = click_export(page, qtbot)
        assert dialog._form.openCard.isVisible()
        assert not dialog._form.writeButton.isEnabled()
        dialog.write()
        assert dialog._form.wherePart.isVisible()
        qtbot.keyClick(dialog._form.openBox, Qt.Key.Key_Space)
        qtbot.mouseClick(dialog._form.writeButton, LEFT)
        qtbot.waitUntil(lambda: dialog._form.donePart.isVisible(), timeout=10_000)
        dialog.accept()
        page.context.tasks.close()


def test_stopping_leaves_nothing_and_says_so(show, qtbot, team, stick):
    ready(team, 1)
    page = show(QueuePage, team)
    begun = []

    def endless(_folder, _unsealed, step):
        while True:
            begun.append(1)
            step(1, 3_000_000_000)

    dialog = ExportDialog(page.context, Outgoing(1, 0, (), "CĐ", "bốn từ", endless), page)
    dialog.open()
    dialog.write()
    qtbot.waitUntil(lambda: bool(begun))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog._form.problem.isVisible())
    assert "SSK-001" in dialog._form.problem.text()
    assert dialog._form.writeButton.isVisible()
    assert list(stick.iterdir()) == []
    dialog.reject()


def test_a_lost_stick_is_told_and_the_queue_is_whole(show, qtbot, team, stick):
    ready(team, 1)
    page = show(QueuePage, team)
    dialog = click_export(page, qtbot)
    stick.rmdir()
    qtbot.mouseClick(dialog._form.writeButton, LEFT)
    qtbot.waitUntil(lambda: dialog._form.problem.isVisible(), timeout=10_000)
    assert "(SSK-4" in dialog._form.problem.text()
    assert len(queue.list_queue(team)) == 1
    dialog.reject()


def test_export_again_gives_the_same_mark(show, qtbot, team, stick):
    ready(team, 1)
    first = handover.export_bundle(team, stick)
    page = show(QueuePage, team)
    qtbot.mouseClick(page._form.againButton, LEFT)
    dialog = dialog_of(ExportDialog)
    dialog.write()
    qtbot.waitUntil(lambda: dialog._form.donePart.isVisible(), timeout=10_000)
    assert dialog.bundles[0].inner_sha256 == first.inner_sha256
    dialog.accept()


def test_a_bundle_without_answer_tells_its_days(show, team, stick, clock):
    ready(team, 1)
    bundle = handover.export_bundle(team, stick)
    handover.mark_handed_over(team, bundle.bundle_id)
    clock.now += timedelta(days=6)
    page = show(QueuePage, team)
    assert "6" in page._form.bundlesTable.model().index(0, 4).data()


def test_a_returned_report_comes_back_and_opens(show, qtbot, team, office, handed_in, files):
    review.decide(
        office, handed_in[0], "returned", "", [QuestionComment("novelty", "Nêu rõ điểm mới.")]
    )
    [answer] = receipts.export_receipts(office, files)
    page = show(QueuePage, team)
    wanted = []
    page.go.connect(lambda name, arguments: wanted.append((name, arguments)))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(answer.path))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    dialog = dialog_of(TakenDialog)
    qtbot.waitUntil(lambda: dialog.open_button.isVisible(), timeout=10_000)
    qtbot.keyClick(dialog.open_button, Qt.Key.Key_Space)
    assert wanted == [("initiatives", {"open": handed_in[0]})]


def test_a_strange_file_is_refused_in_words(show, qtbot, team, tmp_path, monkeypatch):
    strange = tmp_path / "ảnh cưới.zip"
    strange.write_text("không phải gói")
    page = show(QueuePage, team)
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", staticmethod(lambda *_a: ([str(strange)], ""))
    )
    qtbot.mouseClick(page._form.takeInButton, LEFT)
    dialog = dialog_of(TakenDialog)
    qtbot.waitUntil(lambda: dialog.panel.tree.isVisible(), timeout=10_000)
    line = dialog.panel.tree.topLevelItem(0)
    reasons = " ".join(line.child(n).text(0) for n in range(line.childCount()))
    assert "(SSK-" in reasons
    assert not dialog.open_button.isVisible()
    dialog.accept()


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_a_small_screen(show, team, percent, qapp):
    from desktop_app.windows.theme import apply_theme

    apply_theme(qapp, "light", percent)
    page = show(QueuePage, team)
    assert page.minimumSizeHint().width() <= 1176
    assert page.minimumSizeHint().height() <= 700


def test_what_will_be_written_is_said_before_and_a_limit_splits_it(show, qtbot, team, stick):
    from tests.services.test_carrying import with_file

    for number in (1, 2, 3):
        with_file(team, number, 700_000)
    page = show(QueuePage, team)
    dialog = click_export(page, qtbot)
    form = dialog._form
    qtbot.waitUntil(lambda: "One file" in form.planLabel.text(), timeout=10_000)
    form.splitBox.addItem("2,1 MB", 2_100_000)
    form.splitBox.setCurrentIndex(form.splitBox.count() - 1)
    form.splitBox.activated.emit(form.splitBox.currentIndex())
    qtbot.waitUntil(lambda: "2 files" in form.planLabel.text(), timeout=10_000)
    dialog.write()
    qtbot.waitUntil(lambda: form.donePart.isVisible(), timeout=20_000)
    assert [b.count for b in dialog.bundles] == [2, 1]
    assert all(bundle.path.stat().st_size <= 2_100_000 for bundle in dialog.bundles)
    qtbot.mouseClick(form.handedOverButton, LEFT)
    rows = [row for row in handover.list_bundles(team) if row.direction == "out"]
    assert [row.state for row in rows] == ["handed_over", "handed_over"]


def test_a_stick_that_cannot_hold_large_files_splits_by_itself(show, qtbot, team, stick):
    from desktop_app.windows import drives
    from desktop_app.windows.drives import Drive, largest_file_of

    assert largest_file_of(b"vfat") == drives.LARGEST_ON_FAT == 4_294_967_295
    assert largest_file_of(b"exfat") is None
    ready(team, 1)
    page = show(QueuePage, team)
    seen = []

    def plan(most):
        seen.append(most)
        return handover.plan_export(team, max_size=most)

    outgoing = Outgoing(1, 0, (), "CĐ", "bốn từ", lambda *_a: [], plan)
    dialog = ExportDialog(page.context, outgoing, page)
    small = Drive("USB FAT", stick, 8 * 10**9, True, drives.LARGEST_ON_FAT)
    dialog.destination._look = lambda: (small,)
    dialog.destination._drives = None
    dialog.destination.refresh()
    qtbot.waitUntil(lambda: drives.LARGEST_ON_FAT in seen, timeout=10_000)
    assert dialog._max_size == drives.LARGEST_ON_FAT
    dialog.deleteLater()


def test_without_a_card_a_passphrase_seals_it(show, qtbot, tmp_path, clock, stick):
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "Công đoàn cơ sở Công ty Giày Sông Cầu", "GSC")
        ready(alone, 1)
        page = show(QueuePage, alone)
        dialog = click_export(page, qtbot)
        form = dialog._form
        form.passphraseEdit.setText("ngắn")
        assert not form.writeButton.isEnabled()
        form.passphraseEdit.setText("bốn từ không liên quan")
        assert form.writeButton.isEnabled()
        dialog.write()
        qtbot.waitUntil(lambda: form.donePart.isVisible(), timeout=20_000)
        assert dialog.bundles[0].sealed
        dialog.accept()
        # Once more: only with a passphrase again, nothing else is offered.
        page._again()
        again = dialog_of(ExportDialog)
        assert not again._form.openBox.isVisible()
        assert not again._form.writeButton.isEnabled()
        again.reject()
        page.context.tasks.close()


def test_an_open_bundle_is_written_again_as_it_was(show, qtbot, tmp_path, clock, stick):
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "Công đoàn cơ sở Công ty Giày Sông Cầu", "GSC")
        ready(alone, 1)
        handover.export_bundle(alone, stick, unsealed=True)
        page = show(QueuePage, alone)
        page._again()
        again = dialog_of(ExportDialog)
        assert not again._form.passphraseEdit.isVisible()
        assert again._form.openBox.isVisible()
        again.reject()
        page.context.tasks.close()


def test_a_handed_over_bundle_goes_back_into_the_queue(show, qtbot, team, stick):
    initiative_id = ready(team, 1)
    bundle = handover.export_bundle(team, stick)
    handover.mark_handed_over(team, bundle.bundle_id)
    page = show(QueuePage, team)
    page.queue_again_action.trigger()
    (box,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    (yes,) = (b for b in box.buttons() if "queue" in b.text())
    qtbot.mouseClick(yes, LEFT)
    assert [item.id for item in queue.list_queue(team)] == [initiative_id]


def test_the_slip_of_a_bundle_can_be_seen(show, qtbot, team, stick):
    from desktop_app.windows.slip_dialog import SlipDialog

    ready(team, 1)
    page = show(QueuePage, team)
    dialog = click_export(page, qtbot)
    dialog.write()
    qtbot.waitUntil(lambda: dialog._form.donePart.isVisible(), timeout=20_000)
    qtbot.mouseClick(dialog._form.slipButton, LEFT)
    slip = dialog_of(SlipDialog)
    qtbot.waitUntil(lambda: slip.view.page_count == 1, timeout=10_000)
    slip.reject()
    dialog.accept()
    page.slip_action.trigger()
    dialog_of(SlipDialog).reject()


def test_a_withdrawn_report_is_told_with_a_bundle_of_its_own(show, qtbot, team, stick):
    from desktop_app.services import withdrawing
    from desktop_app.windows.editor.editor_page import EditorPage

    initiative_id = ready(team, 1)
    handover.export_bundle(team, stick)
    editor = show(EditorPage, team, id=initiative_id)
    qtbot.waitUntil(lambda: editor.tools.withdraw_action.isEnabled(), timeout=10_000)
    editor.tools.withdraw()
    editor.tools.dialog.setTextValue("Tác giả rút lại đồng ý.")
    editor.tools.dialog.accept()
    assert len(withdrawing.untold(team)) == 1
    page = show(QueuePage, team)
    assert "1" in page._form.choiceLabel.text()
    dialog = click_export(page, qtbot)
    dialog.write()
    qtbot.waitUntil(lambda: dialog._form.donePart.isVisible(), timeout=20_000)
    assert withdrawing.untold(team) == ()
    dialog.accept()
    assert not page._form.exportButton.isEnabled()
