"""Files attached to a comment: a row of buttons that show them, and at the office take them off."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.services.steps import Step
from desktop_app.windows.attachment_view import AttachmentDialog
from desktop_app.windows.icons import icon
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import tokens

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment


class CommentFiles(QWidget):
    """Shows files; with ``editable`` each can be taken off again and others added."""

    changed = Signal()

    def __init__(self, context: WindowContext, *, editable: bool = False) -> None:
        super().__init__()
        self._context, self._editable = context, editable
        self.files: tuple[Attachment, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self.add_button = QPushButton(self.tr("A&ttach a file…"))
        self.add_button.setIcon(icon("paperclip", tokens().accent))
        self.add_button.clicked.connect(self._choose)
        self.add_button.setVisible(editable)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_files(self, files: "Sequence[Attachment]") -> None:
        """Show files instead of those shown before."""
        self.files = tuple(files)
        old, self._rows = self._rows, QWidget()
        self._column.replaceWidget(old, self._rows)
        old.deleteLater()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for file in self.files:
            column.addLayout(self._row(file))
        self._rows.setVisible(bool(self.files))
        self.setVisible(self._editable or bool(self.files))

    def _row(self, file: "Attachment") -> QHBoxLayout:
        text = f"{file.name} · {size_text(file.size)}"
        button = QPushButton(icon("paperclip", tokens().accent), text)
        button.setStyleSheet("text-align: left")
        button.setToolTip(file.name)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: AttachmentDialog(self._context, file, self).open())
        row = QHBoxLayout()
        row.addWidget(button, 1)
        if self._editable:
            off = QToolButton()
            off.setText("×")
            off.setAccessibleName(self.tr("Take off {file}").format(file=file.name))
            off.setToolTip(off.accessibleName())
            off.clicked.connect(lambda: self._take_off(file))
            row.addWidget(off)
        return row

    def _take_off(self, file: "Attachment") -> None:
        self.show_files([other for other in self.files if other != file])
        self.changed.emit()

    def _choose(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Attach to the comment"))
        self.attach([Path(path) for path in paths])

    def attach(self, paths: Sequence[Path]) -> None:
        """Take files in beside the window; each stands in the row when it is in."""
        for path in paths:
            self._context.tasks.start(self, partial(self._take, path), on_success=self._attached)

    def _take(self, path: Path, _step: Step) -> "Attachment":
        from desktop_app.services import review

        return review.attach_to_comment(self._context.workspace, path)

    def _attached(self, file: "Attachment") -> None:
        if file not in self.files:
            self.show_files([*self.files, file])
            self.changed.emit()
