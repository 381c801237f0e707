"""The servers files are sent to in tests, each of them a real one: tus from npm, WsgiDAV."""

import hashlib
import os
import subprocess
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "ma-truy-cap-cua-co-quan-7c1f"


class TusServer:
    """The tus server of npm, with the addresses tus_server.mjs tells of."""

    def __init__(self, folder: Path) -> None:
        modules = ROOT / "build" / "tus-server"
        if not (modules / "node_modules" / "@tus" / "server").is_dir():
            subprocess.run(["sh", "packaging/tus_server.sh"], cwd=ROOT, check=True)
        self.folder = folder
        self._process = subprocess.Popen(
            ["node", str(Path(__file__).with_name("tus_server.mjs")), modules, folder, TOKEN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PATH": os.environ["PATH"]},
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def url(self, name: str = "files") -> str:
        return f"http://127.0.0.1:{self.port}/{name}/"

    def file(self, place: str) -> Path:
        """Return the file the server keeps for a place."""
        return self.folder / place.rpartition("/")[2]

    def digest(self, place: str) -> str:
        return hashlib.sha256(self.file(place).read_bytes()).hexdigest()

    def close(self) -> None:
        self._process.communicate("")


class WebDavServer:
    """WsgiDAV on cheroot, as small offices run it."""

    def __init__(self, folder: Path) -> None:
        from cheroot import wsgi
        from wsgidav.wsgidav_app import WsgiDAVApp

        self.folder = folder
        config: dict[str, Any] = {
            "provider_mapping": {"/": str(folder)},
            "http_authenticator": {"domain_controller": None},
            "simple_dc": {"user_mapping": {"*": {"can-bo": {"password": TOKEN}}}},
            "verbose": 0,
            "logging": {"enable": False},
        }
        self._server = wsgi.Server(("127.0.0.1", 0), WsgiDAVApp(config), numthreads=4)
        self._server.prepare()
        self.port = int(self._server.bind_addr[1])
        self._thread = threading.Thread(target=self._server.serve, daemon=True)
        self._thread.start()

    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/nhan/"

    def close(self) -> None:
        self._server.stop()
        self._thread.join()
