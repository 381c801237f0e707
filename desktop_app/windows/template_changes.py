"""What changes between two versions of a template, in sentences."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from desktop_app.forms.differences import ADDED, REMOVED, QuestionDifference
from desktop_app.forms.fitting import Aside
from desktop_app.forms.form import Form, Texts
from desktop_app.services.paper import document_title
from desktop_app.services.template_moves import Differences
from desktop_app.windows.answer_text import answer_text

_ADDED, _REMOVED, _CHANGED = "plus", "close", "info"
_LONGEST = 60


class TemplateChanges(QObject):
    """Says changes in the language of the window; each line with the icon it bears."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def lines(self, found: Differences) -> list[tuple[str, str]]:
        """Return (icon, sentence) for everything that changes."""
        lines = [line for question in found.questions for line in self._question(question)]
        for text, picture, names in (
            (self.tr("New document: {name}"), _ADDED, found.documents_added),
            (self.tr("Document no longer there: {name}"), _REMOVED, found.documents_removed),
            (self.tr("Document changed: {name}"), _CHANGED, found.documents_changed),
        ):
            lines += [(picture, text.format(name=document_title(name))) for name in names]
        if not lines:
            lines.append((_CHANGED, self.tr("Nothing changes in questions or documents.")))
        return lines

    def aside(self, kept: Aside, form: Form) -> str:
        """Return an answer that is put aside, as the form it was given to asks for it."""
        name = self._text(kept.labels) or kept.path[-1]
        if isinstance(kept.value, list) and not kept.kind:
            text = self.tr("{question}: {number} lines")
            return text.format(question=name, number=len(kept.value))
        if kept.rows:
            line = next((v for v in kept.rows[-1].values() if isinstance(v, str)), "")
            name = f"{name} ({line})" if line else name
        try:
            said = answer_text(form.question(kept.path), kept.value, self._language)
        except (KeyError, ValueError):
            said = str(kept.value)
        return f"{name}: {said if len(said) <= _LONGEST else said[: _LONGEST - 1] + '…'}"

    def _question(self, found: QuestionDifference) -> Iterator[tuple[str, str]]:
        name = self._text(found.labels) or self._text(found.old_labels) or found.path[-1]
        if found.what == ADDED:
            yield _ADDED, self.tr("New question: {name}").format(name=name)
            return
        if found.what == REMOVED:
            yield _REMOVED, self.tr("Question no longer asked: {name}").format(name=name)
            return
        for change in found.changes:
            yield _CHANGED, self._change(found, change, name)

    def _change(self, found: QuestionDifference, change: str, name: str) -> str:
        if change == "label":
            old = self._text(found.old_labels) or found.path[-1]
            return self.tr("“{old}” is now “{name}”").format(old=old, name=name)
        if change == "choices":
            return self._choices(found, name)
        text = {
            "hint": self.tr("{name}: other guidance"),
            "type": self.tr("{name}: answered in another way"),
            "required": self.tr("{name}: must be answered now"),
            "optional": self.tr("{name}: may be left empty now"),
            "rule": self.tr("{name}: asked, checked or calculated in another way"),
        }[change]
        return text.format(name=name)

    def _choices(self, found: QuestionDifference, name: str) -> str:
        said = [name]
        if found.new_choices:
            new = ", ".join(self._text(labels) for labels in found.new_choices)
            said.append(self.tr("new choices: {choices}").format(choices=new))
        if found.gone_choices:
            gone = ", ".join(self._text(labels) for labels in found.gone_choices)
            said.append(self.tr("choices no longer there: {choices}").format(choices=gone))
        return f"{said[0]}: {'; '.join(said[1:])}"

    def _text(self, texts: Texts) -> str:
        return texts.get(self._language) or next(iter(texts.values()), "")
