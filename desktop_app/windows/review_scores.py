"""The score sheet beside the pages: a rubric, a member, points, all members together."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop_app.domain.rubrics import Criterion, Result, Rubric
    from desktop_app.services.score_sheets import Scores

_Kept = tuple[str, str, Mapping[str, str], str]


class ScoresView(QScrollArea):
    """Points typed with the keyboard: Enter goes on to the next; kept as they are typed."""

    help_subject = "scores"

    kept = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._initiative = ""
        self._scores: Scores | None = None
        self._edits: dict[str, QLineEdit] = {}
        self._before: list[tuple[str, _Kept | None]] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Score sheet"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rubric_box = QComboBox()
        self.rubric_box.setAccessibleName(self.tr("Rubric"))
        self.rubric_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.rubric_box.activated.connect(lambda _n: self._other_rubric())
        self.member_box = QComboBox()
        self.member_box.setEditable(True)
        self.member_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.member_box.setAccessibleName(self.tr("Member who scores"))
        self.member_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        edit = self.member_box.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(self.tr("Name of the member"))
        edit.setAccessibleName(self.member_box.accessibleName())
        self.member_box.activated.connect(lambda _n: self._member_changed())
        edit.editingFinished.connect(self._member_changed)
        self._shown_member = ""
        self._criteria = QWidget()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(em(3.6))
        self.note.setPlaceholderText(self.tr("Remarks of this member"))
        self.note.setAccessibleName(self.tr("Remarks of this member"))
        self.result, self.problem, self.together, self.rule = (_text() for _n in range(4))
        self.result.setFont(scaled_font(1.05, bold=True))
        self.undo_button = QPushButton(self.tr("Take the last points back"))
        self.undo_button.clicked.connect(self.undo)
        self.drop_button = QPushButton(self.tr("Remove this member's sheet"))
        self.drop_button.clicked.connect(self._drop)
        body = QWidget()
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(em(0.5), em(0.6), em(0.5), em(0.3))
        column.setSpacing(em(0.4))
        for part in (
            self.rubric_box,
            self.member_box,
            self._criteria,
            self.result,
            self.problem,
            self.note,
            self.together,
            self.rule,
        ):
            column.addWidget(part)
        for button in (self.undo_button, self.drop_button):
            button.setProperty("flat-link", True)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(body)
        tint(self.rule, "quiet")

    # What is shown

    def show_scores(self, initiative_id: str) -> None:
        """Show the sheets on the report on the desk, the last member's first."""
        self._initiative, self._before = initiative_id, []
        self._read("")
        scores = self._scores
        assert scores is not None
        newest = max(scores.sheets, key=lambda sheet: sheet.updated_at, default=None)
        self._fill_members(newest.member if newest else self._shown_member)
        self._show_member()

    def focus_first(self) -> None:
        """Put the cursor where the next entry belongs: the name, then the first free points."""
        if not self.member_box.currentText().strip():
            self.member_box.setFocus()
            return
        free = [edit for edit in self._edits.values() if not edit.text()]
        (free or list(self._edits.values()))[0].setFocus()

    def _read(self, rubric_id: str) -> None:
        from desktop_app.services import score_sheets

        self._scores = scores = score_sheets.scores_of(
            self._context.workspace, self._initiative, rubric_id
        )
        box = self.rubric_box
        box.clear()
        for name, title in score_sheets.rubric_names().items():
            box.addItem(title, name)
            box.setItemData(box.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(box.findData(scores.rubric_id))
        box.setToolTip(box.currentText())
        self._make_criteria(scores.rubric)
        self.rule.setText(scores.rubric.rule)
        self.rule.setVisible(bool(scores.rubric.rule))
        self._show_together()

    def _fill_members(self, chosen: str) -> None:
        from desktop_app.services import score_sheets

        assert self._scores is not None
        names = [sheet.member for sheet in self._scores.sheets]
        known = score_sheets.workspace_members(self._context.workspace)
        self.member_box.clear()
        self.member_box.addItems([*names, *(name for name in known if name not in names)])
        self.member_box.setCurrentText(chosen)
        self._shown_member = chosen

    def _make_criteria(self, rubric: "Rubric") -> None:
        old, self._criteria = self._criteria, QWidget()
        self._column.replaceWidget(old, self._criteria)
        old.deleteLater()
        grid = QGridLayout(self._criteria)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self._edits = {}
        for line, criterion in enumerate(rubric.criteria):
            name = _text()
            name.setText(self._criterion_text(criterion))
            edit = QLineEdit()
            edit.setFixedWidth(em(3.6))
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.setAccessibleName(name.text())
            edit.editingFinished.connect(self._keep)
            edit.returnPressed.connect(partial(self._go_on, line))
            grid.addWidget(name, line, 0)
            grid.addWidget(edit, line, 1, Qt.AlignmentFlag.AlignTop)
            self._edits[criterion.name] = edit
        # Tab goes from the member through the points to the remarks.
        order = [self.member_box, *self._edits.values(), self.note]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _show_member(self) -> None:
        from desktop_app.domain.rubrics import points_text

        assert self._scores is not None
        member = self.member_box.currentText().strip()
        self._shown_member = member
        sheet = next((each for each in self._scores.sheets if each.member == member), None)
        mine = sheet is not None and not sheet.other_rubric
        for name, edit in self._edits.items():
            known = sheet is not None and mine and name in sheet.points
            edit.setText(points_text(sheet.points[name]) if known and sheet else "")
        self.note.setPlainText(sheet.note if sheet else "")
        self.problem.setText("")
        if sheet is not None and not mine:
            self.problem.setText(
                self.tr("This member's sheet was filled by another rubric: {name}").format(
                    name=sheet.rubric.name
                )
            )
            tint(self.problem, "amber")
        self.problem.setVisible(bool(self.problem.text()))
        self._tell_result(sheet.result if sheet and mine else None)
        self.drop_button.setEnabled(sheet is not None)
        self.undo_button.setEnabled(bool(self._before))

    def _tell_result(self, result: "Result | None") -> None:
        from desktop_app.domain.rubrics import points_text

        assert self._scores is not None
        if result is None:
            self.result.setText("")
            self.result.hide()
            return
        text = self.tr("Total {total} of {most}").format(
            total=points_text(result.total), most=points_text(self._scores.rubric.total)
        )
        self.result.setText(f"{text} · {self._verdict(result)}")
        tint(self.result, _colour(result))
        self.result.show()

    def _show_together(self) -> None:
        from desktop_app.domain.rubrics import points_text

        assert self._scores is not None
        lines: list[str] = []
        for sheet in self._scores.sheets:
            line = self.tr("{member}: {total}").format(
                member=sheet.member, total=points_text(sheet.result.total)
            )
            if sheet.other_rubric:
                line = self.tr("{line} (another rubric, not counted)").format(line=line)
            elif not sheet.result.complete:
                line = self.tr("{line} (not complete, not counted)").format(line=line)
            lines.append(line)
        together = self._scores.together
        if together is not None:
            mean = self.tr("Mean of {number} members: {total} · {verdict}").format(
                number=together.members,
                total=points_text(together.result.total),
                verdict=self._verdict(together.result),
            )
            lines.append(mean)
            if together.wide:
                wide = self.tr("The members are {points} points apart: talk it over once more.")
                lines.append(wide.format(points=points_text(together.spread)))
        self.together.setText("\n".join(lines))
        self.together.setVisible(bool(lines))
        tint(self.together, "amber" if together is not None and together.wide else "text")

    # What is typed

    def _go_on(self, line: int) -> None:
        edits = list(self._edits.values())
        (edits[line + 1] if line + 1 < len(edits) else self.note).setFocus()

    def _other_rubric(self) -> None:
        self._read(str(self.rubric_box.currentData()))
        self._show_member()

    def _member_changed(self) -> None:
        if self._scores is not None and self.member_box.currentText().strip() != self._shown_member:
            self._show_member()

    def leave(self) -> None:
        """Keep what was typed last."""
        if self._scores is not None and self.member_box.currentText().strip():
            self._keep()

    def _typed(self) -> dict[str, str]:
        return {name: edit.text().strip() for name, edit in self._edits.items()}

    def _standing(self, member: str) -> _Kept | None:
        """Return a member's sheet as it is kept."""
        assert self._scores is not None
        for sheet in self._scores.sheets:
            if sheet.member == member:
                points = {name: _plain(value) for name, value in sheet.points.items()}
                rubric_id = self._scores.rubric_id
                return member, rubric_id, points, sheet.note
        return None

    def _keep(self) -> None:
        from desktop_app.services import score_sheets

        scores = self._scores
        if scores is None:
            return
        member, points = self.member_box.currentText().strip(), self._typed()
        note = self.note.toPlainText().strip()
        if not any(points.values()) and not note:
            return
        before = self._standing(member)
        given = {name: value.replace(",", ".") for name, value in points.items() if value}
        if before is not None and (dict(before[2]), before[3]) == (_numbers(given), note):
            return
        try:
            score_sheets.keep_sheet(
                self._context.workspace, self._initiative, member, scores.rubric_id, given, note
            )
        except AppError as error:
            self._tell_problem(error)
            return
        self._before.append((member, before))
        self._again(member)

    def _tell_problem(self, error: AppError) -> None:
        self.problem.setText(told(error, self._context.language))
        tint(self.problem, "red")
        self.problem.show()
        if error.code == "SSK-842" and str(error.facts["name"]) in self._edits:
            self._edits[str(error.facts["name"])].selectAll()

    def _again(self, member: str) -> None:
        """Show what is kept now; the fields keep their cursor."""
        from desktop_app.services import score_sheets

        assert self._scores is not None
        self._scores = score_sheets.scores_of(
            self._context.workspace, self._initiative, self._scores.rubric_id
        )
        self._show_together()
        self._fill_members(member)
        self._show_member()
        self.kept.emit()

    def undo(self) -> None:
        """Put the sheet back that stood before the last points."""
        from desktop_app.services import score_sheets

        if not self._before:
            return
        member, before = self._before.pop()
        workspace = self._context.workspace
        if before is None:
            score_sheets.drop_sheet(workspace, self._initiative, member)
        else:
            score_sheets.keep_sheet(workspace, self._initiative, *before)
        self._again(member)

    def _drop(self) -> None:
        from desktop_app.services import score_sheets

        member = self.member_box.currentText().strip()
        before = self._standing(member)
        if before is None:
            return
        score_sheets.drop_sheet(self._context.workspace, self._initiative, member)
        self._before.append((member, before))
        self._again(member)

    # Words

    def _criterion_text(self, criterion: "Criterion") -> str:
        """Return a criterion with its most points, its levels and its floor."""
        from desktop_app.domain.rubrics import points_text

        text = self.tr("{name} (at most {most})").format(
            name=criterion.name, most=points_text(criterion.most)
        )
        hints = [level.text for level in criterion.levels if level.text]
        if hints:
            text = f"{text}\n{' · '.join(hints)}"
        if criterion.floor is not None:
            floor = self.tr("at least {floor}").format(floor=points_text(criterion.floor))
            text = f"{text}\n{floor}"
        return text

    def _verdict(self, result: "Result") -> str:
        if not result.complete:
            return self.tr("points are missing")
        if result.below_floor:
            return self.tr("not passed: too few for {names}").format(
                names=", ".join(result.below_floor)
            )
        if result.passed is None:
            return self.tr("no pass mark in this rubric")
        if not result.passed:
            return self.tr("not passed")
        passed = self.tr("passed")
        return f"{passed}: {result.grade}" if result.grade else passed


def _plain(value: "Decimal") -> str:
    return f"{value.normalize():f}"


def _numbers(given: Mapping[str, str]) -> dict[str, str]:
    """Return typed points as they would be kept, so that 7 and 7.0 are the same."""
    from decimal import Decimal, InvalidOperation

    found: dict[str, str] = {}
    for name, value in given.items():
        try:
            found[name] = _plain(Decimal(value))
        except InvalidOperation:
            found[name] = value
    return found


def _colour(result: "Result") -> str:
    return {True: "green", False: "amber", None: "text"}[result.passed]


def _text() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
