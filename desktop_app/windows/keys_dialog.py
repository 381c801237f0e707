"""Computers of the units: four words to compare by phone, confirmed or refused."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column

if TYPE_CHECKING:
    from desktop_app.services.inbox import IntakeResult
    from desktop_app.services.unit_keys import KeyRow

_COLOURS = {"asked": "returned", "known": "accepted", "revoked": "declined"}


class KeysDialog(ListDialog):
    """Lists the computers bundles came from, those to be confirmed first."""

    help_subject = "four-words"

    taken = Signal(object)
    """What was set aside for a key and came in when it was confirmed: an IntakeResult."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("Unit"), lambda row: row.unit, stretch=True),
            Column(self.tr("Computer"), lambda row: row.device, width=6, extra=True),
            Column(self.tr("Four words"), lambda row: row.words, width=15),
            Column(self.tr("State"), self._state, lambda row: _COLOURS[row.state], width=14),
        )
        super().__init__(
            context,
            parent,
            self.tr("Computers of the units"),
            self.tr(
                "Call the unit on a number you know. In its Settings stand four words; when they "
                "are the same as here, it is its computer. Until then a new computer can bring "
                "new reports but replaces none, and answers are not sealed to it."
            ),
            columns,
        )
        self.confirm_button = self.add_button(
            self.tr("The words are the &same"),
            self.confirm,
            primary=True,
            allowed=lambda row: row is not None and row.state != "known",
        )
        self.revoke_button = self.add_button(
            self.tr("&Refuse this computer…"),
            self.revoke,
            allowed=lambda row: row is not None and row.state != "revoked",
        )
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        from desktop_app.services.unit_keys import list_keys

        own = self.context.workspace.own.unit_id
        rows = list_keys(self.context.workspace)
        self.show_rows([row for row in rows if row.unit_id != own])

    def _state(self, row: "KeyRow") -> str:
        return {
            "asked": self.tr("To be compared"),
            "known": self.tr("Known"),
            "revoked": self.tr("Refused"),
        }[row.state]

    def confirm(self) -> None:
        """Take the chosen key as the unit's; what waited for it comes in."""
        from desktop_app.services import unit_keys

        row = self.row
        if row is None:
            return
        key = row.sign_key
        self.context.tasks.start(
            self,
            lambda _step: unit_keys.confirm(self.context.workspace, key),
            on_success=self._confirmed,
        )

    def _confirmed(self, result: "IntakeResult | None") -> None:
        self.refresh()
        if result is not None:
            self.taken.emit(result)

    def revoke(self) -> None:
        """Ask, then refuse the chosen key."""
        row = self.row
        if row is None:
            return
        box = self.box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            self.tr("Refuse computer {device} of {unit}?").format(device=row.device, unit=row.unit)
        )
        box.setInformativeText(
            self.tr(
                "Its bundles are refused from now on and answers are not sealed to it any more. "
                "What it brought stays. This can be taken back."
            )
        )
        yes = box.addButton(self.tr("Refuse it"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        key = row.sign_key
        box.finished.connect(
            lambda _code: self.revoked(key) if box.clickedButton() is yes else None
        )
        box.open()

    def revoked(self, sign_key: str) -> None:
        """Refuse a key."""
        from desktop_app.services import unit_keys

        unit_keys.revoke(self.context.workspace, sign_key)
        self.refresh()
