"""Để riêng: files that could not be taken in, why, and what to do about each."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.domain.numbers import size_text
from desktop_app.errors import AppError
from desktop_app.messages import parts_of, told
from desktop_app.windows.carried_words import moment_text, reason_text
from desktop_app.windows.intake_questions import Questions
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.inbox import Agreed, IntakeResult
    from desktop_app.services.quarantine import QuarantineRow


class QuarantineDialog(ListDialog):
    """Lists what is set aside: try again, give it to somebody who can help, drop it."""

    help_subject = "quarantine"

    taken = Signal(object)
    """What became of files that were tried again: an IntakeResult."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("File"), lambda row: row.file_name, stretch=True),
            Column(self.tr("Unit"), lambda row: row.unit, width=12, extra=True),
            Column(self.tr("Set aside"), self._moment, width=9, extra=True),
            Column(self.tr("Why"), self._why, lambda _row: "quarantined", width=18),
        )
        super().__init__(
            context,
            parent,
            self.tr("Set aside"),
            self.tr(
                "These files could not be taken in, wholly or in part. A copy of each is kept "
                "here. What comes in whole later leaves this list by itself."
            ),
            columns,
        )
        self.working = Working(context)
        self.layout().insertWidget(4, self.working)  # type: ignore[union-attr]
        self.again_button = self.add_button(
            self.tr("&Try again"), self.retry, primary=True, allowed=_kept
        )
        self.help_button = self.add_button(
            self.tr("Give to a &helper…"), self.export, allowed=_kept
        )
        self.drop_button = self.add_button(self.tr("&Drop…"), self.drop)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        from desktop_app.services.enrolment import UNPLACED
        from desktop_app.services.quarantine import list_quarantine

        # What waits for its unit to be placed has a list of its own.
        rows = list_quarantine(self.context.workspace)
        self.show_rows([row for row in rows if row.code != UNPLACED])

    def _moment(self, row: "QuarantineRow") -> str:
        return moment_text(row.at, self.context.workspace.now().tzinfo)

    def _why(self, row: "QuarantineRow") -> str:
        return parts_of(AppError(row.code, **row.facts), self.context.language).get("what", "")

    def detail_of(self, row: "QuarantineRow") -> str:
        """Return the whole reason, and that of each item."""
        lines = [told(AppError(row.code, **row.facts), self.context.language)]
        lines += [
            f"• {item.title}: {reason_text(item.code, item.facts, self.context.language)}"
            for item in row.items[:6]
        ]
        if not row.kept:
            lines.append(self.tr("No copy could be kept: take in the file itself again."))
        lines.append(size_text(row.size))
        return "\n".join(lines)

    def retry(self) -> None:
        """Try the chosen file again, asking what it asks."""
        self._retry(None)

    def _retry(self, agreed: "Agreed | None") -> None:
        from desktop_app.services import quarantine

        row = self.row
        if row is None or self.working.busy:
            return
        row_id = row.id
        self.working.run(
            self.tr("Taking in…"),
            lambda step: quarantine.retry(self.context.workspace, [row_id], step, agreed),
            on_success=self._tried,
            on_failure=self._failed,
            in_files=True,
        )

    def _tried(self, result: "IntakeResult") -> None:
        asked = Questions(self, self.context.language)
        if asked.ask(result, self._retry):
            return
        self.refresh()
        self.taken.emit(result)

    def _failed(self, error: AppError) -> None:
        self.detail.setText(told(error, self.context.language))

    def export(self) -> None:
        """Write the chosen file with a report for somebody who can help."""
        row = self.row
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write it"))
        if row is not None and folder:
            self.export_to(row.id, Path(folder))

    def export_to(self, row_id: str, folder: Path) -> None:
        """Write a file with its report into a folder."""
        from desktop_app.services import quarantine

        self.context.tasks.start(
            self,
            lambda _step: quarantine.export_for_help(self.context.workspace, row_id, folder),
            on_success=lambda path: self.detail.setText(
                self.tr(
                    "Written: {file}. It holds the file as it came and a report without names."
                ).format(file=path.name)
            ),
            on_failure=self._failed,
        )

    def drop(self) -> None:
        """Ask, then drop the chosen file."""
        row = self.row
        if row is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Drop “{file}”?").format(file=row.file_name))
        box.setInformativeText(
            self.tr("The copy kept here is deleted. What was taken in of it stays.")
        )
        yes = box.addButton(self.tr("Drop"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(
            lambda _code: self._drop(row.id) if box.clickedButton() is yes else None
        )
        box.open()

    def _drop(self, row_id: str) -> None:
        from desktop_app.services import quarantine

        quarantine.drop(self.context.workspace, row_id)
        self.refresh()


def _kept(row: "QuarantineRow | None") -> bool:
    return row is not None and row.kept
