import pathlib

import pytest
from instance import BINARY, Server, copy_of


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """The invented world, written once by the demo and closed in order."""
    assert BINARY.exists(), "build first: outils/construire --tests"
    data = tmp_path_factory.mktemp("monde") / "donnees"
    with Server(data) as server:
        assert server.stop() == 0
    return data


@pytest.fixture
def data(world, tmp_path):
    """One's own copy of the world."""
    return copy_of(world, tmp_path)


@pytest.fixture
def server(data):
    with Server(data) as running:
        yield running


def everything(folder):
    """Every file under a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(pathlib.Path(folder).rglob("*")) if p.is_file()}


def pytest_terminal_summary(terminalreporter):
    """One line that scripts can read, passed and failed always both there."""
    count = {kind: len(terminalreporter.stats.get(kind, [])) for kind in ("passed", "failed", "error")}
    terminalreporter.write_line(f"{count['passed']} passed, {count['failed'] + count['error']} failed")
