"""Saying anew what a backup holds after somebody was erased from it; it counts as before."""

from collections.abc import Collection
from dataclasses import replace

from desktop_app.storage.backup_book import check_book
from desktop_app.storage.backup_places import (
    BOOK,
    Backup,
    Device,
    Step,
    read_backup,
    read_list,
    told,
    write_about,
    write_list,
)


def amend_backup(backup: Backup, gone: Collection[str], device: Device, step: Step) -> Backup:
    """Write the list and the note of a backup whose database was changed and files were discarded.

    ``gone`` are the hashes of the files that are no more. Raises BadFile SSK-944 when the database
    or the list is damaged, Failed SSK-940 to SSK-942 when it cannot be written.
    """
    files = [file for file in read_list(backup) if file.sha256 not in gone]
    book = backup.path / BOOK
    facts = check_book(book, step)
    with told(backup.place):
        about = replace(
            backup.about,
            schema=facts.schema,
            counts=facts.counts,
            files=len(files),
            files_size=sum(file.size for file in files),
            book_size=book.stat().st_size,
            book_sha256=device.digest_on_device(book, step),
            list_sha256=write_list(backup.path, files, device),
        )
        write_about(backup.path, about, device)
    return read_backup(backup.path)
