"""Attachments are shown or saved, never run: pictures and Word files inside, the rest as a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.domain.text import ascii_name
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.looks import fit_window
from desktop_app.windows.page import WindowContext
from desktop_app.windows.page_view import PageView
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment

_ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Picture(QWidget):
    """A picture as large as there is room, never blown up."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        self.setMinimumSize(em(12), em(10))

    def sizeHint(self) -> QSize:
        """Return the picture's own size."""
        return self._image.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle."""
        room = self.size() * self.devicePixelRatioF()
        shown = self._image
        if shown.width() > room.width() or shown.height() > room.height():
            shown = shown.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        size = shown.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter = QPainter(self)
        painter.drawImage(QPointF(left, top), shown)
        painter.end()


class AttachmentDialog(QDialog):
    """Shows one attachment and saves a copy of it."""

    def __init__(self, context: WindowContext, attachment: "Attachment", parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._attachment = context, attachment
        self.setWindowTitle(attachment.name)
        head = QLabel(f"{attachment.name} · {size_text(attachment.size)}")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setFont(scaled_font(1.1, bold=True))
        save = QPushButton(self.tr("&Save a copy…"))
        save.clicked.connect(self._choose)
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(save)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(head)
        column.addWidget(self._content(), 1)
        column.addLayout(foot)
        fit_window(self, parent, 48, 36)

    def _content(self) -> QWidget:
        """Return the picture, the pages, or a sentence for what is not shown here."""
        try:
            data = self._context.workspace.attachments.read(self._attachment.sha256)
            image = QImage()
            if self._attachment.media_type.startswith("image/") and image.loadFromData(data):
                return Picture(image, self._attachment.name)
            if self._attachment.media_type == _WORD:
                view = PageView()
                view.show_document(data, self._attachment.name)
                return view
            said = self.tr("This kind of file is not shown here. Save a copy to look at it.")
        except AppError as error:
            said = told(error, self._context.language)
        label = QLabel(said)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

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

    def save(self, path: Path) -> None:
        """Write a copy."""
        from desktop_app.errors import Failed

        try:
            path.write_bytes(self._context.workspace.attachments.read(self._attachment.sha256))
        except OSError:
            self._context.tell(Failed("SSK-417", place=path.parent.name, cause=""))
        except AppError as error:
            self._context.tell(error)
