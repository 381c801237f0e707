"""Beside the questions: what to write, and what is left to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.findings import Finding, Path
from desktop_app.windows.icons import icon
from desktop_app.windows.theme import scaled_font, tokens


class SidePanel(QTabWidget):
    """Guidance for the question under the cursor, and the checklist."""

    jumped = Signal(object)
    """A finding was chosen: the path it is about."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self._label = QLabel()
        self._label.setFont(scaled_font(1, bold=True))
        self._guidance = QLabel()
        self._similar = QLabel()
        self._similar.setStyleSheet(f"background: {tokens().amber_soft}; padding: 0.6em")
        for label in (self._label, self._guidance, self._similar):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self._similar.hide()
        column.addStretch(1)
        guide = QScrollArea()
        guide.setWidgetResizable(True)
        guide.setAccessibleName(self.tr("What to write"))
        guide.setWidget(inside)
        self.checklist = QListWidget()
        self.checklist.setAccessibleName(self.tr("Checklist"))
        self.checklist.setWordWrap(True)
        self.checklist.itemActivated.connect(self._jump)
        self.checklist.itemClicked.connect(self._jump)
        self.addTab(guide, self.tr("What to write"))
        self.addTab(self.checklist, self.tr("Checklist"))

    def guide(self, label: str, hint: str, guidance: str) -> None:
        """Show what to write in a question."""
        self._label.setText(label)
        self._guidance.setText("\n\n".join(part for part in (hint, guidance) if part))

    def show_similar(self, lines: Sequence[str]) -> None:
        """Show titles of the same book that are alike; none hides the place."""
        said = [self.tr("Similar in this book:"), *lines]
        self._similar.setText("\n".join(said))
        self._similar.setVisible(bool(lines))

    def show_findings(
        self,
        findings: Sequence[Finding],
        said: Callable[[Finding], str],
        where: Callable[[Path], str],
    ) -> None:
        """List what is needed, then what is advised, each with a jump."""
        row = self.checklist.currentRow()
        self.checklist.clear()
        for finding in findings:
            mark = self.tr("needed") if finding.blocking else self.tr("advice")
            text = where(finding.path) + said(finding)
            item = QListWidgetItem(text)
            colour = tokens().amber if finding.blocking else tokens().blue
            item.setIcon(icon("alert" if finding.blocking else "info", colour))
            item.setData(Qt.ItemDataRole.UserRole, finding.path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{mark}: {text}")
            item.setToolTip(mark)
            self.checklist.addItem(item)
        self.checklist.setCurrentRow(min(row, self.checklist.count() - 1))

    def show_checklist(self) -> None:
        """Bring the checklist to the front and put the cursor in it."""
        self.setCurrentIndex(1)
        self.checklist.setFocus()
        if self.checklist.currentRow() < 0:
            self.checklist.setCurrentRow(0)

    def _jump(self, item: QListWidgetItem) -> None:
        self.jumped.emit(tuple(item.data(Qt.ItemDataRole.UserRole)))
