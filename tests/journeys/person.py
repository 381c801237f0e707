"""Somebody at a window of the program, with real keys and a real mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.editor.choice_editors import ListedChoiceEditor, SearchedChoiceEditor
from desktop_app.windows.editor.fields import GroupField, QuestionField, RepeatField, all_fields
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.workspace import Workspace
from tests.keys import to_front, type_text


def top_fields(fields):
    """Give questions and repeats, those inside groups too, not those inside repeats."""
    for made in fields:
        if isinstance(made, GroupField):
            yield from top_fields(made.fields)
        else:
            yield made


class Person:
    """Somebody at the window; counts what is not an answer to a question."""

    def __init__(self, qtbot, qapp, folder, clock):
        self.qtbot, self.operations = qtbot, 0
        self.workspace = Workspace(folder, clock=clock)
        self.tasks = BackgroundTasks()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.told = []
        self.context = WindowContext(self.workspace, self.tasks, "vi", self.told.append)
        self.window.resize(1366, 768)
        self.window.begin(self.context)
        self.window.show()
        self.front()

    def front(self):
        """Bring this person's window to the front: keys go to it from now on."""
        to_front(self.qtbot, self.window)

    def close(self):
        self.window.close()
        self.tasks.close()
        self.workspace.close()

    def click(self, button, *, counted=True):
        self.operations += counted
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier, widget=None):
        self.operations += 1
        self.qtbot.keyClick(widget or QApplication.focusWidget() or self.window, key, modifier)

    def page(self, name):
        return self.window.page(name)

    def idle(self, timeout=20_000):
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=timeout)

    def dialog(self, kind):
        """Return the dialog of a kind that stands over this person's window."""
        (found,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found

    # The editor

    def fill(self, given):
        """Answer every question as a person would: the whole form, field by field."""
        editor = self.page("editor")
        view = editor.frame.view
        self.qtbot.waitUntil(lambda: len(view._built) == editor.frame.sections.count())
        for number in range(editor.frame.sections.count()):
            for made in list(top_fields(view._built[number])):
                self._answer(editor, made, given)
        editor._look_again()

    def _answer(self, editor, made, given):
        if made.path[0] not in given:
            return
        if isinstance(made, RepeatField):
            for number, row in enumerate(given[made.path[0]]):
                self.click(made.add_button, counted=False)
                for inner in list(all_fields(made.fields)):
                    if inner.path[1] == number:
                        self._type(inner, row.get(inner.path[2]))
            return
        editor._look_again()
        self._type(made, given[made.path[0]])

    def _type(self, made, value):
        if value is None or not isinstance(made, QuestionField) or made.question.calculation:
            return
        kind, main = str(made.question.kind), made.editor.main_widget()
        if kind in ("text", "integer", "decimal", "date"):
            shown = value
            if kind == "date":
                shown = "/".join(reversed(value.split("-")))
            elif kind != "text":
                shown = str(value).replace(".", ",")
            main.setFocus()
            if hasattr(main, "selectAll"):
                main.selectAll()
            type_text(main, str(shown))
            self.qtbot.keyClick(main, Qt.Key.Key_Tab)
        elif isinstance(made.editor, ListedChoiceEditor):
            box = made.editor.box
            box.setCurrentIndex(box.findData(value))
            box.activated.emit(box.currentIndex())
        elif isinstance(made.editor, SearchedChoiceEditor):
            made.editor._take(value)
        else:
            button = made.editor.buttons[value]
            if not button.isChecked():
                self.click(button, counted=False)
