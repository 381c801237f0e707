"""Collects the licences of everything a build carries, one text for people: ``LICENCES.txt``.

Python packages say their licence in their metadata and mostly bring its text; what a package does
not bring lies in ``packaging/licences``. On Debian, libraries of the system that a folder takes
along are asked of the package they come from. Whatever has no licence stops the build.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent / "licences"
TEXTS = re.compile(r"(?i)(licen[cs]e|copying|notice)[^/]*$")

# What a package says in its own words only, or in a classifier.
NAMED = {
    "backports.tarfile": "MIT",
    "jaraco.classes": "MIT",
    "Jinja2": "BSD-3-Clause",
    "pyrage": "MIT",
    "pyxform": "BSD-2-Clause",
    "segno": "BSD-3-Clause",
    "xlrd": "BSD-3-Clause AND BSD-4-Clause",
}
WITHOUT_TEXT = {
    "docxtpl": ("LGPL-2.1.txt",),
    "PySide6_Essentials": ("QT-NOTICE.txt", "LGPL-3.txt", "GPL-3.txt"),
    "shiboken6": ("QT-NOTICE.txt", "LGPL-3.txt", "GPL-3.txt"),
    "psycopg": ("LGPL-3.txt", "GPL-3.txt"),
    "psycopg-binary": ("LGPL-3.txt", "GPL-3.txt"),
}


class NoLicence(Exception):
    """Something would be shipped whose licence nobody knows."""


@dataclass
class Part:
    """One thing that is shipped; ``kind`` is python, system or runtime."""

    name: str
    version: str
    licence: str
    kind: str
    home: str = ""
    files: list[str] = field(default_factory=list)


def collect(environment: Path, target: Path) -> None:
    """Collect what the Python packages of an environment say into a folder."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    parts = [_interpreter(target)]
    for package in sorted(_packages(environment), key=lambda each: each.name.lower()):
        texts = [_text_of(package, file) for file in package.files or () if TEXTS.search(str(file))]
        texts += [
            (HERE / name).read_text(encoding="utf-8") for name in WITHOUT_TEXT.get(package.name, ())
        ]
        licence = _licence_of(package)
        if not licence or not texts:
            raise NoLicence(f"{package.name}: {licence or 'no name'}, {len(texts)} texts")
        parts.append(
            Part(
                *(package.name, package.version, licence, "python"),
                home=f"https://pypi.org/project/{package.name}/",
                files=[_keep(target, text) for text in texts],
            )
        )
    _write(target, parts)


def add_system_libraries(folder: Path, target: Path) -> None:
    """Add the packages of the system whose libraries lie in a folder (Debian only)."""
    if sys.platform == "win32":
        return
    parts = read(target)
    known = {part.name for part in parts}
    for library in sorted((folder / "_internal").glob("lib*.so*")):
        if library.name.startswith("libpython"):
            continue  # the interpreter, named above
        package = _owner(library.name)
        if package is None:
            raise NoLicence(f"{library.name}: no package of this system has it")
        name, version = package
        if name in known:
            continue
        known.add(name)
        text = Path("/usr/share/doc", name, "copyright").read_text(
            encoding="utf-8", errors="replace"
        )
        found = sorted(set(re.findall(r"(?m)^License: *(\S.*)$", text)))
        licence = " AND ".join(found[:6]) or "see the text"
        parts.append(Part(name, version, licence, "system", files=[_keep(target, text)]))
    _write(target, parts)


def read(target: Path) -> list[Part]:
    """Return what was collected."""
    return [
        Part(**each) for each in json.loads((target / "parts.json").read_text(encoding="utf-8"))
    ]


def ship(target: Path, place: Path) -> None:
    """Write the one text for people into a build, and the texts of the libraries under LGPL."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "LICENCES.txt").write_text(as_text(target), encoding="utf-8")


def as_text(target: Path) -> str:
    """Return the whole list and then every text once."""
    parts = read(target)
    lines = [
        "Sổ Sáng Kiến: giấy phép của các phần đi kèm / licences of the parts it carries",
        "",
        "The program itself: Apache-2.0. Qt, PySide6, psycopg and docxtpl are used under the LGPL:",
        "they lie here as files of their own, and may be replaced by other builds of a version.",
        "",
        *(f"{p.name} {p.version}: {p.licence}  [{', '.join(p.files)}]" for p in parts),
    ]
    for name in sorted({file for part in parts for file in part.files}):
        text = (target / name).read_text(encoding="utf-8").strip()
        lines += ["", "=" * 100, f"[{name}]", "=" * 100, "", text]
    return "\n".join(lines) + "\n"


def _interpreter(target: Path) -> Part:
    places = (Path(sys.base_prefix), Path(json.__file__).resolve().parents[1])
    for place in places:
        for name in ("LICENSE.txt", "LICENSE"):
            if (place / name).is_file():
                text = (place / name).read_text(encoding="utf-8", errors="replace")
                version = ".".join(str(number) for number in sys.version_info[:3])
                home = "https://www.python.org/"
                return Part("CPython", version, "PSF-2.0", "runtime", home, [_keep(target, text)])
    raise NoLicence("CPython: no text beside the interpreter")


def _packages(environment: Path) -> Iterator[metadata.Distribution]:
    places = [str(place) for place in environment.glob("**/site-packages")]
    yield from metadata.distributions(path=places)


def _licence_of(package: metadata.Distribution) -> str:
    said = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    first = said.strip().split("\n")[0]
    if not first or len(first) > 80:
        first = NAMED.get(package.name, "")
    return first


def _text_of(package: metadata.Distribution, file: metadata.PackagePath) -> str:
    return Path(str(package.locate_file(file))).read_text(encoding="utf-8", errors="replace")


def _keep(target: Path, text: str) -> str:
    """Keep a text once, however many parts share it; return the name it got."""
    import hashlib

    name = f"text-{hashlib.sha256(text.encode()).hexdigest()[:10]}.txt"
    (target / name).write_text(text, encoding="utf-8")
    return name


def _owner(library: str) -> tuple[str, str] | None:
    """Return the Debian package a library comes from."""
    found = subprocess.run(
        ["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False
    ).stdout
    for line in found.splitlines():
        names, _, path = line.partition(": ")
        if path.startswith(("/lib", "/usr/lib/x86_64", "/usr/lib/aarch64", "/usr/lib/lib")):
            name = names.split(",")[0].split(":")[0]
            version = subprocess.run(
                ["dpkg-query", "-W", "-f", "${Version}", name],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split("\n")[0]
            return name, version
    return None


def _write(target: Path, parts: list[Part]) -> None:
    value = [vars(part) for part in parts]
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (target / "parts.json").write_text(text, encoding="utf-8")
