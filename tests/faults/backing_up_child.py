"""Writes and backs up for ever, or goes back and forth between two backups. Killed by the test."""

import sys
from itertools import cycle
from pathlib import Path

from desktop_app.services import backups, drafting, restoring
from desktop_app.workspace import Workspace

if __name__ == "__main__":
    with Workspace(Path(sys.argv[1])) as book:
        print("ready", flush=True)
        if sys.argv[2:]:
            for name in cycle(sys.argv[2:]):
                restoring.restore(book, name)
                print(name, flush=True)
        for number in range(10**6):
            drafting.new_initiative(book, None, {"initiative_title": f"Gá khoan số {number}"})
            print("written", flush=True)
            print(backups.create(book).backup.id, flush=True)
