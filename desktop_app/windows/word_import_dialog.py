"""A worker's Word file beside the questions: each piece is looked at, then taken."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.word_import.pieces import LIKELY, SURE, WordPiece
from desktop_app.services.word_import.proposal import destinations, moved
from desktop_app.services.word_import.taking import Taken, WordDraft, read_word, take
from desktop_app.windows.answer_text import label_of
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import QUESTION, TITLE, em, scaled_font
from desktop_app.windows.working import Working

_MOST_SHOWN = 700
_REMARKS_SHOWN = 12


class PieceCard(QFrame):
    """One piece of the file on the left, the question it goes to on the right."""

    changed = Signal()

    def __init__(self, draft: WordDraft, piece: WordPiece, language: str, answered: bool) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._draft, self._found, self._answered = draft, piece, answered
        self.piece: WordPiece | None = piece
        grid = QGridLayout(self)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setHorizontalSpacing(em(1.5))
        heading = QLabel(piece.heading or self.tr("(no heading)"))
        heading.setFont(scaled_font(QUESTION, bold=True))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        grid.addWidget(heading, 0, 0)
        grid.addWidget(self._content(), 1, 0, 5, 1, Qt.AlignmentFlag.AlignTop)
        self.tick = QCheckBox(self.tr("Take"))
        self.tick.setAccessibleName(f"{self.tick.text()}: {heading.text()}")
        self.tick.toggled.connect(self.changed)
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Question"))
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sure = QLabel()
        self.sure.setWordWrap(True)
        self.replace = QCheckBox(self.tr("Put it in place of the answer that is there"))
        self._fill(language)
        self.where.currentIndexChanged.connect(lambda _index: self._move())
        for row, widget in enumerate((self.tick, self.where, self.sure, self.replace)):
            grid.addWidget(widget, row, 1)
        grid.setRowStretch(4, 1)
        self.tick.setChecked(piece.path is not None and piece.confidence >= LIKELY)
        self._tell()

    def _content(self) -> QWidget:
        piece = self._found
        if piece.picture is not None:
            shown = QLabel(piece.text or piece.picture.name)
            pixmap = QPixmap()
            # A file from outside: only what is small enough to be looked at is drawn.
            if len(piece.picture.data) < 8_000_000 and pixmap.loadFromData(piece.picture.data):
                size = em(9)
                shown.setPixmap(pixmap.scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio))
                shown.setAccessibleName(piece.text or piece.picture.name)
            return shown
        text = piece.text
        cut = text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN].rstrip() + " …"
        shown = QLabel(cut)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if piece.before:
            shown.setText(f"{piece.before[:_MOST_SHOWN]}\n→\n{cut}")
        return shown

    def _fill(self, language: str) -> None:
        piece = self._found
        form = self._draft.form
        labels = {node.name: label_of(node, language) for path, node in form.walk() if not path}
        names = list(destinations(form))
        own = str(piece.path[0]) if piece.path else ""
        fixed = piece.picture is not None or isinstance(piece.value, list)
        if fixed:
            names = [own] if own else []
        elif own and own not in names:
            names.insert(0, own)
        self.where.addItem(self.tr("No question – leave it"), "")
        for name in names:
            self.where.addItem(labels.get(name, name).split("\n")[0], name)
        self.where.setCurrentIndex(max(0, self.where.findData(own)))

    def _move(self) -> None:
        name = self.where.currentData()
        own = str(self._found.path[0]) if self._found.path else ""
        if name == own:
            self.piece = self._found
        elif name:
            self.piece = moved(self._draft.form, self._found, name)
        else:
            self.piece = None
        self.tick.setChecked(self.piece is not None and self.piece.path is not None)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        piece = self.piece
        placed = piece is not None and piece.path is not None
        self.tick.setEnabled(placed)
        self.replace.setVisible(placed and self._answered and self.piece is self._found)
        if piece is None and self.where.currentData():
            said, colour = self.tr("Does not fit this question."), "amber"
        elif piece is None or piece.path is None:
            said, colour = self.tr("Not taken. Choose a question if it belongs to one."), "quiet"
        elif piece.pending:
            said, colour = self.tr("Not a clear number or date; kept for you to read."), "amber"
        elif piece is not self._found:
            said, colour = self.tr("As you chose"), "green"
        elif piece.confidence >= SURE:
            said, colour = self.tr("Fits well"), "green"
        elif piece.confidence >= LIKELY:
            said, colour = self.tr("Probably fits"), "blue"
        else:
            said, colour = self.tr("Look twice"), "amber"
        self.sure.setText(said)
        tint(self.sure, colour)

    def chosen(self) -> WordPiece | None:
        """Return the piece as it shall be taken, None when it is left."""
        return self.piece if self.tick.isChecked() and self.tick.isEnabled() else None

    def replaces(self) -> str:
        """Return the question whose answer gives way, nothing for none."""
        piece = self.chosen()
        wanted = self.replace.isChecked() and not self.replace.isHidden()
        return str(piece.path[0]) if wanted and piece is not None and piece.path else ""


class WordImportDialog(QDialog):
    """Reads a Word file, shows its pieces, takes what is ticked into a draft or a new one."""

    help_subject = "import"

    taken = Signal(str)
    """The initiative the pieces went into."""

    def __init__(
        self,
        context: WindowContext,
        workspace: Any,
        file: Path,
        parent: QWidget,
        initiative_id: str | None = None,
        answered: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("From a Word file"))
        fit_window(self, parent, 66, 44)
        self._context, self._workspace, self._file = context, workspace, file
        self._initiative_id, self._answered = initiative_id, answered
        self._draft: WordDraft | None = None
        self.cards: list[PieceCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        title = QLabel(self.tr("What of “{file}” goes where?").format(file=file.name))
        title.setFont(scaled_font(TITLE, bold=True))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        column.addWidget(title)
        self.before = _note("amber")
        self.old = QCheckBox(
            self.tr("Turn text in old encodings into Unicode (each piece shows before and after)")
        )
        self.old.setChecked(True)
        self.old.hide()
        self.old.toggled.connect(lambda _on: self._show())
        self.remarks = _note("text")
        column.addWidget(self.before)
        column.addWidget(self.old)
        column.addWidget(self.remarks)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Pieces of the file"))
        column.addWidget(self._scroll, 1)
        self.working = Working(context)
        column.addWidget(self.working)
        column.addLayout(self._foot())
        self._tell()
        self.working.run(
            self.tr("Reading the file…"),
            lambda _step: read_word(workspace, file, initiative_id),
            on_success=self._read,
            on_failure=self._not_read,
        )

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._count = QLabel()
        tint(self._count, "quiet")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take_button = QPushButton(self.tr("Take what is ticked"))
        self.take_button.setProperty("primary", True)
        self.take_button.clicked.connect(self._take)
        foot.addWidget(self._count, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.take_button)
        return foot

    # Reading

    def _not_read(self, error: Any) -> None:
        self.reject()
        self._context.tell(error)

    def _read(self, draft: WordDraft) -> None:
        self._draft = draft
        self.take_button.setDefault(True)
        self.take_button.setFocus()
        self.old.setVisible(draft.old)
        if draft.taken_before:
            self.before.setText(
                self.tr("This file was taken into {dossier} before.").format(
                    dossier=draft.taken_before
                )
            )
            self.before.show()
        if draft.remarks:
            self.remarks.setText(self._remarks_text(draft))
            self.remarks.show()
        self._show()

    def _remarks_text(self, draft: WordDraft) -> str:
        names = {
            "inserted": self.tr("Tracked insertion, kept"),
            "deleted": self.tr("Tracked deletion, left out"),
            "comment": self.tr("Comment"),
        }
        lines = [
            f"{names[remark.kind]} ({remark.author or '?'}): {remark.text[:200]}"
            for remark in draft.remarks[:_REMARKS_SHOWN]
        ]
        more = len(draft.remarks) - _REMARKS_SHOWN
        if more > 0:
            lines.append(self.tr("and {number} more").format(number=more))
        return "\n".join(lines)

    def _show(self) -> None:
        assert self._draft is not None
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        self.cards = []
        for piece in self._draft.pieces(readable=self.old.isChecked()):
            name = str(piece.path[0]) if piece.path else ""
            answered = name in self._answered and not isinstance(piece.value, list)
            card = PieceCard(self._draft, piece, self._context.language, answered)
            card.changed.connect(self._tell)
            self.cards.append(card)
            column.addWidget(card)
        if not self.cards:
            column.addWidget(QLabel(self.tr("Nothing is written in this file.")))
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._tell()

    def _chosen(self) -> list[WordPiece]:
        return [piece for card in self.cards if (piece := card.chosen()) is not None]

    def _tell(self) -> None:
        chosen = len(self._chosen())
        self.take_button.setEnabled(chosen > 0)
        self._count.setText(
            self.tr("{number} of {all} pieces").format(number=chosen, all=len(self.cards))
            if self.cards
            else ""
        )

    # Taking

    def _take(self) -> None:
        draft, chosen = self._draft, self._chosen()
        assert draft is not None
        replace = frozenset(name for card in self.cards if (name := card.replaces()))
        self.take_button.setEnabled(False)
        workspace, into = self._workspace, self._initiative_id
        self.working.run(
            self.tr("Taking…"),
            lambda _step: take(workspace, draft, chosen, into, replace=replace),
            on_success=self._done,
            on_failure=self._not_taken,
        )

    def _not_taken(self, error: Any) -> None:
        self._tell()
        self._context.tell(error)

    def _done(self, done: Taken) -> None:
        self.accept()
        self.taken.emit(done.id)


def _note(colour: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    tint(label, colour)
    label.hide()
    return label
