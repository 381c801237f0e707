"""The editor: sections on the left, questions in the middle, guidance and checklist beside them.

Every change goes into the draft at once; the form is looked at again 150 ms after the last key,
the draft is saved by itself at most a second later, text an input method still holds included.
"""

from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from desktop_app.domain.findings import Path
from desktop_app.domain.text import tidy
from desktop_app.errors import AppError
from desktop_app.windows.editor.editor_tools import EditorTools
from desktop_app.windows.editor.fields import QuestionField
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.questions_view import QuestionsView, names_in
from desktop_app.windows.editor.side_panel import SidePanel
from desktop_app.windows.icons import icon
from desktop_app.windows.link_button import LinkButton
from desktop_app.windows.page import Page, WindowContext
from desktop_app.windows.preferences import read_preferences, write_preferences
from desktop_app.windows.theme import em, scaled_font, state_colour, tokens
from desktop_app.windows.words import word

_LOOK_MS, _SAVE_MS = 150, 900
_TITLE: Path = ("initiative_title",)


class EditorPage(Page):
    """Writes one initiative."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._id = self._code = ""
        self._draft: FormDraft | None = None
        self._findings: tuple[Any, ...] = ()
        self._unsaved = False
        self._last_title = ""
        self._alone = read_preferences(self.workspace.folder).one_question
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
        column.addLayout(self._head())
        self._banner = QLabel()
        self._banner.setWordWrap(True)
        self._banner.setTextFormat(Qt.TextFormat.PlainText)
        self._banner.hide()
        column.addWidget(self._banner)
        self._merge = LinkButton()
        self._merge.clicked.connect(lambda: self._tool_menu.merge())
        self._merge.hide()
        column.addWidget(self._merge)
        self._section_box = QComboBox()
        self._section_box.setAccessibleName(self.tr("Section"))
        self._section_box.activated.connect(self._show_section)
        column.addWidget(self._section_box)
        body = QHBoxLayout()
        self._sections = QListWidget()
        self._sections.setAccessibleName(self.tr("Sections"))
        self._sections.setWordWrap(True)
        for chosen in (self._sections.itemClicked, self._sections.itemActivated):
            chosen.connect(lambda _item: self._show_section(self._sections.currentRow()))
        self._view = QuestionsView()
        self._view.changed.connect(self._changed)
        self._view.guided.connect(self._guide)
        self._view.section_reached.connect(self._reached)
        self._side = SidePanel()
        self._side.setFixedWidth(em(17))
        self._side.jumped.connect(self.jump)
        body.addWidget(self._sections)
        body.addWidget(self._view, 1)
        body.addWidget(self._side)
        column.addLayout(body, 1)
        column.addLayout(self._foot())

    def _head(self) -> QGridLayout:
        head = self._head_grid = QGridLayout()
        head.setColumnStretch(1, 1)
        back = QPushButton(self.tr("All initiatives"))
        back.setIcon(icon("arrow-left", tokens().text))
        back.clicked.connect(lambda: self.go.emit("initiatives", {}))
        self._title = QLabel()
        self._title.setFont(scaled_font(1.25, bold=True))
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._state = QLabel()
        self._mode = QPushButton()
        self._mode.setCheckable(True)
        self._mode.setChecked(self._alone)
        self._mode.setShortcut(QKeySequence("Ctrl+M"))
        self._mode.toggled.connect(self._switch_mode)
        self._name_mode()
        self._tools = QPushButton(self.tr("Tools"))
        self._tool_menu = EditorTools(self)
        self._tools.setMenu(self._tool_menu)
        head.addWidget(back, 0, 0)
        head.addWidget(self._title, 0, 1)
        for column, widget in enumerate((self._state, self._mode, self._tools), start=2):
            head.addWidget(widget, 0, column)
        return head

    def _foot(self) -> QGridLayout:
        foot = self._foot_grid = QGridLayout()
        foot.setColumnStretch(0, 1)
        self._left_to_do = LinkButton()
        self._left_to_do.clicked.connect(self._show_left)
        self._documents = QPushButton(self.tr("See the documents"))
        self._documents.clicked.connect(lambda: self._tool_menu.show_documents())
        self._previous = QPushButton(self.tr("Back"))
        self._previous.setShortcut(QKeySequence("Ctrl+PgUp"))
        self._previous.clicked.connect(lambda: self._view.go(-1))
        self._next = QPushButton()
        self._next.setShortcut(QKeySequence("Ctrl+PgDown"))
        self._next.clicked.connect(lambda: self._view.go(1))
        self._primary = QPushButton()
        self._primary.setProperty("primary", True)
        self._primary.clicked.connect(self._finish)
        foot.addWidget(self._left_to_do, 0, 0)
        buttons = (self._documents, self._previous, self._next, self._primary)
        for place, button in enumerate(buttons, start=1):
            foot.addWidget(button, 1, place)
        return foot

    # One page, or one question at a time

    def _name_mode(self) -> None:
        self._mode.setText(self.tr("One question at a time"))
        self._mode.setToolTip(self.tr("Ctrl+M switches; the place stays the same."))

    def _switch_mode(self, alone: bool) -> None:
        self._alone = alone
        folder = self.workspace.folder
        write_preferences(folder, replace(read_preferences(folder), one_question=alone))
        if self._draft is not None:
            self._commit()
            self._show_questions(self._view.place())

    def _show_questions(self, place: Path) -> None:
        assert self._draft is not None
        self._next.setText(self.tr("Next question") if self._alone else self.tr("Next section"))
        self._previous.setVisible(self._alone)
        self._view.show_draft(self._draft, alone=self._alone, place=place)
        self._reached(self._view.section_of(place))

    def _show_section(self, number: int) -> None:
        self._view.go_to_section(number)

    def _reached(self, number: int) -> None:
        self._sections.setCurrentRow(number)
        self._section_box.setCurrentIndex(number)

    # Room

    @property
    def _narrow(self) -> bool:
        """Whether there is no room for three columns: a small window, or large text."""
        return self.width() < em(56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(checklist=False)

    def _arrange(self, *, checklist: bool) -> None:
        """Give the questions their room: a list of sections and a panel only where they fit."""
        narrow = self._narrow
        self._side.setVisible(checklist or not narrow)
        self._sections.setVisible(not narrow)
        self._section_box.setVisible(narrow)
        self._documents.setVisible(not narrow)
        self._state.setVisible(not narrow)
        self._sections.setFixedWidth(em(13.5))
        self._title.setWordWrap(not narrow)
        self._head_grid.removeWidget(self._title)
        row = 1 if narrow else 0
        self._head_grid.addWidget(self._title, row, 0 if narrow else 1, 1, 5 if narrow else 1)
        self._foot_grid.removeWidget(self._left_to_do)
        self._foot_grid.addWidget(self._left_to_do, 0 if narrow else 1, 0, 1, 5 if narrow else 1)
        self._show_title()

    def _show_left(self) -> None:
        self._arrange(checklist=not (self._narrow and self._side.isVisible()))
        self._side.show_checklist()

    # Opening

    def opened(self, **arguments: Any) -> None:
        if arguments.get("id"):
            self._open(arguments["id"])

    def _open(self, initiative_id: str) -> None:
        from desktop_app.services import drafting

        try:
            draft = drafting.open_draft(self.workspace, initiative_id)
        except AppError as error:
            self.context.tell(error)
            return
        self._id, self._code = initiative_id, draft.code
        asked = {q.question: q.comment for q in draft.comment.questions} if draft.comment else {}
        self._draft = FormDraft(
            draft.form,
            draft.answers,
            self.context.language,
            draft.read_only,
            self._take_file,
            self.workspace.attachments.read,
            self._new_row,
            asked,
            draft.history,
            dict(draft.pending),
        )
        self._unsaved = bool(draft.pending)
        self._show_title()
        state = draft.submission if draft.submission != "none" else draft.writing
        self._state.setText(word(state))
        self._state.setStyleSheet(f"color: {state_colour(state)}; font-weight: bold")
        self._show_banner(draft)
        self._primary.setText(
            self.tr("Correct and hand in again") if draft.read_only else self.tr("Complete")
        )
        self._tool_menu.set_read_only(draft.read_only)
        self._side.setCurrentIndex(0)
        self._sections.clear()
        self._section_box.clear()
        for section in draft.form.sections():
            name = self._draft.text(section.labels) or section.name
            self._sections.addItem(name)
            self._section_box.addItem(name)
        self._look_again()
        first = next(iter(asked), "")
        self._show_questions((first,) if first and not draft.read_only else ())

    def _new_row(self, repeat: Any, at: Path) -> dict[str, Any]:
        from desktop_app.forms.evaluation import initial_row

        assert self._draft is not None
        return initial_row(
            self._draft.form,
            repeat,
            today=self.workspace.today(),
            answers=self._draft.answers,
            path=at,
        )

    def _show_title(self) -> None:
        if self._draft is None:
            return
        title = tidy(str(self._draft.answers.get("initiative_title", "")))
        if not title:
            title = self.tr("New initiative")
        whole = f"{self._code} · {title}"
        shown = whole
        if self._narrow:
            room = self.width() - em(3)
            shown = self._title.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self._title.setText(shown)
        self._title.setToolTip(whole if shown != whole else "")

    def _show_banner(self, draft: Any) -> None:
        from desktop_app.services import shared_drafts

        waiting = shared_drafts.waiting_merge(self.workspace, self._id)
        self._merge.setVisible(waiting is not None)
        if waiting is not None:
            self._merge.say(
                self.tr("Computer {device} changed this draft too. Compare and merge  ›").format(
                    device=waiting.device
                )
            )
        comment = draft.comment
        shown = comment is not None and draft.submission in ("returned", "declined")
        self._banner.setVisible(shown)
        if shown:
            lines = [f"{word(comment.verdict)}: {comment.comment}".rstrip(": ")]
            self._banner.setText("\n".join(lines))
            self._banner.setStyleSheet(
                f"background: {tokens().amber_soft}; color: {tokens().text}; padding: 0.6em"
            )

    def _guide(self, made: QuestionField) -> None:
        assert self._draft is not None
        question, path = made.question, made.path
        label = self._draft.text(question.labels, path)
        hint = self._draft.text(question.hints, path)
        guidance = self._draft.text(question.guidance, path)
        self._side.guide(label, hint, guidance)
        self._side.show_similar(self._similar() if path == _TITLE else ())
        beside = self._side.isVisible() and self._side.currentIndex() == 0
        for other in self._view.fields():
            if isinstance(other, QuestionField):
                other.show_guidance(guidance if other is made and not beside else "")

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
        self._draft.evaluation = evaluation
        for path, value in evaluation.calculated():
            self._draft.put(path, value)
        self._findings = ()
        if not self._draft.read_only:
            self._findings = drafting.findings_for(
                self.workspace, self._draft.form, self._draft.answers, self._id, evaluation
            )
            unread = drafting.unread_findings(self._draft.form, self._view.pending())
            self._findings = (*unread, *self._findings)
        said: dict[Any, str] = {}
        for finding in reversed(self._findings):
            said[finding.path] = drafting.finding_text(finding, self.context.language)
        self._view.look(said)
        self._show_title()
        self._show_checklist()
        title = tidy(str(self._draft.answers.get("initiative_title", "")))
        if self._view.place() == _TITLE and title != self._last_title:
            self._side.show_similar(self._similar())
        self._last_title = title

    def _similar(self) -> list[str]:
        """Return a line for every title of the book that is like the one being written."""
        from desktop_app.services import similar

        assert self._draft is not None
        title = str(self._draft.answers.get("initiative_title", ""))
        return [
            f"{found.code} · {found.title} ({found.percent} %)"
            for found in similar.similar_titles(self.workspace, title, self._id)
        ]

    def _show_checklist(self) -> None:
        from desktop_app.services import drafting

        assert self._draft is not None
        self._side.show_findings(
            self._findings,
            lambda finding: drafting.finding_text(finding, self.context.language),
            self._where,
        )
        blocking = [finding for finding in self._findings if finding.blocking]
        for number, section in enumerate(self._draft.form.sections()):
            names = names_in(section)
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
            self._section_box.setItemIcon(number, icon(name, colour))
        if self._draft.read_only:
            self._left_to_do.say("")
        elif blocking:
            self._left_to_do.say(
                self.tr("{number} things left before handing in  ›").format(number=len(blocking))
            )
        else:
            self._left_to_do.say(self.tr("Nothing is missing. It can be completed."))

    def _where(self, path: Path) -> str:
        """Return the name of the question a finding is about."""
        assert self._draft is not None
        names = tuple(step for step in path if isinstance(step, str))
        try:
            label = self._draft.text(self._draft.form.question(names).labels, path)
        except KeyError:
            return ""
        number = next((step + 1 for step in path if isinstance(step, int)), None)
        return f"{label} ({number}): " if number else f"{label}: "

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

        try:
            at = drafting.save_draft(
                self.workspace,
                self._id,
                self._draft.answers,
                self._view.pending(),
                self._draft.history,
            )
        except AppError as error:
            self.said.emit(self.tr("Not saved"))
            self.context.tell(error)
            return
        self._unsaved = False
        self.said.emit(self.tr("Saved {time}").format(time=at.strftime("%H:%M")))

    def _commit(self) -> None:
        QGuiApplication.inputMethod().commit()

    def leave(self) -> None:
        """Commit what an input method holds, then save."""
        self._commit()
        self._save.stop()
        self.save()

    # For the tools

    @property
    def initiative_id(self) -> str:
        """The initiative that is open."""
        return self._id

    @property
    def code(self) -> str:
        """Its dossier code."""
        return self._code

    def looked_at(self) -> FormDraft | None:
        """Return the draft with everything typed committed, saved and evaluated."""
        if self._draft is None:
            return None
        self.leave()
        self._look_again()
        return self._draft

    def jump(self, path: Path) -> None:
        """Show a question and put the cursor in it."""
        self._view.go_to(path)

    def changed_elsewhere(self, path: Path) -> None:
        """Show answers that were changed beside the questions, at a place."""
        self._changed()
        self._look_again()
        self._show_questions(path)

    # Completing

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
            self._side.show_checklist()
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
