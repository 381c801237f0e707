"""What docs/scale.md has an administrator split into parts: the program does not notice."""

import re
from pathlib import Path

from desktop_app.services import handover, inbox, receipts, review
from desktop_app.services.progress import progress
from desktop_app.storage.server import parse_address
from tests.on_server.books import dump
from tests.samples import ready

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs/scale.md").read_text(encoding="utf-8")


def test_reports_and_files_in_parts(server, office, office_address, team, files):
    first = round_trip(office, team, files, 1)
    office.attachments.put(b"a file" * 100_000)
    before, rows = progress(office), dump(office)
    name = str(parse_address(office_address).database)
    (script,) = re.findall(r"```sql\n(.*?)```", DOCUMENT, re.DOTALL)
    server.execute(script, name)
    assert progress(office) == before
    assert dump(office) == rows
    assert review.open_review(office, first).documents
    # The whole loop goes on as before.
    round_trip(office, team, files, 2)
    assert _count(server, name, "revision_0", "revision_1", "revision_2", "revision_3") == 2


def round_trip(office, team, files, number):
    """Hand a report in, decide on it, take that back, decide again, carry the answer."""
    initiative_id = ready(team, number)
    bundle = handover.export_bundle(team, files)
    (taken,) = inbox.take_in(office, [bundle.path]).files
    assert [item.intake for item in taken.items] == ["new"]
    review.decide(office, initiative_id, "returned", "Thiếu số liệu.")
    review.undo_decision(office, initiative_id)
    review.decide(office, initiative_id, "accepted")
    (receipt,) = receipts.export_receipts(office, files)
    (answered,) = inbox.take_in(team, [receipt.path]).files
    assert [item.intake for item in answered.items] == ["accepted"]
    return initiative_id


def _count(server, database, *tables):
    from sqlalchemy import create_engine, text

    engine = create_engine(server.url(database).replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        total = sum(connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables)
    engine.dispose()
    return total
