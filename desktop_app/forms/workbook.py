"""XLSForm workbooks: parsed by pyxform, refused with sheet, row and column where not supported."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from desktop_app.errors import BadInput
from desktop_app.forms.checking import APPEARANCES, NAMESPACE, column_of, refusals_in, survey_tree
from desktop_app.forms.dossier import read_documents
from desktop_app.forms.expressions import Expression
from desktop_app.forms.form import Form
from desktop_app.forms.form_reader import FormReader
from desktop_app.forms.meaning import Place
from desktop_app.forms.plain import form_from_plain, form_to_plain
from desktop_app.forms.preparation import (
    Circle,
    names_of,
    prepared,
    repeats_of,
    said_names,
    sources,
)
from desktop_app.forms.refusals import FormRefused, Refusal
from desktop_app.forms.sheets import NoWorkbook, Sheet, TooLarge, read_sheets

__all__ = [
    "APPEARANCES",
    "NAMESPACE",
    "FormRefused",
    "Refusal",
    "form_from_plain",
    "form_to_plain",
    "read_form",
]

# The same findings, said with the cell they stand in.
_IN_A_CELL = {f"SSK-21{last}": f"SSK-25{last}" for last in range(5)}
_XF = "{http://www.w3.org/2002/xforms}"


def read_form(source: Path | BinaryIO) -> Form:
    """Read an XLSForm workbook. Raises FormRefused with every refusal that was found."""
    data = source.read_bytes() if isinstance(source, Path) else source.read()
    try:
        sheets = read_sheets(data)
    except NoWorkbook as error:
        raise FormRefused((Refusal("", 0, "", "SSK-200"),)) from error
    except TooLarge as error:
        raise FormRefused((Refusal("", 0, "", "SSK-203"),)) from error
    refusals = tuple(refusals_in(sheets))
    if refusals:
        raise FormRefused(refusals)
    form, model = _parsed(sheets)
    refusals = tuple(_refused_expressions(form, sheets["survey"], model))
    if "documents" in sheets:
        documents, refused = read_documents(sheets["documents"], form)
        form, refusals = replace(form, documents=documents), (*refusals, *refused)
    if refusals:
        raise FormRefused(refusals)
    return form


def _parsed(sheets: Mapping[str, Sheet]) -> tuple[Form, Any]:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    known = {name: sheet for name, sheet in sheets.items() if name != "documents"}
    book: dict[str, Any] = {"sheet_names": list(known)}
    for name, sheet in known.items():
        book[name], book[f"{name}_header"] = sheet.for_parser()
    try:
        converted = convert(book, validate=False)
        model = etree.fromstring(converted.xform.encode("utf-8"), _safe_parser())
        return FormReader(converted._pyxform, model).form(), model  # noqa: SLF001 (offered nowhere else)
    except FormRefused:
        raise
    except PyXFormError as error:
        raise FormRefused((_place_in(str(error)),)) from error
    except Exception as error:  # the parser lets errors of its own through for broken input
        raise FormRefused((Refusal("survey", 0, "", "SSK-201"),)) from error


_ROW = re.compile(r"\[row\s*:\s*(\d+)\]|row (\d+)", re.IGNORECASE)
_SHEET = re.compile(r"'?(survey|choices|settings)'? sheet|On the '(\w+)'", re.IGNORECASE)


def _place_in(message: str) -> Refusal:
    """Return a refusal for an error of the parser, at the place its message names."""
    row, sheet = _ROW.search(message), _SHEET.search(message)
    number = int(next(group for group in row.groups() if group)) if row else 0
    name = next((group for group in sheet.groups() if group), "survey") if sheet else "survey"
    return Refusal(name, number, "", "SSK-202", {"said": message[:300]})


def _refused_expressions(form: Form, survey: Sheet, model: Any) -> Iterator[Refusal]:
    """Compile every expression and look for circles and for places the form does not have."""
    rows = survey_tree(survey).rows
    places, repeats = _places(model), repeats_of(form)
    found = False

    def refused(xpath: str, use: str, code: str, facts: Mapping[str, Any]) -> Refusal:
        names = names_of(xpath)[1:]
        row = rows.get(names)
        if row is None and names and names[-1].endswith("_count"):  # made for a repeat's count
            row, use = rows.get((*names[:-1], names[-1].removesuffix("_count"))), "count"
        return Refusal("survey", row.number if row else 0, column_of(survey, use), code, facts)

    for _path, node in form.walk():
        for use, source in sources(node):
            try:
                made = Expression(source, Place(names_of(node.xpath), repeats)).made
            except BadInput as error:
                found = True
                facts = {**error.facts, "expression": getattr(node, use, None) or source}
                yield refused(node.xpath, use, _IN_A_CELL[error.code], facts)
                continue
            for place in sorted((made.looks_at | made.looks_at_lines) - places):
                found = True
                facts = {"name": "/" + "/".join(place)}
                yield refused(node.xpath, use, "SSK-219", facts)
    if found:
        return
    try:
        prepared(form)
    except Circle as error:
        calculated = {node.xpath for _p, node in form.walk() if getattr(node, "calculation", None)}
        for circle in error.circles:
            for xpath in circle:
                use = "calculation" if xpath in calculated else "relevant"
                yield refused(xpath, use, _IN_A_CELL[error.code], {"names": said_names(circle)})


def _places(model: Any) -> set[tuple[str, ...]]:
    """Return the places of the form's own instance, as names from the root."""
    places: set[tuple[str, ...]] = set()

    def look(element: Any, around: tuple[str, ...]) -> None:
        place = (*around, etree.QName(element).localname)
        places.add(place)
        for child in element:
            look(child, place)

    instance = next(model.iter(f"{_XF}instance"))
    look(instance[0], ())
    return places


def _safe_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
