"""Opens copies of an earlier book, each killed at another statement or call of the system.

Each copy is opened in a process of its own, forked here where nothing else runs. ``count`` prints
how many places there are; ``kill`` is given a place for each folder.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from desktop_app.workspace import Workspace


class Places:
    """Counts statements, flushes and renames; ends the process at one of them."""

    def __init__(self, last: int) -> None:
        self.made, self.last = 0, last
        event.listen(Engine, "before_cursor_execute", self.pass_one)
        event.listen(Engine, "commit", self.pass_one)
        for name in ("replace", "fsync", "mkdir"):
            setattr(os, name, self._counted(getattr(os, name)))

    def pass_one(self, *_given: Any) -> None:
        if self.made == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.made += 1

    def _counted(self, real: Any) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            self.pass_one()
            return real(*given, **named)

        return call


if __name__ == "__main__":
    if sys.argv[1] == "count":
        places = Places(-1)
        Workspace(Path(sys.argv[2])).close()
        print(places.made)
    for folder, place in zip(sys.argv[2::2], sys.argv[3::2], strict=False):
        child = os.fork()
        if child == 0:
            Places(int(place))
            Workspace(Path(folder)).close()
            os._exit(0)
        _pid, status = os.waitpid(child, 0)
        print(os.WIFSIGNALED(status))
