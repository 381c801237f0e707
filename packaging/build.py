"""Builds the program as one folder: ``python packaging/build.py`` on Windows and on Linux alike.

The wheel is built first and installed into a clean environment of its own; that environment is
what gets frozen, so nothing of the checkout (notes, logs, keys) can come along, and wheel and
folder hold the same files. Left in ``build/package``: the environment, ``so-sang-kien`` (the
folder), ``sbom.json``, ``icons``; in ``dist``: wheel and sdist.
"""

import argparse
import os
import re
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
WINDOW = "so-sang-kien-window.exe" if ON_WINDOWS else PROGRAM

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
    (qt,) = environment.glob(
        "Lib/site-packages/PySide6" if ON_WINDOWS else "lib/*/site-packages/PySide6/Qt"
    )
    for plugin in (qt / "plugins").glob("*/*"):
        if not plugin.is_file():
            continue
        kept = KEPT_PLUGINS.get(plugin.parent.name, ())
        name = plugin.stem.split(".")[0].removeprefix("lib").removeprefix("q")
        if not any(
            name == each or each in name.split("-plugin-") or name.startswith(each) for each in kept
        ):
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
        SOURCE_DATE_EPOCH=last_change(),
    )


def version() -> str:
    """Return the version, which stands in one place."""
    text = (ROOT / "desktop_app/__init__.py").read_text(encoding="utf-8")
    return re.search(r'(?m)^__version__ = "(.+)"$', text)[1]


def describe_for_windows(target: Path) -> None:
    """Write what Windows shows under a program's properties, in PyInstaller's own form."""
    numbers = (*(int(part) for part in version().split(".")[:3]), 0)
    texts = {
        "CompanyName": "So Sang Kien",
        "FileDescription": "Sổ Sáng Kiến",
        "FileVersion": version(),
        "InternalName": "so-sang-kien",
        "LegalCopyright": "Apache-2.0",
        "ProductName": "Sổ Sáng Kiến",
        "ProductVersion": version(),
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    target.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('042a04b0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x042A, 1200])])])\n",
        encoding="utf-8",
    )


def last_change() -> str:
    """Return when the sources were changed last, in seconds: the time everything built bears."""
    answer = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return answer.stdout.strip() or "1763683200"


def main() -> None:
    """Build everything."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--say-version", action="store_true")
    if reader.parse_args().say_version:
        print(version())
        return
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
    describe_for_windows(WORK / "version-info.txt")
    prune(environment)
    print("folder …")
    freeze(environment)
    licences.add_system_libraries(FOLDER, WORK / "licences")
    shipped = FOLDER / "_internal/desktop_app/resources/licences"
    licences.ship(WORK / "licences", shipped)
    sbom.write(python_of(WORK / "tools"), environment, WORK / "licences", WORK / "sbom.json")
    shutil.copy2(WORK / "sbom.json", shipped / "sbom.json")
    print(FOLDER)


if __name__ == "__main__":
    main()
