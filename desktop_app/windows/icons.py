"""Icons of one set, drawn in the colour of the text."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.resource_files import resource_path


@lru_cache(maxsize=400)
def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """Return an icon of the set in a colour such as ``#1d2733``."""
    source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    found = QIcon()
    for scale in (1, 2):
        picture = QPixmap(size * scale, size * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
        painter.end()
        picture.setDevicePixelRatio(scale)
        found.addPixmap(picture)
    return found
