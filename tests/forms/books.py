"""Small XLSForm workbooks, made when a test needs one."""

import io
from typing import Any

from openpyxl import Workbook

from desktop_app.forms.form import Form
from desktop_app.forms.refusals import FormRefused, Refusal
from desktop_app.forms.workbook import read_form

Table = list[list[Any]]


def table(text: str) -> Table:
    """Return the rows of a text with cells between bars."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[cell.strip() or None for cell in line.strip("|").split("|")] for line in lines]


def book(survey: str | Table, choices: str | Table = "", settings: str | Table = "") -> io.BytesIO:
    """Return a workbook with these sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        if rows:
            sheet = workbook.create_sheet(name)
            for row in table(rows) if isinstance(rows, str) else rows:
                sheet.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    buffer.seek(0)
    return buffer


def form(survey: str | Table, choices: str | Table = "", settings: str | Table = "") -> Form:
    """Return the form of a workbook with these sheets."""
    return read_form(book(survey, choices, settings))


def refused(
    survey: str | Table, choices: str | Table = "", settings: str | Table = ""
) -> tuple[Refusal, ...]:
    """Return why a workbook with these sheets is refused; nothing when it is not."""
    try:
        form(survey, choices, settings)
    except FormRefused as error:
        return error.refusals
    return ()
