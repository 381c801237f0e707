"""What changed between two versions of a form, as a person who writes with it would notice."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from desktop_app.forms.form import Choice, Form, Question, Repeat, Texts

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

_TEXTS = {"labels": "label", "hints": "hint", "guidance": "hint", "kind": "type"}
_RULES = (
    "relevant",
    "constraint",
    "constraint_message",
    "calculation",
    "default",
    "readonly",
    "readonly_when",
    "choice_filter",
    "count",
)


@dataclass(frozen=True)
class QuestionDifference:
    """One question or table that is new, gone or changed.

    ``path`` is the names of the tables around it and its own; ``changes`` name what changed:
    ``label``, ``hint``, ``type``, ``required`` or ``optional``, ``choices``, ``rule``.
    """

    what: str
    path: tuple[str, ...]
    labels: Texts
    old_labels: Texts
    changes: tuple[str, ...] = ()
    new_choices: tuple[Texts, ...] = ()
    gone_choices: tuple[Texts, ...] = ()


Asked = Question | Repeat


def differences(old: Form, new: Form) -> tuple[QuestionDifference, ...]:
    """Return what changed, in the order of the new form; what is gone comes last."""
    before, after = _asked(old), _asked(new)
    found: list[QuestionDifference] = []
    for path, node in after.items():
        if path not in before:
            found.append(QuestionDifference(ADDED, path, node.labels, {}))
        else:
            found.extend(_changed(path, before[path], node))
    gone = (path for path in before if path not in after)
    found += [QuestionDifference(REMOVED, path, {}, before[path].labels) for path in gone]
    return tuple(found)


def _asked(form: Form) -> dict[tuple[str, ...], Asked]:
    return {
        (*repeats, node.name): node
        for repeats, node in form.walk()
        if isinstance(node, Question | Repeat)
    }


def _changed(path: tuple[str, ...], old: Asked, new: Asked) -> Iterator[QuestionDifference]:
    if type(old) is not type(new):
        yield QuestionDifference(CHANGED, path, new.labels, old.labels, ("type",))
        return
    changes = dict.fromkeys(_TEXTS[n] for n in _TEXTS if _value(old, n) != _value(new, n))
    must, had_to = (_value(node, "required") is not None for node in (new, old))
    if must != had_to:
        changes["required" if must else "optional"] = None
    added, gone = _other_choices(old, new), _other_choices(new, old)
    if added or gone:
        changes["choices"] = None
    if any(_value(old, name) != _value(new, name) for name in _RULES):
        changes["rule"] = None
    if changes:
        labels = (choice.labels for choice in added), (choice.labels for choice in gone)
        yield QuestionDifference(
            CHANGED, path, new.labels, old.labels, tuple(changes), *map(tuple, labels)
        )


def _value(node: Asked, name: str) -> Any:
    return getattr(node, name) if name in {column.name for column in fields(node)} else None


def _other_choices(old: Asked, new: Asked) -> list[Choice]:
    """Return the choices of a question that it did not have before."""
    if not isinstance(old, Question) or not isinstance(new, Question):
        return []
    known = {choice.name: choice.labels for choice in old.choices}
    return [choice for choice in new.choices if known.get(choice.name) != choice.labels]
