"""What Lên cổng opens beside its list: one button each in the head of the page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.windows.page import WindowContext


@dataclass(frozen=True)
class Tool:
    """A button of the page's head and the dialog it makes."""

    name: str
    text: str
    make: Callable[[WindowContext, QWidget], QDialog]


def _mapping(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.portal_mapping_dialog import PortalMappingDialog

    return PortalMappingDialog(context, parent)


def _folder(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.portal_folder_dialog import PortalFolderDialog

    return PortalFolderDialog(context, parent)


def _answers(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.portal_answers_dialog import PortalAnswersDialog

    return PortalAnswersDialog(context, parent)


def _upload(context: WindowContext, parent: QWidget) -> QDialog:
    from desktop_app.windows.upload_dialog import UploadDialog

    return UploadDialog(context, parent)


TOOLS: tuple[Tool, ...] = (
    Tool("mapping", str(QT_TRANSLATE_NOOP("PortalTools", "&Mapping…")), _mapping),
    Tool("folder", str(QT_TRANSLATE_NOOP("PortalTools", "By &file…")), _folder),
    Tool("answers", str(QT_TRANSLATE_NOOP("PortalTools", "&Answers…")), _answers),
    Tool("upload", str(QT_TRANSLATE_NOOP("PortalTools", "Send over the &network…")), _upload),
)
