"""Files that a person chose, dropped or pasted, before anything is done with them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence

WANTED = "*.jpg *.jpeg *.png *.heic *.heif *.webp *.pdf *.docx *.xlsx"


@dataclass(frozen=True)
class IncomingFile:
    """A file by its path, or a picture that was pasted."""

    name: str
    path: Path | None = None
    image: QImage | None = None

    def pasted_bytes(self) -> bytes:
        """Return a pasted picture as PNG; slow for a large one, so not for the window's thread."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if self.image is not None:
            self.image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub asks for bytes
        return bytes(buffer.data().data())


def how_many(data: QMimeData) -> int:
    """Return how many files or pictures there are, without looking at them."""
    return sum(url.isLocalFile() for url in data.urls()) or int(data.hasImage())


def files_in(data: QMimeData) -> list[IncomingFile]:
    """Return the files, or the picture, that are dropped or lie in the clipboard."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found = [IncomingFile(path.name, path) for path in paths if path.is_file()]
    if not found and data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            found = [IncomingFile("anh-dan.png", image=image)]
    return found


def pasted(event: QKeyEvent) -> list[IncomingFile]:
    """Return the files a key pastes; none when it is another key or the clipboard has none."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return []
    return files_in(QGuiApplication.clipboard().mimeData())
