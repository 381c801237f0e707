"""What a Word template can print: the answers as Vietnamese papers write them.

Every question stands under its name, also without an answer (empty); a repeat is a list of lines,
each with its number ``stt``. ``raw`` holds the answers, or those of a line, as they are kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.dates import display_date
from desktop_app.domain.numbers import format_number

Read = Callable[[str], bytes]


@dataclass(frozen=True)
class Picture:
    """A picture to be set into a document: its bytes and its kind."""

    content: bytes
    media_type: str


def build_context(
    form: Any,
    answers: Mapping[str, Any],
    *,
    system: Mapping[str, Any] | None = None,
    pictures: Read | None = None,
    language: str = "vi",
) -> dict[str, Any]:
    """Return what the templates of a form can print.

    ``form`` is walked by its ``children`` (a Form of ``forms/``, known here by its shape only);
    ``system`` is what the program knows beside the answers; ``pictures`` reads an attached
    picture by its hash, without it a picture is its file's name. A number is ``1.234,5``, a date
    ``05/03/2025``, ``tháng 3/2025`` or ``2025``, a choice its label, a file its name.
    """
    context = _level(form.children, answers, pictures, language)
    context["raw"] = dict(answers)
    # What the program knows goes before a question of the same name without an answer.
    for name, value in (system or {}).items():
        if not context.get(name):
            context[name] = value
    return context


def _level(
    nodes: Any, answers: Mapping[str, Any], pictures: Read | None, language: str
) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for node in nodes:
        if hasattr(node, "kind"):
            shown[node.name] = _shown(node, answers.get(node.name), pictures, language)
        elif hasattr(node, "count"):
            shown[node.name] = [
                {"stt": number, "raw": row, **_level(node.children, row, pictures, language)}
                for number, row in enumerate(answers.get(node.name) or (), start=1)
            ]
        else:
            shown |= _level(node.children, answers, pictures, language)
    return shown


def _shown(question: Any, value: Any, pictures: Read | None, language: str) -> Any:
    if value is None:
        return ""
    kind = str(question.kind)
    if kind == "date":
        return _date(value)
    if kind in ("integer", "decimal", "calculate") and not isinstance(value, str):
        return format_number(value)
    if kind in ("select_one", "select_multiple"):
        labels = {c.name: c.labels.get(language) or c.name for c in question.choices}
        names = [value] if isinstance(value, str) else value
        return ", ".join(labels.get(name, name) for name in names)
    if kind in ("image", "file"):
        if kind == "image" and pictures is not None:
            return Picture(pictures(value["sha256"]), value["media_type"])
        return value["name"]
    return str(value)


def _date(value: Any) -> str:
    """Return a date as papers show it; a draft may hold something that is none yet."""
    try:
        return display_date(str(value))
    except ValueError:
        return str(value)
