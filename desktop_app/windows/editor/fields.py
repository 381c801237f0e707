"""The fields of a form: questions, groups under a heading, repeats as lines that come and go."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.findings import Path
from desktop_app.forms.form import Group, Node, Question, Repeat
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.question_field import QuestionField
from desktop_app.windows.editor.repeat_field import RepeatField
from desktop_app.windows.theme import QUESTION, scaled_font

__all__ = ["Field", "GroupField", "QuestionField", "RepeatField", "all_fields", "build"]


class GroupField(QWidget):
    """Questions that belong together below a heading."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, group: Group, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.group, self.path, self._draft = group, path, draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self._heading = QLabel(draft.text(group.labels, path))
        self._heading.setFont(scaled_font(QUESTION, bold=True))
        self._heading.setWordWrap(True)
        self._heading.setVisible(bool(self._heading.text()))
        column.addWidget(self._heading)
        self.fields = list(build(group.children, path[:-1], draft, column))
        for made in self.fields:
            made.changed.connect(self.changed)
            if not isinstance(made, QuestionField):
                made.rebuilt.connect(self.rebuilt)

    def show_finding(self, text: str) -> None:
        """A group has no answer of its own; its questions say what is wrong."""

    def refresh(self) -> None:
        """Show the heading with the answers it names."""
        self._heading.setText(self._draft.text(self.group.labels, self.path))


Field = QuestionField | RepeatField | GroupField


def build(
    nodes: Sequence[Node], at: Path, draft: FormDraft, column: QVBoxLayout
) -> Iterator[Field]:
    """Put the fields of some nodes into a column and give them."""
    for node in nodes:
        path = (*at, node.name)
        if isinstance(node, Question):
            made: Field = QuestionField(node, path, draft)
            column.addWidget(made)
            yield made
        elif isinstance(node, Repeat):
            made = RepeatField(node, path, draft)
            column.addWidget(made)
            yield made
        else:
            made = GroupField(node, path, draft)
            column.addWidget(made)
            yield made


def all_fields(fields: Sequence[Field]) -> Iterator[Field]:
    """Give fields and those inside repeats and groups."""
    for made in fields:
        yield made
        if not isinstance(made, QuestionField):
            yield from all_fields(made.fields)
