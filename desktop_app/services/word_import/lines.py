"""Rows of a repeat told in lines instead of a table: authors and steps."""

import re
from typing import Any

from desktop_app.forms.form import Form
from desktop_app.services.word_import.headings import numbered
from desktop_app.services.word_import.values import as_answer, author_in, author_label

_STEP = re.compile(r"(?:bước|b)\s*\d+\s*[:.)–-]?\s*", re.IGNORECASE)


def authors_in(form: Form, lines: list[str]) -> list[dict[str, Any]]:
    """Return the authors lines tell of, one after another."""
    rows: list[dict[str, Any]] = []
    for line in lines:
        labelled = author_label(line)
        if labelled is None:
            found = author_in(line)
            if found is not None:
                rows.append(found)
            continue
        name, said = labelled
        if name == "full_name" or not rows:
            rows.append({})
        read = as_answer(form.question(("authors", name)), said)
        if read.value is not None:
            rows[-1][name] = read.value
            if name == "full_name":
                rows[-1] = (author_in(said) or {}) | rows[-1]
                rows[-1]["full_name"] = (author_in(said) or rows[-1])["full_name"]
    return rows


def steps_in(lines: list[str]) -> list[dict[str, Any]]:
    """Return the steps lines tell of: a numbered or listed line begins one."""
    rows: list[dict[str, Any]] = []
    for line in lines:
        begins = _STEP.match(line)
        count = numbered(line)
        if begins or count.depth or count.bullet or not rows:
            said = line[begins.end() :] if begins else count.text
            name, colon, rest = said.partition(":")
            if colon and len(name) <= 80:
                rows.append({"name": name.strip(), "method": rest.strip()})
            else:
                rows.append({"name": _beginning(said), "method": said.strip()})
        else:
            rows[-1]["method"] = f"{rows[-1]['method']}\n{line}".strip()
    return [{name: said for name, said in row.items() if said} for row in rows]


def _beginning(text: str, most: int = 60) -> str:
    """Return the beginning of a sentence as a short name."""
    first = re.split(r"[.;,]", text.strip(), maxsplit=1)[0]
    if len(first) <= most:
        return first.strip()
    return first[:most].rsplit(" ", 1)[0].strip()
