"""Packs from outside: of any tool, of any care, and of ill will."""

import io
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import BadFile, BadInput
from desktop_app.messages import LANGUAGES
from desktop_app.services import drafting, handover, templates
from desktop_app.services.pack_check import check_pack, missing_text, problem_text
from desktop_app.services.pack_files import read_pack
from desktop_app.services.template_starter import NOTE, export_starter
from desktop_app.workspace import Workspace
from tests.samples import answers
from tests.services.packs import files, folder, form_bytes, word, zipped


def decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


# Folders and ZIPs


@pytest.mark.parametrize(
    "renamed",
    [
        pytest.param(lambda name: name, id="plain"),
        pytest.param(lambda name: f"mẫu may/{name}", id="inner folder"),
        pytest.param(lambda name: decomposed(f"mẫu may/{name}"), id="decomposed"),
        pytest.param(lambda name: f"pack/{name}".replace("/", "\\"), id="backslashes"),
        pytest.param(
            lambda name: name.replace("form.xlsx", "Form.XLSX").replace("documents", "Documents"),
            id="capitals",
        ),
    ],
)
def test_a_zip_of_any_tool_is_the_same_pack(tmp_path: Path, renamed) -> None:
    content = files()
    wanted = read_pack(folder(tmp_path / "pack", content))

    found = read_pack(zipped(tmp_path / "p.zip", {renamed(n): c for n, c in content.items()}))

    assert found == wanted
    assert list(found.documents) == ["don"]


def test_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    left = {
        "__MACOSX/p/._form.xlsx": b"\x00",
        "p/.DS_Store": b"x",
        "p/documents/~$don.docx": b"lock",
        "p/documents/._don.docx": b"x",
        "p/Thumbs.db": b"x",
        "p/LÀM THEO.txt": b"read me",
    }

    found = read_pack(zipped(tmp_path / "p.zip", left | {f"p/{n}": c for n, c in files().items()}))

    assert set(found.files) == {"form.xlsx", "documents/don.docx"}
    assert found.left_out == ()


def test_names_macos_marks_badly_are_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", files(don=None) | {"documents/Giấy.docx": word("x")})
    raw = path.read_bytes()
    name = "documents/Giấy.docx".encode()
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = raw.rindex(mark, 0, raw.rindex(name) if place == 8 else raw.index(name))
        flags = struct.unpack_from("<H", raw, start + place)[0]
        assert flags & 0x800
        raw = raw[: start + place] + struct.pack("<H", flags & ~0x800) + raw[start + place + 2 :]
    path.write_bytes(raw)

    assert list(read_pack(path).documents) == ["giay"]


def test_what_is_left_out_is_told_and_keeps_nothing_out(tmp_path: Path, team: Workspace) -> None:
    pack = folder(
        tmp_path / "p", files() | {decomposed("documents/cũ.doc"): b"old", "ảnh/a.png": b"x"}
    )

    found = check_pack(team, pack)

    told = [(p.code, p.facts["file"], p.blocking) for p in found.problems]
    wanted = [("SSK-371", "documents/cũ.doc", False), ("SSK-371", "ảnh/a.png", False)]
    assert sorted(told) == wanted
    assert found.usable


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"documents/don.docx": b"x"}, "SSK-220"),
        ({"a/form.xlsx": b"x", "b/form.xlsx": b"x"}, "SSK-373"),
        ({"B-7/data/templates/may-1/form.xlsx": form_bytes()}, "SSK-220"),
        (files() | {"documents/Đơn.docx": b"x"}, "SSK-376"),
        (files() | {f"documents/d{n}.docx": b"x" for n in range(70)}, "SSK-374"),
        (files() | {"documents/large.docx": bytes(40_000_000)}, "SSK-374"),
    ],
    ids=["no form", "two forms", "bundle", "same name", "many", "bomb"],
)
def test_what_is_no_pack_is_refused(tmp_path: Path, content, code: str) -> None:
    for path in (zipped(tmp_path / "p.zip", content), folder(tmp_path / "p", content)):
        with pytest.raises(BadFile, match=code):
            read_pack(path)


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", files() | {"documents/big.docx": bytes(40_000_000)})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", 40_000_000), struct.pack("<L", 1000)))

    with pytest.raises(BadFile, match="SSK-375"):
        read_pack(path)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 torn", b"%PDF-1.7"])
def test_what_is_no_zip_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(raw)

    with pytest.raises(BadFile, match="SSK-375"):
        read_pack(path)


# What a check says


def test_a_fault_in_the_form_names_its_cell_and_what_to_use(tmp_path, team) -> None:
    survey = """
    | type | name | label |
    | text | initiative_title | Tên |
    | geopoint | where | Ở đâu |
    """
    pack = folder(tmp_path / "p", files(form=form_bytes(survey)))

    (problem,) = check_pack(team, pack).problems

    assert (problem.sheet, problem.row, problem.column) == ("survey", 3, "A")
    assert problem.place == "survey!A3"
    assert "“text”" in problem_text(problem, "vi")


def test_a_fault_in_a_document_names_its_paragraph_and_what_was_meant(tmp_path, team) -> None:
    torn = word("MỞ ĐẦU", "{{ initiatve_title }}", "{{ benefit_value|mony }}")
    pack = folder(tmp_path / "p", files(don=torn))

    problems = check_pack(team, pack).problems

    assert [(p.document, p.paragraph, p.instead) for p in problems] == [
        ("don", 2, "initiative_title"),
        ("don", 3, "money"),
    ]
    for language in LANGUAGES:
        assert "initiative_title" in problem_text(problems[0], language)
    with pytest.raises(BadInput, match="SSK-32"):
        templates.add_pack(team, pack)


def test_missing_names_say_what_stops_working(tmp_path, team) -> None:
    found = check_pack(team, folder(tmp_path / "p", files()))

    assert found.usable
    assert "measures" in found.missing_names
    assert "initiative_title" not in found.missing_names
    assert "full_name" not in found.missing_names  # inside the lines of authors
    for name in found.missing_names:
        assert missing_text(name, "vi")


def test_a_pack_without_documents_is_told(tmp_path, team) -> None:
    found = check_pack(team, folder(tmp_path / "p", files(don=None)))

    assert [(p.code, p.blocking) for p in found.problems] == [("SSK-372", False)]


@pytest.mark.parametrize(
    ("form_id", "version", "place"),
    [
        ("mẫu may", "1", "settings!form_id"),
        ("../may", "1", "settings!form_id"),
        ("may", "1/2", "settings!version"),
        ("may", "1" * 41, "settings!version"),
    ],
)
def test_marks_that_could_not_be_carried_are_refused(
    tmp_path, team, form_id, version, place
) -> None:
    content = files(form=form_bytes(form_id=form_id, version=version))

    found = check_pack(team, folder(tmp_path / "p", content))

    assert [problem.place for problem in found.problems] == [place]
    assert not found.usable


def test_the_same_version_with_other_content_is_refused(tmp_path, team) -> None:
    templates.add_pack(team, folder(tmp_path / "one", files()))
    assert templates.add_pack(team, tmp_path / "one").version == "1"
    folder(tmp_path / "two", files(don=word("khác")))

    with pytest.raises(BadInput, match="SSK-221"):
        templates.add_pack(team, tmp_path / "two")


# Ill will


def rebuilt(docx: bytes, part: str, change) -> bytes:
    """Return a package with one part changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            content = source.read(name)
            made.writestr(name, change(content) if name == part else content)
    return target.getvalue()


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


def with_entities(content: bytes) -> bytes:
    declared = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
    changed = content[declared:].replace(b"initiative_title", b"&c;&f;")
    assert changed != content[declared:]
    return content[:declared] + LAUGHS + changed


def test_entities_in_a_document_are_refused(tmp_path, team) -> None:
    hostile = rebuilt(word("{{ initiative_title }}"), "word/document.xml", with_entities)

    (problem,) = check_pack(team, folder(tmp_path / "p", files(don=hostile))).problems

    assert (problem.code, problem.document) == ("SSK-326", "don")


def test_entities_in_a_form_bring_nothing_in(tmp_path, team) -> None:
    hostile = rebuilt(form_bytes(), "xl/worksheets/sheet1.xml", with_entities)

    found = check_pack(team, folder(tmp_path / "p", files(form=hostile)))

    assert not found.usable
    assert "root:" not in str(found)
    assert "haha" not in str(found)


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}x{% endfor %}{% endfor %}",
        "{% set x = namespace(t='x') %}{% for a in range(9000) %}{% set x.t = x.t ~ x.t %}"
        "{% endfor %}",
    ],
    ids=["endless", "growing"],
)
def test_a_document_without_end_is_told_and_the_others_are_checked(tmp_path, team, text) -> None:
    pack = folder(tmp_path / "p", files(a=word(text), b=word("{{ nowhere_known }}")))

    problems = check_pack(team, pack).problems

    assert [(p.document, p.code) for p in problems] == [("a", "SSK-322"), ("b", "SSK-324")]


def test_a_form_larger_than_any_honest_one_is_refused(tmp_path, team) -> None:
    rows = "\n".join(f"| text | q{n} | Câu {n} |" for n in range(3_100))
    huge = form_bytes(f"| type | name | label |\n{rows}")

    (problem,) = check_pack(team, folder(tmp_path / "p", files(form=huge))).problems

    assert problem.code == "SSK-203"


def test_tables_within_tables_do_not_grow_without_end(tmp_path, team) -> None:
    depth = 24
    rows = [f"| begin_repeat | t{n} | Bảng |" for n in range(depth)]
    rows += ["| text | initiative_title | Tên |", *["| end_repeat | | |"] * depth]
    deep = form_bytes("\n".join(["| type | name | label |", *rows]))

    found = check_pack(team, folder(tmp_path / "p", files(form=deep, don=word("x"))))

    assert found.problems == ()


@pytest.mark.parametrize("depth", [300, 1_400])
def test_groups_without_end_are_refused(tmp_path, team, depth: int) -> None:
    rows = [f"| begin_group | g{n} | Phần |" for n in range(depth)]
    rows += ["| text | initiative_title | Tên |", *["| end_group | | |"] * depth]
    deep = form_bytes("\n".join(["| type | name | label |", *rows]))

    assert not check_pack(team, folder(tmp_path / "p", files(form=deep))).usable


# Taking in, offering no longer, and writing out


def test_documents_with_vietnamese_names_can_be_carried(tmp_path, team) -> None:
    content = files(don=None) | {"documents/Giấy xác nhận.docx": word("{{ initiative_title }}")}
    row = templates.add_pack(team, folder(tmp_path / "p", content))
    assert row.documents == ("giay-xac-nhan",)
    given = {"initiative_title": "Cải tiến đồ gá khoan lỗ bản lề"}
    given["authors"] = [{"full_name": "Lò Thị Mai", "contribution_percent": 100}]
    initiative = drafting.new_initiative(team, f"{row.id}@{row.version}", given)
    drafting.make_ready(team, initiative)

    bundle = handover.export_bundle(team, tmp_path)

    assert bundle.count == 1


def test_where_a_template_came_from_is_known(tmp_path, team, office) -> None:
    templates.add_pack(team, zipped(tmp_path / "may.zip", files()))

    sources = {row.id: dict(row.source) for row in templates.list_templates(team)}

    assert sources["may-mac"] == {"kind": "file", "name": "may.zip"}
    assert sources["sang-kien"]["kind"] == "built_in"
    assert {row.added_at.date() for row in templates.list_templates(team)} == {team.today()}


def test_withdrawn_is_offered_no_longer_until_again(tmp_path, team) -> None:
    for version in ("1.9", "1.10"):
        content = files(form=form_bytes(version=version))
        templates.add_pack(team, folder(tmp_path / version, content))
    assert templates.find_template(team, "may-mac") == ("may-mac", "1.10")

    templates.withdraw(team, "may-mac", "1.10")
    assert templates.find_template(team, "may-mac") == ("may-mac", "1.9")
    assert templates.find_template(team, "may-mac@1.10") == ("may-mac", "1.10")

    templates.withdraw(team, "may-mac", "1.10", again=True)
    assert templates.find_template(team, "may-mac") == ("may-mac", "1.10")
    with pytest.raises(BadInput, match="SSK-223"):
        templates.withdraw(team, "may-mac", "3")


def test_the_starter_is_a_sound_pack_and_replaces_nothing(tmp_path, team) -> None:
    first = export_starter(team, tmp_path)
    (first / "form.xlsx").write_bytes(b"mine now")
    second = export_starter(team, tmp_path)

    assert first != second
    assert (first / "form.xlsx").read_bytes() == b"mine now"
    assert (second / NOTE).read_bytes().startswith(b"\xef\xbb\xbf")
    found = check_pack(team, second)
    assert (found.problems, found.missing_names) == ((), ())
    assert answers(1).keys() <= {
        name
        for path, node in templates.form_of(team, *templates.default_template(team)).walk()
        for name in (node.name,)
    }


def test_any_template_can_be_taken_as_a_start(tmp_path, team) -> None:
    row = templates.add_pack(team, folder(tmp_path / "p", files()))

    written = export_starter(team, tmp_path / "to", (row.id, row.version))

    assert written.name == "may-mac"
    assert read_pack(written) == read_pack(tmp_path / "p")
