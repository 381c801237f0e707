"""Lên cổng over the network: the queue of files, how far each is, what the server confirmed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.services.pace import Pace
from desktop_app.windows.carried_words import moment_text, reason_text
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.telling import ask
from desktop_app.windows.theme import em
from desktop_app.windows.upload_work import UploadWork

if TYPE_CHECKING:
    from desktop_app.services.portal_address import PortalAddress
    from desktop_app.services.uploading import UploadRow

_COLOURS = {
    "waiting": "draft",
    "sending": "bundled",
    "paused": "draft",
    "failed": "returned",
    "done": "accepted",
}
_LOOK_MS = 500
_PARTS = 1000


class UploadDialog(ListDialog):
    """The queue. Closed, sending goes on; with the program it stops and waits to be asked."""

    help_subject = "portal-upload"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("File"), lambda row: row.file.name, stretch=True),
            Column(self.tr("Size"), lambda row: size_text(row.size), width=7.5, extra=True),
            Column(self.tr("State"), self._state, lambda row: _COLOURS[row.state], width=13),
        )
        super().__init__(
            context,
            parent,
            self.tr("Send over the network"),
            self.tr(
                "Files go up one after another, and go on where they were after any break. A file "
                "counts as sent only when the server has confirmed it. Nothing is sent before "
                "“Send” is pressed."
            ),
            columns,
        )
        self._address: PortalAddress | None = None
        self._pace, self._of = Pace(), ("", "")
        self._sending = ""
        self._clock = QElapsedTimer()
        self._clock.start()
        self._build()
        fit_window(self, parent, 58, 44)
        self.work_beside = UploadWork.of(context)
        self.work_beside.changed.connect(self.refresh)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_pace)
        self.refresh()

    def _build(self) -> None:
        self.empty.setWordWrap(True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        self.where = QLabel()
        self.where.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the file is"))
        self.pace = QLabel()
        self.pace.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        tint(self.problem, "red")
        self.problem.hide()
        actions = QWidget()
        line = FlowLayout(actions)
        self.table.setMinimumHeight(em(7))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.setSpacing(12)
        for part in (self.where, self.table, self.empty, actions, self.detail):
            column.removeWidget(part)
            inner.addWidget(part, 1 if part is self.table else 0)
        for part in (self.bar, self.pace, self.problem):
            inner.addWidget(part)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(inside)
        column.insertWidget(column.indexOf(self.foot), self._scroll, 1)
        self._breaking = (self.where, actions, self.detail, self.pace, self.problem)
        self.send_button = self.add_button(
            self.tr("&Send"), self.send, primary=True, allowed=lambda _row: self._can_send()
        )
        self.package_button = self._action(line, self.tr("Add a &package"), self.add_package)
        self.files_button = self._action(line, self.tr("Add &files…"), self.choose_files)
        self.address_button = self._action(line, self.tr("&Address…"), self.edit_address)
        self.pause_button = self._row_action(
            line, self.tr("Pa&use"), self.pause, lambda row: row.state in ("waiting", "sending")
        )
        self.resume_button = self._row_action(
            line, self.tr("&Try again"), self.resume, lambda row: row.state in ("paused", "failed")
        )
        self.up_button = self._row_action(
            line, self.tr("Ea&rlier"), lambda: self._move(-1), lambda row: row.state != "done"
        )
        self.down_button = self._row_action(
            line, self.tr("&Later"), lambda: self._move(1), lambda row: row.state != "done"
        )
        self.remove_button = self._row_action(
            line, self.tr("Re&move"), self.remove, lambda row: row.state != "sending"
        )

    def _action(self, line: FlowLayout, text: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: clicked())
        line.addWidget(button)
        return button

    def _row_action(
        self,
        line: FlowLayout,
        text: str,
        clicked: Callable[[], None],
        allowed: Callable[[Any], bool],
    ) -> QPushButton:
        button = self.add_button(
            text, clicked, allowed=lambda row: row is not None and allowed(row)
        )
        self.foot.removeWidget(button)
        line.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_heights()

    def _keep_heights(self) -> None:
        """Give what breaks into lines its height: in a scrolled column Qt counts one line."""
        width = self._scroll.viewport().width() - 12
        for part in self._breaking:
            part.setMinimumHeight(max(0, part.heightForWidth(width)))

    # What is shown

    def refresh(self) -> None:
        """Read the queue and the address again."""
        from desktop_app.services.portal_address import portal_address
        from desktop_app.services.uploading import list_uploads, settle

        book, running = self.context.workspace, self.work_beside.running

        def read() -> "tuple[PortalAddress | None, tuple[UploadRow, ...]]":
            if not running:
                settle(book)
            return portal_address(book), list_uploads(book)

        self.context.tasks.start(
            self,
            lambda _step: read(),
            on_success=lambda both: self._show(*both),
            on_failure=self._told,
        )

    def _show(self, address: "PortalAddress | None", rows: tuple["UploadRow", ...]) -> None:
        self._address = address
        self.empty.setText(self.tr("Files on their way stand here. Begin with “Add a package”."))
        chosen = self.row.id if self.row is not None else ""
        self.show_rows(rows)
        if self.model.number_of(chosen) >= 0:
            self.table.selectRow(self.model.number_of(chosen))
        if address is None:
            self.where.setText(self.tr("No address yet. Enter the one you were given."))
        elif address.has_token:
            self.where.setText(self.tr("To {address}").format(address=address.address))
        else:
            self.where.setText(
                self.tr("To {address}, without a token").format(address=address.address)
            )
        going = self.work_beside.running
        self._sending = self._sending if going else ""
        (self._look.start if going else self._look.stop)()
        self.bar.setVisible(going)
        self.pace.setVisible(going)
        if going:
            self._show_pace()
        self._changed()

    def _show_pace(self) -> None:
        going = self.work_beside.going
        if going is None:
            self.bar.setRange(0, 0)
            self.pace.setText("")
            return
        if going.upload_id != self._sending:
            self._sending = going.upload_id
            self.refresh()
        self.bar.setRange(0, _PARTS)
        self.bar.setValue(going.done * _PARTS // max(1, going.whole))
        if going.rest:
            text = self.tr("The connection broke. Trying again by itself in {seconds} seconds.")
            self.pace.setText(text.format(seconds=round(going.rest)))
            return
        if (going.upload_id, going.phase) != self._of:
            self._pace, self._of = Pace(), (going.upload_id, going.phase)
        self._pace.see(self._clock.elapsed() / 1000, going.done)
        said = [
            self.tr("Comparing what arrived: {done} of {whole}")
            if going.phase == "comparing"
            else self.tr("Sent: {done} of {whole}")
        ]
        said[0] = said[0].format(done=size_text(going.done), whole=size_text(going.whole))
        if self._pace.rate:
            said.append(self.tr("{rate} a second").format(rate=size_text(round(self._pace.rate))))
        left = self._pace.seconds_left(going.whole)
        if left is not None and left < 90:
            said.append(self.tr("about {seconds} seconds left").format(seconds=left))
        elif left is not None:
            said.append(self.tr("about {minutes} minutes left").format(minutes=round(left / 60)))
        self.pace.setText(" · ".join(said))

    def _state(self, row: "UploadRow") -> str:
        if row.state == "paused" and row.sent:
            return " · ".join((self.tr("Paused"), f"{row.sent * 100 // row.size} %"))
        return {
            "waiting": self.tr("Waiting"),
            "sending": self.tr("Sending"),
            "paused": self.tr("Paused"),
            "failed": self.tr("To look at"),
            "done": self.tr("Sent, confirmed"),
        }[row.state]

    def _changed(self) -> None:
        super()._changed()
        failed = self.row is not None and self.row.state == "failed"
        self.resume_button.setText(self.tr("&Try again") if failed else self.tr("&Go on"))
        self._keep_heights()

    def detail_of(self, row: "UploadRow") -> str:
        """Return what the server confirmed, or what went wrong and what to do."""
        there = self._address is not None and self._address.address == row.address
        told = (row.file.name, size_text(row.size), *(() if there else (row.address,)))
        lines = [" · ".join(told)]
        if row.state == "done" and row.ended_at is not None:
            checked = {
                "whole": self.tr("Read back and compared whole, the same byte for byte."),
                "pieces": self.tr("Compared piece by piece; it cannot be read back there."),
                "length": self.tr("All bytes are there; the server lets nothing be compared."),
            }[row.checked]
            moment = moment_text(row.ended_at)
            lines.append(
                self.tr("Confirmed {moment}. {checked}").format(moment=moment, checked=checked)
            )
        elif row.reason and row.state != "sending":
            lines.append(reason_text(row.reason, row.facts, self.context.language))
        return "\n".join(lines)

    def _can_send(self) -> bool:
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        startable = any(row.state in ("waiting", "paused") for row in rows)
        return startable and not self.work_beside.running

    # What is done

    def _do(self, work: Callable[[], Any], then: Callable[[], None] | None = None) -> None:
        self.problem.hide()

        def ended(_result: Any) -> None:
            if then is not None:
                then()
            self.refresh()

        self.context.tasks.start(
            self, lambda _step: work(), on_success=ended, on_failure=self._told
        )

    def _told(self, error: Any) -> None:
        from desktop_app.messages import told

        self.problem.setText(told(error, self.context.language))
        self.problem.show()
        self._keep_heights()

    def send(self) -> None:
        """Send what waits; where nothing does, what was paused goes on."""
        from desktop_app.services import uploading

        book = self.context.workspace
        self._do(lambda: uploading.resume_all(book), self.work_beside.start)

    def add_package(self) -> None:
        """Write a package of what waits to go up, and queue it."""
        from desktop_app.services.package_upload import add_package

        self._with_address(lambda: add_package(self.context.workspace))

    def choose_files(self) -> None:
        """Ask for files."""
        chosen, _filter = QFileDialog.getOpenFileNames(self, self.tr("Files to send"))
        if chosen:
            self.add_files([Path(name) for name in chosen])

    def add_files(self, files: list[Path]) -> None:
        """Put files at the end of the queue."""
        from desktop_app.services.uploading import add_file

        book = self.context.workspace
        self._with_address(lambda: [add_file(book, file) for file in files])

    def _with_address(self, work: Callable[[], Any]) -> None:
        if self._address is None:
            self.edit_address(lambda: self._do(work))
        else:
            self._do(work)

    def edit_address(self, then: Callable[[], None] | None = None) -> None:
        """Open where files go and the token; go on with something once it is kept."""
        from desktop_app.windows.upload_address_dialog import UploadAddressDialog

        dialog = UploadAddressDialog(self.context, self, self._address)

        def closed(result: int) -> None:
            if result == QDialog.DialogCode.Accepted and then is not None:
                then()
            self.refresh()

        dialog.finished.connect(closed)
        dialog.open()

    def pause(self) -> None:
        """Leave the chosen file where it is."""
        from desktop_app.services import uploading

        row, book = self.row, self.context.workspace
        if row.state == "sending" and self.work_beside.running:
            self.work_beside.stop_current()
        else:
            self._do(lambda: uploading.pause(book, row.id))

    def resume(self) -> None:
        """Let the chosen file go on, now."""
        from desktop_app.services import uploading

        row, book = self.row, self.context.workspace
        self._do(lambda: uploading.resume(book, row.id), self.work_beside.start)

    def remove(self) -> None:
        """Ask, then take the chosen file out of the list."""
        from desktop_app.services import uploading

        row, book = self.row, self.context.workspace
        question = self.tr("Take {name} out of the list? The file itself stays.")
        if row.state == "done" or ask(
            self, question.format(name=row.file.name), self.tr("Take it out")
        ):
            self._do(lambda: uploading.remove(book, row.id))

    def _move(self, by: int) -> None:
        from desktop_app.services import uploading

        row, book = self.row, self.context.workspace
        self._do(lambda: uploading.move(book, row.id, by))
