"""A report before it is written: its first rows, its picture or its text."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.report_content import Kind, Report, shown
from desktop_app.windows.looks import soften
from desktop_app.windows.rows import Column, RowsModel, prepare
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.reports.looking import Look

_LETTERS, _BOLD = 0.42, 0.5
"""How wide a letter is, about, in heights of a line; and a bold one."""


class Picture(QLabel):
    """A picture that fits its place, whatever its size."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_image(self, image: QImage, told: str) -> None:
        """Show a picture; ``told`` says it in words."""
        self._whole = image
        self.setAccessibleDescription(told)
        self._fit()

    @property
    def image(self) -> QImage:
        """The picture at its own size."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull() or self.width() < 8 or self.height() < 8:
            return
        ratio = self.devicePixelRatioF()
        pixels = QPixmap.fromImage(self._whole).scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixels.setDevicePixelRatio(ratio)
        self.setPixmap(pixels)


class ReportPreview(QWidget):
    """Shows a look at a report, or one sentence why there is none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        self.heading.setFont(scaled_font(1.1, bold=True))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.tables = QComboBox()
        self.tables.setAccessibleName(self.tr("Table"))
        self.tables.currentIndexChanged.connect(self._another)
        self.stack = QStackedWidget()
        self.picture = Picture()
        self.picture.setAccessibleName(self.tr("Weekly picture"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text for the chat group"))
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = QTableView()
        for part in (self.sentence, self.picture, self.text, self.table):
            self.stack.addWidget(part)
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setFrameShape(QFrame.Shape.NoFrame)
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.setMaximumHeight(em(3.6))
        column.addWidget(self.heading)
        column.addWidget(self.tables)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notes)
        self._report: Report | None = None
        self.say("")

    def say(self, text: str) -> None:
        """Show one sentence instead of a report."""
        self._report = None
        self.heading.hide()
        self.tables.hide()
        self.notes.hide()
        self.sentence.setText(text)
        self.stack.setCurrentWidget(self.sentence)

    def show_picture(self, image: QImage, told: str) -> None:
        """Show the weekly picture."""
        self.say("")
        self.picture.show_image(image, told)
        self.stack.setCurrentWidget(self.picture)

    def show_text(self, text: str) -> None:
        """Show the weekly text."""
        self.say("")
        self.text.setPlainText(text)
        self.stack.setCurrentWidget(self.text)

    def show_look(self, look: "Look") -> None:
        """Show the first rows of a report's tables."""
        report = look.report
        assert report is not None
        self.say("")
        self._report = report
        self.heading.setText(f"{report.title} · {report.period}")
        self.heading.show()
        self.tables.blockSignals(True)
        self.tables.clear()
        self.tables.addItems([table.title for table in report.tables])
        self.tables.blockSignals(False)
        self.tables.setVisible(len(report.tables) > 1)
        shown_rows = report.row_count
        said = list(report.notes)
        if look.row_count > shown_rows:
            first = self.tr("The first {number} of {whole} rows are shown; the file has all.")
            said.insert(0, first.format(number=shown_rows, whole=look.row_count))
        self.notes.setPlainText("\n".join(said))
        self.notes.setVisible(bool(said))
        if look.row_count:
            self._another(0)
        else:
            self.sentence.setText(self.tr("Nothing to report in this period yet."))
            self.stack.setCurrentWidget(self.sentence)

    def _another(self, place: int) -> None:
        if self._report is None or not 0 <= place < len(self._report.tables):
            return
        table = self._report.tables[place]
        view = QTableView()
        view.setAccessibleName(table.title)
        columns = [
            Column(c.heading, partial(_cell, number, c.kind), width=_width(c.width, c.heading))
            for number, c in enumerate(table.columns)
        ]
        model = RowsModel(columns)
        model.setParent(view)
        prepare(view, model, columns)
        soften(view)
        view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        model.show([_Row(str(n), row) for n, row in enumerate(table.rows)])
        if table.rows:
            view.selectRow(0)
        old, self.table = self.table, view
        self.stack.removeWidget(old)
        old.deleteLater()
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)


class _Row:
    """A row of a report for the list."""

    def __init__(self, number: str, cells: tuple[Any, ...]) -> None:
        self.id, self.cells = number, cells


def _cell(place: int, kind: Kind, row: _Row) -> str:
    return shown(kind, row.cells[place]).replace("\n", ", ")


def _width(letters: float, heading: str) -> float:
    return max(letters * _LETTERS, len(heading) * _BOLD + 1.6)
