"""What the editor looks like: head, sections, questions, side panel, foot; room for each.

Where there is no room for three columns, because the window is small or the text large, the
sections become a box above the questions and the panel steps aside.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.comment_files import CommentFiles
from desktop_app.windows.editor.questions_view import QuestionsView
from desktop_app.windows.editor.side_panel import SidePanel
from desktop_app.windows.icons import icon
from desktop_app.windows.link_button import LinkButton
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em, scaled_font, tokens

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment


class EditorFrame(QWidget):
    """The parts of the editor and where they stand."""

    back = Signal()

    def __init__(self, tools: QMenu) -> None:
        super().__init__()
        self._whole_title = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head(tools))
        self.banner = QLabel()
        self.banner.setWordWrap(True)
        self.banner.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.hide()
        column.addWidget(self.banner)
        self.comment_files: CommentFiles | None = None
        self._column = column
        self.merge = LinkButton()
        self.merge.hide()
        column.addWidget(self.merge)
        self.newer = LinkButton()
        self.newer.hide()
        column.addWidget(self.newer)
        self.letters = LinkButton()
        self.letters.say(self.tr("Some letters cannot be read elsewhere. Compare and mend  ›"))
        self.letters.hide()
        column.addWidget(self.letters)
        self.section_box = QComboBox()
        self.section_box.setAccessibleName(self.tr("Section"))
        column.addWidget(self.section_box)
        column.addLayout(self._body(), 1)
        column.addLayout(self._foot())

    def _head(self, tools: QMenu) -> QGridLayout:
        head = self._head_grid = QGridLayout()
        head.setColumnStretch(1, 1)
        back = QPushButton(self.tr("All initiatives"))
        back.setIcon(icon("arrow-left", tokens().text))
        back.clicked.connect(self.back)
        self.title = QLabel()
        self.title.setFont(scaled_font(1.25, bold=True))
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state = QLabel()
        self.mode = QPushButton(self.tr("One question at a time"))
        self.mode.setToolTip(self.tr("Ctrl+M switches; the place stays the same."))
        self.mode.setCheckable(True)
        self.mode.setShortcut(QKeySequence("Ctrl+M"))
        tool_button = QPushButton(self.tr("Tools"))
        tool_button.setMenu(tools)
        head.addWidget(back, 0, 0)
        head.addWidget(self.title, 0, 1)
        for place, widget in enumerate((self.state, self.mode, tool_button), start=2):
            head.addWidget(widget, 0, place)
        return head

    def _body(self) -> QHBoxLayout:
        body = QHBoxLayout()
        self.sections = QListWidget()
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setWordWrap(True)
        self.view = QuestionsView()
        self.side = SidePanel()
        for chosen in (self.sections.itemClicked, self.sections.itemActivated):
            chosen.connect(lambda _item: self.view.go_to_section(self.sections.currentRow()))
        self.section_box.activated.connect(self.view.go_to_section)
        self.view.section_reached.connect(self.show_section)
        body.addWidget(self.sections)
        body.addWidget(self.view, 1)
        body.addWidget(self.side)
        return body

    def _foot(self) -> QGridLayout:
        foot = self._foot_grid = QGridLayout()
        foot.setColumnStretch(0, 1)
        self.left_to_do = LinkButton()
        self.left_to_do.clicked.connect(self._show_left)
        self.documents = QPushButton(self.tr("See the documents"))
        self.previous = QPushButton(self.tr("Back"))
        self.previous.setShortcut(QKeySequence("Ctrl+PgUp"))
        self.previous.clicked.connect(lambda: self.view.go(-1))
        self.next = QPushButton()
        self.next.setShortcut(QKeySequence("Ctrl+PgDown"))
        self.next.clicked.connect(lambda: self.view.go(1))
        self.primary = QPushButton()
        self.primary.setProperty("primary", True)
        foot.addWidget(self.left_to_do, 0, 0)
        buttons = (self.documents, self.previous, self.next, self.primary)
        for place, button in enumerate(buttons, start=1):
            foot.addWidget(button, 1, place)
        return foot

    # What stands in the parts

    def show_title(self, title: str) -> None:
        """Show the title, cut short where there is one line for it only."""
        self._whole_title = shown = title
        if self._narrow:
            room = self.width() - em(3)
            shown = self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        self.title.setText(shown)
        self.title.setToolTip(title if shown != title else "")

    def show_comment_files(self, context: WindowContext, files: "Sequence[Attachment]") -> None:
        """Show the files that came with the officer's comment, below it."""
        if self.comment_files is None:
            if not files:
                return
            self.comment_files = CommentFiles(context)
            self._column.insertWidget(self._column.indexOf(self.banner) + 1, self.comment_files)
        self.comment_files.show_files(files)

    def name_sections(self, names: list[str]) -> None:
        """List the sections."""
        self.sections.clear()
        self.section_box.clear()
        self.sections.addItems(names)
        self.section_box.addItems(names)

    def mark_section(self, number: int, picture: str, colour: str) -> None:
        """Mark a section as done, begun or missing something."""
        self.sections.item(number).setIcon(icon(picture, colour))
        self.section_box.setItemIcon(number, icon(picture, colour))

    def show_section(self, number: int) -> None:
        """Say which section is in sight."""
        self.sections.setCurrentRow(number)
        self.section_box.setCurrentIndex(number)

    def show_mode(self, alone: bool) -> None:
        """Name the buttons for one page, or for one question at a time."""
        self.next.setText(self.tr("Next question") if alone else self.tr("Next section"))
        self.previous.setVisible(alone)

    # Room

    @property
    def _narrow(self) -> bool:
        return self.width() < em(56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(checklist=False)

    def _arrange(self, *, checklist: bool) -> None:
        narrow = self._narrow
        self.side.setVisible(checklist or not narrow)
        self.side.setFixedWidth(em(17))
        self.sections.setVisible(not narrow)
        self.sections.setFixedWidth(em(13.5))
        self.section_box.setVisible(narrow)
        self.documents.setVisible(not narrow)
        self.state.setVisible(not narrow)
        self.title.setWordWrap(not narrow)
        self._head_grid.removeWidget(self.title)
        row = 1 if narrow else 0
        self._head_grid.addWidget(self.title, row, 0 if narrow else 1, 1, 5 if narrow else 1)
        self._foot_grid.removeWidget(self.left_to_do)
        self._foot_grid.addWidget(self.left_to_do, 0 if narrow else 1, 0, 1, 5 if narrow else 1)
        self.show_title(self._whole_title)

    def _show_left(self) -> None:
        if self._narrow and self.side.isVisible():
            self._arrange(checklist=False)
        else:
            self.show_checklist()

    def show_checklist(self) -> None:
        """Bring the checklist to the front, beside the questions where there is little room."""
        self._arrange(checklist=True)
        self.side.show_checklist()

    @property
    def guidance_beside(self) -> bool:
        """Whether what to write stands beside the questions now."""
        return self.side.isVisible() and self.side.currentIndex() == 0
