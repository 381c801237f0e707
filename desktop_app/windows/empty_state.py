"""What stands where a list is still empty: one sentence, and the button that starts it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


def empty_state(text: str, button: QPushButton) -> QWidget:
    """Return the part; the sentence takes as many lines as its width asks for."""
    part = QWidget()
    said = QLabel(text)
    said.setWordWrap(True)
    said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column = QVBoxLayout(part)
    column.addStretch(1)
    column.addWidget(said)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(2)
    return part
