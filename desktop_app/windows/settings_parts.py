"""What Cài đặt opens beside its own fields: one line each, with a button that opens a dialog."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QGroupBox, QLabel, QPushButton, QWidget

from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import scaled_font


@dataclass(frozen=True)
class Part:
    """A line of the settings: what it is for, and the dialog its button makes.

    ``roles`` is who sees it: team, office.
    """

    name: str
    text: str
    button: str
    make: Callable[[WindowContext, QWidget], QDialog]
    roles: tuple[str, ...] = ("team", "office")


def _server(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.office_server_dialog import OfficeServerDialog

    return OfficeServerDialog(context, parent)


def _data_check(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.data_check_dialog import DataCheckDialog

    return DataCheckDialog(context, parent)


def _storage(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.storage_dialog import StorageDialog

    return StorageDialog(context, parent)


def _person(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.person_dialog import PersonDialog

    return PersonDialog(context, parent)


def _retention(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.retention_dialog import RetentionDialog

    return RetentionDialog(context, parent)


def _log(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.audit_dialog import AuditDialog

    return AuditDialog(context, parent)


def _lock(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.lock_dialog import LockDialog

    return LockDialog(context, parent)


def _problem(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.problem_dialog import ProblemDialog

    return ProblemDialog(context, parent)


def _backups(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.backups_dialog import BackupsDialog

    return BackupsDialog(context, parent)


def _move(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.move_dialogs import MoveOutDialog

    return MoveOutDialog(context, parent)


def _update(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.update_dialog import UpdateDialog

    return UpdateDialog(context, parent)


PARTS: tuple[Part, ...] = (
    Part(
        "server",
        str(QT_TRANSLATE_NOOP("SettingsParts", "Several officers on one book")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Server of the office…")),
        _server,
        ("office",),
    ),
    Part(
        "data_check",
        str(QT_TRANSLATE_NOOP("SettingsParts", "Is everything in the book sound?")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Check the data…")),
        _data_check,
    ),
    Part(
        "storage",
        str(QT_TRANSLATE_NOOP("SettingsParts", "What takes space on this computer")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Storage…")),
        _storage,
    ),
    Part(
        "person",
        str(QT_TRANSLATE_NOOP("SettingsParts", "What the book holds about one person")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Data of one person…")),
        _person,
    ),
    Part(
        "retention",
        str(QT_TRANSLATE_NOOP("SettingsParts", "How long people’s data is kept")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Time to keep…")),
        _retention,
    ),
    Part(
        "log",
        str(QT_TRANSLATE_NOOP("SettingsParts", "Who did what when")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Log…")),
        _log,
    ),
    Part(
        "lock",
        str(QT_TRANSLATE_NOOP("SettingsParts", "A password for the window on a shared computer")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Lock of the screen…")),
        _lock,
    ),
    Part(
        "problem",
        str(QT_TRANSLATE_NOOP("SettingsParts", "A file for whoever helps, without names")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Report a problem…")),
        _problem,
    ),
    Part(
        "backups",
        str(QT_TRANSLATE_NOOP("SettingsParts", "Backups, and going back to one")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Backups…")),
        _backups,
    ),
    Part(
        "move",
        str(QT_TRANSLATE_NOOP("SettingsParts", "This book goes on on another computer")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Move…")),
        _move,
    ),
    Part(
        "update",
        str(QT_TRANSLATE_NOOP("SettingsParts", "A newer version of the program, from a stick")),
        str(QT_TRANSLATE_NOOP("SettingsParts", "Update from a file…")),
        _update,
    ),
)


class PartsBox(QGroupBox):
    """The lines of ``PARTS`` for one role; ``after`` is called when a dialog was closed."""

    def __init__(
        self, context: WindowContext, role: str, after: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setAccessibleName(self.tr("More"))
        lines = QGridLayout(self)
        lines.setColumnStretch(0, 1)
        self.buttons: dict[str, QPushButton] = {}
        for row, part in enumerate(each for each in PARTS if role in each.roles):
            text = QLabel(QCoreApplication.translate("SettingsParts", part.text))
            text.setWordWrap(True)
            text.setFont(scaled_font(1.0))
            button = QPushButton(QCoreApplication.translate("SettingsParts", part.button))
            button.setAccessibleDescription(text.text())
            text.setBuddy(button)
            lines.addWidget(text, row, 0)
            lines.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)
            self.buttons[part.name] = button

            def show(_checked: bool = False, part: Part = part) -> None:
                dialog = part.make(context, self)
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                dialog.finished.connect(lambda _result: after())
                dialog.open()

            button.clicked.connect(show)
