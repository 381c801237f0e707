"""What every page of the window is, and what it is given."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.errors import AppError
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.theme import TITLE, scaled_font

if TYPE_CHECKING:
    from desktop_app.workspace import Workspace


@dataclass
class WindowContext:
    """What pages work with: the book, the worker, the language, and how to tell an error."""

    workspace: "Workspace"
    tasks: BackgroundTasks
    language: str
    tell: Callable[[AppError], None]
    begin_again: Callable[[], None] = lambda: None
    """Shows the book afresh: another one stands where the one before was."""


class Page(QWidget):
    """One place of the window; shows what services say and sends meaningful events."""

    go = Signal(str, dict)
    """Asks the window to open another page, with arguments."""
    said = Signal(str)
    """A short word for the state line, such as "Đã lưu 10:42"."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self.context = context
        self.workspace = context.workspace

    def opened(self, **_arguments: Any) -> None:
        """Show the page afresh; called whenever the person comes here."""

    def refresh(self) -> None:
        """Read again what the page shows; the person stays where they are."""

    def leave(self) -> None:
        """Keep what is not kept yet; called before another page or the end."""


def as_title(label: QLabel) -> None:
    """Make a label the page's title."""
    label.setFont(scaled_font(TITLE, bold=True))
