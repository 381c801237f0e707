"""What a note of the way to the central system says, in the language asked for."""

from desktop_app.domain.numbers import size_text
from desktop_app.domain.portal_mapping import PortalNote
from desktop_app.domain.portal_mapping_check import MappingFinding
from desktop_app.messages import catalogue
from desktop_app.services.portal import portal_states

_SIZES = ("size",)


def note_text(note: PortalNote, language: str) -> str:
    """Return what a note says."""
    return _sentence(note, note.part, language)


def note_action(note: PortalNote, language: str) -> str:
    """Return what to do about it, "" where there is nothing to do here."""
    return _sentence(note, "action", language)


def _sentence(note: PortalNote, part: str, language: str) -> str:
    facts = dict(note.facts)
    if note.part in _SIZES:
        facts = {name: size_text(value) for name, value in facts.items()}
    return catalogue()[note.code][language].get(part, "").format(**facts)


def finding_place(finding: MappingFinding) -> str:
    """Return where a finding of a mapping is: sheet, row, column."""
    parts = (finding.sheet, str(finding.row or ""), finding.column)
    return ", ".join(part for part in parts if part)


def finding_text(finding: MappingFinding, language: str) -> str:
    """Return what is wrong with a cell of a mapping."""
    return catalogue()["SSK-901"][language][finding.reason].format(**finding.facts)


def state_label(code: str, language: str) -> str:
    """Return what a state of the central system is called, "" for one that is not known."""
    return next((s.labels[language] for s in portal_states() if s.code == code), "")
