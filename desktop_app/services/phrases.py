"""The officer's reusable phrases: kept in the order the officer gave them."""

from desktop_app.domain.lengths import LONGEST_TEXT, check_length
from desktop_app.domain.text import nfc
from desktop_app.workspace import Workspace

_SETTING = "phrases"
_FIRST = (
    "Thiếu cách tính số tiền làm lợi.",
    "Chưa có số liệu trước và sau khi áp dụng.",
    "Chưa nêu rõ điểm mới so với cách làm cũ.",
    "Thiếu xác nhận của đơn vị áp dụng.",
)


def phrases(workspace: Workspace) -> tuple[str, ...]:
    """Return the phrases in their order."""
    return tuple(workspace.setting(_SETTING, list(_FIRST)))


def remember_phrase(workspace: Workspace, text: str) -> None:
    """Keep a phrase for later; the same one is moved to the front. SSK-526 for one too long."""
    text = check_length(nfc(text).strip(), LONGEST_TEXT, "phrase")
    if text:
        _keep(workspace, [text, *(phrase for phrase in phrases(workspace) if phrase != text)])


def change_phrase(workspace: Workspace, number: int, text: str) -> None:
    """Write a phrase anew, by its place; an empty one goes. SSK-526 for one too long."""
    text = check_length(nfc(text).strip(), LONGEST_TEXT, "phrase")
    known = list(phrases(workspace))
    if 0 <= number < len(known):
        others = [phrase for place, phrase in enumerate(known) if place != number]
        if text and text not in others:
            others.insert(number, text)
        _keep(workspace, others)


def remove_phrase(workspace: Workspace, number: int) -> None:
    """Forget a phrase by its place."""
    change_phrase(workspace, number, "")


def move_phrase(workspace: Workspace, number: int, by: int) -> int:
    """Move a phrase up or down; return where it stands now."""
    known = list(phrases(workspace))
    target = number + by
    if not (0 <= number < len(known) and 0 <= target < len(known)):
        return number
    known.insert(target, known.pop(number))
    _keep(workspace, known)
    return target


def _keep(workspace: Workspace, texts: list[str]) -> None:
    workspace.set_setting(_SETTING, texts)
