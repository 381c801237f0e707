"""Bundles of every released format version keep opening, and can be taken in."""

import json
from pathlib import Path

import pytest

from desktop_app.exchange.bundle_file import open_bundle
from desktop_app.services import inbox, listing, setup
from desktop_app.workspace import Workspace

FOLDER = Path(__file__).parents[1] / "golden" / "bundle-v1"
KNOWN = json.loads((FOLDER / "known.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "identity", "kind"),
    [
        ("card", None, "setup"),
        ("submission", "office_identity", "submission"),
        ("receipt", "team_identity", "receipt"),
    ],
)
def test_a_golden_file_opens(tmp_path, name, identity, kind):
    identities = [KNOWN[identity]] if identity else []
    with open_bundle(FOLDER / KNOWN[name], identities=identities, temp_dir=tmp_path) as opened:
        assert opened.document["kind"] == kind
        assert opened.document["format_version"] == 1
        assert opened.signer == opened.document["sender"]["sign_key"]
        assert not opened.damaged_items
        if kind == "submission":
            assert opened.inner_sha256 == KNOWN["submission_inner_sha256"]


def test_a_team_begins_with_the_golden_card(tmp_path, clock):
    with Workspace(tmp_path / "team", clock=clock) as team:
        own = setup.start_team_with_card(team, FOLDER / KNOWN["card"])
        assert (own.code, own.unit_id) == ("MSC", KNOWN["team_unit"])


def test_an_office_takes_in_the_golden_submission(tmp_path, clock):
    from desktop_app.exchange.keys import Keys

    with Workspace(tmp_path / "office", clock=clock) as office:
        setup.start_office(office, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        office.__dict__["keys"] = Keys(office.keys.sign_seed, KNOWN["office_identity"])
        result = inbox.take_in(office, [FOLDER])
        verdicts = {file.kind: file for file in result.files}
        assert [item.intake for item in verdicts["submission"].items] == ["new"]
        assert [row.id for row in listing.list_initiatives(office).rows] == [KNOWN["initiative"]]
