"""Small looks several pages share, set through palettes so that fonts and themes keep working."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QWidget

from desktop_app.windows.theme import em, tokens


def tint(label: QLabel, colour: str) -> None:
    """Give a label one of the theme's colours, such as ``amber``; its font stays."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(tokens(), colour)))
    label.setPalette(palette)


def soften(view: QAbstractItemView) -> None:
    """Mark the chosen row softly: the colours of states must stay readable on it."""
    colours = tokens()
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.accent_soft))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.text))
    view.setPalette(palette)


def typed_in(table: QTableView) -> None:
    """Let cells be typed into at once or after a click, and Tab lead out of the table again."""
    trigger = QAbstractItemView.EditTrigger
    table.setEditTriggers(
        trigger.DoubleClicked
        | trigger.SelectedClicked
        | trigger.EditKeyPressed
        | trigger.AnyKeyPressed
    )
    table.setTabKeyNavigation(False)


def fit_window(dialog: QWidget, parent: QWidget, width: float, height: float) -> None:
    """Give a dialog a size in font heights, never larger than the window it stands over."""
    window = parent.window().size()
    dialog.resize(
        min(em(width), max(em(16), window.width() - em(1))),
        min(em(height), max(em(12), window.height() - em(1))),
    )
