"""One page the program draws itself: looked at, printed, saved as PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.page_view import PageView

if TYPE_CHECKING:
    from desktop_app.documents.pages import PagedDocument


class SheetDialog(QDialog):
    """Lays the page out beside the window and shows it; Print… and Save as PDF….

    ``lay_out`` makes the page, ``write`` writes it as PDF and returns where it is; both run beside
    the window. ``printed`` is told when it went to a printer. ``file_name`` is offered for the PDF.
    """

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        *,
        title: str,
        file_name: str,
        lay_out: "Callable[[], PagedDocument]",
        write: Callable[[Path], Path],
        printed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._context, self._title, self._file_name = context, title, file_name
        self._write, self._printed = write, printed
        self._paged: PagedDocument | None = None
        column = QVBoxLayout(self)
        self.view = PageView()
        column.addWidget(self.view, 1)
        self._said = QLabel(self.tr("Laying out…"))
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._said)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = QPushButton(self.tr("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.save_button = QPushButton(self.tr("&Save as PDF…"))
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save)
        self.print_button = QPushButton(self.tr("&Print…"))
        self.print_button.setProperty("primary", True)
        self.print_button.clicked.connect(self._print)
        for button in (close, self.save_button, self.print_button):
            foot.addWidget(button)
        column.addLayout(foot)
        fit_window(self, parent, 42, 52)
        self._allow(False)
        context.tasks.start(
            self, lambda _step: lay_out(), on_success=self._laid_out, on_failure=self._failed
        )

    def _laid_out(self, paged: "PagedDocument") -> None:
        self._paged = paged
        self.view.show_pages(paged, self._title)
        self._say("")
        self._allow(True)
        self.print_button.setFocus()

    def _allow(self, allowed: bool) -> None:
        self.print_button.setEnabled(allowed)
        self.save_button.setEnabled(allowed)

    def _say(self, text: str, colour: str = "text") -> None:
        tint(self._said, colour)
        self._said.setText(text)

    def _failed(self, error: AppError) -> None:
        self._allow(self._paged is not None)
        self._say(told(error, self._context.language), "red")

    # Out

    def _print(self) -> None:
        if not QPrinterInfo.availablePrinters():
            self._say(
                self.tr("No printer is set up on this computer. Save as PDF and print elsewhere."),
                "amber",
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print"))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page on a printer that was chosen, beside the window."""
        from desktop_app.documents.pages import print_pages

        assert self._paged is not None
        paged = self._paged
        printer.setFullPage(True)
        printer.setDocName(self._title)
        self._allow(False)

        def done(_nothing: object) -> None:
            self._allow(True)
            self._say(self.tr("Sent to the printer"), "green")
            self._printed()

        self._context.tasks.start(
            self,
            lambda step: print_pages(printer, [(paged, range(1))], step),
            on_success=done,
            on_failure=self._failed,
        )

    def _save(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), self._file_name, "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, place: Path) -> None:
        """Write the PDF, read it back, and say where it is."""
        if place.suffix.lower() != ".pdf":
            place = place.with_name(f"{place.name}.pdf")
        self._allow(False)

        def done(written: Path) -> None:
            self._allow(True)
            self._say(self.tr("Saved: {file}").format(file=written), "green")

        self._context.tasks.start(
            self,
            lambda _step: self._write(place),
            on_success=done,
            on_failure=self._failed,
        )
