"""Where a file shall go: the sticks that are in, the folder used last, or another one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.windows.drives import Drive, free_space, sticks
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em, tokens

_LOOK_EVERY_MS = 2000
_ROOM_BESIDE = 1_000_000


class Destination(QWidget):
    """One large button for each place; a stick that is put in appears by itself."""

    changed = Signal()

    def __init__(
        self,
        context: WindowContext,
        needed: int = 0,
        look: Callable[[], tuple[Drive, ...]] = sticks,
    ) -> None:
        super().__init__()
        self._context, self._needed, self._look = context, needed, look
        self._drives: tuple[Drive, ...] | None = None
        self._other: Path | None = _last_folder(context)
        self._chosen: Path | None = None
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(0.5))
        self._places = QWidget()
        self._column.addWidget(self._places)
        self._browse = QPushButton(self.tr("Another &folder…"))
        self._browse.setIcon(icon("arrow-right", tokens().accent))
        self._browse.setIconSize(QSize(em(1.1), em(1.1)))
        self._browse.setProperty("flat-link", True)
        self._browse.clicked.connect(self.choose_folder)
        self._column.addWidget(self._browse)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    @property
    def folder(self) -> Path | None:
        """The place chosen, None while there is none."""
        return self._chosen

    @property
    def on_stick(self) -> bool:
        """Whether the place chosen is a stick, to be taken out afterwards."""
        return any(drive.path == self._chosen for drive in self._drives or ())

    @property
    def largest_file(self) -> int | None:
        """The largest file the chosen stick can hold; None without a limit, or for a folder."""
        for drive in self._drives or ():
            if drive.path == self._chosen:
                return drive.largest_file
        return None

    def need(self, size: int) -> None:
        """Say how much room is needed; sticks without it are not offered."""
        if size != self._needed:
            self._needed = size
            self._show()

    def set_folder(self, folder: Path) -> None:
        """Choose a folder."""
        self._other = self._chosen = folder
        self._show()

    def choose_folder(self) -> None:
        """Let the person choose any folder."""
        begin = str(self._other or Path.home())
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write"), begin)
        if folder:
            self.set_folder(Path(folder))

    def remember(self) -> None:
        """Keep the folder chosen for the next time; sticks are found by themselves."""
        if self._chosen is not None and not self.on_stick:
            self._context.workspace.set_setting("last_folder", str(self._chosen))

    def refresh(self) -> None:
        """Look for sticks again."""
        drives = self._look()
        known = None if self._drives is None else {drive.path for drive in self._drives}
        if known is not None and known == {drive.path for drive in drives}:
            return
        fresh = [d.path for d in drives if known is not None and d.path not in known]
        self._drives = drives
        usable = [drive.path for drive in drives if self._fits(drive)]
        if fresh and fresh[0] in usable:
            self._chosen = fresh[0]
        elif self._chosen is None or (self._chosen not in usable and self._chosen != self._other):
            self._chosen = usable[0] if usable else self._other
        self._show()

    def _fits(self, drive: Drive) -> bool:
        return drive.writable and drive.free > self._needed + _ROOM_BESIDE

    def _show(self) -> None:
        old, self._places = self._places, QWidget()
        self._column.replaceWidget(old, self._places)
        old.deleteLater()
        rows = QVBoxLayout(self._places)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(em(0.5))
        if not self._drives:
            hint = QLabel(self.tr("No stick seen yet. Put one in and it appears here."))
            hint.setWordWrap(True)
            tint(hint, "quiet")
            rows.addWidget(hint)
        for drive in self._drives or ():
            rows.addWidget(self._button("usb", self._drive_text(drive), drive.path, drive))
        if self._other is not None and all(d.path != self._other for d in self._drives or ()):
            rows.addWidget(self._button("queue", self._folder_text(self._other), self._other))
        self.changed.emit()

    def _button(
        self, picture: str, text: str, path: Path, drive: Drive | None = None
    ) -> QPushButton:
        button = QPushButton(icon(picture, tokens().accent), text)
        button.setProperty("choice", True)
        button.setCheckable(True)
        button.setChecked(path == self._chosen)
        button.setEnabled(drive is None or self._fits(drive))
        button.setAccessibleName(text.replace("\n", ", "))
        button.setToolTip(str(path))
        button.setMinimumHeight(em(3.2))
        button.setIconSize(QSize(em(1.5), em(1.5)))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setStyleSheet("text-align: left")
        button.clicked.connect(lambda: self._choose(path))
        self._group.addButton(button)
        return button

    def _choose(self, path: Path) -> None:
        self._chosen = path
        self.changed.emit()

    def _drive_text(self, drive: Drive) -> str:
        if not drive.writable:
            return self.tr("Stick {name}\ncan only be read").format(name=drive.name)
        if not self._fits(drive):
            return self.tr("Stick {name}\nnot enough room, {free} free").format(
                name=drive.name, free=size_text(drive.free)
            )
        return self.tr("Stick {name}\n{free} free").format(
            name=drive.name, free=size_text(drive.free)
        )

    def _folder_text(self, folder: Path) -> str:
        free = free_space(folder)
        known = self.tr("{free} free").format(free=size_text(free)) if free >= 0 else str(folder)
        return f"{_short(folder)}\n{known}"

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while the person looks."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: leave the sticks alone."""
        super().hideEvent(event)
        self._timer.stop()


def _last_folder(context: WindowContext) -> Path | None:
    last = context.workspace.setting("last_folder")
    return Path(last) if last and Path(last).is_dir() else None


def _short(folder: Path) -> str:
    text = str(folder)
    return text if len(text) <= 56 else f"…{text[-55:]}"
