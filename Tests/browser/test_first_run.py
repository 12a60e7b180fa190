"""An empty instance: the page opened by the terminal's one-time link, then the first colleague."""

import re
import subprocess
import time

from chrome import Chrome
from demo import PROGRAM, ROOT, Demo, die_with_parent
from hands import Mouse
from test_screens import judge

PASSPHRASE = "trois moulins et un canard"


class Empty(Demo):
    """`cordee serve` on a folder that does not exist yet."""

    def start(self):
        journal = self.folder / "journal.txt"
        with journal.open("w") as output:
            self.process = subprocess.Popen(
                [PROGRAM, "serve", "--port", str(self.port), "--data", self.data], cwd=ROOT, stdout=output,
                stderr=subprocess.STDOUT, preexec_fn=die_with_parent)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if found := re.search(r"http://\S+?(/premiere-installation\S+)", journal.read_text()):
                self.link = found[1]
                if self.answers():
                    return
            time.sleep(0.2)
        raise RuntimeError(journal.read_text())


def test_the_first_responsable_is_created_by_the_link_of_the_terminal_which_serves_once():
    with Empty() as instance, Chrome(instance) as chrome:
        hand = Mouse(chrome)
        chrome.go("/")
        chrome.sees("Un lien d’installation est écrit dans le terminal")
        assert not judge(chrome, "etat-instance-vide")
        chrome.go(instance.link)
        hand.press("Créer la structure")
        assert not judge(chrome, "etat-premiere-installation-fautes")
        hand.type("Nom de la structure", "CCAS de Saint-Aubin")
        hand.type("Prénom", "Jeanne")
        hand.type("Nom", "Rivière")
        hand.type("Adresse mail professionnelle", "jeanne@saint-aubin.example")
        hand.type("Mot de passe", "1234")
        hand.type("Le même, une seconde fois", "1234")
        hand.press("Créer la structure")
        chrome.sees("12 caractères")
        hand.type("Mot de passe", PASSPHRASE)
        hand.type("Le même, une seconde fois", PASSPHRASE)
        hand.press("Créer la structure")
        assert chrome.path == "/structure/equipe", chrome.path
        for path in ("/aujourdhui", "/usagers", "/structure/journal"):
            chrome.go(path)
            assert not judge(chrome, f"etat-structure-vide{path.replace('/', '-')}")
        chrome.driver.delete_all_cookies()
        chrome.go(instance.link)
        assert "Ce lien n’est plus valable" in chrome.heading
