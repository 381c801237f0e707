"""Pages the program draws itself: one page always, nothing cut, codes a phone can read."""

import subprocess
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from desktop_app.documents.pages_blocks import Looks
from desktop_app.documents.pages_key_paper import KeyPaper, key_paper
from desktop_app.documents.pages_sheet import need_application, width_of, wrapped
from desktop_app.exchange.key_paper_words import keys_from_paper, paper_code, paper_lines
from desktop_app.exchange.keys import make_keys
from desktop_app.messages import LANGUAGES, catalogue
from desktop_app.services.handover_slip import Slip, SlipItem, lay_out_slip

LOOKS = Looks(size=12)
TITLES = (
    "Cải tiến đồ gá hàn khung xe nâng",
    "Áp dụng phần mềm quản lý kho vật tư bằng mã vạch để rút ngắn thời gian xuất nhập và giảm sai "
    "sót trong kiểm kê cuối tháng tại xưởng may số 3 của công ty cổ phần may Sông Công",
    "Thay đổi trình tự cắt vải",
)


def slip(count):
    items = tuple(
        SlipItem(n + 1, f"MSC-2026-{n + 1:04}", TITLES[n % 3], "Nguyễn Văn An, Vũ Thị Mai", 1)
        for n in range(count)
    )
    moment = datetime(2026, 11, 20, 10, 0, tzinfo=timezone(timedelta(hours=7)))
    return Slip(
        "0192f3a4-7c1b-7abc-8def-0123456789ab",
        "submission",
        "CĐCS Công ty May Sông Công",
        "MSC",
        "Công đoàn các khu công nghiệp tỉnh Thái Nguyên",
        7,
        moment,
        items,
        "MSC-submission-A7K2-0007.zip.age",
        12_345_678,
        "3f9a0c1d2e4b5a69" * 4,
    )


def text_of(pdf, tmp_path):
    (tmp_path / "page.pdf").write_bytes(pdf)
    command = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return unicodedata.normalize("NFC", said).replace("\u00a0", " ")


def pages_of(pdf, tmp_path):
    (tmp_path / "page.pdf").write_bytes(pdf)
    said = subprocess.run(["pdfinfo", str(tmp_path / "page.pdf")], capture_output=True, check=True)
    (line,) = [line for line in said.stdout.decode().splitlines() if line.startswith("Pages:")]
    return int(line.split()[1])


def ink_at_the_edge(paged):
    """Return whether anything is drawn within 20 points of the paper's edge."""
    image = paged.picture(0, 72)
    width, height, edge = image.width(), image.height(), 20
    return any(
        image.pixelColor(x, y).lightness() < 250
        for x in range(0, width)
        for y in range(0, height)
        if x < edge or x >= width - edge or y < edge or y >= height - edge
    )


@pytest.mark.oracle
@pytest.mark.parametrize("count", [0, 1, 30, 1000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_is_one_page(count, language, tmp_path):
    paged = lay_out_slip(slip(count), language)
    pdf = paged.pdf()
    assert pages_of(pdf, tmp_path) == 1
    assert not ink_at_the_edge(paged)
    said = text_of(pdf, tmp_path)
    assert "3f9a 0c1d 2e4b 5a69" in said
    assert "MSC-submission-A7K2-0007.zip.age" in said
    shown = said.count("MSC-2026-")
    left_out = count - shown
    assert (shown > 15) if count > 15 else (shown == count)
    if language == "vi":
        assert "PHIẾU BÀN GIAO HỒ SƠ SÁNG KIẾN" in said
        assert "NGƯỜI GIAO" in said
        assert "NGƯỜI NHẬN" in said
        assert (f"… và {left_out} sáng kiến khác" in said) == (left_out > 0)
    else:
        assert "SLIP FOR INITIATIVES" in said
        assert (f"… and {left_out} more" in said) == (left_out > 0)


@pytest.mark.oracle
def test_titles_are_on_the_slip_and_long_ones_end_at_a_word(tmp_path):
    said = " ".join(text_of(lay_out_slip(slip(3), "vi").pdf(), tmp_path).split())
    assert TITLES[0] in said
    assert TITLES[2] in said
    assert TITLES[1] not in said
    assert "…" in said


@pytest.mark.oracle
@pytest.mark.parametrize("recipient", ["", "Liên đoàn " * 30, "L" * 300])
def test_names_of_any_length_stay_on_the_page(recipient, tmp_path):
    long = replace(slip(40), recipient=recipient, sender="CĐCS " + "rất dài " * 30)
    long = replace(
        long,
        items=tuple(
            replace(item, authors=", ".join(["Nguyễn Thị Thu Hương"] * 12), code="X" * 40)
            for item in long.items
        ),
    )
    paged = lay_out_slip(long, "vi")
    assert pages_of(paged.pdf(), tmp_path) == 1
    assert not ink_at_the_edge(paged)


def read_code(paged, tmp_path):
    paged.picture(0, 150).save(str(tmp_path / "page.png"))
    command = ["zbarimg", "-q", "--raw", "--nodbus", str(tmp_path / "page.png")]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode().strip()


@pytest.mark.oracle
def test_a_phone_reads_the_square_code_of_a_slip(tmp_path):
    written = slip(3)
    assert read_code(lay_out_slip(written, "vi"), tmp_path) == written.square


def paper(keys, language, unit="Công đoàn các khu công nghiệp tỉnh Thái Nguyên"):
    texts = {
        code.removeprefix("KEY-paper-"): sentences[language]["text"]
        for code, sentences in catalogue().items()
        if code.startswith("KEY-paper-")
    }
    return key_paper(
        KeyPaper(
            texts | {"opens": texts["opens-office"]},
            unit,
            "KCNTN",
            "20/11/2026",
            "bako bako bako bako",
            paper_lines(keys),
            paper_code(keys),
        )
    )


@pytest.mark.oracle
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_gives_the_keys_back_to_the_eye_and_to_a_phone(language, tmp_path):
    keys = make_keys()
    paged = paper(keys, language)
    pdf = paged.pdf()
    assert pages_of(pdf, tmp_path) == 1
    assert not ink_at_the_edge(paged)
    assert keys_from_paper(read_code(paged, tmp_path)) == keys
    words = text_of(pdf, tmp_path).split()
    place = words.index("1.")
    typed = []
    for number in range(1, 12):
        place = words.index(f"{number}.", place)
        typed += words[place + 1 : place + 6]
    assert keys_from_paper(" ".join(typed)) == keys


def test_the_paper_with_a_long_name_stays_on_its_page():
    assert not ink_at_the_edge(paper(make_keys(), "vi", "Công đoàn " * 25))


def test_lines_break_at_words_and_end_in_an_ellipsis():
    need_application()
    text = "Áp dụng phần mềm quản lý kho vật tư bằng mã vạch"
    lines = wrapped(text, 120, LOOKS)
    assert " ".join(lines) == text
    assert all(width_of(line, LOOKS) <= 120 for line in lines)
    assert len(lines) > 2
    two = wrapped(text, 120, LOOKS, 2)
    assert len(two) == 2
    assert two[1].endswith("…")
    assert text.startswith(" ".join(two).removesuffix("…"))
    assert all(width_of(line, LOOKS) <= 120 for line in two)
    assert wrapped("một, hai", width_of("một…", LOOKS) + 1, LOOKS, 1) == ["một…"]


def test_a_word_wider_than_its_line_is_broken():
    need_application()
    lines = wrapped("x" * 100, 120, LOOKS)
    assert "".join(lines) == "x" * 100
    assert all(width_of(line, LOOKS) <= 120 for line in lines)
    (one,) = wrapped("x" * 100, 120, LOOKS, 1)
    assert one.endswith("…")
    assert width_of(one, LOOKS) <= 120
    assert wrapped("", 120, LOOKS) == [""]
