"""The finder of similar initiatives: how well it judges the labelled set, how fast in a large book.

    python -m tests.benchmarks.similar [INITIATIVES]

prints the section of docs/benchmarks.md. The book's reports are made of the words and word pairs
of the labelled set and the sample reports in wild order: half of the neighbouring words go
together as they do there, so that common pairs are common. Filling the book is not measured.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, text

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from desktop_app.domain.likeness import (
    ALIKE,
    STRIKING,
    common_pairs,
    compare,
    marks_of,
    said_in,
    words_of,
)
from desktop_app.domain.text import fold
from desktop_app.services import similar
from desktop_app.services.likenesses import common_now, find_alike
from desktop_app.services.setup import start_office
from desktop_app.storage import desk_tables, likenesses, tables
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Workspace
from tests.services.likeness import CHANGES, FIT, TRY, Report, families, pairs, samples, templates

_CHUNK = 5_000
_FIRST = datetime(2025, 1, 1)


def answers_of(report: Report) -> dict[str, str]:
    """Return a report of the labelled set as answers."""
    names = {
        "title": "initiative_title",
        "problem": "current_state",
        "solution": "solution_overview",
        "effect": "benefit_author",
    }
    return {names[name]: said for name, said in report.items()}


def quality(half: int, least: int) -> tuple[float, float, float]:
    """Return precision, recall, and recall of copies not told anew, of one half of the set."""
    judged = [
        (compare(said_in(answers_of(p.first)), said_in(answers_of(p.second))).percent >= least, p)
        for p in pairs()
        if p.half == half
    ]
    right = [shown for shown, pair in judged if pair.same]
    copies = [
        shown for shown, pair in judged if pair.same and not pair.kind.startswith("told again")
    ]
    shown = sum(shown for shown, _pair in judged)
    return sum(right) / shown, sum(right) / len(right), sum(copies) / len(copies)


class Wild:
    """Reports in wild order, the same ones for the same seed."""

    def __init__(self, seed: int = 2026) -> None:
        self.chance = random.Random(seed)
        told = [*samples(), *templates()]
        told += [family[name] for family in families() for name in ("first", "again", "other")]
        self.titles = [words_of(report["title"]) for report in told]
        bodies = [words_of(report[n]) for report in told for n in ("problem", "solution", "effect")]
        follows: defaultdict[str, Counter[str]] = defaultdict(Counter)
        every: Counter[str] = Counter()
        for words in (*self.titles, *bodies):
            every.update(words)
            for one, other in pairwise(words):
                follows[one][other] += 1
        self.words, self.weights = list(every), list(accumulate(every.values()))
        self.follows = {one: list(others.elements()) for one, others in follows.items()}

    def said(self, length: int) -> str:
        """Return a text of so many words."""
        loose = iter(self.chance.choices(self.words, cum_weights=self.weights, k=length))
        words = [next(loose)]
        for other in loose:
            known = self.follows.get(words[-1])
            together = known is not None and self.chance.random() < 0.5
            words.append(self.chance.choice(known) if together and known else other)
        return " ".join(words)

    def report(self) -> dict[str, str]:
        """Return the answers of one report."""
        return {
            "initiative_title": self.said(self.chance.randrange(8, 18)),
            "current_state": self.said(30),
            "solution_overview": self.said(self.chance.randrange(30, 150)),
            "benefit_author": self.said(15),
        }


def fill(book: Workspace, initiatives: int) -> None:
    """Fill a book with wild reports, compared texts and marks included, and the families' first."""
    wild = Wild()
    planted = [answers_of(family["first"]) for family in families()]
    every = max(1, initiatives // len(planted))
    with book.database.read() as session:
        unit = session.scalars(select(tables.Unit.id)).first()
        first = (session.scalar(select(func.max(tables.Initiative.row))) or 0) + 1
    assert unit is not None
    for begin in range(0, initiatives, _CHUNK):
        numbers = range(begin, min(begin + _CHUNK, initiatives))
        given = [
            planted[n // every] if n % every == 0 and n // every < len(planted) else wild.report()
            for n in numbers
        ]
        with book.database.write() as session:
            rows = list(_rows(first + begin, given, unit))
            session.execute(insert(tables.Initiative), [row for row, *_rest in rows])
            session.execute(insert(tables.Revision), [revision for _row, revision, *_ in rows])
            session.execute(insert(desk_tables.LikenessText), [kept for *_, kept, _marks in rows])
            marks = [mark for *_, marks in rows for mark in marks]
            session.execute(insert(desk_tables.LikenessMark), marks)
    with book.database.write() as session:
        kept = common_pairs(likenesses.newest_pairs(session, 300))
        write_setting(session, "common_pairs", kept)
    if not book.database.is_sqlite:
        with book.database.write() as session:
            session.execute(text("SELECT setval(pg_get_serial_sequence('initiative', 'row'), "
                                 "(SELECT max(row) FROM initiative))"))  # fmt: skip


def _rows(first: int, given: list[dict[str, str]], unit: str) -> Iterator[tuple[Any, ...]]:
    for row, answers in enumerate(given, start=first):
        said = said_in(answers)
        marks = marks_of(said)
        at = (_FIRST + timedelta(minutes=row)).isoformat(timespec="milliseconds") + "Z"
        title = answers["initiative_title"]
        initiative_id, mark = f"00000000-0000-7000-9000-{row:012d}", f"{row:064x}"
        columns: dict[str, Any] = dict.fromkeys(("field", "portal_code", "authors"), "")
        columns |= {f"{track}_on": at[:10]
                    for track in ("writing", "recognition", "submission", "portal")}  # fmt: skip
        columns |= {"row": row, "id": initiative_id, "code": f"N-{row:07d}", "unit_id": unit,
                    "title": title, "folded": fold(title), "template_id": "x",
                    "template_version": "1", "revision": 1, "revision_hash": mark,
                    "writing": "ready", "recognition": "not_filed", "submission": "received",
                    "portal": "none", "created_at": at, "updated_at": at, "version": 1}  # fmt: skip
        revision = {"initiative_id": initiative_id, "hash": mark, "number": 1, "template_id": "x",
                    "template_version": "1", "answers": json.dumps(answers, ensure_ascii=False),
                    "documents": "[]", "history": "[]", "frozen_at": at}  # fmt: skip
        kept = {"initiative_row": row, "pairs": likenesses.packed(said.pairs),
                "marks": likenesses.packed(marks)}  # fmt: skip
        yield columns, revision, kept, [{"mark": m, "initiative_row": row} for m in marks]


def found_again(book: Workspace) -> tuple[int, int, float]:
    """Return how many told-again reports of the held-out families find their first in the book.

    Together with how many were asked, and how many others are shown on the average.
    """
    right, asked, others = 0, 0, 0
    with book.database.read() as session:
        common = common_now(session)
        for number, family in enumerate(families()):
            if number % 2 == FIT:
                continue
            first = " ".join(words_of(family["first"]["title"]))
            told = [family["again"], *(change(family["first"]) for change in CHANGES.values())]
            for report in told:
                matches = find_alike(session, said_in(answers_of(report)), common=common)
                texts = likenesses.kept_texts(session, [match.row for match in matches])
                titles = [" ".join(words_of(text.title)) for text in texts]
                right += first in titles
                others += len(titles) - (first in titles)
                asked += 1
    return right, asked, others / asked


def speed(book: Workspace, queries: int = 200) -> tuple[float, float, float]:
    """Return median, 95th percentile and processor time of a query of the service, in ms."""
    with book.database.read() as session:
        newest = session.scalar(select(func.max(tables.Initiative.row))) or 0
    times = []
    spent = time.process_time()
    for number in range(queries):
        asked = f"00000000-0000-7000-9000-{(newest - number * 7) % newest + 1:012d}"
        begin = time.perf_counter()
        similar.similar_initiatives(book, asked)
        times.append((time.perf_counter() - begin) * 1000)
    spent = (time.process_time() - spent) * 1000 / queries
    return statistics.median(times), sorted(times)[int(len(times) * 0.95)], spent


def section(initiatives: int) -> None:
    """Print quality and speed."""
    print(
        f"| half | same | different | shown from {ALIKE} %: precision | recall "
        f"| pointed at from {STRIKING} %: precision | recall | of changed copies |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, half in (("the rule was fitted on", FIT), ("held out", TRY)):
        same = [pair.same for pair in pairs() if pair.half == half]
        shown, striking = quality(half, ALIKE), quality(half, STRIKING)
        figures = " | ".join(f"{each:.3f}" for each in (*shown[:2], *striking))
        print(f"| {name} | {sum(same)} | {len(same) - sum(same)} | {figures} |", flush=True)
    with tempfile.TemporaryDirectory() as folder, Workspace(Path(folder)) as book:
        start_office(book, "Công đoàn", "CD")
        begin = time.perf_counter()
        fill(book, initiatives)
        filled = time.perf_counter() - begin
        size = (Path(folder) / "book.sqlite3").stat().st_size / 1e6
        right, asked, others = found_again(book)
        median, p95, spent = speed(book)
        print(
            f"\n{initiatives:,} initiatives on SQLite ({size:.0f} MB, filled in {filled:.0f} s): "
            f"{right} of {asked} held-out reports told again found their first "
            f"({others:.2f} others shown each); a query {median:.1f} ms, p95 {p95:.1f} ms, {spent:.1f} ms of processor time",
            flush=True,
        )


if __name__ == "__main__":
    section(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
