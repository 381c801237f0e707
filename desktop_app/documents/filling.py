"""Word templates filled and checked, in a child process that lives long and may do little."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from desktop_app.documents.child import WORK_SECONDS, LimitedChild
from desktop_app.documents.context import Picture


@dataclass(frozen=True)
class PlaceholderProblem:
    """A placeholder that is unknown or broken, and where it stands.

    ``heading`` is the heading above it, ``paragraph`` its number in the document counted from 1
    (0: not found), ``code`` an SSK code with its sentence, ``reason`` the same in a few words.
    """

    document: str
    heading: str
    paragraph: int
    placeholder: str
    reason: str
    code: str = "SSK-324"


class DocumentFiller:
    """Fills and checks Word templates in its child process; usable from several threads."""

    def __init__(self, seconds: float = WORK_SECONDS) -> None:
        self.child = LimitedChild(seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fill(self, template: bytes, context: Mapping[str, Any]) -> bytes:
        """Return the filled document; the same template and context give the same bytes.

        Raises BadFile SSK-321 for a template that cannot be filled, SSK-322 for one that takes
        too long or too much; Failed SSK-323 when the child cannot be started.
        """
        pictures: list[bytes] = []
        plain = _without_pictures(context, pictures)
        _head, content = self.child.ask("fill", {"context": plain}, (template, *pictures))
        return content

    def check(
        self, template: bytes, context: Mapping[str, Any], document: str = ""
    ) -> tuple[PlaceholderProblem, ...]:
        """Return the placeholders that are unknown or broken, filling with a sample context.

        Raises BadFile SSK-321 for what is no Word document, SSK-322 as ``fill`` does.
        """
        plain = _without_pictures(context, [])
        head, _content = self.child.ask("check", {"context": plain}, (template,))
        return tuple(PlaceholderProblem(document, **problem) for problem in head["problems"])

    def close(self) -> None:
        """Let the child go."""
        self.child.close()


def _without_pictures(value: Any, pictures: list[bytes]) -> Any:
    """Return a context as JSON values; pictures are numbered and sent after it."""
    if isinstance(value, Picture):
        pictures.append(value.content)
        return {"picture number": len(pictures) - 1, "media_type": value.media_type}
    if isinstance(value, Mapping):
        return {str(name): _without_pictures(inner, pictures) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_pictures(inner, pictures) for inner in value]
    return value
