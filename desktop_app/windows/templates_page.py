"""Mẫu: the templates known here, and adding one."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout

from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, prepare


@dataclass(frozen=True)
class _Row:
    id: str
    template: Any


class TemplatesPage(Page):
    """Lists templates with their documents."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        title = QLabel(self.tr("Templates"))
        as_title(title)
        column.addWidget(title)
        explain = QLabel(
            self.tr("A template is one form and the Word documents filled from its answers.")
        )
        explain.setWordWrap(True)
        column.addWidget(explain)
        self._table = QTableView()
        self._table.setAccessibleName(self.tr("Templates"))
        language = context.language
        columns = (
            Column(
                self.tr("Template"),
                lambda row: row.template.titles.get(language) or row.template.id,
                stretch=True,
            ),
            Column(self.tr("Version"), lambda row: row.template.version, width=6),
            Column(self.tr("Documents"), lambda row: ", ".join(row.template.documents), width=18),
            Column(self.tr("Drafts"), lambda row: str(row.template.drafts), width=5),
        )
        self._model = RowsModel(columns)
        prepare(self._table, self._model, columns)
        column.addWidget(self._table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        add = QPushButton(self.tr("Add a template…"))
        add.setProperty("primary", True)
        add.clicked.connect(self._add)
        foot.addWidget(add)
        column.addLayout(foot)

    def opened(self, **_arguments: Any) -> None:
        from desktop_app.services.templates import list_templates

        rows = list_templates(self.workspace)
        self._model.show([_Row(f"{row.id}@{row.version}", row) for row in rows])

    def _add(self) -> None:
        from desktop_app.services.templates import add_pack

        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Add a template"), "", self.tr("Template packs (*.zip)")
        )
        if path:
            self.context.tasks.start(
                self,
                lambda _step: add_pack(self.workspace, Path(path)),
                on_success=lambda _row: self.opened(),
            )
