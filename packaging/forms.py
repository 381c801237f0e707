"""Compiles ui/*.ui to desktop_app/windows/designed/ui_*.py: ``python packaging/forms.py``."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "desktop_app/windows/designed"


def compiled(source: Path) -> str:
    """Return what pyside6-uic makes of a form, without the line that names its version."""
    uic = Path(sys.executable).with_name("pyside6-uic")
    done = subprocess.run(
        [uic, "-g", "python", source], capture_output=True, text=True, encoding="utf-8", check=True
    )
    lines = [line for line in done.stdout.splitlines() if "Created by:" not in line]
    return "\n".join(lines) + "\n"


def main() -> int:
    for source in sorted((ROOT / "ui").glob("*.ui")):
        target = TARGET / f"ui_{source.stem}.py"
        target.write_text(compiled(source), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
