"""The server under measure: its start, its memory, its processor time, what it answers."""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Server:
    """A demo on an existing folder, up to its first answer 200."""

    def __init__(self, binary, data, port):
        self.base = f"http://localhost:{port}"
        self.log = tempfile.TemporaryFile("w+")
        started = time.monotonic()
        self.process = subprocess.Popen(
            [binary, "demo", "--data", data, "--port", str(port)], cwd=ROOT, stdout=self.log,
            stderr=subprocess.STDOUT)
        while not self._answers():
            if self.process.poll() is not None:
                sys.exit(self._said())
            time.sleep(0.005)
        self.started_in = time.monotonic() - started
        self.start_cost = self.processor_seconds()
        while "Ctrl-C" not in self._said():
            time.sleep(0.05)
        self.links = dict(re.findall(r"^  (\w+).*: (http\S+)$", self._said(), re.M))

    def _answers(self):
        try:
            return urllib.request.urlopen(self.base + "/sante", timeout=10).status == 200
        except OSError:
            return False

    def _said(self):
        self.log.seek(0)
        return self.log.read()

    def sign_in(self, who):
        """The cookies of a session opened by a one-click link of the demo."""
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None
        try:
            urllib.request.build_opener(Stay).open(self.links[who])
        except urllib.error.HTTPError as answer:
            cookies = [value.split(";")[0] for name, value in answer.headers.items() if name.lower() == "set-cookie"]
            return "; ".join(cookies)
        sys.exit("bench: the sign-in link did not sign in")

    def page(self, path, cookie, body=None):
        data = body.replace("@", "essai").encode() if body else None
        request = urllib.request.Request(self.base + path, data=data, headers={"Cookie": cookie})
        return urllib.request.urlopen(request).read().decode()

    def find(self, pattern, path, cookie):
        """Every match in a page, each once, in order."""
        found = list(dict.fromkeys(re.findall(pattern, self.page(path, cookie))))
        if not found:
            sys.exit(f"bench: nothing on {path} looks like {pattern}")
        return found

    def weight(self, path, cookie, body=None):
        """Kilobytes of HTML of a page."""
        return len(self.page(path, cookie, body).encode()) / 1000

    def memory(self):
        """MiB of the process: PSS and RSS."""
        with open(f"/proc/{self.process.pid}/smaps_rollup") as file:
            sizes = dict(re.findall(r"^(\w+): +(\d+) kB", file.read(), re.M))
        return {"pss": int(sizes["Pss"]) / 1024, "rss": int(sizes["Rss"]) / 1024}

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait_until_idle(self):
        """Until what the start leaves to the background (names, the look at the whole base) is done."""
        last = -1.0
        while self.processor_seconds() - last > 0.02:
            last = self.processor_seconds()
            time.sleep(2)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def measure(server, name, paths, bodies, cookie, connections, seconds):
    environment = dict(
        os.environ, BENCH_COOKIE=cookie, BENCH_PATHS="\n".join(paths), BENCH_BODIES="\n".join(bodies),
        BENCH_RUN=f"{time.time():.3f}")
    before = server.processor_seconds()
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s",
         os.path.join(ROOT, "bench/latency.lua"), server.base],
        env=environment, capture_output=True, text=True, check=True).stdout
    spent = server.processor_seconds() - before
    p50, p95, p99, count, duration, errors = re.search(r"BENCH (.*)", out).group(1).split()
    return {
        "name": name, "connections": connections, "p50": float(p50), "p95": float(p95), "p99": float(p99),
        "rate": int(count) / float(duration), "cpu": 1000 * spent / max(1, int(count)), "errors": int(errors)}


def disk_flushes(folder, seconds=2):
    """How many small writes per second this disk can make durable, one after the other."""
    path = os.path.join(folder, "flush.essai")
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY)
    try:
        count, end = 0, time.monotonic() + seconds
        while time.monotonic() < end:
            os.pwrite(descriptor, b"x" * 4096, 4096 * (count % 256))
            os.fdatasync(descriptor)
            count += 1
        return count / seconds
    finally:
        os.close(descriptor)
        os.remove(path)
