"""Numbers given once: bundles of our own, dossier codes and their counters."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop_app.domain.identifiers import dossier_code
from desktop_app.domain.text import fold
from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.storage import drafts, initiatives
from desktop_app.storage.inspection import numbers, reports, texts
from desktop_app.storage.settings import next_number, read_setting

_CODE_QUESTION = "dossier_code"


def _own(session: Session) -> dict[str, str]:
    try:
        return dict(read_setting(session, "own") or {})
    except ValueError:
        return {}  # unreadable: told by the check of settings


def _gaps(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [Hit(str(gap.sequence or "?"), gap) for gap in numbers.gaps(session)]


def _counters(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        own = _own(session)
        if not own:
            return []
        found = numbers.low_counters(session, own["unit_id"], own["code"])
    return [Hit(each.name.removeprefix("number "), each) for each in found]


def _mend_counters(_book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    for hit in hits:
        texts.put_setting(session, hit.data.name, hit.data.used)
    return ()


def _codes(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        own = _own(session)
        found = numbers.same_codes(session, own["unit_id"]) if own else []
    return [Hit(each.code, each, mendable=not each.revision) for each in found]


def _mend_codes(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Give a draft that was never completed the next free code; a completed one keeps its own."""
    own, now = _own(session), book.workspace.now()
    left = []
    for hit in hits:
        draft = drafts.read_draft(session, hit.data.id)
        if draft is None:
            left.append(hit)
            continue
        code = hit.data.code
        while initiatives.code_taken(session, code):
            number = next_number(session, f"number {own['code']} {now.year}")
            session.flush()
            code = dossier_code(own["code"], now.year, number)
        answers = dict(draft.answers)
        if answers.get(_CODE_QUESTION) == hit.data.code:
            answers[_CODE_QUESTION] = code
        drafts.write_draft(session, hit.data.id, answers, draft.pending, now)
        columns = {"code": code, **initiatives.summary_columns(answers, code)}
        reports.put_columns(session, hit.data.id, columns)
        assert fold(code) in columns["folded"]
    return left


CHECKS = (
    Check("gaps among our bundles", "DATA-17", _gaps),
    Check("counters", "DATA-18", _counters, _mend_counters),
    Check("dossier codes twice", "DATA-19", _codes, _mend_codes),
)
