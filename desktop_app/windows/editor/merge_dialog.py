"""The same draft changed on two computers: side by side, one choice for every difference."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.forms.form import Form
from desktop_app.services.shared_drafts import BOTH, MINE, THEIRS, Difference, WaitingMerge
from desktop_app.windows.answer_text import label_of, node_named, value_text
from desktop_app.windows.theme import QUESTION, TITLE, scaled_font, tokens


class MergeDialog(QDialog):
    """Asks for every difference; nothing is chosen beforehand."""

    help_subject = "sharing"

    def __init__(self, parent: QWidget, form: Form, waiting: WaitingMerge, language: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two versions of this draft"))
        window = parent.window()
        self.resize(window.width() - 60, window.height() - 60)
        self._form, self._language = form, language
        self.groups: dict[str, QButtonGroup] = {}
        column = QVBoxLayout(self)
        column.setSpacing(12)
        title = QLabel(self.tr("Two versions of this draft"))
        title.setFont(scaled_font(TITLE, bold=True))
        said = QLabel(
            self.tr(
                "This draft was also changed on computer {device}. Choose for each question; "
                "what is not chosen can still be brought back with undo."
            ).format(device=waiting.device)
        )
        said.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(said)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setSpacing(12)
        for difference in waiting.differences:
            lines.addWidget(self._card(difference))
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Differences"))
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        self._left = QLabel()
        self._left.setStyleSheet(f"color: {tokens().amber}")
        later = QPushButton(self.tr("Later"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self.merge_button = QPushButton(self.tr("Merge"))
        self.merge_button.setProperty("primary", True)
        self.merge_button.clicked.connect(self.accept)
        foot.addWidget(self._left, 1)
        foot.addWidget(later)
        foot.addWidget(self.merge_button)
        column.addLayout(foot)
        self._tell()

    def _card(self, difference: Difference) -> QFrame:
        node = node_named(self._form, difference.name)
        label = label_of(node, self._language) if node is not None else difference.name
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        heading = QLabel(label)
        heading.setFont(scaled_font(QUESTION, bold=True))
        heading.setWordWrap(True)
        grid.addWidget(heading, 0, 0, 1, 2)
        group = self.groups[difference.name] = QButtonGroup(card)
        sides = (
            (MINE, self.tr("This computer"), difference.mine),
            (THEIRS, self.tr("The other computer"), difference.theirs),
        )
        for column, (side, name, value) in enumerate(sides):
            button = self._choice(group, side, name, label)
            grid.addWidget(button, 1, column)
            text = QLabel(value_text(node, value, self._language) or self.tr("(not answered)"))
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(text, 2, column)
        if difference.can_join:
            both = self._choice(group, BOTH, self.tr("Keep both, one after the other"), label)
            grid.addWidget(both, 3, 0, 1, 2)
        group.buttonToggled.connect(lambda _button, _on: self._tell())
        return card

    def _choice(self, group: QButtonGroup, side: str, name: str, label: str) -> QRadioButton:
        button = QRadioButton(name)
        button.setAccessibleName(f"{label}: {name}")
        button.setProperty("side", side)
        group.addButton(button)
        return button

    def choices(self) -> Mapping[str, str]:
        """Return what was chosen so far, by question."""
        return {
            name: str(button.property("side"))
            for name, group in self.groups.items()
            if (button := group.checkedButton()) is not None
        }

    def _tell(self) -> None:
        left = len(self.groups) - len(self.choices())
        self.merge_button.setEnabled(left == 0)
        self._left.setText(self.tr("{number} still to choose").format(number=left) if left else "")
