"""Dung lượng: what takes space in the data folder, and what can be tidied up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.numbers import format_number, size_text
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import sentence
from desktop_app.messages import told as told_error
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.telling import ask
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.storage_space import Space


@dataclass(frozen=True)
class _Row:
    """A line of the list."""

    id: str
    name: str
    size: int
    number: int
    tidy: int


class StorageDialog(ListDialog):
    """Lists what takes space, the largest first; one button deletes what nothing needs."""

    help_subject = "storage"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("What"), lambda row: row.name, stretch=True),
            Column(self.tr("Files"), lambda row: format_number(row.number), width=7, extra=True),
            Column(self.tr("Size"), lambda row: size_text(row.size) if row.size else "–", width=8),
            Column(
                self.tr("Can be tidied up"),
                lambda row: size_text(row.tidy) if row.tidy else "–",
                width=12,
            ),
        )
        super().__init__(
            context,
            parent,
            self.tr("Storage"),
            self.tr(
                "What lies in the data folder of this book. Tidying up deletes temporary files, "
                "old logs, and what was set aside long ago; never anything a report, a bundle or "
                "a template needs."
            ),
            columns,
        )
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.working = Working(context)
        column: Any = self.layout()
        column.insertWidget(2, self.said)
        column.insertWidget(3, self.working)
        column.setStretchFactor(self.empty, 1)
        self.empty.setText("")
        self._found: Space | None = None
        self._done_text = ""
        self.tidy_button = self.add_button(
            self.tr("&Tidy up…"),
            self.ask_tidy,
            primary=True,
            allowed=lambda _row: self._found is not None and bool(self._found.tidy),
        )
        self.show_rows([])
        self.refresh()

    def refresh(self) -> None:
        """Look again what takes space, beside the window."""
        from desktop_app.services import storage_space

        book = self.context.workspace
        self.working.run(
            self.tr("Looking what takes space…"),
            lambda step: storage_space.look(book, step),
            on_success=self._show,
            on_failure=self._failed,
        )

    def _show(self, found: "Space") -> None:
        self._found = found
        tidy = {part.name: part.size for part in found.tidy}
        rows = [
            _Row(part.name, self._name(part.name), part.size, part.number, tidy.get(part.name, 0))
            for part in found.parts
        ]
        self.show_rows(rows)
        said = self.tr("Together {size}. Free on the disk: {free}. Can be tidied up: {tidy}.")
        self.said.setText(
            self._done_text
            + said.format(
                size=size_text(found.size),
                free=size_text(found.free),
                tidy=size_text(found.tidy_size) if found.tidy_size else "0",
            )
        )
        tint(self.said, "text")

    def _name(self, name: str) -> str:
        from desktop_app.services.storage_space import name_code

        return sentence(name_code(name), self.context.language)

    def detail_of(self, row: _Row) -> str:
        """Return the whole line, for where the list has no room for it."""
        return self.tr("{name}: {number} files, {size}").format(
            name=row.name, number=format_number(row.number), size=size_text(row.size)
        )

    def ask_tidy(self) -> None:
        """Say what would be deleted, ask, then do it."""
        if self._found is None or self.working.busy:
            return
        lines = [f"• {self._name(part.name)}: {size_text(part.size)}" for part in self._found.tidy]
        question = self.tr("Delete what nothing needs any more?") + "\n" + "\n".join(lines)
        if ask(self, question, self.tr("Tidy up")):
            self.tidy()

    def tidy(self) -> None:
        """Delete what nothing needs any more, then look again."""
        from desktop_app.services import storage_space

        book = self.context.workspace
        self.tidy_button.setEnabled(False)
        self.working.run(
            self.tr("Tidying up…"),
            lambda step: storage_space.tidy_up(book, step=step),
            on_success=self._tidied,
            on_failure=self._failed,
        )

    def _tidied(self, done: Any) -> None:
        gone = size_text(sum(part.size for part in done)) if done else "0"
        self._done_text = self.tr("Tidied up: {size}.").format(size=gone) + " "
        self.refresh()

    def _failed(self, error: AppError) -> None:
        if isinstance(error, Cancelled) and self._found is None:
            self.reject()
            return
        self.said.setText(told_error(error, self.context.language))
        tint(self.said, "red")
        self._changed()

    def done(self, result: int) -> None:
        """Stop what goes on; then close."""
        self.working.stop()
        super().done(result)
