"""What the check says of a report: each finding leads to the answer it is about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.windows.looks import tint
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from desktop_app.domain.findings import Finding


class FindingsView(QWidget):
    """The findings, blocking ones first; F goes from one to the next."""

    wanted = Signal(str)
    """The name of the question or table a finding is about."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._at = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(0.2))
        self._lines: list[QWidget] = []
        self.buttons: list[QPushButton] = []

    def show_findings(self, findings: "Sequence[Finding]", language: str) -> None:
        """Show the findings on a report."""
        from desktop_app.services.drafting import finding_text

        self._findings, self._at = tuple(findings), -1
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines, self.buttons = [], []
        self.setVisible(bool(findings))
        if findings:
            head = QLabel(self.tr("What the check says (F: next)"))
            head.setWordWrap(True)
            head.setFont(scaled_font(1.0, bold=True))
            self._put(head)
        for finding in findings:
            self._put(self._line(finding, finding_text(finding, language)))

    def _put(self, line: QWidget) -> None:
        self._column.addWidget(line)
        self._lines.append(line)

    def _line(self, finding: "Finding", text: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        weight = self.tr("Must") if finding.blocking else self.tr("Should")
        said = QLabel(f"{weight}: {text}")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        tint(said, "amber" if finding.blocking else "quiet")
        row.addWidget(said, 1)
        if finding.path:
            show = QPushButton(self.tr("Look"))
            show.setProperty("flat-link", True)
            show.setAccessibleName(self.tr("Look at the answer: {finding}").format(finding=text))
            show.clicked.connect(lambda: self.wanted.emit(str(finding.path[0])))
            self.buttons.append(show)
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def next(self) -> None:
        """Ask for the answer of the next finding that is about one; after the last the first."""
        placed = [finding for finding in self._findings if finding.path]
        if placed:
            self._at = (self._at + 1) % len(placed)
            self.wanted.emit(str(placed[self._at].path[0]))
