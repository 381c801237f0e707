"""The initiatives behind a number of the board; from here on to the report itself."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.words import day, word


class BoardItemsDialog(ListDialog):
    """The initiatives of one number: asked exactly as the number was counted."""

    chosen = Signal(str)

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        title: str,
        unit_id: str,
        number: str,
        asked: Mapping[str, Any],
    ) -> None:
        columns = (
            Column(self.tr("Code"), lambda row: row.code, width=8.5, extra=True),
            Column(self.tr("Title"), lambda row: row.title or "–", stretch=True),
            Column(self.tr("Unit"), lambda row: row.unit, width=13, extra=True),
            Column(self.tr("State"), lambda row: word(row.state), lambda row: row.state, width=11),
            Column(self.tr("Since"), lambda row: day(row.day), width=6.5),
        )
        super().__init__(
            context,
            parent,
            title,
            self.tr("These initiatives make the number, the newest first."),
            columns,
        )
        self._ask: Callable[..., Any] = lambda after: _behind(
            context, unit_id, number, asked, after
        )
        self._next: Any = None
        self.total = 0
        self.add_button(self.tr("&Open the report"), self._open, primary=True)
        self.table.activated.connect(lambda _index: self._open())
        self.model.near_end.connect(lambda: QTimer.singleShot(0, self, self._more))
        self.empty.setText(self.tr("Nothing stands behind this number."))
        self.table.hide()
        self.empty.hide()
        context.tasks.start(self, lambda _step: self._ask(None), on_success=self._show)

    def _show(self, behind: Any) -> None:
        self.total, self._next = behind.total, behind.next
        self.show_rows(behind.rows)
        self.setWindowTitle(f"{self.windowTitle()} ({behind.total})")

    def _more(self) -> None:
        if self._next is None:
            return
        after, self._next = self._next, None
        self.context.tasks.start(self, lambda _step: self._ask(after), on_success=self._add)

    def _add(self, behind: Any) -> None:
        self.model.add(behind.rows)
        self._next = behind.next

    def _open(self) -> None:
        row = self.row
        if row is not None:
            self.accept()
            self.chosen.emit(row.id)


def _behind(
    context: WindowContext, unit_id: str, number: str, asked: Mapping[str, Any], after: Any
) -> Any:
    from desktop_app.services.board_items import initiatives_behind

    return initiatives_behind(context.workspace, unit_id, number, **asked, after=after)
