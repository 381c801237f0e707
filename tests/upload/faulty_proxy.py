"""A proxy between us and a server that lets something go wrong at every n-th request."""

import base64
import contextlib
import hashlib
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


Answer = tuple[int, list[tuple[str, str]], bytes]
_PER_HOP = ("connection", "keep-alive", "transfer-encoding", "date", "server")


@dataclass
class FaultyProxy:
    """``every`` 0 lets everything through; ``fault`` names what happens to every n-th request.

    refuse, cut (in the middle of what is sent), mute (done, but no answer), hang (done, answered
    never), late (the request arrives after the next one), twice (it arrives twice), flip (a byte
    of what is sent changes), half (the answer ends in its middle), or a status. ``checks`` adds
    the checksum extension of tus, which the server from npm does not have. With a ``certificate``
    it is spoken to by TLS.
    """

    port: int
    every: int = 0
    fault: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    checks: bool = False
    count: int = 0
    struck: int = 0
    seen: list[str] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    certificate: Path | None = None
    change: Callable[[Request, Answer], Answer] | None = None

    def __post_init__(self) -> None:
        proxy = self
        self._late: list[Request] = []
        self._lock = threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_one_request(self) -> None:
                with contextlib.suppress(OSError):
                    super().handle_one_request()
                    return
                self.close_connection = True

            def log_message(self, *_given: Any) -> None:
                pass

            def __getattr__(self, name: str) -> Any:
                if name.startswith("do_"):
                    return lambda: proxy._handle(self)
                raise AttributeError(name)

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Handler)
        if self.certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.own_port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def url(self, path: str = "/files/") -> str:
        return f"http://127.0.0.1:{self.own_port}{path}"

    def strike(self, fault: str, every: int) -> None:
        """From now on every n-th request goes wrong."""
        self.fault, self.every, self.count, self.struck = fault, every, 0, 0
        self.seen.clear()
        self.asked.clear()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    # Handling

    def _handle(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.count += 1
            hit = bool(self.every) and self.count % self.every == 0
            self.struck += hit
            self.seen.append(handler.command)
            self.asked.append(dict(handler.headers))
        length = int(handler.headers.get("Content-Length") or 0)
        fault = self.fault if hit else ""
        if fault == "refuse":
            self._hang_up(handler)
            return
        if fault == "cut" and length:
            self._cut(handler, length)
            return
        body = handler.rfile.read(length)
        request = Request(handler.command, handler.path, dict(handler.headers), body)
        if fault.isdigit():
            headers = [("Content-Length", "5"), *self.headers.items()]
            self._answer(handler, (int(fault), headers, b"error"))
            return
        if fault == "late":
            self._late.append(request)
            self._hang_up(handler)
            return
        if fault == "flip" and body and request.method in ("PATCH", "PUT"):
            request.body = bytes([body[0] ^ 1]) + body[1:]
        if self.checks and request.method == "PATCH":
            algorithm, _, given = request.headers["Upload-Checksum"].partition(" ")
            digest = hashlib.new(algorithm, request.body).digest()
            if base64.b64decode(given) != digest:
                self._answer(handler, (460, [], b""))
                return
        answer = self._forward(request)
        if self.checks and request.method == "OPTIONS":
            status, headers, content = answer
            headers = [
                (n, f"{v},checksum" if n.lower() == "tus-extension" else v) for n, v in headers
            ]
            answer = status, [*headers, ("Tus-Checksum-Algorithm", "md5,sha1,sha256")], content
        if fault == "twice":
            self._forward(request)
        if fault in ("mute", "cut"):
            self._hang_up(handler)
            return
        if fault == "hang":
            with contextlib.suppress(OSError):
                handler.connection.recv(1)  # until the other side has waited long enough
            handler.close_connection = True
            return
        if self.change is not None:
            answer = self.change(request, answer)
        self._answer(handler, answer, half=fault == "half")
        while self._late and not hit:
            self._forward(self._late.pop(0))

    def _forward(self, request: Request) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest(request.method, request.path, skip_host=True)
            for name, value in request.headers.items():
                if name.lower() not in ("connection", "accept-encoding"):
                    connection.putheader(name, value)
            connection.putheader("Connection", "close")
            connection.endheaders(request.body or None)
            response = connection.getresponse()
            content = response.read()
            return response.status, response.getheaders(), content
        finally:
            connection.close()

    def _cut(self, handler: BaseHTTPRequestHandler, length: int) -> None:
        """Let half of what is sent arrive, then break both connections."""
        body = handler.rfile.read(length // 2)
        with socket.create_connection(("127.0.0.1", self.port)) as to:
            lines = [f"{handler.command} {handler.path} HTTP/1.1"]
            lines += [f"{name}: {value}" for name, value in handler.headers.items()]
            to.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        self._hang_up(handler)

    def _answer(
        self, handler: BaseHTTPRequestHandler, answer: Answer, *, half: bool = False
    ) -> None:
        status, headers, content = answer
        handler.send_response_only(status)
        for name, value in headers:
            if name.lower() not in (*_PER_HOP, "content-length"):
                handler.send_header(name, value)
        if handler.command == "HEAD":
            lengths = [value for name, value in headers if name.lower() == "content-length"]
            handler.send_header("Content-Length", lengths[0] if lengths else "0")
        elif status != 204:
            handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(content[: len(content) // 2] if half else content)
        if half:
            self._hang_up(handler)

    @staticmethod
    def _hang_up(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        with contextlib.suppress(OSError):
            handler.connection.shutdown(socket.SHUT_RDWR)
