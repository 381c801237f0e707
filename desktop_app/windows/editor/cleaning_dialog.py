"""Text in an old encoding, letters of another script: before and after, changed only on yes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
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

from desktop_app.domain.cleaning import Reason, Suggestion
from desktop_app.domain.findings import Path
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.theme import QUESTION, TITLE, scaled_font, tokens


class CleaningDialog(QDialog):
    """Shows every suggestion; what is ticked is changed, each as a step that can be undone."""

    help_subject = "old-fonts"

    taken = Signal(object)
    """Answers were changed; the path of the first."""

    def __init__(
        self,
        parent: QWidget,
        draft: FormDraft,
        found: Sequence[Suggestion],
        where: Callable[[Path], str],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mend the letters"))
        window = parent.window()
        self.resize(window.width() - 60, window.height() - 60)
        self._draft, self._where = draft, where
        self.ticks: list[tuple[QCheckBox, Suggestion]] = []
        column = QVBoxLayout(self)
        column.setSpacing(12)
        title = QLabel(self.tr("Mend the letters"))
        title.setFont(scaled_font(TITLE, bold=True))
        said = QLabel(
            self.tr(
                "These texts have letters that others cannot read or find. Compare before and "
                "after; what is ticked is changed and can be undone."
            )
        )
        said.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(said)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setSpacing(12)
        for suggestion in found:
            lines.addWidget(self._card(suggestion))
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Suggestions"))
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        later = QPushButton(self.tr("Leave as it is"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self.change_button = QPushButton(self.tr("Change what is ticked"))
        self.change_button.setProperty("primary", True)
        self.change_button.clicked.connect(self._change)
        self.change_button.setDefault(True)
        foot.addWidget(later)
        foot.addWidget(self.change_button)
        column.addLayout(foot)

    def _card(self, suggestion: Suggestion) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        name = self._where(suggestion.path).rstrip(": ")
        tick = QCheckBox(f"{name} – {self._reason(suggestion)}")
        tick.setFont(scaled_font(QUESTION, bold=True))
        tick.setChecked(True)
        tick.toggled.connect(lambda _on: self._tell())
        self.ticks.append((tick, suggestion))
        grid.addWidget(tick, 0, 0, 1, 2)
        sides = (
            (self.tr("Now"), suggestion.before),
            (self.tr("After"), suggestion.after),
        )
        for column, (side, text) in enumerate(sides):
            heading = QLabel(side)
            heading.setStyleSheet(f"color: {tokens().quiet}")
            shown = QLabel(text)
            shown.setWordWrap(True)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(heading, 1, column)
            grid.addWidget(shown, 2, column)
        return card

    def _reason(self, suggestion: Suggestion) -> str:
        if suggestion.reason is Reason.LEGACY and suggestion.encoding is not None:
            return self.tr("old encoding {name}").format(name=suggestion.encoding.upper())
        return self.tr("letters of another alphabet in “{word}”").format(word=suggestion.word)

    def _chosen(self) -> list[Suggestion]:
        return [suggestion for tick, suggestion in self.ticks if tick.isChecked()]

    def _tell(self) -> None:
        self.change_button.setEnabled(bool(self._chosen()))

    def _change(self) -> None:
        chosen = self._chosen()
        for suggestion in chosen:
            # Only the text that was shown is changed.
            if self._draft.at(suggestion.path) == suggestion.before:
                self._draft.change(suggestion.path, suggestion.after)
        self.accept()
        self.taken.emit(chosen[0].path)
