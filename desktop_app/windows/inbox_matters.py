"""What has to be looked at about what came in: one line each, leading to its list."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.windows.icons import icon
from desktop_app.windows.link_button import LinkButton
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import tokens


class InboxMatters(QWidget):
    """Senders to place, files set aside, numbers to ask about, versions to choose, computers."""

    changed = Signal()
    """Something was settled; lists are to be read again."""
    taken = Signal(object)
    """What came in because of it: an IntakeResult."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.buttons: dict[str, LinkButton] = {}
        for name in ("unplaced", "keys", "conflicts", "quarantine", "numbers"):
            button = self.buttons[name] = LinkButton()
            button.setIcon(icon("alert", tokens().amber))
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _on=False, n=name: self.show_list(n))
            column.addWidget(button)
        self.dialog: Any = None

    def refresh(self) -> None:
        """Count again what has to be looked at; what does not is hidden."""
        from desktop_app.services.home import matters

        found = matters(self._context.workspace)
        for name, text in (
            ("unplaced", self.tr("{number} senders are not in the list of units")),
            ("keys", self.tr("{number} new computers of units are to be confirmed")),
            ("conflicts", self.tr("{number} reports came in two versions")),
            ("quarantine", self.tr("{number} files are set aside")),
            ("numbers", self.tr("{number} bundles have not come in, or stand twice")),
        ):
            number = found[name]
            self.buttons[name].setVisible(number > 0)
            self.buttons[name].say(f"{text.format(number=number)}  ›")
        self.setVisible(any(found.values()))

    def show_list(self, name: str) -> None:
        """Open the list of one kind."""
        from desktop_app.windows.conflict_dialog import ConflictDialog
        from desktop_app.windows.keys_dialog import KeysDialog
        from desktop_app.windows.numbers_dialog import NumbersDialog
        from desktop_app.windows.placing_dialog import PlacingDialog
        from desktop_app.windows.quarantine_dialog import QuarantineDialog

        kinds: dict[str, Any] = {
            "unplaced": PlacingDialog,
            "keys": KeysDialog,
            "conflicts": ConflictDialog,
            "quarantine": QuarantineDialog,
            "numbers": NumbersDialog,
        }
        dialog = self.dialog = kinds[name](self._context, self)
        if name in ("unplaced", "keys", "quarantine"):
            dialog.taken.connect(self.taken)
        dialog.finished.connect(lambda _code: self._closed())
        dialog.open()

    def _closed(self) -> None:
        self.refresh()
        self.changed.emit()
