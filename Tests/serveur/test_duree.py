"""What an acknowledged save is worth: killed at any moment, ended in order, keys renewed half-way."""

import random
import re
import sqlite3
import subprocess
import threading
import time

import pytest
from instance import BINARY, ROOT, Client, Server, environment, run

KILLS = 20


class Writer(threading.Thread):
    """Opens files one after the other and remembers those that the server acknowledged."""

    def __init__(self, client, name):
        super().__init__(daemon=True)
        self.client, self.name, self.acknowledged, self.others = client, name, [], []
        self.stop = threading.Event()

    def run(self):
        number = 0
        try:
            hidden = self.client.form("/usagers/nouveau")
            while not self.stop.is_set():
                number += 1
                fields = {"jeton": hidden["jeton"], "cle": f"{self.name}-{number}-{time.monotonic_ns()}", "nouvelle": "oui"}
                fields |= {"prenom": f"Essai{self.name}{number}", "nom_usage": "Durable", "repere": ""}
                status, headers, _ = self.client.request("POST", "/usagers/nouveau", fields, timeout=30)
                if status == 303:
                    self.acknowledged.append(headers["Location"])
                else:
                    self.others.append(status)
        except OSError:
            pass
        except Exception as error:  # a cut answer: not acknowledged
            if type(error).__module__ != "http.client":
                self.others.append(repr(error))


def halves(data):
    """Acts without their line in the journal, and lines without their act."""
    base = sqlite3.connect(f"file:{data}/cordee.sqlite?mode=ro", uri=True)
    try:
        made = {row[0] for row in base.execute("SELECT id FROM usagers")}
        told = {row[0] for row in base.execute("SELECT object_id FROM journal WHERE action = 'usager_cree'")}
        told |= {row[0] for row in base.execute("SELECT usager_id FROM journal WHERE action = 'dossier_ouvert'")}
        return made ^ (told & made) | {row for row in told if row and row not in made}
    finally:
        base.close()


def test_every_acknowledged_save_survives_a_kill_at_any_moment(data):
    """Rows D1 and J4: twenty kills under four writers; each acknowledged file opens, the chain holds."""
    random.seed(4)
    kept, acknowledged = [], 0
    for _ in range(KILLS):
        with Server(data) as server:
            reader = Client(server.port).open_by_link(server.output)
            for path in kept:
                assert reader.get(path)[0] == 200, f"{path} was acknowledged and is lost"
            writers = [Writer(Client(server.port).open_by_link(server.output), str(n)) for n in range(4)]
            for writer in writers:
                writer.start()
            time.sleep(random.uniform(0.2, 1.2))
            server.kill()
            for writer in writers:
                writer.stop.set()
                writer.join(40)
                assert writer.others == []
            kept = [path for writer in writers for path in writer.acknowledged]
            acknowledged += len(kept)
    verified = run("journal", "verify", data=data)
    assert verified.returncode == 0, verified.stderr
    assert halves(data) == set()
    assert acknowledged > 2 * KILLS, "too little was written to prove anything"


def test_sigterm_finishes_what_was_accepted_and_ends_in_order(data):
    """Row D9."""
    with Server(data) as server:
        writers = [Writer(Client(server.port).open_by_link(server.output), f"fin{n}") for n in range(4)]
        for writer in writers:
            writer.start()
        time.sleep(1)
        started = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - started < 11
        for writer in writers:
            writer.stop.set()
            writer.join(20)
            assert writer.others == []
        kept = [path for writer in writers for path in writer.acknowledged]
        assert kept
    assert not (data / "cordee.sqlite-wal").exists() or (data / "cordee.sqlite-wal").stat().st_size == 0
    with Server(data) as server:
        reader = Client(server.port).open_by_link(server.output)
        assert all(reader.get(path)[0] == 200 for path in kept)


def test_sigterm_lets_a_running_request_end(data):
    """A sign-in takes a second of hashing: asked before the signal, answered after it."""
    with Server(data) as server:
        client = Client(server.port)
        fields = client.form("/connexion") | {"email": "personne@valsauge.example", "mot_de_passe": "une phrase au hasard"}
        answers = []
        asking = threading.Thread(target=lambda: answers.append(client.request("POST", "/connexion", fields)[0]))
        asking.start()
        time.sleep(0.05)
        assert server.stop() == 0
        asking.join(20)
        assert answers in ([422], []), answers
        if not answers:
            pytest.skip("the signal came before the request was accepted")


def test_key_rotation_killed_anywhere_is_finished_by_the_next_one(data):
    """Row K5: twenty kills, then once to the end; everything opens and the old key file opens nothing."""
    random.seed(5)
    before = (data.parent / f"{data.name}.cles" / "instance.cles").read_bytes()
    started = time.monotonic()
    assert run("key", "rotate", data=data).returncode == 0
    whole = time.monotonic() - started
    for _ in range(20):
        process = subprocess.Popen(
            [str(BINARY), "key", "rotate", "--data", str(data)], cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(random.uniform(0.3, 1.05) * whole)
        process.kill()
        process.wait()
        assert run("journal", "verify", data=data).returncode == 0
    assert run("key", "rotate", data=data).returncode == 0
    assert run("journal", "verify", data=data).returncode == 0
    with Server(data) as server:
        client = Client(server.port).sign_in()
        status, _, text = client.get("/usagers")
        assert status == 200 and "Diallo" in text
        for path in set(re.findall(r'href="(/usagers/[a-z0-9]{26})"', text)):
            assert client.get(path)[0] == 200
    keys = data.parent / f"{data.name}.cles" / "instance.cles"
    assert keys.read_bytes() != before
    keys.write_bytes(before)
    refused = run("journal", "verify", data=data)
    assert refused.returncode == 1 and "n’est pas celle de ces données" in refused.stderr
