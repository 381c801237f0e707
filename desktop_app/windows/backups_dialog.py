"""Backups in the settings: when, why, what is in them; made, checked, looked into, gone back to."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services import backups
from desktop_app.services.backups import BackupRow
from desktop_app.windows import backup_words
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.working import Working


class BackupsDialog(ListDialog):
    """The list of backups, and what can be done with them."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Backups"),
            self.tr(
                "The book is backed up by itself: when the program closes, once a day, before much "
                "is taken in and before it changes as a whole. Each backup was read back and "
                "opened before it stands here. Keys are not in it: put them away under “Keys”."
            ),
            backup_words.columns(),
        )
        self.folder = context.workspace.folder
        self.empty.setText(self.tr("There is no backup yet. “Back up now” makes the first one."))
        self.place = QLabel()
        self.place.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        tint(self.problem, "amber")
        self.working = Working(context, self)
        line = FlowLayout()
        self.look_button = self._button(line, self.tr("&Look inside and restore…"), self.look)
        self.check_button = self._button(line, self.tr("C&heck"), self.check)
        self._row_buttons += [
            (self.look_button, self._free_with_row),
            (self.check_button, self._free_with_row),
        ]
        self.place_button = self._button(line, self.tr("&Second disk…"), self.choose_place)
        self.no_place_button = self._button(line, self.tr("&No second disk"), self.forget_place)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        at = column.count() - 1
        for part in (self.working, self.problem, self.place):
            column.insertWidget(at, part)
        column.insertLayout(at + 3, line)
        self.make_button = self.add_button(
            self.tr("&Back up now"), self.make, primary=True, allowed=lambda _row: self._free
        )
        self.refresh()

    def _button(self, line: FlowLayout, text: str, clicked: Any) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: clicked())
        line.addWidget(button)
        return button

    @property
    def _free(self) -> bool:
        workspace = self.context.workspace
        return not self.working.busy and workspace.link is None and workspace.moved is None

    def _free_with_row(self, row: BackupRow | None) -> bool:
        return row is not None and not self.working.busy

    def refresh(self) -> None:
        """Read the list again; what is there may have changed with a stick."""
        self.show_rows(backups.list_backups(self.folder))
        top = backups.second_folder(self.folder)
        self.no_place_button.setVisible(top is not None)
        if top is None:
            text = self.tr("There is no second disk: when this one fails, the backups go with it.")
        elif not top.is_dir():
            text = self.tr("The second disk {folder} is not plugged in now.").format(folder=top)
        elif backups.on_same_disk(self.folder, top):
            text = self.tr(
                "{folder} is on the same disk as the book: with it both would be lost."
            ).format(folder=top)
        else:
            text = self.tr("Each backup is copied to {folder} as well.").format(folder=top)
        self.place.setText(text)
        self._tell_problem()

    def _tell_problem(self) -> None:
        found = backups.problem(self.folder)
        self.problem.setVisible(found is not None)
        if found is not None:
            self.problem.setText(backup_words.problem(found, self.context.language))

    def detail_of(self, row: BackupRow) -> str:
        """Return what is known of a backup beside the list's columns."""
        said = [row.unit, backup_words.place(row)]
        if row.checked_at is not None:
            text = self.tr("all of it read on {day}")
            said.append(text.format(day=f"{row.checked_at.astimezone():%d/%m/%Y %H:%M}"))
        if row.damaged:
            said.append(self.tr("{number} files were broken already").format(number=row.damaged))
        if row.before_restore:
            said.append(self.tr("restoring it takes the last restore back"))
        return " · ".join(each for each in said if each)

    # What is done

    def make(self) -> None:
        """Back up now."""
        workspace = self.context.workspace
        self._run(
            self.tr("Backing up…"),
            lambda step: backups.create(workspace, step=step),
            lambda _made: None,
        )

    def check(self) -> None:
        """Read all of the chosen backup."""
        row, now = self.row, self.context.workspace.now()
        self._run(
            self.tr("Reading all of the backup…"),
            lambda step: backups.check(self.folder, row.id, now, step),
            lambda _row: None,
        )

    def look(self) -> None:
        """Show what going back to the chosen backup would change."""
        from desktop_app.windows.restore_dialog import RestoreDialog

        row = self.row
        if row is None:
            return
        dialog = RestoreDialog(self.context, self, row.id)
        dialog.restored.connect(self.accept)
        dialog.open()

    def choose_place(self) -> None:
        """Ask for the second disk."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Second disk for the backups"))
        if folder:
            self.keep_in(Path(folder))

    def forget_place(self) -> None:
        """Keep backups here alone from now on."""
        self.keep_in(None)

    def keep_in(self, folder: Path | None) -> None:
        """Keep backups in a second place as well."""
        workspace = self.context.workspace
        self._run(
            self.tr("Trying the second disk…"),
            lambda _step: backups.set_second_place(workspace, folder),
            lambda _place: None,
        )

    def _run(self, what: str, work: Any, then: Any) -> None:
        def ended(value: Any) -> None:
            then(value)
            self.refresh()

        def failed(error: AppError) -> None:
            self.refresh()
            self.problem.setText(told(error, self.context.language))
            self.problem.show()

        self.working.run(what, work, on_success=ended, on_failure=failed)
        self._changed()

    def reject(self) -> None:
        """Close, unless work goes on: that is stopped first."""
        if self.working.busy:
            self.working.stop()
            return
        super().reject()
