"""What stands against an initiative going up to the central system: checks of that verb alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.domain.dates import display_date, first_day, last_day
from desktop_app.domain.portal_mapping import PortalNote
from desktop_app.domain.recognition import day_of
from desktop_app.domain.tracks import Recognition, Submission
from desktop_app.services.portal import ask_for_recognition
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.programmes import ProgrammeRecord

_MAY_GO = (Submission.ACCEPTED, Submission.UPLOADED)


def standing_against(
    record: InitiativeRecord, recognised: Mapping[str, Any], chosen: Sequence[ProgrammeRecord]
) -> tuple[PortalNote, ...]:
    """Return why an initiative cannot go up; nothing when it can.

    ``recognised`` is what its recognition records say together, ``chosen`` the programmes it may
    go up in (``portal.programmes_on``). SSK-902 not accepted here, SSK-903 not recognised where
    that is asked, SSK-904 recognised without a decision's number or date, SSK-905 not first used
    inside the programme's window.
    """
    found: list[PortalNote] = []
    if record.submission not in _MAY_GO:
        found.append(PortalNote("SSK-902"))
    if ask_for_recognition(chosen):
        found += _recognition(record, recognised)
    if chosen and not any(_inside(record.applied_on, programme) for programme in chosen):
        found.append(_outside(record.applied_on, chosen[0]))
    return tuple(found)


def _recognition(record: InitiativeRecord, said: Mapping[str, Any]) -> list[PortalNote]:
    if record.recognition != Recognition.RECOGNISED:
        return [PortalNote("SSK-903")]
    if not str(said.get("decision_no") or "").strip() or not day_of(said.get("decision_date")):
        return [PortalNote("SSK-904")]
    return []


def _inside(applied_on: str, programme: ProgrammeRecord) -> bool:
    """Return whether a date, as far as it is known, may lie inside a programme's window."""
    if programme.date_from is None and programme.date_to is None:
        return True
    if not day_of(applied_on):
        return False
    first, last = first_day(applied_on).isoformat(), last_day(applied_on).isoformat()
    return last >= (programme.date_from or "") and first <= (programme.date_to or "9999-12-31")


def _outside(applied_on: str, programme: ProgrammeRecord) -> PortalNote:
    day = day_of(applied_on)
    facts = {
        "day": display_date(day) if day else "–",
        "programme": programme.name,
        "since": display_date(programme.date_from) if programme.date_from else "…",
        "until": display_date(programme.date_to) if programme.date_to else "…",
    }
    return PortalNote("SSK-905", facts=facts)
