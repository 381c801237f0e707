"""Addresses files are sent to: encrypted ones, and what a server may point at from there."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from desktop_app.errors import BadInput
from desktop_app.exchange.upload.troubles import Refused

_SAFE = "/%:@!$&'()*+,;=~-._"
_LONGEST = 2000


@dataclass(frozen=True)
class Address:
    """A place on a server, taken apart; ``host`` and ``path`` as they go over the line."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """Whose server it is: nothing is ever sent to another."""
        return self.scheme, self.host, self.port

    @property
    def url(self) -> str:
        """The whole address."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"https": 443, "http": 80}[self.scheme]
        port = "" if self.port == usual else f":{self.port}"
        return f"{self.scheme}://{shown}{port}{self.path}"


def read_address(text: str) -> Address:
    """Return an address as a person typed it.

    Raises BadInput SSK-920 for what is none, or names a user in it; SSK-921 for one that is not
    encrypted, unless it is on this computer.
    """
    text = text.strip()
    try:
        address = _split(text)
    except ValueError as error:
        raise BadInput("SSK-920", address=_without_user(text)) from error
    if address.scheme == "http" and not _is_here(address.host):
        raise BadInput("SSK-921", address=address.url)
    return address


def within(address: Address, place: str) -> Address:
    """Return a place the server named, taken from an address.

    Raises Refused SSK-930 when it lies on another server: the token is not for that one.
    """
    try:
        named = _split(urljoin(address.url, place.strip()))
    except ValueError as error:
        raise Refused("SSK-930", host=address.host, place=place[:80]) from error
    if named.origin != address.origin:
        raise Refused("SSK-930", host=address.host, place=named.host)
    return named


def below(address: Address, name: str) -> Address:
    """Return the address of a file in the folder an address names."""
    folder = address.path.partition("?")[0].rstrip("/")
    return Address(address.scheme, address.host, address.port, f"{folder}/{quote(name, safe='')}")


def _split(text: str) -> Address:
    """Take an address apart. Raises ValueError."""
    if not text or len(text) > _LONGEST or any(ord(letter) < 33 for letter in text):
        raise ValueError("no address")
    parts = urlsplit(text)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise ValueError("no address")
    if "@" in parts.netloc or parts.fragment:
        raise ValueError("a user or a place in the page")
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    port = parts.port or {"https": 443, "http": 80}[parts.scheme]
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE + "?")
    return Address(parts.scheme, host, port, path)


def _without_user(text: str) -> str:
    """Return what was typed without a password that may stand in it."""
    before, at, after = text[:200].rpartition("@")
    return f"{before.partition('//')[0]}//…{at}{after}" if at else text[:200]


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
