"""Types into a draft for ever, saying after each save how far it got. Killed by the test."""

import sys
from pathlib import Path

from desktop_app.services import drafting
from desktop_app.workspace import Workspace

if __name__ == "__main__":
    with Workspace(Path(sys.argv[1])) as book:
        text = drafting.open_draft(book, sys.argv[2]).answers.get("necessity", "")
        print("ready", flush=True)
        while True:
            text += "từ "
            drafting.save_draft(book, sys.argv[2], {"necessity": text.strip()})
            print(len(text.split()), flush=True)
