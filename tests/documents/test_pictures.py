"""Pictures on their way in: upright, small, telling nothing but themselves; hostile ones told."""

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from desktop_app.documents.filling import DocumentFiller
from desktop_app.documents.pictures import EXCEL, WORD, clean_picture, file_kind
from desktop_app.errors import BadFile
from tests.documents.conftest import word


def _picture(size=(400, 200), mode="RGB", kind="JPEG", **options) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind, **options)
    return target.getvalue()


def _photo_with_place() -> bytes:
    picture = Image.new("RGB", (400, 200), "red")
    picture.paste("blue", (0, 0, 200, 200))
    exif = picture.getexif()
    exif[0x0112] = 6  # taken with the camera turned
    exif[0x010F] = "Nokia"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (IFDRational(21), IFDRational(35), IFDRational(0))
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif, comment=b"Song Cong")
    return target.getvalue()


def test_a_photo_is_turned_and_tells_no_place() -> None:
    clean = clean_picture(_photo_with_place())

    with Image.open(io.BytesIO(clean.data)) as picture:
        assert picture.size == (clean.width, clean.height) == (200, 400)
        assert picture.getpixel((100, 20))[2] > 200  # the blue half stands on top now
        assert not picture.getexif()
        assert picture.info.get("comment") is None
    for secret in (b"Nokia", b"Exif", b"Song Cong"):
        assert secret not in clean.data


def test_a_large_picture_is_made_smaller_and_the_saving_told() -> None:
    data = _picture((4000, 3000), quality=95)

    clean = clean_picture(data, longest=1600)

    assert (clean.width, clean.height) == (1600, 1200)
    assert clean.saved == len(data) - len(clean.data)
    assert clean.media_type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_stays_one(mode: str) -> None:
    clean = clean_picture(_picture((30, 20), mode, "PNG"))

    with Image.open(io.BytesIO(clean.data)) as picture:
        assert picture.size == (30, 20)
        assert picture.has_transparency_data == (mode in ("LA", "RGBA"))


def test_a_printers_jpeg_becomes_one_for_screens() -> None:
    with Image.open(io.BytesIO(clean_picture(_picture(mode="CMYK")).data)) as picture:
        assert picture.mode == "RGB"


def _png_of(width: int, height: int) -> bytes:
    """A PNG that says it is large and holds next to nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" * 1_000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(9_000, 9_000), (60_000, 60_000), (2_000_000, 2_000_000)])
def test_bombs_are_refused_before_they_are_unpacked(size: tuple[int, int]) -> None:
    with pytest.raises(BadFile, match="SSK-332"):
        clean_picture(_png_of(*size))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff\xe0 broken",
        _picture()[:300],
        _png_of(40, 40),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    ],
)
def test_what_is_broken_is_told(data: bytes) -> None:
    with pytest.raises(BadFile, match="SSK-331"):
        clean_picture(data)


def test_the_child_gives_the_same_picture(filler: DocumentFiller) -> None:
    data = _photo_with_place()

    assert clean_picture(data, child=filler.child) == clean_picture(data)
    with pytest.raises(BadFile, match="SSK-331"):
        clean_picture(b"nothing", child=filler.child)
    with pytest.raises(BadFile, match="SSK-332"):
        clean_picture(_png_of(60_000, 60_000), child=filler.child)


def _excel() -> bytes:
    from openpyxl import Workbook

    target = io.BytesIO()
    Workbook().save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_picture(), "image/jpeg"),
        (_picture(kind="PNG"), "image/png"),
        (b"%PDF-1.7\n", "application/pdf"),
        (word("x"), WORD),
        (_excel(), EXCEL),
    ],
)
def test_content_decides_the_kind(data: bytes, kind: str) -> None:
    assert file_kind(data, "đặt tên gì cũng được.exe") == kind


@pytest.mark.parametrize("data", [b"<html>", b"PK\x03\x04", b"GIF89a"])
def test_other_kinds_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(BadFile) as refused:
        file_kind(data, "ảnh.jpg")

    assert (refused.value.code, refused.value.facts) == ("SSK-330", {"file": "ảnh.jpg"})
