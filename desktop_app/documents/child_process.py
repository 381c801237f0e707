"""Inside the child process: requests are answered one after another, within limits.

Time is counted as processor time of the child, so a slow or busy computer ends nothing too early.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any

MEMORY = 300_000_000
"""How many bytes of its own the child may hold."""

SECONDS = 1.8
"""How much processor time one request may take."""

Answer = tuple[dict[str, Any], bytes]


class Refused(Exception):
    """A request that cannot be done: the code and facts the program raises for it."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts


def serve(line: Connection) -> None:
    """Answer requests until the other side goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends us
    from desktop_app.documents import rendering  # noqa: F401  (loaded before time is counted)

    limit_memory()
    watch = _Watch()
    try:
        line.send_bytes(b"ready")
        while True:
            request = json.loads(line.recv_bytes())
            contents = [line.recv_bytes() for _number in range(request["contents"])]
            watch.begin()
            head, content = _answered(request, contents)
            watch.end()
            line.send_bytes(json.dumps({"code": None, "facts": {}, **head}).encode())
            line.send_bytes(content)
    except (EOFError, OSError):
        return


def _answered(request: Mapping[str, Any], contents: list[bytes]) -> Answer:
    try:
        return _do(request, contents)
    except Refused as refused:
        return {"code": refused.code, "facts": refused.facts}, b""
    except (MemoryError, RecursionError):
        return {"code": "SSK-322", "facts": {}}, b""
    except Exception as error:  # what a hostile file brings about is never a bug of ours
        return {"code": "SSK-321", "facts": {"reason": type(error).__name__}}, b""


def _do(request: Mapping[str, Any], contents: list[bytes]) -> Answer:
    verb = request["verb"]
    if verb == "fill":
        from desktop_app.documents.rendering import fill

        return {}, fill(contents[0], request["context"], contents[1:])
    if verb == "check":
        from desktop_app.documents.placeholders import check

        return {"problems": check(contents[0], request["context"])}, b""
    if verb == "read_word":
        from desktop_app.documents.word_text_reading import read

        return read(contents[0])
    if verb == "read_list":
        from desktop_app.documents import list_table_reading

        return list_table_reading.read(contents[0], request["sheet"]), b""
    if verb == "picture":
        return _clean_picture(contents[0], int(request["longest"]))
    raise Refused("SSK-321", reason=f"unknown verb {verb}")


def _clean_picture(data: bytes, longest: int) -> Answer:
    from desktop_app.documents.pictures import clean_picture
    from desktop_app.errors import BadFile

    try:
        picture = clean_picture(data, longest=longest)
    except BadFile as error:
        raise Refused(error.code, **error.facts) from error
    said = {"media_type": picture.media_type, "width": picture.width, "height": picture.height}
    return {"picture": said}, picture.data


class _Watch:
    """Ends the process when a request has used up its processor time."""

    def __init__(self, *, by_thread: bool = sys.platform == "win32") -> None:
        self._until: float | None = None
        self._busy = threading.Event()
        self._by_thread = by_thread
        if by_thread:
            threading.Thread(target=self._look, name="watch", daemon=True).start()
        elif sys.platform != "win32":
            # The system's own timer also ends what never comes back to the interpreter.
            signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def begin(self) -> None:
        if self._by_thread:
            self._until = time.process_time() + SECONDS
            self._busy.set()
        elif sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, SECONDS)

    def end(self) -> None:
        if self._by_thread:
            self._busy.clear()
            self._until = None
        elif sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, 0)

    def _look(self) -> None:
        while True:
            self._busy.wait()
            until = self._until
            if until is not None and time.process_time() > until:
                os._exit(1)
            time.sleep(0.05)


def limit_memory(size: int = MEMORY) -> None:
    """Limit what this process may hold: by a Job Object on Windows, by a resource limit else."""
    if sys.platform == "win32":
        from desktop_app.documents.job_object import limit_this_process

        limit_this_process(size)
    else:
        import resource

        try:
            # Data, not address space: a thread reserves far more addresses than it uses.
            resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        except (ValueError, OSError):  # a system without this limit
            return
