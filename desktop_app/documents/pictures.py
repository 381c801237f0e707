"""Pictures and files on their way in: kind told by content, pictures upright and without data."""

import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.errors import BadFile

LONGEST = 1600
_MOST_JPEG_PIXELS, _MOST_PNG_PIXELS = 120_000_000, 40_000_000
_MOST_BYTES = 60_000_000
_JPEG_QUALITY = 85

HEIC = "image/heic"
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
    with a password, SSK-383 macros, SSK-330 for every other kind that is not taken.
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
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        kind = _office_kind(data, name)
        if kind:
            return kind
    raise BadFile("SSK-330", file=name)


def _office_kind(data: bytes, name: str) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError):
        return None
    if any(part.lower().endswith("vbaproject.bin") for part in names):
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
    if child is not None:
        if len(data) > _MOST_BYTES:
            raise BadFile("SSK-332")
        head, content = child.ask("picture", {"longest": longest}, (data,))
        return CleanPicture(content, saved=len(data) - len(content), **head["picture"])
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if data[4:8] == b"ftyp":
                import pillow_heif

                pillow_heif.register_heif_opener(thumbnails=False)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "HEIF")) as opened:
                kind = "PNG" if opened.format == "PNG" else "JPEG"
                pixels = opened.width * opened.height
                if pixels > (_MOST_JPEG_PIXELS if kind == "JPEG" else _MOST_PNG_PIXELS):
                    raise BadFile("SSK-332")
                # A large photo is unpacked at a fraction of its size: faster, little memory.
                opened.draft(opened.mode, (longest * 2, longest * 2))
                opened.load()
                picture: Image.Image = ImageOps.exif_transpose(opened)
    except Image.DecompressionBombError as error:
        raise BadFile("SSK-332") from error
    except MemoryError as error:
        raise BadFile("SSK-332") from error
    except BadFile:
        raise
    except Exception as error:  # a broken picture fails in as many ways as there are formats
        raise BadFile("SSK-331") from error
    picture.thumbnail((longest, longest))
    picture = picture.convert(_plain_mode(picture, kind))
    # A new picture of the pixels alone: metadata has nowhere to hide.
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    target = io.BytesIO()
    if kind == "PNG":
        bare.save(target, "PNG", optimize=True)
    else:
        bare.save(target, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    content = target.getvalue()
    media_type = "image/png" if kind == "PNG" else "image/jpeg"
    return CleanPicture(content, media_type, bare.width, bare.height, len(data) - len(content))


def _plain_mode(picture: Any, kind: str) -> str:
    if kind == "JPEG":
        return "L" if picture.mode == "L" else "RGB"
    if picture.mode in ("L", "RGB", "RGBA"):
        return str(picture.mode)
    return "RGBA" if picture.has_transparency_data else "RGB"
