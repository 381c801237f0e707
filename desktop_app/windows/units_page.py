"""Đơn vị & chỉ tiêu: the units this office follows; other views of them are further tabs."""

from typing import Any

from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.units_view import UnitsView


class UnitsPage(Page):
    """An office's units in a tab; ``add_view`` puts another view beside them."""

    help_subject = "units"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        title = QLabel(self.tr("Units and targets"))
        as_title(title)
        column.addWidget(title)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Units and targets"))
        self.view = UnitsView(context)
        self.view.said.connect(self.said)
        self.tabs.addTab(self.view, self.tr("&Units"))
        self.tabs.currentChanged.connect(lambda _place: self.refresh())
        column.addWidget(self.tabs, 1)
        self._show_tabs()

    def add_view(self, view: QWidget, title: str) -> None:
        """Put a view into a further tab; its ``refresh`` is called whenever it is shown."""
        self.tabs.addTab(view, title)
        self._show_tabs()

    def _show_tabs(self) -> None:
        self.tabs.tabBar().setVisible(self.tabs.count() > 1)

    def opened(self, **arguments: Any) -> None:
        """Show the units afresh; ``unit`` is the one to be chosen."""
        self.view.refresh(str(arguments.get("unit", "")))

    def refresh(self) -> None:
        shown: Any = self.tabs.currentWidget()
        shown.refresh()
