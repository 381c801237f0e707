"""Old Vietnamese encodings: every letter of every table both ways, and few false alarms."""

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.legacy_tables import TCVN3, VISCII, VNI_ALONE, VNI_PAIRS, VPS
from desktop_app.domain.legacy_text import (
    Encoding,
    FontEncoding,
    convert_parts,
    encoding_of_font,
    from_unicode,
    guess,
    to_unicode,
)
from desktop_app.domain.syllables import is_syllable

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
SMALL = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES] + ["đ"]
MARKED = [letter for letter in SMALL if not letter.isascii()]
EVERY = MARKED + [letter.upper() for letter in MARKED]

TEXT = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập, tự do, hạnh phúc. Báo cáo sáng kiến cải tiến kỹ "
    "thuật của công nhân phân xưởng dệt, năm 2004: giảm thời gian thay phôi từ 40 giây xuống 12."
)


@pytest.mark.parametrize("letter", EVERY)
def test_every_letter_goes_both_ways_in_vni_and_viscii(letter):
    for encoding in (Encoding.VNI, Encoding.VISCII):
        assert to_unicode(from_unicode(letter, encoding), encoding) == letter


@pytest.mark.parametrize("letter", EVERY)
def test_every_letter_goes_both_ways_in_vps_but_capitals_it_does_not_have(letter):
    there = letter if letter in VPS.values() else letter.lower()
    assert to_unicode(from_unicode(letter, Encoding.VPS), Encoding.VPS) == there


@pytest.mark.parametrize("letter", MARKED)
def test_every_small_letter_goes_both_ways_in_tcvn3(letter):
    seen = from_unicode(letter, Encoding.TCVN3)
    assert to_unicode(seen, Encoding.TCVN3) == letter
    assert to_unicode(seen, Encoding.TCVN3, capitals=True) == letter.upper()


def test_the_capitals_tcvn3_has_of_its_own():
    seen = from_unicode("ĂÂÊÔƠƯĐ", Encoding.TCVN3)
    assert seen == "¡¢£¤¥¦§"
    assert to_unicode(seen, Encoding.TCVN3) == "ĂÂÊÔƠƯĐ"


def test_the_tables_are_complete_and_say_no_letter_twice():
    assert sorted(TCVN3.values()) == sorted({*MARKED, *"ĂÂÊÔƠƯĐ"})
    assert sorted(VISCII.values()) == sorted(EVERY)
    assert sorted(VPS.values()) == sorted(set(EVERY) - set("ẠẬẪẶẸỆỌỘỢỤỮỰỊỴ"))
    vni = [letter for seen, letter in (VNI_PAIRS | VNI_ALONE).items()
           if seen in (seen.lower(), seen.upper())]  # fmt: skip
    assert sorted(vni) == sorted(EVERY)


def converts(name, table):
    """Whether another program's table says the same; None without that program."""
    for seen, letter in table.items():
        try:
            raw = seen.encode("cp1252")
        except UnicodeEncodeError:
            raw = bytes([ord(seen)])
        try:
            done = subprocess.run(["iconv", "-f", name, "-t", "UTF-8"], input=raw,
                                  capture_output=True, check=True)  # fmt: skip
        except (OSError, subprocess.CalledProcessError):
            return None
        if done.stdout.decode() not in (letter, ""):
            return False
    return True


@pytest.mark.parametrize(("name", "table"), [("VISCII", VISCII), ("TCVN5712-1", TCVN3)])
def test_the_tables_agree_with_iconv(name, table):
    found = converts(name, table)
    if found is None:
        pytest.skip(f"this system's iconv does not know {name}")
    assert found


def test_published_samples():
    samples = json.loads(
        (Path(__file__).parents[1] / "golden" / "legacy_text.json").read_text(encoding="utf-8")
    )
    for encoding in (Encoding.TCVN3, Encoding.VNI):
        for seen, meant in samples[encoding]:
            assert to_unicode(seen, encoding) == meant
            assert guess(seen).encoding == encoding
    (part,) = convert_parts(samples["mixed_paragraph_seen_on_the_web"])
    assert part.after == "Chng I Giới thiệu tổng quan về Công ty dệt Minh Khai"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("B¸o c¸o TæNG HîP", "Báo cáo TỔNG HỢP"),
        ("Bé C«ng an", "Bộ Công an"),
        ("th\u03bcng", "thàng"),
        ("ng\u00adêi", "người"),
    ],
)
def test_tcvn3_as_it_is_met(seen, meant):
    assert to_unicode(seen, Encoding.TCVN3) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ÑOÄC LAÄP - TÖÏ DO", "ĐỘC LẬP - TỰ DO"),
        ("aú aü î AÚ AÜ Î", "ẳ ẵ ỵ Ẳ Ẵ Ỵ"),
        ("Ñoà gaù khoan loã baûn leà", "Đồ gá khoan lỗ bản lề"),
        ("Aùo, Ôû ñaâu", "Áo, Ở đâu"),
    ],
)
def test_vni_as_it_is_met(seen, meant):
    assert to_unicode(seen, Encoding.VNI) == meant


@pytest.mark.parametrize("encoding", [Encoding.TCVN3, Encoding.VNI, Encoding.VISCII, Encoding.VPS])
def test_a_text_is_recognised_and_comes_back(encoding):
    seen = from_unicode(TEXT, encoding)
    assert guess(seen).encoding == encoding
    whole = "".join(part.after for part in convert_parts(seen))
    if encoding is Encoding.TCVN3:
        assert whole == TEXT
    else:
        assert whole == TEXT


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        unicodedata.normalize("NFD", TEXT),
        "có là và bé né thế",
        "The worker saves 40 seconds per part, naïve façade, 25 °C, ± 0.5 µm, 3 × 4 m²",
        "Le café est très chaud ; où êtes-vous ? À bientôt, chère élève de l’été dernier.",
        "Straße für Mädchen, Übung macht den Meister, schöne Größe, Jürgen Müller",
        "El niño está más allá; mañana por la mañana, señor Núñez",
        "Cải tạo bơm ngầm ЭЦВ6-6,3 dùng để bơm sản phẩm dầu từ bình Slop Caisson",
        "for (int i = 0; i < n; ++i) { naïve += «x»; }",
        "1.234.567,89 đồng · 12 % · 05/03/2026",
        "20 m²", "5 µm", "½", "× 3", "25 °C", "©", "", "   ", "®",
        "Citroën, Peugeot, Škoda, Noël, Zoë, hôtel, rôle",
        "Y Blôk Êban, A Lê, K’Đàm",
    ],
)  # fmt: skip
def test_other_text_raises_no_alarm(text):
    assert guess(text) is None
    assert "".join(part.after for part in convert_parts(text)) == text


def test_old_and_new_text_in_one_paragraph():
    text = "Quận 1, C«ng ty cæ phÇn dÖt may, thành phố Hồ Chí Minh"
    parts = convert_parts(text)
    assert "".join(part.before for part in parts) == text
    assert "".join(part.after for part in parts) == (
        "Quận 1, Công ty cổ phần dệt may, thành phố Hồ Chí Minh"
    )


@pytest.mark.parametrize(
    ("font", "meant"),
    [
        (".VnTime", FontEncoding(Encoding.TCVN3)),
        (".VnTimeH", FontEncoding(Encoding.TCVN3, True)),
        (".vnarialh", FontEncoding(Encoding.TCVN3, True)),
        (".VnTimeH Bold", FontEncoding(Encoding.TCVN3, True)),
        ("ABCDEF+.VnArial", FontEncoding(Encoding.TCVN3)),
        ("VNI-Times", FontEncoding(Encoding.VNI)),
        ("vni-helve", FontEncoding(Encoding.VNI)),
        ("VPS Times", FontEncoding(Encoding.VPS)),
        ("Times New Roman", None),
        ("Vni", FontEncoding(Encoding.VNI)),
        ("", None),
    ],
)
def test_fonts_say_what_a_run_is(font, meant):
    assert encoding_of_font(font) == meant


syllables = st.sampled_from([word for word in TEXT.replace(",", "").split() if is_syllable(word)])


@given(st.lists(syllables, min_size=1, max_size=12))
def test_any_vietnamese_words_come_back(words):
    text = " ".join(words)
    for encoding in (Encoding.VNI, Encoding.VISCII):
        assert to_unicode(from_unicode(text, encoding), encoding) == text
    small = text.lower()
    assert to_unicode(from_unicode(small, Encoding.TCVN3), Encoding.TCVN3) == small


@given(st.text(max_size=60))
def test_any_text_has_an_answer_and_keeps_its_pieces(text):
    guess(text)
    assert "".join(part.before for part in convert_parts(text)) == text
