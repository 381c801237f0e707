"""A template tried out: its questions with sample answers, and its documents filled from them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.findings import Path
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services.template_preview import SampleDocument, sample_for
from desktop_app.windows.designed.ui_templates_page import Ui_TemplatesPage
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.questions_view import QuestionsView
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.page_view import PageView
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.forms.form import Form, Repeat

_LOOK_MS = 150


class _NoFiles:
    """Files are not tried out: nothing of a try is kept."""

    def take(self, _files: Any, _then: Any) -> None: ...

    def take_whole(self, _value: Any, _then: Any) -> None: ...

    def scan(self, _then: Any) -> None: ...

    def see(self, _value: Any) -> None: ...

    def tell(self, _text: str) -> None: ...

    def has_original(self, _value: Any) -> bool:
        return False

    def read(self, _sha256: str) -> bytes:
        return b""


class QuestionsTryout(QObject):
    """Fills the tab "Câu hỏi": the editor's own questions, whose answers are thrown away."""

    def __init__(self, form: Ui_TemplatesPage, page: QWidget, context: WindowContext) -> None:
        super().__init__(page)
        self._form, self._context = form, context
        self._draft: FormDraft | None = None
        self.view = QuestionsView()
        form.questions.setWidgetResizable(True)
        form.questions.setWidget(self.view)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self.view.changed.connect(self._look.start)
        self.view.section_reached.connect(form.sectionBox.setCurrentIndex)
        form.sectionBox.activated.connect(self.view.go_to_section)

    def show(self, asked: "Form") -> None:
        """Show a form from its first section, with sample answers."""
        from desktop_app.forms.evaluation import initial_row

        def new_row(repeat: "Repeat", at: Path) -> dict[str, Any]:
            return initial_row(asked, repeat, today=today, answers=draft.answers, path=at)

        today = self._context.workspace.today()
        draft = FormDraft(
            asked,
            sample_for(asked),
            self._context.language,
            False,
            files=_NoFiles(),
            new_row=new_row,
        )
        self._draft = draft
        tint(self._form.tryLabel, "quiet")
        box = self._form.sectionBox
        box.clear()
        title = draft.text(asked.titles) or asked.id
        box.addItems([draft.text(each.labels) or each.name or title for each in asked.sections()])
        for widget in (self._form.sectionLabel, box):
            widget.setVisible(box.count() > 1)
        self._evaluate()
        self.view.show_draft(draft, alone=False)
        self._look_again()

    def _evaluate(self) -> Any:
        from desktop_app.services.drafting import evaluate_draft

        assert self._draft is not None
        found = evaluate_draft(self._context.workspace, self._draft.form, self._draft.answers)
        self._draft.evaluation = found
        for path, value in found.calculated():
            self._draft.put(path, value)
        return found

    def _look_again(self) -> None:
        """Show what is asked now, calculations, and what is wrong with answers just given."""
        assert self._draft is not None
        try:
            found = self._evaluate()
        except AppError as error:
            self._context.tell(error)
            return
        text = self._draft.text
        self.view.look({problem.path: text(problem.message) for problem in found.problems})


class DocumentsTryout(QObject):
    """Fills the tab "Văn bản": the real pages of every document."""

    def __init__(self, form: Ui_TemplatesPage, page: QWidget, language: str) -> None:
        super().__init__(page)
        self._form, self._language = form, language
        self._documents: Sequence[SampleDocument] = ()
        self.view = PageView()
        self.view.setMinimumHeight(em(8))
        form.viewPlace.addWidget(self.view)
        form.documentProblem.hide()
        self.view.page_changed.connect(self._tell_page)
        form.documentBox.currentIndexChanged.connect(self._show_document)

    def wait(self) -> None:
        """Say that the documents are being filled."""
        self.show(())
        self._say(self.tr("Filling the documents…"), "quiet")

    def fail(self, error: AppError) -> None:
        """Say why there is nothing to see."""
        self._say(told(error, self._language), "red")

    def show(self, documents: Sequence[SampleDocument]) -> None:
        """Show filled documents, the first one opened."""
        self._documents = documents
        box = self._form.documentBox
        box.blockSignals(True)
        box.clear()
        box.addItems([document.title for document in documents])
        box.blockSignals(False)
        if documents:
            self._show_document(0)
        else:
            self.view.show_pages(None, "")
            self._say(self.tr("This template has no Word document."), "quiet")

    def _show_document(self, number: int) -> None:
        if not 0 <= number < len(self._documents):
            return
        document = self._documents[number]
        try:
            if document.error is not None:
                raise document.error
            self.view.show_document(document.docx, document.title)
        except AppError as error:
            self.view.show_pages(None, "")
            self.fail(error)
        else:
            self._form.documentProblem.hide()
            self.view.show()

    def _say(self, text: str, colour: str) -> None:
        self.view.hide()
        self._form.documentProblem.setText(text)
        tint(self._form.documentProblem, colour)
        self._form.documentProblem.show()

    def _tell_page(self, page: int, pages: int) -> None:
        text = self.tr("page {page} of {pages}").format(page=page, pages=pages) if pages else ""
        self._form.pageLabel.setText(text)
