"""The editor: sections on the left, questions in the middle, guidance and checklist beside them.

Every change goes into the draft at once; the form is looked at again 150 ms after the last key,
the draft is saved by itself at most a second later, text an input method still holds included.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.findings import Path
from desktop_app.domain.text import tidy
from desktop_app.errors import AppError
from desktop_app.windows.editor.draft_files import PageFiles
from desktop_app.windows.editor.editor_base import put_alone
from desktop_app.windows.editor.editor_frame import EditorFrame
from desktop_app.windows.editor.editor_tools import EditorTools
from desktop_app.windows.editor.fields import QuestionField
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.questions_view import names_in
from desktop_app.windows.page import Page, WindowContext
from desktop_app.windows.preferences import read_preferences, write_preferences
from desktop_app.windows.theme import state_colour, tokens
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.services.drafting import OpenDraft

_LOOK_MS, _SAVE_MS = 150, 900
_TITLE: Path = ("initiative_title",)
_LETTERS = ("SSK-736", "SSK-737")
"""Findings that ``mend_letters`` can mend."""


class EditorPage(Page):
    """Writes one initiative."""

    help_subject = "editor"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._id = self._code = ""
        self._draft: FormDraft | None = None
        self._findings: tuple[Any, ...] = ()
        self._unsaved = False
        self._last_title = ""
        self._files = PageFiles(self)
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

    def _make(self) -> None:
        self.tools = EditorTools(self)
        self.frame = EditorFrame(self.tools)
        put_alone(self, self.frame)
        frame = self.frame
        frame.back.connect(lambda: self.go.emit("initiatives", {}))
        frame.merge.clicked.connect(lambda: self.tools.merge())
        frame.newer.clicked.connect(lambda: self.tools.see_newer_template())
        frame.letters.clicked.connect(lambda: self.tools.mend_letters())
        frame.mode.setChecked(self._alone)
        frame.mode.toggled.connect(self._switch_mode)
        frame.view.changed.connect(self._changed)
        frame.view.guided.connect(self._guide)
        frame.side.jumped.connect(self.jump)
        frame.documents.clicked.connect(lambda: self.tools.show_documents())
        frame.primary.clicked.connect(self._finish)

    # One page, or one question at a time

    def _switch_mode(self, alone: bool) -> None:
        self._alone = alone
        folder = self.workspace.folder
        write_preferences(folder, replace(read_preferences(folder), one_question=alone))
        if self._draft is not None:
            self._commit()
            self._show_questions(self.frame.view.place())

    def _show_questions(self, place: Path) -> None:
        assert self._draft is not None
        self.frame.show_mode(self._alone)
        self.frame.view.show_draft(self._draft, alone=self._alone, place=place)
        self.frame.show_section(self.frame.view.section_of(place))

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
            self._files,
            self._new_row,
            asked,
            draft.history,
            dict(draft.pending),
        )
        self._unsaved = bool(draft.pending)
        self._show_title()
        state = draft.submission if draft.submission != "none" else draft.writing
        self.frame.state.setText(word(state))
        self.frame.state.setStyleSheet(f"color: {state_colour(state)}; font-weight: bold")
        self._show_banner(draft)
        self.frame.primary.setText(
            self.tr("Correct and hand in again") if draft.read_only else self.tr("Complete")
        )
        self.tools.set_read_only(draft.read_only)
        self.frame.side.setCurrentIndex(0)
        self.frame.name_sections(
            [self._draft.text(each.labels) or each.name for each in draft.form.sections()]
        )
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
        assert self._draft is not None
        title = tidy(str(self._draft.answers.get("initiative_title", "")))
        if not title:
            title = self.tr("New initiative")
        self.frame.show_title(f"{self._code} · {title}")

    def _show_banner(self, draft: Any) -> None:
        from desktop_app.services import shared_drafts, template_moves

        waiting = shared_drafts.waiting_merge(self.workspace, self._id)
        self.frame.merge.setVisible(waiting is not None)
        if waiting is not None:
            self.frame.merge.say(
                self.tr("Computer {device} changed this draft too. Compare and merge  ›").format(
                    device=waiting.device
                )
            )
        offer = None if draft.read_only else template_moves.offer_for(self.workspace, self._id)
        self.frame.newer.setVisible(offer is not None)
        if offer is not None:
            self.frame.newer.say(
                self.tr("There is a newer template, version {version}. See what changes  ›").format(
                    version=offer.newer
                )
            )
        comment = draft.comment
        shown = comment is not None and draft.submission in ("returned", "declined")
        said = f"{word(comment.verdict)}: {comment.comment}".rstrip(": ") if shown else ""
        if draft.submission == "uploaded":
            said = self._portal_text(draft)
        self.frame.banner.setVisible(bool(said))
        if said:
            self.frame.banner.setText(said)
            self.frame.banner.setStyleSheet(
                f"background: {tokens().amber_soft}; color: {tokens().text}; padding: 0.6em"
            )
        self.frame.show_comment_files(self.context, comment.files if shown else ())

    def _portal_text(self, draft: "OpenDraft") -> str:
        """Return what the portal says of an initiative: code, state, note."""
        from desktop_app.services.portal_words import state_label

        known = (
            word("uploaded"),
            draft.portal_code,
            state_label(draft.portal, self.context.language),
        )
        return "\n".join(t for t in (" · ".join(k for k in known if k), draft.portal_note) if t)

    def _guide(self, made: QuestionField) -> None:
        assert self._draft is not None
        question, path = made.question, made.path
        label = self._draft.text(question.labels, path)
        hint = self._draft.text(question.hints, path)
        guidance = self._draft.text(question.guidance, path)
        self.frame.side.guide(label, hint, guidance)
        self.frame.side.show_similar(self._similar() if path == _TITLE else ())
        beside = self.frame.guidance_beside
        for other in self.frame.view.fields():
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
            unread = drafting.unread_findings(self._draft.form, self.frame.view.pending())
            self._findings = (*unread, *self._findings)
        said: dict[Any, str] = {}
        for finding in reversed(self._findings):
            said[finding.path] = drafting.finding_text(finding, self.context.language)
        self.frame.view.look(said)
        self._show_title()
        self._show_checklist()
        title = tidy(str(self._draft.answers.get("initiative_title", "")))
        if self.frame.view.place() == _TITLE and title != self._last_title:
            self.frame.side.show_similar(self._similar())
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
        self.frame.side.show_findings(
            self._findings,
            lambda finding: drafting.finding_text(finding, self.context.language),
            self.where,
        )
        self.frame.letters.setVisible(any(f.code in _LETTERS for f in self._findings))
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
            self.frame.mark_section(number, name, colour)
        if self._draft.read_only:
            self.frame.left_to_do.say("")
        elif blocking:
            self.frame.left_to_do.say(
                self.tr("{number} things left before handing in  ›").format(number=len(blocking))
            )
        else:
            self.frame.left_to_do.say(self.tr("Nothing is missing. It can be completed."))

    def where(self, path: Path) -> str:
        """Return the name of the question a finding is about."""
        assert self._draft is not None
        names = tuple(step for step in path if isinstance(step, str))
        try:
            label = self._draft.text(self._draft.form.question(names).labels, path)
        except KeyError:
            return ""
        number = next((step + 1 for step in path if isinstance(step, int)), None)
        return f"{label} ({number}): " if number else f"{label}: "

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
                self.frame.view.pending(),
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
        self.frame.view.go_to(path)

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
            self.frame.show_checklist()
            return
        self.frame.primary.setEnabled(False)
        initiative_id = self._id
        self.context.tasks.start(
            self,
            lambda _step: drafting.make_ready(self.workspace, initiative_id),
            on_success=self._completed,
            on_failure=self._not_completed,
        )

    def _completed(self, frozen: Any) -> None:
        self.frame.primary.setEnabled(True)
        self.said.emit(
            self.tr("Complete as revision {number}; it waits in the queue").format(
                number=frozen.number
            )
        )
        self.go.emit("queue", {})

    def _not_completed(self, error: AppError) -> None:
        self.frame.primary.setEnabled(True)
        self.context.tell(error)
