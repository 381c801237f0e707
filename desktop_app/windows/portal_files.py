"""The files of a sheet: dragged out of the window as copies, or saved into a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop_app.domain.numbers import size_text
from desktop_app.services.portal_entry import EntryAttachment
from desktop_app.services.portal_words import note_text
from desktop_app.windows.icons import icon
from desktop_app.windows.theme import em, tokens

_NAME = Qt.ItemDataRole.UserRole


class PortalFiles(QListWidget):
    """Attachments by name and size, what the portal would not take marked; drag takes copies."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Attachments"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(em(1), em(1)))
        self._places: dict[str, Path] = {}

    def show_files(self, files: Sequence[EntryAttachment], language: str) -> None:
        """Show the files of a sheet; they can be dragged once their copies are there."""
        self.clear()
        self._places = {}
        for file in files:
            said = f"{file.name} · {size_text(file.size)}"
            colour, picture = tokens().text, "paperclip"
            if file.problem is not None:
                said += f" · {note_text(file.problem, language)}"
                colour, picture = tokens().amber, "alert"
            item = QListWidgetItem(icon(picture, colour), said)
            item.setData(_NAME, file.name)
            item.setToolTip(said)
            self.addItem(item)
        lines = min(3, max(1, len(files)))
        self.setFixedHeight(round(em(2.1) * lines + em(0.6)))
        self.setVisible(bool(files))

    def set_places(self, places: Sequence[Path]) -> None:
        """Say where the copies are that are dragged."""
        self._places = {place.name: place for place in places}

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Return the copies of the chosen files as addresses of files; called by Qt to drag."""
        data = QMimeData()
        names = [str(item.data(_NAME)) for item in items]
        places = [self._places[name] for name in names if name in self._places]
        data.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """A copy only: what is dragged away must not go from here."""
        return Qt.DropAction.CopyAction
