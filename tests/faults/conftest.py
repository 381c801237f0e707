"""Says at the end of a run what the fault tests tried and found."""

from tests.faults import findings


def pytest_terminal_summary(terminalreporter):
    lines = findings.lines()
    if lines:
        terminalreporter.section("faults tried and found")
        for line in lines:
            terminalreporter.line(line)
