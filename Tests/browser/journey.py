"""The main job from end to end, points 1 to 9 of the first issue, told once and done by any hand.

Lucie, at the reception desk, hears a person out and opens a dossier; Inès fills, checks, files and follows it.
"""

import datetime
import time

from demo import EMAIL, PASSWORD

NOT_A_NIR, NIR = "2 88 04 75 115 001 99", "2 88 04 75 115 001"
NOT_AN_IBAN, IBAN = "FR76 3000 6000 0112 3456 7890 188", "FR76 3000 6000 0112 3456 7890 189"
KEYED_NIR = f"{NIR} {97 - int(NIR.replace(' ', '')) % 97:02d}"
FIRST_OUTCOME = "C’est enregistré."


def day(days):
    return (datetime.date.today() + datetime.timedelta(days=days)).strftime("%d/%m/%Y")


class Journey:
    def __init__(self, chrome, hand, person, name):
        self.chrome = chrome
        self.hand = hand
        self.person = person
        self.name = name

    def picture(self, step):
        self.chrome.picture(f"parcours-{self.name}-{step}")

    def run(self):
        self.sign_in("Lucie")
        self.receive()
        self.sign_out()
        self.sign_in("Inès")
        self.find_the_person()
        self.fill_the_sheet()
        self.gather_the_papers()
        self.check_before_filing()
        self.file()
        self.say_the_next_step()
        self.see_today()
        self.see_the_calendar()
        self.snooze()
        self.finish_the_step()
        self.print_all()
        self.see_the_trace()
        self.sign_out()

    def sign_in(self, first_name):
        chrome, hand = self.chrome, self.hand
        chrome.go("/connexion")
        self.picture("01-connexion")
        hand.type("Votre adresse mail professionnelle", EMAIL[first_name])
        hand.type("Votre mot de passe", PASSWORD)
        hand.press("Se connecter")
        assert chrome.path == "/aujourdhui", chrome.path
        assert chrome.heading.startswith("Aujourd’hui") or "Aujourd’hui" in chrome.text

    def sign_out(self):
        self.hand.press("Se déconnecter", within=".session")
        assert "Connexion" in self.chrome.heading

    def receive(self):
        chrome, hand = self.chrome, self.hand
        hand.follow("Accueillir", within="nav.rampe")
        self.picture("02-accueillir")
        hand.type("Ce que dit la personne", "ma mutuelle gratuite elle s'arrete")
        if not chrome.scripts:
            hand.press("Chercher")
        chrome.sees("Complémentaire santé solidaire")
        self.picture("03-trouve")
        hand.choose("Quelle démarche ?", self.procedure())
        hand.choose("Est-ce urgent ?", "Cette semaine")
        hand.choose("Ce qui gêne", "Pas d’adresse mail")
        hand.choose("Ce qui gêne", "La peur de se tromper")
        hand.choose("Ce que la personne sait faire seule", "Lire l’écran")
        hand.choose("La personne veut-elle apprendre à le faire ?", "Oui")
        hand.press("Proposer une façon de faire")
        chrome.sees("Proposition : faire avec")
        chrome.sees("Pourquoi")
        self.picture("04-proposition")
        hand.type("Nom, prénom ou téléphone de la personne", self.person)
        if chrome.scripts:
            chrome.sees("une nouvelle fiche sera ouverte")
        hand.press("Commencer")
        assert chrome.path.startswith("/dossiers/"), chrome.text
        chrome.sees("La démarche est ouverte.")
        chrome.sees(self.person)
        self.dossier = chrome.path
        self.picture("05-dossier")

    def procedure(self):
        labels = [e.text for e in self.chrome.all("main fieldset label")]
        return next(" ".join(label.split()).replace("\u00a0", " ") for label in labels if "Complémentaire santé solidaire" in label)

    def find_the_person(self):
        chrome, hand = self.chrome, self.hand
        hand.follow("Personnes", within="nav.rampe")
        hand.type("Chercher par nom, téléphone ou numéro", self.person[:4].upper())
        if not chrome.scripts:
            hand.press("Chercher")
        chrome.wait(lambda: any(self.person in e.text for e in chrome.all("main .trouvailles a")), "the person should be found")
        self.picture("06-recherche")
        hand.follow(self.person, within="main .trouvailles")
        assert chrome.path.startswith("/usagers/")
        self.usager = chrome.path
        self.picture("07-usager")
        hand.follow("Complémentaire santé solidaire", within="main")
        assert chrome.path == self.dossier

    def fill_the_sheet(self):
        chrome, hand = self.chrome, self.hand
        hand.follow("Compléter la fiche", within="main")
        self.picture("08-fiche")
        hand.type("Numéro de Sécurité sociale", NOT_A_NIR)
        hand.type("IBAN pour payer la participation", NOT_AN_IBAN)
        hand.press("Enregistrer")
        chrome.sees("points à corriger")
        assert "clé" in chrome.one("#champ-r_nir-faute").text, chrome.one("#champ-r_nir-faute").text
        assert chrome.one("#champ-r_iban-faute").text
        assert chrome.one("#champ-r_nir").get_property("value") == NOT_A_NIR, "what was typed must be kept"
        self.picture("09-fiche-fautes")
        hand.type("Numéro de Sécurité sociale", KEYED_NIR)
        hand.type("IBAN pour payer la participation", IBAN)
        hand.choose("S’agit-il d’une première demande ou d’un renouvellement ?", "Renouvellement")
        hand.choose("Par quelle voie allez-vous faire la demande ?", "En ligne, avec le compte ameli")
        hand.press("Enregistrer")
        chrome.sees(FIRST_OUTCOME)
        hand.type("Quand finit la complémentaire actuelle ?", day(100))
        hand.press("Enregistrer et vérifier")
        # The renewal has a last day until the request is filed.
        chrome.go(self.usager + "/echeances")
        chrome.sees("Renouveler la C2S")

    def check_before_filing(self):
        chrome = self.chrome
        chrome.go(self.dossier + "/verifier")
        chrome.sees("Ce qui fait souvent échouer")
        self.picture("11-verifier")

    def gather_the_papers(self):
        chrome, hand = self.chrome, self.hand
        chrome.go(self.dossier + "/pieces")
        self.picture("10-papiers")
        self.paper = chrome.one("main section.feuille h2").text
        hand.choose("Où en est ce papier ?", "Reçu")
        hand.press("Enregistrer les papiers")
        chrome.sees(FIRST_OUTCOME)

    def file(self):
        chrome, hand = self.chrome, self.hand
        chrome.go(self.dossier + "/depot")
        self.picture("12-depot")
        hand.type("Numéro de la demande", "C2S-2026-0117")
        hand.choose("Qui a envoyé ?", "La personne, avec nous à côté")
        hand.press("Noter le dépôt")
        chrome.sees("à corriger")
        self.picture("13-depot-fautes")
        hand.choose("Quelle preuve gardez-vous ?", "Un accusé de réception")
        if chrome.all("#champ-malgre"):
            hand.type("Pourquoi déposer quand même ?", "La caisse a demandé de commencer sans attendre.")
        hand.press("Noter le dépôt")
        chrome.sees("Le dépôt est noté.")
        self.picture("14-depose")

    def say_the_next_step(self):
        chrome, hand = self.chrome, self.hand
        chrome.go(self.dossier + "/suite")
        hand.choose("Qui s’en occupe ?", "La personne")
        hand.choose("Qui suit cette démarche ?", "Inès Marchand")
        hand.type("Que faut-il faire ?", "Rapporter l’attestation de droits")
        hand.type("Pour quel jour ?", day(3))
        self.picture("15-suite")
        hand.press("Enregistrer la suite")
        chrome.sees(FIRST_OUTCOME)
        chrome.sees("Rapporter l’attestation de droits")

    def see_the_calendar(self):
        chrome, hand = self.chrome, self.hand
        chrome.go(self.usager)
        hand.follow("Tout son calendrier", within="main")
        chrome.sees("Rapporter l’attestation de droits")
        chrome.sees("Réponse attendue")
        self.picture("17-calendrier")

    def snooze(self):
        chrome, hand = self.chrome, self.hand
        hand.follow("Rapporter l’attestation de droits", within="main")
        self.picture("18-echeance")
        hand.open("Reporter à un autre jour")
        hand.type("Jour où s’en occuper", day(5))
        hand.press("Reporter")
        chrome.sees("à corriger")
        hand.type("Pourquoi", "Elle attend le courrier.")
        hand.press("Reporter")
        chrome.sees("L’échéance est reportée.")
        chrome.sees("Elle attend le courrier.")
        self.picture("19-reportee")

    def see_today(self):
        chrome, hand = self.chrome, self.hand
        hand.follow("Aujourd’hui", within="nav.rampe")
        chrome.sees(f"{self.person} : Rapporter l’attestation de droits")
        self.picture("16-aujourdhui")

    def finish_the_step(self):
        chrome, hand = self.chrome, self.hand
        hand.follow("Rapporter l’attestation de droits", within="main")
        hand.press("C’est fait")
        chrome.sees("C’est fait.")
        hand.follow("Aujourd’hui", within="nav.rampe")
        assert f"{self.person} : Rapporter" not in chrome.text, "what is done must leave the list"

    def print_all(self):
        chrome = self.chrome
        for step, path, words in (
            ("20-feuille-de-route", self.usager + "/feuille-de-route", "Ce que nous avons fait"),
            ("21-fiche-imprimee", self.dossier + "/fiche/imprimer", "Sécurité sociale"),
            ("22-papiers-imprimes", self.dossier + "/pieces/imprimer", self.paper),
        ):
            chrome.go(path)
            self.picture(step)
            paper = chrome.paper(f"parcours-{self.name}-{step}")
            assert " ".join(words.split()[:3]) in " ".join(paper.split()), f"{path}\n{paper}"
            if "fiche/" not in path:
                assert "0117" not in paper.replace("C2S-2026-0117", "") and "FR76" not in paper, "no number that the person does not need"

    def see_the_trace(self):
        """Every act left its line, and nobody typed one."""
        chrome, hand = self.chrome, self.hand
        chrome.go(self.usager)
        hand.follow("Tout l’historique", within="main")
        for words in ("Complémentaire santé solidaire", "avec la personne", "Lucie", "Inès"):
            assert words.lower() in chrome.text.lower(), f"{words}\n{chrome.text}"
        assert len(chrome.all("main tbody tr")) >= 5, chrome.text
        self.picture("23-historique")
