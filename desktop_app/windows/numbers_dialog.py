"""Bundles that never came, or whose number stands twice: until somebody said why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QWidget

from desktop_app.errors import AppError
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column

if TYPE_CHECKING:
    from desktop_app.services.chains import ChainRow


class NumbersDialog(ListDialog):
    """Lists what the units are to be asked about, and keeps what they answer."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("Unit"), lambda row: row.unit, stretch=True),
            Column(self.tr("Computer"), lambda row: row.device, width=6, extra=True),
            Column(self.tr("Bundle"), lambda row: str(row.sequence), width=5),
            Column(self.tr("What is wrong"), self._what, lambda _row: "quarantined", width=18),
        )
        super().__init__(
            context,
            parent,
            self.tr("To ask the units about"),
            self.tr(
                "Every bundle has a number. A number that is missing was written and never came "
                "in. When it comes, it leaves this list; when the unit explains it, write why."
            ),
            columns,
        )
        self.explain_button = self.add_button(self.tr("&Explained…"), self.explain, primary=True)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        from desktop_app.services.chains import list_troubles

        self.show_rows(list_troubles(self.context.workspace))

    def _what(self, row: "ChainRow") -> str:
        return {
            "missing": self.tr("Has not come in"),
            "repeated": self.tr("Two different bundles bear it"),
            "broken": self.tr("Does not follow the one before"),
        }[row.kind]

    def detail_of(self, row: "ChainRow") -> str:
        """Return what it may mean and what to do."""
        return {
            "missing": self.tr(
                "Ask the unit for this bundle: it can write it again unchanged, under “Queue and "
                "bundles”."
            ),
            "repeated": self.tr(
                "The unit's book was probably put back from a backup, so a number was used again. "
                "Both bundles were taken in; nothing is lost."
            ),
            "broken": self.tr(
                "The unit's book was probably put back from a backup. Ask whether a bundle in "
                "between was lost."
            ),
        }[row.kind]

    def explain(self) -> None:
        """Ask what the unit said."""
        row = self.row
        if row is None:
            return
        dialog = self.dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Explained"))
        dialog.setLabelText(
            self.tr("What does {unit} say about bundle number {number}?").format(
                unit=row.unit, number=row.sequence
            )
        )
        unit_id, number = row.unit_id, row.sequence
        dialog.textValueSelected.connect(lambda text: self.explained(unit_id, number, text))
        dialog.open()

    def explained(self, unit_id: str, sequence: int, text: str) -> None:
        """Keep why; the line leaves the list."""
        from desktop_app.services import chains

        try:
            chains.explain(self.context.workspace, unit_id, sequence, text)
        except AppError as error:
            self.context.tell(error)
        self.refresh()
