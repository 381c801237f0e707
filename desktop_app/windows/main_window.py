"""The main window: the rail on the left, the page in the middle, the state line below."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.icons import icon
from desktop_app.windows.page import Page, WindowContext
from desktop_app.windows.theme import em, scaled_font, tokens


@dataclass(frozen=True)
class Place:
    """An entry of the rail; ``make`` builds its page when it is first opened."""

    name: str
    title: str
    picture: str
    make: Callable[[WindowContext], Page]


def _home(context: WindowContext) -> Page:
    from desktop_app.windows.home_page import HomePage

    return HomePage(context)


def _initiatives(context: WindowContext) -> Page:
    from desktop_app.windows.initiatives_page import InitiativesPage

    return InitiativesPage(context)


def _editor(context: WindowContext) -> Page:
    from desktop_app.windows.editor.editor_page import EditorPage

    return EditorPage(context)


def _queue(context: WindowContext) -> Page:
    from desktop_app.windows.queue_page import QueuePage

    return QueuePage(context)


def _inbox(context: WindowContext) -> Page:
    from desktop_app.windows.inbox_page import InboxPage

    return InboxPage(context)


def _review(context: WindowContext) -> Page:
    from desktop_app.windows.review_page import ReviewPage

    return ReviewPage(context)


def _answers(context: WindowContext) -> Page:
    from desktop_app.windows.answers_page import AnswersPage

    return AnswersPage(context)


def _units(context: WindowContext) -> Page:
    from desktop_app.windows.targets_view import TargetsView
    from desktop_app.windows.units_page import UnitsPage

    page = UnitsPage(context)
    page.add_view(
        TargetsView(context), QCoreApplication.translate("Places", "&Programmes and targets")
    )
    return page


def _targets(context: WindowContext) -> Page:
    from desktop_app.windows.own_targets_page import OwnTargetsPage

    return OwnTargetsPage(context)


def _board(context: WindowContext) -> Page:
    from desktop_app.windows.board_page import BoardPage

    return BoardPage(context)


def _templates(context: WindowContext) -> Page:
    from desktop_app.windows.templates_page import TemplatesPage

    return TemplatesPage(context)


def _settings(context: WindowContext) -> Page:
    from desktop_app.windows.settings_page import SettingsPage

    return SettingsPage(context)


TEAM = (
    Place("home", str(QT_TRANSLATE_NOOP("Places", "Home")), "home", _home),
    Place(
        "initiatives", str(QT_TRANSLATE_NOOP("Places", "Initiatives")), "initiatives", _initiatives
    ),
    Place("queue", str(QT_TRANSLATE_NOOP("Places", "Queue and bundles")), "queue", _queue),
    Place("targets", str(QT_TRANSLATE_NOOP("Places", "Targets")), "target", _targets),
    Place("templates", str(QT_TRANSLATE_NOOP("Places", "Templates")), "templates", _templates),
    Place("settings", str(QT_TRANSLATE_NOOP("Places", "Settings")), "settings", _settings),
)
OFFICE = (
    Place("home", str(QT_TRANSLATE_NOOP("Places", "Home")), "home", _home),
    Place("inbox", str(QT_TRANSLATE_NOOP("Places", "Inbox")), "inbox", _inbox),
    Place("review", str(QT_TRANSLATE_NOOP("Places", "Review")), "review", _review),
    Place("answers", str(QT_TRANSLATE_NOOP("Places", "Answers")), "answers", _answers),
    Place("units", str(QT_TRANSLATE_NOOP("Places", "Units and targets")), "units", _units),
    Place("board", str(QT_TRANSLATE_NOOP("Places", "Summary")), "target", _board),
    Place("templates", str(QT_TRANSLATE_NOOP("Places", "Templates")), "templates", _templates),
    Place("settings", str(QT_TRANSLATE_NOOP("Places", "Settings")), "settings", _settings),
)
HIDDEN = (Place("editor", "", "", _editor),)


class MainWindow(QMainWindow):
    """One window for both roles; pages are made when they are first opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Sổ Sáng Kiến")
        self.setMinimumSize(900, 560)
        self.resize(1280, 720)
        self.setAcceptDrops(True)
        self._context: WindowContext | None = None
        self._pages: dict[str, Page] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._current: Page | None = None
        self._of_book: list[QObject] = []
        """What was made for the book that is shown, beside its pages."""
        self.backs_up = False
        """Whether the book is backed up when the window closes, and daily."""
        self._may_close = False
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._rail = QFrame()
        self._rail.setProperty("rail", True)
        self._rail_column = QVBoxLayout(self._rail)
        self._rail_column.setContentsMargins(0, 12, 0, 12)
        self._rail_column.setSpacing(2)
        self._rail.hide()
        self._stack = QStackedWidget()
        line.addWidget(self._rail)
        line.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._said = QLabel()
        self.statusBar().addPermanentWidget(self._said)
        self.statusBar().setSizeGripEnabled(False)
        wait = QLabel(self.tr("Opening the book…"))
        wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(wait)

    # Beginning

    def begin(self, context: WindowContext) -> None:
        """Show the first start, or the book that is there."""
        self._context = context
        context.begin_again = self.begin_again
        if context.workspace.started:
            self._show_book()
            return
        from desktop_app.windows.first_start_page import FirstStartPage

        page = FirstStartPage(context)
        page.finished.connect(self._show_book)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._current = page
        page.opened()

    def _show_book(self) -> None:
        assert self._context is not None
        own = self._context.workspace.own
        places = TEAM if own.role == "team" else OFFICE
        role = self.tr("Support team") if own.role == "team" else self.tr("Officer")
        self.setWindowTitle(f"Sổ Sáng Kiến · {role} {own.name}")
        self._places = {place.name: place for place in (*places, *HIDDEN)}
        name = QLabel("Sổ Sáng Kiến")
        name.setFont(scaled_font(1.25, bold=True))
        name.setContentsMargins(em(0.9), 0, 0, em(0.6))
        self._rail_column.addWidget(name)
        for number, place in enumerate(places, start=1):
            if place.name == "settings":
                self._rail_column.addStretch(1)
            text = QCoreApplication.translate("Places", place.title)
            # An ampersand in a name is no shortcut mark.
            button = QPushButton(text.replace("&", "&&"))
            button.setAccessibleName(text)
            button.setProperty("rail", True)
            button.setCheckable(True)
            button.setIcon(icon(place.picture, tokens().text))
            button.clicked.connect(lambda _checked=False, n=place.name: self.open(n))
            self._buttons[place.name] = button
            self._rail_column.addWidget(button)
            self._of_book.append(
                QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda n=place.name: self.open(n))
            )
        self._rail.setFixedWidth(em(13.5))
        self._rail.show()
        if own.role == "team":
            self._of_book.append(
                QShortcut(
                    QKeySequence.StandardKey.New, self, lambda: self.open("initiatives", new=True)
                )
            )
        self._of_book.append(QShortcut(QKeySequence.StandardKey.Find, self, self._find))
        from desktop_app.windows.folder_watch import FolderWatch

        watch = FolderWatch(self._context, self)
        watch.taken.connect(self._taken_beside)
        self._of_book.append(watch)
        if self.backs_up:
            from desktop_app.windows.closing_backup import DailyBackup

            daily = DailyBackup(self._context, self)
            daily.said.connect(self.say)
            self._of_book.append(daily)
            daily.tell_problem()
        self.open("home")
        if self._context.workspace.moved is not None:
            from desktop_app.windows.move_dialogs import ask_about_moved

            ask_about_moved(self._context, self)

    def begin_again(self) -> None:
        """Show the book afresh: another one stands in its place, nothing shown before holds."""
        QTimer.singleShot(0, self, self._begin_again)

    def _begin_again(self) -> None:
        assert self._context is not None
        self._current = None
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        for made in self._of_book:
            made.deleteLater()
        while (item := self._rail_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for kept in (self._pages, self._buttons, self._of_book):
            kept.clear()
        self.begin(self._context)

    # Places

    def open(self, name: str, **arguments: Any) -> None:
        """Go to a page; the one before keeps what it has not kept yet."""
        assert self._context is not None
        if self._current is not None:
            self._current.leave()
        page = self._pages.get(name)
        if page is None:
            page = self._places[name].make(self._context)
            page.go.connect(lambda target, given: self.open(target, **given))
            page.said.connect(self.say)
            self._pages[name] = page
            self._stack.addWidget(page)
        self._current = page
        self._stack.setCurrentWidget(page)
        shown = "initiatives" if name == "editor" else name
        for other, button in self._buttons.items():
            button.setChecked(other == shown)
        page.opened(**arguments)

    def page(self, name: str) -> Page:
        """Return a page that was opened."""
        return self._pages[name]

    def say(self, text: str) -> None:
        """Show a short word in the state line."""
        self._said.setText(text)

    def say_after_a_crash(self) -> None:
        """Tell that the last run ended badly, and that nothing saved is lost."""
        self.say(self.tr("The last run ended unexpectedly. What was saved is whole."))

    def _find(self) -> None:
        from desktop_app.windows.initiatives_page import InitiativesPage
        from desktop_app.windows.review_page import ReviewPage

        name = "initiatives" if "initiatives" in self._buttons else "review"
        self.open(name)
        page = self._pages[name]
        if isinstance(page, InitiativesPage | ReviewPage):
            page.focus_search()

    # The whole window takes files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        self.take_in(paths)

    def take_in(self, paths: list[Path]) -> None:
        """Take in files: cards, answers or bundles, by what they are."""
        from desktop_app.windows.first_start_page import FirstStartPage
        from desktop_app.windows.inbox_page import InboxPage
        from desktop_app.windows.queue_page import QueuePage

        if isinstance(self._current, FirstStartPage) and paths:
            self._current.take_card(paths[0])
            return
        target = "queue" if "queue" in self._buttons else "inbox"
        self.open(target)
        page = self._pages[target]
        if isinstance(page, QueuePage | InboxPage):
            page.take_in(paths)

    def take_in_from_outside(self, paths: list[Path]) -> None:
        """Come to the front with files that were double-clicked or dropped on the icon."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if paths and self._context is not None:
            self.take_in(paths)

    def _taken_beside(self, result: Any) -> None:
        """Say what came into the watched folder; the page that shows it is read again."""
        opened = sum(file.opened for file in result.files)
        text = self.tr("From the watched folder: {number} files taken in")
        if opened < len(result.files):
            text = self.tr("From the watched folder: {number} files taken in, {left} to look at")
        self.say(text.format(number=opened, left=len(result.files) - opened))
        for name in ("home", "inbox", "queue"):
            if self._pages.get(name) is not None and self._pages[name] is self._current:
                self._current.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._current is not None:
            self._current.leave()
        if not self._backs_up_first():
            event.accept()
            return
        event.ignore()
        from desktop_app.windows.closing_backup import ClosingBackup

        assert self._context is not None
        closing = ClosingBackup(self._context, self)
        closing.may_close.connect(self._close_for_good)
        closing.finished.connect(lambda _code: closing.deleteLater())
        closing.begin()

    def _backs_up_first(self) -> bool:
        """Whether a backup is due; never while the system is shutting down."""
        context, application = self._context, QApplication.instance()
        if self._may_close or not self.backs_up or context is None:
            return False
        if isinstance(application, QApplication) and application.isSavingSession():
            return False
        from desktop_app.services import backups

        return (
            context.workspace.link is None
            and context.workspace.moved is None
            and context.workspace.started
            and backups.is_due(context.workspace)
        )

    def _close_for_good(self) -> None:
        self._may_close = True
        self.close()
