"""A line to one server: HTTP requests, one after another, that can be cut from outside.

No redirects, no cookies, nothing unpacked, answers read up to a limit. The proxy is the system's
(on Windows its registry), certificates are checked against the system's store.
"""

import base64
import contextlib
import http.client
import socket
import ssl
import threading
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from desktop_app import __version__
from desktop_app.errors import Cancelled
from desktop_app.exchange.upload.addresses import Address
from desktop_app.exchange.upload.troubles import Answer, Interrupted

_SECONDS_TO_CONNECT = 10
_SECONDS_TO_ANSWER = 60
_SMALL = 64 * 1024
_CHUNK = 64 * 1024
_LOOK_EVERY = 0.2


class Line:
    """A connection to the server of an address; made when first needed, and again after a break.

    ``should_stop`` is looked at all the time, also while nothing comes: then the line is cut and
    what was under way raises Cancelled. ``token`` goes with every request, to this server only.
    """

    def __init__(
        self, address: Address, token: str = "", should_stop: Callable[[], bool] = lambda: False
    ) -> None:
        self.address = address
        self._token = token
        self._should_stop = should_stop
        self._connection: http.client.HTTPConnection | None = None
        self._ended = threading.Event()
        threading.Thread(target=self._watch, name="line", daemon=True).start()

    @property
    def host(self) -> str:
        """Whom it speaks to, to be shown."""
        return self.address.host

    def request(
        self,
        method: str,
        place: Address,
        headers: Mapping[str, str] | None = None,
        body: Iterable[bytes] | bytes = b"",
        length: int = 0,
    ) -> Answer:
        """Ask for something and return the answer without its content.

        Raises Interrupted when the line breaks: SSK-923, SSK-924 for a certificate that is not
        trusted, SSK-937 for the proxy; Cancelled when it should stop.
        """
        with self._told():
            response = self._send(method, place, headers or {}, body, length)
            self._read_away(response)
            return _answer(response)

    def fetch(
        self,
        place: Address,
        headers: Mapping[str, str],
        take: Callable[[Answer], Callable[[bytes], bool] | None],
    ) -> Answer:
        """Ask for content. ``take`` sees the answer and returns who is given the pieces, or None.

        Who is given the pieces returns False when they have seen enough. Raises as ``request``.
        """
        with self._told():
            response = self._send("GET", place, headers, b"", 0)
            answer = _answer(response)
            given = take(answer)
            if given is None:
                self._read_away(response)
                return answer
            while piece := response.read(_CHUNK):
                if not given(piece):
                    self.close()
                    return answer
            if response.length:  # it ended before what it had promised
                raise http.client.IncompleteRead(b"", response.length)
            if response.will_close:
                self.close()
            return answer

    def close(self) -> None:
        """Let go of the connection; the next request makes another one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def end(self) -> None:
        """Let go of it for good."""
        self._ended.set()
        self.close()

    # Asking

    def _send(
        self,
        method: str,
        place: Address,
        headers: Mapping[str, str],
        body: Iterable[bytes] | bytes,
        length: int,
    ) -> http.client.HTTPResponse:
        if place.origin != self.address.origin:
            raise ValueError("a line leads to one server")
        self._check_stop()
        if self._connection is None:
            self._connection = _connection_to(self.address)
            self._connection.connect()
            self._connection.sock.settimeout(_SECONDS_TO_ANSWER)
        whole = {
            "User-Agent": f"so-sang-kien/{__version__}",
            "Accept-Encoding": "identity",
            **self._allowed(),
            **headers,
        }
        if length or method in ("POST", "PUT", "PATCH"):
            whole["Content-Length"] = str(length)
        broken: OSError | None = None
        try:
            self._connection.request(method, place.path, body or None, whole)
        except ssl.SSLCertVerificationError:
            raise
        except OSError as error:
            # A server that has heard enough answers and hangs up; its answer may still be there.
            if self._connection.sock is None or self._should_stop():
                raise
            broken = error
        try:
            return self._connection.getresponse()
        except (OSError, http.client.HTTPException):
            if broken is not None:
                raise broken from None
            raise

    def _allowed(self) -> dict[str, str]:
        """Return how the token is shown: "name:password" as such, everything else as a bearer's."""
        if not self._token:
            return {}
        if ":" in self._token:
            written = base64.b64encode(self._token.encode("utf-8")).decode("ascii")
            return {"Authorization": f"Basic {written}"}
        return {"Authorization": f"Bearer {self._token}"}

    def _read_away(self, response: http.client.HTTPResponse) -> None:
        """Read a small answer to its end, so that the connection can be used again."""
        response.read(_SMALL)
        if not response.isclosed() or response.will_close:
            self.close()

    # Stopping

    def _watch(self) -> None:
        """Cut the line when it should stop: a system call that waits is woken by that alone."""
        while not self._ended.wait(_LOOK_EVERY):
            if self._should_stop():
                connection = self._connection
                sock = connection.sock if connection is not None else None
                if sock is not None:
                    with contextlib.suppress(OSError):
                        sock.shutdown(socket.SHUT_RDWR)

    def _check_stop(self) -> None:
        if self._should_stop():
            self.close()
            raise Cancelled

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what can happen on a line into told errors; after any of them it is closed."""
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise Interrupted(
                "SSK-924", lasting=True, host=self.host, cause=error.verify_message
            ) from error
        except (OSError, http.client.HTTPException) as error:
            self.close()
            self._check_stop()
            if str(error).startswith("Tunnel connection failed"):
                raise Interrupted("SSK-937", host=self.host, cause=str(error)[:80]) from error
            raise Interrupted("SSK-923", host=self.host) from error
        except BaseException:
            self.close()
            raise


def _connection_to(address: Address) -> http.client.HTTPConnection:
    """Return a connection, through the system's proxy where it has one for that server.

    Without encryption only this computer is spoken to, never by a proxy.
    """
    if address.scheme == "http":
        return http.client.HTTPConnection(address.host, address.port, timeout=_SECONDS_TO_CONNECT)
    context = ssl.create_default_context()
    proxies = urllib.request.getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if not proxy or urllib.request.proxy_bypass(address.host):
        return http.client.HTTPSConnection(
            address.host, address.port, timeout=_SECONDS_TO_CONNECT, context=context
        )
    try:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        host, port = parts.hostname, parts.port or 8080
    except ValueError:
        host, port, parts = None, 0, urlsplit("")
    if parts.scheme != "http" or not host:
        raise Interrupted("SSK-937", lasting=True, host=address.host, cause="")
    connection = http.client.HTTPSConnection(
        host, port, timeout=_SECONDS_TO_CONNECT, context=context
    )
    headers = {}
    if parts.username is not None:
        written = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        headers["Proxy-Authorization"] = f"Basic {base64.b64encode(written).decode('ascii')}"
    connection.set_tunnel(address.host, address.port, headers)
    return connection


def _answer(response: http.client.HTTPResponse) -> Answer:
    return Answer(response.status, {name.lower(): text for name, text in response.getheaders()})
