"""docs/bundle-format.md, its schemas and its BagIt profile say what the program does."""

import copy
import fnmatch
import hashlib
import json
import re
import zipfile
from pathlib import Path

import bagit
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from desktop_app.domain.canonical import canonical_json, revision_hash
from desktop_app.errors import BadFile
from desktop_app.exchange import bundle_document
from desktop_app.exchange.bundle_document import read_document
from desktop_app.services import arrivals, cards, carrying, targets
from tests.exchange import golden
from tests.golden import make_bundles

DOCS = Path(__file__).parents[2] / "docs"
PROFILE = json.loads((DOCS / "bagit-profile.json").read_text(encoding="utf-8"))
MISSING = object()
KINDS = {
    "setup": "card", "submission": "submission", "receipt": "receipt", "relay": "relay",
    "draft": "draft",
}  # fmt: skip


def schema(name):
    content = json.loads((DOCS / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content, format_checker=FormatChecker(["date"]))


BUNDLE, INITIATIVE, DRAFT = schema("bundle"), schema("initiative"), schema("draft")


@pytest.fixture(scope="module")
def today(tmp_path_factory):
    """Bundles of every kind as the services of today write them."""
    folder = tmp_path_factory.mktemp("today") / "bundles"
    make_bundles.make(folder)
    return json.loads((folder / "known.json").read_text(encoding="utf-8"))["every_kind"], folder


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """bundle.json of each kind, and what is inside."""
    folder = tmp_path_factory.mktemp("opened")
    more = {"portal": "receipt_above", "withdrawal": "withdrawal"}
    return {kind: golden.document_of(name, folder) for kind, name in (KINDS | more).items()}


def faults(validator, value):
    return [f"{error.json_path}: {error.message[:120]}" for error in validator.iter_errors(value)]


def described(opened):
    """Give each JSON document of a bundle with its schema."""
    yield "data/bundle.json", BUNDLE
    for name in opened.names():
        if name.startswith("data/initiatives/") and name.endswith("/initiative.json"):
            yield name, INITIATIVE
        if name.startswith("data/drafts/") and name.endswith("/draft.json"):
            yield name, DRAFT


# Schemas: what is written


def test_the_schemas_hold_for_what_the_services_write(today, tmp_path):
    known, folder = today
    seen = set()
    for name in known["inner_sha256"]:
        if name == golden.NEWER:
            continue
        with golden.opened(name, tmp_path, known, folder) as opened:
            seen.add(opened.document["kind"])
            for path, validator in described(opened):
                content = opened.read(path, 10**7)
                assert faults(validator, json.loads(content)) == [], (name, path)
                if "future" not in name:
                    assert canonical_json(json.loads(content)) == content, (name, path)
    assert seen == set(bundle_document.KINDS)


@pytest.mark.parametrize("name", [name for name in golden.NAMES if name != "by_passphrase"])
def test_the_schemas_hold_for_every_golden_file(tmp_path, name):
    with golden.opened(name, tmp_path) as opened:
        found = {
            path: faults(v, json.loads(opened.read(path, 10**7))) for path, v in described(opened)
        }
    assert not any(found.values()), found


@pytest.mark.parametrize(("name", "identity"), [
    ("card", "team_identity"), ("submission", "office_identity"), ("receipt", "team_identity"),
])  # fmt: skip
def test_the_schemas_hold_for_the_first_golden_files(tmp_path, name, identity):
    """They are from before 2026-11-21: without profile and files."""
    known = golden.KNOWN | {"keys": {"": {"age_identity": golden.KNOWN[identity]}}}
    with golden.opened(name, tmp_path, known) as opened:
        found = {
            path: faults(v, json.loads(opened.read(path, 10**7))) for path, v in described(opened)
        }
    assert not any(found.values()), found


# Schemas: what is refused


def changed(value, path, new):
    """Return a copy with one value replaced, or left out."""
    made = copy.deepcopy(value)
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    if new is MISSING:
        del holder[path[-1]]
    else:
        holder[path[-1]] = new
    return made


def refused(document):
    """Return what the reader names when it refuses, None when it takes it."""
    try:
        read_document(json.dumps(document, ensure_ascii=False).encode())
    except BadFile as error:
        return error.facts.get("field", error.code)
    return None


UNIT_FAULTS = [
    (("id",), "7"), (("id",), MISSING), (("code",), "msc"), (("code",), "M" * 21), (("code",), ""),
    (("name",), 5), (("name",), "x" * 20_001),
]  # fmt: skip
HEAD_FAULTS = [
    (("format",), "so-sang-kien"), (("format",), MISSING), (("format_version",), 0),
    (("format_version",), 2), (("format_version",), "1"), (("format_version",), True),
    (("kind",), "parcel"), (("kind",), MISSING), (("bundle_id",), "x"), (("bundle_id",), MISSING),
    (("sequence",), 0), (("sequence",), 10**9), (("sequence",), "1"), (("sequence",), True),
    (("device",), "abcd"), (("device",), "ABC"), (("device",), "ABCDE"), (("previous",), "0" * 63),
    (("previous",), MISSING), (("created_at",), "2026-11-20"), (("created_at",), "2026-11-20T10:00:00"),
    (("created_at",), "20261120T100000Z"), (("program",), None), (("program",), "x" * 20_001),
    (("profile",), 1), (("sender",), None), (("sender",), []), (("sender", "role"), "union"),
    (("sender", "unit"), None), (("sender", "sign_key"), None), (("sender", "sign_key"), "RWQ"),
    (("sender", "age_recipient"), "age1"), (("sender", "age_recipient"), MISSING),
    *((("sender", "unit", *path), new) for path, new in UNIT_FAULTS),
    (("recipient",), "MSC"), (("recipient",), MISSING), (("recipient", "unit"), None),
    (("recipient", "sign_key"), "RWQ"),
    *((("recipient", "unit", *path), new) for path, new in UNIT_FAULTS),
    (("items",), {}), (("items",), None), (("items",), [None]), (("counts",), []),
    (("counts",), {"writing": 3}), (("counts",), {"writing": {"ready": -1}}),
    (("counts",), {"writing": {"ready": "1"}}),
]  # fmt: skip
GONE = ("withdrawals", 0)
ITEM, FILE, PORTAL = ("items", 0), ("items", 0, "files", 0), ("items", 0, "portal")
ONE_REPORT = [
    ((*ITEM, "id"), "../x"), ((*ITEM, "id"), MISSING), ((*ITEM, "code"), None),
    ((*ITEM, "revision"), 0), ((*ITEM, "revision"), "1"), ((*ITEM, "hash"), "0" * 65),
    ((*ITEM, "hash"), "A" * 64), ((*ITEM, "title"), None), ((*ITEM, "path"), "data/initiatives"),
    ((*ITEM, "path"), MISSING),
]  # fmt: skip
SETUP = [
    (("setup",), []), (("setup", "sign_key"), "x"), (("setup", "recipients"), None),
    (("setup", "recipients"), ["age1"]), (("setup", "recipients", 0), None), (("setup", "escrow"), {}),
    (("setup", "escrow"), ["x"]), (("setup", "office"), None), (("setup", "office", "unit"), None),
    *((("setup", "unit", *path), new) for path, new in UNIT_FAULTS),
    *((("setup", "office", "unit", *path), new) for path, new in UNIT_FAULTS),
    (("setup", "above"), {}), *((("setup", "above", *path), new) for path, new in UNIT_FAULTS),
    (("setup", "people"), []), (("setup", "people", "as_of"), "2026"),
    (("setup", "people", "as_of"), "2026-02-30"), (("setup", "people", "members"), -1),
    (("setup", "people", "workers"), MISSING), (("setup", "programmes"), None),
    (("setup", "programmes"), ["SK2026"]), (("setup", "programmes", 0, "code"), "x" * 41),
    (("setup", "programmes", 0, "name"), None), (("setup", "programmes", 0, "date_from"), "2026"),
    (("setup", "programmes", 0, "date_to"), MISSING), (("setup", "programmes", 0, "counting"), 1),
    (("setup", "programmes", 0, "rounding"), "away"), (("setup", "phases"), {}),
    (("setup", "phases", 0, "code"), None), (("setup", "phases", 0, "programme_code"), MISSING),
    (("setup", "phases", 0, "name"), 1), (("setup", "phases", 0, "date_from"), None),
    (("setup", "phases", 0, "date_to"), "2026-13-01"), (("setup", "phases", 0, "peak"), "yes"),
    (("setup", "targets"), None), (("setup", "targets", 0, "scope"), None),
    (("setup", "targets", 0, "count"), -1), (("setup", "targets", 0, "percent"), 1001),
    (("setup", "targets", 0, "percent"), "12"), (("setup", "targets", 0, "base"), "everybody"),
]  # fmt: skip
FAULTS = {
    "submission": [*HEAD_FAULTS, *ONE_REPORT, (("items",), [{}])],
    "relay": [
        *ONE_REPORT, ((*ITEM, "origin"), "x"), ((*ITEM, "origin"), MISSING), ((*ITEM, "unit"), None),
        *(((*ITEM, "unit", *path), new) for path, new in UNIT_FAULTS), ((*ITEM, "verdict"), "good"),
        ((*ITEM, "comment"), None), ((*ITEM, "comment"), "x" * 20_001), ((*ITEM, "decided_at"), "now"),
    ],
    "receipt": [
        ((*ITEM, "id"), "x"), ((*ITEM, "revision"), -1), ((*ITEM, "hash"), None),
        ((*ITEM, "arrived_at"), None), ((*ITEM, "verdict"), "good"), ((*ITEM, "verdict"), MISSING),
        ((*ITEM, "comment"), None), ((*ITEM, "questions"), {}), ((*ITEM, "questions"), [1]),
        ((*ITEM, "questions", 0, "question"), None), ((*ITEM, "questions", 0, "comment"), MISSING),
        ((*ITEM, "decided_at"), "2026-11-21"), ((*ITEM, "decided_at"), MISSING),
        ((*ITEM, "portal"), "valid"), ((*ITEM, "portal"), MISSING), ((*ITEM, "files"), {}),
        ((*ITEM, "files"), [None]), ((*ITEM, "files"), [{}] * 101), ((*FILE, "path"), "data/bundle.json"),
        ((*FILE, "path"), MISSING), ((*FILE, "sha256"), "x"), ((*FILE, "name"), None),
        ((*FILE, "size"), -1), ((*FILE, "size"), True), ((*FILE, "media_type"), MISSING), *SETUP,
    ],
    "portal": [
        ((*PORTAL, "code"), None), ((*PORTAL, "code"), "x" * 41), ((*PORTAL, "state"), MISSING),
        ((*PORTAL, "date"), 20261121), ((*PORTAL, "uploaded_on"), 1),
    ],
    "withdrawal": [
        (("withdrawals",), {}), (("withdrawals",), [None]), ((*GONE, "id"), "x"), ((*GONE, "code"), None),
        ((*GONE, "revision"), 0), ((*GONE, "hash"), MISSING), ((*GONE, "title"), 1),
        ((*GONE, "reason"), MISSING), ((*GONE, "reason"), "x" * 20_001), ((*GONE, "at"), "2026-11-21"),
    ],
    "setup": [*SETUP, (("setup",), MISSING), (("setup",), None)],
    "draft": [((*ITEM, "id"), 1), ((*ITEM, "code"), None), ((*ITEM, "title"), MISSING)],
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_reader_and_schema_refuse_the_same_single_faults(documents, kind):
    document, differing = documents[kind], []
    assert not refused(document)
    assert not faults(BUNDLE, document)
    for path, new in FAULTS[kind]:
        made = changed(document, path, new)
        verdict = bool(refused(made)), bool(faults(BUNDLE, made))
        if verdict != (True, True):
            differing.append((path, str(new)[:40], verdict))
    assert differing == []


def test_a_card_says_any_target_that_can_be_set(office, team, files):
    """More than one initiative for each member is a target too."""
    targets.add_programme(office, code="SK2026", name="Sáng kiến năm 2026")
    targets.set_target(office, "MSC", "SK2026", percent=1000.0, base=targets.Base.MEMBERS)
    path = cards.export_card(office, "MSC", files)
    with zipfile.ZipFile(path) as archive:
        document = json.loads(archive.read(f"{path.stem}/data/bundle.json"))
    assert (refused(document), faults(BUNDLE, document)) == (None, [])


def test_every_rule_of_the_reader_has_a_fault_of_its_own(documents):
    """The names the reader gives for what is wrong, against those its rules stand under."""
    found = {kind: set() for kind in FAULTS}
    for kind, rows in FAULTS.items():
        for path, new in rows:
            with pytest.raises(BadFile) as raised:
                read_document(json.dumps(changed(documents[kind], path, new)).encode())
            found[kind].add(raised.value.facts.get("field"))
    found["receipt"] |= found.pop("portal")
    gone = found.pop("withdrawal")
    assert gone >= {"withdrawals", *(f"withdrawals.{name}" for name in bundle_document._WITHDRAWN)}
    assert found["submission"] >= {"format", "version", *bundle_document._HEAD, "sender.unit"}
    assert found["submission"] >= {"sender.role", "sender.sign_key", "sender.age_recipient"}
    assert found["submission"] >= {"recipient", "recipient.sign_key"}
    for kind, rules in bundle_document._ITEMS.items():
        assert found[kind] >= {f"items.{name}" for name in rules}, kind
    for kind in ("setup", "receipt"):
        named = (*bundle_document._SETUP, "unit", "office", "office.unit", "sign_key", "recipients")
        assert found[kind] >= {"setup", "setup.escrow", *(f"setup.{name}" for name in named)}


STRANGE = [
    MISSING, None, True, 0, -1, 1.5, 10**13, "", "x", "x" * 41, "x" * 20_001, "Ă" * 64, [], {}, [None],
    [{}], "0" * 64 + "\n", "2026-02-30", "2026-W47-6", "2026-11-21T25:00:00Z", "2026-11-21T10:00:00",
    {"id": None}, {"sha256": []},
]  # fmt: skip
NOT_IN_A_SCHEMA = ("setup.phases.programme_code",)  # the code of a programme that stands beside it


def places(value, path=()):
    """Return the way to every value; of a list to its first."""
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += places(inner, (*path, key))
    if isinstance(value, list) and value:
        found += places(value[0], (*path, 0))
    return found


@pytest.mark.parametrize("kind", FAULTS)
def test_reader_and_schema_never_differ_on_strange_values(documents, kind):
    document, differing = documents[kind], []
    for path in places(document):
        if path[:1] == ("setup",) and kind != "setup":
            continue  # the same rules as of the card alone
        for new in STRANGE:
            made = changed(document, path, new)
            said, valid = refused(made), not faults(BUNDLE, made)
            if bool(said) == valid and said not in NOT_IN_A_SCHEMA:
                differing.append((path, str(new)[:30], said))
    assert differing == []


def twice(document):
    return document | {"items": [*document["items"], *document["items"]]}


OTHER = "018f0000-0000-7000-8000-000000000009"


@pytest.mark.parametrize(("kind", "change"), [
    ("submission", lambda d: changed(d, (*ITEM, "path"), f"data/initiatives/{OTHER}")),
    ("submission", twice),
    ("relay", twice),
    ("submission", lambda d: changed(d, ("sequence",), 1.0)),
    ("submission", lambda d: changed(d, (*ITEM, "title"), "a\0b")),
    ("submission", lambda d: changed(d, ("created_at",), "2026-02-30T10:00:00Z")),
    ("submission", lambda d: changed(d, ("sender", "sign_key"), "RWQ" + "A" * 53)),
    ("submission", lambda d: changed(d, ("sender", "age_recipient"), "age1" + "q" * 58)),
    ("setup", lambda d: changed(d, ("setup", "phases", 0, "programme_code"), "ANOTHER")),
])  # fmt: skip
def test_what_only_the_document_says_the_reader_refuses(documents, kind, change):
    """The rules no schema can say: bundle-format.md lists them."""
    made = change(documents[kind])
    assert refused(made)
    assert not faults(BUNDLE, made)


@pytest.mark.parametrize("broken", [
    '\ufeff{"format": 1}', '{"format": NaN}', '{"a": 1, "a": 2}', '{"a": "\\ud800"}', "[" * 100_000,
    '{"a": "\\u0000"}', "", "null",
])  # fmt: skip
def test_what_is_no_interoperable_json_is_refused(broken):
    with pytest.raises(BadFile):
        read_document(broken.encode())


@pytest.fixture(scope="module")
def initiative(tmp_path_factory):
    with golden.opened("submission", tmp_path_factory.mktemp("one")) as opened:
        (item,) = opened.document["items"]
        return json.loads(opened.read(f"{item['path']}/initiative.json", 10**7))


def test_the_schema_refuses_an_initiative_the_reader_cannot_read(initiative):
    """Wherever one strange value stops the reader, the schema says so too."""
    differing = []
    for path in places(initiative):
        if path[0] == "answers" and path != ("answers",):
            continue  # what a form asks is the form's matter
        for new in STRANGE:
            made = changed(initiative, path, new)
            try:
                arrivals.from_data(made)
                stopped = False
            except (*arrivals._BROKEN, BadFile):
                stopped = True
            if stopped and not faults(INITIATIVE, made):
                differing.append((path, str(new)[:30]))
    assert differing == []


@pytest.mark.parametrize(("path", "new"), [
    (("id",), "x"), (("revision",), 0), (("hash",), "x"), (("history",), [{}]), (("template",), "x"),
    (("template", "version"), MISSING), (("answers",), []), (("answers", "benefit_value"), 2**60),
    (("frozen_at",), "2026-11-21"), (("documents", 0, "path"), "data/bundle.json"),
    (("attachments", 0, "sha256"), MISSING), (("recognition", 0, "state"), "won"),
    (("answers", "figures", 0, "file", "size"), None), (("created_at",), MISSING),
])  # fmt: skip
def test_the_schema_refuses_a_wrong_initiative(initiative, path, new):
    assert not faults(INITIATIVE, initiative)
    assert faults(INITIATIVE, changed(initiative, path, new))


@pytest.mark.parametrize(("path", "new"), [
    (("id",), MISSING), (("code",), None), (("title",), MISSING), (("template", "id"), MISSING),
    (("answers",), "x"), (("saved_at",), "now"), (("created_at",), MISSING),
    (("answers", "figures", 0, "file", "sha256"), "x"),
])  # fmt: skip
def test_the_schema_refuses_a_wrong_draft(tmp_path, path, new):
    with golden.opened("draft", tmp_path) as opened:
        (item,) = opened.document["items"]
        draft = json.loads(opened.read(f"data/drafts/{item['id']}/draft.json", 10**7))
    assert not faults(DRAFT, draft)
    assert faults(DRAFT, changed(draft, path, new))


# The BagIt profile


def profile_faults(bag, file_name):
    """Check an unpacked bag by the BagIt Profiles Specification 1.3.0; return what does not fit."""
    found, info = [], PROFILE["Bag-Info"]
    said = PROFILE["BagIt-Profile-Info"]["BagIt-Profile-Identifier"]
    if said not in [bag.info.get("BagIt-Profile-Identifier")]:
        found.append("BagIt-Profile-Identifier")
    for tag, rule in info.items():
        if rule.get("required") and tag not in bag.info:
            found.append(f"{tag} missing")
        if not rule.get("repeatable", True) and isinstance(bag.info.get(tag), list):
            found.append(f"{tag} twice")
    names = {p.relative_to(bag.path).as_posix() for p in Path(bag.path).rglob("*") if p.is_file()}
    tags = {name for name in names if not name.startswith("data/")}
    for kind, prefix in (("Manifests", "manifest-"), ("Tag-Manifests", "tagmanifest-")):
        here = {
            n.removeprefix(prefix).removesuffix(".txt")
            for n in tags
            if n.startswith(prefix) and n.endswith(".txt")
        }
        if not set(PROFILE[f"{kind}-Required"]) <= here <= set(PROFILE[f"{kind}-Allowed"]):
            found.append(f"{kind}: {here}")
    standard = ("bagit.txt", "bag-info.txt", "fetch.txt", "manifest-*.txt", "tagmanifest-*.txt")
    others = {name for name in tags if not any(fnmatch.fnmatch(name, form) for form in standard)}
    if not set(PROFILE["Tag-Files-Required"]) <= tags:
        found.append("a required tag file is missing")
    if any(
        not any(fnmatch.fnmatch(n, form) for form in PROFILE["Tag-Files-Allowed"]) for n in others
    ):
        found.append(f"tag files: {others}")
    if not PROFILE["Allow-Fetch.txt"] and "fetch.txt" in tags:
        found.append("fetch.txt")
    version = ".".join(map(str, bag.version_info))
    if version not in PROFILE["Accept-BagIt-Version"]:
        found.append(f"version {version}")
    if file_name.endswith(".zip") and "application/zip" not in PROFILE["Accept-Serialization"]:
        found.append("serialization")
    return found


def unpacked(name, folder, known=golden.EVERY, source=golden.FOLDER):
    """Unpack the ZIP of a bundle and return the bag."""
    with golden.opened(name, folder, known, source) as opened:
        opened._container._archive.extractall(folder / "bag")
    (inside,) = (folder / "bag").iterdir()
    return bagit.Bag(str(inside))


def test_the_profile_is_the_one_bundles_name():
    assert PROFILE["BagIt-Profile-Info"]["BagIt-Profile-Identifier"] == carrying.PROFILE
    required = {"Source-Organization", "External-Description", "Version", "BagIt-Profile-Version"}
    assert required <= PROFILE["BagIt-Profile-Info"].keys()
    assert set(PROFILE["Tag-Files-Required"]) <= set(PROFILE["Tag-Files-Allowed"])


@pytest.mark.parametrize("name", [name for name in golden.NAMES if name != "by_passphrase"])
def test_a_bundle_follows_its_profile(tmp_path, name):
    bag = unpacked(name, tmp_path)
    bag.validate()
    assert profile_faults(bag, "x.zip") == []


@pytest.mark.parametrize(("name", "content"), [
    ("fetch.txt", None), ("notes.txt", b"x"), ("manifest-md5.txt", b""), ("bag-info.txt", b"A: b\n"),
    ("bagit.txt", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"),
])  # fmt: skip
def test_another_bag_does_not_follow_the_profile(tmp_path, name, content):
    bag = unpacked("draft", tmp_path)
    (Path(bag.path) / name).write_bytes(content or b"")
    assert profile_faults(bagit.Bag(bag.path), "x.zip") != []


# The document


TEXT = (DOCS / "bundle-format.md").read_text(encoding="utf-8")


def example(name):
    """Return the fenced text below a line that names it."""
    return re.search(rf"{re.escape(name)}[^\n]*\n+```[a-z]*\n(.*?)```", TEXT, re.DOTALL)[1].rstrip(
        "\n"
    )


def test_the_worked_example_of_the_revision_hash():
    given, covered = json.loads(example("Given")), example("Covered bytes")
    mark = example("Revision hash")
    files = [given["answers"]["figures"][0]["file"]["sha256"]]
    template = given["template"]
    assert hashlib.sha256(covered.encode()).hexdigest() == mark
    assert revision_hash(given["answers"], template["id"], template["version"], files) == mark
    assert json.loads(covered)["answers"] == given["answers"]


def test_the_worked_example_of_a_key():
    from desktop_app.exchange.key_words import SYLLABLES
    from desktop_app.exchange.keys import fingerprint_of, mark_of
    from desktop_app.exchange.signing import read_public_key

    assert tuple(example("The syllables").split()) == SYLLABLES
    said = json.loads(example("A key"))
    number, raw = read_public_key(said["sign_key"])
    assert (number.hex(), raw.hex()) == (said["key_number"], said["ed25519"])
    assert hashlib.sha256(raw).digest()[:8] == number
    assert (mark_of(said["sign_key"]), fingerprint_of(said["sign_key"])) == (
        said["mark"],
        said["words"],
    )


def test_the_document_names_every_field_of_the_schemas():
    named = set(re.findall(r"`([a-z0-9_]+)`", TEXT))
    fields = set()

    def look(value):
        if isinstance(value, dict):
            properties = value.get("properties", {})
            fields.update(properties if isinstance(properties, dict) else ())
            for inner in value.values():
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    for validator in (BUNDLE, INITIATIVE, DRAFT):
        look(validator.schema)
    assert fields - named == set()


def test_the_order_of_entries_is_the_one_described(tmp_path):
    for name in ("card", "unsealed", "draft"):
        with zipfile.ZipFile(golden.path_of(name)) as archive:
            entries = archive.infolist()
        (top,) = {entry.filename.partition("/")[0] for entry in entries}
        names = [entry.filename.partition("/")[2] for entry in entries]
        payload = sorted(n for n in names if n.startswith("data/") and n != "data/bundle.json")
        assert golden.path_of(name).name == f"{top}.zip"
        assert names == [
            "bagit.txt", "data/bundle.json", *payload, "bag-info.txt", "manifest-sha256.txt",
            "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.minisig",
        ]  # fmt: skip
        for entry in entries:
            assert (entry.compress_type, entry.flag_bits, entry.date_time[:5]) == (
                0,
                0,
                (1980, 1, 1, 0, 0),
            )
