"""Keeps the translations: ``python packaging/translations.py update|release``.

update: reads every string of the windows and the Designer files into the .ts file, keeping what is
translated. release: makes the .qm file the program loads (built, not committed).
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources/translations"
TS = FOLDER / "so_sang_kien_vi.ts"


def tool(name: str) -> Path:
    return Path(sys.executable).with_name(f"pyside6-{name}")


def update(ts: Path = TS) -> None:
    sources = [
        *sorted((ROOT / "desktop_app/windows").rglob("*.py")),
        *sorted((ROOT / "ui").glob("*.ui")),
    ]
    sources = [path for path in sources if "designed" not in path.parts]
    names = [str(path.relative_to(ROOT)) for path in sources]
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en"]
    subprocess.run([tool("lupdate"), *options, *names, "-ts", ts], cwd=ROOT, check=True)


def release() -> None:
    for ts in FOLDER.glob("*.ts"):
        subprocess.run([tool("lrelease"), "-silent", ts, "-qm", ts.with_suffix(".qm")], check=True)


if __name__ == "__main__":
    {"update": update, "release": release}[sys.argv[1]]()
