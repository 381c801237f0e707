"""The slip that goes with a handed-over file, for two signatures."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.services.handover_slip import lay_out_slip, slip_of, write_slip
from desktop_app.windows.page import WindowContext
from desktop_app.windows.sheet_dialog import SheetDialog


class SlipDialog(SheetDialog):
    """Shows the slip of a bundle; prints it, saves it as PDF."""

    def __init__(self, context: WindowContext, bundle_id: str, parent: QWidget) -> None:
        book, language = context.workspace, context.language
        super().__init__(
            context,
            parent,
            title=self.tr("Slip"),
            file_name=f"phieu-ban-giao-{bundle_id[-8:]}.pdf",
            lay_out=lambda: lay_out_slip(slip_of(book, bundle_id), language),
            write=lambda place: self._written(place),
        )
        self._bundle_id = bundle_id

    def _written(self, place: Path) -> Path:
        context = self._context
        return write_slip(context.workspace, self._bundle_id, place, language=context.language)
