"""One demo for all the tests; a browser per test."""

import pytest

from chrome import Chrome
from demo import Demo


@pytest.fixture(scope="session")
def demo():
    with Demo() as running:
        yield running


@pytest.fixture
def browser(demo):
    with Chrome(demo) as chrome:
        yield chrome


def pytest_terminal_summary(terminalreporter):
    """One line that scripts can read, passed and failed always both there."""
    count = {kind: len(terminalreporter.stats.get(kind, [])) for kind in ("passed", "failed", "error")}
    terminalreporter.write_line(f"{count['passed']} passed, {count['failed'] + count['error']} failed")
