"""Sends what waits in a book, slowly on purpose: killed by the test in the middle."""

import sys
from pathlib import Path

from desktop_app.exchange.upload import tus
from desktop_app.services.upload_sending import Going, Surroundings, send_next
from desktop_app.workspace import Workspace

tus._PIECE = 40_000


def told(going: Going) -> None:
    print(going.phase, going.done, flush=True)
    if going.done >= 80_000:
        sys.stdin.read()  # never ends: whoever kills us finds two pieces confirmed


with Workspace(Path(sys.argv[1])) as book:
    send_next(book, Surroundings(told=told))
