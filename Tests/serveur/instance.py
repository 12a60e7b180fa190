"""A real Cordée in its own process, and a client with nothing but sockets. Standard library only."""

import ctypes
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "debug" / "cordee"
PASSWORD = "quatre cailloux sous la lune"
EMAIL = "ines.marchand@valsauge.example"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**more):
    """The environment of a command: nothing of ours but what is asked."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CORDEE_")}
    return kept | {"TMPDIR": os.environ.get("TMPDIR", "/tmp")} | more


def run(*arguments, data=None, settings=None, text=None, timeout=120):
    """Runs one command of the program to its end."""
    command = [str(BINARY), *arguments] + (["--data", str(data)] if data else [])
    return subprocess.run(
        command, cwd=ROOT, env=environment(**(settings or {})), input=text, capture_output=True, text=True, timeout=timeout
    )


def die_with_parent():
    """Asks the kernel to end the server should the tests be killed themselves (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Server:
    """`cordee demo` (or `serve`) on its own port. `before`: a command that runs it, for a place of its own."""

    def __init__(self, data, *more, command="demo", settings=None, before=()):
        self.data = pathlib.Path(data)
        self.port = free_port()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*before, str(BINARY), command, "--data", str(data), "--port", str(self.port), *more], cwd=ROOT,
            env=environment(**(settings or {})), stdout=self.log, stderr=subprocess.STDOUT, preexec_fn=die_with_parent,
        )
        try:
            self.wait_until_ready()
        except BaseException:
            self.kill()
            raise

    @property
    def output(self):
        self.log.seek(0)
        return self.log.read().decode()

    def wait_until_ready(self, seconds=120):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended: {self.output}")
            # The addresses are printed when the port is open.
            if f":{self.port}" in self.output:
                try:
                    socket.create_connection(("127.0.0.1", self.port), 1).close()
                    return
                except OSError:
                    pass
            time.sleep(0.05)
        raise AssertionError(f"the server does not answer: {self.output}")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self, seconds=20):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.log.close()


class Client:
    """Somebody at a browser without scripts."""

    def __init__(self, port):
        self.port = port
        self.cookies = {}

    def request(self, method, path, body=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(body)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.headers, text

    def get(self, path, **more):
        return self.request("GET", path, **more)

    def form(self, path):
        """The hidden fields of the page's first form that carries a key, or of its first form."""
        text = self.get(path)[2]
        forms = re.findall(r"<form.*?</form>", text, re.S)
        chosen = next((form for form in forms if 'name="cle"' in form), forms[0])
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', chosen))

    def sign_in(self, email=EMAIL, password=PASSWORD):
        fields = self.form("/connexion") | {"email": email, "mot_de_passe": password}
        status, headers, text = self.request("POST", "/connexion", fields)
        assert status == 303, text[:500]
        return self

    def open_by_link(self, output, name="Inès"):
        """Enters by the demo's one-click link: no password is hashed."""
        link = re.search(rf"{name}.*?: http://[^/]+(/demo/\S+)", output).group(1)
        assert self.get(link)[0] == 303
        return self


def copy_of(world, folder):
    """The data folder and the keys of the demo, copied."""
    data = pathlib.Path(folder) / "donnees"
    shutil.copytree(world, data)
    shutil.copytree(f"{world}.cles", f"{data}.cles")
    return data
