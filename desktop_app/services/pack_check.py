"""Checking a template pack: what is wrong with it and where, and what it cannot do."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.errors import AppError, BadFile
from desktop_app.messages import catalogue
from desktop_app.services.pack_files import FORM, Pack, read_pack
from desktop_app.services.printed_facts import sample_facts
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.documents.filling import PlaceholderProblem
    from desktop_app.forms.form import Form

RESERVED_NAMES: Mapping[str, str] = {
    "initiative_title": "SSK-230",
    "authors": "SSK-231",
    "full_name": "SSK-231",
    "contribution_percent": "SSK-232",
    "is_member": "SSK-233",
    "consent": "SSK-234",
    "application_field": "SSK-235",
    "solution_type": "SSK-235",
    "first_applied_date": "SSK-236",
    "has_confidential": "SSK-237",
    "confidential_info": "SSK-237",
    "benefit_value": "SSK-238",
    "measures": "SSK-239",
}
"""Names that carry meaning, and the code that says what stops working without each."""

_PLAIN_MARK = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_LONGEST_ID, _LONGEST_VERSION = 60, 40
_UNKNOWN_NAME = re.compile(r"unknown name: (\w+)")
_UNKNOWN_FILTER = re.compile(r"No filter named '(\w+)'")
_LIKE_ENOUGH = 70


@dataclass(frozen=True)
class PackProblem:
    """Something wrong with a pack: where, what, and whether it can be used all the same.

    It stands in a cell (``sheet``, ``row``, ``column``) or in a paragraph (``document``, the
    ``heading`` above it, ``paragraph`` counted from 1); ``instead`` is what was probably meant.
    """

    place: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    blocking: bool = True
    sheet: str = ""
    row: int = 0
    column: str = ""
    document: str = ""
    heading: str = ""
    paragraph: int = 0
    instead: str = ""


@dataclass(frozen=True)
class PackCheck:
    """What a check of a pack found."""

    template_id: str
    version: str
    titles: Mapping[str, str]
    problems: tuple[PackProblem, ...]
    missing_names: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether the pack can be added."""
        return not any(problem.blocking for problem in self.problems)


def problem_text(problem: PackProblem, language: str) -> str:
    """Return what is wrong and what to do about it, without the place."""
    facts = {"place": problem.place, **problem.facts}
    parts = catalogue()[problem.code][language]
    said = [parts[part].format(**facts) for part in ("what", "text", "do") if parts.get(part)]
    if problem.instead:
        said.append(catalogue()["SSK-377"][language]["text"].format(instead=problem.instead))
    return " ".join(said)


def missing_text(name: str, language: str) -> str:
    """Return what stops working in a form without a reserved name."""
    return catalogue()[RESERVED_NAMES[name]][language]["text"]


def check_pack(workspace: Workspace, path: Path) -> PackCheck:
    """Check a pack that lies in a folder or a ZIP. Raises BadFile as ``read_pack`` does."""
    return check_files(workspace, read_pack(path))


def check_files(workspace: Workspace, pack: Pack) -> PackCheck:
    """Check the files of a pack: its form, the names that carry meaning, every placeholder.

    A form or a document that cannot be read is a problem, not an error.
    """
    from desktop_app.forms.refusals import FormRefused

    try:
        form = form_in(pack)
    except FormRefused as refused:
        return PackCheck("", "", {}, tuple(_refusals(refused)), ())
    problems = (
        *_marks(form),
        *_placeholders(workspace, form, pack),
        *(
            PackProblem("documents", "SSK-361", {"name": document.name}, sheet="documents")
            for document in form.documents
            if document.name not in pack.documents
        ),
        *(PackProblem(name, "SSK-371", {"file": name}, False) for name in pack.left_out),
    )
    if not pack.documents:
        problems = (*problems, PackProblem("documents", "SSK-372", {}, False))
    names = _names(form)
    missing = tuple(name for name in RESERVED_NAMES if name not in names)
    return PackCheck(form.id, form.version, form.titles, problems, missing)


def form_in(pack: Pack) -> "Form":
    """Return the form of a pack. Raises FormRefused with every refusal."""
    from desktop_app.forms.workbook import read_form

    return read_form(io.BytesIO(pack.files[FORM]))


def _names(form: "Form") -> set[str]:
    return {node.name for _path, node in form.walk()}


def _refusals(refused: Any) -> Iterator[PackProblem]:
    for refusal in refused.refusals:
        cell = f"{refusal.column}{refusal.row or ''}"
        yield PackProblem(
            f"{refusal.sheet}!{cell}" if cell else refusal.sheet or FORM,
            refusal.reason_code,
            refusal.facts,
            sheet=refusal.sheet,
            row=refusal.row,
            column=refusal.column,
        )


def _marks(form: "Form") -> Iterator[PackProblem]:
    """Look at the form's name and version: folders inside bundles are named by them."""
    for column, mark, longest in (
        ("form_id", form.id, _LONGEST_ID),
        ("version", form.version, _LONGEST_VERSION),
    ):
        if not _PLAIN_MARK.match(mark) or len(mark) > longest:
            facts = {"column": column, "mark": mark[:60], "longest": longest}
            yield PackProblem(f"settings!{column}", "SSK-370", facts, sheet="settings")


def _placeholders(workspace: Workspace, form: "Form", pack: Pack) -> Iterator[PackProblem]:
    from desktop_app.documents.context import build_context
    from desktop_app.forms.sample_answers import sample_answers

    context = build_context(form, sample_answers(form), system=sample_facts())
    known = {*_names(form), *context}
    for name, content in pack.documents.items():
        try:
            found = workspace.filler.check(content, context, document=name)
        except BadFile as error:
            yield PackProblem(name, error.code, error.facts, document=name)
            continue
        for problem in sorted(found, key=lambda problem: problem.paragraph):
            yield _placeholder(problem, known)


def _placeholder(problem: "PlaceholderProblem", known: Iterable[str]) -> PackProblem:
    return PackProblem(
        f"{problem.document}: {problem.heading or '–'}, ¶ {problem.paragraph or '–'}",
        problem.code,
        {"placeholder": problem.placeholder, "reason": problem.reason},
        document=problem.document,
        heading=problem.heading,
        paragraph=problem.paragraph,
        instead=_meant(problem.reason, known),
    )


def _meant(reason: str, known: Iterable[str]) -> str:
    """Return the name or filter that was probably meant; empty when none is like it."""
    from rapidfuzz import process

    from desktop_app.documents.printed import FILTERS

    name = _UNKNOWN_NAME.search(reason)
    written = name or _UNKNOWN_FILTER.search(reason)
    if written is None:
        return ""
    choices = known if name else (*FILTERS, "picture")
    best = process.extractOne(written[1], sorted(choices), score_cutoff=_LIKE_ENOUGH)
    return str(best[0]) if best else ""


def first_blocking(found: PackCheck) -> AppError:
    """Return the first problem that keeps a pack out, as an error to tell."""
    problem = next(problem for problem in found.problems if problem.blocking)
    facts = {"place": problem.place, **problem.facts, "number": len(found.problems)}
    return BadFile(problem.code, **facts)
