"""The mapping to the portal's form: out to Excel, checked, in again, back to the one that ships."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services import portal_mapping
from desktop_app.services.portal_mapping import KeptMapping, MappingFinding
from desktop_app.services.portal_words import finding_place, finding_text
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.telling import ask

_FILE = "doi-chieu-cong.xlsx"


@dataclass(frozen=True)
class _Line:
    """A finding as the list shows it."""

    id: str
    place: str
    text: str


class PortalMappingDialog(ListDialog):
    """Says which mapping is in use; what is wrong with an edited one stands in the list."""

    help_subject = "portal"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(
                QCoreApplication.translate("PortalMapping", "Where"), lambda r: r.place, width=16
            ),
            Column(
                QCoreApplication.translate("PortalMapping", "To mend"),
                lambda r: r.text,
                stretch=True,
            ),
        )
        super().__init__(
            context,
            parent,
            QCoreApplication.translate("PortalMapping", "Mapping to the portal's form"),
            QCoreApplication.translate(
                "PortalMapping",
                "Fields, their order, limits and lists, as an Excel workbook. The portal's own "
                "form is not public: what ships is a likely one, to be compared with the portal.",
            ),
            columns,
        )
        self.workspace = context.workspace
        self.used = QLabel()
        self.used.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        tint(self.problem, "red")
        layout = self.layout()
        assert layout is not None
        layout.insertWidget(2, self.used)  # type: ignore[attr-defined]
        layout.insertWidget(3, self.problem)  # type: ignore[attr-defined]
        self.back_button = self.add_button(
            self.tr("Use what &ships"), self.drop, allowed=lambda _row: True
        )
        self.out_button = self.add_button(
            self.tr("To &Excel…"), self.export, allowed=lambda _row: True
        )
        self.in_button = self.add_button(
            self.tr("&Take from Excel…"), self.choose, primary=True, allowed=lambda _row: True
        )
        self._show()
        self.show_lines(())
        self.in_button.setFocus()

    def _show(self) -> None:
        """Read which mapping is in use, beside the window: the one that ships is a workbook."""
        workspace = self.workspace
        self.context.tasks.start(
            self, lambda _step: portal_mapping.kept_mapping(workspace), on_success=self._tell
        )

    def _tell(self, kept: KeptMapping) -> None:
        made = kept.mapping
        text = self.tr("In use: {name}, version {version}, {number} fields.")
        said = text.format(name=made.name, version=made.version, number=len(made.fields))
        if kept.file:
            said += " " + self.tr("From the file {file}.").format(file=kept.file)
        self.used.setText(said)
        self.back_button.setEnabled(bool(kept.file))

    def show_lines(self, found: tuple[MappingFinding, ...]) -> None:
        """Show what is wrong with a workbook."""
        language = self.context.language
        self.show_rows(
            [
                _Line(str(number), finding_place(each), finding_text(each, language))
                for number, each in enumerate(found)
            ]
        )
        self.empty.setText(
            self.tr("Write it to Excel, edit it, take it back: every cell is checked.")
        )

    def detail_of(self, row: Any) -> str:
        """Return the whole sentence of a finding."""
        return f"{row.place}: {row.text}"

    def export(self) -> None:
        """Write the mapping in use as a workbook to be edited."""
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Write the mapping"), _FILE, "Excel (*.xlsx)"
        )
        if not name:
            return
        workspace, place = self.workspace, Path(name)

        def written(path: Path) -> None:
            self.problem.clear()
            self.empty.setText(self.tr("Written: {file}").format(file=path.name))

        self.context.tasks.start(
            self,
            lambda _step: portal_mapping.export_mapping(workspace, place),
            on_success=written,
            on_failure=self._failed,
        )

    def choose(self) -> None:
        """Ask for an edited workbook and take it in."""
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Take an edited mapping"), "", "Excel (*.xlsx)"
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Check a workbook; without a fault it is in use from now on."""
        workspace = self.workspace

        def work(_step: object) -> tuple[MappingFinding, ...]:
            found = portal_mapping.check_mapping(workspace, path)
            if not found:
                portal_mapping.take_mapping(workspace, path)
            return found

        def done(found: tuple[MappingFinding, ...]) -> None:
            self.problem.clear()
            self.show_lines(found)
            if found:
                text = self.tr("{number} places to mend. The mapping in use is as it was.")
                self.problem.setText(text.format(number=len(found)))
            else:
                self.empty.setText(self.tr("Taken in and checked."))
                self._show()

        self.context.tasks.start(self, work, on_success=done, on_failure=self._failed)

    def drop(self) -> None:
        """Use the mapping that ships again, after a question."""
        text = self.tr("Use the mapping that ships? The office's own one is forgotten.")
        if not ask(self, text, self.tr("Use what ships")):
            return
        workspace = self.workspace
        self.context.tasks.start(
            self,
            lambda _step: portal_mapping.drop_mapping(workspace),
            on_success=lambda _made: self._show(),
            on_failure=self._failed,
        )

    def _failed(self, error: AppError) -> None:
        self.show_lines(())
        self.problem.setText(told(error, self.context.language))
