"""Starts the demo on a data folder of its own and a free loopback port; stops it whatever happens."""

import ctypes
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/cordee"
# Cast.password in Sources/World: every account of the demo is invented.
PASSWORD = "quatre cailloux sous la lune"
EMAIL = {"Lucie": "lucie.perrin@valsauge.example", "Inès": "ines.marchand@valsauge.example"}
NEVER_IN_ADDRESS_OR_TITLE = (
    "Diallo", "Fatou", "Nguyễn", "Petit", "Odette", "Roche", "Lefèvre", "Aïcha", "Maya", "Connor", "chien roux",
    "Confidentiel", "Bakary", "Youssouf", "Marguerite",
)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def die_with_parent():
    """Asks the kernel to end the server should the tests be killed themselves (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Demo:
    """A running `cordee demo`: `links` opens a session per first name, `restart` keeps the data."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cordee-navigateur-"))
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.process = None
        self.links = {}
        self.killed = False

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        fell = self.process is not None and not self.killed and self.process.poll() is not None
        said = (self.folder / "journal.txt").read_text() if fell else ""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        if fell:
            raise RuntimeError(f"The server fell by itself ({self.process.returncode}):\n{said}")

    @property
    def data(self):
        return self.folder / "data"

    def start(self):
        if not PROGRAM.exists():
            raise SystemExit(f"{PROGRAM} manque : construisez d'abord (outils/construire).")
        self.killed = False
        journal = self.folder / "journal.txt"
        with journal.open("w") as output:
            self.process = subprocess.Popen(
                [PROGRAM, "demo", "--port", str(self.port), "--data", self.data], cwd=ROOT, stdout=output,
                stderr=subprocess.STDOUT, preexec_fn=die_with_parent,
                env={name: value for name, value in os.environ.items() if not name.startswith("CORDEE_")})
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"The demo ended at once:\n{journal.read_text()}")
            said = journal.read_text()
            self.links = dict(re.findall(r"^  (\w+), .* : \S+(/demo/\S+)$", said, re.M))
            if "Ctrl-C" in said and self.answers():
                return
            time.sleep(0.2)
        raise RuntimeError(f"The demo did not start in two minutes:\n{journal.read_text()}")

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.address}/sante", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def kill(self):
        """As a power cut: no orderly end."""
        self.killed = True
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.kill()
