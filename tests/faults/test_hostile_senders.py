"""A known sender's key signs what no honest program writes: a verdict or a code, never a crash.

Hashes and signature are made anew after each change, so that the values themselves are tried.
"""

import copy
import io
import json
import os
import random
import shutil
import zipfile

import pytest

from desktop_app.domain.canonical import revision_hash
from desktop_app.errors import AppError
from desktop_app.exchange.bundle_file import BundlePayload, open_bundle, write_bundle
from desktop_app.services import cards, handover, inbox, receipts, review
from tests.faults import findings
from tests.faults.mutating import Book
from tests.samples import ready

TRIALS = int(os.environ.get("TRIALS", 2_000)) if os.environ.get("TORTURE") else 30
STRANGE = [
    None, True, False, 0, -1, 1, 2**31, 2**63, 2**70, -(2**63) - 1, 1.5, 1e308, "", " ", "x", "0", "-1",
    "x" * 25_000, "../../etc/passwd", "data/bundle.json", "\n", "\u202e", "a\u0301" * 50, "💥",
    "0001-01-01", "9999-12-31", "2026-02-30", "2026-11-20T10:00:00+07:00", "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00+14:00", "2026-11-20T10:00:00", "018f0000-0000-7000-8000-000000000009",
    "0" * 64, "{x}", "%s", "'; DROP TABLE units; --", [], {}, [[]], [None], {"": None}, [{}] * 3,
    ["x"] * 1000, {"id": 1}, {"x": {"y": {"z": []}}},
]  # fmt: skip


def places(value, path=()):
    """Return the way to every value inside another."""
    found = [path] if path else []
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value if isinstance(value, list) else ())
    )
    for key, below in inside:
        found += places(below, (*path, key))
    return found


def disturbed(source, value):
    """Return a copy with one value replaced, left out, doubled or put elsewhere."""
    made = copy.deepcopy(value)
    *way, last = source.choice(places(made))
    holder = made
    for key in way:
        holder = holder[key]
    kind = source.randrange(6)
    if kind == 0:
        del holder[last]
    elif kind == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    elif kind == 2:
        *other_way, other = source.choice(places(value))
        taken = value
        for key in (*other_way, other):
            taken = taken[key]
        holder[last] = copy.deepcopy(taken)
    else:
        holder[last] = copy.deepcopy(source.choice(STRANGE))
    return made


def resigned(path, keys, change, folder):
    """Write a bundle again, signed by its sender, after a change of document and files."""
    with zipfile.ZipFile(path) as archive:
        files = {
            entry.filename.partition("/")[2]: archive.read(entry)
            for entry in archive.infolist()
            if "/data/" in entry.filename
        }
    document = json.loads(files.pop("data/bundle.json"))
    document, files = change(document, files)
    payload = [
        BundlePayload(name, len(content), None, lambda content=content: io.BytesIO(content))
        for name, content in files.items()
    ]
    for stale in folder.glob("*.zip"):
        stale.unlink()
    return write_bundle(
        folder, "x", document, payload, keys=keys, recipients=[], bagging_date="2026-11-20"
    ).path


def in_document(source):
    def change(document, files):
        for _time in range(source.choice([1, 1, 2])):
            document = disturbed(source, document)
        return document, files

    return change


def in_initiative(source):
    def change(document, files):
        (name,) = [name for name in files if name.endswith("initiative.json")][:1]
        data = json.loads(files[name])
        for _time in range(source.choice([1, 1, 2])):
            data = disturbed(source, data)
        try:
            marks = [entry["sha256"] for entry in data["attachments"]]
            template = data["template"]
            data["hash"] = revision_hash(
                data["answers"], template["id"], template["version"], marks
            )
        except Exception:
            data = data if isinstance(data, dict) else {}
        for item in document["items"]:
            if name.startswith(item["path"]):
                item |= {"hash": data.get("hash", item["hash"])}
        return document, files | {name: json.dumps(data).encode()}

    return change


@pytest.fixture
def meetings(team, office, files, tmp_path, clock):
    """For each kind of letter: a file, the sender's keys, a book that takes it, and a change."""
    first = ready(team, 1)
    sealed = handover.export_bundle(team, files).path
    waiting = Book(put_away(office, tmp_path), tmp_path / "office book", clock)
    inbox.take_in(office, [sealed])
    review.decide(office, first, "returned", "Thiếu số liệu", [review_comment()])
    (receipt,) = receipts.export_receipts(office, files)
    asked = Book(put_away(team, tmp_path), tmp_path / "team book", clock)
    opened = tmp_path / "opened.zip"
    plain_of(receipt.path, team, opened, tmp_path)
    card = cards.export_card(office, "MSC", files)
    team.set_setting("office", None)
    ready(team, 2)
    plain = handover.export_bundle(team, files, unsealed=True).path
    yield {
        "submission's document": (plain, team.keys, waiting, in_document),
        "submission's initiative": (plain, team.keys, waiting, in_initiative),
        "receipt": (opened, office.keys, asked, in_document),
        "card": (card, office.keys, asked, in_document),
    }
    waiting.close()
    asked.close()


def put_away(workspace, folder):
    return shutil.copytree(
        workspace.folder,
        folder / f"put away {workspace.folder.name}",
        ignore=shutil.ignore_patterns("*.lock*", "temporary"),
    )


def review_comment():
    from desktop_app.services.drafting import QuestionComment

    return QuestionComment("measures", "Thiếu nguồn")


def plain_of(path, workspace, target, folder):
    """Open a seal into a file."""
    from desktop_app.exchange import sealing

    with target.open("wb") as file:
        sealing.open_seal(path, [workspace.keys.age_identity], file, temp_dir=folder)


@pytest.mark.parametrize("kind", [
    "submission's document", "submission's initiative", "receipt", "card",
])  # fmt: skip
def test_strange_values_under_a_right_signature(meetings, tmp_path, kind):
    path, keys, book, how = meetings[kind]
    folder, faults = tmp_path / "resigned", []
    folder.mkdir()
    for number in range(TRIALS):
        source = random.Random(f"{kind} {number}")
        try:
            made = resigned(path, keys, how(source), folder)
        except (ValueError, KeyError, TypeError, AppError):
            continue  # cannot even be written
        try:
            (file,) = inbox.take_in(book.workspace, [made]).files
        except Exception as error:
            faults.append(f"{kind}, trial {number}: {error!r}")
            book.bring_back()
            continue
        if file.error is None:
            words = sorted({item.intake for item in file.items}) or ["taken"]
            findings.note(f"Strange values, {kind}", " and ".join(words))
            book.bring_back()
            continue
        findings.note(f"Strange values, {kind}", f"refused {file.error.code}")
        after = book.dump()
        if after != book.before:
            places = [name for name in after if after[name] != book.before.get(name)]
            faults.append(f"{kind}, trial {number}: {file.error.code}, and changed: {places}")
            book.bring_back()
    print(*findings.lines(f"Strange values, {kind}"), *faults, sep="\n")
    assert faults == []


def test_the_unchanged_letter_is_taken(meetings, tmp_path):
    """The making anew is right: without a change each letter is taken in."""
    folder = tmp_path / "resigned"
    folder.mkdir()
    for kind, (path, keys, book, _how) in meetings.items():
        made = resigned(path, keys, lambda document, files: (document, files), folder)
        with open_bundle(made, identities=[], temp_dir=tmp_path) as opened:
            assert opened.signer == keys.public.sign, kind
        (file,) = inbox.take_in(book.workspace, [made]).files
        assert file.opened, (kind, file.error)
        assert all(item.intake in ("new", "returned") for item in file.items), kind
        book.bring_back()
