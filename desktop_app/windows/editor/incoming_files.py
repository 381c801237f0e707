"""Files that a person chose, dropped or pasted, before anything is done with them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence

WANTED = "*.jpg *.jpeg *.png *.heic *.heif *.webp *.pdf *.docx *.xlsx"


@dataclass(frozen=True)
class IncomingFile:
    """A file by its path, or a pasted picture by its bytes."""

    name: str
    path: Path | None = None
    data: bytes = b""


def files_in(data: QMimeData) -> list[IncomingFile]:
    """Return the files, or the picture, that are dropped or lie in the clipboard."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found = [IncomingFile(path.name, path) for path in paths if path.is_file()]
    if not found and data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub asks for bytes
            found = [IncomingFile("anh-dan.png", data=bytes(buffer.data().data()))]
    return found


def pasted(event: QKeyEvent) -> list[IncomingFile]:
    """Return the files a key pastes; none when it is another key or the clipboard has none."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return []
    return files_in(QGuiApplication.clipboard().mimeData())
