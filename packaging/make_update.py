"""Makes an update of the built folder: ``python packaging/make_update.py --key RELEASE.key``.

The list of the folder is signed with ``minisign``, which asks for the key's password itself; the
secret key is never read here and never lies in the repository. Its public half is
``resources/update/release.pub``: a build without it takes no updates.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import build

sys.path.insert(0, str(build.ROOT))

import archives
from desktop_app.exchange import signing, update_file

PUBLIC = build.ROOT / "resources/update/release.pub"


def sign(file: Path, key: Path) -> bytes:
    """Return the minisign signature of a file."""
    signature = file.with_name(f"{file.name}.minisig")
    subprocess.run(
        ["minisign", "-S", "-s", str(key), "-m", str(file), "-x", str(signature)], check=True
    )
    return signature.read_bytes()


def make(folder: Path, key: Path, notes: str, target: Path) -> None:
    """Write the update of a folder, having checked that programs of this build would take it."""
    manifest = update_file.manifest_of(folder, build.version(), archives.system_name(), notes)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, update_file.MANIFEST)
        file.write_bytes(manifest)
        signature = sign(file, key)
    if PUBLIC.is_file():
        lines = PUBLIC.read_text(encoding="ascii").split("\n")
        public = next(line for line in lines if line and not line.startswith("untrusted"))
        signing.verify(public, manifest, signature)
    update_file.write_update(target, folder, manifest, signature)


def main() -> None:
    """Write the update into ``dist``."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--key", type=Path, required=True, help="minisign's secret key file")
    reader.add_argument("--notes", default="", help="one sentence for people: what is new")
    given = reader.parse_args()
    name = f"{archives.NAME}-{build.version()}-{archives.system_name()}.update.zip"
    target = build.DIST / name
    make(build.FOLDER, given.key, given.notes, target)
    print(f"{target.stat().st_size / 1e6:6.1f} MB  {target}")


if __name__ == "__main__":
    main()
