"""Before a person is erased: what goes, what stays, where it went, which pictures go too."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext


class ErasePersonDialog(FormDialog):
    """Says everything, and erases only when it was said to be understood."""

    help_subject = "person"

    erased = Signal(str)
    """Erased; the text of the letters that are to be sent, "" when nothing had left."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        found: Any,
        chosen: tuple[Any, ...],
        seen: Any,
        data: Any,
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Erase the data of {name}").format(name=data.name),
            self.tr(
                "Name, birth date, workplace, phone and every other cell about this person are "
                "replaced by “Đã xóa theo yêu cầu”, in drafts, completed reports, undo, search, "
                "backups of this computer. Counts, shares and figures stay as they are."
            ),
            self.tr("&Erase for ever"),
            size=(62, 44),
        )
        self._found, self._chosen, self._data = found, chosen, data
        self._tell(seen)
        if seen.files:
            self.say(self.tr("Pictures and files of these dossiers. Tick those that go too:"))
        self.files: dict[str, QCheckBox] = {}
        for file in seen.files:
            box = self._box(f"{file.code} · {file.name}")
            box.setAccessibleName(self.tr("Erase the file {name}").format(name=file.name))
            self.files[file.sha256] = box
        self.agree = self._box(self.tr("I know that this cannot be taken back."))
        self.agree.toggled.connect(self.ok_button.setEnabled)
        self.ok_button.setEnabled(False)
        self.ok_button.setDefault(False)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def say(self, text: str, colour: str = "text") -> None:
        """Say something below what was said before."""
        self.keep_below(self.add_text(text, colour))

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text.replace("&", "&&"))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keep_below(box)
        return box

    def _tell(self, seen: Any) -> None:
        for report in seen.reports:
            name = f"{report.code} {report.title}".strip() or self.tr("a draft thrown away")
            text = self.tr("Erased in: {dossier}").format(dossier=name)
            if report.submission == "queued":
                text += " " + self.tr(
                    "It waits in the queue; take it up again and complete it anew before it leaves."
                )
            self.say(text)
            if report.unsure:
                self.say(
                    self.tr(
                        "In {dossier} somebody else has the same name: the name in running text "
                        "stays. Look through the text yourself."
                    ).format(dossier=report.code),
                    "amber",
                )
            if report.recognition == "recognised":
                self.say(
                    self.tr(
                        "{dossier} is recognised: number and day of the decision stay, the paper "
                        "decision is kept by who issued it."
                    ).format(dossier=report.code)
                )
        for each in seen.left:
            text = self.tr(
                "Cannot be called back: bundle {number} of {day} for {recipient}. A letter must "
                "go there; its text is shown at the end. The bundle cannot be written again."
            )
            self.say(
                text.format(
                    number=each.sequence,
                    day=f"{each.written_at:%d/%m/%Y}",
                    recipient=each.recipient or self.tr("nobody by name"),
                ),
                "amber",
            )
        for unit in seen.came_from:
            self.say(
                self.tr("It came from {unit}, which still has it: tell them.").format(unit=unit),
                "amber",
            )
        if seen.signed:
            text = self.tr(
                "{number} lines of the log name an officer of this name; they stay, for it must "
                "be known who decided."
            )
            self.say(text.format(number=seen.signed))
        for file in seen.unread:
            text = self.tr("A file set aside cannot be looked into and stays: {file}")
            self.say(text.format(file=file), "amber")
        if seen.away:
            self.say(
                self.tr(
                    "The second disk with backups is not there: plug it in before erasing, or its "
                    "backups keep this person."
                ),
                "amber",
            )
        self.say(
            self.tr(
                "Not reached from here: other computers of the team, sticks, chat messages, "
                "printed papers, backups kept elsewhere."
            )
        )

    def work(self) -> Callable[[], Any]:
        """Erase, then write the letters."""
        from desktop_app.services import erasing, personal_data

        book, language, data = self.context.workspace, self.context.language, self._data
        marks = [sha256 for sha256, box in self.files.items() if box.isChecked()]
        chosen = erasing.choose(self._found, self._chosen, files=marks)

        def run() -> str:
            done = erasing.erase(book, chosen)
            recipients = dict.fromkeys(each.recipient for each in done.left)
            letters = [personal_data.letter(book, data, one, language) for one in recipients]
            return "\n\n――――――――――\n\n".join(letters)

        return run

    def done_with(self, result: Any) -> None:
        """Give the letters to who shows them."""
        self.erased.emit(result)
