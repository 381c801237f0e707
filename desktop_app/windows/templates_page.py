"""Mẫu: the templates known here; one of them shown; adding, exporting to edit, withdrawing."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QListWidgetItem

from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.windows.designed.ui_templates_page import Ui_TemplatesPage
from desktop_app.windows.icons import icon
from desktop_app.windows.link_button import LinkButton
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.theme import QUESTION, em, scaled_font, tokens
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.template_moves import Offer
    from desktop_app.windows.template_detail import Entry

_FORM = "form.xlsx"


class TemplatesPage(Page):
    """Lists templates and shows one; everything that takes long runs beside the window."""

    help_subject = "templates"

    def __init__(self, context: WindowContext) -> None:
        from desktop_app.windows.template_detail import TemplateDetail

        super().__init__(context)
        self._entries: dict[str, Entry] = {}
        self._candidate: Entry | None = None
        self._offers: Sequence[Offer] = ()
        self._form = form = Ui_TemplatesPage()
        form.setupUi(self)
        as_title(form.title)
        form.emptyTitle.setFont(scaled_font(QUESTION, bold=True))
        tint(form.dropHint, "quiet")
        self._offer_link = LinkButton()
        self._offer_link.clicked.connect(self.show_offers)
        form.offersPlace.addWidget(self._offer_link)
        self.working = Working(context)
        form.workingPlace.addWidget(self.working)
        form.problem.hide()
        form.list.setIconSize(QSize(em(1.1), em(1.1)))
        soften(form.list)
        self.detail = TemplateDetail(form, self, context)
        self.setAcceptDrops(True)
        form.list.currentRowChanged.connect(lambda _row: self._show_entry())
        form.addButton.clicked.connect(self._choose)
        form.exportButton.clicked.connect(self._choose_folder)
        form.withdrawButton.clicked.connect(self.withdraw)
        form.againButton.clicked.connect(self._again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        form, narrow = self._form, self.width() < em(48)
        form.list.setFixedWidth(em(9.5) if narrow else em(17))
        # With large text the template itself needs the room; the hints are the first to go.
        for hint in (form.intro, form.factsLabel, form.tryLabel, form.dropHint):
            hint.setVisible(not narrow)

    # The list

    def opened(self, **arguments: Any) -> None:
        """Show the templates afresh; ``template`` is the id@version to begin with."""
        from desktop_app.services.template_moves import offers
        from desktop_app.services.templates import list_templates
        from desktop_app.windows.template_detail import Entry

        current = self._current
        chosen = arguments.get("template") or (current.key if current else "")
        known, self._entries = self._entries, {}
        if self._candidate is not None:
            self._entries[self._candidate.key] = self._candidate
        for row in list_templates(self.workspace):
            entry = known.get(f"{row.id}@{row.version}") or Entry()
            entry.row = row
            self._entries[entry.key] = entry
        form, keys = self._form, list(self._entries)
        form.list.blockSignals(True)
        form.list.clear()
        for entry in self._entries.values():
            form.list.addItem(self._item(entry))
        form.list.setCurrentRow(keys.index(chosen) if chosen in keys else 0)
        form.list.blockSignals(False)
        form.stack.setCurrentWidget(form.deskPart if keys else form.emptyPart)
        form.exportButton.setVisible(bool(keys))
        self._offers = offers(self.workspace)
        text = self.tr("{number} drafts use an older template  ›").format(number=len(self._offers))
        self._offer_link.say(text)
        self._offer_link.setVisible(bool(self._offers))
        self._show_entry()
        (form.list if keys else form.addButton).setFocus()

    @property
    def _current(self) -> "Entry | None":
        item = self._form.list.currentItem()
        return self._entries.get(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _item(self, entry: "Entry") -> QListWidgetItem:
        row = entry.row
        facts, picture, colour = [self.tr("not added yet")], "alert", "amber"
        if row is not None:
            facts = [self.tr("version {version}").format(version=row.version)]
            picture, colour = "templates", "accent"
            if row.drafts:
                facts.append(self.tr("{number} drafts").format(number=row.drafts))
            if row.withdrawn:
                facts.append(self.tr("no longer in use"))
                picture, colour = "circle", "quiet"
        text = f"{entry.name(self.context.language)}\n{' · '.join(facts)}"
        item = QListWidgetItem(icon(picture, getattr(tokens(), colour), 24), text)
        item.setData(Qt.ItemDataRole.UserRole, entry.key)
        return item

    def _show_entry(self) -> None:
        entry = self._current
        if entry is not None:
            self._form.exportButton.setEnabled(entry.row is not None)
            self.detail.show(entry)

    # Adding

    def _choose(self) -> None:
        """Ask for a ZIP, or for the form inside a folder: one dialog finds both."""
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a zip file, or form.xlsx inside the template's folder"),
            "",
            self.tr("Templates (*.zip form.xlsx)"),
        )
        if path:
            self.add(Path(path))

    def _again(self) -> None:
        if self._candidate is not None and self._candidate.path is not None:
            self.add(self._candidate.path)

    def add(self, path: Path) -> None:
        """Check a folder or a ZIP and add it when nothing stands against it."""
        from desktop_app.services.templates import add_if_usable

        if self.working.busy:
            return
        chosen = path.parent if path.name.lower() == _FORM else path
        self._form.problem.hide()
        self.working.run(
            self.tr("Checking “{name}”…").format(name=chosen.name),
            lambda _step: add_if_usable(self.workspace, chosen),
            on_success=lambda found: self._added(chosen, *found),
            on_failure=self._fail,
        )

    def _added(self, path: Path, check: Any, row: Any) -> None:
        from desktop_app.windows.template_detail import Entry

        self._form.tabs.setCurrentWidget(self._form.checkPart)
        if row is None:
            self._candidate = Entry(path=path, check=check)
            self.opened(template=self._candidate.key)
            self._form.findings.setFocus()
            return
        self._candidate = None
        self.opened(template=f"{row.id}@{row.version}")
        text = self.tr("Template added: {name}, version {version}")
        self._say(text.format(name=row.titles.get("vi") or row.id, version=row.version), "green")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(_is_pack(path) for path in _paths(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = next((path for path in _paths(event) if _is_pack(path)), None)
        if found is not None:
            event.acceptProposedAction()
            self.add(found)

    # Exporting and withdrawing

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write the template"))
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> None:
        """Write the chosen template into a new folder inside this one, to be edited."""
        from desktop_app.services.template_starter import export_starter

        entry = self._current
        if entry is None or entry.row is None or self.working.busy:
            return
        chosen = (entry.row.id, entry.row.version)
        self._form.problem.hide()
        self.working.run(
            self.tr("Writing the template into {folder}").format(folder=folder),
            lambda step: export_starter(self.workspace, folder, chosen, step=step),
            on_success=self._exported,
            on_failure=self._fail,
            in_files=True,
        )

    def _exported(self, folder: Path) -> None:
        text = self.tr("Written into {folder}. Edit it in Excel and Word, then add it here.")
        self._say(text.format(folder=folder), "green")

    def withdraw(self) -> None:
        """Offer the chosen version no longer to new reports, or again; dismiss what was no use."""
        from desktop_app.services import templates

        entry = self._current
        if entry is None:
            return
        if entry.row is None:
            self._candidate = None
            self.opened()
            return
        row = entry.row
        try:
            templates.withdraw(self.workspace, row.id, row.version, again=row.withdrawn)
        except AppError as error:
            self._fail(error)
            return
        self.opened()
        text = (
            self.tr("Version {version} is offered to new reports again.")
            if row.withdrawn
            else self.tr("Version {version} is offered no longer. Drafts keep it.")
        )
        self._say(text.format(version=row.version), "green")
        self._form.withdrawButton.setFocus()

    # Newer versions

    def show_offers(self) -> None:
        """Show what a newer template would change for the drafts that have an older one."""
        from desktop_app.windows.template_offer_dialog import TemplateOfferDialog

        if self._offers:
            dialog = TemplateOfferDialog(self, self.context, self._offers)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(lambda _code: self.opened())
            dialog.open()

    # Saying

    def _fail(self, error: AppError) -> None:
        colour = "text" if isinstance(error, Cancelled) else "red"
        self._say(told(error, self.context.language), colour)

    def _say(self, text: str, colour: str) -> None:
        self._form.problem.setText(text)
        tint(self._form.problem, colour)
        self._form.problem.show()


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _is_pack(path: Path) -> bool:
    """Return whether a dropped thing looks like a template; bundles go to the window."""
    return path.is_dir() or path.suffix.lower() == ".zip" or path.name.lower() == _FORM
