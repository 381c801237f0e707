"""Damage a book can suffer, seeded: name → a function of the folder of a closed book.

Each works on any book of a team with a completed report and a bundle that left; those of units on
an office's as well. ``FOUND_BY`` says which check finds it and whether it can be mended there.
"""

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

Damage = Callable[[Path], None]
DAMAGES: dict[str, Damage] = {}
FOUND_BY: dict[str, tuple[str, bool]] = {}
"""The code of the check that finds a damage, and whether it mends it."""

_LONG_AGO = 40 * 24 * 3600


def damage(code: str, *, mended: bool = True) -> Callable[[Damage], Damage]:
    """Enter a damage under its name in plain words."""

    def enter(do: Damage) -> Damage:
        name = do.__name__.strip("_").replace("_", " ")
        DAMAGES[name], FOUND_BY[name] = do, (code, mended)
        return do

    return enter


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open a closed book's database without any guard."""
    with closing(sqlite3.connect(folder / "book.sqlite3", isolation_level=None)) as book:
        book.execute("PRAGMA foreign_keys=OFF")
        book.row_factory = sqlite3.Row
        yield book


@contextmanager
def unguarded(book: sqlite3.Connection, table: str) -> Iterator[None]:
    """Take the guards of what is append-only away for a while."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    guards = book.execute(query, (table,)).fetchall()
    for name, _sql in guards:
        book.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in guards:
        book.execute(sql)


def one(book: sqlite3.Connection, query: str, *values: Any) -> Any:
    """Return the first row of a query; there must be one."""
    row = book.execute(query, values).fetchone()
    assert row is not None, query
    return row


def a_document(folder: Path) -> Path:
    """Return a Word file of a completed report."""
    with opened(folder) as book:
        kept = one(book, "SELECT documents FROM revision WHERE documents <> '[]'")
    return file_of(folder, json.loads(kept["documents"])[0]["sha256"])


def file_of(folder: Path, sha256: str) -> Path:
    """Return where a file of the store lies."""
    path = folder / "attachments" / sha256[:2] / sha256
    assert path.is_file()
    return path


def _back_up(folder: Path, path: Path) -> None:
    target = folder / "backups" / "files" / path.name[:2] / path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


# The file of the book


@damage("DATA-01", mended=False)
def _a_damaged_page(folder: Path) -> None:
    with opened(folder) as book:
        size = book.execute("PRAGMA page_size").fetchone()[0]
        page = one(book, "SELECT rootpage FROM sqlite_master WHERE name = 'verdict'")[0]
    with (folder / "book.sqlite3").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


@damage("DATA-01")
def _an_index_that_lacks_rows(folder: Path) -> None:
    name = "initiative_by_code"
    with opened(folder) as book:
        row, code = one(book, "SELECT row, code FROM initiative")
        book.execute("UPDATE initiative SET code = 'elsewhere' WHERE row = ?", (row,))
        index = tuple(one(book, "SELECT * FROM sqlite_master WHERE name = ?", name))
        book.execute("PRAGMA writable_schema=ON")
        book.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
    with opened(folder) as book:
        book.execute("UPDATE initiative SET code = ? WHERE row = ?", (code, row))
        book.execute("PRAGMA writable_schema=ON")
        book.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", index)


@damage("DATA-02")
def _a_missing_guard(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("DROP TRIGGER revision_no_update")


@damage("DATA-02")
def _a_missing_index(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("DROP INDEX initiative_by_unit")


@damage("DATA-02", mended=False)
def _a_missing_table(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("DROP TABLE phase")


@damage("DATA-03")
def _steps_of_a_draft_that_is_gone(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("INSERT INTO draft_step VALUES ('gone', '[\"x\"]', 1, '\"y\"')")


@damage("DATA-03", mended=False)
def _a_verdict_on_nothing(folder: Path) -> None:
    with opened(folder) as book:
        book.execute(
            "INSERT INTO verdict (id, initiative_id, revision_hash, comment, questions, "
            "decided_at, sequence) VALUES ('v', 'gone', '', '', '{}', '2026-01-01T00:00:00Z', 0)"
        )


# Texts


@damage("DATA-04")
def _an_unreadable_setting(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("INSERT OR REPLACE INTO setting VALUES ('usual_answers', '{\"a\": ')")


@damage("DATA-05")
def _an_unreadable_step_of_undo(folder: Path) -> None:
    with opened(folder) as book:
        of = one(book, "SELECT id FROM initiative")["id"]
        book.execute("INSERT INTO draft_step VALUES (?, '[\"x\"]', 1, '{{')", (of,))


@damage("DATA-05", mended=False)
def _an_unreadable_verdict(folder: Path) -> None:
    with opened(folder) as book:
        of = one(book, "SELECT id FROM initiative")["id"]
        book.execute(
            "INSERT INTO verdict (id, initiative_id, revision_hash, comment, questions, "
            "decided_at, sequence) VALUES ('v', ?, '', '', '{', '2026-01-01T00:00:00Z', 0)",
            (of,),
        )


# Files


@damage("DATA-06")
def _a_missing_file_a_backup_has(folder: Path) -> None:
    path = a_document(folder)
    _back_up(folder, path)
    path.unlink()


@damage("DATA-06", mended=False)
def _a_missing_file(folder: Path) -> None:
    a_document(folder).unlink()


@damage("DATA-06")
def _the_missing_pack_of_the_built_in_template(folder: Path) -> None:
    with opened(folder) as book:
        mark = one(book, "SELECT pack_sha256 FROM template WHERE id = 'sang-kien'")[0]
    file_of(folder, mark).unlink()


@damage("DATA-07")
def _a_damaged_file_a_backup_has(folder: Path) -> None:
    path = a_document(folder)
    _back_up(folder, path)
    _damage_file(path)


@damage("DATA-07", mended=False)
def _a_damaged_file(folder: Path) -> None:
    _damage_file(a_document(folder))


@damage("DATA-07", mended=False)
def _a_file_cut_short(folder: Path) -> None:
    path = a_document(folder)
    os.truncate(path, path.stat().st_size // 2)


def _damage_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x40
    path.write_bytes(content)


@damage("DATA-08")
def _a_file_nobody_needs(folder: Path) -> None:
    mark = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    path = folder / "attachments" / mark[:2] / mark
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"test")
    _make_old(path)


@damage("DATA-09")
def _a_half_written_file(folder: Path) -> None:
    path = folder / "attachments" / "new-abc123"
    path.write_bytes(b"PK\x03\x04 half")
    _make_old(path)


def _make_old(path: Path) -> None:
    then = time.time() - _LONG_AGO
    os.utime(path, (then, then))


@damage("DATA-25")
def _a_set_aside_file_without_its_copy(folder: Path) -> None:
    with opened(folder) as book:
        book.execute(
            "INSERT INTO quarantined VALUES ('q', 'MSC-AAAA-submission-0009.zip.age', 10, ?, "
            "'SSK-443', '{}', NULL, '', '', '2026-01-01T00:00:00Z')",
            ("a" * 64,),
        )


# Reports and what hangs on them


@damage("DATA-10")
def _words_missing_from_the_index(folder: Path) -> None:
    with opened(folder) as book:
        row = one(book, "SELECT row, folded FROM initiative")
        book.execute(
            "INSERT INTO initiative_search(initiative_search, rowid, folded) "
            "VALUES ('delete', ?, ?)",
            tuple(row),
        )


@damage("DATA-10")
def _words_of_nobody_in_the_index(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("INSERT INTO initiative_search(rowid, folded) VALUES (987654, 'do ga')")


@damage("DATA-10")
def _old_words_in_the_index(folder: Path) -> None:
    with opened(folder) as book:
        row = one(book, "SELECT row, folded FROM initiative")
        book.execute(
            "INSERT INTO initiative_search(initiative_search, rowid, folded) "
            "VALUES ('delete', ?, ?)",
            tuple(row),
        )
        book.execute(
            "INSERT INTO initiative_search(rowid, folded) VALUES (?, 'chu cu')", (row["row"],)
        )


@damage("DATA-11")
def _a_row_that_lies(folder: Path) -> None:
    with opened(folder) as book:
        book.execute(
            "UPDATE initiative SET title = 'Tên khác', solution_type = 'x', benefit = 7, "
            "applied_on = '1999-01-01', revision = 9 WHERE row = (SELECT min(row) FROM initiative)"
        )


@damage("DATA-12")
def _a_state_without_its_step(folder: Path) -> None:
    with opened(folder) as book:
        book.execute(
            "DELETE FROM track_step WHERE row = (SELECT max(row) FROM track_step "
            "WHERE track = 'submission')"
        )


@damage("DATA-12")
def _a_step_on_another_day(folder: Path) -> None:
    with opened(folder) as book:
        book.execute(
            "UPDATE track_step SET day = '2020-01-01' WHERE row = (SELECT max(row) "
            "FROM track_step WHERE track = 'writing')"
        )


@damage("DATA-13")
def _handed_over_without_a_bundle(folder: Path) -> None:
    with opened(folder) as book, unguarded(book, "audit"):
        bundle = one(book, "SELECT id FROM bundle WHERE direction = 'out' AND kind = 'submission'")[
            "id"
        ]
        book.execute("DELETE FROM bundle_item WHERE bundle_id = ?", (bundle,))


@damage("DATA-13", mended=False)
def _received_without_an_answer(folder: Path) -> None:
    with opened(folder) as book:
        row = one(book, "SELECT row, submission_on FROM initiative")
        book.execute("UPDATE initiative SET submission = 'received' WHERE row = ?", (row["row"],))
        book.execute(
            "INSERT INTO track_step (initiative_row, track, state, day) "
            "VALUES (?, 'submission', 'received', ?)",
            tuple(row),
        )


@damage("DATA-14")
def _a_missing_report_its_bundle_has(folder: Path) -> None:
    with opened(folder) as book, unguarded(book, "revision"):
        of = one(book, "SELECT initiative_id FROM revision")[0]
        book.execute("DELETE FROM revision WHERE initiative_id = ?", (of,))


@damage("DATA-14", mended=False)
def _a_missing_report(folder: Path) -> None:
    with opened(folder) as book, unguarded(book, "revision"):
        of = one(book, "SELECT initiative_id FROM revision")[0]
        _leave_out_of_bundles(book, of)
        book.execute("DELETE FROM revision WHERE initiative_id = ?", (of,))


@damage("DATA-15")
def _a_changed_report_its_bundle_has(folder: Path) -> None:
    with opened(folder) as book, unguarded(book, "revision"):
        _change_report(book)


@damage("DATA-15", mended=False)
def _a_changed_report(folder: Path) -> None:
    with opened(folder) as book, unguarded(book, "revision"):
        _leave_out_of_bundles(book, _change_report(book))


def _change_report(book: sqlite3.Connection) -> str:
    """Change an answer no list shows."""
    row = one(book, "SELECT initiative_id, hash, answers FROM revision")
    answers = json.loads(row["answers"])
    answers["recipient_name"] = "Người khác"
    book.execute(
        "UPDATE revision SET answers = ? WHERE hash = ?", (json.dumps(answers), row["hash"])
    )
    return str(row["initiative_id"])


def _leave_out_of_bundles(book: sqlite3.Connection, initiative_id: str) -> None:
    """Let no bundle have the data of an initiative any more."""
    for row in book.execute("SELECT id, content FROM bundle").fetchall():
        content = json.loads(row["content"])
        parts = content.get("parts", [])
        content["parts"] = [part for part in parts if initiative_id not in part[0]]
        content.pop("origin", None)
        book.execute("UPDATE bundle SET content = ? WHERE id = ?", (json.dumps(content), row["id"]))


@damage("DATA-16")
def _a_draft_without_answers(folder: Path) -> None:
    with opened(folder) as book:
        row = one(book, "SELECT row, writing_on FROM initiative WHERE revision_hash IS NOT NULL")
        book.execute("UPDATE initiative SET writing = 'draft' WHERE row = ?", (row["row"],))
        book.execute(
            "INSERT INTO track_step (initiative_row, track, state, day) "
            "VALUES (?, 'writing', 'draft', ?)",
            tuple(row),
        )


# Numbers


@damage("DATA-17", mended=False)
def _a_bundle_gone_from_the_book(folder: Path) -> None:
    with opened(folder) as book:
        book.execute(
            "UPDATE bundle SET previous = ? WHERE direction = 'out' AND sequence = "
            "(SELECT max(sequence) FROM bundle WHERE direction = 'out')",
            ("b" * 64,),
        )


@damage("DATA-18")
def _a_counter_set_back(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("UPDATE setting SET value = '0' WHERE name LIKE 'number %'")


@damage("DATA-19")
def _a_draft_with_the_code_of_another(folder: Path) -> None:
    """Copy the row of a completed report as a draft's, with its code."""
    with opened(folder) as book:
        row = dict(one(book, "SELECT * FROM initiative WHERE revision_hash IS NOT NULL"))
        answers = one(book, "SELECT answers FROM revision WHERE hash = ?", row["revision_hash"])[
            "answers"
        ]
        del row["row"]
        row |= {"id": "twin", "revision": 0, "revision_hash": None, "writing": "draft"}
        row |= {"submission": "none"}
        names = ", ".join(row)
        marks = ", ".join("?" for _ in row)
        made = book.execute(
            f"INSERT INTO initiative ({names}) VALUES ({marks})", tuple(row.values())
        )
        book.execute(
            "INSERT INTO track_step (initiative_row, track, state, day) "
            "VALUES (?, 'writing', 'draft', ?)",
            (made.lastrowid, row["writing_on"]),
        )
        book.execute(
            "INSERT INTO draft VALUES ('twin', ?, '{}', '2026-01-01T00:00:00Z', '{}')", (answers,)
        )


# Units, likeness, keys, templates


@damage("DATA-20")
def _a_unit_without_a_name(folder: Path) -> None:
    with opened(folder) as book:
        book.execute("DELETE FROM unit_name WHERE unit_id = (SELECT max(id) FROM unit)")


@damage("DATA-21")
def _units_in_a_circle(folder: Path) -> None:
    with opened(folder) as book:
        child = one(book, "SELECT unit_id, parent_id FROM unit_parent WHERE parent_id NOT NULL")
        book.execute(
            "INSERT OR REPLACE INTO unit_parent (unit_id, valid_from, parent_id) "
            "VALUES (?, '2026-06-01', ?)",
            (child["parent_id"], child["unit_id"]),
        )


@damage("DATA-22")
def _marks_of_nobody(folder: Path) -> None:
    with opened(folder) as book:
        book.executemany(
            "INSERT INTO likeness_mark (mark, initiative_row) VALUES (?, 987654)", [(1,), (2,)]
        )


@damage("DATA-23", mended=False)
def _an_unreadable_key(folder: Path) -> None:
    (folder / "keys" / "keys.json").write_text("{", encoding="utf-8")


@damage("DATA-23", mended=False)
def _lost_keys(folder: Path) -> None:
    (folder / "keys" / "keys.json").unlink()


@damage("DATA-23", mended=False)
def _keys_of_another_computer(folder: Path) -> None:
    """Begin with new keys where the old ones are lost, as a copied book without its keys does."""
    from desktop_app.workspace import Workspace

    shutil.rmtree(folder / "keys")
    with Workspace(folder) as book:
        assert book.keys.mark


@damage("DATA-23", mended=os.name == "posix")
def _keys_open_to_others(folder: Path) -> None:
    (folder / "keys" / "keys.json").chmod(0o644)


@damage("DATA-24")
def _a_draft_without_its_template(folder: Path) -> None:
    with opened(folder) as book:
        row = one(book, "SELECT row, id, writing_on, revision_hash FROM initiative")
        kept = one(book, "SELECT answers FROM revision WHERE hash = ?", row["revision_hash"])
        book.execute("UPDATE initiative SET writing = 'draft' WHERE row = ?", (row["row"],))
        book.execute(
            "INSERT INTO track_step (initiative_row, track, state, day) "
            "VALUES (?, 'writing', 'draft', ?)",
            (row["row"], row["writing_on"]),
        )
        book.execute(
            "INSERT INTO draft VALUES (?, ?, '{}', '2026-01-01T00:00:00Z', '{}')",
            (row["id"], kept["answers"]),
        )
        book.execute("DELETE FROM template")
