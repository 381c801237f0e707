"""Bags made by hand in a folder: any file changed, left out or added before the tags are written."""

import hashlib
import zipfile
from pathlib import Path

HELLO = b"hello\n"


def listing(files, algorithm="sha512", *, encoding="utf-8", separator="  ", end="\n"):
    """Return a manifest over some files."""
    lines = [
        f"{hashlib.new(algorithm, content).hexdigest()}{separator}{path}"
        for path, content in files.items()
    ]
    return end.join([*lines, ""]).encode(encoding)


def bag(
    payload=None,
    *,
    version="1.0",
    encoding="UTF-8",
    algorithms=("sha512",),
    tags=None,
    tag_algorithms=None,
    **changes,
):
    """Return a bag's files: name → content; ``tags`` go in before the tag manifests are made.

    ``changes`` are the contents of tag files by the letters of their names, None leaves one out:
    ``bagit_txt=None``.
    """
    payload = {"data/hello.txt": HELLO} if payload is None else payload
    files = {
        "bagit.txt": f"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n".encode()
    }
    for algorithm in algorithms:
        files[f"manifest-{algorithm}.txt"] = listing(payload, algorithm, encoding=encoding)
    files |= tags or {}
    files |= {name.replace("_txt", ".txt").replace("_", "-"): c for name, c in changes.items()}
    files = {name: content for name, content in files.items() if content is not None}
    listed = {
        f"tagmanifest-{algorithm}.txt": listing(files, algorithm, encoding=encoding)
        for algorithm in (algorithms if tag_algorithms is None else tag_algorithms)
    }
    return {**payload, **files, **listed}


def written(folder: Path, files):
    """Write a bag's files below a folder and return it."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def zipped(target: Path, files, top="bag/"):
    """Write a bag's files into a ZIP and return it."""
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(top + "data/", b"")
        for name, content in files.items():
            archive.writestr(top + name, content)
    return target
