"""Makes the Debian package from the built folder with ``dpkg-deb``; left in ``dist``."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import build  # noqa: E402
import icons  # noqa: E402

NAME = "so-sang-kien"
PLACE = f"usr/lib/{NAME}"


def needed_glibc(folder: Path) -> str:
    """Return the newest version of the C library anything in a folder asks for."""
    newest = (2, 0)
    for path in [*folder.rglob("*.so*"), folder / NAME]:
        said = subprocess.run(
            ["readelf", "-V", str(path)], capture_output=True, text=True, check=False
        ).stdout
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", said):
            newest = max(newest, (int(major), int(minor)))
    return f"{newest[0]}.{newest[1]}"


def lay_out(tree: Path) -> None:
    """Put everything where Debian has it."""
    shutil.copytree(build.FOLDER, tree / PLACE)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")

    def put(source: Path, place: str) -> None:
        target = tree / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)

    put(HERE / f"{NAME}.desktop", f"usr/share/applications/{NAME}.desktop")
    put(HERE / f"{NAME}.xml", f"usr/share/mime/packages/{NAME}.xml")
    put(icons.SOURCE, f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg")
    for size in icons.SIZES:
        place = f"usr/share/icons/hicolor/{size}x{size}/apps/{NAME}.png"
        put(build.WORK / f"icons/{NAME}-{size}.png", place)
    put(
        build.FOLDER / "_internal/desktop_app/resources/licences/LICENCES.txt",
        f"usr/share/doc/{NAME}/copyright",
    )
    (tree / f"usr/share/man/man1/{NAME}.1.gz").parent.mkdir(parents=True)
    for source, place in (
        (HERE / f"{NAME}.1", f"usr/share/man/man1/{NAME}.1.gz"),
        (build.ROOT / "CHANGELOG.md", f"usr/share/doc/{NAME}/changelog.gz"),
    ):
        (tree / place).write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def fit_modes(tree: Path) -> None:
    """Give every file the mode a package has: only programs and libraries' folders may run."""
    for path in tree.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == tree / PLACE / NAME
        path.chmod(0o755 if runs else 0o644)


def describe(tree: Path) -> None:
    """Write what dpkg wants to know."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    words = {
        "@VERSION@": build.version(),
        "@ARCHITECTURE@": _output("dpkg", "--print-architecture"),
        "@SIZE@": str(sum(path.stat().st_size for path in files) // 1024),
        "@GLIBC@": needed_glibc(build.FOLDER),
    }
    text = (HERE.parent / "debian/control").read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(text, encoding="utf-8")
    sums = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree).as_posix()}\n"
        for path in files
    ]
    (tree / "DEBIAN/md5sums").write_text("".join(sums), encoding="utf-8")
    for path in (tree / "DEBIAN").iterdir():
        path.chmod(0o644)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    """Build the package."""
    tree = build.WORK / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree)
    fit_modes(tree)
    describe(tree)
    tree.chmod(0o755)
    target = build.DIST / f"{NAME}_{build.version()}_{_output('dpkg', '--print-architecture')}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": build.last_change()},
    )
    print(f"{target.stat().st_size / 1e6:6.1f} MB  {target}")


if __name__ == "__main__":
    main()
