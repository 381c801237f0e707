"""Small XLSForm workbooks made for a test."""

import io

import openpyxl

from desktop_app.forms.workbook import read_form


def workbook(survey, choices=(), settings=("form_id", "f"), header=None):
    if header is None:
        header = ["type", "name", "label"]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    sheet.append(header)
    for row in survey:
        sheet.append(list(row))
    if choices:
        listed = book.create_sheet("choices")
        listed.append(["list_name", "name", "label", "k"])
        for row in choices:
            listed.append(list(row))
    about = book.create_sheet("settings")
    about.append(settings[::2])
    about.append(settings[1::2])
    target = io.BytesIO()
    book.save(target)
    target.seek(0)
    return target


def form(survey, choices=(), header=("type", "name", "label")):
    return read_form(workbook(survey, choices, header=list(header)))
