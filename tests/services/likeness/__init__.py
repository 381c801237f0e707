"""A labelled set for the finder of similar initiatives, all invented, the same in every run.

``labelled.json`` holds thirty families: an initiative, the same one told again by somebody else
(``again``), and another idea on the same machine or in the same shop (``other``); and twelve
reports that share the phrases everybody copies (``templates``). Further pairs are made of them by
what happens to a text on its way: see ``CHANGES``. Even families are there to fit a rule, odd
ones, and the templates at odd places, to try it.
"""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from desktop_app.resource_files import resource_path

Report = dict[str, str]
"""title, problem, solution and effect of an initiative."""
FIT, TRY = 0, 1

_SHORT = {
    "sản xuất": "SX",
    "công nhân": "CN",
    "thiết bị": "TB",
    "bán thành phẩm": "BTP",
    "sản phẩm": "SP",
    "nguyên liệu": "NL",
    "động cơ": "ĐC",
    "công ty": "Cty",
    "an toàn lao động": "ATLĐ",
    "tiết kiệm": "TK",
    "phòng cháy chữa cháy": "PCCC",
    "nhiệt độ": "n.độ",
}
_BORROWED = {
    "đồ gá": "jig",
    "cảm biến": "sensor",
    "băng tải": "conveyor",
    "động cơ": "motor",
    "thùng giấy": "thùng carton",
    "mã vạch": "barcode",
    "pa lét": "pallet",
    "khí nén": "hơi nén",
    "bo mạch": "PCB",
    "xe nâng": "forklift",
    "phim": "video",
    "máy phay CNC": "máy CNC phay",
    "kẹp nhanh": "quick clamp",
}
_TAIL = (
    "Sáng kiến giúp nâng cao năng suất lao động, giảm chi phí, cải thiện điều kiện làm việc cho "
    "người lao động, dễ làm, dễ áp dụng rộng rãi trong toàn công ty."
)


@dataclass(frozen=True)
class Pair:
    """Two reports, whether they are the same initiative, and how the pair came about."""

    first: Report
    second: Report
    same: bool
    kind: str
    half: int


def _each(change: Callable[[str], str]) -> Callable[[Report], Report]:
    return lambda report: {name: change(text) for name, text in report.items()}


def _without_marks(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in bare if unicodedata.category(sign) != "Mn")


def _typing_errors(text: str) -> str:
    """Swap two letters of every seventh word, leave one out of the next."""
    words = text.split(" ")
    for place in range(3, len(words), 7):
        word = words[place]
        if len(word) > 2:
            words[place] = word[1] + word[0] + word[2:]
    for place in range(6, len(words), 9):
        word = words[place]
        if len(word) > 3:
            words[place] = word[:-2] + word[-1]
    return " ".join(words)


def _new_numbers(text: str) -> str:
    """Next year's figures: every digit moves on by three."""
    return "".join(str((int(sign) + 3) % 10) if sign in "0123456789" else sign for sign in text)


def _replaced(words: dict[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for long, short in words.items():
            text = text.replace(long, short).replace(long.capitalize(), short)
        return text

    return change


def _reordered(report: Report) -> Report:
    """Tell the title from its end and the sentences the other way round."""
    words = report["title"].split(" ")
    half = len(words) // 2
    turned = {
        name: " ".join(reversed([s for s in text.rstrip(".").split(". ") if s])) + "."
        for name, text in report.items()
    }
    return turned | {"title": " ".join([*words[half:], *words[:half]])}


def _other_unit(report: Report) -> Report:
    return report | {
        "title": report["title"] + " tại Công ty TNHH Cơ khí Phú Bình",
        "problem": "Tại Công ty TNHH Cơ khí Phú Bình, qua quá trình làm việc nhận thấy: "
        + report["problem"],
        "effect": report["effect"] + " " + _TAIL,
    }


def _next_year(report: Report) -> Report:
    return _each(_new_numbers)(report) | {
        "title": _new_numbers(report["title"]) + " (tiếp tục áp dụng năm 2026)"
    }


def _one_word(report: Report) -> Report:
    """Another first word, one word of the title swapped, the last sentence left out."""
    words = report["title"].split(" ")
    words[0] = "Nghiên cứu" if words[0] != "Nghiên" else "Chế tạo"
    words[len(words) // 2] = "bộ"
    return report | {"title": " ".join(words), "effect": _TAIL}


CHANGES: dict[str, Callable[[Report], Report]] = {
    "without marks": _each(_without_marks),
    "decomposed": _each(lambda text: unicodedata.normalize("NFD", text)),
    "typing errors": _each(_typing_errors),
    "next year": _next_year,
    "abbreviated": _each(_replaced(_SHORT)),
    "borrowed words": _each(_replaced(_BORROWED)),
    "reordered": _reordered,
    "other unit": _other_unit,
    "one word": _one_word,
}


def families() -> list[dict[str, Report]]:
    """Return the families."""
    kept = json.loads((Path(__file__).parent / "labelled.json").read_text(encoding="utf-8"))
    return list(kept["families"])


def templates() -> list[Report]:
    """Return the reports that share their phrases."""
    kept = json.loads((Path(__file__).parent / "labelled.json").read_text(encoding="utf-8"))
    return list(kept["templates"])


def samples() -> list[Report]:
    """Return the initiatives of the sample book: whole reports, some of them long."""
    found: list[Report] = []
    for path in sorted(resource_path("sample", "initiatives").glob("*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))["answers"]
        if "solution_overview" in given:
            steps = " ".join(step.get("method", "") for step in given.get("steps", ()))
            found.append(
                {
                    "title": given["initiative_title"],
                    "problem": given.get("current_state", ""),
                    "solution": f"{given['solution_overview']} {steps}".strip(),
                    "effect": given.get("benefit_author", ""),
                }
            )
    return found


def pairs() -> list[Pair]:
    """Return every labelled pair."""
    found: list[Pair] = []
    known = families()
    kinds = list(CHANGES)
    for number, family in enumerate(known):
        first, again, other = family["first"], family["again"], family["other"]
        half = number % 2
        found.append(Pair(first, again, True, "told again", half))
        # Each family takes three of the changes, and one on top of being told again.
        for step in range(3):
            kind = kinds[(number + step * 4) % len(kinds)]
            found.append(Pair(first, CHANGES[kind](first), True, kind, half))
        kind = kinds[(number * 2) % len(kinds)]
        found.append(Pair(first, CHANGES[kind](again), True, f"told again, {kind}", half))
        found.append(Pair(first, other, False, "same machine", half))
        found.append(Pair(again, other, False, "same machine", half))
        found.append(Pair(_other_unit(first), _other_unit(other), False, "same phrases", half))
        for step in (2, 4, 6, 8):  # of the same half
            far = known[(number + step) % len(known)]
            found.append(Pair(again, _other_unit(far["first"]), False, "other", half))
    for place, (first, second) in enumerate(combinations(templates(), 2)):
        found.append(Pair(first, second, False, "template", place % 2))
    whole = samples()
    for place, (first, second) in enumerate(combinations(whole, 2)):
        found.append(Pair(first, second, False, "whole reports", place % 2))
    for place, report in enumerate(whole):
        kind = kinds[place % len(kinds)]
        found.append(Pair(report, CHANGES[kind](report), True, f"whole, {kind}", place % 2))
    return found
