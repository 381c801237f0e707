"""The file of the book: sound pages, every table and guard, no row that hangs on nothing."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.storage.inspection import book_file


def _pages(book: Book) -> list[Hit]:
    troubles = book_file.page_troubles(book.workspace.database, quick=book.quick)
    mendable = book_file.only_indexes(troubles)
    return [Hit(line[:80], mendable=mendable, final=True) for line in troubles]


def _mend_pages(_book: Book, session: Session, _hits: Sequence[Hit]) -> Sequence[Hit]:
    book_file.rebuild_indexes(session)
    return ()


def _structure(book: Book) -> list[Hit]:
    wanted = book_file.objects_of_new_book()
    with book.workspace.database.read() as session:
        here = book_file.objects(session)
    found = []
    for kind, name in sorted(wanted.keys() - here.keys(), key=lambda each: each[0] != "table"):
        statement = wanted[kind, name]
        # An empty table instead of a lost one would hide what was lost; the index of words is
        # made of other tables.
        lost = kind == "table" and not statement.upper().startswith("CREATE VIRTUAL")
        found.append(Hit(name, statement, mendable=not lost, final=lost))
    return found


def _mend_structure(_book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    for hit in hits:
        book_file.make_object(session, hit.data)
    return ()


def _hanging(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [
            Hit(f"{row.table} → {row.parent}", row, mendable=row.table in book_file.DERIVED)
            for row in book_file.hanging_rows(session)
        ]


def _mend_hanging(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    rows = [
        {"table": hit.data.table, "row": dict(book_file.take_row(session, hit.data))}
        for hit in hits
    ]
    book.keep_rows("hanging", rows)
    return ()


CHECKS = (
    Check("database pages", "DATA-01", _pages, _mend_pages, server=False, weight=3),
    Check("database structure", "DATA-02", _structure, _mend_structure, server=False),
    Check("rows without their owner", "DATA-03", _hanging, _mend_hanging, server=False),
)
