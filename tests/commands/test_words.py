"""What commands say as text is in words of the language, not in codes."""

import re

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.domain import tracks
from desktop_app.messages import LANGUAGES, catalogue
from desktop_app.services import handover, inbox, review
from desktop_app.services.portal import portal_states
from tests.samples import ready


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_word(language):
    every = (tracks.WRITING, tracks.RECOGNITION, tracks.SUBMISSION)
    states = {state for track in every for state in track.steps}
    states |= {state.code for state in portal_states()}
    assert [s for s in sorted(states) if language not in catalogue()[f"WORD-state-{s}"]] == []


def test_no_code_stands_in_vietnamese_output(tmp_path, office, team, files):
    ids = [ready(team, number) for number in (1, 2, 3)]
    path = handover.export_bundle(team, files, ids[:2]).path
    inbox.take_in(office, [path])
    review.decide(office, ids[0], "returned", "Thiếu cách tính.")
    office.close()
    team.close()
    codes = {c.rsplit("-", 1)[1] for c in catalogue() if c.startswith("WORD-")}
    for book, *words in (
        ("team", "initiative", "list"),
        ("team", "initiative", "show", ids[0]),
        ("team", "queue", "list"),
        ("team", "bundle", "list"),
        ("office", "bundle", "import", path),
        ("office", "review", "list"),
        ("office", "progress"),
        ("office", "unit", "keys"),
        ("office", "recognition", "show", ids[0]),
        ("office", "similar", "look"),
        ("office", "portal", "list"),
    ):
        given = ["--data", str(tmp_path / book), *map(str, words)]
        told = CliRunner().invoke(command_line, given).stdout
        answers = told.index("{") if "{" in told else len(told)
        found = codes & set(re.findall(r"(?<![\w./-])[a-z_]{3,}(?![\w./-])", told[:answers]))
        assert not found, (words, told)
