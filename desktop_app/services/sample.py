"""The sample profile: a believable factory union and its officer, played through the real verbs.

Nothing is put into tables by hand: two workspaces carry real bundles and receipts between them,
so every state of the sample is one the program reached by itself.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.recognition import Member
from desktop_app.errors import Failed, NotAllowed
from desktop_app.resource_files import resource_path
from desktop_app.services import (
    cards,
    council_sessions,
    councils,
    drafting,
    handover,
    inbox,
    portal,
    receipts,
    review,
    setup,
    targets,
    units,
)
from desktop_app.services.attaching import resolve_files
from desktop_app.services.steps import Step, no_step
from desktop_app.storage.server_link import BOOK
from desktop_app.workspace import STORES, Workspace

_ASIDE = "so-mau"
_CARRIED = ("accepted", "returned", "declined", "received")


@dataclass(frozen=True)
class Played:
    """The files the two sides of the sample carried."""

    card: Path
    bundles: tuple[Path, ...]
    receipts: tuple[Path, ...]


@dataclass(frozen=True)
class _Sample:
    state: str
    answers: Mapping[str, Any]
    meta: Mapping[str, Any]


def is_sample(workspace: Workspace) -> bool:
    """Return whether a book is the sample."""
    return bool(workspace.setting("sample", False))


def open_sample(workspace: Workspace, role: str, step: Step = no_step) -> None:
    """Fill an empty workspace with the sample, as a team or as an office."""
    if workspace.started:
        raise NotAllowed("SSK-505")
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        Workspace(Path(folder) / "other", clock=workspace.clock) as other,
    ):
        team, office = (workspace, other) if role == setup.TEAM else (other, workspace)
        play(team, office, Path(folder), step)
    workspace.set_setting("sample", True)


def throw_away(workspace: Workspace) -> None:
    """Put the sample aside into ``so-mau`` below the data folder; an empty book takes its place.

    It is not erased: somebody may have begun to work in it in earnest. One put aside before goes.
    Raises NotAllowed SSK-992 for a book that is no sample; Failed SSK-412 and following when the
    disk refuses, the sample then stands where it was.
    """
    from desktop_app.exchange.delivery import told_errors

    if workspace.link is not None or not is_sample(workspace):
        raise NotAllowed("SSK-992")
    aside = workspace.folder / _ASIDE
    parts = [BOOK, *(f"{BOOK}{ending}" for ending in ("-journal", "-wal", "-shm"))]
    moved: list[tuple[Path, Path]] = []
    workspace.database.close()
    try:
        with told_errors(workspace.folder):
            if aside.exists():
                shutil.rmtree(aside)
            aside.mkdir()
            for name in (*parts, *STORES.values(), "keys"):
                source = workspace.folder / name
                if source.exists():
                    os.replace(source, aside / name)
                    moved.append((aside / name, source))
    except Failed:
        for there, here in reversed(moved):
            os.replace(there, here)
        raise
    finally:
        workspace.reopen()


def play(team: Workspace, office: Workspace, files: Path, step: Step = no_step) -> Played:
    """Play the whole loop between an empty team and an empty office; files go into a folder."""
    samples = _samples()
    whole = len(samples) + 6
    _begin_office(office)
    step(1, whole)
    card = cards.export_card(office, _units()["team"]["code"], files)
    setup.start_team_with_card(team, card)
    step(2, whole)
    written: dict[str, list[str]] = {}
    for place, sample in enumerate(samples, start=3):
        written.setdefault(sample.state, []).append(_write(team, sample))
        step(place, whole)
    carried = [i for state in _CARRIED for i in written.get(state, ())]
    first = handover.export_bundle(team, files, carried)
    handover.mark_handed_over(team, first.bundle_id)
    inbox.take_in(office, [first.path])
    _decide(office, written, samples)
    answers = receipts.export_receipts(office, files)
    inbox.take_in(team, [answer.path for answer in answers])
    second = handover.export_bundle(team, files, written["handed_over"])
    handover.mark_handed_over(team, second.bundle_id)
    step(whole, whole)
    return Played(card, (first.path, second.path), tuple(answer.path for answer in answers))


def _units() -> dict[str, Any]:
    text = resource_path("sample", "units.json").read_text(encoding="utf-8")
    listed: dict[str, Any] = json.loads(text)
    return listed


def _samples() -> Sequence[_Sample]:
    found = []
    for path in sorted(resource_path("sample", "initiatives").glob("*.json")):
        kept = json.loads(path.read_text(encoding="utf-8"))
        answers = _with_paths(kept["answers"], path.parent)
        found.append(_Sample(kept["state"], answers, kept.get("meta", {})))
    return found


def _with_paths(value: Any, folder: Path) -> Any:
    if isinstance(value, dict):
        if set(value) == {"file"} and isinstance(value["file"], str):
            return {"file": str(folder / value["file"])}
        return {name: _with_paths(inner, folder) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_paths(inner, folder) for inner in value]
    return value


def _begin_office(office: Workspace) -> None:
    listed = _units()
    setup.start_office(office, listed["office"]["name"], listed["office"]["code"])
    programme = listed["programme"]
    targets.add_programme(
        office,
        code=programme["code"],
        name=programme["name"],
        date_from=date.fromisoformat(programme["from"]),
        date_to=date.fromisoformat(programme["to"]),
    )
    for phase in listed["phases"]:
        targets.add_phase(
            office,
            code=phase["code"],
            name=phase["name"],
            programme=programme["code"],
            date_from=date.fromisoformat(phase["from"]),
            date_to=date.fromisoformat(phase["to"]),
        )
    for unit in listed["units"]:
        row = units.add_unit(office, name=unit["name"], code=unit["code"])
        units.set_people(
            office,
            row.id,
            members=unit["members"],
            workers=unit["workers"],
            as_of=date.fromisoformat(listed["as_of"]),
        )
    for target in listed["targets"]:
        targets.set_target(office, target["unit"], target["scope"], count=target["count"])


def _write(team: Workspace, sample: _Sample) -> str:
    answers = resolve_files(team, sample.answers)
    initiative_id = drafting.new_initiative(team, None, answers)
    if sample.state == "draft":
        return initiative_id
    drafting.make_ready(team, initiative_id)
    decision = sample.meta.get("recognition")
    if decision:
        _recognise(team, initiative_id, decision)
    return initiative_id


def _recognise(team: Workspace, initiative_id: str, said: Mapping[str, Any]) -> None:
    """Hold the council's session on an initiative and keep the signed decision."""
    council = _units()["council"]
    members = [Member(member["name"], member["role"]) for member in council["members"]]
    known = [kept.id for kept in councils.list_councils(team)]
    council_id = (
        known[0]
        if known
        else councils.keep_council(
            team, name=council["name"], body=council["body"], members=members
        )
    )
    council_sessions.hold_session(
        team,
        council_sessions.Meeting(
            council_id,
            date.fromisoformat(said["session_date"]),
            tuple(range(len(members))),
            said["minutes_no"],
        ),
        [council_sessions.Vote(initiative_id, said["votes_for"], len(members))],
    )
    decided = council_sessions.Decided(
        said["decision_no"],
        date.fromisoformat(said["decision_date"]),
        said["decision_by"],
        council["body"],
    )
    council_sessions.decide(team, decided, [initiative_id], number_certificates=True)


def _decide(
    office: Workspace, written: Mapping[str, Sequence[str]], samples: Sequence[_Sample]
) -> None:
    for state in ("accepted", "returned", "declined"):
        metas = [sample.meta for sample in samples if sample.state == state]
        for initiative_id, meta in zip(written.get(state, ()), metas, strict=True):
            asked = meta.get("question")
            questions = [drafting.QuestionComment(*asked)] if asked else []
            review.decide(office, initiative_id, state, meta.get("comment", ""), questions)
            entered = meta.get("portal")
            if entered:
                portal.record_portal(
                    office,
                    initiative_id,
                    code=entered["code"],
                    state=entered["state"],
                    on=date.fromisoformat(entered["date"]),
                )
