"""Hàng chờ & gói: what waits, writing it into a bundle, bundles that left and their answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from desktop_app.domain.numbers import size_text
from desktop_app.windows.carried_words import initiatives_text
from desktop_app.windows.designed.ui_queue_page import Ui_QueuePage
from desktop_app.windows.export_dialog import ExportDialog, Outgoing
from desktop_app.windows.inbox_matters import InboxMatters
from desktop_app.windows.looks import soften
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.taken_dialog import TakenDialog
from desktop_app.windows.theme import scaled_font, tokens
from desktop_app.windows.words import day, word

if TYPE_CHECKING:
    from desktop_app.services.handover import BundleRow
    from desktop_app.services.queue import QueueItem

Index = QModelIndex | QPersistentModelIndex
_OVERDUE_DAYS = 5


class _WaitingModel(RowsModel):
    """What waits; what is held back cannot be ticked."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.row(index.row()).held_back:
            flags &= ~Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = 0) -> Any:
        held = self.row(index.row()).held_back
        if held and role == Qt.ItemDataRole.CheckStateRole:
            return None
        if held and role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(tokens().quiet)
        return super().data(index, role)


class QueuePage(Page):
    """Hands over what is complete and takes in what comes back."""

    help_subject = "queue"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_QueuePage()
        self._form.setupUi(self)
        as_title(self._form.title)
        self._items: Sequence[QueueItem] = ()
        self._withdrawn = 0
        self._make_tables()
        self.matters = InboxMatters(context)
        self.matters.changed.connect(self.refresh)
        self._form.column.insertWidget(1, self.matters)
        self.setAcceptDrops(True)
        form = self._form
        self._waiting.checks_changed.connect(self._tell_choice)
        form.bundlesTable.selectionModel().currentChanged.connect(lambda *_: self._buttons())
        form.exportButton.clicked.connect(self.export)
        form.againButton.clicked.connect(self._again)
        form.handedOverButton.clicked.connect(self._handed_over)
        more = QMenu(self)
        self.slip_action = more.addAction(self.tr("Handover &slip…"), self._slip)
        self.queue_again_action = more.addAction(self.tr("Hand in a&gain…"), self._queue_again)
        form.moreButton.setMenu(more)
        form.takeInButton.clicked.connect(self._choose_files)
        form.emptyButton.clicked.connect(lambda: self.go.emit("initiatives", {}))

    def _make_tables(self) -> None:
        waiting = (
            Column(self.tr("Title"), lambda row: row.title, stretch=True),
            Column(self.tr("Authors"), lambda row: row.authors, width=11, extra=True),
            Column(self.tr("Attached"), self._attached, width=6, extra=True),
            Column(self.tr("Waits since"), lambda row: day(row.queued_on), width=6.5, extra=True),
            Column(self.tr("Goes along?"), self._goes, self._goes_state, width=12),
        )
        self._waiting = _WaitingModel(waiting, checkable=True)
        prepare(self._form.waitingTable, self._waiting, waiting)
        bundles = (
            Column(self.tr("Bundle"), lambda row: str(row.sequence), width=4),
            Column(self.tr("Written"), lambda row: day(row.created_at), width=6.5, extra=True),
            Column(self.tr("Contents"), self._contents, stretch=True),
            Column(self.tr("Size"), lambda row: size_text(row.size), width=5, extra=True),
            Column(self.tr("State"), self._bundle_word, self._bundle_state, width=18),
        )
        self._bundles = RowsModel(bundles)
        prepare(self._form.bundlesTable, self._bundles, bundles)
        for view in (self._form.waitingTable, self._form.bundlesTable):
            soften(view)

    # What rows say

    def _held(self, item: "QueueItem") -> str:
        from desktop_app.services.drafting import finding_text

        return "; ".join(finding_text(found, self.context.language) for found in item.held_back)

    @staticmethod
    def _attached(item: "QueueItem") -> str:
        return size_text(item.size) if item.size else "–"

    def _goes(self, item: "QueueItem") -> str:
        if item.held_back:
            return self.tr("Held back: {why}").format(why=self._held(item))
        return self.tr("Yes")

    @staticmethod
    def _goes_state(item: "QueueItem") -> str:
        return "returned" if item.held_back else "accepted"

    @staticmethod
    def _contents(row: "BundleRow") -> str:
        return f"{initiatives_text(row.count)}: {'; '.join(row.titles)}"

    def _days_without_answer(self, row: "BundleRow") -> int:
        if row.handed_over_at is None:
            return 0
        zone = self.workspace.now().tzinfo
        return (self.workspace.today() - row.handed_over_at.astimezone(zone).date()).days

    def _bundle_word(self, row: "BundleRow") -> str:
        if row.state == "bundled":
            return self.tr("Written, not handed over yet")
        if row.state != "handed_over":
            return word(row.state)
        days = self._days_without_answer(row)
        if days < 1:
            return self.tr("Handed over today")
        return self.tr("Handed over, no answer for {days} days").format(days=days)

    def _bundle_state(self, row: "BundleRow") -> str:
        if row.state == "bundled":
            return "returned"
        if row.state == "handed_over" and self._days_without_answer(row) >= _OVERDUE_DAYS:
            return "returned"
        return "accepted" if row.state == "received" else row.state

    # Showing

    def opened(self, **arguments: Any) -> None:
        """Show the queue afresh; ``files`` are taken in at once."""
        # Set here: the style sheet takes the font of a part that was never shown back.
        for label in (self._form.waitingLabel, self._form.bundlesLabel):
            label.setFont(scaled_font(1.1, bold=True))
        self.refresh()
        if self._form.exportButton.isEnabled():
            self._form.exportButton.setFocus()
        else:
            self._form.takeInButton.setFocus()
        if arguments.get("files"):
            self.take_in([Path(file) for file in arguments["files"]])
        if arguments.get("matter"):
            self.matters.show_list(arguments["matter"])

    def refresh(self) -> None:
        """Read the queue and the bundles again; everything that can leave is ticked."""
        from desktop_app.services import handover, queue

        form = self._form
        self.matters.refresh()
        self._items = queue.list_queue(self.workspace)
        self._waiting.show(self._items, [item.id for item in self._items if not item.held_back])
        left = [
            row
            for row in handover.list_bundles(self.workspace)
            if row.direction == "out" and row.kind == "submission"
        ]
        self._bundles.show(left)
        form.stack.setCurrentWidget(form.waitingPart if self._items else form.emptyPart)
        form.bundlesStack.setCurrentWidget(form.bundlesPart if left else form.noBundlesPart)
        if left:
            form.bundlesTable.selectRow(0)
        self._tell_choice()
        self._buttons()

    def _chosen(self) -> list["QueueItem"]:
        ticked = set(self._waiting.checked)
        return [item for item in self._items if item.id in ticked]

    def _tell_choice(self) -> None:
        from desktop_app.services import handover, withdrawing

        chosen = self._chosen()
        self._withdrawn = len(withdrawing.untold(self.workspace))
        self._form.exportButton.setEnabled(bool(chosen) or self._withdrawn > 0)
        told = self.tr("{number} withdrawn, to be told").format(number=self._withdrawn)
        if not self._items:
            self._form.choiceLabel.setText(told if self._withdrawn else "")
            return
        office = handover.recipient(self.workspace)
        parts = [
            self.tr("{chosen} of {number} go along").format(
                chosen=len(chosen), number=len(self._items)
            ),
            self.tr("to {unit}").format(unit=office.unit_name)
            if office
            else self.tr("no unit card yet: not sealed"),
            *([told] if self._withdrawn else []),
        ]
        self._form.choiceLabel.setText(" · ".join(parts))

    def _buttons(self) -> None:
        row = current_row(self._form.bundlesTable)
        self._form.againButton.setVisible(row is not None)
        waiting = row is not None and row.state == "bundled"
        self._form.handedOverButton.setVisible(waiting)
        self._form.moreButton.setVisible(row is not None)
        undecided = row is not None and row.state in ("bundled", "handed_over", "partly_received")
        self.queue_again_action.setVisible(undecided)

    # Out

    def export(self) -> None:
        """Ask where, then write what is ticked."""
        from desktop_app.services import handover

        chosen = self._chosen()
        if not chosen and not self._withdrawn:
            return
        ids = [item.id for item in chosen]
        office = handover.recipient(self.workspace)
        self._open_dialog(
            Outgoing(
                len(chosen),
                sum(item.size for item in chosen),
                tuple(f"{i.title}: {self._held(i)}" for i in self._items if i.held_back),
                office.unit_name if office else "",
                office.fingerprint if office else "",
                lambda folder, wanted, step: handover.export_bundles(
                    self.workspace,
                    folder,
                    ids,
                    max_size=wanted.max_size,
                    unsealed=wanted.unsealed,
                    passphrase=wanted.passphrase,
                    step=step,
                ),
                lambda limit: handover.plan_export(self.workspace, ids, max_size=limit),
            )
        )

    def _again(self) -> None:
        from desktop_app.services import handover

        row = current_row(self._form.bundlesTable)
        if row is None:
            return
        bundle_id, sealed = row.id, handover.seal_of(self.workspace, row.id)
        self._open_dialog(
            Outgoing(
                row.count,
                row.size,
                (),
                sealed.recipient,
                sealed.fingerprint,
                lambda folder, wanted, step: [
                    handover.export_again(
                        self.workspace, bundle_id, folder, passphrase=wanted.passphrase, step=step
                    )
                ],
                needs_passphrase=sealed.by_passphrase,
            )
        )

    def _slip(self) -> None:
        from desktop_app.windows.slip_dialog import SlipDialog

        row = current_row(self._form.bundlesTable)
        if row is not None:
            SlipDialog(self.context, row.id, self).open()

    def _queue_again(self) -> None:
        """Ask, then put the reports of a bundle back into the queue."""
        from desktop_app.services import handover

        row = current_row(self._form.bundlesTable)
        if row is None:
            return
        bundle_id = row.id
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(
            self.tr("Hand in the reports of bundle {number} again?").format(number=row.sequence)
        )
        box.setInformativeText(
            self.tr(
                "For a new officer, or when the file was lost and no answer will come. Those that "
                "are not decided yet go back into the queue as they are."
            )
        )
        yes = box.addButton(self.tr("Back into the queue"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)

        def answered() -> None:
            if box.clickedButton() is yes:
                number = handover.queue_bundle_again(self.workspace, bundle_id)
                self.refresh()
                self.said.emit(self.tr("{number} reports wait again").format(number=number))

        box.finished.connect(answered)
        box.open()

    def _open_dialog(self, outgoing: Outgoing) -> None:
        dialog = ExportDialog(self.context, outgoing, self)
        dialog.written.connect(lambda _bundle: self.refresh())
        dialog.finished.connect(lambda _code: self.refresh())
        dialog.open()

    def _handed_over(self) -> None:
        from desktop_app.services import handover

        row = current_row(self._form.bundlesTable)
        if row is not None:
            handover.mark_handed_over(self.workspace, row.id)
            self.refresh()
            self.said.emit(self.tr("Bundle {number} handed over").format(number=row.sequence))

    # In

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        urls = event.mimeData().urls()
        self.take_in([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Take in an answer or a card"))
        self.take_in([Path(path) for path in paths])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in answers and cards; a dialog says what became of them."""
        if not paths:
            return
        dialog = TakenDialog(self.context, self)
        dialog.finished.connect(lambda _code: self.refresh())
        dialog.wanted.connect(lambda item: self.go.emit("initiatives", {"open": item}))
        dialog.open()
        dialog.panel.take_in(paths)
