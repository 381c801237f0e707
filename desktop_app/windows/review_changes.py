"""An earlier revision and this one as one text: what was added is underlined, removed struck."""

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.windows.answer_text import label_of, node_named, row_text, value_text
from desktop_app.windows.looks import tint
from desktop_app.windows.theme import QUESTION, em, scaled_font, tokens

if TYPE_CHECKING:
    from desktop_app.domain.word_differences import Piece
    from desktop_app.services.review_revisions import Comparison


class ChangesView(QWidget):
    """The questions that are answered otherwise, with what had been asked about them."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._language = "vi"
        self.only_changes = QCheckBox(self.tr("Only what &differs"))
        self.only_changes.setChecked(True)
        self.only_changes.toggled.connect(lambda _on: self._fill())
        self._legend = QLabel()
        self._legend.setWordWrap(True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self.room = QScrollArea()
        self.room.setWidgetResizable(True)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setAccessibleName(self.tr("What differs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.3))
        column.addWidget(self.only_changes)
        column.addWidget(self._legend)
        column.addWidget(self.room, 1)

    def show_comparison(self, comparison: "Comparison", language: str) -> None:
        """Show what differs between an earlier revision and this one."""
        self._comparison, self._language = comparison, language
        self._fill()
        self.room.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        from desktop_app.domain.word_differences import ADDED, REMOVED, Piece

        comparison = self._comparison
        if comparison is None:
            return
        added = _html((Piece(ADDED, self.tr("added")),))
        removed = _html((Piece(REMOVED, self.tr("removed")),))
        self._legend.setText(f"{added} · {removed}")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, em(0.5), 0)
        column.setSpacing(em(0.5))
        asked = comparison.comments_on("")
        if asked:
            column.addWidget(self._asked("\n".join(asked)))
        if not comparison.differing:
            same = _plain(self.tr("No answer differs from that revision."))
            column.addWidget(same)
        for name in comparison.questions:
            if name in comparison.differing or not self.only_changes.isChecked():
                column.addWidget(self._card(comparison, name))
        files = self._files(comparison)
        if files is not None:
            column.addWidget(files)
        column.addStretch(1)
        self.room.setWidget(body)

    def _asked(self, text: str) -> QLabel:
        assert self._comparison is not None
        said = self.tr("Asked of revision {number}: {comment}").format(
            number=self._comparison.earlier.number, comment=text
        )
        label = _plain(said)
        tint(label, "amber")
        return label

    def _card(self, comparison: "Comparison", name: str) -> QFrame:
        new = node_named(comparison.form, name) if comparison.form else None
        old = node_named(comparison.earlier_form, name) if comparison.earlier_form else None
        node = new or old
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(em(0.8), em(0.5), em(0.8), em(0.5))
        column.setSpacing(em(0.3))
        heading = _plain(label_of(node, self._language) if node is not None else name)
        heading.setFont(scaled_font(QUESTION * 0.9, bold=True))
        column.addWidget(heading)
        for comment in comparison.comments_on(name):
            column.addWidget(self._asked(comment))
        before, after = comparison.before.get(name), comparison.after.get(name)
        text = QLabel()
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines = self._lines(node, before, after)
        text.setText("<br>".join(_html(pieces) for pieces in lines))
        text.setAccessibleName(self._spoken(lines))
        column.addWidget(text)
        return card

    def _lines(self, node: Any, before: Any, after: Any) -> "list[tuple[Piece, ...]]":
        from desktop_app.domain.word_differences import aligned_lines, differing_words

        if isinstance(before, list) and isinstance(after, list) and hasattr(node, "children"):
            old = [row_text(node, row, self._language) for row in before]
            new = [row_text(node, row, self._language) for row in after]
            pairs = aligned_lines(old, new)
            shown = [pair for pair in pairs if pair[0] != pair[1]]
            if not shown or not self.only_changes.isChecked():
                shown = list(pairs)
            return [differing_words(mine or "", other or "") for mine, other in shown]
        if node is None:
            return [differing_words(_raw(before), _raw(after))]
        texts = (value_text(node, value, self._language) for value in (before, after))
        return [differing_words(*texts)]

    def _spoken(self, lines: "list[tuple[Piece, ...]]") -> str:
        """Return the text for a screen reader, which sees no underline."""
        from desktop_app.domain.word_differences import ADDED, REMOVED

        said: list[str] = []
        for pieces in lines:
            for piece in pieces:
                if piece.kind == ADDED:
                    said.append(self.tr("[added: {text}]").format(text=piece.text))
                elif piece.kind == REMOVED:
                    said.append(self.tr("[removed: {text}]").format(text=piece.text))
                else:
                    said.append(piece.text)
        return " ".join(said)

    def _files(self, comparison: "Comparison") -> QFrame | None:
        from desktop_app.domain.word_differences import ADDED, REMOVED, Piece

        changed = [(ADDED, file) for file in comparison.files_added]
        changed += [(REMOVED, file) for file in comparison.files_removed]
        if not changed:
            return None
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        heading = _plain(self.tr("Attached files"))
        heading.setFont(scaled_font(QUESTION * 0.9, bold=True))
        column.addWidget(heading)
        for kind, file in changed:
            word = self.tr("added") if kind == ADDED else self.tr("removed")
            line = QLabel(f"{escape(word)}: {_html((Piece(kind, file.name),))}")
            line.setTextFormat(Qt.TextFormat.RichText)
            line.setWordWrap(True)
            column.addWidget(line)
        return card


def _raw(value: Any) -> str:
    """Return an answer no form is known for, as far as it can be read at all."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(_raw(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_raw(each)}" for name, each in value.items())
    return str(value)


def _html(pieces: "tuple[Piece, ...]") -> str:
    """Return pieces as rich text: added ones underlined on green, removed ones struck on red."""
    from desktop_app.domain.word_differences import ADDED, REMOVED

    colours = tokens()
    looks = {
        ADDED: f"text-decoration: underline; background-color: {colours.green_soft}",
        REMOVED: f"text-decoration: line-through; background-color: {colours.red_soft}",
    }
    parts: list[str] = []
    for piece in pieces:
        text = escape(piece.text).replace("\n", "<br>")
        look = looks.get(piece.kind)
        parts.append(f'<span style="{look}">{text}</span>' if look else text)
    return "".join(parts)


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
