"""What is looked for in the cells of an XLSForm before it is parsed, and how it is refused.

Supported is what architecture.md lists under "Forms". Everything else is named with its sheet, row
and column and with what to use instead; nothing is silently left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.forms.refusals import Refusal
from desktop_app.forms.sheets import Row, Sheet, plain_heading

NAMESPACE = "urn:so-sang-kien:xforms:1"
"""Our own namespace: ``bind::ssk:confidential`` marks what redacted output leaves out."""

APPEARANCES = frozenset(
    [
        "multiline",
        "thousands-sep",
        "table-list",
        "month-year",
        "year",
        "any-precision",
        "minimal",
        "likert",
    ]
)
_SIMPLE = {
    "text": "text",
    "string": "text",
    "integer": "integer",
    "int": "integer",
    "decimal": "decimal",
    "date": "date",
    "note": "note",
    "calculate": "calculate",
    "image": "image",
    "photo": "image",
    "file": "file",
}
_SELECTS = {
    "select_one": "select_one",
    "select one": "select_one",
    "select one from": "select_one",
    "select1": "select_one",
    "select_multiple": "select_multiple",
    "select multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
}
_INSTEAD = {
    "time": "text",
    "datetime": "date + text",
    "geopoint": "text",
    "geotrace": "text",
    "geoshape": "text",
    "start-geopoint": "text",
    "audio": "file",
    "background-audio": "file",
    "video": "file",
    "barcode": "text",
    "range": "integer",
    "rank": "select_multiple",
    "acknowledge": "select_one",
    "trigger": "select_one",
    "hidden": "calculate",
    "start": "calculate",
    "end": "calculate",
    "today": "calculate: today()",
    "select_one_from_file": "select_one + choices",
    "select_multiple_from_file": "select_multiple + choices",
    "select_one_external": "select_one + choice_filter",
    "csv-external": "choices",
    "xml-external": "choices",
    "loop": "begin_repeat",
}
_TEXT_COLUMNS = ("label", "caption", "hint", "guidance_hint")
_EXPRESSION_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "relevant": ("relevant", "relevance", "bind::relevant"),
    "calculation": ("calculation", "calculate", "bind::calculate"),
    "constraint": ("constraint", "bind::constraint"),
    "required": ("required", "bind::required"),
    "readonly_when": ("readonly", "read_only", "bind::readonly"),
    "choice_filter": ("choice_filter",),
    "default": ("default",),
    "count": ("repeat_count", "count", "jr:count"),
}
_REFUSED_COLUMNS = re.compile(
    r"(media|instance|control|body|bind|attribute)::|(big-)?image$|audio$|video$|autoplay$|trigger$"
    r"|save_to$|sms_|compact_tag$|no_?app_?error_?string$|intent$|rows$"
)
_KEPT_COLUMNS = re.compile(
    r"bind::(relevant|calculate|constraint|required|readonly|jr:constraintMsg|jr:requiredMsg"
    r"|ssk:confidential)$|(control|body)::appearance$"
)
_PARAMETERS = frozenset(["max-pixels", "rows"])
_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")
_LAST_SAVED = re.compile(r"\$\{\s*last-saved#")


@dataclass(frozen=True)
class Survey:
    """The survey sheet as a tree of names: the row of every node, as names from the root."""

    rows: Mapping[tuple[str, ...], Row]


def refusals_in(sheets: Mapping[str, Sheet]) -> Iterator[Refusal]:
    """Look through all cells; the first refusals are about what stops everything else."""
    survey = sheets.get("survey")
    if survey is None:
        yield Refusal("survey", 0, "", "SSK-204")
        return
    if not survey.letter("type", "command"):
        yield Refusal("survey", 1, "", "SSK-205")
        return
    for name in ("external_choices", "entities", "osm"):
        if name in sheets and sheets[name].rows:
            yield Refusal(name, sheets[name].rows[0].number, "A", "SSK-215", {"sheet": name})
    lists = frozenset(_lists(sheets.get("choices")))
    for row in survey.rows:
        yield from _refused_type(survey, row, lists)
        yield from _refused_columns(survey, row)
        yield from _refused_words(survey, row)
    if "choices" in sheets:
        for row in sheets["choices"].rows:
            yield from _refused_columns(sheets["choices"], row)
    yield from _refused_names(survey)
    yield from _refused_references(sheets)


def cell(row: Row, *names: str) -> str:
    """Return the first filled cell of a row under one of some plain headings."""
    for heading, text in row.cells.items():
        if plain_heading(heading) in names:
            return text
    return ""


def kind_of(row: Row) -> tuple[str, str]:
    """Return the type of a row in one spelling, and what follows it (a list's name)."""
    words = " ".join(cell(row, "type", "command").split())
    begin = re.match(r"(begin|end)[_ ](lgroup|looped group|group|repeat|loop)\b(.*)", words)
    if begin:
        inner = {"lgroup": "repeat", "looped group": "repeat"}.get(begin[2], begin[2])
        return f"{begin[1]}_{inner}", begin[3].strip()
    for alias in sorted(_SELECTS, key=len, reverse=True):
        if words == alias or words.startswith(alias + " "):
            return _SELECTS[alias], words[len(alias) :].strip()
    return _SIMPLE.get(words, words), ""


def column_of(survey: Sheet, use: str) -> str:
    """Return the letter of the column an expression stands in."""
    return survey.letter(*_EXPRESSION_COLUMNS.get(use, (use,)))


def _lists(choices: Sheet | None) -> Iterator[str]:
    for row in choices.rows if choices else ():
        yield cell(row, "list_name", "list")


def _asked(row: Row) -> bool:
    """Return whether a row counts: it has a type and is not switched off."""
    return bool(cell(row, "type", "command")) and cell(row, "disabled").lower() not in (
        "yes",
        "true",
        "true()",
    )


def _refused_type(survey: Sheet, row: Row, lists: frozenset[str]) -> Iterator[Refusal]:
    if not _asked(row):
        return
    kind, rest = kind_of(row)
    column = survey.letter("type", "command")
    known = {*_SIMPLE.values(), "begin_group", "end_group", "begin_repeat", "end_repeat"}
    if kind in ("select_one", "select_multiple"):
        name, _space, tail = rest.partition(" ")
        if tail:
            yield Refusal("survey", row.number, column, "SSK-207", {"type": f"{kind} {rest}"})
        elif name.startswith("${"):
            facts = {"type": f"{kind} {rest}", "instead": f"{kind} + choices"}
            yield Refusal("survey", row.number, column, "SSK-206", facts)
        elif name not in lists:
            yield Refusal("survey", row.number, column, "SSK-218", {"list": name or "?"})
    elif kind not in known:
        first = kind.split(" ")[0]
        instead = _INSTEAD.get(kind.lower()) or _INSTEAD.get(first.lower()) or "text"
        facts = {"type": kind[:60], "instead": instead}
        yield Refusal("survey", row.number, column, "SSK-206", facts)


def _refused_columns(sheet: Sheet, row: Row) -> Iterator[Refusal]:
    for heading, text in row.cells.items():
        plain = plain_heading(heading)
        if _REFUSED_COLUMNS.match(plain) and not _KEPT_COLUMNS.match(plain) and text:
            facts = {"column": heading}
            yield Refusal(sheet.name, row.number, sheet.letters[heading], "SSK-209", facts)


def _refused_words(survey: Sheet, row: Row) -> Iterator[Refusal]:
    for word in cell(row, "appearance", "control::appearance", "body::appearance").split():
        if word not in APPEARANCES:
            column = survey.letter("appearance", "control::appearance", "body::appearance")
            facts = {"appearance": word}
            yield Refusal("survey", row.number, column, "SSK-208", facts)
    for setting in re.split(r"[\s,;]+", re.sub(r"\s*=\s*", "=", cell(row, "parameters"))):
        name = setting.partition("=")[0]
        if name and name not in _PARAMETERS:
            facts = {"column": f"parameters: {name}"}
            yield Refusal("survey", row.number, survey.letter("parameters"), "SSK-209", facts)


def _refused_names(survey: Sheet) -> Iterator[Refusal]:
    """Look at names and at what begins and ends; answers are flat but for repeats."""
    column = survey.letter("name", "tag", "value")
    type_column = survey.letter("type", "command")
    open_rows: list[tuple[str, Row]] = []
    seen: list[Counter[str]] = [Counter()]
    for row in survey.rows:
        if not _asked(row):
            continue
        kind, _rest = kind_of(row)
        if kind.startswith("end_"):
            if not open_rows or open_rows[-1][0] != kind.removeprefix("end_"):
                yield Refusal("survey", row.number, type_column, "SSK-242", {"type": kind})
                return
            if open_rows.pop()[0] == "repeat":
                seen.pop()
            continue
        name = cell(row, "name", "tag", "value")
        if not _NAME.match(name) and (name or kind != "note"):
            yield Refusal("survey", row.number, column, "SSK-216", {"name": name or "?"})
        elif name and kind != "begin_group":
            seen[-1][name] += 1
            if seen[-1][name] == 2:
                yield Refusal("survey", row.number, column, "SSK-217", {"name": name})
        if kind in ("begin_group", "begin_repeat"):
            open_rows.append((kind.removeprefix("begin_"), row))
            if kind == "begin_repeat":
                seen.append(Counter())
    for kind, row in open_rows:
        yield Refusal("survey", row.number, type_column, "SSK-242", {"type": f"begin_{kind}"})


def _refused_references(sheets: Mapping[str, Sheet]) -> Iterator[Refusal]:
    survey = sheets["survey"]
    names = {cell(row, "name", "tag", "value") for row in survey.rows if _asked(row)}
    for row in survey.rows:
        for heading, text in row.cells.items():
            if _LAST_SAVED.search(text) and _asked(row):
                column = survey.letters[heading]
                yield Refusal("survey", row.number, column, "SSK-243", {})
                continue
            for name in _REFERENCE.findall(text):
                if name not in names and _asked(row):
                    facts = {"name": name[:60]}
                    column = survey.letters[heading]
                    yield Refusal("survey", row.number, column, "SSK-219", facts)


def survey_tree(survey: Sheet) -> Survey:
    """Return the rows of a survey sheet by their place; for one without refusals."""
    rows: dict[tuple[str, ...], Row] = {}
    around: list[str] = []
    for row in survey.rows:
        if not _asked(row):
            continue
        kind, _rest = kind_of(row)
        if kind.startswith("end_"):
            del around[-1:]
            continue
        name = cell(row, "name", "tag", "value")
        rows[(*around, name)] = row
        if kind in ("begin_group", "begin_repeat"):
            around.append(name)
    return Survey(rows)
