"""What stands in each field of the central system for one initiative, as text to be entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.domain.dates import display_date
from desktop_app.domain.numbers import exact
from desktop_app.domain.portal_mapping import (
    CHOICE,
    CONTACT,
    DATE,
    INITIATIVE,
    LONGTEXT,
    MONEY,
    NUMBER,
    PROGRAMME,
    RECOGNITION,
    UNIT,
    PortalField,
    PortalMapping,
    source_of,
)
from desktop_app.domain.text import nfc, tidy
from desktop_app.storage.initiatives import InitiativeRecord

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

AUTHORS = "authors"


@dataclass(frozen=True)
class Known:
    """What is known of an initiative that may be entered: nothing confidential is among it."""

    record: InitiativeRecord
    form: "Form"
    answers: Mapping[str, Any]
    recognition: Mapping[str, Any]
    unit: Mapping[str, str]
    programme: Mapping[str, str]


def text_for(field: PortalField, known: Known, mapping: PortalMapping) -> tuple[str, str]:
    """Return the text of a field and the code the portal has no label for, "" for none."""
    head, names = source_of(field.source)
    if head == "":
        return "", ""
    if head == CONTACT:
        author = contact_of(known.answers)
        return _answer(field, author.get(names[0]), (AUTHORS, names[0]), known, mapping)
    if head == RECOGNITION:
        return _plain(field, known.recognition.get(names[0])), ""
    if head == UNIT:
        return known.unit.get(names[0], ""), ""
    if head == INITIATIVE:
        said = {"code": known.record.code, "revision": str(known.record.revision)}
        return said.get(names[0], ""), ""
    if head == PROGRAMME:
        return known.programme.get(names[0], ""), ""
    value = known.answers.get(names[0])
    if isinstance(value, list) and not _is_choices(value):
        return _table(field, value, names, known, mapping)
    return _answer(field, value, names, known, mapping)


def contact_of(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the author to be called, the first one where nobody is named."""
    authors = [a for a in answers.get(AUTHORS, ()) if isinstance(a, Mapping)]
    named = [author for author in authors if author.get("is_contact") == "yes"]
    return (named or authors or [{}])[0]


def _is_choices(value: Sequence[Any]) -> bool:
    return all(isinstance(each, str) for each in value)


def _table(
    field: PortalField,
    rows: Sequence[Any],
    names: tuple[str, ...],
    known: Known,
    mapping: PortalMapping,
) -> tuple[str, str]:
    """Return a table as text, a row a line, or one of its columns, values one after the other."""
    lines: list[str] = []
    unknown = ""
    for row in rows:
        if not isinstance(row, Mapping):
            continue
        cells: list[str] = []
        for name in names[1:] or tuple(row):
            text, missing = _answer(field, row.get(name), (names[0], name), known, mapping)
            unknown = unknown or missing
            if text:
                cells.append(text)
        if cells:
            lines.append(", ".join(cells))
    between = "\n" if field.kind == LONGTEXT else ("; " if len(names) == 1 else ", ")
    return between.join(lines), unknown


def _answer(
    field: PortalField,
    value: Any,
    path: tuple[str, ...],
    known: Known,
    mapping: PortalMapping,
) -> tuple[str, str]:
    if isinstance(value, Mapping):  # a file: it goes up as an attachment
        return "", ""
    try:
        question = known.form.question(path)
    except KeyError:
        return "", ""  # the form does not ask it: nobody knows what it would mean
    if question.kind == "date":
        return _day(value), ""
    if not question.choices or value in (None, "", []):
        return _said(field, value), ""
    labels = {choice.name: choice.labels.get("vi") or choice.name for choice in question.choices}
    texts: list[str] = []
    unknown = ""
    for code in value if isinstance(value, list) else str(value).split():
        label = mapping.label_of(field.values, str(code)) if field.values else None
        if label is None and field.values and field.kind == CHOICE:
            unknown = unknown or str(code)
        texts.append(label or labels.get(str(code), str(code)))
    return "; ".join(texts), unknown


def _said(field: PortalField, value: Any) -> str:
    if value is None or isinstance(value, list):
        return ""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return f"{exact(value):f}".replace(".", ",")
    return _plain(field, value)


def _plain(field: PortalField, value: Any) -> str:
    """Return free text as a field takes it: one line, or as it was written."""
    if value is None or isinstance(value, list | Mapping):
        return ""
    text = str(value)
    if field.kind == DATE:
        return _day(text)
    if field.kind in (NUMBER, MONEY) and text.replace(".", "").isdigit():
        return text.replace(".", "")
    return nfc(text).strip() if field.kind == LONGTEXT else tidy(text)


def _day(value: Any) -> str:
    """Return a date as papers write it, as far as it is known; other text as it is."""
    text = tidy(str(value or ""))
    try:
        return display_date(text)
    except ValueError:
        return text
