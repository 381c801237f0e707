"""The main window: the rail on the left, the page in the middle, the state line below."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QObject,
    QSize,
    Qt,
    QTimer,
)
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
from desktop_app.windows.preferences import read_preferences, write_preferences
from desktop_app.windows.theme import em, scaled_font, tokens

if TYPE_CHECKING:
    from desktop_app.windows.help_key import HelpKeys
    from desktop_app.windows.tour import Tour


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


def _portal(context: WindowContext) -> Page:
    from desktop_app.windows.portal_page import PortalPage

    return PortalPage(context)


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
    Place("portal", str(QT_TRANSLATE_NOOP("Places", "To the portal")), "portal", _portal),
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
        self.help: HelpKeys | None = None
        self.tour: Tour | None = None
        self._of_the_book: list[QObject] = []
        """What is made when a book is shown, and goes when another one is."""
        self.help_button = QPushButton(self.tr("Guide (F1)"))
        self.help_button.setProperty("flat-link", True)
        self.help_button.clicked.connect(self._show_help)
        self.help_button.hide()
        self.statusBar().addWidget(self.help_button)
        self.statusBar().addPermanentWidget(self._said)
        self.statusBar().setSizeGripEnabled(False)
        wait = QLabel(self.tr("Opening the book…"))
        wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(wait)

    # Beginning

    def begin(self, context: WindowContext) -> None:
        """Show the first start, or the book that is there."""
        from desktop_app.windows.help_key import HelpKeys
        from desktop_app.windows.lock import ScreenLock

        self._context = context
        self.screen_lock = ScreenLock(context, self)
        self._of_the_book.append(self.screen_lock)
        self.screen_lock.lock()
        if self.help is None:
            self.help = HelpKeys(context, self)
            self.help.tour_wanted.connect(self.start_tour)
        context.show_help = self.help.show
        self.help_button.show()
        context.begin_again = self.begin_again
        if context.workspace.started:
            self._show_book()
            if read_preferences(context.workspace.folder).tour_due:
                self.start_tour()
            return
        from desktop_app.windows.first_start_page import FirstStartPage

        page = FirstStartPage(context)
        page.finished.connect(self._begun)
        self._of_the_book.append(page)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._current = page
        page.opened()

    def _begun(self) -> None:
        """Show the book that was begun this moment, with the tour until it was seen or skipped."""
        self._show_book()
        self._note_tour(due=True)
        self.start_tour()

    def _begin_again(self) -> None:
        """Take the book from the window and begin with what the folder holds now."""
        assert self._context is not None
        if self.tour is not None:
            self.tour.end()
        for made in (*self._pages.values(), *self._of_the_book):
            made.deleteLater()
        self._pages.clear()
        self._buttons.clear()
        self._of_the_book.clear()
        while self._rail_column.takeAt(0) is not None:
            pass
        self._rail.hide()
        self._current = None
        self.setWindowTitle("Sổ Sáng Kiến")
        self.begin(self._context)

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
        made: list[QObject] = [name]
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
            button.setIconSize(QSize(em(0.95), em(0.95)))
            button.clicked.connect(lambda _checked=False, n=place.name: self.open(n))
            self._buttons[place.name] = button
            self._rail_column.addWidget(button)
            key = QKeySequence(f"Ctrl+{number}")
            made += [button, QShortcut(key, self, lambda n=place.name: self.open(n))]
        # After the rail: the first key press of the day belongs to the pages.
        QWidget.setTabOrder(list(self._buttons.values())[-1], self.help_button)
        self._rail.setFixedWidth(em(13.5))
        self._rail.show()
        if own.role == "team":
            new = QKeySequence(QKeySequence.StandardKey.New)
            made.append(QShortcut(new, self, lambda: self.open("initiatives", new=True)))
        made.append(QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find))
        from desktop_app.services.sample import is_sample
        from desktop_app.windows.folder_watch import FolderWatch
        from desktop_app.windows.sample_away import ThrowSampleAway

        watch = FolderWatch(self._context, self)
        watch.taken.connect(self._taken_beside)
        self._of_the_book += [*made, watch]
        if is_sample(self._context.workspace):
            away = ThrowSampleAway(self._context, self._stack)
            away.thrown.connect(self.begin_again)
            self.statusBar().insertWidget(0, away)
            self._of_the_book.append(away)
        if self.backs_up:
            from desktop_app.windows.closing_backup import DailyBackup

            daily = DailyBackup(self._context, self)
            daily.said.connect(self.say)
            self._of_the_book.append(daily)
            daily.tell_problem()
        self.open("home")
        if self._context.workspace.moved is not None:
            from desktop_app.windows.move_dialogs import ask_about_moved

            ask_about_moved(self._context, self)

    def begin_again(self) -> None:
        """Show the book afresh: another one stands in its place, nothing shown before holds."""
        QTimer.singleShot(0, self, self._begin_again)

    # Places

    def open(self, name: str, **arguments: Any) -> None:
        """Go to a page; the one before keeps what it has not kept yet."""
        assert self._context is not None
        if self.tour is not None and name != "home":
            self.tour.end()
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
        from desktop_app.windows.portal_page import PortalPage
        from desktop_app.windows.review_page import ReviewPage

        if isinstance(self._current, PortalPage):
            self._current.focus_search()
            return
        name = "initiatives" if "initiatives" in self._buttons else "review"
        self.open(name)
        page = self._pages[name]
        if isinstance(page, InitiativesPage | ReviewPage):
            page.focus_search()

    # Help and the tour

    @property
    def help_subject(self) -> str:
        """What the page in front is about."""
        return "" if self._current is None else self._current.help_subject

    def _show_help(self) -> None:
        if self.help is not None:
            self.help.show(self.help_subject or "start")

    def start_tour(self) -> None:
        """Show the tour over the home page."""
        from desktop_app.windows.tour import Tour
        from desktop_app.windows.tour_steps import tour_steps

        if self.tour is not None or "home" not in self._buttons:
            return
        self.open("home")
        self.tour = Tour(self, tour_steps(self, self._buttons, self._pages["home"]))
        self.tour.ended.connect(self._tour_ended)

    def _tour_ended(self) -> None:
        self.tour = None
        self._note_tour(due=False)

    def _note_tour(self, *, due: bool) -> None:
        assert self._context is not None
        folder = self._context.workspace.folder
        kept = read_preferences(folder)
        if kept.tour_due != due:
            write_preferences(folder, replace(kept, tour_due=due))

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
        if paths and self._context is not None and self.screen_lock.locked:
            self.screen_lock.opened.connect(
                lambda: self.take_in(paths), Qt.ConnectionType.SingleShotConnection
            )
        elif paths and self._context is not None:
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
            if self.help is not None:
                self.help.close()
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
        from desktop_app.services import backup_state

        return (
            context.workspace.link is None
            and context.workspace.moved is None
            and context.workspace.started
            and backup_state.is_due(context.workspace)
        )

    def _close_for_good(self) -> None:
        self._may_close = True
        self.close()
