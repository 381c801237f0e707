"""One question on the page: label, hint, editor, what is wrong, and undo."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.findings import Path
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.windows.editor.editor_base import QuestionEditor, is_redo, is_undo
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.question_editors import make_editor
from desktop_app.windows.theme import QUESTION, scaled_font, tokens

_TYPED = (QuestionKind.TEXT, QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.DATE)


class QuestionField(QWidget):
    """A question with its label, hint, editor and what is wrong with its answer."""

    changed = Signal()
    entered = Signal(object)

    def __init__(self, question: Question, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.question, self.path, self._draft = question, path, draft
        self._touched = False
        self.editor: QuestionEditor = make_editor(question, draft.language, draft.files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        self._label = QLabel()
        self._label.setFont(scaled_font(QUESTION if not len(path) > 1 else 1, bold=True))
        self._label.setWordWrap(True)
        column.addWidget(self._label)
        self._hint = quiet_label(column)
        comment = draft.comments.get(question.name)
        if comment:
            said = QLabel(self.tr("Officer: {comment}").format(comment=comment))
            said.setWordWrap(True)
            said.setStyleSheet(
                f"color: {tokens().amber}; background: {tokens().amber_soft}; padding: 0.4em"
            )
            column.addWidget(said)
        column.addWidget(self.editor)
        self._finding = finding_label(column)
        self._guidance = QLabel()
        self._guidance.setWordWrap(True)
        self._guidance.setStyleSheet(f"background: {tokens().blue_soft}; padding: 0.6em")
        self._guidance.hide()
        column.addWidget(self._guidance)
        main = self.editor.main_widget()
        self._label.setBuddy(main)
        self.setFocusProxy(main)
        self._name()
        self.editor.show_answer(draft.at(path))
        self._lock()
        self.editor.changed.connect(self._changed)
        self.editor.entered.connect(lambda: self.entered.emit(self))
        self.editor.left.connect(self._left)
        if path in draft.pending and not draft.read_only:
            self.editor.show_pending(draft.pending.pop(path))

    def _name(self) -> None:
        """Show label and hint, with the answers they name."""
        label = self._draft.text(self.question.labels, self.path) or self.question.name
        hint = self._draft.text(self.question.hints, self.path)
        if (label, hint) != (self._label.text(), self._hint.text()):
            self._label.setText(label)
            self._hint.setText(hint)
            self._hint.setVisible(bool(hint))
            self.editor.main_widget().setAccessibleName(label)
            self.editor.main_widget().setAccessibleDescription(hint)

    def _lock(self) -> None:
        looked = self._draft.evaluation
        locked = self.question.readonly if looked is None else looked.readonly(self.path)
        self.editor.set_read_only(self._draft.read_only or locked)

    def _changed(self) -> None:
        typed = self.question.kind in _TYPED
        self._draft.change(self.path, self.editor.answer(), typed=typed)
        self.changed.emit()

    def _left(self) -> None:
        self._touched = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._draft.read_only or not (is_undo(event) or is_redo(event)):
            super().keyPressEvent(event)
            return
        QGuiApplication.inputMethod().commit()
        done = self._draft.undo(self.path) if is_undo(event) else self._draft.redo(self.path)
        if done:
            self.editor.show_answer(self._draft.at(self.path))
            self.changed.emit()

    @property
    def touched(self) -> bool:
        """Whether the person has been here and left."""
        return self._touched

    def show_finding(self, text: str) -> None:
        """Say under the field what is wrong; an empty text says nothing."""
        self._finding.setText(text)
        self._finding.setVisible(bool(text))

    def show_guidance(self, text: str) -> None:
        """Say under the field what to write, where there is no room for it beside."""
        self._guidance.setText(text)
        self._guidance.setVisible(bool(text))

    def refresh(self) -> None:
        """Show what other answers changed here: calculations, choices, labels, locks."""
        looked = self._draft.evaluation
        if self.question.kind in (QuestionKind.CALCULATE, QuestionKind.NOTE) or (
            self.question.calculation
        ):
            self.editor.show_answer(self._draft.at(self.path))
        if looked is None:
            return
        if self.question.choice_filter:
            self.editor.offer(looked.choices(self.path))
        if any("${" in text for text in (*self.question.labels.values(),
                                         *self.question.hints.values())):  # fmt: skip
            self._name()
        if self.question.readonly_when:
            self._lock()


def quiet_label(column: QVBoxLayout) -> QLabel:
    """Add a label for what helps, hidden while it says nothing."""
    label = QLabel()
    label.setWordWrap(True)
    label.setStyleSheet(f"color: {tokens().quiet}")
    label.hide()
    column.addWidget(label)
    return label


def finding_label(column: QVBoxLayout) -> QLabel:
    """Add a label for what is wrong, hidden while nothing is."""
    label = QLabel()
    label.setWordWrap(True)
    label.setStyleSheet(f"color: {tokens().amber}")
    label.hide()
    column.addWidget(label)
    return label
