"""Nơi gửi chưa rõ: senders that are not in the list of units, and saying where they belong."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QMessageBox, QSizePolicy, QWidget

from desktop_app.services.units import list_units
from desktop_app.windows.carried_words import moment_text
from desktop_app.windows.change_dialog import ChangeDialog
from desktop_app.windows.intake_questions import Questions
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.unit_dialogs import KindBox
from desktop_app.windows.unit_picker import UnitPicker

if TYPE_CHECKING:
    from desktop_app.services.inbox import Agreed, IntakeResult
    from desktop_app.services.placing import UnplacedSender

_NEW, _KNOWN = "new", "known"


class PlaceDialog(ChangeDialog):
    """One sender: a new unit below another, or one that stands here under another name."""

    taken = Signal(object)
    """What came in: an IntakeResult."""

    def __init__(self, context: WindowContext, parent: QWidget, sender: "UnplacedSender") -> None:
        explain = self.tr(
            "It calls itself {unit}, code {code}. Call the unit on a number you know; its four "
            "words are: {words}. Then its {number} files are taken in."
        )
        super().__init__(
            context,
            parent,
            self.tr("Where does this sender belong?"),
            explain.format(
                unit=sender.unit, code=sender.code, words=sender.words, number=sender.files
            ),
            self.tr("&Take in its files"),
            size=(42, 46),
        )
        self._sender, self._result = sender, None
        self.choice = QComboBox()
        self.choice.addItem(self.tr("A new unit, below the one chosen here"), _NEW)
        self.choice.addItem(self.tr("The unit chosen here, under another name"), _KNOWN)
        self.choice.setAccessibleName(self.tr("What it is"))
        self.choice.setMinimumContentsLength(20)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.form.addRow(self.tr("&What it is"), self.choice)
        day = context.workspace.today()
        rows = [row for row in list_units(context.workspace) if row.stands_on(day)]
        self.picker = UnitPicker(rows, self.tr("Units"))
        self.picker.choose(context.workspace.own.unit_id)
        self.form.addRow(self.picker)
        self.name = self.add_line(self.tr("&Name"), sender.unit)
        self.code = self.add_line(self.tr("C&ode"), sender.code, 20)
        self.kind = KindBox(context.language, sender.kind, day)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.form.addRow(self.tr("&Kind"), self.kind)
        self.compared = QCheckBox(self.tr("I compared the four words by &phone"))
        self.form.addRow(self.compared)
        self.choice.currentIndexChanged.connect(lambda _index: self._show_fields())
        self._show_fields()
        self.choice.setFocus()

    def _show_fields(self) -> None:
        new = self.choice.currentData() == _NEW
        for field in (self.name, self.code, self.kind):
            field.setEnabled(new)
        self.compared.setEnabled(not new)

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import placing

        workspace, key, unit = self.context.workspace, self._sender.sign_key, self.picker.unit
        unit_id = unit.id if unit is not None else ""
        if self.choice.currentData() == _KNOWN:
            compared = self.compared.isChecked()
            return self._kept(lambda: placing.place_as(workspace, key, unit_id, compared=compared))
        name, code, kind = self.name.text(), self.code.text().strip(), self.kind.kind
        code = "" if code == self._sender.code else code
        return self._kept(
            lambda: placing.place_new(workspace, key, unit_id, name=name, code=code, kind=kind)
        )

    def _kept(self, write: Callable[[], Any]) -> Callable[[], Any]:
        def done() -> None:
            self._result = write()

        return done

    def accept(self) -> None:
        """Close, and say what came in."""
        if self._result is not None:
            self.taken.emit(self._result)
        super().accept()


class PlacingDialog(ListDialog):
    """Lists the senders that wait: place one, or drop what came from it."""

    taken = Signal(object)
    """What came in after a sender was placed: an IntakeResult."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("Calls itself"), lambda row: row.unit, stretch=True),
            Column(self.tr("Code"), lambda row: row.code, width=8, extra=True),
            Column(self.tr("Four words"), lambda row: row.words, width=15, extra=True),
            Column(self.tr("Files"), lambda row: str(row.files), width=5),
            Column(self.tr("Since"), self._moment, width=9, extra=True),
        )
        super().__init__(
            context,
            parent,
            self.tr("Senders that are not in the list of units"),
            self.tr(
                "Their files are kept here and were not taken in. Say where each belongs: then "
                "everything of it comes in at once."
            ),
            columns,
        )
        self.drop_button = self.add_button(self.tr("&Drop…"), self.drop)
        self.place_button = self.add_button(
            self.tr("&Say where it belongs…"), self.place, primary=True
        )
        self.dialog: Any = None
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        from desktop_app.services.placing import list_unplaced

        self.show_rows(list_unplaced(self.context.workspace))

    def _moment(self, row: "UnplacedSender") -> str:
        return moment_text(row.since, self.context.workspace.now().tzinfo)

    def detail_of(self, row: "UnplacedSender") -> str:
        """Return what is known of the sender."""
        return self.tr("Computer {device}, four words: {words}").format(
            device=row.device, words=row.words
        )

    def place(self) -> None:
        """Ask where the chosen sender belongs."""
        if self.row is None:
            return
        dialog = self.dialog = PlaceDialog(self.context, self, self.row)
        key = self.row.sign_key
        dialog.taken.connect(lambda result: self._placed(key, result))
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _placed(self, sign_key: str, result: "IntakeResult") -> None:
        """Say what came in; what is sealed with a passphrase asks for it once more."""
        from desktop_app.services import quarantine

        def again(agreed: "Agreed") -> None:
            self.context.tasks.start(
                self,
                lambda step: quarantine.retry_of_key(
                    self.context.workspace, sign_key, step, agreed
                ),
                on_success=lambda later: self._placed(sign_key, later or result),
            )

        self.questions = Questions(self, self.context.language)
        if not self.questions.ask(result, again):
            self.taken.emit(result)

    def drop(self) -> None:
        """Ask, then drop what came from the chosen sender."""
        row = self.row
        if row is None:
            return
        box = self.dialog = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(
            self.tr("Drop {number} files of “{unit}”?").format(number=row.files, unit=row.unit)
        )
        box.setInformativeText(
            self.tr("The copies kept here are deleted. Nothing of them was taken in.")
        )
        yes = box.addButton(self.tr("Drop"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        key = row.sign_key
        box.finished.connect(
            lambda _code: self.dropped(key) if box.clickedButton() is yes else None
        )
        box.open()

    def dropped(self, sign_key: str) -> None:
        """Drop what came from a sender."""
        from desktop_app.services import placing

        placing.drop(self.context.workspace, sign_key)
        self.refresh()
