"""What a check found in a report: blocking ("cần") or advice ("nên").

The sentence of a finding is either data of the template (``said``) or a code of
``resources/messages/findings.json`` with facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Path = tuple[str | int, ...]
"""Where an answer stands: ``("authors", 0, "full_name")``."""


class Weight(StrEnum):
    """How much a finding weighs."""

    BLOCKING = "blocking"
    ADVICE = "advice"


@dataclass(frozen=True)
class Finding:
    """One thing to mend, with the place to mend it."""

    code: str
    weight: Weight
    path: Path = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def blocking(self) -> bool:
        """Whether the report cannot be completed as it is."""
        return self.weight is Weight.BLOCKING


def any_blocking(findings: tuple[Finding, ...]) -> bool:
    """Return whether one of the findings is blocking."""
    return any(finding.blocking for finding in findings)
