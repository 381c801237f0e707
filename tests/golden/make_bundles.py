"""Writes a golden bundle of every kind: ``python -m tests.golden.make_bundles FOLDER``.

Run once for a format version; the files are kept and never written again. The real services write
them, with a clock that stands where it was put. People, places and companies are invented; the
keys are made here and used nowhere else. What opens the files goes into ``known.json`` as
``every_kind``.
"""

import base64
import hashlib
import io
import json
import shutil
import sys
import tempfile
from contextlib import ExitStack
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from desktop_app.domain.identifiers import uuid7
from desktop_app.exchange.bundle_document import bundle_name
from desktop_app.exchange.bundle_file import BundlePayload, open_bundle, write_bundle
from desktop_app.services import (
    cards,
    drafting,
    handover,
    inbox,
    portal,
    receipts,
    recognition,
    relaying,
    review,
    setup,
    shared_drafts,
    targets,
    templates,
    units,
    withdrawing,
)
from desktop_app.services.attaching import attach_data
from desktop_app.services.drafting import QuestionComment
from desktop_app.services.pack_files import Pack
from desktop_app.workspace import Workspace
from tests.samples import ready

PASSPHRASE = "bốn từ không liên quan"
PAPERS = ("don-yeu-cau", "bao-cao-mo-ta")
FUTURE = "2027-05-01: a field no program of today knows"
PDF = b"%PDF-1.4\n% mot trang giay da danh dau\n%%EOF\n"


class Clock:
    """A clock that starts on one day and goes on by a millisecond each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=7)))

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def _small_pack(whole: Pack) -> Pack:
    """Return the built-in pack with two of its papers: golden files are kept for ever."""
    names = {f"documents/{name}.docx" for name in PAPERS}
    return Pack({n: c for n, c in whole.files.items() if n in names or n == "form.xlsx"})


def with_future(value, place="bundle.json"):
    """Return a JSON value with a field more in every object of it; answers stay as they are."""
    if isinstance(value, list):
        return [with_future(each, place) for each in value]
    if not isinstance(value, dict):
        return value
    made = {
        name: inner if name in ("answers", "counts") else with_future(inner, f"{place} {name}")
        for name, inner in value.items()
    }
    return made | {"future": {"note": FUTURE, "at": place, "values": [1, 2.5, None, True]}}


def _following(source, keys, folder, identities, change, now):
    """Write the bundle that follows another, with its content changed, signed by its sender."""
    with open_bundle(source, identities=identities, temp_dir=folder) as opened:
        files = {
            name: opened.read(name, 10**8)
            for name in opened.names()
            if name.startswith("data/") and name != "data/bundle.json"
        }
        number = opened.document["sequence"] + 1
        head = {"bundle_id": uuid7(now), "sequence": number, "previous": opened.inner_sha256}
        document, files = change(opened.document | head, files)
    payload = [
        BundlePayload(name, len(content), None, lambda content=content: io.BytesIO(content))
        for name, content in files.items()
    ]
    side = "sender" if document["kind"] == "submission" else "recipient"
    unit = document[side]["unit"]["code"]
    name = bundle_name(unit, keys.mark, document["kind"], document["sequence"])
    return write_bundle(
        folder,
        name,
        document,
        payload,
        keys=keys,
        recipients=[],
        bagging_date=document["created_at"][:10],
    ).path


def _of_the_future(document, files):
    changed = {
        name: json.dumps(with_future(json.loads(content), name), ensure_ascii=False).encode()
        if name.endswith("/initiative.json")
        else content
        for name, content in files.items()
    }
    folder = document["items"][0]["path"]
    more = {f"{folder}/sound.opus": b"a file of the item", "data/future/note.json": b"{}\n"}
    return with_future(document), changed | more


def _card_of_the_future(document, _files):
    """Make the card that rides along with a receipt one of its own, without templates."""
    return with_future(document | {"kind": "setup", "items": []}), {}


def _newer(document, _files):
    return document | {"format_version": 2, "items": "not a list"}, {}


def make(folder: Path) -> None:
    """Write all files into a folder and add them to its ``known.json``."""
    whole = templates.built_in_pack
    templates.built_in_pack = lambda: _small_pack(whole())
    try:
        _make(folder)
    finally:
        templates.built_in_pack = whole


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    clock, known = Clock(), {}

    def keep(name, path):
        assert not (folder / path.name).exists(), "golden files are never written again"
        known[name] = shutil.copy(path, folder / path.name).name

    with tempfile.TemporaryDirectory() as made_in, ExitStack() as stack:
        place = Path(made_in)

        def book(name):
            return stack.enter_context(Workspace(place / name, clock=clock))

        province, office, team, second, alone = map(
            book, ("province", "office", "team", "second", "alone")
        )
        out = place / "out"
        out.mkdir()
        # The level above, whose card the office takes; it offers no forms of its own.
        setup.start_office(province, "Liên đoàn Lao động tỉnh Thái Nguyên", "TNG")
        for row in templates.list_templates(province):
            templates.withdraw(province, row.id, row.version)
        setup.start_office(office, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        units.add_unit(province, name=office.own.name, code="KCNTN")
        keep("card_above", cards.export_card(province, "KCNTN", out))
        compared = inbox.Agreed(frozenset({province.keys.public.sign}))
        inbox.take_in(office, [out / known["card_above"]], agreed=compared)
        # The card of a team, with everything a card can say.
        unit = units.add_unit(office, name="CĐCS Công ty May Sông Công", code="MSC")
        units.set_people(office, unit.id, members=412, workers=38, as_of=date(2026, 10, 1))
        targets.add_programme(
            office, code="SK2026", name="Sáng kiến năm 2026", date_from=date(2026, 1, 1)
        )
        targets.add_phase(
            office,
            code="DOT2",
            name="Đợt hai",
            programme="SK2026",
            date_from=date(2026, 7, 1),
            date_to=date(2026, 12, 15),
            peak=True,
        )
        targets.set_target(office, "MSC", "DOT2", count=40)
        keep("card", cards.export_card(office, "MSC", out))
        setup.start_team_with_card(team, out / known["card"])
        setup.start_team_with_card(second, out / known["card"])
        # A submission with a file and with the establishment's own decision.
        first = ready(team, 1)
        drafting.back_to_draft(team, first)
        figure = {
            "file": attach_data(team, PDF, "số đo nước.pdf").value,
            "caption": "Số đo tháng 8",
        }
        drafting.edit(team, first, {"figures": [figure]})
        drafting.make_ready(team, first)
        recognition.record(
            team,
            first,
            "recognised",
            decision_no="12/QĐ-SC",
            decision_date=date(2026, 11, 10),
            decision_by="Hoàng Đức Thịnh",
        )
        keep("submission", handover.export_bundle(team, out).path)
        inbox.take_in(office, [out / known["submission"]])
        # The answer: a question, a file beside it, and the card, which says something else by now.
        page = review.attach_to_comment(office, _written(place / "trang 2.pdf", PDF + b"% trang 2"))
        questions = [QuestionComment("measures", "Thiếu nguồn số liệu.")]
        review.decide(office, first, "returned", "Xem trang kèm theo.", questions, [page])
        targets.set_target(office, "MSC", "SK2026", percent=12.5, base=targets.Base.MEMBERS)
        keep("receipt", receipts.export_receipts(office, out)[0].path)
        answered = [team.keys.age_identity]
        later = _following(
            out / known["receipt"], office.keys, out, answered, _card_of_the_future, clock()
        )
        keep("card_future", later)
        # A second bundle, which also tells that the first report is withdrawn.
        withdrawing.withdraw(team, first, "Một tác giả rút lại sự đồng ý.")
        other = ready(team, 2)
        plain = handover.export_bundle(team, out, [other]).path
        keep("withdrawal", plain)
        # What the future may add, written by the same team, and a version nobody knows.
        future = _following(plain, team.keys, out, answered, _of_the_future, clock())
        keep("future", future)
        keep("newer", _following(future, team.keys, out, answered, _newer, clock()))
        inbox.take_in(office, [plain])
        # What the office passes on, and the answer to it.
        review.decide(office, other, "accepted", "Đủ hồ sơ.")
        keep("relay", relaying.export_relay(office, out)[0].path)
        inbox.take_in(province, [out / known["relay"]])
        review.decide(province, other, "accepted")
        portal.record_portal(province, other, code="SK-0077", state="valid")
        keep("receipt_above", receipts.export_receipts(province, out)[0].path)
        # Two computers of one team.
        draft = drafting.new_initiative(
            team, None, {"initiative_title": "Giá treo cuộn vải xoay được", "figures": [figure]}
        )
        keep("draft", shared_drafts.export_drafts(team, [draft], out).path)
        inbox.take_in(second, [out / known["draft"]])
        drafting.edit(second, draft, {"necessity": "Cuộn vải nặng, hai người mới treo được."})
        inbox.take_in(team, [shared_drafts.export_drafts(second, [draft], out).path])
        for computer in shared_drafts.computers(team):
            shared_drafts.trust_computer(team, computer.sign_key)
        keep("draft_sealed", shared_drafts.export_drafts(team, [draft], out).path)
        # A team that has no card yet.
        setup.start_team(alone, "CĐCS Công ty Mía đường Sông Cầu", "MDSC")
        third, fourth = ready(alone, 9), ready(alone, 1)
        by_words = handover.export_bundles(alone, out, [third], passphrase=PASSPHRASE)
        keep("by_passphrase", by_words[0].path)
        keep("unsealed", handover.export_bundle(alone, out, [fourth], unsealed=True).path)
        known |= {
            "passphrase": PASSPHRASE,
            "initiatives": {
                "first": first,
                "other": other,
                "draft": draft,
                "by_passphrase": third,
                "unsealed": fourth,
            },
            "keys": {
                workspace.folder.name: {
                    "sign_seed": base64.b64encode(workspace.keys.sign_seed).decode("ascii"),
                    "age_identity": workspace.keys.age_identity,
                }
                for workspace in (province, office, team, second, alone)
            },
        }
        known["inner_sha256"] = {
            name: _inner(folder / file, [k["age_identity"] for k in known["keys"].values()], place)
            for name, file in known.items()
            if isinstance(file, str) and name != "passphrase"
        }
    index = folder / "known.json"
    before = json.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
    text = json.dumps(before | {"every_kind": known}, ensure_ascii=False, indent=1)
    index.write_text(text + "\n", encoding="utf-8")


def _inner(path: Path, identities, temp_dir: Path) -> str:
    """Return the SHA-256 of the ZIP inside a file."""
    if path.suffix == ".zip":
        return hashlib.sha256(path.read_bytes()).hexdigest()
    words = "" if "MDSC" not in path.name else PASSPHRASE
    with open_bundle(path, identities=identities, temp_dir=temp_dir, passphrase=words) as opened:
        return opened.inner_sha256


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    make(Path(sys.argv[1]))
