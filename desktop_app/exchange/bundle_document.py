"""data/bundle.json: what a bundle says of itself. Read strictly; unknown fields are kept.

The whole format is described in docs/bundle-format.md.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from desktop_app.domain.identifiers import is_unit_code
from desktop_app.domain.targets import Base, Rounding
from desktop_app.errors import BadFile
from desktop_app.exchange import sealing, signing

FORMAT, FORMAT_VERSION = "so-sang-kien-bundle", 1
KINDS = ("setup", "submission", "receipt", "relay", "draft")
VERDICTS = ("accepted", "returned", "declined")

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_ZERO = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_COMMENT_FILE = re.compile(r"data/comments/[0-9a-f]{16}\.[a-z0-9]{1,8}\Z")
_LONGEST_TEXT = 20_000
_MOST_VALUES = 500_000
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)\Z", re.ASCII
)


def bundle_name(unit_code: str, mark: str, kind: str, sequence: int) -> str:
    """Return the name of a bundle's folder and, with its ending, of its file."""
    return f"{unit_code}-{mark}-{kind}-{sequence:04}"


def read_document(content: bytes) -> dict[str, Any]:
    """Return bundle.json as it was written, checked.

    Raises BadFile SSK-480 when it is not one, SSK-481 when a newer program wrote it.
    """
    document = read_json(content, "bundle.json")
    _need(isinstance(document, dict) and document.get("format") == FORMAT, "format")
    version = document.get("format_version")
    _need(isinstance(version, int) and not isinstance(version, bool) and version > 0, "version")
    if version > FORMAT_VERSION:
        raise BadFile("SSK-481", version=min(version, 10**9))
    _check_fields(document, _HEAD)
    _check_sender(document["sender"])
    if document.get("recipient") is not None:
        recipient = document["recipient"]
        _check_unit(recipient.get("unit"), "recipient")
        _need(_or_none(_sign_key)(recipient.get("sign_key")), "recipient.sign_key")
    kind = document["kind"]
    for item in document["items"]:
        _check_fields(item, _ITEMS.get(kind, {}), "items")
        if kind in ("submission", "relay"):
            # The folder is the item's own: no item can stand for another one's files.
            _need(item["path"] == f"data/initiatives/{item['id']}", "items.path")
    if kind == "setup" or (kind == "receipt" and document.get("setup") is not None):
        _check_setup(document.get("setup"))
    if kind in ("submission", "relay") and document.get("withdrawals") is not None:
        _need(_all(lambda notice: isinstance(notice, dict))(document["withdrawals"]), "withdrawals")
        for notice in document["withdrawals"]:
            _check_fields(notice, _WITHDRAWN, "withdrawals")
    if kind == "relay" and document.get("board") is not None:
        _check_board(document["board"])
    if kind in ("submission", "relay"):
        marks = [item["id"] for item in document["items"]]
        _need(len(marks) == len(set(marks)), "items.id")
    return dict(document)


def read_json(content: bytes, name: str) -> Any:
    """Return a JSON value as strictly as RFC 8259 and I-JSON (RFC 7493) have it.

    No byte-order mark, no NaN, no name twice in an object, no half of a surrogate pair, no zero
    character (a database could not keep it), nothing nested beyond reason. Raises BadFile
    SSK-480 with the name of the file.
    """
    if (
        content.count(b"[") + content.count(b"{") > _MOST_VALUES
        or content.count(b",") > 8 * _MOST_VALUES
    ):
        raise BadFile("SSK-421")  # a small file of brackets takes much memory
    try:
        value = json.loads(
            content.decode("utf-8"), parse_constant=_no_number, object_pairs_hook=_no_twins
        )
        said = json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise BadFile("SSK-480", field=name) from error
    if _ZERO.search(said):
        raise BadFile("SSK-480", field=name)
    return value


def _no_number(text: str) -> Any:
    raise ValueError(text)


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _need(holds: bool, name: str) -> None:
    if not holds:
        raise BadFile("SSK-480", field=name)


def _check_fields(value: Any, fields: Mapping[str, Callable[[Any], bool]], where: str = "") -> None:
    """Every field stands there, also one that may be null, and is what it must be."""
    _need(isinstance(value, dict), where)
    for name, check in fields.items():
        _need((name in value or name in _MAYBE_LATER) and check(value.get(name)), _at(where, name))


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT


def _short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 40


def _hash(value: Any) -> bool:
    return isinstance(value, str) and bool(_HASH.match(value))


def _comment_file(file: Mapping[str, Any]) -> bool:
    return (
        _hash(file.get("sha256"))
        and _text(file.get("name"))
        and _text(file.get("media_type"))
        and _number(file.get("size"))
        and isinstance(file.get("path"), str)
        and bool(_COMMENT_FILE.match(file["path"]))
    )


def _holds(check: Callable[[Any, str], None], value: Any) -> bool:
    try:
        check(value, "")
    except BadFile:
        return False
    return True


def _uuid(value: Any) -> bool:
    return isinstance(value, str) and bool(_UUID.match(value))


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9


def _time(value: Any) -> bool:
    """A moment of RFC 3339; the sender's clock may be wrong, its form may not."""
    if not isinstance(value, str) or not _MOMENT.match(value):
        return False
    try:
        datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):  # the first and last hours there are have no place in UTC
        return False
    return True


def _date(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _number(value: Any) -> bool:
    """A number of people or files, maybe none."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12


def _few(value: Any) -> bool:
    """A number a board holds."""
    return _number(value) and value < 10**9


def _all(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, list) and len(value) <= 100_000 and all(map(check, value))
    )


def _each(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(check, value.values()))


def _with(fields: Mapping[str, Callable[[Any], bool]]) -> Callable[[Any], bool]:
    return lambda value: _holds(lambda found, where: _check_fields(found, fields, where), value)


def _sign_key(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        signing.read_public_key(value)
    except BadFile:
        return False
    return True


def _age_key(value: Any) -> bool:
    return isinstance(value, str) and sealing.is_recipient(value)


def _or_none(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or check(value)


# Not told by the first programs, or not in every kind.
_MAYBE_LATER = frozenset({"files", "above", "people", "profile", "counts"})
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
    "profile": _or_none(_text),
    "counts": _or_none(_each(_each(_number))),
}
_SUBMITTED: Mapping[str, Callable[[Any], bool]] = {
    "id": _uuid,
    "code": _text,
    "revision": _count,
    "hash": _hash,
    "title": _text,
    "path": lambda v: isinstance(v, str) and bool(re.fullmatch(r"data/initiatives/[0-9a-f-]+", v)),
}
_WITHDRAWN: Mapping[str, Callable[[Any], bool]] = {
    "id": _uuid,
    "code": _text,
    "revision": _count,
    "hash": _hash,
    "title": _text,
    "reason": _text,
    "at": _time,
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
            and all(_short(value.get(name)) for name in ("code", "state", "date"))
            and _short(value.get("uploaded_on", ""))
        )
    ),
    "files": lambda value: (
        value is None
        or (
            isinstance(value, list)
            and len(value) <= 100
            and all(isinstance(file, dict) and _comment_file(file) for file in value)
        )
    ),
}
_RELAYED: Mapping[str, Callable[[Any], bool]] = {
    **_SUBMITTED,
    "origin": _uuid,
    "unit": lambda value: _holds(_check_unit, value),
    "verdict": _or_none(lambda value: value in VERDICTS),
    "comment": _text,
    "decided_at": _or_none(_time),
}

_ITEMS: Mapping[str, Mapping[str, Callable[[Any], bool]]] = {
    "submission": _SUBMITTED,
    "relay": _RELAYED,
    "receipt": _TOLD,
    "draft": {"id": _uuid, "code": _text, "title": _text},
}


def _check_unit(unit: Any, where: str) -> None:
    _need(isinstance(unit, dict), where)
    _need(_uuid(unit.get("id")) and _text(unit.get("name")), where)
    _need(isinstance(unit.get("code"), str) and is_unit_code(unit["code"]), where)


def _check_board(board: Any) -> None:
    _check_fields(board, _BOARD, "board")
    for unit in board["units"]:
        _check_unit(unit, "board.units")
        _need(_short(unit.get("kind")) and _or_none(_uuid)(unit.get("parent")), "board.units")


_BOARD: Mapping[str, Callable[[Any], bool]] = {
    "as_of": _date,
    "units": _all(lambda unit: isinstance(unit, dict)),
    "scopes": lambda value: (
        isinstance(value, dict)
        and len(value) <= 1_000
        and all(_short(name) for name in value)
        and _each(
            _each(
                _with(
                    {
                        "numbers": lambda told: _all(_few)(told) and len(told) == _BOARD_NUMBERS,
                        "base": _or_none(_few),
                        "target": _or_none(_few),
                    }
                )
            )
        )(value)
    ),
}
_BOARD_NUMBERS = 18


def _check_sender(sender: Mapping[str, Any]) -> None:
    _check_unit(sender.get("unit"), "sender.unit")
    _need(sender.get("role") in ("team", "office"), "sender.role")
    _need(_sign_key(sender.get("sign_key")), "sender.sign_key")
    _need(_age_key(sender.get("age_recipient")), "sender.age_recipient")


def _check_setup(setup: Any) -> None:
    _need(isinstance(setup, dict), "setup")
    _check_unit(setup.get("unit"), "setup.unit")
    _need(isinstance(setup.get("office"), dict), "setup.office")
    _check_unit(setup["office"].get("unit"), "setup.office.unit")
    _need(_sign_key(setup.get("sign_key")), "setup.sign_key")
    for name in ("recipients", "escrow"):
        keys = setup.get(name)
        _need(
            isinstance(keys, list) and len(keys) <= 50 and all(map(_age_key, keys)),
            f"setup.{name}",
        )
    _check_fields(setup, _SETUP, "setup")
    known = {programme["code"] for programme in setup["programmes"]}
    for phase in setup["phases"]:
        _need(phase["programme_code"] in known, "setup.phases.programme_code")


_SETUP: Mapping[str, Callable[[Any], bool]] = {
    "above": _or_none(lambda value: _holds(_check_unit, value)),
    "people": _or_none(_with({"as_of": _date, "members": _number, "workers": _number})),
    "programmes": _all(
        _with(
            {
                "code": _short,
                "name": _text,
                "date_from": _or_none(_date),
                "date_to": _or_none(_date),
                "counting": _short,
                "rounding": lambda value: value in list(Rounding),
            }
        )
    ),
    "phases": _all(
        _with(
            {
                "code": _short,
                "programme_code": _short,
                "name": _text,
                "date_from": _date,
                "date_to": _date,
                "peak": lambda value: isinstance(value, bool),
            }
        )
    ),
    "targets": _all(
        _with(
            {
                "scope": _short,
                "count": _or_none(_number),
                "percent": _or_none(
                    lambda value: (
                        isinstance(value, int | float)
                        and not isinstance(value, bool)
                        and 0 <= value <= 1000
                    )
                ),
                "base": _or_none(lambda value: value in list(Base)),
            }
        )
    ),
}


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
