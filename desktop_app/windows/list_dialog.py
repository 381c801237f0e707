"""A list with what to do about its rows: the frame of several small dialogs."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import TITLE, em, scaled_font


class ListDialog(QDialog):
    """Title, a sentence what the list is for, the list, what is known of a row, buttons."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        title: str,
        explain: str,
        columns: Sequence[Column],
        *,
        checkable: bool = False,
        size: tuple[float, float] = (56, 32),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        self._row_buttons: list[tuple[QPushButton, Callable[[Any], bool]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        heading = QLabel(title)
        heading.setFont(scaled_font(TITLE, bold=True))
        said = QLabel(explain)
        said.setWordWrap(True)
        self.table = QTableView()
        self.table.setAccessibleName(title)
        self.model = RowsModel(columns, checkable=checkable)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.empty = QLabel(self.tr("Nothing stands here any more."))
        tint(self.empty, "quiet")
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self.foot.addWidget(self.close_button)
        for part in (heading, said):
            column.addWidget(part)
        self.above = QVBoxLayout()
        column.addLayout(self.above)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        column.addWidget(self.detail)
        column.addLayout(self.foot)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._changed())
        fit_window(self, parent, *size)

    def add_button(
        self,
        text: str,
        clicked: Callable[[], None],
        *,
        primary: bool = False,
        allowed: Callable[[Any], bool] = lambda row: row is not None,
    ) -> QPushButton:
        """Add a button for the chosen row; ``allowed`` says for which rows it can be pressed."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setProperty("primary", primary)
        button.clicked.connect(clicked)
        self.foot.insertWidget(self.foot.count() - 1, button)
        self._row_buttons.append((button, allowed))
        return button

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show rows instead of those shown before; the place in the list is kept."""
        number = max(0, self.table.currentIndex().row())
        self.model.show(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows:
            self.table.selectRow(min(number, len(rows) - 1))
            self.table.setFocus()
        else:
            self.close_button.setFocus()
        self._changed()

    @property
    def row(self) -> Any:
        """The chosen row, None while there is none."""
        return current_row(self.table) if self.model.rowCount() else None

    def _changed(self) -> None:
        row = self.row
        for button, allowed in self._row_buttons:
            button.setEnabled(allowed(row))
        self.detail.setText(self.detail_of(row) if row is not None else "")
        self.detail.setMaximumHeight(em(9))

    def detail_of(self, _row: Any) -> str:
        """Return what is said of a row below the list."""
        return ""
