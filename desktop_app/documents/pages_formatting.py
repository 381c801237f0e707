"""What paragraph and run properties of Word say (ECMA-376, 17.3), laid over what held before."""

import math
from dataclasses import replace
from typing import Any

from desktop_app.documents.pages_blocks import Looks, Shape

MOST = 32_000.0
"""The largest measure Word knows, in twentieths of a point."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def number(element: Any, name: str, otherwise: float = 0.0) -> float:
    """Return a measure of an element as it stands there; what is none is ``otherwise``."""
    try:
        value = float(element.get(f"{W}{name}")) if element is not None else otherwise
    except (TypeError, ValueError):
        return otherwise
    return max(-MOST, min(MOST, value)) if math.isfinite(value) else otherwise


def switched(looks: Any, name: str) -> bool | None:
    """Return a switch of Word: None where nothing is said."""
    element = looks.find(f"{W}{name}") if looks is not None else None
    if element is None:
        return None
    return element.get(f"{W}val") not in ("0", "false", "off", "none")


def with_looks(looks: Looks, properties: Any) -> Looks:
    """Return looks with what run properties (w:rPr) say."""
    if properties is None:
        return looks
    said: dict[str, Any] = {}
    for name, word in (("bold", "b"), ("italic", "i"), ("underline", "u"), ("capitals", "caps")):
        switch = switched(properties, word)
        if switch is not None:
            said[name] = switch
    size, fonts = properties.find(f"{W}sz"), properties.find(f"{W}rFonts")
    if size is not None:
        said["size"] = max(1.0, min(400.0, number(size, "val", 20) / 2))
    if fonts is not None and fonts.get(f"{W}ascii"):
        said["family"] = str(fonts.get(f"{W}ascii"))
    return replace(looks, **said) if said else looks


def with_shape(shape: Shape, properties: Any) -> Shape:
    """Return a shape with what paragraph properties (w:pPr) say."""
    if properties is None:
        return shape
    said: dict[str, Any] = {}
    for name, word in (
        ("keep_next", "keepNext"),
        ("keep_lines", "keepLines"),
        ("break_before", "pageBreakBefore"),
        ("widows", "widowControl"),
    ):
        switch = switched(properties, word)
        if switch is not None:
            said[name] = switch
    align, indent = properties.find(f"{W}jc"), properties.find(f"{W}ind")
    if align is not None:
        said["align"] = str(align.get(f"{W}val"))
    if indent is not None:
        for name, words in (("left", ("left", "start")), ("right", ("right", "end"))):
            for word in words:
                if indent.get(f"{W}{word}") is not None:
                    said[name] = number(indent, word) / 20
        if indent.get(f"{W}hanging") is not None:
            said["first"] = -number(indent, "hanging") / 20
        elif indent.get(f"{W}firstLine") is not None:
            said["first"] = number(indent, "firstLine") / 20
    said |= _spacing(properties.find(f"{W}spacing"))
    for name, word in (("rule_above", "top"), ("rule_below", "bottom")):
        edge = properties.find(f"{W}pBdr/{W}{word}")
        if edge is not None and edge.get(f"{W}val") not in ("nil", "none"):
            said[name] = number(edge, "sz", 4) / 8
    return replace(shape, **said) if said else shape


def _spacing(spacing: Any) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if spacing is None:
        return said
    for name in ("before", "after"):
        if spacing.get(f"{W}{name}") is not None:
            said[name] = max(0.0, number(spacing, name)) / 20
    if spacing.get(f"{W}line") is not None:
        rule = spacing.get(f"{W}lineRule") or "auto"
        said["exact"], said["at_least"] = rule == "exact", rule == "atLeast"
        said["lines"] = abs(number(spacing, "line", 240)) / (240 if rule == "auto" else 20)
    return said
