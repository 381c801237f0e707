"""The office's own server: tried, the book moved there or back, or joined from a new computer."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.services import office_server
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.telling import ask
from desktop_app.windows.theme import READ_BACK, TITLE, em, scaled_font
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.office_server import Moved, ServerState


class OfficeServerDialog(QDialog):
    """Shows what fits this computer: move the book, take it back, or join the office's book."""

    help_subject = "office-server"

    moved = Signal()
    """The book of this window is another one now: every page reads it afresh."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Server of the office"))
        self._context, self._book = context, context.workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        title = QLabel(self.tr("Server of the office"))
        title.setFont(scaled_font(TITLE, bold=True))
        column.addWidget(title)
        self.explain, self.said, self.words = QLabel(), QLabel(), QLabel()
        for label in (self.explain, self.said, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setFont(scaled_font(READ_BACK, bold=True))
        self.working = Working(context)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self.working)
        column.addLayout(self._foot())
        fit_window(self, parent, 46, 36)
        self._show()

    # Laying out

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.fields = self._fields()
        for part in (self.explain, self.fields, self.said, self.words):
            column.addWidget(part)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Server of the office"))
        scroll.setWidget(inside)
        return scroll

    def _fields(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        form = QFormLayout(card)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.address_edit = self._line(self.tr("Address of the server"))
        self.address_edit.setPlaceholderText("postgresql://may-chu:5432/so_sang_kien")
        self.user_edit = self._line(self.tr("User on the server"))
        self.password_edit = self._line(self.tr("Password"))
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.name_edit = self._line(self.tr("Your name"))
        self.files_edit = self._line(self.tr("Shared folder for files"))
        self.files_edit.setPlaceholderText(self.tr("none: files are kept on the server"))
        self.folder_button = QPushButton(self.tr("C&hoose…"))
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._choose_folder)
        files = QHBoxLayout()
        files.addWidget(self.files_edit, 1)
        files.addWidget(self.folder_button)
        form.addRow(self.tr("&Address"), self.address_edit)
        form.addRow(self.tr("&User"), self.user_edit)
        form.addRow(self.tr("&Password"), self.password_edit)
        form.addRow(self.tr("Your &name"), self.name_edit)
        form.addRow(self.tr("Shared folder"), files)
        return card

    @staticmethod
    def _line(name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setMinimumWidth(em(14))
        return edit

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.officers_button = QPushButton(self.tr("&Officers…"))
        self.try_button = QPushButton(self.tr("&Try the connection"))
        self.close_button = QPushButton(self.tr("&Close"))
        self.back_button = QPushButton(self.tr("Take the book &back here…"))
        self.main_button = QPushButton()
        self.main_button.setProperty("primary", True)
        self._buttons = (
            self.officers_button,
            self.back_button,
            self.try_button,
            self.close_button,
            self.main_button,
        )
        for button, done in zip(
            self._buttons,
            (self.open_officers, self.take_back, self.try_it, self.reject, self.go_on),
            strict=True,
        ):
            button.setAutoDefault(False)
            button.clicked.connect(done)
        foot.addWidget(self.officers_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        for button in (self.try_button, self.close_button, self.main_button):
            foot.addWidget(button)
        return foot

    # What stands there

    @property
    def joins(self) -> bool:
        """Whether this computer has no book yet and would join the office's."""
        return not self._book.started

    def _show(self) -> None:
        link = self._book.link
        on_server = link is not None
        self.fields.setVisible(not on_server)
        self.officers_button.setVisible(on_server)
        self.back_button.setVisible(on_server)
        self.try_button.setVisible(not on_server)
        self.main_button.setVisible(not on_server)
        self.words.setVisible(bool(self.words.text()))
        if link is not None:
            officer = self._book.officer
            text = self.tr("The book is on {address}. You are {name} there.")
            name = officer.name if officer is not None else "?"
            self.explain.setText(text.format(address=link.url, name=name))
            return
        if self.joins:
            self.main_button.setText(self.tr("&Ask to join"))
            self.explain.setText(
                self.tr(
                    "Open the book your office keeps on its server. A head of the book compares "
                    "four words with you by phone and lets this computer in."
                )
            )
            return
        self.main_button.setText(self.tr("&Move the book there"))
        self.explain.setText(
            self.tr(
                "Several officers can work on one book when it is on a PostgreSQL server of the "
                "office. Everything is copied and compared before this computer is switched over; "
                "the book on this computer is kept as it was."
            )
        )

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Shared folder for files"))
        if folder:
            self.files_edit.setText(folder)

    def _url(self) -> Any:
        return office_server.address_with(
            self.address_edit.text(), self.user_edit.text().strip(), self.password_edit.text()
        )

    # Doing

    def _run(self, what: str, work: Any, done: Any) -> None:
        for button in self._buttons:
            button.setEnabled(False)
        self.said.setText("")

        def end(result: Any) -> None:
            for button in self._buttons:
                button.setEnabled(True)
            done(result)

        self.working.run(what, work, on_success=end, on_failure=self._failed)

    def _failed(self, error: AppError) -> None:
        for button in self._buttons:
            button.setEnabled(True)
        if isinstance(error, Cancelled):
            self._say(self.tr("Stopped. The book is where it was."), "quiet")
        else:
            self._say(told(error, self._context.language), "red")

    def _say(self, text: str, colour: str) -> None:
        self.said.setText(text)
        tint(self.said, colour)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.said))

    def try_it(self) -> None:
        """Ask the server what stands there."""
        try:
            url = self._url()
        except AppError as error:
            self._failed(error)
            return
        self._run(
            self.tr("Asking the server…"), lambda _step: office_server.try_server(url), self._tried
        )

    def _tried(self, state: "ServerState") -> None:
        said = [self.tr("The server answers (PostgreSQL {version}).").format(version=state.version)]
        if state.book:
            text = self.tr("The book of {name} stands there, shared by {number} officers.")
            said.append(text.format(name=state.book, number=state.officers))
        else:
            said.append(self.tr("No book stands there yet."))
        if not state.encrypted:
            said.append(
                self.tr(
                    "What is sent there is not encrypted. Outside of the office's own network add "
                    "?sslmode=verify-full to the address."
                )
            )
        self._say("\n".join(said), "green" if state.encrypted else "amber")

    def go_on(self) -> None:
        """Move the book to the server, or ask to join the one there."""
        name, files = self.name_edit.text(), self.files_edit.text().strip()
        if not name.strip():
            self._say(self.tr("Please write your name: decisions will bear it."), "amber")
            self.name_edit.setFocus()
            return
        try:
            url = self._url()
        except AppError as error:
            self._failed(error)
            return
        if self.joins:
            self._run(
                self.tr("Asking the server…"),
                lambda _step: office_server.join(self._book, url, name, files=files),
                self._joined,
            )
            return
        self._run(
            self.tr("Moving the book to the server…"),
            lambda step: office_server.move_to_server(
                self._book, url, name, files=files, step=step
            ),
            self._moved_there,
        )

    def _joined(self, words: str) -> None:
        self.words.setText(words)
        self._say(
            self.tr(
                "Call a head of the book and read these four words to each other. When they are "
                "the same, the head lets this computer in."
            ),
            "green",
        )
        self._show()
        self.moved.emit()

    def _moved_there(self, moved: "Moved") -> None:
        text = self.tr("Moved and compared: {rows} rows, {files} files. The book is on the server.")
        self._say(text.format(rows=moved.rows, files=moved.files), "green")
        self._show()
        self.moved.emit()

    def take_back(self) -> None:
        """Ask, then take the book back to this computer."""
        question = self.tr(
            "Take the book back to this computer? Other officers can still read the one on the "
            "server, but not change it any more."
        )
        if not ask(self, question, self.tr("Take it back")):
            return
        self._run(
            self.tr("Taking the book back…"),
            lambda step: office_server.move_back(self._book, step),
            self._moved_back,
        )

    def _moved_back(self, moved: "Moved") -> None:
        text = self.tr("Moved and compared: {rows} rows, {files} files. The book is here again.")
        self._say(text.format(rows=moved.rows, files=moved.files), "green")
        self._show()
        self.moved.emit()

    def open_officers(self) -> None:
        """Open the list of who shares the book."""
        from desktop_app.windows.officers_dialog import OfficersDialog

        OfficersDialog(self._context, self).open()
