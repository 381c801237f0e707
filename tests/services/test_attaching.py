"""Files on their way into a report: what is taken, under which name, what is kept and forgotten."""

import io
import zipfile

import pillow_heif
import pytest
from PIL import Image

from desktop_app.errors import AppError, BadFile, BadInput
from desktop_app.services import drafting, setup
from desktop_app.services.attaching import (
    at_full_size,
    attach_data,
    attach_file,
    clean_name,
    has_original,
)
from desktop_app.workspace import Workspace
from tests.samples import answers


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with Workspace(tmp_path_factory.mktemp("files") / "book") as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        yield workspace


def photo(size=(3000, 2000), kind="JPEG"):
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    exif = picture.getexif()
    exif[0x010F] = "Nokia"
    target = io.BytesIO()
    picture.save(target, kind, exif=exif)
    return target.getvalue()


def test_a_photo_of_a_phone_becomes_a_picture_everybody_can_open(book):
    pillow_heif.register_heif_opener()
    taken = attach_data(book, photo(kind="HEIF"), "IMG_0001.HEIC")
    assert taken.value["name"] == "IMG_0001.jpg"
    assert taken.value["media_type"] == "image/jpeg"
    kept = book.attachments.read(taken.value["sha256"])
    assert b"Nokia" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert max(picture.size) == 1600


def test_an_original_is_kept_only_if_wanted_and_until_the_report_is_complete(book):
    data = photo()
    assert not has_original(book, attach_data(book, data, "a.jpg").value)
    book.set_setting("keep_originals", True)
    value = attach_data(book, data, "a.jpg").value
    book.set_setting("keep_originals", None)
    assert has_original(book, value)
    whole = at_full_size(book, value).value
    content = book.attachments.read(whole["sha256"])
    assert b"Nokia" not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == (3000, 2000)
    report = answers(1, figures=[{"file": value, "caption": "Đồ gá"}])
    drafting.make_ready(book, drafting.new_initiative(book, None, report))
    assert not has_original(book, value)
    assert list(book.originals.folder.rglob("*"))[1:] == []
    with pytest.raises(AppError):
        at_full_size(book, value)


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("ảnh 1.PNG", "image/png", "ảnh 1.PNG"),
        ("a\u0309nh.jpeg", "image/jpeg", "ảnh.jpeg"),
        ("CON.pdf", "application/pdf", "CON_.pdf"),
        ("C:\\Users\\x\\bản vẽ.pdf", "application/pdf", "bản vẽ.pdf"),
        ("../../etc/passwd", "image/png", "passwd.png"),
        ('a<b>:"c|?*.png', "image/png", "a b c.png"),
        ("photo.exe", "image/jpeg", "photo.jpg"),
        ("x" * 300 + ".png", "image/png", "x" * 100 + ".png"),
        ("...", "image/png", "tep.png"),
        ("báo cáo v2.1", "application/pdf", "báo cáo v2.pdf"),
    ],
)
def test_names_are_what_every_system_takes(name, kind, kept):
    assert clean_name(name, kind) == kept


def office(*parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for part in parts:
            package.writestr(part, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "SSK-380"),
        (b"MZ\x90\x00" + bytes(100), "SSK-381"),
        (b"\x7fELF" + bytes(100), "SSK-381"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "SSK-382"),
        (office("word/document.xml", "word/vbaProject.bin"), "SSK-383"),
        (office("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "SSK-383"),
        (b"%PDF-1.7\ntrailer <</Root 1 0 R /Encrypt 5 0 R>>", "SSK-385"),
        (b"%PDF-1.4\ntrailer <</Encrypt<</V 2>>>>", "SSK-385"),
        (office("readme.txt"), "SSK-330"),
        (b"GIF89a" + bytes(20), "SSK-330"),
        (b"<html><script>", "SSK-330"),
        (photo()[:400], "SSK-331"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "SSK-331"),
        (bytes(4) + b"ftypheic" + bytes(60), "SSK-331"),
    ],
)
def test_what_is_not_taken_is_told_by_its_content(book, data, code):
    with pytest.raises(BadFile) as told:
        attach_data(book, data, "ảnh.jpg")
    assert told.value.code == code


def test_what_is_kept_counts_for_the_size_not_what_came(book, tmp_path):
    picture, paper = tmp_path / "ảnh.jpg", tmp_path / "báo cáo.pdf"
    picture.write_bytes(photo())
    paper.write_bytes(b"%PDF-1.7" + bytes(200_000))
    book.set_setting("largest_attachment", 100_000)
    try:
        assert picture.stat().st_size > 100_000
        assert attach_file(book, picture).value["size"] < 100_000
        with pytest.raises(BadInput) as told:
            attach_file(book, paper)
    finally:
        book.set_setting("largest_attachment", None)
    assert told.value.code == "SSK-531"
    assert told.value.facts["most"] == "0,1 MB"
