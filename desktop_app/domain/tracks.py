"""The four tracks of an initiative, each a machine of its own, never blended in one number.

Every allowed step is listed; every other is refused. The words are those of product.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.errors import NotAllowed


class Writing(StrEnum):
    """Being written, or frozen as a revision that passed every blocking check."""

    DRAFT = "draft"
    READY = "ready"


class Recognition(StrEnum):
    """The establishment's own decision (council or head); law: Điều 6 to 8 Điều lệ Sáng kiến."""

    NOT_FILED = "not_filed"
    FILED = "filed"
    RECOGNISED = "recognised"
    REFUSED = "refused"


class Submission(StrEnum):
    """The way from the queue to the officer's verdict and the central system."""

    NONE = "none"
    QUEUED = "queued"
    BUNDLED = "bundled"
    HANDED_OVER = "handed_over"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    DECLINED = "declined"
    UPLOADED = "uploaded"
    WITHDRAWN = "withdrawn"


PORTAL_NONE = "none"
"""The portal track before anything is known; every other portal state is data."""


VERDICTS = (Submission.ACCEPTED, Submission.RETURNED, Submission.DECLINED)


@dataclass(frozen=True)
class Track:
    """A state machine: which state may follow which."""

    name: str
    first: str
    steps: Mapping[str, frozenset[str]]

    def allows(self, state: str, following: str) -> bool:
        """Return whether one state may follow another; staying is no step."""
        return following in self.steps.get(state, frozenset())

    def check(self, state: str, following: str) -> None:
        """Refuse a step that is not listed, with code SSK-501."""
        if not self.allows(state, following):
            raise NotAllowed("SSK-501", track=self.name, state=state, following=following)


def _steps(table: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    return {state: frozenset(following) for state, following in table.items()}


_S = Submission

WRITING = Track(
    "writing",
    Writing.DRAFT,
    _steps({Writing.DRAFT: (Writing.READY,), Writing.READY: (Writing.DRAFT,)}),
)

RECOGNITION = Track(
    "recognition",
    Recognition.NOT_FILED,
    _steps(
        {
            Recognition.NOT_FILED: (
                Recognition.FILED,
                Recognition.RECOGNISED,
                Recognition.REFUSED,
            ),
            Recognition.FILED: (
                Recognition.NOT_FILED,
                Recognition.RECOGNISED,
                Recognition.REFUSED,
            ),
            # A wrong entry is put right; a refused initiative may be filed again.
            Recognition.RECOGNISED: (Recognition.FILED, Recognition.REFUSED),
            Recognition.REFUSED: (Recognition.FILED, Recognition.RECOGNISED),
        }
    ),
)

# A receipt may arrive for a bundle nobody marked as handed over, after the book was restored from
# before the export (queued → received), and twice in any order; a new revision may be queued from
# every state but "withdrawn"; a verdict may be put right after its receipt (clarification 15).
SUBMISSION = Track(
    "submission",
    _S.NONE,
    _steps(
        {
            _S.NONE: (_S.QUEUED, _S.RECEIVED),
            _S.QUEUED: (_S.NONE, _S.BUNDLED, _S.RECEIVED, *VERDICTS, _S.WITHDRAWN),
            _S.BUNDLED: (_S.QUEUED, _S.HANDED_OVER, _S.RECEIVED, *VERDICTS, _S.WITHDRAWN),
            _S.HANDED_OVER: (_S.QUEUED, _S.BUNDLED, _S.RECEIVED, *VERDICTS, _S.WITHDRAWN),
            _S.RECEIVED: (_S.QUEUED, *VERDICTS, _S.WITHDRAWN),
            _S.ACCEPTED: (
                _S.QUEUED,
                _S.RECEIVED,
                _S.RETURNED,
                _S.DECLINED,
                _S.UPLOADED,
                _S.WITHDRAWN,
            ),
            _S.RETURNED: (_S.QUEUED, _S.RECEIVED, _S.ACCEPTED, _S.DECLINED, _S.WITHDRAWN),
            _S.DECLINED: (_S.QUEUED, _S.RECEIVED, _S.ACCEPTED, _S.RETURNED, _S.WITHDRAWN),
            _S.UPLOADED: (
                _S.QUEUED,
                _S.RECEIVED,
                _S.ACCEPTED,
                _S.RETURNED,
                _S.DECLINED,
                _S.WITHDRAWN,
            ),
            _S.WITHDRAWN: (_S.QUEUED, _S.RECEIVED),
        }
    ),
)


def verdict_needs_comment(verdict: str) -> bool:
    """Return whether a verdict must say why: everything but accepted."""
    return verdict in (Submission.RETURNED, Submission.DECLINED)


def check_verdict(verdict: str, comment: str) -> None:
    """Refuse an unknown verdict (SSK-502) or one without its comment (SSK-503)."""
    if verdict not in VERDICTS:
        raise NotAllowed("SSK-502", verdict=verdict)
    if verdict_needs_comment(verdict) and not comment.strip():
        raise NotAllowed("SSK-503", verdict=verdict)
