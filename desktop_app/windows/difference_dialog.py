"""Somebody else decided meanwhile: what they did, and whether to put one's own on top of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.carried_words import moment_text
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.second_writer import Change, Difference


class DifferenceDialog(QDialog):
    """Shows what others did since it was opened here; verdicts are added, never written over."""

    keep = Signal()
    """What the other one did stays as it is."""
    on_top = Signal(int)
    """Decide again, knowing the version named."""

    def __init__(
        self, context: WindowContext, parent: QWidget, difference: "Difference", mine: str
    ) -> None:
        """``mine`` is the verdict that was about to be given: accepted, returned, declined."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Decided by somebody else meanwhile"))
        self._context, self._difference = context, difference
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        title = self._label(f"{difference.code} · {difference.title}")
        title.setFont(scaled_font(TITLE, bold=True))
        column.addWidget(title)
        column.addWidget(
            self._label(
                self.tr(
                    "While you had this open, somebody else worked on it. Your own decision was "
                    "not kept yet, and nothing was written over."
                )
            )
        )
        column.addWidget(self._changes(), 1)
        if mine:
            text = self.tr("Your decision would be: {verdict}")
            own = self._label(text.format(verdict=self._verdicts()[mine]))
            own.setFont(scaled_font(1.0, bold=True))
            column.addWidget(own)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.top_button = QPushButton(self.tr("Put &mine on top"))
        self.keep_button = QPushButton(self.tr("&Keep the other one's"))
        self.keep_button.setProperty("primary", True)
        self.top_button.clicked.connect(self._on_top)
        self.keep_button.clicked.connect(self._keep)
        self.top_button.setVisible(bool(mine))
        for button in (self.top_button, self.keep_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        fit_window(self, parent, 44, 30)
        self.keep_button.setFocus()

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _changes(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for change in self._difference.changes:
            column.addWidget(self._card(change))
        if not self._difference.changes:
            column.addWidget(self._label(self.tr("Its state was changed.")))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("What was done meanwhile"))
        scroll.setWidget(inside)
        return scroll

    def _card(self, change: "Change") -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        said = self._label(self._what(change))
        said.setFont(scaled_font(1.0, bold=True))
        column.addWidget(said)
        moment = moment_text(change.at, self._context.workspace.now().tzinfo)
        by = change.by or self.tr("Somebody")
        who = self._label(f"{by} · {moment}")
        tint(who, "quiet")
        column.addWidget(who)
        for text in (change.comment, *(each.comment for each in change.questions)):
            if text:
                column.addWidget(self._label(f"“{text}”"))
        return card

    def _what(self, change: "Change") -> str:
        if change.action == "decide":
            return self._verdicts().get(change.verdict, change.verdict)
        if change.action == "undo decision":
            return self.tr("The decision was taken back")
        return self.tr("Changed otherwise")

    def _verdicts(self) -> dict[str, str]:
        return {
            "accepted": self.tr("Accepted"),
            "returned": self.tr("Returned"),
            "declined": self.tr("Declined"),
        }

    def _keep(self) -> None:
        self.keep.emit()
        self.accept()

    def _on_top(self) -> None:
        self.on_top.emit(self._difference.version)
        self.accept()
