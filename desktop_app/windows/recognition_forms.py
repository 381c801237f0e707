"""The small forms of a recognition: filing, the check of the form, a decision, a correction."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.windows.form_dialog import DayField, FormDialog, NotUnderstood
from desktop_app.windows.page import WindowContext
from desktop_app.windows.recognition_words import CORRECTABLE, NUMBERS, field_word, value_word
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.services.council_sessions import AgendaLine
    from desktop_app.services.recognition import RecognitionStatus


class FilingDialog(FormDialog):
    """Takes one or several applications in."""

    filed = Signal(object)
    """What was filed: numbers in the register and days of answer."""

    def __init__(
        self, context: WindowContext, parent: QWidget, initiative_ids: Sequence[str]
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("File the application"),
            self.tr(
                "The application is entered in the register and the applicant gets a receipt "
                "with the day of answer. {number} to file."
            ).format(number=len(initiative_ids)),
            self.tr("&File"),
            (44, 30),
        )
        self._ids = tuple(initiative_ids)
        self.on = DayField(context.workspace.today())
        self.by = QLineEdit()
        self.no = QLineEdit()
        self.no.setPlaceholderText(self.tr("the next number of the year"))
        self.form_ok = DayField()
        self.answer = DayField()
        self.answer.setPlaceholderText(self.tr("as the law has it"))
        self.add_field(self.tr("&Received on"), self.on)
        self.add_field(self.tr("Received &by"), self.by)
        self.add_field(self.tr("&Number in the register"), self.no)
        self.add_field(self.tr("Form found in &order on (if it was)"), self.form_ok)
        self.add_field(self.tr("&Answer by"), self.answer)
        self.by.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.filing import file_applications

        given = {
            "on": self.day(self.on),
            "accepted_on": self.day(self.form_ok),
            "answer_on": self.day(self.answer),
        }
        by, number = self.by.text(), self.no.text()
        return lambda: file_applications(
            self.context.workspace, self._ids, received_by=by, first_no=number, **given
        )

    def done_with(self, result: Any) -> None:
        self.filed.emit(result)


class FormCheckDialog(FormDialog):
    """Notes that the form of an application is in order, or what has to be mended."""

    checked = Signal()

    def __init__(self, context: WindowContext, parent: QWidget, initiative_id: str) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Form of the application"),
            self.tr(
                "In order: leave the second field empty; the time to decide begins. Not in order: "
                "write what the author has to mend."
            ),
            self.tr("&Record"),
            (42, 28),
        )
        self._id = initiative_id
        self.on = DayField(context.workspace.today())
        self.what = QPlainTextEdit()
        self.what.setTabChangesFocus(True)
        self.what.setMinimumHeight(em(6))
        self.add_field(self.tr("&Day"), self.on)
        self.add_field(self.tr("&What has to be mended"), self.what)
        self.on.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import filing

        day, what = self.day(self.on), self.what.toPlainText()
        if day is None:
            raise NotUnderstood(self.on.accessibleName())
        workspace, one = self.context.workspace, self._id
        if what.strip():
            return lambda: filing.tell_defects(workspace, one, day, what)
        return lambda: filing.accept_applications(workspace, [one], day)

    def done_with(self, result: Any) -> None:
        self.checked.emit()


class DecisionDialog(FormDialog):
    """Records one signed decision on one or many initiatives; nothing is chosen beforehand."""

    decided = Signal(object)
    """What came of it: an Outcome for each initiative."""

    def __init__(
        self, context: WindowContext, parent: QWidget, lines: "Sequence[AgendaLine]"
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Decision of the establishment"),
            self.tr(
                "Copy number, day and signer from the decision that was signed and sealed. In a "
                "company the director signs, not the union."
            ),
            self.tr("&Record the decision"),
            (52, 38),
        )
        self._lines = tuple(lines)
        self.no, self.on = QLineEdit(), DayField()
        self.by, self.body_name, self.level = QLineEdit(), QLineEdit(), QLineEdit()
        self.number_box = QCheckBox(self.tr("Give each author the &next certificate number"))
        self.add_field(self.tr("Decision &number"), self.no)
        self.add_field(self.tr("Decided &on"), self.on)
        self.add_field(self.tr("&Signed by"), self.by)
        self.add_field(self.tr("&Establishment"), self.body_name)
        self.add_field(self.tr("&Level"), self.level)
        self.form.addRow(self.number_box)
        self.choices: dict[str, tuple[QComboBox, QLineEdit]] = {}
        for line in self._lines:
            self._add_choice(line)
        self.no.setFocus()

    def _add_choice(self, line: "AgendaLine") -> None:
        box, reason = QComboBox(), QLineEdit()
        box.addItem(self.tr("Choose…"), "")
        box.addItem(self.tr("Recognised"), "recognised")
        box.addItem(self.tr("Not recognised"), "refused")
        reason.setPlaceholderText(self.tr("reason, if it is not recognised"))
        reason.setText(str(line.said.get("council_reason") or ""))
        said = {True: self.tr("proposed"), False: self.tr("not proposed"), None: ""}
        proposed = said[line.proposed]
        label = f"{line.code} {line.title}" + (f" ({proposed})" if proposed else "")
        self.add_field(label.replace("&", "&&"), box)
        reason.setAccessibleName(self.tr("Reason: {code}").format(code=line.code))
        self.form.addRow("", reason)
        reason.setEnabled(False)
        box.currentIndexChanged.connect(lambda: reason.setEnabled(box.currentData() == "refused"))
        self.choices[line.id] = (box, reason)

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import council_sessions as sessions

        day = self.day(self.on)
        if day is None:
            self.on.setFocus()
            raise NotUnderstood(self.on.accessibleName())
        decision = sessions.Decided(
            self.no.text(), day, self.by.text(), self.body_name.text(), self.level.text()
        )
        chosen = {one: box.currentData() for one, (box, _reason) in self.choices.items()}
        refused = {
            one: self.choices[one][1].text() for one, what in chosen.items() if what == "refused"
        }
        recognised = [one for one, what in chosen.items() if what == "recognised"]
        number = self.number_box.isChecked()
        return lambda: sessions.decide(
            self.context.workspace, decision, recognised, refused, number_certificates=number
        )

    def done_with(self, result: Any) -> None:
        self.decided.emit(result)


class CorrectionDialog(FormDialog):
    """Puts right what was recorded: a new entry, the old ones stay to be read."""

    corrected = Signal()

    def __init__(
        self, context: WindowContext, parent: QWidget, status: "RecognitionStatus"
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Put right what was recorded"),
            self.tr(
                "Change only what is wrong. The earlier entry stays in the history; a new one is "
                "added with the reason."
            ),
            self.tr("&Put right"),
            (46, 38),
        )
        self._id, self._before = status.id, status.said
        self.why = QLineEdit()
        self.add_field(self.tr("&Why"), self.why)
        self.fields: dict[str, QLineEdit] = {}
        for name in CORRECTABLE:
            value = status.said.get(name)
            if value in (None, "", []) and name not in ("paid_years", "certificate_no"):
                continue
            if name in ("paid_years", "certificate_no") and status.state != "recognised":
                continue
            field = DayField() if name.endswith("_date") else QLineEdit()
            field.setText(value_word(name, value) if value is not None else "")
            self.add_field(field_word(name), field)
            self.fields[name] = field
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.recognition import amend

        changes: dict[str, Any] = {}
        for name, field in self.fields.items():
            before = self._before.get(name)
            if field.text() == (value_word(name, before) if before is not None else ""):
                continue
            changes[name] = self._value(name, field)
        why = self.why.text()
        return lambda: amend(self.context.workspace, self._id, changes, why=why)

    def _value(self, name: str, field: QLineEdit) -> Any:
        if isinstance(field, DayField):
            day = self.day(field)
            return day.isoformat() if day else ""
        if name in NUMBERS:
            number = self.number(field)
            return "" if number is None else number
        if name == "certificate_no":
            return [text.strip() for text in field.text().split(",") if text.strip()]
        return field.text().strip()

    def done_with(self, result: Any) -> None:
        self.corrected.emit()
