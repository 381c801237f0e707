"""The questions of a form: the whole form on one page, or one question at a time.

The whole form is built section by section between events, so the window never waits for it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.findings import Path
from desktop_app.forms.form import Group, Node, Question, QuestionKind, Repeat
from desktop_app.windows.editor.fields import Field, QuestionField, all_fields, build
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.theme import em, scaled_font, tokens


class QuestionsView(QScrollArea):
    """Shows the fields of a draft; the draft itself is kept elsewhere."""

    changed = Signal()
    guided = Signal(object)
    """The question field where the cursor is now."""
    section_reached = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Questions"))
        self._draft: FormDraft | None = None
        self._sections: tuple[Group, ...] = ()
        self._alone = False
        self._said: Mapping[Path, str] = {}
        self._place: Path = ()
        self._build_more = QTimer(self)
        self._build_more.setInterval(0)
        self._build_more.timeout.connect(self._build_next)
        self._clear()
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_section())

    def _clear(self) -> None:
        self._build_more.stop()
        self._parts: list[QWidget] = []
        self._built: dict[int, list[Field]] = {}
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(8, 0, 16, 24)
        self._column = outer
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(holder)

    # What is shown

    def show_draft(self, draft: FormDraft, *, alone: bool, place: Path = ()) -> None:
        """Show a draft from a place on: every question on one page, or each alone."""
        self._draft, self._sections, self._alone = draft, draft.form.sections(), alone
        self._place = place
        self._clear()
        if alone:
            self._show_step(self._step_at(place))
            return
        for section in self._sections:
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 16)
            part.setMaximumWidth(em(42))
            heading = QLabel(draft.text(section.labels, (section.name,)))
            heading.setFont(scaled_font(1.4, bold=True))
            heading.setWordWrap(True)
            column.addWidget(heading)
            self._parts.append(part)
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._build_up_to(self.section_of(place))
        self._build_more.start()
        if place:
            self.go_to(place)
        else:
            self.verticalScrollBar().setValue(0)
        self._guide_first()

    def _build_next(self) -> None:
        missing = next((n for n in range(len(self._sections)) if n not in self._built), None)
        if missing is None:
            self._build_more.stop()
        else:
            self._build_section(missing)

    def _build_up_to(self, number: int) -> None:
        for each in range(min(number + 1, len(self._sections))):
            if each not in self._built:
                self._build_section(each)

    def _build_section(self, number: int) -> None:
        assert self._draft is not None
        column = self._parts[number].layout()
        assert isinstance(column, QVBoxLayout)
        self._built[number] = []
        fields = list(build(self._sections[number].children, (), self._draft, column))
        self._built[number] = fields
        self._listen(fields)
        self._look_at(number)

    def _listen(self, fields: list[Field]) -> None:
        for made in fields:
            made.changed.connect(self.changed)
            if not isinstance(made, QuestionField):
                made.rebuilt.connect(lambda made=made: self._listen_inside([made]))
        self._listen_inside(fields)

    def _listen_inside(self, fields: list[Field]) -> None:
        for inner in all_fields(fields):
            if isinstance(inner, QuestionField) and not inner.property("listened"):
                inner.setProperty("listened", True)
                inner.entered.connect(self._entered)

    def _entered(self, made: QuestionField) -> None:
        self._reach(made.path)
        self.guided.emit(made)

    def _reach(self, path: Path) -> None:
        self._place = path
        self.section_reached.emit(self.section_of(path))

    def _guide_first(self) -> None:
        first = next((m for m in self.fields() if isinstance(m, QuestionField)), None)
        if first is not None and not self._place:
            self.guided.emit(first)

    def fields(self) -> Iterator[Field]:
        """Give every field there is now, those inside repeats and groups too."""
        for number in sorted(self._built):
            yield from all_fields(self._built[number])

    def place(self) -> Path:
        """Return the path of the question the person was at last."""
        return self._place

    # One at a time

    def _steps(self) -> list[tuple[int, Node]]:
        """Return section number and question or repeat of each page, as the form goes."""
        steps: list[tuple[int, Node]] = []

        def look(number: int, node: Node) -> None:
            if isinstance(node, Question):
                shown = node.kind is not QuestionKind.CALCULATE or bool(node.labels)
                if shown:
                    steps.append((number, node))
            elif isinstance(node, Repeat):
                steps.append((number, node))
            else:
                for child in node.children:
                    look(number, child)

        for number, section in enumerate(self._sections):
            look(number, section)
        return steps

    def _asked(self, node: Node) -> bool:
        looked = self._draft.evaluation if self._draft is not None else None
        if looked is None:
            return True
        path: Path = (node.name,)
        return looked.relevant(path) and self._around_asked(node)

    def _around_asked(self, node: Node) -> bool:
        """Return whether the groups around a question are asked."""
        assert self._draft is not None
        assert self._draft.evaluation is not None
        return all(
            self._draft.evaluation.relevant((name,))
            for name in _groups_around(self._sections, node)
        )

    def _step_at(self, place: Path) -> int:
        steps = self._steps()
        return next((n for n, (_s, node) in enumerate(steps) if place[:1] == (node.name,)), 0)

    def _show_step(self, number: int) -> None:
        assert self._draft is not None
        steps = self._steps()
        if not steps:
            return
        self._clear()
        self._step = number
        section, node = steps[number]
        part = QWidget()
        part.setMaximumWidth(em(42))
        column = QVBoxLayout(part)
        asked = [n for n, (_s, each) in enumerate(steps) if self._asked(each)]
        place = self.tr("Question {number} of {whole}").format(
            number=sum(n <= number for n in asked), whole=len(asked)
        )
        name = self._draft.text(self._sections[section].labels)
        where = QLabel(" · ".join(part for part in (place, name) if part))
        where.setStyleSheet(f"color: {tokens().quiet}")
        where.setWordWrap(True)
        column.addWidget(where)
        self._parts = [part]
        self._column.addWidget(part)
        self._column.addStretch(1)
        fields = list(build([node], (), self._draft, column))
        self._built[0] = fields
        self._listen(fields)
        self._look_at(0)
        self._place = (node.name,)
        self.section_reached.emit(section)
        first = next((m for m in self.fields() if isinstance(m, QuestionField)), None)
        if first is not None:
            self.guided.emit(first)
            first.setFocus()
        elif fields:
            fields[0].setFocus()

    # Going

    def go(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) question or section; return whether there is one."""
        if not self._alone:
            number = self.section() + by
            if 0 <= number < len(self._sections):
                self.go_to_section(number)
                return True
            return False
        steps, number = self._steps(), self._step + by
        while 0 <= number < len(steps):
            if self._asked(steps[number][1]):
                self._show_step(number)
                return True
            number += by
        return False

    def section(self) -> int:
        """Return the number of the section in sight."""
        if self._alone:
            return self._steps()[self._step][0]
        top = self.verticalScrollBar().value()
        if top >= self.verticalScrollBar().maximum() and self._place:
            return self.section_of(self._place)
        reached = [n for n, part in enumerate(self._parts) if part.y() <= top + em(4)]
        return max(reached, default=0)

    def _tell_section(self) -> None:
        if not self._alone and self._parts and self.verticalScrollBar().maximum():
            self.section_reached.emit(self.section())

    def go_to_section(self, number: int) -> None:
        """Show a section from its beginning."""
        if self._alone:
            steps = self._steps()
            wanted = [n for n, (s, node) in enumerate(steps) if s == number and self._asked(node)]
            if wanted:
                self._show_step(wanted[0])
            return
        self._build_up_to(number)
        self._settle()
        self.verticalScrollBar().setValue(self._parts[number].y())
        first = next(
            (m for m in all_fields(self._built[number]) if isinstance(m, QuestionField)), None
        )
        if first is not None:
            self._place = first.path
            self.guided.emit(first)
        self.section_reached.emit(number)

    def go_to(self, path: Path) -> None:
        """Show the question at a path and put the cursor in it."""
        if not path:
            return
        if self._alone:
            if self._place[:1] != path[:1]:
                self._show_step(self._step_at(path))
        else:
            self._build_up_to(self.section_of(path))
        wanted = self._field_at(path)
        if wanted is not None:
            self._settle()
            self.ensureWidgetVisible(wanted, 20, em(6))
            wanted.setFocus()
            self._reach(wanted.path)

    def _field_at(self, path: Path) -> Field | None:
        fields = list(self.fields())
        for length in range(len(path), 0, -1):
            for made in fields:
                if made.path == tuple(path[:length]):
                    return made
        return None

    def section_of(self, path: Path) -> int:
        """Return the number of the section a path lies in."""
        for number, section in enumerate(self._sections):
            if path and path[0] in names_in(section):
                return number
        return 0

    def _settle(self) -> None:
        """Let the layouts take their sizes before something is scrolled to."""
        holder = self.widget()
        layout = holder.layout() if holder is not None else None
        if layout is not None:
            layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in self._parts:
            part.setMaximumWidth(max(em(20), min(em(42), self.viewport().width() - 24)))

    # What the form says

    def look(self, said: Mapping[Path, str]) -> None:
        """Show what the evaluation of the draft changed; ``said`` has a finding per path."""
        self._said = said
        for number in self._built:
            self._look_at(number)

    def _look_at(self, number: int) -> None:
        assert self._draft is not None
        looked = self._draft.evaluation
        for made in list(all_fields(self._built[number])):
            if looked is not None:
                made.setVisible(looked.relevant(made.path))
                made.refresh()
            text = self._said.get(made.path, "")
            if isinstance(made, QuestionField) and not made.touched:
                text = ""
            made.show_finding(text)
        if looked is not None and not self._alone and self._sections[number].name:
            self._parts[number].setVisible(looked.relevant((self._sections[number].name,)))

    def pending(self) -> dict[Path, str]:
        """Return text that is no answer yet, by path."""
        found: dict[Path, str] = dict(self._draft.pending) if self._draft is not None else {}
        for made in self.fields():
            if isinstance(made, QuestionField):
                text = made.editor.pending()
                if text is not None:
                    found[made.path] = text
        return found


def names_in(group: Group) -> set[str]:
    """Return the names of a section and of everything in it."""
    names = {group.name}
    for child in group.children:
        names.add(child.name)
        if isinstance(child, Group):
            names |= names_in(child)
    return names


def _groups_around(nodes: tuple[Any, ...], wanted: Node) -> list[str]:
    for node in nodes:
        if node is wanted:
            return []
        if isinstance(node, Group) and not isinstance(node, Repeat):
            inner = _groups_around(node.children, wanted)
            if inner or wanted in node.children:
                return [node.name, *inner] if node.name else inner
    return []
