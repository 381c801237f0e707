"""Decides and writes answers again and again, saying each that is written. Killed by the test."""

import random
import sys
from pathlib import Path

from desktop_app.services import receipts, review
from desktop_app.workspace import Workspace

if __name__ == "__main__":
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    with Workspace(folder) as book:
        source = random.Random(sys.argv[3])
        print("ready", flush=True)
        while True:
            for row in review.list_for_review(book):
                verdict = source.choice(["accepted", "returned", "declined"])
                review.decide(book, row.id, verdict, "Xin xem lại")
                for written in receipts.export_receipts(book, out):
                    print(written.path.name, flush=True)
