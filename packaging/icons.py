"""Draws the program's icon in the sizes systems ask for, from ``resources/icons/program.svg``."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources/icons/program.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(target: Path, python: Path) -> None:
    """Draw PNGs and the Windows icon into a folder, with the libraries of an environment."""
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(python), str(Path(__file__).resolve()), str(target)], check=True)


def _draw(target: Path) -> None:
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(SOURCE))
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        picture.save(str(target / f"so-sang-kien-{size}.png"))
    largest = Image.open(target / f"so-sang-kien-{SIZES[-1]}.png")
    others = [Image.open(target / f"so-sang-kien-{size}.png") for size in SIZES[:-1]]
    largest.save(
        target / "so-sang-kien.ico",
        sizes=[(size, size) for size in SIZES],
        append_images=others,
    )


if __name__ == "__main__":
    _draw(Path(sys.argv[1]))
