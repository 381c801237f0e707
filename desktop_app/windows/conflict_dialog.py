"""Two versions of one report, side by side with what differs; the officer chooses one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.text import mark_text
from desktop_app.errors import AppError
from desktop_app.windows.answer_text import label_of, node_named, value_text
from desktop_app.windows.carried_words import moment_text
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import QUESTION, TITLE, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.conflicts import Conflict, Version
    from desktop_app.services.shared_drafts import Difference


class ConflictDialog(QDialog):
    """Goes through the reports with two versions, one after the other."""

    settled = Signal(str)

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Two versions of a report"))
        self._context = context
        self.conflict: Conflict | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.title.setFont(scaled_font(TITLE, bold=True))
        self.said = QLabel()
        self.said.setWordWrap(True)
        for label in (self.title, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("What differs"))
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.later_button = QPushButton(self.tr("&Later"))
        self.here_button = QPushButton(self.tr("Use the one &here"))
        self.came_button = QPushButton(self.tr("Use the one that &came"))
        self.later_button.clicked.connect(self.accept)
        self.here_button.clicked.connect(lambda: self._settle(came=False))
        self.came_button.clicked.connect(lambda: self._settle(came=True))
        for button in (self.later_button, self.here_button, self.came_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        fit_window(self, parent, 62, 38)
        self.refresh()

    def refresh(self) -> None:
        """Show the first report that waits for a choice; close when none does."""
        from desktop_app.services.conflicts import list_conflicts

        waiting = list_conflicts(self._context.workspace)
        if not waiting:
            self.accept()
            return
        self._show(waiting[0], len(waiting))

    def _show(self, conflict: "Conflict", number: int) -> None:
        self.conflict = conflict
        self.title.setText(conflict.title)
        text = self.tr(
            "{unit} sent two versions of this report that went on in different ways. Both are "
            "kept. The version you do not use goes back to whoever wrote it. {number} to choose."
        )
        self.said.setText(text.format(unit=conflict.unit, number=number))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        column.addWidget(self._heads(conflict))
        for difference in conflict.differences:
            column.addWidget(self._card(conflict, difference))
        if not conflict.differences:
            same = QLabel(self.tr("The answers are the same; only their earlier revisions differ."))
            same.setWordWrap(True)
            column.addWidget(same)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self.later_button.setFocus()

    def _heads(self, conflict: "Conflict") -> QWidget:
        heads = QWidget()
        grid = QGridLayout(heads)
        grid.setContentsMargins(16, 0, 16, 0)
        sides = (
            (self.tr("In use here"), conflict.here),
            (self.tr("Came later"), conflict.came),
        )
        for place, (name, version) in enumerate(sides):
            grid.setColumnStretch(place, 1)
            label = QLabel(f"{name}\n{self._about(version)}")
            label.setWordWrap(True)
            label.setFont(scaled_font(1.0, bold=True))
            grid.addWidget(label, 0, place)
        return heads

    def _about(self, version: "Version") -> str:
        return self.tr(
            "Revision {revision} of {moment}, computer {device}, bundle {number}, mark {mark}"
        ).format(
            revision=version.revision,
            moment=moment_text(version.frozen_at, self._context.workspace.now().tzinfo),
            device=version.device or "–",
            number=version.sequence,
            mark=mark_text(version.hash, 8),
        )

    def _card(self, conflict: "Conflict", difference: "Difference") -> QFrame:
        language = self._context.language
        node = node_named(conflict.form, difference.name) if conflict.form else None
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        heading = QLabel(label_of(node, language) if node is not None else difference.name)
        heading.setFont(scaled_font(QUESTION, bold=True))
        heading.setWordWrap(True)
        grid.addWidget(heading, 0, 0, 1, 2)
        for place, value in enumerate((difference.mine, difference.theirs)):
            grid.setColumnStretch(place, 1)
            text = QLabel(value_text(node, value, language) or self.tr("(not answered)"))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if value is None:
                tint(text, "quiet")
            grid.addWidget(text, 1, place)
        return card

    def _settle(self, *, came: bool) -> None:
        from desktop_app.services import conflicts

        conflict = self.conflict
        if conflict is None:
            return
        chosen = conflict.came if came else conflict.here
        try:
            conflicts.settle(self._context.workspace, conflict.id, chosen.hash)
        except AppError as error:
            self._context.tell(error)
            return
        self.settled.emit(conflict.id)
        self.refresh()
