"""Documents on the screen, on a printer and as files."""

import subprocess

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.documents.pages import pdf_of
from desktop_app.services import drafting, paper, setup
from desktop_app.services.paper import PreviewDocument
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.document_view import DocumentDialog
from desktop_app.windows.page import WindowContext
from desktop_app.workspace import Workspace
from tests.samples import answers


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    with Workspace(tmp_path_factory.mktemp("book") / "book") as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        initiative_id = drafting.new_initiative(workspace, None, answers())
        return paper.preview_documents(workspace, initiative_id)


@pytest.fixture
def shown(qtbot, qapp):
    tasks, told = BackgroundTasks(), []
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1100, 700)
    written = []

    def open_them(documents):
        context = WindowContext(None, tasks, "vi", told.append)
        dialog = DocumentDialog(parent, documents, context, written.append)
        dialog.written = written
        dialog.show()
        qtbot.waitUntil(lambda: not tasks.busy)
        return dialog

    yield open_them
    tasks.close()
    assert told == []


def words_of(pdf):
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return said.stdout.decode().split()


def printer_to(path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_pages_are_shown_one_document_after_another(documents, shown, qtbot):
    dialog = shown(documents)
    assert dialog.view.page_count >= 1
    dialog.box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: 1 in dialog._laid)
    assert dialog.view.page_count == dialog._laid[1].page_count


def test_what_is_printed_is_what_the_pdf_says(documents, shown, qtbot, tmp_path):
    dialog = shown(documents)
    dialog.print_on(printer_to(tmp_path / "all.pdf"), range(len(documents)))
    qtbot.waitUntil(lambda: dialog.print_button.isEnabled() and 1 in dialog._laid)
    qtbot.waitUntil(lambda: not dialog._context.tasks.busy)
    expected = []
    for number, document in enumerate(documents):
        (tmp_path / f"{number}.pdf").write_bytes(pdf_of(document.docx))
        expected += words_of(tmp_path / f"{number}.pdf")
    assert words_of(tmp_path / "all.pdf") == expected


def test_a_range_of_pages_is_printed(documents, shown, qtbot, tmp_path):
    dialog = shown(documents)
    number = max(range(len(documents)), key=lambda n: len(documents[n].docx))
    dialog.box.setCurrentIndex(number)
    qtbot.waitUntil(lambda: number in dialog._laid)
    printer = printer_to(tmp_path / "two.pdf")
    printer.setFromTo(2, 2)
    dialog.print_on(printer, [number])
    qtbot.waitUntil(lambda: not dialog._context.tasks.busy)
    (tmp_path / "whole.pdf").write_bytes(pdf_of(documents[number].docx))
    one = subprocess.run(
        ["pdftotext", "-layout", "-f", "2", "-l", "2", str(tmp_path / "whole.pdf"), "-"],
        capture_output=True,
        check=True,
    )
    assert words_of(tmp_path / "two.pdf") == one.stdout.decode().split()


def test_what_is_no_document_is_told(shown, qtbot):
    dialog = shown([PreviewDocument("x", "Hỏng", b"no document")])
    assert "SSK-350" in dialog._problem.text()


def test_without_a_printer_it_says_what_to_do(documents, shown, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(lambda: []))
    dialog = shown(documents)
    dialog._print([0])
    assert dialog._problem.isVisible()
    assert "PDF" in dialog._problem.text()


def test_documents_are_saved_where_the_person_says(documents, shown, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path))
    dialog = shown(documents)
    dialog._save()
    assert dialog.written == [str(tmp_path)]
