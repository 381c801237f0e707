"""What the fault tests tried and what came of it, counted for the end of the run."""

from collections import Counter

_FOUND: dict[str, Counter[str]] = {}


def note(subject: str, outcome: str, count: int = 1) -> None:
    """Count an outcome of something that was tried."""
    _FOUND.setdefault(subject, Counter())[outcome] += count


def counts() -> dict[str, dict[str, int]]:
    """Return what was counted: subject → outcome → how often."""
    return {subject: dict(outcomes) for subject, outcomes in _FOUND.items()}


def lines(only: str = "") -> list[str]:
    """Return a line for each subject, or for one: how much was tried, each outcome's count."""
    return [
        f"{subject}: {outcomes.total()} tried; "
        + ", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common())
        for subject, outcomes in _FOUND.items()
        if only in ("", subject)
    ]
