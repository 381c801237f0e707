"""Two initiatives side by side; what both say is marked by ground and underline."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.shared_text import Span
from desktop_app.services.side_by_side import SharedText, Side, shared, telling_names
from desktop_app.windows.answer_text import label_of, node_named, value_text
from desktop_app.windows.looks import tint
from desktop_app.windows.theme import QUESTION, em, scaled_font, tokens
from desktop_app.windows.words import day, word

if TYPE_CHECKING:
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class Pair:
    """Everything shown of two initiatives, made beside the window."""

    first: Side
    second: Side
    texts: tuple[tuple[str, SharedText], ...]
    """Each question's label and what both answered."""


def make_pair(first: Side, second: Side, language: str) -> Pair:
    """Read the answers of two initiatives as people read them, and find what both say."""
    texts = []
    for name in telling_names(first, second):
        sides = []
        label = name
        for side in (first, second):
            node = _node_of(name, (side.form, first.form, second.form, side.usual))
            if node is not None and label == name:
                label = label_of(node, language)
            sides.append(value_text(node, side.answers.get(name), language))
        texts.append((label, shared(*sides)))
    return Pair(first, second, tuple(texts))


def _node_of(name: str, forms: Sequence["Form | None"]) -> Any:
    """Return the question of the first form that has it."""
    known = (node_named(form, name) for form in forms if form is not None)
    return next((node for node in known if node is not None), None)


def marked_html(text: str, spans: Sequence[Span]) -> str:
    """Return a text as quoted content, its marked places with ground and underline."""
    parts, at = [], 0
    style = f"background-color: {tokens().amber_soft}; text-decoration: underline"
    for span in spans:
        parts.append(escape(text[at : span.begin]))
        parts.append(f'<span style="{style}">{escape(text[span.begin : span.end])}</span>')
        at = span.end
    parts.append(escape(text[at:]))
    return '<div style="white-space: pre-wrap">' + "".join(parts) + "</div>"


class SideBySideView(QScrollArea):
    """The two, a card for each question; scrolled with the keys while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Both initiatives, side by side"))
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show a sentence instead of two initiatives."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        tint(label, "quiet")
        self.setWidget(label)

    def show_pair(self, pair: Pair, said: str) -> None:
        """Show two initiatives from the top, under a sentence about both."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(em(0.5), em(0.5), em(0.5), em(0.5))
        column.setSpacing(em(0.6))
        column.addWidget(_plain(said))
        column.addWidget(self._heads(pair))
        legend = QLabel()
        legend.setTextFormat(Qt.TextFormat.RichText)
        legend.setWordWrap(True)
        example = self.tr("What both say looks like this.")
        legend.setText(marked_html(example, (Span(0, len(example)),)))
        column.addWidget(legend)
        for label, texts in pair.texts:
            column.addWidget(self._card(label, texts))
        column.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(0)

    def _heads(self, pair: Pair) -> QWidget:
        heads = QWidget()
        grid = QGridLayout(heads)
        grid.setContentsMargins(em(0.6), 0, em(0.6), 0)
        grid.setHorizontalSpacing(em(1))
        names = (self.tr("This one"), self.tr("The other"))
        for place, (name, side) in enumerate(zip(names, (pair.first, pair.second), strict=True)):
            grid.setColumnStretch(place, 1)
            head = _plain(f"{name}: {side.code}")
            head.setFont(scaled_font(1.0, bold=True))
            about = _plain(self._about(side))
            grid.addWidget(head, 0, place)
            grid.addWidget(about, 1, place)
            about.setAccessibleName(f"{name}: {side.title}. {self._about(side)}")
        return heads

    def _about(self, side: Side) -> str:
        lines = [
            side.unit,
            self.tr("Authors: {authors}").format(authors=side.authors or "–"),
            self.tr("Revision {number} of {day}").format(
                number=side.revision, day=day(side.frozen_at)
            ),
            word(side.submission),
        ]
        if side.comment:
            lines.append(self.tr("Comment: {comment}").format(comment=side.comment))
        return "\n".join(line for line in lines if line)

    def _card(self, label: str, texts: SharedText) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setHorizontalSpacing(em(1))
        heading = _plain(label)
        heading.setFont(scaled_font(QUESTION, bold=True))
        grid.addWidget(heading, 0, 0, 1, 2)
        sides = ((texts.first, texts.in_first), (texts.second, texts.in_second))
        for place, (text, spans) in enumerate(sides):
            grid.setColumnStretch(place, 1)
            shown = QLabel()
            shown.setWordWrap(True)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            if text:
                shown.setTextFormat(Qt.TextFormat.RichText)
                shown.setText(marked_html(text, spans))
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            else:
                shown.setText(self.tr("(not answered)"))
                tint(shown, "quiet")
            shown.setAccessibleName(f"{label}: {text or shown.text()}")
            grid.addWidget(shown, 1, place)
        return card


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
