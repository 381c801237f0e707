"""Which documents belong to a dossier: the sheet ``documents`` of a form, beside the survey.

Its rows have ``name`` (a Word file of the pack without its ending), ``label`` per language and
``relevant``: an expression as in the survey, at the root of the form. Where it is true the document
is part of the dossier, ``false()`` prints it only when it is asked for by name. A Word file without
a row is always part, so a pack needs no such sheet.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from desktop_app.errors import BadInput
from desktop_app.forms.checking import cell
from desktop_app.forms.expressions import Expression
from desktop_app.forms.form import Form, FormDocument
from desktop_app.forms.form_reader import language_code
from desktop_app.forms.instance import Instance
from desktop_app.forms.meaning import Place
from desktop_app.forms.preparation import names_of, repeats_of
from desktop_app.forms.refusals import Refusal
from desktop_app.forms.sheets import Row, Sheet, plain_heading

_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")


def read_documents(sheet: Sheet, form: Form) -> tuple[tuple[FormDocument, ...], list[Refusal]]:
    """Return the rows of the sheet and what has to be refused in them."""
    places = {node.name: node.xpath for _path, node in reversed(list(form.walk()))}
    found: dict[str, FormDocument] = {}
    refusals: list[Refusal] = []
    for row in sheet.rows:
        name = cell(row, "name").removesuffix(".docx")
        column = sheet.letter("name")
        if not name:
            refusals.append(Refusal(sheet.name, row.number, column, "SSK-216", {"name": "?"}))
        elif name in found:
            refusals.append(Refusal(sheet.name, row.number, column, "SSK-217", {"name": name}))
        else:
            written = cell(row, "relevant")
            refusals += _refused(sheet, row, written, places, form)
            relevant = _REFERENCE.sub(lambda said: places.get(said[1], "''"), written)
            found[name] = FormDocument(name, _labels(row, form), relevant or None)
    return tuple(found.values()), refusals


def _labels(row: Row, form: Form) -> Mapping[str, str]:
    labels = {
        language_code(heading.partition("::")[2].strip()) or form.default_language: text
        for heading, text in row.cells.items()
        if plain_heading(heading) == "label"
    }
    usual = labels.get(form.default_language) or next(iter(labels.values()), "")
    return {"vi": usual, "en": usual} | labels if usual else {}


def _refused(
    sheet: Sheet, row: Row, written: str, places: Mapping[str, str], form: Form
) -> Iterator[Refusal]:
    column = sheet.letter("relevant")
    unknown = [name for name in _REFERENCE.findall(written) if name not in places]
    for name in unknown:
        yield Refusal(sheet.name, row.number, column, "SSK-219", {"name": name[:60]})
    if not written or unknown:
        return
    try:
        _expression(_REFERENCE.sub(lambda said: places[said[1]], written), form)
    except BadInput as error:
        code = f"SSK-25{error.code[-1]}"
        facts = {**error.facts, "expression": written}
        yield Refusal(sheet.name, row.number, column, code, facts)


def _expression(source: str, form: Form) -> Expression:
    return Expression(source, Place(names_of(form.root), repeats_of(form)))


def dossier_of(
    form: Form, names: Sequence[str], answers: Mapping[str, Any], *, today: date
) -> tuple[str, ...]:
    """Return which of a pack's documents the dossier of some answers has, in the sheet's order.

    ``names`` are the documents the pack has; those the sheet does not know come last.
    """
    instance = Instance(form, answers, today, form.default_language, bound=True)
    instance.recalculate()
    return tuple(
        document.name
        for document in listed_documents(form, names)
        if document.relevant is None or _expression(document.relevant, form).truth(instance.root)
    )


def listed_documents(form: Form, names: Sequence[str]) -> tuple[FormDocument, ...]:
    """Return the documents a pack has: in the order of the sheet, then those it does not know."""
    known = [document for document in form.documents if document.name in names]
    others = set(names) - {document.name for document in known}
    return (*known, *(FormDocument(name) for name in names if name in others))
