"""One verdict for several reports at once: each decided for itself, all undone together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.domain import tracks
from desktop_app.errors import AppError
from desktop_app.services import review
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class BulkLine:
    """What became of one report; ``error`` is None when it was done."""

    id: str
    code: str
    title: str
    error: AppError | None

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.error is None


def decide_many(
    workspace: Workspace,
    ids: Sequence[str],
    verdict: str,
    comment: str = "",
    *,
    step: Step = no_step,
) -> tuple[BulkLine, ...]:
    """Give several undecided reports the same verdict and comment; one refused stops no other.

    Raises NotAllowed SSK-502 or SSK-503 before anything is decided.
    """
    tracks.check_verdict(verdict, comment)

    def act(initiative_id: str) -> None:
        review.decide(workspace, initiative_id, verdict, comment, only_open=True)

    return _each(workspace, ids, act, step)


def undo_many(
    workspace: Workspace, ids: Sequence[str], *, step: Step = no_step
) -> tuple[BulkLine, ...]:
    """Take the newest verdict on several reports back; one a receipt has carried stays."""
    return _each(workspace, ids, lambda each: review.undo_decision(workspace, each), step)


def _each(
    workspace: Workspace, ids: Sequence[str], act: Callable[[str], None], step: Step
) -> tuple[BulkLine, ...]:
    lines: list[BulkLine] = []
    wanted = tuple(dict.fromkeys(ids))
    for place, initiative_id in enumerate(wanted):
        step(place, len(wanted))
        with workspace.database.read() as session:
            record = initiatives.find(session, initiative_id)
        code, title = (record.code, record.title) if record else ("", "")
        error = None
        try:
            act(initiative_id)
        except AppError as raised:
            error = raised
        lines.append(BulkLine(initiative_id, code, title, error))
    step(len(wanted), len(wanted))
    return tuple(lines)
