"""TLS checked against the system's store, and the system's proxy on the way."""

import base64
import contextlib
import hashlib
import socket
import socketserver
import threading

import pytest

from desktop_app.errors import AppError
from desktop_app.services import portal_address, uploading
from desktop_app.services.upload_sending import send_next
from tests.upload.certificates import Authority
from tests.upload.faulty_proxy import FaultyProxy
from tests.upload.servers import TOKEN

NAME = "cong.example.test"


class ConnectProxy:
    """A proxy as offices have one: CONNECT, with name and password; every name is this computer."""

    def __init__(self) -> None:
        proxy = self
        self.asked: list[str] = []

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                proxy._tunnel(self)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def _tunnel(self, handler: socketserver.StreamRequestHandler) -> None:
        lines = []
        while (line := handler.rfile.readline().strip()) and len(lines) < 50:
            lines.append(line.decode("latin-1"))
        allowed = f"Basic {base64.b64encode(b'can-bo:mat:khau').decode()}"
        if f"Proxy-Authorization: {allowed}" not in lines:
            handler.wfile.write(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
            return
        self.asked.append(lines[0].split()[1])
        port = int(lines[0].split()[1].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as there:
            handler.wfile.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            back = threading.Thread(target=_pump, args=(there, handler.connection), daemon=True)
            back.start()
            _pump(handler.connection, there)
            back.join()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    for side in (source, target):
        with contextlib.suppress(OSError):
            side.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def encrypted(tus_server, authority):
    made = FaultyProxy(tus_server.port, certificate=authority.certificate(NAME))
    yield made
    made.close()


@pytest.fixture
def connect_proxy():
    made = ConnectProxy()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_proxy_of_this_computer(monkeypatch):
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


def send(office, file, around, url):
    row = uploading.add_file(office, file, url)
    uploading.resume(office, row.id)
    return send_next(office, around).upload


def refused(office, file, around, url):
    with pytest.raises(AppError) as raised:
        send(office, file, around, url)
    return raised.value


def test_through_the_proxy_by_tls(
    office, tus_server, encrypted, connect_proxy, authority, file, around, monkeypatch, rests
):
    url = f"https://{NAME}:{encrypted.own_port}/guarded/"
    portal_address.keep_token(office, url, TOKEN)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    monkeypatch.setenv("https_proxy", f"http://can-bo:sai@127.0.0.1:{connect_proxy.port}")
    error = refused(office, file, around, url)
    assert error.code == "SSK-937" and "407" in str(error) and "sai" not in str(error)
    monkeypatch.setenv("https_proxy", f"http://can-bo:mat%3Akhau@127.0.0.1:{connect_proxy.port}")
    sent = send(office, file, around, url)
    assert connect_proxy.asked == [f"{NAME}:{encrypted.own_port}"]
    assert sent.place.startswith(url)
    assert tus_server.digest(sent.place) == hashlib.sha256(file.read_bytes()).hexdigest()
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:9")
    rests.clear()
    assert refused(office, file, around, url).code == "SSK-937"
    assert rests == []


def test_a_certificate_that_is_not_trusted(
    office, encrypted, connect_proxy, authority, file, around, monkeypatch, rests
):
    monkeypatch.setenv("https_proxy", f"http://can-bo:mat%3Akhau@127.0.0.1:{connect_proxy.port}")
    url = f"https://{NAME}:{encrypted.own_port}/guarded/"
    portal_address.keep_token(office, url, TOKEN)
    assert refused(office, file, around, url).code == "SSK-924"
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    other = f"https://khac.example.test:{encrypted.own_port}/guarded/"
    uploading.remove(office, uploading.list_uploads(office)[0].id)
    assert refused(office, file, around, other).code == "SSK-924"
    assert encrypted.seen == []  # nothing was said to it, the token least of all
    assert rests == []  # and it is not asked again and again


def test_the_proxy_is_left_out_where_the_system_says_so(
    office, encrypted, connect_proxy, authority, file, around, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{connect_proxy.port}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    url = f"https://127.0.0.1:{encrypted.own_port}/files/"
    # The certificate is for a name, not for this number: so far it comes, without the proxy.
    assert refused(office, file, around, url).code == "SSK-924"
    assert connect_proxy.asked == []
