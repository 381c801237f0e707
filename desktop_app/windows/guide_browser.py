"""One page of the guide: text in the size of the theme, pictures as wide as there is room."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop_app.domain.text import fold
from desktop_app.services.guide import beginning_with
from desktop_app.windows.theme import em, tokens


class GuideBrowser(QTextBrowser):
    """Shows Markdown; links are told, never followed by itself, and nothing is fetched."""

    followed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._markdown, self._width = "", 0
        self.setOpenLinks(False)
        # Always there: the width of pictures must not depend on how long the page becomes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(lambda url: self.followed.emit(_decoded(url)))
        self.document().setDocumentMargin(em(0.8))
        self.document().setIndentWidth(em(1.2))

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning."""
        self._markdown = text
        self._width = self._room()
        self.document().clear()
        self.setMarkdown(text)
        self.verticalScrollBar().setValue(0)

    def fit_pictures(self) -> None:
        """Lay the page out again when there is another width for its pictures."""
        if self._markdown and self._room() != self._width and "](pictures/" in self._markdown:
            place = self.verticalScrollBar().value()
            self.show_markdown(self._markdown)
            self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give pictures of the guide in the width there is; nothing else is loaded."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return None
        path = (self._folder / _decoded(QUrl(name))).resolve()
        if not path.is_relative_to(self._folder.resolve()):
            return None
        picture = QImage(str(path))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        wide = min(picture.width(), round(self._room() * ratio))
        fitted = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def mark(self, words: str) -> None:
        """Mark words of a search on the page, with or without tone marks."""
        selections = []
        for word in fold(words).split():
            for start, end in _places(self.document(), word):
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                shape = QTextCharFormat()
                shape.setBackground(QColor(tokens().amber_soft))
                selection.format = shape
                selections.append(selection)
        self.setExtraSelections(selections)

    def _room(self) -> int:
        return max(em(8), self.viewport().width() - 2 * em(0.8) - em(0.5))


def _decoded(url: QUrl) -> str:
    return QUrl.fromPercentEncoding(url.toEncoded())


def _places(document: QTextDocument, word: str) -> list[tuple[int, int]]:
    """Return where a folded word stands; folding letter by letter keeps the places."""
    found = []
    block = document.begin()
    while block.isValid():
        folded = [fold(letter) or " " for letter in block.text()]
        # One letter stays one letter in NFC; what folds to more would move the rest.
        line = "".join(letter[0] for letter in folded)
        for match in beginning_with(word).finditer(line):
            start, end = match.span()
            found.append((block.position() + start, block.position() + end))
        block = block.next()
    return found
