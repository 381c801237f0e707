"""Where the central system takes files over the network: address, way of sending, token."""

from dataclasses import dataclass

from desktop_app.errors import BadInput
from desktop_app.exchange.upload import tokens
from desktop_app.exchange.upload.addresses import Address, read_address
from desktop_app.exchange.upload.connector import CONNECTORS, connector_for
from desktop_app.exchange.upload.line import Line
from desktop_app.exchange.upload.tokens import TokenPlace
from desktop_app.services.officers import allowed
from desktop_app.storage import audit
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Workspace

_SETTING = "portal_upload"


@dataclass(frozen=True)
class PortalAddress:
    """Where files go up: ``connector`` is tus or webdav; ``has_token`` on this computer."""

    address: str
    connector: str
    has_token: bool


@dataclass(frozen=True)
class Tried:
    """A server that answered; ``largest`` is the largest file it takes, None when unsaid."""

    address: str
    connector: str
    largest: int | None


def portal_address(workspace: Workspace) -> PortalAddress | None:
    """Return where the office's files go up, None while nobody said."""
    kept = workspace.setting(_SETTING)
    if not kept:
        return None
    address = read_address(kept["address"])
    return PortalAddress(
        address.url, kept["connector"], tokens.has_token(token_place(workspace), address)
    )


@allowed("export")
def set_portal_address(workspace: Workspace, address: str, connector: str = "tus") -> PortalAddress:
    """Keep where the office's files go up; nothing is sent.

    Raises BadInput SSK-920 for what is no address, SSK-921 for one without encryption, SSK-928
    for an unknown way of sending.
    """
    wanted = read_address(address)
    connector = check_connector(connector, wanted)
    now = workspace.now()
    with workspace.database.write() as session:
        write_setting(session, _SETTING, {"address": wanted.url, "connector": connector})
        audit.note(session, now, "upload address", host=wanted.host, connector=connector)
    return PortalAddress(wanted.url, connector, tokens.has_token(token_place(workspace), wanted))


@allowed("export")
def forget_portal_address(workspace: Workspace) -> None:
    """Forget where files go up, and the token with it."""
    kept = portal_address(workspace)
    if kept is not None:
        forget_token(workspace, kept.address)
        workspace.set_setting(_SETTING, None)


def try_address(workspace: Workspace, address: str, connector: str = "tus") -> Tried:
    """Ask the server whether it takes files this way, with the token kept for it.

    Raises what sending raises: SSK-923 to SSK-925, SSK-927, SSK-928, SSK-937.
    """
    wanted = read_address(address)
    line = Line(wanted, token_of(workspace, wanted))
    try:
        limits = connector_for(connector, line).limits()
    finally:
        line.end()
    return Tried(wanted.url, connector, limits.largest)


def check_connector(name: str, address: Address) -> str:
    """Return a way of sending that is known. Raises BadInput SSK-928."""
    if name not in CONNECTORS:
        raise BadInput("SSK-928", host=address.host)
    return name


# The token, on this computer only


def token_place(workspace: Workspace) -> TokenPlace:
    """Where the tokens of this data folder are kept."""
    places = workspace.key_places
    return TokenPlace(places.folder, places.identity, places.wrapping)


def keep_token(workspace: Workspace, address: str, token: str) -> None:
    """Keep the token of an address, in the keyring where there is one.

    Raises BadInput SSK-939 for what cannot be one, Failed SSK-933 when it cannot be kept.
    """
    tokens.keep_token(token_place(workspace), read_address(address), token)


def forget_token(workspace: Workspace, address: str) -> None:
    """Forget the token of an address. Raises Failed SSK-933."""
    tokens.forget_token(token_place(workspace), read_address(address))


def token_of(workspace: Workspace, address: Address) -> str:
    """Return the token of an address, "" without one. Raises Failed SSK-933."""
    return tokens.token_of(token_place(workspace), address)
