"""A full disk, on a small one of its own: refused with a page, nothing broken, and it goes on when there is room again."""

import errno
import os
import pathlib
import shutil
import subprocess

import pytest
from instance import BINARY, ROOT, Client, Server, environment, free_port, run

# A disk that only one process and its children see; needs no rights where the kernel lets people have namespaces.
ALONE = ["unshare", "--mount", "--map-root-user"]
ON_A_SMALL_DISK = [*ALONE, "sh", "-c", 'mount -t tmpfs -o size=$0 tmpfs "$1" && cp -a "$2"/. "$1" && shift 2 && exec "$@"']


def can_have_a_small_disk(folder):
    if not shutil.which("unshare"):
        return False
    tried = [*ALONE, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    return subprocess.run(tried, capture_output=True).returncode == 0


@pytest.fixture
def place(data, tmp_path):
    """Where the small disk will be, with the keys of the data beside it."""
    place = tmp_path / "petit"
    place.mkdir()
    if not can_have_a_small_disk(place):
        pytest.skip("this machine lends no small disk (user namespaces)")
    shutil.copytree(f"{data}.cles", f"{place}.cles")
    return place


def fill(folder):
    """Writes until the last byte."""
    with open(folder / "remplissage", "wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError as error:
                assert error.errno == errno.ENOSPC, error


def open_file(client, hidden, name):
    fields = {"jeton": hidden["jeton"], "cle": f"disque-{name}", "nouvelle": "oui", "prenom": f"Essai{name}", "nom_usage": "", "repere": ""}
    return client.request("POST", "/usagers/nouveau", fields)


def test_a_full_disk_refuses_the_save_with_a_page_still_reads_and_recovers_without_a_restart(data, place, tmp_path):
    size = sum(path.stat().st_size for path in data.iterdir()) + (8 << 20)
    with Server(place, before=[*ON_A_SMALL_DISK, str(size), str(place), str(data)]) as server:
        disk = pathlib.Path(f"/proc/{server.process.pid}/root{place}")
        client = Client(server.port).open_by_link(server.output)
        hidden = client.form("/usagers/nouveau")
        kept = []
        fill(disk)
        for number in range(2000):
            status, headers, text = open_file(client, hidden, f"avant{number}")
            if status != 303:
                break
            kept.append(headers["Location"])
        assert status == 507, (status, text[:500])
        assert "Le disque du serveur est plein" in text and "pas enregistré" in text
        for path in ("/aujourdhui", "/demarches", "/usagers"):
            assert client.get(path)[0] == 200, path
        (disk / "remplissage").unlink()
        status, headers, text = open_file(client, hidden, "apres")
        assert status == 303, (status, text[:500])
        kept.append(headers["Location"])
        for path in kept:
            assert client.get(path)[0] == 200, path
        saved = tmp_path / "apres"
        shutil.copytree(disk, saved)
        shutil.copytree(f"{data}.cles", f"{saved}.cles")
    verified = run("journal", "verify", data=saved)
    assert verified.returncode == 0, verified.stderr


def test_a_new_instance_on_a_full_disk_is_refused_and_leaves_nothing(place, tmp_path):
    shutil.rmtree(f"{place}.cles")
    script = (
        'mount -t tmpfs -o size=256k tmpfs "$0" && { head -c 1000000 /dev/zero > "$0/remplissage" 2>/dev/null; '
        '"$@"; echo "code $?"; ls "$0"; }')
    command = [BINARY, "serve", "--data", place / "donnees", "--port", str(free_port())]
    result = subprocess.run(
        [*ALONE, "sh", "-c", script, place, *command], cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=60)
    assert "code 1" in result.stdout, (result.stdout, result.stderr)
    assert "le disque est plein" in result.stderr, result.stderr
    assert "Fatal error" not in result.stderr and "Stack dump" not in result.stderr
    assert not os.path.exists(place / "donnees.cles")
