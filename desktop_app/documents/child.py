"""A child process that does what files from outside ask for, with limits of time and memory.

Whatever a hostile template or picture brings about stays in the child: it may be killed at any
moment, and the next request finds a new one. This is the side of the program; the work itself is
in ``child_process.py``.
"""

import json
import multiprocessing
import threading
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Self

from desktop_app.errors import BadFile, Failed

START_SECONDS = 30.0
"""How long the child may take to begin: a slow disk and a watchful virus scanner included."""

WORK_SECONDS = 20.0
"""How long one request may take by the clock; the child ends itself far earlier by its own
processor time, so this only meets one that does nothing at all."""


class LimitedChild:
    """Starts the child when it is needed, asks it, and replaces it when it is gone."""

    def __init__(self, seconds: float = WORK_SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(
        self, verb: str, request: Mapping[str, Any], contents: Sequence[bytes] = ()
    ) -> tuple[dict[str, Any], bytes]:
        """Return what the child answers: JSON values and bytes.

        Raises BadFile with the code the child gives; SSK-322 when it took too long or too much;
        Failed SSK-323 when no child could be started.
        """
        head = {**request, "verb": verb, "contents": len(contents)}
        with self._lock:
            line = self._started()
            try:
                for message in (json.dumps(head).encode(), *contents):
                    line.send_bytes(message)
                if not line.poll(self._seconds):
                    raise EOFError
                answer = json.loads(line.recv_bytes())
                content = line.recv_bytes()
            except (EOFError, OSError) as error:
                self._stop()
                raise BadFile("SSK-322") from error
            if answer["code"] == "SSK-322":
                self._stop()  # it has used itself up; the next request finds a fresh one
        if answer["code"]:
            raise BadFile(answer["code"], **answer["facts"])
        return answer, content

    def close(self) -> None:
        """Let the child go."""
        with self._lock:
            self._stop()

    def _started(self) -> Connection:
        if self._line is not None and self._child is not None and self._child.is_alive():
            return self._line
        self._stop()
        self._child, self._line = _start()
        try:
            if self._line.poll(START_SECONDS) and self._line.recv_bytes() == b"ready":
                return self._line
        except (EOFError, OSError) as error:
            self._stop()
            raise Failed("SSK-323") from error
        self._stop()
        raise Failed("SSK-323")

    def _stop(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
        self._child = self._line = None


def _start() -> tuple[BaseProcess, Connection]:
    """Start a child: the same executable again, which also holds for a frozen program.

    ``multiprocessing`` knows how (``freeze_support`` is called at the entry); nothing else here
    depends on the way it is done.
    """
    from desktop_app.documents import child_process

    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    child = spawning.Process(
        target=child_process.serve, args=(theirs,), name="documents", daemon=True
    )
    try:
        child.start()
    except OSError as error:
        ours.close()
        raise Failed("SSK-323") from error
    finally:
        theirs.close()
    return child, ours
