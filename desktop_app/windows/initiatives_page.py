"""Sáng kiến: the list, filtered by state and searched without marks."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QMenu

from desktop_app.windows.designed.ui_initiatives_page import Ui_InitiativesPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.words import day, word

_FILTERS = (
    ("", ""),
    ("writing", "draft"),
    ("submission", "queued"),
    ("submission", "handed_over"),
    ("submission", "returned"),
    ("submission", "received"),
    ("submission", "accepted"),
    ("submission", "uploaded"),
)


_LISTS = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv")


class InitiativesPage(Page):
    """The list of initiatives; opens the editor."""

    help_subject = "initiatives"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_InitiativesPage()
        self._form.setupUi(self)
        as_title(self._form.title)
        columns = (
            Column(self.tr("Code"), lambda row: row.code, width=8.5, extra=True),
            Column(self.tr("Title"), lambda row: row.title or "–", stretch=True),
            Column(self.tr("Authors"), lambda row: row.authors, width=11, extra=True),
            Column(self.tr("State"), self._state_word, self._state, width=15),
            Column(self.tr("Changed"), lambda row: day(row.updated_at), width=6.5, extra=True),
        )
        self._model = RowsModel(columns)
        prepare(self._form.table, self._model, columns)
        self._next: Any = None
        self._discarded: str | None = None
        for track, state in _FILTERS:
            label = word(state) if track else self.tr("All initiatives")
            self._form.stateBox.addItem(label, (track, state))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(150)
        self._typing.timeout.connect(self._show)
        self._form.searchEdit.textChanged.connect(lambda _text: self._typing.start())
        self._form.stateBox.currentIndexChanged.connect(lambda _index: self._show())
        self._form.table.activated.connect(lambda _index: self._open())
        self._form.table.selectionModel().currentChanged.connect(lambda *_: self._buttons())
        self._model.near_end.connect(lambda: QTimer.singleShot(0, self, self._more))
        self._form.openButton.clicked.connect(self._open)
        self._form.newButton.clicked.connect(self.new)
        self._form.emptyButton.clicked.connect(self.new)
        self._form.importButton.clicked.connect(self._choose_file)
        self._form.emptyImportButton.clicked.connect(self._choose_file)
        self.setAcceptDrops(True)
        self._form.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._form.table.selectionModel().selectionChanged.connect(lambda *_: self._buttons())
        self._form.recognitionButton.setMenu(self._recognition_menu())
        self._form.discardButton.clicked.connect(self._discard)
        self._form.undoButton.clicked.connect(self._undo)

    @staticmethod
    def _state(row: Any) -> str:
        return str(row.submission if row.submission != "none" else row.writing)

    def _state_word(self, row: Any) -> str:
        return word(self._state(row))

    def opened(self, **arguments: Any) -> None:
        if arguments.get("new"):
            self.new()
            return
        if arguments.get("open"):
            self.go.emit("editor", {"id": arguments["open"]})
            return
        if arguments.get("recognition"):
            self._show()
            self._open_recognition(arguments["recognition"])
            return
        for track, state in _FILTERS:
            if track and arguments.get(track) == state:
                self._form.stateBox.setCurrentText(word(state))
        self._show()
        self._form.searchEdit.setFocus()

    def focus_search(self) -> None:
        """Put the cursor in the search field."""
        self._form.searchEdit.setFocus()
        self._form.searchEdit.selectAll()

    def _query(self) -> Any:
        from desktop_app.services.listing import Query

        track, state = self._form.stateBox.currentData()
        wanted = {track: state} if track else {}
        return Query(search=self._form.searchEdit.text(), **wanted)

    def _show(self) -> None:
        from desktop_app.services.listing import list_initiatives

        query = self._query()
        listing = list_initiatives(self.workspace, query)
        self._model.show(listing.rows)
        self._next = listing.next
        nothing = listing.total == 0 and not query.search and not any(query.states.values())
        self._form.stack.setCurrentWidget(self._form.emptyPart if nothing else self._form.listPart)
        self._form.countLabel.setText(
            self.tr("{number} initiatives").format(number=listing.total)
            if listing.total
            else ""
            if nothing
            else self.tr("Nothing fits. Try fewer words or another state.")
        )
        if listing.rows:
            self._form.table.selectRow(0)
        self._buttons()

    def _more(self) -> None:
        from desktop_app.services.listing import list_initiatives

        if self._next is not None:
            following, self._next = self._next, None
            page = list_initiatives(self.workspace, self._query(), following)
            self._model.add(page.rows)
            self._next = page.next

    def _buttons(self) -> None:
        row = current_row(self._form.table)
        self._form.openButton.setEnabled(row is not None)
        self._form.recognitionButton.setEnabled(row is not None)
        self._form.discardButton.setVisible(row is not None and row.revision == 0)
        self._form.undoButton.setVisible(self._discarded is not None)

    def _open(self) -> None:
        row = current_row(self._form.table)
        if row is not None:
            self.go.emit("editor", {"id": row.id})

    # Recognition by the establishment: of one, or of several in one session

    def _recognition_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, act in (
            (self.tr("Record of this initiative…"), self._recognise_one),
            (self.tr("Take in applications of those chosen…"), self._take_applications),
            (self.tr("Council session on those chosen…"), self._hold_session),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, act=act: act())
        return menu

    def _chosen(self) -> list[str]:
        """Return the chosen initiatives, in the order of the list."""
        rows = sorted(index.row() for index in self._form.table.selectionModel().selectedRows())
        return [self._model.row(number).id for number in rows]

    def _recognise_one(self) -> None:
        row = current_row(self._form.table)
        if row is not None:
            self._open_recognition(row.id)

    def _open_recognition(self, initiative_id: str) -> None:
        from desktop_app.windows.recognition_dialog import RecognitionDialog

        dialog = RecognitionDialog(self.context, self, initiative_id)
        dialog.changed.connect(lambda _id: self._show())
        dialog.open()

    def _take_applications(self) -> None:
        from desktop_app.windows.recognition_forms import FilingDialog

        dialog = FilingDialog(self.context, self, self._chosen())
        dialog.filed.connect(self._show)
        dialog.open()

    def _hold_session(self) -> None:
        from desktop_app.windows.session_dialog import SessionDialog

        dialog = SessionDialog(self.context, self, self._chosen())
        dialog.held.connect(self._show)
        dialog.open()

    def new(self) -> None:
        """Begin an initiative and open it."""
        from desktop_app.errors import AppError
        from desktop_app.services.drafting import new_initiative

        try:
            self.go.emit("editor", {"id": new_initiative(self.workspace)})
        except AppError as error:
            self.context.tell(error)

    # From what exists

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Take from a file"),
            "",
            self.tr("Word files and lists (*.docx *.doc *.xlsx *.xlsm *.xls *.csv *.tsv)"),
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, file: Path) -> None:
        """Show what of a worker's Word file, or which rows of a list, shall become drafts."""
        if file.suffix.lower() in _LISTS:
            from desktop_app.windows.registrations_dialog import RegistrationsDialog

            listed = RegistrationsDialog(self.context, file, self)
            listed.taken.connect(self._registered)
            listed.open()
            return
        from desktop_app.windows.word_import_dialog import WordImportDialog

        dialog = WordImportDialog(self.context, self.workspace, file, self)
        dialog.taken.connect(lambda taken: self.go.emit("editor", {"id": taken}))
        dialog.open()

    def _registered(self, number: int) -> None:
        self._show()
        self.said.emit(self.tr("{number} drafts are ready to be written").format(number=number))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _known_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for file in _known_files(event.mimeData())[:1]:
            event.acceptProposedAction()
            self.import_file(file)

    def _discard(self) -> None:
        from desktop_app.services.drafting import delete_draft

        row = current_row(self._form.table)
        if row is not None:
            delete_draft(self.workspace, row.id)
            self._discarded = row.id
            self._show()
            self.said.emit(self.tr("Draft discarded. “Undo” brings it back."))

    def _undo(self) -> None:
        from desktop_app.services.drafting import restore_draft

        if self._discarded is not None:
            restore_draft(self.workspace, self._discarded)
            self._discarded = None
            self._show()


def _known_files(data: QMimeData) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in (*_LISTS, ".docx", ".doc")]
