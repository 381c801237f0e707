"""The central system's form as data: its fields in order, limits, lists of values, attachments.

The portal's own form is not public (domain.md 3.3): nothing of it is compiled in. A mapping is
edited in Excel; ``portal_mapping_check`` says what is wrong with one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TEXT, LONGTEXT, DATE, NUMBER, MONEY, CHOICE = KINDS = (
    "text",
    "longtext",
    "date",
    "number",
    "money",
    "choice",
)
KEEP, LEAVE_OUT = "keep", "leave_out"

BY_HAND = ""
"""The source of a field the portal asks and the book does not hold."""

CONTACT = "contact"
"""The author to be called, a column of ``authors``; the first author where nobody is named."""

RECOGNITION, UNIT, INITIATIVE, PROGRAMME = "recognition", "unit", "initiative", "programme"

OTHER_SOURCES: Mapping[str, tuple[str, ...]] = {
    RECOGNITION: (
        "receipt_no",
        "council_name",
        "council_date",
        "minutes_no",
        "decision_no",
        "decision_date",
        "decision_by",
        "decision_body",
        "decision_level",
        "certificate_no",
        "certificate_date",
    ),
    UNIT: ("name", "grassroots", "direct_superior", "province"),
    INITIATIVE: ("code", "revision"),
    PROGRAMME: ("name", "phase"),
}
"""What a field can be taken from beside the answers, as in ``recognition.decision_no``."""


@dataclass(frozen=True)
class PortalField:
    """A field of the portal's form.

    ``column`` is its heading in the Excel list, ``source`` what it is taken from: a question
    (``initiative_title``, ``authors.full_name``), a column of the contact author
    (``contact.phone``), one of OTHER_SOURCES, or "" for one to be filled in by hand. ``limit``
    counts as ``counted`` does. ``values`` names the list that says the portal's own labels.
    ``secret``: whether a trade secret goes up with this field.
    """

    code: str
    labels: Mapping[str, str]
    column: str
    source: str
    kind: str
    limit: int | None = None
    required: bool = False
    values: str = ""
    secret: str = LEAVE_OUT


@dataclass(frozen=True)
class AttachmentRules:
    """What the portal takes: bytes per file, endings without a dot, how many. None: no limit."""

    max_bytes: int | None = None
    kinds: tuple[str, ...] = ()
    most: int | None = None


@dataclass(frozen=True)
class PortalMapping:
    """The portal's form; ``values``: name of a list → our code → the portal's label."""

    name: str
    version: str
    fields: tuple[PortalField, ...]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    attachments: AttachmentRules = field(default_factory=AttachmentRules)

    def label_of(self, values: str, code: str) -> str | None:
        """Return the portal's label of one of our codes, None where the list has none."""
        return self.values.get(values, {}).get(code)


@dataclass(frozen=True)
class PortalNote:
    """Something to say: a code of ``resources/messages``, which of its sentences, and facts."""

    code: str
    part: str = "text"
    facts: Mapping[str, Any] = field(default_factory=dict)


def source_of(source: str) -> tuple[str, tuple[str, ...]]:
    """Return what kind of source a field has and the names in it.

    ``("", ())`` by hand, ``("answer", ("authors", "full_name"))``, ``("contact", ("phone",))``,
    ``("recognition", ("decision_no",))`` …
    """
    if source == BY_HAND:
        return "", ()
    first, _, rest = source.partition(".")
    if first == CONTACT or first in OTHER_SOURCES:
        return first, (rest,)
    return "answer", tuple(source.split("."))


def counted(text: str) -> int:
    """Return how long a text is for a limit: as the ``maxlength`` of a web page counts.

    That is UTF-16 units, a line break as one (HTML standard, "form control maxlength"). A
    Vietnamese letter with its marks is one in NFC, which is how everything is kept here; signs
    beyond the basic plane, such as faces, are two.
    """
    return len(text) + sum(character > "\uffff" for character in text)


def over_limit(text: str, limit: int | None) -> int:
    """Return by how much a text is too long, 0 when it is not."""
    return 0 if limit is None else max(0, counted(text) - limit)


def limit_place(text: str, limit: int) -> int:
    """Return after how many characters of a text the limit is reached."""
    length = 0
    for place, character in enumerate(text):
        length += 2 if character > "\uffff" else 1
        if length > limit:
            return place
    return len(text)


def attachment_problem(
    name: str, size: int, number: int, rules: AttachmentRules
) -> PortalNote | None:
    """Return what stands against an attachment, the ``number``-th of its report; None if nothing.

    ``name`` is its file name: the ending is what portals look at.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if rules.kinds and ending not in rules.kinds:
        return PortalNote("SSK-908", "kind", {"ending": ending, "kinds": ", ".join(rules.kinds)})
    if rules.max_bytes is not None and size > rules.max_bytes:
        return PortalNote("SSK-908", "size", {"size": size, "most": rules.max_bytes})
    if rules.most is not None and number > rules.most:
        return PortalNote("SSK-908", "most", {"most": rules.most})
    return None
