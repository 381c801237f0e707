"""Runs a built program as a person would: ``python packaging/check_build.py [FOLDER | PROGRAM]``.

Its version, the demo, the window for a few seconds; anything it says on the way that is not
expected fails the check. Then what is largest, and whether a stick (FAT32) can hold the folder.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SECONDS = 6
FORBIDDEN = set('<>:"|?*\\')
LONGEST_PATH = 160
"""Below the folder: Windows ends at 260, and the stick, a user's folder and a name come before."""


class NotSound(Exception):
    """The build does not do what it must."""


def check_runs(program: Path, window: Path, place: Path) -> None:
    """Run version, demo and window with a home of their own."""
    own = {
        name: os.environ[name]
        for name in ("DISPLAY", "SystemRoot", "PATH", "TEMP")
        if name in os.environ
    }
    home = place / "home"
    home.mkdir()
    quiet = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    environment = {**own, "HOME": str(home), "LOCALAPPDATA": str(home), "LANG": "C.UTF-8", **quiet}

    def said(*arguments: str) -> str:
        done = subprocess.run(
            [str(program), *arguments],
            env=environment,
            cwd=place,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        if done.returncode or done.stderr:
            raise NotSound(f"{arguments}: exit {done.returncode}\n{done.stderr}")
        return done.stdout

    print(said("--version").strip())
    print(said("licences").splitlines()[0])
    said("demo", "--to", str(place / "demo"))
    for kind, least in (("documents/*.pdf", 3), ("carried/*.age", 4), ("screens/*.png", 19)):
        found = len(list((place / "demo").glob(kind)))
        if found < least:
            raise NotSound(f"the demo left {found} of {kind}")
    print("demo played")
    command = [str(window), "--data", str(place / "book")]  # never the book of who runs this
    if sys.platform != "win32" and shutil.which("xvfb-run"):
        environment["QT_QPA_PLATFORM"] = "xcb"
        command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *command]
    check_window(command, environment, place)


def check_window(command: list[str], environment: dict[str, str], place: Path) -> None:
    """Open the window; it must still be there after some seconds and have said nothing."""
    with (place / "said.txt").open("w+b") as said:
        running = subprocess.Popen(
            command, env=environment, cwd=place, stderr=said, start_new_session=True
        )
        try:
            code = running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            code = None
        if sys.platform == "win32":
            running.kill()
        else:
            os.killpg(running.pid, 15)
        running.wait(30)
        said.seek(0)
        words = said.read().decode("utf-8", "replace").strip()
    if code is not None or words:
        raise NotSound(f"window: exit {code}\n{words}")
    print(f"window open for {SECONDS} s on {environment['QT_QPA_PLATFORM']}")


def fat_problems(folder: Path) -> Iterator[str]:
    """Tell what a stick with FAT32 could not hold."""
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield f"{name}: a link"
        if FORBIDDEN & set(name) or any(part.endswith((" ", ".")) for part in path.parts[1:]):
            yield f"{name}: letters a stick cannot hold"
        if len(name) > LONGEST_PATH:
            yield f"{name}: {len(name)} letters"
        if path.is_file() and path.stat().st_size >= 2**32:
            yield f"{name}: too large"
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            yield f"{name}: the same as {other}"


def sizes(folder: Path) -> dict[str, int]:
    """Return the size of everything directly below ``_internal``, largest first; files alone."""
    found: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            parts = path.relative_to(folder).parts
            depth = 5 if "lib" in parts and "Qt" in parts else 2
            name = "/".join(parts[:depth])
            found[name] = found.get(name, 0) + path.stat().st_size
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def main() -> None:
    """Check a folder, or an installed program."""
    reader = argparse.ArgumentParser(description=__doc__)
    default = HERE.parent / "build/package/so-sang-kien"
    reader.add_argument("place", type=Path, nargs="?", default=default)
    place = reader.parse_args().place
    ending = ".exe" if sys.platform == "win32" else ""
    program = place / f"so-sang-kien{ending}" if place.is_dir() else place
    window = program.with_name("so-sang-kien-window.exe") if ending else program
    if place.is_dir():
        problems = list(fat_problems(place))
        if problems:
            raise NotSound("\n".join(problems))
        large = sizes(place)
        print(f"{place.name}: {sum(large.values()) / 1e6:.0f} MB")
        for name, size in list(large.items())[:14]:
            print(f"  {size / 1e6:6.1f} MB  {name}")
    with tempfile.TemporaryDirectory() as folder:
        check_runs(program, window, Path(folder))


if __name__ == "__main__":
    try:
        main()
    except NotSound as wrong:
        sys.exit(f"NOT SOUND: {wrong}")
