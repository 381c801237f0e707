"""Every page and every dialog, opened on the sample book, for the tests that hold for all.

A new page is found by itself, a new dialog is asked for by ``test_every_dialog_is_looked_at``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.services.listing import Query, list_initiatives
from desktop_app.windows.main_window import OFFICE, TEAM, MainWindow


@dataclass
class Book:
    """A window on the sample book, and what dialogs are opened with."""

    window: MainWindow
    qtbot: Any
    folder: Path

    def __post_init__(self) -> None:
        self.context = self.window._context
        self.workspace = self.context.workspace

    def settle(self) -> None:
        """Wait until the window and what it does beside itself came to rest."""
        self.qtbot.waitUntil(lambda: not self.context.tasks.busy, timeout=30_000)
        for _turn in range(4):
            QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.context.tasks.busy, timeout=30_000)

    def page(self, name: str, **arguments: Any) -> Any:
        """Open a page and wait until it stands."""
        self.window.open(name, **arguments)
        self.settle()
        return self.window.page(name)

    def ids(self, **asked: Any) -> list[str]:
        """Return the identifiers of initiatives in a state."""
        return [row.id for row in list_initiatives(self.workspace, Query(**asked)).rows]

    def unit_rows(self) -> Any:
        """Return the units as the units page lists them."""
        from desktop_app.services.units import list_units

        return list_units(self.workspace)

    def file(self, name: str, content: bytes) -> Path:
        """Write a file to be opened."""
        path = self.folder / name
        path.write_bytes(content)
        return path


Opened = Callable[[Book], QWidget]


def _of(module: str, name: str) -> Any:
    import importlib

    return getattr(importlib.import_module(f"desktop_app.windows.{module}"), name)


def _plain(module: str, name: str, page: str = "settings") -> Opened:
    """Return a way to open a dialog that takes the context and its parent."""
    return lambda book: _of(module, name)(book.context, book.page(page))


def _unit(module: str, name: str, *, listed: bool = False, **more: Any) -> Opened:
    def opened(book: Book) -> QWidget:
        rows = book.unit_rows()
        unit = next(row for row in rows if row.parent_id)
        given = (unit, rows) if listed else (unit,)
        return _of(module, name)(book.context, book.page("units"), *given, **more)

    return opened


def _one(module: str, name: str, **asked: Any) -> Opened:
    """Return a way to open a dialog about one initiative."""
    return lambda book: _of(module, name)(
        book.context, book.page("review"), book.ids(**(asked or {"submission": "accepted"}))[0]
    )


def _several(module: str, name: str) -> Opened:
    return lambda book: _of(module, name)(
        book.context, book.page("review"), book.ids(submission="accepted")
    )


def _add_unit(book: Book) -> QWidget:
    rows = book.unit_rows()
    return _of("unit_dialogs", "AddDialog")(book.context, book.page("units"), rows, rows[0].id)


def _pressed(page: str, press: Callable[[Any], object], **arguments: Any) -> Opened:
    """Return a way to open a dialog as a person does: by its button on a page."""

    def opened(book: Book) -> QWidget:
        shown = book.page(page, **arguments)
        before = set(_dialogs())
        press(shown)
        book.settle()
        return next(dialog for dialog in _dialogs() if dialog not in before)

    return opened


def _dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def _in_editor(press: Callable[[Any], object]) -> Opened:
    def opened(book: Book) -> QWidget:
        draft = book.ids(submission="none")[-1]
        return _pressed("editor", press, id=draft)(book)

    return opened


def _programme(book: Book) -> Any:
    from desktop_app.services.targets import list_programmes

    return list_programmes(book.workspace)[0]


def _decision(book: Book) -> QWidget:
    from desktop_app.services.council_sessions import agenda

    lines = agenda(book.workspace, book.ids(submission="accepted"))
    return _of("recognition_forms", "DecisionDialog")(book.context, book.page("review"), lines)


def _correction(book: Book) -> QWidget:
    from desktop_app.services.recognition import status

    one = book.ids(recognition="recognised")[0]
    return _of("recognition_forms", "CorrectionDialog")(
        book.context, book.page("review"), status(book.workspace, one)
    )


def _bulk(book: Book) -> QWidget:
    page = book.page("review")
    rows = [page.model.row(number) for number in range(2)]
    return _of("review_bulk", "BulkDialog")(book.context, page, rows, "returned")


def _filter(book: Book) -> QWidget:
    from desktop_app.services.review_list import ReviewFilter

    return _of("review_filter", "FilterDialog")(book.context, book.page("review"), ReviewFilter())


def _unit_import(book: Book) -> QWidget:
    import openpyxl

    listed = openpyxl.Workbook()
    for row in (("Mã", "Tên"), ("AAA", "CĐCS Công ty Một"), ("b b", "CĐCS Công ty Hai")):
        listed.active.append(row)
    path = book.folder / "đơn vị.xlsx"
    listed.save(path)
    return _of("unit_import_dialog", "UnitImportDialog")(book.context, book.page("units"), path)


def _portal_answers(book: Book) -> QWidget:
    text = "Mã trên cổng;Tên sáng kiến;Trạng thái\nVN-1;Giá để cuộn chỉ xoay được;Hợp lệ\n"
    path = book.file("kết quả.csv", text.encode("utf-8-sig"))
    return _of("portal_answers_dialog", "PortalAnswersDialog")(
        book.context, book.page("portal"), path
    )


def _registrations(book: Book) -> QWidget:
    import openpyxl

    listed = openpyxl.Workbook()
    for row in (("Tên sáng kiến", "Tác giả"), ("Giá để cuộn chỉ xoay được", "Lê Thị Hoa")):
        listed.active.append(row)
    path = book.folder / "đăng ký.xlsx"
    listed.save(path)
    return _of("registrations_dialog", "RegistrationsDialog")(
        book.context, path, book.page("initiatives")
    )


def _word_import(book: Book) -> QWidget:
    from tests.services.word_reports import office_v3

    path = book.file("báo cáo.docx", office_v3().content)
    page = book.page("initiatives")
    return _of("word_import_dialog", "WordImportDialog")(book.context, book.workspace, path, page)


def _slip(book: Book) -> QWidget:
    from desktop_app.services.handover import list_bundles

    sent = next(row for row in list_bundles(book.workspace) if row.kind == "submission")
    return _of("slip_dialog", "SlipDialog")(book.context, sent.id, book.page("queue"))


def _documents(book: Book) -> QWidget:
    from desktop_app.services.paper import preview_documents

    made = preview_documents(book.workspace, book.ids(submission="accepted")[0])
    return _of("document_view", "DocumentDialog")(
        book.page("review"), made, book.context, lambda _folder: None
    )


def _attachment(book: Book) -> QWidget:
    from desktop_app.services.review import open_review

    for one in book.ids():
        files = open_review(book.workspace, one).attachments
        if files:
            return _of("attachment_view", "AttachmentDialog")(
                book.context, files[0], book.page("review")
            )
    raise AssertionError("the sample has no attachment")


def _read_back(book: Book) -> QWidget:
    page = book.page("editor", id=book.ids(submission="none")[-1])
    return _of("editor.read_back_dialog", "ReadBackDialog")(page, page._draft, page.code)


def _calculator(book: Book) -> QWidget:
    page = book.page("editor", id=book.ids(submission="none")[-1])
    return _of("editor.calculator_dialog", "CalculatorDialog")(page, page._draft)


EVERYBODYS_DIALOGS: dict[str, Opened] = {
    "DataCheckDialog": _plain("data_check_dialog", "DataCheckDialog"),
    "StorageDialog": _plain("storage_dialog", "StorageDialog"),
    "BackupsDialog": _plain("backups_dialog", "BackupsDialog"),
    "MoveOutDialog": _plain("move_dialogs", "MoveOutDialog"),
    "UpdateDialog": _plain("update_dialog", "UpdateDialog"),
    "PersonDialog": _plain("person_dialog", "PersonDialog"),
    "RetentionDialog": _plain("retention_dialog", "RetentionDialog"),
    "AuditDialog": _plain("audit_dialog", "AuditDialog"),
    "LockDialog": _plain("lock_dialog", "LockDialog"),
    "ProblemDialog": _plain("problem_dialog", "ProblemDialog"),
    "HelpWindow": _pressed("settings", lambda page: page.context.show_help("start")),
}
TEAM_DIALOGS: dict[str, Opened] = EVERYBODYS_DIALOGS | {
    "ExportDialog": _pressed("queue", lambda page: page._form.exportButton.click()),
    "SlipDialog": _slip,
    "TakenDialog": _plain("taken_dialog", "TakenDialog", "queue"),
    "KeyBackupDialog": _plain("key_backup_dialog", "KeyBackupDialog"),
    "PassphraseDialog": _plain("key_source_dialog", "PassphraseDialog"),
    "KeySourceDialog": lambda book: _of("key_source_dialog", "KeySourceDialog")(
        book.context, book.page("settings"), title="Khôi phục khóa", act="Khôi phục"
    ),
    "RegistrationsDialog": _registrations,
    "WordImportDialog": _word_import,
    "ScanDialog": _plain("editor.scan_dialog", "ScanDialog"),
    "ReadBackDialog": _read_back,
    "CalculatorDialog": _calculator,
    "RecognitionDialog": lambda book: _of("recognition_dialog", "RecognitionDialog")(
        book.context, book.page("initiatives"), book.ids(submission="accepted")[0]
    ),
}
OFFICE_DIALOGS: dict[str, Opened] = {
    "AddDialog": _add_unit,
    "RenameDialog": _unit("unit_dialogs", "RenameDialog"),
    "KindDialog": _unit("unit_dialogs", "KindDialog"),
    "MoveDialog": _unit("unit_dialogs", "MoveDialog", listed=True),
    "WordDialog": _unit("unit_dialogs", "WordDialog", listed=True, group=True),
    "PeopleDialog": _unit("unit_dialogs", "PeopleDialog"),
    "CloseDialog": _unit("unit_dialogs", "CloseDialog", listed=True),
    "MergeDialog": _unit("unit_merge_dialogs", "MergeDialog", listed=True),
    "SplitDialog": _unit("unit_merge_dialogs", "SplitDialog", listed=True),
    "UnitImportDialog": _unit_import,
    "KeysDialog": _plain("keys_dialog", "KeysDialog", "units"),
    "PlacingDialog": _plain("placing_dialog", "PlacingDialog", "inbox"),
    "NumbersDialog": _plain("numbers_dialog", "NumbersDialog", "inbox"),
    "QuarantineDialog": _plain("quarantine_dialog", "QuarantineDialog", "inbox"),
    "ConflictDialog": _plain("conflict_dialog", "ConflictDialog", "review"),
    "PhrasesDialog": _plain("phrases_dialog", "PhrasesDialog", "review"),
    "FilterDialog": _filter,
    "BulkDialog": _bulk,
    "KeysSheet": lambda book: _of("review_keys", "KeysSheet")(book.page("review")),
    "SimilarDialog": _one("similar_dialog", "SimilarDialog"),
    "RecognitionDialog": _one("recognition_dialog", "RecognitionDialog"),
    "FilingDialog": _several("recognition_forms", "FilingDialog"),
    "FormCheckDialog": _one("recognition_forms", "FormCheckDialog"),
    "SessionDialog": _several("session_dialog", "SessionDialog"),
    "DecisionDialog": _decision,
    "CorrectionDialog": _correction,
    "CouncilDialog": _plain("council_dialog", "CouncilDialog", "review"),
    "DocumentDialog": _documents,
    "AttachmentDialog": _attachment,
    "ProgrammeDialog": _plain("programme_dialogs", "ProgrammeDialog", "units"),
    "PhaseDialog": lambda book: _of("programme_dialogs", "PhaseDialog")(
        book.context, book.page("units"), _programme(book)
    ),
    "RuleDialog": lambda book: _of("programme_dialogs", "RuleDialog")(
        book.context, book.page("units"), (("p", "Cả chương trình"),), ("Dệt may",)
    ),
    "ReportsDialog": _plain("reports_dialog", "ReportsDialog", "board"),
    "LetterDialog": _plain("report_settings_dialogs", "LetterDialog", "board"),
    "ThresholdsDialog": _plain("report_settings_dialogs", "ThresholdsDialog", "board"),
    "BoardItemsDialog": _pressed("board", lambda page: page.drill(page.lines[0].unit_id, "ready")),
    "BigView": _pressed("board", lambda page: page.big_view()),
    "PortalMappingDialog": _plain("portal_mapping_dialog", "PortalMappingDialog", "portal"),
    "PortalFolderDialog": _plain("portal_folder_dialog", "PortalFolderDialog", "portal"),
    "PortalAnswersDialog": _portal_answers,
    "UploadDialog": _plain("upload_dialog", "UploadDialog", "portal"),
    "UploadAddressDialog": lambda book: _of("upload_address_dialog", "UploadAddressDialog")(
        book.context, book.page("portal"), None
    ),
    "OfficeServerDialog": _plain("office_server_dialog", "OfficeServerDialog"),
}
ELSEWHERE = {
    "FormDialog": "a base",
    "ListDialog": "a base",
    "ChangeDialog": "a base",
    "SheetDialog": "a base; SlipDialog is one",
    "_PlanDialog": "a base",
    "_AskingDialog": "a base",
    "Unlock": "covers the window: tests/services/test_personal_data.py",
    "ErasePersonDialog": "needs a person: tests/windows/test_person_dialog.py",
    "LettersDialog": "needs an erased person: tests/windows/test_person_dialog.py",
    "_Restoring": "a base",
    "_MoveDialog": "a base",
    "RestoreDialog": "needs a backup: tests/windows/test_backups_in_the_window.py",
    "RescueDialog": "needs a damaged book: tests/windows/test_backups_in_the_window.py",
    "MoveInDialog": "of the first page: tests/windows/test_backups_in_the_window.py",
    "ClosingBackup": "of the window's end: tests/windows/test_backups_in_the_window.py",
    "PlaceDialog": "needs an unknown sender: tests/windows/exchange/test_units_page.py",
    "OfficersDialog": "needs a server: tests/on_server/test_windows.py",
    "DifferenceDialog": "needs a server: tests/on_server/test_windows.py",
    "TemplateOfferDialog": "needs a newer template: tests/windows/test_templates_page.py",
    "CleaningDialog": "needs old letters: tests/windows/test_editor_page.py",
}
"""Dialogs that are not opened here, and why or where they are."""


def pages(book: Book) -> Iterator[tuple[str, QWidget]]:
    """Open every page of the book's role, one after the other."""
    role = book.workspace.own.role
    for place in TEAM if role == "team" else OFFICE:
        yield place.name, book.page(place.name)
        if place.name == "units":
            page = book.page("units")
            page.tabs.setCurrentIndex(1)
            book.settle()
            yield "units, targets", page
            page.tabs.setCurrentIndex(0)
        if place.name == "board":
            page = book.page("board")
            page.chart_button.click()
            book.settle()
            yield "board, charts", page
    if role == "team":
        for state in ("none", "returned"):
            yield f"editor, {state}", book.page("editor", id=book.ids(submission=state)[-1])


def dialogs(book: Book) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog of the book's role, one after the other; each is closed again."""
    role = book.workspace.own.role
    for name, opened in (TEAM_DIALOGS if role == "team" else OFFICE_DIALOGS).items():
        dialog = opened(book)
        if not dialog.isVisible():
            dialog.open() if isinstance(dialog, QDialog) else dialog.show()
        book.settle()
        yield name, dialog
        dialog.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        book.settle()
