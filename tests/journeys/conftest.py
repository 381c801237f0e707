"""People at windows, in Vietnamese; folders they are asked for are those of the test."""

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.windows.application import install_language
from desktop_app.windows.theme import apply_theme
from tests.journeys.person import Person


@pytest.fixture
def people(qtbot, qapp, tmp_path, clock, monkeypatch):
    apply_theme(qapp, "light", 100)
    translators = install_language(qapp, "vi")
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(out))
    made = []

    def person(name):
        made.append(Person(qtbot, qapp, tmp_path / name, clock))
        return made[-1]

    yield person
    for one in made:
        one.close()
    for translator in translators:
        qapp.removeTranslator(translator)
