"""The house keeps its arrows: who may import whom, and every code has its sentences."""

import ast
import re
import string
from pathlib import Path

import pytest

from desktop_app.messages import LANGUAGES, catalogue

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_app"
LAYERS = {
    "domain": (),
    "forms": ("domain",),
    "storage": ("domain",),
    "documents": ("domain",),
    "exchange": ("domain",),
    "services": ("domain", "forms", "storage", "documents", "exchange"),
    "commands": ("domain", "forms", "storage", "documents", "exchange", "services"),
    "windows": ("domain", "forms", "documents", "exchange", "services"),
}
# The two exceptions named in clarification 5, and plain helpers of a row each.
ALLOWED = {
    ("commands/demo.py", "windows"),
    ("commands/reporting.py", "windows"),
    ("commands/line.py", "windows"),
}
QT = ("windows", "documents/pages", "commands/demo.py")
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path):
    place = path.relative_to(PACKAGE).as_posix()
    layer = place.split("/")[0]
    for name in imports_of(path):
        if name.split(".")[0] == "PySide6":
            assert place.startswith(QT), f"{place} imports Qt"
        other = name.removeprefix("desktop_app.").split(".")[0]
        if name.startswith("desktop_app.") and layer in LAYERS and other in LAYERS:
            allowed = (*LAYERS[layer], layer)
            assert other in allowed or (place, other) in ALLOWED, f"{place} imports {name}"


NETWORKS = ("socket", "ssl", "http", "urllib", "httpx", "requests", "urllib3", "PySide6.QtNetwork")
UPLOADS = "exchange/upload/"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_upload_knows_a_network(path):
    place = path.relative_to(PACKAGE).as_posix()
    known = {name for name in imports_of(path) if name.startswith(NETWORKS)}
    known -= {name for name in known if name.startswith("urllib.parse")}
    assert not known or place.startswith(UPLOADS), f"{place} imports {known}"


def used_codes():
    texts = (path.read_text(encoding="utf-8") for path in MODULES)
    return sorted(
        {code for text in texts for code in re.findall(r"(?:SSK-\d{3}|CLI-[a-z-]+)", text)}
    )


@pytest.mark.parametrize("code", used_codes())
def test_every_code_has_its_sentences(code):
    sentences = catalogue()[code]
    for language in LANGUAGES:
        parts = sentences[language]
        assert parts.get("what") or parts.get("text")
        if "what" in parts:
            assert parts["safe"] and parts["do"], "an error says what is safe and what to do"
        names = {n for t in parts.values() for _, n, _, _ in string.Formatter().parse(t) if n}
        other = sentences["en"]
        english = {n for t in other.values() for _, n, _, _ in string.Formatter().parse(t) if n}
        assert names == english


def test_no_module_is_too_long():
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in MODULES
        if "designed" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert long == {}
