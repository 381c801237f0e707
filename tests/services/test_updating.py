"""Updating from a stick: what is refused changes nothing, what is taken can be undone by the copy."""

import errno
import filecmp
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.errors import BadFile, Failed, NotAllowed
from desktop_app.exchange import signing, update_file
from desktop_app.services import backups, program_swap, updating
from desktop_app.services.updating import Running, apply_update, check_update

SEED = b"3" * 32


def _build(folder: Path, mark: str) -> Path:
    (folder / "_internal").mkdir(parents=True)
    (folder / "so-sang-kien").write_text(f"program {mark}")
    (folder / "_internal/lib.so").write_text(f"library {mark}")
    (folder / f"_internal/only-{mark}").write_text(mark)
    return folder


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def program(tmp_path: Path) -> Running:
    """An old program in a folder that also holds what people keep there."""
    folder = _build(tmp_path / "Sổ của tổ" / "SoSangKien", "old")
    (folder / "portable.txt").write_text("")
    (folder / "data").mkdir()
    (folder / "data/book.sqlite3").write_bytes(b"book")
    return Running("0.1.9", "linux-x64", folder, signing.public_key(SEED))


@pytest.fixture
def make_update(tmp_path: Path):
    def make(version="0.1.10", platform="linux-x64", seed=SEED) -> Path:
        built = tmp_path / "built"
        if not built.exists():
            _build(built, "new")
        manifest = update_file.manifest_of(built, version, platform, "")
        target = tmp_path / f"{version}-{platform}.update.zip"
        signature = signing.sign(seed, manifest, update_file.MANIFEST)
        update_file.write_update(target, built, manifest, signature)
        return target

    return make


def test_the_whole_way(team, program, make_update):
    folder = program.folder
    checked = check_update(make_update(), program)
    assert (checked.version, checked.installed) == ("0.1.10", "0.1.9")
    before = _tree(folder)

    staged = apply_update(team, make_update(), program)

    assert program_swap.waiting(folder) == staged.folder
    assert {name: _tree(folder)[name] for name in before} == before  # nothing swapped yet
    assert backups.check(team.folder, staged.backup, team.now()).id == staged.backup
    program_swap.swap(staged.folder, folder, patience=0)
    assert (folder / "so-sang-kien").read_text() == "program new"
    assert not (folder / "_internal/only-old").exists()
    assert (folder / "data/book.sqlite3").read_bytes() == b"book"
    assert program_swap.waiting(folder) is None
    program_swap.tidy_up(folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        *("_internal", "data", "portable.txt", "so-sang-kien")
    ]


@pytest.mark.parametrize("version", ["0.1.9", "0.1.8", "0.0.99"])
def test_older_or_equal_is_refused(team, program, make_update, version):
    before = _tree(program.folder)
    with pytest.raises(NotAllowed) as error:
        apply_update(team, make_update(version), program)
    assert error.value.code == "SSK-983"
    assert _tree(program.folder) == before


@pytest.mark.parametrize(
    ("change", "made", "code"),
    [
        ({}, {"platform": "windows-x64"}, "SSK-984"),
        ({}, {"seed": b"4" * 32}, "SSK-981"),
        ({"public_key": ""}, {}, "SSK-989"),
        ({"folder": None}, {}, "SSK-986"),
    ],
)
def test_refused(team, program, make_update, change, made, code):
    before = _tree(program.folder)
    with pytest.raises((BadFile, NotAllowed)) as error:
        apply_update(team, make_update(**made), replace(program, **change))
    assert error.value.code == code
    assert _tree(program.folder) == before
    assert not (team.folder / "backups").exists()


def test_damage_leaves_nothing_behind(team, program, make_update):
    file = make_update()
    content = bytearray(file.read_bytes())
    content[len(content) * 2 // 3] ^= 0xFF
    before = _tree(program.folder)
    for damaged in (bytes(content), file.read_bytes()[:-30]):
        file.write_bytes(damaged)
        with pytest.raises(BadFile):
            apply_update(team, file, program)
        assert _tree(program.folder) == before


def test_without_a_verified_copy_of_the_book_nothing_is_unpacked(
    team, program, make_update, monkeypatch
):
    def refuse(*_arguments):
        raise Failed("SSK-412", place="backups", cause="")

    monkeypatch.setattr(updating.backups, "create", refuse)
    before = _tree(program.folder)
    with pytest.raises(Failed):
        apply_update(team, make_update(), program)
    assert _tree(program.folder) == before


def test_a_second_time_begins_anew(team, program, make_update):
    apply_update(team, make_update(), program)
    staged = apply_update(team, make_update("0.1.11"), program)
    assert program_swap.waiting(program.folder) == staged.folder
    assert not program_swap.staging_place(program.folder, "0.1.10").exists()


@pytest.mark.parametrize("fails_at", range(3))
def test_a_swap_that_fails_leaves_the_old_program_whole(
    team, program, make_update, monkeypatch, fails_at
):
    staged = apply_update(team, make_update(), program)
    before = _tree(program.folder)
    calls = []
    real = filecmp.cmp

    def compare(one, other, shallow):
        calls.append(one)
        if len(calls) > fails_at:
            raise OSError(errno.EIO, "Input/output error")
        return real(one, other, shallow)

    monkeypatch.setattr(filecmp, "cmp", compare)
    with pytest.raises(Failed) as error:
        program_swap.swap(staged.folder, program.folder, patience=0)
    assert error.value.code == "SSK-987"
    kept = {n: c for n, c in _tree(program.folder).items() if not n.startswith("earlier/")}
    assert kept == before


def test_a_program_that_is_still_open_is_waited_for_then_left_alone(
    team, program, make_update, monkeypatch
):
    staged = apply_update(team, make_update(), program)
    before = _tree(program.folder)
    real = Path.rename

    def rename(path, target):
        if path.name == "so-sang-kien":  # as Windows says of a program that runs
            raise PermissionError(errno.EACCES, "Access is denied")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(Failed) as error:
        program_swap.swap(staged.folder, program.folder, patience=0.01, pause=0)
    assert error.value.code == "SSK-987"
    kept = {n: c for n, c in _tree(program.folder).items() if not n.startswith("earlier/")}
    assert kept == before


def test_what_is_being_unpacked_is_no_rubbish(team, program, make_update):
    staged = apply_update(team, make_update(), program)
    program_swap.tidy_up(program.folder)
    assert program_swap.waiting(program.folder) == staged.folder


def test_a_note_naming_another_place_is_no_update(program):
    for said in ('{"version": "../../x"}', "[]", "{", '{"version": 1}'):
        (program.folder / program_swap.NOTE).write_text(said)
        assert program_swap.waiting(program.folder) is None


def test_a_checkout_does_not_replace_itself():
    assert updating.running_program().folder is None


@pytest.mark.parametrize("fails_at", range(3))
def test_a_full_disk_leaves_nothing_and_the_same_works_afterwards(
    team, program, make_update, monkeypatch, fails_at
):
    before, calls = _tree(program.folder), []
    real = update_file.os.fsync

    def fsync(handle):
        calls.append(handle)
        if len(calls) > fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr(updating.backups, "create", lambda *_arguments: _made())
        patch.setattr(update_file.os, "fsync", fsync)
        with pytest.raises(Failed) as error:
            apply_update(team, make_update(), program)
    assert error.value.code == "SSK-412"
    assert _tree(program.folder) == before
    assert apply_update(None, make_update(), program).version == "0.1.10"


def _made():
    return SimpleNamespace(backup=SimpleNamespace(id="20261121-100000-migration"))
