"""Canonical JSON (RFC 8785) and the mark of a revision computed from it.

The mark ("mã đối chiếu", hash) of a revision is the SHA-256 of the canonical JSON of its answers,
its template's id and version and the marks of its attachments; documents have their own.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring as _quoted
from typing import Any

_SAFE_INTEGER = 2**53 - 1


def canonical_json(value: Any) -> bytes:
    """Return the one UTF-8 form of a JSON value (RFC 8785).

    Raises ValueError for what JSON of another program could not carry unchanged: NaN, infinities,
    whole numbers beyond 2^53 - 1, keys that are not text.
    """
    return "".join(_pieces(value)).encode("utf-8")


def _pieces(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield _quoted(value)
    elif isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("keys must be text")
        yield "{"
        plain = all(map(str.isascii, value))  # then both orders are the same
        ordered = sorted(value, key=None if plain else _in_utf16)
        for place, key in enumerate(ordered):
            yield ("," if place else "") + _quoted(key) + ":"
            yield from _pieces(value[key])
        yield "}"
    elif isinstance(value, list | tuple):
        yield "["
        for place, item in enumerate(value):
            if place:
                yield ","
            yield from _pieces(item)
        yield "]"
    elif isinstance(value, float):
        yield _number(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > _SAFE_INTEGER:
            raise ValueError(f"whole number too large: {value}")
        yield str(value)
    elif value is None or isinstance(value, bool):
        yield json.dumps(value)
    else:
        raise ValueError(f"not a JSON value: {type(value).__name__}")


def _in_utf16(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")


def _number(value: float) -> str:
    """Write a float as ECMAScript does: shortest digits, exponent only from 1e21 or below 1e-6."""
    if not math.isfinite(value):
        raise ValueError("not a finite number")
    if value == 0:
        return "0"
    mantissa, _, exponent = f"{value!r}".partition("e")
    digits, power = mantissa.lstrip("-"), int(exponent or 0)
    whole, _, fraction = digits.partition(".")
    fraction = "" if fraction == "0" else fraction
    significant = (whole + fraction).lstrip("0")
    point = len(whole) + power - (len(whole + fraction) - len(significant))
    significant = significant.rstrip("0")
    sign = "-" if value < 0 else ""
    count = len(significant)
    if count <= point <= 21:
        return sign + significant + "0" * (point - count)
    if 0 < point <= 21:
        return f"{sign}{significant[:point]}.{significant[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{significant}"
    shown = f"{significant[0]}.{significant[1:]}" if count > 1 else significant
    return f"{sign}{shown}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def revision_hash(
    answers: Mapping[str, Any],
    template_id: str,
    template_version: str,
    attachment_hashes: Iterable[str],
) -> str:
    """Return the mark of a revision: 64 hexadecimal digits."""
    content = {
        "answers": answers,
        "attachments": sorted(set(attachment_hashes)),
        "template": {"id": template_id, "version": template_version},
    }
    return hashlib.sha256(canonical_json(content)).hexdigest()
