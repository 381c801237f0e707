"""Takes in what lies in a folder, again and again, in another order each time. Killed by the test."""

import random
import sys
from pathlib import Path

from desktop_app.services import inbox
from desktop_app.workspace import Workspace

if __name__ == "__main__":
    folder, given = Path(sys.argv[1]), Path(sys.argv[2])
    with Workspace(folder) as book:
        files = sorted(given.iterdir())
        source = random.Random(sys.argv[3])
        print("ready", flush=True)
        while True:
            source.shuffle(files)
            for file in files:
                for item in inbox.take_in(book, [file]).files[0].items:
                    print(f"{item.id}:{item.revision}", flush=True)
