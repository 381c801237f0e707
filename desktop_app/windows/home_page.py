"""Trang chính: what needs doing now, and where the unit stands."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.icons import icon
from desktop_app.windows.link_button import LinkButton
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.theme import em, scaled_font, state_colour, tokens
from desktop_app.windows.words import day, word


class HomePage(Page):
    """The first page of both roles."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.help_subject = "home" if self.workspace.own.role == "team" else "office-home"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)
        self._title = QLabel(self.tr("Home"))
        as_title(self._title)
        self._column.addWidget(self._title)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Home"))
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot())

    def opened(self, **_arguments: Any) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read again what needs doing and where the unit stands, beside the window."""
        from desktop_app.services import home

        self.context.tasks.start(
            self, lambda _step: home.summary(self.workspace), on_success=self._show
        )

    def _show(self, summary: Any) -> None:
        body = QWidget()
        body.setMaximumWidth(em(62))
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._todo_card(summary.todos))
        column.addWidget(self._progress_card(summary))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _todo_card(self, todos: Any) -> QFrame:
        card, column = _card(self.tr("To do now"))
        for todo in todos[:8]:
            button = LinkButton(f"{self._todo_text(todo)}  ›")
            colour = tokens().amber if todo.weight == "needs_you" else tokens().blue
            button.setIcon(icon("alert" if todo.weight == "needs_you" else "info", colour))
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(
                lambda _checked=False, t=todo: self.go.emit(t.page, dict(t.arguments))
            )
            column.addWidget(button)
        if not todos:
            column.addWidget(QLabel(self.tr("Nothing is waiting. Well done.")))
        return card

    def _todo_text(self, todo: Any) -> str:
        facts = dict(todo.facts)
        if todo.kind == "limit":
            facts |= {"what": facts["names"][self.context.language], "day": day(facts["due"])}
        sentences = {
            "returned": lambda: self.tr("Returned to be completed: {title}"),
            "answer_overdue": lambda: self.tr(
                "Bundle {sequence} was handed over {days} days ago, no receipt yet"
            ),
            "answer_awaited": lambda: self.tr(
                "Bundle {sequence} was handed over, no receipt yet: {days} days"
            ),
            "unplaced": lambda: self.tr("{number} senders are not in the list of units"),
            "keys": lambda: self.tr("{number} new computers of units are to be confirmed"),
            "conflicts": lambda: self.tr("{number} reports came in two versions"),
            "quarantine": lambda: self.tr("{number} files are set aside"),
            "numbers": lambda: self.tr("{number} bundles have not come in, or stand twice"),
            "not_handed_over": lambda: self.tr(
                "Bundle {sequence} is written; say when it was handed over"
            ),
            "ready_to_export": lambda: self.tr("{number} initiatives wait to be handed in"),
            "drafts": lambda: self.tr("{number} initiatives are being written"),
            "no_units": lambda: self.tr("Add the units, or take their list from Excel"),
            "no_card": lambda: self.tr("Take in the setup card from the officer"),
            "limit": lambda: self.tr("{what} by {day} ({source}): {title}"),
            "retention": lambda: self.tr(
                "{number} dossiers: the time to keep people’s data is over"
            ),
            "erasing": lambda: self.tr("Erasing a person was interrupted: finish it"),
            "to_review": lambda: self.tr("{number} initiatives wait for a verdict"),
            "to_answer": lambda: self.tr("{number} answers wait to be carried to {units} units"),
            "to_portal": lambda: self.tr("{number} accepted initiatives wait to go to the portal"),
        }
        return sentences[todo.kind]().format(**facts)

    def _progress_card(self, summary: Any) -> QFrame:
        card, column = _card(self.tr("Where the unit stands"))
        line = summary.progress
        if line is not None and line.target:
            text = self.tr("{reached} of {target} initiatives").format(
                reached=line.reached, target=line.target
            )
            if line.shortfall:
                text += self.tr(" · still missing {number}").format(number=line.shortfall)
            column.addWidget(QLabel(text))
            bar = QProgressBar()
            bar.setAccessibleName(self.tr("Progress to the target"))
            bar.setRange(0, line.target)
            bar.setValue(min(line.reached, line.target))
            bar.setTextVisible(False)
            bar.setFixedHeight(em(0.8))
            column.addWidget(bar)
        tracks = (
            (self.tr("Writing"), "writing", ("draft", "ready")),
            (
                self.tr("Submission"),
                "submission",
                ("queued", "handed_over", "received", "accepted", "returned", "uploaded"),
            ),
            (self.tr("Recognition"), "recognition", ("recognised",)),
            (self.tr("Portal"), "portal", ("reviewing", "valid", "invalid")),
        )
        for name, track, states in tracks:
            row = QHBoxLayout()
            label = QLabel(name)
            label.setFont(scaled_font(bold=True))
            label.setMinimumWidth(em(7))
            row.addWidget(label)
            shown = [(s, summary.counts[track].get(s, 0)) for s in states]
            text = " · ".join(
                f"<span style='color:{state_colour(s)}'>{word(s)} <b>{n}</b></span>"
                for s, n in shown
                if n
            )
            counts = QLabel(text or "–")
            counts.setTextFormat(Qt.TextFormat.RichText)
            counts.setWordWrap(True)
            row.addWidget(counts, 1)
            column.addLayout(row)
        return card

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        team = self.workspace.own.role == "team"
        text = self.tr("Write a new initiative") if team else self.tr("Take in bundles")
        button = self.primary_button = QPushButton(text)
        button.setProperty("primary", True)
        target, arguments = ("initiatives", {"new": True}) if team else ("inbox", {})
        button.clicked.connect(lambda: self.go.emit(target, arguments))
        foot.addWidget(button)
        return foot


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", True)
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(8)
    heading = QLabel(title)
    heading.setFont(scaled_font(1.1, bold=True))
    column.addWidget(heading)
    return card, column
