"""What a council decided and whether that holds: thresholds, members, what entries say together.

The law is domain data (``resources/recognition``); here are only the sums. Contents of entries
also arrive in bundles, so nothing of them is trusted to be of its kind.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.domain.dates import first_day
from desktop_app.domain.findings import Finding, Weight
from desktop_app.domain.text import tidy
from desktop_app.domain.tracks import Recognition

MEMBERS, PRESENT = "members", "present"


@dataclass(frozen=True)
class Threshold:
    """How many votes a council asks for: ``votes`` of ``of`` members, or of those present.

    ``source`` is the rule it comes from. The comparison is of whole numbers, never of rounded
    ones: 3 of 5 are not two thirds, 4 of 6 are.
    """

    code: str
    names: Mapping[str, str]
    votes: int
    of: int
    base: str
    source: str
    valid_from: str = "0001-01-01"
    valid_to: str | None = None

    def passes(self, votes_for: int, total: int) -> bool:
        """Return whether so many votes out of so many are enough; of nobody they never are."""
        return total > 0 and votes_for * self.of >= self.votes * total

    def least(self, total: int) -> int:
        """Return the least number of votes that is enough out of so many."""
        return -(-self.votes * total // self.of)

    def holds_on(self, day: date) -> bool:
        """Return whether the rule is in force on a day."""
        return self.valid_from <= day.isoformat() <= (self.valid_to or "9999-12-31")


@dataclass(frozen=True)
class Member:
    """Somebody on a council; ``union``: speaks for the union the authors are members of."""

    name: str
    role: str
    union: bool = False

    @property
    def speaks_for_union(self) -> bool:
        """Whether this member is the union's representative, by role or beside another one."""
        return self.union or self.role == "union"


@dataclass(frozen=True)
class Council:
    """A council as it stands: for one session after the other.

    ``body`` is the establishment it belongs to; ``state_funded``: it lives on the State's money.
    """

    id: str
    name: str
    body: str
    threshold: str
    state_funded: bool
    members: tuple[Member, ...]
    closed: bool = False


# What entries say together

_OF_A_DECISION = (
    "decision_no",
    "decision_date",
    "decision_by",
    "decision_body",
    "decision_level",
    "certificate_no",
    "certificate_date",
    "reason",
)


def said_together(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    """Return what entries (state, content) say together; a later one goes before an earlier.

    Filed anew after a refusal begins anew; a decision that was taken back is none any more.
    """
    said: dict[str, Any] = {}
    last = ""
    for state, content in entries:
        begins = state == Recognition.FILED and last in (Recognition.REFUSED, "")
        if begins or state == Recognition.NOT_FILED:
            said = {}
        elif state == Recognition.FILED and last == Recognition.RECOGNISED:
            said = {name: value for name, value in said.items() if name not in _OF_A_DECISION}
        said |= content
        said["state"] = last = str(state)
    return said


def whole(value: Any) -> int | None:
    """Return a number of people or votes, None for what is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        value = int(value)
    return value if isinstance(value, int) and 0 <= value < 10**9 else None


def day_of(value: Any) -> str:
    """Return a date as ISO text, "" for what is none."""
    try:
        first_day(str(value))
    except ValueError:
        return ""
    return str(value)


def day_entered(said: Mapping[str, Any], today: date) -> date:
    """Return the day a state was entered by what was recorded, today where it does not say.

    A decision has its own day; who waits at the council does so since the application came in.
    """
    decided = said.get("state") in (Recognition.RECOGNISED, Recognition.REFUSED)
    named = day_of(said.get("decision_date" if decided else "filed_date"))
    return min(first_day(named), today) if named else today


def threshold_in(said: Mapping[str, Any], usual: Threshold) -> Threshold:
    """Return the threshold an entry was judged by; where it names none, the usual one."""
    kept = said.get("threshold")
    if not isinstance(kept, Mapping):
        return usual
    votes, of = whole(kept.get("votes")), whole(kept.get("of"))
    if not votes or not of or votes > of:
        return usual
    name = str(kept.get("name", ""))[:200]
    base = PRESENT if kept.get("base") == PRESENT else MEMBERS
    source = str(kept.get("source", ""))[:200]
    return Threshold("", {"vi": name, "en": name}, votes, of, base, source)


def vote_of(said: Mapping[str, Any], threshold: Threshold) -> tuple[int, int] | None:
    """Return votes in favour and of how many they are counted; None while nobody voted.

    A rule that counts members counts all of them, also who stayed away.
    """
    votes, total = whole(said.get("votes_for")), whole(said.get("votes_total"))
    if votes is None or not total:
        return None
    members = whole(said.get("members_total"))
    if threshold.base == MEMBERS and members and members > total:
        total = members
    return votes, total


def members_in(said: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """Return the members an entry names: name, role as printed, its code, union, present."""
    kept = said.get("members")
    if not isinstance(kept, list | tuple):
        return ()
    return tuple(
        {
            "name": str(row.get("name", ""))[:250],
            "role": str(row.get("role", ""))[:250],
            "code": str(row.get("code", ""))[:20],
            "union": row.get("union") is True,
            "present": row.get("present") is True,
        }
        for row in kept[:100]
        if isinstance(row, Mapping)
    )


# What to warn of


def vote_findings(said: Mapping[str, Any], usual: Threshold) -> tuple[Finding, ...]:
    """Return advice on votes below the threshold and on who sat on the council."""
    found: list[Finding] = []
    threshold = threshold_in(said, usual)
    vote = vote_of(said, threshold)
    if vote and not threshold.passes(*vote):
        found.append(
            Finding(
                "SSK-741",
                Weight.ADVICE,
                facts={
                    "votes": vote[0],
                    "total": vote[1],
                    "least": threshold.least(vote[1]),
                    "source": threshold.source,
                },
            )
        )
    members = members_in(said)
    union = said.get("union_present") != "no"
    if members:
        union = any(row["union"] and row["present"] for row in members)
    if not union:
        found.append(Finding("SSK-743", Weight.ADVICE))
    present, total = whole(said.get("present")), whole(said.get("votes_total"))
    if present is not None and total and total != present:
        found.append(Finding("SSK-746", Weight.ADVICE, facts={"total": total, "present": present}))
    return tuple(found)


def seat_findings(
    members: Sequence[Member],
    authors: Iterable[str],
    *,
    head: str = "",
    state_funded: bool = False,
) -> tuple[Finding, ...]:
    """Return advice on a council for one initiative: its authors, its head, its make-up.

    Điều 8 Thông tư 18/2013/TT-BKHCN names who sits on it; Điều 7 khoản 2 Điều lệ: where the head
    of a State-funded establishment is an author, the level above has to agree.
    """
    found: list[Finding] = []
    named = {_name(author): author for author in authors if author.strip()}
    own = [member.name for member in members if _name(member.name) in named]
    if own:
        found.append(Finding("SSK-744", Weight.ADVICE, facts={"names": ", ".join(own)}))
    if state_funded and head.strip() and _name(head) in named:
        found.append(Finding("SSK-745", Weight.ADVICE, facts={"name": head}))
    if members and not any(member.speaks_for_union for member in members):
        found.append(Finding("SSK-743", Weight.ADVICE))
    roles = {member.role for member in members}
    if members and not {"chair", "secretary"} <= roles:
        found.append(Finding("SSK-747", Weight.ADVICE))
    return tuple(found)


def _name(text: str) -> str:
    """Hà is not Hạ: marks count, capitals and spaces do not."""
    return tidy(text).casefold()
