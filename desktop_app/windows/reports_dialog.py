"""Reports: choose one, look at it, save it or copy it; everything is made beside the window."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.report_choice import ReportChoice
from desktop_app.windows.report_preview import ReportPreview
from desktop_app.windows.report_words import report_word
from desktop_app.windows.theme import TITLE, scaled_font
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.reports.looking import Look
    from desktop_app.services.reports.writing import WrittenReport

_FOLDER = "last_report_folder"
_BROKEN = "SSK-833"


class ReportsDialog(QDialog):
    """Report, period and format on the left, the preview beside them; Save… writes the file."""

    help_subject = "reports"

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        *,
        phase: str | None = None,
        date_from: date | None = None,
        date_to: date | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reports"))
        self._context = context
        self._task: Any = None
        self._number = 0
        self._look: Look | None = None
        self._image = QImage()
        self._written: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        title = QLabel(self.tr("Reports"))
        title.setFont(scaled_font(TITLE, bold=True))
        column.addWidget(title)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        self.choice = ReportChoice(context)
        self.choice.choose(phase=phase, date_from=date_from, date_to=date_to)
        self.preview = ReportPreview()
        middle.addWidget(self.choice, 3)
        middle.addWidget(self.preview, 7)
        column.addLayout(middle, 1)
        self.working = Working(context)
        column.addWidget(self.working)
        column.addLayout(self._links())
        column.addLayout(self._foot())
        self.choice.changed.connect(self.refresh)
        fit_window(self, parent, 74, 44)
        self.refresh()
        self.choice.list.setFocus()

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.said, 1)
        self.folder_button = self._link(self.tr("&Open the folder"), self._open_folder)
        self.built_in_button = self._link(
            self.tr("Use the &built-in template"), self._with_built_in
        )
        self.template_button = self._link(self.tr("&Edit the Word template…"), self._edit)
        self.letter_button = self._link(self.tr("&Place and who signs…"), self._letter)
        self.threshold_button = self._link(self.tr("&Thresholds…"), self._thresholds)
        for button in (
            self.folder_button,
            self.built_in_button,
            self.threshold_button,
            self.letter_button,
            self.template_button,
        ):
            row.addWidget(button)
        return row

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.clicked.connect(self.reject)
        self.text_button = QPushButton(self.tr("Copy the te&xt"))
        self.text_button.clicked.connect(self._copy_text)
        self.image_button = QPushButton(self.tr("Copy the &picture"))
        self.image_button.clicked.connect(self._copy_image)
        self.save_button = QPushButton(self.tr("&Save…"))
        self.save_button.setProperty("primary", True)
        self.save_button.clicked.connect(self._save)
        for button in (self.close_button, self.text_button, self.image_button, self.save_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.save_button.setDefault(True)
        return foot

    def _link(self, text: str, act: Any) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("flat-link", True)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        button.hide()
        return button

    # Looking

    def refresh(self) -> None:
        """Make the preview of what is chosen; one made for an earlier choice is dropped."""
        from desktop_app.services.reports.looking import look

        self._number += 1
        number, workspace = self._number, self._context.workspace
        name, asked, ending = self.choice.name, self.choice.asked, self.choice.ending
        wide = self.choice.wide
        if self._task is not None:
            self._task.cancel()
        self._look, self._image, self._written = None, QImage(), None
        self._say("")
        self._show_buttons()
        self.preview.say(self.tr("Being put together…"))

        def work(step: Any) -> "tuple[Look, QImage]":
            found = look(workspace, name, asked, ending, step)
            return found, _painted(found, wide) if ending == "png" else QImage()

        def made(result: "tuple[Look, QImage]") -> None:
            if number == self._number:
                self._task = None
                self._show(*result)

        def failed(error: AppError) -> None:
            if number == self._number and not isinstance(error, Cancelled):
                self._task = None
                self.preview.say(told(error, self._context.language))

        self._task = self._context.tasks.start(self, work, on_success=made, on_failure=failed)

    def _show(self, look: "Look", image: QImage) -> None:
        self._look, self._image = look, image
        if not image.isNull():
            self.preview.show_picture(image, look.text)
        elif look.report is None:
            self.preview.show_text(look.text)
        else:
            self.preview.show_look(look)
        self._show_buttons()

    def _show_buttons(self) -> None:
        ending, name = self.choice.ending, self.choice.name
        ready = self._look is not None and not self.working.busy
        self.save_button.setEnabled(ready)
        self.text_button.setVisible(ending in ("png", "txt"))
        self.text_button.setEnabled(ready)
        self.image_button.setVisible(ending == "png")
        self.image_button.setEnabled(ready)
        self.template_button.setVisible(ending == "docx")
        self.letter_button.setVisible(ending == "docx")
        self.threshold_button.setVisible(name == "awards")
        self.folder_button.setVisible(self._written is not None)
        self.built_in_button.setVisible(False)
        self.choice.setEnabled(not self.working.busy)

    def _say(self, text: str, colour: str = "text") -> None:
        tint(self.said, colour)
        self.said.setText(text)

    # Copying

    def _copy_text(self) -> None:
        assert self._look is not None
        QGuiApplication.clipboard().setText(self._look.text)
        self._say(self.tr("The text is copied; paste it into the chat group."), "green")

    def _copy_image(self) -> None:
        QGuiApplication.clipboard().setImage(self._image)
        self._say(self.tr("The picture is copied; paste it into the chat group."), "green")

    # Saving

    def _save(self) -> None:
        from desktop_app.services.reports.writing import file_name

        ending = self.choice.ending
        workspace = self._context.workspace
        begin = Path(workspace.setting(_FOLDER) or Path.home())
        offered = begin / file_name(workspace, self.choice.name, ending)
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the report"),
            str(offered),
            f"{report_word(ending)} (*.{ending})",
        )
        if not chosen:
            return
        place = Path(chosen)
        if place.suffix.lower() != f".{ending}":
            # The file dialog asked about the name as it was typed, not about this one.
            place = place.with_name(f"{place.name}.{ending}")
            if place.exists() and not self.agreed_to_replace(place):
                return
        self.save_to(place, replace=True)

    def agreed_to_replace(self, place: Path) -> bool:
        """Ask whether a file that is there may be replaced."""
        text = self.tr("“{file}” is there already. Replace it?").format(file=place.name)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Save the report"), text, parent=self)
        replace = box.addButton(self.tr("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("&Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is replace

    def save_to(self, place: Path, *, replace: bool = False, built_in: bool = False) -> None:
        """Write what is chosen into a file, beside the window; say where it is."""
        from desktop_app.services.reports.writing import write_report

        workspace, name, asked = self._context.workspace, self.choice.name, self.choice.asked
        wide = self.choice.wide
        self._place = place

        def work(step: Any) -> "WrittenReport":
            return write_report(
                workspace,
                name,
                place,
                asked,
                draw=lambda figures: _png(figures, wide),
                built_in=built_in,
                replace=replace,
                step=step,
            )

        self._say("")
        self.working.run(
            self.tr("Writing the report…"), work, on_success=self._saved, on_failure=self._failed
        )
        self._show_buttons()

    def _saved(self, written: "WrittenReport") -> None:
        self._written = written.file
        self._context.workspace.set_setting(_FOLDER, str(written.file.parent))
        self._show_buttons()
        self._say(self.tr("Saved: {file}").format(file=written.file), "green")
        self.folder_button.setFocus()

    def _failed(self, error: AppError) -> None:
        self._show_buttons()
        if isinstance(error, Cancelled):
            self._say(self.tr("Stopped; no file was written."), "amber")
            return
        self._say(told(error, self._context.language), "red")
        self.built_in_button.setVisible(error.code == _BROKEN)

    def _with_built_in(self) -> None:
        self.save_to(self._place, replace=True, built_in=True)

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    # What officers change

    def _edit(self) -> None:
        from desktop_app.services.reports.word import edit_template

        workspace, name = self._context.workspace, self.choice.name

        def copied(place: Path) -> None:
            said = self.tr("Your own template: {file}. Change it in Word, save it, then save here.")
            self._say(said.format(file=place))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

        self._context.tasks.start(
            self,
            lambda _step: edit_template(workspace, name),
            on_success=copied,
            on_failure=self._failed,
        )

    def _letter(self) -> None:
        from desktop_app.windows.report_settings_dialogs import LetterDialog

        dialog = self.dialog = LetterDialog(self._context, self)
        dialog.open()

    def _thresholds(self) -> None:
        from desktop_app.windows.report_settings_dialogs import ThresholdsDialog

        dialog = self.thresholds_dialog = ThresholdsDialog(self._context, self)
        dialog.changed.connect(self.refresh)
        dialog.open()

    def reject(self) -> None:
        """Close; work under way is asked to stop."""
        if self._task is not None:
            self._task.cancel()
        if self.working.busy:
            self.working.stop()
        super().reject()


def _painted(look: "Look", wide: bool) -> QImage:
    from desktop_app.windows.weekly_picture import TALL, WIDE, draw

    assert look.figures is not None
    return draw(look.figures, WIDE if wide else TALL)


def _png(figures: Any, wide: bool) -> bytes:
    from desktop_app.windows.weekly_picture import TALL, WIDE, draw, png_of

    return png_of(draw(figures, WIDE if wide else TALL))
