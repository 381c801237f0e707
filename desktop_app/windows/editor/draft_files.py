"""The files of the draft that is open: taken in beside the window, shown, made whole again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.initiative import Attachment
from desktop_app.errors import AppError
from desktop_app.services.steps import Step
from desktop_app.windows.attachment_view import AttachmentDialog
from desktop_app.windows.carried_words import size_text
from desktop_app.windows.editor.form_draft import Taken
from desktop_app.windows.editor.incoming_files import IncomingFile
from desktop_app.windows.page import Page

if TYPE_CHECKING:
    from desktop_app.services.attaching import AttachedFile


class PageFiles(QWidget):
    """Does what the editors of files ask for; an unseen child of the page, to live as long."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.hide()
        self._page = page
        self._workspace, self._context = page.workspace, page.context

    def take(self, files: Sequence[IncomingFile], then: Taken) -> None:
        """Take files in, one after another; what is not taken is told, the others are in."""
        from desktop_app.services.attaching import attach_data, attach_file

        def work(step: Step) -> tuple[list["AttachedFile"], list[AppError]]:
            taken, errors = [], []
            for number, file in enumerate(files):
                step(number, len(files))
                try:
                    taken.append(
                        attach_file(self._workspace, file.path)
                        if file.path is not None
                        else attach_data(self._workspace, file.data, file.name)
                    )
                except AppError as error:
                    errors.append(error)
            return taken, errors

        self._run(work, then)

    def take_whole(self, value: dict[str, Any], then: Taken) -> None:
        """Make a picture anew from its original, at full size."""
        from desktop_app.services.attaching import at_full_size

        self._run(lambda _step: ([at_full_size(self._workspace, value)], []), then)

    def _run(self, work: Callable[[Step], Any], then: Taken) -> None:
        self.tell(self.tr("Taking the file in…"))

        def done(found: tuple[list["AttachedFile"], list[AppError]]) -> None:
            taken, errors = found
            if taken:
                then([each.value for each in taken])
            self._tell_saving(taken)
            for error in errors[:1]:
                self._context.tell(error)

        self._context.tasks.start(self, work, on_success=done, on_failure=self._context.tell)

    def _tell_saving(self, taken: Sequence["AttachedFile"]) -> None:
        whole, saved = sum(each.whole for each in taken), sum(each.saved for each in taken)
        if saved:
            text = self.tr("Made smaller: {before} → {after}; place and time of the photo removed")
            before, after = size_text(whole), size_text(whole - saved)
            self.tell(text.format(before=before, after=after))
        elif taken:
            self.tell(self.tr("{number} files taken in").format(number=len(taken)))

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
        self._page.said.emit(text)
