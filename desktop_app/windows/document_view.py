"""The documents of a dossier: their real pages, printed or saved, without an office program."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.page import WindowContext
from desktop_app.windows.page_view import PageView
from desktop_app.windows.theme import tokens

if TYPE_CHECKING:
    from desktop_app.documents.pages import PagedDocument


class DocumentDialog(QDialog):
    """Shows documents, prints them and writes them into a folder."""

    help_subject = "documents"

    def __init__(
        self,
        parent: QWidget,
        documents: Sequence[Any],
        context: WindowContext,
        write: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Documents"))
        window = parent.window()
        self.resize(min(1000, window.width() - 40), window.height() - 40)
        self._documents, self._context, self._write = documents, context, write
        self._laid: dict[int, PagedDocument] = {}
        self._make()
        self._show(0)

    def _make(self) -> None:
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Document"))
        for document in self._documents:
            self.box.addItem(document.title)
        self.box.currentIndexChanged.connect(self._show)
        self.place = QLabel()
        head.addWidget(self.box, 1)
        head.addWidget(self.place)
        column.addLayout(head)
        self.view = PageView()
        self.view.page_changed.connect(
            lambda page, pages: self.place.setText(
                self.tr("Page {page} of {pages}").format(page=page, pages=pages)
            )
        )
        column.addWidget(self.view, 1)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setStyleSheet(f"color: {tokens().red}")
        self._problem.hide()
        column.addWidget(self._problem)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.print_button = QPushButton(self.tr("Print"))
        menu = QMenu(self)
        this = menu.addAction(self.tr("This document…"))
        this.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        this.triggered.connect(lambda: self._print([self.box.currentIndex()]))
        every = menu.addAction(self.tr("All documents…"))
        every.triggered.connect(lambda: self._print(range(len(self._documents))))
        self.addAction(this)
        self.print_button.setMenu(menu)
        save = QPushButton(self.tr("Save as Word and PDF…"))
        save.setProperty("primary", True)
        save.clicked.connect(self._save)
        for button in (close, self.print_button, save):
            foot.addWidget(button)
        column.addLayout(foot)

    # Pages

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._documents):
            return
        self._problem.hide()
        if number in self._laid:
            self.view.show_pages(self._laid[number], self._documents[number].title)
            return
        self.view.show_pages(None, "")
        self.place.setText(self.tr("Laying out…"))
        self._lay_out([number], lambda: self._laid_out(number))

    def _laid_out(self, number: int) -> None:
        if number == self.box.currentIndex():
            self._show(number)

    def _lay_out(self, numbers: Sequence[int], then: Callable[[], None]) -> None:
        """Lay documents out beside the window, then go on."""
        missing = [number for number in numbers if number not in self._laid]

        def work(step: Callable[[int, int], None]) -> dict[int, Any]:
            from desktop_app.documents.pages import lay_out

            laid = {}
            for done, number in enumerate(missing):
                step(done, len(missing))
                laid[number] = lay_out(self._documents[number].docx)
            return laid

        def done(laid: dict[int, Any]) -> None:
            self._laid.update(laid)
            then()

        self._context.tasks.start(self, work, on_success=done, on_failure=self._fail)

    def _fail(self, error: AppError) -> None:
        self.place.setText("")
        self._problem.setText(told(error, self._context.language))
        self._problem.show()

    # Out

    def _print(self, numbers: Sequence[int]) -> None:
        if not QPrinterInfo.availablePrinters():
            self._problem.setText(
                self.tr("No printer is set up on this computer. Save as PDF and print elsewhere.")
            )
            self._problem.show()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, len(numbers) == 1)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer, numbers)

    def print_on(self, printer: QPrinter, numbers: Sequence[int]) -> None:
        """Print documents on a printer that was chosen, beside the window."""
        printer.setFullPage(True)
        printer.setDocName(self._documents[numbers[0]].title)
        self._lay_out(numbers, lambda: self._begin_to_print(printer, numbers))

    def _begin_to_print(self, printer: QPrinter, numbers: Sequence[int]) -> None:
        from desktop_app.documents.pages import print_pages

        wanted = [self._laid[number] for number in numbers]
        pages = [(document, range(document.page_count)) for document in wanted]
        if len(wanted) == 1 and printer.fromPage():
            pages = [(wanted[0], pages[0][1][printer.fromPage() - 1 : printer.toPage()])]
        self.print_button.setEnabled(False)

        def done(_nothing: object) -> None:
            self.print_button.setEnabled(True)
            self.place.setText(self.tr("Sent to the printer"))

        def failed(error: AppError) -> None:
            self.print_button.setEnabled(True)
            self._fail(error)

        self._context.tasks.start(
            self,
            lambda step: print_pages(printer, pages, step),
            on_success=done,
            on_failure=failed,
        )

    def _save(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Save into"))
        if folder:
            self._write(folder)
            self.accept()
