"""An item whose bytes rotted inside an intact bundle is set aside; the rest is taken in."""

import zipfile

import pytest

from desktop_app.services import handover, inbox
from tests.samples import ready


@pytest.mark.parametrize("name", ["initiative.json", "don-yeu-cau.docx"])
def test_bytes_that_rotted_in_one_item_do_not_stop_the_rest(team, office, files, tmp_path, name):
    ids = [ready(team, number) for number in (1, 2)]
    team.set_setting("office", None)
    path, rotten = handover.export_bundle(team, files, unsealed=True).path, tmp_path / "rotten.zip"
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        (entry,) = [e for e in archive.infolist() if ids[0] in e.filename and name in e.filename]
    raw[entry.header_offset + 30 + len(entry.filename) + entry.file_size // 2] ^= 1
    rotten.write_bytes(raw)
    (file,) = inbox.take_in(office, [rotten]).files
    assert file.error is None
    assert {item.id: item.intake for item in file.items} == {ids[0]: "quarantined", ids[1]: "new"}
