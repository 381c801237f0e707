"""The way out of the sample: a button in the state line while its book is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.errors import AppError
from desktop_app.windows.page import WindowContext
from desktop_app.windows.telling import ask


class ThrowSampleAway(QPushButton):
    """Puts the sample aside once the person agreed; ``pages`` rest meanwhile."""

    thrown = Signal()

    def __init__(self, context: WindowContext, pages: QWidget) -> None:
        super().__init__(self.tr("Throw the sample away…"))
        self._context, self._pages = context, pages
        self.setProperty("flat-link", True)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        question = self.tr(
            "Put the sample book aside and begin with an empty one? What was tried in it goes with "
            "it, into the folder “so-mau” beside the data."
        )
        if ask(self, question, self.tr("Throw the sample away")):
            self.throw_away()

    def throw_away(self) -> None:
        """Put the sample aside; nothing may read the book while it is moved."""
        from desktop_app.services import sample

        self._pages.setEnabled(False)
        self.setEnabled(False)
        workspace = self._context.workspace
        self._context.tasks.start(
            self,
            lambda _step: sample.throw_away(workspace),
            on_success=lambda _none: self._done(),
            on_failure=self._failed,
        )

    def _done(self) -> None:
        self._pages.setEnabled(True)
        self.thrown.emit()

    def _failed(self, error: AppError) -> None:
        self._pages.setEnabled(True)
        self.setEnabled(True)
        self._context.tell(error)
