"""Where files go up: address, way of sending, token; tried out before anything is sent."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop_app.domain.numbers import size_text
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext

if TYPE_CHECKING:
    from desktop_app.services.portal_address import PortalAddress, Tried


class UploadAddressDialog(FormDialog):
    """Address and token as they were given by who runs the server."""

    help_subject = "portal-upload"

    def __init__(
        self, context: WindowContext, parent: QWidget, known: "PortalAddress | None"
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Where files go up"),
            self.tr(
                "Address and token are given by the office that runs the server. The token stays "
                "on this computer, in its keyring where there is one, never in the book."
            ),
            self.tr("&Keep"),
        )
        self._known = known
        self.address_edit = self.add_line(
            self.tr("&Address"), known.address if known else "", longest=2000
        )
        self.address_edit.setPlaceholderText("https://")
        self.way_box = self.add_choice(
            self.tr("&Way"),
            (
                ("tus", self.tr("tus: goes on after a break")),
                ("webdav", self.tr("WebDAV: begins anew after a break")),
            ),
            known.connector if known else "tus",
        )
        self.token_edit = self.add_line(self.tr("&Token"), longest=4000)
        self.token_edit.setEchoMode(QLineEdit.EchoMode.Password)
        if known is not None and known.has_token:
            self.token_edit.setPlaceholderText(self.tr("kept; leave empty to go on using it"))
        self.said = self.add_text("")
        self.said.hide()
        self.try_button = QPushButton(self.tr("T&ry the connection"))
        self.try_button.setAutoDefault(False)
        self.try_button.clicked.connect(self.try_it)
        self.forget_button = QPushButton(self.tr("&Forget the token"))
        self.forget_button.setAutoDefault(False)
        self.forget_button.setEnabled(known is not None and known.has_token)
        self.forget_button.clicked.connect(self.forget)
        self.foot.insertWidget(0, self.forget_button)
        self.foot.insertWidget(1, self.try_button)

    def work(self) -> Callable[[], Any]:
        """Keep what was entered."""
        from desktop_app.services import portal_address

        book = self.context.workspace
        address, way = self.address_edit.text(), str(self.way_box.currentData())
        token = self.token_edit.text().strip()

        def keep() -> "PortalAddress":
            kept = portal_address.set_portal_address(book, address, way)
            if token:
                portal_address.keep_token(book, kept.address, token)
            return kept

        return keep

    def try_it(self) -> None:
        """Keep it, then ask the server; the one request the dialog makes."""
        self.problem.hide()
        self.try_button.setEnabled(False)
        keep = self.work()
        self.context.tasks.start(
            self,
            lambda _step: keep(),
            on_success=self._ask,
            on_failure=self._not_tried,
        )

    def _ask(self, kept: "PortalAddress") -> None:
        from desktop_app.services.portal_address import try_address

        book = self.context.workspace
        self.context.tasks.network.start(
            self,
            lambda _step: try_address(book, kept.address, kept.connector),
            on_success=self._tried,
            on_failure=self._not_tried,
        )

    def _tried(self, tried: "Tried") -> None:
        self.try_button.setEnabled(True)
        text = self.tr("The server answers and takes files this way.")
        if tried.largest is not None:
            more = self.tr("Largest file: {size}.").format(size=size_text(tried.largest))
            text = f"{text} {more}"
        self.said.setText(text)
        tint(self.said, "green")
        self.said.show()

    def _not_tried(self, error: Any) -> None:
        self.try_button.setEnabled(True)
        self.said.hide()
        self._failed(error)

    def forget(self) -> None:
        """Take the token off this computer."""
        from desktop_app.services.portal_address import forget_token

        known, book = self._known, self.context.workspace
        if known is None:
            return

        def forgotten(_result: Any) -> None:
            self.forget_button.setEnabled(False)
            self.token_edit.setPlaceholderText("")
            self.said.setText(self.tr("The token is forgotten."))
            tint(self.said, "text")
            self.said.show()

        self.context.tasks.start(
            self,
            lambda _step: forget_token(book, known.address),
            on_success=forgotten,
            on_failure=self._failed,
        )
