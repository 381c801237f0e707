"""The guide in a window of its own: contents, search, pages with pictures, and where to go on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services import guide
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.guide_browser import GuideBrowser
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.guide import GuidePage

_PAGE = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """The guide; stays open beside the window it explains."""

    tour_wanted = Signal()

    def __init__(self, context: WindowContext, parent: QWidget | None, over: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The program ends with its own window, not with the guide.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Guide"))
        self._context = context
        self._language = context.language
        self._visited: list[GuidePage] = []
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search the guide"))
        self._search.setAccessibleName(self.tr("Search the guide"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._to_the_first_found)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Contents"))
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        # Always there: how high a line of two rows is must not change once the list scrolls.
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._chosen)
        self._nothing = QLabel(self.tr("Nothing found. Try fewer or other words."))
        self._nothing.setWordWrap(True)
        tint(self._nothing, "quiet")
        self._nothing.hide()
        self.browser = GuideBrowser(guide.picture_folder())
        self.browser.setAccessibleName(self.tr("Page of the guide"))
        self.browser.followed.connect(self._follow)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._search, self._nothing, self._list):
            column.addWidget(part)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.browser)
        split.splitterMoved.connect(self._fit_to_room)
        split.setSizes([em(15), em(40)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addWidget(split, 1)
        whole.addLayout(self._foot())
        self._keys()
        fit_window(self, over, 62, 40)
        self._fill(guide.guide_pages(self._language))

    def _foot(self) -> QVBoxLayout:
        self.back_button = QPushButton(self.tr("&Back"))
        self.back_button.clicked.connect(self.back)
        self.pdf_button = QPushButton(self.tr("Save as &PDF…"))
        self.pdf_button.clicked.connect(self._choose_pdf)
        self.tour_button = QPushButton(self.tr("Show the &tour again"))
        self.tour_button.clicked.connect(self._tour)
        self.problem_button = QPushButton(self.tr("&Report a problem…"))
        self.problem_button.clicked.connect(self._report)
        close = QPushButton(self.tr("&Close"))
        close.clicked.connect(self.close)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.hide()
        foot = QVBoxLayout()
        buttons = FlowLayout()
        for button in (
            self.back_button,
            self.tour_button,
            self.pdf_button,
            self.problem_button,
            close,
        ):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        foot.addWidget(self.said)
        foot.addLayout(buttons)
        return foot

    def _keys(self) -> None:
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_search),
            (QKeySequence(QKeySequence.StandardKey.Back), self.back),
        ):
            QShortcut(key, self, act)

    def offer_tour(self, offered: bool) -> None:
        """Say whether the tour can be shown: only over the window of a book."""
        self.tour_button.setVisible(offered)

    # Contents and search

    def _fill(self, pages: Sequence["GuidePage"]) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        indent = "" if self._search.text().strip() else "    "
        for page in pages:
            item = QListWidgetItem(indent * page.depth + page.title)
            item.setData(_PAGE, page)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, page.title)
            if page.depth == 0:
                item.setFont(scaled_font(bold=True))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._fit_lines()
        self._nothing.setVisible(not pages)
        if self._visited:
            self._mark(self._visited[-1])

    def _fit_lines(self) -> None:
        """Give each line of the contents the height its words need in the width there is."""
        room = max(em(4), self._list.viewport().width() - em(1.4))
        for item in (self._list.item(row) for row in range(self._list.count())):
            font = scaled_font(bold=item.data(_PAGE).depth == 0)
            words = QFontMetrics(font).boundingRect(
                0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, item.text()
            )
            item.setSizeHint(QSize(em(4), words.height() + em(0.9)))
        if self._list.currentItem() is not None:
            self._list.scrollToItem(self._list.currentItem())

    def _find(self, words: str) -> None:
        pages = guide.guide_pages(self._language)
        self._fill(guide.find_pages(pages, words) if words.strip() else pages)
        self.browser.mark(words)

    def _to_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _to_the_first_found(self) -> None:
        if self._search.text().strip() and self._list.count():
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def _chosen(self, item: QListWidgetItem | None, _before: Any = None) -> None:
        if item is not None:
            self.show_page(item.data(_PAGE))

    def _mark(self, page: "GuidePage") -> None:
        """Mark a page in the contents without opening it once more."""
        self._list.blockSignals(True)
        rows = range(self._list.count())
        row = next((row for row in rows if self._list.item(row).data(_PAGE) == page), -1)
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)

    # Pages

    def show_about(self, subject: str) -> None:
        """Open the page about a subject."""
        self._search.clear()
        self.show_page(guide.page_about(self._language, subject))
        self._list.setFocus()

    @property
    def page(self) -> "GuidePage":
        """The page that is shown."""
        return self._visited[-1]

    def show_page(self, page: "GuidePage") -> None:
        """Show a page and mark it in the contents."""
        if not self._visited or self._visited[-1] != page:
            self._visited.append(page)
        self.back_button.setEnabled(len(self._visited) > 1)
        self._mark(page)
        self.browser.show_markdown(self._with_next(page))
        self.browser.mark(self._search.text())

    def _with_next(self, page: "GuidePage") -> str:
        """Return a page's text; a chapter without one of its own lists what stands below it."""
        pages = guide.guide_pages(self._language)
        if page not in pages or page.depth != 0:
            return page.markdown
        below = []
        for other in pages[pages.index(page) + 1 :]:
            if other.depth == 0 or other.file != page.file:
                break
            below.append(f"- [{other.title}](#{other.anchor})")
        return "\n".join([page.markdown, "", *below])

    def back(self) -> None:
        """Go to the page that was shown before."""
        if len(self._visited) > 1:
            self._visited.pop()
            self.show_page(self._visited[-1])

    def _follow(self, link: str) -> None:
        page = guide.linked_page(self._language, self.page.file, link)
        if page is not None:
            self.show_page(page)

    # Going on

    def _tour(self) -> None:
        self.close()
        self.tour_wanted.emit()

    def _report(self) -> None:
        from desktop_app.windows.problem_dialog import ProblemDialog

        ProblemDialog(self._context, self).open()

    def _choose_pdf(self) -> None:
        name = self.tr("guide.pdf")
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the guide"), name, self.tr("PDF (*.pdf)")
        )
        if path:
            self.write_pdf(Path(path))

    def write_pdf(self, path: Path) -> None:
        """Write the guide as PDF beside the window."""
        self.pdf_button.setEnabled(False)
        self._say(self.tr("Writing…"))

        def done(file: Path) -> None:
            self.pdf_button.setEnabled(True)
            self._say(self.tr("Written: {file}").format(file=file.name))

        def failed(error: Any) -> None:
            from desktop_app.messages import told

            self.pdf_button.setEnabled(True)
            self._say(told(error, self._language))

        self._context.tasks.start(
            self,
            lambda _step: guide.write_guide(self._language, path.with_suffix(".pdf")),
            on_success=done,
            on_failure=failed,
        )

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Once the splitter has given both sides their width.
        QTimer.singleShot(0, self, self._fit_to_room)

    def _fit_to_room(self, *_moved: int) -> None:
        self.browser.fit_pictures()
        self._fit_lines()
