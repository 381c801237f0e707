"""Pictures and files on their way in: kind told by content, pictures upright and without data."""

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.documents.child import LimitedChild
from desktop_app.errors import BadFile

if TYPE_CHECKING:
    from PIL import Image

LONGEST = 1600
_MOST_JPEG_PIXELS, _MOST_PIXELS = 120_000_000, 40_000_000
MOST_PICTURE_BYTES = 60_000_000
"""The largest picture looked at; what is made of it is far smaller."""
_JPEG_QUALITY = 85

HEIC, WEBP = "image/heic", "image/webp"
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class CleanPicture:
    """A picture that is upright, no larger than wanted, and tells nothing but itself."""

    data: bytes
    media_type: str
    width: int
    height: int
    saved: int


def file_kind(data: bytes, name: str) -> str:
    """Return the media type by content, whatever the name says.

    Raises BadFile: SSK-380 nothing in it, SSK-381 a program, SSK-382 an old Office file or one
    with a password, SSK-383 macros, SSK-385 a locked PDF, SSK-330 for every other kind that is
    not taken.
    """
    if not data:
        raise BadFile("SSK-380", file=name)
    if data.startswith((b"MZ", b"\x7fELF", b"#!")):
        raise BadFile("SSK-381", file=name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadFile("SSK-382", file=name)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return HEIC
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(b"%PDF-"):
        if _LOCKED_PDF.search(data):
            raise BadFile("SSK-385", file=name)
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        kind = _office_kind(data, name)
        if kind:
            return kind
    raise BadFile("SSK-330", file=name)


# The entry of a trailer that says a PDF is locked: ISO 32000-1:2008, 7.5.5 and 7.6.1.
_LOCKED_PDF = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R\b)")


def _office_kind(data: bytes, name: str) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError):
        return None
    macros = ("vbaproject.bin", "xl/macrosheets/")
    if any(macro in part.lower() for part in names for macro in macros):
        raise BadFile("SSK-383", file=name)
    if "word/document.xml" in names:
        return WORD
    return EXCEL if "xl/workbook.xml" in names else None


def clean_picture(
    data: bytes, *, longest: int = LONGEST, child: LimitedChild | None = None
) -> CleanPicture:
    """Return a picture turned by its EXIF, without location and other data, resized.

    With a child the picture is opened there, within limits of time and memory. Raises BadFile
    SSK-331 for a broken picture, SSK-332 for one that is too large.
    """
    if child is None:
        return _clean(data, longest)
    if len(data) > MOST_PICTURE_BYTES:
        raise BadFile("SSK-332")
    try:
        head, content = child.ask("picture", {"longest": longest}, (data,))
    except BadFile as error:
        # The child used itself up: of a picture that is because of its size.
        raise BadFile("SSK-332") if error.code == "SSK-322" else error from error
    return CleanPicture(content, saved=len(data) - len(content), **head["picture"])


def _clean(data: bytes, longest: int) -> CleanPicture:
    from PIL import Image, ImageOps

    pixels = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if data[4:8] == b"ftyp":
                import pi_heif

                pi_heif.register_heif_opener(thumbnails=False)
            formats = ("JPEG", "PNG", "WEBP", "HEIF")
            with Image.open(io.BytesIO(data), formats=formats) as opened:
                kind, pixels = opened.format, opened.width * opened.height
                if pixels > (_MOST_JPEG_PIXELS if kind == "JPEG" else _MOST_PIXELS):
                    raise BadFile("SSK-332")
                # A large photo is unpacked at a fraction of its size: faster, little memory.
                side = max(opened.size)
                share = min(1.0, 2 * longest / side)
                opened.draft(opened.mode, (int(opened.width * share), int(opened.height * share)))
                opened.load()
                smaller = _plain(opened)
                smaller.thumbnail((longest, longest))
                # Turned when small: turning needs room for two.
                picture: Image.Image = ImageOps.exif_transpose(smaller)
    except (Image.DecompressionBombError, MemoryError) as error:
        raise BadFile("SSK-332") from error
    except BadFile:
        raise
    except Exception as error:  # a broken picture fails in as many ways as there are formats
        # Libraries below report want of memory as if the file were broken.
        raise BadFile("SSK-332" if pixels > _MOST_PIXELS else "SSK-331") from error
    return _bare(picture, kind, len(data))


def _plain(picture: "Image.Image") -> "Image.Image":
    """Return a picture in grey, colour, or colour with transparency, 8 bits each."""
    if picture.mode in ("L", "RGB", "RGBA"):
        return picture
    if picture.mode.startswith("I"):  # 16 bits of grey; converting alone would clip to white
        return picture.convert("I").point(lambda shade: shade / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _bare(picture: "Image.Image", kind: str | None, came_with: int) -> CleanPicture:
    """Return the pixels alone, in the format that suits them.

    Drawings and what is transparent stay PNG; a photo that came as PNG or WebP becomes JPEG where
    that is less than half of it.
    """
    content, media_type = b"", "image/png"
    if kind in ("PNG", "WEBP"):
        content = _written(picture, "PNG")
    if not content or picture.mode != "RGBA":
        as_jpeg = _written(picture.convert("RGB") if picture.mode == "RGBA" else picture, "JPEG")
        if not content or 2 * len(as_jpeg) < len(content):
            content, media_type = as_jpeg, "image/jpeg"
    return CleanPicture(
        content, media_type, picture.width, picture.height, came_with - len(content)
    )


def _written(picture: "Image.Image", kind: str) -> bytes:
    from PIL import Image

    # A new picture of the pixels alone: metadata has nowhere to hide.
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    target = io.BytesIO()
    bare.save(target, kind, quality=_JPEG_QUALITY, optimize=True)
    return target.getvalue()
