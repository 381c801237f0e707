"""Pictures set into a filled document: sized to their place, kept in the package when used."""

import io
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

_DRAWING = (
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
    'drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{id}" name="Picture {id}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="Picture {id}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    '</a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
)
_LINK = (
    '<Relationship Id="rIdPicture{number}" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/image" Target="media/picture{number}.{kind}"/>'
)
_EMU_PER_CM = 360_000
_WIDEST, _TALLEST = 14.0, 9.5
_FIRST_ID = 1000  # above what a template's own drawings are likely to have


class Media:
    """The pictures of one document; only those a template prints come into the package."""

    def __init__(self, pictures: list[bytes]) -> None:
        self._pictures = pictures
        self._used: dict[str, dict[int, str]] = {}
        self.part = ""

    def markup(self, number: int, media_type: str, width: float, height: float) -> Markup:
        """Return the XML of a picture as large as fits into a place of some centimetres."""
        from PIL import Image, UnidentifiedImageError

        if not 0 <= number < len(self._pictures):
            return Markup("")
        try:
            formats = ("PNG",) if media_type == "image/png" else ("JPEG",)
            with Image.open(io.BytesIO(self._pictures[number]), formats=formats) as picture:
                wide, tall = picture.size
        except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
            return Markup(escape("[ảnh không mở được]"))
        self._used.setdefault(self.part, {})[number] = formats[0].lower()
        scale = min(width / wide, height / tall) * _EMU_PER_CM
        return Markup(
            _DRAWING.format(
                cx=max(1, int(wide * scale)),
                cy=max(1, int(tall * scale)),
                id=_FIRST_ID + number,
                number=number + 1,
            )
        )

    def relationships(self, part: str) -> str:
        """Return the XML lines that link a part to the pictures it prints."""
        used = sorted(self._used.get(part, {}).items())
        return "".join(_LINK.format(number=number + 1, kind=kind) for number, kind in used)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give name and content of every picture printed."""
        used = {entry for part in self._used.values() for entry in part.items()}
        for number, kind in sorted(used):
            yield f"word/media/picture{number + 1}.{kind}", self._pictures[number]


class WordPicture:
    """A picture a template can print, at its natural place or in a given one."""

    __slots__ = ("_kind", "_media", "_number")

    def __init__(self, media: Media, number: int, media_type: str) -> None:
        self._media, self._number, self._kind = media, number, media_type

    def markup(self, width: float = _WIDEST, height: float = _TALLEST) -> Markup:
        """Return its XML, fitted into a place of some centimetres."""
        return self._media.markup(self._number, self._kind, width, height)


def picture_filter(value: Any, width: float = _WIDEST, height: float = _TALLEST) -> Any:
    """Jinja filter ``picture(width, height)`` in centimetres; anything else stays as it is."""
    if not isinstance(value, WordPicture):
        return value
    return value.markup(min(max(1.0, width), 20.0), min(max(1.0, height), 25.0))


def with_pictures(value: Any, media: Media) -> Any:
    """Return a context with its numbered pictures as things that can be printed."""
    if isinstance(value, dict):
        if set(value) == {"picture number", "media_type"}:
            return WordPicture(media, value["picture number"], value["media_type"])
        return {name: with_pictures(inner, media) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_pictures(inner, media) for inner in value]
    return value
