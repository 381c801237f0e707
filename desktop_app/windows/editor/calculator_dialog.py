"""Works a benefit out with the worker: every input with unit and period, each step shown."""

import json
from decimal import Decimal
from functools import cache
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.benefit import (
    CALCULATORS,
    PERIODS,
    Benefit,
    Calculator,
    carry,
    work_out,
    yearly,
)
from desktop_app.domain.numbers import amount_in_words, exact, format_money
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.resource_files import resource_path
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.typed_editors import AmountEditor, NumberEditor
from desktop_app.windows.theme import em, scaled_font, tokens


@cache
def _texts() -> dict[str, Any]:
    text = resource_path("benefit_calculators.json").read_text(encoding="utf-8")
    texts: dict[str, Any] = json.loads(text)
    return texts


class CalculatorDialog(QDialog):
    """One of the calculators; its result goes into the calculation of the report."""

    taken = Signal(object)
    """The result was carried into the draft: the path to show."""

    def __init__(self, parent: QWidget, draft: FormDraft) -> None:
        super().__init__(parent)
        self._draft = draft
        self._fields: dict[str, NumberEditor] = {}
        self._benefit: Benefit | None = None
        self.setWindowTitle(self.tr("Work out the benefit"))
        self.setMinimumWidth(em(38))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of benefit"))
        for calculator in CALCULATORS:
            self.kind.addItem(self._said(_texts()["calculators"][calculator.code]), calculator)
        self.kind.currentIndexChanged.connect(lambda _index: self._ask())
        column.addWidget(self.kind)
        self._holder = QVBoxLayout()
        column.addLayout(self._holder)
        self._formula = QLabel()
        self._formula.setWordWrap(True)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setFont(scaled_font(13 / 11, bold=True))
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._warning.setStyleSheet(f"color: {tokens().amber}")
        for label in (self._formula, self.outcome, self._warning):
            column.addWidget(label)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.take = QPushButton(self.tr("Put into the report"))
        self.take.setProperty("primary", True)
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        foot.addWidget(close)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self._ask()

    def _said(self, texts: dict[str, str]) -> str:
        return texts[self._draft.language]

    @property
    def _calculator(self) -> Calculator:
        calculator: Calculator = self.kind.currentData()
        return calculator

    def _ask(self) -> None:
        """Show the inputs of the chosen calculator; the same ones keep what was typed."""
        typed = {name: made.field.text() for name, made in self._fields.items()}
        while (item := self._holder.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._fields = {}
        calculator = self._calculator
        for name in calculator.inputs:
            label = self._label(calculator, name)
            made = self._field(name, label, amount=_texts()["inputs"][name]["kind"] == "amount")
            form.addRow(label, self._with_period(made) if name == calculator.quantity else made)
        self._times_label = QLabel(self.tr("How many of them a year has"))
        form.addRow(self._times_label, self._field("times", self._times_label.text()))
        label = self.tr("Measured during (days)")
        form.addRow(label, self._field("measured", label))
        label = self.tr("Cost of carrying it out (đồng)")
        cost = self._field("cost", label, amount=True)
        cost.show_answer(self._draft.answers.get("implementation_cost"))
        form.addRow(label, cost)
        for name, text in typed.items():
            if name in self._fields and text:
                self._fields[name].field.setText(text)
        self._holder.addWidget(inside)
        self._show()
        self._fields[calculator.inputs[0]].setFocus()

    def _label(self, calculator: Calculator, name: str) -> str:
        own = _texts()["labels"].get(calculator.code, {}).get(name)
        return self._said(own or _texts()["inputs"][name])

    def _field(self, name: str, label: str, *, amount: bool = False) -> NumberEditor:
        kind = QuestionKind.INTEGER if amount else QuestionKind.DECIMAL
        asked = Question(name, kind, f"/{name}", {})
        made = AmountEditor(asked) if amount else NumberEditor(asked)
        made.field.setAccessibleName(label)
        made.setFocusProxy(made.field)
        made.changed.connect(self._show)
        self._fields[name] = made
        return made

    def _with_period(self, made: NumberEditor) -> QWidget:
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Period"))
        for period in PERIODS:
            self.period.addItem(self._said(_texts()["periods"][period]), period)
        self.period.currentIndexChanged.connect(lambda _index: self._show())
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(made)
        line.addWidget(self.period)
        line.addStretch(1)
        return both

    def _number(self, name: str) -> Decimal | None:
        value = self._fields[name].answer()
        return None if value is None else exact(value)

    def _worked_out(self) -> Benefit | None:
        given = {name: self._number(name) for name in self._calculator.inputs}
        whole = {name: value for name, value in given.items() if value is not None}
        times = self._number("times")
        period = self.period.currentData()
        if len(whole) < len(given) or (PERIODS[period] is None and times is None):
            return None
        quantity = self._calculator.quantity
        whole[quantity] = yearly(whole[quantity], period, times)
        return work_out(self._calculator, whole, self._number("measured"))

    def _show(self) -> None:
        """Show formula and result of what is typed so far."""
        asked = PERIODS[self.period.currentData()] is None
        self._times_label.setVisible(asked)
        self._fields["times"].setVisible(asked)
        benefit = self._benefit = self._worked_out()
        self._formula.setText(benefit.formula if benefit is not None else "")
        if benefit is None:
            self.outcome.setText(self.tr("Fill in every line to see the result."))
        elif benefit.amount >= 0:
            words = amount_in_words(benefit.amount)
            self.outcome.setText(f"{format_money(benefit.amount)}\n{words}")
        else:
            self.outcome.setText(format_money(benefit.amount))
        warnings = {
            "large": self.tr("More than one billion đồng a year: look at the figures again."),
            "short": self.tr("Measured for less than a month: say so beside the yearly figure."),
            "negative": self.tr("The new way costs more than the old one."),
        }
        said = [warnings[code] for code in (benefit.warnings if benefit else ())]
        self._warning.setText("\n".join(said))
        self._warning.setVisible(bool(said))
        self.take.setEnabled(benefit is not None and benefit.amount >= 0)

    def _take(self) -> None:
        assert self._benefit is not None
        cost = self._fields["cost"].answer()
        item = self.kind.currentText()
        changed = carry(self._draft.answers, item, self._benefit, cost)
        for name, value in changed.items():
            if name == "benefit_calc":
                self._draft.change_rows((name,), value)
            else:
                self._draft.change((name,), value)
        self.taken.emit(("benefit_calc", len(changed["benefit_calc"]) - 1, "item"))
        self.accept()
