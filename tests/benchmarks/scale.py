"""How long each list, filter, search and board takes in a large book, on SQLite and PostgreSQL.

    python -m tests.benchmarks.scale 100000          a book of that size on SQLite
    python -m tests.benchmarks.scale 100000 --server the same on a PostgreSQL of its own

Prints the median of five and the slowest, with the memory of the process before and after.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psutil

from desktop_app.services import (
    home,
    listing,
    progress,
    queue,
    receipts,
    review_list,
    setup,
    units,
    weeks,
)
from desktop_app.services.board_items import initiatives_behind
from desktop_app.services.listing import Query
from desktop_app.services.review_list import ReviewFilter
from desktop_app.workspace import Workspace
from tests.benchmarks import large_book

ROUNDS = 5
EARLIER = large_book.FIRST_DAY + timedelta(days=200)
TYPED = "may tien ren dung con lan"


def main() -> None:
    """Fill a book and print the table."""
    read = argparse.ArgumentParser()
    read.add_argument("initiatives", type=int)
    read.add_argument("--unions", type=int, default=0, help="60 up to 100,000, else one per 200")
    read.add_argument("--server", action="store_true")
    read.add_argument("--folder", type=Path)
    asked = read.parse_args()
    unions = asked.unions or max(60, asked.initiatives // 200)
    with tempfile.TemporaryDirectory() as name:
        folder = asked.folder or Path(name) / "book"
        if asked.server:
            on_server(folder, asked.initiatives, unions)
        else:
            with Workspace(folder) as book:
                measure(book, asked.initiatives, unions)


def on_server(folder: Path, initiatives: int, unions: int) -> None:
    """Measure with the book on a PostgreSQL that is begun for it and thrown away."""
    from desktop_app.services import office_server
    from desktop_app.storage.server import parse_address
    from tests.postgres import Server

    server = Server()
    try:
        with Workspace(folder) as book:
            setup.start_office(book, "LĐLĐ tỉnh", "LD")
            office_server.move_to_server(book, parse_address(server.new_database()), "Hà")
            measure(book, initiatives, unions)
    finally:
        server.close()


def measure(book: Workspace, initiatives: int, unions: int) -> None:
    """Fill a book unless it is full already, and print what is waited for in it."""
    if not book.started:
        setup.start_office(book, "LĐLĐ tỉnh", "LD")
    if not listing.list_initiatives(book, limit=1).total:
        begin = time.perf_counter()
        large_book.fill(book, initiatives, unions=unions, levels=2)
        print(f"filled with {initiatives} in {time.perf_counter() - begin:.0f} s")
    memory = psutil.Process().memory_info().rss
    print("| work | median | slowest |\n|---|---|---|")
    for name, work in waited_for(book, initiatives).items():
        times = sorted(_seconds(work) for _round in range(ROUNDS))
        print(f"| {name} | {statistics.median(times):.0f} ms | {times[-1]:.0f} ms |", flush=True)
    grown = psutil.Process().memory_info().rss - memory
    print(f"\nmemory {memory / 1e6:.0f} MB, {grown / 1e6:+.0f} MB after all of it")


def waited_for(book: Workspace, initiatives: int) -> dict[str, Callable[[], object]]:
    """Return everything an officer waits for, by name."""
    unit = large_book.unit_id(3)
    middle = listing.list_initiatives(book).next

    def typing() -> None:
        for end in range(1, len(TYPED) + 1):
            listing.list_initiatives(book, Query(search=TYPED[:end]))

    return {
        "list, first page": lambda: listing.list_initiatives(book),
        "list, next page": lambda: listing.list_initiatives(book, after=middle),
        "list of a unit": lambda: listing.list_initiatives(book, Query(unit_id=unit)),
        "list of a state": lambda: listing.list_initiatives(book, Query(submission="accepted")),
        "list of a portal state": lambda: listing.list_initiatives(book, Query(portal="invalid")),
        "list of a recognition state": lambda: listing.list_initiatives(
            book, Query(recognition="refused")
        ),
        f"search, all {len(TYPED)} letters one by one": typing,
        "search and state": lambda: listing.list_initiatives(
            book, Query(search="may", submission="received")
        ),
        "review list": lambda: review_list.page(book),
        "review list, undecided": lambda: review_list.page(book, ReviewFilter(state="waiting")),
        "review list, counts": lambda: review_list.counts(book, ReviewFilter()),
        "board": lambda: progress.progress(book),
        "board of a phase": lambda: progress.progress(book, phase="GD1"),
        "board of an earlier day": lambda: progress.progress(book, as_of=EARLIER),
        "behind a number": lambda: initiatives_behind(book, book.own.unit_id, "uploaded"),
        "weeks": lambda: weeks.weekly(book, book.own.unit_id),
        "units": lambda: units.list_units(book),
        "home page": lambda: home.summary(book),
        "queue": lambda: queue.list_queue(book),
        "answers": lambda: receipts.list_answers(book),
        f"one report of {initiatives}": lambda: listing.list_initiatives(
            book, Query(search=f"{initiatives // 2:07d}")
        ),
    }


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main()
