"""Makes trials in a process of its own: ended by the system when one takes too long or too much.

Says the number of each trial before it and what came of it after.
"""

import resource
import signal
import sys
from datetime import datetime
from pathlib import Path

from tests.faults.mutating import Book, Fault, Trials

SECONDS, MEMORY = 20, 3 << 30

if __name__ == "__main__":
    kind, path, other, pristine, folder = sys.argv[1], *map(Path, sys.argv[2:6])
    first, count = map(int, sys.argv[6:])
    folder.mkdir()
    moment = datetime.fromisoformat("2026-11-20T12:00:00+07:00")
    book = Book(pristine, folder / "book", lambda: moment)
    trials = Trials(kind, path, other, book, folder)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in range(first, first + count):
        print("trial", number, flush=True)
        signal.alarm(SECONDS)  # nothing handles it: the process ends
        try:
            for _number, verdict in trials.run(number, 1):
                print("came", verdict, flush=True)
        except Fault as fault:
            print("fault", fault, flush=True)
        signal.alarm(0)
    book.close()
