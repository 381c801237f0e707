"""The team's page: its own line, the same figures as on the office's board."""

from datetime import date

import pytest

from desktop_app.services import handover, inbox, receipts, review, targets
from desktop_app.services.progress import progress
from desktop_app.windows.own_targets_page import OwnTargetsPage
from desktop_app.windows.theme import apply_theme
from tests.samples import ready


def test_without_a_target_the_way_to_one_is_shown(show, team, qtbot):
    page = show(OwnTargetsPage, team)
    assert page.card_button.isVisible()
    wanted = []
    page.go.connect(lambda name, _arguments: wanted.append(name))
    page.card_button.click()
    assert wanted == ["queue"]


@pytest.fixture
def told_target(office, team, files):
    """A report that was accepted; with its answer came the target."""
    targets.add_phase(
        office,
        code="G1",
        name="Giai đoạn 1",
        programme="CT",
        date_from=date(2026, 11, 1),
        date_to=date(2026, 12, 31),
    )
    targets.add_programme(office, code="CT", name="Chương trình", counting="accepted")
    targets.set_rule(office, "G1", count=4)
    reports = [ready(team, 1), ready(team, 2)]
    sent = handover.export_bundle(team, files)
    inbox.take_in(office, [sent.path])
    review.decide(office, reports[0], "accepted", "")
    (answer,) = receipts.export_receipts(office, files)
    assert inbox.take_in(team, [answer.path]).all_well
    return reports


def test_the_figures_are_the_offices(show, office, team, told_target, settled):
    page = show(OwnTargetsPage, team)
    theirs = next(line for line in progress(office) if line.code == "MSC")
    for name in ("target", "reached", "shortfall", "accepted", "received", "new"):
        assert getattr(page.line, name) == getattr(theirs, name), name
    (bar,) = page.bar.bars
    assert (bar.reached, bar.target) == (1, 4)
    assert bar.text in page.bar.accessibleDescription()
    assert office.own.name in page.whose.text()
    assert "20/11/2026" in page.whose.text()
    assert "16/11: 1" in page.weeks.accessibleDescription()
    page.period.choose({"phase": "G1"})
    settled()
    assert page.line.target == 4
    page.period.earlier.setChecked(True)
    settled()
    assert (page.line.as_of, page.line.reached) == (date(2026, 11, 19), 0)
    assert not page.weeks.accessibleDescription().startswith("31/08")


def test_large_letters_wrap(show, team, told_target, qapp, qtbot):
    apply_theme(qapp, "light", 200)
    page = show(OwnTargetsPage, team, 1140, 640)
    labels = (*page._counts.values(), page.gap, page.whose)

    def whole():
        for label in labels:
            assert label.height() >= label.heightForWidth(label.width()), label.text()

    qtbot.waitUntil(whole)
