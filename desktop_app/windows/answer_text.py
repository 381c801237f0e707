"""Answers as people read them: choices by their labels, dates, numbers, rows of a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.domain.dates import display_date
from desktop_app.domain.numbers import format_number

if TYPE_CHECKING:
    from desktop_app.forms.form import Form, Question


def label_of(node: Any, language: str) -> str:
    """Return the label of a question or table in a language, else in any, else its name."""
    texts = node.labels
    return str(texts.get(language) or next(iter(texts.values()), "") or node.name)


def answer_text(question: "Question", value: Any, language: str) -> str:
    """Return one answer as text."""
    kind = str(question.kind)
    if kind in ("select_one", "select_multiple"):
        chosen = value if isinstance(value, list) else [value]
        known = {choice.name: choice for choice in question.choices}
        return ", ".join(
            label_of(known[name], language) if name in known else str(name) for name in chosen
        )
    if kind == "date":
        return display_date(str(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return format_number(value)
    if isinstance(value, Mapping):
        return str(value.get("name", ""))
    return str(value)


def row_text(node: Any, row: Mapping[str, Any], language: str) -> str:
    """Return one row of a table: its answers with their labels, the first one alone."""
    from desktop_app.forms.form import Group, Question

    said: list[str] = []
    for child in node.children:
        if isinstance(child, Group):
            said.append(row_text(child, row, language))
        elif isinstance(child, Question) and child.name in row:
            text = answer_text(child, row[child.name], language)
            said.append(f"{label_of(child, language)}: {text}" if said else text)
    return "; ".join(part for part in said if part)


def node_named(form: "Form", name: str) -> Any:
    """Return the question or table of a name, None when the form has none."""
    from desktop_app.forms.form import Group, Repeat

    def look(nodes: Any) -> Any:
        for node in nodes:
            if isinstance(node, Group) and not isinstance(node, Repeat):
                found = look(node.children)
                if found is not None:
                    return found
            elif node.name == name:
                return node
        return None

    return look(form.children)


def value_text(node: Any, value: Any, language: str) -> str:
    """Return an answer, or a whole table, as text; "" when there is none."""
    from desktop_app.forms.form import Question, Repeat

    if value is None:
        return ""
    if isinstance(node, Repeat) and isinstance(value, list):
        rows = [row_text(node, row, language) for row in value]
        return "\n".join(f"{number}. {row}" for number, row in enumerate(rows, 1))
    if isinstance(node, Question):
        return answer_text(node, value, language)
    return str(value)


def answered(
    form: "Form", answers: Mapping[str, Any], language: str
) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return every section with what was answered in it: (name, label, text) a question.

    A table is one entry, its rows numbered, as one comment is about the whole table.
    """
    from desktop_app.forms.form import Group, Question, Repeat

    def look(node: Any, found: list[tuple[str, str, str]]) -> None:
        if isinstance(node, Repeat):
            rows = answers.get(node.name) or ()
            lines = [f"{n}. {row_text(node, row, language)}" for n, row in enumerate(rows, 1)]
            if lines:
                found.append((node.name, label_of(node, language), "\n".join(lines)))
        elif isinstance(node, Group):
            for child in node.children:
                look(child, found)
        elif isinstance(node, Question) and node.name in answers:
            text = answer_text(node, answers[node.name], language)
            found.append((node.name, label_of(node, language), text))

    sections: list[tuple[str, list[tuple[str, str, str]]]] = []
    for top in form.children:
        found: list[tuple[str, str, str]] = []
        look(top, found)
        if found:
            sections.append((label_of(top, language) if isinstance(top, Group) else "", found))
    return sections
