"""Officers who share the book: confirmed by four words, given a role, let go."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.telling import ask

if TYPE_CHECKING:
    from desktop_app.services.officers import OfficerRow

_COLOURS = {"asked": "returned", "known": "accepted", "revoked": "declined"}


class OfficersDialog(ListDialog):
    """Lists the officers, those to be confirmed first."""

    help_subject = "office-server"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("Name"), self._name, stretch=True),
            Column(self.tr("Role"), lambda row: self._roles()[row.role], width=10, extra=True),
            Column(self.tr("Four words"), lambda row: row.words, width=13),
            Column(self.tr("State"), self._state, lambda row: _COLOURS[row.state], width=12),
        )
        super().__init__(
            context,
            parent,
            self.tr("Officers who share the book"),
            self.tr(
                "Whoever asks to join reads four words to you by phone; when they are the same "
                "here, it is their computer. An officer takes in, decides and answers; a reader "
                "reads and prints; a head also looks after units, targets and officers."
            ),
            columns,
        )
        self.confirm_button = self.add_button(
            self.tr("The words are the &same"),
            lambda: self.give(None),
            primary=True,
            allowed=lambda row: row is not None and row.state != "known",
        )
        self.role_button = self.add_button(
            self.tr("&Role"),
            lambda: None,
            allowed=lambda row: row is not None and row.state == "known",
        )
        menu = QMenu(self.role_button)
        for role, name in self._roles().items():
            menu.addAction(name, self._giving(role))
        self.role_button.setMenu(menu)
        self.revoke_button = self.add_button(
            self.tr("&Let go…"),
            self.revoke,
            allowed=lambda row: row is not None and row.state != "revoked" and not row.own,
        )
        self.refresh()

    def _giving(self, role: str) -> Callable[[], None]:
        return lambda: self.give(role)

    def refresh(self) -> None:
        """Read the list again."""
        from desktop_app.services.officers import list_officers

        book = self.context.workspace
        self.context.tasks.start(self, lambda _step: list_officers(book), on_success=self.show_rows)

    def _roles(self) -> dict[str, str]:
        return {
            "officer": self.tr("Officer"),
            "reader": self.tr("Reader"),
            "head": self.tr("Head"),
        }

    def _name(self, row: "OfficerRow") -> str:
        return self.tr("{name} (this computer)").format(name=row.name) if row.own else row.name

    def detail_of(self, row: "OfficerRow") -> str:
        """Return name and role, for where the list has no room for them."""
        return f"{self._name(row)} · {self._roles()[row.role]}"

    def _state(self, row: "OfficerRow") -> str:
        return {
            "asked": self.tr("To be compared"),
            "known": self.tr("Shares the book"),
            "revoked": self.tr("Let go"),
        }[row.state]

    def _do(self, work: Callable[[], Any]) -> None:
        self.context.tasks.start(
            self, lambda _step: work(), on_success=lambda _result: self.refresh()
        )

    def give(self, role: str | None) -> None:
        """Let the chosen one in, or give them another role."""
        from desktop_app.services import officers

        row, book = self.row, self.context.workspace
        if row is None:
            return
        if role is None:
            self._do(lambda: officers.confirm(book, row.id))
        else:
            self._do(lambda: officers.set_role(book, row.id, role))

    def revoke(self) -> None:
        """Ask, then let the chosen one share the book no more."""
        from desktop_app.services import officers

        row, book = self.row, self.context.workspace
        if row is None:
            return
        question = self.tr(
            "{name} will not share the book any more. What they decided stays, with their name."
        ).format(name=row.name)
        if ask(self, question, self.tr("Let go")):
            self._do(lambda: officers.revoke(book, row.id))
