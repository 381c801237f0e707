"""data/bundle.json: what a bundle says of itself. Read strictly; unknown fields are kept.

The whole format is described in docs/bundle-format.md.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.domain.identifiers import is_unit_code
from desktop_app.errors import BadFile

FORMAT, FORMAT_VERSION = "so-sang-kien-bundle", 1
KINDS = ("setup", "submission", "receipt", "relay")
VERDICTS = ("accepted", "returned", "declined")

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_LONGEST_TEXT = 20_000


def bundle_name(unit_code: str, mark: str, kind: str, sequence: int) -> str:
    """Return the name of a bundle's folder and, with its ending, of its file."""
    return f"{unit_code}-{mark}-{kind}-{sequence:04}"


def read_document(content: bytes) -> dict[str, Any]:
    """Return bundle.json as it was written, checked.

    Raises BadFile SSK-480 when it is not one, SSK-481 when a newer program wrote it.
    """
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadFile("SSK-480", field="bundle.json") from error
    _need(isinstance(document, dict) and document.get("format") == FORMAT, "format")
    version = document.get("format_version")
    _need(isinstance(version, int) and not isinstance(version, bool) and version > 0, "version")
    if version > FORMAT_VERSION:
        raise BadFile("SSK-481", version=version)
    for name, check in _HEAD.items():
        _need(check(document.get(name)), name)
    _check_sender(document["sender"])
    if document.get("recipient") is not None:
        _check_unit(document["recipient"].get("unit"), "recipient")
    kind = document["kind"]
    for item in document["items"]:
        _need(isinstance(item, dict), "items")
        for name, check in {"submission": _SUBMITTED, "receipt": _TOLD}.get(kind, {}).items():
            _need(check(item.get(name)), f"items.{name}")
    if kind == "setup":
        _check_setup(document.get("setup"))
    marks = [item.get("id") for item in document["items"]]
    if kind == "submission":
        _need(len(marks) == len(set(marks)), "items.id")
    return dict(document)


def _need(holds: bool, name: str) -> None:
    if not holds:
        raise BadFile("SSK-480", field=name)


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT


def _hash(value: Any) -> bool:
    return isinstance(value, str) and bool(_HASH.match(value))


def _uuid(value: Any) -> bool:
    return isinstance(value, str) and bool(_UUID.match(value))


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9


def _time(value: Any) -> bool:
    return isinstance(value, str) and bool(_TIME.match(value))


def _or_none(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or check(value)


_HEAD: Mapping[str, Callable[[Any], bool]] = {
    "kind": lambda value: value in KINDS,
    "bundle_id": _uuid,
    "sequence": _count,
    "device": lambda value: isinstance(value, str) and bool(re.fullmatch("[0-9A-Z]{4}", value)),
    "previous": _or_none(_hash),
    "created_at": _time,
    "program": _text,
    "sender": lambda value: isinstance(value, dict),
    "recipient": lambda value: value is None or isinstance(value, dict),
    "items": lambda value: isinstance(value, list) and len(value) <= 100_000,
}
_SUBMITTED: Mapping[str, Callable[[Any], bool]] = {
    "id": _uuid,
    "code": _text,
    "revision": _count,
    "hash": _hash,
    "title": _text,
    "path": lambda v: isinstance(v, str) and bool(re.fullmatch(r"data/initiatives/[0-9a-f-]+", v)),
}
_TOLD: Mapping[str, Callable[[Any], bool]] = {
    "id": _uuid,
    "revision": _count,
    "hash": _hash,
    "arrived_at": _time,
    "verdict": _or_none(lambda value: value in VERDICTS),
    "comment": _text,
    "questions": lambda value: (
        isinstance(value, list)
        and all(
            isinstance(q, dict) and _text(q.get("question")) and _text(q.get("comment"))
            for q in value
        )
    ),
    "decided_at": _or_none(_time),
    "portal": lambda value: (
        value is None
        or (
            isinstance(value, dict)
            and all(_text(value.get(name)) for name in ("code", "state", "date"))
        )
    ),
}


def _check_unit(unit: Any, where: str) -> None:
    _need(isinstance(unit, dict), where)
    _need(_uuid(unit.get("id")) and _text(unit.get("name")), where)
    _need(isinstance(unit.get("code"), str) and is_unit_code(unit["code"]), where)


def _check_sender(sender: Mapping[str, Any]) -> None:
    _check_unit(sender.get("unit"), "sender.unit")
    _need(sender.get("role") in ("team", "office"), "sender.role")
    _need(_text(sender.get("sign_key")), "sender.sign_key")
    _need(str(sender.get("age_recipient", "")).startswith("age1"), "sender.age_recipient")


def _check_setup(setup: Any) -> None:
    _need(isinstance(setup, dict), "setup")
    _check_unit(setup.get("unit"), "setup.unit")
    _need(isinstance(setup.get("office"), dict), "setup.office")
    _check_unit(setup["office"].get("unit"), "setup.office.unit")
    _need(_text(setup.get("sign_key")), "setup.sign_key")
    for name in ("recipients", "escrow"):
        keys = setup.get(name)
        _need(
            isinstance(keys, list) and all(str(key).startswith("age1") for key in keys),
            f"setup.{name}",
        )
    for name in ("programmes", "phases", "targets"):
        _need(isinstance(setup.get(name), list), f"setup.{name}")


def readme_text(document: Mapping[str, Any]) -> bytes:
    """Return the page for people who open a bundle without this program."""
    sender, number = document["sender"]["unit"]["name"], document["sequence"]
    return f"""SỔ SÁNG KIẾN · GÓI SỐ {number}
Đơn vị gửi: {sender}

Đây là gói hồ sơ sáng kiến. Cách dùng tốt nhất là mở bằng chương trình Sổ Sáng Kiến.
Không có chương trình vẫn xem được:
- data/summary.xlsx: danh sách sáng kiến trong gói
- data/initiatives/…/documents: văn bản Word của từng sáng kiến
- data/initiatives/…/attachments: ảnh và tài liệu kèm theo
Gói theo chuẩn BagIt 1.0 (RFC 8493): kiểm tra được bằng mọi chương trình đọc BagIt.

BUNDLE NUMBER {number} FROM {sender}
Best opened with the program Sổ Sáng Kiến. Without it: data/summary.xlsx lists what is inside,
data/initiatives holds Word documents and attachments. The folder is a BagIt 1.0 bag (RFC 8493).
""".encode()
