"""Cài đặt: the unit's name, how things look, where the data is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.errors import AppError
from desktop_app.services import watching
from desktop_app.services.printed_facts import RUBRIC_SETTING, USUAL_RUBRIC, rubrics
from desktop_app.windows.designed.ui_settings_page import Ui_SettingsPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.preferences import read_preferences, write_preferences
from desktop_app.windows.settings_parts import PartsBox
from desktop_app.windows.theme import apply_theme

SIZES = (80, 100, 115, 130, 150, 175, 200)


class SettingsPage(Page):
    """Changes settings; looks change at once, the language with the next start."""

    help_subject = "settings"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_SettingsPage()
        self._form.setupUi(self)
        as_title(self._form.title)
        for size in SIZES:
            self._form.sizeBox.addItem(f"{size} %", size)
        for name, code in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("Much contrast"), "contrast"),
        ):
            self._form.themeBox.addItem(name, code)
        self._form.languageBox.addItem("Tiếng Việt", "vi")
        self._form.languageBox.addItem("English", "en")
        for name, title in rubrics().items():
            self._form.rubricBox.addItem(title, name)
        self._form.saveButton.clicked.connect(self._save)
        self._form.protectButton.clicked.connect(lambda: self.context.show_help("protects"))
        self._form.watchButton.clicked.connect(self._choose_watched)
        self._form.unwatchButton.clicked.connect(lambda: self.watch(None))
        self._form.keyButton.clicked.connect(self._open_key)
        self.parts = PartsBox(context, self.workspace.own.role, self.opened, self)
        self._form.parts.addWidget(self.parts)
        # With the other parts: below them it would take the room of the fields at large text.
        self._form.parts.addWidget(self._form.protectButton, 0, Qt.AlignmentFlag.AlignLeft)

    def opened(self, **arguments: Any) -> None:
        kept = read_preferences(self.workspace.folder)
        self._form.nameEdit.setText(self.workspace.own.name)
        self._form.sizeBox.setCurrentIndex(self._form.sizeBox.findData(kept.text_percent))
        self._form.themeBox.setCurrentIndex(self._form.themeBox.findData(kept.theme))
        self._form.languageBox.setCurrentIndex(self._form.languageBox.findData(kept.language))
        self._form.folderEdit.setText(str(self.workspace.folder))
        self._form.wordsEdit.setText(self._words())
        rubric = self.workspace.setting(RUBRIC_SETTING, USUAL_RUBRIC)
        self._form.rubricBox.setCurrentIndex(max(0, self._form.rubricBox.findData(rubric)))
        self._form.shareBox.setValue(int(self.workspace.setting("least_share", 0)))
        self._form.originalsBox.setChecked(bool(self.workspace.setting("keep_originals", False)))
        self._form.savedLabel.setText("")
        self._tell_watched()
        if "part" in arguments:
            self.parts.buttons[arguments["part"]].click()

    def _words(self) -> str:
        """Return the key in four words; none while it cannot be read and is to be restored."""
        from desktop_app.exchange.keys import fingerprint_of

        try:
            return fingerprint_of(self.workspace.keys.public.sign)
        except AppError:
            return ""

    def _choose_watched(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder to watch"))
        if folder:
            self.watch(Path(folder))

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none."""
        watching.watch_folder(self.workspace, folder)
        self._tell_watched()

    def _tell_watched(self) -> None:
        folder = watching.watched_folder(self.workspace)
        self._form.watchEdit.setText(str(folder) if folder else self.tr("none"))
        self._form.unwatchButton.setEnabled(folder is not None)

    def _save(self) -> None:
        from desktop_app.services.setup import rename_own

        try:
            if self._form.nameEdit.text() != self.workspace.own.name:
                rename_own(self.workspace, self._form.nameEdit.text())
        except AppError as error:
            self.context.tell(error)
            return
        kept = replace(
            read_preferences(self.workspace.folder),
            language=self._form.languageBox.currentData(),
            theme=self._form.themeBox.currentData(),
            text_percent=self._form.sizeBox.currentData(),
        )
        for name, value in (
            (RUBRIC_SETTING, self._form.rubricBox.currentData()),
            ("least_share", self._form.shareBox.value() or None),
            ("keep_originals", self._form.originalsBox.isChecked() or None),
        ):
            self.workspace.set_setting(name, value)
        changed_language = kept.language != self.context.language
        write_preferences(self.workspace.folder, kept)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, kept.theme, kept.text_percent)
        self._form.savedLabel.setText(
            self.tr("Saved. The language changes with the next start.")
            if changed_language
            else self.tr("Saved.")
        )

    def _open_key(self) -> None:
        from desktop_app.windows.key_backup_dialog import KeyBackupDialog

        dialog = KeyBackupDialog(self.context, self)
        dialog.changed.connect(self.opened)
        dialog.open()
