"""Forms as JSON values and back, so that a known form opens without reading its workbook."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from desktop_app.forms.form import (
    Choice,
    Form,
    FormDocument,
    Group,
    Node,
    Question,
    QuestionKind,
    Repeat,
)


def form_to_plain(form: Form) -> dict[str, Any]:
    """Return a form as JSON values."""
    plain = {f.name: getattr(form, f.name) for f in fields(form)}
    plain["languages"] = list(form.languages)
    plain["titles"] = dict(form.titles)
    plain["children"] = [_to_plain(node) for node in form.children]
    plain["documents"] = [
        {"name": d.name, "titles": dict(d.titles), "relevant": d.relevant} for d in form.documents
    ]
    return plain


def form_from_plain(plain: Mapping[str, Any]) -> Form:
    """Return the form that JSON values stand for."""
    values = dict(plain)
    values["languages"] = tuple(values["languages"])
    values["children"] = tuple(_from_plain(node) for node in values["children"])
    # Forms kept before documents had rows of their own have none.
    documents = values.get("documents", ())
    values["documents"] = tuple(FormDocument(**document) for document in documents)
    return Form(**values)


def _to_plain(node: Node) -> dict[str, Any]:
    plain: dict[str, Any] = {"is": type(node).__name__}
    for column in fields(node):
        value = getattr(node, column.name)
        if column.name == "children":
            value = [_to_plain(child) for child in value]
        elif column.name == "choices":
            value = [
                {"name": c.name, "labels": dict(c.labels), "columns": dict(c.columns)}
                for c in value
            ]
        elif isinstance(value, frozenset):
            value = sorted(value)
        elif isinstance(value, Mapping):
            value = dict(value)
        plain[column.name] = value
    return plain


def _from_plain(plain: Mapping[str, Any]) -> Node:
    values = dict(plain)
    kind = values.pop("is")
    values["appearance"] = frozenset(values["appearance"])
    if kind == "Question":
        values["kind"] = QuestionKind(values["kind"])
        values["choices"] = tuple(Choice(**choice) for choice in values["choices"])
        return Question(**values)
    values["children"] = tuple(_from_plain(child) for child in values["children"])
    return Repeat(**values) if kind == "Repeat" else Group(**values)
