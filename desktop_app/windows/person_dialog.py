"""Data of one person: find the name, tick which rows are theirs, write a copy, erase."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QMessageBox, QPushButton, QWidget

from desktop_app.domain.dates import display_date
from desktop_app.services.personal_data import kind_word, version_word
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.working import Working


@dataclass(frozen=True)
class _Line:
    """A row of the list: a place under its key."""

    id: str
    place: Any


def _born(birth: str) -> str:
    """Return a birth date as people write it, as it stands when it is none."""
    try:
        return display_date(birth) if birth else ""
    except ValueError:
        return birth


class PersonDialog(ListDialog):
    """Lists every place a name stands in; what is ticked is taken as one person."""

    help_subject = "person"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        language = context.language
        columns = (
            Column(self.tr("Name"), lambda line: line.place.name, width=15),
            Column(self.tr("Born"), lambda line: _born(line.place.birth), width=8),
            Column(self.tr("Workplace"), lambda line: line.place.work, width=14, extra=True),
            Column(
                self.tr("As"),
                lambda line: kind_word(line.place.kind, language),
                width=12,
                extra=True,
            ),
            Column(self.tr("Where"), self._where, stretch=True),
        )
        super().__init__(
            context,
            parent,
            self.tr("Data of one person"),
            self.tr(
                "Two people can bear the same name: tick the rows that are the person who asks. "
                "A request is to be answered within 2 working days."
            ),
            columns,
            checkable=True,
            size=(74, 42),
        )
        self.found: Any = None
        line = QHBoxLayout()
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(120)
        self.name_edit.setPlaceholderText(self.tr("Full name, with or without marks"))
        self.name_edit.setAccessibleName(self.tr("Full name"))
        self.find_button = QPushButton(self.tr("&Find"))
        self.find_button.setDefault(True)
        self.find_button.clicked.connect(self.search)
        line.addWidget(self.name_edit, 1)
        line.addWidget(self.find_button)
        self.above.addLayout(line)
        self.working = Working(context, self)
        self.above.addWidget(self.working)
        self.data_button = self.add_button(
            self.tr("&Write their data…"), self.choose_folder, allowed=lambda _row: self._any()
        )
        self.erase_button = self.add_button(
            self.tr("&Erase…"), self.erase, allowed=lambda _row: self._any()
        )
        self.model.checks_changed.connect(self._changed)
        self.empty.setText(self.tr("Write a name and press Enter."))
        self.show_rows(())
        self.name_edit.setFocus()
        self._finish_interrupted()

    def _finish_interrupted(self) -> None:
        """Go on with an erasure the program was stopped in."""
        from desktop_app.services import erasing

        book = self.context.workspace
        if erasing.is_unfinished(book):
            self.working.run(
                self.tr("Finishing an erasure that was interrupted…"),
                lambda _step: erasing.finish(book),
                on_success=lambda _done: None,
                on_failure=self.context.tell,
            )

    def _where(self, line: _Line) -> str:
        place = line.place
        versions = ", ".join(version_word(each, self.context.language) for each in place.versions)
        where = f"{place.code} {place.title}".strip() or "; ".join(place.said)
        return f"{where} ({versions})" if versions else where

    def detail_of(self, line: _Line) -> str:
        """Return the words around the name, and whose report it is."""
        place = line.place
        parts = [place.unit, place.work, self._where(line), *place.said]
        return " · ".join(part for part in parts if part)

    def _any(self) -> bool:
        return bool(self.model.checked) and not self.working.busy

    def search(self) -> None:
        """Look for the name in the whole book, beside the window."""
        from desktop_app.services import persons

        if self.working.busy:
            return
        name, book = self.name_edit.text(), self.context.workspace
        self.working.run(
            self.tr("Looking for {name}…").format(name=name.strip()[:60]),
            lambda step: persons.find(book, name, step),
            on_success=self.show_found,
            on_failure=self.context.tell,
        )

    def show_found(self, found: Any) -> None:
        """Show what was found; when it is one person only, their rows are ticked."""
        self.found = found
        lines = [_Line(place.key, place) for place in found.places]
        self.empty.setText(
            self.tr("Nobody named {name} stands in the book.").format(name=found.name)
        )
        ticked: Sequence[str] = ()
        if len(found.groups) == 1:
            ids = {place.initiative_id for place in found.groups[0].places}
            ticked = [line.id for line in lines if line.place.initiative_id in ids]
        self.show_rows(lines)
        self.model.show(lines, ticked)
        if lines:
            self.table.selectRow(0)
        self._changed()

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The places that are ticked."""
        ticked = set(self.model.checked)
        places = self.found.places if self.found is not None else ()
        return tuple(place for place in places if place.key in ticked)

    def choose_folder(self) -> None:
        """Ask for a folder and write the person's data into it."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the data"))
        if folder:
            self.write_data(Path(folder))

    def write_data(self, folder: Path) -> None:
        """Write JSON and PDF beside the window."""
        from desktop_app.services import personal_data

        book, found, chosen = self.context.workspace, self.found, self.chosen
        language = self.context.language

        def work(_step: Any) -> Any:
            data = personal_data.gather(book, found, chosen)
            return personal_data.write(book, data, folder, language=language)

        self.working.run(
            self.tr("Writing…"), work, on_success=self._written, on_failure=self.context.tell
        )

    def _written(self, written: Any) -> None:
        self._changed()
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Written"))
        files = "\n".join(str(file) for file in written.files)
        text = self.tr("The PDF is for the person, the JSON for another program:\n{files}")
        box.setText(text.format(files=files))
        box.open()

    def erase(self) -> None:
        """Show what erasing would do, and ask."""
        from desktop_app.services import erasing, personal_data

        book, found, chosen = self.context.workspace, self.found, self.chosen

        def work(_step: Any) -> Any:
            return (
                erasing.preview(book, found, chosen),
                personal_data.gather(book, found, chosen),
            )

        self.working.run(
            self.tr("Looking at what would be erased…"),
            work,
            on_success=lambda both: self.ask(*both),
            on_failure=self.context.tell,
        )

    def ask(self, seen: Any, data: Any) -> None:
        """Open the question with everything that goes and stays."""
        from desktop_app.windows.erase_person_dialog import ErasePersonDialog

        self._changed()
        dialog = self.asking = ErasePersonDialog(
            self.context, self, self.found, self.chosen, seen, data
        )
        dialog.erased.connect(self.after_erasing)
        dialog.open()

    def after_erasing(self, letters: str) -> None:
        """Show the letters that are to be sent, and the list as it is now."""
        self.show_rows(())
        self.found = None
        self.empty.setText(self.tr("Erased. It cannot be taken back."))
        if letters:
            from desktop_app.windows.letters_dialog import LettersDialog

            self.letters = LettersDialog(self.context, self, letters)
            self.letters.open()
