"""The officer's phrases: searched, put into a comment, written anew, ordered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.text import fold
from desktop_app.errors import AppError
from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, scaled_font

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = Qt.ItemDataRole.UserRole


class PhrasesDialog(QDialog):
    """Type a few letters, Enter puts the phrase in; the list is kept in the officer's order."""

    chosen = Signal(str)

    def __init__(self, context: WindowContext, parent: QWidget, written: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Phrases"))
        self._context, self._written = context, written.strip()
        title = QLabel(self.tr("Phrases"))
        title.setFont(scaled_font(TITLE, bold=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search, without marks too"))
        self.search.setAccessibleName(self.tr("Search phrases"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Phrases"))
        soften(self.list)
        self.list.itemActivated.connect(lambda _item: self._insert())
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.empty = QLabel(self.tr("No phrase fits. Add one to use it again and again."))
        self.empty.setWordWrap(True)
        tint(self.empty, "quiet")
        self.add_button = QPushButton(self.tr("&Add…"))
        self.keep_button = QPushButton(self.tr("Add the &comment"))
        self.edit_button = QPushButton(self.tr("&Edit… (F2)"))
        self.up_button = QPushButton(self.tr("&Up"))
        self.down_button = QPushButton(self.tr("Do&wn"))
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.insert_button = QPushButton(self.tr("&Put in"))
        self.insert_button.setProperty("primary", True)
        self.insert_button.setDefault(True)
        acts: tuple[tuple[QPushButton, Callable[[], None]], ...] = (
            (self.add_button, self._add),
            (self.keep_button, self._keep_written),
            (self.edit_button, self._edit),
            (self.up_button, lambda: self._move(-1)),
            (self.down_button, lambda: self._move(1)),
            (self.remove_button, self._remove),
            (self.insert_button, self._insert),
        )
        side = QVBoxLayout()
        for button, act in acts:
            button.clicked.connect(lambda _on=False, do=act: do())
            button.setAutoDefault(button is self.insert_button)
            if button is not self.insert_button:
                side.addWidget(button)
        side.addStretch(1)
        self.keep_button.setVisible(bool(self._written))
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.insert_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for part in (title, self.search):
            column.addWidget(part)
        column.addLayout(middle, 1)
        column.addWidget(self.empty)
        column.addLayout(foot)
        QShortcut(QKeySequence("F2"), self, self._edit)
        fit_window(self, parent, 44, 30)
        self._fill()
        self.search.setFocus()

    def _fill(self, place: int = 0) -> None:
        """Show the phrases that fit; ``place`` is the one to stand on, by its place in all."""
        from desktop_app.services.phrases import phrases

        words = fold(self.search.text()).split()
        self.list.clear()
        at = 0
        for number, phrase in enumerate(phrases(self._context.workspace)):
            if all(word in fold(phrase) for word in words):
                item = QListWidgetItem(phrase)
                item.setData(_PLACE, number)
                self.list.addItem(item)
                at = self.list.count() - 1 if number == place else at
        self.list.setCurrentRow(at)
        self.list.setVisible(self.list.count() > 0)
        self.empty.setVisible(self.list.count() == 0)
        self._allow()

    def _allow(self) -> None:
        item = self.list.currentItem()
        for button in (
            self.insert_button,
            self.edit_button,
            self.up_button,
            self.down_button,
            self.remove_button,
        ):
            button.setEnabled(item is not None)

    @property
    def _place(self) -> int:
        item = self.list.currentItem()
        return int(item.data(_PLACE)) if item is not None else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the search field walk through the list."""
        if watched is self.search and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.type() is QEvent.Type.KeyPress and event.key() in steps:
                row = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _insert(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.text())
            self.accept()

    def _ask(self, title: str, text: str, then: "Callable[[str], None]") -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("The phrase as it goes into a comment:"))
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(then)
        self.asking = dialog
        dialog.open()

    def _add(self) -> None:
        self._ask(self.tr("A new phrase"), "", self._remember)

    def _keep_written(self) -> None:
        self._remember(self._written)

    def _remember(self, text: str) -> None:
        from desktop_app.services.phrases import remember_phrase

        try:
            remember_phrase(self._context.workspace, text)
        except AppError as error:
            self._context.tell(error)
        self.search.clear()
        self._fill()

    def _edit(self) -> None:
        from desktop_app.services.phrases import change_phrase

        place, item = self._place, self.list.currentItem()
        if item is None:
            return

        def change(text: str) -> None:
            try:
                change_phrase(self._context.workspace, place, text)
            except AppError as error:
                self._context.tell(error)
            self._fill(place)

        self._ask(self.tr("Write the phrase anew"), item.text(), change)

    def _move(self, by: int) -> None:
        from desktop_app.services.phrases import move_phrase

        self._fill(move_phrase(self._context.workspace, self._place, by))

    def _remove(self) -> None:
        from desktop_app.services.phrases import remove_phrase

        place = self._place
        remove_phrase(self._context.workspace, place)
        self._fill(max(0, place - 1))
