"""Hộp nhận: a large place to drop things on, then what became of each file and item."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop_app.windows.carried_words import moment_text
from desktop_app.windows.designed.ui_inbox_page import Ui_InboxPage
from desktop_app.windows.drives import sticks
from desktop_app.windows.icons import icon
from desktop_app.windows.inbox_matters import InboxMatters
from desktop_app.windows.intake_panel import IntakePanel
from desktop_app.windows.looks import soften
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, prepare
from desktop_app.windows.theme import em, scaled_font, tokens
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.services.inbox import InboxRow, IntakeResult

_LARGE, _SLIM = 11, 0


class _Row:
    """An earlier intake; lists are keyed by ``id``."""

    def __init__(self, row: "InboxRow") -> None:
        self.id, self.row = row.bundle_id, row


class InboxPage(Page):
    """Takes in the teams' bundles."""

    help_subject = "inbox"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._results = False
        self._form = form = Ui_InboxPage()
        form.setupUi(self)
        as_title(form.title)
        form.dropLabel.setFont(scaled_font(1.25, bold=True))
        form.historyLabel.setFont(scaled_font(1.1, bold=True))
        form.dropIcon.setPixmap(icon("inbox", tokens().accent, 48).pixmap(em(2.4), em(2.4)))
        self.panel = IntakePanel(context)
        form.panelPlace.addWidget(self.panel)
        self.matters = InboxMatters(context)
        form.panelPlace.addWidget(self.matters)
        self.setAcceptDrops(True)
        columns = (
            Column(self.tr("Taken in"), lambda r: self._moment(r.row), width=11),
            Column(self.tr("Unit"), lambda r: r.row.unit, stretch=True),
            Column(self.tr("File"), lambda r: self._what(r.row), width=9, extra=True),
            Column(self.tr("Initiatives"), lambda r: str(r.row.count), width=6, extra=True),
            Column(self.tr("New here"), lambda r: str(r.row.new), width=6),
            Column(
                self.tr("Set aside"),
                lambda r: str(r.row.quarantined or ""),
                width=6,
                extra=True,
            ),
        )
        self._history = RowsModel(columns)
        prepare(form.historyTable, self._history, columns)
        soften(form.historyTable)
        self._wire()
        self._show_results(False)

    def _wire(self) -> None:
        form = self._form
        form.reviewButton.setProperty("primary", True)
        form.filesButton.clicked.connect(self._choose_files)
        form.folderButton.clicked.connect(self._choose_folder)
        form.reviewButton.clicked.connect(lambda: self.go.emit("review", {}))
        form.historyButton.clicked.connect(lambda: self._show_results(False))
        self.panel.finished.connect(self._finished)
        self.matters.changed.connect(self.refresh)
        self.matters.taken.connect(self._taken_later)
        self.panel.opened.connect(lambda item: self.go.emit("review", {"open": item}))

    def _moment(self, row: "InboxRow") -> str:
        return moment_text(row.taken_in_at, self.workspace.now().tzinfo)

    def _what(self, row: "InboxRow") -> str:
        return self.tr("{kind} number {number}").format(kind=word(row.kind), number=row.sequence)

    # Showing

    def opened(self, **arguments: Any) -> None:
        """Offer the sticks that are in; ``files`` are taken in at once."""
        self._offer_sticks()
        self.refresh()
        first = self._form.sticks.itemAt(1)
        button = first.widget() if first is not None else None
        (button or self._form.filesButton).setFocus()
        if arguments.get("files"):
            self.take_in([Path(file) for file in arguments["files"]])
        if arguments.get("matter"):
            self.matters.show_list(arguments["matter"])

    def refresh(self) -> None:
        """Read the earlier intakes again."""
        from desktop_app.services import inbox

        self.matters.refresh()
        rows = inbox.history(self.workspace)
        self._history.show([_Row(row) for row in rows])
        self._form.historyTable.setVisible(bool(rows) and not self._results)
        self._form.noHistoryLabel.setVisible(not rows and not self._results)
        self._slim_down()

    def _slim_down(self) -> None:
        """Make the drop area a line when results, or what is to be looked at, need the room."""
        form, slim = self._form, self._results or not self.matters.isHidden()
        form.dropHint.setVisible(not slim)
        form.dropIcon.setVisible(not slim)
        form.drop.setMinimumHeight(em(_SLIM if slim else _LARGE))
        form.dropColumn.setContentsMargins(24, *((8, 24, 8) if slim else (20, 24, 20)))

    def _offer_sticks(self) -> None:
        row = self._form.sticks
        while row.count():
            item = row.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.deleteLater()
        row.addStretch(1)
        for drive in sticks():
            button = QPushButton(icon("usb", tokens().accent), self.tr("Take in stick {name}"))
            button.setText(button.text().format(name=drive.name))
            button.clicked.connect(lambda _on=False, path=drive.path: self.take_in([path]))
            row.addWidget(button)
        row.addStretch(1)

    def _show_results(self, results: bool) -> None:
        """Show what just came in, or the drop area over the earlier intakes."""
        form, self._results = self._form, results
        self._slim_down()
        self.panel.setVisible(results)
        for part in (form.historyLabel, form.historyTable, form.noHistoryLabel):
            part.setVisible(not results)
        form.historyButton.setVisible(results)
        form.reviewButton.setVisible(False)
        self._main_button(form.filesButton)
        if not results:
            self.refresh()

    def _main_button(self, button: QPushButton) -> None:
        """Fill the one primary button of the moment."""
        for each in (self._form.filesButton, self._form.reviewButton):
            each.setProperty("primary", each is button)
            each.style().polish(each)

    # Taking in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page; the drop area shows it."""
        if event.mimeData().hasUrls() and not self.panel.working.busy:
            event.acceptProposedAction()
            soft, line = tokens().accent_soft, tokens().accent
            self._form.drop.setStyleSheet(
                f"QFrame#drop {{ background: {soft}; border: 2px solid {line}; }}"
            )

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Back to rest."""
        self._form.drop.setStyleSheet("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        self._form.drop.setStyleSheet("")
        urls = event.mimeData().urls()
        self.take_in([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Take in bundles"))
        self.take_in([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Take in a folder or a stick"))
        if folder:
            self.take_in([Path(folder)])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files and folders as a background job that can be stopped."""
        if not paths or self.panel.working.busy:
            return
        self._show_results(True)
        for button in (self._form.filesButton, self._form.folderButton, self._form.historyButton):
            button.setEnabled(False)
        self.panel.take_in(paths)

    def _taken_later(self, result: "IntakeResult") -> None:
        """Show what came in after a key was confirmed, or when it was tried again."""
        self._show_results(True)
        self.panel.show_result(result)

    def _finished(self, result: "IntakeResult | None") -> None:
        form = self._form
        self.matters.refresh()
        for button in (form.filesButton, form.folderButton, form.historyButton):
            button.setEnabled(True)
        fresh = [
            item
            for file in (result.files if result else ())
            for item in file.items
            if item.intake in ("new", "newer")
        ]
        form.reviewButton.setVisible(bool(fresh))
        if fresh:
            text = self.tr("&Review {number} that came in").format(number=len(fresh))
            form.reviewButton.setText(text)
            self._main_button(form.reviewButton)
            form.reviewButton.setFocus()
        elif result is None:
            form.filesButton.setFocus()
        else:
            self.panel.tree.setFocus()
