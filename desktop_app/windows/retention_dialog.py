"""How long people's data is kept: the rule, what is due, and its end on a button."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from desktop_app.errors import AppError
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.telling import ask
from desktop_app.windows.working import Working


class RetentionDialog(ListDialog):
    """Switches the rule on or off and lists the dossiers whose time is over."""

    help_subject = "retention"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("Dossier"), lambda row: row.code, width=11),
            Column(self.tr("Title"), lambda row: row.title, stretch=True),
            Column(self.tr("Last result"), lambda row: f"{row.result_on:%d/%m/%Y}", width=8),
            Column(self.tr("Due"), lambda row: f"{row.due_on:%d/%m/%Y}", width=8),
        )
        super().__init__(
            context,
            parent,
            self.tr("Time to keep people’s data"),
            self.tr(
                "So many months after the last result of the portal people are taken out of a "
                "dossier: names, birth dates, workplaces. The dossier, its figures and shares stay."
            ),
            columns,
            size=(62, 38),
        )
        self.on_box = QCheckBox(self.tr("&Keep people’s data for"))
        self.months_box = QSpinBox()
        self.months_box.setAccessibleName(self.tr("Months to keep"))
        self.months_box.setSuffix(self.tr(" months"))
        self.save_button = QPushButton(self.tr("&Save"))
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save)
        self.on_box.toggled.connect(self.months_box.setEnabled)
        line = QHBoxLayout()
        line.addWidget(self.on_box)
        line.addWidget(self.months_box)
        line.addWidget(self.save_button)
        line.addStretch(1)
        self.above.addLayout(line)
        self.source = QLabel()
        self.source.setWordWrap(True)
        tint(self.source, "quiet")
        self.above.addWidget(self.source)
        self.working = Working(context, self)
        self.above.addWidget(self.working)
        self.apply_button = self.add_button(
            self.tr("&Take people out of all of these…"),
            self.apply,
            allowed=lambda row: row is not None and not self.working.busy,
        )
        self.rows: tuple[Any, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read the rule and what is due."""
        from desktop_app.services import retention

        book = self.context.workspace
        self.context.tasks.start(
            self,
            lambda _step: (retention.rule(book), retention.due(book)),
            on_success=lambda both: self._show(*both),
        )

    def _show(self, rule: Any, due: tuple[Any, ...]) -> None:
        self.months_box.setRange(rule.least, rule.most)
        self.months_box.setValue(rule.months or rule.suggested)
        self.on_box.setChecked(rule.months is not None)
        self.months_box.setEnabled(rule.months is not None)
        text = self.tr("Suggested: {months} months; {source}.")
        source = rule.source[self.context.language]
        self.source.setText(text.format(months=rule.suggested, source=source))
        self.empty.setText(
            self.tr("Nothing is due.") if rule.months else self.tr("The rule is switched off.")
        )
        self.rows = due
        self.show_rows(due)

    def save(self) -> None:
        """Keep the rule; nothing is taken out by that."""
        from desktop_app.services import retention

        months = self.months_box.value() if self.on_box.isChecked() else None
        try:
            retention.set_rule(self.context.workspace, months)
        except AppError as error:
            self.context.tell(error)
        self.refresh()

    def apply(self) -> None:
        """Ask, then take people out of everything that is listed."""
        from desktop_app.services import retention

        text = self.tr(
            "People are taken out of {number} dossiers, also in the backups of this computer. "
            "It cannot be taken back."
        )
        if not ask(self, text.format(number=len(self.rows)), self.tr("Take them out")):
            return
        book, ids = self.context.workspace, tuple(row.id for row in self.rows)
        self.working.run(
            self.tr("Taking people out…"),
            lambda step: retention.apply(book, ids, step),
            on_success=lambda _done: self.refresh(),
            on_failure=self.context.tell,
        )
