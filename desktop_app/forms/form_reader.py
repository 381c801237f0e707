"""A form put together from what the XLSForm parser makes: its tree and its XForm."""

import re
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.text import nfc
from desktop_app.forms.checking import APPEARANCES, NAMESPACE
from desktop_app.forms.form import (
    Choice,
    Form,
    Group,
    Node,
    Question,
    QuestionKind,
    Repeat,
    Texts,
)
from desktop_app.forms.refusals import FormRefused, Refusal

_XF = "{http://www.w3.org/2002/xforms}"
_JR = "{http://openrosa.org/javarosa}"
_MADE_FOR_TABLES = ("generated_table_list_label", "reserved_name_for_field_list_labels_")
_KINDS: Mapping[str, QuestionKind] = {
    "text": QuestionKind.TEXT,
    "string": QuestionKind.TEXT,
    "integer": QuestionKind.INTEGER,
    "int": QuestionKind.INTEGER,
    "decimal": QuestionKind.DECIMAL,
    "date": QuestionKind.DATE,
    "select one": QuestionKind.SELECT_ONE,
    "select all that apply": QuestionKind.SELECT_MULTIPLE,
    "note": QuestionKind.NOTE,
    "calculate": QuestionKind.CALCULATE,
    "photo": QuestionKind.IMAGE,
    "image": QuestionKind.IMAGE,
    "file": QuestionKind.FILE,
}
_OURS = ("vi", "en")


class FormReader:
    """Puts together what the parser's tree (labels) and its XForm (expressions) say."""

    def __init__(self, tree: Mapping[str, Any], model: Any) -> None:
        self._tree = tree
        self._root = str(tree["name"])
        self._binds = {bind.get("nodeset"): bind for bind in model.iter(f"{_XF}bind")}
        self._firsts = {s.get("ref"): s.get("value") for s in model.iter(f"{_XF}setvalue")}
        self._filters = {
            select.get("ref"): itemset.get("nodeset", "")
            for select in model.iter(f"{_XF}select", f"{_XF}select1")
            for itemset in select.iter(f"{_XF}itemset")
        }
        self._counts = {r.get("nodeset"): r.get(f"{_JR}count") for r in model.iter(f"{_XF}repeat")}
        self._names = self._language_names()
        languages = tuple(dict.fromkeys(self._names.values())) or ("vi",)
        wanted = self._names.get(str(tree.get("default_language", "")))
        self._languages, self._default = languages, wanted or languages[0]

    def form(self) -> Form:
        """Return the form. Raises FormRefused for a type that is not supported."""
        return Form(
            id=nfc(str(self._tree["id_string"])),
            version=str(self._tree.get("version") or "1"),
            titles=dict.fromkeys(_OURS, nfc(str(self._tree["title"]))),
            languages=self._languages,
            default_language=self._default,
            root=self._root,
            children=self._children(self._tree, f"/{self._root}"),
        )

    def _language_names(self) -> dict[str, str]:
        """Return the workbook's language names and their codes: ``Tiếng Việt (vi)`` is vi."""
        found: dict[str, str] = {}
        waiting: list[Any] = [self._tree]
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, Mapping):
                for name, inner in value.items():
                    if name in ("label", "hint", "guidance_hint") and isinstance(inner, Mapping):
                        found.update({key: language_code(key) for key in inner})
                    waiting.append(inner)
            elif isinstance(value, list):
                waiting.extend(value)
        return found

    def _children(self, tree: Mapping[str, Any], xpath: str) -> tuple[Node, ...]:
        nodes: list[Node] = []
        for child in tree.get("children", ()):
            name, kind = str(child.get("name", "")), str(child.get("type", ""))
            if name == "meta" or name.startswith(_MADE_FOR_TABLES):
                continue
            place = f"{xpath}/{name}"
            if kind in ("group", "repeat"):
                nodes.append(self._group(child, name, kind, place))
            elif kind in _KINDS:
                nodes.append(self._question(child, name, _KINDS[kind], place))
            else:
                facts = {"type": kind, "instead": "text"}
                raise FormRefused((Refusal("survey", 0, "", "SSK-206", facts),))
        return tuple(nodes)

    def _group(self, tree: Mapping[str, Any], name: str, kind: str, xpath: str) -> Node:
        bind = self._binds.get(xpath)
        appearance = set(str(tree.get("control", {}).get("appearance", "")).split())
        labels = tree.get("label")
        for child in tree.get("children", ()):
            # The parser turns table-list into a note of its own that takes the label.
            if str(child.get("name", "")).startswith("generated_table_list_label"):
                appearance.add("table-list")
                labels = labels or child.get("label")
        common: dict[str, Any] = {
            "name": name,
            "xpath": xpath,
            "labels": self._texts(labels),
            "hints": self._texts(tree.get("hint")),
            "relevant": _attribute(bind, "relevant"),
            "appearance": frozenset(appearance & APPEARANCES),
            "children": self._children(tree, xpath),
        }
        if kind == "group":
            return Group(**common)
        count = self._counts.get(xpath)
        return Repeat(**common, count=count.strip() if count else None)

    def _question(
        self, tree: Mapping[str, Any], name: str, kind: QuestionKind, xpath: str
    ) -> Question:
        bind = self._binds.get(xpath)
        messages = tree.get("bind", {})
        default = tree.get("default")
        first = self._firsts.get(xpath)
        readonly = _attribute(bind, "readonly")
        constant = readonly in (None, "true()", "false()")
        return Question(
            name=name,
            kind=kind,
            xpath=xpath,
            labels=self._texts(tree.get("label")),
            hints=self._texts(tree.get("hint")),
            guidance=self._texts(tree.get("guidance_hint")),
            required=_attribute(bind, "required"),
            required_message=self._texts(messages.get("jr:requiredMsg")),
            constraint=_attribute(bind, "constraint"),
            constraint_message=self._texts(messages.get("jr:constraintMsg")),
            relevant=_attribute(bind, "relevant"),
            calculation=_attribute(bind, "calculate"),
            default=first if first is not None else (None if default is None else str(default)),
            default_is_expression=first is not None,
            readonly=readonly == "true()",
            readonly_when=None if constant else readonly,
            appearance=frozenset(str(tree.get("control", {}).get("appearance", "")).split()),
            choices=tuple(self._choice(choice) for choice in tree.get("choices") or ()),
            choice_list=str(tree.get("list_name") or ""),
            choice_filter=_filter(self._filters.get(xpath, "")),
            confidential=str(_attribute(bind, f"{{{NAMESPACE}}}confidential")).lower()
            in ("yes", "true", "true()"),
            parameters={key: str(value) for key, value in (tree.get("parameters") or {}).items()},
        )

    def _choice(self, tree: Mapping[str, Any]) -> Choice:
        columns = {
            key: nfc(str(value))
            for key, value in tree.items()
            if key not in ("name", "label", "media") and not isinstance(value, Mapping)
        }
        return Choice(nfc(str(tree["name"])), self._texts(tree.get("label")), columns)

    def _texts(self, value: Any) -> Texts:
        """Return a text in every language; where one is missing, the form's own stands in."""
        if value is None or value == "":
            return {}
        if not isinstance(value, Mapping):
            return dict.fromkeys((*_OURS, *self._languages), nfc(str(value)))
        texts = {
            self._names.get(str(name), language_code(str(name))): nfc(str(text))
            for name, text in value.items()
            if text not in (None, "", "-")
        }
        if not texts:
            return {}
        fallback = texts.get(self._default) or next(iter(texts.values()))
        return dict.fromkeys(_OURS, fallback) | texts


def language_code(name: str) -> str:
    """Return the language code of ``Tiếng Việt (vi)``; a bare name stands for itself."""
    match = re.search(r"\(([A-Za-z-]+)\)\s*$", name)
    return (match.group(1) if match else name).lower()


def _attribute(element: Any, name: str) -> str | None:
    if element is None:
        return None
    value = element.get(name)
    return None if value is None else str(value).strip()


def _filter(nodeset: str) -> str | None:
    """Return the predicate of an itemset: the choice filter, resolved."""
    start, end = nodeset.find("["), nodeset.rfind("]")
    return nodeset[start + 1 : end].strip() if 0 <= start < end else None
