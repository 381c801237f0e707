"""A PDF without the moment it was made and without its random name: same pages, same bytes.

Only what Qt's writer puts in is replaced, each by as many bytes, so that the places in the
cross-reference table stay right (PDF 32000-1, 7.5.4, 14.3.3, 14.4).
"""

import hashlib
import re

_DAY = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_XMP_DAY = re.compile(rb'((?:CreateDate|ModifyDate|MetadataDate)(?:="|>))[0-9T:.Z+-]+')
_UUID = re.compile(rb"(uuid:)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ID = re.compile(rb"(/ID \[ <)[0-9a-fA-F]{72}(> <)[0-9a-fA-F]{72}(> \])")
_FIRST = b"19800101000000"
_FIRST_XMP = b"1980-01-01T00:00:00Z"


def without_moment(pdf: bytes) -> bytes:
    """Return a PDF with the first day of 1980 for its dates and its own hash for its name."""
    pdf = _DAY.sub(rb"\g<1>" + _FIRST, pdf)
    pdf = _XMP_DAY.sub(lambda m: m[1] + _fitted(_FIRST_XMP, len(m[0]) - len(m[1])), pdf)
    pdf = _UUID.sub(lambda m: m[1] + b"0" * (len(m[0]) - len(m[1])), pdf)
    pdf = _ID.sub(rb"\g<1>" + b"0" * 72 + rb"\g<2>" + b"0" * 72 + rb"\g<3>", pdf)
    mark = hashlib.sha256(pdf).hexdigest().encode()
    name = b"-".join((mark[:8], mark[8:12], mark[12:16], mark[16:20], mark[20:32]))
    shown = name.hex().encode()
    pdf = pdf.replace(b"uuid:" + b"0" * 36, b"uuid:" + name)
    return pdf.replace(b"<" + b"0" * 72 + b">", b"<" + shown + b">")


def _fitted(text: bytes, size: int) -> bytes:
    """Return a time in as many letters as there were: with a zone where Z had one."""
    if size == len(text):
        return text
    return (text[:-1] + b"+00:00")[:size].ljust(size, b"0")
