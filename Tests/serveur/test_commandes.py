"""The command line: what it answers, and what it refuses without writing anything."""

import json
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess

import pytest
from conftest import everything
from instance import BINARY, ROOT, Server, environment, run


# A server of its own, empty: `outils/postgres-test` starts one for a command.
POSTGRES = os.environ.get("CORDEE_TEST_POSTGRES")


def refused(result, *words):
    """Exit status 1, a message in French that says what to do, nothing that looks like a crash."""
    assert result.returncode == 1, (result.returncode, result.stdout, result.stderr)
    for word in words:
        assert word in result.stderr, result.stderr
    for inside in ("Fatal error", ".swift:", "Error(", "Stack dump"):
        assert inside not in result.stderr + result.stdout


def keys(data):
    return data.parent / f"{data.name}.cles" / "instance.cles"


def start(data, *more, **settings):
    """A start that must fail by itself."""
    return run("serve", "--port", str(port()), *more, data=data, settings=settings, timeout=60)


def content(data):
    """Every row of the base."""
    base = sqlite3.connect(f"file:{data}/cordee.sqlite?mode=ro", uri=True)
    try:
        return list(base.iterdump())
    finally:
        base.close()


def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_without_its_key_the_server_does_not_start(data):
    keys(data).unlink()
    before = everything(data)
    refused(start(data), "la clé d’instance manque", "--key-file")
    assert everything(data) == before
    assert not keys(data).exists(), "a new key must not be made for old data"


@pytest.mark.skipif(not POSTGRES, reason="run by outils/postgres-test")
def test_on_postgresql_a_lost_key_is_never_replaced_by_a_new_one(tmp_path):
    folder, settings = tmp_path / "donnees", {"CORDEE_POSTGRES": POSTGRES}
    with Server(folder, command="serve", settings=settings) as server:
        server.stop()
    kept = keys(folder).read_bytes()
    keys(folder).unlink()
    refused(start(folder, **settings), "la clé d’instance manque", "--key-file")
    assert not keys(folder).exists(), "a new key must not be made for old data"
    keys(folder).write_bytes(kept)
    keys(folder).chmod(0o600)
    with Server(folder, command="serve", settings=settings) as server:
        server.stop()


def test_with_another_key_the_server_does_not_start(data, tmp_path):
    other = tmp_path / "autre"
    with Server(other, command="serve") as server:
        server.stop()
    shutil.copy(tmp_path / "autre.cles" / "instance.cles", keys(data))
    before = everything(data)
    refused(start(data), "n’est pas celle de ces données")
    assert everything(data) == before


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"n'importe quoi\n"])
def test_with_a_damaged_key_the_server_does_not_start(data, content):
    keys(data).write_bytes(content)
    before = everything(data)
    refused(start(data), "n’est pas une clé de Cordée")
    assert everything(data) == before


def test_a_key_that_others_may_read_is_refused(data):
    keys(data).chmod(0o644)
    refused(start(data), "chmod 600")


def test_data_of_a_newer_version_are_refused(data):
    base = sqlite3.connect(data / "cordee.sqlite")
    number = base.execute("SELECT MAX(number) FROM schema_version").fetchone()[0]
    columns = [row[1] for row in base.execute("PRAGMA table_info(schema_version)")]
    values = {"number": number + 1, "name": "demain"}
    row = base.execute("SELECT * FROM schema_version WHERE number = ?", [number]).fetchone()
    filled = [values.get(column, row[index]) for index, column in enumerate(columns)]
    base.execute(f"INSERT INTO schema_version VALUES ({', '.join('?' * len(columns))})", filled)
    base.commit()
    base.close()
    before = everything(data)
    refused(start(data), "version plus récente", "Rien n’a été changé")
    assert everything(data)["cordee.sqlite"] == before["cordee.sqlite"]


def test_a_damaged_base_is_refused(data):
    path = data / "cordee.sqlite"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 20] = os.urandom(4096 * 17)
    path.write_bytes(content)
    refused(start(data), "abîmée", "sauvegarde")
    assert path.read_bytes() == bytes(content)


def test_a_read_only_folder_is_refused(data):
    """Run as an ordinary user: root may write anywhere."""
    if os.getuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("needs setpriv")
    for path in [data, *data.iterdir()]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = everything(data)
    command = [str(BINARY), "serve", "--data", str(data), "--port", str(port())]
    if os.getuid() == 0:
        for folder in [data.parent, *data.parent.parents]:
            if str(folder) not in ("/", "/tmp"):
                folder.chmod(folder.stat().st_mode | 0o055)
        for path in [data, *data.rglob("*"), keys(data).parent, keys(data)]:
            os.chown(path, 65534, 65534)
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    result = subprocess.run(command, cwd=ROOT, env=environment(HOME="/tmp"), capture_output=True, text=True, timeout=60)
    refused(result, "lecture seule")
    assert everything(data) == before


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "fichier").write_text("ce n’est pas un dossier")
    refused(start(tmp_path / "fichier" / "donnees"), "Erreur")


def test_a_port_already_taken_is_said(data):
    with Server(data, command="serve") as server:
        result = run("serve", "--port", str(server.port), data=data.parent / "autre", timeout=60)
        refused(result, "déjà pris", "--port")


def test_an_unknown_setting_is_refused():
    refused(run("settings", settings={"CORDEE_PROT": "80"}), "CORDEE_PROT", "CORDEE_PORT")
    refused(run("settings", settings={"CORDEE_PORT": "quatre-vingts"}), "port")
    refused(run("settings", settings={"CORDEE_HTTPS": "peut-être"}), "oui")


def test_an_unknown_line_of_the_settings_file_is_refused(tmp_path):
    path = tmp_path / "reglages"
    path.write_text("# essai\nCORDEE_PORT=8081\nCORDEE_DONEES=/x\nn'importe quoi\n")
    refused(run("settings", "--settings", str(path)), "ligne 3", "CORDEE_DONNEES", "ligne 4")
    path.write_text("CORDEE_PORT=8081\n")
    listed = run("settings", "--settings", str(path))
    assert listed.returncode == 0 and "8081" in listed.stdout and str(path) in listed.stdout


def test_settings_hide_a_connection():
    listed = run("settings", settings={"CORDEE_POSTGRES": "host=/run user=a password=tres-secret"})
    assert listed.returncode == 0 and "tres-secret" not in listed.stdout + listed.stderr


@pytest.mark.parametrize("arguments", [["sreve"], ["serve", "--prot", "1"], ["catalogue", "serach"], ["key"], []])
def test_a_command_badly_written_gets_help(arguments):
    result = run(*arguments)
    assert result.returncode in (0, 64)
    assert "COMMANDES" in result.stdout + result.stderr or "tilisation" in (result.stdout + result.stderr).lower()


@pytest.mark.parametrize(
    "arguments",
    [[], ["serve"], ["demo"], ["catalogue"], ["catalogue", "check"], ["catalogue", "search"], ["key", "rotate"], ["journal", "verify"], ["settings"]],
)
def test_every_command_has_its_help_in_french(arguments):
    result = run(*arguments, "--help")
    assert result.returncode == 0
    assert "UTILISATION :" in result.stdout
    for english in ("USAGE", "OVERVIEW", "SUBCOMMANDS", "Show "):
        assert english not in result.stdout


def test_the_catalogue_is_sound():
    result = run("catalogue", "check")
    assert result.returncode == 0, result.stderr


BREAKAGES = [
    ("titre:", "titer:", "titre"),
    ("organisme:", "organisme: inconnu-xyz #", "inconnu-xyz"),
    ("\n", "\n\t- [", ""),
]


@pytest.mark.parametrize("old, new, word", BREAKAGES)
def test_a_broken_catalogue_is_refused_with_file_and_line(tmp_path, old, new, word):
    copy = tmp_path / "catalogue"
    shutil.copytree(ROOT / "catalogue", copy)
    path = copy / "demarches" / "rsa-demande.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    result = run("catalogue", "check", "--catalogue", str(copy))
    refused(result, "rsa-demande.yaml", word)
    assert any(character.isdigit() for character in result.stderr.split("rsa-demande.yaml")[1][:12]), result.stderr
    started = run("serve", "--catalogue", str(copy), data=tmp_path / "donnees", timeout=60)
    refused(started, "rsa-demande.yaml", "ne démarre pas")
    assert not (tmp_path / "donnees").exists()


def test_every_mistake_of_a_catalogue_is_listed_at_once(tmp_path):
    copy = tmp_path / "catalogue"
    shutil.copytree(ROOT / "catalogue", copy)
    broken = {"rsa-demande": ("titre:", "titer:"), "c2s-demande": ("organisme:", "organisme: inconnu-xyz #"), "caf-compte": ("titre:", "titer:")}
    for name, (old, new) in broken.items():
        path = copy / "demarches" / f"{name}.yaml"
        path.write_text(path.read_text().replace(old, new, 1))
    names = [f"{name}.yaml" for name in broken]
    refused(run("catalogue", "check", "--catalogue", str(copy)), *names)
    refused(run("serve", "--catalogue", str(copy), data=tmp_path / "donnees", timeout=60), "ne démarre pas", *names)
    assert not (tmp_path / "donnees").exists() and not (tmp_path / "donnees.cles").exists()


def test_search_answers_one_line_of_json_per_phrase():
    phrases = ["ma caf elle marche plus", "", "actu pole emploi", "on va me couper l'electricité", "xqzvw", "😀", "a" * 5000]
    result = run("catalogue", "search", "--json", text="\n".join(phrases) + "\n")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert len(lines) == len(phrases)
    for line in lines:
        found = json.loads(line)
        assert isinstance(found, list)
        for match in found:
            assert set(match) == {"id", "titre", "score", "pourquoi"}
            assert match["id"] and match["titre"] and match["pourquoi"]
            assert isinstance(match["score"], (int, float))
        scores = [match["score"] for match in found]
        assert scores == sorted(scores, reverse=True)
    assert json.loads(lines[2])[0]["id"] == "france-travail-actualisation"
    assert json.loads(lines[3])[0]["id"] == "energie-impayes"
    one = run("catalogue", "search", "--json", "actu pole emploi")
    assert json.loads(one.stdout) == json.loads(lines[2])


def test_commands_on_an_absent_folder_make_nothing(tmp_path):
    for command in (["journal", "verify"], ["key", "rotate"]):
        refused(run(*command, data=tmp_path / "absent"), "il n’y a pas de données")
    assert not (tmp_path / "absent").exists() and not pathlib.Path(f"{tmp_path}/absent.cles").exists()


# What somebody with the base in their hands could do to one journal, and what must be said of it.
TAMPERED = {
    "an action changed": (["UPDATE journal SET action = 'usager_efface' WHERE {here} AND sequence = 3"], "ligne 3"),
    "a time changed": (["UPDATE journal SET at = at + 1 WHERE {here} AND sequence = 5"], "ligne 5"),
    "an author changed": (["UPDATE journal SET aidant_id = 'a' WHERE {here} AND sequence = 4"], "ligne 4"),
    "a line removed": (["DELETE FROM journal WHERE {here} AND sequence = 4"], "après la ligne 3"),
    "a line removed, the others closed up": (
        ["DELETE FROM journal WHERE {here} AND sequence = 4", "UPDATE journal SET sequence = -sequence WHERE {here} AND sequence > 4",
         "UPDATE journal SET sequence = -sequence - 1 WHERE {here} AND sequence < 0"], "ligne 4"),
    "a line inserted": (
        ["UPDATE journal SET sequence = -sequence WHERE {here} AND sequence > 3",
         "UPDATE journal SET sequence = 1 - sequence WHERE {here} AND sequence < 0",
         "INSERT INTO journal SELECT structure_id, 4, at, aidant_id, session, action, object_kind, object_id, usager_id, detail, mac "
         "FROM journal WHERE {here} AND sequence = 3"], "ligne 4"),
    "two lines swapped": (
        ["UPDATE journal SET sequence = -3 WHERE {here} AND sequence = 3", "UPDATE journal SET sequence = 3 WHERE {here} AND sequence = 4",
         "UPDATE journal SET sequence = 4 WHERE {here} AND sequence = -3"], "ligne 3"),
    "the end cut": (["DELETE FROM journal WHERE {here} AND sequence = (SELECT MAX(sequence) FROM journal WHERE {here})"], "la fin du journal"),
    "the end cut, and its mark moved": (
        ["DELETE FROM journal WHERE {here} AND sequence = (SELECT MAX(sequence) FROM journal WHERE {here})",
         "UPDATE journal_heads SET sequence = sequence - 1, mac = (SELECT mac FROM journal j WHERE j.structure_id = journal_heads.structure_id "
         "ORDER BY sequence DESC LIMIT 1) WHERE {here}"], "fin du journal"),
}


@pytest.mark.parametrize("changes, words", TAMPERED.values(), ids=TAMPERED)
def test_a_journal_that_was_touched_is_found_with_its_first_bad_line(data, changes, words):
    assert run("journal", "verify", data=data).returncode == 0
    with sqlite3.connect(data / "cordee.sqlite") as base:
        longest = base.execute("SELECT structure_id FROM journal GROUP BY 1 ORDER BY COUNT(*) DESC LIMIT 1").fetchone()[0]
        base.execute("PRAGMA foreign_keys = OFF")
        for change in changes:
            touched = base.execute(change.replace("{here}", f"structure_id = '{longest}'")).rowcount
            assert touched > 0, change
    base.close()
    refused(run("journal", "verify", data=data), words)


def test_the_demo_does_not_touch_a_real_structure(data):
    (data / "demo.json").unlink()
    before = content(data)
    refused(run("demo", "--port", str(port()), data=data), "vraie structure", "--data")
    assert content(data) == before
