"""Pictures on their way in: upright, small, telling nothing but themselves; hostile ones told."""

import io
import struct
import zlib

import pillow_heif
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
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


CORNERS = {1: "BGRR", 2: "GBRR", 3: "RRGB", 4: "RRBG", 5: "BRGR", 6: "RBRG", 7: "RGRB", 8: "GRBR"}
"""Colours of the corners (above left, above right, below left, below right) once upright, by the
value of EXIF Orientation: CIPA DC-008, table 4."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", CORNERS)
def test_a_picture_stands_upright_however_it_was_held(kind: str, orientation: int) -> None:
    picture = Image.new("RGB", (60, 40), "red")
    picture.paste("blue", (0, 0, 30, 20))
    picture.paste("lime", (30, 0, 60, 20))
    exif = Image.Exif()
    exif[0x0112] = orientation
    target = io.BytesIO()
    picture.save(target, kind, exif=exif)

    with Image.open(io.BytesIO(clean_picture(target.getvalue()).data)) as clean:
        right, low = clean.width - 6, clean.height - 6
        corners = [clean.getpixel(at) for at in ((5, 5), (right, 5), (5, low), (right, low))]
        assert "".join("RGB"[pixel.index(max(pixel))] for pixel in corners) == CORNERS[orientation]


def _secrets(kind: str) -> bytes:
    picture = Image.radial_gradient("L").convert("RGB")
    exif = picture.getexif()
    exif[0x010F] = "Nokia"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (IFDRational(21), IFDRational(35), IFDRational(0))
    options: dict[str, object] = {"exif": exif}
    if kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", "Song Cong")
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", "<x>Song Cong</x>")
    else:
        options["xmp"] = b"<x:xmpmeta>Song Cong</x:xmpmeta>"
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_no_format_carries_a_place_or_a_name(kind: str) -> None:
    pillow_heif.register_heif_opener()
    data = _secrets(kind)
    with Image.open(io.BytesIO(data)) as before:
        assert before.getexif().get_ifd(0x8825)  # there was something to take away
    assert b"Song Cong" in data

    clean = clean_picture(data)

    with Image.open(io.BytesIO(clean.data)) as picture:
        assert not dict(picture.getexif())
        assert not picture.getexif().get_ifd(0x8825)
        assert not {"exif", "xmp", "comment", "Author", "icc_profile"} & set(picture.info)
    for secret in (b"Nokia", b"Song Cong", b"Exif", b"xmp"):
        assert secret not in clean.data


def test_a_photo_saved_as_png_becomes_jpeg_and_a_drawing_stays() -> None:
    grain = Image.effect_noise((600, 400), 50).convert("RGB")
    drawing = Image.new("RGB", (600, 400), "white")
    drawing.paste("black", (100, 100, 300, 104))

    def cleaned(picture: Image.Image) -> str:
        target = io.BytesIO()
        picture.save(target, "PNG")
        return clean_picture(target.getvalue()).media_type

    assert cleaned(grain) == "image/jpeg"
    assert cleaned(drawing) == "image/png"
    grain.putalpha(128)
    assert cleaned(grain) == "image/png"


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    shades = Image.new("I;16", (3, 1))
    for place, shade in enumerate((0, 0x8000, 0xFFFF)):
        shades.putpixel((place, 0), shade)
    target = io.BytesIO()
    shades.save(target, "PNG")

    with Image.open(io.BytesIO(clean_picture(target.getvalue()).data)) as picture:
        assert [picture.getpixel((place, 0)) for place in range(3)] == [0, 128, 255]


def test_a_photo_of_90_million_pixels_is_taken_within_the_limits(filler: DocumentFiller) -> None:
    data = _picture((10_000, 9_000))

    clean = clean_picture(data, child=filler.child)

    assert (clean.width, clean.height) == (1600, 1440)


def test_a_picture_that_uses_the_child_up_is_too_large() -> None:
    class Exhausted:
        def ask(self, *_: object) -> None:
            raise BadFile("SSK-322")

    with pytest.raises(BadFile, match="SSK-332"):
        clean_picture(_picture(), child=Exhausted())  # type: ignore[arg-type]


def test_an_animation_gives_its_first_picture() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("lime", "red")]
    target = io.BytesIO()
    frames[0].save(target, "PNG", save_all=True, append_images=frames[1:])

    with Image.open(io.BytesIO(clean_picture(target.getvalue()).data)) as picture:
        assert getattr(picture, "n_frames", 1) == 1
        assert picture.getpixel((3, 3)) == (0, 255, 0)


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
        (_picture(kind="WEBP"), "image/webp"),
        (b"%PDF-1.7\n(/Encrypt is but a word here)", "application/pdf"),
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
