"""Choosing from the folder of the scanner: new pictures, none taken by itself."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services.scanned import ScannedFile, scan_folder, scanned_files
from desktop_app.windows.editor.incoming_files import IncomingFile
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em, tokens
from desktop_app.windows.working import Working

_AGAIN_MS = 2500


class ScanDialog(QDialog):
    """Shows what lies in the folder, the newest first; what is ticked is taken."""

    help_subject = "attachments"

    chosen = Signal(list)

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("From the folder of the scanner"))
        fit_window(self, parent, 52, 38)
        self._context = context
        self._folder = scan_folder(context.workspace)
        self._where = QLabel()
        self._where.setWordWrap(True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        other = QPushButton(self.tr("Another folder…"))
        other.clicked.connect(self._choose_folder)
        head = QHBoxLayout()
        head.addWidget(self._where, 1)
        head.addWidget(other)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files in the folder"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(QSize(em(9), em(7)))
        self.list.setGridSize(QSize(em(11), em(11)))
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.itemActivated.connect(self._turn)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self.working = Working(context)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.take_button = QPushButton(self.tr("Take what is ticked"))
        self.take_button.setProperty("primary", True)
        self.take_button.clicked.connect(self._take)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.working)
        column.addLayout(foot)
        self._watch = QFileSystemWatcher(self)
        # A scanner writes for a while; what is being written is looked at again later.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.look)
        self._watch.directoryChanged.connect(lambda _folder: self._again.start())
        self._tell()
        if self._folder is not None:
            self.look()
        else:
            self._where.setText(self.tr("Choose the folder where the scanner puts its files."))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the scanner"), str(self._folder or "")
        )
        if name:
            self._folder = Path(name)
            self.look()

    def look(self) -> None:
        """Look into the folder again, beside the window."""
        folder = self._folder
        if folder is None or self.working.busy:
            return
        workspace = self._context.workspace
        self.working.run(
            self.tr("Looking at the pictures…"),
            lambda step: scanned_files(workspace, folder, step),
            on_success=self._show,
            on_failure=self._fail,
            in_files=True,
        )

    def _fail(self, error: AppError) -> None:
        self.list.clear()
        self._said.setText(told(error, self._context.language))
        tint(self._said, "amber")

    def _show(self, files: tuple[ScannedFile, ...]) -> None:
        assert self._folder is not None
        if self._watch.directories():
            self._watch.removePaths(self._watch.directories())
        self._watch.addPath(str(self._folder))
        self._where.setText(str(self._folder))
        ticked = set(self._ticked())
        self.list.clear()
        for file in files:
            item = QListWidgetItem(f"{file.path.name}\n{size_text(file.size)}")
            picture = QPixmap()
            drawn = file.small and picture.loadFromData(file.small)
            item.setIcon(QIcon(picture) if drawn else icon("paperclip", tokens().quiet))
            item.setData(Qt.ItemDataRole.UserRole, str(file.path))
            item.setToolTip(file.path.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            again = str(file.path) in ticked
            item.setCheckState(Qt.CheckState.Checked if again else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if files:
            self.list.setFocus()
        self._tell()

    def _turn(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _ticked(self) -> list[str]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _tell(self) -> None:
        ticked = len(self._ticked())
        self.take_button.setEnabled(ticked > 0)
        if self._folder is not None and not self.list.count():
            self._said.setText(self.tr("No pictures or PDFs here yet; new ones appear."))
        else:
            self._said.setText(self.tr("{number} ticked").format(number=ticked) if ticked else "")
        tint(self._said, "quiet")

    def _take(self) -> None:
        files = [IncomingFile(Path(name).name, Path(name)) for name in self._ticked()]
        self.accept()
        self.chosen.emit(files)
