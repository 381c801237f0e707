"""How a workbook that is no form for us is refused: with sheet, row, column and what to use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_app.errors import BadInput
from desktop_app.messages import catalogue


@dataclass(frozen=True)
class Refusal:
    """One thing in a workbook that cannot be used; row 0 and column "" where not known."""

    sheet: str
    row: int
    column: str
    reason_code: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", {**self.facts, "place": self.place})

    @property
    def place(self) -> str:
        """Return where it stands, as ``survey C12``."""
        return f"{self.sheet} {self.column}{self.row or ''}".strip()

    def told(self, language: str) -> str:
        """Return what is wrong and what to use instead, as a sentence."""
        parts = catalogue()[self.reason_code][language]
        return " ".join(parts[part].format(**self.facts) for part in ("what", "do"))


class FormRefused(BadInput):
    """A workbook that is no form we can use; ``refusals`` say where and why."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        first = refusals[0]
        super().__init__(first.reason_code, number=len(refusals), **first.facts)
        self.refusals = refusals
