"""Going back to a backup: what would change, shown before; a book that cannot be opened; a disk."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services import backups, restoring
from desktop_app.services.restoring import Change, Preview, Restored
from desktop_app.windows import backup_words
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.working import Working


class _Restoring(ListDialog):
    """A list dialog that runs one restore beside the window and tells what went wrong."""

    restored = Signal()

    def _add_working(self) -> None:
        self.said = QLabel()
        self.said.setWordWrap(True)
        tint(self.said, "red")
        self.said.hide()
        self.working = Working(self.context, self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        for part in (self.said, self.working):
            column.insertWidget(column.count() - 1, part)

    def _run(self, what: str, work: Any, then: Any) -> None:
        self.said.hide()
        self.working.run(what, work, on_success=then, on_failure=self._failed)
        self._changed()

    def _failed(self, error: AppError) -> None:
        self.said.setText(told(error, self.context.language))
        self.said.show()
        self._changed()

    def reject(self) -> None:
        """Close, unless work goes on: that is stopped first."""
        if self.working.busy:
            self.working.stop()
            return
        super().reject()


class RestoreDialog(_Restoring):
    """What going back to one backup would change, and the way there."""

    def __init__(self, context: WindowContext, parent: QWidget, name: str) -> None:
        self._name = name
        self._seen: Preview | None = None
        super().__init__(
            context,
            parent,
            self.tr("Go back to a backup"),
            self.tr(
                "The book of now is backed up first, so going back can be taken back. Keys and "
                "settings of this computer stay; numbers of bundles and papers go on."
            ),
            (
                Column(self.tr("What becomes of it"), self._kind, width=14),
                Column(self.tr("Code"), lambda row: row.code, width=9, extra=True),
                Column(self.tr("Initiative"), lambda row: row.title, stretch=True),
            ),
        )
        self.empty.setText(self.tr("No initiative would change."))
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, self.sum)
        self._add_working()
        self.restore_button = self.add_button(
            self.tr("&Restore this backup"),
            self.restore,
            primary=True,
            allowed=lambda _row: self._seen is not None and not self.working.busy,
        )
        self.show_rows(())
        workspace = context.workspace
        self._run(
            self.tr("Looking into the backup…"),
            lambda _step: restoring.preview(workspace, name),
            self._show,
        )

    def _show(self, seen: Preview) -> None:
        self._seen = seen
        self.show_rows([_Row(number, each) for number, each in enumerate(seen.changes)])
        text = self.tr(
            "Back to {when}: {gone} initiatives would be gone, {back} would come back, {other} "
            "would be as they were."
        )
        said = text.format(
            when=backup_words.when(seen.backup), gone=seen.gone, back=seen.back, other=seen.other
        )
        if seen.keys == "other":
            said += " " + self.tr(
                "Its keys are not those of this computer: bring them back afterwards under “Keys”."
            )
        self.sum.setText(said)
        self.restore_button.setFocus()

    def _kind(self, row: "_Row") -> str:
        return {
            "gone": self.tr("would be gone"),
            "back": self.tr("would come back"),
            "other": self.tr("as it was then"),
        }[row.change.kind]

    def restore(self) -> None:
        """Go back."""
        workspace = self.context.workspace
        self._run(
            self.tr("Going back…"),
            lambda step: restoring.restore(workspace, self._name, step),
            self._restored,
        )

    def _restored(self, _done: Restored) -> None:
        self.restored.emit()
        self.accept()
        self.context.begin_again()


class _Row:
    """A change as a row of the list."""

    def __init__(self, number: int, change: Change) -> None:
        self.id, self.change = str(number), change
        self.code, self.title = change.code, change.title


class RescueDialog(_Restoring):
    """The backups of a book that cannot be opened, or of a disk, for a folder without a book."""

    def __init__(
        self, context: WindowContext, parent: QWidget, folder: Path, found: Path | None = None
    ) -> None:
        self._folder, self._found = folder, found
        super().__init__(
            context,
            parent,
            self.tr("The book is damaged") if found is None else self.tr("Restore from a backup"),
            self.tr(
                "The data file of this book cannot be read. It is kept aside as it is. Choose the "
                "backup to go on with: usually the newest."
            )
            if found is None
            else self.tr("Choose the backup to go on with: usually the newest."),
            backup_words.columns(),
        )
        self.empty.setText(
            self.tr("There is no backup on this computer. Plug in the second disk and try again.")
            if found is None
            else self.tr("No backup was found there. Choose the disk or stick itself.")
        )
        self._add_working()
        self.restore_button = self.add_button(
            self.tr("&Restore this backup"),
            self.restore,
            primary=True,
            allowed=lambda row: row is not None and not self.working.busy,
        )
        self._paths: dict[str, Path] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if self._found is None:
            self.show_rows(backups.list_backups(self._folder))
            return
        rows = backups.list_below(self._found)
        self._paths = {row.id: path for path, row in rows}
        self.show_rows([row for _path, row in rows])

    def detail_of(self, row: Any) -> str:
        """Return whose book it is."""
        return str(row.unit)

    def restore(self) -> None:
        """Go on with the chosen backup."""
        name = self.row.id
        if self._found is None:
            folder = self._folder
            work: Any = lambda step: restoring.rescue(folder, name, step=step)  # noqa: E731
        else:
            workspace, path = self.context.workspace, str(self._paths[name])
            work = lambda step: restoring.restore(workspace, path, step)  # noqa: E731
        self._run(self.tr("Restoring…"), work, self._restored)

    def _restored(self, _done: Restored) -> None:
        self.restored.emit()
        self.accept()
