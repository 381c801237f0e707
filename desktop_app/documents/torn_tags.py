"""Placeholders that Word has torn into runs, put together again before they are read.

Word cuts text anywhere: for its spelling marks, for bookmarks, for a letter in bold, for a change
that is tracked. A tag belongs where it begins; what was deleted with tracking is not there.
"""

import re
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DELETED: Any = etree.XPath(
    "//w:tr[w:trPr/w:del] | //w:del | //w:moveFrom", namespaces={"w": _W[1:-1]}
)


def mend(tree: Any) -> None:
    """Put every tag of a part into the run it begins in, and drop what is marked as deleted."""
    for gone in _DELETED(tree):
        if gone.getparent() is not None:
            gone.getparent().remove(gone)
    for paragraph in tree.iter(f"{_W}p"):
        _mend_paragraph(paragraph)


def own_texts(paragraph: Any) -> list[Any]:
    """Return the text elements of a paragraph, without those of text boxes standing in it."""
    return [
        text
        for text in paragraph.iter(f"{_W}t")
        if next(text.iterancestors(f"{_W}p"), None) is paragraph
    ]


def _mend_paragraph(paragraph: Any) -> None:
    texts = own_texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    if len(texts) < 2 or "{" not in whole:
        return
    owners = [place for place, text in enumerate(texts) for _character in text.text or ""]
    for tag in _TAG.finditer(whole):
        owners[tag.start() : tag.end()] = [owners[tag.start()]] * (tag.end() - tag.start())
    parts: list[list[str]] = [[] for _text in texts]
    for character, owner in zip(whole, owners, strict=True):
        parts[owner].append(character)
    for text, part in zip(texts, parts, strict=True):
        said = "".join(part)
        if said != (text.text or ""):
            text.text = said
            text.set(_SPACE, "preserve")
