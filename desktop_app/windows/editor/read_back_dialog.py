"""The report in large print, to be read to its authors before they sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.answer_text import answered
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.theme import READ_BACK, TITLE, em, scaled_font, tokens


class ReadBackDialog(QDialog):
    """Every answer with its question; one press goes back to a question to mend it."""

    help_subject = "documents"

    jumped = Signal(object)

    def __init__(self, parent: QWidget, draft: FormDraft, code: str) -> None:
        super().__init__(parent)
        assert draft.evaluation is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read back to the author"))
        window = parent.window()
        self.resize(window.width() - 40, window.height() - 40)
        column = QVBoxLayout(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("The report in large print"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(em(2), em(1), em(2), em(2))
        lines.setSpacing(em(0.8))
        heading = self._line(code, READ_BACK, bold=True)
        lines.addWidget(heading)
        visible = draft.evaluation.visible_answers()
        for section, questions in answered(draft.form, visible, draft.language):
            if section:
                part = self._line(section, TITLE, bold=True)
                part.setStyleSheet(f"color: {tokens().accent}")
                lines.addWidget(part)
            for name, label, text in questions:
                lines.addLayout(self._answer(name, label, text, draft.read_only))
        lines.addStretch(1)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        hint = QLabel(self.tr("Space reads on; every author checks name and share."))
        hint.setStyleSheet(f"color: {tokens().quiet}")
        hint.setWordWrap(True)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        column.addLayout(foot)
        self._scroll.setFocus()

    def _line(self, text: str, size: float, *, bold: bool = False) -> QLabel:
        label = QLabel(text)
        label.setFont(scaled_font(size, bold=bold))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _answer(self, name: str, label: str, text: str, read_only: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        column = QVBoxLayout()
        asked = self._line(label, 1)
        asked.setStyleSheet(f"color: {tokens().quiet}")
        column.addWidget(asked)
        column.addWidget(self._line(text, READ_BACK))
        line.addLayout(column, 1)
        if not read_only:
            mend = QPushButton(self.tr("Mend"))
            mend.setAccessibleName(self.tr("Mend: {question}").format(question=label))
            mend.setAutoDefault(False)
            mend.clicked.connect(lambda: self._mend(name))
            line.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _mend(self, name: str) -> None:
        self.accept()
        self.jumped.emit((name,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_PageDown):
            bar.setValue(bar.value() + bar.pageStep() - em(3))
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep() + em(3))
        else:
            super().keyPressEvent(event)
