"""The one place for looks: colours by meaning, spacing and type in font units, three themes.

Colours have meaning: grey for a draft, blue for on its way, amber for needs you, green for
accepted, red only for danger. Each state also has an icon and a word.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.resource_files import resource_path

BASE_POINTS = 11.0
QUESTION, TITLE, READ_BACK = 13 / 11, 18 / 11, 22 / 11


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme."""

    window: str
    card: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    accent_soft: str
    neutral: str
    blue: str
    amber: str
    green: str
    red: str
    amber_soft: str
    green_soft: str
    blue_soft: str
    red_soft: str


LIGHT = Tokens(
    window="#f3f4f1",
    card="#ffffff",
    line="#d5d9d4",
    text="#1d2733",
    quiet="#56616c",
    accent="#14507a",
    on_accent="#ffffff",
    accent_soft="#dce8f1",
    neutral="#56616c",
    blue="#14507a",
    amber="#8a4b00",
    green="#1d6a38",
    red="#a8201a",
    amber_soft="#fdf0d9",
    green_soft="#e1f1e5",
    blue_soft="#e3edf5",
    red_soft="#fae3e1",
)
DARK = Tokens(
    window="#1a1f24",
    card="#242a31",
    line="#3d4650",
    text="#eceff1",
    quiet="#adb7c0",
    accent="#7fbce8",
    on_accent="#0d1b26",
    accent_soft="#2c4154",
    neutral="#adb7c0",
    blue="#8cc4ee",
    amber="#f0b45e",
    green="#83cf9a",
    red="#ff9d94",
    amber_soft="#43351d",
    green_soft="#1f3a2a",
    blue_soft="#22384a",
    red_soft="#4a2826",
)
CONTRAST = Tokens(
    window="#000000",
    card="#000000",
    line="#ffffff",
    text="#ffffff",
    quiet="#e6e6e6",
    accent="#ffff00",
    on_accent="#000000",
    accent_soft="#3d3d00",
    neutral="#e6e6e6",
    blue="#66d9ff",
    amber="#ffc933",
    green="#7dff8a",
    red="#ff9c94",
    amber_soft="#332600",
    green_soft="#00330a",
    blue_soft="#002b3d",
    red_soft="#3d0400",
)
"""Much contrast: white and bright colours on black, every border drawn."""

_THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
THEMES = ("system", *_THEMES)
"""What a person may choose; ``system`` follows the computer, its high contrast too."""

STATE_COLOURS = {
    "draft": "neutral",
    "ready": "blue",
    "none": "neutral",
    "not_filed": "neutral",
    "filed": "blue",
    "recognised": "green",
    "refused": "neutral",
    "queued": "blue",
    "bundled": "blue",
    "handed_over": "blue",
    "received": "blue",
    "accepted": "green",
    "returned": "amber",
    "declined": "neutral",
    "uploaded": "green",
    "withdrawn": "neutral",
    "reviewing": "blue",
    "valid": "green",
    "invalid": "amber",
    "partly_received": "blue",
    "new": "green",
    "newer": "green",
    "same": "neutral",
    "older": "neutral",
    "conflict": "amber",
    "quarantined": "amber",
    "unknown": "neutral",
    "to_merge": "amber",
    "frozen": "neutral",
}


def tokens() -> Tokens:
    """Return the colours of the theme in use."""
    application = QApplication.instance()
    chosen = None if application is None else application.property("theme")
    return _THEMES.get(str(chosen), LIGHT)


def state_colour(state: str) -> str:
    """Return the colour of a state in the theme in use."""
    return str(getattr(tokens(), STATE_COLOURS.get(state, "neutral")))


def scaled_font(factor: float = 1.0, *, bold: bool = False) -> QFont:
    """Return the interface font at a size relative to the base."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    return font


def em(factor: float = 1.0) -> int:
    """Return a length in pixels: one is the height of the base font's line of text."""
    from PySide6.QtGui import QFontMetricsF

    return round(QFontMetricsF(QApplication.font()).height() * factor)


def apply_theme(application: QApplication, choice: str = "system", percent: int = 100) -> None:
    """Set style, palette, font size and shapes; ``choice`` is one of ``THEMES``."""
    application.setProperty("theme", _of_system(application) if choice == "system" else choice)
    application.setStyle("Fusion")
    font = application.font()
    font.setPointSizeF(BASE_POINTS * percent / 100)
    application.setFont(font)
    colours = tokens()
    application.setPalette(_palette(colours))
    edges = _edges(colours) if colours is CONTRAST else ""
    application.setStyleSheet(_shapes(colours) + edges)


def _of_system(application: QApplication) -> str:
    hints = application.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.red,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.quiet,
        QPalette.ColorRole.Mid: colours.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette


def _shapes(colours: Tokens) -> str:
    """Return the few shapes Fusion does not have, all lengths in font units."""
    theme = "light" if colours is LIGHT else "dark"
    arrow = resource_path("icons", f"chevron-down-{theme}.svg").as_posix()
    return f"""
    QFrame[card="true"] {{ background: {colours.card}; border: 1px solid {colours.line};
        border-radius: 0.5em; }}
    QPushButton {{ padding: 0.45em 1em; border: 1px solid {colours.line}; border-radius: 0.4em;
        background: {colours.card}; color: {colours.text}; }}
    QPushButton:hover {{ background: {colours.accent_soft}; }}
    QPushButton:focus {{ border: 2px solid {colours.accent}; }}
    QPushButton:disabled {{ color: {colours.quiet}; background: {colours.window}; }}
    QPushButton[primary="true"] {{ background: {colours.accent}; color: {colours.on_accent};
        border: 1px solid {colours.accent}; font-weight: 600; padding: 0.6em 1.4em; }}
    QPushButton[primary="true"]:disabled {{ background: {colours.line}; color: {colours.quiet};
        border-color: {colours.line}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {colours.text}; }}
    QPushButton[choice="true"]:checked {{ background: {colours.accent_soft};
        border: 2px solid {colours.accent}; font-weight: 600; }}
    QPushButton[rail="true"] {{ text-align: left; border: none; border-left: 0.28em solid
        transparent; border-radius: 0; padding: 0.5em 0.9em; background: transparent; }}
    QPushButton[rail="true"]:hover {{ background: {colours.accent_soft}; }}
    QPushButton[rail="true"]:checked {{ background: {colours.accent_soft}; font-weight: 700;
        border-left: 0.28em solid {colours.accent}; }}
    QPushButton[rail="true"]:focus {{ border-left: 0.28em solid {colours.text}; }}
    QPushButton[flat-link="true"] {{ border: none; background: transparent; text-align: left;
        color: {colours.accent}; padding: 0.3em 0.2em; }}
    QPushButton[flat-link="true"]:focus {{ border: 1px solid {colours.accent}; }}
    QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{ padding: 0.35em 0.5em;
        border: 1px solid {colours.line}; border-radius: 0.35em; background: {colours.card};
        color: {colours.text}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {colours.accent}; }}
    QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {colours.window}; }}
    QComboBox::drop-down {{ border: none; width: 1.8em; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 1em; height: 1em; }}
    QTableView {{ border: 1px solid {colours.line}; border-radius: 0.4em;
        gridline-color: {colours.line}; background: {colours.card};
        selection-background-color: {colours.accent_soft}; selection-color: {colours.text}; }}
    QTableView::item {{ padding: 0.2em 0.5em; }}
    QHeaderView::section {{ background: {colours.window}; color: {colours.quiet}; border: none;
        border-bottom: 1px solid {colours.line}; padding: 0.4em 0.5em; font-weight: 600; }}
    QListWidget {{ border: 1px solid {colours.line}; border-radius: 0.4em;
        background: {colours.card}; selection-background-color: {colours.accent_soft};
        selection-color: {colours.text}; }}
    QListWidget::item {{ padding: 0.4em; }}
    QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator {{
        width: 1em; height: 1em; }}
    QScrollArea {{ border: none; background: transparent; }}
    QFrame[rail="true"] {{ background: {colours.card}; border: none;
        border-right: 1px solid {colours.line}; }}
    QProgressBar {{ border: 1px solid {colours.line}; border-radius: 0.4em; text-align: center;
        background: {colours.card}; color: {colours.text}; }}
    QProgressBar::chunk {{ background: {colours.accent}; border-radius: 0.35em; }}
    """


def _edges(colours: Tokens) -> str:
    """Return the edges Fusion draws darker than the ground, which black has nothing darker for."""
    return f"""
    QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked {{
        border: 2px solid {colours.line}; background: {colours.card}; }}
    QRadioButton::indicator:unchecked {{ border-radius: 0.55em; }}
    QTabBar::tab {{ border: 1px solid {colours.line}; padding: 0.35em 0.45em; }}
    QTabBar::tab:selected {{ border: 2px solid {colours.accent}; font-weight: 700; }}
    QScrollBar {{ background: {colours.window}; border: 1px solid {colours.line}; }}
    QScrollBar:vertical {{ width: 1em; }}
    QScrollBar:horizontal {{ height: 1em; }}
    QScrollBar::handle {{ background: {colours.line}; }}
    QScrollBar::handle:disabled {{ background: {colours.window}; }}
    QScrollBar::handle:vertical {{ min-height: 1.5em; }}
    QScrollBar::handle:horizontal {{ min-width: 1.5em; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QDialog {{ border: 2px solid {colours.line}; }}
    QMenu {{ border: 1px solid {colours.line}; }}
    QMenu::item:selected {{ background: {colours.accent}; color: {colours.on_accent}; }}
    """
