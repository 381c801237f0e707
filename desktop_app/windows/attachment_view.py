"""Attachments are shown or saved, never run: pictures, Word and lists inside, the rest as a copy.

A PDF is handed to the system's own program, from a copy that goes when the book is closed and,
after a crash, when it is opened again.
"""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.domain.text import ascii_name
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.list_preview import list_preview
from desktop_app.windows.looks import fit_window
from desktop_app.windows.page import WindowContext
from desktop_app.windows.page_view import PageView
from desktop_app.windows.picture_view import Picture
from desktop_app.windows.theme import scaled_font

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment

__all__ = ["AttachmentDialog", "Picture"]

_ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LIST = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AttachmentDialog(QDialog):
    """Shows one attachment and saves a copy of it."""

    def __init__(self, context: WindowContext, attachment: "Attachment", parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._attachment = context, attachment
        self.setWindowTitle(attachment.name)
        head = QLabel(f"{attachment.name} · {size_text(attachment.size)}")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        head.setFont(scaled_font(1.1, bold=True))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(head)
        self._shown = self._content()
        column.addWidget(self._shown, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._button(self.tr("&Save a copy…"), self._choose))
        if attachment.media_type in _ENDINGS:
            # Only what we know to be no program is handed to the system.
            foot.addWidget(self._button(self.tr("&Open with another program"), self.open_outside))
        foot.addStretch(1)
        if isinstance(self._shown, Picture):
            self._picture_buttons(foot, self._shown)
        close = self._button(self.tr("&Close"), self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        column.addLayout(foot)
        fit_window(self, parent, 52, 36)

    def _button(self, text: str, act: Any) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _picture_buttons(self, foot: QHBoxLayout, picture: Picture) -> None:
        turn = self._button(self.tr("&Turn"), picture.turn)
        smaller = self._button("−", picture.zoom_out)
        larger = self._button("+", picture.zoom_in)
        smaller.setAccessibleName(self.tr("Smaller"))
        larger.setAccessibleName(self.tr("Larger"))
        for button in (turn, smaller, larger):
            foot.addWidget(button)
        keys = (("+", picture.zoom_in), ("=", picture.zoom_in), ("-", picture.zoom_out))
        for key, act in (*keys, ("0", picture.fit), ("R", picture.turn)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _content(self) -> QWidget:
        """Return the picture, the pages, the list, or a sentence for what is not shown here."""
        try:
            data = self._context.workspace.attachments.read(self._attachment.sha256)
            image = QImage()
            if self._attachment.media_type.startswith("image/") and image.loadFromData(data):
                return Picture(image, self._attachment.name)
            if self._attachment.media_type == _WORD:
                view = PageView()
                view.show_document(data, self._attachment.name)
                return view
            if self._attachment.media_type == _LIST:
                self._read_list(data)
                return self._sentence(self.tr("Reading…"))
            said = self.tr("This kind of file is not shown here. Save a copy to look at it.")
            if self._attachment.media_type in _ENDINGS:
                said = self.tr("This kind of file is shown by another program of this computer.")
        except AppError as error:
            said = told(error, self._context.language)
        return self._sentence(said)

    def _sentence(self, said: str) -> QLabel:
        label = QLabel(said)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _read_list(self, data: bytes) -> None:
        """Read a workbook in the limited child, beside the window."""
        workspace, name = self._context.workspace, self._attachment.name

        def read(_step: object) -> Any:
            from desktop_app.documents.list_table import read_list_table

            return read_list_table(workspace.filler.child, data, name)

        self._context.tasks.start(
            self,
            read,
            on_success=lambda table: self._put(list_preview(table, name)),
            on_failure=lambda error: self._put(self._sentence(told(error, self._context.language))),
        )

    def _put(self, shown: QWidget) -> None:
        self._column.replaceWidget(self._shown, shown)
        self._shown.deleteLater()
        self._shown = shown
        if isinstance(shown, QTableView):
            shown.setFocus()

    def _choose(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save a copy"), str(Path.home() / self.plain_name)
        )
        if path:
            self.save(Path(path))

    @property
    def plain_name(self) -> str:
        """A name without surprises, its ending from what the file is, not from what it says."""
        stem = ascii_name(Path(self._attachment.name).stem) or "tep-kem"
        return stem + _ENDINGS.get(self._attachment.media_type, ".bin")

    def open_outside(self) -> None:
        """Open a copy with the system's program; the copy goes when the book is closed."""
        from desktop_app.errors import Failed

        place = self._context.workspace.temporary_folder
        try:
            place.mkdir(parents=True, exist_ok=True)
            copy = Path(tempfile.mkdtemp(prefix="xem-", dir=place)) / self.plain_name
            copy.write_bytes(self._context.workspace.attachments.read(self._attachment.sha256))
            copy.chmod(0o400)
        except OSError:
            self._context.tell(Failed("SSK-417", place=place.name, cause=""))
        except AppError as error:
            self._context.tell(error)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def save(self, path: Path) -> None:
        """Write a copy."""
        from desktop_app.errors import Failed

        try:
            path.write_bytes(self._context.workspace.attachments.read(self._attachment.sha256))
        except OSError:
            self._context.tell(Failed("SSK-417", place=path.parent.name, cause=""))
        except AppError as error:
            self._context.tell(error)
