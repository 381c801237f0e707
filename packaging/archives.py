"""Packs the built folder: ``tar.xz`` for Linux, a portable ZIP for a stick.

    python packaging/archives.py [tar] [portable]

Both are the same bytes for the same folder: names in order, one owner, one time.
"""

import argparse
import lzma
import os
import stat
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import build

NAME = "so-sang-kien"
READ_FIRST = """Sổ Sáng Kiến, bản mang theo trên USB

Mở: nháy đúp {program}. Không cần cài đặt, không cần quyền quản trị.
Dữ liệu nằm trong thư mục "data" ngay cạnh chương trình: chép cả thư mục là mang theo tất cả.
Lần đầu mở, chương trình hỏi một mật khẩu để giữ khóa của sổ trên USB. Quên mật khẩu này thì
chỉ mở lại được khóa bằng bản sao lưu khóa (Cài đặt, Khóa).
Muốn dùng như chương trình thường, để dữ liệu trên máy: xóa tệp portable.txt.

The portable program: data lies in "data" beside it; deleting portable.txt makes it an ordinary one.
"""


def system_name() -> str:
    """Return what a build is called by: windows-x64, linux-x64."""
    machine = (
        os.environ.get("PROCESSOR_ARCHITECTURE", "") if build.ON_WINDOWS else os.uname().machine
    )
    return f"{'windows' if build.ON_WINDOWS else 'linux'}-{_MACHINES.get(machine.lower(), machine)}"


_MACHINES = {"amd64": "x64", "x86_64": "x64", "aarch64": "arm64"}


def moment() -> int:
    """Return the one time everything bears."""
    return int(build.last_change())


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def write_tar(folder: Path, target: Path, top: str) -> None:
    """Write a folder as tar.xz below one folder of a name."""
    with (
        lzma.open(target, "wb", preset=6 | lzma.PRESET_EXTREME) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, path in _files(folder):
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size, entry.mtime = path.stat().st_size, moment()
            entry.mode = 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644
            with path.open("rb") as file:
                tar.addfile(entry, file)


def write_zip(folder: Path, target: Path, top: str, more: dict[str, str]) -> None:
    """Write a folder as ZIP below one folder of a name, with some texts beside the program."""
    date_time = time.gmtime(moment())[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def put(name: str, content: bytes, mode: int) -> None:
            entry = zipfile.ZipInfo(f"{top}/{name}", date_time)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, mode << 16
            entry.create_system = 3
            archive.writestr(entry, content)

        for name, text in sorted(more.items()):
            put(name, text.replace("\n", "\r\n").encode("utf-8-sig"), 0o100644)
        for name, path in _files(folder):
            runs = path.stat().st_mode & stat.S_IXUSR
            put(name, path.read_bytes(), 0o100755 if runs else 0o100644)


def main() -> None:
    """Write what was asked for into ``dist``."""
    reader = argparse.ArgumentParser(description=__doc__)
    # Not "choices": with none given, Python 3.11 holds the empty list against them.
    reader.add_argument("kinds", nargs="*", metavar="tar|portable", default=["tar", "portable"])
    kinds = reader.parse_args().kinds
    if unknown := set(kinds) - {"tar", "portable"}:
        reader.error(f"unknown: {', '.join(sorted(unknown))}")
    build.DIST.mkdir(exist_ok=True)
    stem = f"{NAME}-{build.version()}-{system_name()}"
    made = []
    if "tar" in kinds:
        made.append(build.DIST / f"{stem}.tar.xz")
        write_tar(build.FOLDER, made[-1], f"{NAME}-{build.version()}")
    if "portable" in kinds:
        made.append(build.DIST / f"{stem}-portable.zip")
        said = READ_FIRST.format(program=build.WINDOW)
        texts = {"portable.txt": "Dữ liệu nằm cạnh chương trình.\n", "DOC-TRUOC.txt": said}
        write_zip(build.FOLDER, made[-1], "SoSangKien", texts)
    for path in made:
        print(f"{path.stat().st_size / 1e6:6.1f} MB  {path}", file=sys.stdout)


if __name__ == "__main__":
    main()
