"""Taking files in: the work, then one line per file, opening to one line per item."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import parts_of, told
from desktop_app.windows.carried_words import reason_text
from desktop_app.windows.icons import icon
from desktop_app.windows.intake_questions import Questions
from desktop_app.windows.looks import soften
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import STATE_COLOURS, em, scaled_font, state_colour, tokens
from desktop_app.windows.words import word
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.inbox import Agreed, IntakeFile, IntakeResult
    from desktop_app.services.taken_item import TakenItem

_PICTURES = {"green": "check", "amber": "alert", "blue": "arrow-right", "neutral": "circle"}
_SHOWN_OPEN = 60
"""With more items than this, only files with something to look at are opened."""
_LOOK_AT = ("conflict", "quarantined", "unknown", "returned", "declined", "to_merge")
_ITEM = Qt.ItemDataRole.UserRole


class IntakePanel(QFrame):
    """Runs an intake and shows what came of it; a double click or Enter opens an item."""

    finished = Signal(object)
    """The IntakeResult, or None when nothing was taken in."""
    opened = Signal(str)
    """An item the person wants to see."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.result: IntakeResult | None = None
        self.questions = Questions(self, context.language)
        self.working = Working(context)
        self._banner = QLabel()
        self._banner.setTextFormat(Qt.TextFormat.PlainText)
        self._banner.setWordWrap(True)
        self._banner.hide()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What came in"))
        self.tree.setHeaderLabels(
            [self.tr("File and its initiatives"), self.tr("Unit"), self.tr("What became of it")]
        )
        self._at_office = context.workspace.own.role == "office"
        # A team hears from one office only, and its numbers count cards too.
        self.tree.setColumnHidden(1, not self._at_office)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.itemActivated.connect(self._activated)
        soften(self.tree)
        self.tree.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.working)
        column.addWidget(self._banner)
        column.addWidget(self.tree, 1)

    @property
    def said(self) -> str:
        """What the banner says."""
        return self._banner.text()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files and folders as a background job; ask what they ask."""
        self._take_in(list(paths), None, None)

    def _take_in(
        self, paths: list[Path], agreed: "Agreed | None", before: "IntakeResult | None"
    ) -> None:
        from desktop_app.services import inbox

        if self.working.busy:
            return
        self._banner.hide()
        self.tree.hide()
        self.working.run(
            self.tr("Taking in…"),
            lambda step: inbox.take_in(
                self._context.workspace, paths, step, agreed or inbox.NOTHING_AGREED
            ),
            on_success=lambda result: self._taken(result, before),
            on_failure=self._failed,
            in_files=True,
        )

    def _taken(self, result: "IntakeResult", before: "IntakeResult | None") -> None:
        """Show what came of it, then ask what the first asking file wants to know."""
        from desktop_app.services import inbox

        whole = inbox.joined(before, result) if before is not None else result
        self.show_result(whole)
        asking = [f for f in whole.files if f.error and f.error.code in inbox.QUESTIONS]

        def again(agreed: "Agreed") -> None:
            # What was compared, or typed, may hold for the other files that ask as well.
            self._take_in([f.path for f in asking if f.path], agreed, whole)

        self.questions.ask(whole, again)

    def show_result(self, result: "IntakeResult") -> None:
        """Show what became of every file and item."""
        self.result = result
        if not result.files:
            self._say(
                self.tr("Nothing here is a bundle, an answer or a card. Choose another place."),
                "amber",
            )
            self.finished.emit(None)
            return
        tree = self.tree
        tree.clear()
        few = sum(len(file.items) for file in result.files) <= _SHOWN_OPEN
        for file in result.files:
            line = self._file_line(file)
            tree.addTopLevelItem(line)
            look = any(item.intake in _LOOK_AT for item in file.items)
            for reason in line.takeChildren() if file.error is not None else ():
                line.addChild(reason)
                reason.setFirstColumnSpanned(True)
            line.setExpanded(few or look or file.error is not None)
        self._fit()
        tree.setCurrentIndex(tree.model().index(0, 0))
        tree.show()
        self._say(*self._summary(result))
        self.finished.emit(result)

    def _fit(self) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        room = self.width()
        header.resizeSection(1, min(em(15), room // 4))
        header.resizeSection(2, max(em(13), room // 3))

    def _summary(self, result: "IntakeResult") -> tuple[str, str]:
        files, items = result.files, [item for file in result.files for item in file.items]
        told_of = Counter(item.intake for item in items)
        said = [self.tr("{number} files").format(number=format_number(len(files)))]
        said += [f"{word(name)}: {format_number(number)}" for name, number in told_of.items()]
        lines = [" · ".join(said)]
        left = result.left + sum(bool(file.left) for file in files)
        if left:
            text = self.tr(
                "Stopped: {number} files were not taken in to the end. What is in stays."
            )
            lines.append(text.format(number=format_number(left)))
        refused = sum(not file.opened for file in files)
        if refused:
            text = self.tr("{number} files could not be taken in; each line says why.")
            lines.append(text.format(number=format_number(refused)))
        for gap in result.missing if self._at_office else ():
            text = self.tr("Bundle number {number} of {unit} has not come in. Ask the unit for it.")
            lines.append(text.format(number=gap.sequence, unit=gap.unit))
        missing = bool(result.missing) and self._at_office
        well = result.all_well and not missing and not left and "conflict" not in told_of
        return "\n".join(lines), "green" if well else "amber"

    def _file_line(self, file: "IntakeFile") -> QTreeWidgetItem:
        if file.error is not None:
            what, colour = self.tr("Not taken in"), "amber"
        elif not file.items:
            what, colour = self.tr("Taken in"), "green"
        else:
            what, colour = self._of_items(file.items)
            if file.left:
                colour = "amber"
                what += self.tr(" · not looked at: {number}").format(number=file.left)
        name = file.file
        if file.kind is not None:
            kind = self.tr("{kind} number {number}")
            name = kind.format(kind=word(file.kind), number=file.sequence)
        line = QTreeWidgetItem([name, file.unit, what])
        line.setIcon(0, icon(_PICTURES[colour], getattr(tokens(), colour)))
        line.setFont(0, scaled_font(1.0, bold=True))
        line.setSizeHint(0, QSize(0, em(2)))
        line.setToolTip(0, file.file)
        for column in (1, 2):
            line.setToolTip(column, line.text(column))
        if file.error is not None:
            for text in self._why(file.error):
                line.addChild(self._span(text))
        for item in file.items:
            line.addChild(self._item_line(item))
        return line

    def _why(self, error: AppError) -> list[str]:
        """Return what happened, what is safe and what to do, one line each."""
        facts = {name: word(str(value)) for name, value in error.facts.items() if name == "kind"}
        parts = parts_of(AppError(error.code, **{**error.facts, **facts}), self._context.language)
        lines = [parts[part] for part in ("what", "safe", "do") if parts.get(part)]
        return [*lines[:-1], f"{lines[-1]} ({error.code})"]

    def _span(self, text: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem([text])
        line.setToolTip(0, text)
        line.setSizeHint(0, QSize(0, em(1.7)))
        return line

    def _of_items(self, items: "Sequence[TakenItem]") -> tuple[str, str]:
        told_of = Counter(item.intake for item in items)
        bad = any(name in told_of for name in ("quarantined", "conflict", "unknown"))
        what = " · ".join(f"{word(name)}: {number}" for name, number in told_of.items())
        return what, "amber" if bad else "green"

    def _item_line(self, item: "TakenItem") -> QTreeWidgetItem:
        said = word(item.intake)
        if item.reason:
            said = f"{said}: {reason_text(item.reason, item.facts, self._context.language)}"
        line = QTreeWidgetItem([item.title or item.id, "", said])
        colour = state_colour(item.intake)
        picture = _PICTURES[STATE_COLOURS.get(item.intake, "neutral")]
        line.setIcon(2, icon(picture, colour))
        line.setForeground(2, QBrush(QColor(colour)))
        line.setToolTip(0, item.title)
        line.setToolTip(2, said)
        line.setData(0, _ITEM, item.id)
        line.setSizeHint(0, QSize(0, em(1.8)))
        return line

    def _activated(self, line: QTreeWidgetItem, _column: int) -> None:
        item_id = line.data(0, _ITEM)
        if item_id:
            self.opened.emit(item_id)

    def _failed(self, error: AppError) -> None:
        colour = "neutral" if isinstance(error, Cancelled) else "amber"
        self._say(told(error, self._context.language), colour)
        self.finished.emit(None)

    def _say(self, text: str, colour: str) -> None:
        colours = tokens()
        soft = {"green": colours.green_soft, "amber": colours.amber_soft}.get(colour, colours.card)
        self._banner.setStyleSheet(
            f"background: {soft}; color: {getattr(colours, colour)};"
            " padding: 0.6em 0.9em; border-radius: 0.4em; font-weight: 600"
        )
        self._banner.setText(text)
        self._banner.show()
