"""F1 in every window of the program: the guide at the page about what is in front."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.windows.help_window import HelpWindow
from desktop_app.windows.page import WindowContext

_GIVEN = "has_help_key"


class HelpKeys(QObject):
    """Gives each window F1 when it first comes to the front, and shows the one help window.

    A window says what it is about by ``help_subject``; a dialog that says nothing is about the page
    it was opened over.
    """

    tour_wanted = Signal()

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._main = context, parent
        self._window: HelpWindow | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._window_changed)
        self._give(parent)

    def _window_changed(self, _window: object) -> None:
        # A window that is being destroyed may have caused this: looked at once it is gone.
        QTimer.singleShot(0, self, self._give_active)

    def _give_active(self) -> None:
        active = QApplication.activeWindow()
        if active is not None and not isinstance(active, HelpWindow):
            self._give(active)

    def _give(self, window: QWidget) -> None:
        if not window.property(_GIVEN):
            window.setProperty(_GIVEN, True)
            # Nothing of the window is held here: a box ends with whoever made it.
            QShortcut(QKeySequence("F1"), window).activated.connect(self._pressed)

    def _pressed(self) -> None:
        active = QApplication.activeWindow()
        if active is not None:
            self.show_for(active)

    @property
    def window(self) -> HelpWindow | None:
        """The help window while it is open."""
        if self._window is not None and not isValid(self._window):
            self._window = None
        return self._window

    def show_for(self, window: QWidget) -> None:
        """Show the page about what has the focus in a window."""
        self.show(subject_of(window.focusWidget() or window))

    def show(self, subject: str) -> None:
        """Show the page about a subject, in the help window that is open or in a new one."""
        # A box that waits for an answer keeps the keys from every window but its own children.
        box = QApplication.activeModalWidget()
        parent = box if box is not None and box.isModal() else None
        shown = self.window
        if shown is None or shown.parentWidget() is not parent:
            if shown is not None:
                shown.close()
            shown = self._window = HelpWindow(self._context, parent, self._main)
            shown.tour_wanted.connect(self.tour_wanted)
        shown.offer_tour(parent is None)
        shown.show_about(subject)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def close(self) -> None:
        """Close the help window with the window it explains."""
        if self.window is not None:
            self.window.close()


def subject_of(widget: QWidget | None) -> str:
    """Return what a widget is about, or what it stands on or was opened over."""
    from desktop_app.services.guide import FIRST

    while widget is not None:
        subject = getattr(widget, "help_subject", "")
        if subject:
            return str(subject)
        widget = widget.parentWidget()
    return FIRST
