"""The list of dialogs these tests open is whole."""

import ast
from pathlib import Path

from tests.windows.everywhere.screens import ELSEWHERE, OFFICE_DIALOGS, TEAM_DIALOGS

WINDOWS = Path(__file__).resolve().parents[3] / "desktop_app/windows"


def test_every_dialog_is_looked_at():
    bases = {"QDialog"}
    classes = {}
    for path in WINDOWS.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                classes[node.name] = {b.id for b in node.bases if isinstance(b, ast.Name)}
    while more := {name for name, above in classes.items() if above & bases} - bases:
        bases |= more
    found = bases - {"QDialog"}
    listed = {*TEAM_DIALOGS, *OFFICE_DIALOGS, *ELSEWHERE}
    assert found - listed == set(), "dialogs nobody looks at"
    assert listed - found == set(), "dialogs that are no more"
