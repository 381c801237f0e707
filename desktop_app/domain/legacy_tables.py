"""The tables of the old Vietnamese encodings, as the Windows characters their bytes are seen as.

TCVN3 (ABC): one byte a letter; TCVN 5712:1993, the part fonts named .Vn… have. VNI: a base letter
and a mark, or one byte. VISCII: RFC 1456. VPS (Vietnamese Professionals Society): the tables of two
keyboard programs that agree, xvnkb and VBKey; fourteen capitals have no code of their own above
ASCII and come as small letters.
"""

_TCVN3_BYTES = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ",
    0xA8: "ă", 0xA9: "â", 0xAA: "ê", 0xAB: "ô", 0xAC: "ơ", 0xAD: "ư", 0xAE: "đ",
    0xB5: "à", 0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ",
    0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ", 0xBE: "ắ", 0xC6: "ặ",
    0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ",
    0xCC: "è", 0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é", 0xD1: "ẹ",
    0xD2: "ề", 0xD3: "ể", 0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ",
    0xD7: "ì", 0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị",
    0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó", 0xE4: "ọ",
    0xE5: "ồ", 0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ",
    0xEA: "ờ", 0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ",
    0xEF: "ù", 0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ",
    0xF5: "ừ", 0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự",
    0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ", 0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip

_VISCII_BYTES = {
    0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ",
    **dict(enumerate("ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ", 0x80)),
    **dict(enumerate("ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ", 0xC0)),
}  # fmt: skip

_VPS_BYTES = {
    0xE1: "á", 0xE0: "à", 0xE4: "ả", 0xE3: "ã", 0xE5: "ạ",
    0xE2: "â", 0xC3: "ấ", 0xC0: "ầ", 0xC4: "ẩ", 0xC5: "ẫ", 0xC6: "ậ",
    0xE6: "ă", 0xA1: "ắ", 0xA2: "ằ", 0xA3: "ẳ", 0xA4: "ẵ", 0xA5: "ặ",
    0xE9: "é", 0xE8: "è", 0xC8: "ẻ", 0xEB: "ẽ", 0xCB: "ẹ",
    0xEA: "ê", 0x89: "ế", 0x8A: "ề", 0x8B: "ể", 0xCD: "ễ", 0x8C: "ệ",
    0xF3: "ó", 0xF2: "ò", 0xD5: "ỏ", 0xF5: "õ", 0x86: "ọ",
    0xF4: "ô", 0xD3: "ố", 0xD2: "ồ", 0xB0: "ổ", 0x87: "ỗ", 0xB6: "ộ",
    0xD6: "ơ", 0xA7: "ớ", 0xA9: "ờ", 0xAA: "ở", 0xAB: "ỡ", 0xAE: "ợ",
    0xFA: "ú", 0xF9: "ù", 0xFB: "ủ", 0xDB: "ũ", 0xF8: "ụ",
    0xDC: "ư", 0xD9: "ứ", 0xD8: "ừ", 0xBA: "ử", 0xBB: "ữ", 0xBF: "ự",
    0xED: "í", 0xEC: "ì", 0xCC: "ỉ", 0xEF: "ĩ", 0xCE: "ị",
    0x9A: "ý", 0xFF: "ỳ", 0x9B: "ỷ", 0xCF: "ỹ", 0x9C: "ỵ", 0xC7: "đ",
    0xC1: "Á", 0x80: "À", 0x81: "Ả", 0x82: "Ã", 0xC2: "Â", 0x83: "Ấ", 0x84: "Ầ", 0x85: "Ẩ",
    0x88: "Ă", 0x8D: "Ắ", 0x8E: "Ằ", 0x8F: "Ẳ", 0xF0: "Ẵ",
    0xC9: "É", 0xD7: "È", 0xDE: "Ẻ", 0xFE: "Ẽ", 0xCA: "Ê", 0x90: "Ế", 0x93: "Ề", 0x94: "Ể",
    0x95: "Ễ", 0xB9: "Ó", 0xBC: "Ò", 0xBD: "Ỏ", 0xBE: "Õ", 0xD4: "Ô", 0x96: "Ố", 0x97: "Ồ",
    0x98: "Ổ", 0x99: "Ỗ", 0xF7: "Ơ", 0x9D: "Ớ", 0x9E: "Ờ", 0x9F: "Ở", 0xA6: "Ỡ",
    0xDA: "Ú", 0xA8: "Ù", 0xD1: "Ủ", 0xAC: "Ũ", 0xD0: "Ư", 0xAD: "Ứ", 0xAF: "Ừ", 0xB1: "Ử",
    0xB4: "Í", 0xB5: "Ì", 0xB7: "Ỉ", 0xB8: "Ĩ", 0xDD: "Ý", 0xB2: "Ỳ", 0xFD: "Ỷ", 0xB3: "Ỹ",
    0xF1: "Đ",
}  # fmt: skip

_CP1252_C1 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"


def _seen_as(byte: int) -> str:
    """Return the character a byte is seen as where it was read as Windows-1252."""
    return _CP1252_C1[byte - 0x80] if 0x80 <= byte <= 0x9F else chr(byte)


TCVN3 = {_seen_as(byte): letter for byte, letter in _TCVN3_BYTES.items()}
VPS = {_seen_as(byte): letter for byte, letter in _VPS_BYTES.items()}
VISCII = {_seen_as(byte): letter for byte, letter in _VISCII_BYTES.items()}

_VNI_MARKED = {
    "a": {"ù": "á", "ø": "à", "û": "ả", "õ": "ã", "ï": "ạ",
          "â": "â", "á": "ấ", "à": "ầ", "å": "ẩ", "ã": "ẫ", "ä": "ậ",
          "ê": "ă", "é": "ắ", "è": "ằ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ"},
    "e": {"ù": "é", "ø": "è", "û": "ẻ", "õ": "ẽ", "ï": "ẹ",
          "â": "ê", "á": "ế", "à": "ề", "å": "ể", "ã": "ễ", "ä": "ệ"},
    "o": {"ù": "ó", "ø": "ò", "û": "ỏ", "õ": "õ", "ï": "ọ",
          "â": "ô", "á": "ố", "à": "ồ", "å": "ổ", "ã": "ỗ", "ä": "ộ"},
    "ô": {"ù": "ớ", "ø": "ờ", "û": "ở", "õ": "ỡ", "ï": "ợ"},
    "u": {"ù": "ú", "ø": "ù", "û": "ủ", "õ": "ũ", "ï": "ụ"},
    "ö": {"ù": "ứ", "ø": "ừ", "û": "ử", "õ": "ữ", "ï": "ự"},
    "y": {"ù": "ý", "ø": "ỳ", "û": "ỷ", "õ": "ỹ"},
}  # fmt: skip
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị",
              "î": "ỵ"}  # fmt: skip

VNI_PAIRS = {
    **{base + mark: letter for base, row in _VNI_MARKED.items() for mark, letter in row.items()},
    **{
        base.upper() + mark: letter.upper()
        for base, row in _VNI_MARKED.items()
        for mark, letter in row.items()
    },
    **{
        base.upper() + mark.upper(): letter.upper()
        for base, row in _VNI_MARKED.items()
        for mark, letter in row.items()
    },
}
"""Base and mark; a capital base is met with marks of either case."""
VNI_ALONE = _VNI_ALONE | {mark.upper(): letter.upper() for mark, letter in _VNI_ALONE.items()}
