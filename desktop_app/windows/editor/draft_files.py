"""The files of the draft that is open: taken in beside the window, shown, made whole again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.domain.initiative import Attachment
from desktop_app.domain.numbers import size_text
from desktop_app.errors import AppError, Cancelled
from desktop_app.services.steps import Step
from desktop_app.windows.attachment_view import AttachmentDialog
from desktop_app.windows.editor.form_draft import Taken
from desktop_app.windows.editor.incoming_files import IncomingFile
from desktop_app.windows.page import Page

if TYPE_CHECKING:
    from desktop_app.services.attaching import AttachedFile

NotTaken = list[tuple[str, AppError]]
_SHOWN_AFTER_MS = 600


class PageFiles(QWidget):
    """Does what the editors of files ask for; an unseen child of the page, to live as long."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.hide()
        self._page = page
        self._workspace, self._context = page.workspace, page.context
        self._told: list[str] = []

    def take(self, files: Sequence[IncomingFile], then: Taken) -> None:
        """Take files in, one after another; what is not taken is told, the others are in."""
        from desktop_app.services.attaching import attach_data, attach_file

        def work(step: Step) -> tuple[list["AttachedFile"], NotTaken]:
            taken, errors = [], []
            for number, file in enumerate(files):
                step(number, len(files))
                try:
                    taken.append(
                        attach_file(self._workspace, file.path)
                        if file.path is not None
                        else attach_data(self._workspace, file.pasted_bytes(), file.name)
                    )
                except AppError as error:
                    errors.append((file.name, error))
            return taken, errors

        self._run(work, then)

    def take_whole(self, value: dict[str, Any], then: Taken) -> None:
        """Make a picture anew from its original, at full size."""
        from desktop_app.services.attaching import at_full_size

        self._run(lambda _step: ([at_full_size(self._workspace, value)], []), then)

    def _run(self, work: Callable[[Step], Any], then: Taken) -> None:
        self.tell(self.tr("Taking the file in…"))
        waiting = self._waiting()

        def done(found: tuple[list["AttachedFile"], NotTaken]) -> None:
            waiting.deleteLater()
            taken, errors = found
            self._told.clear()
            if taken:
                then([each.value for each in taken])
            self._tell_end(taken, errors)
            if errors:
                self._context.tell(errors[0][1])

        def failed(error: AppError) -> None:
            waiting.deleteLater()
            if isinstance(error, Cancelled):
                self.tell(self.tr("Stopped. None of these files was taken in."))
            else:
                self._context.tell(error)

        def progress(number: int, whole: int) -> None:
            waiting.setMaximum(max(1, whole))
            waiting.setValue(number)

        task = self._context.tasks.start(
            self, work, on_success=done, on_failure=failed, on_progress=progress
        )
        waiting.canceled.connect(task.cancel)

    def _waiting(self) -> QProgressDialog:
        """Return what shows how far it is and stops it; seen only when it takes a while."""
        waiting = QProgressDialog(
            self.tr("Taking the file in…"), self.tr("&Stop"), 0, 1, self._page
        )
        waiting.setWindowTitle(self.tr("Files"))
        waiting.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        waiting.setAutoReset(False)
        waiting.setMinimumDuration(_SHOWN_AFTER_MS)
        return waiting

    def _tell_end(self, taken: Sequence["AttachedFile"], errors: NotTaken) -> None:
        whole, saved = sum(each.whole for each in taken), sum(each.saved for each in taken)
        said = list(self._told)
        if saved:
            text = self.tr("Made smaller: {before} → {after}; place and time of the photo removed")
            before, after = size_text(whole), size_text(whole - saved)
            said.append(text.format(before=before, after=after))
        elif taken:
            said.append(self.tr("{number} files taken in").format(number=len(taken)))
        if errors:
            names = ", ".join(name for name, _error in errors)
            said.append(self.tr("Not taken: {names}").format(names=names))
        self.tell(" · ".join(said))

    def has_original(self, value: dict[str, Any]) -> bool:
        """Return whether the original of a picture is still kept."""
        from desktop_app.services.attaching import has_original

        return has_original(self._workspace, value)

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a kept file; none when it is gone, which the check tells."""
        try:
            return self._workspace.attachments.read(sha256)
        except AppError:
            return b""

    def see(self, value: dict[str, Any]) -> None:
        """Show a file as large as the window."""
        names = ("sha256", "name", "size", "media_type")
        attachment = Attachment(**{name: value[name] for name in names})
        AttachmentDialog(self._context, attachment, self._page).open()

    def scan(self, then: Taken) -> None:
        """Let a person choose from the folder of the scanner, then give the answers."""
        from desktop_app.windows.editor.scan_dialog import ScanDialog

        dialog = ScanDialog(self._context, self._page)
        dialog.chosen.connect(lambda files: self.take(files, then))
        dialog.open()

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self._told.append(text)
        self._page.said.emit(text)
