"""Word templates filled in a child process that lives long and may do little.

A template from outside may hold anything, so it is compiled and rendered by Jinja's sandbox in a
process with limits of time and memory; a child that hangs or dies is replaced by the next call.
"""

import hashlib
import json
import multiprocessing
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Self

from desktop_app.documents.context import Picture
from desktop_app.errors import BadFile, Failed

SECONDS = 20.0
"""How long one document may take, the start of the child included."""


@dataclass(frozen=True)
class PlaceholderProblem:
    """A placeholder that is unknown or broken, and where it stands."""

    document: str
    heading: str
    paragraph: int
    placeholder: str
    reason: str


class DocumentFiller:
    """Fills and checks Word templates in its child process."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fill(self, template: bytes, context: Mapping[str, Any]) -> bytes:
        """Return the filled document; the same template and context give the same bytes.

        Raises BadFile SSK-321 for a template that cannot be filled, SSK-322 for one that takes
        too long or too much.
        """
        _head, content = self._ask("fill", template, context)
        return content

    def check(
        self, template: bytes, context: Mapping[str, Any], document: str = ""
    ) -> tuple[PlaceholderProblem, ...]:
        """Return the placeholders that are unknown or broken, with heading and paragraph."""
        head, _content = self._ask("check", template, context)
        return tuple(PlaceholderProblem(document, **problem) for problem in head["problems"])

    def close(self) -> None:
        """Let the child go."""
        with self._lock:
            self._stop()

    def _ask(
        self, verb: str, template: bytes, context: Mapping[str, Any]
    ) -> tuple[dict[str, Any], bytes]:
        pictures: list[bytes] = []
        plain = _without_pictures(context, pictures)
        sha256 = hashlib.sha256(template).hexdigest()
        request = {"verb": verb, "template": sha256, "pictures": len(pictures), "context": plain}
        with self._lock:
            line = self._started()
            try:
                for message in (json.dumps(request).encode(), template, *pictures):
                    line.send_bytes(message)
                if not line.poll(self._seconds):
                    self._stop()
                    raise BadFile("SSK-322")
                head = json.loads(line.recv_bytes())
                content = line.recv_bytes()
            except (EOFError, OSError) as error:
                self._stop()
                raise BadFile("SSK-322") from error
        if head["code"]:
            raise BadFile(head["code"], **head["facts"])
        return head, content

    def _started(self) -> Connection:
        from desktop_app.documents import filling_child

        if self._child is None or not self._child.is_alive() or self._line is None:
            self._stop()
            spawning = multiprocessing.get_context("spawn")
            ours, theirs = spawning.Pipe()
            child = spawning.Process(
                target=filling_child.serve, args=(theirs,), name="documents", daemon=True
            )
            try:
                child.start()
            except OSError as error:
                raise Failed("SSK-323") from error
            theirs.close()
            self._child, self._line = child, ours
        return self._line

    def _stop(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._child is not None and self._child.is_alive():
            self._child.kill()
            self._child.join()
        self._child = self._line = None


def _without_pictures(value: Any, pictures: list[bytes]) -> Any:
    """Return a context as JSON values; pictures are numbered and sent after it."""
    if isinstance(value, Picture):
        pictures.append(value.content)
        return {"picture number": len(pictures) - 1, "media_type": value.media_type}
    if isinstance(value, Mapping):
        return {str(name): _without_pictures(inner, pictures) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_pictures(inner, pictures) for inner in value]
    return value
