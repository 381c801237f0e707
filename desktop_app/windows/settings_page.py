"""Cài đặt: the unit's name, how things look, where the data is."""

from typing import Any

from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.errors import AppError
from desktop_app.windows.designed.ui_settings_page import Ui_SettingsPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.preferences import Preferences, read_preferences, write_preferences
from desktop_app.windows.theme import apply_theme

SIZES = (80, 100, 115, 130, 150, 175, 200)


class SettingsPage(Page):
    """Changes settings; looks change at once, the language with the next start."""

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
        ):
            self._form.themeBox.addItem(name, code)
        self._form.languageBox.addItem("Tiếng Việt", "vi")
        self._form.languageBox.addItem("English", "en")
        self._form.saveButton.clicked.connect(self._save)
        self._form.protectButton.clicked.connect(self._protects)

    def opened(self, **_arguments: Any) -> None:
        from desktop_app.exchange.keys import fingerprint_of

        kept = read_preferences(self.workspace.folder)
        self._form.nameEdit.setText(self.workspace.own.name)
        self._form.sizeBox.setCurrentIndex(self._form.sizeBox.findData(kept.text_percent))
        self._form.themeBox.setCurrentIndex(self._form.themeBox.findData(kept.theme))
        self._form.languageBox.setCurrentIndex(self._form.languageBox.findData(kept.language))
        self._form.folderEdit.setText(str(self.workspace.folder))
        self._form.wordsEdit.setText(fingerprint_of(self.workspace.keys.public.sign))
        self._form.savedLabel.setText("")

    def _save(self) -> None:
        from desktop_app.services.setup import rename_own

        try:
            if self._form.nameEdit.text() != self.workspace.own.name:
                rename_own(self.workspace, self._form.nameEdit.text())
        except AppError as error:
            self.context.tell(error)
            return
        kept = Preferences(
            self._form.languageBox.currentData(),
            self._form.themeBox.currentData(),
            self._form.sizeBox.currentData(),
        )
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

    def _protects(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("What this program protects, and what not"))
        box.setText(
            self.tr(
                "Protected: a bundle on a stick is sealed, only the officer and the level above "
                "can open it; a changed or damaged bundle is noticed; nothing is sent over a "
                "network.\n\n"
                "Not protected: whoever can use this computer can read the book; a bundle "
                "exported unsealed can be read by anyone; papers once printed or handed over "
                "cannot be called back."
            )
        )
        box.open()
