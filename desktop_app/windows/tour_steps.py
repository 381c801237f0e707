"""What the tour shows, for each role."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from desktop_app.windows.home_page import HomePage
from desktop_app.windows.tour import TourStep

if TYPE_CHECKING:
    from desktop_app.windows.main_window import MainWindow
    from desktop_app.windows.page import Page


def tour_steps(
    window: "MainWindow", rail: Mapping[str, QPushButton], home: "Page"
) -> tuple[TourStep, ...]:
    """Return the three steps of the role whose book the window shows."""
    assert isinstance(home, HomePage)
    help_step = TourStep(
        lambda: window.help_button,
        QCoreApplication.translate("TourSteps", "F1 helps everywhere"),
        QCoreApplication.translate(
            "TourSteps",
            "Press F1 on any screen: the guide opens at the page about it. Everything typed is "
            "saved by itself; no network is needed.",
        ),
    )
    if "queue" in rail:
        return (
            TourStep(
                lambda: home.primary_button,
                QCoreApplication.translate("TourSteps", "Write an initiative"),
                QCoreApplication.translate(
                    "TourSteps",
                    "Begin here, or with Ctrl+N. Each question shows what to write, with an "
                    "example; the list beside it says what is still missing.",
                ),
            ),
            TourStep(
                lambda: rail["queue"],
                QCoreApplication.translate("TourSteps", "Hand it over"),
                QCoreApplication.translate(
                    "TourSteps",
                    "What is complete waits here. Write it on a stick as one sealed bundle, carry "
                    "it to the officer; the answer comes back here too.",
                ),
            ),
            help_step,
        )
    return (
        TourStep(
            lambda: rail["units"],
            QCoreApplication.translate("TourSteps", "Units first"),
            QCoreApplication.translate(
                "TourSteps",
                "Enter the units or take them from Excel, then give each its setup card. With the "
                "card a team can seal its bundles for this desk.",
            ),
        ),
        TourStep(
            lambda: rail["inbox"],
            QCoreApplication.translate("TourSteps", "Take in bundles"),
            QCoreApplication.translate(
                "TourSteps",
                "Drop files or a whole stick here. Then decide under Review, and write the answers "
                "for all units with one button.",
            ),
        ),
        help_step,
    )
