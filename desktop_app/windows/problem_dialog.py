"""Báo lỗi: a file for whoever helps, seen in full before it is saved; nothing is sent."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.preferences import read_preferences
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.problem_report import ProblemReport


class ProblemDialog(FormDialog):
    """Shows the report as it will be written, then writes it."""

    help_subject = "problem-report"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Report a problem"),
            self.tr(
                "This is everything the file will hold: versions, settings, counts, the last lines "
                "of the log. No names, no contents. Nothing is sent: hand the file over yourself, "
                "and say what was being done."
            ),
            self.tr("&Save the file…"),
            (52, 36),
        )
        self.shown = QPlainTextEdit(self.tr("Gathering…"))
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(self.tr("What the file will hold"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(scaled_font().pointSizeF())
        self.shown.setFont(fixed)
        self.shown.setMinimumHeight(em(12))
        self.body.insertWidget(1, self.shown, 1)
        self._report: ProblemReport | None = None
        self._path: Path | None = None
        self.ok_button.setEnabled(False)
        workspace, screen = context.workspace, screen_facts(context)

        def gather(_step: Callable[[int, int], None]) -> "ProblemReport":
            from desktop_app.services.problem_report import collect

            return collect(workspace.folder, workspace, screen)

        context.tasks.start(self, gather, on_success=self._show)

    def _show(self, report: "ProblemReport") -> None:
        self._report = report
        self.shown.setPlainText(report.whole)
        self.ok_button.setEnabled(True)
        self.ok_button.setFocus()

    def submit(self) -> None:
        """Ask where to, then write."""
        from desktop_app.services.problem_report import file_name

        name = file_name(self.context.workspace)
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), name, self.tr("Zip (*.zip)")
        )
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write what is shown into a file."""
        self._path = path.with_suffix(".zip")
        super().submit()

    def work(self) -> Callable[[], Path]:
        from desktop_app.services.problem_report import write

        report, path = self._report, self._path
        assert report is not None
        assert path is not None
        return lambda: write(report, path)


def screen_facts(context: WindowContext) -> dict[str, str]:
    """Return what only the window knows: Qt, screens, looks."""
    kept = read_preferences(context.workspace.folder)
    screens = [
        f"{screen.geometry().width()}x{screen.geometry().height()} "
        f"at {screen.devicePixelRatio():.2f}"
        for screen in QGuiApplication.screens()
    ]
    return {
        "qt": qVersion(),
        "window system": QGuiApplication.platformName(),
        "screens": ", ".join(screens),
        "language": context.language,
        "theme": kept.theme,
        "text size": f"{kept.text_percent} %",
    }
