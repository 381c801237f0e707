"""The editor: sections on the left, questions in the middle, guidance and checklist beside them.

Every change goes into the draft at once; the form is looked at again 150 ms after the last key,
the draft is saved by itself at most a second later, text an input method still holds included.
"""

from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.text import tidy
from desktop_app.errors import AppError
from desktop_app.forms.form import Group
from desktop_app.windows.document_view import DocumentDialog
from desktop_app.windows.editor.fields import Field, FormDraft, QuestionField, all_fields, build
from desktop_app.windows.icons import icon
from desktop_app.windows.link_button import LinkButton
from desktop_app.windows.page import Page, WindowContext
from desktop_app.windows.theme import em, scaled_font, state_colour, tokens
from desktop_app.windows.words import word

_LOOK_MS, _SAVE_MS = 150, 900


class EditorPage(Page):
    """Writes one initiative."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._id = self._code = ""
        self._draft: FormDraft | None = None
        self._fields: list[Field] = []
        self._findings: tuple[Any, ...] = ()
        self._unsaved = False
        self._look = self._timer(_LOOK_MS, self._look_again)
        self._save = self._timer(_SAVE_MS, self.save)
        self._make()

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    # The page

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        back = QPushButton(self.tr("All initiatives"))
        back.setIcon(icon("arrow-left", tokens().text))
        back.clicked.connect(lambda: self.go.emit("initiatives", {}))
        self._title = QLabel()
        self._title.setFont(scaled_font(1.25, bold=True))
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._state = QLabel()
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        self._banner = QLabel()
        self._banner.setWordWrap(True)
        self._banner.setTextFormat(Qt.TextFormat.PlainText)
        self._banner.hide()
        column.addWidget(self._banner)
        body = QHBoxLayout()
        self._sections = QListWidget()
        self._sections.setAccessibleName(self.tr("Sections"))
        self._sections.setFixedWidth(em(13.5))
        self._sections.setWordWrap(True)
        self._sections.currentRowChanged.connect(self._show_section)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Questions"))
        self._side = QTabWidget()
        self._side.setFixedWidth(em(17))
        self._guidance = QLabel()
        self._guidance.setWordWrap(True)
        self._guidance.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._guidance.setTextFormat(Qt.TextFormat.PlainText)
        self._guidance.setMargin(12)
        guide = QScrollArea()
        guide.setWidgetResizable(True)
        guide.setWidget(self._guidance)
        self._checklist = QListWidget()
        self._checklist.setAccessibleName(self.tr("Checklist"))
        self._checklist.setWordWrap(True)
        self._checklist.itemActivated.connect(self._jump_to_item)
        self._checklist.itemClicked.connect(self._jump_to_item)
        self._side.addTab(guide, self.tr("What to write"))
        self._side.addTab(self._checklist, self.tr("Checklist"))
        body.addWidget(self._sections)
        body.addWidget(self._scroll, 1)
        body.addWidget(self._side)
        column.addLayout(body, 1)
        foot = QHBoxLayout()
        self._left_to_do = LinkButton()
        self._left_to_do.clicked.connect(self._show_left)
        self._documents = QPushButton(self.tr("See the documents"))
        self._documents.clicked.connect(self._show_documents)
        self._next = QPushButton(self.tr("Next section"))
        self._next.clicked.connect(self._next_section)
        self._primary = QPushButton()
        self._primary.setProperty("primary", True)
        self._primary.clicked.connect(self._finish)
        foot.addWidget(self._left_to_do, 1)
        foot.addWidget(self._documents)
        foot.addWidget(self._next)
        foot.addWidget(self._primary)
        column.addLayout(foot)

    @property
    def _narrow(self) -> bool:
        """Whether there is no room for three columns: a small window, or large text."""
        return self.width() < em(56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(checklist=False)

    def _arrange(self, *, checklist: bool) -> None:
        """Give the questions their room; the checklist takes the sections' place when asked."""
        self._side.setVisible(checklist or not self._narrow)
        self._sections.setVisible(not (checklist and self._narrow))
        self._sections.setFixedWidth(em(9.5) if self._narrow else em(13.5))
        self._title.setWordWrap(not self._narrow)
        self._state.setVisible(not self._narrow)

    def _show_left(self) -> None:
        self._arrange(checklist=not (self._narrow and self._side.isVisible()))
        self._side.setCurrentIndex(1)
        self._checklist.setFocus()

    def opened(self, **arguments: Any) -> None:
        if arguments.get("id"):
            self._open(arguments["id"])

    def _open(self, initiative_id: str) -> None:
        from desktop_app.forms.evaluation import initial_row
        from desktop_app.services import drafting

        try:
            draft = drafting.open_draft(self.workspace, initiative_id)
        except AppError as error:
            self.context.tell(error)
            return
        self._id = initiative_id
        asked = {q.question: q.comment for q in draft.comment.questions} if draft.comment else {}
        self._draft = FormDraft(
            draft.form,
            draft.answers,
            self.context.language,
            draft.read_only,
            self._take_file,
            self.workspace.attachments.read,
            lambda repeat: initial_row(
                draft.form, repeat, today=self.workspace.today(), answers=draft.answers
            ),
            asked,
        )
        self._draft.answers |= _pending_answers(draft.pending)
        self._unsaved = bool(draft.pending)
        self._code = draft.code
        self._show_title()
        state = draft.submission if draft.submission != "none" else draft.writing
        self._state.setText(word(state))
        self._state.setStyleSheet(f"color: {state_colour(state)}; font-weight: bold")
        self._show_banner(draft)
        self._primary.setText(
            self.tr("Correct and hand in again") if draft.read_only else self.tr("Complete")
        )
        self._side.setCurrentIndex(0)
        self._sections.blockSignals(True)
        self._sections.clear()
        for section in draft.form.sections():
            self._sections.addItem(self._draft.text(section.labels) or section.name)
        self._sections.blockSignals(False)
        first = self._section_of(next(iter(asked), "")) if asked else 0
        self._sections.setCurrentRow(first)
        self._show_section(first)
        self._look_again()
        if asked and not draft.read_only:
            self._focus((next(iter(asked)),))

    def _show_title(self) -> None:
        assert self._draft is not None
        title = tidy(str(self._draft.answers.get("initiative_title", "")))
        if not title:
            title = self.tr("New initiative")
        self._title.setText(f"{self._code} · {title}")

    def _show_banner(self, draft: Any) -> None:
        comment = draft.comment
        shown = comment is not None and draft.submission in ("returned", "declined")
        self._banner.setVisible(shown)
        if shown:
            lines = [f"{word(comment.verdict)}: {comment.comment}".rstrip(": ")]
            self._banner.setText("\n".join(lines))
            self._banner.setStyleSheet(
                f"background: {tokens().amber_soft}; color: {tokens().text}; padding: 0.6em"
            )

    def _section_of(self, name: str) -> int:
        assert self._draft is not None
        for number, section in enumerate(self._draft.form.sections()):
            if name in _names(section):
                return number
        return 0

    def _show_section(self, number: int) -> None:
        if self._draft is None or number < 0:
            return
        section = self._draft.form.sections()[number]
        holder = QWidget()
        line = QHBoxLayout(holder)
        inner = QWidget()
        inner.setMaximumWidth(em(42))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 0, 16, 24)
        heading = QLabel(self._draft.text(section.labels))
        heading.setFont(scaled_font(1.4, bold=True))
        column.addWidget(heading)
        self._fields = list(build(section.children, (), self._draft, column))
        column.addStretch(1)
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(inner, 1)
        for made in self._fields:
            made.changed.connect(self._changed)
            self._listen(made)
        self._scroll.setWidget(holder)
        first = next((m for m in all_fields(self._fields) if isinstance(m, QuestionField)), None)
        if first is not None:
            self._guide(first)
        self._next.setEnabled(number < self._sections.count() - 1)
        self._look.start()

    def _listen(self, made: Field) -> None:
        if isinstance(made, QuestionField):
            made.entered.connect(self._guide)
        else:
            made.rebuilt.connect(lambda: self._listen_inside(made))
            self._listen_inside(made)

    def _listen_inside(self, made: Field) -> None:
        for inner in all_fields([made]):
            if isinstance(inner, QuestionField):
                inner.entered.connect(self._guide)

    def _guide(self, made: QuestionField) -> None:
        assert self._draft is not None
        question = made.question
        parts = [
            self._draft.text(question.labels),
            self._draft.text(question.hints),
            self._draft.text(question.guidance),
        ]
        self._guidance.setText("\n\n".join(part for part in parts if part))

    def _next_section(self) -> None:
        self._sections.setCurrentRow(self._sections.currentRow() + 1)
        self._scroll.verticalScrollBar().setValue(0)

    # Changes

    def _changed(self) -> None:
        self._unsaved = True
        self._look.start()
        if not self._save.isActive():
            self._save.start()
            self.said.emit(self.tr("Saving…"))

    def _look_again(self) -> None:
        """Evaluate the form: show what is asked now, calculations, and what is missing."""
        if self._draft is None:
            return
        from desktop_app.services import drafting

        evaluation = drafting.evaluate_draft(self.workspace, self._draft.form, self._draft.answers)
        for path, value in _calculated(self._draft, evaluation.answers):
            self._draft.put(path, value)
        if not self._draft.read_only:
            self._findings = drafting.findings_for(
                self.workspace, self._draft.form, self._draft.answers, self._id, evaluation
            )
        else:
            self._findings = ()
        said: dict[Any, str] = {}
        for finding in reversed(self._findings):
            said[finding.path] = drafting.finding_text(finding, self.context.language)
        for made in all_fields(self._fields):
            made.setVisible(evaluation.relevant(made.path))
            made.refresh()
            text = said.get(made.path, "")
            if isinstance(made, QuestionField) and not made.touched:
                text = ""
            made.show_finding(text)
        self._show_title()
        self._show_checklist()

    def _show_checklist(self) -> None:
        from desktop_app.services import drafting

        assert self._draft is not None
        blocking = [finding for finding in self._findings if finding.blocking]
        self._checklist.clear()
        for finding in self._findings:
            mark = self.tr("needed") if finding.blocking else self.tr("advice")
            text = drafting.finding_text(finding, self.context.language)
            where = self._where(finding.path)
            item = QListWidgetItem(f"{where}{text}")
            colour = tokens().amber if finding.blocking else tokens().blue
            item.setIcon(icon("alert" if finding.blocking else "info", colour))
            item.setData(Qt.ItemDataRole.UserRole, finding.path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{mark}: {text}")
            self._checklist.addItem(item)
        sections = self._draft.form.sections()
        for number, section in enumerate(sections):
            names = _names(section)
            missing = any(f.path and f.path[0] in names for f in blocking)
            answered = any(name in self._draft.answers for name in names)
            name, colour = (
                ("alert", tokens().amber)
                if missing and answered
                else ("circle", tokens().quiet)
                if missing
                else ("check", tokens().green)
            )
            self._sections.item(number).setIcon(icon(name, colour))
        if self._draft.read_only:
            self._left_to_do.say("")
        elif blocking:
            self._left_to_do.say(
                self.tr("{number} things left before handing in  ›").format(number=len(blocking))
            )
        else:
            self._left_to_do.say(self.tr("Nothing is missing. It can be completed."))

    def _where(self, path: Any) -> str:
        """Return the name of the question a finding is about."""
        assert self._draft is not None
        names = tuple(step for step in path if isinstance(step, str))
        try:
            label = self._draft.text(self._draft.form.question(names).labels)
        except KeyError:
            return ""
        number = next((step + 1 for step in path if isinstance(step, int)), None)
        return f"{label} ({number}): " if number else f"{label}: "

    def _jump_to_item(self, item: QListWidgetItem) -> None:
        self._focus(tuple(item.data(Qt.ItemDataRole.UserRole)))

    def _focus(self, path: Any) -> None:
        """Show the question at a path and put the cursor in it."""
        if not path:
            return
        self._sections.setCurrentRow(self._section_of(str(path[0])))
        wanted = None
        for made in all_fields(self._fields):
            if tuple(made.path) == tuple(path):
                wanted = made
        if wanted is None:
            wanted = next((m for m in self._fields if m.path[0] == path[0]), None)
        if wanted is not None:
            holder = self._scroll.widget()
            inner = holder.layout() if holder is not None else None
            if inner is not None:
                inner.activate()
            self._scroll.ensureWidgetVisible(wanted, 20, 80)
            wanted.setFocus()

    def _take_file(self, path: str) -> Any:
        from desktop_app.services.attaching import attach_file

        try:
            taken = attach_file(self.workspace, FilePath(path))
        except AppError as error:
            self.context.tell(error)
            return None
        if taken.saved:
            self.said.emit(
                self.tr("Picture made smaller by {size} KB").format(size=taken.saved // 1000)
            )
        return taken.value

    # Saving

    def save(self) -> None:
        """Keep what was typed; text an input method still holds is kept beside it."""
        if self._draft is None or self._draft.read_only or not self._unsaved:
            return
        from desktop_app.services import drafting

        pending = {}
        for made in all_fields(self._fields):
            if isinstance(made, QuestionField):
                text = made.editor.pending()
                if text is not None:
                    pending[".".join(map(str, made.path))] = text
        try:
            at = drafting.save_draft(self.workspace, self._id, self._draft.answers, pending)
        except AppError as error:
            self.said.emit(self.tr("Not saved"))
            self.context.tell(error)
            return
        self._unsaved = False
        self.said.emit(self.tr("Saved {time}").format(time=at.strftime("%H:%M")))

    def leave(self) -> None:
        """Commit what an input method holds, then save."""
        QGuiApplication.inputMethod().commit()
        self._save.stop()
        self.save()

    def _show_documents(self) -> None:
        from desktop_app.services import paper

        self.leave()
        initiative_id = self._id
        self._documents.setEnabled(False)

        def done(documents: Any) -> None:
            self._documents.setEnabled(True)
            DocumentDialog(self, documents, lambda to: self._write_documents(to)).open()

        def failed(error: AppError) -> None:
            self._documents.setEnabled(True)
            self.context.tell(error)

        self.context.tasks.start(
            self,
            lambda _step: paper.preview_documents(self.workspace, initiative_id),
            on_success=done,
            on_failure=failed,
        )

    def _write_documents(self, folder: str) -> None:
        from desktop_app.services import paper

        initiative_id = self._id
        self.context.tasks.start(
            self,
            lambda step: paper.fill_documents(
                self.workspace, initiative_id, FilePath(folder), pdf=True, step=step
            ),
            on_success=lambda files: self.said.emit(
                self.tr("{number} files written").format(number=len(files))
            ),
        )

    def _finish(self) -> None:
        """Complete the report, or take a frozen one up again."""
        from desktop_app.services import drafting

        if self._draft is None:
            return
        if self._draft.read_only:
            try:
                drafting.back_to_draft(self.workspace, self._id)
            except AppError as error:
                self.context.tell(error)
                return
            self._open(self._id)
            return
        self.leave()
        self._look_again()
        if any(finding.blocking for finding in self._findings):
            self._arrange(checklist=True)
            self._side.setCurrentIndex(1)
            self._checklist.setFocus()
            self._checklist.setCurrentRow(0)
            return
        self._primary.setEnabled(False)
        initiative_id = self._id
        self.context.tasks.start(
            self,
            lambda _step: drafting.make_ready(self.workspace, initiative_id),
            on_success=self._completed,
            on_failure=self._not_completed,
        )

    def _completed(self, frozen: Any) -> None:
        self._primary.setEnabled(True)
        self.said.emit(
            self.tr("Complete as revision {number}; it waits in the queue").format(
                number=frozen.number
            )
        )
        self.go.emit("queue", {})

    def _not_completed(self, error: AppError) -> None:
        self._primary.setEnabled(True)
        self.context.tell(error)


def _names(group: Group) -> set[str]:
    names = {group.name}
    for child in group.children:
        names.add(child.name)
        if isinstance(child, Group):
            names |= _names(child)
    return names


def _pending_answers(pending: Any) -> dict[str, Any]:
    """Return text that was never committed as answers of top questions."""
    return {path: text for path, text in pending.items() if "." not in path}


def _calculated(draft: FormDraft, answers: Any) -> list[tuple[Any, Any]]:
    """Return path and value of every calculation, lines of repeats included."""
    found: list[tuple[Any, Any]] = []
    for repeats, question in draft.form.questions():
        if not question.calculation:
            continue
        if not repeats:
            found.append(((question.name,), answers.get(question.name)))
        elif len(repeats) == 1:
            for number, row in enumerate(answers.get(repeats[0]) or ()):
                found.append(((repeats[0], number, question.name), row.get(question.name)))
    return found
