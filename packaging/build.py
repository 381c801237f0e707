"""Builds the program as one folder: ``python packaging/build.py`` on Windows and on Linux alike.

The wheel is built first and installed into a clean environment of its own; that environment is
what gets frozen, so nothing of the checkout (notes, logs, keys) can come along, and wheel and
folder hold the same files. Left in ``build/package``: the environment, ``so-sang-kien`` (the
folder), ``sbom.json``, ``icons``; in ``dist``: wheel and sdist.
"""

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import icons
import licences
import sbom

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build/package"
DIST = ROOT / "dist"
FOLDER = WORK / "so-sang-kien"
CONSTRAINTS = ROOT / "packaging/constraints.txt"
ON_WINDOWS = sys.platform == "win32"
PROGRAM = "so-sang-kien.exe" if ON_WINDOWS else "so-sang-kien"
WINDOW = "so-sang-kien-window.exe" if ON_WINDOWS else "so-sang-kien-window"

TOOLS = ("hatchling==1.33.0", "cyclonedx-bom==7.5.0")
FREEZER = "pyinstaller==6.22.3"

KEPT_PLUGINS = {
    "platforms": ("windows", "xcb", "wayland", "offscreen"),
    "platformthemes": ("xdgdesktopportal",),
    "platforminputcontexts": ("compose", "ibus"),
    "styles": ("modernwindows",),
    "imageformats": ("jpeg", "svg", "ico", "gif", "webp"),
    "iconengines": ("svg",),
    "printsupport": ("cups", "windows"),
    "xcbglintegrations": ("egl", "glx"),
    "wayland-shell-integration": ("xdg-shell", "qt-shell"),
    "wayland-decoration-client": ("bradient", "adwaita"),
    "wayland-graphics-integration-client": ("wayland-egl",),
}
"""What of Qt's plugins is used. The others go before anything is collected, and with them what
they alone need: GTK, QML, PDF pages as pictures, an on-screen keyboard, TLS, databases."""


def python_of(environment: Path) -> Path:
    """Return the interpreter of an environment."""
    return environment / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")


def run(*command: object, cwd: Path = ROOT, **more: str) -> None:
    """Run a command and stop where it fails; nothing of the caller's Python reaches it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([str(part) for part in command], check=True, cwd=cwd, env={**kept, **more})


def install(environment: Path, *names: object) -> None:
    """Install into an environment with the versions that were tried together."""
    run(
        *(python_of(WORK / "tools"), "-m", "pip", "--python", python_of(environment)),
        *("install", "--quiet", "--disable-pip-version-check", "--no-compile"),
        *("-c", CONSTRAINTS, *names),
    )


def build_wheel(environment: Path) -> Path:
    """Build wheel and sdist into ``dist``; return the wheel."""
    install(environment, "PySide6-Essentials")  # which brings the tool for translations
    run(python_of(environment), ROOT / "packaging/translations.py", "release")
    for old in (*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")):
        old.unlink()
    run(python_of(WORK / "tools"), "-m", "hatchling", "build", "-d", DIST)
    (wheel,) = DIST.glob("*.whl")
    return wheel


def prune(environment: Path) -> None:
    """Take away the plugins of Qt that are not used."""
    (qt,) = environment.glob("Lib/site-packages/PySide6" if ON_WINDOWS else "lib/*/site-packages/PySide6/Qt")
    for plugin in (qt / "plugins").glob("*/*"):
        if not plugin.is_file():
            continue
        kept = KEPT_PLUGINS.get(plugin.parent.name, ())
        name = plugin.stem.split(".")[0].removeprefix("lib").removeprefix("q")
        if not any(name == each or each in name.split("-plugin-") or name.startswith(each) for each in kept):
            plugin.unlink()


def freeze(environment: Path) -> None:
    """Make the folder."""
    install(environment, FREEZER)
    shutil.rmtree(FOLDER, ignore_errors=True)
    run(
        *(python_of(environment), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", WORK, "--workpath", WORK / "freezing"),
        ROOT / "packaging/so-sang-kien.spec",
        # The same input gives the same modules: no times, no order of the day.
        cwd=WORK,  # not the checkout, whose package would be found before the installed one
        PYTHONHASHSEED="1",
        SOURCE_DATE_EPOCH=_last_change(),
    )


def _last_change() -> str:
    answer = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return answer.stdout.strip() or "1763683200"


def main() -> None:
    """Build everything."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    sys.stdout.reconfigure(line_buffering=True)
    WORK.mkdir(parents=True, exist_ok=True)
    environment = WORK / "environment"
    for each in (environment, WORK / "tools"):
        shutil.rmtree(each, ignore_errors=True)
    venv.create(WORK / "tools", with_pip=True)
    venv.create(environment, with_pip=False)
    install(WORK / "tools", *TOOLS)
    print("wheel …")
    wheel = build_wheel(environment)
    install(environment, f"{wheel}[office]")
    print("licences and list of parts …")
    licences.collect(environment, WORK / "licences")
    icons.draw(WORK / "icons", python_of(environment))
    prune(environment)
    print("folder …")
    freeze(environment)
    licences.add_system_libraries(FOLDER, WORK / "licences")
    licences.ship(WORK / "licences", FOLDER / "_internal/licences")
    sbom.write(python_of(WORK / "tools"), environment, WORK / "licences", WORK / "sbom.json")
    shutil.copy2(WORK / "sbom.json", FOLDER / "_internal/licences/sbom.json")
    print(FOLDER)


if __name__ == "__main__":
    main()
