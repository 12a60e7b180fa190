"""What the server itself refuses: long headers, slow and greedy clients, secrets in sight."""

import os
import pathlib
import re
import socket
import threading
import time

from instance import EMAIL, PASSWORD, Client


def raw(port, data, seconds=10):
    """Sends bytes as they are; gives what comes back before the end."""
    with socket.create_connection(("127.0.0.1", port), seconds) as link:
        link.sendall(data)
        received = b""
        while chunk := link.recv(65536):
            received += chunk
        return received


def memory(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))


def test_headers_beyond_16_kb_are_refused(server):
    head = b"GET /connexion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    fits = head + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(10)) + b"\r\n"
    assert raw(server.port, fits).startswith(b"HTTP/1.1 200")
    for too_much in (
        b"".join(b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(20)),
        b"X: " + b"a" * 17000 + b"\r\n",
        b"".join(b"X-%d: a\r\n" % n for n in range(200)),
    ):
        answer = raw(server.port, head + too_much + b"\r\n")
        # 431 when the head was read, 400 when the parser gave up before.
        assert answer.startswith((b"HTTP/1.1 431", b"HTTP/1.1 400")), answer[:200]
    assert Client(server.port).get("/sante")[0] == 200


def test_a_form_too_large_is_refused_while_it_comes(server):
    before = memory(server.process)
    answer = raw(
        server.port,
        b"POST /connexion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1048577\r\n\r\n" + b"a" * 1048577,
    )
    assert answer.startswith(b"HTTP/1.1 413"), answer[:200]
    assert "L’envoi est trop gros".encode() in answer
    assert memory(server.process) - before < 30_000


def test_a_client_that_says_nothing_is_cut(server):
    """Row W7: after 15 s without a byte, in the middle of the head, of the body, or between two requests."""
    parts = [
        b"", b"GET /conn", b"GET /connexion HTTP/1.1\r\nHost: local",
        b"POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\njeton=",
        b"GET /connexion HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]
    cut = {}

    def wait(part):
        with socket.create_connection(("127.0.0.1", server.port), 5) as link:
            link.settimeout(25)
            started = time.monotonic()
            link.sendall(part)
            try:
                while link.recv(65536):
                    pass
                cut[part] = time.monotonic() - started
            except ConnectionResetError:
                cut[part] = time.monotonic() - started
            except TimeoutError:
                cut[part] = None

    waiting = [threading.Thread(target=wait, args=[part]) for part in parts]
    for thread in waiting:
        thread.start()
    for thread in waiting:
        thread.join()
    assert all(cut[part] is not None and cut[part] <= 20 for part in parts), cut


def test_broken_requests_are_refused_and_the_server_goes_on(server):
    for broken in (
        b"\x00\x01\x02\x03\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /connexion HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n\r\n",
        b"POST /connexion HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
        b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ):
        try:
            answer = raw(server.port, broken, 20)
        except (ConnectionResetError, BrokenPipeError):
            answer = b""
        except TimeoutError:
            answer = b"HTTP/1.1 200"
        assert not answer.startswith(b"HTTP/1.1 2") and not answer.startswith(b"HTTP/1.1 5"), (broken[:40], answer[:100])
    assert Client(server.port).get("/sante")[0] == 200


def test_no_secret_stands_in_the_command_line_the_environment_the_log_or_a_core_file(server, data):
    """Row K9."""
    key = (data.parent / f"{data.name}.cles" / "instance.cles").read_bytes()
    client = Client(server.port).sign_in()
    for number in range(50):
        client.get(f"/usagers/inconnu{number}")
        client.request("POST", "/connexion", {"email": EMAIL, "mot_de_passe": PASSWORD, "jeton": "faux"})
    secrets = [PASSWORD.encode(), *(c.encode() for c in client.cookies.values() if len(c) > 20), *secrets_of(key)]
    places = {
        "cmdline": pathlib.Path(f"/proc/{server.process.pid}/cmdline").read_bytes(),
        "environ": pathlib.Path(f"/proc/{server.process.pid}/environ").read_bytes(),
        "log": re.sub(r"Ou avec une adresse.*\n", "", server.output).encode(),
    }
    for place, content in places.items():
        for secret in secrets:
            assert secret not in content, f"a secret stands in {place}"
    for name in (b"Diallo", b"Fatou", EMAIL.encode()):
        assert name not in places["log"]
    limits = pathlib.Path(f"/proc/{server.process.pid}/limits").read_text()
    assert re.search(r"Max core file size\s+0\s+0", limits), limits
    mode = os.stat(data.parent / f"{data.name}.cles" / "instance.cles").st_mode & 0o777
    assert mode == 0o600


def secrets_of(key):
    """The parts of the key file long enough to be the key."""
    return [part for part in re.split(rb"[^A-Za-z0-9+/=_-]+", key) if len(part) >= 32]
