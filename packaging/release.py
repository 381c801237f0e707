"""A release from one command: ``make release VERSION=0.2.0 [KEY=release.key] [TESTED=1]``.

Refuses a tree with changes, a version that is not newer, and an empty CHANGELOG. Sets the version
in its one place (``desktop_app/__init__.py``), dates the CHANGELOG's heading, runs ``make test``
unless it was said to be green, builds wheel, sdist, folder, Debian package, tar.xz and portable
ZIP, then checksums and, with a key, their minisign signature and the update. Nothing is uploaded;
the commit and its tag are made last, when everything stands.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import build
import make_update

HEADING = "## [Unreleased]"
SUMS = "SHA256SUMS"


class NotReady(Exception):
    """The release cannot be made; nothing was built."""


def check_version(version: str, present: str) -> None:
    """Refuse what is no version, or none above the present one."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise NotReady(f"{version} is no version such as 0.2.0")
    if _numbers(version) < _numbers(present):
        raise NotReady(f"{version} is not above {present}")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def dated(changelog: str, version: str, day: str) -> str:
    """Return the CHANGELOG with its open heading named and dated, and a new open one above."""
    before, found, after = changelog.partition(f"{HEADING}\n")
    here = after.partition("\n## [")[0]
    if not found or not re.search(r"(?m)^- ", here):
        raise NotReady("CHANGELOG.md says nothing under Unreleased")
    if f"\n## [{version}]" in changelog:
        raise NotReady(f"CHANGELOG.md has {version} already")
    return f"{before}{HEADING}\n\n## [{version}] - {day}\n{after}"


def set_version(version: str) -> None:
    """Write the version into its one place."""
    place = build.ROOT / "desktop_app/__init__.py"
    text = place.read_text(encoding="utf-8")
    place.write_text(
        re.sub(r'(?m)^__version__ = ".*"$', f'__version__ = "{version}"', text), encoding="utf-8"
    )


def write_sums(folder: Path) -> Path:
    """Write the checksums of everything in a folder, as ``sha256sum -c`` reads them."""
    target = folder / SUMS
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith(SUMS):
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target.write_text("".join(lines), encoding="utf-8")
    return target


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=build.ROOT)


def _clean() -> bool:
    said = subprocess.run(
        ["git", "status", "--porcelain"], cwd=build.ROOT, capture_output=True, text=True, check=True
    )
    return not said.stdout.strip()


def main() -> None:
    """Make the release."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("version")
    reader.add_argument("--key", type=Path, help="minisign's secret key, outside the repository")
    reader.add_argument("--tested", action="store_true", help="make test was green on this commit")
    reader.add_argument("--no-commit", action="store_true", help="a trial: no commit, no tag")
    given = reader.parse_args()
    if not _clean():
        raise NotReady("there are changes that are not committed")
    check_version(given.version, build.version())
    changelog = build.ROOT / "CHANGELOG.md"
    day = datetime.now(UTC).date().isoformat()
    text = dated(changelog.read_text(encoding="utf-8"), given.version, day)
    if not given.tested:
        _run("make", "test")
    changelog.write_text(text, encoding="utf-8")
    set_version(given.version)
    done = False
    try:
        sums = _build(given.version, given.key)
        if not given.no_commit:
            _run("git", "commit", "-qam", f"Version {given.version}")
            _run("git", "tag", "-a", f"v{given.version}", "-m", f"Version {given.version}")
            done = True
    finally:
        if not done:  # a trial, or it failed: the sources are as they were
            _run("git", "checkout", "--", "CHANGELOG.md", "desktop_app/__init__.py")
    print(sums.read_text(encoding="utf-8"))


def _build(version: str, key: Path | None) -> Path:
    """Build, try and sign everything; return the checksums."""
    shutil.rmtree(build.DIST, ignore_errors=True)
    _run("make", "package", "package-check")
    shutil.copy2(build.WORK / "sbom.json", build.DIST / f"so-sang-kien-{version}.cdx.json")
    licences = build.FOLDER / "_internal/desktop_app/resources/licences/LICENCES.txt"
    shutil.copy2(licences, build.DIST / "LICENCES.txt")
    if key:
        _run(sys.executable, "packaging/make_update.py", "--key", key)
    sums = write_sums(build.DIST)
    if key:
        make_update.sign(sums, key)
    return sums


if __name__ == "__main__":
    try:
        main()
    except NotReady as why:
        sys.exit(f"No release: {why}")
